"""The situation on the shared screen: three columns of figures, calm, the trend in words."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import Figure, Line, Point, Rect, Role, Ruler, Shape, Weight
from workshop_app.figures.shapes import Ink as _Ink
from workshop_app.figures.stage.frame import (
    LEFT,
    NOTHING_TOLD,
    SMALLEST,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
    page,
)
from workshop_app.figures.text import Style, block, display, elide, wrap_to

PER_PANEL = 3
"""Figures in a column of one page; more go on to the next."""

_GAP = 60.0
_TOP, _FIRST, _PITCH = 250.0, 316.0, 228.0
_BELOW, _AIR = 80.0, 40.0


@dataclass(frozen=True, slots=True)
class StageFigure:
    """One figure: name, value with its unit, how it has gone in words, and a mark."""

    name: str
    value: str
    unit: str = ""
    trend: str = ""
    worse: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A column: heading and figures; `empty` where there are none."""

    heading: str
    figures: tuple[StageFigure, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """The page's words."""

    frame: StageFrame
    panels: tuple[Panel, ...]
    told: Told = NOTHING_TOLD


def situation_pages(situation: Situation, ruler: Ruler) -> tuple[Figure, ...]:
    """As many pages as the longest column needs, at least one."""
    most = max((len(panel.figures) for panel in situation.panels), default=0)
    pages = max(1, -(-most // _per_panel(situation.frame)))
    return tuple(_page(situation, number, pages, ruler) for number in range(pages))


def _per_panel(frame: StageFrame) -> int:
    tall = frame.canvas.height - _FIRST - _BELOW
    return max(1, min(PER_PANEL, int((tall + _AIR) / _PITCH)))


def _page(situation: Situation, number: int, pages: int, ruler: Ruler) -> Figure:
    shapes: list[Shape] = [*frame_shapes(numbered(situation.frame, number + 1, pages), ruler)]
    count = max(len(situation.panels), 1)
    wide = (situation.frame.canvas.room - _GAP * (count - 1)) / count
    per = _per_panel(situation.frame)
    for place, panel in enumerate(situation.panels):
        mine = panel.figures[number * per : (number + 1) * per]
        if panel.figures and not mine:
            # All of it stood on the pages before; a heading over nothing would say there is none.
            continue
        x = LEFT + place * (wide + _GAP)
        heading = Style(40, Weight.BOLD)
        shapes.append(heading.label(elide(panel.heading, heading, wide, ruler), x, _TOP))
        ends = (Point(x, _TOP + 24), Point(x + wide, _TOP + 24))
        shapes.append(Line(ends, _Ink(stroke=Role.LINE2, width=3)))
        if not panel.figures:
            empty = Style(SMALLEST, Weight.REGULAR, Role.INK3)
            shapes += block(wrap_to(panel.empty, empty, wide, ruler), empty, x, _FIRST + 10, 38)
        for row, one in enumerate(mine):
            shapes += _figure(one, x, _FIRST + row * _PITCH, wide, ruler)
    return page(shapes, situation.told, canvas=situation.frame.canvas)


def _figure(one: StageFigure, x: float, y: float, wide: float, ruler: Ruler) -> list[Shape]:
    name = Style(30, Weight.SEMIBOLD, Role.INK2)
    lines = wrap_to(one.name, name, wide, ruler)
    shapes: list[Shape] = [*block(lines, name, x, y + 24, 36)]
    base = y + 24 + 36 * (len(lines) - 1) + 66
    value, unit = display(62), Style(30, Weight.REGULAR, Role.INK2)
    shown = elide(one.value, value, wide, ruler)
    shapes.append(value.label(shown, x, base))
    after = x + value.width(shown, ruler) + 14
    text = elide(one.unit, unit, x + wide - after, ruler)
    if text:
        shapes.append(unit.label(text, after, base))
    role = Role.WARN if one.worse else Role.INK2
    trend = Style(SMALLEST, Weight.REGULAR, role)
    left = x
    if one.worse:
        shapes += icon(Icon.WARN, Rect(x, base + 20, 28, 28), Role.WARN)
        left += 40
    said = " \u00b7 ".join(part for part in (one.trend, one.mark) if part)
    if said:
        shapes.append(trend.label(elide(said, trend, x + wide - left, ruler), left, base + 44))
    return shapes
