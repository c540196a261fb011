"""The quiet pages: thanks, hold, closed with the result hidden, and black."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import (
    Align,
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
from workshop_app.figures.stage.frame import (
    CAP,
    NOTHING_TOLD,
    SMALLEST,
    Canvas,
    StageFrame,
    Told,
    foot_shapes,
    page,
)
from workshop_app.figures.stone import StoneLook, logo, stone
from workshop_app.figures.text import Style, display, elide, wrap_to

_INSET = 160.0
_MOST_UP = 200.0


@dataclass(frozen=True, slots=True)
class _Middle:
    """The middle of a page, how wide words there may be, and how far things are moved up."""

    x: float
    room: float
    up: float


def _middle_of(canvas: Canvas) -> _Middle:
    return _Middle(canvas.width / 2, canvas.room - _INSET, canvas.lost / 2)


@dataclass(frozen=True, slots=True)
class Thanks:
    """The page after a ballot.

    Attributes:
        frame: Only its foot is shown.
        title: `Tack, din röst är lagd`.
        text: What happened to the ballot.
        next_text: Who is next; empty when nobody is.
        button: The word on the button; empty for none.
        key: The key that does the same.
        told: The page in words.
    """

    frame: StageFrame
    title: str
    text: str
    next_text: str = ""
    button: str = ""
    key: str = ""
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class Message:
    """A page with one message in the middle.

    Attributes:
        frame: Only its foot is shown.
        title: The message.
        lines: What more there is to say, each on at most two lines.
        icon: Above the message; None for the program's mark.
        clock: A time or a countdown, large, below; empty for none.
        told: The page in words.
    """

    frame: StageFrame
    title: str
    lines: tuple[str, ...] = ()
    icon: Icon | None = None
    clock: str = ""
    told: Told = NOTHING_TOLD


def thanks_page(words: Thanks, ruler: Ruler) -> Figure:
    """A stone with a check on its ground, thanks, and who is next. The button is spot `next`."""
    at = _middle_of(words.frame.canvas)
    place = Rect(at.x - 73, 215 - at.up, 146, 171)
    floor = (Point(at.x - 206, 390 - at.up), Point(at.x + 206, 390 - at.up))
    shapes: list[Shape] = [*foot_shapes(words.frame, ruler)]
    shapes += stone(place, StoneLook(check=True))
    shapes.append(Line(floor, Ink(stroke=Role.INK, width=8, round_ends=True)))
    shapes += _centred((words.title,), display(92), (at, 532 - at.up), ruler)
    small = Style(38, Weight.REGULAR, Role.INK2)
    shapes += _centred((words.text,), small, (at, 608 - at.up), ruler)
    drawn, spots = _next(words, at, ruler)
    return page([*shapes, *drawn], words.told, spots, words.frame.canvas)


def message_page(words: Message, ruler: Ruler) -> Figure:
    """One message in the middle, for holding, waiting and for a closed vote."""
    shapes: list[Shape] = [*foot_shapes(words.frame, ruler)]
    at = _middle_of(words.frame.canvas)
    title, text = display(80), Style(38, Weight.REGULAR, Role.INK2)
    heading = wrap_to(words.title, title, at.room, ruler)
    parts = [wrap_to(line, text, min(1200.0, at.room), ruler) for line in words.lines]
    at = _lifted(at, words, len(heading), sum(len(part) for part in parts))
    if words.icon is None:
        shapes += logo(Rect(at.x - 54, 236 - at.up, 108, 124))
    else:
        shapes += icon(words.icon, Rect(at.x - 62, 240 - at.up, 124, 124), Role.INK2, 1.5)
    shapes += _centred(heading, title, (at, 470 - at.up), ruler)
    baseline = 470 - at.up + len(heading) * 92 - 14
    for part in parts:
        shapes += _centred(part, text, (at, baseline), ruler)
        baseline += len(part) * 52
    if words.clock:
        big = display(170, weight=Weight.SEMIBOLD)
        base = min(max(baseline + 150, 820 - at.up), words.frame.canvas.height - 120)
        shapes.append(big.label(words.clock, at.x, base, Align.CENTRE))
    return page(shapes, words.told, canvas=words.frame.canvas)


def _lifted(at: _Middle, words: Message, heading: int, lines: int) -> _Middle:
    """Higher up on the page, where what stands below the mark would not find room."""
    clock = 150 if words.clock else 0
    last = 470 - at.up + heading * 92 - 14 + (lines - 1) * 52 + clock
    over = last - (words.frame.canvas.height - (120 if words.clock else 96))
    return replace(at, up=min(at.up + max(over, 0.0), _MOST_UP))


def blank_page(told: Told = NOTHING_TOLD) -> Figure:
    """Nothing but the ground."""
    return page((), told)


def _centred(
    lines: Sequence[str], style: Style, where: tuple[_Middle, float], ruler: Ruler
) -> list[Shape]:
    at, baseline = where
    return [
        style.label(
            elide(line, style, at.room, ruler),
            at.x,
            baseline + i * style.size * 1.15,
            Align.CENTRE,
        )
        for i, line in enumerate(lines)
    ]


def _next(words: Thanks, at: _Middle, ruler: Ruler) -> tuple[list[Shape], list[Spot]]:
    """Who is next, with the button to the right of it, centred together."""
    who = Style(38, Weight.SEMIBOLD)
    face = Style(38, Weight.SEMIBOLD, Role.ON_FILL)
    small = Style(SMALLEST, Weight.SEMIBOLD, Role.ON_FILL)
    key_wide = small.width(words.key, ruler) + 30 if words.key else 0.0
    inner = face.width(words.button, ruler) + (key_wide + 20 if words.key else 0.0)
    button_wide = inner + 104 if words.button else 0.0
    gap = 30.0 if words.button and words.next_text else 0.0
    name = elide(words.next_text, who, at.room - button_wide - gap, ruler)
    wide = who.width(name, ruler)
    x = at.x - (wide + gap + button_wide) / 2
    middle = 730.0 - at.up
    shapes: list[Shape] = [who.label(name, x, middle + who.size * CAP)] if name else []
    if not words.button:
        return shapes, []
    rect = Rect(x + wide + gap, middle - 46, button_wide, 92)
    shapes.append(Box(rect, Ink(fill=Role.ACCENT), 16))
    left = rect.x + 52
    shapes.append(face.label(words.button, left, middle + face.size * CAP))
    if words.key:
        corner = rect.right - 52 - key_wide
        box = Rect(corner, middle - 24, key_wide, 48)
        shapes.append(Box(box, Ink(stroke=Role.ON_FILL, width=2), 8))
        centre = corner + key_wide / 2
        shapes.append(small.label(words.key, centre, middle + SMALLEST * CAP, Align.CENTRE))
    return shapes, [Spot("next", rect, words.button)]
