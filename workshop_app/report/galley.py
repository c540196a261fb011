"""Sets words for paper: lines, mixed weights, rows; and pours blocks onto pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workshop_app.figures.shapes import Align, Label, Piece, Role, Ruler, Weight
from workshop_app.figures.text import Style, wrap, wrap_to
from workshop_app.report.paper import HEIGHT, WIDTH, Part, shifted
from workshop_app.report.tagged import Scope, Tag

LEFT, RIGHT = 42.5, WIDTH - 42.5
COLUMN_GAP = 22.0
COLUMN = (RIGHT - LEFT - COLUMN_GAP) / 2
SECOND = LEFT + COLUMN + COLUMN_GAP
TOP, BOTTOM = 90.0, HEIGHT - 49.5
"""Where the words of a page begin and end; the foot is below."""

KICKER = Style(9.2, Weight.REGULAR, Role.INK2)
TITLE = Style(20.6, Weight.BOLD, Role.INK, -0.4)
LEAD = Style(11.3)
SECTION = Style(11.3, Weight.BOLD)
NAME = Style(10.1, Weight.BOLD)
BODY = Style(9.75)
STRONG = Style(9.75, Weight.SEMIBOLD)
SMALL = Style(9.0, Weight.REGULAR, Role.INK2)
SMALL_STRONG = Style(9.0, Weight.SEMIBOLD, Role.INK2)
FINE = Style(8.6, Weight.REGULAR, Role.INK2)

LEADING = 1.42
"""From line to line, in sizes, in running text."""
ROW_LEADING = 1.26
"""From line to line, in sizes, in rows and cells."""
CAP = 0.73
"""Height of the capitals, in sizes."""

_BOLD_ON, _BOLD_OFF = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays together on a page.

    Attributes:
        height: Its height in points, without the space before it.
        parts: Its parts, set as if its upper edge were at y = 0.
        before: Space above it; none at the top of a page.
        sticks: Stays on the page of the block after it, as a heading does.
        again: What is set once more above it when it begins a new page, and its height.
    """

    height: float
    parts: tuple[Part, ...]
    before: float = 0.0
    sticks: bool = False
    again: tuple[tuple[Part, ...], float] = ((), 0.0)


@dataclass(frozen=True, slots=True)
class Set:
    """Set lines: the shapes, and how far down they reach."""

    pieces: tuple[Piece, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where words go: left edge, upper edge, width, and the leading in points (0 = usual).

    More than `most` lines are cut with an ellipsis (0 = as many as it takes).
    """

    x: float
    y: float
    width: float
    leading: float = 0.0
    most: int = 0


def emphasised(text: str) -> str:
    """Text that `running` sets in semibold."""
    return f"{_BOLD_ON}{text}{_BOLD_OFF}"


def running(text: str, style: Style, place: Place, ruler: Ruler) -> Set:
    """A paragraph of lines that fit the width, the emphasised words in semibold."""
    leading = place.leading or style.size * LEADING
    lines = _filled(text, style, place.width, ruler)
    if place.most and len(lines) > place.most:
        cut = wrap_to(text, style, place.width, ruler, lines=place.most)
        lines = [[_Word(words)] for words in cut]
    pieces: list[Piece] = []
    for i, words in enumerate(lines):
        baseline = place.y + i * leading + baseline_in(style, leading)
        labels = _line(words, style, place.x, baseline, ruler)
        if i < len(lines) - 1 and not words[-1].broken:
            labels[-1] = _spaced(labels[-1])
        pieces += labels
    return Set(tuple(pieces), len(lines) * leading)


def baseline_in(style: Style, leading: float) -> float:
    """From the upper edge of a line to its baseline."""
    return (leading + style.size * CAP) / 2


def line(text: str, style: Style, at: float, middle: float, align: Align = Align.LEFT) -> Label:
    """One line with the middle of its capitals at `middle`."""
    return style.label(text, at, middle + style.size * CAP / 2, align)


def heading(tag: Tag, text: str, place: Place, ruler: Ruler, style: Style = SECTION) -> Block:
    """A heading that is also a bookmark, with the block it heads close below it."""
    done = running(text, style, place, ruler)
    return Block(done.height + 3, (Part(tag, done.pieces, bookmark=text),), 20, sticks=True)


def paragraph(text: str, style: Style, place: Place, ruler: Ruler) -> Block:
    """Running text in a block of its own."""
    done = running(text, style, place, ruler)
    return Block(done.height, (Part(Tag.P, done.pieces),))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its words, where they begin (or end, flush right), and how wide they may be."""

    text: str
    x: float
    width: float
    style: Style = BODY
    align: Align = Align.LEFT
    tag: Tag = Tag.TD
    scope: Scope | None = None
    most: int = 0


def row(
    cells: Sequence[Cell], ruler: Ruler, y: float = 0.0, *, low: bool = False
) -> tuple[Part, float]:
    """A table row with its first lines level (`low`: its last lines), and its height."""
    done = [_cell(cell, y, ruler) for cell in cells]
    height = max((words.height for words in done), default=0.0)
    parts = tuple(
        shifted(
            Part(cell.tag, words.pieces, scope=cell.scope),
            0.0,
            height - words.height if low else 0.0,
        )
        for cell, words in zip(cells, done, strict=True)
    )
    return Part(Tag.TR, parts=parts), height


def _cell(cell: Cell, y: float, ruler: Ruler) -> Set:
    leading = cell.style.size * ROW_LEADING
    if cell.align is Align.LEFT:
        place = Place(cell.x, y, cell.width, leading, cell.most)
        return running(cell.text, cell.style, place, ruler)
    lines = wrap(cell.text, cell.style, cell.width, ruler)
    baselines = (y + i * leading + baseline_in(cell.style, leading) for i in range(len(lines)))
    pieces = [
        cell.style.label(text, cell.x, baseline, cell.align)
        for text, baseline in zip(lines, baselines, strict=True)
    ]
    return Set(tuple(pieces), len(lines) * leading)


def pour(
    blocks: Sequence[Block], first: float, later: float = TOP, air: float = 1.0
) -> list[list[Part]]:
    """The parts of each page, blocks set one below the other.

    Args:
        blocks: In order; one that is higher than a page gets a page of its own.
        first: Where the words begin on the first page.
        later: Where they begin on the others.
        air: How much of the space between blocks is kept.
    """
    pages: list[list[Part]] = [[]]
    y = first
    for i, block in enumerate(blocks):
        before = block.before * air if pages[-1] else 0.0
        if pages[-1] and y + before + _needed(blocks, i) > BOTTOM:
            parts, height = block.again
            pages.append([shifted(part, 0.0, later) for part in parts])
            y, before = later + height, 0.0
        y += before
        pages[-1] += [shifted(part, 0.0, y) for part in block.parts]
        y += block.height
    return pages


def _needed(blocks: Sequence[Block], index: int) -> float:
    """Height of a block with those it sticks to."""
    height = blocks[index].height
    while blocks[index].sticks and index + 1 < len(blocks):
        index += 1
        height += blocks[index].before + blocks[index].height
    return height


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or the first piece of one that is broken at the line's end."""

    text: str
    bold: bool = False
    broken: bool = False

    def face(self, style: Style) -> Style:
        return replace(style, weight=Weight.SEMIBOLD) if self.bold else style


def _filled(text: str, style: Style, width: float, ruler: Ruler) -> list[list[_Word]]:
    lines: list[list[_Word]] = [[]]
    used = 0.0
    gap = style.width(" ", ruler)
    for word in _words(text):
        face = word.face(style)
        pieces = wrap(word.text, face, width, ruler)
        for i, piece in enumerate(pieces):
            wide = face.width(piece, ruler)
            if lines[-1] and used + gap + wide > width:
                lines.append([])
                used = 0.0
            used += wide + (gap if lines[-1] else 0.0)
            lines[-1].append(_Word(piece, word.bold, broken=i < len(pieces) - 1))
    return [words for words in lines if words]


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    bold = False
    for word in text.replace("\n", " ").split(" "):
        bold = bold or _BOLD_ON in word
        plain = word.replace(_BOLD_ON, "").replace(_BOLD_OFF, "")
        if plain:
            words.append(_Word(plain, bold))
        bold = bold and _BOLD_OFF not in word
    return words


def _line(
    words: Sequence[_Word], style: Style, x: float, baseline: float, ruler: Ruler
) -> list[Label]:
    """The words of a line, runs of one weight together."""
    labels: list[Label] = []
    for _, group in groupby(words, key=_is_bold):
        run = list(group)
        face = run[0].face(style)
        if labels:
            labels[-1] = _spaced(labels[-1])
            x += style.width(" ", ruler)
        text = " ".join(word.text for word in run)
        labels.append(face.label(text, x, baseline))
        x += face.width(text, ruler)
    return labels


def _is_bold(word: _Word) -> bool:
    return word.bold


def _spaced(label: Label) -> Label:
    """With a space after it, so that who reads the file aloud does not join the words."""
    return replace(label, text=label.text + " ")
