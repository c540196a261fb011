"""The screens: found by name and serial, never by index, and watched for coming and going."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""What a window's frame takes above it, at most; the frame is not known before it is shown."""

SETTLE_MS = 350
"""Plugging in a projector makes several reports; this long after the last one it is over."""


def screen_key(screen: QScreen) -> str:
    """What a screen is known by, also after it has been away."""
    return f"{screen.name()}|{screen.serialNumber()}"


def choose_stage_screen(
    screens: Sequence[QScreen], home: QScreen | None, wanted: str
) -> QScreen | None:
    """The screen for the room.

    Args:
        screens: Those there are.
        home: Where the facilitator's window is; never chosen.
        wanted: Key of the screen the person chose before; empty for none.

    Returns:
        The wanted one, else the first that is not the facilitator's, else None.
    """
    free = [screen for screen in screens if home is None or screen_key(screen) != screen_key(home)]
    return next((s for s in free if screen_key(s) == wanted), free[0] if free else None)


def screen_number(screens: Sequence[QScreen], screen: QScreen) -> int:
    """What a person calls it: screen 1, screen 2."""
    keys = [screen_key(each) for each in screens]
    key = screen_key(screen)
    return keys.index(key) + 1 if key in keys else len(keys) + 1


def fit_on_screen(window: QWidget) -> None:
    """Before it is shown: a window that is too large for its screen fills the screen instead."""
    room = window.screen().availableGeometry()
    size = window.size()
    if size.width() > room.width() or size.height() + TITLE_BAR > room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


class ScreenWatch(QObject):
    """Says when screens have come or gone, once things have settled.

    `gone` is told at once, since the system may already have moved a window that stood there.
    """

    settled: ClassVar[Signal] = Signal()
    gone: ClassVar[Signal] = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.note_added)
            app.screenRemoved.connect(self.note_removed)

    def note_added(self, _screen: QScreen) -> None:
        """A screen has come."""
        self._timer.start()

    def note_removed(self, screen: QScreen) -> None:
        """A screen has gone."""
        self.gone.emit(screen_key(screen))
        self._timer.start()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._timer.stop()
