"""A table that is edited in place, by keyboard first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.tables.bare import BareTable
from workshop_app.ui.tables.cell_editing import CellEditing
from workshop_app.ui.tables.cells import Cell, Column, Edit, Row, TableDeeds
from workshop_app.ui.tables.clipboard import read_rows
from workshop_app.ui.tables.columns_fit import amounts_whole, fitted
from workshop_app.ui.tables.model import Index
from workshop_app.ui.tables.painting import ROW_HEIGHT, paint_cell, paint_current, paint_ground
from workshop_app.ui.widgets.rows import row_rect

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CONTROL = Qt.KeyboardModifier.ControlModifier


class _Delegate(QStyledItemDelegate):
    """Paints the cells of its table."""

    def __init__(self, table: BareTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, rect = self._table, QRectF(row_rect(option))
        here = table.currentIndex()
        painter.save()
        paint_ground(painter, rect, chosen=here.isValid() and here.row() == index.row())
        if here == index and table.hasFocus():
            paint_current(painter, rect)
        column = table.cells.columns[index.column()]
        paint_cell(painter, rect, table.cells.cell_at(index), column)
        painter.restore()


class TableView(BareTable):
    """Cells in rows. Enter edits, arrows move, Delete removes a row, Ctrl V pastes rows.

    Tab leaves the table; while a cell is edited it saves the cell and goes to the next one.
    """

    def __init__(
        self, name: str, words: Words, deeds: TableDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, words, deeds, parent)
        self.setItemDelegate(_Delegate(self))
        self.editing = CellEditing(self)
        self.editing.went_on.connect(self._go_on)

    # --- what is shown ------------------------------------------------------------------------

    def put(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show these; the row and the cell that are current stay so."""
        key, place = self.chosen_key(), self.currentIndex()
        near = (place.row(), max(place.column(), 0))
        self.editing.end_if_gone(tuple(row.key for row in rows))
        changed = self.cells.put(columns, rows)
        self._fit()
        if changed:
            row = self.cells.row_of(key) if key else -1
            if row < 0:
                row = min(max(near[0], 0), len(rows) - 1)
            self.setCurrentIndex(self.cells.index(row, min(near[1], len(columns) - 1)))
            if key != self.chosen_key():
                self.chosen.emit(self.chosen_key())
        self.viewport().update()

    def chosen_key(self) -> str:
        """Key of the current row; empty if there is none."""
        return self.cells.key_at(self.currentIndex())

    def choose(self, key: str, column: str = "") -> bool:
        """Make a row current, in a column or where it was."""
        row = self.cells.row_of(key)
        if row < 0:
            return False
        wanted = self.cells.column_of(column)
        here = max(self.currentIndex().column(), 0) if wanted < 0 else wanted
        self.setCurrentIndex(self.cells.index(row, here))
        return True

    def cell(self, key: str, column: str) -> Cell:
        """The cell of a row in a column."""
        place = self.cells.index(self.cells.row_of(key), self.cells.column_of(column))
        return self.cells.cell_at(place)

    def height_for_rows(self, most: int) -> int:
        """How high it is with its rows, at most so many."""
        shown = min(max(self.cells.rowCount(), 1), most)
        return self.horizontalHeader().sizeHint().height() + shown * ROW_HEIGHT + 2

    # --- acts ---------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """A new row last, its first cell open; it is in the day once that cell is filled in."""
        if self.deeds.add is None:
            return
        self.cells.set_adding(adding=True)
        place = self.cells.index(self.cells.rowCount() - 1, self.cells.first_typed())
        self.setCurrentIndex(place)
        self.scrollTo(place)
        self.edit_current()

    def edit_current(self) -> None:
        """Edit the current cell, or tell that its row is to be opened."""
        place = self.currentIndex()
        if not place.isValid():
            return
        if self.cells.flags(place) & Qt.ItemFlag.ItemIsEditable:
            self.editing.begin(place)
        else:
            self.opened.emit(self.cells.key_at(place))

    def remove_current(self) -> None:
        """Remove the current row."""
        key = self.chosen_key()
        if key and self.deeds.remove is not None:
            self._tell(self.deeds.remove(key))

    def paste(self) -> None:
        """Paste what a spreadsheet has put on the clipboard: one cell here, or rows below."""
        if self.deeds.paste is None:
            return
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._tell(self.editing.pasted(text, read_rows))

    def _go_on(self, step: int) -> None:
        """From a cell that is finished to the next one, which opens if it is a line too."""
        if step and self.step_cell(step):
            column = self.cells.columns[self.currentIndex().column()]
            if column.edit in {Edit.TEXT, Edit.AMOUNT}:
                self.edit_current()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.message.emit(sentence)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if not previous.isValid() or current.row() != previous.row():
            self.chosen.emit(self.cells.key_at(current))

    @override
    def keyboardSearch(self, search: str) -> None:
        # Letters are acts on the desk; searching by letter would swallow them.
        return

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space and self._on_tick():
                event.accept()
                return True
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if (key in _ENTER and not control) or key == Qt.Key.Key_F2:
            self.edit_current()
        elif key == Qt.Key.Key_Delete and not control:
            self.remove_current()
        elif key == Qt.Key.Key_V and control:
            self.paste()
        elif key == Qt.Key.Key_Space and self._on_tick():
            self.edit_current()
        elif control and key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _on_tick(self) -> bool:
        place = self.currentIndex()
        return place.isValid() and self.cells.columns[place.column()].edit is Edit.TICK

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, max(self.cells.first_typed(), 0)))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_current()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self.indexAt(event.position().toPoint())
        if place.isValid() and place == self.currentIndex() and self._on_box(place, event):
            self.edit_current()

    def _on_box(self, place: QModelIndex, event: QMouseEvent) -> bool:
        left = event.position().toPoint() - QPoint(self.visualRect(place).left(), 0)
        return self._on_tick() and left.x() <= ROW_HEIGHT

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.editing.place()

    def _fit(self) -> None:
        columns = amounts_whole(self.cells.columns, self.cells.rows)
        for column, wide in enumerate(fitted(columns, self.viewport().width())):
            self.setColumnHidden(column, wide == 0)
            if wide:
                self.setColumnWidth(column, wide)
        self.editing.place()
