"""Verifying a whole file: SQLite, schema, chain, replay of the log against the tables, recount."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.day import Day, rows
from workshop_app.domain.kinds import RoundState, Secrecy
from workshop_app.storage import counting, log, votes
from workshop_app.storage.connection import sql
from workshop_app.storage.history import CONTENT_KINDS, changes_from
from workshop_app.storage.patch import NOUNS, values_of
from workshop_app.storage.schema import schema_query, strangers

_STATES = {
    votes.OPENED: RoundState.OPEN,
    votes.CLOSED: RoundState.CLOSED,
    votes.REOPENED: RoundState.OPEN,
    votes.SHOWN: RoundState.SHOWN,
    votes.LOCKED: RoundState.LOCKED,
    votes.CANCELLED: RoundState.CANCELLED,
    votes.IMPORTED: RoundState.LOCKED,
}
_NO_HANDS = votes.hands_body(HandCount())


@dataclass(frozen=True)
class Problem:
    """Something wrong with a file.

    Attributes:
        code: sqlite, schema, chain, content, state, ballots, hands, roll.
        facts: Where, such as {"event": 12} or {"round": "behov"}. Never a voter or a ballot.
    """

    code: str
    facts: Mapping[str, object]


def schema_problems(connection: Connection) -> tuple[Problem, ...]:
    """Tables and triggers that are not those of the format."""
    found = tuple(tuple(row) for row in sql(connection, schema_query()))
    return tuple(Problem("schema", {"name": name}) for name in strangers(found))


def sqlite_problems(connection: Connection, *, quick: bool) -> tuple[Problem, ...]:
    """What SQLite itself finds wrong."""
    check = "quick_check" if quick else "integrity_check"
    found = sql(connection, f"PRAGMA {check}(20)").fetchall()
    return tuple(Problem("sqlite", {"finding": line}) for (line,) in found if line != "ok")


def all_problems(connection: Connection, day: Day) -> tuple[Problem, ...]:
    """Everything that is wrong; empty = the file is sound."""
    problems = [*sqlite_problems(connection, quick=False), *schema_problems(connection)]
    broken = log.broken(connection)
    if broken:
        # What the log says cannot be trusted, so nothing is replayed from it.
        problems.append(Problem("chain", {"event": broken[0], "what": broken[1]}))
    else:
        problems += _content_problems(connection, day)
        problems += _vote_problems(connection)
    return tuple(problems)


def _content_problems(connection: Connection, day: Day) -> Iterator[Problem]:
    """The log's content events, one on the other, must give the tables."""
    replayed: dict[tuple[str, str], Any] = {}
    for event in log.events(connection, *CONTENT_KINDS):
        if event.body is None:  # erased on purpose: what it changed is not known any more
            return
        for change in changes_from(event.body):
            replayed[change.collection, change.key] = change.after
    found = {(name, noun.id): values_of(noun) for name in NOUNS for noun in rows(day, name)}
    logged = {key: values for key, values in replayed.items() if values is not None}
    for name, key in sorted(found.keys() | logged.keys()):
        if found.get((name, key)) != logged.get((name, key)):
            yield Problem("content", {"table": name, "id": key})


def _vote_problems(connection: Connection) -> Iterator[Problem]:
    """Every round's tables must be what its events say."""
    logged = _Logged(connection)
    recorded = counting.recorded(connection)
    stored = {row[0] for row in sql(connection, "SELECT round_id FROM vote_round")}
    for round_id in sorted({*stored, *logged.states}):
        found = votes.held(connection, round_id)
        if round_id not in stored or found.state is not logged.states.get(round_id):
            yield Problem("state", {"round": round_id})
            continue
        hands = votes.read_hands(connection, round_id)
        if votes.hands_body(hands) != logged.hands.get(round_id, _NO_HANDS):
            yield Problem("hands", {"round": round_id})
        yield from _ballot_problems(connection, round_id, found, recorded)


def _ballot_problems(
    connection: Connection,
    round_id: str,
    found: votes.Held,
    recorded: Mapping[str, Counter[str]],
) -> Iterator[Problem]:
    """As many ballots as marks on the roll, and the same ballots as in the log."""
    marks = len(votes.read_roll(connection, round_id))
    if found.secrecy is Secrecy.ANONYMOUS and found.state is RoundState.OPEN:
        ballots = len(votes.read_box(connection, round_id))
    else:
        counted = counting.pairs(connection, round_id)
        ballots = counted.total()
        if counted != recorded.get(round_id, Counter()):
            yield Problem("ballots", {"round": round_id})
    if ballots != marks + found.imported:
        yield Problem("roll", {"round": round_id, "marks": marks, "ballots": ballots})


class _Logged:
    """What the vote events say: the last state and the last show of hands of each round."""

    def __init__(self, connection: Connection) -> None:
        self.states: dict[str, RoundState] = {}
        self.hands: dict[str, Any] = {}
        for event in log.events(connection, *votes.VOTE_KINDS):
            if event.body is not None:
                self._take(event.kind, dict(event.body))

    def _take(self, kind: str, body: dict[str, Any]) -> None:
        round_id = body.pop("round")
        if kind in _STATES:
            self.states[round_id] = _STATES[kind]
        if kind == votes.HANDS:
            self.hands[round_id] = body
        elif "hands" in body:
            self.hands[round_id] = body["hands"]
