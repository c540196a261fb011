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
_FACTS = """SELECT id, title, date, status, plan_end_year,
    (SELECT COUNT(*) FROM participants),
    (SELECT COUNT(*) FROM milestones),
    (SELECT COUNT(*) FROM initiatives)
FROM workshop"""
UNREADABLE = (FileRefused, sqlite3.Error, OSError, ValueError, TypeError)
"""What `entry_of` raises for a file that is not a day we can read."""


@dataclass(frozen=True)
class DayEntry:
    """One day of the library.

    Attributes:
        path: Its file.
        title: What the day is called.
        date: When it is.
        status: Draft or finalised.
        modified: When the file was last written, in local time.
        day_id: The id of the day; its copies have the same.
        participants: How many there are.
        milestones: How many there are.
        initiatives: How many there are.
        units: Their names.
        plan_ends: The year its plan ends; 0 where it is not known.
        copied: When it was last copied to a place outside the program's own folders, if ever.
    """

    path: Path
    title: str
    date: date
    status: DayStatus
    modified: datetime
    day_id: str = ""
    participants: int = 0
    milestones: int = 0
    initiatives: int = 0
    units: tuple[str, ...] = ()
    plan_ends: int = 0
    copied: datetime | None = None


def days_in(folder: Path) -> tuple[DayEntry, ...]:
    """The days of a folder, last written first. What cannot be read as a day is left out."""
    return tuple(sorted(_entries(folder), key=_by_time, reverse=True))


def unreadable_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that are called as days and cannot be read as such."""
    return tuple(path for path in sorted(folder.glob(f"*{SUFFIX}")) if not _is_readable(path))


def cut_off(path: Path) -> bool:
    """Whether a write to the file was cut off, or is going on now."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back a write that was cut off."""
    return path.with_name(f"{path.name}-journal")


def entry_of(path: Path) -> DayEntry:
    """One day, from its file.

    Raises:
        FileRefused: by its header.
        sqlite3.Error: if its tables cannot be read.
        ValueError: if what stands in them cannot be.
    """
    if cut_off(path):
        _take_back(path)
    check_header(path)
    with closing(_connect(path, "ro")) as connection:
        day_id, title, day, status, plan_ends, *sizes = connection.execute(_FACTS).fetchone()
        participants, milestones, initiatives = sizes
        units = tuple(name for (name,) in connection.execute("SELECT name FROM units ORDER BY 1"))
    return DayEntry(
        path=path,
        title=title,
        date=date.fromisoformat(day),
        status=DayStatus(status),
        modified=datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
        day_id=day_id,
        participants=participants,
        milestones=milestones,
        initiatives=initiatives,
        units=units,
        plan_ends=plan_ends,
    )


def _by_time(entry: DayEntry) -> tuple[datetime, str]:
    return entry.modified, entry.path.name


def _entries(folder: Path) -> Iterator[DayEntry]:
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            yield entry_of(path)
        except UNREADABLE:
            continue


def _is_readable(path: Path) -> bool:
    try:
        entry_of(path)
    except UNREADABLE:
        return False
    return True


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)


def _take_back(path: Path) -> None:
    """Let SQLite take back the half of a write; what is being written by others is left alone."""
    try:
        with closing(_connect(path, "rw")) as connection:
            connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        return  # the header or the tables say what is wrong


def fresh_path(folder: Path, title: str) -> Path:
    """A path in the folder that is not taken, named after the title."""
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].rstrip("-") or "dag"
    return free_path(folder / f"{name}{SUFFIX}")


def free_path(wanted: Path) -> Path:
    """The path if it is not taken, else with the first number that is not.

    A journal that was left alone takes the name too: it would be played into the new file.
    """
    path, number = wanted, 1
    while path.exists() or journal_of(path).exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path
