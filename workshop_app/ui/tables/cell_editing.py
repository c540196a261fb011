"""Editing one cell of a table: the line, the menu or the list, and what is said under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from workshop_app.domain.amounts import parse_amount
from workshop_app.domain.refused import Refused
from workshop_app.figures.shapes import Role
from workshop_app.ui.tables.bare import BareTable
from workshop_app.ui.tables.cells import Edit, values_of
from workshop_app.ui.tables.clipboard import Table
from workshop_app.ui.tables.editors import CellEditor, PickDialog
from workshop_app.ui.tables.model import NEW, Index
from workshop_app.ui.texts import refusal
from workshop_app.ui.widgets.amount_field import conversion
from workshop_app.ui.widgets.drawing import role_color
from workshop_app.ui.widgets.field_note import FieldNote

_NOTE_WIDE = 340
_YES, _NO = "ja", "nej"


class CellEditing(QObject):
    """What edits the current cell of a table.

    A commit that is refused leaves the text where it is, with the sentence under it.

    Signals:
        went_on: A cell is finished; 1 or -1 goes on to the next or the previous one.
    """

    went_on: ClassVar[Signal] = Signal(int)

    def __init__(self, table: BareTable) -> None:
        super().__init__(table)
        self._table = table
        self._at: tuple[str, str] = (NEW, "")
        self._busy = False
        self.editor: CellEditor | None = None
        self.menu: QMenu | None = None
        self.dialog: PickDialog | None = None
        self._bubble = QFrame(table.viewport())
        self._bubble.setObjectName("bubble")
        surface, line = role_color(Role.SURFACE).name(), role_color(Role.LINE2).name()
        self._bubble.setStyleSheet(
            f"QFrame#bubble {{ background: {surface}; border: 1px solid {line}; "
            "border-radius: 7px; }"
        )
        column = QVBoxLayout(self._bubble)
        column.setContentsMargins(10, 7, 10, 7)
        self.note = FieldNote()
        column.addWidget(self.note)
        self._bubble.hide()

    def begin(self, place: Index) -> None:
        """Edit a cell with what its column asks for."""
        table = self._table
        column, cell = table.cells.columns[place.column()], table.cells.cell_at(place)
        self._at = (table.cells.key_at(place), column.key)
        match column.edit:
            case Edit.TICK:
                self._commit(_NO if cell.ticked else _YES)
            case Edit.CHOICE:
                self._open_menu(place)
            case Edit.SEVERAL:
                self._open_list(place)
            case _:
                self._open_line(cell.typed, column.title)

    # --- a line -------------------------------------------------------------------------------

    def _open_line(self, text: str, name: str) -> None:
        self.end()
        self.editor = CellEditor(text, name, self._table.viewport())
        self.editor.done.connect(self._done)
        self.editor.cancelled.connect(self._cancelled)
        self.editor.textEdited.connect(self._typed)
        self.place()
        self.editor.show()
        self.editor.selectAll()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Put the line over its cell, and what is said under it, or above where there is room."""
        editor = self.editor
        if editor is None:
            return
        cells, view = self._table.cells, self._table.viewport()
        place = cells.index(cells.row_of(self._at[0]), cells.column_of(self._at[1]))
        rect = self._table.visualRect(place)
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))
        self._bubble.setFixedWidth(min(_NOTE_WIDE, view.width() - 8))
        self._bubble.adjustSize()
        left = min(rect.left(), view.width() - self._bubble.width() - 4)
        top = rect.bottom() + 3
        if top + self._bubble.height() > view.height():
            top = rect.top() - self._bubble.height() - 3
        self._bubble.move(max(left, 0), max(top, 0))

    def _say(self, sentence: str, *, bad: bool = True) -> None:
        if self.editor is not None:
            self.editor.mark(sentence if bad else "")
        self.note.say(sentence, bad=bad)
        self._bubble.setVisible(bool(sentence))
        self._bubble.raise_()
        self.place()

    def _typed(self, text: str) -> None:
        """An old complaint goes away; an amount in millions says what it becomes."""
        columns = self._table.cells.columns
        column = columns[max(self._table.cells.column_of(self._at[1]), 0)]
        sentence = ""
        if column.edit is Edit.AMOUNT and "m" in text.casefold():
            try:
                sentence = conversion(self._table.words, parse_amount(text))
            except Refused:
                sentence = ""
        self._say(sentence, bad=False)

    def _done(self, step: int) -> None:
        editor = self.editor
        if editor is None or self._busy:
            return
        self._busy = True
        key, first = self._at[0], not self._at[0] and not editor.text().strip()
        sentence = "" if first else self._deed(editor.text())
        self._busy = False
        if sentence:
            self._say(sentence)
            return
        self.end()
        if first or not key:
            self._table.cells.set_adding(adding=False)
        self.went_on.emit(step)

    def finish(self) -> None:
        """Save the line if it can be read, as when the page is left; else say why not."""
        if self.editor is None:
            return
        self._done(0)
        sentence = self.note.text
        if self.editor is not None:
            self._cancelled()
            self._table.message.emit(sentence)

    def _cancelled(self) -> None:
        new = self._at[0] == NEW
        self.end()
        if new:
            self._table.cells.set_adding(adding=False)

    def end(self) -> None:
        """Close the line; what was typed is forgotten."""
        editor, self.editor = self.editor, None
        self._bubble.hide()
        self.note.say("")
        if editor is None:
            return
        had = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_if_gone(self, keys: Sequence[str]) -> None:
        """Close the line where its row is no longer shown."""
        if self.editor is not None and not self._busy and self._at[0] not in keys:
            self.end()

    # --- a menu and a list --------------------------------------------------------------------

    def _open_menu(self, place: Index) -> None:
        table = self._table
        column, cell = table.cells.columns[place.column()], table.cells.cell_at(place)
        menu = QMenu(table)
        menu.setAccessibleName(column.title)
        for choice in column.choices:
            action = menu.addAction(choice.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.value == cell.typed)
            action.triggered.connect(partial(self._chosen, choice.value))
            if choice.value == cell.typed:
                menu.setActiveAction(action)
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(
            table.viewport().mapToGlobal(table.visualRect(place).bottomLeft() + QPoint(0, 2))
        )

    def _chosen(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal
        self._commit(value)

    def _open_list(self, place: Index) -> None:
        table = self._table
        column, cell = table.cells.columns[place.column()], table.cells.cell_at(place)
        dialog = PickDialog(
            column.title, column.choices, values_of(cell.typed), table.words, table.window()
        )
        self.dialog = dialog
        dialog.accepted.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self) -> None:
        if self.dialog is not None:
            self._commit(self.dialog.chosen())
            self.dialog = None

    def _commit(self, text: str) -> None:
        sentence = self._deed(text)
        if sentence:
            self._table.message.emit(sentence)

    def _deed(self, text: str) -> str:
        key, column = self._at
        deeds = self._table.deeds
        if key == NEW:
            return deeds.add(text) if deeds.add is not None else ""
        return deeds.commit(key, column, text)

    # --- paste --------------------------------------------------------------------------------

    def pasted(self, text: str, read: Callable[[str], Table]) -> str:
        """One word goes into the current cell, rows go below; the sentence where it was refused."""
        table = self._table
        try:
            rows = read(text)
        except Refused as no:
            return refusal(table.words, no)
        place = table.currentIndex()
        single = len(rows) == 1 and len(rows[0]) == 1
        if single and place.isValid() and table.cells.columns[place.column()].edit is not Edit.NONE:
            self._at = (table.cells.key_at(place), table.cells.columns[place.column()].key)
            return table.deeds.commit(*self._at, rows[0][0])
        return table.deeds.paste(rows) if table.deeds.paste is not None else ""
