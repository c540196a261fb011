"""The library of days on this computer: new ones, imported ones, the sample, somebody's file."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.ops import Op
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import Imported, read_source
from workshop_app.storage.library import DayEntry, days_in, fresh_path
from workshop_app.system.errors import KnownError


@dataclass(frozen=True)
class NewDay:
    """What a new day is made from.

    Attributes:
        title: What the day is called.
        date: When it is.
        organisation: The department that holds it.
        municipality: The municipality.
        source: A day.json or a folder of CSV or XLSX files to read in; None = an empty day.
    """

    title: str
    date: dt.date
    organisation: str = ""
    municipality: str = ""
    source: Path | None = None


@dataclass(frozen=True)
class Library:
    """The folder with the live day files.

    Attributes:
        folder: Where the files are.
        sample: The folder of the sample day.
    """

    folder: Path
    sample: Path

    def entries(self) -> tuple[DayEntry, ...]:
        """The days of the library, last worked on first; an unreadable file is left out."""
        return days_in(self.folder) if self.folder.is_dir() else ()

    def create(self, wish: NewDay) -> Path:
        """A new day file in the library.

        Raises:
            ImportRefused: if the source has errors; nothing is created.
            KnownError: if the folder cannot be written.
        """
        if wish.source is not None:
            return self._put(read_source(wish.source, today=wish.date))
        workshop = Workshop(
            id=str(uuid4()),
            title=wish.title,
            date=wish.date,
            department=wish.organisation,
            municipality=wish.municipality,
        )
        return self._put(Imported(Day(workshop), {}, {}), Op.CREATE_DAY)

    def create_sample(self, today: dt.date) -> Path:
        """A fresh copy of the sample day: its content, and no vote cast yet."""
        return self._put(fresh(read_source(self.sample / "day.json", today=today)))

    def bring_in(self, path: Path) -> Path:
        """The path to work on for a file somebody chose: a copy in the library, if it is not there.

        Raises:
            KnownError: if the file is not a day, is newer or damaged; the file is left alone.
        """
        if path.resolve().parent == self.folder.resolve():
            return path
        found = DayFile.open(path, read_only=True)
        title = found.load().workshop.title
        found.close()
        target = self._target(title)
        try:
            shutil.copy2(path, target)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise KnownError("cannot_write", folder=str(self.folder)) from error
        return target

    def _put(self, imported: Imported, op: Op = Op.IMPORT_DAY) -> Path:
        target = self._target(imported.day.workshop.title)
        store_imported(imported, target, op)
        return target

    def _target(self, title: str) -> Path:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(self.folder)) from error
        return fresh_path(self.folder, title)


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
