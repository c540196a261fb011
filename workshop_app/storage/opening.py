"""Making and opening a day file: what is done before anybody may use it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from workshop_app.domain.day import Day, collections, rows
from workshop_app.domain.ops import Op
from workshop_app.storage import content, log
from workshop_app.storage.checking import schema_problems, sqlite_problems
from workshop_app.storage.connection import sql
from workshop_app.storage.header import check_header
from workshop_app.storage.history import changes_text
from workshop_app.storage.patch import RowChange, values_of
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.schema import statements_after

_TORN = frozenset({"empty", "not_a_day", "damaged"})


def founding(day: Day, op: Op, at: str) -> Callable[[Connection], None]:
    """Tables, stamps, content and the first event, in one transaction."""
    changes = tuple(
        RowChange(name, noun.id, None, values_of(noun))
        for name in collections()
        for noun in rows(day, name)
    )

    def job(connection: Connection) -> None:
        for statement in statements_after(0):
            sql(connection, statement)
        content.write(connection, changes)
        log.append(connection, at, op.value, {"changes": changes_text(changes)})

    return job


def inspect(connection: Connection) -> None:
    """Look at the pages and the schema of an open file.

    Raises:
        FileRefused: damaged; altered (a table or a trigger is not ours).
    """
    if sqlite_problems(connection, quick=True):
        raise FileRefused("damaged")
    found = schema_problems(connection)
    if found:
        raise FileRefused("altered", **found[0].facts)


def look_at(path: Path, *, read_only: bool) -> None:
    """Look at the header; if a write was cut off, let SQLite take it back first."""
    try:
        check_header(path)
    except FileRefused as refused:
        journal = path.with_name(f"{path.name}-journal")
        cut_off = journal.exists() and journal.stat().st_size > 0
        if read_only or refused.code not in _TORN or not cut_off:
            raise
        _roll_back(path)
        check_header(path)


def _roll_back(path: Path) -> None:
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
    try:
        raw.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as reason:
        raise file_refused(reason) from None
    finally:
        raw.close()
