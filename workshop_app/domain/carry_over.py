"""A new day from an earlier one: what comes along, and what is new, changed or dropped since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_app.domain.day import Day, find
from workshop_app.domain.day_rules import NAME_FIELDS
from workshop_app.domain.kinds import DayStatus, FollowUpStatus, MilestoneStatus
from workshop_app.domain.nouns import FollowUp, Milestone, VotingRound, Workshop
from workshop_app.domain.templates import filled

FOLLOWED = "F-"
"""What the id of a follow-up begins with; the milestone's id comes after."""

_KEPT = (
    *NAME_FIELDS,
    "municipality",
    "inhabitants",
    "department",
    "board",
    "owner_role",
    "contact",
    "ground_rules",
    "sign_rule",
    "result_target",
    "result_target_permille",
    "start",
    "end",
)
COMPARED = ("title", "short_name", "year", "quarter", "owner_role", "measure", "track_id")
"""What makes a milestone another than it was, as it is named in both nouns."""

_QUARTER_MONTHS = 3
_LAST_QUARTER = 4


class SinceLast(StrEnum):
    """How a milestone stands to the earlier day. Stored in `Milestone.since_last`."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Since:
    """How many milestones are new, changed and dropped since the earlier day."""

    new: int
    changed: int
    dropped: int


def carried_over(earlier: Day, workshop: Workshop) -> Day:
    """A new day that goes on where an earlier one ended.

    Along come the local names, the plan and its tracks (locked again), the milestones with their
    status, the people (all ticked as here), units, boards, documents, the agenda and how was voted,
    the steps of the year and who gets what. Along do not come ideas, votes, money, proposals.
    Every milestone that went on, or was dropped, becomes something to follow up.

    Args:
        earlier: The day to go on from.
        workshop: The new day; what it has written itself is kept.
    """
    day = Day(
        workshop=_workshop(earlier.workshop, workshop),
        boards=earlier.boards,
        units=earlier.units,
        participants=tuple(person.changed(present=True) for person in earlier.participants),
        documents=earlier.documents,
        tracks=tuple(track.changed(locked=True) for track in earlier.tracks),
        milestones=tuple(_carried(milestone) for milestone in earlier.milestones),
        follow_ups=follow_ups(earlier, workshop.date),
        activities=earlier.activities,
        recipients=tuple(one.changed(by=None, sent_on=None) for one in earlier.recipients),
        calendar=tuple(step for step in earlier.calendar if step.date >= workshop.date),
    )
    rounds = tuple(filled(day, _anew(voting)) for voting in earlier.rounds if _first(voting))
    return replace(day, agenda=earlier.agenda, rounds=rounds)


def follow_ups(earlier: Day, date: dt.date) -> tuple[FollowUp, ...]:
    """What to follow up: the milestones that went on or were dropped, in the order of the day.

    One whose quarter is over before `date` is taken as delayed until somebody says it is reached;
    one that was dropped is dropped; any other is on its way.
    """
    found = [m for m in earlier.milestones if m.goes_on or m.status is MilestoneStatus.DROPPED]
    return tuple(
        FollowUp(
            id=f"{FOLLOWED}{milestone.id}",
            position=place,
            from_day=earlier.workshop.title,
            from_date=earlier.workshop.date,
            track_id=milestone.track_id,
            year=milestone.year,
            quarter=milestone.quarter,
            title=milestone.title,
            short_name=milestone.short_name,
            owner_role=milestone.owner_role,
            measure=milestone.measure,
            status=_status(milestone, date),
        )
        for place, milestone in enumerate(found, start=1)
    )


def since_last(day: Day, milestone: Milestone) -> SinceLast | None:
    """How a milestone stands to the earlier day; None if the day began from nothing.

    A milestone that came along is compared with what is followed up of it; one that did not come
    along is new.
    """
    if not any(m.since_last for m in day.milestones):
        return None
    if not milestone.since_last:
        return SinceLast.NEW
    known = milestone.since_last in set(SinceLast)
    stored = SinceLast(milestone.since_last) if known else SinceLast.SAME
    before = find(day.follow_ups, f"{FOLLOWED}{milestone.id}")
    off_the_road = before is not None and not milestone.goes_on
    if milestone.status is MilestoneStatus.DROPPED or off_the_road:
        return SinceLast.DROPPED
    if before is None:
        return stored
    same = all(getattr(milestone, field) == getattr(before, field) for field in COMPARED)
    return SinceLast.SAME if same else SinceLast.CHANGED


def since(day: Day) -> Since:
    """All of them counted."""
    marks = [since_last(day, milestone) for milestone in day.milestones]
    return Since(*(marks.count(m) for m in (SinceLast.NEW, SinceLast.CHANGED, SinceLast.DROPPED)))


def _workshop(earlier: Workshop, new: Workshop) -> Workshop:
    own = type(new)(id=new.id, title=new.title, date=new.date)
    kept = {
        field: getattr(earlier, field)
        for field in _KEPT
        if getattr(new, field) == getattr(own, field)
    }
    plan = {"plan_period": earlier.plan_period, "plan_end_year": earlier.plan_end_year}
    return new.changed(status=DayStatus.DRAFT, **kept, **plan)


def _carried(milestone: Milestone) -> Milestone:
    return milestone.changed(since_last=SinceLast.SAME.value)


def _first(voting: VotingRound) -> bool:
    """The first round of its question; later ones and run-offs belong to their own day."""
    return voting.number == 1 and not voting.run_off_of


def _anew(voting: VotingRound) -> VotingRound:
    return voting.changed(electorate=0, tie_order=(), headings_confirmed=False)


def _status(milestone: Milestone, date: dt.date) -> FollowUpStatus:
    if milestone.status is MilestoneStatus.DROPPED:
        return FollowUpStatus.DROPPED
    if milestone.year is None:
        return FollowUpStatus.ON_TRACK
    quarter = milestone.quarter or _LAST_QUARTER
    now = (date.year, (date.month - 1) // _QUARTER_MONTHS + 1)
    return FollowUpStatus.DELAYED if (milestone.year, quarter) < now else FollowUpStatus.ON_TRACK
