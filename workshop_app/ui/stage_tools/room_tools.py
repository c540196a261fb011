"""What the facilitator does with the room's picture besides showing it, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from typing_extensions import override

from workshop_app.app.clock import DayClock
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.act import Act
from workshop_app.ui.desk_extra import DeskExtra, DeskHandle, MenuLine, SidePlace
from workshop_app.ui.screens import IN_WINDOW, screen_lines
from workshop_app.ui.stage_pages.situation import leave_out
from workshop_app.ui.stage_tools.countdown_dialog import CountdownDialog
from workshop_app.ui.stage_tools.figures_dialog import FiguresDialog
from workshop_app.ui.stage_tools.message_dialog import MessageDialog
from workshop_app.ui.stage_tools.room_words import page_words, room_words, short_words
from workshop_app.ui.stage_tools.tools_menu import ToolsDeeds, ToolsState, tools_menu
from workshop_app.ui.stage_tools.tools_row import FREEZE, PAGE_BACK, PAGE_ON, TOOLS, ToolsRow
from workshop_app.ui.strip_note import StripNote


class RoomTools(DeskExtra):
    """Freeze, pages, zoom, dark, words to the room, countdown, test picture, choice of screen.

    Attributes:
        row: The part of the right column, None before the desk is built.
        note: What is seen of it where the column is folded.
    """

    place = SidePlace.PREVIEW

    def __init__(self, desk: DeskHandle) -> None:
        """For a desk."""
        self._desk = desk
        self._place = desk.workplace
        self._message = ""
        self.row: ToolsRow | None = None
        self.note: StripNote | None = None
        self._wishes: dict[str, Callable[[], None]] = {
            "test": self.toggle_test,
            "freeze": self.toggle_freeze,
            "message": self.toggle_message,
            "countdown": self.toggle_countdown,
            "page_on": partial(self.turn, 1),
            "page_back": partial(self.turn, -1),
            "larger": partial(self.zoom_by, 1),
            "smaller": partial(self.zoom_by, -1),
        }
        desk.stage_window.asked.connect(self._asked)
        desk.stage_window.state_changed.connect(self.refresh)
        desk.picture.changed.connect(self._other_picture)
        self._place.look.changed.connect(self.refresh)
        self._place.settings.watch(self._setting)

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _, look = self._place.words.gettext, self._place.look
        bigger, smaller = partial(look.can_zoom, 1), partial(look.can_zoom, -1)
        tools = (
            ("stage.tools", _("Tools of the shared screen"), (TOOLS,), self.open_menu),
            ("stage.freeze", _("Freeze or thaw the picture"), (FREEZE,), self.toggle_freeze),
            ("stage.message", _("Message to the room, or lift it"), ("F8",), self.toggle_message),
            ("stage.count", _("Countdown for the room, or not"), ("F9",), self.toggle_countdown),
            ("stage.test", _("Test picture, or not"), ("F4",), self.toggle_test),
            ("stage.dark", _("Dark shared screen, or light"), ("F10",), self.toggle_dark),
        )
        turns = (
            (_("Shared screen: next page"), PAGE_ON, 1, self.can_turn_on),
            (_("Shared screen: page back"), PAGE_BACK, -1, self.can_turn_back),
        )
        return (
            *(Act(name, text, keys, run, hint=False) for name, text, keys, run in tools),
            *(
                Act(f"stage.page{way:+d}", text, (key,), partial(self.turn, way), may, hint=False)
                for text, key, way, may in turns
            ),
            Act(
                "stage.larger",
                _("Shared screen larger"),
                ("Ctrl++", "Ctrl+="),
                partial(self.zoom_by, 1),
                bigger,
                hint=False,
            ),
            Act(
                "stage.smaller",
                _("Shared screen smaller"),
                ("Ctrl+-",),
                partial(self.zoom_by, -1),
                smaller,
                hint=False,
            ),
        )

    @override
    def menu_lines(self) -> tuple[MenuLine, ...]:
        _ = self._place.words.gettext
        lines = (
            (_("Tools of the shared screen…"), self.open_menu),
            (_("Message to the room…"), self.toggle_message),
            (_("Test picture"), self.toggle_test),
        )
        return tuple((text, partial(_without_window, run)) for text, run in lines)

    @override
    def side(self) -> QWidget:
        row = ToolsRow(self._place.words)
        row.tools_asked.connect(self.open_menu)
        row.freeze_asked.connect(self.toggle_freeze)
        row.turned.connect(self.turn)
        self.row = row
        self.refresh()
        return row

    @override
    def strip(self) -> QWidget:
        self.note = StripNote()
        return self.note

    @override
    def tick(self) -> None:
        self.refresh()

    @override
    def refresh(self) -> None:
        if self.row is None:
            return
        told = self.words()
        self.row.show_words(told, frozen=self.frozen)
        if self.note is not None:
            mark = (Icon.WARN, Role.WARN) if self.frozen else (Icon.INFO, Role.INK2)
            self.note.say(short_words(self._place), mark, told)
        page, pages = self._page()
        self.row.show_pages(page, pages, can_turn=not self.frozen)

    @override
    def closing(self) -> None:
        self._place.settings.unwatch(self._setting)
        self._place.look.stop()
        if self._place.countdown is not None:
            self._place.countdown.stop()

    def words(self) -> str:
        """What the room sees that is out of the ordinary."""
        window = self._desk.stage_window
        return room_words(self._place, self._desk.picture.frozen_from, in_use=window.in_use)

    # --- freeze -------------------------------------------------------------------------------

    @property
    def frozen(self) -> bool:
        """Whether the room keeps its picture."""
        return self._place.stage.showing.frozen

    def toggle_freeze(self) -> None:
        """F7: the room keeps its picture, or sees again what the desk shows."""
        if self.frozen:
            self._desk.picture.thaw()
        elif self._free():
            self._desk.picture.freeze()
        self._told()

    # --- pages --------------------------------------------------------------------------------

    def turn(self, way: int) -> None:
        """The room's next page, or the one before."""
        page, pages = self._page()
        if pages > 1 and not self.frozen:
            self._place.stage.turn_page(max(0, min(page + way, pages - 1)))
            self._tell(page_words(self._place.words, *self._page()))

    def can_turn_on(self) -> bool:
        """Whether there is a page after this one."""
        page, pages = self._page()
        return not self.frozen and page < pages - 1

    def can_turn_back(self) -> bool:
        """Whether there is a page before this one."""
        return not self.frozen and self._page()[0] > 0

    def _page(self) -> tuple[int, int]:
        pages = self._desk.picture.figure.pages
        return min(self._place.stage.showing.page, pages - 1), pages

    # --- look ---------------------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller."""
        self.zoom_to_step(partial(self._place.look.zoom_by, steps))

    def zoom_to(self, percent: int) -> None:
        """100, 115 or 130 percent."""
        self.zoom_to_step(partial(self._place.look.zoom_to, percent))

    def zoom_to_step(self, change: Callable[[], None]) -> None:
        """Another zoom begins on the first page: the pages are others."""
        before = self._place.look.zoom
        change()
        if self._place.look.zoom != before:
            self._place.stage.turn_page(0)
            text = self._place.words.gettext("Shared screen: zoom {percent} %")
            self._tell(text.format(percent=self._place.look.zoom))

    def toggle_dark(self) -> None:
        """Dark colours or light ones, for this day."""
        _, look = self._place.words.gettext, self._place.look
        look.use_dark(dark=not look.dark)
        dark, light = _("The shared screen is dark."), _("The shared screen is light.")
        self._tell(dark if look.dark else light)

    # --- over the picture ---------------------------------------------------------------------

    def toggle_message(self) -> None:
        """F8: lift the message, or ask for one."""
        if self._place.stage.showing.message:
            self._place.stage.say("")
            self._tell(self._place.words.gettext("The message is lifted."))
        elif self._free():
            dialog = MessageDialog(self._place.words, self._message, self._desk.window_widget)
            dialog.given.connect(self.say_to_room)
            _open(dialog)

    def say_to_room(self, text: str, alone: bool) -> None:  # noqa: FBT001 - from a signal
        """Words before the room."""
        if self._free():
            self._message = text
            self._place.stage.say(text, alone=alone)
            self._told()

    def toggle_countdown(self) -> None:
        """F9: take the countdown away, or ask for one."""
        countdown = self._place.countdown
        if countdown is None:
            return
        if self._place.stage.showing.counting:
            countdown.stop()
            self._place.stage.count(shown=False)
            self._tell(self._place.words.gettext("The countdown is taken away."))
        elif self._free():
            dialog = CountdownDialog(self._place, self._desk.window_widget)
            dialog.given.connect(self.count)
            _open(dialog)

    def count(self, minutes: int, text: str) -> None:
        """Count down before the room; 0 minutes is the block's time."""
        countdown, clock = self._place.countdown, self._place.day_clock
        if countdown is None or not self._free():
            return
        if minutes or clock is None:
            countdown.start(minutes, text)
        else:
            countdown.follow(partial(_left_of_block, clock, _block(clock)), text)
        self._place.stage.count(shown=True)
        self._told()

    def toggle_test(self) -> None:
        """F4: the test picture, or back."""
        stage = self._place.stage
        stage.show_test(shown=not stage.showing.test)
        back = self._place.words.gettext("The test picture is taken away.")
        self._tell(self.words() if stage.showing.test else back)

    # --- which figures, which screen ----------------------------------------------------------

    def choose_figures(self) -> None:
        """Ask which figures of the situation the room sees."""
        dialog = FiguresDialog(self._place, self._desk.window_widget)
        dialog.given.connect(self._use_figures)
        _open(dialog)

    def _use_figures(self, hidden: frozenset[str]) -> None:
        leave_out(self._place, hidden)
        self._place.stage.refocus("situation", "")
        self._desk.picture.redraw()

    def use_screen(self, key: str) -> None:
        """The room's picture goes to that screen, or into a window; this is remembered."""
        self._place.settings.change(stage_screen=key)
        self._desk.stage_window.choose(key, self._desk.window_widget.screen())
        self._desk.refresh_around()

    # --- the menu -----------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """The menu of tools as things stand."""
        deeds = ToolsDeeds(
            freeze=self.toggle_freeze,
            message=self.toggle_message,
            countdown=self.toggle_countdown,
            test=self.toggle_test,
            dark=self.toggle_dark,
            zoom=self.zoom_to,
            figures=self.choose_figures,
            screen=self.use_screen,
        )
        return tools_menu(self._place.words, self._state(), deeds, self._desk.window_widget)

    def open_menu(self) -> None:
        """F6: the menu, under its button, or in the corner where the column is folded."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.row.tools if self.row is not None else None
        if button is not None and button.isVisible():
            corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
            menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
            return
        window = self._desk.window_widget
        menu.popup(window.mapToGlobal(QPoint(window.width() - menu.sizeHint().width() - 8, 72)))

    def _state(self) -> ToolsState:
        place, showing = self._place, self._place.stage.showing
        home, wanted = self._desk.window_widget.screen(), self._desk.stage_window.wanted
        return ToolsState(
            frozen=self.frozen,
            message=bool(showing.message),
            counting=showing.counting,
            test=showing.test,
            dark=place.look.dark,
            zoom=place.look.zoom,
            figures=bool(place.day.indicators),
            in_window=wanted == IN_WINDOW,
            screens=screen_lines(QGuiApplication.screens(), home, wanted),
        )

    # --- small things -------------------------------------------------------------------------

    def _free(self) -> bool:
        """Whether a tool may be used: not while a ballot is in use at the shared screen."""
        if not self._desk.stage_window.in_use:
            return True
        text = self._place.words.gettext(
            "Somebody votes at the shared screen. Wait until the ballot is handed in."
        )
        self._desk.say(text, warn=True)
        return False

    def _tell(self, sentence: str) -> None:
        """In the notice line, where the column that tells it is folded."""
        self.refresh()
        if self.row is None or not self.row.isVisible():
            self._desk.say(sentence)

    def _told(self) -> None:
        """Say what the room sees now."""
        self.refresh()
        if not self._desk.stage_window.in_use:
            live = self._place.words.gettext("The room sees what the desk shows.")
            self._tell(self.words() or live)

    def _asked(self, wish: str) -> None:
        """A key pressed in the room's window; not while somebody fills in a ballot."""
        if wish in self._wishes and not self._place.stage.showing.covered:
            self._wishes[wish]()

    def _other_picture(self, _figure: object, _reveal: object) -> None:
        self.refresh()

    def _setting(self, names: frozenset[str]) -> None:
        """Chosen in the settings, where the screens stand in a list too."""
        window, wanted = self._desk.stage_window, self._place.settings.now.stage_screen
        if "stage_screen" in names and window.wanted != wanted:
            window.choose(wanted, self._desk.window_widget.screen())


def _block(clock: DayClock) -> str:
    item = clock.reading().item
    return item.id if item is not None else ""


def _left_of_block(clock: DayClock, block: str) -> int | None:
    """The time of that block; 0 when the day has gone on to another, never the other's time."""
    return clock.seconds_left() if _block(clock) == block else 0


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _without_window(run: Callable[[], None], _window: QWidget) -> None:
    run()
