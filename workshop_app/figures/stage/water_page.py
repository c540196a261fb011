"""What fits in the frame and what does not: the pillar in the water with its lists beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import (
    Align,
    Figure,
    Piece,
    Rect,
    Role,
    Ruler,
    Shape,
    Spot,
    Weight,
)
from workshop_app.figures.stage.frame import (
    HEIGHT,
    LEFT,
    NOTHING_TOLD,
    RIGHT,
    SMALLEST,
    WIDTH,
    StageFrame,
    Told,
    frame_shapes,
    page,
)
from workshop_app.figures.text import Style, elide
from workshop_app.figures.waterline import (
    BlockKind,
    Pillar,
    PillarPlace,
    pillar_pieces,
    pillar_spots,
    surface_line,
    swatch,
    water,
)

PLACE = PillarPlace(WIDTH, HEIGHT, 206, 545, 200, 230, labels=LEFT, end=1068)
_KEEP_LEFT, _KEEP_RIGHT = 540.0, 1140.0
_START_LEFT = 1200.0
_ABOVE_LINES, _ABOVE_CLOSE = 5, 6
_BELOW_KEEP, _BELOW_START = 9, 8


@dataclass(frozen=True, slots=True)
class WaterRow:
    """One thing that costs money: `cost` in tkr, `amount` the same in figures."""

    key: str
    text: str
    cost: int
    amount: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class WaterList:
    """A heading with its rows."""

    heading: str
    rows: tuple[WaterRow, ...] = ()


@dataclass(frozen=True, slots=True)
class WaterPage:
    """The page's words and numbers.

    Attributes:
        frame: What stands around; the pill says how it fits.
        pillar: What stands in the water.
        keep: What goes on.
        start: What starts, law-fixed items first.
        keep_not: What does not go on as today.
        start_not: What does not start.
        more: Says how many rows were left out and their sum in tkr: `och 2 till, 440 tkr`.
        note: At the foot: what the amounts are.
        sum_below: At the foot: the sum under the surface.
        told: The page in words.
    """

    frame: StageFrame
    pillar: Pillar
    keep: WaterList
    start: WaterList
    keep_not: WaterList
    start_not: WaterList
    more: Callable[[int, int], str]
    note: str = ""
    sum_below: str = ""
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a list stands and how it looks."""

    left: float
    right: float
    first: float
    pitch: float
    most: int
    style: Style


def water_page(words: WaterPage, ruler: Ruler) -> Figure:
    """The whole page; rows that find no room are summed up in one line."""
    above = Style(32, Weight.SEMIBOLD)
    below = Style(30, Weight.REGULAR, Role.DEEP)
    most = max(len(words.keep.rows), len(words.start.rows))
    lines, pitch = (_ABOVE_LINES, 54.0) if most <= _ABOVE_LINES else (_ABOVE_CLOSE, 44.0)
    columns = (
        (words.keep, _Column(_KEEP_LEFT, _KEEP_RIGHT, 281, pitch, lines, above)),
        (words.start, _Column(_START_LEFT, RIGHT, 281, pitch, lines, above)),
        (words.keep_not, _Column(_KEEP_LEFT, _KEEP_RIGHT, 646, 44, _BELOW_KEEP, below)),
        (words.start_not, _Column(_START_LEFT, RIGHT, 646, 44, _BELOW_START, below)),
    )
    pieces: list[Piece] = [*water(PLACE), *pillar_pieces(words.pillar, PLACE)]
    pieces.append(surface_line(PLACE))
    pieces += frame_shapes(words.frame, ruler)
    pieces += _headings(words, ruler)
    spots: list[Spot] = [*pillar_spots(words.pillar, PLACE)]
    for rows, column in columns:
        pieces += _rows(rows, column, words.more, ruler)
    foot = Style(SMALLEST, Weight.REGULAR, Role.DEEP)
    right = elide(words.sum_below, foot, (RIGHT - _START_LEFT) * 0.6, ruler)
    room = RIGHT - _START_LEFT - foot.width(right, ruler) - 30
    note = elide(words.note, foot, room, ruler)
    pieces.append(foot.label(note, _START_LEFT, 1033))
    pieces.append(foot.label(right, RIGHT, 1033, Align.RIGHT))
    return page(pieces, words.told, spots)


def _headings(words: WaterPage, ruler: Ruler) -> list[Shape]:
    over = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    under = Style(SMALLEST, Weight.SEMIBOLD, Role.DEEP)
    wide = _KEEP_RIGHT - _KEEP_LEFT

    def cut(text: str) -> str:
        return elide(text, over, wide - 40, ruler)

    return [
        *swatch(BlockKind.KEEP, Rect(_KEEP_LEFT, 208, 26, 26)),
        over.label(cut(words.keep.heading), _KEEP_LEFT + 40, 231),
        *swatch(BlockKind.START, Rect(_START_LEFT, 208, 26, 26)),
        over.label(cut(words.start.heading), _START_LEFT + 40, 231),
        under.label(cut(words.keep_not.heading), _KEEP_LEFT, 597),
        under.label(cut(words.start_not.heading), _START_LEFT, 597),
    ]


def _rows(
    rows: WaterList, column: _Column, more: Callable[[int, int], str], ruler: Ruler
) -> list[Shape]:
    fits = len(rows.rows) <= column.most
    shown = rows.rows if fits else rows.rows[: column.most - 1]
    style = column.style
    figures = Style(style.size, Weight.SEMIBOLD, style.role)
    shapes: list[Shape] = []
    baseline = column.first
    for row in shown:
        left = column.left
        if row.locked:
            shapes += icon(Icon.LOCK, Rect(left + 2, baseline - 25, 28, 28), style.role)
            left += 48
        room = column.right - left - figures.width(row.amount, ruler) - 24
        shapes.append(style.label(elide(row.text, style, room, ruler), left, baseline))
        shapes.append(figures.label(row.amount, column.right, baseline, Align.RIGHT))
        baseline += column.pitch
    if not fits:
        rest = rows.rows[len(shown) :]
        small = Style(SMALLEST, Weight.REGULAR, style.role)
        text = more(len(rest), sum(row.cost for row in rest))
        words = elide(text, small, column.right - column.left, ruler)
        shapes.append(small.label(words, column.left, baseline))
    return shapes
