"""A named field for words; what is wrong with what was written stands right under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.theme import repolish
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import label

_ICON = 16
_AREA = 76
Editor = QLineEdit | QPlainTextEdit | QComboBox


class Field(QWidget):
    """A label, an editor, and a sentence under it when something is wrong.

    Signals:
        committed: What a person has written and left, if it is other than what was shown.
    """

    committed: ClassVar[Signal] = Signal(str)

    def __init__(self, name: str, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.editor = editor
        self._shown = ""
        editor.setAccessibleName(name)
        self.note: QLabel = label("", "caption")
        self.note.hide()
        self.error: QLabel = label("", "bad")
        self._mark = IconMark(Icon.WARN, Role.BAD, _ICON)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 2, 0, 0)
        foot.setSpacing(6)
        foot.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.error, 1)
        self._foot.hide()
        head = label(name, "group")
        head.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(editor)
        column.addWidget(self.note)
        column.addWidget(self._foot)
        self.setFocusProxy(editor)
        self._watch()

    def _watch(self) -> None:
        editor = self.editor
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self.commit)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(self.commit)
        else:
            editor.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() is QEvent.Type.FocusOut:
            self.commit()
        return False

    def text(self) -> str:
        """What stands in it now; of a choice its value."""
        editor = self.editor
        if isinstance(editor, QComboBox):
            return str(editor.currentData())
        plain = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        return plain.strip()

    def put(self, text: str) -> None:
        """Show this, unless somebody is writing in it just now."""
        written = self.text() != self._shown
        if written and (self.editor.hasFocus() or self.failed):
            return
        self._shown = text
        self._fill(text)

    def _fill(self, text: str) -> None:
        editor = self.editor
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(text), 0))
        elif isinstance(editor, QLineEdit):
            if editor.text() != text:
                editor.setText(text)
                editor.setCursorPosition(0)
        elif editor.toPlainText() != text:
            editor.setPlainText(text)

    def commit(self) -> None:
        """Tell what was written, if it is new."""
        text = self.text()
        if text == self._shown:
            self.fail("")
        else:
            self.committed.emit(text)

    def took(self) -> None:
        """What stands in it is kept now."""
        self._shown = self.text()
        self.fail("")

    @property
    def failed(self) -> bool:
        """Whether there is something wrong with what stands in it."""
        return not self._foot.isHidden()

    def fail(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        if bool(sentence) == self.failed and sentence == self.error.text():
            return
        self.error.setText(sentence)
        self._foot.setVisible(bool(sentence))
        self.editor.setProperty("error", "true" if sentence else "false")
        self.editor.setAccessibleDescription(sentence)
        repolish(self.editor)

    def say(self, note: str) -> None:
        """A small line under the editor, such as the week of a date."""
        self.note.setText(note)
        self.note.setVisible(bool(note))


def line_field(name: str, suggestions: Sequence[str] = ()) -> Field:
    """One line of text, perhaps with suggestions."""
    editor = QLineEdit()
    if suggestions:
        completer = QCompleter(list(suggestions), editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)
    return Field(name, editor)


def text_field(name: str, height: int = _AREA) -> Field:
    """Several lines of text; Tab leaves it."""
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(height)
    return Field(name, editor)


def choice_field(name: str, choices: Sequence[tuple[str, str]]) -> Field:
    """One of some (value, words)."""
    editor = QComboBox()
    for value, words in choices:
        editor.addItem(words, value)
    return Field(name, editor)
