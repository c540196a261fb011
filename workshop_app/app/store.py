"""The one door: a rule goes in, the difference goes to disk, then one signal comes out.

`DayStore` owns the day. Nobody else changes it, and nobody is told before it is on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workshop_app.domain.day import Day, with_standing
from workshop_app.domain.ops import Op
from workshop_app.domain.votes import Standing
from workshop_app.storage.dayfile import DayFile, Step
from workshop_app.storage.patch import applied, difference

Rule = Callable[[Day], Day]


@dataclass(frozen=True)
class Change:
    """What the one signal carries.

    Attributes:
        day: The day as it is now, on disk.
        op: What was done.
        touched: Names of the collections that changed; "votes" when a round's standing changed.
        initiator: The widget that did it, so that it can skip its own redraw; or None.
        undone: Whether the act was taken back (undo), rather than done.
    """

    day: Day
    op: Op
    touched: frozenset[str]
    initiator: object = None
    undone: bool = False


class DayStore(QObject):
    """The day that is open. Every window draws what `changed` carries."""

    changed = Signal(object)
    closing = Signal()

    def __init__(self, file: DayFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._day = file.load()
        self._telling = False

    @property
    def day(self) -> Day:
        """The day as it is on disk."""
        return self._day

    @property
    def file(self) -> DayFile:
        """The file behind the day."""
        return self._file

    def do(self, op: Op, rule: Rule, initiator: object = None) -> Day:
        """Apply a rule: to disk first, then tell everyone.

        Args:
            op: The name of the act, for the undo menu and the log.
            rule: A pure function from day to day.
            initiator: Whoever asks, if they want to skip their own redraw.

        Returns:
            The new day. A rule that changes nothing writes nothing and tells nobody.

        Raises:
            Refused: if the rule says no; nothing is changed.
            KnownError: if it cannot be written; nothing is changed.
        """
        after = rule(self._day)
        changes = difference(self._day, after)
        if not changes:
            return self._day
        self._file.apply(op, changes)
        self._tell(Change(after, op, frozenset(c.collection for c in changes), initiator))
        return after

    def undo(self) -> Op | None:
        """Take back the last act of content; votes are never touched. None if there is none."""
        return self._step(self._file.undo(), undone=True)

    def redo(self) -> Op | None:
        """Do again what was taken back. None if there is nothing."""
        return self._step(self._file.redo(), undone=False)

    def undoable(self) -> Op | None:
        """The act that undo would take back."""
        return None if self._file.read_only else self._file.undoable()

    def redoable(self) -> Op | None:
        """The act that redo would do again."""
        return None if self._file.read_only else self._file.redoable()

    def erase_person(self, participant_id: str) -> None:
        """Erase a participant's name from the day and its log; the role stays. No undo.

        Raises:
            Refused: "unknown_participant".
            KnownError: if it cannot be written; nothing is changed.
        """
        self._step(self._file.erase_person(participant_id), undone=False)

    def note_standing(self, standing: Standing) -> None:
        """For the ballot door alone: a round's votes are on disk, tell everyone."""
        after = with_standing(self._day, standing)
        self._tell(Change(after, Op.VOTE, frozenset({"votes"})))

    def set_place(self, step: str) -> None:
        """Remember the step; nothing is remembered of a day that can only be read.

        Raises:
            KnownError: if it cannot be written.
        """
        if not self._file.read_only:
            self._file.set_place(step)

    def close(self) -> None:
        """Close the file; the store is of no use afterwards. `closing` is told first."""
        self.closing.emit()
        self._file.close()

    def _step(self, step: Step | None, *, undone: bool) -> Op | None:
        if step is None:
            return None
        after = applied(self._day, step.changes)
        touched = frozenset(c.collection for c in step.changes)
        self._tell(Change(after, step.op, touched, None, undone))
        return step.op

    def _tell(self, change: Change) -> None:
        if self._telling:
            # One signal and no circles: a slot that writes while being told would reorder history.
            msg = "the store was called back from its own signal"
            raise RuntimeError(msg)
        self._day = change.day
        self._telling = True
        try:
            self.changed.emit(change)
        finally:
            self._telling = False
