"""One row of the ballot: key, text, the dots as circles, a stop where the round has them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from workshop_app.figures.marks import evidence
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Line,
    Oval,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Weight,
)
from workshop_app.figures.text import Style, block, wrap_to
from workshop_app.ui.painting import paint
from workshop_app.ui.stage_pages.round_view import WEAK
from workshop_app.ui.voting.sheet_parts import RING, Scaled, centred, focus_ring, key_box, place

TALL, LOW = 76.0, 50.0
_MOST_CIRCLES = 5
_TEXT_X = 90.0
_PAD = 18.0
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row says; finished words.

    Attributes:
        key: The number key of the row.
        text: The option.
        below: Year, and evidence in words; empty for nothing.
        strength: Evidence 1-3, 0 = not shown.
        cap: Most dots on it.
        stops: Whether the round has stops.
        stop_word: What the stop says.
        minus_word: What the minus is called by a screen reader.
    """

    key: str
    text: str
    below: tuple[str, str] = ("", "")
    strength: int = 0
    cap: int = 1
    stops: bool = False
    stop_word: str = ""
    minus_word: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """What is marked on a row, what a screen reader says of it, and why an act was refused."""

    dots: int = 0
    stop: bool = False
    name: str = ""
    warning: str = ""


class SmallButton(Scaled, QAbstractButton):
    """The minus, and the stop: for mouse and touch; the keys are − and S on the row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        frame = Rect(1.5, 1.5, width - 3, height - 3)
        with QPainter(self) as painter:
            figure = Figure(width, height, self.shapes(frame))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def shapes(self, frame: Rect) -> tuple[Shape, ...]:
        """A minus in a square."""
        middle = frame.y + frame.height / 2
        ends = frame.x + frame.width * 0.3, frame.right - frame.width * 0.3
        stroke = Ink(stroke=Role.INK, width=3.5, round_ends=True)
        return (
            Box(frame, Ink(fill=Role.SURFACE, stroke=Role.CTRL, width=2), 8),
            Line((Point(ends[0], middle), Point(ends[1], middle)), stroke),
        )


class StopButton(SmallButton):
    """The stop: square where dots are round, and with its word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    @override
    def nextCheckState(self) -> None:
        """The sheet decides; nothing changes by itself."""

    @override
    def shapes(self, frame: Rect) -> tuple[Shape, ...]:
        on = self.isChecked()
        ground = Ink(fill=Role.MUST) if on else Ink(fill=Role.SURFACE, stroke=Role.CTRL, width=2)
        style = Style(frame.height * 0.44, Weight.SEMIBOLD, Role.ON_FILL if on else Role.INK2)
        middle = frame.x + frame.width / 2
        baseline = centred(style, frame.y + frame.height / 2)
        return (Box(frame, ground, 6), style.label(self.text(), middle, baseline, Align.CENTRE))


class BallotRow(Scaled, QAbstractButton):
    """One option. Activating it puts a dot; minus and stop stand to its right.

    Signals:
        minus: One dot (or the stop) less.
        stop: Set or take away the stop.
    """

    minus = Signal()
    stop = Signal()

    def __init__(self, text: RowText, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = text
        self._ruler = ruler
        self._state = RowState()
        self._tall = True
        self._minus = SmallButton(self)
        self._minus.setAccessibleName(f"{text.minus_word}, {text.text}")
        self._minus.clicked.connect(self.minus)
        self._stop = StopButton(self)
        self._stop.setText(text.stop_word)
        self._stop.setAccessibleName(f"{text.stop_word}, {text.text}")
        self._stop.setVisible(text.stops)
        self._stop.clicked.connect(self.stop)
        self.setText(text.text)
        self.setToolTip(text.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_state(RowState())

    @property
    def state(self) -> RowState:
        """What is marked now."""
        return self._state

    @property
    def minus_button(self) -> QAbstractButton:
        """Takes a dot away with the mouse."""
        return self._minus

    @property
    def stop_button(self) -> QAbstractButton:
        """Sets the stop with the mouse."""
        return self._stop

    def show_state(self, state: RowState) -> None:
        """Show what is marked."""
        self._state = state
        self._minus.setVisible(state.dots > 0)
        self._stop.setChecked(state.stop)
        self._stop.update()
        self.setAccessibleName(state.name or self._words.text)
        self.setAccessibleDescription(state.warning)
        self.update()

    def put(self, rect: Rect, scale: float) -> None:
        """Place the row so that its box is `rect` (logical units)."""
        self._tall = rect.height >= TALL
        outer = Rect(rect.x - RING, rect.y - RING, rect.width + 2 * RING, rect.height + 2 * RING)
        place(self, outer, scale)
        side = self._side()
        top = RING + (rect.height - side) / 2
        right = RING + rect.width - _PAD
        place(self._minus, Rect(right - side, top, side, side), scale)
        place(self._stop, Rect(self._stop_x(rect.width), top, self._stop_width(), side), scale)

    def text_lines(self) -> tuple[str, ...]:
        """The option's text as it is painted."""
        return wrap_to(self._words.text, self._text_style(), self._room(), self._ruler)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only Space is the row's own; arrows and the rest belong to the sheet.
        if event.key() in _PRESS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        body = Rect(RING, RING, width - 2 * RING, height - 2 * RING)
        shapes: list[Shape] = [Box(body, self._ground(), 10)]
        shapes += self._writing(body)
        shapes += self._circles(body)
        if self.hasFocus():
            shapes.append(focus_ring(body, 10))
        with QPainter(self) as painter:
            figure = Figure(width, height, tuple(shapes))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def _ground(self) -> Ink:
        if self._state.dots:
            return Ink(fill=Role.TINT, stroke=Role.ACCENT, width=3)
        if self._state.stop:
            return Ink(fill=Role.SUNKEN, stroke=Role.MUST, width=3)
        return Ink(fill=Role.SURFACE, stroke=Role.LINE2, width=2)

    def _writing(self, body: Rect) -> list[Shape]:
        low = not self._tall
        key_high = 28.0 if low else 36.0
        middle = body.y + body.height / 2
        key = Rect(body.x + 20, middle - key_high / 2, key_high * 1.17, key_high)
        shapes: list[Shape] = list(key_box(self._words.key, key))
        lines, style = self.text_lines(), self._text_style()
        x = body.x + _TEXT_X
        below = self._below()
        if low:
            shapes += self._low_below(body, lines)
        leading = style.size * 1.1
        under = below and not low
        two = len(lines) > 1
        first = middle - (23.0 if two else 14.0) if under else middle - leading / 2 * two
        shapes += block(lines, style, x, centred(style, first), leading)
        if under:
            shapes += self._under(x, middle + (25.0 if two else 16.0), 17.0 if two else 21.0)
        return shapes

    def _below(self) -> str:
        return self._state.warning or "".join(self._words.below)

    def _role(self) -> Role:
        return Role.WARN if self._is_weak() or self._state.warning else Role.INK3

    def _under(self, x: float, middle: float, size: float) -> list[Shape]:
        """Year and evidence, or why an act was refused, on the second line."""
        style = Style(size, Weight.REGULAR, self._role())
        baseline = centred(style, middle)
        if self._state.warning:
            return [style.label(self._state.warning, x, baseline)]
        year, word = self._words.below
        shapes: list[Shape] = []
        if year:
            shapes.append(style.label(year, x, baseline))
            x += style.width(year, self._ruler) + 11
        if self._words.strength:
            shapes += evidence(self._words.strength, Rect(x, middle - 9, 19, 16))
            x += 30
        return [*shapes, style.label(word, x, baseline)]

    def _low_below(self, body: Rect, lines: tuple[str, ...]) -> list[Shape]:
        """On low rows only a warning stands beside the text, where there is room for it."""
        right = RING + self._marks_x(body.width) - 24
        middle = body.y + body.height / 2
        if not self._state.warning:
            mark = Rect(right - 19, middle - 8, 19, 16)
            return list(evidence(self._words.strength, mark)) if self._is_weak() else []
        style = Style(19, Weight.SEMIBOLD, Role.WARN)
        taken = max(self._text_style().width(line, self._ruler) for line in lines)
        room = right - (body.x + _TEXT_X + taken + 16)
        # Where there is no room for it here, it stands at the foot of the sheet alone.
        if style.width(self._state.warning, self._ruler) > room:
            return []
        return [style.label(self._state.warning, right, centred(style, middle), Align.RIGHT)]

    def _is_weak(self) -> bool:
        return 0 < self._words.strength <= WEAK

    def _circles(self, body: Rect) -> list[Shape]:
        side = self._side()
        x = body.x + self._marks_x(body.width)
        if self._words.stops:
            x += self._stop_width() + 22
        middle = body.y + body.height / 2
        if self._words.cap > _MOST_CIRCLES:
            style = Style(side * 0.6, Weight.BOLD)
            text = f"{self._state.dots} / {self._words.cap}"
            return [style.label(text, x, centred(style, middle))]
        circles: list[Shape] = []
        for i in range(self._words.cap):
            place_ = Rect(x + i * side * 1.4, middle - side / 2, side, side)
            full = i < self._state.dots
            empty = Ink(fill=Role.SURFACE, stroke=Role.CTRL, width=2.5)
            circles.append(Oval(place_, Ink(fill=Role.ACCENT) if full else empty))
        return circles

    def _side(self) -> float:
        return 49.0 if self._tall else 36.0

    def _room(self) -> float:
        """Width for the text, in logical units."""
        mark = 44.0 if self._is_weak() and not self._tall else 0.0
        return self._marks_x(self.width() / self.scale - 2 * RING) - _TEXT_X - RING - 16 - mark

    def _text_style(self) -> Style:
        """Large on one line; a text too long for that is smaller, on two."""
        style = Style(26.0 if self._tall else 24.0, Weight.SEMIBOLD)
        if style.width(self._words.text, self._ruler) <= self._room():
            return style
        return Style(22.0 if self._tall else 19.0, Weight.SEMIBOLD)

    def _stop_width(self) -> float:
        style = Style(36 * 0.44, Weight.SEMIBOLD)
        return style.width(self._words.stop_word, self._ruler) + 30

    def _stop_x(self, width: float) -> float:
        return RING + self._marks_x(width)

    def _marks_x(self, width: float) -> float:
        """Where stop and circles begin, from the left edge of the row's box."""
        side = self._side()
        circles = min(self._words.cap, _MOST_CIRCLES + 1)
        marks = side * (1.4 * circles - 0.4) if circles <= _MOST_CIRCLES else side * 2.2
        stop = self._stop_width() + 22 if self._words.stops else 0.0
        return width - _PAD - side - 28 - marks - stop
