"""What every page of the shared screen has around its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.marks import Pill, pill, track_mark
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Label,
    Line,
    Piece,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Spot,
    Weight,
)
from workshop_app.figures.text import Style, block, display, elide, wrap_to

WIDTH, HEIGHT = 1920.0, 1080.0
LEFT, RIGHT = 80.0, 1840.0
SMALLEST = 28.0
"""No text on the shared screen is smaller than this."""

CAP = 0.364
"""Half the height of a capital, in ems: puts a baseline so that a line is centred."""

_KICKER_BASE = 83.0
_TITLE_BASE = 161.0
_FOOT_UP = 40.0
_BAR = 10.0
_TITLE, _TITLE_TWO = 62.0, 44.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """How many units the page is wide and high: fewer when the shared screen is zoomed.

    The picture fills the screen either way, so with fewer units everything on it is larger.
    """

    width: float = WIDTH
    height: float = HEIGHT

    @property
    def right(self) -> float:
        """Where the content ends at the right."""
        return self.width - LEFT

    @property
    def room(self) -> float:
        """How wide the content may be."""
        return self.width - 2 * LEFT

    @property
    def lost(self) -> float:
        """How much lower it is than the whole page."""
        return HEIGHT - self.height

    @property
    def narrowed(self) -> float:
        """How much narrower it is than the whole page."""
        return WIDTH - self.width


WHOLE = Canvas()


def zoomed(percent: int) -> Canvas:
    """The canvas at a zoom: 100 is the whole page, never more."""
    part = 100.0 / max(percent, 100)
    return Canvas(WIDTH * part, HEIGHT * part)


@dataclass(frozen=True, slots=True)
class StageFrame:
    """The words around a page, finished.

    Attributes:
        title: The page's heading.
        kicker: The line above it.
        track: The track's place in the order, for its mark; None for none.
        pill: Short message in the upper right corner.
        clock: Time left, in the upper right corner.
        foot_left: Lower left, usually the day.
        foot_right: Lower right, usually what we do and until when.
        progress: How much of the day has passed, 0..1; None leaves the bar out.
        page_format: `{page}` and `{pages}` in words, used when there is more than one page.
        canvas: How large the page is, in units.
    """

    title: str
    kicker: str = ""
    track: int | None = None
    pill: Pill | None = None
    clock: str = ""
    foot_left: str = ""
    foot_right: str = ""
    progress: float | None = None
    page_format: str = "{page}/{pages}"
    canvas: Canvas = WHOLE


@dataclass(frozen=True, slots=True)
class Told:
    """The page in words: one sentence and the twin table, headings first."""

    sentence: str = ""
    table: tuple[tuple[str, ...], ...] = ()


NOTHING_TOLD = Told()


def page(
    pieces: Sequence[Piece], told: Told, spots: Sequence[Spot] = (), canvas: Canvas = WHOLE
) -> Figure:
    """A page of the shared screen on its own ground; labels without words are left out."""
    worded = (piece for piece in pieces if not isinstance(piece, Label) or piece.text)
    wide, high = canvas.width, canvas.height
    ground = Box(Rect(0, 0, wide, high), Ink(fill=Role.STAGE))
    return Figure(wide, high, (ground, *worded), told.sentence, told.table, tuple(spots))


def even_most(count: int, most: int) -> int:
    """How many of `count` rows a page has, at most `most`: no page is left with a lone row."""
    pages = max(1, -(-count // most))
    return max(1, -(-count // pages))


def numbered(frame: StageFrame, number: int, pages: int) -> StageFrame:
    """The frame with the page's number before the words at the lower right."""
    if pages <= 1:
        return frame
    text = frame.page_format.format(page=number, pages=pages)
    foot = f"{text} · {frame.foot_right}" if frame.foot_right else text
    return replace(frame, foot_right=foot)


def frame_shapes(frame: StageFrame, ruler: Ruler, aside: float = 0.0) -> list[Shape]:
    """Kicker, title, pill or clock, foot and the bar of the day.

    `aside` is the width at the upper right that something else needs.
    """
    shapes: list[Shape] = []
    right, title_room = frame.canvas.right, frame.canvas.room - aside
    kicker_room = title_room
    edge = right
    if frame.clock:
        clock = display(76, weight=Weight.SEMIBOLD)
        shapes.append(clock.label(frame.clock, right, 112, Align.RIGHT))
        edge -= clock.width(frame.clock, ruler) + 36
        # The figures are so high that a long heading would run into them.
        title_room = min(title_room, edge - LEFT)
    if frame.pill:
        drawn, rect = pill(frame.pill, Point(edge, 44), ruler)
        shapes += drawn
        edge = rect.x - 40
    shapes += _kicker(frame, min(edge, LEFT + kicker_room), ruler)
    shapes += title_shapes(frame.title, title_room, ruler)
    shapes += foot_shapes(frame, ruler)
    return shapes


def title_shapes(title: str, room: float, ruler: Ruler) -> list[Shape]:
    """The heading on one line, or smaller on two, or cut."""
    one = display(_TITLE)
    if one.width(title, ruler) <= room:
        return [one.label(title, LEFT, _TITLE_BASE)]
    two = display(_TITLE_TWO)
    lines = wrap_to(title, two, room, ruler)
    return [*block(lines, two, LEFT, 136 if len(lines) > 1 else _TITLE_BASE, 48)]


def foot_shapes(frame: StageFrame, ruler: Ruler) -> list[Shape]:
    """The two texts at the foot and the bar of the day."""
    style = Style(SMALLEST, Weight.REGULAR, Role.INK3)
    canvas = frame.canvas
    half = canvas.room / 2 - 20
    base = canvas.height - _FOOT_UP
    left = elide(frame.foot_left, style, half, ruler)
    # What the left text leaves over is the right one's.
    rest = max(half, canvas.room - style.width(left, ruler) - 40)
    right = elide(frame.foot_right, style, rest, ruler)
    shapes: list[Shape] = []
    if left:
        shapes.append(style.label(left, LEFT, base))
    if right:
        shapes.append(style.label(right, canvas.right, base, Align.RIGHT))
    if frame.progress is not None:
        part = min(max(frame.progress, 0.0), 1.0)
        top, wide = canvas.height - _BAR, canvas.width
        shapes.append(Box(Rect(0, top, wide, _BAR), Ink(fill=Role.SUNKEN)))
        shapes.append(Box(Rect(0, top, wide * part, _BAR), Ink(fill=Role.ACCENT)))
    return shapes


def rule(y: float, left: float = LEFT, right: float = RIGHT) -> Line:
    """A thin line across the page."""
    return Line((Point(left, y), Point(right, y)), Ink(stroke=Role.LINE, width=2))


def _kicker(frame: StageFrame, edge: float, ruler: Ruler) -> list[Shape]:
    style = Style(30, Weight.REGULAR, Role.INK2)
    shapes: list[Shape] = []
    x = LEFT
    if frame.track is not None:
        shapes += track_mark(frame.track, Rect(LEFT + 2, 46, 52, 52))
        x += 72
    text = elide(frame.kicker, style, edge - x, ruler)
    if text:
        shapes.append(style.label(text, x, _KICKER_BASE))
    return shapes
