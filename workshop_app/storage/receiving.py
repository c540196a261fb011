"""Somebody's file, let in: looked at from outside first, then copied row by row into a fresh one.

Nothing of the file itself comes in but values: its tables, triggers and free pages stay outside.
The file is left alone, whatever is found.
"""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from workshop_app.storage.connection import raw_connection
from workshop_app.storage.header import check_header
from workshop_app.storage.library import cut_off
from workshop_app.storage.publishing import (
    DISK,
    OF_THE_MOMENT,
    UNFINISHED,
    Disk,
    verified,
)
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.schema import STEPS, known_list, schema_query, statements_after, strangers

MOST_BYTES = 2 * 1024**3
"""A larger file is refused unopened."""
_WRITTEN_BY = slice(18, 20)
_PLAIN_JOURNAL = b"\x01\x01"
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 512 * 1024**2),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 64 * 1024),
    (sqlite3.SQLITE_LIMIT_COLUMN, 200),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 5),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 8),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 100),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)


def receive(source: Path, folder: Path, disk: Disk = DISK) -> Path:
    """Copy a file from anywhere into a fresh one in the folder, under a name that is not listed.

    Whoever asked gives the fresh file its own name, or removes it.

    Raises:
        FileRefused: missing, unreadable, empty, not_a_day, foreign, newer, too_large, unfinished
            (a write was cut off where it comes from), damaged, altered, cannot_write, disk_full.
    """
    version = _looked_at(source)
    fresh = folder / f".{secrets.token_hex(8)}{UNFINISHED}"
    try:
        _copied(source, fresh, version)
        disk.sync(fresh)
        _sound(fresh)
    except OSError as reason:
        disk.remove(fresh)
        raise FileRefused("cannot_write", folder=str(folder)) from reason
    except BaseException:
        disk.remove(fresh)
        raise
    return fresh


def _looked_at(source: Path) -> int:
    """What can be told without letting SQLite near it."""
    version = check_header(source)
    size = source.stat().st_size
    if size > MOST_BYTES:
        raise FileRefused("too_large", path=str(source), bytes=size)
    if cut_off(source):
        # A journal could name other files, which SQLite would then delete.
        raise FileRefused("unfinished", path=str(source))
    with source.open("rb") as file:
        head = file.read(_WRITTEN_BY.stop)
    if head[_WRITTEN_BY] != _PLAIN_JOURNAL:
        raise FileRefused("altered", path=str(source), journal="wal")
    return version


def _copied(source: Path, fresh: Path, version: int) -> None:
    try:
        with closing(raw_connection(source, read_only=True)) as theirs:
            _guard(theirs, version)
            with closing(sqlite3.connect(fresh, isolation_level=None)) as ours:
                _copy_rows(theirs, ours, version)
    except sqlite3.IntegrityError:
        raise FileRefused("altered", path=str(source)) from None
    except sqlite3.Error as reason:
        raise _theirs_refused(reason) from None
    except (UnicodeError, OverflowError):
        raise FileRefused("damaged", path=str(source)) from None


def _theirs_refused(reason: sqlite3.Error) -> FileRefused:
    """Whatever an unknown file makes SQLite say; only a full disk is ours."""
    refused = file_refused(reason)
    return FileRefused("damaged") if refused.code == "not_saved" else refused


def _guard(theirs: sqlite3.Connection, version: int) -> None:
    """Limits, then the list of what may be in it, then its pages.

    The list comes first: a check of the pages runs what stands in the schema.
    """
    for limit, most in _LIMITS:
        theirs.setlimit(limit, most)
    theirs.execute("PRAGMA query_only = ON").fetchall()
    theirs.execute("BEGIN")
    found = tuple(tuple(row) for row in theirs.execute(schema_query()))
    unknown = strangers(found, version)
    if unknown:
        raise FileRefused("altered", name=unknown[0])
    if theirs.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise FileRefused("damaged")


def _copy_rows(theirs: sqlite3.Connection, ours: sqlite3.Connection, version: int) -> None:
    ours.execute("BEGIN IMMEDIATE")
    for statement in statements_after(0, STEPS[:version]):
        ours.execute(statement)
    for kind, table, *_rest in known_list(version):
        if kind == "table" and table not in OF_THE_MOMENT:
            _copy_table(theirs, ours, table)
    ours.execute("COMMIT")


def _copy_table(theirs: sqlite3.Connection, ours: sqlite3.Connection, table: str) -> None:
    names = [name for (name,) in ours.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    rows = theirs.execute(f'SELECT {columns} FROM "{table}"')  # noqa: S608 - names of our own list
    ours.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)  # noqa: S608


def _sound(fresh: Path) -> None:
    """Chain, replay and recount of what came in.

    Raises:
        FileRefused: altered, with what and where.
    """
    try:
        verified(fresh)
    except ValueError as reason:  # a value that no noun of ours can have
        raise FileRefused("altered", what="content") from reason
