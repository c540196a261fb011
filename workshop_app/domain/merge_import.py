"""Reading a list into a day that is there already: what is new, what changes, what stays.

Rows in the day that are not in the list are kept as they are. Nothing is removed by reading in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from workshop_app.domain.day import Day, find, ordered, rows
from workshop_app.domain.material import begun_rounds, without_option
from workshop_app.domain.nouns import Initiative, Noun, VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import options_locked


class RowStatus(StrEnum):
    """What reading in does with a row of the list."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class FieldChange:
    """A field that gets another value.

    Attributes:
        field: Name of the field.
        old: What stands in the day.
        new: What the list says.
    """

    field: str
    old: object
    new: object


@dataclass(frozen=True)
class Incoming:
    """A row of the list as a whole noun, and the number of the row in its file."""

    row: int
    noun: Noun


@dataclass(frozen=True)
class Planned:
    """What reading in does with one row.

    Attributes:
        row: Number of the row in its file.
        noun: As it will be, in its place in the order.
        status: New, changed or the same.
        changes: Which fields change, for a row that changes.
    """

    row: int
    noun: Noun
    status: RowStatus
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class MergePlan:
    """What reading in a list does.

    Attributes:
        collection: Which list of the day.
        rows: The rows of the list, in its order.
        kept: What the day has and the list has not; it stays.
    """

    collection: str
    rows: tuple[Planned, ...]
    kept: tuple[Noun, ...] = ()

    def count(self, status: RowStatus) -> int:
        """How many rows are so."""
        return sum(row.status is status for row in self.rows)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to read in."""
        return any(row.status is not RowStatus.SAME for row in self.rows)


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same to a person: case and spaces do not count."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def known_again(nouns: Iterable[Noun], field: str, title: str) -> Noun | None:
    """The one noun with that title; None if there is none, or several to choose between."""
    found = [noun for noun in nouns if same_title(str(getattr(noun, field, "")), title)]
    return found[0] if len(found) == 1 else None


def merge_plan(day: Day, collection: str, incoming: Sequence[Incoming]) -> MergePlan:
    """What would happen; nothing happens yet.

    Args:
        day: The day as it is.
        collection: Which list of the day.
        incoming: The rows, each a whole noun with the id it has in the day or will have.
    """
    there = rows(day, collection)
    last = max((noun.position for noun in there), default=0)
    planned: list[Planned] = []
    for each in incoming:
        old = find(there, each.noun.id)
        if old is None:
            last += 1
            new = each.noun.changed(position=last)
            planned.append(Planned(each.row, new, RowStatus.NEW))
            continue
        noun = each.noun.changed(position=old.position)
        changes = _changes(old, noun)
        status = RowStatus.CHANGED if changes else RowStatus.SAME
        planned.append(Planned(each.row, noun, status, changes))
    told = {each.noun.id for each in incoming}
    return MergePlan(collection, tuple(planned), tuple(n for n in there if n.id not in told))


def merged(day: Day, plan: MergePlan) -> Day:
    """The day with the list read in.

    An initiative whose level the law now fixes leaves the rounds that have not been opened.

    Raises:
        Refused: "round_begun" with its name, if a round that has been opened would change.
    """
    there = rows(day, plan.collection)
    touched = [row.noun for row in plan.rows if row.status is not RowStatus.SAME]
    for noun in touched:
        old = find(there, noun.id)
        held = held_by_vote(day, old, noun) if old else None
        if held:
            raise Refused("round_begun", round=held.round_name)
        if isinstance(noun, Initiative) and noun.level_fixed_by_law:
            day = without_option(day, noun.id)
    ids = {noun.id for noun in touched}
    stay = [noun for noun in rows(day, plan.collection) if noun.id not in ids]
    content: dict[str, Any] = {plan.collection: ordered([*stay, *touched])}
    return replace(day, **content)


@dataclass(frozen=True)
class HeldByVote:
    """A field that may not change, and the round that holds it."""

    field: str
    round_name: str


def held_by_vote(day: Day, old: Noun, new: Noun) -> HeldByVote | None:
    """What a round that has been opened holds of a row: votes are counted by it."""
    if isinstance(old, VotingRound):
        locked = options_locked(day.standing(old.id)) and new.changed(position=old.position) != old
        return HeldByVote("name", old.name) if locked else None
    begun = set(begun_rounds(day, old.id))
    for voting in (each for each in day.rounds if each.id in begun):
        if voting.per_track and _differs(old, new, "track_id"):
            return HeldByVote("track_id", voting.name)
        if _differs(old, new, "level_fixed_by_law"):
            return HeldByVote("level_fixed_by_law", voting.name)
    return None


def _differs(old: Noun, new: Noun, field: str) -> bool:
    return bool(getattr(old, field, None) != getattr(new, field, None))


def _changes(old: Noun, new: Noun) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, getattr(old, name), getattr(new, name))
        for name in type(old).model_fields
        if getattr(old, name) != getattr(new, name)
    )
