"""Making and opening a day file: what is done before anybody may use it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.storage import content, log
from workshop_app.storage.checking import Problem, all_problems
from workshop_app.storage.connection import sql
from workshop_app.storage.erasure import all_rows
from workshop_app.storage.header import check_header
from workshop_app.storage.history import changes_text
from workshop_app.storage.library import journal_of
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.schema import statements_after

_ENDING = bytes.fromhex("d9d505f920a163d7")
"""What a journal ends with when the name of another file stands before it."""
_WRITTEN_BY = slice(18, 20)
_PLAIN_JOURNAL = b"\x01\x01"
_TORN = frozenset({"empty", "not_a_day", "damaged"})


def founding(day: Day, op: Op, at: str) -> Callable[[Connection], None]:
    """Tables, stamps, content and the first event, in one transaction."""
    changes = all_rows(day)

    def job(connection: Connection) -> None:
        for statement in statements_after(0):
            sql(connection, statement)
        content.write(connection, changes)
        log.append(connection, at, op.value, {"changes": changes_text(changes)})
        mark_open(connection, at)

    return job


def inspect(connection: Connection) -> None:
    """Verify a file before it is used: its pages, its schema, its log, its votes.

    Raises:
        FileRefused: "damaged" if SQLite finds it broken; "altered" if its log or its tables are
            not what this program wrote. The facts tell what and where.
    """
    refuse(all_problems(connection, quick=True))


def refuse(problems: tuple[Problem, ...]) -> None:
    """Stop at the first problem.

    Raises:
        FileRefused: see `inspect`.
    """
    if problems:
        first = problems[0]
        code = "damaged" if first.code == "sqlite" else "altered"
        raise FileRefused(code, **{**first.facts, "what": first.code})


def mark_open(connection: Connection, at: str) -> None:
    """Note that the file is in use; what is left of it tells of a crash."""
    sql(
        connection,
        "INSERT INTO session (only, opened) VALUES (1, ?)"
        " ON CONFLICT DO UPDATE SET opened = excluded.opened",
        (at,),
    )


def mark_closed(connection: Connection) -> None:
    """Note that the file was closed in good order."""
    sql(connection, "DELETE FROM session")


def left_open(connection: Connection) -> datetime | None:
    """When something was last written with a time, if the file was not closed in good order.

    Secret ballots have no time: it may be earlier than the last of them.
    """
    row = sql(connection, "SELECT opened FROM session").fetchone()
    if row is None:
        return None
    last = sql(connection, "SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    times = [_time(text) for text in (row[0], last[0] if last else "")]
    return max((time for time in times if time), key=datetime.timestamp, default=None)


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def look_at(path: Path, *, read_only: bool) -> int:
    """Look at the header; if a write was cut off, let SQLite take it back first.

    Returns:
        The format of the file.
    """
    journal = journal_of(path)
    cut_off = journal.exists() and journal.stat().st_size > 0
    if cut_off and _names_others(journal):
        raise FileRefused("altered", path=str(path), journal="names")
    try:
        if cut_off and read_only and path.stat().st_size:
            _roll_back(path)  # a reader alone may not
        return _checked(path)
    except FileRefused as refused:
        if refused.code not in _TORN or not cut_off:
            raise
    _roll_back(path)
    return _checked(path)


def _checked(path: Path) -> int:
    """The format of a file this program wrote."""
    version = check_header(path)
    _refuse_wal(path)
    return version


def _names_others(journal: Path) -> bool:
    """Whether a journal is elsewhere, or names another file, which SQLite would then delete.

    No journal of this program does: it never writes to two files at once.
    """
    if journal.is_symlink() or not journal.is_file():
        return True
    with journal.open("rb") as file:
        file.seek(-min(len(_ENDING), journal.stat().st_size), os.SEEK_END)
        return file.read() == _ENDING


def _refuse_wal(path: Path) -> None:
    """A file that has its latest pages in another beside it was not written by this program."""
    with path.open("rb") as file:
        head = file.read(_WRITTEN_BY.stop)
    beside = path.with_name(f"{path.name}-wal")
    if head[_WRITTEN_BY] != _PLAIN_JOURNAL or (beside.is_file() and beside.stat().st_size):
        raise FileRefused("altered", path=str(path), journal="wal")


def _roll_back(path: Path) -> None:
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
    try:
        raw.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as reason:
        raise file_refused(reason) from None
    finally:
        raw.close()
