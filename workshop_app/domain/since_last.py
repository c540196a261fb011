"""What each milestone is compared with: how it stood when the earlier day ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from workshop_app.domain.carry_over import COMPARED, FOLLOWED, SinceLast, since_last
from workshop_app.domain.day import Day, find
from workshop_app.domain.nouns import FollowUp, Milestone


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that is another than it was: its name, and both values as text (tracks by name)."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SinceRow:
    """A milestone that is new, changed or dropped since the earlier day.

    Attributes:
        key: The milestone's id; it may be gone from the day.
        track_id: The track it stands in, or stood in.
        label: Its short name or title.
        mark: What has happened.
        changes: What is changed, where the mark is that.
    """

    key: str
    track_id: str
    label: str
    mark: SinceLast
    changes: tuple[FieldChange, ...] = ()


def has_earlier(day: Day) -> bool:
    """Whether the day goes on from an earlier one."""
    return any(one.since_last for one in day.milestones) or bool(_left(day))


def earlier_name(day: Day) -> str:
    """What the earlier day was called; empty where nothing tells."""
    return next((one.from_day for one in day.follow_ups if one.from_day), "")


def since_row(day: Day, milestone: Milestone) -> SinceRow | None:
    """How one milestone stands to the earlier day; None if it is as it was."""
    mark = since_last(day, milestone)
    if mark is None or mark is SinceLast.SAME:
        return None
    changes = _changes(day, milestone) if mark is SinceLast.CHANGED else ()
    return SinceRow(milestone.id, milestone.track_id, milestone.label, mark, changes)


def since_rows(day: Day) -> tuple[SinceRow, ...]:
    """All that is new, changed or dropped, track by track in the order of the day."""
    found = [row for m in day.milestones if (row := since_row(day, m)) is not None]
    found += [
        SinceRow(
            one.id.removeprefix(FOLLOWED),
            one.track_id,
            one.short_name or one.title,
            SinceLast.DROPPED,
        )
        for one in _left(day)
    ]
    places = {track.id: place for place, track in enumerate(day.tracks)}
    return tuple(sorted(found, key=partial(_place_of, places)))


def _place_of(places: Mapping[str, int], row: SinceRow) -> int:
    return places.get(row.track_id, len(places))


def _left(day: Day) -> tuple[FollowUp, ...]:
    """What is followed up but is no longer among the milestones."""
    came_along = [one for one in day.follow_ups if one.id.startswith(FOLLOWED)]
    return tuple(
        one for one in came_along if find(day.milestones, one.id.removeprefix(FOLLOWED)) is None
    )


def _changes(day: Day, milestone: Milestone) -> tuple[FieldChange, ...]:
    before = find(day.follow_ups, f"{FOLLOWED}{milestone.id}")
    return tuple(_differing(day, before, milestone)) if before is not None else ()


def _differing(day: Day, before: FollowUp, after: Milestone) -> Iterator[FieldChange]:
    for field in COMPARED:
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield FieldChange(field, _text(day, field, was), _text(day, field, now))


def _text(day: Day, field: str, value: object) -> str:
    if field == "track_id":
        track = find(day.tracks, str(value))
        return track.name if track is not None else str(value)
    return "" if value is None else str(value)
