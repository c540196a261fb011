"""One row of a ballot of answers: what is asked, and a button for each answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from workshop_app.figures.marks import code_mark
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Align, Box, Figure, Ink, Rect, Role, Ruler, Shape, Weight
from workshop_app.figures.text import Style, block, elide, wrap_to
from workshop_app.ui.painting import paint
from workshop_app.ui.stage_pages.round_view import OptionView
from workshop_app.ui.voting.sheet_parts import RING, Scaled, centred, focus_ring, place

TALL, LOW = 76.0, 50.0
COLUMN_GAP = 10.0
_PAD, _MARK = 22.0, 40.0
_WORD, _DIGIT = 20.0, 18.0
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """An answer on the ballot: its code, its words, the key that gives it."""

    code: str
    word: str
    key: str


@dataclass(frozen=True, slots=True)
class RowLook:
    """What all rows of a sheet share.

    Attributes:
        keys: The answers in order.
        wide: Width of each answer's button.
        words: Whether the words stand in the buttons; else over them.
    """

    keys: tuple[AnswerKey, ...]
    wide: float
    words: bool

    @property
    def room(self) -> float:
        """Width of all buttons."""
        return len(self.keys) * (self.wide + COLUMN_GAP) - COLUMN_GAP

    def left_of(self, index: int, right: float) -> float:
        """The left edge of a button, when the last one ends at `right`."""
        return right - self.room + index * (self.wide + COLUMN_GAP)


def look_of(keys: Sequence[AnswerKey], room: float, ruler: Ruler) -> RowLook:
    """Words in the buttons where they fit in a good half of the row; else over them."""
    style, digit = Style(_WORD, Weight.SEMIBOLD), Style(_DIGIT, Weight.REGULAR)
    widest = max((style.width(each.word, ruler) for each in keys), default=0.0)
    wide = widest + digit.width("0", ruler) + 2 * 16 + 12
    whole = len(keys) * (wide + COLUMN_GAP)
    if whole <= room * 0.52:
        return RowLook(tuple(keys), wide, words=True)
    narrow = min(116.0, room * 0.56 / max(len(keys), 1) - COLUMN_GAP)
    return RowLook(tuple(keys), narrow, words=False)


class AnswerButton(Scaled, QAbstractButton):
    """One answer, for mouse and touch; the keyboard stays on the row."""

    def __init__(self, key: AnswerKey, ruler: Ruler, parent: QWidget, *, words: bool) -> None:
        super().__init__(parent)
        self._key, self._ruler, self._words = key, ruler, words
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(key.word)
        self.setToolTip(key.word)

    @override
    def nextCheckState(self) -> None:
        """The sheet decides; nothing changes by itself."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        frame = Rect(1.5, 1.5, width - 3, height - 3)
        on = self.isChecked()
        ground = Ink(fill=Role.ACCENT) if on else Ink(Role.SURFACE, Role.CTRL, 2)
        shapes: list[Shape] = [Box(frame, ground, 8)]
        shapes += self._writing(frame, Role.ON_FILL if on else Role.INK)
        with QPainter(self) as painter:
            paint(
                painter, Figure(width, height, tuple(shapes)), palette(dark=False), scale=self.scale
            )

    def _writing(self, frame: Rect, role: Role) -> list[Shape]:
        middle, centre = frame.y + frame.height / 2, frame.x + frame.width / 2
        if not self._words:
            big = Style(24, Weight.BOLD, role)
            return [big.label(self._key.key, centre, centred(big, middle), Align.CENTRE)]
        word = Style(_WORD, Weight.SEMIBOLD, role)
        digit = Style(_DIGIT, Weight.REGULAR, role if role is Role.ON_FILL else Role.INK3)
        lead = digit.width(self._key.key, self._ruler) + 12 if self._key.key else 0.0
        text = elide(self._key.word, word, frame.width - lead - 16, self._ruler)
        x = centre - (lead + word.width(text, self._ruler)) / 2
        return [
            digit.label(self._key.key, x, centred(digit, middle)),
            word.label(text, x + lead, centred(word, middle)),
        ]


class AnswerLine(Scaled, QWidget):
    """One question. The keyboard rests on the whole row: digits answer, arrows change.

    Signals:
        answered: A button was pressed; carries the answer's code.
    """

    answered = Signal(str)

    def __init__(
        self, option: OptionView, below: str, look: RowLook, tools: tuple[Ruler, QWidget]
    ) -> None:
        """A row.

        Args:
            option: What is asked about.
            below: A line under it; empty for none.
            look: What all rows of the sheet share.
            tools: The ruler, and the sheet.
        """
        self._ruler, sheet = tools
        super().__init__(sheet)
        self._option, self._below, self._look = option, below, look
        self._answer = ""
        self.buttons: dict[str, AnswerButton] = {}
        for key in look.keys:
            button = AnswerButton(key, self._ruler, self, words=look.words)
            button.setAccessibleName(f"{option.label}: {key.word}")
            button.clicked.connect(partial(self._pressed, key.code))
            self.buttons[key.code] = button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self.setToolTip(option.whole or option.label)

    @property
    def answer(self) -> str:
        """What is marked; empty for nothing."""
        return self._answer

    def show_answer(self, code: str, name: str) -> None:
        """Show what is marked, and what a screen reader says of the row."""
        self._answer = code
        for key, button in self.buttons.items():
            button.setChecked(key == code)
            button.update()
        self.setAccessibleName(name)
        self.update()

    def put(self, rect: Rect, scale: float) -> None:
        """Place the row so that its box is `rect` (logical units)."""
        outer = Rect(rect.x - RING, rect.y - RING, rect.width + 2 * RING, rect.height + 2 * RING)
        place(self, outer, scale)
        high = min(rect.height - 12, 52.0)
        right = RING + rect.width - _PAD / 2
        for i, button in enumerate(self.buttons.values()):
            x = self._look.left_of(i, right)
            top = RING + (rect.height - high) / 2
            place(button, Rect(x, top, self._look.wide, high), scale)

    def text_lines(self) -> tuple[str, ...]:
        """What is asked about as it is painted."""
        return wrap_to(self._option.label, self._style(), self._room(), self._ruler)

    def _pressed(self, code: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.answered.emit(code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space would scroll or press; here it does nothing, and the rest belongs to the sheet.
        if event.key() not in _PRESS:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        body = Rect(RING, RING, width - 2 * RING, height - 2 * RING)
        ink = Ink(fill=Role.SURFACE, stroke=Role.LINE2, width=2)
        if self._answer:
            ink = Ink(fill=Role.TINT, stroke=Role.ACCENT, width=2)
        shapes: list[Shape] = [Box(body, ink, 10), *self._writing(body)]
        if self.hasFocus():
            shapes.append(focus_ring(body, 10))
        with QPainter(self) as painter:
            figure = Figure(width, height, tuple(shapes))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def _writing(self, body: Rect) -> list[Shape]:
        middle, x = body.y + body.height / 2, body.x + _PAD
        shapes: list[Shape] = []
        if self._option.code:
            side = min(_MARK, body.height - 10)
            mark = Rect(body.x + 14, middle - side / 2, side, side)
            shapes += code_mark(max(0, self._option.track), self._option.code, mark)
            x += _MARK + 8
        lines, style = self.text_lines(), self._style()
        leading = style.size * 1.1
        under = bool(self._below) and body.height >= TALL
        two = len(lines) > 1
        first = middle - (22.0 if two else 14.0) if under else middle - leading / 2 * two
        shapes += block(lines, style, x, centred(style, first), leading)
        if under:
            small = Style(17.0 if two else 20.0, Weight.REGULAR, Role.INK2)
            text = elide(self._below, small, self._room(), self._ruler)
            shapes.append(small.label(text, x, centred(small, middle + (26.0 if two else 17.0))))
        return shapes

    def _room(self) -> float:
        mark = _MARK + 8 if self._option.code else 0.0
        return self.width() / self.scale - 2 * RING - 2 * _PAD - self._look.room - mark

    def _style(self) -> Style:
        tall = self.height() / self.scale - 2 * RING >= TALL
        style = Style(26.0 if tall else 24.0, Weight.SEMIBOLD)
        if style.width(self._option.label, self._ruler) <= self._room():
            return style
        return Style(22.0 if tall else 18.0, Weight.SEMIBOLD)
