"""A day that is open: its lock, its store, and a mark that tells of a crash if it is left."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from workshop_app.app.store import DayStore
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.clock import Clock
from workshop_app.system.errors import KnownError

BEAT_MS = 60_000
"""So often the mark is touched, so that the time of a crash is known to the minute."""


def lock_of(path: Path) -> QLockFile:
    """The lock of a live file; one that a crashed program left behind does not count."""
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    return lock


def take_lock(path: Path) -> QLockFile:
    """Keep others out of a live file.

    Raises:
        KnownError: "locked", with host and since (a time, or None) of whoever has it open.
    """
    lock = lock_of(path)
    if lock.tryLock(0):
        return lock
    raise KnownError("locked", host=_host(lock), since=_since(path))


def _host(lock: QLockFile) -> str:
    _process, host, _program = lock.getLockInfo()
    return host or socket.gethostname()


def _since(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(Path(f"{path}.lock").stat().st_mtime).astimezone()
    except OSError:
        return None


@dataclass(frozen=True)
class LeftOpen:
    """A day that was open when the program stopped.

    Attributes:
        path: The live file.
        title: What the day is called.
        seen: When the program was last known to run.
    """

    path: Path
    title: str
    seen: datetime


@dataclass(frozen=True)
class OpenMarks:
    """A small file for each day that is open; it holds no votes."""

    folder: Path

    def put(self, path: Path, title: str, opened: datetime) -> None:
        """The day is open now.

        Raises:
            OSError: if it cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        mark = self._of(path)
        facts = {"path": str(path), "title": title, "opened": opened.isoformat(timespec="minutes")}
        temporary = mark.with_suffix(".part")
        with temporary.open("w", encoding="utf-8") as out:
            json.dump(facts, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(mark)

    def touch(self, path: Path) -> None:
        """The program is still running."""
        with suppress(OSError):
            os.utime(self._of(path))

    def remove(self, path: Path) -> None:
        """The day was closed in good order."""
        with suppress(OSError):
            self._of(path).unlink(missing_ok=True)

    def left(self) -> tuple[LeftOpen, ...]:
        """The days that were open when a program stopped, last seen first.

        Those that another program has open now are not among them, nor those whose file is gone.
        """
        return tuple(sorted(self._left(), key=_seen, reverse=True))

    def _left(self) -> Iterator[LeftOpen]:
        for mark in self.folder.glob("*.json"):
            try:
                facts = json.loads(mark.read_text(encoding="utf-8"))
                seen = datetime.fromtimestamp(mark.stat().st_mtime).astimezone()
                found = LeftOpen(Path(facts["path"]), str(facts["title"]), seen)
            except (OSError, ValueError, KeyError, TypeError):
                continue
            if not found.path.exists():
                self.remove(found.path)
            elif _is_free(found.path):
                yield found

    def _of(self, path: Path) -> Path:
        return self.folder / f"{path.stem}.json"


def _seen(left: LeftOpen) -> datetime:
    return left.seen


def _is_free(path: Path) -> bool:
    lock = lock_of(path)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True


class OpenedDay(QObject):
    """A live file that is open, with everything that must be let go of again.

    Attributes:
        store: The day.
        path: The live file.
    """

    def __init__(
        self,
        path: Path,
        marks: OpenMarks,
        clock: Clock,
        *,
        read_only: bool,
        backup: Callable[[Path], Path] | None = None,
    ) -> None:
        """Open a live file.

        Args:
            path: The file.
            marks: Where it is noted that the day is open.
            clock: The time now.
            read_only: Only look; whoever else has it open keeps it.
            backup: Copies a file of an older format before it is brought up to ours.

        Raises:
            KnownError: "locked" if another program has it open, or why the file cannot be opened.
        """
        super().__init__()
        self.path = path
        self._marks = marks
        self._lock = None if read_only else take_lock(path)
        try:
            self.store = DayStore(DayFile.open(path, read_only=read_only, backup=backup))
        except BaseException:
            self._unlock()
            raise
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._touch)
        if not read_only:
            # Without the mark a crash is not told of; no vote depends on it.
            with suppress(OSError):
                marks.put(path, self.store.day.workshop.title, clock())
            self._beat.start()

    @property
    def read_only(self) -> bool:
        """Whether the day can only be looked at."""
        return self.store.file.read_only

    def close(self) -> None:
        """Let go of the file; everything is on disk already."""
        self._beat.stop()
        self.store.close()
        if not self.read_only:
            self._marks.remove(self.path)
        self._unlock()

    def _touch(self) -> None:
        self._marks.touch(self.path)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
