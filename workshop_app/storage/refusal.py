"""The world says no to a file: which of the ways, in a code."""

from __future__ import annotations

import sqlite3

from workshop_app.system.errors import KnownError


class FileRefused(KnownError):  # noqa: N818 - the field's word: a file is refused
    """A day file cannot be made, opened or written; what was on disk is as it was.

    Codes: missing, exists, empty, not_a_day, foreign, newer, older, damaged, altered, unreadable,
    read_only, disk_full, io_error, moved, other_day, busy, closed, ballots_differ, counts_differ,
    not_backed_up, not_saved.
    """


# By the end of SQLite's own name of the error; the first that fits.
_CODES = (
    ("SQLITE_READONLY_DBMOVED", "moved"),
    ("SQLITE_READONLY", "read_only"),
    ("SQLITE_FULL", "disk_full"),
    ("SQLITE_IOERR", "io_error"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_CANTOPEN", "unreadable"),
    ("SQLITE_PERM", "unreadable"),
    ("SQLITE_AUTH", "unreadable"),
    ("SQLITE_NOTADB", "damaged"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_CONSTRAINT_PRIMARYKEY", "altered"),
)

# The driver's own words for bytes that are not text; SQLite has no name for it.
_NO_TEXT = "Could not decode to UTF-8"


def file_refused(error: BaseException | None) -> FileRefused:
    """The refusal for an error of SQLite. It never holds a statement or its values."""
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    code = next((code for start, code in _CODES if name.startswith(start)), "not_saved")
    if not name and str(error).startswith(_NO_TEXT):
        code = "damaged"
    return FileRefused(code, sqlite=name)
