"""The result of a dot vote: every box is one person, its length the dots that person gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.marks import code_mark, evidence
from workshop_app.figures.person_bars import LegendItem, legend, person_bar, unit_for
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

PER_PAGE = 8
_ROOMY = 6
_TOP, _HEIGHT = 224.0, 672.0
_BAR_LEFT, _BAR_ROOM = 948.0, 560.0
_TOTAL_LEFT_OF = 210.0
_LEGEND_UP = 114.0
_BAR = 58.0


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One option with its result.

    Attributes:
        key: Its id.
        rank: Its place, the same for those with as many dots.
        text: Its name.
        dots: Dots per person, one number for each who gave any.
        total: The dots in figures.
        people: From how many, in words: `6 av 15`.
        code: On a disc in the track's colour, or none.
        track: The track's place in the order.
        weak: Weakly supported.
        chosen: Goes on.
    """

    key: str
    rank: str
    text: str
    dots: tuple[int, ...]
    total: str
    people: str
    code: str = ""
    track: int = 0
    weak: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The page's words and rows.

    Attributes:
        frame: What stands around.
        rows: In the order to show; rows without dots stay.
        total_heading: Over the figures.
        people_heading: Over the number of people.
        legend_lead: `Varje ruta är en person:`.
        legend: Sample boxes.
        weak_text: What a weakly supported option needs.
        note: A sentence at the lower right, for example about ties.
        cut_after: How many rows are above the cut line; None for no line.
        cut_text: What the line means.
        told: The page in words.
    """

    frame: StageFrame
    rows: tuple[ResultRow, ...]
    total_heading: str
    people_heading: str
    legend_lead: str = ""
    legend: tuple[LegendItem, ...] = ()
    weak_text: str = ""
    note: str = ""
    cut_after: int | None = None
    cut_text: str = ""
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the bars are, one dot's width, and how many rows a page has and how high they are."""

    bar_left: float
    bar_room: float
    unit: float
    most: int
    pitch: float


def _plan(results: Results) -> _Plan:
    canvas = results.frame.canvas
    # Half of what a narrower page lacks is taken from the names, the rest from the bars.
    bar_left = _BAR_LEFT - canvas.narrowed * 0.6
    bar_room = _BAR_ROOM - canvas.narrowed * 0.4
    tall = _HEIGHT - canvas.lost
    close, roomy = (max(1, int(tall / (_HEIGHT / rows) + 0.01)) for rows in (PER_PAGE, _ROOMY))
    most = roomy if len(results.rows) <= roomy else close
    unit = unit_for(max((sum(row.dots) for row in results.rows), default=0), bar_room)
    pitch = _HEIGHT / (_ROOMY if most == roomy else PER_PAGE)
    return _Plan(bar_left, bar_room, unit, most, pitch)


def results_pages(results: Results, ruler: Ruler) -> tuple[Figure, ...]:
    """Six roomy rows or eight close ones on a page; the bars have one scale on all pages."""
    plan = _plan(results)
    plan = replace(plan, most=even_most(len(results.rows), plan.most))
    pages = max(1, -(-len(results.rows) // plan.most))
    return tuple(
        _page(results, i * plan.most, numbered(results.frame, i + 1, pages), (plan, ruler))
        for i in range(pages)
    )


def _page(results: Results, first: int, frame: StageFrame, tools: tuple[_Plan, Ruler]) -> Figure:
    plan, ruler = tools
    right = frame.canvas.right
    rows = results.rows[first : first + plan.most]
    shapes = frame_shapes(frame, ruler)
    small = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    total_right = right - _TOTAL_LEFT_OF
    shapes.append(small.label(results.total_heading, total_right, 212, Align.RIGHT))
    shapes.append(small.label(results.people_heading, right, 212, Align.RIGHT))
    spots: list[Spot] = []
    marked = False
    for i, row in enumerate(rows):
        place = Rect(LEFT, _TOP + i * plan.pitch, right - LEFT, plan.pitch)
        drawn, two_lines = _name(row, results.weak_text, (place, plan.bar_left), ruler)
        marked = marked or (row.weak and two_lines)
        shapes += [*drawn, *_figures(row, place, plan), _divider(results, first + i + 1, place)]
        spots.append(Spot(row.key, place, row.text))
    shapes += _legend(results, marked, ruler)
    return page(shapes, results.told, spots, frame.canvas)


def _divider(results: Results, number: int, place: Rect) -> Line:
    if number != results.cut_after:
        return rule(place.bottom, place.x, place.right)
    ends = (Point(place.x, place.bottom), Point(place.right, place.bottom))
    return Line(ends, Ink(stroke=Role.ACCENT, width=4))


def _name(
    row: ResultRow, weak_text: str, where: tuple[Rect, float], ruler: Ruler
) -> tuple[list[Shape], bool]:
    """Rank, code and name, up to where the bar begins; and whether the name took two lines."""
    place, bar_left = where
    middle = place.y + place.height / 2
    rank = Style(38, Weight.SEMIBOLD, Role.INK3)
    shapes: list[Shape] = [rank.label(row.rank, LEFT, middle + rank.size * CAP)]
    x = LEFT + 78
    if row.code:
        shapes += code_mark(row.track, row.code, Rect(x, middle - 29, 58, 58))
        x += 80
    weight = Weight.SEMIBOLD if row.chosen else Weight.REGULAR
    size = 35.0 if place.height > 100 else 32.0  # noqa: PLR2004 - roomy or close rows
    style = Style(size, weight)
    mark = 44.0 if row.weak else 0.0
    room = bar_left - 36 - x
    lines = wrap_to(row.text, style, room, ruler)
    if row.weak and len(lines) > 1:
        lines = wrap_to(row.text, style, room - mark, ruler)
    leading = size * 1.2
    if row.weak and len(lines) == 1:
        first = middle - 4
        shapes += [*block(lines, style, x, first, leading)]
        shapes += _weak(weak_text, Point(x, first + 40), room, ruler)
    else:
        first = middle - (len(lines) - 1) * leading / 2 + size * CAP
        shapes += [*block(lines, style, x, first, leading)]
        if row.weak:
            end = x + style.width(lines[-1], ruler) + 16
            shapes += evidence(1, Rect(end, first + leading - 26, 28, 26))
    return shapes, len(lines) > 1


def _weak(text: str, at: Point, room: float, ruler: Ruler) -> list[Shape]:
    style = Style(SMALLEST, Weight.REGULAR, Role.WARN)
    words = elide(text, style, room - 40, ruler)
    return [
        *evidence(1, Rect(at.x, at.y - 22, 26, 24)),
        style.label(words, at.x + 40, at.y),
    ]


def _figures(row: ResultRow, place: Rect, plan: _Plan) -> list[Shape]:
    middle = place.y + place.height / 2
    high = min(_BAR, place.height - 20)
    bar = Rect(plan.bar_left, middle - high / 2, plan.bar_room, high)
    total = display(62 if place.height > 100 else 52)  # noqa: PLR2004 - roomy or close rows
    people = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    return [
        *person_bar(row.dots, bar, plan.unit),
        total.label(
            row.total, place.right - _TOTAL_LEFT_OF, middle + total.size * CAP, Align.RIGHT
        ),
        people.label(row.people, place.right, middle + people.size * CAP, Align.RIGHT),
    ]


def _legend(results: Results, weak_shown: bool, ruler: Ruler) -> list[Shape]:  # noqa: FBT001
    """What the boxes mean, at the left; weak support, the cut line and the note at the right."""
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    canvas = results.frame.canvas
    middle = canvas.height - _LEGEND_UP
    baseline = middle + SMALLEST * CAP
    shapes: list[Shape] = []
    x = LEFT
    if results.legend_lead:
        shapes.append(style.label(results.legend_lead, x, baseline))
        x += style.width(results.legend_lead, ruler) + 52
    if results.legend:
        drawn, x = legend(results.legend, Rect(x, middle - 17, 0, 34), style, ruler)
        shapes += drawn
    items: list[tuple[str, Role]] = []
    if results.note:
        items.append((results.note, Role.INK))
    if weak_shown and results.weak_text:
        items.append((results.weak_text, Role.WARN))
    if results.cut_after is not None and results.cut_text:
        items.append((results.cut_text, Role.ACCENT))
    return shapes + _right_side(items, x + 60, canvas, ruler)


def _right_side(
    items: Sequence[tuple[str, Role]], left: float, canvas: Canvas, ruler: Ruler
) -> list[Shape]:
    """Short texts from the right edge, each with its mark; the last is cut at `left`."""
    middle = canvas.height - _LEGEND_UP
    baseline = middle + SMALLEST * CAP
    shapes: list[Shape] = []
    edge = canvas.right
    for text, role in items:
        style = Style(SMALLEST, Weight.REGULAR, role)
        mark = 0.0 if role is Role.INK else 46.0
        room = edge - left - mark
        if room < min(style.width(text, ruler), SMALLEST * 9):
            break
        words = elide(text, style, room, ruler)
        x = edge - style.width(words, ruler)
        shapes.append(style.label(words, x, baseline))
        if role is Role.WARN:
            shapes += evidence(1, Rect(x - 42, baseline - 22, 26, 24))
        elif role is Role.ACCENT:
            ends = (Point(x - 44, middle), Point(x - 14, middle))
            shapes.append(Line(ends, Ink(stroke=Role.ACCENT, width=4)))
        edge = x - mark - 44
    return shapes
