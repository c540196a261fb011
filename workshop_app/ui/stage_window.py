"""The shared screen: the second window, that the room sees and nobody closes by accident."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Figure, Role
from workshop_app.ui.painting import Palette, paint
from workshop_app.ui.screens import ScreenWatch, choose_stage_screen, screen_key, screen_number

WIDTH, HEIGHT = 1920, 1080
FADE_MS = 250
CURSOR_MS = 3000
_WINDOW = QSize(960, 540)
_KEYS = {
    Qt.Key.Key_F5: "stage",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_B: "blank",
    Qt.Key.Key_G: "show",
    Qt.Key.Key_F4: "test",
    Qt.Key.Key_F7: "freeze",
    Qt.Key.Key_F8: "message",
    Qt.Key.Key_F9: "countdown",
    Qt.Key.Key_PageDown: "page_on",
    Qt.Key.Key_PageUp: "page_back",
}
_CTRL_KEYS = {
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",
    Qt.Key.Key_Minus: "smaller",
}


class StageState(StrEnum):
    """Where the shared screen is."""

    OFF = "off"
    FULL = "full"
    WINDOW = "window"
    LOST = "lost"


class StageWindow(QWidget):
    """Shows the stage's figure on the room's screen, full size, or in a window if there is none.

    `asked` carries what a key pressed in this window asks the desk for: "stage", "blank", "show",
    "leave" (Esc), and the tools' "test", "freeze", "message", "countdown", "page_on", "page_back",
    "larger", "smaller". `state_changed` tells when it went on, off, was lost or came back, or
    stands on another screen.
    """

    asked: ClassVar[Signal] = Signal(str)
    state_changed: ClassVar[Signal] = Signal()

    def __init__(self, title: str, *, wanted: str = "", reduced_motion: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        # The keyboard stays where it is, also when a screen is plugged in in the middle of a vote.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(320, 180)
        self.setMouseTracking(True)
        self._figure = Figure(WIDTH, HEIGHT)
        self._colors: Palette = {}
        self._state = StageState.OFF
        self._wanted = wanted
        self._shown_on = ""
        self._number = 0
        self._home_key = ""
        self._may_close = False
        self._still = reduced_motion
        self._before = QPixmap()
        self._blend = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._fade_step)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CURSOR_MS)
        self._rest.timeout.connect(self._hide_cursor)
        self._watch = ScreenWatch(self)
        self._watch.gone.connect(self._screen_gone)
        self._watch.settled.connect(self._screens_settled)

    @property
    def state(self) -> StageState:
        """Off, full screen, in a window, or lost."""
        return self._state

    @property
    def number(self) -> int:
        """The number of the screen it stands on, as a person counts them; 0 when off."""
        return self._number

    @property
    def figure(self) -> Figure:
        """What the room sees."""
        return self._figure

    @property
    def watch(self) -> ScreenWatch:
        """What listens for screens coming and going."""
        return self._watch

    def show_figure(self, figure: Figure, colors: Palette, *, reveal: bool = False) -> None:
        """Another picture; a reveal fades in, fresh numbers just stand there."""
        if figure == self._figure and colors == self._colors:
            return
        if reveal and self.isVisible() and not self._still and not self.in_use:
            self._before = self.grab()
            self._blend = 0.0
            self._fade.start()
        elif not self._before.isNull():
            # What comes at once must not be seen through the picture before it.
            self._fade.stop()
            self._before = QPixmap()
        self._figure, self._colors = figure, colors
        self.setAccessibleDescription(figure.sentence)
        self.update(self._picture_rect())

    @property
    def wanted(self) -> str:
        """Key of the screen that was chosen, `IN_WINDOW`, or empty for none."""
        return self._wanted

    @property
    def in_use(self) -> bool:
        """Whether something lies over the picture, such as a ballot that somebody fills in."""
        return any(isinstance(child, QWidget) and not child.isHidden() for child in self.children())

    def fills(self, screen: QScreen | None) -> bool:
        """Whether it fills that screen."""
        known = screen is not None and screen_key(screen) == self._shown_on
        return known and self._state is StageState.FULL

    def choose(self, key: str, home: QScreen | None) -> None:
        """Go to that screen, or into a window (`IN_WINDOW`), from now on; at once if it is on."""
        self._wanted = key
        if self._state is not StageState.OFF:
            self.turn_on(home)

    def turn_on(self, home: QScreen | None) -> None:
        """Show it: full screen on the room's screen, or in a window beside the desk.

        Args:
            home: The screen of the facilitator's window.
        """
        self._home_key = screen_key(home) if home is not None else ""
        screen = choose_stage_screen(QGuiApplication.screens(), home, self._wanted)
        if screen is None:
            self._stand_in_window(StageState.WINDOW)
        else:
            self._stand_on(screen)

    def give_back(self, desk: QWidget) -> None:
        """Give the desk the keyboard; in a window the picture still lies above it."""
        desk.activateWindow()
        if self._state is StageState.WINDOW:
            self.raise_()

    def be_still(self, *, still: bool) -> None:
        """Whether everything stands still from now on."""
        self._still = still

    def rest_after(self, milliseconds: int) -> None:
        """How long the pointer stays on the shared screen when nobody moves it."""
        self._rest.setInterval(milliseconds)

    def turn_off(self) -> None:
        """Hide it; the room sees the computer's own screen."""
        self.hide()
        self._set(StageState.OFF, 0)

    def close_for_good(self) -> None:
        """Close it; only the program does."""
        self._may_close = True
        self._fade.stop()
        self._rest.stop()
        self._watch.stop()
        self._state = StageState.OFF
        self.close()

    def _stand_on(self, screen: QScreen) -> None:
        self._shown_on = screen_key(screen)
        # The geometry first: full screen alone takes the screen the window was on.
        self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen(), which takes the keyboard from the desk.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        self._rest.start()
        self._set(StageState.FULL, screen_number(QGuiApplication.screens(), screen))

    def _stand_in_window(self, state: StageState) -> None:
        home = self._desk_screen() or QGuiApplication.primaryScreen()
        room = home.availableGeometry()
        # At the lower right it leaves the page and the preview free.
        size = _WINDOW.boundedTo(room.size() * 0.5)
        place = QRect(room.right() - size.width() - 24, room.bottom() - size.height() - 48, 0, 0)
        self.setScreen(home)
        self.showNormal()
        self.setGeometry(QRect(place.topLeft(), size))
        self.unsetCursor()
        self._set(state, screen_number(QGuiApplication.screens(), home))

    def _screen_gone(self, key: str) -> None:
        if self._state is StageState.FULL and key == self._shown_on:
            self._stand_in_window(StageState.LOST)

    def _screens_settled(self) -> None:
        """The room's screen may be back or another, or the system may have moved us off it."""
        if self._state is StageState.OFF:
            return
        there = {screen_key(screen): screen for screen in QGuiApplication.screens()}
        if self._state is StageState.FULL:
            screen = there.get(self._shown_on)
            if screen is None:
                self._stand_in_window(StageState.LOST)
            elif screen.geometry() != self.geometry():
                self._stand_on(screen)
            return
        if self._state is StageState.LOST:
            # The same one goes first; the same projector in another socket has another name.
            back = there.get(self._shown_on) or self._free_screen()
        else:
            back = self._free_screen()
        if back is not None:
            self._stand_on(back)

    def _free_screen(self) -> QScreen | None:
        return choose_stage_screen(QGuiApplication.screens(), self._desk_screen(), self._wanted)

    def _desk_screen(self) -> QScreen | None:
        """The facilitator's screen; another if that is the one that has gone."""
        screens = QGuiApplication.screens()
        found = (screen for screen in screens if screen_key(screen) == self._home_key)
        return next(found, QGuiApplication.primaryScreen())

    def _set(self, state: StageState, number: int) -> None:
        if state is not self._state or number != self._number:
            self._number, self._state = number, state
            self.state_changed.emit()

    def _fade_step(self, value: float) -> None:
        self._blend = value
        if value >= 1.0:
            self._before = QPixmap()
        self.update(self._picture_rect())

    def _hide_cursor(self) -> None:
        if self._state is StageState.FULL:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _picture_rect(self) -> QRect:
        corner, scale = self._corner_and_scale()
        size = QSizeF(self._figure.width * scale, self._figure.height * scale)
        return QRectF(corner, size).toAlignedRect()

    def _corner_and_scale(self) -> tuple[QPointF, float]:
        """Where the picture begins, and device-independent pixels per unit of it."""
        wide, high = self._figure.width, self._figure.height
        scale = min(self.width() / wide, self.height() / high)
        left, top = (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2
        return QPointF(left, top), scale

    @override
    def sizeHint(self) -> QSize:
        return _WINDOW

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._colors:
            return
        corner, scale = self._corner_and_scale()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._colors[Role.STAGE]))
            painter.save()
            painter.translate(corner)
            paint(painter, self._figure, self._colors, scale=scale)
            painter.restore()
            if not self._before.isNull():
                painter.setOpacity(1.0 - self._blend)
                painter.drawPixmap(self.rect(), self._before)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        wish = (_CTRL_KEYS if held else _KEYS).get(Qt.Key(event.key()))
        if wish is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(wish)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        if self._state is StageState.FULL:
            self._rest.start()
        super().mouseMoveEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        self._fade.stop()
        self._before = QPixmap()
        super().hideEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # Closed by hand it stays: a slip on the keyboard must not darken the room.
        if self._may_close:
            event.accept()
        else:
            event.ignore()
