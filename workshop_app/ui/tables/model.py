"""The model of a table: rows of cells, and one more while a row is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workshop_app.ui.tables.cells import Cell, Column, Edit, Row, Rows

Index = QModelIndex | QPersistentModelIndex
NEW = ""
"""Key of the row that is being written and is not in the day yet."""

_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows of cells."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: Rows = ()
        self._adding = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    @property
    def rows(self) -> Rows:
        """What is shown, with the new row last while there is one."""
        blank = Row(NEW, (Cell(),) * len(self._columns))
        return (*self._rows, blank) if self._adding else self._rows

    def put(self, columns: Sequence[Column], rows: Sequence[Row]) -> bool:
        """Show these rows; whether they are others than before (not only other cells)."""
        fresh = tuple(rows)
        same = [row.key for row in fresh] == [row.key for row in self._rows]
        if same and tuple(columns) == self._columns:
            if fresh != self._rows:
                self._rows = fresh
                last = self.index(len(fresh) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._columns, self._rows, self._adding = tuple(columns), fresh, False
        self.endResetModel()
        return True

    def set_adding(self, *, adding: bool) -> None:
        """Show or hide the new row, last."""
        if adding == self._adding:
            return
        place = len(self._rows)
        if adding:
            self.beginInsertRows(QModelIndex(), place, place)
            self._adding = True
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), place, place)
            self._adding = False
            self.endRemoveRows()

    def row_of(self, key: str) -> int:
        """Place of a row; -1 if it is not here."""
        return next((i for i, row in enumerate(self.rows) if row.key == key), -1)

    def column_of(self, key: str) -> int:
        """Place of a column; -1 if it is not here."""
        return next((i for i, column in enumerate(self._columns) if column.key == key), -1)

    def key_at(self, index: Index) -> str:
        """Key of the row at an index; empty for none and for the new row."""
        return self.rows[index.row()].key if index.isValid() else NEW

    def cell_at(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.rows[index.row()].cells[index.column()]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._adding

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        cell, column = self.cell_at(index), self._columns[index.column()]
        said = {
            int(Qt.ItemDataRole.DisplayRole): cell.text,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{column.title}: {cell.text}",
            int(Qt.ItemDataRole.ToolTipRole): cell.tip or None,
        }
        return said.get(int(role))

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else None
            return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return plain
        column = self._columns[index.column()]
        first = not self.rows[index.row()].key and index.column() != self.first_typed()
        if column.edit is Edit.NONE or first:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable

    def first_typed(self) -> int:
        """The first column that is typed: where a new row begins."""
        return next(
            (i for i, column in enumerate(self._columns) if column.edit is not Edit.NONE), -1
        )
