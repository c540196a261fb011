"""The menu of the shared screen's tools; every line says how things stand and has its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.system.language import Words
from workshop_app.system.settings import STAGE_ZOOMS
from workshop_app.ui.keys import key_caption
from workshop_app.ui.screens import IN_WINDOW, ScreenLine
from workshop_app.ui.stage_tools.room_words import screen_words


@dataclass(frozen=True)
class ToolsState:
    """How things stand.

    Attributes:
        frozen: The room keeps its picture.
        message: There are words before the room.
        counting: The countdown is before the room.
        test: The room sees the test picture.
        dark: The dark colours are used.
        zoom: In percent.
        figures: Whether there are figures of the situation to choose among.
        in_window: The room's picture stands in a window by choice.
        screens: Those there are.
    """

    frozen: bool
    message: bool
    counting: bool
    test: bool
    dark: bool
    zoom: int
    figures: bool
    in_window: bool
    screens: tuple[ScreenLine, ...]


@dataclass(frozen=True)
class ToolsDeeds:
    """What the lines do."""

    freeze: Callable[[], None]
    message: Callable[[], None]
    countdown: Callable[[], None]
    test: Callable[[], None]
    dark: Callable[[], None]
    zoom: Callable[[int], None]
    figures: Callable[[], None]
    screen: Callable[[str], None]


def tools_menu(words: Words, state: ToolsState, do: ToolsDeeds, parent: QWidget) -> QMenu:
    """The menu as things stand now; made each time it is opened."""
    _ = words.gettext
    menu = QMenu(_("Tools of the shared screen"), parent)
    menu.setAccessibleName(_("Tools of the shared screen"))
    freeze = _("Thaw the picture") if state.frozen else _("Freeze the picture")
    message = _("Lift the message") if state.message else _("Message to the room…")
    count = _("Take the countdown away") if state.counting else _("Countdown…")
    _add(menu, words, (freeze, "F7"), do.freeze)
    _add(menu, words, (message, "F8"), do.message)
    _add(menu, words, (count, "F9"), do.countdown)
    menu.addSeparator()
    _tick(_add(menu, words, (_("Test picture"), "F4"), do.test), on=state.test)
    _tick(_add(menu, words, (_("Dark shared screen"), "F10"), do.dark), on=state.dark)
    _zooms(menu.addMenu(_("Zoom")), words, state.zoom, do.zoom)
    figures = _add(menu, words, (_("Figures for the room…"), ""), do.figures)
    figures.setEnabled(state.figures)
    menu.addSeparator()
    _screens(menu.addMenu(_("Screen for the room")), words, state, do.screen)
    return menu


def _add(
    menu: QMenu, words: Words, text_key: tuple[str, str], run: Callable[[], object]
) -> QAction:
    text, key = text_key
    # The key stands after a tab: text only, since the desk's own shortcut does the work.
    shown = f"{text}\t{key_caption(words, key)}" if key else text
    action = menu.addAction(shown.replace("&", "&&"))
    action.triggered.connect(_plainly(run))
    return action


def _plainly(run: Callable[[], object]) -> Callable[[], None]:
    """Without the mark that Qt sends along."""

    def done(_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        run()

    return done


def _tick(action: QAction, *, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)


def _zooms(menu: QMenu, words: Words, now: int, use: Callable[[int], None]) -> None:
    group = QActionGroup(menu)
    for percent in STAGE_ZOOMS:
        text = words.gettext("{percent} %").format(percent=percent)
        action = _add(menu, words, (text, ""), partial(use, percent))
        _tick(action, on=percent == now)
        group.addAction(action)


def _screens(menu: QMenu, words: Words, state: ToolsState, use: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    lines: Sequence[tuple[str, str, bool, bool]] = [
        (screen_words(words, one), one.key, one.chosen and not state.in_window, not one.home)
        for one in state.screens
    ]
    window = words.gettext("In a window, beside the work")
    free = any(may for _text, _key, _on, may in lines)
    for text, key, on, may in (*lines, (window, IN_WINDOW, state.in_window or not free, True)):
        action = _add(menu, words, (text, ""), partial(use, key))
        _tick(action, on=on)
        action.setEnabled(may)
        group.addAction(action)
