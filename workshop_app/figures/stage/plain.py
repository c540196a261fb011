"""The quiet pages: thanks, hold, closed with the result hidden, and black."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    LEFT,
    NOTHING_TOLD,
    RIGHT,
    SMALLEST,
    WIDTH,
    StageFrame,
    Told,
    foot_shapes,
    page,
)
from workshop_app.figures.stone import StoneLook, logo, stone
from workshop_app.figures.text import Style, display, elide, wrap_to

_MIDDLE = WIDTH / 2
_ROOM = RIGHT - LEFT - 160


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
    place = Rect(_MIDDLE - 73, 215, 146, 171)
    floor = (Point(_MIDDLE - 206, 390), Point(_MIDDLE + 206, 390))
    shapes: list[Shape] = [*foot_shapes(words.frame, ruler)]
    shapes += stone(place, StoneLook(check=True))
    shapes.append(Line(floor, Ink(stroke=Role.INK, width=8, round_ends=True)))
    shapes += _centred((words.title,), display(92), 532, ruler)
    shapes += _centred((words.text,), Style(38, Weight.REGULAR, Role.INK2), 608, ruler)
    drawn, spots = _next(words, ruler)
    return page([*shapes, *drawn], words.told, spots)


def message_page(words: Message, ruler: Ruler) -> Figure:
    """One message in the middle, for holding, waiting and for a closed vote."""
    shapes: list[Shape] = [*foot_shapes(words.frame, ruler)]
    if words.icon is None:
        shapes += logo(Rect(_MIDDLE - 54, 236, 108, 124))
    else:
        shapes += icon(words.icon, Rect(_MIDDLE - 62, 240, 124, 124), Role.INK2, 1.5)
    title = display(80)
    heading = wrap_to(words.title, title, _ROOM, ruler)
    shapes += _centred(heading, title, 470, ruler)
    baseline = 470 + len(heading) * 92 - 14
    text = Style(38, Weight.REGULAR, Role.INK2)
    for line in words.lines:
        parts = wrap_to(line, text, 1200, ruler)
        shapes += _centred(parts, text, baseline, ruler)
        baseline += len(parts) * 52
    if words.clock:
        big = display(170, weight=Weight.SEMIBOLD)
        base = min(max(baseline + 150, 820), 960)
        shapes.append(big.label(words.clock, _MIDDLE, base, Align.CENTRE))
    return page(shapes, words.told)


def blank_page(told: Told = NOTHING_TOLD) -> Figure:
    """Nothing but the ground."""
    return page((), told)


def _centred(lines: Sequence[str], style: Style, baseline: float, ruler: Ruler) -> list[Shape]:
    return [
        style.label(
            elide(line, style, _ROOM, ruler),
            _MIDDLE,
            baseline + i * style.size * 1.15,
            Align.CENTRE,
        )
        for i, line in enumerate(lines)
    ]


def _next(words: Thanks, ruler: Ruler) -> tuple[list[Shape], list[Spot]]:
    """Who is next, with the button to the right of it, centred together."""
    who = Style(38, Weight.SEMIBOLD)
    face = Style(38, Weight.SEMIBOLD, Role.ON_FILL)
    small = Style(SMALLEST, Weight.SEMIBOLD, Role.ON_FILL)
    key_wide = small.width(words.key, ruler) + 30 if words.key else 0.0
    inner = face.width(words.button, ruler) + (key_wide + 20 if words.key else 0.0)
    button_wide = inner + 104 if words.button else 0.0
    gap = 30.0 if words.button and words.next_text else 0.0
    name = elide(words.next_text, who, _ROOM - button_wide - gap, ruler)
    wide = who.width(name, ruler)
    x = _MIDDLE - (wide + gap + button_wide) / 2
    middle = 730.0
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
