"""What can be done with a day of the start page's list, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.keys import key_caption
from workshop_app.ui.recent_days import RecentDay

Ask = Callable[[Path], None]


@dataclass(frozen=True)
class DayAsks:
    """What the menu asks for, each with the path of the day."""

    open: Ask
    archive: Ask
    restore: Ask
    remove: Ask


def recent_day_menu(
    words: Words, day: RecentDay, asks: DayAsks, parent: QWidget, *, in_archive: bool
) -> QMenu:
    """The menu of one day. A day that cannot be read can only be restored or removed."""
    _ = words.gettext
    menu = QMenu(parent)
    if not day.unreadable:
        _add(menu, words, (_("Open"), "Return"), partial(asks.open, day.path))
    put_away = _("Take out of the archive") if in_archive else _("Put in the archive")
    _add(menu, words, (put_away, "A"), partial(asks.archive, day.path))
    _add(menu, words, (_("Restore from a backup…"), ""), partial(asks.restore, day.path))
    menu.addSeparator()
    _add(menu, words, (_("Remove"), "Del"), partial(asks.remove, day.path))
    return menu


def _add(menu: QMenu, words: Words, named: tuple[str, str], run: Callable[[], None]) -> None:
    # The key stands after a tab: text only, since the list's own keys do the work.
    text, key = named
    shown = f"{text}\t{key_caption(words, key)}" if key else text
    menu.addAction(shown.replace("&", "&&")).triggered.connect(run)
