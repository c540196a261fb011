"""The folder for copies in the settings: choose another, or the usual one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workshop_app.system.language import Words
from workshop_app.system.settings import fits
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.settings.rows import SettingRow
from workshop_app.ui.widgets.buttons import SMALL, ActButton


def can_be_written(folder: Path) -> bool:
    """Whether something can be saved there; one that is not there yet must be possible to make."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False


class FolderRow(SettingRow):
    """Where copies are saved by themselves.

    Signals:
        kept: Another folder, as text; empty is the usual one.
    """

    kept: ClassVar[Signal] = Signal(str)

    def __init__(self, words: Words, ask: Interaction, chosen: str, usual: Path) -> None:
        """A line for it.

        Args:
            words: The window's language.
            ask: Asks for a folder.
            chosen: The folder somebody chose; empty = the usual one.
            usual: The usual one.
        """
        _ = words.gettext
        self._words = words
        self._ask = ask
        self._usual = usual
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        super().__init__(_("Folder for copies"), self.field)
        self.choose = ActButton(_("Choose…"), height=SMALL)
        self.choose.setAccessibleName(_("Choose the folder for automatic copies"))
        self.choose.clicked.connect(self._choose)
        self.use_usual = ActButton(_("Use the standard folder"), height=SMALL)
        self.use_usual.clicked.connect(self._take_usual)
        self.under(self.choose, self.use_usual)
        self._show(chosen)

    def _show(self, chosen: str) -> None:
        folder = Path(chosen) if chosen else self._usual
        self.field.setText(str(folder))
        self.field.setToolTip(str(folder))
        self.field.setCursorPosition(0)
        self.use_usual.setEnabled(bool(chosen))
        self.say("" if can_be_written(folder) else self._cannot(folder))

    def _cannot(self, folder: Path) -> str:
        sentence = self._words.gettext("Nothing can be saved in {folder}. Choose another folder.")
        return sentence.format(folder=folder)

    def _choose(self) -> None:
        _ = self._words.gettext
        folder = self._ask.open_folder(_("Choose the folder for automatic copies"))
        if folder is None:
            return
        if not fits("copy_folder", str(folder)) or not can_be_written(folder):
            self.say(self._cannot(folder))
            return
        self._keep(str(folder))

    def _take_usual(self) -> None:
        self._keep("")
        self.choose.setFocus()

    def _keep(self, chosen: str) -> None:
        self._show(chosen)
        self.kept.emit(chosen)
