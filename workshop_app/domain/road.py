"""The road map: which milestones stand where, what to look over, and moving them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import EvidenceType, MilestoneStatus, RoundMethod
from workshop_app.domain.nouns import Milestone, Track
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import revealed

QUARTERS = 4
CROWDED = 3
BUSY = 2
WEAK_STRENGTH = 1
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FACTS = ("what", "when", "owner", "measure", "desired_state", "evidence")


@dataclass(frozen=True, slots=True)
class Stone:
    """A milestone on the road; `quarter` is None where only the year is set."""

    milestone_id: str
    code: str
    label: str
    year: int
    quarter: int | None
    weak: bool
    owner_role: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A track with its letter and its stones in time order."""

    track_id: str
    letter: str
    name: str
    stones: tuple[Stone, ...]


@dataclass(frozen=True, slots=True)
class CrowdedQuarter:
    """A quarter with three milestones or more where someone answers for several of them."""

    year: int
    quarter: int
    milestone_ids: tuple[str, ...]
    busy: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RoadView:
    """The road map.

    Attributes:
        first_year: The year of the day.
        last_year: The end of the plan.
        lanes: The tracks in order, empty ones too.
        per_year: Year -> number of stones, for every year of the road.
        going_on: Milestones that go on, those without a year included.
        total: All milestones of the day.
        without_year: Milestones that go on but have no year, or one outside the road.
        crowded: Quarters to look over.
        weak: Codes and ids of stones with weak evidence.
        shared: Milestones shared between units or with others outside.
        shared_by_all: Those that concern every unit in the room.
    """

    first_year: int
    last_year: int
    lanes: tuple[Lane, ...]
    per_year: tuple[tuple[int, int], ...]
    going_on: int
    total: int
    without_year: tuple[str, ...]
    crowded: tuple[CrowdedQuarter, ...]
    weak: tuple[tuple[str, str], ...]
    shared: tuple[str, ...]
    shared_by_all: tuple[str, ...]


def track_letter(index: int) -> str:
    """A, B, C ... for the first, second, third track; AA after Z."""
    more, place = divmod(index, len(_LETTERS))
    return (_LETTERS[more - 1] if more else "") + _LETTERS[place]


def codes(day: Day) -> dict[str, str]:
    """Milestone -> code such as A3: the track's letter, and the place among all in the track."""
    found: dict[str, str] = {}
    for index, track in enumerate(day.tracks):
        for number, milestone in enumerate(_of_track(day, track), start=1):
            found[milestone.id] = f"{track_letter(index)}{number}"
    return found


def is_weak(milestone: Milestone) -> bool:
    """Whether the evidence is weak: missing, or of the lowest strength."""
    missing = milestone.evidence_type is EvidenceType.MISSING
    return missing or milestone.evidence_strength == WEAK_STRENGTH


def missing_facts(milestone: Milestone) -> tuple[str, ...]:
    """Which of the six facts a milestone lacks; the title is always there."""
    missing_evidence = milestone.evidence_type is EvidenceType.MISSING or not milestone.evidence
    there = {
        "what": bool(milestone.title),
        "when": milestone.year is not None,
        "owner": bool(milestone.owner_role),
        "measure": bool(milestone.measure),
        "desired_state": bool(milestone.desired_state),
        "evidence": not missing_evidence,
    }
    return tuple(fact for fact in FACTS if not there[fact])


def road_view(day: Day) -> RoadView:
    """The road map of the day."""
    first, last = day.workshop.date.year, day.workshop.plan_end_year
    years = range(first, last + 1)
    going = tuple(one for one in day.milestones if one.goes_on)
    placed = tuple(one for one in going if one.year in years)
    names = codes(day)
    shared = tuple(one for one in going if _is_shared(one))
    return RoadView(
        first_year=first,
        last_year=last,
        lanes=tuple(
            Lane(track.id, track_letter(index), track.name, _stones(placed, track, names))
            for index, track in enumerate(day.tracks)
        ),
        per_year=tuple((year, sum(one.year == year for one in placed)) for year in years),
        going_on=len(going),
        total=len(day.milestones),
        without_year=tuple(one.id for one in going if one.year not in years),
        crowded=_crowded(placed),
        weak=tuple((names.get(one.id, ""), one.id) for one in going if is_weak(one)),
        shared=tuple(one.id for one in shared),
        shared_by_all=tuple(one.id for one in shared if _concerns_all(day, one)),
    )


def move_quarter(day: Day, milestone_id: str, steps: int) -> Day:
    """Move a milestone so many quarters, back when below 0; one without quarter stands last.

    Raises:
        Refused: "unknown_milestone", "year_missing", "after_plan_end" and "before_day" with the
            year it would have got and the limit.
    """
    milestone = _milestone(day, milestone_id)
    if milestone.year is None:
        raise Refused("year_missing", milestone=milestone_id)
    index = milestone.year * QUARTERS + (milestone.quarter or QUARTERS) - 1 + steps
    year, quarter = divmod(index, QUARTERS)
    _check_year(day, year, forward=steps > 0)
    return _with(day, milestone.changed(year=year, quarter=quarter + 1))


def set_aside(day: Day, milestone_id: str) -> Day:
    """Take a milestone off the road; it is kept.

    Raises:
        Refused: "unknown_milestone".
    """
    return _with(day, _milestone(day, milestone_id).changed(goes_on=False))


def take_back(day: Day, milestone_id: str) -> Day:
    """Put a milestone on the road.

    Raises:
        Refused: "unknown_milestone".
    """
    return _with(day, _milestone(day, milestone_id).changed(goes_on=True))


def chosen_and_off(day: Day) -> tuple[str, ...]:
    """What the newest vote with dots that the room has seen chose, and is not on the road."""
    shown = revealed(day, RoundMethod.DOTS)
    if not shown:
        return ()
    chosen = {one.id for one in shown[-1][1].options if one.outcome == "chosen"}
    return tuple(
        one.id
        for one in day.milestones
        if one.id in chosen and not one.goes_on and one.status is not MilestoneStatus.DROPPED
    )


def take_chosen(day: Day) -> Day:
    """Put all that the vote chose on the road; those that share the last place are not among them.

    Raises:
        Refused: "nothing_new" if all of them are there.
    """
    keys = frozenset(chosen_and_off(day))
    if not keys:
        raise Refused("nothing_new")
    milestones = tuple(
        one.changed(goes_on=True) if one.id in keys else one for one in day.milestones
    )
    return replace(day, milestones=milestones)


def _check_year(day: Day, year: int, *, forward: bool) -> None:
    """Refuse a step out of the road; a stone outside it may always step towards it."""
    end, start = day.workshop.plan_end_year, day.workshop.date.year
    if forward and year > end:
        raise Refused("after_plan_end", year=year, end=end)
    if not forward and year < start:
        raise Refused("before_day", year=year, start=start)


def _milestone(day: Day, milestone_id: str) -> Milestone:
    found = find(day.milestones, milestone_id)
    if found is None:
        raise Refused("unknown_milestone", milestone=milestone_id)
    return found


def _with(day: Day, milestone: Milestone) -> Day:
    return replace(day, milestones=with_noun(day.milestones, milestone))


def _of_track(day: Day, track: Track) -> tuple[Milestone, ...]:
    return tuple(one for one in day.milestones if one.track_id == track.id)


def _stones(
    placed: tuple[Milestone, ...], track: Track, names: dict[str, str]
) -> tuple[Stone, ...]:
    stones = [
        Stone(
            milestone_id=one.id,
            code=names[one.id],
            label=one.label,
            year=one.year,
            quarter=one.quarter,
            weak=is_weak(one),
            owner_role=one.owner_role,
            shared=_is_shared(one),
        )
        for one in placed
        if one.track_id == track.id and one.year is not None
    ]
    return tuple(sorted(stones, key=_when))


def _when(stone: Stone) -> tuple[int, int]:
    return stone.year, stone.quarter or QUARTERS


def _crowded(placed: tuple[Milestone, ...]) -> tuple[CrowdedQuarter, ...]:
    quarters: dict[tuple[int, int], list[Milestone]] = {}
    for one in placed:
        if one.year is not None and one.quarter is not None:
            quarters.setdefault((one.year, one.quarter), []).append(one)
    found = []
    for (year, quarter), stones in sorted(quarters.items()):
        owners = Counter(one.owner_role for one in stones if one.owner_role)
        busy = tuple((role, number) for role, number in owners.most_common() if number >= BUSY)
        if len(stones) >= CROWDED and busy:
            ids = tuple(one.id for one in stones)
            found.append(CrowdedQuarter(year, quarter, ids, busy))
    return tuple(found)


def _is_shared(milestone: Milestone) -> bool:
    return bool(milestone.shared_with or milestone.shared_with_external)


def _concerns_all(day: Day, milestone: Milestone) -> bool:
    """Whether the owner's unit and those it is shared with are all the units in the room."""
    owner = {one.unit_id for one in day.participants if one.role == milestone.owner_role}
    room = {one.unit_id for one in day.participants if one.unit_id}
    return bool(room) and room <= owner.union(milestone.shared_with)
