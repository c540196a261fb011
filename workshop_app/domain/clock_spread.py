"""Spreading what is left of the day over the later blocks, so that it ends as planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.domain.agenda import agenda_start, clock_minutes, clock_text, retimed
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem
from workshop_app.domain.refused import Refused

LEAST = 5
"""No block gets fewer minutes than this by spreading, nor than its own if it has fewer."""


@dataclass(frozen=True, slots=True)
class SpreadLine:
    """A block before and after; `item` is the block after. The one that runs says how long it took.

    Attributes:
        item: The block as it will be.
        start: When it began in the plan, HH:MM.
        minutes: Its minutes in the plan.
        runs: It is the block that runs.
    """

    item: AgendaItem
    start: str
    minutes: int
    runs: bool = False


def spread(day: Day, item_id: str, ends: int) -> Day:
    """The day with the later blocks shrunk or grown in proportion, so that it ends as planned.

    Breaks keep their minutes as long as the other blocks can give enough. What ran before the
    block keeps its minutes too, unless the block is done before it should have begun.

    Args:
        day: The day.
        item_id: The block that runs.
        ends: The minute of the day at which it will be done.

    Raises:
        Refused: "unknown_item", "no_later_blocks", "nothing_to_spread", "cannot_spread".
    """
    running = find(day.agenda, item_id)
    if running is None:
        raise Refused("unknown_item", item=item_id)
    place = day.agenda.index(running)
    earlier, later = day.agenda[:place], day.agenda[place + 1 :]
    if not later:
        raise Refused("no_later_blocks")
    if ends == clock_minutes(running.end):
        raise Refused("nothing_to_spread")
    room = clock_minutes(day.agenda[-1].end) - ends
    shared = shares(later, room)
    start = clock_minutes(agenda_start(day))
    taken = _taken((*earlier, running), ends - start)
    minutes = (*taken, *shared)
    items = [item.changed(minutes=each) for item, each in zip(day.agenda, minutes, strict=True)]
    begins = ends - sum(taken)
    if begins < 0:
        raise Refused("cannot_spread", room=ends, least=sum(taken))
    agenda = retimed(clock_text(begins), items)
    workshop = day.workshop.changed(start=agenda[0].start, end=agenda[-1].end)
    return replace(day, agenda=agenda, workshop=workshop)


def spread_lines(before: Day, after: Day, item_id: str) -> tuple[SpreadLine, ...]:
    """The block that runs and those after it, as they were and as they will be."""
    place = next(n for n, item in enumerate(before.agenda) if item.id == item_id)
    pairs = zip(before.agenda[place:], after.agenda[place:], strict=True)
    return tuple(SpreadLine(new, old.start, old.minutes, old.id == item_id) for old, new in pairs)


def shares(blocks: Sequence[AgendaItem], room: int) -> tuple[int, ...]:
    """Whole minutes for each block, `room` in all.

    Raises:
        Refused: "cannot_spread" with the minutes there are and the fewest that are needed.
    """
    least = [min(LEAST, block.minutes) for block in blocks]
    if room < sum(least):
        raise Refused("cannot_spread", room=max(0, room), least=sum(least))
    breaks = [block.kind is AgendaKind.BREAK for block in blocks]
    minutes = [block.minutes for block in blocks]
    work = [n for n, pause in enumerate(breaks) if not pause and minutes[n]]
    rest = [n for n, pause in enumerate(breaks) if pause and minutes[n]]
    kept = sum(minutes[n] for n in rest)
    found = list(minutes)
    if work and room - kept >= sum(least[n] for n in work):
        _put(found, work, _proportional([minutes[n] for n in work], room - kept, LEAST))
        return tuple(found)
    # The work cannot give more, or there is none: the breaks give, or get, the rest.
    _put(found, work, [least[n] for n in work])
    over = room - sum(found[n] for n in work)
    if not rest:
        raise Refused("cannot_spread", room=room, least=sum(least))
    _put(found, rest, _proportional([minutes[n] for n in rest], over, LEAST))
    return tuple(found)


def _put(found: list[int], places: Sequence[int], minutes: Sequence[int]) -> None:
    for place, each in zip(places, minutes, strict=True):
        found[place] = each


def _proportional(minutes: Sequence[int], room: int, least: int) -> list[int]:
    """`room` shared in proportion, none under `least` nor under its own minutes if fewer.

    Largest remainders get the odd minutes; the earlier of two that are alike goes first.
    """
    floor = [min(least, each) for each in minutes]
    free, spare, weight = set(range(len(minutes))), room, sum(minutes)
    while low := {n for n in free if minutes[n] * spare < floor[n] * weight}:
        free -= low
        spare -= sum(floor[n] for n in low)
        weight -= sum(minutes[n] for n in low)
    parts = {n: divmod(minutes[n] * spare, weight) for n in free}
    odd = spare - sum(whole for whole, _rest in parts.values())
    for order, n in enumerate(sorted(free, key=lambda n: (-parts[n][1], n))):
        floor[n] = parts[n][0] + (order < odd)
    return floor


def _taken(blocks: Sequence[AgendaItem], room: int) -> tuple[int, ...]:
    """What the blocks up to now took: the last one takes the difference, then the one before it.

    Each keeps a minute, so the day may have begun earlier than planned.
    """
    found = [block.minutes for block in blocks]
    odd = room - sum(found)
    for n in reversed(range(len(found))):
        new = max(min(1, found[n]), found[n] + odd)
        odd -= new - found[n]
        found[n] = new
        if not odd:
            break
    return tuple(found)
