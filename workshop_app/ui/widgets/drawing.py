"""Small drawings shared by the widgets: icons, stones, key boxes, lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Figure, Rect, Role, Shape, Weight
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.ui.painting import font_for, paint

KEY_HEIGHT = 18
_KEY_SIZE = 12
_KEY_SIDE = 5.0


def role_color(role: Role, opacity: float = 1.0) -> QColor:
    """The window's colour for a role."""
    color = QColor(palette(dark=False)[role])
    color.setAlphaF(opacity)
    return color


def text_width(text: str, font: QFont) -> float:
    """Width of one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_shapes(painter: QPainter, shapes: Sequence[Shape]) -> None:
    """Draw plain shapes in the painter's coordinates with the window's colours."""
    paint(painter, Figure(1, 1, tuple(shapes)), palette(dark=False))


def draw_icon(painter: QPainter, which: Icon, rect: QRectF, role: Role) -> None:
    """Draw an icon, kept square, in the rectangle."""
    place = Rect(rect.x(), rect.y(), rect.width(), rect.height())
    draw_shapes(painter, icon(which, place, role))


def draw_stone(painter: QPainter, rect: QRectF, look: StoneLook) -> None:
    """Draw a stone that fills the rectangle."""
    draw_shapes(painter, stone(Rect(rect.x(), rect.y(), rect.width(), rect.height()), look))


def draw_line(
    painter: QPainter, text: str, rect: QRectF, *, flags: Qt.AlignmentFlag | None = None
) -> None:
    """One line of text in the painter's font and pen, cut with an ellipsis where it ends."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    place = flags or (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(rect, place | Qt.TextFlag.TextSingleLine, shown)


def key_width(text: str) -> float:
    """How wide the box of a key is; 0 without a key."""
    if not text:
        return 0.0
    wide = text_width(text, font_for(_KEY_SIZE, Weight.REGULAR)) + 2 * _KEY_SIDE
    return max(float(KEY_HEIGHT), wide)


def draw_key(painter: QPainter, text: str, left: float, middle: float, ink: Role) -> None:
    """A key in its box; on dark ground `ink` is ON_FILL, else INK2 or INK3 when disabled."""
    wide = key_width(text)
    box = QRectF(left + 0.5, middle - KEY_HEIGHT / 2 + 0.5, wide - 1, KEY_HEIGHT - 1)
    line = role_color(ink, 0.7) if ink is Role.ON_FILL else role_color(Role.LINE2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3.5, 3.5)
    painter.setPen(QPen(line, 2))
    inset = QPointF(2, 0)
    painter.drawLine(box.bottomLeft() + inset, box.bottomRight() - inset)
    painter.setPen(role_color(ink))
    painter.setFont(font_for(_KEY_SIZE, Weight.REGULAR))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class KeyBox(QWidget):
    """A key in a box, such as F5."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What the box says."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(key_width(self._text) + 0.5), KEY_HEIGHT + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_key(painter, self._text, 0, self.height() / 2, Role.INK2)


class IconMark(QWidget):
    """One icon, such as the amber triangle before a warning; says nothing to a screen reader."""

    def __init__(
        self, which: Icon, role: Role = Role.ACCENT, side: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._which = which
        self._role = role
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, which: Icon, role: Role) -> None:
        """Another icon or colour."""
        self._which, self._role = which, role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_icon(painter, self._which, QRectF(0, 0, self._side, self._side), self._role)


class StoneMark(QWidget):
    """One stone, such as the outline over an empty list."""

    def __init__(self, look: StoneLook, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(size)

    def show_look(self, look: StoneLook) -> None:
        """Another look."""
        if look != self._look:
            self._look = look
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_stone(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._look)
