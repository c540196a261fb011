"""Who is done and who is left: a list in columns, chosen with arrows or the mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.voting.views import VoterRow
from workshop_app.ui.widgets.drawing import draw_line, draw_stone, role_color, text_width
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

ROW_ROLE = Qt.ItemDataRole.UserRole
_HIGH = 34
_PITCH = 38
_SIZE = 14
_TEXT_LEFT = 32
Index = QModelIndex | QPersistentModelIndex


class VoterModel(QAbstractListModel):
    """The rows of the list; nothing in it tells what anybody chose."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[VoterRow, ...] = ()

    @property
    def rows(self) -> tuple[VoterRow, ...]:
        """Everybody in the list."""
        return self._rows

    def put(self, rows: tuple[VoterRow, ...]) -> None:
        """Show these; where the people are the same, only what is new is drawn."""
        if rows == self._rows:
            return
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.role
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{row.role}, {status_of(self._words, row)}"
        return None


def status_of(words: Words, row: VoterRow) -> str:
    """Where a person is, in words."""
    _ = words.gettext
    if row.now:
        return _("voting now")
    if row.by_hand:
        return _("has voted by hand")
    return _("has voted") if row.done else _("has not voted")


def draw_hand(painter: QPainter, rect: QRectF) -> None:
    """A raised hand in line."""
    side = rect.width() / 16
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(side, side)
    pen = QPen(role_color(Role.INK3), 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, top in ((5.0, 3.2), (7.3, 1.8), (9.6, 2.4), (11.9, 4.4)):
        painter.drawLine(QPointF(x, top), QPointF(x, 8.6))
    palm = QPainterPath(QPointF(11.9, 8.6))
    palm.cubicTo(11.9, 15.6, 6.4, 16.0, 4.9, 12.8)
    palm.lineTo(2.4, 8.8)
    palm.cubicTo(2.9, 7.6, 4.2, 8.2, 5.0, 9.8)
    painter.drawPath(palm)
    painter.restore()


class VoterDelegate(QStyledItemDelegate):
    """Stone, role and, at the right, "Voting now" or a hand."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _PITCH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, VoterRow):
            return
        rect = QRectF(row_rect(option)).adjusted(0, 2, -6, -2)
        painter.save()
        if row.now or is_selected(option):
            draw_row_ground(painter, rect, Role.TINT if row.now else Role.SUNKEN)
        self._stone(painter, rect, row)
        right = self._side_text(painter, rect, row)
        waits = row.now or not row.done
        weight = Weight.BOLD if row.now else Weight.SEMIBOLD if waits else Weight.REGULAR
        painter.setFont(font_for(_SIZE, weight))
        painter.setPen(role_color(Role.INK if waits else Role.INK2))
        room = QRectF(rect.x() + _TEXT_LEFT, rect.y(), right - rect.x() - _TEXT_LEFT, _HIGH)
        draw_line(painter, row.role, room)
        if has_focus(option):
            draw_row_focus(painter, rect)
        painter.restore()

    def _stone(self, painter: QPainter, rect: QRectF, row: VoterRow) -> None:
        place = QRectF(rect.x() + 9, rect.center().y() - 8, 13, 16)
        look = StoneLook(Role.CTRL, hollow=True, ground=None)
        if row.done or row.now:
            look = StoneLook(check=row.done)
        draw_stone(painter, place, look)

    def _side_text(self, painter: QPainter, rect: QRectF, row: VoterRow) -> float:
        """Draw what stands at the right; where the role must end."""
        if row.by_hand:
            draw_hand(painter, QRectF(rect.right() - 24, rect.center().y() - 8, 16, 16))
            return rect.right() - 30
        if not row.now:
            return rect.right() - 6
        text = self._words.gettext("Voting now")
        font = font_for(12, Weight.BOLD)
        wide = text_width(text, font) + 1
        painter.setFont(font)
        painter.setPen(role_color(Role.ACCENT))
        draw_line(painter, text, QRectF(rect.right() - 8 - wide, rect.y(), wide, _HIGH))
        return rect.right() - 16 - wide


class VoterList(RowList):
    """The voters in two or three columns, read downwards."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Who has voted"), parent)
        self._columns = 2
        self.voters = VoterModel(words, self)
        self.setModel(self.voters)
        self.setItemDelegate(VoterDelegate(words, self))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, rows: tuple[VoterRow, ...], columns: int) -> None:
        """Show these people in so many columns."""
        chosen = self.chosen()
        self._columns = columns
        self.voters.put(rows)
        self._fit()
        # With a layout of its own to come the view would paint the new rows one turn later.
        self.viewport().update()
        if chosen and chosen != self.chosen():
            self.choose(chosen)

    def chosen(self) -> str:
        """Id of the chosen person; empty for nobody."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, VoterRow) else ""

    def choose(self, voter: str) -> None:
        """Choose a person, if they are in the list."""
        for i, row in enumerate(self.voters.rows):
            if row.id == voter:
                self.setCurrentIndex(self.voters.index(i))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _least_column(self) -> int:
        """What the longest role needs, but never so much that there is one column only."""
        font = font_for(_SIZE, Weight.BOLD)
        longest = max((text_width(row.role, font) for row in self.voters.rows), default=0.0)
        wanted = round(longest) + _TEXT_LEFT + 40
        return max(1, min(wanted, self.width() // 2))

    def _fit(self) -> None:
        count = len(self.voters.rows)
        columns = max(1, min(self._columns, self.width() // self._least_column()))
        lines = max(1, -(-count // columns))
        self.setGridSize(QSize(max(1, (self.viewport().width() - 2) // columns), _PITCH))
        self.setFixedHeight(lines * _PITCH + 2)
