"""A second person counts the hands on their own; the two counts must be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from workshop_app.domain.ballot_rules import hand_keys
from workshop_app.domain.ballots import HandCount
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.report.texts import outcome_word
from workshop_app.system.language import Words
from workshop_app.ui.attempt import tried
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.stage_pages.round_view import options_of
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice, caption, label
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.workplace import Workplace

_HIGHEST = 420


class SecondCount(StyledDialog):
    """Empty numbers for the second person; what the first one counted is not shown."""

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """For a round with a show of hands.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Second count"), parent)
        self._workplace = workplace
        self._round_id = round_id
        self.steppers: dict[tuple[str, str], Stepper] = {}
        text = _("A second person counts the hands again, without seeing the first count.")
        self.body.addWidget(caption(text))
        self.body.addWidget(self._numbers(), 1)
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.compare = ActButton(_("Compare"), "Enter", "primary", self)
        self.compare.clicked.connect(self.count)
        self.compare.setDefault(True)
        self.add_buttons((self.cancel, self.compare))
        next(iter(self.steppers.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def count(self) -> None:
        """Take the second count; where the two differ, a sentence says where."""
        place = self._workplace
        hands = place.day.standing(self._round_id).hands or HandCount()
        second: dict[str, Mapping[str, int]] = {}
        for (option, key), stepper in self.steppers.items():
            if stepper.value():
                second[option] = {**second.get(option, {}), key: stepper.value()}
        act = partial(self._count, replace(hands, second=second))
        why_not = tried(place.words, act)
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        if not why_not:
            self.accept()

    def _count(self, hands: HandCount) -> None:
        """Take both counts; a difference is told with the words of the ballot, not with ids."""
        place = self._workplace
        try:
            place.ballots.count_hands(self._round_id, hands)
        except Refused as no:
            facts = dict(no.facts)
            labels = {one.id: one.label for one in options_of(place.day, self._voting())}
            facts |= {"option": labels.get(str(facts.get("option")), "")}
            facts |= {"answer": key_word(place.words, str(facts.get("answer", "")))}
            if no.code != "counts_differ_between_counters":
                raise
            raise Refused(no.code, **facts) from no

    def _voting(self) -> VotingRound:
        return voting_round(self._workplace.day, self._round_id)

    def _numbers(self) -> QScrollArea:
        day = self._workplace.day
        voting = voting_round(day, self._round_id)
        hands = day.standing(self._round_id).hands
        people = hands.people if hands is not None else 0
        most = max(1, people * max(1, voting.cap or voting.dots or 1))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(0, 1)
        keys = hand_keys(voting)
        for column, key in enumerate(keys, start=1):
            grid.addWidget(caption(key_word(self._workplace.words, key)), 0, column)
        for row, option in enumerate(options_of(day, voting), start=1):
            text = label(option.label)
            text.setWordWrap(True)
            grid.addWidget(text, row, 0)
            for column, key in enumerate(keys, start=1):
                name = f"{option.label}, {key_word(self._workplace.words, key)}"
                stepper = Stepper(name, 0, most)
                grid.addWidget(stepper, row, column)
                self.steppers[option.id, key] = stepper
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        # setWidget lets it paint the window's ground; the dialog's own is to be seen.
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setMinimumHeight(min(_HIGHEST, inside.sizeHint().height() + 4))
        area.setMinimumWidth(inside.sizeHint().width() + 24)
        return area


def key_word(words: Words, key: str) -> str:
    """What is counted under a key."""
    _ = words.gettext
    return {"dots": _("Dots"), "stops": _("Stops")}.get(key) or outcome_word(words, key)
