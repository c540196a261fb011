"""Verifying a whole file: SQLite, schema, chain, replay of the log against the tables, recount."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from workshop_app.domain.day import Day, rows
from workshop_app.domain.kinds import RoundState, Secrecy
from workshop_app.storage import content, log, votes
from workshop_app.storage.box import read_box
from workshop_app.storage.connection import sql
from workshop_app.storage.hands import hands_body, read_hands
from workshop_app.storage.kept import read_kept
from workshop_app.storage.patch import NOUNS, values_of
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.replay import LoggedRound, Replay
from workshop_app.storage.schema import schema_query, strangers
from workshop_app.storage.voting_types import Held

# What reading bytes that are not ours can come to.
_UNREADABLE = (
    FileRefused, SQLAlchemyError, sqlite3.Error, ValidationError,
    ValueError, TypeError, LookupError, AttributeError,
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """Something wrong with a file.

    Attributes:
        code: sqlite, schema, chain, erased, content, content_unreadable, state, settings, ballots,
            hands, roll, roll_changed, round_unreadable.
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


def all_problems(
    connection: Connection, day: Day | None = None, *, quick: bool = False
) -> tuple[Problem, ...]:
    """Everything that is wrong; empty = the file is sound.

    Args:
        connection: In a transaction.
        day: The content, when the caller has read it.
        quick: Spare SQLite the look at each index entry, as the log covers what they hold, and
            stop when the tables are not ours or the pages are broken.

    Raises:
        FileRefused: if the file cannot be read at all.
    """
    problems = _file_problems(connection, quick=quick)
    if quick and problems:
        return tuple(problems)
    replay = Replay()
    try:
        for seq, kind, body in log.walk(connection):
            replay.take(seq, kind, body)
    except log.Broken as broken:
        broken_at = {"event": broken.seq, "fault": broken.what}
        # What the log says cannot be trusted, so nothing is compared with it.
        return (*problems, Problem("chain", broken_at))
    erased = sorted(replay.unknown_erasures)
    problems += [Problem("erased", {"event": seq}) for seq in erased]
    if not erased:
        problems += _content_problems(connection, replay, day)
    problems += _vote_problems(connection, replay)
    return tuple(problems)


def _file_problems(connection: Connection, *, quick: bool) -> list[Problem]:
    # The list comes first: a look at the pages runs what stands in the schema.
    strange = schema_problems(connection)
    if quick and strange:
        return list(strange)
    return [*strange, *sqlite_problems(connection, quick=quick)]


def _content_problems(
    connection: Connection, replay: Replay, known: Day | None
) -> Iterator[Problem]:
    """The log's content events, one on the other, must give the tables."""
    try:
        day = known or content.read_day(connection)
    except _UNREADABLE:
        yield Problem("content_unreadable", {})
        return
    found = {(name, noun.id): values_of(noun) for name in NOUNS for noun in rows(day, name)}
    for name, key in sorted(found.keys() | replay.content.keys()):
        if found.get((name, key)) != replay.content.get((name, key)):
            yield Problem("content", {"table": name, "id": key})


def _vote_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Every round's tables must be what its events say."""
    stored = {row[0] for row in sql(connection, "SELECT round_id FROM vote_round")}
    for round_id in sorted({*stored, *replay.rounds}):
        logged = replay.rounds.get(round_id, LoggedRound())
        try:
            yield from _round_problems(connection, round_id, logged)
        except _UNREADABLE:
            yield Problem("round_unreadable", {"round": round_id})


def _round_problems(
    connection: Connection, round_id: str, logged: LoggedRound
) -> Iterator[Problem]:
    found = votes.held(connection, round_id)
    where = {"round": round_id}
    if found.state is not logged.state:
        yield Problem("state", where)
        return
    if not _settings_fit(connection, round_id, found, logged):
        yield Problem("settings", where)
    if hands_body(read_hands(connection, round_id)) != logged.hands:
        yield Problem("hands", where)
    if found.state is RoundState.OPEN and found.secrecy is Secrecy.ANONYMOUS:
        box = read_box(connection, round_id)
        if len(box.slips) != len(box.marks):
            yield Problem("roll", {**where, "marks": len(box.marks), "ballots": len(box.slips)})
        return
    if not _ballots_fit(connection, round_id, logged):
        yield Problem("ballots", where)
    yield from _roll_problems(connection, round_id, found, logged)


def _settings_fit(connection: Connection, round_id: str, found: Held, logged: LoggedRound) -> bool:
    """Electorate, secrecy, imported ballots and drawn cards as they were at the opening."""
    if logged.state is RoundState.CANCELLED and not logged.opened:
        return True
    cards = sql(connection, "SELECT card FROM card WHERE round_id = ? ORDER BY card", (round_id,))
    drawn = votes.lines_digest(card for (card,) in cards)
    disposed = logged.kept is not None
    return (
        found.electorate == logged.opened.get("electorate")
        and found.secrecy is logged.secrecy
        and found.imported == logged.opened.get("ballots", 0)
        and found.cards == logged.opened.get("cards", 0)
        and (disposed or drawn == logged.opened.get("drawn", drawn))
    )


def _ballots_fit(connection: Connection, round_id: str, logged: LoggedRound) -> bool:
    """The same ballots as in the log, each of them."""
    if read_kept(connection, round_id) != logged.kept:
        return False
    slips = votes.lines_digest(map(" ".join, votes.counted_slips(connection, round_id)))
    if slips != logged.slips.hexdigest():
        return False
    query = "SELECT voter, ballot FROM named_ballot WHERE round_id = ?"
    named = dict(sql(connection, query, (round_id,)).fetchall())
    return named == {voter: ballot for voter, (_channel, ballot) in logged.named.items()}


def _roll_problems(
    connection: Connection, round_id: str, found: Held, logged: LoggedRound
) -> Iterator[Problem]:
    """As many ballots as marks on the roll, and the roll as it was closed."""
    roll = votes.roll_facts(connection, round_id)
    marks = votes.roll_channels(connection, round_id).total()
    ballots = logged.kept["voted"] if logged.kept else logged.counted + len(logged.named)
    if ballots != marks + found.imported:
        yield Problem("roll", {"round": round_id, "marks": marks, "ballots": ballots})
    elif roll["roll"] != _expected_roll(logged, roll):
        yield Problem("roll_changed", {"round": round_id})


def _expected_roll(logged: LoggedRound, roll: Mapping[str, object]) -> object:
    if logged.named:
        told = sorted(logged.named.items())
        return votes.lines_digest(f"{voter}\t{channel}" for voter, (channel, _ballot) in told)
    return logged.closed.get("roll", roll["roll"])
