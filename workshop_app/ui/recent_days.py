"""The list of days on the start page: what a row says, its model and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_line, draw_stone, role_color, text_width
from workshop_app.ui.widgets.rows import (
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

ROW_HEIGHT = 80
DAY = Qt.ItemDataRole.UserRole + 1
_CHIP_LEFT, _NARROW = 474, 600

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RecentDay:
    """One day as the start page shows it; the texts are finished.

    Attributes:
        path: The file.
        title: What the day is called.
        date: Its date in words.
        modified: When it was last changed, in words.
        status: The chip's word.
        finalised: Whether the day is closed for good: filled stone with a check.
        size: How much there is in it, in words; else folder and file name stand there.
        copied: When it was last copied, in words.
        found_by: More words to find it by, such as names of units.
        unreadable: The file cannot be read: its name instead of a title, a warning as its chip.
        years: Those on its road, for the picture beside the list; empty where not known.
    """

    path: Path
    title: str
    date: str
    modified: str
    status: str
    finalised: bool = False
    size: str = ""
    copied: str = ""
    found_by: str = ""
    unreadable: bool = False
    years: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Folder and file name, as much as tells days apart."""
        return str(Path(self.path.parent.name) / self.path.name)

    def matches(self, words: str) -> bool:
        """Whether all of the words are somewhere in it."""
        parts = (self.title, self.date, self.place, self.status, self.size, self.found_by)
        text = " ".join(parts).casefold().replace("\u00a0", " ")
        return all(word in text for word in words.casefold().split())


class RecentModel(QAbstractListModel):
    """The days that match what is searched for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RecentDay, ...] = ()
        self._shown: tuple[RecentDay, ...] = ()
        self._search = ""

    @property
    def days(self) -> tuple[RecentDay, ...]:
        """All days, last changed first."""
        return self._all

    @property
    def shown(self) -> tuple[RecentDay, ...]:
        """Those that match."""
        return self._shown

    def show_days(self, days: Sequence[RecentDay]) -> None:
        """Other days."""
        self._all = tuple(days)
        self._filter()

    def search(self, words: str) -> None:
        """Only days with these words in them."""
        self._search = words
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = tuple(day for day in self._all if day.matches(self._search))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return day.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (day.title, day.date, day.size, day.status, day.modified, day.copied)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(day.path)
        return day if role == DAY else None


class RecentDelegate(QStyledItemDelegate):
    """Paints a day: stone, title, date and file, chip, when, and the way in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: RecentDay = index.data(DAY)
        rect = QRectF(row_rect(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = has_focus(option)
        if (is_selected(option) and focused) or _hovered(option):
            draw_row_ground(painter, rect.adjusted(0, 1, 0, -1), Role.CANVAS)
        painter.setPen(role_color(Role.LINE))
        low = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))
        self._day(painter, day, rect)
        if focused:
            draw_row_focus(painter, rect.adjusted(0, 1, 0, -1))
        painter.restore()

    def _day(self, painter: QPainter, day: RecentDay, rect: QRectF) -> None:
        middle = rect.center().y()
        role = Role.WARN if day.unreadable else Role.ACCENT
        look = StoneLook(role, hollow=not day.finalised, check=day.finalised, ground=None)
        draw_stone(painter, QRectF(rect.x() + 10, middle - 13, 23, 25), look)
        narrow = rect.width() < _NARROW
        self._chevron(painter, rect.right() - 16, middle)
        when = self._when(painter, day, rect)
        chip = text_width(day.status, font_for(13, Weight.SEMIBOLD)) + 20
        chip_left = rect.x() + _CHIP_LEFT * rect.width() / 735
        chip_left = min(chip_left, when.left() - chip - 16)
        chipped = day.unreadable or not narrow
        if chipped:
            self._chip(painter, day, QRectF(chip_left, middle - 12, chip, 24))
        end = chip_left if chipped else when.left()
        self._names(painter, day, QRectF(rect.x() + 46, middle - 22, end - rect.x() - 62, 44))

    def _when(self, painter: QPainter, day: RecentDay, rect: QRectF) -> QRectF:
        """When it was changed, and under it when it was copied; gives the room they take."""
        font = font_for(13)
        wide = max(text_width(day.modified, font), text_width(day.copied, font)) + 1
        room = QRectF(rect.right() - 34 - wide, rect.center().y() - 22, wide, 44)
        upper = room.adjusted(0, 0, 0, -22) if day.copied else room.adjusted(0, 10, 0, -10)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(role_color(Role.INK2))
        painter.drawText(upper, flags, day.modified)
        painter.setPen(role_color(Role.INK3))
        painter.drawText(room.adjusted(0, 22, 0, 0), flags, day.copied)
        return room

    def _names(self, painter: QPainter, day: RecentDay, room: QRectF) -> None:
        painter.setFont(font_for(15, Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK))
        draw_line(painter, day.title, QRectF(room.x(), room.y(), room.width(), 22))
        font = font_for(13)
        painter.setFont(font)
        painter.setPen(role_color(Role.INK2))
        start = f"{day.date} · " if day.date else ""
        wide = text_width(start, font)
        below = QRectF(room.x(), room.y() + 22, room.width(), 22)
        draw_line(painter, start, below)
        rest = room.width() - wide
        way = Qt.TextElideMode.ElideRight if day.size else Qt.TextElideMode.ElideMiddle
        place = QFontMetricsF(font).elidedText(day.size or day.place, way, rest)
        painter.setPen(role_color(Role.INK3))
        if rest > 20:  # noqa: PLR2004 - less shows only an ellipsis
            draw_line(painter, place, QRectF(room.x() + wide, below.y(), rest, 22))

    def _chip(self, painter: QPainter, day: RecentDay, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ink, ground = (Role.ACCENT, Role.TINT) if day.finalised else (Role.INK2, Role.SUNKEN)
        if day.unreadable:
            ink, ground = Role.WARN, Role.WARN_TINT
        painter.setBrush(role_color(ground))
        painter.drawRoundedRect(rect, 12, 12)
        painter.setFont(font_for(13, Weight.SEMIBOLD))
        painter.setPen(role_color(ink))
        draw_line(painter, day.status, rect.adjusted(10, 0, -8, 0))

    def _chevron(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(role_color(Role.INK3), 1.6))
        painter.drawPolyline([QPointF(x, y - 5), QPointF(x + 5, y), QPointF(x, y + 5)])


def _hovered(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)
