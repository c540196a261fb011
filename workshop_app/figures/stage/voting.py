"""The vote is on: what there is to choose from and how many are done, never what they chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.crowd import ONE_LINE, THREE_LINES, crowd
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.marks import code_mark
from workshop_app.figures.shapes import Box, Figure, Ink, Rect, Role, Ruler, Shape, Spot, Weight
from workshop_app.figures.stage.frame import (
    CAP,
    HEIGHT,
    LEFT,
    NOTHING_TOLD,
    Canvas,
    StageFrame,
    Told,
    even_most,
    frame_shapes,
    numbered,
    page,
    rule,
)
from workshop_app.figures.text import Style, block, display, elide, wrap_to

_LOW_PITCH, _ROOMY_PITCH = 61.0, 80.0
_SIZE, _SIZE_TWO = 35.0, 32.0
_MARK, _GUTTER = 88.0, 60.0
_TOP = 210.0
_BOTTOM_UP, _NOTE_UP, _TURNOUT_UP = 380.0, 335.0, 160.0
_ROW = 80.0
_CARD_WIDE, _CARD_HIGH, _CARD_UP = 520.0, 132.0, 224.0
_SHORT = 100.0
"""On a page that much lower or more, the turnout stands on one line."""

_SMALL = Style(30, Weight.REGULAR, Role.INK2)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to vote for; `code` on a disc in the track's colour, or none."""

    key: str
    text: str
    code: str = ""
    track: int = 0


@dataclass(frozen=True, slots=True)
class Voting:
    """The page's words and numbers.

    Attributes:
        frame: What stands around.
        options: In the order that is frozen while the vote is open.
        note: How the vote works, under the options.
        done: How many are done.
        entitled: Of how many.
        done_text: The same in words, large: `9 av 15`.
        done_caption: Under it: `har röstat`.
        hidden: Lines on the card: the result is hidden.
        told: The page in words.
    """

    frame: StageFrame
    options: tuple[Option, ...]
    note: str
    done: int
    entitled: int
    done_text: str
    done_caption: str
    hidden: tuple[str, ...] = ()
    told: Told = NOTHING_TOLD


def voting_pages(voting: Voting, ruler: Ruler) -> tuple[Figure, ...]:
    """One column for a few options, else two; more pages rather than smaller text."""
    columns, rows = _grid(voting.options, voting.frame.canvas, ruler)
    most = even_most(len(voting.options), columns * rows)
    chunks = [voting.options[i : i + most] for i in range(0, len(voting.options), most)] or [()]
    return tuple(
        _page(voting, chunk, numbered(voting.frame, i + 1, len(chunks)), (columns, ruler))
        for i, chunk in enumerate(chunks)
    )


def _grid(options: Sequence[Option], canvas: Canvas, ruler: Ruler) -> tuple[int, int]:
    """Columns, and most rows in each: six rows have room for two lines of text, eight for one."""
    style = Style(_SIZE)
    widest = max((style.width(option.text, ruler) for option in options), default=0.0)
    tall = _bottom(canvas) - _TOP
    one, two = (
        max(1, int(tall / (_LOW_PITCH if widest <= wide - _MARK else _ROOMY_PITCH)))
        for wide in (_column_width(columns, canvas) for columns in (1, 2))
    )
    return (1, one) if len(options) <= one else (2, two)


def _is_short(canvas: Canvas) -> bool:
    return canvas.lost > _SHORT


def _bottom(canvas: Canvas) -> float:
    """Where the options end: one line for the turnout leaves them more room."""
    return canvas.height - (_BOTTOM_UP - 120 * _is_short(canvas))


def _column_width(columns: int, canvas: Canvas) -> float:
    return (canvas.room - (columns - 1) * _GUTTER) / columns


def _page(
    voting: Voting, options: Sequence[Option], frame: StageFrame, tools: tuple[int, Ruler]
) -> Figure:
    columns, ruler = tools
    canvas = frame.canvas
    shapes = frame_shapes(frame, ruler)
    rows = -(-len(options) // columns)
    pitch = min(_ROW, (_bottom(canvas) - _TOP) / max(rows, 1))
    wide = _column_width(columns, canvas)
    spots: list[Spot] = []
    for i, option in enumerate(options):
        column, row = divmod(i, rows)
        place = Rect(LEFT + column * (wide + _GUTTER), _TOP + row * pitch, wide, pitch)
        shapes += _option(option, place, ruler)
        spots.append(Spot(option.key, place, option.text))
    style = Style(30, Weight.REGULAR, Role.INK2)
    note = elide(voting.note, style, canvas.room, ruler)
    lowest = _bottom(canvas) + _BOTTOM_UP - _NOTE_UP
    shapes.append(style.label(note, LEFT, min(_TOP + rows * pitch + 48, lowest)))
    shapes += turnout(voting, ruler)
    shapes += _card(voting.hidden, canvas, ruler)
    return page(shapes, voting.told, spots, canvas)


def _option(option: Option, place: Rect, ruler: Ruler) -> list[Shape]:
    shapes: list[Shape] = [rule(place.bottom, place.x, place.right)]
    x = place.x
    if option.code:
        side = min(58.0, place.height - 4)
        shapes += code_mark(
            option.track,
            option.code,
            Rect(x + 2, place.y + (place.height - side) / 2, side, side),
        )
        x += _MARK
    room = place.right - x
    style = Style(_SIZE)
    lines: tuple[str, ...] = (option.text,)
    if style.width(option.text, ruler) > room:
        style = Style(_SIZE_TWO)
        lines = wrap_to(option.text, style, room, ruler)
    leading = style.size * 1.08
    middle = place.y + place.height / 2
    first = middle - (len(lines) - 1) * leading / 2 + style.size * CAP
    return [*shapes, *block(lines, style, x, first, leading)]


def turnout(voting: Voting, ruler: Ruler) -> list[Shape]:
    """The big figure with its caption and the crowd."""
    # Zoomed, the figure is as large on the wall as before; what it leaves is the crowd's.
    big = display(112 * voting.frame.canvas.height / HEIGHT)
    caption = Style(35, Weight.REGULAR, Role.INK2)
    canvas = voting.frame.canvas
    card = _card_place(voting.hidden, canvas, ruler)
    edge = card.x - 60 if voting.hidden else canvas.right
    words = elide(voting.done_caption, caption, 400, ruler)
    if _is_short(canvas):
        base = canvas.height - 100
        x = LEFT + big.width(voting.done_text, ruler) + 30
        shapes: list[Shape] = [big.label(voting.done_text, LEFT, base)]
        shapes.append(caption.label(words, x, base))
        x += caption.width(words, ruler) + 40
        tall = 100.0
        low = base
    else:
        base = canvas.height - _TURNOUT_UP
        shapes = [big.label(voting.done_text, LEFT, base), caption.label(words, LEFT, base + 52)]
        taken = max(big.width(voting.done_text, ruler), caption.width(words, ruler))
        x = max(LEFT + taken + 50, 482.0)
        three = ONE_LINE < voting.entitled <= THREE_LINES
        tall = 186.0 if three else 62.0
        low = base + 64
    shapes += crowd(voting.done, voting.entitled, Rect(x, low - tall, edge - x, tall))
    return shapes


def _card_place(lines: Sequence[str], canvas: Canvas, ruler: Ruler) -> Rect:
    """At the lower right; on a short page as wide and high as its first line."""
    if not _is_short(canvas):
        left = canvas.right - _CARD_WIDE
        return Rect(left, canvas.height - _CARD_UP, _CARD_WIDE, _CARD_HIGH)
    wide = min(_CARD_WIDE, _SMALL.width(lines[0], ruler) + 130) if lines else 0.0
    return Rect(canvas.right - wide, canvas.height - 176, wide, 84)


def _card(lines: Sequence[str], canvas: Canvas, ruler: Ruler) -> list[Shape]:
    if not lines:
        return []
    most = 1 if _is_short(canvas) else 3
    place = _card_place(lines, canvas, ruler)
    shown = [elide(line, _SMALL, place.width - 129, ruler) for line in lines[:most]]
    middle = place.y + place.height / 2
    first = middle - (len(shown) - 1) * 20 + _SMALL.size * CAP
    return [
        Box(place, Ink(fill=Role.SUNKEN), 16),
        *icon(Icon.EYE_OFF, Rect(place.x + 34, middle - 24, 48, 48), Role.INK2, 1.7),
        *block(shown, _SMALL, place.x + 112, first, 40),
    ]
