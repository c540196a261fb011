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
    LEFT,
    NOTHING_TOLD,
    RIGHT,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
    page,
    rule,
)
from workshop_app.figures.text import Style, block, display, elide, wrap_to

_MANY_ROWS, _FEW_ROWS = 8, 6
_SIZE, _SIZE_TWO = 35.0, 32.0
_MARK, _GUTTER = 88.0, 60.0
_TOP, _BOTTOM = 210.0, 700.0
_ROW = 80.0
_NOTE_BASE = 745.0
_CARD = Rect(1320, 856, 520, 132)


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
    columns, rows = _grid(voting.options, ruler)
    most = columns * rows
    chunks = [voting.options[i : i + most] for i in range(0, len(voting.options), most)] or [()]
    return tuple(
        _page(voting, chunk, numbered(voting.frame, i + 1, len(chunks)), (columns, ruler))
        for i, chunk in enumerate(chunks)
    )


def _grid(options: Sequence[Option], ruler: Ruler) -> tuple[int, int]:
    """Columns, and most rows in each: six rows have room for two lines of text, eight for one."""
    style = Style(_SIZE)
    widest = max((style.width(option.text, ruler) for option in options), default=0.0)
    one, two = (
        _MANY_ROWS if widest <= _column_width(columns) - _MARK else _FEW_ROWS for columns in (1, 2)
    )
    return (1, one) if len(options) <= one else (2, two)


def _column_width(columns: int) -> float:
    return (RIGHT - LEFT - (columns - 1) * _GUTTER) / columns


def _page(
    voting: Voting, options: Sequence[Option], frame: StageFrame, tools: tuple[int, Ruler]
) -> Figure:
    columns, ruler = tools
    shapes = frame_shapes(frame, ruler)
    rows = -(-len(options) // columns)
    pitch = min(_ROW, (_BOTTOM - _TOP) / max(rows, 1))
    wide = _column_width(columns)
    spots: list[Spot] = []
    for i, option in enumerate(options):
        column, row = divmod(i, rows)
        place = Rect(LEFT + column * (wide + _GUTTER), _TOP + row * pitch, wide, pitch)
        shapes += _option(option, place, ruler)
        spots.append(Spot(option.key, place, option.text))
    style = Style(30, Weight.REGULAR, Role.INK2)
    note = elide(voting.note, style, RIGHT - LEFT, ruler)
    shapes.append(style.label(note, LEFT, min(_TOP + rows * pitch + 48, _NOTE_BASE)))
    shapes += turnout(voting, ruler)
    shapes += _card(voting.hidden, ruler)
    return page(shapes, voting.told, spots)


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
    big = display(112)
    caption = Style(35, Weight.REGULAR, Role.INK2)
    edge = _CARD.x - 60 if voting.hidden else RIGHT
    words = elide(voting.done_caption, caption, 400, ruler)
    shapes: list[Shape] = [
        big.label(voting.done_text, LEFT, 920),
        caption.label(words, LEFT, 972),
    ]
    taken = max(big.width(voting.done_text, ruler), caption.width(words, ruler))
    x = max(LEFT + taken + 50, 482.0)
    three = ONE_LINE < voting.entitled <= THREE_LINES
    tall = 186.0 if three else 62.0
    shapes += crowd(voting.done, voting.entitled, Rect(x, 984 - tall, edge - x, tall))
    return shapes


def _card(lines: Sequence[str], ruler: Ruler) -> list[Shape]:
    if not lines:
        return []
    style = Style(30, Weight.REGULAR, Role.INK2)
    shown = [elide(line, style, _CARD.width - 130, ruler) for line in lines[:3]]
    middle = _CARD.y + _CARD.height / 2
    first = middle - (len(shown) - 1) * 20 + style.size * CAP
    return [
        Box(_CARD, Ink(fill=Role.SUNKEN), 16),
        *icon(Icon.EYE_OFF, Rect(_CARD.x + 34, middle - 24, 48, 48), Role.INK2, 1.7),
        *block(shown, style, _CARD.x + 112, first, 40),
    ]
