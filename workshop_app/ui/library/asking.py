"""The larger questions of the library, so that tests and scripts need no dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from workshop_app.system.language import Words
from workshop_app.ui.library.restore import BackupRow, RestoreDialog
from workshop_app.ui.library.same_day import Choice, SameDayDialog, TwoCopies
from workshop_app.ui.library.told import ToldCopy


class LibraryAsk(Protocol):
    """What the library asks a person."""

    def same_day(self, copies: TwoCopies) -> Choice:
        """Which of two files of the same day to work in."""
        ...

    def backup(self, rows: Sequence[BackupRow], look: Callable[[Path], ToldCopy]) -> Path | None:
        """Which backup to restore; None if the person changed their mind."""
        ...


class QtLibraryAsk:
    """Asks with dialogs over the window that is in front."""

    def __init__(self, words: Words, parent: Callable[[], QWidget | None]) -> None:
        """Ask for a window.

        Args:
            words: The window's language.
            parent: Gives the window the questions belong to.
        """
        self._words = words
        self._parent = parent

    def same_day(self, copies: TwoCopies) -> Choice:
        """Which of two files of the same day to work in."""
        dialog = SameDayDialog(self._words, copies, self._parent())
        dialog.exec()
        dialog.deleteLater()
        return dialog.choice

    def backup(self, rows: Sequence[BackupRow], look: Callable[[Path], ToldCopy]) -> Path | None:
        """Which backup to restore; None if the person changed their mind."""
        dialog = RestoreDialog(self._words, rows, look, self._parent())
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen
