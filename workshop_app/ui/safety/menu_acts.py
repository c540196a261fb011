"""In the day's menu: erase a name, dispose of ballots, and the log of the day."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from workshop_app.ui.desk_extra import MenuLine
from workshop_app.ui.safety.dispose_dialog import DisposeDialog
from workshop_app.ui.safety.erase_dialog import EraseDialog
from workshop_app.ui.safety.log_texts import log_text
from workshop_app.ui.workplace import Workplace

Kind = TypeVar("Kind", bound=QDialog)


def safety_lines(workplace: Workplace) -> tuple[MenuLine, ...]:
    """What stands in the menu, and what each line does over a window."""
    _ = workplace.words.gettext
    return (
        (_("Erase a name…"), partial(open_erase, workplace)),
        (_("Dispose of ballots…"), partial(open_dispose, workplace)),
        (_("The log of the day…"), partial(tell_log, workplace)),
    )


def open_erase(workplace: Workplace, window: QWidget) -> EraseDialog:
    """Erase a participant's name."""
    return _shown(EraseDialog(workplace, window))


def open_dispose(workplace: Workplace, window: QWidget) -> DisposeDialog:
    """Dispose of the ballots of a locked round."""
    return _shown(DisposeDialog(workplace, window))


def tell_log(workplace: Workplace, _window: QWidget) -> None:
    """The head of the log, and what it proves."""
    text = log_text(workplace.words, workplace.store.file.head())
    workplace.ask.tell(workplace.words.gettext("The log of the day"), text)


def _shown(dialog: Kind) -> Kind:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
