"""Base of the pages of the material: a head, tables, and a column beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.ui.act import Act
from workshop_app.ui.exchange.opening import open_import
from workshop_app.ui.material.noun_table import NounTable, NounTableSpec
from workshop_app.ui.material.parts import EDGE, PageHead, TableActs
from workshop_app.ui.page import Page
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.workplace import Workplace


class MaterialPage(Page):
    """One table has the keyboard at a time: `now`."""

    def __init__(
        self, workplace: Workplace, title: str, lead: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(workplace, parent)
        self.head = PageHead(title, lead)
        self.tables: list[NounTable] = []
        self._now: NounTable | None = None
        self._side: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, 20, EDGE, 14)
        self.column.setSpacing(12)
        self.column.addWidget(self.head)
        self.table_acts = TableActs(workplace.words, self.now)

    # --- parts --------------------------------------------------------------------------------

    def make_table(self, spec: NounTableSpec) -> NounTable:
        """A table of this page; the first one has the keyboard to begin with."""
        table = NounTable(self.workplace, spec, self)
        table.view.message.connect(self.message)
        table.view.chosen.connect(self._moved)
        self.tables.append(table)
        if self._now is None:
            self.use_table(table)
        return table

    def add_read_in(self) -> None:
        """The button that reads a list into the table that is shown."""
        self.read_button = ActButton(self.workplace.words.gettext("Read in a list"))
        self.read_button.clicked.connect(self.read_in)
        self.head.add(self.read_button)

    def read_in(self) -> None:
        """Ask for a list in a file or on the clipboard, and read it in."""
        open_import(self.workplace, self.now().collection, self.window())

    def now(self) -> NounTable:
        """The table that the acts are about."""
        table = self._now
        if table is None:
            raise LookupError(self.step)
        focused = (one for one in self.tables if one.isVisible() and one.isAncestorOf(_focus(one)))
        return next(focused, table)

    def use_table(self, table: NounTable) -> None:
        """Make the acts about this table."""
        self._now = table

    @override
    def first(self) -> QWidget | None:
        return self._now.view if self._now is not None else None

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        return self.table_acts.all()

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = self.make_side()
            self.refresh(None)
        return self._side

    @override
    def refresh(self, change: Change | None) -> None:
        for table in self.tables:
            table.refresh()
        self.show_day()
        if self._side is not None:
            self.show_side()
        self.acts_changed.emit()

    @override
    def left(self) -> None:
        """A cell that is open is saved if it can be read."""
        for table in self.tables:
            table.view.editing.finish()

    # --- for the pages ------------------------------------------------------------------------

    def make_side(self) -> QWidget | None:
        """The right column; made once."""
        return None

    def show_day(self) -> None:
        """Bring up to date what is not a table."""

    def show_side(self) -> None:
        """Bring the right column up to date."""

    def _moved(self, _key: str) -> None:
        if self._side is not None:
            self.show_side()


def _focus(table: NounTable) -> QWidget:
    """The widget that has the keyboard, or the page's window where none has."""
    return table.window().focusWidget() or table.window()
