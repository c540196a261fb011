"""Why the room has met: the purpose, the expected result and the ground rules of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop_app.figures.shapes import Figure, Role, Ruler, Shape, Weight
from workshop_app.figures.stage.frame import (
    LEFT,
    NOTHING_TOLD,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
    page,
)
from workshop_app.figures.text import Style, wrap

_TOP, _FOOT = 262.0, 110.0
_HEAD = Style(30, Weight.SEMIBOLD, Role.INK2)
_TEXT = Style(40, Weight.REGULAR)
_HEAD_HIGH, _LINE_HIGH = 58.0, 54.0
_BETWEEN, _AFTER = 16.0, 44.0
_MEASURE = 1500.0


@dataclass(frozen=True, slots=True)
class Aim:
    """One of them: what it is, and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aims:
    """The pages' content; aims without words are left out before they come here."""

    frame: StageFrame
    aims: tuple[Aim, ...]
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text, how far its baseline is from the end of what stands above, and the air."""

    text: str
    style: Style
    high: float
    air: float
    aim: int


def aims_pages(words: Aims, ruler: Ruler) -> tuple[Figure, ...]:
    """As many pages as the words need; none where there are none.

    A heading stands with the first line under it, and again where its words go on.
    """
    room = words.frame.canvas.height - _TOP - _FOOT
    chunks = _chunks(tuple(_rows(words, ruler)), room, words.aims)
    return tuple(
        _page(words, chunk, (number, len(chunks)), ruler) for number, chunk in enumerate(chunks, 1)
    )


def _rows(words: Aims, ruler: Ruler) -> Iterator[_Row]:
    wide = min(_MEASURE, words.frame.canvas.room)
    for place, aim in enumerate(words.aims):
        yield _heading(aim, place)
        for paragraph in aim.paragraphs:
            for i, line in enumerate(wrap(paragraph, _TEXT, wide, ruler, balanced=True)):
                yield _Row(line, _TEXT, _LINE_HIGH, 0.0 if i else _BETWEEN, place)


def _heading(aim: Aim, place: int) -> _Row:
    return _Row(aim.heading, _HEAD, _HEAD_HIGH - _LINE_HIGH / 2, _AFTER, place)


def _chunks(rows: Sequence[_Row], room: float, aims: Sequence[Aim]) -> list[list[_Row]]:
    chunks: list[list[_Row]] = []
    used = room
    for i, row in enumerate(rows):
        # A heading needs the line after it beside it.
        need = row.high + row.air
        if row.style is _HEAD:
            need += rows[i + 1].high + rows[i + 1].air
        if used + need > room:
            chunks.append([])
            used = 0.0
            if row.style is not _HEAD:
                again = _heading(aims[row.aim], row.aim)
                chunks[-1].append(again)
                used += again.high
        chunks[-1].append(row)
        used += row.high + row.air
    return chunks


def _page(words: Aims, rows: Sequence[_Row], number: tuple[int, int], ruler: Ruler) -> Figure:
    shapes: list[Shape] = [*frame_shapes(numbered(words.frame, *number), ruler)]
    y = _TOP
    for i, row in enumerate(rows):
        y += row.high + (row.air if i else 0.0)
        shapes.append(row.style.label(row.text, LEFT, y))
    return page(shapes, words.told, canvas=words.frame.canvas)
