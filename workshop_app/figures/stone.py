"""The stone (milstolpen): one shape for progress, for voters, for milestones, and the logo."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.figures.shapes import (
    Align,
    Box,
    Ink,
    Label,
    Line,
    Path,
    Point,
    Rect,
    Role,
    Shape,
    Step,
    Weight,
)

# How far a curve's handles reach for a quarter of an ellipse.
_ARC = 0.5523
_SHOULDER = 0.94
_FOOT = 0.03
_SMALL = 24.0


@dataclass(frozen=True, slots=True)
class StoneLook:
    """What a stone says.

    Attributes:
        role: Colour of fill or outline.
        hollow: Outline only: left to do, or weakly supported.
        check: A check mark cut into it: done.
        text: A few letters cut into it, such as K4.
        text_size: Size of those letters in units.
        ground: Colour inside a hollow stone; None lets what is behind show.
    """

    role: Role = Role.ACCENT
    hollow: bool = False
    check: bool = False
    text: str = ""
    text_size: float = 0.0
    ground: Role | None = Role.SURFACE


def outline(rect: Rect) -> tuple[Step, ...]:
    """The contour of a stone standing in `rect`: a round top and a foot a little narrower."""
    half, shoulder = rect.width / 2, min(rect.width / 2 * _SHOULDER, rect.height)
    left, right, top = rect.x, rect.right, rect.y
    inset = rect.width * _FOOT
    middle, level = left + half, top + shoulder
    reach_x, reach_y = half * _ARC, shoulder * _ARC
    return (
        Step("M", (Point(left + inset, rect.bottom),)),
        Step("L", (Point(left, level),)),
        Step(
            "C",
            (
                Point(left, level - reach_y),
                Point(middle - reach_x, top),
                Point(middle, top),
            ),
        ),
        Step(
            "C",
            (
                Point(middle + reach_x, top),
                Point(right, level - reach_y),
                Point(right, level),
            ),
        ),
        Step("L", (Point(right - inset, rect.bottom),)),
        Step("Z"),
    )


def stone(rect: Rect, look: StoneLook) -> tuple[Shape, ...]:
    """One stone filling `rect`; a hollow one keeps its line inside the rectangle."""
    shapes: list[Shape] = []
    if look.hollow:
        pen = max(1.2, rect.width * 0.05)
        inner = Rect(rect.x + pen / 2, rect.y + pen / 2, rect.width - pen, rect.height - pen)
        ink = Ink(fill=look.ground, stroke=look.role, width=pen)
        shapes.append(Path(outline(inner), ink))
    else:
        shapes.append(Path(outline(rect), Ink(fill=look.role)))
    cut = look.role if look.hollow else Role.ON_FILL
    if look.check:
        shapes.append(_check(rect, cut))
    if look.text:
        shapes.append(
            Label(
                look.text,
                rect.x + rect.width / 2,
                rect.y + rect.height * 0.54 + look.text_size * 0.364,
                look.text_size,
                cut,
                Weight.BOLD,
                Align.CENTRE,
            )
        )
    return tuple(shapes)


def ground(start: float, end: float, y: float, width: float = 6.0) -> Line:
    """The ground line the stones stand on; its upper edge is at `y`."""
    middle = y + width / 2
    ink = Ink(stroke=Role.INK, width=width, round_ends=width < _SMALL / 4)
    return Line((Point(start, middle), Point(end, middle)), ink)


def logo(rect: Rect) -> tuple[Shape, ...]:
    """The program's mark: a stone with an M on the ground."""
    line = max(1.5, rect.height * 0.055)
    side = rect.width * 0.08
    body = Rect(rect.x + side, rect.y, rect.width - 2 * side, rect.height - line)
    pen = max(1.4, body.width * 0.105)
    left, right = body.x + body.width * 0.29, body.right - body.width * 0.29
    high, low = body.y + body.height * 0.40, body.y + body.height * 0.74
    dip = high + (low - high) * 0.55
    letter = Line(
        (
            Point(left, low),
            Point(left, high),
            Point((left + right) / 2, dip),
            Point(right, high),
            Point(right, low),
        ),
        Ink(stroke=Role.ON_FILL, width=pen, round_ends=True),
    )
    foot = Box(Rect(rect.x, rect.bottom - line, rect.width, line), Ink(fill=Role.INK), line / 2)
    return (*stone(body, StoneLook()), letter, foot)


def _check(rect: Rect, role: Role) -> Line:
    places = ((0.28, 0.54), (0.44, 0.70), (0.73, 0.39))
    points = tuple(Point(rect.x + rect.width * x, rect.y + rect.height * y) for x, y in places)
    return Line(points, Ink(stroke=role, width=max(1.2, rect.width * 0.095), round_ends=True))
