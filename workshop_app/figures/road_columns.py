"""The road on paper: one column per track, time running down the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.marks import track_mark
from workshop_app.figures.palette import track_roles
from workshop_app.figures.road import QUARTERS, Lane, Milepost, Road, road_table
from workshop_app.figures.shapes import (
    Box,
    Figure,
    Ink,
    Line,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Spot,
    Weight,
)
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.text import Style, block, wrap, wrap_to

_OWNER = 0.87
"""Size of the owners, as a part of the names' size."""


@dataclass(frozen=True, slots=True)
class ColumnsLook:
    """Measures of the columns in units (points on paper).

    Attributes:
        size: Size of the short names; owners are a point or so smaller.
        leading: From line to line.
        stone: Width and height of a stone.
        years: Width of the part with the years.
        head: Height of the part with the tracks' names.
        gap: Between columns.
    """

    size: float = 9.2
    leading: float = 10.8
    stone: tuple[float, float] = (20.5, 20.5)
    years: float = 36.0
    head: float = 38.0
    gap: float = 4.5


@dataclass(frozen=True, slots=True)
class _Words:
    """The words beside a stone: the short name's lines, the owner, and their height."""

    lines: tuple[str, ...]
    owner: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Column:
    """One lane's room and tools."""

    lane: Lane
    rect: Rect
    look: ColumnsLook
    ruler: Ruler

    @property
    def line(self) -> float:
        """The x of the road."""
        return self.rect.x + self.look.stone[0] * 0.8

    @property
    def words_left(self) -> float:
        return self.line + self.look.stone[0] * 0.74

    @property
    def words_wide(self) -> float:
        return self.rect.right - self.words_left - 1


def road_columns(
    plan: Road, width: float, height: float, ruler: Ruler, look: ColumnsLook | None = None
) -> Figure:
    """The lanes as columns in the box, the years at the left, each name level with its stone.

    Names that would meet are moved apart; if a column is too full they are cut to one line each,
    without owners.
    """
    look = look or ColumnsLook()
    count = max(len(plan.lanes), 1)
    wide = (width - look.years + look.gap) / count - look.gap
    shapes: list[Shape] = []
    spots: list[Spot] = []
    columns = [
        _Column(lane, Rect(look.years + i * (wide + look.gap), 0, wide, height), look, ruler)
        for i, lane in enumerate(plan.lanes)
    ]
    for column in columns:
        shapes += _column_ground(column)
    shapes += _years(plan, width, height, look)
    for column in columns:
        shapes += _head(column)
        drawn, found = _posts(column, plan, height)
        shapes += drawn
        spots += found
    return Figure(width, height, tuple(shapes), plan.sentence, road_table(plan), tuple(spots))


def spread(
    centres: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Tops of boxes as near to their centres as can be, in order, without overlap.

    All lie within `low` and `high` if there is room for them; else they go on below `high`.
    """
    tops: list[float] = []
    floor = low
    for centre, tall in zip(centres, heights, strict=True):
        tops.append(max(centre - tall / 2, floor))
        floor = tops[-1] + tall
    ceiling = max(high, low + sum(heights))
    for i in reversed(range(len(tops))):
        tops[i] = min(tops[i], ceiling - heights[i])
        ceiling = tops[i]
    return tuple(tops)


def _y_of(time: float, plan: Road, height: float, look: ColumnsLook) -> float:
    top = look.head + look.leading * 0.6
    return top + (time - plan.first_year) / plan.years * (height - top)


def _column_ground(column: _Column) -> tuple[Shape, ...]:
    solid, tint = track_roles(column.lane.track)
    rect, look = column.rect, column.look
    start = Point(column.line, look.head + look.leading * 0.2)
    road = Line((start, Point(column.line, rect.bottom)), Ink(stroke=solid, width=2.6))
    return (Box(rect, Ink(fill=tint), 6), road)


def _years(plan: Road, width: float, height: float, look: ColumnsLook) -> tuple[Shape, ...]:
    style = Style(look.size * 1.4, Weight.BOLD)
    shapes: list[Shape] = []
    for i in range(plan.years):
        y = _y_of(plan.first_year + i, plan, height, look)
        if i:
            ends = (Point(look.years, y), Point(width, y))
            shapes.append(Line(ends, Ink(stroke=Role.SURFACE, width=1.5)))
        baseline = y + style.size * (0.92 if i else 0.72)
        shapes.append(style.label(str(plan.first_year + i), 0, baseline))
    if plan.today is not None and plan.first_year <= plan.today <= plan.end_year + 1:
        y = _y_of(plan.today, plan, height, look)
        ends = (Point(look.years - 2, y), Point(width, y))
        shapes.append(Line(ends, Ink(stroke=Role.ACCENT, width=1.5, dash=(2.2, 1.5))))
    return tuple(shapes)


def _head(column: _Column) -> tuple[Shape, ...]:
    rect, look = column.rect, column.look
    style = Style(look.size * 1.03, Weight.BOLD)
    mark = look.stone[0] * 0.86
    lines = wrap_to(column.lane.name, style, column.words_wide, column.ruler)
    leading = look.leading * 1.1
    middle = rect.y + look.head / 2
    first = middle - (len(lines) - 1) * leading / 2 + style.size * 0.36
    place = Rect(column.line - mark / 2, middle - mark / 2, mark, mark)
    return (
        *track_mark(column.lane.track, place),
        *block(lines, style, column.words_left, first, leading),
    )


def _posts(
    column: _Column, plan: Road, height: float
) -> tuple[tuple[Shape, ...], tuple[Spot, ...]]:
    look = column.look
    posts = sorted(column.lane.posts, key=lambda post: (post.year, post.quarter, post.code))
    centres = [_y_of(p.year + (p.quarter - 0.5) / QUARTERS, plan, height, look) for p in posts]
    tall = look.stone[1]
    stones = spread(centres, [tall + 1.5] * len(posts), look.head, height)
    words = _set(posts, column, height - look.head)
    middles = [top + tall / 2 for top in stones]
    tops = spread(middles, [w.height for w in words], look.head, height)
    solid, _ = track_roles(column.lane.track)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for post, top, text, start in zip(posts, stones, words, tops, strict=True):
        place = Rect(column.line - look.stone[0] / 2, top, look.stone[0], tall)
        size = look.stone[1] * 0.44
        face = StoneLook(solid, hollow=post.weak, text=post.quarter_text, text_size=size)
        shapes += stone(place, face)
        shapes += _written(text, column, start)
        spots.append(Spot(post.key, place, f"{post.code} {post.text}"))
    return tuple(shapes), tuple(spots)


def _set(posts: Sequence[Milepost], column: _Column, room: float) -> list[_Words]:
    """The words of a column, cut harder until they fit in its height."""
    words = [_words(post, column, 4, owner=True) for post in posts]
    if sum(text.height for text in words) > room:
        words = [_words(post, column, 1, owner=False) for post in posts]
    kept = max(int(room / words[0].height), 1) if words else 0
    blank = _Words((), (), 0.0)
    return [*words[:kept], *(blank for _ in words[kept:])]


def _words(post: Milepost, column: _Column, most: int, *, owner: bool) -> _Words:
    look = column.look
    style = Style(look.size, Weight.SEMIBOLD)
    lines = wrap(post.text, style, column.words_wide, column.ruler)
    if len(lines) > most:
        lines = wrap_to(post.text, style, column.words_wide, column.ruler, lines=most)
    small = Style(look.size * _OWNER)
    who = wrap_to(post.owner, small, column.words_wide, column.ruler) if owner else ()
    rows = len(lines) + len(who)
    return _Words(lines, who, rows * look.leading + look.size * 0.35)


def _written(text: _Words, column: _Column, top: float) -> tuple[Shape, ...]:
    look = column.look
    style = Style(look.size, Weight.SEMIBOLD)
    left = column.words_left
    first = top + look.size * 0.97
    shapes: list[Shape] = [*block(text.lines, style, left, first, look.leading)]
    small = Style(look.size * _OWNER, Weight.REGULAR, Role.INK2)
    baseline = first + len(text.lines) * look.leading
    shapes += block(text.owner, small, left, baseline, look.leading)
    return tuple(shapes)
