"""Small line icons, drawn on a grid of 24 and scaled to any size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from workshop_app.figures.shapes import Ink, Line, Oval, Path, Point, Rect, Role, Shape, Step

_GRID = 24.0
_PEN = 2.0


class Icon(StrEnum):
    """What an icon shows."""

    CHECK = "check"
    WARN = "warn"
    INFO = "info"
    LOCK = "lock"
    EYE_OFF = "eye-off"
    PEOPLE = "people"
    PRINTER = "printer"
    CLOCK = "clock"
    SCREEN = "screen"
    SHIELD = "shield"
    PLUS = "plus"
    READ_IN = "read-in"


Pairs = tuple[tuple[float, float], ...]
Pairs3 = tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Open lines, circles (x, y, radius) and outlines (kind, numbers) on the grid."""

    lines: tuple[Pairs, ...] = ()
    circles: Pairs3 = ()
    outlines: tuple[tuple[tuple[str, Pairs], ...], ...] = ()


_DRAWINGS: Mapping[Icon, _Drawing] = MappingProxyType(
    {
        Icon.CHECK: _Drawing(lines=(((4.5, 12.5), (9.5, 17.5), (19.5, 7)),)),
        Icon.PLUS: _Drawing(lines=(((12, 4.5), (12, 19.5)), ((4.5, 12), (19.5, 12)))),
        Icon.READ_IN: _Drawing(
            lines=(((12, 3.5), (12, 15)), ((7, 10.5), (12, 15.5), (17, 10.5)), ((4, 20), (20, 20)))
        ),
        Icon.WARN: _Drawing(
            lines=(((12, 9.5), (12, 13.5)), ((12, 16.9), (12, 17.1))),
            outlines=(
                (
                    ("M", ((12, 3.5),)),
                    ("L", ((21.8, 20.5),)),
                    ("L", ((2.2, 20.5),)),
                    ("Z", ()),
                ),
            ),
        ),
        Icon.INFO: _Drawing(
            lines=(((12, 11), (12, 16.5)), ((12, 7.4), (12, 7.6))), circles=((12, 12, 9),)
        ),
        Icon.LOCK: _Drawing(
            outlines=(
                (
                    ("M", ((5, 11),)),
                    ("L", ((19, 11),)),
                    ("L", ((19, 20.5),)),
                    ("L", ((5, 20.5),)),
                    ("Z", ()),
                ),
                (
                    ("M", ((8, 11),)),
                    ("L", ((8, 7.5),)),
                    ("C", ((8, 2.2), (16, 2.2), (16, 7.5))),
                    ("L", ((16, 11),)),
                ),
            )
        ),
        Icon.EYE_OFF: _Drawing(
            lines=(((4, 3.5), (20.5, 20.5)),),
            circles=((12, 12, 3),),
            outlines=(
                (
                    ("M", ((2.5, 12),)),
                    ("C", ((6, 3.6), (18, 3.6), (21.5, 12))),
                    ("C", ((18, 20.4), (6, 20.4), (2.5, 12))),
                    ("Z", ()),
                ),
            ),
        ),
        Icon.PEOPLE: _Drawing(
            circles=((9, 8, 3.8),),
            outlines=(
                (("M", ((2.5, 20),)), ("C", ((3.2, 12.6), (14.8, 12.6), (15.5, 20)))),
                (("M", ((15.5, 4.4),)), ("C", ((20.2, 5.4), (20.2, 10.6), (15.5, 11.6)))),
                (("M", ((18, 14.4),)), ("C", ((20.2, 15.2), (21.4, 17.2), (21.6, 20)))),
            ),
        ),
        Icon.PRINTER: _Drawing(
            lines=(
                ((7, 8), (7, 3.5), (17, 3.5), (17, 8)),
                ((7, 17), (3.5, 17), (3.5, 8.5), (20.5, 8.5), (20.5, 17), (17, 17)),
            ),
            outlines=(
                (
                    ("M", ((7, 14),)),
                    ("L", ((17, 14),)),
                    ("L", ((17, 20.5),)),
                    ("L", ((7, 20.5),)),
                    ("Z", ()),
                ),
            ),
        ),
        Icon.CLOCK: _Drawing(lines=(((12, 6.8), (12, 12), (15.8, 14.2)),), circles=((12, 12, 9),)),
        Icon.SCREEN: _Drawing(
            lines=(((8, 20.5), (16, 20.5)), ((12, 16.5), (12, 20.5))),
            outlines=(
                (
                    ("M", ((3, 4),)),
                    ("L", ((21, 4),)),
                    ("L", ((21, 16.5),)),
                    ("L", ((3, 16.5),)),
                    ("Z", ()),
                ),
            ),
        ),
        Icon.SHIELD: _Drawing(
            outlines=(
                (
                    ("M", ((12, 2.8),)),
                    ("L", ((19.5, 5.6),)),
                    ("L", ((19.5, 11.5),)),
                    ("C", ((19.5, 16.4), (16, 19.6), (12, 21.4))),
                    ("C", ((8, 19.6), (4.5, 16.4), (4.5, 11.5))),
                    ("L", ((4.5, 5.6),)),
                    ("Z", ()),
                ),
            )
        ),
    }
)


def icon(which: Icon, rect: Rect, role: Role, pen: float = _PEN) -> tuple[Shape, ...]:
    """The icon in `rect` (kept square); `pen` is the line width on the grid of 24."""
    scale = min(rect.width, rect.height) / _GRID
    drawing = _DRAWINGS[which]
    ink = Ink(stroke=role, width=pen * scale, round_ends=True)

    def at(x: float, y: float) -> Point:
        return Point(rect.x + x * scale, rect.y + y * scale)

    shapes: list[Shape] = [
        Path(tuple(Step(kind, tuple(at(*p) for p in pairs)) for kind, pairs in steps), ink)
        for steps in drawing.outlines
    ]
    for x, y, radius in drawing.circles:
        corner = at(x - radius, y - radius)
        shapes.append(Oval(Rect(corner.x, corner.y, 2 * radius * scale, 2 * radius * scale), ink))
    shapes += [Line(tuple(at(*p) for p in pairs), ink) for pairs in drawing.lines]
    return tuple(shapes)
