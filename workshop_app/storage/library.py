"""The library folder, read quickly and without the data layer: what the start page shows."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workshop_app.domain.kinds import DayStatus
from workshop_app.storage.header import check_header
from workshop_app.storage.refusal import FileRefused

SUFFIX = ".milstolpe"
_LONGEST = 60


@dataclass(frozen=True)
class DayEntry:
    """One day of the library.

    Attributes:
        path: Its file.
        title: What the day is called.
        date: When it is.
        status: Draft or finalised.
        modified: When the file was last written, in local time.
    """

    path: Path
    title: str
    date: date
    status: DayStatus
    modified: datetime


def days_in(folder: Path) -> tuple[DayEntry, ...]:
    """The days of a folder, last written first. What cannot be read as a day is left out."""
    entries = _entries(folder)
    return tuple(sorted(entries, key=_by_time, reverse=True))


def _by_time(entry: DayEntry) -> tuple[datetime, str]:
    return entry.modified, entry.path.name


def _entries(folder: Path) -> Iterator[DayEntry]:
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            check_header(path)
            yield _entry(path)
        except (FileRefused, sqlite3.Error, OSError, ValueError, TypeError):
            continue


def _entry(path: Path) -> DayEntry:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        title, day, status = connection.execute(
            "SELECT title, date, status FROM workshop"
        ).fetchone()
    modified = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return DayEntry(path, title, date.fromisoformat(day), DayStatus(status), modified)


def fresh_path(folder: Path, title: str) -> Path:
    """A path in the folder that is not taken, named after the title."""
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].rstrip("-") or "dag"
    path, number = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path
