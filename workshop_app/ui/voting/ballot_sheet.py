"""The ballot of dots (and stops) at the laptop, in pages, by mouse, touch or keys."""

from __future__ import annotations

import sys
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.ballots import Ballot
from workshop_app.figures.shapes import Rect, Role, Ruler
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.round_view import OptionView, track_by_option
from workshop_app.ui.voting.ballot_row import LOW, TALL, BallotRow, RowState, RowText
from workshop_app.ui.voting.draft import BallotDraft
from workshop_app.ui.voting.sheet_base import EDGE, ROWS_TOP, Sheet, SheetSubject
from workshop_app.ui.voting.sheet_texts import (
    TALL_ROWS,
    below_line,
    budget_key,
    budget_line,
    hand_in_text,
    pages_of,
    row_name,
    why_not,
)

__all__ = ["BallotSheet", "SheetSubject", "digit_of"]

_MINUS = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MAC_DIGITS = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9}


def digit_of(event: QKeyEvent) -> int:
    """Which of the keys 1-9 was pressed, with or without Shift; 0 for another key.

    With Shift the layouts differ (Shift+7 is & here and / there), so then the place of the key
    on the keyboard counts.
    """
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return 0
    if sys.platform == "darwin":
        return _MAC_DIGITS.get(event.nativeVirtualKey(), 0)
    first = 2 if sys.platform == "win32" else 10
    digit = event.nativeScanCode() - first + 1
    return digit if 1 <= digit <= len(_MAC_DIGITS) else 0


class BallotSheet(Sheet):
    """Dots, and stops where the round has them."""

    def __init__(
        self, subject: SheetSubject, words: Words, ruler: Ruler, parent: QWidget | None = None
    ) -> None:
        super().__init__(subject, words, ruler, parent)
        self._draft = BallotDraft(subject.voting, track_by_option(subject.day))
        pages = pages_of(subject.day, subject.voting)
        rows = [tuple(self._make_row(i, o) for i, o in enumerate(p.options)) for p in pages]
        self.fill(pages, rows)

    @property
    def rows(self) -> tuple[BallotRow, ...]:
        """The rows of the page that is shown."""
        return cast("tuple[BallotRow, ...]", self.shown_rows)

    @property
    def draft(self) -> BallotDraft:
        """What is marked so far."""
        return self._draft

    @override
    def ballot(self) -> Ballot:
        return self._draft.ballot()

    @override
    def step_word(self) -> str:
        _ = self._words.gettext
        return _("Dots and stops") if self._subject.voting.stops else _("Dots")

    @override
    def title_text(self) -> str:
        _ = self._words.gettext
        title = _("{role}, place your dots")
        if self._subject.voting.stops:
            title = _("{role}, place your dots and stops")
        return title.format(role=self._subject.role)

    @override
    def unmarked(self) -> int:
        return self._draft.unplaced()

    @override
    def hand_in_words(self) -> str:
        return hand_in_text(self._words, self._draft)

    @override
    def show_states(self) -> None:
        self._show_states()

    def _make_row(self, index: int, option: OptionView) -> BallotRow:
        _ = self._words.gettext
        text = RowText(
            key=str(index + 1),
            text=option.label,
            below=below_line(self._words, option),
            strength=option.strength,
            cap=self._draft.cap,
            stops=bool(self._subject.voting.stops),
            stop_word=_("Stop"),
            minus_word=_("One less"),
        )
        row = BallotRow(text, self._ruler, self)
        row.show_state(RowState(name=row_name(self._words, option, self._draft)))
        row.clicked.connect(partial(self._act, "add", index))
        row.minus.connect(partial(self._act, "remove", index))
        row.stop.connect(partial(self._act, "stop", index))
        row.hide()
        return row

    def _act(self, what: str, index: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if not 0 <= index < len(self.rows):
            return
        option = self._pages[self._page].options[index].id
        acts = {
            "add": self._draft.add,
            "remove": self._draft.remove,
            "stop": self._draft.toggle_stop,
        }
        code = acts[what](option)
        self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_states(index, why_not(self._words, code, self._draft))

    def _show_states(self, warned: int = -1, warning: str = "") -> None:
        for i, option in enumerate(self._pages[self._page].options):
            state = RowState(
                dots=self._draft.dots(option.id),
                stop=self._draft.stopped(option.id),
                name=row_name(self._words, option, self._draft),
                warning=warning if i == warned else "",
            )
            self.rows[i].show_state(state)
        self._show_footer()
        if warning:
            self.say(warning, Role.WARN)

    def _show_footer(self) -> None:
        _ = self._words.gettext
        page = self._pages[self._page]
        voting = self._subject.voting
        key = budget_key(voting, page.options[0])
        keys = _("Keys 1–{n}, minus takes away")
        if voting.stops:
            keys = _("Keys 1–{n}, minus takes away, S is stop")
        budget = budget_line(self._words, self._draft, key, stops=bool(voting.stops))
        self.show_foot(budget, keys.format(n=len(page.options)))

    @override
    def act_on_key(self, event: QKeyEvent) -> bool:
        digit, at = digit_of(event), self.focused()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if digit:
            self._act("remove" if shift else "add", digit - 1)
        elif event.key() in _MINUS:
            self._act("remove", at)
        elif event.key() == Qt.Key.Key_S and self._subject.voting.stops:
            self._act("stop", at)
        else:
            return False
        return True

    @override
    def arrange_rows(self, right: float, bottom: float, scale: float) -> None:
        tall = len(self.rows) <= TALL_ROWS
        high = TALL if tall else LOW
        room = bottom - 150 - ROWS_TOP
        pitch = min(high + 16, max(high + 6, room / max(len(self.rows), TALL_ROWS)))
        for i, row in enumerate(self.rows):
            row.put(Rect(EDGE, ROWS_TOP + i * pitch, right - EDGE, high), scale)
