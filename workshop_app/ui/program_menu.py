"""The menu and the keys of the start page, where there is no day to have them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from workshop_app.system.language import Words
from workshop_app.ui.act import Act
from workshop_app.ui.keys import key_caption
from workshop_app.ui.keys_dialog import KeysDialog
from workshop_app.ui.start_page import StartPage

SETTINGS_KEY, WORDS_KEY = "Ctrl+,", "F1"
MENU_KEY, LEAVE_KEY = "F10", "Ctrl+Q"


class ProgramDeeds(Protocol):
    """What can be done in the program, with or without a day."""

    @property
    def words(self) -> Words:
        """The window's language."""

    def settings(self) -> None:
        """Open the settings."""

    def word_list(self, step: str = "") -> None:
        """Open the word list."""

    def about(self) -> None:
        """Tell what the program is."""


class ProgramMenu(QObject):
    """Serves one start page."""

    def __init__(self, page: StartPage, deeds: ProgramDeeds) -> None:
        super().__init__(page)
        self._page = page
        self._deeds = deeds
        page.menu_button.clicked.connect(self.open)
        for keys, run in (
            ((SETTINGS_KEY,), deeds.settings),
            ((WORDS_KEY,), self._word_list),
            (("?", "Shift+?"), self.show_keys),
            ((MENU_KEY,), self.open),
            ((LEAVE_KEY,), self._leave),
        ):
            for key in keys:
                sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
                QShortcut(sequence, page).activated.connect(run)

    def menu(self) -> QMenu:
        """The menu, in the language of now."""
        words = self._deeds.words
        _ = words.gettext
        made = QMenu(self._page)
        lines: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (_("Settings…"), SETTINGS_KEY, self._deeds.settings),
            (_("Word list"), WORDS_KEY, self._word_list),
            (_("Keys"), "?", self.show_keys),
            (_("About Milstolpe"), "", self._deeds.about),
            (_("Quit"), LEAVE_KEY, self._leave),
        )
        for text, key, run in lines:
            shown = f"{text}\t{key_caption(words, key)}" if key else text
            made.addAction(shown).triggered.connect(run)
        return made

    def open(self) -> None:
        """Show the menu over its button, which stands at the foot."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self._page.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def show_keys(self) -> None:
        """All keys of the start page."""
        words = self._deeds.words
        dialog = KeysDialog(
            words, (words.gettext("Start page"), self._page_acts()), self._acts(), self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _page_acts(self) -> tuple[Act, ...]:
        page, _ = self._page, self._deeds.words.gettext
        acts = [
            Act("start.new", _("New day"), ("Ctrl+N",), page.new_card.click),
            Act("start.open", _("Open a day on the computer"), ("Ctrl+O",), page.open_card.click),
        ]
        if page.model.days:
            choose = partial(page.list.setFocus, Qt.FocusReason.ShortcutFocusReason)
            acts += [
                Act("start.find", _("Search"), ("Ctrl+F",), page.search.setFocus),
                Act("start.choose", _("Choose"), ("Up", "Down"), choose),
                Act("start.day", _("Open"), ("Return",), choose),
                Act("start.archive", _("Put in the archive, or take out"), ("A",), choose),
                Act("start.remove", _("Remove"), ("Del",), choose),
            ]
        if page.undo_button.isVisible():
            acts.append(Act("start.undo", _("Undo"), ("Ctrl+Z",), page.undo_button.click))
        return tuple(acts)

    def _acts(self) -> tuple[Act, ...]:
        _ = self._deeds.words.gettext
        return (
            Act("words", _("Word list"), (WORDS_KEY,), self._word_list),
            Act("settings", _("Settings"), (SETTINGS_KEY,), self._deeds.settings),
            Act("menu", _("Menu"), (MENU_KEY,), self.open),
            Act("keys", _("All keys"), ("?",), self.show_keys),
            Act("quit", _("Quit"), (LEAVE_KEY,), self._leave),
        )

    def _word_list(self) -> None:
        self._deeds.word_list()

    def _leave(self) -> None:
        self._page.close()
