"""The day as a line to scale: what is done, where we are, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.figures.shapes import Box, Figure, Ink, Rect, Role, Shape, Spot
from workshop_app.figures.stone import StoneLook, stone

_GAP = 2.0


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One item of the day, minutes after midnight; `name` is what a pointer over it says."""

    key: str
    name: str
    start: int
    end: int
    pause: bool = False


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """The day's items in order and the time now, in minutes after midnight.

    Attributes:
        parts: The items.
        now: The time; the stone stands there.
        late: The item that runs now is over its time: it is amber.
        current: Key of the item that runs now.
        held: Somebody has moved on to it: what stands before it is done and what stands after it
            is left, whatever the time is.
        sentence: The line in one sentence.
        headings: Three words over the twin table: item, from, to.
        times: Formats minutes after midnight for the twin table, two strings per part.
    """

    parts: tuple[AgendaPart, ...]
    now: float
    current: str = ""
    late: bool = False
    held: bool = False
    sentence: str = ""
    headings: tuple[str, str, str] = ("", "", "")
    times: tuple[tuple[str, str], ...] = ()


def agenda_line(line: AgendaLine, width: float, height: float) -> Figure:
    """The line in a box; bars sit on the lower half, the now stone stands above them."""
    if not line.parts:
        return Figure(width, height, sentence=line.sentence)
    first = min(part.start for part in line.parts)
    last = max([first + 1, *(part.end for part in line.parts)])
    bar = height * 0.42
    top = height - bar - 1

    def x_of(minute: float) -> float:
        return max(0.0, min(width, (minute - first) / (last - first) * width))

    shapes: list[Shape] = []
    spots: list[Spot] = []
    keys = [part.key for part in line.parts]
    here = keys.index(line.current) if line.held and line.current in keys else None
    for order, part in enumerate(line.parts):
        left, right = x_of(part.start), x_of(part.end)
        room = Rect(left, top, max(right - left - _GAP, 0.5), bar)
        now = x_of(line.now)
        if here is not None and order != here:
            now = width if order < here else 0.0
        shapes += _bars(part, room, now, line)
        spots.append(Spot(part.key, Rect(left, 0, right - left, height), part.name))
    tall = height * 0.72
    wide = tall * 0.72
    place = min(max(x_of(line.now) - wide / 2, 0.0), width - wide)
    shapes += stone(Rect(place, 0, wide, tall), StoneLook(Role.INK))
    return Figure(width, height, tuple(shapes), line.sentence, _table(line), tuple(spots))


def _bars(part: AgendaPart, room: Rect, now: float, line: AgendaLine) -> Sequence[Shape]:
    if part.pause:
        thin = Rect(room.x, room.y + room.height / 2 - 1, room.width, 2)
        return (Box(thin, Ink(fill=Role.LINE2), 1),)
    radius = min(3.0, room.height / 3)
    if part.key == line.current and line.late:
        return (Box(room, Ink(fill=Role.WARN_TINT, stroke=Role.WARN), radius),)
    done = Box(room, Ink(fill=Role.TINT2), radius)
    runs = line.held and part.key == line.current
    if runs and now <= room.x:
        return (Box(room, Ink(fill=Role.TINT2, stroke=Role.ACCENT), radius),)
    if not runs and now >= room.right:
        return (done,)
    if now <= room.x:
        return (Box(room, Ink(fill=Role.SUNKEN, stroke=Role.LINE2), radius),)
    gone = Rect(room.x, room.y, min(now, room.right) - room.x, room.height)
    return (done, Box(gone, Ink(fill=Role.ACCENT), min(radius, gone.width / 2)))


def _table(line: AgendaLine) -> tuple[tuple[str, ...], ...]:
    rows = zip(line.parts, line.times, strict=False)
    return (line.headings, *((part.name, *times) for part, times in rows))
