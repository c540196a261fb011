"""Dots and stops on either side of a line: what we shall do, and what we shall not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.person_bars import (
    LegendItem,
    dots_and_stops,
    person_bar,
    stop_boxes,
)
from workshop_app.figures.shapes import (
    Align,
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

_MOST_ROWS = 12
_TOP = 246.0
_PITCH = 58.0
_BREAK = 40.0
_BAR = 36.0
_BIGGEST = 44.0
_NAME_ROOM = 610.0
_STOPS_LEFT, _DOTS_UP, _STOPS_FIGURE_UP = 720.0, 180.0, 82.0
_BOTTOM_UP = 98.0


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One initiative: dots per person, number of stops, and both in figures."""

    key: str
    text: str
    dots: tuple[int, ...]
    stops: int
    dots_text: str
    stops_text: str


@dataclass(frozen=True, slots=True)
class Priorities:
    """The page's words and rows, in the order to show.

    `first_page_format` is used instead of the frame's on the first page when rows are left out
    there: `Sida {page} av {pages} · de sex första och de sex sista av {rows}`.
    """

    frame: StageFrame
    rows: tuple[PriorityRow, ...]
    stops_heading: str
    dots_heading: str
    legend: tuple[LegendItem, ...] = ()
    legend_note: str = ""
    first_page_format: str = ""
    told: Told = NOTHING_TOLD


def half_page(canvas: Canvas = WHOLE) -> int:
    """How many of the first, and of the last, stand on the first page: six, fewer when zoomed."""
    tall = canvas.height - _BOTTOM_UP - _BREAK - _TOP
    return max(1, min(_MOST_ROWS, int(tall / _PITCH)) // 2)


def priorities_pages(priorities: Priorities, ruler: Ruler) -> tuple[Figure, ...]:
    """Up to twelve rows on one page; else the first and last six, then those between."""
    rows = priorities.rows
    frame = priorities.frame
    scale = _scale(rows, frame.canvas)
    half = half_page(frame.canvas)
    per_page = half * 2
    if len(rows) <= per_page:
        return (_page(priorities, rows, frame, (scale, len(rows), ruler)),)
    between = rows[half:-half]
    pages = 1 + -(-len(between) // per_page)
    shown = (*rows[:half], *rows[-half:])
    first = numbered(_first_frame(priorities), 1, pages)
    # The break tells that rows are left out there; in the order of the ballot none are.
    upper = half if priorities.first_page_format else len(shown)
    figures = [_page(priorities, shown, first, (scale, upper, ruler))]
    for i in range(pages - 1):
        part = between[i * per_page : (i + 1) * per_page]
        place = numbered(frame, i + 2, pages)
        figures.append(_page(priorities, part, place, (scale, len(part), ruler)))
    return tuple(figures)


def _first_frame(priorities: Priorities) -> StageFrame:
    frame = priorities.frame
    if not priorities.first_page_format:
        return frame
    text = priorities.first_page_format.replace("{rows}", str(len(priorities.rows)))
    return replace(frame, foot_right="", page_format=text)


@dataclass(frozen=True, slots=True)
class _Scale:
    """One dot's width, where the middle line is, and where the bars begin and end."""

    unit: float
    middle: float
    left: float
    right: float


def _scale(rows: Sequence[PriorityRow], canvas: Canvas) -> _Scale:
    """One scale for both sides, so that a stop is as wide as a dot."""
    left, end = _STOPS_LEFT - canvas.narrowed * 0.5, canvas.right - _DOTS_UP
    stops = max((row.stops for row in rows), default=0)
    dots = max((sum(row.dots) for row in rows), default=0)
    unit = min(_BIGGEST, (end - left) / max(stops + dots + 1, 1))
    middle = max(left + (stops + 0.3) * unit, left + 140)
    return _Scale(unit, min(middle, end - (dots + 0.3) * unit), left, end)


def _page(
    priorities: Priorities,
    rows: Sequence[PriorityRow],
    frame: StageFrame,
    tools: tuple[_Scale, int, Ruler],
) -> Figure:
    scale, upper, ruler = tools
    corner, legend_wide = _legend(priorities, ruler)
    shapes = [*frame_shapes(frame, ruler, legend_wide), *corner]
    shapes += _heading(priorities, scale)
    spots: list[Spot] = []
    y = _TOP
    for i, row in enumerate(rows):
        if i == upper:
            ends = (Point(LEFT, y + 14), Point(LEFT + 560, y + 14))
            shapes.append(Line(ends, Ink(stroke=Role.CTRL, width=2, dash=(3, 2))))
            y += _BREAK
        place = Rect(LEFT, y, frame.canvas.room, _PITCH)
        shapes += _row(row, place, scale, ruler)
        spots.append(Spot(row.key, place, row.text))
        y += _PITCH
    ends = (Point(scale.middle, 212), Point(scale.middle, max(y, _TOP)))
    shapes.append(Line(ends, Ink(stroke=Role.INK2, width=3)))
    return page(shapes, priorities.told, spots, frame.canvas)


def _heading(priorities: Priorities, scale: _Scale) -> list[Shape]:
    stops = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    dots = Style(SMALLEST, Weight.SEMIBOLD, Role.ACCENT)
    air = scale.unit * 0.5
    return [
        stops.label(priorities.stops_heading, scale.middle - air, 232, Align.RIGHT),
        dots.label(priorities.dots_heading, scale.middle + air, 232),
    ]


def _row(row: PriorityRow, place: Rect, scale: _Scale, ruler: Ruler) -> list[Shape]:
    name = Style(32)
    middle = place.y + place.height / 2
    baseline = middle + name.size * CAP
    stops = Style(35, Weight.REGULAR, Role.INK2)
    dots = Style(35, Weight.BOLD)
    bar = Rect(scale.left, middle - _BAR / 2, scale.right - scale.left, _BAR)
    room = min(_NAME_ROOM, scale.middle - (row.stops + 0.6) * scale.unit - LEFT - 20)
    return [
        name.label(elide(row.text, name, room, ruler), LEFT, baseline),
        *dots_and_stops(row.dots, row.stops, bar, scale.middle, scale.unit),
        stops.label(row.stops_text, place.right - _STOPS_FIGURE_UP, baseline, Align.RIGHT),
        dots.label(row.dots_text, place.right, baseline, Align.RIGHT),
    ]


def _legend(priorities: Priorities, ruler: Ruler) -> tuple[list[Shape], float]:
    """Sample boxes in two lines at the upper right, the note last; and their width."""
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    items = [(item.dots, item.text) for item in priorities.legend]
    if priorities.legend_note:
        items.append((-1, priorities.legend_note))
    if not items:
        return [], 0.0
    columns = [items[i : i + 2] for i in range(0, len(items), 2)]
    widths = [max(_legend_width(item, style, ruler) for item in column) for column in columns]
    whole = sum(widths) + 40 * (len(columns) - 1)
    x = priorities.frame.canvas.right - whole
    shapes: list[Shape] = []
    for column, wide in zip(columns, widths, strict=True):
        for i, item in enumerate(column):
            shapes += _legend_item(item, x, 62 + i * 45, style)
        x += wide + 40
    return shapes, whole + 40


def _legend_width(item: tuple[int, str], style: Style, ruler: Ruler) -> float:
    dots, text = item
    sample = 0.0 if dots < 0 else max(dots, 1) * 38 + 16
    return sample + style.width(text, ruler)


def _legend_item(item: tuple[int, str], x: float, middle: float, style: Style) -> list[Shape]:
    dots, text = item
    shapes: list[Shape] = []
    place = Rect(x, middle - 16, 38, 32)
    if dots > 0:
        shapes += person_bar((dots,), place, 38 + 6 / dots)
        x += dots * 38 + 16
    elif dots == 0:
        shapes += stop_boxes(1, Rect(place.x, place.y, 38 + 6, 32), 38 + 6)
        x += 38 + 16
    return [*shapes, style.label(text, x, middle + style.size * CAP)]
