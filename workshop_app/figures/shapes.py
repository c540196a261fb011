"""Plain shapes: what every chart, stage page and printed figure is made of.

A figure is a pure function from plain data to a `Figure`. Coordinates are in the figure's own
units (pixels on a
screen, points on paper), x to the right and y downwards, whatever paints it. Colours are roles
(`Role`), never
values, so that the same figure serves the light stage, the dark stage and black-and-white paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, assert_never


class Role(StrEnum):
    """What a colour means; the palette of the painter turns it into a value."""

    CANVAS = "canvas"
    STAGE = "canvas-stage"
    SURFACE = "surface"
    SUNKEN = "sunken"
    LINE = "line"
    LINE2 = "line2"
    CTRL = "ctrl"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    ACCENT_DARK = "accent-hover"
    TINT = "accent-tint"
    TINT2 = "accent-tint2"
    START = "start"
    MUST = "must"
    WARN = "warn"
    WARN_TINT = "warn-tint"
    BAD = "bad"
    BAD_TINT = "bad-tint"
    WATER = "water"
    WATER2 = "water2"
    DEEP = "deep"
    ON_FILL = "on-fill"
    TRACK_A = "track-a"
    TRACK_B = "track-b"
    TRACK_C = "track-c"
    TRACK_D = "track-d"
    TRACK_E = "track-e"
    TRACK_F = "track-f"
    TRACK_A_TINT = "track-a-tint"
    TRACK_B_TINT = "track-b-tint"
    TRACK_C_TINT = "track-c-tint"
    TRACK_D_TINT = "track-d-tint"
    TRACK_E_TINT = "track-e-tint"
    TRACK_F_TINT = "track-f-tint"


class Weight(StrEnum):
    """The faces we ship: Milstolpe Sans in five cuts."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    BLACK = "Black"
    ITALIC = "Italic"


class Align(StrEnum):
    """Where the text sits in relation to its x."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Point:
    """A point in the figure's units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    def overlaps(self, other: Rect, gap: float = 0.0) -> bool:
        """Whether the two come closer than `gap` to each other."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and outlined; None leaves that part out.

    `hatch` draws diagonal stripes of `stroke` colour (default on-fill) over the fill, `width`
    units thick (see
    `hatch_lines`), and no outline. `dash` is an on-off pattern in
    units of the line width. `fade_to` makes a vertical gradient from `fill` to it (the water,
    nothing else).
    `opacity` 0..1 holds for the whole shape.
    """

    fill: Role | None = None
    stroke: Role | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: bool = False
    fade_to: Role | None = None
    opacity: float = 1.0
    round_ends: bool = False


HATCH_OPACITY = 0.4
"""How strongly the stripes of a hatch cover the fill."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners (`radius` in units)."""

    rect: Rect
    ink: Ink
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse that fills its rectangle."""

    rect: Rect
    ink: Ink


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines through the points, in order."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: 'M' and 'L' have one point, 'Q' two, 'C' three, 'Z' none."""

    kind: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free outline."""

    steps: tuple[Step, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text. `baseline` is the y of the baseline; `at` the x that `align` speaks of."""

    text: str
    at: float
    baseline: float
    size: float
    role: Role = Role.INK
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    spacing: float = 0.0
    """Letter spacing in units (negative on display sizes)."""


Shape = Box | Oval | Line | Path | Label


@dataclass(frozen=True, slots=True)
class Clip:
    """Shapes of which only what lies inside `rect` is painted."""

    rect: Rect
    shapes: tuple[Shape, ...]


Piece = Shape | Clip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a figure that a person can point at: a stone, a row, a block."""

    key: str
    rect: Rect
    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished drawing.

    Attributes:
        width: Width in units.
        height: Height in units.
        pieces: What to paint, first at the bottom.
        sentence: The figure in one sentence, for screen readers and for Alt text on paper.
        table: The twin table: the same facts as rows of text, the first row the headings.
        spots: Where things are, for mouse, focus ring and tests.
        pages: How many pages the whole has that this is one of.
    """

    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    sentence: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    spots: tuple[Spot, ...] = ()
    pages: int = 1


class Ruler(Protocol):
    """Measures text; one ruler makes lines break alike on screen and paper."""

    def width(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """Width of one line of text in units, kerning off."""
        ...


def bounds_of(steps: tuple[Step, ...]) -> Rect:
    """The rectangle round the points an outline passes through: what a gradient in it spans."""
    ends = [step.points[-1] for step in steps if step.points]
    left, top = min(p.x for p in ends), min(p.y for p in ends)
    return Rect(left, top, max(p.x for p in ends) - left, max(p.y for p in ends) - top)


def hatch_lines(rect: Rect, width: float) -> tuple[tuple[Point, Point], ...]:
    """The stripes of a hatch that cross `rect`, from lower left to upper right.

    They lie on one grid for the whole drawing, so that neighbours fit together.
    """
    pitch = max(width, 0.5) * 3.2
    first = math.floor((rect.x + rect.y) / pitch)
    last = math.ceil((rect.right + rect.bottom) / pitch)
    sums = (i * pitch for i in range(first, last + 1))
    return tuple((Point(s - rect.bottom, rect.bottom), Point(s - rect.y, rect.y)) for s in sums)


def moved(piece: Piece, dx: float, dy: float) -> Piece:
    """The same piece somewhere else."""
    match piece:
        case Clip(rect, shapes):
            return Clip(_shift(rect, dx, dy), tuple(_moved_shape(s, dx, dy) for s in shapes))
        case _:
            return _moved_shape(piece, dx, dy)


def placed(figure: Figure, dx: float, dy: float) -> tuple[Piece, ...]:
    """The figure's pieces moved by (dx, dy), to be put inside a larger figure."""
    return tuple(moved(piece, dx, dy) for piece in figure.pieces)


def _shift(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(rect.x + dx, rect.y + dy, rect.width, rect.height)


def _moved_points(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    return tuple(Point(p.x + dx, p.y + dy) for p in points)


def _moved_shape(shape: Shape, dx: float, dy: float) -> Shape:
    match shape:
        case Box() | Oval():
            return replace(shape, rect=_shift(shape.rect, dx, dy))
        case Line():
            return replace(shape, points=_moved_points(shape.points, dx, dy))
        case Path():
            steps = tuple(Step(s.kind, _moved_points(s.points, dx, dy)) for s in shape.steps)
            return replace(shape, steps=steps)
        case Label():
            return replace(shape, at=shape.at + dx, baseline=shape.baseline + dy)
        case _:
            assert_never(shape)
