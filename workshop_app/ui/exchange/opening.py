"""Reading lists in and saving them, as pages and the day's menu call it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from workshop_app.app.list_files import save_lists
from workshop_app.ui.exchange.import_dialog import ImportDialog
from workshop_app.ui.problems import TOLD, told
from workshop_app.ui.workplace import Workplace


def open_import(
    workplace: Workplace, collection: str = "", parent: QWidget | None = None, *, text: str = ""
) -> bool:
    """Ask for a list and read it into the day.

    Args:
        workplace: The open day.
        collection: Which list is expected, such as "participants"; empty = whichever comes.
        parent: The window the dialog belongs to.
        text: Rows to begin with, such as what was pasted on a page.

    Returns:
        Whether it was read in.
    """
    dialog = ImportDialog(workplace, collection, parent)
    if text:
        dialog.load_text(text)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def save_all_lists(workplace: Workplace) -> tuple[Path, ...]:
    """Ask for a folder and save the lists of the day there; ballots are never among them."""
    _ = workplace.words.gettext
    title = _("Save the lists")
    folder = workplace.ask.open_folder(_("Choose a folder for the lists"))
    if folder is None:
        return ()
    target = folder / _folder_name(workplace)
    try:
        written = save_lists(workplace.store.file, target)
    except TOLD as error:
        workplace.ask.tell(title, told(workplace.words, error))
        return ()
    sentence = workplace.words.ngettext(
        "{n} file is in {folder}. Ballots are not among them.",
        "{n} files are in {folder}. Ballots are not among them.",
        len(written),
    )
    workplace.ask.tell(title, sentence.format(n=len(written), folder=target))
    return written


def _folder_name(workplace: Workplace) -> str:
    """A folder of its own, called as the day and its date, with nothing a disk refuses."""
    workshop = workplace.day.workshop
    title = "".join(c if c.isalnum() or c in " -_" else "" for c in workshop.title)
    return f"{' '.join(title.split())[:60]} {workshop.date.isoformat()}".strip()
