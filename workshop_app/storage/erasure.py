"""Erasing a person's name from a day: from the tables and from the log, the chain still whole."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from workshop_app.domain.day import Day, collections, find, rows, with_noun
from workshop_app.domain.refused import Refused
from workshop_app.storage import content, log
from workshop_app.storage.connection import sql
from workshop_app.storage.history import CONTENT_KINDS, ERASED, changes_from, changes_text
from workshop_app.storage.patch import RowChange, difference, values_of

_ROWS = "participants"


def without_name(day: Day, participant_id: str) -> Day:
    """The day with a participant's name gone; the role and everything else stays.

    Raises:
        Refused: "unknown_participant".
    """
    person = find(day.participants, participant_id)
    if person is None:
        raise Refused("unknown_participant")
    nameless = person.changed(name="")
    return replace(day, participants=with_noun(day.participants, nameless))


def all_rows(day: Day) -> tuple[RowChange, ...]:
    """The whole content, as the changes that would make it from nothing."""
    return tuple(
        RowChange(name, noun.id, None, values_of(noun))
        for name in collections()
        for noun in rows(day, name)
    )


def erase_person(connection: Connection, at: str, before: Day, participant_id: str) -> Day:
    """Erase the name from the row and from every event of content that holds it.

    The event that tells of it holds the whole content as it is now: what was changed later can
    still be replayed on it, though the bodies before are gone. Nothing before it can be undone.

    Returns:
        The day without the name.

    Raises:
        Refused: "unknown_participant".
    """
    after = without_name(before, participant_id)
    name = next(person.name for person in before.participants if person.id == participant_id)
    content.write(connection, difference(before, after))
    told = log.events(connection, *CONTENT_KINDS)
    holding = [event.seq for event in told if _holds(event, participant_id, name)]
    for seq in holding:
        log.erase(connection, seq)
    marks = ", ".join("?" * len(CONTENT_KINDS))
    gone = sql(
        connection,
        f"SELECT seq FROM event WHERE body IS NULL AND kind IN ({marks}) ORDER BY seq",  # noqa: S608
        CONTENT_KINDS,
    )
    body = {
        "participant": participant_id,
        "erased": [seq for (seq,) in gone],
        "changes": changes_text(all_rows(after)),
    }
    log.append(connection, at, ERASED, body)
    return after


def _holds(event: log.Event, participant_id: str, name: str) -> bool:
    """Whether an event tells the name of that participant, as it is or as it once was."""
    if event.body is None:
        return False
    if name and log.canonical(name)[1:-1] in log.canonical(event.body):
        return True
    return any(
        change.collection == _ROWS and change.key == participant_id and _named(change)
        for change in changes_from(event.body)
    )


def _named(change: RowChange) -> bool:
    return any(values and values["name"] for values in (change.before, change.after))
