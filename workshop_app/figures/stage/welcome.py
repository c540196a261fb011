"""The first page of the day: who we are, what the day is called, its items and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from workshop_app.figures.marks import Pill, pill
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Line,
    Oval,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Weight,
)
from workshop_app.figures.stage.frame import (
    CAP,
    LEFT,
    NOTHING_TOLD,
    SMALLEST,
    WHOLE,
    Canvas,
    Told,
    page,
)
from workshop_app.figures.stone import StoneLook, logo, stone
from workshop_app.figures.text import Style, block, display, elide, wrap_to

_HALF = 962.0
_TIMES, _STONES, _NAMES = 72.0, 260.0, 318.0
_TOP, _ROOM_UP = 168.0, 80.0
_PITCH, _LEAST = 64.0, 46.0
_PURPOSE = 620.0
_TITLES = (108.0, 88.0, 72.0)
_LEGEND_UP = 57.0
_CLOCK = 200.0
_CLOCK_SPACING = -0.045
MOST_LINES = 13
"""More lines than this the room does not take in: items of a pass are then joined."""
_JOINT = " · "


class ItemKind(StrEnum):
    """What the room does in an item."""

    VOTE = "vote"
    TALK = "talk"
    PAUSE = "pause"
    END = "end"


@dataclass(frozen=True, slots=True)
class DayItem:
    """One line of the day; `more` holds the titles of later items that were joined with it."""

    time: str
    text: str
    kind: ItemKind
    now: bool = False
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Welcome:
    """The page's words.

    Attributes:
        organisation: One or two lines beside the mark.
        title: The day's name.
        purpose: The question of the day, at most two lines.
        pill: When we begin; None for none.
        clock: The time.
        day_heading: Over the items.
        date: The date in words.
        items: The day, the last one its end.
        legend: Words for vote, talk and pause, in that order.
        page_format: `{page}` and `{pages}` in words, for a day that needs more than one page.
        canvas: How large the page is, in units.
        told: The page in words.
    """

    organisation: tuple[str, ...]
    title: str
    purpose: str
    clock: str
    day_heading: str
    date: str
    items: tuple[DayItem, ...]
    legend: tuple[str, str, str]
    pill: Pill | None = None
    told: Told = NOTHING_TOLD
    page_format: str = "{page}/{pages}"
    canvas: Canvas = WHOLE


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the day's part begins, its times, signs and names."""

    half: float
    times: float
    stones: float
    names: float


def _columns(canvas: Canvas) -> _Columns:
    half = _HALF - canvas.narrowed * 0.62
    # On a narrower page the columns stand closer, so that the names keep their room.
    closer = min(canvas.narrowed * 0.08, 36.0)
    return _Columns(
        half, half + _TIMES - closer, half + _STONES - 2 * closer, half + _NAMES - 2 * closer
    )


def welcome_page(words: Welcome, ruler: Ruler) -> Figure:
    """The first page of the day, see `welcome_pages`."""
    return welcome_pages(words, ruler)[0]


def welcome_pages(words: Welcome, ruler: Ruler) -> tuple[Figure, ...]:
    """The day at the right, the rest at the left.

    More than thirteen lines are joined within the passes between the breaks; a day that still has
    more than there is room for goes on on the next page.
    """
    canvas = words.canvas
    most = int((canvas.height - _ROOM_UP - _TOP) / _LEAST)
    lines = joined(words.items, min(MOST_LINES, most))
    chunks = [lines[i : i + most] for i in range(0, len(lines), most)] or [()]
    return tuple(
        _page(words, chunk, _page_text(words, i + 1, len(chunks)), ruler)
        for i, chunk in enumerate(chunks)
    )


def _page_text(words: Welcome, number: int, pages: int) -> str:
    return words.page_format.format(page=number, pages=pages) if pages > 1 else ""


def _page(words: Welcome, items: Sequence[DayItem], number: str, ruler: Ruler) -> Figure:
    canvas = words.canvas
    half = _columns(canvas).half
    panel = Rect(half, 0, canvas.width - half, canvas.height)
    shapes: list[Shape] = [
        Box(panel, Ink(fill=Role.SURFACE)),
        Line((Point(half, 0), Point(half, canvas.height)), Ink(stroke=Role.LINE, width=2)),
        *_left(words, ruler),
        *_day(words, items, ruler),
        *_legend(words, ruler),
    ]
    small = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    base = canvas.height - _LEGEND_UP + SMALLEST * CAP
    shapes.append(small.label(number, canvas.right, base, Align.RIGHT))
    return page(shapes, words.told, canvas=canvas)


def _left(words: Welcome, ruler: Ruler) -> list[Shape]:
    canvas = words.canvas
    room = _columns(canvas).half - LEFT - 40
    up = min(canvas.lost, 60.0)
    shapes: list[Shape] = [*logo(Rect(LEFT, 76, 46, 53))]
    small = Style(30, Weight.REGULAR, Role.INK2)
    lines = [elide(line, small, room - 62, ruler) for line in words.organisation[:2]]
    shapes += block(lines, small, LEFT + 62, 94 if len(lines) > 1 else 113, 38)
    title, heading = _heading(words.title, room, ruler)
    leading = title.size + 1
    shapes += block(heading, title, LEFT, 315 - up, leading)
    purpose = Style(40, Weight.REGULAR, Role.INK2)
    first = 315 - up + len(heading) * leading - 18
    top = canvas.height - (362 if words.pill else 290)
    said = wrap_to(words.purpose, purpose, min(_PURPOSE, room), ruler)
    if first + (len(said) - 1) * 54 + 20 <= top:
        shapes += block(said, purpose, LEFT, first, 54)
    if words.pill:
        drawn, _ = pill(words.pill, Point(LEFT, canvas.height - 362), ruler, align=Align.LEFT)
        shapes += drawn
    # Figures of equal width stand far apart at this size.
    clock = Style(_CLOCK, Weight.SEMIBOLD, spacing=_CLOCK * _CLOCK_SPACING)
    shapes.append(clock.label(words.clock, LEFT - 4, canvas.height - 112))
    return shapes


def _heading(text: str, room: float, ruler: Ruler) -> tuple[Style, tuple[str, ...]]:
    """The day's name on two lines, smaller where a word would be cut."""
    whole = " ".join(text.split())
    tried = [(style, wrap_to(text, style, room, ruler)) for style in map(display, _TITLES)]
    return next((found for found in tried if " ".join(found[1]) == whole), tried[-1])


def _day(words: Welcome, items: Sequence[DayItem], ruler: Ruler) -> list[Shape]:
    canvas, at = words.canvas, _columns(words.canvas)
    heading = display(40)
    date = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    shapes: list[Shape] = [
        heading.label(words.day_heading, at.times, 104),
        date.label(words.date, canvas.right, 104, Align.RIGHT),
    ]
    pitch = min(_PITCH, (canvas.height - _ROOM_UP - _TOP) / max(len(items), 1))
    middles = [_TOP + i * pitch for i in range(len(items))]
    if len(items) > 1:
        ends = (Point(at.stones, middles[0]), Point(at.stones, middles[-1]))
        shapes.append(Line(ends, Ink(stroke=Role.TINT2, width=5)))
    for item, middle in zip(items, middles, strict=True):
        shapes += _item(item, Point(canvas.right, middle), (pitch, at), ruler)
    return shapes


def joined(items: Sequence[DayItem], most: int = MOST_LINES) -> tuple[DayItem, ...]:
    """At most thirteen lines, as far as that can be had by joining neighbours within a pass.

    First a vote takes in the talk about its result, then neighbours are joined from the end of
    the day. Breaks and the end stand for themselves.
    """
    lines = list(items)
    while len(lines) > most:
        places = _places_to_join(lines)
        if not places:
            break
        first, second = lines[places[-1]], lines[places[-1] + 1]
        vote = ItemKind.VOTE in (first.kind, second.kind)
        lines[places[-1] : places[-1] + 2] = [
            replace(
                first,
                kind=ItemKind.VOTE if vote else first.kind,
                now=first.now or second.now,
                more=(*first.more, second.text, *second.more),
            )
        ]
    return tuple(lines)


def _places_to_join(lines: Sequence[DayItem]) -> list[int]:
    """Where a line may take in the one after it; the best kind of place there is."""
    work = (ItemKind.VOTE, ItemKind.TALK)
    neighbours = [
        i for i in range(len(lines) - 1) if lines[i].kind in work and lines[i + 1].kind in work
    ]
    single = [i for i in neighbours if not lines[i].more and not lines[i + 1].more]
    result = [i for i in single if (lines[i].kind, lines[i + 1].kind) == work]
    return result or single or neighbours


def _said(item: DayItem, style: Style, room: float, ruler: Ruler) -> str:
    """All titles of a line if they fit, else the first, else what stands before its colon."""
    whole = _JOINT.join((item.text, *item.more))
    head = item.text.partition(": ")[0]
    question, mark, _ = item.text.partition("? ")
    shorter = (whole, item.text, question + mark.strip(), head)
    fits = (text for text in shorter if style.width(text, ruler) <= room)
    return next(fits, elide(item.text, style, room, ruler))


def _item(item: DayItem, end: Point, how: tuple[float, _Columns], ruler: Ruler) -> list[Shape]:
    """A line of the day; `end` is its right end."""
    middle = end.y
    pitch, at = how
    role = Role.INK3 if item.kind is ItemKind.PAUSE else Role.INK
    weight = Weight.BOLD if item.now else Weight.REGULAR
    text = Style(33 if pitch > 52 else 30, weight, role)  # noqa: PLR2004 - roomy or close rows
    strong = Weight.REGULAR if item.kind is ItemKind.PAUSE else Weight.SEMIBOLD
    time = Style(text.size, strong, role)
    baseline = middle + text.size * CAP
    return [
        time.label(item.time, at.times, baseline),
        *_sign(item.kind, at.stones, middle, pitch),
        text.label(_said(item, text, end.x - at.names, ruler), at.names, baseline),
    ]


def _sign(kind: ItemKind, x: float, middle: float, pitch: float) -> list[Shape]:
    tall = min(38.0, pitch - 12)
    place = Rect(x - tall * 0.45, middle - tall / 2, tall * 0.9, tall)
    match kind:
        case ItemKind.VOTE:
            return [*stone(place, StoneLook())]
        case ItemKind.TALK:
            return [*stone(place, StoneLook(hollow=True))]
        case ItemKind.PAUSE:
            ring = Rect(x - 7, middle - 7, 14, 14)
            return [Oval(ring, Ink(fill=Role.SURFACE, stroke=Role.TINT2, width=4))]
        case ItemKind.END:
            ends = (Point(x - 16, middle), Point(x + 16, middle))
            return [Line(ends, Ink(stroke=Role.INK, width=6, round_ends=True))]
        case _:
            assert_never(kind)


def _legend(words: Welcome, ruler: Ruler) -> list[Shape]:
    style = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    kinds = (ItemKind.VOTE, ItemKind.TALK, ItemKind.PAUSE)
    shapes: list[Shape] = []
    x = _columns(words.canvas).times
    middle = words.canvas.height - _LEGEND_UP
    for kind, text in zip(kinds, words.legend, strict=True):
        shapes += _sign(kind, x + 14, middle, 42)
        shapes.append(style.label(text, x + 42, middle + SMALLEST * CAP))
        x += 42 + style.width(text, ruler) + 42
    return shapes
