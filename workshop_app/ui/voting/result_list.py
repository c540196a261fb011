"""The result at the desk: one row per option, one box per person, chosen with the arrows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.marks import code_mark, evidence
from workshop_app.figures.person_bars import dots_and_stops, person_bar, unit_for
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.stage_pages.round_view import WEAK, ResultRow, merged_label
from workshop_app.ui.widgets.drawing import draw_line, draw_shapes, role_color
from workshop_app.ui.widgets.rows import RowList, draw_row_focus, has_focus, row_rect

ROW_ROLE = Qt.ItemDataRole.UserRole
HIGH_DOTS, HIGH_POINTS = 38, 24
_BIGGEST = 22.0
_HEAD = 30
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ResultTable:
    """What the list shows.

    Attributes:
        rows: The counted options in the order to show.
        stops: Whether the round has stops (then amounts and stops, else places and people).
        voted: How many have voted.
    """

    rows: tuple[ResultRow, ...] = ()
    stops: bool = False
    voted: int = 0

    def most_dots(self) -> int:
        """The longest bar."""
        return max((row.dots for row in self.rows), default=0)

    def most_stops(self) -> int:
        """The longest bar to the left of the line."""
        return max((row.stops for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand across a row of a given width."""

    name: QRectF
    amount: float
    bars: Rect
    middle: float
    unit: float
    first: float
    second: float


def columns_for(table: ResultTable, width: float) -> Columns:
    """Name, bars and the two numbers at the right; one scale for all rows."""
    second, first = width - 8.0, width - 48.0
    if table.stops:
        # Name, amount, bars on both sides of the line, stops and dots in numbers.
        name = QRectF(8, 0, width * 0.27, 0)
        amount = name.right() + 58
        room = first - 30 - amount - 20
        unit = min(_BIGGEST, room / max(table.most_stops() + table.most_dots() + 1, 1))
        middle = amount + 20 + max(table.most_stops() + 0.6, 4.0) * unit
        bars = Rect(amount + 20, 0, room, 0)
        return Columns(name, amount, bars, middle, unit, first, second)
    start = width * 0.50
    room = width - 150 - start
    unit = unit_for(table.most_dots(), room, _BIGGEST * 1.4)
    bars = Rect(start, 0, room, 0)
    name = QRectF(78, 0, start - 98, 0)
    return Columns(name, 0.0, bars, start, unit, width - 84.0, second)


class ResultModel(QAbstractListModel):
    """The counted options."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.table = ResultTable()

    def put(self, table: ResultTable) -> None:
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
            return row.option.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row)
        return None

    def _told(self, row: ResultRow) -> str:
        words = self._words
        dots = words.ngettext("{n} dot", "{n} dots", row.dots).format(n=row.dots)
        parts = [merged_label(self._words, row), dots]
        if self.table.stops:
            parts.append(words.ngettext("{n} stop", "{n} stops", row.stops).format(n=row.stops))
        people = words.ngettext("from {n} person", "from {n} people", row.people)
        return ", ".join([*parts, people.format(n=row.people)])


class ResultDelegate(QStyledItemDelegate):
    """Paints one row in the same columns as the heading."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        points = isinstance(model, ResultModel) and model.table.stops
        return QSize(300, HIGH_POINTS if points else HIGH_DOTS)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, ResultRow) or not isinstance(model, ResultModel):
            return
        rect = QRectF(row_rect(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        place = columns_for(model.table, rect.width())
        if model.table.stops:
            self._points(painter, row, place, rect.height())
        else:
            self._dots(painter, row, place, (rect.height(), model.table.voted))
        painter.setPen(QPen(role_color(Role.LINE), 1))
        painter.drawLine(0, round(rect.height()) - 1, round(rect.width()), round(rect.height()) - 1)
        painter.restore()
        if has_focus(option):
            draw_row_focus(painter, rect.adjusted(0, 0, 0, -1))

    def _points(self, painter: QPainter, row: ResultRow, place: Columns, high: float) -> None:
        name = QRectF(place.name.x(), 0, place.name.width(), high)
        _write(painter, row.option.label, name, Weight.REGULAR)
        formats = Formats(self._words.language)
        effect = row.option.effect_tkr
        amount = formats.signed(effect) if effect is not None else ""
        box = QRectF(place.amount - 70, 0, 70, high)
        _number(painter, amount, box, Weight.REGULAR, Role.INK2)
        bars = Rect(place.bars.x, (high - 15) / 2, place.bars.width, 15)
        draw_shapes(painter, dots_and_stops(row.each, row.stops, bars, place.middle, place.unit))
        painter.setPen(QPen(role_color(Role.INK2), 2))
        painter.drawLine(round(place.middle), 0, round(place.middle), round(high))
        box = QRectF(place.first - 50, 0, 50, high)
        _number(painter, str(row.stops), box, Weight.REGULAR, Role.INK2)
        _number(painter, str(row.dots), QRectF(place.second - 50, 0, 50, high), Weight.BOLD)

    def _dots(
        self, painter: QPainter, row: ResultRow, place: Columns, size: tuple[float, int]
    ) -> None:
        high, voted = size
        _number(painter, str(row.place), QRectF(0, 0, 24, high), Weight.SEMIBOLD, Role.INK3)
        if row.option.code:
            mark = Rect(38, (high - 28) / 2, 28, 28)
            draw_shapes(painter, code_mark(max(0, row.option.track), row.option.code, mark))
        name = QRectF(place.name.x(), 0, place.name.width(), high)
        if 0 < row.option.strength <= WEAK:
            name.setRight(name.right() - 24)
            bars = Rect(name.right() + 8, (high - 14) / 2, 16, 14)
            draw_shapes(painter, evidence(row.option.strength, bars))
        weight = Weight.SEMIBOLD if row.goes_on else Weight.REGULAR
        _write(painter, merged_label(self._words, row), name, weight)
        bar = Rect(place.bars.x, (high - 20) / 2, place.bars.width, 20)
        draw_shapes(painter, person_bar(row.each, bar, place.unit))
        _number(painter, str(row.dots), QRectF(place.first - 50, 0, 50, high), Weight.BOLD)
        _ = self._words.gettext
        people = _("{n} of {all}").format(n=row.people, all=voted)
        box = QRectF(place.second - 76, 0, 76, high)
        _number(painter, people, box, Weight.REGULAR, Role.INK2)


class ResultHead(QWidget):
    """The headings over the columns; the rows say the same to a screen reader."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._table = ResultTable()
        self.setFixedHeight(_HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, table: ResultTable) -> None:
        """The headings of this result."""
        self._table = table
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _ = self._words.gettext
        place = columns_for(self._table, self.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._table.stops:
                self._points(painter, place)
            else:
                head = QRectF(place.first - 80, 0, 80, _HEAD)
                _number(painter, _("dots"), head, Weight.SEMIBOLD, Role.INK3)
                head = QRectF(place.second - 76, 0, 76, _HEAD)
                _number(painter, _("people"), head, Weight.SEMIBOLD, Role.INK3)
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.drawLine(0, _HEAD - 1, self.width(), _HEAD - 1)

    def _points(self, painter: QPainter, place: Columns) -> None:
        _ = self._words.gettext
        name = QRectF(place.name.x(), 0, place.name.width(), _HEAD)
        _write(painter, _("Proposal"), name, Weight.SEMIBOLD, Role.INK3)
        box = QRectF(place.amount - 70, 0, 70, _HEAD)
        _number(painter, _("tkr"), box, Weight.SEMIBOLD, Role.INK3)
        box = QRectF(place.middle - 90, 0, 82, _HEAD)
        _number(painter, _("Stops"), box, Weight.SEMIBOLD, Role.INK2)
        box = QRectF(place.middle + 8, 0, 90, _HEAD)
        _write(painter, _("Dots"), box, Weight.SEMIBOLD, Role.ACCENT)
        box = QRectF(place.second - 110, 0, 110, _HEAD)
        _number(painter, _("stops · dots"), box, Weight.SEMIBOLD, Role.INK3)


class ResultList(RowList):
    """The counted options."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Result"), parent)
        self.results = ResultModel(words, self)
        self.setModel(self.results)
        self.setItemDelegate(ResultDelegate(words, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, table: ResultTable) -> None:
        """Show this result; the list is as high as its rows, the page scrolls."""
        self.results.put(table)
        high = HIGH_POINTS if table.stops else HIGH_DOTS
        self.setFixedHeight(high * len(table.rows) + 2)

    def chosen(self) -> str:
        """The option that is chosen; empty for none."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.option.id if isinstance(row, ResultRow) else ""


def _write(
    painter: QPainter, text: str, rect: QRectF, weight: Weight, role: Role = Role.INK
) -> None:
    painter.setFont(font_for(13, weight))
    painter.setPen(role_color(role))
    draw_line(painter, text, rect)


def _number(
    painter: QPainter, text: str, rect: QRectF, weight: Weight, role: Role = Role.INK
) -> None:
    painter.setFont(font_for(14 if weight is Weight.BOLD else 13, weight))
    painter.setPen(role_color(role))
    draw_line(painter, text, rect, flags=_RIGHT)
