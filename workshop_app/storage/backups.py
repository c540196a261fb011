"""Backups in the program's own folder: the last twenty, and the last of each day for a month."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workshop_app.storage.connection import raw_connection
from workshop_app.storage.library import SUFFIX, free_path
from workshop_app.storage.publishing import DISK, Disk, Published, clear_unfinished, publish
from workshop_app.storage.refusal import FileRefused

LAST = 20
"""So many are kept whatever their age."""
DAYS = 30
"""So many days keep their last one."""
_STAMP = "%Y%m%dT%H%M%SZ"
_STAMP_LENGTH = 16
_COUNTED = "SELECT 1 FROM vote_round WHERE round_id = ? AND state IN ('closed', 'shown', 'locked')"


@dataclass(frozen=True)
class Backup:
    """One backup: its file, and when it was made in local time."""

    path: Path
    made: datetime


def to_remove(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those that are neither among the last twenty nor the last of their day for thirty days."""
    newest_first = sorted(backups, key=_by_age, reverse=True)
    kept = set(newest_first[:LAST])
    seen = set()
    for backup in newest_first:
        day = backup.made.date()
        if day not in seen and now.date() - day < timedelta(days=DAYS):
            kept.add(backup)
        seen.add(day)
    return tuple(backup for backup in newest_first if backup not in kept)


def _by_age(backup: Backup) -> tuple[datetime, str]:
    return backup.made, backup.path.name


@dataclass(frozen=True)
class Backups:
    """The folder with the backups of all days, a folder for each day inside."""

    folder: Path

    def make(self, source: Path, day_id: str, now: datetime, disk: Disk = DISK) -> Published:
        """Back up a day file, open or not, and let go of those that are too many.

        Raises:
            FileRefused: as `publish` does.
        """
        folder = self._of(day_id)
        clear_unfinished(folder)
        name = f"{now.astimezone(UTC).strftime(_STAMP)}{SUFFIX}"
        made = publish(source, free_path(folder / name), disk)
        for backup in to_remove(self.of(day_id), now):
            with suppress(OSError):
                backup.path.unlink()
        return made

    def of(self, day_id: str) -> tuple[Backup, ...]:
        """The backups of a day, newest first."""
        found = []
        for path in self._of(day_id).glob(f"*{SUFFIX}"):
            with suppress(ValueError):
                stamp = datetime.strptime(path.stem[:_STAMP_LENGTH], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, stamp.astimezone()))
        return tuple(sorted(found, key=_by_age, reverse=True))

    def forget_round(self, day_id: str, round_id: str) -> None:
        """A round is opened again: remove the backups that hold its ballots.

        Two of them, one ballot apart, would tell who voted in between.
        """
        for backup in self.of(day_id):
            if holds_ballots(backup.path, round_id):
                backup.path.unlink(missing_ok=True)

    def forget(self, day_id: str) -> None:
        """Remove all backups of a day, such as when a name has been erased from it."""
        shutil.rmtree(self._of(day_id), ignore_errors=True)

    def _of(self, day_id: str) -> Path:
        # A hash, since the id comes from a file and may be anything, such as a path.
        return self.folder / hashlib.sha256(day_id.encode()).hexdigest()[:16]


def holds_ballots(path: Path, round_id: str) -> bool:
    """Whether a copy holds the ballots of a round that was closed; also if it cannot be told."""
    try:
        with closing(raw_connection(path, read_only=True)) as raw:
            return raw.execute(_COUNTED, (round_id,)).fetchone() is not None
    except (sqlite3.Error, FileRefused):
        return True
