"""Copies of the day that is open: where the person says, in the copy folder, and as backups."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.app.library import Library
from workshop_app.app.store import Change, DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState, Secrecy
from workshop_app.storage.backups import holds_ballots
from workshop_app.storage.copied import Copied, copy_place
from workshop_app.storage.publishing import clear_unfinished, publish
from workshop_app.storage.refusal import FileRefused
from workshop_app.system.clock import Clock
from workshop_app.system.errors import KnownError

EVERY_MS = 600_000
"""So often a changed day is copied by itself: ten minutes."""
_BEGUN = frozenset({RoundState.CLOSED, RoundState.SHOWN, RoundState.LOCKED, RoundState.CANCELLED})


@dataclass(frozen=True)
class CopyPlaces:
    """Where copies go.

    Attributes:
        library: Knows the backups and the record of copies.
        folder: The automatic copy folder.
    """

    library: Library
    folder: Path


class CopyKeeper(QObject):
    """Keeps copies and backups of an open day, in a thread of its own.

    After each closed vote, every ten minutes if something changed, and at the end. Never while a
    secret vote is open: two copies with one ballot between them would tell who voted what.

    Signals:
        failed: The copy folder cannot be written; told once. Carries a `KnownError`.
        copied: A copy was made in the copy folder. Carries its path.
    """

    failed: ClassVar[Signal] = Signal(object)
    copied: ClassVar[Signal] = Signal(object)
    _done: ClassVar[Signal] = Signal(object)

    def __init__(
        self, store: DayStore, places: CopyPlaces, clock: Clock, parent: QObject | None = None
    ) -> None:
        """Begin to keep copies.

        Args:
            store: The open day.
            places: Where copies go.
            clock: The time now.
            parent: The owner, if any.
        """
        super().__init__(parent)
        self._store = store
        self._live = store.file.path
        self._places = places
        self._clock = clock
        self._day = store.day
        self._changed = self._is_behind()
        self._told = False
        self._again = False
        self._backed_up = ""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="copies")
        self._running: Future[Path] | None = None
        self._done.connect(self._finished)
        store.changed.connect(self._noticed)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.copy_if_changed)
        self._timer.start()

    @property
    def folder(self) -> Path:
        """The automatic copy folder."""
        return self._places.folder

    def use_folder(self, folder: Path) -> None:
        """Another copy folder from now on; the day is copied there at once."""
        self._places = replace(self._places, folder=folder)
        self._told = False
        self._changed = True
        self.copy_if_changed()

    def save_copy(self, target: Path) -> None:
        """Copy the day where the person says, and wait for it.

        Raises:
            KnownError: "vote_open" while a secret vote is open, "same_file", "cannot_write",
                "disk_full"; an older copy there is as it was.
        """
        self._wait()
        made = publish(self._live, target)
        self._note(str(made.path), made.head)

    def copy_if_changed(self) -> None:
        """Back up and copy in the background, if there is anything new and no secret vote open."""
        if not self._changed or secret_vote_open(self._day):
            return
        if self._running is not None:
            self._again = True
            return
        self._changed = self._again = False
        self._running = self._worker.submit(self._copy)
        self._running.add_done_callback(self._done.emit)

    def forget_all(self) -> None:
        """Something was erased from the day: let go of backups and copy, and make them anew."""
        self._wait()
        self._places.library.backups.forget(self._day.workshop.id)
        self._forget_copy()
        self._backed_up = ""
        self._changed = True
        self.copy_if_changed()

    def finish(self) -> None:
        """The last copy and backup, before the day is closed; waits for them."""
        self._timer.stop()
        self._store.changed.disconnect(self._noticed)
        self._wait()
        self.copy_if_changed()
        self._wait()
        self._worker.shutdown()

    # --- keeping up

    def _noticed(self, change: Change) -> None:
        before, self._day = self._day, change.day
        self._changed = True
        if "votes" not in change.touched:
            return
        for voting in change.day.rounds:
            was, now = before.standing(voting.id).state, change.day.standing(voting.id).state
            if was is RoundState.CLOSED and now is RoundState.OPEN:
                self._reopened(voting.id)
            if was is RoundState.OPEN and now in _BEGUN:
                self.copy_if_changed()

    def _reopened(self, round_id: str) -> None:
        """What holds the ballots as they were would tell, beside the next, who came in between."""
        self._wait()
        self._places.library.backups.forget_round(self._day.workshop.id, round_id)
        copy = self._copy_path()
        if copy.exists() and holds_ballots(copy, round_id):
            self._forget_copy()

    def _forget_copy(self) -> None:
        with suppress(OSError):
            self._copy_path().unlink(missing_ok=True)

    def _is_behind(self) -> bool:
        """Whether the last copy and backup lack something, such as after a crash."""
        if self._store.file.read_only:
            return False
        copied = self._places.library.record.of(self._live)
        _events, head = self._store.file.head()
        return copied is None or copied.day_id != self._day.workshop.id or copied.head != head

    # --- in the thread

    def _copy(self) -> Path:
        day_id, library = self._day.workshop.id, self._places.library
        _events, head = self._store.file.head()
        if head != self._backed_up:
            self._backed_up = library.backups.make(self._live, day_id, self._clock()).head
            self._note("", "")
        clear_unfinished(self.folder)
        made = publish(self._live, self._copy_path())
        self._note(str(made.path), made.head)
        return made.path

    def _copy_path(self) -> Path:
        return copy_place(self.folder, self._live.name, self._day.workshop.id)

    def _note(self, place: str, head: str) -> None:
        record = self._places.library.record
        before = record.of(self._live)
        day_id = self._day.workshop.id
        at = self._clock() if place else None
        if not place and before is not None and before.day_id == day_id:
            at, place = before.at, before.place
        with suppress(OSError):  # the copy is there all the same
            record.note(self._live, Copied(day_id, at, place, head))

    # --- back in the window's thread

    def _wait(self) -> None:
        while self._running is not None:
            self._finished(self._running)

    def _finished(self, running: Future[Path]) -> None:
        """Waits if need be; a second call for the same does nothing."""
        if running is not self._running:
            return
        self._running = None
        try:
            self.copied.emit(running.result())
        except FileRefused as reason:
            self._changed, self._again = True, False
            if reason.code != "vote_open" and not self._told:
                self._told = True
                self.failed.emit(KnownError("copy_failed", folder=str(self.folder)))
        if self._again:
            self.copy_if_changed()


def secret_vote_open(day: Day) -> bool:
    """Whether an anonymous vote is open."""
    return any(
        voting.secrecy is Secrecy.ANONYMOUS and day.standing(voting.id).state is RoundState.OPEN
        for voting in day.rounds
    )
