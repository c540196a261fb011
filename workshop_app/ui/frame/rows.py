"""One of the four lists of the waterline: what continues or starts, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, role_color, text_width
from workshop_app.ui.widgets.rows import RowList, has_focus, is_selected, row_rect

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 26
FOLD_KEY = "law"
_SIZE = 13
_SMALL = 12
_EDGE = 8
_COST = 44
_MARK = 52


@dataclass(frozen=True)
class Row:
    """One row of a list, in finished words.

    Attributes:
        key: Id of the initiative; `FOLD_KEY` for the row that folds the law's items.
        text: The service at stake, short.
        mark: What is proposed, or that a reason is missing; empty above the water.
        warn: The mark asks for something.
        cost: The amount, without its unit.
        name: All of it in one sentence, for assistive technology.
        locked: Fixed by law: cannot be moved.
        folds: True for the row that folds: closed; False: open; None for all others.
    """

    key: str
    text: str
    cost: str
    name: str
    mark: str = ""
    warn: bool = False
    locked: bool = False
    folds: bool | None = None


class RowModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.cost_room = float(_COST)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The items."""
        return self._rows

    def put(self, rows: Sequence[Row]) -> None:
        """Show these; equal rows change nothing."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        font = font_for(_SIZE, Weight.SEMIBOLD)
        # Words may end in dots where the room is short; an amount never does.
        self.cost_room = max((text_width(r.cost, font) + 2 for r in fresh), default=0.0)
        self.cost_room = max(self.cost_room, float(_COST))
        if [r.key for r in fresh] == [r.key for r in self._rows]:
            self._rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The place of a row; -1 if it is not here."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.name
            case Qt.ItemDataRole.UserRole:
                return row.key
            case _:
                return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row: name, what is proposed, amount at the right edge."""

    def __init__(self, model: RowModel, *, below: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._below = below

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.rows[index.row()]
        rect = QRectF(row_rect(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_frame(painter, rect, option)
        self._paint_texts(painter, rect, row)
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        ink = Role.DEEP if self._below else Role.INK
        left = rect.left() + _EDGE
        right = rect.right() - _EDGE
        room = self._model.cost_room
        cost = QRectF(right - room, rect.top(), room, rect.height())
        painter.setFont(font_for(_SIZE, Weight.SEMIBOLD))
        _text(painter, cost, row.cost, ink, Qt.AlignmentFlag.AlignRight)
        end = cost.left()
        if row.mark:
            end -= self._paint_mark(painter, cost, row)
        elif row.folds is not None:
            end -= 24
            _chevron(painter, QPointF(end + 10, rect.center().y()), closed=row.folds)
        if row.locked or row.folds is not None:
            draw_icon(painter, Icon.LOCK, QRectF(left, rect.center().y() - 7, 14, 14), Role.INK2)
            left += 22
        # The names stand in the weight of the shared screen: what is above is firm.
        weight = Weight.REGULAR if self._below else Weight.SEMIBOLD
        painter.setFont(font_for(_SIZE, weight))
        name = QRectF(left, rect.top(), max(end - left, 0), rect.height())
        _text(painter, name, row.text, ink, Qt.AlignmentFlag.AlignLeft)

    def _paint_mark(self, painter: QPainter, cost: QRectF, row: Row) -> float:
        font = font_for(_SMALL, Weight.SEMIBOLD if row.warn else Weight.REGULAR)
        wide = max(text_width(row.mark, font) + 8, _MARK)
        painter.setFont(font)
        place = QRectF(cost.left() - wide, cost.top(), wide, cost.height())
        ink = Role.WARN if row.warn else Role.INK2
        _text(painter, place, row.mark, ink, Qt.AlignmentFlag.AlignRight)
        return wide


def _text(painter: QPainter, rect: QRectF, text: str, role: Role, align: Qt.AlignmentFlag) -> None:
    painter.setPen(role_color(role))
    draw_line(painter, text, rect, flags=align | Qt.AlignmentFlag.AlignVCenter)


def _paint_frame(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    if not is_selected(option):
        return
    focused = has_focus(option)
    inner = rect.adjusted(1, 1, -1, -1)
    painter.setBrush(role_color(Role.SURFACE if focused else Role.TINT))
    painter.setPen(QPen(role_color(Role.INK if focused else Role.START), 2 if focused else 1))
    painter.drawRoundedRect(inner, 6, 6)


def _chevron(painter: QPainter, centre: QPointF, *, closed: bool) -> None:
    painter.setPen(QPen(role_color(Role.INK2), 1.6))
    lift = 2.0 if closed else -2.0
    painter.drawPolyline(
        [
            QPointF(centre.x() - 4, centre.y() - lift),
            QPointF(centre.x(), centre.y() + lift),
            QPointF(centre.x() + 4, centre.y() - lift),
        ]
    )


class WaterList(RowList):
    """One list. It asks its owner to move rows and knows nothing of money.

    Signals:
        chosen: A row was chosen (its key).
        opened: Enter or double click on a row (its key).
        ran_out: The person went on past the first or last row (-1 or 1), or to the side.
        sideways: Left (-1) or right (1) was pressed.
        dragged: A row is being dragged (its key, global place).
        dropped: A dragged row was let go of (its key, global place).
    """

    chosen: ClassVar[Signal] = Signal(str)
    opened: ClassVar[Signal] = Signal(str)
    ran_out: ClassVar[Signal] = Signal(int)
    sideways: ClassVar[Signal] = Signal(int)
    dragged: ClassVar[Signal] = Signal(str, QPoint)
    dropped: ClassVar[Signal] = Signal(str, QPoint)

    def __init__(self, *, below: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows = RowModel(self)
        self._pressed: tuple[str, QPointF] | None = None
        self._dragging = False
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self._rows, below=below, parent=self))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen if it is still here."""
        key = self.chosen_key()
        self._rows.put(rows)
        if key and self.chosen_key() != key and self._rows.row_of(key) >= 0:
            self.choose(key)

    def chosen_key(self) -> str:
        """Key of the chosen row; empty if there is none."""
        index = self.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else ""

    def choose(self, key: str) -> bool:
        """Choose a row; where it is not here, nothing is chosen."""
        row = self._rows.row_of(key)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        self.setCurrentIndex(self._rows.index(row))
        return True

    def choose_row(self, row: int) -> None:
        """Choose by place, as near as there is one, and take the focus."""
        last = len(self.rows) - 1
        if last >= 0:
            self.setCurrentIndex(self._rows.index(max(0, min(row, last))))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        """Height at which no row is hidden."""
        return len(self.rows) * ROW_HEIGHT

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(str(current.data(KEY_ROLE)))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows:
            self.setCurrentIndex(self._rows.index(0))
        elif self.currentIndex().isValid():
            self.chosen.emit(self.chosen_key())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not self._own_key(event.key()):
            super().keyPressEvent(event)

    def _own_key(self, key: int) -> bool:
        row, last = self.currentIndex().row(), len(self.rows) - 1
        match key:
            case Qt.Key.Key_Up if row <= 0:
                self.ran_out.emit(-1)
            case Qt.Key.Key_Down if row >= last:
                self.ran_out.emit(1)
            case Qt.Key.Key_Left:
                self.sideways.emit(-1)
            case Qt.Key.Key_Right:
                self.sideways.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0:
                self.opened.emit(self.chosen_key())
            case _:
                return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._pressed = (str(index.data(KEY_ROLE)), event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        key, start = self._pressed
        away = (event.position() - start).manhattanLength()
        if self._dragging or away >= QApplication.startDragDistance():
            self._dragging = True
            self.dragged.emit(key, event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is None:
            return
        if dragging:
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())
        elif pressed[0] == FOLD_KEY:
            self.opened.emit(FOLD_KEY)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.data(KEY_ROLE) != FOLD_KEY:
            self.opened.emit(str(index.data(KEY_ROLE)))

    def row_rect(self, key: str) -> QRect:
        """Where a row is, in this list's viewport."""
        return self.visualRect(self._rows.index(self._rows.row_of(key)))
