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
    HEIGHT,
    LEFT,
    NOTHING_TOLD,
    RIGHT,
    SMALLEST,
    WIDTH,
    Told,
    page,
)
from workshop_app.figures.stone import StoneLook, logo, stone
from workshop_app.figures.text import ELLIPSIS, Style, block, display, elide, wrap_to

_HALF = 962.0
_TIMES = 1034.0
_STONES = 1222.0
_NAMES = 1280.0
_TOP, _ROOM = 168.0, 832.0
_PITCH, _LEAST = 64.0, 46.0
_PURPOSE = 620.0
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


def welcome_page(words: Welcome, ruler: Ruler) -> Figure:
    """The day at the right, the rest at the left.

    More than thirteen lines are joined within the passes between the breaks; a day that still has
    more than eighteen ends in an ellipsis.
    """
    panel = Rect(_HALF, 0, WIDTH - _HALF, HEIGHT)
    shapes: list[Shape] = [
        Box(panel, Ink(fill=Role.SURFACE)),
        Line((Point(_HALF, 0), Point(_HALF, HEIGHT)), Ink(stroke=Role.LINE, width=2)),
        *_left(words, ruler),
        *_day(words, ruler),
        *_legend(words.legend, ruler),
    ]
    return page(shapes, words.told)


def _left(words: Welcome, ruler: Ruler) -> list[Shape]:
    room = _HALF - LEFT - 40
    shapes: list[Shape] = [*logo(Rect(LEFT, 76, 46, 53))]
    small = Style(30, Weight.REGULAR, Role.INK2)
    lines = [elide(line, small, room - 62, ruler) for line in words.organisation[:2]]
    shapes += block(lines, small, LEFT + 62, 94 if len(lines) > 1 else 113, 38)
    title = display(108)
    heading = wrap_to(words.title, title, room, ruler)
    shapes += block(heading, title, LEFT, 315, 109)
    purpose = Style(40, Weight.REGULAR, Role.INK2)
    said = wrap_to(words.purpose, purpose, _PURPOSE, ruler)
    shapes += block(said, purpose, LEFT, 315 + len(heading) * 109 - 18, 54)
    if words.pill:
        drawn, _ = pill(words.pill, Point(LEFT, 718), ruler, align=Align.LEFT)
        shapes += drawn
    # Figures of equal width stand far apart at this size.
    clock = Style(_CLOCK, Weight.SEMIBOLD, spacing=_CLOCK * _CLOCK_SPACING)
    shapes.append(clock.label(words.clock, LEFT - 4, 968))
    return shapes


def _day(words: Welcome, ruler: Ruler) -> list[Shape]:
    heading = display(40)
    date = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    shapes: list[Shape] = [
        heading.label(words.day_heading, _TIMES, 104),
        date.label(words.date, RIGHT, 104, Align.RIGHT),
    ]
    items = _cut(joined(words.items))
    pitch = min(_PITCH, _ROOM / max(len(items), 1))
    middles = [_TOP + i * pitch for i in range(len(items))]
    if len(items) > 1:
        ends = (Point(_STONES, middles[0]), Point(_STONES, middles[-1]))
        shapes.append(Line(ends, Ink(stroke=Role.TINT2, width=5)))
    for item, middle in zip(items, middles, strict=True):
        shapes += _item(item, middle, pitch, ruler)
    return shapes


def joined(items: Sequence[DayItem]) -> tuple[DayItem, ...]:
    """At most thirteen lines, as far as that can be had by joining neighbours within a pass.

    First a vote takes in the talk about its result, then neighbours are joined from the end of
    the day. Breaks and the end stand for themselves.
    """
    lines = list(items)
    while len(lines) > MOST_LINES:
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


def _said(item: DayItem, style: Style, ruler: Ruler) -> str:
    """All titles of a line if they fit, else the first, else what stands before its colon."""
    room = RIGHT - _NAMES
    whole = _JOINT.join((item.text, *item.more))
    head = item.text.partition(": ")[0]
    question, mark, _ = item.text.partition("? ")
    shorter = (whole, item.text, question + mark.strip(), head)
    fits = (text for text in shorter if style.width(text, ruler) <= room)
    return next(fits, elide(item.text, style, room, ruler))


def _cut(items: Sequence[DayItem]) -> tuple[DayItem, ...]:
    """As many items as there is room for, the last one kept."""
    most = int(_ROOM / _LEAST)
    if len(items) <= most:
        return tuple(items)
    gap = DayItem("", ELLIPSIS, ItemKind.PAUSE)
    return (*items[: most - 2], gap, items[-1])


def _item(item: DayItem, middle: float, pitch: float, ruler: Ruler) -> list[Shape]:
    role = Role.INK3 if item.kind is ItemKind.PAUSE else Role.INK
    weight = Weight.BOLD if item.now else Weight.REGULAR
    text = Style(33 if pitch > 52 else 30, weight, role)  # noqa: PLR2004 - roomy or close rows
    strong = Weight.REGULAR if item.kind is ItemKind.PAUSE else Weight.SEMIBOLD
    time = Style(text.size, strong, role)
    baseline = middle + text.size * CAP
    return [
        time.label(item.time, _TIMES, baseline),
        *_sign(item.kind, _STONES, middle, pitch),
        text.label(_said(item, text, ruler), _NAMES, baseline),
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


def _legend(words: tuple[str, str, str], ruler: Ruler) -> list[Shape]:
    style = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    kinds = (ItemKind.VOTE, ItemKind.TALK, ItemKind.PAUSE)
    shapes: list[Shape] = []
    x = _TIMES
    for kind, text in zip(kinds, words, strict=True):
        shapes += _sign(kind, x + 14, 1023, 42)
        shapes.append(style.label(text, x + 42, 1023 + SMALLEST * CAP))
        x += 42 + style.width(text, ruler) + 42
    return shapes
