"""Who is in the room: roles first, names if they are wanted, and who counts as a voter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import Participant, Unit
from workshop_app.domain.refused import Refused

TEXTS = ("role", "name", "group", "organisation", "task")
RIGHTS = ("votes_morning", "votes_afternoon", "present")


@dataclass(frozen=True, slots=True)
class Attendance:
    """The counts above the list.

    Attributes:
        people: All in the list; `present` those who are here.
        morning: May vote in the morning and are here, of `morning_all` who may.
        afternoon: The same for the afternoon.
        units: How many units there are; `missing` the names of those nobody is here from.
    """

    people: int
    present: int
    morning: int
    morning_all: int
    afternoon: int
    afternoon_all: int
    units: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A person as written in a list, with the unit by its name."""

    role: str
    unit: str = ""
    group: str = ""
    votes_morning: bool = True
    votes_afternoon: bool = True
    name: str = ""
    organisation: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What putting in a list did: the day, how many people and units are new, how many were in."""

    day: Day
    people: int
    units: int
    there: int


def attendance(day: Day) -> Attendance:
    """Who is here and counts."""
    here = [person for person in day.participants if person.present]
    from_units = {person.unit_id for person in here}
    return Attendance(
        people=len(day.participants),
        present=len(here),
        morning=sum(person.votes_morning for person in here),
        morning_all=sum(person.votes_morning for person in day.participants),
        afternoon=sum(person.votes_afternoon for person in here),
        afternoon_all=sum(person.votes_afternoon for person in day.participants),
        units=len(day.units),
        missing=tuple(unit.name for unit in day.units if unit.id not in from_units),
    )


def add_person(day: Day, key: str, draft: Draft, after: str = "") -> Day:
    """A new person after the one with the id `after`, else last.

    Raises:
        Refused: "role_missing".
    """
    _need_role(draft.role)
    new = _person(key, draft, _unit_ids(day.units))
    places = [place for place, person in enumerate(day.participants, 1) if person.id == after]
    place = places[0] if places else len(day.participants)
    people = (*day.participants[:place], new, *day.participants[place:])
    return replace(day, participants=_numbered(people))


def edit_text(day: Day, person_id: str, field: str, value: str) -> Day:
    """One of the texts about a person.

    Raises:
        Refused: "unknown_person", "role_missing".
        ValueError: if it is not one of `TEXTS`.
    """
    if field not in TEXTS:
        raise ValueError(field)
    if field == "role":
        _need_role(value)
    return _changed(day, person_id, {field: value})


def set_unit(day: Day, person_id: str, name: str, new_id: str = "") -> Day:
    """The person in the unit of that name; an empty name is no unit.

    Args:
        day: The day.
        person_id: Whom it is about.
        name: The unit's name, in any case.
        new_id: The id of a new unit, where a unit of that name is to be made if it is missing.

    Raises:
        Refused: "unknown_person", "unknown_unit" with the name.
    """
    if not name.strip():
        return _changed(day, person_id, {"unit_id": ""})
    unit_id = _unit_ids(day.units).get(_plain(name), "")
    if not unit_id and new_id:
        day, unit_id = replace(day, units=_with_unit(day.units, new_id, name)), new_id
    if not unit_id:
        raise Refused("unknown_unit", name=name.strip())
    return _changed(day, person_id, {"unit_id": unit_id})


def set_right(day: Day, people: Collection[str], field: str, *, value: bool) -> Day:
    """Present, or may vote in a half of the day, for one or several.

    Raises:
        Refused: "unknown_person".
        ValueError: if it is not one of `RIGHTS`.
    """
    if field not in RIGHTS:
        raise ValueError(field)
    for person_id in people:
        day = _changed(day, person_id, {field: value})
    return day


def remove_people(day: Day, people: Collection[str]) -> Day:
    """Without these.

    Raises:
        Refused: "person_has_voted" with the role, if one of them is done in a round that is not
            locked or cancelled; then the turnout would be more than the people.
    """
    for person_id in people:
        _refuse_voter(day, _find(day, person_id))
    gone = frozenset(people)
    kept = tuple(person for person in day.participants if person.id not in gone)
    return replace(day, participants=_numbered(kept))


def missing_units(day: Day, drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Names of units in a list that the day does not have, in the order they come."""
    known = _unit_ids(day.units)
    names = {_plain(d.unit): d.unit.strip() for d in drafts if d.unit.strip()}
    return tuple(name for plain, name in names.items() if plain not in known)


def put_people(day: Day, drafts: Sequence[Draft], keys: Iterator[str]) -> Added:
    """The people of a list beside those that are there, and the units they need.

    Somebody with the same role, name and unit as one who is there is not put in again; a list
    with the same role twice gives two people.

    Args:
        day: The day.
        drafts: The list.
        keys: Ids for new people and units.

    Raises:
        Refused: "role_missing" with the row.
    """
    for row, draft in enumerate(drafts, start=1):
        _need_role(draft.role, row)
    units = day.units
    missing = missing_units(day, drafts)
    for name in missing:
        units = _with_unit(units, next(keys), name)
    ids = _unit_ids(units)
    there = Counter(_same(person) for person in day.participants)
    new: list[Participant] = []
    for draft in drafts:
        person = _person(next(keys), draft, ids)
        if there[_same(person)]:
            there[_same(person)] -= 1
        else:
            new.append(person)
    people = _numbered((*day.participants, *new))
    after = replace(day, units=units, participants=people)
    return Added(after, len(new), len(missing), len(drafts) - len(new))


def drafts_of(day: Day) -> tuple[Draft, ...]:
    """The roles of the day as a list that can be used on another day; no names."""
    units = {unit.id: unit.name for unit in day.units}
    return tuple(
        Draft(
            role=person.role,
            unit=units.get(person.unit_id, ""),
            group=person.group,
            votes_morning=person.votes_morning,
            votes_afternoon=person.votes_afternoon,
            organisation=person.organisation,
            task=person.task,
        )
        for person in day.participants
    )


def matches(day: Day, person: Participant, text: str) -> bool:
    """Whether each word of the search is in the role, name, unit, group or organisation."""
    unit = find(day.units, person.unit_id)
    parts = (person.role, person.name, unit.name if unit else "", person.group, person.organisation)
    whole = " ".join(parts).casefold()
    return all(word in whole for word in text.casefold().split())


# --- parts ---------------------------------------------------------------------------------------


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _unit_ids(units: Iterable[Unit]) -> dict[str, str]:
    """Units by id and by name, in any case; a name counts before an id."""
    found = list(units)
    by_id = {_plain(unit.id): unit.id for unit in found}
    return by_id | {_plain(unit.name): unit.id for unit in found}


def _with_unit(units: tuple[Unit, ...], key: str, name: str) -> tuple[Unit, ...]:
    last = max((unit.position for unit in units), default=0) + 1
    return with_noun(units, Unit(id=key, name=name, position=last))


def _person(key: str, draft: Draft, units: dict[str, str]) -> Participant:
    return Participant(
        id=key,
        role=draft.role,
        name=draft.name,
        unit_id=units.get(_plain(draft.unit), ""),
        group=draft.group,
        organisation=draft.organisation,
        votes_morning=draft.votes_morning,
        votes_afternoon=draft.votes_afternoon,
        task=draft.task,
    )


def _same(person: Participant) -> tuple[str, str, str]:
    return _plain(person.role), _plain(person.name), person.unit_id


def _numbered(people: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple(
        person if person.position == place else person.changed(position=place)
        for place, person in enumerate(people, start=1)
    )


def _find(day: Day, person_id: str) -> Participant:
    person = find(day.participants, person_id)
    if person is None:
        raise Refused("unknown_person", person=person_id)
    return person


def _changed(day: Day, person_id: str, fields: dict[str, object]) -> Day:
    person = _find(day, person_id).changed(**fields)
    return replace(day, participants=with_noun(day.participants, person))


def _need_role(role: str, row: int | None = None) -> None:
    if not role.strip():
        raise Refused("role_missing", **({} if row is None else {"row": row}))


def _refuse_voter(day: Day, person: Participant) -> None:
    over = {RoundState.LOCKED, RoundState.CANCELLED}
    for standing in day.votes.values():
        if person.id in standing.done and standing.state not in over:
            raise Refused("person_has_voted", role=person.role)
