"""The one thread that writes. Work is queued to it and answered after COMMIT, never before."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from workshop_app.storage.connection import close_engine, open_engine
from workshop_app.storage.refusal import FileRefused, file_refused

Answer = TypeVar("Answer")
Job = Callable[[Connection], Answer]
_MOST_AT_ONCE = 256


@dataclass(frozen=True)
class _Errand:
    job: Job[Any]
    future: Future[Any]


class Writer:
    """Owns the only connection to a day file.

    What is waiting is written as a group: one transaction, a savepoint for each, so that one that
    fails takes only itself back. Nothing is answered before the transaction is on disk.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Start the thread and open the file in it.

        Raises:
            FileRefused: if the file cannot be opened.
        """
        self._path = path
        self._read_only = read_only
        self._queue: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        opened: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(opened,), name=f"writer of {path.name}", daemon=True
        )
        self._thread.start()
        opened.result()

    def submit(self, job: Job[Answer]) -> Future[Answer]:
        """Queue a job; its future is answered after COMMIT.

        A job gets the connection in a transaction and must not commit. It must not submit.
        """
        future: Future[Answer] = Future()
        with self._closing:
            if self._closed:
                future.set_exception(FileRefused("closed"))
            else:
                self._queue.put(_Errand(job, future))
        return future

    def run(self, job: Job[Answer]) -> Answer:
        """Queue a job and wait for it to be on disk.

        Raises:
            FileRefused: if it cannot be written; then nothing of it is.
            Refused: if the job itself says no; likewise.
        """
        return self.submit(job).result()

    def close(self) -> None:
        """Finish what is queued, close the file and end the thread. A second time does nothing."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def _run(self, opened: Future[None]) -> None:
        engine = open_engine(self._path, read_only=self._read_only)
        try:
            with engine.connect():  # opens the file
                pass
        except Exception as reason:  # noqa: BLE001 - handed to whoever waits for the file
            engine.dispose()
            opened.set_exception(_kind(reason))
            return
        opened.set_result(None)
        while self._write(engine, self._waiting()):
            pass
        try:
            close_engine(engine, read_only=self._read_only)
        except (
            SQLAlchemyError
        ):  # pragma: no cover - the disk is gone; all is on it that was answered
            engine.dispose()

    def _waiting(self) -> list[_Errand | None]:
        """The next errand, and what else is queued already; nobody lingers for more."""
        found = [self._queue.get()]
        while found[-1] is not None and len(found) < _MOST_AT_ONCE:
            try:
                found.append(self._queue.get_nowait())
            except queue.Empty:
                break
        return found

    def _write(self, engine: Engine, waiting: list[_Errand | None]) -> bool:
        """Write a group; False when it was the last."""
        errands = [errand for errand in waiting if errand is not None]
        if errands:
            _answer(errands, _committed(engine, errands))
        return waiting[-1] is not None


@dataclass(frozen=True)
class _Outcome:
    answer: Any = None
    error: Exception | None = None


def _committed(engine: Engine, errands: list[_Errand]) -> list[_Outcome]:
    """Do the errands in one transaction; if that fails they all fail, and nothing is on disk."""
    try:
        with engine.begin() as connection:
            if len(errands) == 1:
                return [_Outcome(errands[0].job(connection))]
            return [_alone(connection, errand) for errand in errands]
    except Exception as reason:  # noqa: BLE001 - handed to whoever waits
        return [_Outcome(error=_kind(reason)) for _errand in errands]


def _alone(connection: Connection, errand: _Errand) -> _Outcome:
    """One errand of a group in its own savepoint."""
    savepoint = connection.begin_nested()
    try:
        answer = errand.job(connection)
    except Exception as reason:  # noqa: BLE001 - handed to whoever waits
        savepoint.rollback()
        return _Outcome(error=_kind(reason))
    savepoint.commit()
    return _Outcome(answer)


def _kind(reason: Exception) -> Exception:
    """An error of the database in our words, without its statement; others as they are."""
    if isinstance(reason, DBAPIError):
        return file_refused(reason.orig)
    return file_refused(reason) if isinstance(reason, sqlite3.Error) else reason


def _answer(errands: list[_Errand], outcomes: list[_Outcome]) -> None:
    for errand, outcome in zip(errands, outcomes, strict=True):
        if outcome.error is None:
            errand.future.set_result(outcome.answer)
        else:
            errand.future.set_exception(outcome.error)
