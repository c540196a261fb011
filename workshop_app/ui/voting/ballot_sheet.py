"""The ballot at the laptop: rows with dots (and stops), in pages, by mouse, touch or keys."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.figures.marks import track_mark
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Align, Figure, Rect, Role, Ruler, Weight
from workshop_app.figures.text import Style, display
from workshop_app.system.language import Words
from workshop_app.ui.painting import paint
from workshop_app.ui.stage_pages.round_view import OptionView, track_by_option
from workshop_app.ui.voting.ballot_row import LOW, TALL, BallotRow, RowState, RowText
from workshop_app.ui.voting.draft import BallotDraft
from workshop_app.ui.voting.sheet_parts import RING, Setting, SheetButton, SheetLabel, place
from workshop_app.ui.voting.sheet_texts import (
    TALL_ROWS,
    SheetPage,
    below_line,
    budget_key,
    budget_line,
    hand_in_text,
    pages_of,
    row_name,
    why_not,
)
from workshop_app.ui.voting.steps_mark import StepsMark

WIDTH, HEIGHT = 1440.0, 810.0
_LEFT = 60.0
_ROWS_TOP = 152.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MINUS = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MAC_DIGITS = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9}


@dataclass(frozen=True, slots=True)
class SheetSubject:
    """Whose ballot it is and what it is about."""

    day: Day
    voting: VotingRound
    role: str


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


class BallotSheet(QWidget):
    """One person's ballot.

    Signals:
        handed_in: The person is done; carries the `Ballot`.
        cancelled: The person went back; nothing is kept.
    """

    handed_in = Signal(object)
    cancelled = Signal()

    def __init__(
        self, subject: SheetSubject, words: Words, ruler: Ruler, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._words = words
        self._ruler = ruler
        self._draft = BallotDraft(subject.voting, track_by_option(subject.day))
        self._pages = pages_of(subject.day, subject.voting)
        self._page = 0
        self._scale = 1.0
        self._make_labels()
        self._make_buttons()
        self._rows: tuple[tuple[BallotRow, ...], ...] = tuple(
            tuple(self._make_row(i, option) for i, option in enumerate(page.options))
            for page in self._pages
        )
        self.setAccessibleName(words.gettext("Ballot"))
        self._turn_to(0)

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def pages(self) -> tuple[SheetPage, ...]:
        """All pages."""
        return self._pages

    @property
    def rows(self) -> tuple[BallotRow, ...]:
        """The rows of the page that is shown."""
        return self._rows[self._page]

    @property
    def draft(self) -> BallotDraft:
        """What is marked so far."""
        return self._draft

    @property
    def primary(self) -> SheetButton:
        """Next page, or hand in."""
        return self._next

    @property
    def cancel_button(self) -> SheetButton:
        """Goes back without voting."""
        return self._cancel

    def show_error(self, sentence: str) -> None:
        """Say why the ballot was not taken; it stays as it is filled in."""
        self._hint.setText(sentence)
        self._hint.recolour(Role.BAD)
        self._hint.setAccessibleDescription(sentence)

    def _make_labels(self) -> None:
        ruler = self._ruler
        quiet = Style(23, Weight.REGULAR, Role.INK2)
        foot = Style(21, Weight.REGULAR, Role.INK3)
        self._kicker = SheetLabel(Setting(quiet), ruler, self)
        self._title = SheetLabel(Setting(display(46)), ruler, self)
        self._budget = SheetLabel(Setting(Style(28, Weight.BOLD)), ruler, self)
        self._hint = SheetLabel(Setting(Style(20, Weight.REGULAR, Role.INK3)), ruler, self)
        self._day_title = SheetLabel(Setting(foot), ruler, self)
        self._day_title.setText(self._subject.day.workshop.title)
        self._secret = SheetLabel(Setting(foot, Align.RIGHT), ruler, self)
        self._secret.setText(self._words.gettext("Anonymous vote: the shared screen is covered"))
        self._steps = StepsMark(self._step_words(), ruler, self)

    def _step_words(self) -> tuple[str, str, str]:
        _ = self._words.gettext
        middle = _("Dots and stops") if self._subject.voting.stops else _("Dots")
        return (_("Who"), middle, _("Hand in"))

    def _make_buttons(self) -> None:
        _ = self._words.gettext
        self._cancel = SheetButton(self._ruler, self)
        self._cancel.setText(_("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._back = SheetButton(self._ruler, self)
        self._back.setText(_("Back"))
        self._back.clicked.connect(self._turn_back)
        self._next = SheetButton(self._ruler, self, primary=True)
        self._next.key_text = "Enter"
        self._next.clicked.connect(self._go_on)

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
            self._hint.setText(warning)
            self._hint.recolour(Role.WARN)

    def _show_footer(self) -> None:
        _ = self._words.gettext
        page = self._pages[self._page]
        voting = self._subject.voting
        key = budget_key(voting, page.options[0])
        self._budget.setText(budget_line(self._words, self._draft, key, stops=bool(voting.stops)))
        keys = _("Keys 1–{n}, minus takes away")
        if voting.stops:
            keys = _("Keys 1–{n}, minus takes away, S is stop")
        hint = keys.format(n=len(page.options))
        if len(self._pages) > 1:
            where = _("Page {page} of {pages}")
            hint = f"{where.format(page=self._page + 1, pages=len(self._pages))} · {hint}"
        self._hint.recolour(Role.INK3)
        self._hint.setText(hint)
        self._next.setText(self._next_text())
        self._back.setVisible(self._page > 0)
        self._arrange()

    def _next_text(self) -> str:
        _ = self._words.gettext
        if self._is_last():
            return hand_in_text(self._words, self._draft)
        following = self._pages[self._page + 1].track
        if following is None or following == self._pages[self._page].track:
            return _("Next page")
        return _("Next: track {letter}").format(letter=following.letter)

    def _is_last(self) -> bool:
        return self._page == len(self._pages) - 1

    def _turn_to(self, page: int) -> None:
        for rows in self._rows:
            for row in rows:
                row.hide()
        self._page = max(0, min(page, len(self._pages) - 1))
        track = self._pages[self._page].track
        _ = self._words.gettext
        name = self._subject.voting.name
        kicker = f"{name} · {track.letter} {track.name}" if track else name
        self._kicker.setText(kicker)
        title = _("{role}, place your dots")
        if self._subject.voting.stops:
            title = _("{role}, place your dots and stops")
        self._title.setText(title.format(role=self._subject.role))
        self._show_states()
        for row in self.rows:
            row.show()
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def _turn_back(self) -> None:
        self._turn_to(self._page - 1)

    def _go_on(self) -> None:
        if not self._is_last():
            self._turn_to(self._page + 1)
            return
        self.handed_in.emit(self._draft.ballot())

    def _focused(self) -> int:
        return next((i for i, row in enumerate(self.rows) if row.hasFocus()), -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit, at = digit_of(event), self._focused()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if digit:
            self._act("remove" if shift else "add", digit - 1)
        elif event.key() in _MINUS:
            self._act("remove", at)
        elif event.key() == Qt.Key.Key_S and self._subject.voting.stops:
            self._act("stop", at)
        elif event.key() in _ENTER:
            self._enter(at)
        else:
            self._move(event.key(), at)

    def _enter(self, at: int) -> None:
        """On: but a ballot with dots left is handed in only from the button that says so."""
        if at >= 0 and self._is_last() and self._draft.unplaced():
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._go_on()

    def _move(self, key: int, at: int) -> None:
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            stops = [*self.rows, self._next]
            here = at if at >= 0 else len(self.rows)
            stops[max(0, min(here + step, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_PageDown and not self._is_last():
            self._turn_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp and self._page:
            self._turn_to(self._page - 1)
        elif key == Qt.Key.Key_Escape:
            self._cancel.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = max(0.1, min(self.width() / WIDTH, self.height() / HEIGHT))
        self._scale = scale
        right = self.width() / scale - _LEFT
        bottom = self.height() / scale
        track = self._pages[self._page].track is not None
        steps = self._steps.wanted_width()
        place(self._steps, Rect(right - steps, 33, steps, 38), scale)
        start = _LEFT + (54 if track else 0)
        place(self._kicker, Rect(start, 34, right - steps - 30 - start, 40), scale)
        self._title.fit(right - _LEFT - 4, 46, 32)
        place(self._title, Rect(_LEFT, 78, right - _LEFT, 60), scale)
        self._arrange_rows(right, bottom, scale)
        self._arrange_footer(right, bottom, scale)

    def _arrange_rows(self, right: float, bottom: float, scale: float) -> None:
        tall = len(self.rows) <= TALL_ROWS
        high = TALL if tall else LOW
        room = bottom - 150 - _ROWS_TOP
        pitch = min(high + 16, max(high + 6, room / max(len(self.rows), TALL_ROWS)))
        for i, row in enumerate(self.rows):
            row.put(Rect(_LEFT, _ROWS_TOP + i * pitch, right - _LEFT, high), scale)

    def _arrange_footer(self, right: float, bottom: float, scale: float) -> None:
        top, high = bottom - 138 - RING, 66 + 2 * RING
        x = right + RING
        for button in (self._next, self._back, self._cancel):
            # isHidden, not isVisible: the sheet itself may not be shown yet
            if button.isHidden():
                continue
            wide = button.wanted_width() + 2 * RING
            x -= wide
            place(button, Rect(x, top, wide, high), scale)
            x -= 2
        self._budget.fit(x - _LEFT - 14, 28, 20)
        self._hint.fit(x - _LEFT - 14, 20, 16)
        place(self._budget, Rect(_LEFT, bottom - 140, x - _LEFT - 12, 38), scale)
        place(self._hint, Rect(_LEFT, bottom - 102, x - _LEFT - 12, 30), scale)
        half = (right - _LEFT) / 2
        place(self._day_title, Rect(_LEFT, bottom - 52, half - 10, 30), scale)
        place(self._secret, Rect(_LEFT + half, bottom - 52, half, 30), scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        track = self._pages[self._page].track
        if track is None:
            return
        mark = Figure(100, 100, track_mark(track.index, Rect(_LEFT + 1, 34, 40, 40), track.letter))
        with QPainter(self) as painter:
            paint(painter, mark, palette(dark=False), scale=self._scale)
