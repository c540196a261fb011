"""The twin of a picture: the same facts as a table, for those who would rather read (Ctrl T)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from workshop_app.figures.shapes import Figure
from workshop_app.system.language import Words
from workshop_app.ui.act import Act, always
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.page import Page
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import lead_label

_SIZE = (760, 560)
_FIRST = 360


class TableDialog(StyledDialog):
    """A figure's sentence and table. Esc closes it."""

    def __init__(self, words: Words, figure: Figure, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("As a table"), parent)
        self.sentence = lead_label(figure.sentence)
        self.sentence.setWordWrap(True)
        self.sentence.setVisible(bool(figure.sentence))
        self.body.addWidget(self.sentence)
        self.table = _table(figure.table)
        self.table.setAccessibleName(_("As a table"))
        self.table.setAccessibleDescription(figure.sentence)
        self.body.addWidget(self.table, 1)
        self.close_button = ActButton(_("Close"), kind="primary")
        self.close_button.clicked.connect(self.accept)
        self.add_buttons((self.close_button,))
        self.resize(*_SIZE)
        self.table.setFocus()


def table_act(page: Page, draw: Callable[[], Figure], enabled: Callable[[], bool] = always) -> Act:
    """Ctrl T on a page: its picture as a table.

    Args:
        page: The page.
        draw: Draws the picture as it is now.
        enabled: Whether there is a picture.
    """
    text = page.workplace.words.gettext("As a table")
    return Act(
        "figure.table",
        text,
        ("Ctrl+T",),
        partial(show_table, page, draw),
        enabled,
        hint=False,
        writes=False,
    )


def show_table(page: Page, draw: Callable[[], Figure]) -> None:
    """Open the table of a page's picture; a sentence where there is none."""
    figure = draw()
    if not figure.table:
        page.message.emit(page.workplace.words.gettext("There is no table for this picture."))
        return
    dialog = TableDialog(page.workplace.words, figure, page.window())
    dialog.open()
    dialog.finished.connect(dialog.deleteLater)


def _table(rows: tuple[tuple[str, ...], ...]) -> QTableWidget:
    head, body = (rows[0] if rows else ()), rows[1:]
    table = QTableWidget(len(body), len(head))
    table.setHorizontalHeaderLabels(list(head))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    for r, row in enumerate(body):
        for c, text in enumerate(row[: len(head)]):
            item = QTableWidgetItem(text)
            if c:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(r, c, item)
    if head:
        table.setColumnWidth(0, _FIRST)
        table.horizontalHeader().setStretchLastSection(True)
    return table
