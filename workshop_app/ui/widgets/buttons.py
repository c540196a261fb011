"""Buttons: a verb and, in a box, the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import (
    draw_icon,
    draw_key,
    draw_line,
    key_width,
    role_color,
    text_width,
)

SMALL, NORMAL, LARGE = 30, 36, 44
_GAP = 9
_ICON = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESS = (*_ENTER, Qt.Key.Key_Space)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def takes_press_keys(event: QEvent, *more: Qt.Key) -> bool:
    """Keep Enter, Space and `more` for the control that has focus, whatever shortcut there is."""
    if (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in (*_PRESS, *more)
        and not event.modifiers() & _HELD
    ):
        event.accept()
        return True
    return False


class ActButton(QPushButton):
    """A verb with its key. It takes focus with Tab only, so that a click never steals Space.

    Kinds: "primary" (the one next act), "normal", "quiet". Heights: SMALL, NORMAL, LARGE.
    With `spread` the text stands at the left edge and the key at the right.
    """

    def __init__(
        self,
        text: str,
        key_text: str = "",
        kind: str = "normal",
        parent: QWidget | None = None,
        *,
        height: int = NORMAL,
    ) -> None:
        super().__init__(text, parent)
        self._key_text = key_text
        self._kind = kind
        self._high = height
        self._icon: Icon | None = None
        self.spread = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 10)
        self.setProperty("painted", "true")
        self.setAccessibleName(text)

    @override
    def setText(self, text: str) -> None:
        """Another verb; the accessible name follows."""
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def key_text(self) -> str:
        """What the key box says; empty for none."""
        return self._key_text

    @key_text.setter
    def key_text(self, text: str) -> None:
        if text != self._key_text:
            self._key_text = text
            self.updateGeometry()
            self.update()

    @property
    def kind(self) -> str:
        """primary, normal or quiet."""
        return self._kind

    @kind.setter
    def kind(self, kind: str) -> None:
        if kind != self._kind:
            self._kind = kind
            self.update()

    def set_icon(self, which: Icon | None) -> None:
        """An icon before the text, or none."""
        self._icon = which
        self.updateGeometry()
        self.update()

    @property
    def _padding(self) -> int:
        if self._kind == "quiet":
            return 8
        return 11 if self._high == SMALL else 14

    def _content_width(self) -> float:
        wide = text_width(self.text(), self._font())
        wide += key_width(self._key_text) + _GAP if self._key_text else 0
        wide += _ICON + _GAP if self._icon is not None else 0
        return wide

    def _font(self) -> QFont:
        size = {SMALL: 13, NORMAL: 14, LARGE: 16}.get(self._high, 14)
        return font_for(size, Weight.SEMIBOLD)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width() + 2 * self._padding + 1.5), self._high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._high) if self.spread else self.sizeHint()

    def is_cut(self) -> bool:
        """Whether the words end in dots, even without the key beside them."""
        key = key_width(self._key_text) + _GAP if self._key_text else 0
        return self._content_width() - key > self.width() - 2 * self._padding

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and not self.toolTip() and self.is_cut():
            QToolTip.showText(QCursor.pos(), self.text(), self)
            return True
        return takes_press_keys(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._ink()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_content(painter, ink)

    def _ink(self) -> Role:
        if not self.isEnabled():
            return Role.INK3
        return {"primary": Role.ON_FILL, "quiet": Role.ACCENT}.get(self._kind, Role.INK)

    def _ground(self) -> tuple[Role | None, Role | None]:
        """Fill and outline."""
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled():
            return (None, None) if self._kind == "quiet" else (Role.SUNKEN, None)
        if self._kind == "primary":
            return (Role.ACCENT_DARK if over else Role.ACCENT, None)
        if self._kind == "quiet":
            return (Role.TINT if over else None, None)
        fill = Role.SUNKEN if self.isDown() else Role.SURFACE
        return (fill, Role.CTRL if over else Role.LINE2)

    def _paint_ground(self, painter: QPainter) -> None:
        fill, line = self._ground()
        painter.setPen(QPen(role_color(line), 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(role_color(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = 0.5 if line else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)

    def _paint_content(self, painter: QPainter, ink: Role) -> None:
        middle = self.height() / 2
        room = self.width() - 2 * self._padding
        key_text = self._key_text
        if self.spread and self._content_width() > room:
            key_text = ""  # The words go before the key; the list of all keys has it.
        spare = 0.0 if self.spread else max(0.0, (room - self._content_width()) / 2)
        left = self._padding + spare
        if self._icon is not None:
            draw_icon(painter, self._icon, QRectF(left, middle - _ICON / 2, _ICON, _ICON), ink)
            left += _ICON + _GAP
        key = key_width(key_text)
        end = self.width() - self._padding - (key + _GAP if key else 0)
        font = self._font()
        wide = min(text_width(self.text(), font) + 1, end - left)
        painter.setFont(font)
        painter.setPen(role_color(ink))
        draw_line(painter, self.text(), QRectF(left, 0, wide, self.height()))
        if key:
            shade = Role.INK2 if ink in {Role.INK, Role.ACCENT} else ink
            at = self.width() - self._padding - key if self.spread else left + wide + _GAP
            draw_key(painter, key_text, at, middle, shade)
