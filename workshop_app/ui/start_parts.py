"""Parts of the start page: the cards that lead in, the search field, the list of days."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.recent_days import DAY, RecentDay
from workshop_app.ui.widgets.buttons import takes_press_keys
from workshop_app.ui.widgets.drawing import (
    draw_key,
    draw_line,
    key_width,
    role_color,
    text_width,
)
from workshop_app.ui.widgets.rows import RowList


class WayIn(QPushButton):
    """One of the three cards: a title with its key, and a sentence."""

    def __init__(self, key_text: str, *, primary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._key_text = key_text
        self._primary = primary
        self.setProperty("painted", "true")
        self.setProperty("ringRadius", 14)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, note: str) -> None:
        """The card's words."""
        self.setText(title)
        self._note = note
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, 118)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(150, 118)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        over = self.isEnabled() and self.underMouse()
        ink, soft = Role.INK, Role.INK2
        fill, line = Role.SURFACE, Role.CTRL if over else Role.LINE2
        if self._primary:
            ink = soft = Role.ON_FILL
            fill = line = Role.ACCENT_DARK if over else Role.ACCENT
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(line), 1))
            painter.setBrush(role_color(fill))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            inside = QRectF(self.rect()).adjusted(23, 18, -23, -18)
            painter.setFont(font_for(17, Weight.BOLD))
            key = key_width(self._key_text)
            if key + text_width(self.text(), painter.font()) + 8 > inside.width():
                key = 0.0
            painter.setPen(role_color(ink))
            room = QRectF(inside.x(), inside.y(), inside.width() - key - 8, 26)
            draw_line(painter, self.text(), room)
            if key:
                shade = Role.ON_FILL if self._primary else Role.INK2
                draw_key(painter, self._key_text, inside.right() - key, inside.y() + 13, shade)
            painter.setFont(font_for(13))
            painter.setPen(role_color(soft))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom
            painter.drawText(inside.adjusted(0, 30, 0, 0), flags, self._note)


class SearchField(QLineEdit):
    """Looks through the days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(False)
        self.setTextMargins(24, 0, 0, 0)
        self.setMinimumWidth(160)
        self.setMaximumWidth(240)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.INK3), 1.6))
            middle = self.height() / 2
            painter.drawEllipse(QRectF(14, middle - 6, 9, 9))
            painter.drawLine(22, round(middle + 2), 26, round(middle + 6))


class RecentList(RowList):
    """The days; Enter opens the current one, the arrows of the page lead here.

    Signals:
        opened: A day is to be opened; carries its path.
        pressed_key: A key for an act on the current day; carries the key.
        menu_asked: The menu of the current day is wanted; carries the place on the screen.
    """

    opened: ClassVar[Signal] = Signal(object)
    pressed_key: ClassVar[Signal] = Signal(object)
    menu_asked: ClassVar[Signal] = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.clicked.connect(self._open)

    @property
    def current(self) -> RecentDay | None:
        """The day the acts are about."""
        day = self.currentIndex().data(DAY)
        return day if isinstance(day, RecentDay) else None

    def _open(self, index: QModelIndex) -> None:
        day = index.data(DAY)
        if isinstance(day, RecentDay):
            self.opened.emit(day.path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_A} and not event.modifiers():
            self.pressed_key.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if not index.isValid():
                return
            self.setCurrentIndex(index)
            place = event.globalPos()
        else:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        if self.current is not None:
            self.menu_asked.emit(place)
