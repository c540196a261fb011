"""What is said under a field: what is wrong with it, or what it will become."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import label
from workshop_app.ui.widgets.polish import repolish

_SIDE = 16


class FieldNote(QWidget):
    """A sentence with an icon; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(Icon.WARN, Role.BAD, _SIDE, self)
        self._label = label("", "bad", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while hidden."""
        return self._label.text()

    def say(self, sentence: str, *, bad: bool = True) -> None:
        """Another sentence, or none; `bad` for what must be mended."""
        self._label.setText(sentence)
        self._label.setProperty("role", "bad" if bad else "caption")
        repolish(self._label)
        self._mark.show_icon(Icon.WARN if bad else Icon.INFO, Role.BAD if bad else Role.INK3)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
