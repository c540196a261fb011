"""The alternatives side by side: before the vote what they mean, after it who stands behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.answer_bars import Look, Part, answer_bar, sample, unit_of
from workshop_app.figures.crowd import crowd
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
    SMALLEST,
    Canvas,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
    page,
)
from workshop_app.figures.text import Style, block, display, elide, wrap_to

PER_PAGE = 3
_TOP, _HIGH = 212.0, 640.0
_GAP, _PAD = 40.0, 38.0
_FOOT_UP = 128.0
_CARD_UP_LOW = 190.0
_NOTE_LEAST, _NOTE_LEADING = 240.0, 34.0
_LOW_MOST = 420.0


@dataclass(frozen=True, slots=True)
class Card:
    """One alternative.

    Attributes:
        key: The alternative.
        number: `Alternativ 1`.
        name: What it is called.
        sums: (heading, amount) twice: what must be lowered, what the proposal lowers.
        facts: (words, whether it is a warning) of the fit and the result.
        differs: What makes it different, before the vote.
        parts: The answers as boxes, after it; empty before.
        behind: Under them: `12 av 14 kan stå bakom`.
    """

    key: str
    number: str
    name: str
    sums: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, bool], ...]
    differs: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The page's words.

    Attributes:
        frame: What stands around.
        cards: One for each alternative.
        differs_heading: Over what makes them different.
        legend: Looks and words, after the vote.
        note: At the lower right, after the vote.
        done: How many have voted, of how many, before.
        done_words: The same in words and what they have done.
        hidden: `Resultatet är dolt`.
        told: The page in words.
    """

    frame: StageFrame
    cards: tuple[Card, ...]
    differs_heading: str = ""
    legend: tuple[tuple[Look, str], ...] = ()
    note: str = ""
    done: tuple[int, int] = (0, 0)
    done_words: tuple[str, str] = ("", "")
    hidden: str = ""
    told: Told = NOTHING_TOLD


def alternatives_pages(words: Alternatives, ruler: Ruler) -> tuple[Figure, ...]:
    """Up to three cards on a page; one where the page is low."""
    cards = words.cards
    most = 1 if _is_low(words.frame.canvas) else PER_PAGE
    chunks = [cards[i : i + most] for i in range(0, len(cards), most)] or [()]
    return tuple(
        _page(words, chunk, numbered(words.frame, i + 1, len(chunks)), ruler)
        for i, chunk in enumerate(chunks)
    )


def _is_low(canvas: Canvas) -> bool:
    """Whether a card has its two halves side by side instead of one above the other."""
    return canvas.lost > 0


def _high(canvas: Canvas) -> float:
    if not _is_low(canvas):
        return _HIGH
    return min(_LOW_MOST, canvas.height - _TOP - _CARD_UP_LOW)


def _page(words: Alternatives, cards: Sequence[Card], frame: StageFrame, ruler: Ruler) -> Figure:
    shapes = frame_shapes(frame, ruler)
    canvas = frame.canvas
    low = _is_low(canvas)
    columns = 1 if low else max(len(cards), 2)
    wide = (canvas.room - (columns - 1) * _GAP) / columns
    spots: list[Spot] = []
    for i, card in enumerate(cards):
        place = Rect(LEFT + i * (wide + _GAP), _TOP, wide, _high(canvas))
        draw = _low_card if low else _card
        shapes += draw(card, place, words, ruler)
        spots.append(Spot(card.key, place, f"{card.number} {card.name}"))
    shapes += _result_foot(words, ruler) if words.legend else _turnout(words, ruler)
    return page(shapes, words.told, spots, canvas)


def _card(card: Card, place: Rect, words: Alternatives, ruler: Ruler) -> list[Shape]:
    left, right = place.x + _PAD, place.right - _PAD
    room = right - left
    small = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    ground = Ink(fill=Role.SURFACE, stroke=Role.LINE, width=2)
    shapes: list[Shape] = [
        Box(place, ground, 16),
        small.label(elide(card.number, small, room, ruler), left, place.y + 58),
        *_name(card.name, Rect(left, place.y, room, 0), ruler),
        _line(left, right, place.y + 144),
    ]
    y = place.y + 144
    shapes += _sums(card, Rect(left, y, room, 0))
    shapes += _facts(card, Rect(left, y + 168, room, 0), ruler)
    shapes.append(_line(left, right, y + 282))
    if card.parts:
        return [*shapes, *_answers(card, Rect(left, y + 354, room, 58), ruler)]
    return [*shapes, *_differs(card, words, Rect(left, y + 332, room, 0), ruler)]


def _low_card(card: Card, place: Rect, words: Alternatives, ruler: Ruler) -> list[Shape]:
    """What it means at the left, what sets it apart or who stands behind it at the right."""
    left, right = place.x + _PAD, place.right - _PAD
    room = (right - left - 2 * _PAD) / 2
    second = left + room + 2 * _PAD
    small = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    ground = Ink(fill=Role.SURFACE, stroke=Role.LINE, width=2)
    middle = (Point(second - _PAD, place.y + 36), Point(second - _PAD, place.bottom - 36))
    shapes: list[Shape] = [
        Box(place, ground, 16),
        small.label(elide(card.number, small, room, ruler), left, place.y + 56),
        *_name(card.name, Rect(left, place.y - 2, room, 0), ruler),
        *_sums(card, Rect(left, place.y + 128, room, 0)),
        *_facts(card, Rect(left, place.y + 296, room, 0), ruler),
        Line(middle, Ink(stroke=Role.LINE, width=2)),
    ]
    if card.parts:
        return [*shapes, *_answers(card, Rect(second, place.y + 150, room, 58), ruler)]
    return [*shapes, *_differs(card, words, Rect(second, place.y + 56, room, 0), ruler)]


def _sums(card: Card, place: Rect) -> list[Shape]:
    """Two headings with their amounts under them, at both edges."""
    heading = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    amount = display(62)
    aligns = ((place.x, Align.LEFT), (place.right, Align.RIGHT))
    shapes: list[Shape] = []
    for (text, number), (x, align) in zip(card.sums, aligns, strict=False):
        shapes.append(heading.label(text, x, place.y + 47, align))
        shapes.append(amount.label(number, x, place.y + 114, align))
    return shapes


def _name(text: str, place: Rect, ruler: Ruler) -> list[Shape]:
    """On one line, or smaller on two."""
    one, two = display(42), display(31)
    if one.width(text, ruler) <= place.width:
        return [one.label(text, place.x, place.y + 110)]
    lines = wrap_to(text, two, place.width, ruler)
    return [*block(lines, two, place.x, place.y + 94, 36)]


def _facts(card: Card, place: Rect, ruler: Ruler) -> list[Shape]:
    shapes: list[Shape] = []
    for i, (text, warns) in enumerate(card.facts):
        role = Role.WARN if warns else Role.INK
        style = Style(30, Weight.REGULAR, role)
        y = place.y + i * 44
        which = Icon.INFO if warns else Icon.CHECK
        mark = Rect(place.x + 2, y - 14, 28, 28)
        shapes += icon(which, mark, Role.WARN if warns else Role.ACCENT, 2.0)
        words = elide(text, style, place.width - 48, ruler)
        shapes.append(style.label(words, place.x + 48, y + style.size * CAP))
    return shapes


def _differs(card: Card, words: Alternatives, place: Rect, ruler: Ruler) -> list[Shape]:
    heading = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    style = Style(29, Weight.SEMIBOLD)
    if not card.differs:
        return []
    shapes: list[Shape] = [heading.label(words.differs_heading, place.x, place.y)]
    for i, text in enumerate(card.differs[:3]):
        line = elide(text, style, place.width, ruler)
        shapes.append(style.label(line, place.x, place.y + 41 + i * 40))
    return shapes


def _answers(card: Card, place: Rect, ruler: Ruler) -> list[Shape]:
    people = sum(part.people for part in card.parts)
    unit = unit_of(people, place.width, 46.0)
    number = Style(36, Weight.BOLD)
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    shapes: list[Shape] = []
    x, free = place.x, place.x
    for part in card.parts:
        if part.people:
            text = str(part.people)
            at = max(x, free)
            shapes.append(number.label(text, at, place.y - 10))
            free = at + number.width(text, ruler) + 10
            x += part.people * unit
    shapes += answer_bar(part_list(card.parts), place, unit)
    behind = elide(card.behind, small, place.width, ruler)
    return [*shapes, small.label(behind, place.x, place.bottom + 44)]


def part_list(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Those parts that somebody is in."""
    return tuple(part for part in parts if part.people)


def _result_foot(words: Alternatives, ruler: Ruler) -> list[Shape]:
    style = Style(30, Weight.REGULAR, Role.INK2)
    shapes: list[Shape] = []
    x = LEFT
    right, foot = words.frame.canvas.right, words.frame.canvas.height - _FOOT_UP
    for look, text in words.legend:
        shapes.append(sample(look, Rect(x, foot - 17, 34, 34)))
        shapes.append(style.label(text, x + 56, foot + style.size * CAP))
        x += 56 + style.width(text, ruler) + 60
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    if right - x < _NOTE_LEAST:
        return shapes
    lines = wrap_to(words.note, small, right - x, ruler)
    first = foot + small.size * CAP - (len(lines) - 1) * _NOTE_LEADING / 2
    for number, line in enumerate(lines):
        shapes.append(small.label(line, right, first + number * _NOTE_LEADING, Align.RIGHT))
    return shapes


def _turnout(words: Alternatives, ruler: Ruler) -> list[Shape]:
    big, style = display(76), Style(35, Weight.REGULAR, Role.INK2)
    number, caption = words.done_words
    right, foot = words.frame.canvas.right, words.frame.canvas.height - _FOOT_UP
    x = LEFT + big.width(number, ruler) + 38
    shapes: list[Shape] = [
        big.label(number, LEFT, foot + 27),
        style.label(caption, x, foot + style.size * CAP),
    ]
    x += style.width(caption, ruler) + 38
    small = Style(30, Weight.REGULAR, Role.INK2)
    edge = right - small.width(words.hidden, ruler)
    high = 60.0 if words.done[1] <= 20 else 110.0  # noqa: PLR2004 - one line of stones, or three
    shapes += crowd(*words.done, Rect(x, foot + 22 - high, max(edge - 110 - x, 100.0), high))
    shapes += icon(Icon.EYE_OFF, Rect(edge - 58, foot - 20, 40, 40), Role.INK2, 1.7)
    return [*shapes, small.label(words.hidden, edge, foot + small.size * CAP)]


def _line(left: float, right: float, y: float) -> Line:
    return Line((Point(left, y), Point(right, y)), Ink(stroke=Role.LINE, width=2))
