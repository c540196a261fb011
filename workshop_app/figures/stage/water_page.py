"""What fits in the frame and what does not: the pillar in the water with its lists beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

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
    LEFT,
    NOTHING_TOLD,
    SMALLEST,
    WHOLE,
    Canvas,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
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

_KEEP_LEFT, _GUTTER = 540.0, 60.0
_SURFACE = 545.0
_ROOMY, _CLOSE = 54.0, 44.0
_FIRST = 281.0
"""The baseline of the first row above the surface; the first below is `_UNDER` under it."""
_UNDER = 101.0


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


def pillar_place(canvas: Canvas) -> PillarPlace:
    """Where pillar and water are on a page."""
    surface = _SURFACE - canvas.lost * 0.4
    # A narrower page takes from the pillar what the names in the lists need.
    left, wide = 200.0 - canvas.narrowed * 0.07, 230.0 - canvas.narrowed * 0.18
    return PillarPlace(
        canvas.width,
        canvas.height,
        206,
        surface,
        left,
        wide,
        labels=LEFT,
        end=canvas.height - 12,
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The four lists' places: left edges and right edges of two columns, and the rows' beginnings.

    `most` is how many rows there are room for: above; below at the left; below at the right.
    """

    lefts: tuple[float, float]
    rights: tuple[float, float]
    surface: float
    pitch: float
    most: tuple[int, int, int]


def _sheet(words: WaterPage) -> _Sheet:
    canvas = words.frame.canvas
    surface = pillar_place(canvas).surface
    left = _KEEP_LEFT - canvas.narrowed * 0.4
    wide = (canvas.right - left) * 6 / 13
    roomy = 1 + int((surface - 48 - _FIRST) / _ROOMY)
    longest = max(len(words.keep.rows), len(words.start.rows))
    pitch = _ROOMY if longest <= roomy else _CLOSE
    above = 1 + int((surface - 44 - _FIRST) / pitch)
    below = 1 + int((canvas.height - 80 - surface - _UNDER) / _CLOSE)
    # The line at the foot of the right column takes the place of a row.
    most = (above, below, below - 1)
    return _Sheet((left, left + wide + _GUTTER), (left + wide, canvas.right), surface, pitch, most)


def water_page(words: WaterPage, ruler: Ruler) -> Figure:
    """The whole page; rows that find no room are summed up in one line."""
    sheet = _sheet(words)
    place = pillar_place(words.frame.canvas)
    columns = _columns(words, sheet)
    pieces: list[Piece] = [*water(place), *pillar_pieces(words.pillar, place)]
    pieces.append(surface_line(place))
    pieces += frame_shapes(words.frame, ruler)
    pieces += _headings(words, sheet, ruler)
    spots: list[Spot] = [*pillar_spots(words.pillar, place)]
    for rows, column in columns:
        pieces += _rows(rows, column, words.more, ruler)
    foot = Style(SMALLEST, Weight.REGULAR, Role.DEEP)
    start, edge = sheet.lefts[1], words.frame.canvas.right
    base = words.frame.canvas.height - 47
    # The narrower columns of a zoomed page have room for only one of the two.
    at = start if words.frame.canvas == WHOLE else sheet.lefts[0]
    share = 0.6 if at == start else 1.0
    right = elide(words.sum_below, foot, (edge - start) * share, ruler)
    room = edge - start - foot.width(right, ruler) - 30 if at == start else sheet.rights[0] - at
    pieces.append(foot.label(elide(words.note, foot, room, ruler), at, base))
    pieces.append(foot.label(right, edge, base, Align.RIGHT))
    return page(pieces, words.told, spots, words.frame.canvas)


def water_pages(words: WaterPage, ruler: Ruler) -> tuple[Figure, ...]:
    """One page; zoomed, as many as it takes to show every row."""
    if words.frame.canvas == WHOLE:
        return (water_page(words, ruler),)
    lists = (words.keep, words.start, words.keep_not, words.start_not)
    most = [column.most for _rows, column in _columns(words, _sheet(words))]
    pages = max(1, *(-(-len(each.rows) // room) for each, room in zip(lists, most, strict=True)))
    figures = []
    for i in range(pages):
        keep, start, keep_not, start_not = (
            replace(each, rows=each.rows[i * room : (i + 1) * room])
            for each, room in zip(lists, most, strict=True)
        )
        part = replace(
            words, keep=keep, start=start, keep_not=keep_not, start_not=start_not,
            frame=_numbered(words.frame, i + 1, pages),
        )  # fmt: skip
        figures.append(water_page(part, ruler))
    return tuple(figures)


def _numbered(frame: StageFrame, number: int, pages: int) -> StageFrame:
    """The page's number in the line above the title: the water has no foot."""
    if pages <= 1:
        return frame
    text = numbered(replace(frame, foot_right=""), number, pages).foot_right
    return replace(frame, kicker=" · ".join(part for part in (frame.kicker, text) if part))


def _columns(words: WaterPage, sheet: _Sheet) -> tuple[tuple[WaterList, _Column], ...]:
    above = Style(32, Weight.SEMIBOLD)
    below = Style(30, Weight.REGULAR, Role.DEEP)
    (keep, start), (keep_end, start_end) = sheet.lefts, sheet.rights
    lines, low, low_start = sheet.most
    under = sheet.surface + _UNDER
    return (
        (words.keep, _Column(keep, keep_end, _FIRST, sheet.pitch, lines, above)),
        (words.start, _Column(start, start_end, _FIRST, sheet.pitch, lines, above)),
        (words.keep_not, _Column(keep, keep_end, under, _CLOSE, low, below)),
        (words.start_not, _Column(start, start_end, under, _CLOSE, low_start, below)),
    )


def _headings(words: WaterPage, sheet: _Sheet, ruler: Ruler) -> list[Shape]:
    over = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    under = Style(SMALLEST, Weight.SEMIBOLD, Role.DEEP)
    keep, start = sheet.lefts
    wide = sheet.rights[0] - keep
    low = sheet.surface + 52

    def cut(text: str) -> str:
        return elide(text, over, wide - 40, ruler)

    return [
        *swatch(BlockKind.KEEP, Rect(keep, 208, 26, 26)),
        over.label(cut(words.keep.heading), keep + 40, 231),
        *swatch(BlockKind.START, Rect(start, 208, 26, 26)),
        over.label(cut(words.start.heading), start + 40, 231),
        under.label(cut(words.keep_not.heading), keep, low),
        under.label(cut(words.start_not.heading), start, low),
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
