"""The test picture: focus, edges, the smallest text, track colours and greys, before the day."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workshop_app.figures.marks import track_mark
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Line,
    Oval,
    Path,
    Piece,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Step,
    Weight,
)
from workshop_app.figures.stage.frame import HEIGHT, SMALLEST, WHOLE, Canvas, Told, page
from workshop_app.figures.text import Style, block, display, elide, wrap_to

SAMPLES = (62.0, 35.0, SMALLEST)
"""The sizes to be read from the last row: headings, what is voted on, and the smallest."""

_TRACKS = 6
_SPOKES = 24
_GREYS = (Role.INK, Role.INK2, Role.INK3, Role.CTRL, Role.LINE2, Role.LINE, Role.SUNKEN)
_INSET = 80.0
_STAR, _STAR_TOP = 150.0, 110.0


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The picture's words.

    Attributes:
        title: What it is.
        lead: What to do with it.
        sample: The line to read from the last row; `{size}` is its size.
        edges: About the frame along the edges.
        focus: Under the focus star.
        tracks: Over the tracks' marks.
        greys: Over the greys.
        told: The picture in words.
    """

    title: str
    lead: str
    sample: str
    edges: str
    focus: str
    tracks: str
    greys: str
    told: Told


def focus_picture(words: PictureWords, ruler: Ruler, canvas: Canvas = WHOLE) -> Figure:
    """All of it on one page."""
    pieces: list[Piece] = [*_edges(canvas), *_heading(words, canvas, ruler)]
    bottom = canvas.height - 296
    pieces += _samples(words, canvas, bottom, ruler)
    pieces += _star(words, canvas, ruler)
    pieces += _marks(words, canvas, ruler)
    return page(pieces, words.told, canvas=canvas)


def _edges(canvas: Canvas) -> list[Shape]:
    """The outermost line of the picture, the safe margins, and a corner mark in each corner."""
    wide, high = canvas.width, canvas.height
    shapes: list[Shape] = [
        Box(Rect(2, 2, wide - 4, high - 4), Ink(stroke=Role.ACCENT, width=4)),
        Box(
            Rect(_INSET, 44, wide - 2 * _INSET, high - 72),
            Ink(stroke=Role.CTRL, width=2, dash=(4, 4)),
        ),
    ]
    for x, sx in ((0.0, 1.0), (wide, -1.0)):
        for y, sy in ((0.0, 1.0), (high, -1.0)):
            points = (Point(x, y + sy * 60), Point(x, y), Point(x + sx * 60, y))
            shapes.append(Line(points, Ink(stroke=Role.INK, width=16)))
    return shapes


def _heading(words: PictureWords, canvas: Canvas, ruler: Ruler) -> list[Shape]:
    left = _INSET + 36
    room = canvas.width - 2 * left - 2 * _radius(canvas) - 80
    title, lead = display(62), Style(32, Weight.REGULAR, Role.INK2)
    said = elide(words.title, title, room, ruler)
    lines = wrap_to(words.lead, lead, room, ruler)
    return [title.label(said, left, 128), *block(lines, lead, left, 184, 40)]


def _samples(words: PictureWords, canvas: Canvas, bottom: float, ruler: Ruler) -> list[Shape]:
    """The same line in three sizes, from the largest to the smallest."""
    left = _INSET + 36
    room = canvas.width - 2 * left - 2 * _radius(canvas) - 80
    shapes: list[Shape] = []
    y = 300.0
    for size in SAMPLES:
        style = display(size) if size > SAMPLES[1] else Style(size, Weight.SEMIBOLD)
        text = words.sample.format(size=round(size))
        lines = wrap_to(text, style, room, ruler)
        if y + (len(lines) - 1) * size * 1.2 > bottom:
            break
        shapes += block(lines, style, left, y, size * 1.2)
        y += (len(lines) - 1) * size * 1.2 + size * 0.4 + 56
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    note = elide(words.edges, small, room, ruler)
    if y <= bottom:
        shapes.append(small.label(note, left, y))
    return shapes


def _star(words: PictureWords, canvas: Canvas, ruler: Ruler) -> list[Shape]:
    """A star of thin wedges: where they run together the picture is out of focus."""
    radius = _radius(canvas)
    middle = Point(canvas.width - _INSET - 60 - radius, _STAR_TOP + radius)
    shapes: list[Shape] = [_wedge(middle, radius, i) for i in range(_SPOKES)]
    rim = Rect(middle.x - radius, middle.y - radius, 2 * radius, 2 * radius)
    shapes.append(Oval(rim, Ink(stroke=Role.INK, width=3)))
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    lines = wrap_to(words.focus, small, 2 * radius + 80, ruler)
    base = middle.y + radius + 44
    shapes += [
        small.label(line, middle.x, base + i * 34, Align.CENTRE) for i, line in enumerate(lines)
    ]
    return shapes


def _radius(canvas: Canvas) -> float:
    """The star's: smaller where the page has fewer units, so as large on the wall."""
    return _STAR * canvas.height / HEIGHT


def _wedge(middle: Point, radius: float, number: int) -> Path:
    start = 2 * math.pi * number / _SPOKES
    end = start + math.pi / _SPOKES
    rim = (
        Point(middle.x + radius * math.cos(angle), middle.y + radius * math.sin(angle))
        for angle in (start, end)
    )
    one, two = rim
    steps = (Step("M", (middle,)), Step("L", (one,)), Step("L", (two,)), Step("Z"))
    return Path(steps, Ink(fill=Role.INK))


def _marks(words: PictureWords, canvas: Canvas, ruler: Ruler) -> list[Shape]:
    """The tracks' marks with letter and shape at the left, the greys at the right."""
    left, base = _INSET + 36, canvas.height - 250
    half = (canvas.width - 2 * left) / 2
    small = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    shapes: list[Shape] = [
        small.label(elide(words.tracks, small, half - 40, ruler), left, base),
        small.label(elide(words.greys, small, half - 40, ruler), left + half, base),
    ]
    side = min(84.0, (half - 40) / _TRACKS - 14)
    for i in range(_TRACKS):
        shapes += track_mark(i, Rect(left + i * (side + 14), base + 30, side, side))
    wide = half / len(_GREYS)
    number = Style(SMALLEST, Weight.SEMIBOLD)
    for i, role in enumerate(_GREYS):
        rect = Rect(left + half + i * wide, base + 30, wide, 84)
        shapes.append(Box(rect, Ink(fill=role, stroke=Role.CTRL, width=1)))
        middle = rect.x + rect.width / 2
        shapes.append(number.label(str(i + 1), middle, base + 154, Align.CENTRE))
    return shapes
