"""One connection to a day file and the watch over its place, from opening to closing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from workshop_app.storage.connection import close_engine, driver, open_engine, sync_folder
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.watch import Watch


class FileSession:
    """A file that is open in the writer's thread.

    SQLAlchemy never marks these connections invalid: after a fault the session is dropped and a
    new one is opened.

    Attributes:
        connection: The one connection.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        """Open the file; what a crash left half written is taken back by SQLite.

        Raises:
            FileRefused: if the file is not there or a setting does not take.
            SQLAlchemyError: if SQLite cannot open it.
        """
        self._read_only = read_only
        self._watch = Watch(path)
        self._engine = open_engine(path, read_only=read_only)
        try:
            self.connection: Connection = self._engine.connect()
            driver(self.connection).execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
        except BaseException:
            self._engine.dispose()
            self._watch.close()
            raise
        self._seen = self._watch.touched()

    def note_write(self) -> None:
        """What was written since the last time was ours."""
        self._seen = self._watch.touched()

    def was_touched(self) -> bool:
        """Whether somebody else has written to the file; SQLite would not look at it again."""
        return self._seen != self._watch.touched()

    def writes(self) -> int:
        """How many transactions have written to the file."""
        return self._watch.counter()

    def must_be_in_place(self) -> None:
        """What is written to a file nobody can find again is not saved.

        Raises:
            FileRefused: "moved" if the path does not lead to the file any more.
        """
        if not self._watch.in_place():
            raise FileRefused("moved", path=str(self._watch.path))

    def is_same_as(self, path: Path) -> bool:
        """Whether the file at that path has what this one has, byte by byte."""
        try:
            other = Watch(path)
        except FileRefused:
            return False
        same = other.fingerprint() == self._watch.fingerprint()
        other.close()
        return same

    def copy_to(self, path: Path) -> None:
        """Write all there is to a new file, complete or absent; also when ours has no name left.

        Raises:
            FileRefused: "exists".
            sqlite3.Error: if it cannot be written.
        """
        if path.exists():
            raise FileRefused("exists", path=str(path))
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        try:
            driver(self.connection).execute("VACUUM INTO ?", (str(part),))
            with part.open("r+b") as written:
                os.fsync(written.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(path.parent)

    def close(self) -> None:
        """Close in good order; the empty journal is removed."""
        try:
            self.connection.close()
            close_engine(self._engine, read_only=self._read_only)
        except (SQLAlchemyError, sqlite3.Error):
            self._engine.dispose()  # the disk is gone; all is on it that was answered
        self._watch.close()

    def drop(self) -> None:
        """Let go after a fault; what was not committed is not in the file."""
        raw = driver(self.connection)
        try:
            self.connection.invalidate()
            raw.close()
        except (SQLAlchemyError, sqlite3.Error):
            pass
        finally:
            self._engine.dispose()
            self._watch.close()
