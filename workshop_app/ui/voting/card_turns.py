"""At the laptop, where cards are drawn: the code instead of a person, before each ballot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.domain.cards import draws_cards
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.attempt import tried
from workshop_app.ui.safety.card_page import CardPage
from workshop_app.ui.safety.fault_texts import ballot_line
from workshop_app.ui.texts import refusal
from workshop_app.ui.voting.views import VoterRow
from workshop_app.ui.workplace import Workplace


def ballot_tried(words: Words, cast: Callable[[], object]) -> str:
    """Leave a ballot; why not, for whoever has filled it in, or empty when it is on disk."""
    try:
        cast()
    except Refused as no:
        return refusal(words, no)
    except KnownError as error:
        return ballot_line(words, error)
    return ""


class CardTurns(QObject):
    """Whose turn it is where nobody knows who has which card.

    Signals:
        passed: The code is one that can be used; the ballot may be opened.
        back: Back to the screen between two voters.
    """

    passed = Signal()
    back = Signal()

    def __init__(self, workplace: Workplace, round_id: str, window: QWidget) -> None:
        """For a round.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            window: The ballot screen.
        """
        super().__init__(window)
        self._workplace = workplace
        self._round_id = round_id
        self.code = ""
        self.drawn = draws_cards(voting_round(workplace.day, round_id))
        self.page = CardPage(workplace.words, window)
        self.page.given.connect(self._given)
        self.page.back.connect(self.back)

    def next(self) -> VoterRow | None:
        """Whoever draws the next card; None when all who are here have voted."""
        standing = self._workplace.day.standing(self._round_id)
        if standing.voted >= standing.electorate:
            return None
        role = self._workplace.words.gettext("You who drew a card")
        return VoterRow(id="", role=role, done=False, by_hand=False, now=False)

    def ask(self) -> None:
        """Ask for the code."""
        self.page.ask()

    def hide(self) -> None:
        """The page of the code is not shown."""
        self.page.hide()

    def resize(self, size: QSize) -> None:
        """Cover the ballot screen."""
        self.page.resize(size)

    def forget(self) -> None:
        """The code of the last voter is gone."""
        self.code = ""
        self.page.clear()

    def _given(self, code: str) -> None:
        place = self._workplace
        why_not = tried(place.words, partial(place.ballots.check_card, self._round_id, code))
        if why_not:
            self.page.say(why_not)
            return
        self.code = code
        self.page.hide()
        self.passed.emit()
