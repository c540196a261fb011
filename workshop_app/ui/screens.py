"""The screens: found by name and serial, never by index, and watched for coming and going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""What a window's frame takes above it, at most; the frame is not known before it is shown."""

IN_WINDOW = "window"
"""What is remembered instead of a screen's key when the room's picture stands in a window."""

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
        wanted: Key of the screen the person chose before; empty for none; `IN_WINDOW` for no
        screen at all.

    Returns:
        The wanted one, else the first that is not the facilitator's, else None.
    """
    if wanted == IN_WINDOW:
        return None
    free = [screen for screen in screens if home is None or screen_key(screen) != screen_key(home)]
    return next((s for s in free if screen_key(s) == wanted), free[0] if free else None)


def screen_number(screens: Sequence[QScreen], screen: QScreen) -> int:
    """What a person calls it: screen 1, screen 2."""
    keys = [screen_key(each) for each in screens]
    key = screen_key(screen)
    return keys.index(key) + 1 if key in keys else len(keys) + 1


@dataclass(frozen=True)
class ScreenLine:
    """One screen as it is told to a person.

    Attributes:
        key: What it is known by.
        number: 1, 2, …
        name: What it calls itself.
        size: Width and height in its own pixels.
        home: The facilitator's window stands on it.
        chosen: The room's picture goes there.
    """

    key: str
    number: int
    name: str
    size: tuple[int, int]
    home: bool
    chosen: bool


def screen_lines(
    screens: Sequence[QScreen], home: QScreen | None, wanted: str
) -> tuple[ScreenLine, ...]:
    """All screens there are, in their order."""
    room = choose_stage_screen(screens, home, wanted)
    room_key = screen_key(room) if room is not None else ""
    home_key = screen_key(home) if home is not None else ""
    return tuple(
        _line(screen, number, home_key, room_key) for number, screen in enumerate(screens, 1)
    )


def _line(screen: QScreen, number: int, home_key: str, room_key: str) -> ScreenLine:
    key = screen_key(screen)
    size = screen.size() * screen.devicePixelRatio()
    model = " ".join(part for part in (screen.manufacturer(), screen.model()) if part.strip())
    name = f"{screen.name()} ({model})" if model else screen.name()
    return ScreenLine(
        key, number, name, (size.width(), size.height()), key == home_key, key == room_key
    )


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
            for screen in app.screens():
                screen.geometryChanged.connect(self._other_size)

    def note_added(self, screen: QScreen) -> None:
        """A screen has come."""
        screen.geometryChanged.connect(self._other_size)
        self._timer.start()

    def _other_size(self, _geometry: object) -> None:
        self._timer.start()

    def note_removed(self, screen: QScreen) -> None:
        """A screen has gone."""
        self.gone.emit(screen_key(screen))
        self._timer.start()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._timer.stop()
