"""Settings of a running program: what a change means at once, wherever it was made."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from workshop_app.system.kit import Kit
from workshop_app.system.language import Language
from workshop_app.system.settings import KeptSettings, Settings
from workshop_app.ui.qt_words import use_qt_words

FIELD_OF = {
    "window": "language",
    "screen": "screen_language",
    "report": "report_language",
}
LANGUAGES = frozenset(FIELD_OF.values())
_SCALE = "QT_SCALE_FACTOR"


def use_scale(settings: Settings, environment: MutableMapping[str, str] = os.environ) -> None:
    """Draw as large as was chosen; before there is an application. What is set outside goes first.

    Text and all around it grow together, so that nothing is cut off on any page.
    """
    percent = settings.window_scale * settings.text_size
    if percent != 100 * 100 and _SCALE not in environment:
        environment[_SCALE] = f"{percent / 10_000:g}"


class LiveSettings(QObject):
    """The settings, and the words and folders that follow them.

    Signals:
        changed: Some settings have other values; carries their names, a frozenset.

    Attributes:
        kept: Where they are kept.
    """

    changed: ClassVar[Signal] = Signal(object)

    def __init__(self, kit: Kit, app: QApplication) -> None:
        """For one program.

        Args:
            kit: Folders, settings as read at start, and the three languages.
            app: The application, for Qt's own words.
        """
        super().__init__()
        self._kit = kit
        self._app = app
        # What is spoken goes before what the file says: a command may have chosen a language.
        self.started_with = replace(
            kit.settings,
            language=kit.words.language,
            screen_language=kit.stage_words.language,
            report_language=kit.report_words.language,
        )
        self.kept = KeptSettings(kit.paths.settings, self.started_with)
        self.kept.watch(self._follow)

    @property
    def now(self) -> Settings:
        """As they are."""
        return self.kept.now

    @property
    def usual_copy_folder(self) -> Path:
        """Where copies go when nobody has chosen."""
        return self._kit.paths.documents / "Milstolpe"

    @property
    def copy_folder(self) -> Path:
        """Where copies are saved by themselves."""
        return Path(self.now.copy_folder) if self.now.copy_folder else self.usual_copy_folder

    def use_language(self, which: str, language: Language) -> None:
        """Another language for the "window", the "screen" or the "report"."""
        self.kept.change(**{FIELD_OF[which]: language})

    def use_copy_folder(self, folder: Path) -> None:
        """Another folder for copies."""
        self.kept.change(copy_folder=str(folder))

    def keep_code(self, digits: str) -> None:
        """Another code, or none."""
        self.kept.change(facilitator_code=digits)

    @property
    def waits_for_restart(self) -> bool:
        """Whether something was chosen that holds only from the next start."""
        then = (self.started_with.window_scale, self.started_with.text_size)
        return (self.now.window_scale, self.now.text_size) != then

    def _follow(self, names: frozenset[str]) -> None:
        if names & LANGUAGES:
            self._speak()
        self.changed.emit(names)

    def _speak(self) -> None:
        kit, now = self._kit, self.now
        for words, language in (
            (kit.words, now.language),
            (kit.stage_words, now.screen_language),
            (kit.report_words, now.report_language),
        ):
            if words.language is not language:
                words.use(language)
        use_qt_words(self._app, now.language)
