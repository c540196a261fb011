"""On or off: a switch, and a small chip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.buttons import takes_press_keys
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, role_color, text_width


class Toggle(QCheckBox):
    """On or off, as a switch without text of its own: give it an accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 15)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(38, 22)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.ACCENT if on else Role.CTRL), 1.5))
            painter.setBrush(role_color(Role.ACCENT if on else Role.SURFACE))
            painter.drawRoundedRect(QRectF(0.75, 0.75, 36.5, 20.5), 10.25, 10.25)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_color(Role.ON_FILL if on else Role.CTRL))
            painter.drawEllipse(QRectF(19.5 if on else 4.5, 4, 14, 14))


class Chip(QPushButton):
    """A small choice that is on or off; on has a check before it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 17)
        self.setProperty("painted", "true")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        wide = text_width(self.text(), font_for(13, Weight.SEMIBOLD)) + 24
        return QSize(round(wide + (20 if self.isChecked() else 0) + 0.5), 28)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)

    @override
    def checkStateSet(self) -> None:
        super().checkStateSet()
        self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        ink = Role.ACCENT if on else Role.INK2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_color(Role.TINT if on else Role.SUNKEN))
            painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
            left = 12.0
            if on:
                draw_icon(painter, Icon.CHECK, QRectF(10, 6, 16, 16), ink)
                left += 18
            painter.setFont(font_for(13, Weight.SEMIBOLD))
            painter.setPen(role_color(ink if self.isEnabled() else Role.INK3))
            draw_line(painter, self.text(), QRectF(left, 0, self.width() - left - 10, 28))
