"""Answers at the desk: one row per question, one box per person, chosen with the arrows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.answer_bars import Part, answer_bar, dumbbell, scale_bar, sides, unit_of
from workshop_app.figures.marks import code_mark
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.stage_pages.answers import AnswerRow
from workshop_app.ui.stage_pages.needs import MoveView
from workshop_app.ui.widgets.drawing import draw_line, draw_shapes, role_color
from workshop_app.ui.widgets.rows import RowList, draw_row_focus, has_focus, row_rect

ROW_ROLE = Qt.ItemDataRole.UserRole
HIGH, LOW, LOWEST = 62, 40, 21
MANY = 14
HEAD = 30
_BIGGEST = 22.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SCALE = 5
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """What the list shows.

    Attributes:
        rows: The questions in the order to show.
        on_scale: The answers lie on both sides of a line.
        moves: How need has moved, by option; empty for other results.
        heads: Words over the columns: what is asked, left and right of the axis, first, last,
            change. Only for moves.
    """

    rows: tuple[AnswerRow, ...] = ()
    on_scale: bool = False
    moves: tuple[MoveView, ...] = ()
    heads: tuple[str, ...] = ()

    @property
    def row_height(self) -> int:
        """Room for a line below, for one line, or for many rows."""
        if any(row.below for row in self.rows) and not self.moves and len(self.rows) <= MANY:
            return HIGH
        return LOW if len(self.rows) <= MANY else LOWEST

    def parts(self, row: AnswerRow) -> tuple[Part, ...]:
        """The boxes of a row; on a scale only those that have a place on it."""
        return row.parts[:_SCALE] if self.on_scale else row.parts


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand across a row of a given width."""

    name: QRectF
    bar: Rect
    middle: float
    unit: float
    counts: float
    outcome: float


def places_for(table: AnswerTable, width: float) -> Places:
    """Name, bar, numbers and outcome; one scale for all rows."""
    outcome = width - 12.0
    listed = not any(row.word for row in table.rows)
    counts = outcome - (0.0 if listed else 128.0)
    start = width * 0.40
    room = counts - (96.0 if table.on_scale else 74.0) - start
    name = QRectF(14, 0, start - 30, 0)
    bar = Rect(start, 0, room, 0)
    if not table.on_scale:
        most = max((sum(p.people for p in row.parts) for row in table.rows), default=0)
        return Places(name, bar, start, unit_of(most, room, _BIGGEST), counts, outcome)
    both = [sides(table.parts(row)) for row in table.rows]
    left = max((side[0] for side in both), default=0.0)
    right = max((side[1] for side in both), default=0.0)
    unit = min(_BIGGEST, room / max(left + right, 1.0))
    return Places(name, bar, start + left * unit, unit, counts, outcome)


def axis_for(width: float) -> Rect:
    """Where the axis of the moves is."""
    start = width * 0.40
    return Rect(start, 0, max(width - 210.0 - start, 60.0), 0)


class AnswerModel(QAbstractListModel):
    """The counted questions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = AnswerTable()

    def put(self, table: AnswerTable) -> None:
        """Show this result."""
        if table != self.table:
            self.beginResetModel()
            self.table = table
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.table.rows):
            return None
        row = self.table.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.option.whole or row.option.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.option.whole or row.option.label, row.below, row.counts, row.word)
            return ", ".join(part for part in parts if part)
        return None


class AnswerDelegate(QStyledItemDelegate):
    """Paints one row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        return QSize(300, model.table.row_height if isinstance(model, AnswerModel) else LOW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, AnswerRow) or not isinstance(model, AnswerModel):
            return
        rect, table = QRectF(row_rect(option)), model.table
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        move = next((m for m in table.moves if m.key == row.option.id), None)
        if move is not None:
            _paint_move(painter, row, move, (rect.width(), rect.height()))
        else:
            _paint_answers(painter, row, table, (rect.width(), rect.height()))
        if not table.moves:
            painter.setPen(QPen(role_color(Role.LINE), 1))
            bottom = round(rect.height()) - 1
            painter.drawLine(0, bottom, round(rect.width()), bottom)
        painter.restore()
        if has_focus(option):
            draw_row_focus(painter, rect.adjusted(0, 0, 0, -1))


def _paint_answers(
    painter: QPainter, row: AnswerRow, table: AnswerTable, size: tuple[float, float]
) -> None:
    wide, high = size
    place = places_for(table, wide)
    left = place.name.x()
    if row.option.code:
        side = min(28.0, high - 6)
        mark = Rect(left, (high - side) / 2, side, side)
        draw_shapes(painter, code_mark(max(0, row.option.track), row.option.code, mark))
        left += 38
    name = QRectF(left, 0, place.name.right() - left, high)
    if row.below and high >= HIGH:
        _write(painter, row.option.label, QRectF(name.x(), 10, name.width(), 22), Weight.SEMIBOLD)
        below = QRectF(name.x(), 31, name.width(), 20)
        _write(painter, row.below, below, Weight.REGULAR, Role.INK2)
    else:
        weight = Weight.SEMIBOLD if high > LOWEST else Weight.REGULAR
        _write(painter, row.option.label, name, weight)
    tall = min(22.0, high - 8)
    bar = Rect(place.bar.x, (high - tall) / 2, place.bar.width, tall)
    parts = table.parts(row)
    if table.on_scale:
        draw_shapes(painter, scale_bar(parts, bar, place.middle, place.unit))
        painter.setPen(QPen(role_color(Role.INK2), 1.5))
        painter.drawLine(round(place.middle), 0, round(place.middle), round(high))
    else:
        draw_shapes(painter, answer_bar(parts, bar, place.unit))
    counts = QRectF(place.counts - 110, 0, 110, high)
    _number(painter, row.counts, counts, Weight.REGULAR, Role.INK2)
    outcome = QRectF(place.counts + 8, 0, place.outcome - place.counts - 8, high)
    _number(painter, row.word, outcome, Weight.BOLD)


def _paint_move(
    painter: QPainter, row: AnswerRow, move: MoveView, size: tuple[float, float]
) -> None:
    wide, high = size
    axis = axis_for(wide)
    middle, half = axis.x + axis.width / 2, axis.width / 2
    painter.fillRect(QRectF(middle, 0, half + 10, high), role_color(Role.TINT))
    painter.setPen(QPen(role_color(Role.INK2), 2))
    painter.drawLine(round(middle), 0, round(middle), round(high))
    name = QRectF(14, 0, axis.x - 34, high)
    _write(painter, row.option.label, name, Weight.REGULAR)
    radius = min(6.0, high * 0.24)
    draw_shapes(painter, dumbbell(move.move, Rect(axis.x, 0, axis.width, high), radius=radius))
    up = move.move.last > move.move.first
    for i, (text, weight, role) in enumerate(
        (
            (str(move.move.first), Weight.REGULAR, Role.INK2),
            (str(move.move.last), Weight.BOLD, Role.INK),
            (move.change, Weight.SEMIBOLD, Role.ACCENT if up else Role.INK2),
        )
    ):
        right = wide - 14 - (2 - i) * 62
        _number(painter, text, QRectF(right - 60, 0, 60, high), weight, role)


class AnswerHead(QWidget):
    """Headings over the columns of the moves; the rows say the same to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = AnswerTable()
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, table: AnswerTable) -> None:
        """The headings of this result; none where the rows need none."""
        self._table = table
        self.setVisible(bool(table.moves and table.heads))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        what, left, right, first, last, change = self._table.heads
        axis, wide = axis_for(self.width()), float(self.width())
        middle = axis.x + axis.width / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            zone = QRectF(middle, 0, axis.width / 2 + 10, HEAD)
            painter.fillRect(zone, role_color(Role.TINT))
            box = QRectF(14, 0, axis.x - 34, HEAD)
            _write(painter, what, box, Weight.SEMIBOLD, Role.INK2)
            _write(painter, left, QRectF(axis.x, 0, axis.width / 2 - 8, HEAD), Weight.SEMIBOLD)
            _number(painter, right, zone.adjusted(8, 0, -8, 0), Weight.SEMIBOLD, Role.ACCENT)
            for i, text in enumerate((first, last, change)):
                edge = wide - 14 - (2 - i) * 62
                _number(painter, text, QRectF(edge - 62, 0, 62, HEAD), Weight.SEMIBOLD, Role.INK2)


class AnswerList(RowList):
    """The counted questions."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.answers = AnswerModel(self)
        self.setModel(self.answers)
        self.setItemDelegate(AnswerDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, table: AnswerTable) -> None:
        """Show this result; the list is as high as its rows, the page scrolls."""
        chosen = self.chosen()
        self.answers.put(table)
        self.setFixedHeight(table.row_height * len(table.rows) + 2)
        keys = [row.option.id for row in table.rows]
        if keys:
            row = keys.index(chosen) if chosen in keys else 0
            self.setCurrentIndex(self.answers.index(row, 0))

    def chosen(self) -> str:
        """The option that is chosen; empty for none."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.option.id if isinstance(row, AnswerRow) else ""


def _write(
    painter: QPainter, text: str, rect: QRectF, weight: Weight, role: Role = Role.INK
) -> None:
    painter.setFont(font_for(13, weight))
    painter.setPen(role_color(role))
    draw_line(painter, text, rect)


def _number(
    painter: QPainter, text: str, rect: QRectF, weight: Weight, role: Role = Role.INK
) -> None:
    painter.setFont(font_for(13, weight))
    painter.setPen(role_color(role))
    draw_line(painter, text, rect, flags=_RIGHT)
