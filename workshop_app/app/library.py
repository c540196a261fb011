"""The library of days on this computer: new ones, imported ones, the sample, somebody's file."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from workshop_app.app.beginnings import Beginning, begun
from workshop_app.app.opened import take_lock
from workshop_app.domain.ops import Op
from workshop_app.domain.templates import new_workshop
from workshop_app.storage.backups import Backup, Backups
from workshop_app.storage.comparing import Kinship, Relation, chain_of, related
from workshop_app.storage.copied import Copied, CopyRecord
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import Imported, read_source
from workshop_app.storage.library import (
    DayEntry,
    cut_off,
    days_in,
    entry_of,
    free_path,
    fresh_path,
    journal_of,
    unreadable_in,
)
from workshop_app.storage.publishing import DISK, clear_unfinished
from workshop_app.storage.receiving import receive
from workshop_app.system.errors import KnownError

TRASH_DAYS = 30
"""So long a day that was removed can be taken back."""
_STAMP = "%Y%m%dT%H%M%SZ"
_NEAREST = (Kinship.SAME, Kinship.BEHIND, Kinship.AHEAD, Kinship.FORKED)


@dataclass(frozen=True)
class NewDay:
    """What a new day is made from.

    Attributes:
        title: What the day is called.
        date: When it is.
        organisation: The department that holds it.
        municipality: The municipality.
        source: A day.json or a folder of CSV or XLSX files to read in; None = a new day.
        beginning: What a day that is not read in begins with.
    """

    title: str
    date: dt.date
    organisation: str = ""
    municipality: str = ""
    source: Path | None = None
    beginning: Beginning = field(default_factory=Beginning)


@dataclass(frozen=True)
class Arrival:
    """Somebody's file, let in and verified, before it has a name in the library.

    Attributes:
        waiting: The fresh copy; `Library.keep` names it, `Library.drop` removes it.
        title: What its day is called.
        ours: The file of the same day in the library that is nearest to it, if there is one.
        relation: How theirs stands to ours, if there is one.
    """

    waiting: Path
    title: str
    ours: Path | None = None
    relation: Relation | None = None


@dataclass(frozen=True)
class Moved:
    """A day that was put away: where it was and where it is."""

    was: Path
    now: Path


@dataclass(frozen=True)
class Library:
    """The folder with the live day files.

    Attributes:
        folder: Where the files are.
        sample: The folder of the sample day.
    """

    folder: Path
    sample: Path

    @property
    def archive(self) -> Path:
        """Days that are put away and kept."""
        return self.folder.parent / "archive"

    @property
    def trash(self) -> Path:
        """Days that were removed, for a month."""
        return self.folder.parent / "trash"

    @property
    def backups(self) -> Backups:
        """The backups of all days."""
        return Backups(self.folder.parent / "backups")

    @property
    def record(self) -> CopyRecord:
        """What is known of copies."""
        return CopyRecord(self.folder.parent / "copies.json")

    # --- what there is

    def entries(self, *, archived: bool = False) -> tuple[DayEntry, ...]:
        """The days of the library, or of the archive, last worked on first.

        An unreadable file is left out; see `unreadable`.
        """
        folder = self.archive if archived else self.folder
        copies = self.record.all()
        return tuple(_with_copy(entry, copies.get(entry.path.name)) for entry in days_in(folder))

    def unreadable(self) -> tuple[Path, ...]:
        """The files of the library that cannot be read."""
        return unreadable_in(self.folder)

    # --- making

    def create(self, wish: NewDay) -> Path:
        """A new day file in the library.

        Raises:
            ImportRefused: if the source has errors; nothing is created.
            KnownError: if the folder cannot be written, or the earlier day not be read.
        """
        if wish.source is not None:
            return self._put(read_source(wish.source, today=wish.date))
        workshop = new_workshop(str(uuid4()), wish.title, wish.date).changed(
            department=wish.organisation, municipality=wish.municipality
        )
        return self._put(Imported(begun(workshop, wish.beginning), {}, {}), Op.CREATE_DAY)

    def create_sample(self, today: dt.date) -> Path:
        """A fresh copy of the sample day: its content, and no vote cast yet."""
        return self._put(fresh(read_source(self.sample / "day.json", today=today)))

    def _put(self, imported: Imported, op: Op = Op.IMPORT_DAY) -> Path:
        """Each new file is a day of its own, also if the same source is read in twice."""
        workshop = imported.day.workshop.changed(id=str(uuid4()))
        own = replace(imported, day=replace(imported.day, workshop=workshop))
        target = self._target(workshop.title)
        store_imported(own, target, op)
        return target

    # --- somebody's file

    def holds(self, path: Path) -> bool:
        """Whether a file is one of the live ones."""
        return path.resolve().parent == self.folder.resolve()

    def receive(self, path: Path) -> Arrival:
        """Let somebody's file in, and compare it with what is here of the same day.

        Raises:
            KnownError: if it is not a day, is newer, damaged or altered; it is left alone.
        """
        self._made()
        clear_unfinished(self.folder)
        waiting = receive(path, self.folder)
        try:
            entry = entry_of(waiting)
            theirs = chain_of(waiting)
            near = [
                (related(chain_of(ours.path), theirs), ours.path) for ours in self._same_day(entry)
            ]
        except BaseException:
            waiting.unlink(missing_ok=True)
            raise
        if not near:
            return Arrival(waiting, entry.title)
        relation, ours = min(near, key=_distance)
        return Arrival(waiting, entry.title, ours, relation)

    def _same_day(self, theirs: DayEntry) -> Iterator[DayEntry]:
        return (ours for ours in days_in(self.folder) if ours.day_id == theirs.day_id)

    def keep(self, arrival: Arrival) -> Path:
        """Give what came in a name of its own in the library, beside what is there.

        Raises:
            KnownError: if the folder cannot be written.
        """
        target = self._target(arrival.title)
        try:
            DISK.replace(arrival.waiting, target)
            DISK.sync_folder(self.folder)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(self.folder)) from error
        return target

    def drop(self, arrival: Arrival) -> None:
        """Let what came in go again; somebody's file is as it was."""
        arrival.waiting.unlink(missing_ok=True)

    def bring_in(self, path: Path) -> Path:
        """The path to work on for a file somebody chose, without a question.

        One that is in the library is opened there, also if it is the same as, or behind, one
        there; any other gets a file of its own.

        Raises:
            KnownError: as `receive` does.
        """
        if self.holds(path):
            return path
        arrival = self.receive(path)
        relation = arrival.relation
        if arrival.ours and relation and relation.kind in {Kinship.SAME, Kinship.BEHIND}:
            self.drop(arrival)
            return arrival.ours
        return self.keep(arrival)

    # --- backups

    def backups_of(self, live: Path) -> tuple[Backup, ...]:
        """The backups of a live file's day, newest first; also if the file cannot be read."""
        copied = self.record.of(live)
        return self.backups.of(copied.day_id) if copied else ()

    def restore(self, backup: Path) -> Path:
        """A backup as a new live file; what is in the library is left alone.

        Raises:
            KnownError: if the backup is not sound, or the folder cannot be written.
        """
        self._made()
        waiting = receive(backup, self.folder)
        return self.keep(Arrival(waiting, entry_of(waiting).title))

    def safe_copy(self, live: Path) -> Path:
        """The file as it is, byte by byte, before it is brought up to our format.

        Raises:
            KnownError: "cannot_write".
        """
        folder = self.backups.folder / "older formats"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target = free_path(folder / live.name)
            shutil.copyfile(live, target)
            DISK.sync(target)
            DISK.sync_folder(folder)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(folder)) from error
        return target

    # --- putting away

    def put_away(self, path: Path) -> Moved:
        """Into the archive.

        Raises:
            KnownError: "locked" if it is open somewhere, "cannot_write".
        """
        return self._move(path, self.archive)

    def remove(self, path: Path, now: dt.datetime) -> Moved:
        """Into the trash, from where it can be taken back for a month.

        Raises:
            KnownError: "locked" if it is open somewhere, "cannot_write".
        """
        return self._move(path, self.trash / now.astimezone(dt.UTC).strftime(_STAMP))

    def take_back(self, moved: Moved) -> Path:
        """Undo: back to where it was; under another name if that has been taken since.

        Raises:
            KnownError: "missing", "cannot_write".
        """
        return self._move(moved.now, moved.was.parent, moved.was.name).now

    def out_of_archive(self, path: Path) -> Moved:
        """Back among the live files.

        Raises:
            KnownError: "locked" if it is open somewhere, "cannot_write".
        """
        return self._move(path, self.folder)

    def empty_trash(self, now: dt.datetime) -> None:
        """Let go of what was removed more than a month ago, and of its backups."""
        kept = {entry.day_id for each in (False, True) for entry in self.entries(archived=each)}
        for folder in self.trash.glob("*"):
            if _removed_at(folder, now) >= now - dt.timedelta(days=TRASH_DAYS):
                continue
            for entry in days_in(folder):
                if entry.day_id not in kept:
                    self.backups.forget(entry.day_id)
            shutil.rmtree(folder, ignore_errors=True)

    def _move(self, path: Path, folder: Path, name: str = "") -> Moved:
        if not path.exists():
            raise KnownError("missing", path=str(path))
        lock = take_lock(path)
        try:
            _settled(path)
            folder.mkdir(parents=True, exist_ok=True)
            target = free_path(folder / (name or path.name))
            path.rename(target)
            if cut_off(path):  # a damaged file takes its journal along; it must not meet another
                journal_of(path).rename(journal_of(target))
            DISK.sync_folder(folder)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(folder)) from error
        finally:
            lock.unlock()
        return Moved(path, target)

    def _target(self, title: str) -> Path:
        self._made()
        return fresh_path(self.folder, title)

    def _made(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(self.folder)) from error


def _with_copy(entry: DayEntry, copied: Copied | None) -> DayEntry:
    if copied is None or copied.day_id != entry.day_id:
        return entry
    return replace(entry, copied=copied.at)


def _removed_at(folder: Path, now: dt.datetime) -> dt.datetime:
    """By the name of the folder in the trash; what is not ours counts as removed now."""
    try:
        return dt.datetime.strptime(folder.name, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return now


def _distance(near: tuple[Relation, Path]) -> tuple[int, int]:
    relation, _path = near
    return _NEAREST.index(relation.kind), -relation.common


def _settled(path: Path) -> None:
    """A journal must not stay behind when its file is moved."""
    with suppress(KnownError):
        DayFile.open(path).close()


def fresh(imported: Imported) -> Imported:
    """The same day before anybody has voted; those present are the electorate."""
    rounds = tuple(r.changed(electorate=0) for r in imported.day.rounds)
    return replace(imported, day=replace(imported.day, rounds=rounds), ballots={}, hands={})


def store_imported(imported: Imported, target: Path, op: Op = Op.IMPORT_DAY) -> None:
    """Write an imported day, votes included, to a new file; complete or absent.

    Raises:
        KnownError: if it cannot be written.
    """
    file = DayFile.create(target, imported.day, op)
    try:
        file.import_votes(imported.ballots, imported.hands)
    except BaseException:
        file.close()
        target.unlink(missing_ok=True)
        raise
    file.close()
