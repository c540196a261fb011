"""Makes shortcuts of acts: the page's own go before the desk's, and typing before both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from workshop_app.ui.act import Act

_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FREE = frozenset({Qt.Key.Key_Escape, *(Qt.Key(Qt.Key.Key_F1 + i) for i in range(12))})


def chosen_acts(page: Sequence[Act], desk: Sequence[Act]) -> dict[str, Act]:
    """Which act each key does: the page's own, else the desk's."""
    keys: dict[str, Act] = {}
    for act in (*desk, *page):
        keys |= dict.fromkeys(act.keys, act)
    return keys


class ActKeys(QObject):
    """The shortcuts of one window."""

    def __init__(
        self, window: QWidget, run: Callable[[Act], None], free: Callable[[], bool]
    ) -> None:
        """Shortcuts for a window.

        Args:
            window: Where the keys are pressed.
            run: Does an act.
            free: Whether acts may be done now; not while a ballot has the keyboard.
        """
        super().__init__(window)
        self._window = window
        self._run = run
        self._free = free
        self._shortcuts: list[QShortcut] = []
        self._typing: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def use(self, page: Sequence[Act], desk: Sequence[Act]) -> None:
        """These acts from now on."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = [self._made(k, act) for k, act in chosen_acts(page, desk).items()]

    @property
    def sequences(self) -> tuple[str, ...]:
        """The keys in use."""
        return tuple(
            s.key().toString(QKeySequence.SequenceFormat.PortableText) for s in self._shortcuts
        )

    def refresh(self) -> None:
        """Let go of the keys while something else has the keyboard, and take them back after."""
        free = self._free()
        for shortcut in self._shortcuts:
            if shortcut.isEnabled() != free:
                shortcut.setEnabled(free)

    def _made(self, key: str, act: Act) -> QShortcut:
        sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
        shortcut = QShortcut(sequence, self._window)
        shortcut.setAutoRepeat(_repeats(key))
        shortcut.setEnabled(self._free())
        shortcut.activated.connect(partial(self._pressed, act))
        return shortcut

    def _pressed(self, act: Act) -> None:
        if self._free() and act.enabled():
            self._run(act)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._typing is not None:
            self._typing.removeEventFilter(self)
            self._typing.destroyed.disconnect(self._forget)
            self._typing = None
        if isinstance(new, _TYPING) and self._window.isAncestorOf(new):
            self._typing = new
            new.installEventFilter(self)
            new.destroyed.connect(self._forget)
        self.refresh()

    def _forget(self) -> None:
        self._typing = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where somebody types, keys without Ctrl and Alt are text, Enter and arrows included."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & _HELD
            if plain and Qt.Key(event.key()) not in _FREE:
                event.accept()
                return True
        return False


def _repeats(key: str) -> bool:
    """Arrows may be held down; acts such as opening a vote may not."""
    return key.rsplit("+", maxsplit=1)[-1] in {"Left", "Right", "Up", "Down"}
