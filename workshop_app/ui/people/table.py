"""The table of people: arrows walk, Space ticks, Enter edits, Tab goes to the next cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTableView, QWidget
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.people.delegate import HIGH, Keeper, PeopleDelegate
from workshop_app.ui.people.model import EXTRA, RIGHTS, Column, Index, PeopleModel, Row
from workshop_app.ui.widgets.labels import label

_FIXED = {Column.PRESENT: 74, Column.MORNING: 84, Column.AFTERNOON: 84}
_SHARES = {
    Column.ROLE: 45,
    Column.NAME: 24,
    Column.UNIT: 36,
    Column.GROUP: 20,
    Column.ORGANISATION: 24,
    Column.NOTE: 30,
}
_LEAST = {
    Column.ROLE: 170,
    Column.NAME: 100,
    Column.UNIT: 110,
    Column.GROUP: 88,
    Column.ORGANISATION: 120,
    Column.NOTE: 150,
}
_HEADER = 36
_SIDE = 12


class PeopleTable(QTableView):
    """The view.

    Signals:
        toggled: A tick of one or several people: the column's field and their ids.
        focused: The keyboard came or went.
    """

    toggled: ClassVar[Signal] = Signal(str, object)
    focused: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, keep: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._pending: tuple[Row, ...] | None = None
        self._pressed: tuple[int, int] = (-1, -1)
        self.people = PeopleModel(words, self)
        self.cells = PeopleDelegate(self.people, self._kept_by, self)
        self.error: QLabel = label("", "bad", self.viewport())
        self.error.setProperty("bubble", "true")
        self.error.hide()
        self.setModel(self.people)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(words.pgettext("step", "Participants"))
        self._set_up()
        self._set_up_headers()
        self.cells.refused.connect(self._say)
        self.cells.kept.connect(self._after_keeping)
        self.selectionModel().currentChanged.connect(self._row_changed)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HIGH)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in EXTRA:
            self.hideColumn(column)

    # --- what is shown ------------------------------------------------------------------------

    def put(self, rows: tuple[Row, ...]) -> None:
        """Show these; the current person stays the current one."""
        if self.cells.editor is not None:
            self._pending = rows
            return
        self._pending = None
        key, column = self.chosen(), self.currentIndex().column()
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        row = min(chosen, default=self.currentIndex().row())
        several = set(self.chosen_people())
        if not self.people.put(rows):
            return
        self.clearSpans()
        for place, each in enumerate(rows):
            if each.heading:
                self.setSpan(place, 0, 1, len(Column))
        place = self.people.row_of(key)
        if place < 0:
            place = self._nearest(row)
        self._go(place, column if column >= 0 else Column.ROLE)
        self._select(several)
        # Qt would lay the new rows out one turn later, after the first paint.
        self.executeDelayedItemsLayout()
        self.viewport().update()

    def _nearest(self, row: int) -> int:
        """The row of a person at that place, or close to it."""
        rows = self.people.rows
        places = [place for place, each in enumerate(rows) if not each.heading]
        return min(places, key=lambda place: (abs(place - max(row, 0)), -place), default=-1)

    def _select(self, keys: set[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, row in enumerate(self.people.rows):
            if row.key in keys and row.key:
                self.selectionModel().select(self.people.index(place, Column.ROLE), flags)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Of the columns that are not always shown, show these."""
        for column in (*EXTRA, Column.UNIT):
            self.setColumnHidden(column, column not in columns)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - sum(_FIXED.values())
        shown = [column for column in _SHARES if not self.isColumnHidden(column)]
        whole = sum(_SHARES[column] for column in shown)
        for column, wide in _FIXED.items():
            self.setColumnWidth(column, wide)
        left = room
        for column in shown[1:]:
            wide = max(_LEAST[column], room * _SHARES[column] // whole)
            self.setColumnWidth(column, wide)
            left -= wide
        self.setColumnWidth(Column.ROLE, max(_LEAST[Column.ROLE], left))

    # --- who is chosen ------------------------------------------------------------------------

    def chosen(self) -> str:
        """Id of the current person; empty for none."""
        row = self.currentIndex().row()
        return self.people.rows[row].key if 0 <= row < len(self.people.rows) else ""

    def chosen_people(self) -> tuple[str, ...]:
        """Ids of all that are selected, in their order; else the current one."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        keys = [self.people.rows[place].key for place in places]
        found = tuple(key for key in keys if key)
        return found or ((self.chosen(),) if self.chosen() else ())

    def choose(self, key: str, column: Column = Column.ROLE) -> None:
        """Make a person the current one, if they are shown."""
        self._go(self.people.row_of(key), column)

    def _go(self, place: int, column: int) -> None:
        if place >= 0:
            self.setCurrentIndex(self.people.index(place, column))

    def toggle(self, column: Column = Column.PRESENT) -> None:
        """The tick of those who are selected; of several, to the opposite of the current one."""
        if self.chosen():
            self.toggled.emit(RIGHTS[column], self.chosen_people())

    # --- editing ------------------------------------------------------------------------------

    def edit_current(self) -> None:
        """Write in the current cell; in a cell with a tick, turn it."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if Column(index.column()) in RIGHTS:
            self.toggle(Column(index.column()))
        else:
            self.edit(index)

    def edit_cell(self, key: str, column: Column) -> None:
        """Write in a cell; an empty key is the row for a new person."""
        place = self.people.row_of(key) if key else len(self.people.rows) - 1
        self._go(place, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(self.people.index(place, column))

    def _kept_by(self, key: str, column: Column, text: str) -> str:
        return self._keep(key, column, text)

    def _after_keeping(self, way: int) -> None:
        key, column = self.cells.place
        self.catch_up()
        key = key or self.chosen()
        if way == 0:
            self.choose(key, column)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        cells = [c for c in Column if c not in RIGHTS and not self.isColumnHidden(c)]
        ahead = cells.index(column) + way
        if 0 <= ahead < len(cells) and self.people.row_of(key) >= 0:
            self.edit_cell(key, cells[ahead])
        else:
            self.choose(key, column)

    def catch_up(self) -> None:
        """Show what has come while somebody was writing."""
        pending, self._pending = self._pending, None
        if pending is not None:
            self.put(pending)

    @override
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]  # the stub names it otherwise
        if self.cells.editor is editor:
            self.cells.editor = None
        self._say("")
        self.catch_up()

    def _say(self, sentence: str) -> None:
        """A sentence right under the cell that is being edited."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        editor = self.cells.editor
        if not sentence or editor is None:
            return
        self.error.setFixedWidth(min(360, self.viewport().width() - 2 * _SIDE))
        self.error.adjustSize()
        left = min(editor.x(), self.viewport().width() - self.error.width() - _SIDE)
        under = editor.geometry().bottom() + 4
        if under + self.error.height() > self.viewport().height():
            under = editor.y() - self.error.height() - 4
        self.error.move(max(0, left), under)
        self.error.raise_()

    # --- keys and mouse -----------------------------------------------------------------------

    @override
    def keyboardSearch(self, search: str) -> None:
        # Letters are acts on the desk; searching by letter would swallow them.
        return

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = (index.row(), index.column())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        same = (index.row(), index.column()) == self._pressed
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if same and plain and index.isValid() and index.column() == Column.PRESENT:
            self.toggle()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.PRESENT:
            self.edit_current()

    def _row_changed(self, current: Index, previous: Index) -> None:
        if current.row() != previous.row():
            self.focused.emit()
