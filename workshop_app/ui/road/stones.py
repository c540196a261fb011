"""The road as an item view: every stone is an item, so arrows and screen readers work.

The model holds the stones in the order of the road. The view paints the road's figure and tells
Qt where in it each stone is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.road import DESK_ROAD, QUARTERS, Road, road
from workshop_app.figures.shapes import Figure, Rect, Role, Ruler
from workshop_app.ui.painting import paint
from workshop_app.ui.road.road_fit import moved, readable
from workshop_app.ui.road.stone_model import KEY_ROLE, Index, Stone, StoneModel
from workshop_app.ui.widgets.rows import RowList

_RING_GAP = 3.0
_RING = 2.0
_LEAST = QSize(560, 360)


@dataclass(frozen=True)
class _Drag:
    """A stone under the mouse, and how many quarters it has been moved so far."""

    key: str
    start: QPointF
    moved: bool = False
    steps: int = 0


class RoadView(RowList):
    """The road to the end year. Stones can be chosen, opened, moved by keys and dragged.

    Signals:
        chosen: A stone was chosen (its key).
        stepped: Move a stone this many quarters (key, steps; minus is earlier).
    """

    chosen: ClassVar[Signal] = Signal(str)
    stepped: ClassVar[Signal] = Signal(str, int)

    # Qt asks where things are while the view is being made, before there is anything.
    _shown = Figure(1, 1)

    def __init__(self, name: str, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._ruler = ruler
        self._plan = Road((), 1, 1)
        self._drag: _Drag | None = None
        self._stones = StoneModel(self)
        self.setModel(self._stones)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def plan(self) -> Road:
        """What is shown."""
        return self._plan

    def put(self, plan: Road, stones: Sequence[Stone]) -> None:
        """Show another state of the road; the chosen stone stays chosen if it is still there."""
        key = self.chosen_key()
        self._plan = plan
        self._stones.put(stones)
        self.setAccessibleDescription(plan.sentence)
        if key and self.chosen_key() != key:
            self.choose(key)
        self._draw()

    def chosen_key(self) -> str:
        """Key of the chosen stone; empty if there is none."""
        index = self.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a stone; an unknown key takes the choice away."""
        row = self._stones.row_of(key)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._stones.index(row))

    @property
    def figure(self) -> Figure:
        """The picture as painted now, in the view's pixels."""
        return self._shown

    def spot_rect(self, key: str) -> Rect | None:
        """Where a stone is."""
        return next((spot.rect for spot in self._shown.spots if spot.key == key), None)

    # --- where things are, for Qt -------------------------------------------------------------

    @override
    def visualRect(self, index: Index) -> QRect:
        rect = self.spot_rect(str(index.data(KEY_ROLE))) if index.isValid() else None
        if rect is None:
            return QRect()
        return QRectF(rect.x, rect.y, rect.width, rect.height).toAlignedRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        for spot in reversed(self._shown.spots):
            rect = spot.rect
            if rect.x <= p.x() <= rect.right and rect.y <= p.y() <= rect.bottom:
                return self._stones.index(max(self._stones.row_of(spot.key), 0))
        return QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The whole road is always in view."""

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(QItemSelection(index, index), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = len(self._stones.stones) - 1
        now = self.currentIndex().row()
        steps = QAbstractItemView.CursorAction
        match cursorAction:
            case steps.MoveUp | steps.MovePrevious | steps.MoveLeft | steps.MovePageUp:
                row = max(now - 1, 0)
            case steps.MoveHome:
                row = 0
            case steps.MoveEnd:
                row = last
            case _:
                row = min(now + 1, last)
        return self._stones.index(row) if last >= 0 else QModelIndex()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._draw()
        if current.isValid():
            self.chosen.emit(str(current.data(KEY_ROLE)))

    # --- keys and mouse -----------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self._draw()
        elif plain and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def step(self, steps: int) -> None:
        """Ask for the chosen stone to be moved that many quarters."""
        key = self.chosen_key()
        if key and steps:
            self.stepped.emit(key, steps)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setCurrentIndex(index)
        self._drag = _Drag(str(index.data(KEY_ROLE)), event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None:
            over = self.indexAt(event.position().toPoint()).isValid()
            hand = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            return
        away = event.position().x() - drag.start.x()
        if drag.moved or abs(away) >= QApplication.startDragDistance():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            steps = self._within(drag.key, round(away / self._quarter_width()))
            self._drag = replace(drag, moved=True, steps=steps)
            self._draw()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._draw()
        if drag.steps:
            self.stepped.emit(drag.key, drag.steps)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._drag = None
        if index.isValid():
            self.activated.emit(index)

    # --- paint --------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return _LEAST

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            paint(painter, self._shown, palette(dark=False))
            rect = self.spot_rect(self.chosen_key()) if self.hasFocus() else None
            if rect is not None:
                _ring(painter, rect)

    def _draw(self) -> None:
        """Make the figure for the size and the state there is now."""
        size = self.viewport().size()
        plan = replace(self._plan, chosen=self.chosen_key())
        if self._drag is not None and self._drag.steps:
            plan = moved(plan, self._drag.key, self._drag.steps)
        plan, look = readable(plan, (size.width(), size.height()), self._ruler)
        figure = road(plan, size.width(), size.height(), look, self._ruler)
        if figure != self._shown:
            self._shown = figure
            self.viewport().update()

    def _quarter_width(self) -> float:
        room = self.viewport().width() - DESK_ROAD.head
        return max(room / (self._plan.years * QUARTERS), 1.0)

    def _within(self, key: str, steps: int) -> int:
        """The steps that stay on the road."""
        post = next((p for lane in self._plan.lanes for p in lane.posts if p.key == key), None)
        if post is None:
            return 0
        place = (post.year - self._plan.first_year) * QUARTERS + post.quarter - 1
        return max(-place, min(steps, self._plan.years * QUARTERS - 1 - place))


def _ring(painter: QPainter, rect: Rect) -> None:
    """Focus: a line of ink outside a gap, in the shape of the stone."""
    out = QRectF(rect.x, rect.y, rect.width, rect.height).adjusted(
        -_RING_GAP, -_RING_GAP, _RING_GAP, _RING_GAP
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette(dark=False)[Role.INK]), _RING))
    painter.drawRoundedRect(out, out.width() / 2.6, out.width() / 2.6)
