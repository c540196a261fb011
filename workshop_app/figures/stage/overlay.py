"""What may lie over any page of the shared screen: words to the room, and a countdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Piece,
    Rect,
    Role,
    Ruler,
    Shape,
    Weight,
)
from workshop_app.figures.stage.frame import SMALLEST
from workshop_app.figures.text import Style, display, wrap

SIZES = (76.0, 62.0, 52.0, 44.0, 38.0, 32.0, SMALLEST)
"""Sizes a message is tried in, the largest first; no text on the shared screen is smaller."""

_LEADING = 1.22
_CLOCK = 170.0
_CLOCK_HIGH = 150.0
_PAD, _GAP = 64.0, 44.0
_SIDE, _MARGIN = 120.0, 70.0
_VEIL = 0.82


@dataclass(frozen=True, slots=True)
class Note:
    """What lies over the page.

    Attributes:
        text: Words to the room.
        heading: Words over the countdown, such as when we begin again.
        clock: The time left; empty for none.
        alone: The note has the page to itself.
    """

    text: str = ""
    heading: str = ""
    clock: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one style with their height, or the figures of the countdown."""

    lines: tuple[str, ...]
    style: Style
    leading: float

    @property
    def high(self) -> float:
        return len(self.lines) * self.leading


def with_note(figure: Figure, note: Note, ruler: Ruler) -> Figure:
    """The page with the note in front: the page stays, paler, unless the note stands alone."""
    wide, high = figure.width, figure.height
    parts = _parts(note, wide - 2 * _SIDE - 2 * _PAD, high - 2 * _MARGIN - 2 * _PAD, ruler)
    if not parts:
        return figure
    tall = sum(part.high for part in parts) + _GAP * (len(parts) - 1)
    whole = Rect(0, 0, wide, high)
    if note.alone:
        pieces: list[Piece] = [Box(whole, Ink(fill=Role.STAGE))]
    else:
        card = _card(parts, tall, figure, ruler)
        pieces = [*figure.pieces, Box(whole, Ink(fill=Role.STAGE, opacity=_VEIL))]
        pieces.append(Box(card, Ink(fill=Role.SURFACE, stroke=Role.ACCENT, width=4), 20))
    pieces += _written(parts, wide / 2, (high - tall) / 2)
    said = " ".join(text for text in (note.text, note.heading, note.clock) if text)
    sentence = said if note.alone else f"{said} {figure.sentence}".strip()
    table = () if note.alone else figure.table
    return Figure(wide, high, tuple(pieces), sentence, table, (), figure.pages)


def _parts(note: Note, room: float, tall: float, ruler: Ruler) -> tuple[_Part, ...]:
    """The words as large as there is room for, and under them the countdown."""
    clock = display(_CLOCK, weight=Weight.SEMIBOLD)
    figures = _Part((note.clock,), clock, _CLOCK_HIGH) if note.clock else None
    heading = _fitted(note.heading, (44.0, 38.0, 32.0, SMALLEST), (room, tall * 0.25), ruler)
    taken = sum(part.high + _GAP for part in (figures, heading) if part is not None)
    text = _fitted(note.text, SIZES, (room, tall - taken), ruler)
    return tuple(part for part in (text, heading, figures) if part is not None)


def _fitted(
    text: str, sizes: Sequence[float], room: tuple[float, float], ruler: Ruler
) -> _Part | None:
    """The largest size in which the text fits the width and height; the last one in any case."""
    if not text:
        return None
    wide, tall = room
    part = None
    for size in sizes:
        style = display(size) if size > SMALLEST else Style(size, Weight.SEMIBOLD)
        lines = wrap(text, style, wide, ruler, balanced=True)
        part = _Part(lines, style, size * _LEADING)
        if part.high <= tall:
            break
    return part


def _card(parts: Sequence[_Part], tall: float, figure: Figure, ruler: Ruler) -> Rect:
    """Round the widest line, and never narrower than a third of the page."""
    widest = max(part.style.width(line, ruler) for part in parts for line in part.lines)
    wide = min(max(widest + 2 * _PAD, figure.width / 3), figure.width - 2 * _SIDE)
    high = tall + 2 * _PAD
    return Rect((figure.width - wide) / 2, (figure.height - high) / 2, wide, high)


def _written(parts: Sequence[_Part], middle: float, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    for part in parts:
        # From the top of a line to its baseline, so that a line is centred in its height.
        drop = part.leading / 2 + part.style.size * 0.364
        for i, line in enumerate(part.lines):
            base = top + drop + i * part.leading
            shapes.append(part.style.label(line, middle, base, Align.CENTRE))
        top += part.high + _GAP
    return shapes
