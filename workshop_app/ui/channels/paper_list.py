"""The rows of a paper ballot while it is typed in: letter, option, what is marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_key, draw_line, role_color, text_width
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

ROW_ROLE = Qt.ItemDataRole.UserRole
_HIGH = 36
_SIZE = 14
_KEY_LEFT, _TEXT_LEFT = 10.0, 58.0
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One option on the paper.

    Attributes:
        option: Its id.
        code: The letter of its row on every form.
        text: What it says.
        mark: What is marked, in words or dots; empty for nothing.
    """

    option: str
    code: str
    text: str
    mark: str = ""


class PaperModel(QAbstractListModel):
    """The rows of one ballot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PaperRow, ...] = ()

    def put(self, rows: tuple[PaperRow, ...]) -> None:
        """Show these; the options stay the same, so the place stays too."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.code, row.text, row.mark) if part)
        return None


class PaperDelegate(QStyledItemDelegate):
    """The letter in its box, the option, and the mark at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, _HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PaperRow):
            return
        rect = QRectF(row_rect(option)).adjusted(1, 1, -2, -1)
        painter.save()
        if row.mark or is_selected(option):
            draw_row_ground(painter, rect, Role.TINT if row.mark else Role.SUNKEN)
        draw_key(painter, row.code, rect.x() + _KEY_LEFT, rect.center().y(), Role.INK3)
        font = font_for(_SIZE, Weight.SEMIBOLD)
        wide = text_width(row.mark, font) + 2 if row.mark else 0.0
        painter.setFont(font)
        painter.setPen(role_color(Role.ACCENT))
        draw_line(painter, row.mark, QRectF(rect.right() - 12 - wide, rect.y(), wide, _HIGH - 2))
        painter.setFont(font_for(_SIZE, Weight.SEMIBOLD if row.mark else Weight.REGULAR))
        painter.setPen(role_color(Role.INK))
        room = rect.width() - _TEXT_LEFT - wide - 28
        draw_line(painter, row.text, QRectF(rect.x() + _TEXT_LEFT, rect.y(), room, _HIGH - 2))
        if has_focus(option):
            draw_row_focus(painter, rect)
        painter.restore()


class PaperList(RowList):
    """The ballot in hand. Letters go to their row; digits mark it; arrows move.

    Signals:
        digit: A number was pressed for the row that has the keyboard.
        stop: The stop key was pressed for it.
        clear: What is marked on it is to be taken away.
    """

    digit = Signal(int)
    stop = Signal()
    clear = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.paper = PaperModel(self)
        self.setModel(self.paper)
        self.setItemDelegate(PaperDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._letters = ""

    def put(self, rows: tuple[PaperRow, ...]) -> None:
        """Show a ballot."""
        self.paper.put(rows)
        if not self.currentIndex().isValid() and rows:
            self.go(0)

    def go(self, row: int) -> None:
        """Another row, if there is one."""
        if 0 <= row < len(self.paper.rows):
            self.setCurrentIndex(self.paper.index(row))

    def at(self) -> int:
        """The row that has the keyboard."""
        return self.currentIndex().row()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            self.digit.emit(event.key() - Qt.Key.Key_0)
        elif event.key() == Qt.Key.Key_Minus:
            self.stop.emit()
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.clear.emit()
        elif len(text) == 1 and "A" <= text <= "Z":
            self._letter(text)
            return
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)
        self._letters = ""

    def _letter(self, letter: str) -> None:
        """A second letter makes a code of two, where there is one."""
        codes = [row.code for row in self.paper.rows]
        for typed in (self._letters + letter, letter):
            if typed in codes:
                self._letters = typed
                self.go(codes.index(typed))
                return
        self._letters = letter
