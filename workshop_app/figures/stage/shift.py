"""How need moved between two rounds: a ring, a dot and a line for each service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.answer_bars import Move, dumbbell, place_of, ring_and_dot
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
    WHOLE,
    Canvas,
    StageFrame,
    Told,
    frame_shapes,
    numbered,
    page,
)
from workshop_app.figures.text import Style, elide

_MOST_ROWS = 11
_TOP, _PITCH, _HEAD = 204.0, 57.0, 48.0
_BOTTOM_UP = 136.0
_AXIS_LEFT, _AXIS_RIGHT_UP = 738.0, 299.0
_FROM_TO_UP = 98.0
_LEAST_PITCH = 46.0


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One service: its numbers, in figures and as words."""

    key: str
    text: str
    move: Move
    from_to: str
    change: str


@dataclass(frozen=True, slots=True)
class ShiftPage:
    """The page's words and rows, biggest moves first.

    Attributes:
        frame: What stands around.
        rows: All rows; each page puts those that went up first.
        rings: Words for the ring and for the dot.
        sides: Words to the left and to the right of the line: nice, need.
        groups: Headings of those that went up, went down, and stayed.
        axis: What the numbers on the axis count.
        told: The page in words.
    """

    frame: StageFrame
    rows: tuple[ShiftRow, ...]
    rings: tuple[str, str]
    sides: tuple[str, str]
    groups: tuple[str, str, str]
    axis: str
    told: Told = NOTHING_TOLD


def per_page(canvas: Canvas = WHOLE) -> int:
    """Rows on a page: eleven, fewer when zoomed; there is room for all three headings."""
    tall = canvas.height - _BOTTOM_UP - _TOP - 3 * _HEAD
    return max(1, min(_MOST_ROWS, int(tall / _LEAST_PITCH)))


def _axis_of(canvas: Canvas) -> tuple[float, float]:
    return _AXIS_LEFT - canvas.narrowed * 0.4, canvas.right - _AXIS_RIGHT_UP


def shift_pages(shift: ShiftPage, ruler: Ruler) -> tuple[Figure, ...]:
    """Eleven rows on a page, the biggest moves on the first."""
    rows = shift.rows
    most = per_page(shift.frame.canvas)
    chunks = [rows[i : i + most] for i in range(0, len(rows), most)] or [()]
    return tuple(
        _page(shift, chunk, numbered(shift.frame, i + 1, len(chunks)), ruler)
        for i, chunk in enumerate(chunks)
    )


def _grouped(rows: Sequence[ShiftRow]) -> tuple[tuple[ShiftRow, ...], ...]:
    up = tuple(row for row in rows if row.move.last > row.move.first)
    down = tuple(row for row in rows if row.move.last < row.move.first)
    return up, down, tuple(row for row in rows if row.move.last == row.move.first)


def _page(shift: ShiftPage, rows: Sequence[ShiftRow], frame: StageFrame, ruler: Ruler) -> Figure:
    canvas = frame.canvas
    rings, wide = _rings(shift.rings, canvas, ruler)
    shapes = [*frame_shapes(frame, ruler, wide), *rings]
    body: list[Shape] = []
    spots: list[Spot] = []
    y = _TOP
    roles = (Role.ACCENT, Role.INK2, Role.INK2)
    groups = [entry for entry in zip(_grouped(rows), shift.groups, roles, strict=True) if entry[0]]
    pitch = min(
        _PITCH, (canvas.height - _BOTTOM_UP - _TOP - len(groups) * _HEAD) / max(len(rows), 1)
    )
    for group, heading, role in groups:
        style = Style(30, Weight.BOLD, role)
        body.append(style.label(heading, LEFT, y + 34))
        y += _HEAD
        for row in group:
            place = Rect(LEFT, y, canvas.room, pitch)
            body += _row(row, place, _axis_of(canvas), ruler)
            spots.append(Spot(row.key, place, row.text))
            y += pitch
    most = max((row.move.most for row in rows), default=0)
    shapes += _axis(shift, most, y, ruler)
    return page([*shapes, *body], shift.told, spots, canvas)


def _axis(shift: ShiftPage, most: int, bottom: float, ruler: Ruler) -> list[Shape]:
    """The zone of need, the line at half the voters, and the numbers under it."""
    begin, end = _axis_of(shift.frame.canvas)
    axis = Rect(begin, _TOP, end - begin, 0)
    middle = begin + axis.width / 2
    zone = Rect(middle, _TOP, axis.width / 2 + 20, bottom - _TOP)
    line = Line((Point(middle, _TOP), Point(middle, bottom)), Ink(stroke=Role.INK2, width=3))
    words = Style(30, Weight.SEMIBOLD, Role.INK2)
    need = Style(30, Weight.SEMIBOLD, Role.ACCENT)
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    left, right = shift.sides
    shapes: list[Shape] = [
        Box(zone, Ink(fill=Role.TINT), 12),
        line,
        words.label(left, middle - 24, _TOP + 34, Align.RIGHT),
        need.label(right, middle + 24, _TOP + 34),
        small.label(elide(shift.axis, small, begin - LEFT - 40, ruler), LEFT, bottom + 34),
    ]
    marks = {0, most} | ({most // 2} if most % 2 == 0 else set())
    for number in sorted(marks):
        at = place_of(number, most, axis)
        shapes.append(small.label(str(number), at, bottom + 34, Align.CENTRE))
    return shapes


def _row(row: ShiftRow, place: Rect, ends: tuple[float, float], ruler: Ruler) -> list[Shape]:
    begin, end = ends
    middle = place.y + place.height / 2
    name = Style(32, Weight.SEMIBOLD)
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    role = Role.ACCENT if row.move.last > row.move.first else Role.INK2
    change = Style(38, Weight.BOLD, role)
    axis = Rect(begin, place.y, end - begin, place.height)
    text = elide(row.text, name, begin - LEFT - 40, ruler)
    return [
        name.label(text, LEFT, middle + name.size * CAP),
        *dumbbell(row.move, axis, radius=15.0),
        small.label(row.from_to, place.right - _FROM_TO_UP, middle + small.size * CAP, Align.RIGHT),
        change.label(row.change, place.right, middle + change.size * CAP, Align.RIGHT),
    ]


def _rings(words: tuple[str, str], canvas: Canvas, ruler: Ruler) -> tuple[list[Shape], float]:
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    wide = 28 + 20 + max(style.width(text, ruler) for text in words)
    shapes: list[Shape] = []
    for i, text in enumerate(words):
        middle = 62.0 + i * 45
        box = Rect(canvas.right - wide, middle - 14, 28, 28)
        shapes.append(ring_and_dot(box, full=bool(i)))
        shapes.append(style.label(text, box.right + 20, middle + style.size * CAP))
    return shapes, wide + 40
