"""The facilitator's code in the settings: set, changed, taken away; dots until it is to be seen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workshop_app.system.language import Words
from workshop_app.system.settings import CODE_DIGITS
from workshop_app.ui.channels.code_page import CodeField
from workshop_app.ui.settings.rows import SettingRow
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.switches import Chip

_FIELD_WIDE = 96


class CodeRow(SettingRow):
    """Four digits, or none.

    Signals:
        kept: Another code; empty takes it away.
    """

    kept: ClassVar[Signal] = Signal(str)

    def __init__(self, words: Words, code: str) -> None:
        _ = words.gettext
        self._words = words
        self._code = code
        self.field = CodeField(_("Code of four digits"))
        self.field.setFixedWidth(_FIELD_WIDE)
        self.field.setText(code)
        super().__init__(_("Facilitator's code"), self.field)
        self.show_digits = Chip(_("Show"))
        self.show_digits.setAccessibleName(_("Show the code"))
        self.show_digits.toggled.connect(self._show)
        self.save = ActButton(_("Save"), "Enter", height=SMALL)
        self.save.setAccessibleName(_("Save the code"))
        self.save.clicked.connect(self.keep)
        self.remove = ActButton(_("Remove the code"), height=SMALL)
        self.remove.clicked.connect(self._remove)
        self.beside(self.show_digits, self.save, self.remove).left()
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.keep)
        self.field.editingFinished.connect(self._left)
        self._typed()

    def keep(self) -> None:
        """Enter or the button: keep four digits, or say what is missing."""
        typed = self.field.text()
        if len(typed) != CODE_DIGITS:
            self.say(self._words.gettext("The code has four digits. Nothing has been changed."))
            return
        self._keep(typed)

    def _left(self) -> None:
        """The keyboard goes elsewhere: four digits are a code, fewer are nothing yet."""
        typed = self.field.text()
        if len(typed) == CODE_DIGITS and typed != self._code:
            self._keep(typed)

    def _remove(self) -> None:
        self.field.clear()
        self._keep("")
        self.field.setFocus()

    def _keep(self, code: str) -> None:
        self._code = code
        self._typed()
        self.kept.emit(code)

    def _typed(self) -> None:
        _ = self._words.gettext
        typed = self.field.text()
        self.save.setEnabled(len(typed) == CODE_DIGITS and typed != self._code)
        self.remove.setEnabled(bool(self._code))
        asked = _("Asked for before the laptop goes back to the desk while people vote on it.")
        there = _("There is a code now.") if self._code else _("There is no code now.")
        self.say(f"{there} {asked}")

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - from a signal
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)
