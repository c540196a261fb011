"""The log: append-only, chained by hash. Everything that happened to the day stands in it.

`digest` = sha256 of the body; `hash` = sha256 of the previous hash, the canonical `[seq, kind]`,
and the digest. Because the chain covers the digest and not the body, a body with personal data can
be erased later and the chain still holds.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from workshop_app.storage.connection import sql
from workshop_app.storage.refusal import FileRefused

BEGINNING = bytes(32)
"""What stands before the first event."""
_HEAD_BYTES = 10
_GROUP = 4
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True)
class Event:
    """One line of the log; `body` is None when it has been erased."""

    seq: int
    at: str
    kind: str
    body: Any | None


def canonical(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """JSON that is the same for the same value."""
    return _ENCODER.encode(value)


def chained(previous: bytes, seq: int, kind: str, digest: bytes) -> bytes:
    """The hash of an event."""
    return hashlib.sha256(previous + canonical([seq, kind]).encode() + digest).digest()


def append(
    connection: Connection,
    at: str,
    kind: str,
    body: Any,  # noqa: ANN401 - whatever JSON can hold
) -> int:
    """Write one event in the running transaction; its number."""
    last = sql(connection, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, BEGINNING)
    text = canonical(body)
    digest = hashlib.sha256(text.encode()).digest()
    sql(
        connection,
        "INSERT INTO event (seq, at, kind, body, digest, previous, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq, at, kind, text, digest, previous, chained(previous, seq, kind, digest)),
    )
    return int(seq)


def erase(connection: Connection, seq: int) -> None:
    """Take away the body of an event for good; that it happened stays, and the chain holds."""
    sql(connection, "UPDATE event SET body = NULL WHERE seq = ?", (seq,))


def events(connection: Connection, *kinds: str) -> Iterator[Event]:
    """The events in order, all or those of some kinds."""
    marks = ", ".join("?" * len(kinds))
    some = f" WHERE kind IN ({marks})" if kinds else ""
    found = sql(connection, f"SELECT seq, at, kind, body FROM event{some} ORDER BY seq", kinds)  # noqa: S608
    for seq, at, kind, body in found:
        yield Event(seq, at, kind, None if body is None else json.loads(body))


def event(connection: Connection, seq: int) -> Event:
    """One event.

    Raises:
        KeyError: if there is none with that number.
    """
    row = sql(connection, "SELECT at, kind, body FROM event WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise KeyError(seq)
    return Event(seq, row[0], row[1], None if row[2] is None else json.loads(row[2]))


def head(connection: Connection) -> tuple[int, str]:
    """How many events, and the first 80 bits of the last hash as 4 x 4 letters."""
    last = sql(connection, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    seq, found = (last[0], last[1]) if last else (0, BEGINNING)
    letters = base64.b32encode(found[:_HEAD_BYTES]).decode()
    groups = (letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP))
    return int(seq), "-".join(groups)


class Broken(FileRefused):
    """An event is not as it was written: "altered" with event and what.

    Attributes:
        seq: Its number.
        what: gap (numbers do not follow), body (not what the digest says), chain (a hash does not
            fit).
    """

    def __init__(self, seq: int, what: str) -> None:
        super().__init__("altered", event=seq, what=what)
        self.seq = seq
        self.what = what


def walk(connection: Connection) -> Iterator[tuple[int, str, str | None]]:
    """Number, kind and body of every event in order, each verified before it is given.

    Raises:
        Broken: at the first event that is not as it was written.
    """
    previous, expected = BEGINNING, 1
    rows = sql(connection, "SELECT seq, kind, body, digest, previous, hash FROM event ORDER BY seq")
    for seq, kind, body, digest, before, found in rows:
        if seq != expected:
            raise Broken(seq, "gap")
        if body is not None and hashlib.sha256(body.encode()).digest() != digest:
            raise Broken(seq, "body")
        if before != previous or chained(previous, seq, kind, digest) != found:
            raise Broken(seq, "chain")
        yield seq, kind, body
        previous, expected = found, seq + 1


def broken(connection: Connection) -> tuple[int, str] | None:
    """The first event that is not as it was written, and what is wrong with it, or None."""
    try:
        for _event in walk(connection):
            pass
    except Broken as found:
        return found.seq, found.what
    return None


def about(connection: Connection, round_id: str, *kinds: str) -> Iterator[Event]:
    """The events of some kinds that tell of one round and have not been erased, in order.

    Found by the text of the body, so that the others need not be read as JSON.

    Raises:
        Broken: if one is not what its digest says.
    """
    marks = ", ".join("?" * len(kinds))
    needle = canonical({"round": round_id})[1:-1]
    found = sql(
        connection,
        "SELECT seq, at, kind, body, digest FROM event"  # noqa: S608
        f" WHERE kind IN ({marks}) AND instr(body, ?) > 0 ORDER BY seq",
        (*kinds, needle),
    )
    for seq, at, kind, text, digest in found:
        if hashlib.sha256(text.encode()).digest() != digest:
            raise Broken(seq, "body")
        body = json.loads(text)
        if body["round"] == round_id:
            yield Event(seq, at, kind, body)
