"""A copy of a day file, published whole: complete at its place or not there at all.

The copy is made beside its place under another name, put on disk, read again and verified, and
only then given its name. A power cut between any two steps leaves the older copy, or none.
"""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workshop_app.storage import log
from workshop_app.storage.connection import close_engine, open_engine, raw_connection, sync_folder
from workshop_app.storage.opening import inspect
from workshop_app.storage.refusal import FileRefused, file_refused

UNFINISHED = ".part"
"""How the names of copies end that have not got their own name yet."""
_LEFT_S = 3600
_VOTE_IS_OPEN = (
    "SELECT EXISTS (SELECT 1 FROM vote_round WHERE state = 'open' AND secrecy = 'anonymous')"
    " OR EXISTS (SELECT 1 FROM slip_box)"
)
OF_THE_MOMENT = ("session",)
"""Tables that tell of the file that is open now, and nothing of the day."""
_TARGETS_FAULT = frozenset({"unreadable", "read_only", "io_error", "not_saved"})
# What a folder answers that cannot be put on disk by itself, such as one on another computer.
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF})


class Disk:
    """The steps of publishing one by one, so that a test can cut the power between two of them."""

    def vacuum(self, source: sqlite3.Connection, temporary: Path) -> None:
        """Write the whole content of the open file into another, which is empty."""
        source.execute("VACUUM INTO ?", (str(temporary),))

    def sync(self, path: Path) -> None:
        """Put a file on disk."""
        handle = os.open(path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def replace(self, temporary: Path, target: Path) -> None:
        """Give the file its name, in one step."""
        temporary.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Put the new name on disk, where the system can."""
        try:
            sync_folder(folder)
        except OSError as reason:
            if reason.errno not in _NO_FOLDER_SYNC:
                raise

    def remove(self, temporary: Path) -> None:
        """Clear away what did not become a copy."""
        temporary.unlink(missing_ok=True)


DISK = Disk()


@dataclass(frozen=True)
class Published:
    """A copy that is complete.

    Attributes:
        path: Where it is.
        events: How many events its log holds.
        head: The head of its chain.
    """

    path: Path
    events: int
    head: str


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that can only read.

    Raises:
        FileRefused: if the file cannot be read.
    """
    engine = open_engine(path, read_only=True)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as reason:
        raise file_refused(reason.orig) from None
    except sqlite3.Error as reason:
        raise file_refused(reason) from None
    finally:
        close_engine(engine, read_only=True)


def verified(path: Path) -> tuple[int, str]:
    """Look at pages, tables, log and votes of a file; how many events, and the head of the chain.

    Raises:
        FileRefused: damaged, altered.
    """
    with reading(path) as connection:
        inspect(connection)
        return log.head(connection)


def publish(source: Path, target: Path, disk: Disk = DISK) -> Published:
    """Copy a day file, open or not, to a place; an older copy there is replaced by the whole one.

    Raises:
        FileRefused: vote_open (a secret vote is open: two copies with one ballot between them
            would tell who voted what), same_file, cannot_write (facts: folder), disk_full, or what
            is wrong with the source. A copy that stood at the target is as it was, or replaced.
    """
    if _same(source, target):
        raise FileRefused("same_file", path=str(target))
    temporary = _reserved(target)
    try:
        _snapshot(source, temporary, disk)
        events, head = _checked(temporary)
        disk.replace(temporary, target)
        disk.sync_folder(target.parent)
    except OSError as reason:
        raise _folder_refused(reason, target.parent) from reason
    finally:
        # Where the folder cannot be reached there is nothing to clear away either.
        with suppress(OSError):
            disk.remove(temporary)
    return Published(target, events, head)


def clear_unfinished(folder: Path) -> None:
    """Take away what power cuts left of copies; such a file never had its name.

    What is younger than an hour may be another program's copy in the making.
    """
    for path in folder.glob(f".*{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_S:
                path.unlink()


def _same(source: Path, target: Path) -> bool:
    try:
        return target.exists() and source.samefile(target)
    except OSError:
        return False


def _reserved(target: Path) -> Path:
    """An empty file beside the target, under a name that is ours."""
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.touch(exist_ok=False)
    except OSError as reason:
        raise _folder_refused(reason, target.parent) from reason
    return temporary


def _snapshot(source: Path, temporary: Path, disk: Disk) -> None:
    try:
        with closing(raw_connection(source, read_only=True)) as raw:
            _refuse_secret_vote(raw)
            disk.vacuum(raw, temporary)
    except sqlite3.Error as reason:
        refused = file_refused(reason)
        if refused.code in _TARGETS_FAULT and source.exists():
            raise FileRefused("cannot_write", folder=str(temporary.parent)) from None
        raise refused from None
    _forget_the_moment(temporary)
    disk.sync(temporary)


def _forget_the_moment(temporary: Path) -> None:
    with closing(sqlite3.connect(temporary, isolation_level=None)) as raw:
        names = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
        for table in OF_THE_MOMENT:
            if table in names:
                raw.execute(f'DELETE FROM "{table}"')  # noqa: S608 - one of ours


def _checked(temporary: Path) -> tuple[int, str]:
    found = verified(temporary)
    # The vote may have been opened between the first look and the copy.
    with closing(raw_connection(temporary, read_only=True)) as raw:
        _refuse_secret_vote(raw)
    return found


def _refuse_secret_vote(raw: sqlite3.Connection) -> None:
    (is_open,) = raw.execute(_VOTE_IS_OPEN).fetchone()
    if is_open:
        raise FileRefused("vote_open")


def _folder_refused(reason: OSError, folder: Path) -> FileRefused:
    if reason.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FileRefused("disk_full", folder=str(folder))
    return FileRefused("cannot_write", folder=str(folder))
