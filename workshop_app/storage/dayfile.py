"""One day in one SQLite file: content, votes, and the log of everything that happened."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Self, TypeVar

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing
from workshop_app.storage import content, counting, log, votes
from workshop_app.storage.checking import Problem, all_problems
from workshop_app.storage.connection import sql, sync_folder
from workshop_app.storage.history import (
    REDO,
    UNDO,
    History,
    changes_from,
    changes_text,
    read_history,
)
from workshop_app.storage.opening import founding, inspect, look_at
from workshop_app.storage.patch import RowChange, applied, inverse
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.votes import Cast
from workshop_app.storage.writer import Writer
from workshop_app.system.clock import Clock, wall_clock

__all__ = ["Cast", "DayFile", "FileRefused", "Problem", "Step"]

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Step:
    """An act that was undone or redone, and what it changed just now."""

    op: Op
    changes: tuple[RowChange, ...]


class DayFile:
    """A day file that is open. Every method returns after what it wrote is on disk.

    Attributes:
        path: The file.
        read_only: Nothing can be written.
    """

    def __init__(self, path: Path, writer: Writer, clock: Clock, *, read_only: bool) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.read_only = read_only
        self._writer = writer
        self._clock = clock
        self._day, self._history = writer.run(_read)

    @classmethod
    def create(
        cls, path: Path, day: Day, op: Op = Op.CREATE_DAY, *, clock: Clock = wall_clock
    ) -> Self:
        """A new file with that content and no votes; complete or absent.

        Raises:
            FileRefused: "exists", or what the disk says.
        """
        try:
            path.touch(exist_ok=False)
        except FileExistsError as reason:
            raise FileRefused("exists", path=str(path)) from reason
        except OSError as reason:
            raise FileRefused("unreadable", path=str(path)) from reason
        writer = None
        try:
            writer = Writer(path)
            writer.run(founding(day, op, _stamp(clock)))
            sync_folder(path.parent)
            return cls(path, writer, clock, read_only=False)
        except BaseException:
            if writer is not None:
                writer.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = wall_clock) -> Self:
        """An existing file, after its header, its pages and its schema were looked at.

        Raises:
            FileRefused: missing, empty, not_a_day, foreign, newer, damaged, altered (a table or a
                trigger is not ours), unreadable, read_only.
        """
        look_at(path, read_only=read_only)
        writer = Writer(path, read_only=read_only)
        try:
            writer.run(inspect)
            return cls(path, writer, clock, read_only=read_only)
        except BaseException:
            writer.close()
            raise

    def close(self) -> None:
        """Finish, close the file and remove its empty journal. A second time does nothing."""
        self._writer.close()

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
        at = _stamp(self._clock)

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
        return self._writer.run(
            lambda connection: all_problems(connection, content.read_day(connection))
        )

    def head(self) -> tuple[int, str]:
        """How many events the log holds, and the head of its chain as 4 x 4 letters."""
        return self._writer.run(log.head)

    # --- votes

    def standing(self, round_id: str) -> Standing:
        """Where a round stands now, counted with the content as it is now."""
        return self._vote(round_id, lambda _connection, _voting: None)

    def open_round(self, round_id: str, electorate: int) -> Standing:
        """Open a round that is ready, for so many voters.

        Raises:
            Refused: "not_now", "unknown_round".
        """
        at = _stamp(self._clock)
        return self._vote(round_id, lambda c, voting: votes.open_round(c, at, voting, electorate))

    def cast(self, vote: Cast) -> Standing:
        """Take one ballot. With a key that was used, nothing happens and the answer is the same.

        Raises:
            Refused: "not_now"; "already_voted" in an anonymous round. In an open one the ballot
                takes the place of the one before.
            FileRefused: if it cannot be written; then it is not counted.
        """
        at = _stamp(self._clock)
        return self._vote(vote.round_id, lambda c, _voting: votes.cast(c, at, vote))

    def mark_done(self, round_id: str, voter: str, channel: Channel = Channel.LAPTOP) -> Standing:
        """Count somebody as done, with a blank ballot."""
        key = secrets.token_bytes(votes.KEY_BYTES)
        return self.cast(Cast(round_id, voter, channel, Ballot(), key))

    def count_hands(self, round_id: str, hands: HandCount) -> Standing:
        """Take a show of hands in place of the one before.

        Raises:
            Refused: "not_now"; "already_voted" if one of the voters has left a ballot.
        """
        at = _stamp(self._clock)
        return self._vote(round_id, lambda c, _voting: votes.count_hands(c, at, round_id, hands))

    def close_round(self, round_id: str) -> Standing:
        """Close an open round and count it.

        Raises:
            Refused: "not_now".
            FileRefused: "ballots_differ" if there are not as many ballots as voters; it stays open.
        """
        return self._act(round_id, votes.close_round)

    def reopen_round(self, round_id: str) -> Standing:
        """Open a closed round again.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.reopen_round)

    def show_round(self, round_id: str) -> Standing:
        """Reveal the result, after it was counted a second time, from the log.

        Raises:
            Refused: "not_now".
            FileRefused: "counts_differ"; nothing is shown.
        """

        def act(connection: Connection, at: str, key: str) -> None:
            votes.show_round(connection, at, key)
            counting.count_twice(connection, key)

        return self._act(round_id, act)

    def lock_round(self, round_id: str) -> Standing:
        """The round is history.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.lock_round)

    def cancel_round(self, round_id: str) -> Standing:
        """The round stays, marked, and counts for nothing.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.cancel_round)

    def import_votes(
        self,
        ballots: Mapping[str, Sequence[Ballot]],
        hands: Mapping[str, HandCount] = MappingProxyType({}),
    ) -> None:
        """The votes of rounds that were held elsewhere; they come in as locked, all or none.

        Raises:
            Refused: "not_now" if one of the rounds has been opened here; "unknown_round".
        """
        at = _stamp(self._clock)
        day = self._day

        def job(connection: Connection) -> None:
            for round_id in (*ballots, *(key for key in hands if key not in ballots)):
                slips = [
                    (secrets.token_hex(votes.KEY_BYTES), ballot.text())
                    for ballot in ballots.get(round_id, ())
                ]
                voting = _round(day, round_id)
                votes.import_round(connection, at, voting, slips, hands.get(round_id))

        self._writer.run(job)

    def _act(self, round_id: str, act: Callable[[Connection, str, str], None]) -> Standing:
        at = _stamp(self._clock)
        return self._vote(round_id, lambda c, _voting: act(c, at, round_id))

    def _vote(self, round_id: str, act: Callable[[Connection, VotingRound], None]) -> Standing:
        """One act on a round in one transaction, and where the round stands after it."""
        day = self._day
        voting = _round(day, round_id)

        def job(connection: Connection) -> Standing:
            act(connection, voting)
            return counting.standing(connection, voting, day)

        return self._writer.run(job)


def _round(day: Day, round_id: str) -> VotingRound:
    found = find(day.rounds, round_id)
    if found is None:
        raise Refused("unknown_round", round=round_id)
    return found


def _stamp(clock: Clock) -> str:
    return clock().isoformat(timespec="seconds")


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
