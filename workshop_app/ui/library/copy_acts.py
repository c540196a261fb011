"""Copies of the open day, as the day's menu offers them, and what is told of those made alone."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from workshop_app.app.copies import CopyKeeper
from workshop_app.system.errors import KnownError
from workshop_app.ui.texts import known
from workshop_app.ui.workplace import Workplace

INFO, WARN = "info", "warn"


class CopyActs(QObject):
    """What a person can do about copies.

    Signals:
        say: A sentence for the notice line, and its tone: INFO or WARN.
        folder_chosen: Another automatic copy folder; carries its path.
    """

    say: ClassVar[Signal] = Signal(str, str)
    folder_chosen: ClassVar[Signal] = Signal(object)

    def __init__(self, workplace: Workplace, copies: CopyKeeper, documents: Path) -> None:
        """Offer copies.

        Args:
            workplace: The open day, its words, and who asks.
            copies: Makes the copies.
            documents: The folder that is proposed.
        """
        super().__init__()
        self._workplace = workplace
        self._copies = copies
        self._documents = documents
        copies.setParent(self)
        copies.failed.connect(self._failed)

    def save_copy(self) -> None:
        """Ask where to, and copy the day there.

        Raises:
            KnownError: as `CopyKeeper.save_copy` does.
        """
        place = self._workplace
        _ = place.words.gettext
        proposed = self._documents / place.store.file.path.name
        pattern = _("Workshop days (*.milstolpe)")
        target = place.ask.save_file(_("Save a copy"), proposed, pattern)
        if target is not None:
            self._copies.save_copy(target)
            self.say.emit(_("A copy has been saved: {path}").format(path=target), INFO)

    def choose_folder(self) -> None:
        """Ask for another automatic copy folder."""
        place = self._workplace
        _ = place.words.gettext
        folder = place.ask.open_folder(_("Choose the folder for automatic copies"))
        if folder is not None:
            self.folder_chosen.emit(folder)
            sentence = _("Copies are saved by themselves in {folder}.").format(folder=folder)
            self.say.emit(sentence, INFO)
            self.use_folder(folder)

    def use_folder(self, folder: Path) -> None:
        """Another automatic copy folder, such as from the settings."""
        if folder != self._copies.folder:
            self._copies.use_folder(folder)

    def finish(self) -> None:
        """The last copy, before the day is closed."""
        self._copies.finish()

    def _failed(self, error: KnownError) -> None:
        self.say.emit(known(self._workplace.words, error), WARN)
