"""Before you open: who is here and who is not, the headings, what stands on the sheet twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.domain.attendance import gaps
from workshop_app.domain.day import Day, find
from workshop_app.domain.headings import (
    locked_by_law,
    near_duplicates,
    with_headings_confirmed,
    with_merged,
)
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.rounds import electorate, options_locked, voting_round
from workshop_app.domain.templates import added_since, fill_options, take_in
from workshop_app.system.language import Words
from workshop_app.ui.attempt import tried
from workshop_app.ui.channels.asking import answered
from workshop_app.ui.channels.texts import added_line, gap_lines, law_line, present_line
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.interaction import Question
from workshop_app.ui.safety.cards_box import CardsBox
from workshop_app.ui.safety.claim import claim_of, few_warning
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.labels import Notice, divider, label, section_label
from workshop_app.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Twin:
    """Two headings that look alike, with their words."""

    first: str
    second: str
    first_title: str
    second_title: str


@dataclass(frozen=True, slots=True)
class BeforeView:
    """What there is to think of before a round is opened; nothing of it stops anybody.

    Attributes:
        people: How many may vote and are here, in words.
        missing: Who is not, a sentence each.
        twins: Headings that look alike.
        headings: Whether there are headings to confirm (milestones on the ballot).
        confirmed: Whether they are confirmed.
        added: That there is more to vote on than when the round was made; empty for nothing.
        law: That law items are not on the sheet; empty for nothing.
        claim: What the file will hold of an anonymous vote; empty where it is open.
        few: That so few will vote that it can be guessed who voted what; else empty.
    """

    people: str
    missing: tuple[str, ...]
    twins: tuple[Twin, ...]
    headings: bool
    confirmed: bool
    law: str
    claim: str = ""
    few: str = ""
    added: str = ""


def before_view(words: Words, day: Day, voting: VotingRound) -> BeforeView:
    """What the dialog says."""
    titles = {milestone.id: milestone.title for milestone in day.milestones}
    twins = near_duplicates(day, voting)
    return BeforeView(
        people=present_line(words, electorate(day, voting)),
        missing=gap_lines(words, gaps(day, voting)),
        twins=tuple(Twin(a, b, titles[a], titles[b]) for a, b in twins),
        headings=any(find(day.milestones, key) for key in voting.options),
        confirmed=voting.headings_confirmed,
        law=law_line(words, len(locked_by_law(day, voting))),
        claim=claim_of(words, voting),
        few=few_warning(words, day, voting),
        added=added_line(words, day, voting),
    )


def fill_empty(workplace: Workplace, voting: VotingRound) -> None:
    """A round of a template was made before there was anything to vote on: now it gets it.

    A round that has something to vote on, or has begun, stays as it is.

    Raises:
        KnownError: if it cannot be written; nothing is changed.
    """
    day, store = workplace.day, workplace.store
    ready = not voting.options and not options_locked(day.standing(voting.id))
    if ready and added_since(day, voting) and not store.file.read_only:
        store.do(Op.EDIT_ROUND, partial(fill_options, round_id=voting.id))


def may_open(workplace: Workplace, voting: VotingRound, parent: QWidget) -> bool:
    """Show the dialog; whether the vote is to be opened. With nobody to vote it is not asked."""
    fill_empty(workplace, voting)
    voting = voting_round(workplace.day, voting.id)
    if not electorate(workplace.day, voting) or not voting.options:
        return True  # the door refuses, and says why
    dialog = BeforeOpening(workplace, voting.id, parent)
    try:
        return answered(workplace.ask, dialog, dialog.in_words())
    finally:
        dialog.deleteLater()


class BeforeOpening(StyledDialog):
    """One calm dialog. Enter opens the vote; merging two headings is done at once."""

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """About a round that is ready.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Before you open"), parent)
        self._workplace = workplace
        self._round_id = round_id
        self._ignored: set[tuple[str, str]] = set()
        self._content = QWidget(self)
        self.headings: CheckRow | None = None
        self.cards: CardsBox | None = None
        self.merge_buttons: list[ActButton] = []
        self.take_in_button: ActButton | None = None
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self._content)
        self.body.addWidget(self.error)
        self.cancel = ActButton(_("Not yet"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.open_button = ActButton(_("Open the vote"), "Enter", "primary", self)
        self.open_button.clicked.connect(self.accept)
        self.open_button.setDefault(True)
        self.add_buttons((self.cancel, self.open_button))
        self.setMinimumWidth(640)
        self._fill()
        self.open_button.setFocus()

    def view(self) -> BeforeView:
        """What it says now."""
        place = self._workplace
        return before_view(place.words, place.day, voting_round(place.day, self._round_id))

    def in_words(self) -> Question:
        """The same as a question in plain words."""
        view, _ = self.view(), self._workplace.words.gettext
        lines = [f"{view.people}.", *view.missing, *filter(None, (view.few,))]
        lines += [self._twin_text(twin) for twin in view.twins]
        lines += [line for line in (view.added, view.law, view.claim) if line]
        return Question(_("Before you open"), " ".join(lines), _("Open the vote"), _("Not yet"))

    def _fill(self) -> None:
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        view, _ = self.view(), self._workplace.words.gettext
        column.addWidget(Notice(view.people, "people"))
        for text in view.missing:
            column.addWidget(Notice(text, "warn"))
        self._add_new(column, view)
        if view.law:
            column.addWidget(Notice(view.law, "lock"))
        self._add_headings(column, view)
        self._add_secrecy(column, view)
        said = (f"{view.people}.", *view.missing, view.added, view.law, view.few, view.claim)
        self.setAccessibleDescription(" ".join(line for line in said if line))
        self.body.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        if self.isVisible():
            self.fit()

    def _add_new(self, column: QVBoxLayout, view: BeforeView) -> None:
        """What has come since the round was made, and a button that takes it in."""
        self.take_in_button = None
        if not view.added:
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Notice(view.added, "info"), 1)
        button = ActButton(self._workplace.words.gettext("Take in"), height=SMALL)
        button.setAccessibleDescription(view.added)
        button.clicked.connect(self._take_in)
        row.addWidget(button)
        column.addLayout(row)
        self.take_in_button = button

    def _take_in(self) -> None:
        self._try(Op.EDIT_ROUND, partial(take_in, round_id=self._round_id))
        self.open_button.setFocus()

    def _add_secrecy(self, column: QVBoxLayout, view: BeforeView) -> None:
        if not view.claim:
            return
        column.addWidget(divider())
        column.addWidget(section_label(self._workplace.words.gettext("The secret of the vote")))
        column.addWidget(Notice(view.claim, "shield"))
        if view.few:
            column.addWidget(Notice(view.few, "warn"))
        self.cards = CardsBox(self._workplace, self._round_id, self)
        self.cards.changed.connect(self.fit)
        column.addWidget(self.cards)

    def _add_headings(self, column: QVBoxLayout, view: BeforeView) -> None:
        _ = self._workplace.words.gettext
        self.headings, self.merge_buttons = None, []
        if not view.headings:
            return
        column.addWidget(divider())
        column.addWidget(section_label(_("The headings")))
        twins = [twin for twin in view.twins if (twin.first, twin.second) not in self._ignored]
        for twin in twins:
            column.addWidget(self._twin(twin))
        note = _("Everybody knows what each heading means.")
        self.headings = CheckRow(_("The headings are ready"), note)
        self.headings.setChecked(view.confirmed)
        self.headings.clicked.connect(self._confirm)
        column.addWidget(self.headings)

    def _twin(self, twin: Twin) -> QWidget:
        _ = self._workplace.words.gettext
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        text = label(self._twin_text(twin), "lead")
        row.addWidget(text, 1)
        acts: tuple[tuple[str, Callable[[Twin], None]], ...] = (
            (_("Merge"), self._merge),
            (_("Keep both"), self._ignore),
        )
        for name, act in acts:
            button = ActButton(name, parent=made, height=SMALL)
            button.setAccessibleDescription(text.text())
            button.clicked.connect(partial(self._do, act, twin))
            row.addWidget(button)
            self.merge_buttons.append(button)
        return made

    def _twin_text(self, twin: Twin) -> str:
        text = self._workplace.words.gettext("Nearly the same: “{first}” and “{second}”.")
        return text.format(first=twin.first_title, second=twin.second_title)

    def _do(self, act: Callable[[Twin], None], twin: Twin, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        act(twin)

    def _merge(self, twin: Twin) -> None:
        rule = partial(with_merged, round_id=self._round_id, keep=twin.first, other=twin.second)
        self._try(Op.MERGE_MILESTONES, rule)

    def _ignore(self, twin: Twin) -> None:
        self._ignored.add((twin.first, twin.second))
        self._fill()

    def _confirm(self, confirmed: bool) -> None:  # noqa: FBT001 - Qt's signal
        rule = partial(with_headings_confirmed, round_id=self._round_id, confirmed=confirmed)
        self._try(Op.EDIT_ROUND, rule)

    def _try(self, op: Op, rule: Callable[[Day], Day]) -> None:
        place = self._workplace
        why_not = tried(place.words, partial(place.store.do, op, rule))
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        self._fill()
