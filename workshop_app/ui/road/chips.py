"""Milestones that are not on the road, as chips that can be chosen and opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.road.stone_model import KEY_ROLE, Stone, StoneModel
from workshop_app.ui.widgets.drawing import draw_line, role_color, text_width
from workshop_app.ui.widgets.rows import RowList, has_focus, is_selected, row_rect

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 28
_GAP = 6
_WIDEST = 240
_MOST_LINES = 2


class _ChipDelegate(QStyledItemDelegate):
    """A rounded field with a dashed edge: not on the road."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = text_width(str(index.data()), font_for(13, Weight.SEMIBOLD)) + 26
        return QSize(min(round(wide), _WIDEST) + _GAP, _HEIGHT + _GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = is_selected(option)
        place = QRectF(row_rect(option)).adjusted(1, 1, -_GAP, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Role.INK if has_focus(option) else Role.ACCENT if chosen else Role.CTRL
        style = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine
        painter.setPen(QPen(role_color(ink), 2 if chosen else 1, style))
        painter.setBrush(role_color(Role.TINT if chosen else Role.SURFACE))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(font_for(13, Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK2))
        draw_line(painter, str(index.data()), place.adjusted(11, 0, -9, 0))
        painter.restore()


class ChipList(RowList):
    """Chips in one or two lines.

    Signals:
        chosen: A chip was chosen (its key).
    """

    chosen: ClassVar[Signal] = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._chips = StoneModel(self)
        self.setModel(self._chips)
        self.setItemDelegate(_ChipDelegate(self))
        self.setUniformItemSizes(False)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> tuple[Stone, ...]:
        """What is shown."""
        return self._chips.stones

    def put(self, chips: Sequence[Stone]) -> None:
        """Show these."""
        key = self.chosen_key()
        self._chips.put(chips)
        if key and self.chosen_key() != key:
            self.choose(key)
        self._fit()

    def chosen_key(self) -> str:
        """Key of the chosen chip; empty if there is none."""
        index = self.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else ""

    def choose(self, key: str) -> bool:
        """Choose a chip; where it is not here, nothing is chosen."""
        row = self._chips.row_of(key)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        self.setCurrentIndex(self._chips.index(row))
        return True

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(str(current.data(KEY_ROLE)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the chips need, at most two lines; more scroll."""
        lines, x = 1, 0
        for stone in self._chips.stones:
            wide = round(text_width(stone.text, font_for(13, Weight.SEMIBOLD))) + 26
            wide = min(wide, _WIDEST) + _GAP
            if x and x + wide > self.viewport().width():
                lines, x = lines + 1, 0
            x += wide
        tall = min(lines, _MOST_LINES) * (_HEIGHT + _GAP) + 2
        if tall != self.height():
            self.setFixedHeight(tall)
