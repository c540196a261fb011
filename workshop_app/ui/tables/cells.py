"""What a table shows: plain columns, rows and cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.figures.shapes import Rect, Role, Shape, Weight

Mark = Callable[[Rect], tuple[Shape, ...]]


class Edit(StrEnum):
    """How a cell is edited."""

    NONE = "none"
    TEXT = "text"
    AMOUNT = "amount"
    CHOICE = "choice"
    TICK = "tick"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a cell may have, and its words."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: Stable name.
        title: The heading.
        width: Its width; the one that stretches has this as its least.
        edit: How its cells are edited.
        stretch: It takes the room that is left.
        right: Figures, flush right.
        drop: When the room is short, columns with the highest number go first; 0 never goes.
        choices: For `Edit.CHOICE` and `Edit.SEVERAL`.
    """

    key: str
    title: str
    width: int
    edit: Edit = Edit.TEXT
    stretch: bool = False
    right: bool = False
    drop: int = 0
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        text: What stands in it.
        typed: What the editor begins with; the chosen value, or values with bars between.
        role: Its colour.
        weight: Its cut.
        mark: Drawn before the text; the text says the same.
        mark_side: How large the mark is.
        ticked: For `Edit.TICK`.
        tip: What there is no room for.
    """

    text: str = ""
    typed: str = ""
    role: Role = Role.INK2
    weight: Weight = Weight.REGULAR
    mark: Mark | None = None
    mark_side: int = 13
    ticked: bool | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its key (a noun's id) and one cell for each column."""

    key: str
    cells: tuple[Cell, ...]


Rows = tuple[Row, ...]


def no_sentence(*_values: object) -> str:
    """For deeds that cannot be done here."""
    return ""


@dataclass(frozen=True)
class TableDeeds:
    """What a table asks its owner to do; each gives a sentence where it was refused, else "".

    Attributes:
        commit: Key, column, text: a cell has been edited.
        add: The text of a new row's first cell.
        remove: The key of a row.
        paste: Rows of texts from the clipboard.
    """

    commit: Callable[[str, str, str], str]
    add: Callable[[str], str] | None = None
    remove: Callable[[str], str] | None = None
    paste: Callable[[tuple[tuple[str, ...], ...]], str] | None = None


def values_of(typed: str) -> tuple[str, ...]:
    """The values of a cell with several."""
    return tuple(part for part in typed.split("|") if part)
