"""The one connection to a day file, with settings that were measured to lose nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from workshop_app.storage.refusal import FileRefused, file_refused

# Each with the value SQLite must give back.
_GUARDS = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("busy_timeout", "5000", 5000),
    ("foreign_keys", "ON", 1),
)
_WRITING = (
    ("secure_delete", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
)


def _set(raw: sqlite3.Connection, settings: tuple[tuple[str, str, object], ...]) -> None:
    for name, value, expected in settings:
        raw.execute(f"PRAGMA {name} = {value}").fetchall()
        found = raw.execute(f"PRAGMA {name}").fetchone()
        # mmap_size gives no row at all where SQLite was built without it.
        if found is not None and found[0] != expected:
            raise FileRefused("unreadable", setting=name, value=found[0])


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection of the driver with every setting made and read back.

    Raises:
        sqlite3.Error: if SQLite cannot open the file.
        FileRefused: if a setting did not take.
    """
    mode = "ro" if read_only else "rw"
    # as_uri() quotes ? % and #, which would otherwise open another file.
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        _set(raw, _GUARDS)
        if not read_only:
            _set(raw, _WRITING)
    except BaseException:
        raw.close()
        raise
    return raw


def open_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine with exactly one connection, which begins every transaction by itself."""

    def creator() -> sqlite3.Connection:
        try:
            return raw_connection(path, read_only=read_only)
        except sqlite3.Error as reason:
            raise file_refused(reason) from None

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=creator,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    def on_begin(connection: Connection) -> None:
        # Without this the driver commits on its own before each CREATE.
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", on_begin)
    return engine


def sql(connection: Connection, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
    """Run one statement in the running transaction, on the driver itself.

    The vote path and the log go this way: per ballot it saves half a millisecond. Errors come as
    `sqlite3.Error`, which holds no values.
    """
    return driver(connection).execute(statement, values)


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):  # pragma: no cover - the engine is ours
        raise TypeError(raw)
    return raw


def close_engine(engine: Engine, *, read_only: bool) -> None:
    """Close the connection; the empty journal is removed."""
    raw = engine.raw_connection()
    try:
        if not read_only:
            raw.cursor().execute("PRAGMA journal_mode = DELETE")
    finally:
        raw.close()
        engine.dispose()


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
