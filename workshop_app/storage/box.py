"""The slip box and the roll of an open anonymous round: one sorted value each.

They are rewritten whole with every ballot, in one transaction, so that neither rows nor pages keep
an order. Each has its digest beside it, as no event of the log covers them while the round is open.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from workshop_app.domain.kinds import Channel
from workshop_app.storage.connection import sql
from workshop_app.storage.refusal import FileRefused

Slip = tuple[str, str]
_CHANNELS = {channel.value: channel for channel in Channel}
_BOX = "SELECT slips, digest FROM slip_box WHERE round_id = ?"
_ROLL = "SELECT marks, digest FROM open_roll WHERE round_id = ?"


@dataclass
class Box:
    """Both values as lists of lines while a group of ballots is taken in.

    Attributes:
        round_id: The round.
        slips: Lines `key ballot`, sorted by the random request keys.
        marks: Lines `voter` tab `channel`, sorted by voter.
        changed: Whether a ballot has been put in since it was read.
    """

    round_id: str
    slips: list[str]
    marks: list[str]
    changed: bool = False

    def knows(self, request: str) -> bool:
        """Whether a ballot with that request key is in the box."""
        return _starts(self.slips, request)

    def has_mark(self, voter: str) -> bool:
        """Whether somebody has left a ballot."""
        return _starts(self.marks, f"{voter}\t")

    def put(self, voter: str, channel: Channel, slip: Slip) -> None:
        """One ballot in, one mark on the roll."""
        bisect.insort(self.marks, f"{voter}\t{channel.value}")
        bisect.insort(self.slips, " ".join(slip))
        self.changed = True

    def roll(self) -> dict[str, Channel]:
        """Who has left a ballot, and how."""
        return roll_of(self.marks)


def _starts(lines: Sequence[str], start: str) -> bool:
    place = bisect.bisect_left(lines, start)
    return place < len(lines) and lines[place].startswith(start)


def roll_of(marks: Iterable[str]) -> dict[str, Channel]:
    """Voter -> channel, from the lines of a roll."""
    split = (mark.rpartition("\t") for mark in marks)
    return {voter: _CHANNELS[channel] for voter, _tab, channel in split}


def slip_of(line: str) -> Slip:
    """Request key and ballot, from a line of the box."""
    key, _space, ballot = line.partition(" ")
    return key, ballot


def read_box(connection: Connection, round_id: str) -> Box:
    """The box of an open anonymous round.

    Raises:
        FileRefused: "altered" if it is not as it was written.
    """
    slips = _lines(connection, _BOX, round_id)
    return Box(round_id, slips, _lines(connection, _ROLL, round_id))


def read_marks(connection: Connection, round_id: str) -> list[str]:
    """Only the roll of an open anonymous round."""
    return _lines(connection, _ROLL, round_id)


def _lines(connection: Connection, query: str, round_id: str) -> list[str]:
    row = sql(connection, query, (round_id,)).fetchone()
    if row is None or hashlib.sha256(row[0].encode()).digest() != row[1]:
        raise FileRefused("altered", round=round_id)
    return str(row[0]).split("\n") if row[0] else []


def write_box(connection: Connection, box: Box) -> None:
    """Rewrite both values in the running transaction."""
    for table, column, lines in (
        ("slip_box", "slips", box.slips),
        ("open_roll", "marks", box.marks),
    ):
        text = "\n".join(lines)
        sql(
            connection,
            f"INSERT INTO {table} (round_id, digest, {column}) VALUES (?, ?, ?)"  # noqa: S608
            " ON CONFLICT DO UPDATE SET"
            f" digest = excluded.digest, {column} = excluded.{column}",
            (box.round_id, hashlib.sha256(text.encode()).digest(), text),
        )


def wipe_box(connection: Connection, round_id: str) -> None:
    """Take the box and its roll away."""
    for table in ("slip_box", "open_roll"):
        sql(connection, f"DELETE FROM {table} WHERE round_id = ?", (round_id,))  # noqa: S608
