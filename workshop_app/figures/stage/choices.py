"""What we answered: a row for each question, a box for each person, the outcome in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.answer_bars import (
    Look,
    Part,
    answer_bar,
    sample,
    scale_bar,
    sides,
    unit_of,
)
from workshop_app.figures.marks import code_mark
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
    even_most,
    frame_shapes,
    numbered,
    page,
    rule,
)
from workshop_app.figures.text import Style, block, elide, wrap_to

TALL_ROWS, LOW_ROWS = 8, 12
_TOP, _BOTTOM_UP = 212.0, 108.0
_TALLEST, _TALL, _LOW = 126.0, 94.0, 62.0
_BAR_LEFT, _BAR_RIGHT_UP = 780.0, 374.0
_BIGGEST = 46.0
_TWO_LINES = 30
"""The size of a name that needs two lines."""
_COUNTS_UP = 214.0
_FIVE = 44.0
_NOTE_UP = 78.0
_LEGEND_BOX = 32.0


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One question.

    Attributes:
        key: The option.
        text: What was asked about.
        below: A line under it, such as its cost; empty for none.
        parts: The answers as boxes, abstain last.
        counts: The numbers in figures: `8–5–2`.
        outcome: In a word or two; empty for none.
        code: Code on a disc in the track's colour, or empty.
        track: The track's place in the order.
    """

    key: str
    text: str
    below: str
    parts: tuple[Part, ...]
    counts: str
    outcome: str
    code: str = ""
    track: int = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """The page's words and rows in the order to show.

    Attributes:
        frame: What stands around.
        rows: The questions.
        legend: Looks and words of the answers.
        on_scale: Whether the answers lie on both sides of a line (lowest first).
        abstain: Boxes that stand apart at the right in a scale: how many for each row.
        note: A line at the foot of the rows.
        told: The page in words.
    """

    frame: StageFrame
    rows: tuple[ChoiceRow, ...]
    legend: tuple[tuple[Look, str], ...] = ()
    on_scale: bool = False
    note: str = ""
    told: Told = NOTHING_TOLD


def choices_pages(choices: Choices, ruler: Ruler) -> tuple[Figure, ...]:
    """Eight rows with a line below each on a page, or twelve without."""
    rows, scale = choices.rows, _scale(choices)
    pitch = _pitch(choices, scale, ruler)
    most = even_most(len(rows), _most(choices.frame.canvas, pitch))
    chunks = [rows[i : i + most] for i in range(0, len(rows), most)] or [()]
    return tuple(
        _page(choices, chunk, numbered(choices.frame, i + 1, len(chunks)), (scale, pitch, ruler))
        for i, chunk in enumerate(chunks)
    )


def _most(canvas: Canvas, pitch: float) -> int:
    return max(1, int((canvas.height - _BOTTOM_UP - _TOP) / pitch))


def _pitch(choices: Choices, scale: _Scale, ruler: Ruler) -> float:
    """How high a row is. Zoomed, more pages rather than names that are cut on one line."""
    rows, zoomed = choices.rows, choices.frame.canvas.lost > 0
    coded = 76.0 if any(row.code for row in rows) else 0.0
    style, room = Style(_TWO_LINES, Weight.SEMIBOLD), scale.left - 30 - LEFT - coded
    cut = zoomed and any(style.width(row.text, ruler) > room for row in rows)
    if any(row.below for row in rows):
        return _TALLEST if cut else _TALL
    return _TALL if cut or len(rows) <= TALL_ROWS else _LOW


@dataclass(frozen=True, slots=True)
class _Scale:
    """One person's width, where the line of a scale is, and where the bars begin and end."""

    unit: float
    middle: float
    left: float
    right: float


def _scale(choices: Choices) -> _Scale:
    canvas = choices.frame.canvas
    start, end = _BAR_LEFT - canvas.narrowed * 0.5, canvas.right - _BAR_RIGHT_UP
    room = end - start
    if not choices.on_scale:
        most = max((sum(part.people for part in row.parts) for row in choices.rows), default=0)
        return _Scale(unit_of(most, room, _BIGGEST), start, start, end)
    both = [sides(row.parts) for row in choices.rows]
    left = max((side[0] for side in both), default=0.0)
    right = max((side[1] for side in both), default=0.0)
    # Five numbers need more room than three.
    unit = min(_BIGGEST, (room - _FIVE) / max(left + right, 1.0))
    return _Scale(unit, start + left * unit, start, end)


def _page(
    choices: Choices,
    rows: Sequence[ChoiceRow],
    frame: StageFrame,
    tools: tuple[_Scale, float, Ruler],
) -> Figure:
    scale, pitch, ruler = tools
    corner, wide = legend_corner(choices.legend, ruler, frame.canvas)
    canvas = frame.canvas
    shapes = [*frame_shapes(frame, ruler, wide), *corner]
    y = _TOP
    shapes.append(rule(y, right=canvas.right))
    spots: list[Spot] = []
    if choices.on_scale and rows:
        ends = (Point(scale.middle, y + 4), Point(scale.middle, y + pitch * len(rows) - 4))
        shapes.append(Line(ends, Ink(stroke=Role.INK2, width=3)))
    for row in rows:
        place = Rect(LEFT, y, canvas.room, pitch)
        shapes += _row(choices, row, place, (scale, ruler))
        shapes.append(rule(place.bottom, right=canvas.right))
        spots.append(Spot(row.key, place, row.text))
        y += pitch
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    if choices.note and y <= canvas.height - _BOTTOM_UP:
        note = elide(choices.note, style, canvas.room, ruler)
        shapes.append(style.label(note, LEFT, min(y + 48, canvas.height - _NOTE_UP)))
    return page(shapes, choices.told, spots, canvas)


def _row(choices: Choices, row: ChoiceRow, place: Rect, tools: tuple[_Scale, Ruler]) -> list[Shape]:
    scale, ruler = tools
    middle = place.y + place.height / 2
    high = min(place.height, _TALL) * (0.55 if place.height >= _TALL else 0.6)
    bar = Rect(scale.left, middle - high / 2, scale.right - scale.left, high)
    counts = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    outcome = Style(34, Weight.BOLD)
    draw = answer_bar(row.parts, bar, scale.unit)
    if choices.on_scale:
        draw = scale_bar(row.parts, bar, scale.middle, scale.unit)
    right = place.right
    edge = right - outcome.width(row.outcome, ruler) - 24 if row.outcome else right
    word = elide(row.outcome, outcome, _COUNTS_UP + 80, ruler) if row.outcome else ""
    return [
        *_name(row, place, scale.left - 30, ruler),
        *draw,
        counts.label(
            row.counts, min(right - _COUNTS_UP, edge), middle + counts.size * CAP, Align.RIGHT
        ),
        outcome.label(word, right, middle + outcome.size * CAP, Align.RIGHT),
    ]


def _name(row: ChoiceRow, place: Rect, end: float, ruler: Ruler) -> list[Shape]:
    shapes: list[Shape] = []
    x = LEFT
    middle = place.y + place.height / 2
    if row.code:
        side = min(60.0, place.height - 4)
        shapes += code_mark(row.track, row.code, Rect(x + 2, middle - side / 2, side, side))
        x += 76
    room = end - x
    style = Style(34, Weight.SEMIBOLD)
    small = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    two = Style(_TWO_LINES, Weight.SEMIBOLD)
    if row.below and place.height > _TALL:
        lines = wrap_to(row.text, two, room, ruler)
        first = middle - (len(lines) + 1) * 18 + two.size
        shapes += block(lines, two, x, first, 36)
        below = elide(row.below, small, room, ruler)
        return [*shapes, small.label(below, x, first + len(lines) * 36)]
    fitted = style if style.width(row.text, ruler) <= room else two
    name = elide(row.text, fitted, room, ruler)
    if row.below:
        below = elide(row.below, small, room, ruler)
        shapes.append(fitted.label(name, x, place.y + 42))
        return [*shapes, small.label(below, x, place.y + 80)]
    if fitted is style or place.height < _TALL:
        return [*shapes, fitted.label(name, x, middle + fitted.size * CAP)]
    lines = wrap_to(row.text, two, room, ruler)
    first = middle - (len(lines) - 1) * 18 + two.size * CAP
    return [*shapes, *block(lines, two, x, first, 36)]


def legend_corner(
    items: Sequence[tuple[Look, str]], ruler: Ruler, canvas: Canvas = WHOLE
) -> tuple[list[Shape], float]:
    """Sample boxes with words in two lines at the upper right, and their width."""
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    columns = [items[i : i + 2] for i in range(0, len(items), 2)]
    if not columns:
        return [], 0.0
    widths = [
        max(_LEGEND_BOX + 16 + style.width(text, ruler) for _look, text in column)
        for column in columns
    ]
    whole = sum(widths) + 40 * (len(columns) - 1)
    x = canvas.right - whole
    shapes: list[Shape] = []
    for column, wide in zip(columns, widths, strict=True):
        for i, (look, text) in enumerate(column):
            middle = 62.0 + i * 45
            box = Rect(x, middle - _LEGEND_BOX / 2, _LEGEND_BOX, _LEGEND_BOX)
            shapes.append(sample(look, box))
            shapes.append(style.label(text, box.right + 16, middle + style.size * CAP))
        x += wide + 40
    return shapes, whole + 40
