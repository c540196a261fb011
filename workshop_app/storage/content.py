"""The day's content in its tables: SQLModel rows in, nouns out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session, select

from workshop_app.domain.day import Day, ordered
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import Noun
from workshop_app.domain.refused import Refused
from workshop_app.storage.connection import sql
from workshop_app.storage.patch import NOUNS, RowChange, Values
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.tables import ROWS

# What a ballot was filled in by; names may still be mended, and lots drawn once after the close.
_FIXED_BY_OPENING = ("method", "options", "answers", "secrecy", "per_track", "half", "split_by")
_FIXED_BY_VOTES = ("dots", "cap", "stops", "may_abstain", "counts_hands", "threshold_percent")


def read_day(connection: Connection) -> Day:
    """The content of the day, without its votes.

    Raises:
        FileRefused: "damaged" if there is not exactly one workshop; "altered" if a value is not
            one of ours.
    """
    found: dict[str, Any] = {}
    with Session(connection) as session:
        for name, row in ROWS.items():
            try:
                rows = session.exec(select(row)).all()
                found[name] = ordered(_noun(name, each) for each in rows)
            except (ValueError, LookupError, TypeError):  # what a flipped bit can make of a value
                raise FileRefused("altered", table=name) from None
    if len(found["workshop"]) != 1:
        raise FileRefused("damaged", table="workshop")
    (found["workshop"],) = found["workshop"]
    return Day(**found)


def _noun(name: str, row: Noun) -> Noun:
    return NOUNS[name].model_validate(row.model_dump())


def write(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Make the changes in the running transaction.

    Raises:
        FileRefused: "altered" if a row is not where the change says it is.
        Refused: "round_has_votes" if a round that is being voted on would go, or change under its
            ballots.
    """
    # In a group every act has its savepoint; by default the session would open one more inside it
    # and roll it back when it is closed, with the rows and without the event.
    with Session(connection, join_transaction_mode="rollback_only") as session:
        for change in changes:
            if change.collection == "rounds":
                _guard_round(connection, change)
            _write(session, change)
        session.flush()


def _write(session: Session, change: RowChange) -> None:
    kind = ROWS[change.collection]
    if change.before is None:
        session.add(kind(**_values(change)))
        return
    row = session.get(kind, change.key)
    if row is None:
        raise FileRefused("altered", table=change.collection)
    if change.after is None:
        session.delete(row)
        session.flush()  # a new workshop may take the place of the old one
        return
    for name, value in _values(change).items():
        setattr(row, name, value)


def _values(change: RowChange) -> dict[str, Any]:
    return NOUNS[change.collection].model_validate(change.after).model_dump()


def _guard_round(connection: Connection, change: RowChange) -> None:
    """Undo and edits never touch a vote."""
    row = sql(
        connection, "SELECT state FROM vote_round WHERE round_id = ?", (change.key,)
    ).fetchone()
    if row is None or change.before is None:
        return
    if change.after is None:
        raise Refused("round_has_votes", round=change.before["name"])
    fixed: tuple[str, ...] = _FIXED_BY_OPENING
    if row[0] != RoundState.OPEN or _anybody_voted(connection, change.key):
        fixed = (*fixed, *_FIXED_BY_VOTES)
    if row[0] != RoundState.OPEN and change.before["tie_order"]:
        fixed = (*fixed, "tie_order")
    if change.before["run_off_of"] == change.key:
        fixed = (*fixed, "run_off_of")
    if _picked(change.before, fixed) != _picked(change.after, fixed):
        raise Refused("round_has_votes", round=change.before["name"])


def _picked(values: Values, names: tuple[str, ...]) -> list[Any]:
    return [values[name] for name in names]


def _anybody_voted(connection: Connection, round_id: str) -> bool:
    (found,) = sql(
        connection,
        "SELECT EXISTS (SELECT 1 FROM roll WHERE round_id = ?)"
        " OR EXISTS (SELECT 1 FROM open_roll WHERE round_id = ? AND marks <> '')"
        " OR EXISTS (SELECT 1 FROM hand_count WHERE round_id = ?)",
        (round_id, round_id, round_id),
    ).fetchone()
    return bool(found)
