"""The program's acts on the desk: their keys on every step, and their lines in the day's menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.ui.act import Act
from workshop_app.ui.desk_extra import DeskExtra, DeskHandle, MenuLine
from workshop_app.ui.keys import key_caption
from workshop_app.ui.program_acts import ProgramActs
from workshop_app.ui.program_menu import SETTINGS_KEY, WORDS_KEY


class ProgramExtra(DeskExtra):
    """Settings and word list."""

    def __init__(self, desk: DeskHandle, program: ProgramActs) -> None:
        self._desk = desk
        self._program = program

    @override
    def acts(self) -> tuple[Act, ...]:
        return self._program.acts(self._step)

    @override
    def menu_lines(self) -> tuple[MenuLine, ...]:
        words = self._program.words
        settings, word_list = words.gettext("Settings…"), words.gettext("Word list")
        return (
            (f"{settings}\t{key_caption(words, SETTINGS_KEY)}", self._settings),
            (f"{word_list}\t{key_caption(words, WORDS_KEY)}", self._words),
        )

    def _step(self) -> str:
        return self._desk.step

    def _settings(self, _over: QWidget) -> None:
        self._program.settings()

    def _words(self, _over: QWidget) -> None:
        self._program.word_list(self._desk.step)
