"""How a cell looks: text, a mark before it, a tick, and 2 px ink round the one that is current."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Rect, Role
from workshop_app.ui.painting import font_for
from workshop_app.ui.tables.cells import Cell, Column, Edit
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, draw_shapes, role_color

SIDE = 8
ROW_HEIGHT = 30
_TICK = 16.0
TEXT = 13


def paint_ground(painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
    """The tint of the chosen row, and the hairline under it."""
    if chosen:
        painter.fillRect(rect, role_color(Role.TINT))
    painter.setPen(QPen(role_color(Role.LINE), 1))
    painter.drawLine(
        QRectF(rect.left(), rect.bottom() - 0.5, 0, 0).topLeft(),
        QRectF(rect.right(), rect.bottom() - 0.5, 0, 0).topLeft(),
    )


def paint_current(painter: QPainter, rect: QRectF) -> None:
    """The cell that has the keyboard: white, 2 px ink inside its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(role_color(Role.INK), 2))
    painter.setBrush(role_color(Role.SURFACE))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), 5, 5)


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
    """What stands in the cell."""
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    if column.edit is Edit.TICK and cell.ticked is not None:
        _tick(painter, inner, on=cell.ticked)
        inner = inner.adjusted(_TICK + SIDE, 0, 0, 0)
    if cell.mark is not None:
        middle = inner.center().y()
        side = cell.mark_side
        draw_shapes(painter, cell.mark(Rect(inner.left(), middle - side / 2, side, side)))
        inner = inner.adjusted(side + SIDE, 0, 0, 0)
    painter.setFont(font_for(TEXT, cell.weight))
    painter.setPen(role_color(cell.role))
    edge = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    draw_line(painter, cell.text, inner, flags=edge | Qt.AlignmentFlag.AlignVCenter)


def _tick(painter: QPainter, rect: QRectF, *, on: bool) -> None:
    box = QRectF(rect.left() + 0.75, rect.center().y() - _TICK / 2 + 0.75, _TICK - 1.5, _TICK - 1.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(role_color(Role.ACCENT if on else Role.CTRL), 1.5))
    painter.setBrush(role_color(Role.ACCENT if on else Role.SURFACE))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        draw_icon(painter, Icon.CHECK, box.adjusted(1.5, 1.5, -1.5, -1.5), Role.ON_FILL)
