"""Marks beside words: tracks, codes, evidence, law, pills. No meaning rests on colour alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.palette import track_letter, track_roles
from workshop_app.figures.shapes import (
    Align,
    Box,
    Ink,
    Label,
    Oval,
    Path,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Step,
    Weight,
)
from workshop_app.figures.text import Style, elide

_CAP_HALF = 0.364
_WEAK, _SOME, _STRONG = 1, 2, 3
_SIDES_HEXAGON = 6
_TRIANGLE = 4
_SHORT = 2


def track_mark(index: int, rect: Rect, letter: str | None = None) -> tuple[Shape, ...]:
    """The mark of a track: its shape in its colour with its letter.

    Circle, square, diamond, hexagon, triangle, shield, then round again.

    Args:
        index: The track's place in the order, from 0.
        rect: Where; the mark fills its height.
        letter: What to write; the track's own letter if None.
    """
    solid, _ = track_roles(index)
    middle = rect.x + rect.width / 2
    text = track_letter(index) if letter is None else letter
    size = rect.height * 0.54
    kind = index % len(_FORMS)
    drop = rect.height * (0.11 if kind == _TRIANGLE else 0.0)
    baseline = rect.y + rect.height / 2 + drop + size * _CAP_HALF
    letters = Label(text, middle, baseline, size, Role.ON_FILL, Weight.BOLD, Align.CENTRE)
    return (_FORMS[kind](rect, Ink(fill=solid)), letters)


def code_mark(index: int, code: str, rect: Rect) -> tuple[Shape, ...]:
    """A milestone's code (A3) on a disc in its track's colour.

    Codes of three signs and more (B12) widen the disc a little on both sides.
    """
    solid, _ = track_roles(index)
    size = rect.height * 0.49
    extra = rect.width * 0.14 * max(len(code) - _SHORT, 0)
    room = Rect(rect.x - extra / 2, rect.y, rect.width + extra, rect.height)
    baseline = rect.y + rect.height / 2 + size * _CAP_HALF
    middle = rect.x + rect.width / 2
    letters = Label(code, middle, baseline, size, Role.ON_FILL, Weight.BOLD, Align.CENTRE)
    return (Box(room, Ink(fill=solid), rect.height / 2), letters)


def evidence(strength: int, rect: Rect) -> tuple[Shape, ...]:
    """Three rising bars, as many filled as the evidence is strong (1–3); weak ones in amber."""
    role = Role.WARN if strength <= _WEAK else Role.INK2
    gap = rect.width * 0.09
    wide = (rect.width - 2 * gap) / _STRONG
    pen = max(0.8, rect.width * 0.06)
    shapes: list[Shape] = []
    for i, part in enumerate((0.42, 0.70, 1.0)):
        high = rect.height * part
        bar = Rect(rect.x + i * (wide + gap), rect.bottom - high, wide, high)
        if i < strength:
            shapes.append(Box(bar, Ink(fill=role), pen))
        else:
            thin = Rect(bar.x + pen / 2, bar.y + pen / 2, bar.width - pen, bar.height - pen)
            shapes.append(Box(thin, Ink(stroke=Role.CTRL, width=pen), pen))
    return tuple(shapes)


class Law(StrEnum):
    """How far the law decides: the level, the task only, or nothing."""

    LEVEL = "level"
    SPECIAL = "special"
    MUNICIPAL = "municipal"


def law_mark(law: Law, rect: Rect) -> tuple[Shape, ...]:
    """A square: filled (level fixed by law), half (special law), empty (municipal law)."""
    pen = max(1.0, rect.width * 0.11)
    radius = rect.width * 0.2
    frame = Rect(rect.x + pen / 2, rect.y + pen / 2, rect.width - pen, rect.height - pen)
    if law is Law.LEVEL:
        return (Box(rect, Ink(fill=Role.MUST), radius),)
    role = Role.CTRL if law is Law.MUNICIPAL else Role.MUST
    border = Box(frame, Ink(stroke=role, width=pen), radius)
    if law is Law.MUNICIPAL:
        return (border,)
    half = Rect(rect.x + pen / 2, frame.y, rect.width / 2 - pen / 2, frame.height)
    return (Box(half, Ink(fill=Role.MUST), radius / 2), border)


@dataclass(frozen=True, slots=True)
class Pill:
    """A short message in a rounded field: `Ryms, marginal 160 tkr` with a check."""

    text: str
    icon: Icon | None = None
    warn: bool = False


def pill(
    message: Pill,
    at: Point,
    ruler: Ruler,
    *,
    height: float = 60.0,
    align: Align = Align.RIGHT,
) -> tuple[tuple[Shape, ...], Rect]:
    """The pill with its upper right corner (or left, with `align`) at `at`, and its room.

    It grows to fifteen times its height; longer texts are cut.
    """
    ink, ground = (Role.WARN, Role.WARN_TINT) if message.warn else (Role.ACCENT, Role.TINT)
    style = Style(height / 2, Weight.SEMIBOLD, ink)
    edge = height * 0.45
    side = height * 0.53
    lead = side + height * 0.22 if message.icon else 0.0
    text = elide(message.text, style, height * 15 - 2 * edge - lead, ruler)
    width = style.width(text, ruler) + 2 * edge + lead
    rect = Rect(at.x - width if align is Align.RIGHT else at.x, at.y, width, height)
    shapes: list[Shape] = [Box(rect, Ink(fill=ground), height / 2)]
    if message.icon:
        place = Rect(rect.x + edge, at.y + (height - side) / 2, side, side)
        shapes += icon(message.icon, place, ink)
    baseline = at.y + height / 2 + style.size * _CAP_HALF
    shapes.append(style.label(text, rect.x + edge + lead, baseline))
    return tuple(shapes), rect


def _circle(rect: Rect, ink: Ink) -> Shape:
    return Oval(rect, ink)


def _square(rect: Rect, ink: Ink) -> Shape:
    inset = rect.height * 0.03
    inner = Rect(rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset)
    return Box(inner, ink, rect.height * 0.16)


def _polygon(points: tuple[Point, ...], ink: Ink, soft: float) -> Shape:
    """A closed outline with its corners rounded by `soft` units."""
    steps: list[Step] = []
    count = len(points)
    for i, corner in enumerate(points):
        before, after = points[i - 1], points[(i + 1) % count]
        arrive, leave = _toward(corner, before, soft), _toward(corner, after, soft)
        steps.append(Step("L" if steps else "M", (arrive,)))
        steps.append(Step("Q", (corner, leave)))
    return Path((*steps, Step("Z")), ink)


def _toward(start: Point, end: Point, by: float) -> Point:
    length = math.hypot(end.x - start.x, end.y - start.y)
    part = by / length
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


def _diamond(rect: Rect, ink: Ink) -> Shape:
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    a, b = rect.width / 2 * 1.08, rect.height / 2 * 1.08
    corners = (Point(x, y - b), Point(x + a, y), Point(x, y + b), Point(x - a, y))
    return _polygon(corners, ink, rect.height * 0.14)


def _hexagon(rect: Rect, ink: Ink) -> Shape:
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    radius = rect.height / 2 * 1.03
    angles = (math.pi / 2 + i * math.pi / 3 for i in range(_SIDES_HEXAGON))
    corners = tuple(Point(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles)
    return _polygon(corners, ink, rect.height * 0.06)


def _triangle(rect: Rect, ink: Ink) -> Shape:
    corners = (
        Point(rect.x + rect.width / 2, rect.y - rect.height * 0.04),
        Point(rect.right + rect.width * 0.04, rect.bottom - rect.height * 0.03),
        Point(rect.x - rect.width * 0.04, rect.bottom - rect.height * 0.03),
    )
    return _polygon(corners, ink, rect.height * 0.09)


def _shield(rect: Rect, ink: Ink) -> Shape:
    left, right = rect.x + rect.width * 0.07, rect.right - rect.width * 0.07
    middle, waist = rect.x + rect.width / 2, rect.y + rect.height * 0.55
    low = rect.bottom - rect.height * 0.12
    steps = (
        Step("M", (Point(left, rect.y),)),
        Step("L", (Point(right, rect.y),)),
        Step("L", (Point(right, waist),)),
        Step("C", (Point(right, low), Point(middle, rect.bottom), Point(middle, rect.bottom))),
        Step("C", (Point(middle, rect.bottom), Point(left, low), Point(left, waist))),
        Step("Z"),
    )
    return Path(steps, ink)


_FORMS = (_circle, _square, _diamond, _hexagon, _triangle, _shield)
