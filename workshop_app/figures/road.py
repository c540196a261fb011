"""The road: milestones as stones along lanes of time, for desk, shared screen and preview."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.figures.marks import track_mark
from workshop_app.figures.palette import track_roles
from workshop_app.figures.road_plan import (
    DESK_ROAD,
    QUARTERS,
    STAGE_ROAD,
    Lane,
    Milepost,
    Road,
    RoadLook,
    Room,
    Site,
    Words,
    sites,
)
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Label,
    Line,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Spot,
    Weight,
)
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.text import ELLIPSIS, Style, block, elide, wrap_to

__all__ = [
    "DESK_ROAD",
    "QUARTERS",
    "STAGE_ROAD",
    "Lane",
    "Milepost",
    "Road",
    "RoadLook",
    "road",
    "road_table",
    "unplaced",
]

_YEAR_INDENT = 0.3
_ROOF = 0.78
"""From the baseline to the top of the letters, in ems."""
_FOOT_MOST = 0.45
"""How much of the height the list at the foot may take."""


def road(plan: Road, width: float, height: float, look: RoadLook, ruler: Ruler) -> Figure:
    """Lanes to the end year with stones in their quarters, filling the box.

    Words stand below or above their stone; when all four places are taken the stone gets its code
    only and the words are listed at the foot.
    """
    room = Room(plan, width, look)
    load = look.size * 2.1 if plan.load_text else 0.0
    placed: list[tuple[Site, ...]] = []
    foot = 0.0
    listed: list[Milepost] = []
    # The list at the foot takes height from the lanes, which may make it longer: until it holds.
    while True:
        placed = [
            sites(lane, room.lane(i, height - load - foot), room, ruler)
            for i, lane in enumerate(plan.lanes)
        ]
        listed = [site.post for row in placed for site in row if site.listed]
        needed = min(_foot_height(len(listed), look), height * _FOOT_MOST)
        if needed <= foot:
            break
        foot = needed
    bottom = height - load - foot
    shapes: list[Shape] = []
    for i, lane in enumerate(plan.lanes):
        shapes += _lane_ground(lane, room.lane(i, bottom), look, ruler)
    shapes += _years(room, bottom)
    shapes += _lane_lines(plan, room, bottom)
    shapes += _today(room, bottom, ruler)
    for lane, row in zip(plan.lanes, placed, strict=True):
        shapes += _posts(lane, row, look, plan.chosen)
    shapes += _load(room, bottom, load, ruler)
    shapes += _foot(listed, Rect(0, height - foot, width, foot), look, ruler)
    spots = tuple(
        Spot(site.post.key, site.rect, f"{site.post.code} {site.post.text}")
        for row in placed
        for site in row
    )
    return Figure(width, height, tuple(shapes), plan.sentence, road_table(plan), spots)


def unplaced(plan: Road, width: float, height: float, look: RoadLook, ruler: Ruler) -> int:
    """How many mileposts would have their words at the foot."""
    room = Room(plan, width, look)
    return sum(
        site.listed
        for i, lane in enumerate(plan.lanes)
        for site in sites(lane, room.lane(i, height), room, ruler)
    )


def road_table(plan: Road) -> tuple[tuple[str, ...], ...]:
    """The twin table: one row per milepost."""
    rows = (
        (lane.name, f"{post.code} {post.text}", str(post.year), post.quarter_text, post.owner)
        for lane in plan.lanes
        for post in lane.posts
    )
    return (plan.headings, *rows)


def _lane_ground(lane: Lane, rect: Rect, look: RoadLook, ruler: Ruler) -> tuple[Shape, ...]:
    _, tint = track_roles(lane.track)
    mark = look.name * 1.74
    left = look.name * 0.72
    name_left = left + mark + look.name * 0.75
    style = Style(look.name, Weight.SEMIBOLD)
    leading = look.name * 1.26
    lines = wrap_to(lane.name, style, look.head - name_left - look.name * 0.3, ruler, lines=3)
    middle = rect.y + rect.height / 2
    first = middle - (len(lines) - 1) * leading / 2 + look.name * 0.36
    return (
        Box(rect, Ink(fill=tint), min(10.0, look.gap * 1.5)),
        *track_mark(lane.track, Rect(left, middle - mark / 2, mark, mark)),
        *block(lines, style, name_left, first, leading),
    )


def _years(room: Room, bottom: float) -> tuple[Shape, ...]:
    look = room.look
    style = Style(look.year, Weight.BOLD)
    shapes: list[Shape] = []
    for i in range(room.plan.years):
        x = room.x_of(room.plan.first_year + i)
        line = (Point(x, look.top - look.gap * 1.2), Point(x, bottom))
        shapes.append(Line(line, Ink(stroke=Role.LINE2, width=1.5, opacity=0.7)))
        baseline = look.top - look.gap * 1.5
        shapes.append(
            style.label(str(room.plan.first_year + i), x + look.year * _YEAR_INDENT, baseline)
        )
    return tuple(shapes)


def _lane_lines(plan: Road, room: Room, bottom: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for i, lane in enumerate(plan.lanes):
        solid, _ = track_roles(lane.track)
        y = room.line_of(room.lane(i, bottom))
        ends = (Point(room.look.head, y), Point(room.width, y))
        shapes.append(Line(ends, Ink(stroke=solid, width=room.look.line)))
    return tuple(shapes)


def _today(room: Room, bottom: float, ruler: Ruler) -> tuple[Shape, ...]:
    plan, look = room.plan, room.look
    if plan.today is None or not plan.first_year <= plan.today <= plan.end_year + 1:
        return ()
    x = room.x_of(plan.today)
    pen = max(1.6, look.size * 0.14)
    ink = Ink(stroke=Role.ACCENT, width=pen, dash=(2.2, 1.5))
    style = Style(look.size, Weight.SEMIBOLD, Role.ACCENT)
    wide = style.width(plan.today_text, ruler)
    baseline = look.top - look.gap * 1.5
    # The word keeps clear of the years: on the right of the line if it can, else on the left.
    years = [room.x_of(plan.first_year + i) + look.year * _YEAR_INDENT for i in range(plan.years)]
    taken = [(left, left + ruler.width("0000", look.year, Weight.BOLD)) for left in years]
    air = look.size * 0.4
    crossed = any(a - air < x < b + air for a, b in taken)
    top = look.top - look.gap * 1.2 if crossed else 0.0
    shapes: list[Shape] = [Line((Point(x, top), Point(x, bottom)), ink)]
    for left in (x + air, x - air - wide):
        clear = all(left + wide + air / 2 <= a or left - air / 2 >= b for a, b in taken)
        if clear and left >= 0 and left + wide <= room.width:
            shapes.append(style.label(plan.today_text, left, baseline))
            break
    return tuple(shapes)


def _posts(lane: Lane, sites: Sequence[Site], look: RoadLook, chosen: str) -> tuple[Shape, ...]:
    solid, _ = track_roles(lane.track)
    shapes: list[Shape] = []
    for site in sites:
        whole = site.rect.width >= look.stone[0] * 0.9
        quarter = site.post.quarter_text if whole else ""
        shapes += stone(
            site.rect,
            StoneLook(solid, hollow=site.post.weak, text=quarter, text_size=max(look.size, 12)),
        )
        if site.text is not None:
            shapes += _words(site.text, look, bold=site.post.key == chosen)
    return tuple(shapes)


def _words(text: Words, look: RoadLook, *, bold: bool) -> tuple[Label, ...]:
    weight = Weight.SEMIBOLD if bold else Weight.REGULAR
    style = Style(look.size, weight)
    at = text.rect.x if text.align is Align.LEFT else text.rect.right
    first = text.rect.y + look.size * _ROOF
    return tuple(
        style.label(line, at, first + i * look.leading, text.align)
        for i, line in enumerate(text.lines)
    )


def _load(room: Room, bottom: float, tall: float, ruler: Ruler) -> tuple[Shape, ...]:
    """The row with one small stone per milestone and year."""
    plan, look = room.plan, room.look
    if not plan.load_text:
        return ()
    small = Style(look.size, Weight.REGULAR, Role.INK2)
    lines = wrap_to(plan.load_text, small, look.head - look.size, ruler)
    middle = bottom + tall * 0.58
    first = middle - (len(lines) - 1) * look.leading / 2 + look.size * 0.36
    shapes: list[Shape] = list(block(lines, small, 0, first, look.leading))
    figure = Style(look.size, Weight.SEMIBOLD)
    year_room = room.quarter * QUARTERS - look.size * 3
    for i in range(plan.years):
        year = plan.first_year + i
        count = sum(post.year == year for lane in plan.lanes for post in lane.posts)
        x = room.x_of(year) + 2
        step = min(look.size * 1.08, year_room / max(count, 1))
        for j in range(count):
            place = Rect(x + j * step, middle - look.size * 0.36, step * 0.74, look.size * 0.72)
            shapes += stone(place, StoneLook(Role.LINE2))
        after = x + count * step + (look.size * 0.5 if count else 0.0)
        shapes.append(figure.label(str(count), after, middle + look.size * 0.36))
    return tuple(shapes)


def _foot_height(count: int, look: RoadLook) -> float:
    return (-(-count // 2)) * look.leading + look.leading * 0.5 if count else 0.0


def _foot(posts: Sequence[Milepost], rect: Rect, look: RoadLook, ruler: Ruler) -> tuple[Shape, ...]:
    """Code, quarter and short name of the mileposts whose words found no room, in two columns."""
    style = Style(look.size, Weight.REGULAR, Role.INK2)
    wide = rect.width / 2 - look.size
    rows = min(-(-len(posts) // 2), max(int(rect.height / look.leading - 0.5), 1))
    shapes: list[Shape] = []
    for i, post in enumerate(posts[: 2 * rows]):
        column, row = divmod(i, rows)
        words = f"{post.code}  {post.year} {post.quarter_text}  {post.text}"
        if i == 2 * rows - 1 and len(posts) > 2 * rows:
            words = ELLIPSIS
        baseline = rect.y + (row + 1.2) * look.leading
        line = elide(words, style, wide, ruler)
        shapes.append(style.label(line, column * rect.width / 2, baseline))
    return tuple(shapes)
