"""Where the voter is: Who, Dots, Hand in."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import (
    Align,
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
from workshop_app.figures.text import Style
from workshop_app.ui.painting import paint
from workshop_app.ui.voting.sheet_parts import Scaled, centred

_DISC = 36.0
_AFTER_DISC = 11.0
_LINE = 32.0
_GAP = 17.0
_SIZE = 23.0
_NOW = 1


class StepsMark(Scaled, QLabel):
    """Three numbered steps in a row; the first is done, the second is now."""

    def __init__(
        self, steps: tuple[str, str, str], ruler: Ruler, parent: QWidget, now: int = _NOW
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._steps = steps
        self._ruler = ruler
        self.setText(" – ".join(steps))

    def _style(self, index: int) -> Style:
        now = index == self._now
        return Style(_SIZE, Weight.BOLD if now else Weight.REGULAR, Role.INK if now else Role.INK2)

    def wanted_width(self) -> float:
        """Width of the whole row in logical units."""
        texts = sum(self._style(i).width(t, self._ruler) for i, t in enumerate(self._steps))
        between = (len(self._steps) - 1) * (_LINE + 2 * _GAP)
        return texts + len(self._steps) * (_DISC + _AFTER_DISC) + between + 4

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        height = self.height() / self.scale
        middle = height / 2
        shapes: list[Shape] = []
        x = 2.0
        for i, text in enumerate(self._steps):
            shapes += self._disc(i, Rect(x, middle - _DISC / 2, _DISC, _DISC))
            x += _DISC + _AFTER_DISC
            style = self._style(i)
            shapes.append(style.label(text, x, centred(style, middle)))
            x += style.width(text, self._ruler) + _GAP
            if i < len(self._steps) - 1:
                ends = (Point(x, middle), Point(x + _LINE, middle))
                shapes.append(Line(ends, Ink(stroke=Role.LINE2, width=2)))
                x += _LINE + _GAP
        with QPainter(self) as painter:
            figure = Figure(self.width() / self.scale, height, tuple(shapes))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def _disc(self, index: int, rect: Rect) -> list[Shape]:
        if index < self._now:
            inner = Rect(rect.x + 8, rect.y + 8, rect.width - 16, rect.height - 16)
            ground = Oval(rect, Ink(fill=Role.TINT2))
            return [ground, *icon(Icon.CHECK, inner, Role.ACCENT, 2.6)]
        now = index == self._now
        empty = Rect(rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2)
        disc = (
            Oval(rect, Ink(fill=Role.ACCENT))
            if now
            else Oval(empty, Ink(stroke=Role.CTRL, width=2))
        )
        style = Style(22, Weight.BOLD, Role.ON_FILL if now else Role.INK2)
        number = style.label(
            str(index + 1),
            rect.x + rect.width / 2,
            centred(style, rect.y + rect.height / 2),
            Align.CENTRE,
        )
        return [disc, number]
