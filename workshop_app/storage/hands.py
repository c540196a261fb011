"""A show of hands in its table: one count, and perhaps a second person's."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.refused import Refused
from workshop_app.storage import log
from workshop_app.storage.connection import sql

_Counts = Mapping[str, Mapping[str, int]]


def must_agree(hands: HandCount) -> None:
    """What two people counted must be the same.

    Raises:
        Refused: "counts_differ_between_counters" with option, answer, first and second.
    """
    if hands.second is None:
        return
    first, second = _flat(hands.counts), _flat(hands.second)
    for option, answer in sorted(first.keys() | second.keys()):
        pair = first.get((option, answer), 0), second.get((option, answer), 0)
        if pair[0] != pair[1]:
            raise Refused(
                "counts_differ_between_counters",
                option=option,
                answer=answer,
                first=pair[0],
                second=pair[1],
            )


def _flat(counts: _Counts) -> dict[tuple[str, str], int]:
    return {
        (option, answer): number
        for option, given in counts.items()
        for answer, number in given.items()
    }


def read_hands(connection: Connection, round_id: str) -> HandCount:
    """The show of hands as it stands; nobody if there was none."""
    row = sql(
        connection,
        "SELECT people, counts, voters, counters FROM hand_count WHERE round_id = ?",
        (round_id,),
    ).fetchone()
    if row is None:
        return HandCount()
    counts = json.loads(row[1])
    second = counts if row[3] > 1 else None
    return HandCount(row[0], counts, frozenset(json.loads(row[2])), second)


def put_hands(connection: Connection, round_id: str, hands: HandCount) -> None:
    """Take a show of hands in place of the one before."""
    body = hands_body(hands)
    sql(
        connection,
        "INSERT INTO hand_count (round_id, people, counts, voters, counters)"
        " VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET people = excluded.people, counts = excluded.counts,"
        " voters = excluded.voters, counters = excluded.counters",
        (
            round_id,
            hands.people,
            log.canonical(body["counts"]),
            log.canonical(body["voters"]),
            body["counters"],
        ),
    )


def hands_body(hands: HandCount) -> dict[str, object]:
    """A show of hands as plain JSON values."""
    return {
        "people": hands.people,
        "counts": {option: dict(given) for option, given in hands.counts.items()},
        "voters": sorted(hands.voters),
        "counters": 1 if hands.second is None else 2,
    }
