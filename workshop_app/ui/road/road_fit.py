"""How the road is set in the room there is, and how it looks with a stone moved. Pure."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from workshop_app.figures.road import DESK_ROAD, QUARTERS, Milepost, Road, RoadLook, unplaced
from workshop_app.figures.shapes import Ruler

CLOSE_ROAD = replace(DESK_ROAD, leading=15, stone=(27, 25), top=24, gap=4)
MOST_LISTED = 6


def look_for(plan: Road, size: tuple[float, float], ruler: Ruler) -> RoadLook:
    """The usual measures, or closer ones where more names find room; text is never smaller."""
    return min((DESK_ROAD, CLOSE_ROAD), key=partial(_homeless, plan, size, ruler))


def readable(plan: Road, size: tuple[float, float], ruler: Ruler) -> tuple[Road, RoadLook]:
    """The road with as many names as can be read beside their stones, and its measures.

    Where more than a few would have to stand in a list at the foot, only the lane of the chosen
    stone keeps its names; the others have theirs as tooltips and for assistive technology.
    """
    look = look_for(plan, size, ruler)
    if _homeless(plan, size, ruler, look) <= MOST_LISTED:
        return plan, look
    lanes = tuple(
        lane
        if any(post.key == plan.chosen for post in lane.posts)
        else replace(lane, posts=tuple(replace(post, text="") for post in lane.posts))
        for lane in plan.lanes
    )
    bare = replace(plan, lanes=lanes)
    return bare, look_for(bare, size, ruler)


def _homeless(plan: Road, size: tuple[float, float], ruler: Ruler, look: RoadLook) -> int:
    """How many names would stand at the foot, which itself takes height from the lanes."""
    tall = size[1] - (2.1 * look.size if plan.load_text else 0.0)
    listed = unplaced(plan, size[0], tall, look, ruler)
    if not listed:
        return 0
    foot = (-(-listed // 2) + 0.5) * look.leading
    return unplaced(plan, size[0], tall - foot, look, ruler)


def moved(plan: Road, key: str, steps: int) -> Road:
    """The road with one stone some quarters away, as it would be after the move."""
    lanes = tuple(
        replace(lane, posts=tuple(_moved(p, steps) if p.key == key else p for p in lane.posts))
        for lane in plan.lanes
    )
    return replace(plan, lanes=lanes)


def _moved(post: Milepost, steps: int) -> Milepost:
    year, quarter = divmod(post.year * QUARTERS + post.quarter - 1 + steps, QUARTERS)
    letter = post.quarter_text.replace(str(post.quarter), str(quarter + 1))
    return replace(post, year=year, quarter=quarter + 1, quarter_text=letter)
