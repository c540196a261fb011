"""Space and the plus and minus keys belong to the control that has the keyboard, then to the timer.

A button is reached with Tab only, so a click with the mouse never takes Space from the timer.
Where the open page itself does something with such a key, as the list of people does, that holds.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from typing_extensions import override

_SPACE = {int(Qt.Key.Key_Space): "Space"}
_IN_LIST = {**_SPACE, int(Qt.Key.Key_Plus): "+", int(Qt.Key.Key_Minus): "-"}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SpaceKeeper(QObject):
    """Keeps the timer's keys for the buttons and lists of a window while they have the keyboard."""

    def __init__(self, window: QWidget, used: Callable[[str], bool]) -> None:
        """Keep keys in a window.

        Args:
            window: Where they are pressed.
            used: Whether the open page does something with a key of its own.
        """
        super().__init__(window)
        self._used = used
        self._window = window
        self._kept: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._kept is not None:
            self._kept.removeEventFilter(self)
            self._kept.destroyed.disconnect(self._forget)
            self._kept = None
        if isinstance(new, QAbstractButton | QAbstractItemView) and self._window.isAncestorOf(new):
            self._kept = new
            new.installEventFilter(self)
            new.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._kept = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = _IN_LIST if isinstance(watched, QAbstractItemView) else _SPACE
            name = keys.get(event.key(), "")
            if name and not event.modifiers() & _HELD and not self._used(name):
                event.accept()
                return True
        return False
