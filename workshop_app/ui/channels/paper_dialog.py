"""Typing in a pile of paper ballots: one after the other, with a running total."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.paper import Batch, count_papers
from workshop_app.domain.balance import sum_of
from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.rounds import voting_round
from workshop_app.report.texts import outcome_word
from workshop_app.ui.attempt import tried
from workshop_app.ui.channels.paper_ballot import (
    answer_keys,
    rows_of,
    with_digit,
    with_stop,
    without,
)
from workshop_app.ui.channels.paper_list import PaperList
from workshop_app.ui.channels.texts import running_line
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import Notice, caption, label, strong
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.workplace import Workplace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIZE = (720, 640)
_MOST_BUTTONS = 6


class PaperDialog(StyledDialog):
    """First how many ballots there are, then each of them, then all are counted together.

    Nothing of them is kept until the pile is counted; a pile that is left is gone.
    """

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """For a round that is open.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Type in paper ballots"), parent)
        self._workplace = workplace
        self._round_id = round_id
        self._voting = voting_round(workplace.day, round_id)
        self.batch: Batch | None = None
        self.ballot = Ballot()
        self.counted = 0
        self.error = Notice("", "warn")
        self.error.hide()
        self._first, self._second = QWidget(self), QWidget(self)
        self.body.addWidget(self._first)
        self.body.addWidget(self._second, 1)
        self.body.addWidget(self.error)
        self._add_size_page(self._first)
        self._add_ballot_page(self._second)
        self._add_all_buttons()
        self._show()
        self.pile.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making -------------------------------------------------------------------------------

    def _add_size_page(self, page: QWidget) -> None:
        _ = self._workplace.words.gettext
        left = sum_of(self._workplace.day, self._voting).left
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        name = _("How many paper ballots are there?")
        self.pile = Stepper(name, 1, max(1, left), max(1, left))
        row = QHBoxLayout()
        row.addWidget(strong(name))
        row.addStretch(1)
        row.addWidget(self.pile)
        column.addLayout(row)
        text = _("Count the pile first. The ballots are counted when all of them are typed in.")
        column.addWidget(caption(text))

    def _add_ballot_page(self, page: QWidget) -> None:
        _ = self._workplace.words.gettext
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.which = strong("")
        self.total = caption("")
        column.addWidget(self.which)
        column.addWidget(self.total)
        self.list = PaperList(_("Ballot"))
        self.list.digit.connect(self._digit)
        self.list.stop.connect(self._stop)
        self.list.clear.connect(self._clear)
        column.addWidget(self.list, 1)
        column.addLayout(self._marks())
        self.keys = label(self._keys_text(), "caption")
        column.addWidget(self.keys)

    def _marks(self) -> QHBoxLayout:
        """The same marks for the mouse, for the row that is chosen."""
        row = QHBoxLayout()
        row.setSpacing(6)
        self.mark_buttons: list[ActButton] = []
        for text, key, act in self._mark_acts():
            button = ActButton(text, key, height=SMALL)
            button.clicked.connect(act)
            row.addWidget(button)
            self.mark_buttons.append(button)
        row.addStretch(1)
        return row

    def _mark_acts(self) -> list[tuple[str, str, Callable[[], None]]]:
        words, voting = self._workplace.words, self._voting
        acts: list[tuple[str, str, Callable[[], None]]] = []
        if uses_dots(voting):
            most = min(voting.cap or voting.dots or _MOST_BUTTONS, _MOST_BUTTONS)
            for n in range(1, most + 1):
                text = words.ngettext("{n} dot", "{n} dots", n).format(n=n)
                acts.append((text, str(n), partial(self._digit, n)))
        else:
            for digit, code in answer_keys(voting).items():
                text = outcome_word(words, code)
                acts.append((text, str(digit), partial(self._digit, digit)))
        if voting.stops:
            acts.append((words.gettext("Stop"), "−", self._stop))
        acts.append((words.gettext("Clear"), "⌫", self._clear))
        return acts

    def _keys_text(self) -> str:
        _ = self._workplace.words.gettext
        return _("A letter goes to its row, a number marks it. Enter goes on to the next ballot.")

    def _add_all_buttons(self) -> None:
        _ = self._workplace.words.gettext
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.back = ActButton(_("Ballot before"), "Page ↑", parent=self)
        self.back.clicked.connect(self.turn_back)
        self.forward = ActButton("", "Enter", "primary", self)
        self.forward.clicked.connect(self.go_on)
        self.add_buttons((self.cancel, self.back, self.forward))

    # --- acts ---------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Enter: begin, put the ballot in hand away, or count them all."""
        if self.batch is None:
            self.batch = Batch(self._workplace.day, self._voting, self.pile.value())
            self.resize(*_SIZE)
            self._take_up()
        elif self.batch.past_the_end:
            self._count()
        elif self._tried(partial(self.batch.put, self.ballot)):
            self._take_up()

    def turn_back(self) -> None:
        """Page up: look at the ballot before."""
        if self.batch is not None:
            self.batch.turn(-1)
            self._take_up()

    def turn_on(self) -> None:
        """Page down: back towards the one that is not typed yet."""
        if self.batch is not None:
            self.batch.turn(1)
            self._take_up()

    def _take_up(self) -> None:
        if self.batch is None:
            return
        self._say("")
        self.ballot = self.batch.current()
        self._show()
        self.list.go(0)
        past = self.batch.past_the_end
        (self.forward if past else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        if self.batch is None:
            return
        place = self._workplace
        papers = self.batch.papers
        act = partial(count_papers, place.day, place.ballots, self._round_id, papers)
        if self._tried(act):
            self.counted = len(papers)
            self.accept()

    def _digit(self, digit: int) -> None:
        self._mark(partial(with_digit, self._voting, digit=digit))
        if not uses_dots(self._voting):
            self.list.go(self.list.at() + 1)

    def _stop(self) -> None:
        self._mark(partial(with_stop, self._voting))

    def _clear(self) -> None:
        self._mark(without)

    def _mark(self, rule: Callable[..., Ballot]) -> None:
        at = self.list.at()
        if self.batch is None or self.batch.past_the_end or at < 0:
            return
        self.ballot = rule(ballot=self.ballot, option=self.list.paper.rows[at].option)
        self._say("")
        self._show()

    def _tried(self, act: Callable[[], object]) -> bool:
        why_not = tried(self._workplace.words, act)
        self._say(why_not)
        return not why_not

    def _say(self, why_not: str) -> None:
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))

    # --- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        words = self._workplace.words
        _ = words.gettext
        self._first.setVisible(self.batch is None)
        self._second.setVisible(self.batch is not None)
        self.back.setVisible(self.batch is not None)
        if self.batch is None:
            self.forward.setText(_("Begin"))
            return
        running = self.batch.running
        past = self.batch.past_the_end
        which = _("Ballot {n} of {all}").format(n=running.at, all=running.wanted)
        self.which.setText(_("All ballots are typed in") if past else which)
        self.total.setText(running_line(words, self._voting, running))
        self.list.put(rows_of(words, self._workplace.day, self._voting, self.ballot))
        self.list.setEnabled(not past)
        for button in self.mark_buttons:
            button.setEnabled(not past)
        self.back.setEnabled(running.at > 1)
        self.forward.setText(self._forward_text(past=past))

    def _forward_text(self, *, past: bool) -> str:
        words = self._workplace.words
        if past and self.batch is not None:
            number = self.batch.running.wanted
            text = words.ngettext("Count {n} ballot", "Count {n} ballots", number)
            return text.format(n=number)
        if self.ballot.blank:
            return words.gettext("Blank ballot, next")
        return words.gettext("Next ballot")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.go_on()
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn_back()
        elif event.key() == Qt.Key.Key_PageDown:
            self.turn_on()
        else:
            super().keyPressEvent(event)
