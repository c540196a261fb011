"""The table underneath: its model, its look, and how it walks from cell to cell."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.tables.cells import TableDeeds
from workshop_app.ui.tables.model import TableModel
from workshop_app.ui.tables.painting import ROW_HEIGHT


class BareTable(QTableView):
    """Cells in rows, without the acts.

    Signals:
        chosen: Another row is current (its key; empty for none).
        message: A sentence that belongs to no field.
        opened: Enter or a double click on a cell that is not edited in place (the row's key).
    """

    chosen: ClassVar[Signal] = Signal(str)
    message: ClassVar[Signal] = Signal(str)
    opened: ClassVar[Signal] = Signal(str)

    def __init__(
        self, name: str, words: Words, deeds: TableDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.words = words
        self.deeds = deeds
        self.cells = TableModel((), self)
        self.setModel(self.cells)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        heading = self.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        heading.setMinimumSectionSize(0)

    def step_cell(self, step: int) -> bool:
        """Go to the next cell that is shown, or the one before; whether there is one."""
        place = self.currentIndex()
        columns = [i for i in range(self.cells.columnCount()) if not self.isColumnHidden(i)]
        if not place.isValid() or place.column() not in columns:
            return False
        at = place.row() * len(columns) + columns.index(place.column()) + step
        if not 0 <= at < self.cells.rowCount() * len(columns):
            return False
        self.setCurrentIndex(self.cells.index(at // len(columns), columns[at % len(columns)]))
        return True
