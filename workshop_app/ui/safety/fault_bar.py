"""The banner across the top of the desk: what stops the day from being saved, or only to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import IconMark, role_color
from workshop_app.ui.widgets.labels import label


class FaultBar(QWidget):
    """Stands over everything in the window, the ballot too; hidden where there is nothing to say.

    Attributes:
        find_file: Show where the file is now.
        save_here: Save the day again where it was.
        save_copy: Save a copy, in a day that can only be read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(Icon.WARN, Role.WARN, 20, self)
        self._label = label("", "strong", self)
        self._label.setWordWrap(True)
        self._ground = Role.WARN_TINT
        self.find_file, self.save_here, self.save_copy = (
            ActButton("", parent=self, height=SMALL) for _each in range(3)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        for button in (self.find_file, self.save_here, self.save_copy):
            row.addWidget(button)
            button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def warn(self, text: str) -> None:
        """What stops the day from being saved."""
        self._show(text, Icon.WARN, Role.WARN, Role.WARN_TINT)

    def inform(self, text: str) -> None:
        """Something calm that holds all day."""
        self._show(text, Icon.INFO, Role.ACCENT, Role.TINT)

    def _show(self, text: str, icon: Icon, ink: Role, ground: Role) -> None:
        self._mark.show_icon(icon, ink)
        self._ground = ground
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), role_color(self._ground))
