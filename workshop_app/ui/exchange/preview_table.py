"""The rows of a list before it is read in: faults, old and new values, and what is new."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workshop_app.app.list_preview import RowMark, ShownCell, ShownList, ShownRow
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.language import Words
from workshop_app.ui.exchange.names import mark_name
from workshop_app.ui.theme import font
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, role_color, text_width
from workshop_app.ui.widgets.rows import draw_row_focus, has_focus, row_rect

Index = QModelIndex | QPersistentModelIndex

ROW = 30
LEAD = 2
"""The row's number and what happens to it stand before its cells."""
_SIZE = 13
_PAD = 8
_WIDEST = 280
_NARROWEST = 52
_SAMPLE = 60
_MARKS = {
    RowMark.NEW: Role.ACCENT,
    RowMark.CHANGED: Role.WARN,
    RowMark.SAME: Role.INK3,
    RowMark.WRONG: Role.BAD,
    RowMark.UNKNOWN: Role.INK3,
}


class PreviewModel(QAbstractTableModel):
    """A shown list as Qt wants it."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.shown = ShownList()

    def put(self, shown: ShownList) -> None:
        """Show another list."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown.headings) + LEAD

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        wrong = section - LEAD in self.shown.wrong_headings
        if role == Qt.ItemDataRole.ForegroundRole and wrong:
            return role_color(Role.BAD)
        return None

    def _heading(self, section: int) -> str:
        lead = (self._words.gettext("Row"), "")
        if section < LEAD:
            return lead[section]
        heading = self.shown.headings[section - LEAD]
        return f"⚠ {heading}" if section - LEAD in self.shown.wrong_headings else heading

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() >= LEAD:
            return self.text(index.row(), index.column()) or None
        return None

    def row(self, place: int) -> ShownRow:
        """One row."""
        return self.shown.rows[place]

    def cell(self, row: int, column: int) -> ShownCell | None:
        """One cell; None for the two that lead the row."""
        return self.row(row).cells[column - LEAD] if column >= LEAD else None

    def text(self, row: int, column: int) -> str:
        """What a screen reader says of a cell."""
        shown = self.row(row)
        if column < LEAD:
            return (str(shown.number), mark_name(self._words, shown.mark))[column]
        cell = shown.cells[column - LEAD]
        if cell.old is None:
            return cell.text
        sentence = self._words.gettext("{old} → {new}")
        return sentence.format(old=cell.old or "–", new=cell.text or "–")


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: PreviewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._model.cell(index.row(), index.column())
        text = self._model.text(index.row(), index.column()).split("\n", 1)[0]
        wide = text_width(text, font(_SIZE, Weight.SEMIBOLD)) + 2 * _PAD + 2
        wide += 22 if cell is not None and cell.wrong else 0
        return QSize(round(min(max(wide, _NARROWEST), _WIDEST)), ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(row_rect(option))
        shown = self._model.row(index.row())
        cell = self._model.cell(index.row(), index.column())
        painter.save()
        painter.setPen(QPen(role_color(Role.LINE), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        if cell is None:
            self._paint_lead(painter, inner, shown, self._model.text(index.row(), index.column()))
        elif cell.wrong:
            self._paint_wrong(painter, rect, inner, cell)
        else:
            self._paint_cell(painter, rect, inner, cell)
        if has_focus(option):
            draw_row_focus(painter, rect)
        painter.restore()

    def _paint_lead(self, painter: QPainter, rect: QRectF, row: ShownRow, text: str) -> None:
        number = text == str(row.number)
        painter.setFont(font(_SIZE, Weight.REGULAR if number else Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK3 if number else _MARKS[row.mark]))
        draw_line(painter, text, rect)

    def _paint_wrong(self, painter: QPainter, rect: QRectF, inner: QRectF, cell: ShownCell) -> None:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), role_color(Role.BAD_TINT))
        painter.setPen(QPen(role_color(Role.BAD), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -2))
        icon = QRectF(inner.left(), rect.center().y() - 8, 16, 16)
        draw_icon(painter, Icon.WARN, icon, Role.BAD)
        painter.setFont(font(_SIZE, Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK))
        draw_line(painter, _one_line(cell.text), inner.adjusted(22, 0, 0, 0))

    def _paint_cell(self, painter: QPainter, rect: QRectF, inner: QRectF, cell: ShownCell) -> None:
        if cell.old is None:
            painter.setFont(font(_SIZE, Weight.REGULAR))
            painter.setPen(role_color(Role.INK))
            draw_line(painter, _one_line(cell.text), inner)
            return
        painter.fillRect(rect.adjusted(0, 0, 0, -1), role_color(Role.WARN_TINT))
        old, arrow = _one_line(cell.old) or "–", " → "
        painter.setFont(font(_SIZE, Weight.REGULAR))
        painter.setPen(role_color(Role.INK2))
        room = min(text_width(old, painter.font()) + 1, inner.width() / 2 - _PAD)
        wide = text_width(arrow, painter.font())
        draw_line(painter, old, QRectF(inner.left(), inner.top(), room, inner.height()))
        after = inner.adjusted(room, 0, 0, 0)
        draw_line(painter, arrow, QRectF(after.left(), after.top(), wide + 1, after.height()))
        painter.setFont(font(_SIZE, Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK))
        draw_line(painter, _one_line(cell.text) or "–", after.adjusted(wide, 0, 0, 0))


class PreviewTable(QTableView):
    """The rows, to look at; arrow keys go from cell to cell, Tab leaves."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.gettext("What is read in"))
        self.rows = PreviewModel(words, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self.rows, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setResizeContentsPrecision(_SAMPLE)
        self.horizontalHeader().setHighlightSections(False)

    def put(self, shown: ShownList) -> None:
        """Show another list, from its top."""
        self.rows.put(shown)
        self.resizeColumnsToContents()
        self.scrollToTop()

    def go_to(self, number: int, heading: str) -> bool:
        """Go to a cell by the row's number and the heading; whether there is one."""
        for place, row in enumerate(self.rows.shown.rows):
            if row.number == number:
                column = self._column(heading)
                self.setCurrentIndex(self.rows.index(place, column))
                return True
        return False

    def _column(self, heading: str) -> int:
        known = self.rows.shown.headings
        return known.index(heading) + LEAD if heading in known else LEAD - 1

    @override
    def keyboardSearch(self, search: str) -> None:
        # There is nothing to search for by letter in a list that is only looked at.
        return


def _one_line(text: str) -> str:
    return " ".join(text.split())
