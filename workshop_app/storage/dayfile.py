"""One day in one SQLite file: content, votes, and the log of everything that happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Self, TypeVar

from sqlalchemy import Connection

from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.domain.votes import Standing
from workshop_app.storage import content, counting, log, opening
from workshop_app.storage.checking import Problem, all_problems
from workshop_app.storage.connection import sql, sync_folder
from workshop_app.storage.dayvotes import DayVotes
from workshop_app.storage.erasure import erase_person
from workshop_app.storage.faults import HeardWriter, Told
from workshop_app.storage.history import (
    ERASED,
    REDO,
    UNDO,
    History,
    changes_from,
    changes_text,
    read_history,
)
from workshop_app.storage.migration import Backup, migrate
from workshop_app.storage.patch import RowChange, applied, difference, inverse
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.schema import FORMAT
from workshop_app.storage.session import FileSession
from workshop_app.storage.voting_types import Cast
from workshop_app.system.clock import Clock, wall_clock

__all__ = ["Backup", "Cast", "DayFile", "FileRefused", "Problem", "Step"]

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Step:
    """An act that was undone or redone, and what it changed just now."""

    op: Op
    changes: tuple[RowChange, ...]


class DayFile(DayVotes):
    """A day file that is open. Every method returns after what it wrote is on disk.

    Attributes:
        read_only: Nothing can be written.
    """

    def __init__(self, writer: HeardWriter, clock: Clock, *, read_only: bool) -> None:
        """Use `create` or `open`."""
        day, self._history = writer.run(_read)
        super().__init__(writer, clock, day)
        self.read_only = read_only
        self._faults = writer.faults
        self._closed = False
        self._was_open: datetime | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._writer.path

    @classmethod
    def create(
        cls, path: Path, day: Day, op: Op = Op.CREATE_DAY, *, clock: Clock = wall_clock
    ) -> Self:
        """A new file with that content and no votes; complete or absent.

        Raises:
            FileRefused: "exists", "cannot_write", or what the disk says.
        """
        try:
            path.touch(exist_ok=False)
        except FileExistsError as reason:
            raise FileRefused("exists", path=str(path)) from reason
        except OSError as reason:
            raise FileRefused("cannot_write", folder=str(path.parent)) from reason
        writer = None
        try:
            writer = HeardWriter(path)
            writer.run(opening.founding(day, op, clock().isoformat(timespec="seconds")))
            writer.look_from_now_on(partial(opening.look_at, read_only=False), opening.inspect)
            sync_folder(path.parent)
            return cls(writer, clock, read_only=False)
        except BaseException:
            if writer is not None:
                writer.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        clock: Clock = wall_clock,
        backup: Backup | None = None,
        verify: bool = True,
    ) -> Self:
        """An existing file, after its header, pages, schema, log and votes were verified.

        Args:
            path: The file.
            read_only: Nothing shall be written.
            clock: For the times in the log.
            backup: Makes a copy before a file of an older format is brought up to ours.
            verify: False only to let `check` tell what is wrong with a file.

        Raises:
            FileRefused: missing, empty, not_a_day, foreign, newer, older (no backup, or only to
                be read), not_backed_up, damaged, altered, unreadable, read_only.
        """
        seen = opening.look_at(path, read_only=read_only)
        if seen < FORMAT:
            if read_only or backup is None:
                raise FileRefused("older", path=str(path), format=seen, ours=FORMAT)
            migrate(path, seen, backup)
        look = partial(opening.look_at, read_only=read_only)
        writer = HeardWriter(path, read_only=read_only, look=look, check=opening.inspect)
        try:
            if verify:
                writer.run(opening.inspect)
            file = cls(writer, clock, read_only=read_only)
            file._begin()
        except BaseException:
            writer.close()
            raise
        return file

    def was_open(self) -> datetime | None:
        """If the program went down with the file open: when it last wrote a time, else None.

        All votes until then, and those after it that were answered, are there.
        """
        return self._was_open

    def close(self) -> None:
        """Finish, close the file and remove its empty journal. A second time does nothing."""
        if not self._closed and not self.read_only:
            # If it cannot be written the next opening says that it ended badly, as it did.
            self._writer.submit(opening.mark_closed).exception()
        self._closed = True
        self._writer.close()

    def _begin(self) -> None:
        self._was_open = self._writer.run(opening.left_open)
        if not self.read_only:
            at = self._stamp()
            self._writer.run(lambda connection: opening.mark_open(connection, at))

    # --- when nothing can be saved

    def listen(self, told: Told | None) -> None:
        """Call it, in another thread, for each fault that stops the file from being written."""
        self._faults.listen(told)

    def probe(self) -> Future[None]:
        """Write something that changes nothing; the future tells whether it came to the disk."""

        def job(connection: Connection) -> None:
            sql(
                connection,
                "INSERT INTO place (only, step) VALUES (1, '')"
                " ON CONFLICT DO UPDATE SET step = step",
            )

        return self._writer.submit(job)

    # --- when the file is not where it was

    def go_on_at(self, path: Path) -> None:
        """The file was moved: go on with it where it is now.

        Raises:
            FileRefused: "other_day" if that is not the very same file; missing, unreadable.
        """

        def change(session: FileSession) -> Path:
            if not session.is_same_as(path):
                raise FileRefused("other_day", path=str(path))
            return path

        self._writer.move(change)

    def save_again(self, path: Path) -> None:
        """The file was deleted or moved: write all there is to a new one and go on with that.

        Raises:
            FileRefused: "exists", or what the disk says; then nothing has changed.
        """

        def change(session: FileSession) -> Path:
            session.copy_to(path)
            return path

        self._writer.move(change)

    # --- content

    def load(self) -> Day:
        """The day with its votes, from the tables."""

        def job(connection: Connection) -> Day:
            day = content.read_day(connection)
            return replace(day, votes=_standings(connection, day))

        return self._writer.run(job)

    def apply(self, op: Op, changes: tuple[RowChange, ...]) -> int:
        """Write the changes and one event, in one transaction; the number of the event.

        Raises:
            Refused: "round_has_votes" if ballots would lose their round.
            FileRefused: if it cannot be written; then nothing is.
        """
        return self._write_content(op.value, changes, {"changes": changes_text(changes)})

    def undo(self) -> Step | None:
        """Take back the last act of content, by an event of its own; None if there is none."""
        return self._step(UNDO, self._history.done)

    def redo(self) -> Step | None:
        """Do again what was taken back; None if there is nothing."""
        return self._step(REDO, self._history.undone)

    def undoable(self) -> Op | None:
        """The act undo would take back."""
        return self._history.undoable

    def redoable(self) -> Op | None:
        """The act redo would do again."""
        return self._history.redoable

    def erase_person(self, participant_id: str) -> Step:
        """Erase a participant's name from the day and from the log; the role stays.

        The chain of the log still holds. What was done before cannot be undone any more. Copies
        that were made before still have the name.

        Raises:
            Refused: "unknown_participant".
            FileRefused: if it cannot be written; then nothing is.
        """
        before, at = self._day, self._stamp()
        after = self._writer.run(lambda c: erase_person(c, at, before, participant_id))
        self._day = after
        self._history.note(0, ERASED)
        return Step(Op.EDIT_PARTICIPANT, difference(before, after))

    def _step(self, kind: str, stack: Sequence[tuple[int, Op]]) -> Step | None:
        if not stack:
            return None
        seq, op = stack[-1]
        event = self._writer.run(lambda connection: log.event(connection, seq))
        changes = changes_from(event.body)
        if kind == UNDO:
            changes = inverse(changes)
        body = {"of": seq, "op": op.value, "changes": changes_text(changes)}
        self._write_content(kind, changes, body)
        return Step(op, changes)

    def _write_content(
        self, kind: str, changes: tuple[RowChange, ...], body: Mapping[str, object]
    ) -> int:
        after = applied(self._day, changes)
        at = self._stamp()

        def job(connection: Connection) -> int:
            content.write(connection, changes)
            return log.append(connection, at, kind, body)

        seq = self._writer.run(job)
        self._day = after
        self._history.note(seq, kind)
        return seq

    # --- where the facilitator was

    def place(self) -> str:
        """The step the facilitator was at; "" in a new file."""
        found = self._writer.run(lambda c: sql(c, "SELECT step FROM place").fetchone())
        return str(found[0]) if found else ""

    def set_place(self, step: str) -> None:
        """Remember the step. It is not content: no event, no undo."""

        def job(connection: Connection) -> None:
            sql(
                connection,
                "INSERT INTO place (only, step) VALUES (1, ?)"
                " ON CONFLICT DO UPDATE SET step = excluded.step",
                (step,),
            )

        self._writer.run(job)

    # --- the whole file

    def check(self) -> tuple[Problem, ...]:
        """Verify the file: SQLite, schema, chain, replay, recount. Empty = sound."""
        return self._writer.examine(all_problems)

    def read(self, job: Callable[[Connection], Answer]) -> Answer:
        """For the storage layer alone: read something else, as the file is now.

        Raises:
            FileRefused: if it cannot be read.
        """
        return self._writer.run(job)

    def head(self) -> tuple[int, str]:
        """How many events the log holds, and the head of its chain as 4 x 4 letters."""
        return self._writer.run(log.head)


def _read(connection: Connection) -> tuple[Day, History]:
    return content.read_day(connection), read_history(connection)


def _standings(connection: Connection, day: Day) -> Mapping[str, Standing]:
    """Every round that somebody has opened, imported or cancelled."""
    begun = {row[0] for row in sql(connection, "SELECT round_id FROM vote_round")}
    return MappingProxyType(
        {
            voting.id: counting.standing(connection, voting, day)
            for voting in day.rounds
            if voting.id in begun
        }
    )
