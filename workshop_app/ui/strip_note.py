"""What stands in the strip of the folded right column: a mark and a word or a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.drawing import IconMark, role_color
from workshop_app.ui.widgets.labels import label


class StripNote(QWidget):
    """A mark over a short text; the whole of it is in its tooltip and for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(Icon.INFO, Role.INK2, 18, self)
        self._label = label("", "caption", self)
        self._label.setWordWrap(False)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when there is nothing to say."""
        return self._label.text() if not self.isHidden() else ""

    def say(self, text: str, mark: tuple[Icon, Role], told: str) -> None:
        """Say it, or nothing.

        Args:
            text: A word or a time; empty for nothing.
            mark: The mark over it, and the colour of both.
            told: All of it in words.
        """
        self.setVisible(bool(text))
        self._mark.show_icon(*mark)
        self._label.setText(text)
        sheet = f"color: {role_color(mark[1]).name()}; font-weight: 600;"
        if self._label.styleSheet() != sheet:
            self._label.setStyleSheet(sheet)
        self.setAccessibleName(told)
        self.setToolTip(told)
