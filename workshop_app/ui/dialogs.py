"""Questions to the person at the desk, in our own words and with verbs on the buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.interaction import Question
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import label

_WIDTH = 460
_EDGE_OF_SCREEN = 40
"""What a dialog's own title bar needs of it."""


class StyledDialog(QDialog):
    """A dialog with a heading, a body and its buttons at the lower right. Esc is the way back."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 20)
        self.column.setSpacing(12)
        self.heading: QLabel = label(title, "title", self)
        self.column.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.column.addLayout(self.body, 1)
        self.setMinimumWidth(_WIDTH)

    def fit(self) -> None:
        """Grow to what the sentences need; Qt itself stops at two thirds of the screen."""
        self.column.activate()
        room = self.screen().availableGeometry().height() - _EDGE_OF_SCREEN
        needed = min(self.column.totalHeightForWidth(self.width()), room)
        if needed > self.height():
            self.resize(self.width(), needed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """A row of buttons, the act last."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)


class QuestionDialog(StyledDialog):
    """Two answers. Enter does the act, since a person has just asked for it; Esc goes back."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question.title, parent)
        text = label(question.text, "lead", self)
        self.setAccessibleDescription(question.text)
        self.body.addWidget(text)
        self.yes = ActButton(question.yes, "Enter", "primary", self)
        self.yes.clicked.connect(self.accept)
        buttons = [self.yes]
        if question.no:
            self.no = ActButton(question.no, "Esc", parent=self)
            self.no.clicked.connect(self.reject)
            buttons.insert(0, self.no)
        self.add_buttons(buttons)
        if question.note:
            self.column.addWidget(label(question.note, "caption", self))
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)


class QtInteraction:
    """Asks with dialogs over the window that is in front."""

    def __init__(self, words: Words, parent: Callable[[], QWidget | None]) -> None:
        """Ask for a window.

        Args:
            words: The window's language.
            parent: Gives the window the questions belong to.
        """
        self._words = words
        self._parent = parent

    def confirm(self, question: Question) -> bool:
        """Whether the person chose the act."""
        return _answer(QuestionDialog(question, self._parent()))

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog of ours until it is answered; whoever made it lets go of it."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def tell(self, title: str, text: str) -> None:
        """Tell something that must be read."""
        question = Question(title, text, yes=self._words.gettext("Close"), no="")
        _answer(QuestionDialog(question, self._parent()))

    def open_file(self, title: str, pattern: str) -> Path | None:
        """Ask for an existing file; None if the person changed their mind."""
        chosen, _kind = QFileDialog.getOpenFileName(self._parent(), title, "", pattern)
        return Path(chosen) if chosen else None

    def open_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._parent(), title)
        return Path(chosen) if chosen else None

    def save_file(self, title: str, proposed: Path, pattern: str) -> Path | None:
        """Ask where to save."""
        chosen, _kind = QFileDialog.getSaveFileName(self._parent(), title, str(proposed), pattern)
        return Path(chosen) if chosen else None


def _answer(dialog: QDialog) -> bool:
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
