"""The day itself: its facts and local names, the budget year, and who gets what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.nouns import CalendarStep, Recipient, Workshop
from workshop_app.domain.refused import Refused

NAME_FIELDS = (
    "forum_name",
    "process_name",
    "plan_name",
    "plan_former_name",
    "track_name",
    "track_short_name",
    "milestone_name",
    "initiative_name",
)
TEXT_FIELDS = (
    "title",
    "venue",
    "municipality",
    "department",
    "owner_role",
    "purpose",
    "expected_result",
    "ground_rules",
    "contact",
    *NAME_FIELDS,
)
_NUMBERS_IN_A_DATE = 8
EARLIEST, LATEST = 2000, 2199


def read_date(text: str) -> dt.date:
    """A date a person wrote: 2027-04-22, 20270422, 2027/4/22 or 22/4 2027.

    Raises:
        Refused: "date_unreadable".
    """
    parts = text.strip().replace("/", " ").replace("-", " ").replace(".", " ").split()
    if len(parts) == 1 and len(parts[0]) == _NUMBERS_IN_A_DATE:
        whole = parts[0]
        parts = [whole[:4], whole[4:6], whole[6:]]
    if parts and len(parts[-1]) == 4:  # noqa: PLR2004 - the year is written last
        parts.reverse()
    try:
        year, month, day = (int(part) for part in parts)
        date = dt.date(year, month, day)
    except ValueError as error:
        raise Refused("date_unreadable", value=text) from error
    if not EARLIEST <= date.year <= LATEST:
        raise Refused("date_unreadable", value=text)
    return date


def edit_text(day: Day, field: str, value: str) -> Day:
    """One of the day's texts or local names as written.

    Raises:
        Refused: "title_missing" if the day is left without a name.
        ValueError: if it is not one of `TEXT_FIELDS`.
    """
    if field not in TEXT_FIELDS:
        raise ValueError(field)
    if field == "title" and not value.strip():
        raise Refused("title_missing")
    return _with_workshop(day, day.workshop.changed(**{field: value}))


def edit_date(day: Day, date: dt.date) -> Day:
    """The day on another date."""
    return _with_workshop(day, day.workshop.changed(date=date))


def _with_workshop(day: Day, workshop: Workshop) -> Day:
    return replace(day, workshop=workshop)


# --- the budget year -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarEdit:
    """What is asked about a step of the year."""

    date: dt.date
    event: str
    content: str = ""
    kind: str = ""


def put_step(day: Day, key: str, edit: CalendarEdit) -> Day:
    """A step of the year, new or edited; the year stands in the order of its dates.

    Raises:
        Refused: "event_missing".
    """
    if not edit.event.strip():
        raise Refused("event_missing")
    step = CalendarStep(
        id=key, date=edit.date, event=edit.event, content=edit.content, kind=edit.kind
    )
    return replace(day, calendar=by_date(with_noun(day.calendar, step)))


def remove_step(day: Day, step_id: str) -> Day:
    """Without that step.

    Raises:
        Refused: "unknown_item".
    """
    _known(find(day.calendar, step_id) is not None, step_id)
    return replace(day, calendar=tuple(s for s in day.calendar if s.id != step_id))


def add_steps(
    day: Day, steps: Iterable[CalendarStep], instead_of: Iterable[CalendarStep] = ()
) -> Day:
    """The steps of a template beside those that are there; the same event twice in a month is one.

    Args:
        day: The day.
        steps: Those of the template.
        instead_of: Those of the other templates; what nobody has changed of them goes.

    Raises:
        Refused: "nothing_new" if all of them are there already.
    """
    others = [_unplaced(step) for step in instead_of]
    kept = tuple(step for step in day.calendar if _unplaced(step) not in others)
    there = {(s.event.casefold(), s.date.year, s.date.month) for s in kept}
    new = [s for s in steps if (s.event.casefold(), s.date.year, s.date.month) not in there]
    if not new:
        raise Refused("nothing_new")
    return replace(day, calendar=by_date((*kept, *new)))


def _unplaced(step: CalendarStep) -> CalendarStep:
    return step.changed(position=0)


def by_date(steps: Iterable[CalendarStep]) -> tuple[CalendarStep, ...]:
    """In the order of the dates, numbered so."""
    found = sorted(steps, key=lambda step: (step.date, step.position))
    return tuple(step.changed(position=place) for place, step in enumerate(found, start=1))


# --- who gets what -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RecipientEdit:
    """What is asked about one who gets something; `by` None = no date yet."""

    name: str
    kind: str = ""
    gets: str = ""
    by: dt.date | None = None


def put_recipient(day: Day, key: str, edit: RecipientEdit) -> Day:
    """One who gets something, new (last) or edited.

    Raises:
        Refused: "recipient_missing" without a name.
    """
    if not edit.name.strip():
        raise Refused("recipient_missing")
    old = find(day.recipients, key)
    fields = {"name": edit.name, "kind": edit.kind, "gets": edit.gets, "by": edit.by}
    last = max((each.position for each in day.recipients), default=0) + 1
    new = (
        old.changed(**fields)
        if old is not None
        else Recipient.model_validate({"id": key, "position": last, **fields})
    )
    return replace(day, recipients=with_noun(day.recipients, new))


def remove_recipient(day: Day, key: str) -> Day:
    """Without that one.

    Raises:
        Refused: "unknown_item".
    """
    _known(find(day.recipients, key) is not None, key)
    return replace(day, recipients=tuple(r for r in day.recipients if r.id != key))


def _known(found: bool, key: str) -> None:  # noqa: FBT001 - a fact, not a mode
    if not found:
        raise Refused("unknown_item", item=key)
