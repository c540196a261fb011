"""A small whole number with − and +: for dots, hands and the like, never for money."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import role_color

_HEIGHT = 30
_PART = 33
_LESS = (Qt.Key.Key_Minus, Qt.Key.Key_Down, Qt.Key.Key_Left)
_MORE = (Qt.Key.Key_Plus, Qt.Key.Key_Up, Qt.Key.Key_Right)
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class Stepper(QSlider):
    """− n +. Keys: + − and the arrows, Home and End, and a digit for the number itself.

    It is a slider to assistive technology: a name, a value, a least and a most. Tell the
    new value with Qt's own ``valueChanged(int)``.
    """

    def __init__(
        self, name: str, least: int, most: int, value: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setValue(value)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(3 * _PART + 1, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
                Qt.KeyboardModifier.ShiftModifier,
            }
            if plain and (event.key() in _LESS + _MORE or event.key() in _DIGITS):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LESS:
            self.setValue(self.value() - 1)
        elif event.key() in _MORE:
            self.setValue(self.value() + 1)
        elif event.key() in _DIGITS:
            self.setValue(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.position().x() < _PART:
            self.setValue(self.value() - 1)
        elif event.position().x() > self.width() - _PART:
            self.setValue(self.value() + 1)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a long list must not count hands.
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        able = self.isEnabled()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.CTRL if able else Role.LINE2), 1))
            painter.setBrush(role_color(Role.SURFACE if able else Role.SUNKEN))
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(QPen(role_color(Role.LINE2), 1))
            for x in (_PART + 0.5, self.width() - _PART - 0.5):
                painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
            self._sign(painter, _PART / 2, able and self.value() > self.minimum(), plus=False)
            more = able and self.value() < self.maximum()
            self._sign(painter, self.width() - _PART / 2, more, plus=True)
            painter.setFont(font_for(14, Weight.BOLD))
            painter.setPen(role_color(Role.INK if able else Role.INK3))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self.value()))

    def _sign(self, painter: QPainter, middle: float, able: bool, *, plus: bool) -> None:  # noqa: FBT001
        painter.setPen(QPen(role_color(Role.INK if able else Role.LINE2), 1.6))
        y = self.height() / 2
        painter.drawLine(QPointF(middle - 5, y), QPointF(middle + 5, y))
        if plus:
            painter.drawLine(QPointF(middle, y - 5), QPointF(middle, y + 5))
