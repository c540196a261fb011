"""Choices: one of a few in a row, or rows to tick.

All are Qt's own kinds underneath, so that screen readers know what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.buttons import takes_press_keys
from workshop_app.ui.widgets.drawing import (
    draw_icon,
    draw_key,
    draw_line,
    key_width,
    role_color,
    text_width,
)

_SEGMENT_HEIGHT = 32
_SIDE = 14
_LEAST_SIDE = 7
_MANY = 5
_GAP = 8
_RADIUS = 7.0
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segment(QRadioButton):
    """One part of a segmented choice."""

    def __init__(self, text: str, key_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key_text = key_text
        self.ends = (False, False)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        wide = text_width(self.text(), font_for(14, Weight.BOLD)) + 2 * _SIDE
        if self.key_text:
            wide += key_width(self.key_text) + _GAP
        return QSize(round(wide + 1.5), _SEGMENT_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        # Where the row is short the air beside the words goes first; the words stay whole.
        return self.sizeHint() - QSize(2 * (_SIDE - _LEAST_SIDE), 0)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event, *_ARROWS) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self.isChecked()
        ink = Role.INK if self.isEnabled() else Role.INK3
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, chosen)
            font = font_for(14, Weight.BOLD if chosen else Weight.SEMIBOLD)
            key = key_width(self.key_text)
            beside = key + _GAP if key else 0
            room = self.width() - 2 * _LEAST_SIDE - beside
            wide = min(text_width(self.text(), font) + 1, room + 1)
            whole = wide + beside
            left = max(4.0, (self.width() - whole) / 2)
            painter.setFont(font)
            painter.setPen(role_color(Role.ACCENT_DARK if chosen and self.isEnabled() else ink))
            draw_line(painter, self.text(), QRectF(left, 0, wide, self.height()))
            if key:
                draw_key(painter, self.key_text, left + wide + _GAP, self.height() / 2, Role.INK2)

    def _paint_ground(self, painter: QPainter, chosen: bool) -> None:  # noqa: FBT001
        pen = 2.0 if chosen else 1.0
        over = self.isEnabled() and self.underMouse()
        fill = Role.TINT if chosen else Role.CANVAS if over else Role.SURFACE
        if not self.isEnabled():
            fill = Role.SUNKEN
        line = Role.ACCENT if chosen and self.isEnabled() else Role.CTRL
        painter.setPen(QPen(role_color(line), pen))
        painter.setBrush(role_color(fill))
        rect = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        if not self.ends[1] and not chosen:
            rect.setRight(rect.right() + 1)
        painter.drawPath(_rounded(rect, *self.ends))


def _rounded(rect: QRectF, left: bool, right: bool) -> QPainterPath:  # noqa: FBT001
    """A rectangle whose left and right corners are round or not."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, _RADIUS, _RADIUS)
    half = rect.width() / 2
    if not left:
        path.addRect(QRectF(rect.left(), rect.top(), half, rect.height()))
    if not right:
        path.addRect(QRectF(rect.left() + half, rect.top(), half, rect.height()))
    return path.simplified()


class Segmented(QWidget):
    """One of a few, side by side. ``chosen`` carries the index, only when a person chose."""

    chosen: ClassVar[Signal] = Signal(int)

    def __init__(
        self,
        labels: Sequence[str],
        parent: QWidget | None = None,
        *,
        name: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(labels) - 1
        for i, text in enumerate(labels):
            segment = Segment(text, keys[i] if i < len(keys) else "", self)
            segment.ends = (i == 0, i == last)
            self._group.addButton(segment, i)
            row.addWidget(segment, 1)
        if labels:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if len(labels) > _MANY:
            # Many stand in a row of their own and may fill it to the last bit of air.
            for button in self._group.buttons():
                button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def current(self) -> int:
        """Index of the chosen one; -1 if there is none."""
        return self._group.checkedId()

    def set_current(self, index: int) -> None:
        """Show another choice without telling anybody."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)

    def set_labels(self, labels: Sequence[str]) -> None:
        """Other words for the same choices."""
        for i, text in enumerate(labels):
            button = self._group.button(i)
            button.setText(text)
            button.setAccessibleName(text)
            button.updateGeometry()

    def button(self, index: int) -> QAbstractButton:
        """One of the choices."""
        return self._group.button(index)


class _Rows:
    """What a tick row and a choice row share: a mark, a text, and a caption below that wraps."""

    TEXT_LEFT = 28

    @staticmethod
    def fonts(checked: bool) -> tuple[QFont, QFont]:  # noqa: FBT001
        return font_for(14, Weight.SEMIBOLD if checked else Weight.REGULAR), font_for(13)

    @staticmethod
    def height(button: QAbstractButton, note: str, width: int) -> int:
        text, small = _Rows.fonts(checked=True)
        inner = max(40, width - _Rows.TEXT_LEFT)
        tall = _wrapped_height(button.text(), text, inner)
        if note:
            tall += _wrapped_height(note, small, inner)
        return max(28, tall + 6)

    @staticmethod
    def paint(painter: QPainter, button: QAbstractButton, note: str) -> None:
        text, small = _Rows.fonts(button.isChecked())
        room = QRectF(_Rows.TEXT_LEFT, 3, button.width() - _Rows.TEXT_LEFT, button.height())
        painter.setFont(text)
        painter.setPen(role_color(Role.INK if button.isEnabled() else Role.INK3))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, button.text())
        if note:
            room.setTop(3 + _wrapped_height(button.text(), text, int(room.width())))
            painter.setFont(small)
            painter.setPen(role_color(Role.INK3))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, note)


def _wrapped_height(text: str, font: QFont, width: int) -> int:
    box = QFontMetrics(font).boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, text)
    return box.height()


class CheckRow(QCheckBox):
    """A tick box with a text and perhaps a caption under it."""

    def __init__(self, text: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._note = note
        _prepare_row(self, text, note)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _Rows.height(self, self._note, width)

    @override
    def sizeHint(self) -> QSize:
        return _row_hint(self, self._note)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        on, able = self.isChecked(), self.isEnabled()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = Role.ACCENT if on and able else Role.CTRL
            painter.setPen(QPen(role_color(line), 1.5))
            painter.setBrush(role_color(line if on else Role.SURFACE))
            painter.drawRoundedRect(QRectF(0.75, 4.75, 16.5, 16.5), 4, 4)
            if on:
                draw_icon(painter, Icon.CHECK, QRectF(2.5, 6.5, 13, 13), Role.ON_FILL)
            _Rows.paint(painter, self, self._note)


class RadioRow(QRadioButton):
    """One of several under each other, with a text and perhaps a caption."""

    def __init__(self, text: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._note = note
        _prepare_row(self, text, note)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _Rows.height(self, self._note, width)

    @override
    def sizeHint(self) -> QSize:
        return _row_hint(self, self._note)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

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
            painter.setPen(QPen(role_color(Role.ACCENT if on else Role.CTRL), 5 if on else 1.5))
            painter.setBrush(role_color(Role.SURFACE))
            inset = 2.5 if on else 0.75
            painter.drawEllipse(QRectF(inset, 4 + inset, 18 - 2 * inset, 18 - 2 * inset))
            _Rows.paint(painter, self, self._note)


def _prepare_row(button: QAbstractButton, text: str, note: str) -> None:
    button.setAccessibleName(text)
    button.setAccessibleDescription(note)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _row_hint(button: QAbstractButton, note: str) -> QSize:
    wide = max(
        text_width(button.text(), _Rows.fonts(checked=True)[0]), text_width(note, font_for(13))
    )
    wide = round(wide + _Rows.TEXT_LEFT + 4)
    return QSize(wide, _Rows.height(button, note, wide))
