"""The difference between two days, row by row. Pure: it neither reads nor writes a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from workshop_app.domain import nouns
from workshop_app.domain.day import Day, collections, ordered, rows
from workshop_app.domain.nouns import Noun

Values = Mapping[str, Any]

NOUNS: Mapping[str, type[Noun]] = MappingProxyType(
    {
        "workshop": nouns.Workshop,
        "boards": nouns.Board,
        "units": nouns.Unit,
        "participants": nouns.Participant,
        "documents": nouns.SteeringDocument,
        "tracks": nouns.Track,
        "ideas": nouns.Idea,
        "milestones": nouns.Milestone,
        "follow_ups": nouns.FollowUp,
        "activities": nouns.ReviewedActivity,
        "need_parts": nouns.NeedPart,
        "forecast": nouns.ForecastLine,
        "referrals": nouns.Referral,
        "indicators": nouns.Indicator,
        "initiatives": nouns.Initiative,
        "frames": nouns.FrameAlternative,
        "portfolios": nouns.Portfolio,
        "stances": nouns.Stance,
        "agenda": nouns.AgendaItem,
        "calendar": nouns.CalendarStep,
        "recipients": nouns.Recipient,
        "rounds": nouns.VotingRound,
        "challenges": nouns.Challenge,
        "directions": nouns.Direction,
    }
)
"""Collection -> what it holds."""


@dataclass(frozen=True)
class RowChange:
    """One row before and after; None = it is not there.

    Attributes:
        collection: Name of the collection.
        key: The row's id.
        before: All fields as plain JSON values, or None.
        after: Likewise.
    """

    collection: str
    key: str
    before: Values | None
    after: Values | None


class StaleChange(ValueError):  # noqa: N818 - says what it is
    """A change was made for another day than this one."""


def values_of(noun: Noun) -> dict[str, Any]:
    """All fields of a noun as plain JSON values."""
    return noun.model_dump(mode="json")


def difference(before: Day, after: Day) -> tuple[RowChange, ...]:
    """What must be written to turn one day into the other. Votes are not content."""
    return tuple(change for name in collections() for change in _differences(name, before, after))


def _differences(name: str, before: Day, after: Day) -> Iterator[RowChange]:
    if getattr(before, name) is getattr(after, name):
        return
    old = {noun.id: noun for noun in rows(before, name)}
    new = {noun.id: noun for noun in rows(after, name)}
    for key in old.keys() - new.keys():
        yield RowChange(name, key, values_of(old[key]), None)
    for key, noun in new.items():
        if key not in old:
            yield RowChange(name, key, None, values_of(noun))
        elif old[key] != noun:
            yield RowChange(name, key, values_of(old[key]), values_of(noun))


def applied(day: Day, changes: Iterable[RowChange]) -> Day:
    """The day with the changes made.

    Raises:
        StaleChange: if a row is not as the change says it was; or the day would have no workshop,
            or more than one.
    """
    found: dict[str, dict[str, Noun]] = {}
    for change in changes:
        if change.collection not in found:
            found[change.collection] = {n.id: n for n in rows(day, change.collection)}
        _apply(found[change.collection], change)
    content: dict[str, Any] = {name: ordered(held.values()) for name, held in found.items()}
    if "workshop" in content:
        if len(content["workshop"]) != 1:
            raise StaleChange("workshop")
        (content["workshop"],) = content["workshop"]
    return replace(day, **content)


def _apply(held: dict[str, Noun], change: RowChange) -> None:
    noun = held.pop(change.key, None)
    if (values_of(noun) if noun else None) != change.before:
        raise StaleChange(change.collection)
    if change.after is not None:
        held[change.key] = NOUNS[change.collection].model_validate(change.after)


def inverse(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """The changes that take these back, last first."""
    return tuple(
        RowChange(change.collection, change.key, change.after, change.before)
        for change in reversed(tuple(changes))
    )
