"""The people as a table: one row for each, and a heading for each unit where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.day import Day, find
from workshop_app.domain.nouns import Participant
from workshop_app.domain.people import matches
from workshop_app.system.language import Words

Index = QModelIndex | QPersistentModelIndex
GROUPED_OVER = 24
PERSON_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns from the left."""

    PRESENT = 0
    ROLE = 1
    NAME = 2
    UNIT = 3
    GROUP = 4
    ORGANISATION = 5
    NOTE = 6
    MORNING = 7
    AFTERNOON = 8


TEXTS = {
    Column.ROLE: "role",
    Column.NAME: "name",
    Column.GROUP: "group",
    Column.ORGANISATION: "organisation",
    Column.NOTE: "task",
}
"""Columns with words, and the field of the person; the unit is apart."""
RIGHTS = {
    Column.PRESENT: "present",
    Column.MORNING: "votes_morning",
    Column.AFTERNOON: "votes_afternoon",
}
_CENTRED = (Column.MORNING, Column.AFTERNOON)
EXTRA = (Column.NAME, Column.ORGANISATION, Column.NOTE)
"""Columns that are shown only where they are wanted or used."""


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        key: Id of the person; empty for a heading or for one that is being written.
        heading: The unit and how many of it are here; empty for a person.
        person: The person, or None.
        unit: Name of their unit.
    """

    key: str = ""
    heading: str = ""
    person: Participant | None = None
    unit: str = ""

    @property
    def draft(self) -> bool:
        """Whether somebody is writing a new person in it."""
        return not self.key and not self.heading


def column_names(words: Words) -> dict[Column, str]:
    """What the columns are called."""
    _ = words.gettext
    return {
        Column.PRESENT: _("Here"),
        Column.ROLE: _("Role"),
        Column.NAME: _("Name"),
        Column.UNIT: _("Unit"),
        Column.GROUP: _("Group"),
        Column.ORGANISATION: _("Organisation"),
        Column.NOTE: _("Note"),
        Column.MORNING: _("Votes a.m."),
        Column.AFTERNOON: _("Votes p.m."),
    }


def people_rows(day: Day, words: Words, search: str = "") -> tuple[Row, ...]:
    """All that match the search, by unit where there are more than a screen holds."""
    found = [person for person in day.participants if matches(day, person, search)]
    names = {unit.id: unit.name for unit in day.units}
    rows = [Row(person.id, "", person, names.get(person.unit_id, "")) for person in found]
    return tuple(rows) if len(day.participants) <= GROUPED_OVER else _grouped(day, words, rows)


def _grouped(day: Day, words: Words, rows: Sequence[Row]) -> tuple[Row, ...]:
    _ = words.gettext
    grouped: list[Row] = []
    known = {unit.id for unit in day.units}
    for unit_id in [*(unit.id for unit in day.units), ""]:
        own = [row for row in rows if row.person is not None and _in(row.person, unit_id, known)]
        if not own:
            continue
        unit = find(day.units, unit_id)
        here = sum(row.person is not None and row.person.present for row in own)
        text = _("{unit} · {here} of {all}").format(
            unit=unit.name if unit is not None else _("No unit"), here=here, all=len(own)
        )
        grouped += [Row(heading=text), *own]
    return tuple(grouped)


def _in(person: Participant, unit_id: str, known: set[str]) -> bool:
    return (person.unit_id if person.unit_id in known else "") == unit_id


class PeopleModel(QAbstractTableModel):
    """What the table shows. It changes nothing itself."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._names = column_names(words)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def put(self, rows: tuple[Row, ...]) -> bool:
        """Show these; whether they are other rows than before, so that all had to be made anew."""
        if rows == self._rows:
            return False
        same = _shape(rows) == _shape(self._rows)
        if same:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_of(self, key: str) -> int:
        """Where a person stands; -1 if they are not shown."""
        return next((place for place, row in enumerate(self._rows) if row.key == key and key), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in _CENTRED:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if Column(index.column()) not in RIGHTS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == PERSON_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(row, column) if column not in RIGHTS else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row, column)
        return None

    def text(self, row: Row, column: Column) -> str:
        """What a cell says in words."""
        _ = self._words.gettext
        if row.heading:
            return row.heading if column is Column.PRESENT else ""
        if row.person is None:
            return ""
        if column in RIGHTS:
            return _("yes") if getattr(row.person, RIGHTS[column]) else _("no")
        text = row.unit if column is Column.UNIT else str(getattr(row.person, TEXTS[column]))
        return text[:1].upper() + text[1:] if column is Column.GROUP else text

    def _told(self, row: Row, column: Column) -> str:
        if row.heading:
            return row.heading
        role = self.text(row, Column.ROLE)
        if column is Column.ROLE:
            here = self._words.gettext("here") if row.person and row.person.present else ""
            return ", ".join(part for part in (role, here or self._words.gettext("not here")))
        return f"{role}, {self._names[column]}: {self.text(row, column)}"


def _shape(rows: Sequence[Row]) -> list[tuple[str, bool]]:
    return [(row.key, bool(row.heading)) for row in rows]
