"""The waterline: a pillar to scale stands in water, and the surface is the frame.

What stands above the surface fits, what is below does not. The same drawing serves the desk,
the shared screen and the sheet; only the place (`PillarPlace`) differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from workshop_app.figures.shapes import (
    Align,
    Box,
    Clip,
    Ink,
    Label,
    Line,
    Path,
    Piece,
    Point,
    Rect,
    Role,
    Shape,
    Spot,
    Step,
)
from workshop_app.figures.shapes import Weight as Face

_VEIL = 0.66
_BLOCK_GAP = 2.0
_NAME_STEP, _NAME_HIGH = 1.25, 0.8
"""Between two names, and how high a name is over its baseline, in sizes of the text."""
_BEND = 0.25
"""The part of the way from name to pillar where a tick slants."""


class BlockKind(StrEnum):
    """Why a block is in the pillar."""

    MUST = "must"
    START = "start"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that costs money: `cost` in tkr, above zero."""

    key: str
    name: str
    cost: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Level:
    """Another alternative's water level: its room in tkr."""

    name: str
    room: int


@dataclass(frozen=True, slots=True)
class Pillar:
    """What stands in the water.

    Attributes:
        above: What is chosen, from the top.
        below: What is not, downwards.
        room: What may be chosen, in tkr: the surface is so far below the pillar's top.
        name: Name of the alternative shown, for example `Alt. 1`; empty for none.
        levels: The other alternatives.
    """

    above: tuple[Block, ...]
    below: tuple[Block, ...]
    room: int
    name: str = ""
    levels: tuple[Level, ...] = ()

    @property
    def margin(self) -> int:
        """What is left of the room; minus when it does not suffice."""
        return self.room - sum(block.cost for block in self.above)


@dataclass(frozen=True, slots=True)
class PillarPlace:
    """Where pillar and water are, in units.

    Attributes:
        width: The water goes from 0 to here.
        bottom: Where the water ends.
        top: The pillar's top.
        surface: The y of the water's surface.
        left: The pillar's left edge.
        wide: The pillar's width.
        labels: The x where the names of the levels begin.
        text: Size of those names.
        wave: Height of the wave above and below the surface.
        period: Length of one wave.
        pen: Thickness of the surface.
        end: Where the pillar is cut off, if before the bottom.
        gap: Between two blocks.
    """

    width: float
    bottom: float
    top: float
    surface: float
    left: float
    wide: float
    labels: float = 0.0
    text: float = 28.0
    wave: float = 7.0
    period: float = 139.0
    pen: float = 5.0
    end: float = 0.0
    gap: float = _BLOCK_GAP

    @property
    def foot(self) -> float:
        """The y where the pillar is cut off."""
        return self.end or self.bottom


def scale_of(pillar: Pillar, place: PillarPlace) -> float:
    """Units per tkr: the room reaches from the top to the surface.

    An empty or missing room gives the chosen blocks that height instead; they stand under water.
    """
    tall = place.surface - place.top
    if pillar.room > 0:
        return tall / pillar.room
    return tall / max(sum(block.cost for block in pillar.above), 1)


def block_rects(pillar: Pillar, place: PillarPlace) -> tuple[tuple[Block, Rect], ...]:
    """Every block with its place, above then below, to scale and uncut, without the gaps."""
    scale = scale_of(pillar, place)
    y = place.top if pillar.room > 0 else place.surface
    found: list[tuple[Block, Rect]] = []
    for block in pillar.above:
        found.append((block, Rect(place.left, y, place.wide, block.cost * scale)))
        y += block.cost * scale
    y = max(y, place.surface)
    for block in pillar.below:
        found.append((block, Rect(place.left, y, place.wide, block.cost * scale)))
        y += block.cost * scale
    return tuple(found)


def water(place: PillarPlace) -> tuple[Shape, ...]:
    """The water alone: to be drawn before what lies in it."""
    return (Path(_water_steps(place), Ink(fill=Role.WATER, fade_to=Role.WATER2)),)


def surface_line(place: PillarPlace) -> Piece:
    """The wave: to be drawn last."""
    ink = Ink(stroke=Role.ACCENT, width=place.pen, round_ends=True)
    high = place.wave + place.pen
    room = Rect(0, place.surface - high, place.width, 2 * high)
    return Clip(room, (Path(_wave_steps(place), ink),))


def pillar_pieces(pillar: Pillar, place: PillarPlace) -> tuple[Piece, ...]:
    """The pillar in its water: blocks, margin, veil, levels; without water and wave."""
    rects = block_rects(pillar, place)
    count = len(pillar.above)
    over = [rect for _, rect in rects[:count] if rect.bottom > place.surface + 0.5]
    blocks = tuple(
        _block(block, rect, place.gap, below=i >= count) for i, (block, rect) in enumerate(rects)
    )
    pier = Rect(place.left - 4, 0, place.wide + 8, place.foot)
    crest = place.surface - place.wave * 2
    sunk = Rect(pier.x, crest, pier.width, max(place.foot - crest, 0.0))
    deep = Rect(0, place.surface, place.width, max(place.bottom - place.surface, 1.0))
    veil = Box(deep, Ink(fill=Role.WATER, fade_to=Role.WATER2, opacity=_VEIL))
    return (
        Clip(pier, blocks),
        Clip(sunk, (veil,)),
        Clip(pier, tuple(_over(rect, place) for rect in over)),
        Clip(pier, _margin(pillar, place)),
        *_levels(pillar, place),
    )


def pillar_spots(pillar: Pillar, place: PillarPlace) -> tuple[Spot, ...]:
    """The visible blocks, for the mouse."""
    spots: list[Spot] = []
    for block, rect in block_rects(pillar, place):
        tall = min(rect.bottom, place.foot) - rect.y
        if tall > 0:
            spots.append(Spot(block.key, Rect(rect.x, rect.y, rect.width, tall), block.name))
    return tuple(spots)


def swatch(kind: BlockKind, rect: Rect) -> tuple[Shape, ...]:
    """A small square in the look of a kind of block, for headings."""
    return (Box(rect, _ink(kind, rect.width * 0.12), rect.width * 0.17),)


def _ink(kind: BlockKind, stripe: float) -> Ink:
    match kind:
        case BlockKind.MUST:
            return Ink(fill=Role.MUST)
        case BlockKind.KEEP:
            return Ink(fill=Role.ACCENT)
        case BlockKind.START:
            return Ink(fill=Role.START, hatch=True, width=stripe)
        case _:
            assert_never(kind)


def _block(block: Block, rect: Rect, gap: float, *, below: bool) -> Shape:
    space = min(gap, rect.height * 0.25)
    ink = _ink(block.kind, rect.width * 0.02)
    if below and ink.hatch:
        ink = Ink(fill=ink.fill)
    return Box(Rect(rect.x, rect.y, rect.width, max(rect.height - space, 0.1)), ink)


def _over(rect: Rect, place: PillarPlace) -> Shape:
    """An amber outline round a block that does not fit."""
    pen = max(2.0, place.pen * 0.7)
    inner = Rect(rect.x - 2 + pen / 2, rect.y + pen / 2, rect.width + 4 - pen, rect.height - pen)
    if inner.height <= 0:
        inner = Rect(inner.x, rect.y, inner.width, rect.height)
    return Box(inner, Ink(stroke=Role.WARN, width=pen), 3)


def _margin(pillar: Pillar, place: PillarPlace) -> tuple[Shape, ...]:
    """A dashed frame over what is left of the room."""
    tall = pillar.margin * scale_of(pillar, place) if pillar.room > 0 else 0.0
    if tall < _BLOCK_GAP:
        return ()
    pen = max(1.0, place.pen * 0.4)
    top = place.surface - tall
    rect = Rect(place.left + pen, top + pen / 2, place.wide - 2 * pen, max(tall - pen, 0.5))
    return (Box(rect, Ink(stroke=Role.CTRL, width=pen, dash=(3, 2))),)


def _levels(pillar: Pillar, place: PillarPlace) -> tuple[Shape, ...]:
    """Marks at the other alternatives' levels and the name of the one shown."""
    scale = scale_of(pillar, place)
    shapes: list[Shape] = []
    above, below = place.surface, place.surface + 2 * place.wave
    if pillar.name:
        own = place.surface - place.wave - place.text * 0.55
        above = own - place.text * _NAME_HIGH
        shapes.append(_name(pillar.name, own, place, Role.ACCENT, Face.BOLD))
    at = sorted((place.top + level.room * scale, level.name) for level in pillar.levels)
    dry = [(y, name) for y, name in at if place.top <= y <= place.surface]
    wet = [(y, name) for y, name in at if place.surface < y <= place.foot]
    for levels, room in (
        (dry, (place.top, above)),
        (wet, (below + place.text * _NAME_STEP, place.foot)),
    ):
        under = _apart([y for y, _ in levels], room, place.text * _NAME_STEP)
        for (y, name), line in zip(levels, under, strict=True):
            shapes += _level(name, y, line, place)
    return tuple(shapes)


def _level(name: str, y: float, under: float, place: PillarPlace) -> list[Shape]:
    """A dashed mark on the pillar at `y`, and a tick from it to the line under the name."""
    pen = max(1.0, place.pen * 0.4)
    ends = (Point(place.left, y), Point(place.left + place.wide, y))
    bend = place.left - (place.left - place.labels) * _BEND
    slant = (Point(bend, under),) if under != y else ()
    tick = (Point(place.left, y), *slant, Point(place.labels, under))
    return [
        Line(ends, Ink(stroke=Role.ON_FILL, width=pen, dash=(3, 2))),
        Line(tick, Ink(stroke=Role.INK2, width=pen)),
        _name(name, under - place.text * 0.45, place, Role.INK2, Face.REGULAR),
    ]


def _name(text: str, baseline: float, place: PillarPlace, role: Role, face: Face) -> Label:
    return Label(text, place.labels, baseline, place.text, role, face, Align.LEFT)


def _apart(wanted: Sequence[float], room: tuple[float, float], step: float) -> list[float]:
    """Heights near the wanted ones, which rise, a step apart and within the room if they fit.

    In the same order, so that no tick crosses another.
    """
    found: list[float] = []
    low = room[0]
    for y in wanted:
        found.append(max(y, low))
        low = found[-1] + step
    high = room[1]
    for i in reversed(range(len(found))):
        found[i] = min(found[i], high)
        high = found[i] - step
    return found


def _wave_steps(place: PillarPlace) -> tuple[Step, ...]:
    half = place.period / 2
    x = -half
    steps = [Step("M", (Point(x, place.surface),))]
    side = 1.0
    while x < place.width + half:
        crest = Point(x + half / 2, place.surface + side * place.wave * 2)
        steps.append(Step("Q", (crest, Point(x + half, place.surface))))
        x += half
        side = -side
    return tuple(steps)


def _water_steps(place: PillarPlace) -> tuple[Step, ...]:
    """The water's outline, within the sheet."""
    half = place.period / 2
    low = max(place.bottom, place.surface + 1)
    steps = [Step("M", (Point(0, place.surface),))]
    x, side = 0.0, -1.0
    while x < place.width:
        step = min(half, place.width - x)
        crest = Point(x + step / 2, place.surface + side * place.wave * 2 * step / half)
        steps.append(Step("Q", (crest, Point(x + step, place.surface))))
        x += half
        side = -side
    steps += [Step("L", (Point(place.width, low),)), Step("L", (Point(0, low),)), Step("Z")]
    return tuple(steps)
