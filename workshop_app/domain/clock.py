"""Where in the day we are: which block runs, how long is left, and how that fits the plan.

Until anybody moves on by hand the plan decides, on the day's own date. From then on a block runs
until somebody moves on: a block whose time is out stays. Times come in as arguments.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from workshop_app.domain.agenda import clock_minutes
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import AgendaKind, RoundMethod
from workshop_app.domain.nouns import AgendaItem
from workshop_app.domain.refused import Refused

_HOUR = _MINUTE = 60
_SECOND, _ONE_MINUTE = timedelta(seconds=1), timedelta(minutes=1)
_SOON, _LAST = 0.20, 0.05


class Mode(StrEnum):
    """What the clock does."""

    NONE = "none"  # there is no agenda
    IDLE = "idle"  # another date, and nobody has started a block
    BEFORE = "before"  # the day has not begun
    PLAN = "plan"  # the plan decides
    AFTER = "after"  # the plan is over
    HAND = "hand"  # a block runs that somebody moved on to
    PAUSED = "paused"


class Urgency(StrEnum):
    """How near the end of the block is."""

    CALM = "calm"
    SOON = "soon"  # a fifth of its time is left
    LAST = "last"  # a twentieth
    OUT = "out"


TICKING = frozenset({Mode.PLAN, Mode.HAND})
BY_HAND = frozenset({Mode.HAND, Mode.PAUSED})
TIMED = TICKING | BY_HAND


@dataclass(frozen=True, slots=True)
class Run:
    """A block that runs because somebody moved on to it or changed its time.

    Attributes:
        item_id: The block.
        begun: When it really began.
        allowed: Seconds it may take, with what was added.
        stood: Seconds of pauses that are over.
        paused_at: Since when it stands still; None while it runs.
    """

    item_id: str
    begun: datetime
    allowed: int
    stood: int = 0
    paused_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """The block that runs by hand, and those that were left, the latest last, as they were left."""

    run: Run | None = None
    left: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says at one moment.

    Attributes:
        mode: What it does.
        item: The block now; None without an agenda.
        allowed: Seconds the block may take in all.
        left: Seconds left, 0 when the time is out; None where nothing is timed.
        over: Seconds over its time.
        drift: Whole minutes this block will end after the plan, minus = before; None where the
            plan does not apply.
        minute: Where the day is, in minutes after midnight.
        until: When the block ends, HH:MM.
        ends: The nearest minute at which it is done on the day itself, not before now.
    """

    mode: Mode
    item: AgendaItem | None = None
    allowed: int = 0
    left: int | None = None
    over: int = 0
    drift: int | None = None
    minute: float = 0.0
    until: str = ""
    ends: int = 0

    @property
    def urgency(self) -> Urgency:
        """How near the end is; calm where nothing is timed."""
        return Urgency.CALM if self.left is None else urgency(self.left, self.allowed)


def urgency(left: int, allowed: int) -> Urgency:
    """How near the end is, of seconds left and allowed."""
    if left <= 0:
        return Urgency.OUT
    if left <= allowed * _LAST:
        return Urgency.LAST
    return Urgency.SOON if left <= allowed * _SOON else Urgency.CALM


# --- reading ---------------------------------------------------------------------------------


def reading(day: Day, now: datetime, step: str = "", run: Run | None = None) -> Reading:
    """What the clock says.

    Args:
        day: The day.
        now: The time, with its zone.
        step: The step on the desk, which decides on another date than the day's own.
        run: The block that runs by hand, if any; it holds on the date it began.
    """
    if not day.agenda:
        return Reading(Mode.NONE)
    item = find(day.agenda, run.item_id) if run is not None and holds(run, now) else None
    if run is not None and item is not None:
        return _by_hand(day, now, run, item)
    if now.date() == day.workshop.date:
        return _by_plan(day, now)
    item = block_of_step(day, step)
    start = float(clock_minutes(item.start))
    allowed = item.minutes * _MINUTE
    return Reading(Mode.IDLE, item, allowed, minute=start, until=item.end)


def holds(run: Run, now: datetime) -> bool:
    """Whether it still runs: what was begun on another date says nothing of today."""
    return run.begun.astimezone(now.tzinfo).date() == now.date()


def _by_hand(day: Day, now: datetime, run: Run, item: AgendaItem) -> Reading:
    rest = remaining(run, now)
    mode = Mode.PAUSED if run.paused_at is not None else Mode.HAND
    left, over = max(0, -(-rest // _SECOND)), max(0, -rest // _SECOND)
    said = Reading(mode, item, run.allowed, left, over)
    if now.date() != day.workshop.date:
        # Practising: the stone walks through the block as the plan has it.
        start, end = clock_minutes(item.start), clock_minutes(item.end)
        gone = (run.allowed - left) / _MINUTE
        return replace(said, minute=min(start + gone, float(end)), until=item.end)
    done = now + max(rest, timedelta())
    drift = int((done - at_minute(day, clock_minutes(item.end), now)) / _ONE_MINUTE)
    ends = round((done - at_minute(day, 0, now)) / _ONE_MINUTE)
    until = f"{now + rest:%H:%M}"
    return replace(said, drift=drift, minute=minute_of(now), until=until, ends=ends)


def _by_plan(day: Day, now: datetime) -> Reading:
    agenda, minute = day.agenda, minute_of(now)
    begun = [item for item in agenda if clock_minutes(item.start) <= minute]
    item = begun[-1] if begun else agenda[0]
    allowed = item.minutes * _MINUTE
    if not begun:
        return Reading(Mode.BEFORE, item, allowed, minute=minute, until=item.end)
    end = clock_minutes(item.end)
    # A whole second is left until it has passed.
    left = max(0, -((now - at_minute(day, end, now)) // _SECOND))
    mode = Mode.AFTER if item is agenda[-1] and not left else Mode.PLAN
    return Reading(mode, item, allowed, left, minute=minute, until=item.end, ends=end)


def remaining(run: Run, now: datetime) -> timedelta:
    """Time left, below zero when it is over; a clock that was set back takes nothing."""
    end = run.paused_at if run.paused_at is not None else now
    gone = max(timedelta(), end - run.begun - run.stood * _SECOND)
    return run.allowed * _SECOND - gone


def minute_of(now: datetime) -> float:
    """The time of day in minutes after midnight."""
    return now.hour * _HOUR + now.minute + (now.second + now.microsecond / 1e6) / _MINUTE


def at_minute(day: Day, minute: int, now: datetime) -> datetime:
    """That time on the day's own date, in the zone of `now`."""
    return datetime.combine(day.workshop.date, time.min, now.tzinfo) + minute * _ONE_MINUTE


# --- which block a step belongs to -------------------------------------------------------------


def block_of_step(day: Day, step: str) -> AgendaItem:
    """The block that drives a step: the one linked to it, else by what is voted on; else the first.

    The agenda must not be empty.
    """
    linked = next((item for item in day.agenda if step and item.step == step), None)
    return linked or day.agenda[_guessed(day, step)]


def _guessed(day: Day, step: str) -> int:
    vote, rank = _vote_item(day, RoundMethod.DOTS), _vote_item(day, RoundMethod.POINTS)
    places = {
        "vote": vote,
        "roadmap": _after(vote, 1),
        "prioritise": rank,
        "frame": _after(rank, 1),
        "summary": _after(rank, 2),
    }
    return min(places.get(step) or 0, len(day.agenda) - 1)


def _after(place: int | None, steps: int) -> int | None:
    return None if place is None else place + steps


def _vote_item(day: Day, method: RoundMethod) -> int | None:
    """The place of the first item that drives a round of that method."""
    series = {r.series for r in day.rounds if r.method is method}
    ids = {r.id for r in day.rounds if r.method is method} | series
    for place, item in enumerate(day.agenda):
        if item.kind is AgendaKind.VOTE and item.round_id in ids:
            return place
    return None


# --- acts --------------------------------------------------------------------------------------


def started(day: Day, trail: Trail, now: datetime, step: str = "") -> Trail:
    """The block now runs by hand; what ran by the plan has run since its own time.

    Raises:
        Refused: "no_agenda".
    """
    said = reading(day, now, step, trail.run)
    if said.item is None:
        raise Refused("no_agenda")
    if said.mode in BY_HAND:
        return trail
    if said.mode in {Mode.PLAN, Mode.AFTER}:
        return Trail(_planned(day, said.item, now), _of_today(trail, now))
    return Trail(_begun(said.item, now), _of_today(trail, now))


def toggled(day: Day, trail: Trail, now: datetime, step: str = "") -> Trail:
    """Start, pause, or go on after a pause.

    Raises:
        Refused: "no_agenda".
    """
    was = reading(day, now, step, trail.run).mode
    trail = started(day, trail, now, step)
    if trail.run is None or was in {Mode.IDLE, Mode.BEFORE}:
        return trail
    run = trail.run
    if run.paused_at is None:
        return replace(trail, run=replace(run, paused_at=max(now, run.begun)))
    return replace(trail, run=resumed(run, now))


def resumed(run: Run, now: datetime) -> Run:
    """On again after a pause."""
    if run.paused_at is None:
        return run
    stood = max(0, (now - run.paused_at) // _SECOND)
    return replace(run, stood=run.stood + stood, paused_at=None)


def lengthened(run: Run, now: datetime, minutes: int) -> Run:
    """Minutes more, or less below zero. Where the time was out, that much from now.

    Taking away ends at 0:00, and a block has a minute at least.
    """
    rest = remaining(run, now)
    gone = run.allowed - int(rest / _SECOND)
    if minutes > 0:
        return replace(run, allowed=max(run.allowed, gone) + minutes * _MINUTE)
    if rest <= timedelta():
        return run
    return replace(run, allowed=max(_MINUTE, gone, run.allowed + minutes * _MINUTE))


def moved_on(day: Day, trail: Trail, now: datetime, step: str = "") -> Trail:
    """The next block begins now; before the day, and on another date, the block that stands there.

    Raises:
        Refused: "no_agenda", "last_block".
    """
    was = reading(day, now, step, trail.run)
    trail = started(day, trail, now, step)
    if trail.run is None or was.mode in {Mode.IDLE, Mode.BEFORE}:
        return trail
    after = beside(day, trail.run.item_id, 1)
    if after is None:
        raise Refused("last_block")
    stands = replace(trail.run, paused_at=trail.run.paused_at or now)
    return Trail(_begun(after, now), (*trail.left, stands))


def moved_back(day: Day, trail: Trail, now: datetime, step: str = "") -> Trail:
    """Back to the block before: with the time it had left, if it was left by hand.

    While the plan decides, the block before has run since its own time: the plan went on by itself,
    but the room did not.

    Raises:
        Refused: "no_agenda", "first_block".
    """
    was = reading(day, now, step, trail.run)
    if was.item is None:
        raise Refused("no_agenda")
    earlier = [one for one in _of_today(trail, now) if find(day.agenda, one.item_id) is not None]
    if was.mode in BY_HAND and earlier:
        return Trail(resumed(earlier[-1], now), tuple(earlier[:-1]))
    item = was.item if was.mode is Mode.AFTER else beside(day, was.item.id, -1)
    if item is None:
        raise Refused("first_block")
    if now.date() == day.workshop.date:
        return Trail(_planned(day, item, now))
    return Trail(_begun(item, now))


def begun_now(day: Day, trail: Trail, now: datetime, step: str = "") -> Trail:
    """The block begins now with all its time, such as where the day began late.

    Raises:
        Refused: "no_agenda".
    """
    item = reading(day, now, step, trail.run).item
    if item is None:
        raise Refused("no_agenda")
    return Trail(_begun(item, now), _of_today(trail, now))


def shifted(trail: Trail, by: timedelta) -> Trail:
    """As if all of it had happened that much later: the clock of the machine was set."""
    return Trail(
        _shifted(trail.run, by) if trail.run is not None else None,
        tuple(_shifted(run, by) for run in trail.left),
    )


def follow_edit(before: Day, after: Day, run: Run) -> Run:
    """The run when the agenda was edited: a block that alone got other minutes gets them here too.

    Where several blocks changed, as when what is left was spread, the time that runs is right.
    """
    old = {item.id: item.minutes for item in before.agenda}
    new = {item.id: item.minutes for item in after.agenda}
    changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    if changed != {run.item_id}:
        return run
    more = (new[run.item_id] - old[run.item_id]) * _MINUTE
    return replace(run, allowed=max(_MINUTE, run.allowed + more))


def beside(day: Day, item_id: str, way: int) -> AgendaItem | None:
    """The block so many places after that one, or before it below zero; None outside the agenda."""
    place = next(n for n, item in enumerate(day.agenda) if item.id == item_id) + way
    return day.agenda[place] if 0 <= place < len(day.agenda) else None


def _begun(item: AgendaItem, now: datetime) -> Run:
    return Run(item.id, now, max(_MINUTE, item.minutes * _MINUTE))


def _planned(day: Day, item: AgendaItem, now: datetime) -> Run:
    start = at_minute(day, clock_minutes(item.start), now)
    return replace(_begun(item, now), begun=min(start, now))


def _of_today(trail: Trail, now: datetime) -> tuple[Run, ...]:
    return tuple(run for run in trail.left if holds(run, now))


def _shifted(run: Run, by: timedelta) -> Run:
    paused_at = run.paused_at + by if run.paused_at is not None else None
    return replace(run, begun=run.begun + by, paused_at=paused_at)
