"""What a cell is edited with: a line in the cell, or a list to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.tables.cells import Choice
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.drawing import role_color
from workshop_app.ui.widgets.labels import section_label

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEPT = frozenset({*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_SHEET = (
    "QLineEdit {{ border: 2px solid {line}; border-radius: 5px; padding: 0 5px; min-height: 0; "
    "font-size: 13px; }}"
)
_PICK_WIDE, _PICK_HIGH = 460, 420


class CellEditor(QLineEdit):
    """A line in the place of a cell.

    Signals:
        done: The text is finished; 1 or -1 goes on to the next or the previous cell, 0 stays.
        cancelled: Forget it.
    """

    done: ClassVar[Signal] = Signal(int)
    cancelled: ClassVar[Signal] = Signal()

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setProperty("ring", "none")
        self.mark("")

    def mark(self, sentence: str) -> None:
        """Red while there is something to mend."""
        line = role_color(Role.BAD if sentence else Role.INK).name()
        self.setStyleSheet(_SHEET.format(line=line))
        self.setAccessibleDescription(sentence)

    @override
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() in _KEPT:
            if kind is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind is QEvent.Type.KeyPress:
                self._key(event)
                return True
        return super().event(event)

    def _key(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _ENTER:
            self.done.emit(0)
        else:
            back = (
                key == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self.done.emit(-1 if back else 1)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS and self.isVisible():
            self.done.emit(0)


class PickDialog(QDialog):
    """Some of many, to tick."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Sequence[str],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(_PICK_WIDE, min(_PICK_HIGH, 150 + 34 * len(choices)))
        self._values = tuple(choice.value for choice in choices)
        self.rows = tuple(CheckRow(choice.text) for choice in choices)
        self._lay_out(title, chosen, words)

    def _lay_out(self, title: str, chosen: Sequence[str], words: Words) -> None:
        _ = words.gettext
        inner = QWidget()
        inner.setProperty("scrolled", "true")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 12, 4)
        for row, value in zip(self.rows, self._values, strict=True):
            row.setChecked(value in chosen)
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.save = ActButton(_("Save"), "Enter", "primary")
        self.cancel = ActButton(_("Cancel"), "Esc")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(14)
        whole.addWidget(section_label(title))
        whole.addWidget(area, 1)
        whole.addLayout(buttons)

    def chosen(self) -> str:
        """The ticked values with bars between."""
        pairs = zip(self._values, self.rows, strict=True)
        return "|".join(value for value, row in pairs if row.isChecked())
