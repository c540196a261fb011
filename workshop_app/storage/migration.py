"""Bringing a file of an older format up to ours: a verified backup first, then all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from workshop_app.storage.connection import raw_connection
from workshop_app.storage.header import check_header
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.schema import STEPS, schema_query, statements_after, strangers

Backup = Callable[[Path], Path]
"""Copies a day file to a safe place and gives the path of the copy."""
Steps = Sequence[tuple[str, ...]]


def migrate(path: Path, seen: int, backup: Backup, steps: Steps = STEPS) -> None:
    """Run the steps a file has not seen, and their stamp, in one transaction.

    Args:
        path: The file; nobody has it open.
        seen: The format it has.
        backup: Called first; what it gives is opened and verified.
        steps: All steps of all formats.

    Raises:
        FileRefused: "not_backed_up"; "altered" if the schema is not that of its format, before or
            after; or what the disk says. The file is as it was.
    """
    try:
        with closing(raw_connection(path, read_only=False)) as raw:
            _must_be_known(raw, seen, steps)
            _must_be_good(backup(path), seen)
            raw.execute("BEGIN IMMEDIATE")
            try:
                for statement in statements_after(seen, steps):
                    raw.execute(statement)
                _must_be_known(raw, len(steps), steps)
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise
    except sqlite3.Error as reason:
        raise file_refused(reason) from None


def _must_be_known(raw: sqlite3.Connection, version: int, steps: Steps) -> None:
    found = tuple(raw.execute(schema_query()).fetchall())
    names = strangers(found, version, steps)
    if names:
        raise FileRefused("altered", what="schema", name=names[0])


def _must_be_good(copy: Path, seen: int) -> None:
    """The backup is a whole file of the same format, or nothing is done."""
    try:
        good = check_header(copy) == seen
        with closing(raw_connection(copy, read_only=True)) as raw:
            good = good and raw.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except (FileRefused, sqlite3.Error):
        good = False
    if not good:
        raise FileRefused("not_backed_up", path=str(copy))
