"""The day's menu: undo and redo by name, copy, languages, keys, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain.ops import Op
from workshop_app.system.language import Language, Words
from workshop_app.ui.desk_extra import MenuLine
from workshop_app.ui.exchange.opening import open_import, save_all_lists
from workshop_app.ui.keys import key_caption
from workshop_app.ui.safety.menu_acts import safety_lines
from workshop_app.ui.settings.texts import language_name
from workshop_app.ui.texts import op_name
from workshop_app.ui.workplace import Workplace


@dataclass(frozen=True)
class MenuActs:
    """What the menu does."""

    undo: Callable[[], None]
    redo: Callable[[], None]
    save_copy: Callable[[], object] | None
    copy_folder: Callable[[], object] | None
    rehearse: Callable[[], object] | None
    code: Callable[[], object] | None
    language: Callable[[str, Language], None]
    keys: Callable[[], None]
    about: Callable[[], None]
    close_day: Callable[[], None]
    quit: Callable[[], None]


@dataclass(frozen=True)
class MenuState:
    """What the menu needs to know: the acts that undo and redo would do, and the languages."""

    undoable: Op | None
    redoable: Op | None
    languages: dict[str, Language]
    read_list: Callable[[QWidget], object] | None = None
    save_lists: Callable[[], object] | None = None
    safety: tuple[MenuLine, ...] = ()
    extras: tuple[MenuLine, ...] = ()


def menu_state(workplace: Workplace, extras: tuple[MenuLine, ...] = ()) -> MenuState:
    """How things stand at a workplace."""
    languages = {
        "window": workplace.words.language,
        "screen": workplace.stage_words.language,
        "report": workplace.report_words.language,
    }
    return MenuState(
        workplace.store.undoable(),
        workplace.store.redoable(),
        languages,
        partial(open_import, workplace, ""),
        partial(save_all_lists, workplace),
        safety_lines(workplace),
        extras,
    )


def undo_text(words: Words, op: Op | None) -> str:
    """Undo, with the name of the act."""
    if op is None:
        return words.gettext("Undo")
    return words.gettext("Undo: {act}").format(act=op_name(words, op))


def redo_text(words: Words, op: Op | None) -> str:
    """Redo, with the name of the act."""
    if op is None:
        return words.gettext("Redo")
    return words.gettext("Redo: {act}").format(act=op_name(words, op))


def day_menu(words: Words, state: MenuState, acts: MenuActs, parent: QWidget) -> QMenu:
    """The menu as things stand now; made each time it is opened."""
    _ = words.gettext
    menu = QMenu(parent)
    _add_history(menu, words, state, acts)
    if state.read_list is not None:
        _add(menu, words, _("Read in a list…"), "", partial(state.read_list, parent))
    if state.save_lists is not None:
        _add(menu, words, _("Save the lists… (CSV)"), "", state.save_lists)
    if acts.save_copy is not None:
        _add(menu, words, _("Save a copy…"), "", acts.save_copy)
    if acts.copy_folder is not None:
        _add(menu, words, _("Copy folder…"), "", acts.copy_folder)
    if acts.rehearse is not None:
        _add(menu, words, _("Rehearse in a copy…"), "", acts.rehearse)
    if acts.code is not None:
        _add(menu, words, _("The facilitator's code…"), "", acts.code)
    if state.safety:
        # By themselves: they are for after the day, and the menu must fit on a small screen.
        _add_lines(menu.addMenu(_("Names, votes and log")), words, state.safety, parent)
    menu.addSeparator()
    _add_lines(menu, words, state.extras, parent)
    _add_languages(menu, words, state, acts)
    menu.addSeparator()
    _add(menu, words, _("Keys"), "?", acts.keys)
    _add(menu, words, _("About Milstolpe"), "", acts.about)
    menu.addSeparator()
    _add(menu, words, _("Close the day"), "Ctrl+W", acts.close_day)
    _add(menu, words, _("Quit"), "Ctrl+Q", acts.quit)
    return menu


def _add(menu: QMenu, words: Words, text: str, key: str, run: Callable[[], object]) -> QAction:
    # The key stands after a tab: text only, since the desk's own shortcut does the work.
    shown = f"{text}\t{key_caption(words, key)}" if key else text
    action = menu.addAction(shown.replace("&", "&&"))
    action.triggered.connect(run)
    return action


def _add_history(menu: QMenu, words: Words, state: MenuState, acts: MenuActs) -> None:
    undo = _add(menu, words, undo_text(words, state.undoable), "Ctrl+Z", acts.undo)
    undo.setEnabled(state.undoable is not None)
    redo = _add(menu, words, redo_text(words, state.redoable), "Ctrl+Y", acts.redo)
    redo.setEnabled(state.redoable is not None)
    menu.addSeparator()


def _add_lines(menu: QMenu, words: Words, lines: tuple[MenuLine, ...], parent: QWidget) -> None:
    for text, act in lines:
        _add(menu, words, text, "", partial(act, parent))


def _add_languages(menu: QMenu, words: Words, state: MenuState, acts: MenuActs) -> None:
    _ = words.gettext
    sub = menu.addMenu(_("Language"))
    places = {"window": _("This window"), "screen": _("Shared screen"), "report": _("Printed")}
    for place, name in places.items():
        choices = sub.addMenu(name)
        group = QActionGroup(choices)
        for language in Language:
            action = choices.addAction(language_name(language))
            action.setCheckable(True)
            action.setChecked(state.languages[place] is language)
            group.addAction(action)
            action.triggered.connect(partial(acts.language, place, language))
