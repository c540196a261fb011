"""The notice line: one sentence over the foot of the desk, gone again by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import IconMark, role_color
from workshop_app.ui.widgets.labels import label

SHOWN_MS = 9000
_WIDEST = 720


class NoticeBar(QWidget):
    """Lies over the desk, so that nothing moves when it comes and goes."""

    def __init__(self, close_text: str, anchor: QWidget, parent: QWidget) -> None:
        """A hidden bar.

        Args:
            close_text: What the button says.
            anchor: The part of the desk over whose foot it stands.
            parent: The desk.
        """
        super().__init__(parent)
        self._anchor = anchor
        self._mark = IconMark(Icon.INFO, Role.ACCENT, 18, self)
        self._label = label("", "row", self)
        self._label.setWordWrap(True)
        self.close_button = ActButton(close_text, "Esc", "quiet", self, height=SMALL)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        row.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty when there is none."""
        return self._label.text() if not self.isHidden() else ""

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say it, also to a screen reader."""
        role = Role.WARN if warn else Role.ACCENT
        self._mark.show_icon(Icon.WARN if warn else Icon.INFO, role)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()

    def place(self) -> None:
        """Stand in the middle over the foot of the parent."""
        anchor = self._anchor.geometry()
        wide = min(_WIDEST, anchor.width() - 32)
        text_room = wide - 18 - 12 * 2 - 24 - self.close_button.sizeHint().width()
        high = max(48, self._label.heightForWidth(text_room) + 22)
        left = anchor.x() + (anchor.width() - wide) // 2
        self.setGeometry(left, anchor.bottom() - high - 12, wide, high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(role_color(Role.CTRL))
            painter.setBrush(role_color(Role.SURFACE))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
