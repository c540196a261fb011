"""The field for amounts: read when it is left, never silently kept as it was."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop_app.domain.amounts import Amount, format_tkr, parse_amount
from workshop_app.domain.refused import Refused
from workshop_app.system.language import Words
from workshop_app.ui.texts import refusal
from workshop_app.ui.widgets.field_note import FieldNote
from workshop_app.ui.widgets.polish import repolish

_WIDE = 180


class AmountField(QWidget):
    """An amount in tkr. What cannot be read stays in the field, with a sentence under it.

    Signals:
        committed: The field was left with another amount that can be read (tkr, or None when
        emptied).
    """

    committed: ClassVar[Signal] = Signal(object)

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._value: int | None = None
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(name)
        self.edit.setMaximumWidth(_WIDE)
        self.note = FieldNote(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self.note)
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self.commit)
        self.edit.textEdited.connect(self._typed)

    @property
    def value(self) -> int | None:
        """The amount in tkr as last read; None where the field is empty."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show an amount without telling anybody."""
        self._value = value
        self.edit.setText("" if value is None else format_tkr(value))
        self._mark("")

    def commit(self) -> bool:
        """Read the field; whether it could be read. Says the sentence if not."""
        read = self._read()
        if isinstance(read, Refused):
            self._mark(refusal(self._words, read))
            return False
        changed = (read.tkr if read else None) != self._value
        self.set_value(read.tkr if read else None)
        if read is not None:
            self.note.say(conversion(self._words, read), bad=False)
        if changed:
            self.committed.emit(self._value)
        return True

    def _read(self) -> Amount | Refused | None:
        text = self.edit.text()
        if not text.strip():
            return None
        try:
            return parse_amount(text)
        except Refused as no:
            return no

    def _typed(self) -> None:
        """While typing an old complaint goes away, and a conversion shows what it becomes."""
        read = self._read()
        self._mark("")
        if isinstance(read, Amount):
            self.note.say(conversion(self._words, read), bad=False)

    def _mark(self, sentence: str) -> None:
        self.edit.setProperty("error", "true" if sentence else "false")
        repolish(self.edit)
        self.edit.setAccessibleDescription(sentence)
        self.note.say(sentence)


def conversion(words: Words, amount: Amount) -> str:
    """What an amount in millions becomes in tkr; empty where nothing was converted."""
    if not amount.converted_from:
        return ""
    text = words.gettext("{typed} is {tkr} tkr")
    return text.format(typed=amount.converted_from, tkr=format_tkr(amount.tkr))
