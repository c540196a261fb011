"""The road to the end year, on as many pages as it takes to keep the words readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.road import STAGE_ROAD, Lane, Road, road, unplaced
from workshop_app.figures.shapes import (
    Figure,
    Piece,
    Rect,
    Role,
    Ruler,
    Shape,
    Spot,
    Weight,
    moved,
    placed,
)
from workshop_app.figures.stage.frame import (
    CAP,
    LEFT,
    SMALLEST,
    Canvas,
    StageFrame,
    Told,
    foot_shapes,
    frame_shapes,
    numbered,
    page,
)
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.text import Style

MOST_LANES = 4
MOST_STONES = 6
_TOP, _BOTTOM_UP = 182.0, 90.0
_LISTED = 2
_SHARE = 190.0
"""The least height of a lane: its words above and below the stones."""
_LIFT = 22.0
_LANE = 250.0


@dataclass(frozen=True, slots=True)
class RoadPage:
    """The page's words: the frame, the road, and what the stones mean.

    `quarter_sample` and `quarter_text` explain the letters: `K3` and `Kvartal 3`.
    """

    frame: StageFrame
    road: Road
    strong_text: str = ""
    weak_text: str = ""
    quarter_sample: str = ""
    quarter_text: str = ""


def road_pages(words: RoadPage, ruler: Ruler) -> tuple[Figure, ...]:
    """Four lanes on a page; a lane with more than six stones, or without room, has its own."""
    parts = _parts(words.road, words.frame.canvas, ruler)
    return tuple(
        _page(
            replace(words, frame=numbered(words.frame, i + 1, len(parts))),
            replace(words.road, lanes=lanes),
            ruler,
        )
        for i, lanes in enumerate(parts)
    )


def _lanes(canvas: Canvas) -> int:
    """Lanes on a page: four, fewer when zoomed."""
    tall = canvas.height - _BOTTOM_UP - _TOP - STAGE_ROAD.top
    return max(1, min(MOST_LANES, int(tall / _SHARE)))


def _parts(plan: Road, canvas: Canvas, ruler: Ruler) -> list[tuple[Lane, ...]]:
    most = _lanes(canvas)
    parts: list[tuple[Lane, ...]] = []
    together: list[Lane] = []
    for lane in plan.lanes:
        if _alone(lane, plan, canvas, ruler):
            parts += [tuple(together)] if together else []
            parts.append((lane,))
            together = []
            continue
        together.append(lane)
        if len(together) == most:
            parts.append(tuple(together))
            together = []
    if together or not parts:
        parts.append(tuple(together))
    return parts


def _alone(lane: Lane, plan: Road, canvas: Canvas, ruler: Ruler) -> bool:
    """Whether the lane needs a page of its own."""
    if len(lane.posts) > MOST_STONES:
        return True
    share = (canvas.height - _BOTTOM_UP - _TOP - STAGE_ROAD.top) / _lanes(canvas)
    one = replace(plan, lanes=(lane,), load_text="")
    listed = unplaced(one, canvas.room, STAGE_ROAD.top + share - 2, STAGE_ROAD, ruler)
    # On a zoomed page the words at the end of the road seldom find room: a few may be listed.
    return listed > (_LISTED if canvas.lost else 0)


def _page(words: RoadPage, plan: Road, ruler: Ruler) -> Figure:
    drawn, wide = _legend(words, ruler)
    head = frame_shapes(
        replace(words.frame, foot_left="", foot_right="", progress=None), ruler, wide
    )
    room = words.frame.canvas.room
    pieces: list[Piece] = [moved(shape, 0, -_LIFT) for shape in head]
    pieces += drawn
    pieces += foot_shapes(words.frame, ruler)
    figure = road(plan, room, _height(plan, words.frame.canvas, ruler), STAGE_ROAD, ruler)
    pieces += placed(figure, LEFT, _TOP)
    spots = [
        Spot(s.key, Rect(s.rect.x + LEFT, s.rect.y + _TOP, s.rect.width, s.rect.height), s.name)
        for s in figure.spots
    ]
    return page(pieces, Told(plan.sentence, figure.table), spots, words.frame.canvas)


def _height(plan: Road, canvas: Canvas, ruler: Ruler) -> float:
    """All there is, but no taller than looks calm when there are only one or two lanes."""
    most = canvas.height - _BOTTOM_UP - _TOP
    wanted = STAGE_ROAD.top + len(plan.lanes) * _LANE
    if wanted >= most:
        return most
    listed = unplaced(plan, canvas.room, wanted, STAGE_ROAD, ruler)
    return min(most, wanted + (listed + 1) // 2 * STAGE_ROAD.leading + STAGE_ROAD.leading)


def _legend(words: RoadPage, ruler: Ruler) -> tuple[list[Shape], float]:
    """What the stones mean, in two lines at the upper right; and the width it takes."""
    style = Style(SMALLEST, Weight.REGULAR, Role.INK2)
    bold = Style(SMALLEST, Weight.SEMIBOLD, Role.INK2)
    shapes: list[Shape] = []
    edge = right = words.frame.canvas.right
    if words.quarter_sample:
        wide = style.width(words.quarter_text, ruler)
        sample = bold.width(words.quarter_sample, ruler)
        right -= wide + sample + 14
        shapes.append(bold.label(words.quarter_sample, right, 44 + SMALLEST * CAP))
        shapes.append(style.label(words.quarter_text, edge - wide, 44 + SMALLEST * CAP))
        right -= 40
    samples: Sequence[tuple[str, bool]] = (
        (words.strong_text, False),
        (words.weak_text, True),
    )
    shown = [(text, weak) for text, weak in samples if text]
    if shown:
        right -= max(style.width(text, ruler) for text, _ in shown) + 44
    for i, (text, weak) in enumerate(shown):
        middle = 44.0 + i * 43
        look = StoneLook(Role.INK2, hollow=weak)
        shapes += stone(Rect(right, middle - 15, 28, 30), look)
        shapes.append(style.label(text, right + 44, middle + SMALLEST * CAP))
    return shapes, edge - right + 40 if shapes else 0.0
