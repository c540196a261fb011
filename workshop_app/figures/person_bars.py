"""One box is one person: rows of boxes whose length is what each person gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.shapes import Box, Ink, Rect, Role, Ruler, Shape
from workshop_app.figures.text import Style

ROOM = 560.0
BIGGEST_UNIT = 62.0
# The gap between boxes for units of at least this size; the rest get the last one.
_GAPS = ((30.0, 6.0), (12.0, 3.0), (6.0, 2.0), (3.0, 1.0))
_MANY = 3
_ROLES = (Role.START, Role.ACCENT, Role.ACCENT_DARK)


def unit_for(most: int, room: float = ROOM, biggest: float = BIGGEST_UNIT) -> float:
    """Width of one dot when the longest row has `most` dots in `room` units."""
    return min(biggest, room / max(most, 1))


def gap_for(unit: float) -> float:
    """The space after each box."""
    return next((gap for least, gap in _GAPS if unit >= least), unit * 0.2)


def dot_role(dots: int) -> Role:
    """One dot is light, two are the accent, three or more are dark."""
    return _ROLES[min(dots, _MANY) - 1]


def person_bar(dots: Sequence[int], rect: Rect, unit: float) -> tuple[Box, ...]:
    """A row of boxes from the left of `rect`, the people who gave most first.

    Args:
        dots: How many dots each person gave, one number per person; zeros are left out.
        rect: Where; its height is the boxes' height.
        unit: Width of one dot, see `unit_for`.
    """
    gap = gap_for(unit)
    radius = min(8.0, unit / 6, rect.height / 4)
    boxes: list[Box] = []
    x = rect.x
    for number in sorted((n for n in dots if n > 0), reverse=True):
        place = Rect(x, rect.y, number * unit - gap, rect.height)
        boxes.append(Box(place, Ink(fill=dot_role(number)), radius))
        x += number * unit
    return tuple(boxes)


def stop_boxes(stops: int, rect: Rect, unit: float) -> tuple[Box, ...]:
    """Hollow boxes to the left of the right edge of `rect`, one per stop."""
    gap = gap_for(unit)
    pen = max(1.0, min(4.0, unit * 0.09))
    radius = min(8.0, unit / 6, rect.height / 4)
    return tuple(
        Box(
            Rect(
                rect.right - (i + 1) * unit + gap + pen / 2,
                rect.y + pen / 2,
                unit - gap - pen,
                rect.height - pen,
            ),
            Ink(stroke=Role.INK2, width=pen),
            radius,
        )
        for i in range(stops)
    )


def dots_and_stops(
    dots: Sequence[int], stops: int, rect: Rect, middle: float, unit: float
) -> tuple[Box, ...]:
    """Stops to the left of a middle line at x = `middle`, the person bar to the right of it."""
    air = unit * 0.3
    left = Rect(rect.x, rect.y, middle - air - rect.x + gap_for(unit), rect.height)
    right = Rect(middle + air, rect.y, rect.right - middle - air, rect.height)
    return (*stop_boxes(stops, left, unit), *person_bar(dots, right, unit))


def three_steps(counts: tuple[int, int, int], rect: Rect, unit: float) -> tuple[Box, ...]:
    """One box per person: filled (for), tinted (can live with), hollow (against)."""
    gap = gap_for(unit)
    pen = max(1.0, min(3.0, unit * 0.07))
    inks = (
        Ink(fill=Role.ACCENT),
        Ink(fill=Role.TINT2, stroke=Role.START, width=pen),
        Ink(stroke=Role.INK2, width=pen),
    )
    boxes: list[Box] = []
    x = rect.x
    for count, ink in zip(counts, inks, strict=True):
        inset = pen / 2 if ink.stroke else 0.0
        for _ in range(count):
            place = Rect(x + inset, rect.y + inset, unit - gap - 2 * inset, rect.height - 2 * inset)
            boxes.append(Box(place, ink, min(8.0, unit / 6)))
            x += unit
    return tuple(boxes)


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One sample box and its words; `dots` 0 is a stop."""

    dots: int
    text: str


def legend(
    items: Sequence[LegendItem], corner: Rect, style: Style, ruler: Ruler
) -> tuple[tuple[Shape, ...], float]:
    """Sample boxes with words in one row, centred on the height of `corner`; and where it ends."""
    shapes: list[Shape] = []
    unit = corner.height
    x = corner.x
    baseline = corner.y + corner.height / 2 + style.size * 0.364
    for item in items:
        place = Rect(x, corner.y, unit + gap_for(unit), corner.height)
        if item.dots:
            shapes += person_bar((item.dots,), place, unit + gap_for(unit) / max(item.dots, 1))
            wide = item.dots * unit
        else:
            shapes += stop_boxes(1, place, unit + gap_for(unit))
            wide = unit
        x += wide + style.size * 0.6
        shapes.append(style.label(item.text, x, baseline))
        x += style.width(item.text, ruler) + style.size * 1.9
    return tuple(shapes), x - style.size * 1.9
