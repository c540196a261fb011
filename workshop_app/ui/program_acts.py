"""What can be done everywhere in the program: settings, word list, keys, about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workshop_app.system.crash import untold_crash
from workshop_app.system.kit import Kit
from workshop_app.system.language import Words
from workshop_app.ui.about.dialog import AboutDialog, AboutParts
from workshop_app.ui.about.report import error_report
from workshop_app.ui.act import Act
from workshop_app.ui.glossary.dialog import WordListDialog
from workshop_app.ui.glossary.nearest import nearest
from workshop_app.ui.glossary.terms import Term, read_terms
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.program_menu import SETTINGS_KEY, WORDS_KEY, ProgramMenu
from workshop_app.ui.settings.dialog import SettingsDialog
from workshop_app.ui.settings.live import LiveSettings
from workshop_app.ui.start_page import StartPage

_ARMED = "wordListKey"


class ProgramActs(QObject):
    """Opens the dialogs that belong to the program and not to a day.

    Attributes:
        dialog: The one that was opened last.
    """

    def __init__(
        self, kit: Kit, live: LiveSettings, ask: Interaction, front: Callable[[], QWidget]
    ) -> None:
        """For one program.

        Args:
            kit: Folders and words.
            live: The settings.
            ask: Asks the person for folders.
            front: Gives the window that is in front.
        """
        super().__init__()
        self._kit = kit
        self._live = live
        self._ask = ask
        self._front = front
        self._terms: tuple[Term, ...] = ()
        self.dialog: QDialog | None = None
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._window_changed)

    @property
    def words(self) -> Words:
        """The window's language."""
        return self._kit.words

    @property
    def terms(self) -> tuple[Term, ...]:
        """The word list, read the first time it is asked for."""
        if not self._terms:
            self._terms = read_terms(self._kit.paths.glossary)
        return self._terms

    def settings(self) -> None:
        """Ctrl+,: the settings, over the window in front."""
        self._show(SettingsDialog(self.words, self._live, self._ask, self._front()))

    def word_list(self, step: str = "") -> None:
        """F1: the word list, at the term of what has the keyboard or else of the step."""
        over = QApplication.activeModalWidget() or self._front()
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not over.window():
            # While windows change places another or none has the keyboard; each knows what will.
            focus = over.focusWidget()
        term = nearest(self.terms, focus, step, self.words.language)
        self._show(WordListDialog(self.words, self.terms, term, over))

    def about(self) -> None:
        """What the program is."""
        parts = AboutParts(self._kit.paths, self._ask, self.report)
        self._show(AboutDialog(self.words, parts, self._front()))

    def report(self) -> str:
        """The error report."""
        return error_report(self._kit.paths.logs, self._live.now)

    def acts(self, step: Callable[[], str]) -> tuple[Act, ...]:
        """The acts with keys; `step` tells which one is open."""
        _ = self.words.gettext
        words = partial(self._word_list_at, step)
        return (
            Act("words", _("Word list"), (WORDS_KEY,), words, hint=False),
            Act("settings", _("Settings"), (SETTINGS_KEY,), self.settings, hint=False),
        )

    def serve(self, page: StartPage) -> None:
        """Keys and menu of the start page, and F1 there."""
        ProgramMenu(page, self)

    def tell_of_crash(self, say: Callable[[str, str], None], *, now: bool = False) -> None:
        """Say once that something went wrong, and where the report is."""
        if not untold_crash(self._kit.paths.logs):
            return
        _ = self.words.gettext
        if now:
            sentence = _(
                "Something went wrong in the program. What you have done is saved. "
                "The error report is in the menu, under About Milstolpe."
            )
        else:
            sentence = _(
                "Something went wrong in the program the last time. "
                "The error report is in the menu, under About Milstolpe."
            )
        say(sentence, "warn")

    def _word_list_at(self, step: Callable[[], str]) -> None:
        self.word_list(step())

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _window_changed(self, window: QWindow | None) -> None:
        """F1 works in each dialog as well: it has a key of its own from when it comes in front."""
        dialog = QApplication.activeWindow()
        if window is None or not isinstance(dialog, QDialog) or dialog.property(_ARMED):
            return
        if not self._is_ours(dialog):
            return
        dialog.setProperty(_ARMED, True)  # noqa: FBT003 - Qt's own signature
        if not isinstance(dialog, WordListDialog):
            key = QShortcut(QKeySequence(WORDS_KEY), dialog)
            key.activated.connect(self._words_over_dialog)

    def _is_ours(self, dialog: QDialog) -> bool:
        """Whether it stands over a window of this program, however many dialogs lie between."""
        widget, front = dialog.parentWidget(), self._front()
        while widget is not None and widget is not front:
            widget = widget.parentWidget()
        return widget is not None

    def _words_over_dialog(self) -> None:
        self.word_list()
