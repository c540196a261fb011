"""Parts of the ballot screen: drawn in logical units and scaled with the window.

The ballot screen is designed on 1440 x 900 like a page of the shared screen; `place` puts a part at
its logical rectangle and tells it the scale.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Rect,
    Role,
    Ruler,
    Shape,
    Weight,
)
from workshop_app.figures.text import Style, block, elide, wrap_to
from workshop_app.ui.painting import paint

CAP_HALF = 0.364
RING = 8.0
_RING_PEN = 4.0
_KEY_PAD = 11.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: its style, where it stands and how many lines it may take."""

    style: Style
    align: Align = Align.LEFT
    lines: int = 1
    leading: float = 1.3


class Scaled:
    """A part that knows how many device-independent pixels a logical unit is."""

    scale = 1.0


def place(part: QWidget, rect: Rect, scale: float) -> None:
    """Put a part at a logical rectangle."""
    if isinstance(part, Scaled):
        part.scale = scale
    part.setGeometry(
        QRect(
            round(rect.x * scale),
            round(rect.y * scale),
            round(rect.width * scale),
            round(rect.height * scale),
        )
    )
    part.update()


def centred(style: Style, y: float) -> float:
    """The baseline that centres capitals on a height."""
    return y + style.size * CAP_HALF


def focus_ring(rect: Rect, radius: float) -> Box:
    """A ring of ink outside a gap round a rectangle."""
    out = RING - _RING_PEN / 2
    ring = Rect(rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out)
    return Box(ring, Ink(stroke=Role.INK, width=_RING_PEN), radius + out)


class SheetLabel(Scaled, QLabel):
    """Text of the ballot screen; a screen reader reads it as any label."""

    def __init__(self, setting: Setting, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._ruler = ruler

    def wanted_width(self) -> float:
        """Width of the text on one line, in logical units."""
        return self.setting.style.width(self.text(), self._ruler) + 2

    def fit(self, room: float, size: float, least: float) -> None:
        """Set in `size`, or smaller down to `least` where the room (logical units) is short."""
        style = replace(self.setting.style, size=size)
        wide = style.width(self.text(), self._ruler)
        fitting = size * min(1.0, room / wide) if wide else size
        style = replace(style, size=max(least, fitting))
        self.setting = replace(self.setting, style=style)

    def recolour(self, role: Role) -> None:
        """Another colour role for the text."""
        self.setting = replace(self.setting, style=replace(self.setting.style, role=role))
        self.update()

    def shown_lines(self) -> tuple[str, ...]:
        """The lines as they are painted, the last one cut if there is no room."""
        width = self.width() / self.scale
        style = self.setting.style
        if self.setting.lines == 1:
            return (elide(self.text(), style, width, self._ruler),)
        return wrap_to(self.text(), style, width, self._ruler, lines=self.setting.lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self.shown_lines()
        style = self.setting.style
        width, height = self.width() / self.scale, self.height() / self.scale
        leading = style.size * self.setting.leading
        first = centred(style, height / 2 - (len(lines) - 1) * leading / 2)
        at = {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[self.setting.align]
        labels = tuple(
            replace(label, align=self.setting.align)
            for label in block(lines, style, at, first, leading)
        )
        with QPainter(self) as painter:
            paint(painter, Figure(width, height, labels), palette(dark=False), scale=self.scale)


class SheetButton(Scaled, QAbstractButton):
    """A large button with its key in a box; its text is a verb."""

    def __init__(
        self, ruler: Ruler, parent: QWidget, *, primary: bool = False, size: float = 26.0
    ) -> None:
        super().__init__(parent)
        self._ruler = ruler
        self._primary = primary
        self._size = size
        self.key_text = ""
        self.setProperty("ring", "none")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wanted_width(self) -> float:
        """Width for text, key box and air in logical units, the room for the ring included."""
        key = self._key_width() + self._size * 0.55 if self.key_text else 0.0
        return self._style(Role.INK).width(self.text(), self._ruler) + key + self._size * 2.4

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in _PRESS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        body = Rect(RING, RING, width - 2 * RING, height - 2 * RING)
        shapes: list[Shape] = [Box(body, self._ground(), 12)]
        shapes += self._writing(body)
        if self.hasFocus():
            shapes.append(focus_ring(body, 12))
        with QPainter(self) as painter:
            figure = Figure(width, height, tuple(shapes))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def _ground(self) -> Ink:
        if not self.isEnabled():
            return Ink(fill=Role.SUNKEN)
        if self._primary:
            return Ink(fill=Role.ACCENT_DARK if self.underMouse() else Role.ACCENT)
        fill = Role.TINT if self.underMouse() else Role.SURFACE
        return Ink(fill=fill, stroke=Role.LINE2, width=2)

    def _style(self, role: Role) -> Style:
        return Style(self._size, Weight.SEMIBOLD, role)

    def _key_width(self) -> float:
        style = Style(self._size * 0.74, Weight.SEMIBOLD)
        return style.width(self.key_text, self._ruler) + 2 * _KEY_PAD

    def _writing(self, body: Rect) -> list[Shape]:
        role = Role.ON_FILL if self._primary else Role.INK
        style = self._style(role if self.isEnabled() else Role.INK3)
        key = self._key_width() + self._size * 0.55 if self.key_text else 0.0
        text = elide(self.text(), style, body.width - key - self._size * 0.8, self._ruler)
        whole = style.width(text, self._ruler) + key
        x = body.x + (body.width - whole) / 2
        middle = body.y + body.height / 2
        shapes: list[Shape] = [style.label(text, x, centred(style, middle))]
        if self.key_text:
            high = self._size * 1.2
            start = x + whole - self._key_width()
            box = Rect(start, middle - high / 2, self._key_width(), high)
            shapes += key_box(self.key_text, box, style.role)
        return shapes


def key_box(text: str, rect: Rect, role: Role = Role.INK3) -> tuple[Shape, ...]:
    """A key in its box."""
    style = Style(rect.height * 0.6, Weight.SEMIBOLD, role)
    middle = rect.x + rect.width / 2
    return (
        Box(rect, Ink(stroke=role if role is Role.ON_FILL else Role.CTRL, width=1.5), 6),
        style.label(text, middle, centred(style, rect.y + rect.height / 2), Align.CENTRE),
    )
