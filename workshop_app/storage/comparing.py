"""Two files of the same day, compared by the chains of their logs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workshop_app.storage.connection import raw_connection
from workshop_app.storage.refusal import file_refused

# What an open secret vote holds, of which the log tells nothing before the close.
_UNTOLD = ("slip_box", "open_roll", "roll", "card")


class Kinship(StrEnum):
    """How one file of a day stands to another."""

    SAME = "same"
    AHEAD = "ahead"
    BEHIND = "behind"
    FORKED = "forked"


@dataclass(frozen=True)
class Relation:
    """How their file stands to ours.

    Attributes:
        kind: same; ahead (theirs goes on where ours ends); behind; forked.
        common: How many events both have, from the first on.
        ours: How many events only ours has.
        theirs: How many events only theirs has.
    """

    kind: Kinship
    common: int
    ours: int
    theirs: int


@dataclass(frozen=True)
class Chain:
    """The chain of a log, and what the log does not tell yet."""

    hashes: tuple[bytes, ...]
    untold: tuple[object, ...]


def chain_of(path: Path) -> Chain:
    """The chain of a file that has been verified.

    Raises:
        FileRefused: if the file cannot be read.
    """
    try:
        with closing(raw_connection(path, read_only=True)) as raw:
            hashes = tuple(row[0] for row in raw.execute("SELECT hash FROM event ORDER BY seq"))
            return Chain(hashes, _untold(raw))
    except sqlite3.Error as reason:
        raise file_refused(reason) from None


def _untold(raw: sqlite3.Connection) -> tuple[object, ...]:
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
    found: list[object] = []
    for table in _UNTOLD:
        if table in names:
            found += sorted(map(repr, raw.execute(f'SELECT * FROM "{table}"')))  # noqa: S608 - ours
    return tuple(found)


def related(ours: Chain, theirs: Chain) -> Relation:
    """How theirs stands to ours.

    With equal hashes at one place, all before it are equal too. Two files with the same chain and
    other ballots in an open vote have forked as well.
    """
    common = _common(ours.hashes, theirs.hashes)
    only_ours, only_theirs = len(ours.hashes) - common, len(theirs.hashes) - common
    if only_ours and only_theirs:
        kind = Kinship.FORKED
    elif only_theirs:
        kind = Kinship.AHEAD
    elif only_ours:
        kind = Kinship.BEHIND
    else:
        kind = Kinship.SAME if ours.untold == theirs.untold else Kinship.FORKED
    return Relation(kind, common, only_ours, only_theirs)


def _common(ours: tuple[bytes, ...], theirs: tuple[bytes, ...]) -> int:
    low, high = 0, min(len(ours), len(theirs))
    while low < high:
        middle = (low + high + 1) // 2
        if ours[middle - 1] == theirs[middle - 1]:
            low = middle
        else:
            high = middle - 1
    return low
