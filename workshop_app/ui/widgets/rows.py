"""Lists whose rows can be chosen: Qt's item view for keys and screen readers, painted rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.drawing import role_color

_ROW_RADIUS = 6.0
Index = QModelIndex | QPersistentModelIndex


def draw_row_focus(painter: QPainter, rect: QRect | QRectF) -> None:
    """The row that has the keyboard: 2 px ink inside its edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(role_color(Role.INK), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inner, _ROW_RADIUS, _ROW_RADIUS)
    painter.restore()


def draw_row_ground(painter: QPainter, rect: QRect | QRectF, role: Role = Role.TINT) -> None:
    """The tint of a chosen row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(role_color(role))
    painter.drawRoundedRect(QRectF(rect), _ROW_RADIUS, _ROW_RADIUS)
    painter.restore()


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether the delegate's row is the current one of a view that has the keyboard."""
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_HasFocus)


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the delegate's row is chosen."""
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_Selected)


def row_rect(option: QStyleOptionViewItem) -> QRect:
    """Where the delegate's row is."""
    rect: QRect = option.rect
    return rect


class RowList(QListView):
    """A list of painted rows. Arrow keys, Home and End work; Tab leaves it; letters are acts."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)

    @override
    def dataChanged(
        self,
        topLeft: Index,
        bottomRight: Index,
        roles: Sequence[int] = (),
    ) -> None:
        super().dataChanged(topLeft, bottomRight, list(roles))
        # Qt gathers changed rows for a moment; the rest of the window is painted before that.
        self.viewport().update()

    @override
    def keyboardSearch(self, search: str) -> None:
        # Letters are acts on the desk; searching by letter would swallow them.
        return

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.ignore()
            return False
        return super().event(event)
