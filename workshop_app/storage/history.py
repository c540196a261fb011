"""Which acts can be undone and redone, read from the log, so that it survives a restart."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from workshop_app.domain.ops import Op
from workshop_app.storage.connection import sql
from workshop_app.storage.patch import RowChange

UNDO = "undo"
REDO = "redo"
ERASED = "person_erased"
_FINAL = frozenset({Op.DRAW_LOTS.value})
"""Chance is asked once: what it said cannot be taken back until it says what one likes."""
CONTENT_KINDS = (*(op.value for op in Op), UNDO, REDO, ERASED)
_BEGINNINGS = frozenset({Op.CREATE_DAY.value, Op.IMPORT_DAY.value, ERASED})


class History:
    """Two stacks of acts: those that can be taken back, and those that were.

    Attributes:
        undone: Numbers of events that can be redone, next last.
        done: Numbers of events that can be undone, next last.
    """

    def __init__(self) -> None:
        self.done: list[tuple[int, Op]] = []
        self.undone: list[tuple[int, Op]] = []

    def note(self, seq: int, kind: str) -> None:
        """One event of content happened."""
        if kind == UNDO:
            self.undone.append(self.done.pop())
        elif kind == REDO:
            self.done.append(self.undone.pop())
        elif kind in _BEGINNINGS:
            self.forget()
        elif kind in _FINAL:
            self.undone.clear()
        else:
            self.done.append((seq, Op(kind)))
            self.undone.clear()

    def forget(self) -> None:
        """What has been erased from the log can be neither undone nor redone."""
        self.done.clear()
        self.undone.clear()

    @property
    def undoable(self) -> Op | None:
        """The act undo would take back."""
        return self.done[-1][1] if self.done else None

    @property
    def redoable(self) -> Op | None:
        """The act redo would do again."""
        return self.undone[-1][1] if self.undone else None


def read_history(connection: Connection) -> History:
    """The stacks as the log tells them."""
    history = History()
    marks = ", ".join("?" * len(CONTENT_KINDS))
    rows = sql(
        connection,
        f"SELECT seq, kind, body IS NULL FROM event WHERE kind IN ({marks}) ORDER BY seq",  # noqa: S608
        CONTENT_KINDS,
    ).fetchall()
    for seq, kind, _erased in rows:
        history.note(seq, kind)
    erased = {seq for seq, _kind, gone in rows if gone}
    if any(seq in erased for seq, _op in (*history.done, *history.undone)):
        history.forget()
    return history


def changes_text(changes: Iterable[RowChange]) -> list[list[object]]:
    """The changes as the log keeps them."""
    return [[c.collection, c.key, c.before, c.after] for c in changes]


def changes_from(body: object) -> tuple[RowChange, ...]:
    """The changes of an event's body."""
    changes = body["changes"] if isinstance(body, dict) else []
    return tuple(RowChange(*change) for change in changes)
