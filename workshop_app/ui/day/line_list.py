"""Rows of the day in a card: a time or a date, a title, a note and a small word at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_line, draw_stone, role_color, text_width
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

LINE_ROLE = Qt.ItemDataRole.UserRole
HIGH = 34
_EDGE = 10.0
_GAP = 14.0
_MARK = 28.0
_TITLE_PART = 0.56
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """One row.

    Attributes:
        key: Id of what it shows.
        lead: At the left, such as 08.30.
        title: What it is.
        note: What more there is to know.
        right: At the right, such as "15 min".
        mark: "vote", "talk", "pause", or empty for no mark.
        told: All of it as one sentence.
    """

    key: str
    lead: str
    title: str
    note: str = ""
    right: str = ""
    mark: str = ""
    told: str = ""


class LineModel(QAbstractListModel):
    """The rows of a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows."""
        return self._lines

    def put(self, lines: Sequence[Line]) -> None:
        """Show these."""
        fresh = tuple(lines)
        if fresh == self._lines:
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        told = line.told or ", ".join(
            p for p in (line.lead, line.title, line.note, line.right) if p
        )
        values = {
            LINE_ROLE: line,
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: told,
            Qt.ItemDataRole.ToolTipRole: told,
        }
        return values.get(Qt.ItemDataRole(role) if role != LINE_ROLE else LINE_ROLE)


class LineDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lead_width = 0.0
        self.right_width = 0.0

    def fit(self, lines: Sequence[Line]) -> None:
        """Make the first and the last column as wide as their longest text."""
        font, small = font_for(14, Weight.SEMIBOLD), font_for(13)
        self.lead_width = max((text_width(line.lead, font) for line in lines), default=0.0)
        self.right_width = max((text_width(line.right, small) for line in lines), default=0.0)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        rect = QRectF(row_rect(option))
        painter.save()
        if is_selected(option):
            view = self.parent()
            typing = isinstance(view, QWidget) and view.hasFocus()
            draw_row_ground(
                painter, rect.adjusted(0, 1, 0, -1), Role.TINT if typing else Role.CANVAS
            )
        else:
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_texts(painter, rect, line)
        if has_focus(option):
            draw_row_focus(painter, rect.adjusted(0, 1, 0, -1))
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        left, right = rect.left() + _EDGE, rect.right() - _EDGE
        if self.lead_width:
            painter.setFont(font_for(14, Weight.SEMIBOLD))
            painter.setPen(role_color(Role.INK2))
            self._text(painter, rect, (left, left + self.lead_width + 2), line.lead)
            left += self.lead_width + _GAP
        if line.mark:
            self._paint_mark(painter, QRectF(left, rect.center().y() - 7, 12, 14), line.mark)
            left += _MARK
        painter.setFont(font_for(13))
        painter.setPen(role_color(Role.INK2))
        ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        place = QRectF(
            right - self.right_width - 2, rect.top(), self.right_width + 2, rect.height()
        )
        draw_line(painter, line.right, place, flags=ends)
        right -= self.right_width + (_GAP if self.right_width else 0)
        middle = left + (right - left) * _TITLE_PART if line.note else right
        self._text(painter, rect, (middle + _GAP, right), line.note)
        pause = line.mark == "pause"
        painter.setFont(font_for(14, Weight.REGULAR if pause else Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK2 if pause else Role.INK))
        self._text(painter, rect, (left, middle), line.title)

    @staticmethod
    def _text(painter: QPainter, rect: QRectF, span: tuple[float, float], text: str) -> None:
        draw_line(painter, text, QRectF(span[0], rect.top(), span[1] - span[0], rect.height()))

    @staticmethod
    def _paint_mark(painter: QPainter, place: QRectF, mark: str) -> None:
        if mark == "pause":
            painter.setPen(QPen(role_color(Role.CTRL), 2))
            middle = place.center().y()
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle))
            return
        draw_stone(painter, place, StoneLook(hollow=mark != "vote", ground=None))


class LineList(RowList):
    """Rows as tall as they are many. Rows can be dragged where the list says so.

    Signals:
        current_changed: Another row is the current one, or the list has got the keyboard.
        moved: A row was dragged: its key and its new place.
    """

    current_changed: ClassVar[Signal] = Signal()
    moved: ClassVar[Signal] = Signal(str, int)

    def __init__(self, name: str, parent: QWidget | None = None, *, drags: bool = False) -> None:
        super().__init__(name, parent)
        self._drags = drags
        self._held = -1
        self._from_y = 0.0
        self._gap = -1
        self.lines = LineModel(self)
        self._delegate = LineDelegate(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(200)

    def put(self, lines: Sequence[Line]) -> None:
        """Show these; the chosen row stays chosen, or the one that took its place is."""
        key, row = self.chosen(), self.currentIndex().row()
        self._delegate.fit(lines)
        self.lines.put(lines)
        self.setFixedHeight(max(1, len(lines)) * HIGH + 2)
        self.choose(key)
        if self.chosen() != key or not key:
            self.setCurrentIndex(self.lines.index(max(0, min(row, len(lines) - 1))))

    def chosen(self) -> str:
        """Key of the current row; empty for none."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.key if isinstance(line, Line) else ""

    def choose(self, key: str) -> None:
        """Make a row the current one, if it is there."""
        for place, line in enumerate(self.lines.lines):
            if line.key == key:
                self.setCurrentIndex(self.lines.index(place))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.current_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # --- dragging -----------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._drags and event.button() is Qt.MouseButton.LeftButton:
            self._held = self.indexAt(event.position().toPoint()).row()
            self._from_y = event.position().y()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        far = abs(y - self._from_y) >= QApplication.startDragDistance()
        if self._held >= 0 and (far or self._gap >= 0):
            self._gap = max(0, min(round(y / HIGH), len(self.lines.lines)))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, gap = self._held, self._gap
        self._held = self._gap = -1
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if held >= 0 and gap >= 0:
            place = gap - 1 if gap > held else gap
            if place != held:
                self.moved.emit(self.lines.lines[held].key, place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(role_color(Role.ACCENT), 3))
            y = max(2, self._gap * HIGH - 1)
            painter.drawLine(4, y, self.viewport().width() - 4, y)
