"""What a voting page does after the result: lots, run-off, merging, winding down, the table."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from workshop_app.domain.day import Day, find
from workshop_app.domain.merging import merge, merges, split
from workshop_app.domain.methods import is_review
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.reviewing import initiative_of, to_initiative
from workshop_app.domain.rounds import draw_lots, run_off
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.page import Page
from workshop_app.ui.voting.after_card import AfterCard
from workshop_app.ui.voting.after_views import after_view, merge_text, partners, ties_of
from workshop_app.ui.voting.vote_centre import VoteCentre


class AfterVote:
    """The acts after a result; the page calls it, and shows what comes of it.

    Attributes:
        card: For the right column.
        menu: The milestones that the chosen one can be merged with, opened last.
    """

    def __init__(self, page: Page, centre: VoteCentre) -> None:
        """Look after what follows a result.

        Args:
            page: The voting page.
            centre: Its centre.
        """
        self._page = page
        self._centre = centre
        self._voting: VotingRound | None = None
        self.menu: QMenu | None = None
        self.new_series: Callable[[str], None] | None = None
        self.card = AfterCard(page.workplace.words)
        self.card.lots.clicked.connect(self.draw)
        self.card.run_off.clicked.connect(self.hold_run_off)
        self.card.merge.clicked.connect(self.open_merge)
        self.card.hide()
        centre.result.list.selectionModel().currentChanged.connect(self._refresh)
        centre.answers.row_chosen.connect(self._refresh)
        centre.answers.detail.initiative.clicked.connect(self.make_initiative)

    def show_round(self, voting: VotingRound) -> None:
        """The round the page shows."""
        self._voting = voting
        self._refresh()

    def acts(self) -> tuple[Act, ...]:
        """M and I."""
        _ = self._page.workplace.words.gettext
        wind = _("To initiative")
        return (
            Act("vote.merge", _("Merge"), ("M",), self.open_merge, self._can_merge, hint=False),
            Act("vote.initiative", wind, ("I",), self.make_initiative, self.can_wind_down),
        )

    def draw(self) -> None:
        """Draw lots once: of all options, by chance from the system, kept with the round."""
        if self._voting is None or not ties_of(self._day, self._voting):
            return
        lots = list(self._voting.options)
        secrets.SystemRandom().shuffle(lots)
        rule = partial(draw_lots, round_id=self._voting.id, lots=lots)
        self._do(Op.DRAW_LOTS, rule)

    def hold_run_off(self) -> None:
        """A round of its own between those that share a place; one for each track with a tie."""
        voting = self._voting
        if voting is None:
            return
        name = self._page.workplace.words.gettext("Run-off: {round}").format(round=voting.name)
        before = {one.id for one in self._day.rounds}
        for tie in ties_of(self._day, voting):
            rule = partial(run_off, round_id=voting.id, options=tie, name=name)
            if not self._do(Op.RUN_OFF, rule):
                return
        fresh = [one for one in self._day.rounds if one.id not in before]
        if fresh and self.new_series is not None:
            self.new_series(fresh[0].series)

    def open_merge(self) -> None:
        """Split the chosen milestone again, or choose one to merge it with."""
        voting, chosen = self._voting, self._chosen()
        if voting is None or not self._can_merge():
            return
        gone = [one for one, keep in merges(self._day).items() if keep == chosen]
        if gone:
            for one in gone:
                self._do(Op.SPLIT_MILESTONES, partial(split, other_id=one))
            return
        below = self.card.merge.rect().bottomLeft()
        self.merge_menu(voting).popup(self.card.merge.mapToGlobal(below))

    def merge_menu(self, voting: VotingRound) -> QMenu:
        """The milestones the chosen one can be merged with."""
        self.menu = QMenu(self._page)
        for partner in partners(self._day, voting, self._chosen()):
            action = self.menu.addAction(partner.label)
            action.triggered.connect(partial(self.merge_with, partner.id))
        return self.menu

    def merge_with(self, other: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        """Merge another milestone into the chosen one; the dots of both are added."""
        rule = partial(merge, keep_id=self._chosen(), other_id=other)
        self._do(Op.MERGE_MILESTONES, rule)

    def make_initiative(self) -> None:
        """What is to be wound down is weighed against all else in the afternoon."""
        chosen = self._centre.answers.list.chosen()
        activity = find(self._day.activities, chosen)
        if activity is None or not self.can_wind_down():
            return
        words = self._page.workplace.words
        title = words.gettext("Wind down: {service}").format(service=activity.title)
        rule = partial(to_initiative, activity_id=chosen, title=title)
        if self._do(Op.ADD_INITIATIVE, rule):
            self._page.message.emit(
                words.gettext("It stands among the initiatives now, with its cost as the saving.")
            )

    def can_wind_down(self) -> bool:
        """The chosen service is to be wound down and is no initiative yet."""
        voting, chosen = self._voting, self._centre.answers.list.chosen()
        if voting is None or not chosen or not is_review(voting):
            return False
        result = self._day.standing(voting.id).result
        if result is None or initiative_of(self._day, chosen) or self._centre.answers.isHidden():
            return False
        return result.option(chosen).outcome == "wind_down"

    @property
    def _day(self) -> Day:
        return self._page.workplace.day

    def _chosen(self) -> str:
        return self._centre.result.list.chosen()

    def _can_merge(self) -> bool:
        words, voting = self._page.workplace.words, self._voting
        if voting is None or self._centre.result.isHidden():
            return False
        return bool(merge_text(words, self._day, voting, self._chosen()))

    def _do(self, op: Op, rule: Callable[[Day], Day]) -> bool:
        return attempt(self._page, partial(self._page.workplace.store.do, op, rule))

    def _refresh(self, *_news: object) -> None:
        if self._voting is None or find(self._day.rounds, self._voting.id) is None:
            return
        words = self._page.workplace.words
        self.card.show_view(after_view(words, self._day, self._voting, self._chosen()))
        self._centre.answers.detail.initiative.setVisible(self.can_wind_down())
        self._page.acts_changed.emit()
