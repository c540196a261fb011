"""Where everything on the road goes: stones in their quarters, words beside their stones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workshop_app.figures.shapes import Align, Rect, Ruler, Weight
from workshop_app.figures.text import Style, narrowest_two_lines

QUARTERS = 4
_LEAST_AIR, _MOST_AIR = 0.1, 0.4
_AIR_SHARE = 0.75
"""How much of the height that is left over stands between a stone and its words; sizes in ems."""


@dataclass(frozen=True, slots=True)
class Milepost:
    """One milestone on the road.

    Attributes:
        key: Its id.
        code: Its short code, for example A3.
        text: Its short name.
        year: Target year.
        quarter: Target quarter, 1–4.
        quarter_text: What is cut into the stone, for example K4.
        weak: Weakly supported: a hollow stone.
        owner: The role that answers for it (paper shows it).
    """

    key: str
    code: str
    text: str
    year: int
    quarter: int
    quarter_text: str
    weak: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One track with its mileposts."""

    track: int
    name: str
    posts: tuple[Milepost, ...] = ()


@dataclass(frozen=True, slots=True)
class Road:
    """The whole road with finished words.

    Attributes:
        lanes: The tracks, in order.
        first_year: The year the road begins.
        end_year: The last year.
        today: The date as a year and part of it (2027.3); None leaves the line out.
        today_text: The word at the line.
        load_text: Words before the row with milestones per year; empty leaves the row out.
        chosen: Key of the milepost in bold.
        sentence: The road in one sentence.
        headings: Over the twin table: track, milestone, year, quarter, owner.
    """

    lanes: tuple[Lane, ...]
    first_year: int
    end_year: int
    today: float | None = None
    today_text: str = ""
    load_text: str = ""
    chosen: str = ""
    sentence: str = ""
    headings: tuple[str, str, str, str, str] = ("", "", "", "", "")

    @property
    def years(self) -> int:
        """How many years the road is long, at least one."""
        return max(self.end_year - self.first_year + 1, 1)


@dataclass(frozen=True, slots=True)
class RoadLook:
    """Measures of a road in units.

    Attributes:
        size: Size of the labels.
        leading: From one line of a label to the next.
        stone: Width and height of a stone.
        head: Width of the part with the track's name.
        top: Height of the row of years.
        gap: Between lanes.
        year: Size of the years.
        name: Size of the tracks' names.
        line: Thickness of the road.
    """

    size: float
    leading: float
    stone: tuple[float, float]
    head: float
    top: float
    gap: float
    year: float
    name: float
    line: float = 6.0


STAGE_ROAD = RoadLook(28, 31, (54, 47), 314, 40, 8, 35, 30)
DESK_ROAD = RoadLook(13, 16, (28, 28), 142, 26, 6, 16, 13, 3)


@dataclass(frozen=True, slots=True)
class Words:
    """Where a milepost's words go."""

    lines: tuple[str, ...]
    rect: Rect
    align: Align


@dataclass(frozen=True, slots=True)
class Site:
    """A milepost with the stone's place and its words; no words: they are in the foot list."""

    post: Milepost
    rect: Rect
    text: Words | None
    listed: bool


@dataclass
class _Floor:
    """One tier of a lane (above or below the line) while words are being placed."""

    taken: list[Rect] = field(default_factory=list)

    def free(self, rect: Rect, gap: float) -> bool:
        return not any(rect.overlaps(other, gap) for other in self.taken)


@dataclass(frozen=True, slots=True)
class Room:
    """The plan's geometry."""

    plan: Road
    width: float
    look: RoadLook

    def x_of(self, time: float) -> float:
        """The x of a moment, in years."""
        span = self.width - self.look.head
        return self.look.head + (time - self.plan.first_year) / self.plan.years * span

    @property
    def quarter(self) -> float:
        """The width of a quarter."""
        return (self.width - self.look.head) / self.plan.years / QUARTERS

    def lane(self, index: int, bottom: float) -> Rect:
        """The room of a lane when the last one ends at `bottom`."""
        count = max(len(self.plan.lanes), 1)
        share = (bottom - self.look.top + self.look.gap) / count
        tall = max(share - self.look.gap, self.look.stone[1])
        return Rect(0, self.look.top + index * share, self.width, tall)

    def line_of(self, lane: Rect) -> float:
        """The y of the line the stones stand on: equal room for words above and below."""
        return lane.y + lane.height * 0.5 + self.look.stone[1] * 0.5


def sites(lane: Lane, rect: Rect, room: Room, ruler: Ruler) -> tuple[Site, ...]:
    """Every milepost of a lane with its place, in order of time."""
    floors = {True: _Floor(), False: _Floor()}
    ordered = sorted(lane.posts, key=_moment)
    places = _stone_places(ordered, rect, room)
    return tuple(_site(post, places[post.key], rect, floors, (room, ruler)) for post in ordered)


def _moment(post: Milepost) -> tuple[int, int, str]:
    return post.year, post.quarter, post.code


def _stone_places(posts: Sequence[Milepost], lane: Rect, room: Room) -> Mapping[str, Rect]:
    """Every stone in the middle of its quarter; several in one quarter share it."""
    shared: dict[tuple[int, int], list[Milepost]] = {}
    for post in posts:
        shared.setdefault((post.year, post.quarter), []).append(post)
    wide, tall = room.look.stone
    foot = room.line_of(lane) - room.look.line / 2
    places: dict[str, Rect] = {}
    for (year, quarter), group in shared.items():
        centre = room.x_of(year + (quarter - 0.5) / QUARTERS)
        centre = min(max(centre, room.look.head + wide / 2), room.width - wide / 2)
        step = min(wide + 2, (room.quarter - 2) / len(group)) if len(group) > 1 else wide
        each = min(wide, max(step - 2, 2.0))
        start = centre - step * (len(group) - 1) / 2
        for i, post in enumerate(group):
            left = start + i * step - each / 2
            left = min(max(left, room.look.head), room.width - each)
            places[post.key] = Rect(left, foot - tall, each, tall)
    return places


def _site(
    post: Milepost,
    place: Rect,
    lane: Rect,
    floors: Mapping[bool, _Floor],
    tools: tuple[Room, Ruler],
) -> Site:
    room, ruler = tools
    style = Style(room.look.size, Weight.SEMIBOLD)
    lines, wide = narrowest_two_lines(post.text, style, room.width * 0.24, ruler)
    code = (post.code,)
    for words, box in ((lines, wide), (code, style.width(post.code, ruler))):
        for below in (True, False):
            for align in (Align.LEFT, Align.RIGHT):
                text = _text_at(words, box, (place, below, align), (room, lane))
                if _inside(text.rect, lane, room) and floors[below].free(text.rect, 8):
                    floors[below].taken.append(text.rect)
                    return Site(post, place, text, listed=words is code)
    return Site(post, place, None, listed=True)


def _text_at(
    lines: tuple[str, ...],
    wide: float,
    where: tuple[Rect, bool, Align],
    around: tuple[Room, Rect],
) -> Words:
    place, below, align = where
    room, lane = around
    look = room.look
    tall = (len(lines) - 1) * look.leading + look.size
    left = place.x if align is Align.LEFT else place.right - wide
    ground = place.bottom + look.line
    spare = (lane.bottom - ground if below else place.y - lane.y) - tall
    gap = min(max(spare * _AIR_SHARE, look.size * _LEAST_AIR), look.size * _MOST_AIR)
    top = ground + gap if below else place.y - gap - tall
    return Words(lines, Rect(left, top, wide, tall), align)


def _inside(rect: Rect, lane: Rect, room: Room) -> bool:
    sides = rect.x >= room.look.head and rect.right <= room.width - room.look.size * 0.3
    return sides and rect.y >= lane.y - 0.5 and rect.bottom <= lane.bottom + 0.5
