"""The one thread that writes. Work is queued to it and answered after COMMIT, never before."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from workshop_app.storage.connection import sql
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.session import FileSession

Answer = TypeVar("Answer")
Item = TypeVar("Item")
Job = Callable[[Connection], Answer]
_MOST_AT_ONCE = 512
# Seconds between the tries to write with the file opened again.
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4)
# What may pass by itself: a stick that was pulled and put back, a network that hiccuped.
_PASSING = frozenset({"io_error", "damaged", "unreadable", "not_saved"})


@dataclass(frozen=True)
class Outcome:
    """What became of one errand: its answer, or why not."""

    answer: Any = None
    error: Exception | None = None


Look = Callable[[Path], object]
Together = Callable[[Connection, Sequence[Item]], Sequence[Outcome]]


@dataclass(frozen=True)
class _Errand:
    """Something to do.

    Attributes:
        job: What; or an item for `together`; or, if it `moves` the file, what gives its new path.
        future: Where the answer goes.
        together: Does it for all that wait.
        moves: The file shall be another one.
        examines: The file may be spoilt; the job tells how.
    """

    job: Any
    future: Future[Any]
    together: Together[Any] | None = None
    moves: bool = False
    examines: bool = False


def _no_look(_path: Path) -> None:
    """Any file will do."""


def _fine(_connection: Connection) -> None:
    """What is in it does not matter."""


class Writer:
    """Owns the only connection to a day file.

    What is waiting is written as a group: one transaction, a savepoint for each, so that one that
    fails takes only itself back. Nothing is answered before the transaction is on disk, in a file
    that is still where its path leads. After a fault the file is opened again.
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, look: Look = _no_look, check: Job[Any] = _fine
    ) -> None:
        """Start the thread and open the file in it.

        Args:
            path: The file.
            read_only: Nothing can be written.
            look: Looks at a file before SQLite is let near it; raises if it is not one of ours.
            check: Verifies the file when it was opened again or somebody else has written to it.

        Raises:
            FileRefused: if the file cannot be opened.
        """
        self.path = path
        self._read_only = read_only
        self._look = look
        self._check = check
        self._suspect = False
        self._session: FileSession | None = None
        self._queue: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._pause = threading.Event()  # never set: waits without holding anything up
        opened: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(opened,), name=f"writer of {path.name}", daemon=True
        )
        self._thread.start()
        opened.result()

    def submit(self, job: Job[Answer]) -> Future[Answer]:
        """Queue a job; its future is answered after COMMIT.

        A job gets the connection in a transaction and must not commit. It must not submit. It may
        be run again if the transaction fails.
        """
        return self._put(_Errand(job, Future()))

    def submit_together(self, together: Together[Item], item: Item) -> Future[Any]:
        """Queue an item for work that is done for all waiting items in one go.

        Args:
            together: Gives one outcome for each item and leaves nothing of those that failed.
            item: What it shall be done with.
        """
        return self._put(_Errand(item, Future(), together))

    def run(self, job: Job[Answer]) -> Answer:
        """Queue a job and wait for it to be on disk.

        Raises:
            FileRefused: if it cannot be written; then nothing of it is.
            Refused: if the job itself says no; likewise.
        """
        return self.submit(job).result()

    def examine(self, job: Job[Answer]) -> Answer:
        """Run a job that only reads, though the file may not be what it was.

        Raises:
            FileRefused: if it cannot be read at all.
        """
        future: Future[Answer] = Future()
        return self._put(_Errand(job, future, examines=True)).result()  # type: ignore[no-any-return]  # a queue of all kinds

    def move(self, change: Callable[[FileSession], Path]) -> None:
        """Go on with the file at the path that `change` gives, once it is found to be good.

        Raises:
            FileRefused: if it is not; then everything stays as it was.
        """
        self._put(_Errand(change, Future(), moves=True)).result()

    def look_from_now_on(self, look: Look, check: Job[Any]) -> None:
        """The file has become one of ours."""
        self._look, self._check = look, check

    def close(self) -> None:
        """Finish what is queued, close the file and end the thread. A second time does nothing."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def _put(self, errand: _Errand) -> Future[Any]:
        with self._closing:
            if self._closed:
                errand.future.set_exception(FileRefused("closed"))
            else:
                self._queue.put(errand)
        return errand.future

    # --- in the thread

    def _run(self, opened: Future[None]) -> None:
        try:
            self._session = self._opened()
        except Exception as reason:  # noqa: BLE001 - handed to whoever waits for the file
            opened.set_exception(_kind(reason))
            return
        opened.set_result(None)
        while self._answer_all(self._waiting()):
            pass
        if self._session:
            self._session.close()

    def _waiting(self) -> list[_Errand | None]:
        """The next errand, and what else is queued already; nobody lingers for more."""
        found = [self._queue.get()]
        while found[-1] is not None and len(found) < _MOST_AT_ONCE:
            try:
                found.append(self._queue.get_nowait())
            except queue.Empty:
                break
        return found

    def _answer_all(self, waiting: list[_Errand | None]) -> bool:
        """Write a group; False when it was the last."""
        errands = [errand for errand in waiting if errand is not None]
        for _kind_of, some in groupby(errands, _sort):
            group = list(some)
            if group[0].moves:
                _answer(group, [self._moved(errand) for errand in group])
            else:
                _answer(group, self._written(group))
        return waiting[-1] is not None

    def _written(self, errands: list[_Errand]) -> Sequence[Outcome]:
        """Do the errands in one transaction; if that fails they all fail, and nothing is told."""
        error: Exception = FileRefused("not_saved")
        for wait in (*_WAITS, None):
            try:
                return self._tried(errands)
            except Exception as reason:  # noqa: BLE001 - handed to whoever waits
                error = _kind(reason)
            code = error.code if isinstance(error, FileRefused) else ""
            if code != "moved":  # what we hold may be all there is
                self._drop()
            if code not in _PASSING:
                break
            if wait is not None:
                self._pause.wait(wait)
        if isinstance(error, FileRefused) and error.code == "damaged":
            error = self._diagnosis()
        return [Outcome(error=error)] * len(errands)

    def _tried(self, errands: list[_Errand]) -> Sequence[Outcome]:
        session = self._in_place(check=not errands[0].examines)
        before = session.writes()
        begun = session.connection.begin()
        try:
            outcomes = _done(session.connection, errands)
        except _NotDone as not_done:
            if session.connection.in_transaction():  # the toolkit may have done it already
                begun.rollback()
            return [Outcome(error=_kind(not_done.reason))]
        try:
            begun.commit()
        except (SQLAlchemyError, sqlite3.Error):
            self._drop()
            # A commit that failed may still be durable.
            if self._in_place().writes() != before + 1:
                raise
        self._still_in_place()
        return outcomes

    def _in_place(self, *, check: bool = True) -> FileSession:
        """The session, with its file where it should be and as we left it.

        Raises:
            FileRefused: "moved"; or what the check says.
        """
        session = self._session or self._opened_again()
        try:
            session.must_be_in_place()
        except FileRefused:
            if not session.is_same_as(self.path):
                raise
            self._drop()  # somebody put the same file back
            session = self._opened_again()
        if session.was_touched():
            self._drop()  # SQLite holds pages that may not be on disk any more
            session = self._opened_again()
        if self._suspect and check:
            with session.connection.begin():
                self._check(session.connection)
            self._suspect = False
        return session

    def _still_in_place(self) -> None:
        if self._session:
            self._session.must_be_in_place()
            self._session.note_write()

    def _opened(self) -> FileSession:
        self._look(self.path)
        return FileSession(self.path, read_only=self._read_only)

    def _opened_again(self) -> FileSession:
        self._suspect = True
        try:
            self._session = self._opened()
        except FileRefused as refused:
            if refused.code == "missing":
                raise FileRefused("moved", path=str(self.path)) from None
            raise
        return self._session

    def _drop(self) -> None:
        if self._session:
            self._session.drop()
        self._session = None

    def _diagnosis(self) -> FileRefused:
        """Damaged only if a look at all pages says so, with the file opened again."""
        try:
            connection = self._in_place().connection
            with connection.begin():
                fine = sql(connection, "PRAGMA quick_check(1)").fetchone() == ("ok",)
        except Exception as reason:  # noqa: BLE001 - told to whoever waits
            self._drop()
            error = _kind(reason)
            return error if isinstance(error, FileRefused) else FileRefused("damaged")
        return FileRefused("io_error" if fine else "damaged")

    def _moved(self, errand: _Errand) -> Outcome:
        old, path = self._session, self.path
        if old is None:
            return Outcome(error=FileRefused("moved", path=str(path)))
        try:
            self.path = errand.job(old)
            self._session = self._opened()
        except Exception as reason:  # noqa: BLE001 - told to whoever waits
            self._session, self.path = old, path
            return Outcome(error=_kind(reason))
        self._suspect = True
        old.drop()
        journal = path.with_name(f"{path.name}-journal")
        if not path.exists() and journal.exists() and not journal.stat().st_size:
            journal.unlink()
        return Outcome()


class _NotDone(Exception):  # noqa: N818 - not an error of ours
    """The only errand of a transaction said no."""

    def __init__(self, reason: Exception) -> None:
        super().__init__()
        self.reason = reason


def _sort(errand: _Errand) -> tuple[bool, bool]:
    return errand.moves, errand.examines


def _together(errand: _Errand) -> Together[Any] | None:
    return errand.together


def _done(connection: Connection, errands: list[_Errand]) -> list[Outcome]:
    """Do the errands in order; those that are done together, in one go."""
    outcomes: list[Outcome] = []
    for together, some in groupby(errands, _together):
        group = list(some)
        if together is not None:
            outcomes += together(connection, [errand.job for errand in group])
        elif len(errands) == 1:
            outcomes.append(_single(connection, group[0]))
        else:
            outcomes += [_alone(connection, errand) for errand in group]
    return outcomes


def _single(connection: Connection, errand: _Errand) -> Outcome:
    try:
        return Outcome(errand.job(connection))
    except Exception as reason:
        if _is_fault(reason):
            raise
        raise _NotDone(reason) from None


def _alone(connection: Connection, errand: _Errand) -> Outcome:
    """One errand of a group in its own savepoint."""
    savepoint = connection.begin_nested()
    try:
        answer = errand.job(connection)
    except Exception as reason:
        if _is_fault(reason):
            raise
        savepoint.rollback()
        return Outcome(error=_kind(reason))
    savepoint.commit()
    return Outcome(answer)


def _is_fault(reason: Exception) -> bool:
    """Whether it is the file that fails, and not the errand."""
    error = reason.orig if isinstance(reason, DBAPIError) else reason
    name = getattr(error, "sqlite_errorname", "SQLITE_UNKNOWN")
    return isinstance(error, sqlite3.Error) and not name.startswith("SQLITE_CONSTRAINT")


def _kind(reason: Exception) -> Exception:
    """An error of the database in our words, without its statement; others as they are."""
    if isinstance(reason, DBAPIError):
        return file_refused(reason.orig)
    if isinstance(reason, SQLAlchemyError | sqlite3.Error):
        return file_refused(reason)
    return reason


def _answer(errands: Iterable[_Errand], outcomes: Sequence[Outcome]) -> None:
    for errand, outcome in zip(errands, outcomes, strict=True):
        if outcome.error is None:
            errand.future.set_result(outcome.answer)
        else:
            errand.future.set_exception(outcome.error)
