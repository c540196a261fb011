"""All ballots of a file as plain values, for the self-test alone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import RoundState, Secrecy
from workshop_app.storage import votes
from workshop_app.storage.box import read_box, slip_of
from workshop_app.storage.connection import sql
from workshop_app.storage.dayfile import DayFile

Row = list[object]
BLANK = "blank"


def all_ballots(file: DayFile) -> dict[str, object]:
    """Named ballots, slips of secret rounds and the marks on their rolls.

    Raises:
        FileRefused: if they cannot be read.
    """
    return file.read(_all)


def _all(connection: Connection) -> dict[str, object]:
    named: list[Row] = []
    slips: list[Row] = []
    marks: list[Row] = []
    rounds = sql(connection, "SELECT round_id FROM vote_round ORDER BY round_id").fetchall()
    for (key,) in rounds:
        found = votes.held(connection, key)
        if found.secrecy is Secrecy.OPEN:
            query = "SELECT voter, ballot FROM named_ballot WHERE round_id = ? ORDER BY voter"
            rows = sql(connection, query, (key,))
            named += ([_key(key), voter, _word(text)] for voter, text in rows)
            continue
        is_open = found.state is RoundState.OPEN
        found_slips = _slips(connection, key, is_open=is_open)
        slips += ([_key(key), slip, _word(text)] for slip, text in found_slips)
        marks += ([_key(key), voter] for voter in sorted(votes.read_roll(connection, key)))
    return {"named": named, "slips": slips, "marks": marks}


def _slips(connection: Connection, key: str, *, is_open: bool) -> Iterator[tuple[str, str]]:
    if is_open:
        yield from map(slip_of, read_box(connection, key).slips)
    else:
        yield from votes.counted_slips(connection, key)


def _key(round_id: str) -> object:
    return int(round_id) if round_id.isdecimal() else round_id


def _word(text: str) -> str:
    """A ballot in one word: its answers, or that it is blank."""
    answers = Ballot.parse(text).answers
    return "+".join(answers[option] for option in sorted(answers)) or BLANK
