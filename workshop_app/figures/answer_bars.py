"""Bars of answers: one box is one person, all answers of an option side by side.

The looks are told apart by fill, outline and stripes, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.figures.person_bars import gap_for
from workshop_app.figures.shapes import Box, Ink, Line, Oval, Point, Rect, Role, Shape

_SMALLEST_BOX = 5.0


class Look(StrEnum):
    """How the boxes of an answer look."""

    FULL = "full"
    TINT = "tint"
    HOLLOW = "hollow"
    QUIET = "quiet"
    HEAVY = "heavy"
    STRIPED = "striped"


@dataclass(frozen=True, slots=True)
class Part:
    """So many people with the same answer."""

    people: int
    look: Look


def unit_of(people: int, room: float, biggest: float) -> float:
    """Width of one person where so many share the room."""
    return min(biggest, room / max(people, 1))


def answer_bar(parts: Sequence[Part], rect: Rect, unit: float) -> tuple[Box, ...]:
    """One box for each person from the left of `rect`; one for each answer when they are too many.

    Args:
        parts: The answers in order; those of nobody are left out.
        rect: Where; its height is the boxes' height.
        unit: Width of one person, see `unit_of`.
    """
    boxes: list[Box] = []
    x = rect.x
    for part in parts:
        wide = part.people * unit
        if not part.people:
            continue
        place = Rect(x, rect.y, wide, rect.height)
        boxes += _boxes(part, place, unit)
        x += wide
    return tuple(boxes)


def scale_bar(parts: Sequence[Part], rect: Rect, middle: float, unit: float) -> tuple[Box, ...]:
    """Answers on a scale on both sides of a line: the middle answer's boxes lie across it.

    Args:
        parts: An odd number of answers, lowest first.
        rect: Its top and height are the boxes'.
        middle: The x of the line.
        unit: Width of one person.
    """
    half = len(parts) // 2
    before = sum(part.people for part in parts[:half]) + parts[half].people / 2
    start = Rect(middle - before * unit, rect.y, rect.width, rect.height)
    return answer_bar(parts, start, unit)


def sides(parts: Sequence[Part]) -> tuple[float, float]:
    """How many people lie to the left and to the right of the line of `scale_bar`."""
    half = len(parts) // 2
    across = parts[half].people / 2
    left = sum(part.people for part in parts[:half]) + across
    return left, sum(part.people for part in parts[half + 1 :]) + across


@dataclass(frozen=True, slots=True)
class Move:
    """How many said yes first and last, of how many at most."""

    first: int
    last: int
    most: int


def dumbbell(move: Move, rect: Rect, *, radius: float) -> tuple[Shape, ...]:
    """A ring for the first number and a dot for the last on a line from 0 to `most`.

    Up is the accent, down is dark; a number that did not move is a dot in its ring.
    """
    middle = rect.y + rect.height / 2
    role = Role.ACCENT if move.last > move.first else Role.INK2
    pen = radius * 0.36
    first, last = (place_of(number, move.most, rect) for number in (move.first, move.last))
    ends = (Point(rect.x, middle), Point(rect.right, middle))
    shapes: list[Shape] = [Line(ends, Ink(stroke=Role.LINE2, width=max(1.0, radius * 0.2)))]
    ring = radius * (1.35 if move.first == move.last else 1.0)
    if move.first != move.last:
        span = (Point(first, middle), Point(last, middle))
        shapes.append(Line(span, Ink(stroke=role, width=radius * 0.6)))
    shapes.append(_disc(first, middle, ring - pen / 2, Ink(Role.SURFACE, role, pen)))
    inner = radius * 0.72 if move.first == move.last else radius
    shapes.append(_disc(last, middle, inner, Ink(fill=role)))
    return tuple(shapes)


def place_of(number: int, most: int, rect: Rect) -> float:
    """The x of a number on a line from 0 to `most`."""
    return rect.x + rect.width * number / max(most, 1)


def ring_and_dot(rect: Rect, *, full: bool) -> Shape:
    """The sample of a ring or a dot for a legend, filling the height of `rect`."""
    radius = rect.height / 2
    middle = Point(rect.x + radius, rect.y + radius)
    if full:
        return _disc(middle.x, middle.y, radius, Ink(fill=Role.INK2))
    pen = radius * 0.36
    return _disc(middle.x, middle.y, radius - pen / 2, Ink(Role.SURFACE, Role.INK2, pen))


def sample(look: Look, rect: Rect) -> Box:
    """One box for a legend."""
    (box,) = _boxes(Part(1, look), rect, rect.width + gap_for(rect.width))
    return box


def _disc(x: float, y: float, radius: float, ink: Ink) -> Oval:
    return Oval(Rect(x - radius, y - radius, 2 * radius, 2 * radius), ink)


def _boxes(part: Part, place: Rect, unit: float) -> list[Box]:
    gap = gap_for(unit)
    people, wide = part.people, unit - gap
    if wide < _SMALLEST_BOX:
        people, wide = 1, place.width - 1.0
    ink = _ink(part.look, wide)
    inset = ink.width / 2 if ink.stroke and not ink.hatch else 0.0
    high = place.height - 2 * inset
    radius = min(8.0, unit / 6, place.height / 4)
    return [
        Box(Rect(place.x + i * unit + inset, place.y + inset, wide - 2 * inset, high), ink, radius)
        for i in range(people)
    ]


def _ink(look: Look, wide: float) -> Ink:
    pen = max(1.0, min(4.0, wide * 0.08))
    return {
        Look.FULL: Ink(fill=Role.ACCENT),
        Look.TINT: Ink(fill=Role.TINT2, stroke=Role.START, width=pen),
        Look.HOLLOW: Ink(fill=Role.SURFACE, stroke=Role.INK2, width=pen),
        Look.QUIET: Ink(fill=Role.SUNKEN, stroke=Role.CTRL, width=pen),
        Look.HEAVY: Ink(fill=Role.SURFACE, stroke=Role.INK, width=pen * 2),
        Look.STRIPED: Ink(fill=Role.SUNKEN, stroke=Role.INK3, width=pen, hatch=True),
    }[look]
