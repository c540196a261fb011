"""A table of the day's nouns: each cell that is edited, each row added or pasted, is one act."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.material import FieldPlan, PastedCell, Rule, ValueKind, pasted, set_typed
from workshop_app.domain.noun import Noun
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.ui.attempt import tried
from workshop_app.ui.tables.cells import Cell, Choice, Column, Edit, Row, TableDeeds
from workshop_app.ui.tables.clipboard import Table, split_heading, value_for
from workshop_app.ui.tables.view import TableView
from workshop_app.ui.texts import refusal
from workshop_app.ui.widgets.labels import lead_label
from workshop_app.ui.workplace import Workplace

TypedRule = Callable[[Day, str, str], Day]


@dataclass(frozen=True)
class NounColumn:
    """A column of nouns.

    Attributes:
        column: How it looks.
        cell: What stands in it for a noun.
        rule: Day, id and typed text -> day; None where it is not edited.
    """

    column: Column
    cell: Callable[[Noun], Cell]
    rule: TypedRule | None = None


@dataclass(frozen=True)
class NounTableSpec:
    """What a table of nouns shows and does.

    Attributes:
        name: For screen readers.
        collection: Of the day.
        rows: The nouns to show.
        columns: The columns, as the day is now.
        op: The act when a cell is edited.
        add: Day, new id, text of the first typed cell -> day.
        remove: Day, id -> day.
        op_for: Another act for some columns.
        confirm: Asked before a cell is committed (id, column, value); False = leave it.
        empty: What stands in the table while there is no row.
    """

    name: str
    collection: str
    rows: Callable[[Day], Iterable[Noun]]
    columns: Callable[[Day], tuple[NounColumn, ...]]
    op: Op
    add: TypedRule | None = None
    remove: Callable[[Day, str], Day] | None = None
    op_for: Callable[[str, str], Op | None] | None = None
    confirm: Callable[[str, str, str], bool] | None = None
    empty: str = ""


def field_rule(
    collection: str, field: str, kind: ValueKind = ValueKind.TEXT, *, required: bool = False
) -> TypedRule:
    """The rule that sets a field as typed."""
    return partial(_set_field, FieldPlan(collection, field, kind, required))


def _set_field(plan: FieldPlan, day: Day, key: str, text: str) -> Day:
    return set_typed(day, plan, key, text)


def new_key() -> str:
    """An id for a row that is written here."""
    return uuid.uuid4().hex


def choices_of(pairs: Iterable[tuple[str, str]], none: str = "") -> tuple[Choice, ...]:
    """Choices, with one for nothing first if it has words."""
    found = tuple(Choice(str(value), text) for value, text in pairs)
    return (Choice("", none), *found) if none else found


class NounTable(QFrame):
    """The table in its card. Put `foot` widgets under it with `add_foot`."""

    def __init__(
        self, place: Workplace, spec: NounTableSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._place = place
        self._spec = spec
        self._columns: tuple[NounColumn, ...] = ()
        deeds = TableDeeds(
            commit=self._commit,
            add=self._add if spec.add else None,
            remove=self._remove if spec.remove else None,
            paste=self._paste if spec.add else None,
        )
        self.view = TableView(spec.name, place.words, deeds)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 2, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, 1)
        self.empty = lead_label(spec.empty)
        self._lay_out_empty()

    def _lay_out_empty(self) -> None:
        """The sentence lies over the rows that are not there; clicks go to the table."""
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.view.viewport())
        over.setContentsMargins(24, 0, 24, 0)
        over.addWidget(self.empty)
        model = self.view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._show_empty)
        self._show_empty()

    def _show_empty(self) -> None:
        none = self.view.model().rowCount() == 0
        self.empty.setVisible(none and bool(self._spec.empty))
        self.view.setAccessibleDescription(self._spec.empty if none else "")

    @property
    def collection(self) -> str:
        """The collection of the day that is shown."""
        return self._spec.collection

    def add_foot(self, foot: QWidget) -> None:
        """A line under the rows."""
        self._column.addWidget(foot)

    def refresh(self) -> None:
        """Show the day as it is now."""
        day = self._place.day
        self._columns = self._spec.columns(day)
        rows = tuple(
            Row(noun.id, tuple(column.cell(noun) for column in self._columns))
            for noun in self._spec.rows(day)
        )
        self.view.put(tuple(column.column for column in self._columns), rows)

    def fit_height(self, most: int) -> None:
        """As high as its rows, at most so many of them."""
        self.view.setFixedHeight(self.view.height_for_rows(most))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # --- deeds --------------------------------------------------------------------------------

    def _do(self, op: Op, rule: Rule) -> str:
        return tried(self._place.words, partial(self._place.store.do, op, rule))

    def _commit(self, key: str, name: str, text: str) -> str:
        found = next((one for one in self._columns if one.column.key == name), None)
        if found is None or found.rule is None:
            return ""
        spec = self._spec
        op = (spec.op_for(key, name) if spec.op_for else None) or spec.op
        try:
            value = value_for(found.column, text)
        except Refused as no:
            return refusal(self._place.words, no)
        if spec.confirm is not None and not spec.confirm(key, name, value):
            return ""
        return self._do(op, partial(with_text, found.rule, key, value))

    def _add(self, text: str) -> str:
        add = self._spec.add
        if add is None:
            return ""
        key = new_key()
        sentence = self._do(Op.ADD_ROW, partial(with_text, add, key, text))
        if not sentence:
            self.view.choose(key)
        return sentence

    def _remove(self, key: str) -> str:
        remove = self._spec.remove
        return self._do(Op.REMOVE_ROW, partial(_without, remove, key)) if remove else ""

    def _paste(self, rows: Table) -> str:
        """All rows are new, or none is."""
        words = self._place.words
        try:
            cells = self._cells_of(rows)
        except Refused as no:
            return refusal(words, no)
        rule = partial(_all_pasted, cells)
        try:
            self._place.store.do(Op.PASTE_ROWS, rule)
        except Refused as no:
            cause = no.facts.get("cause")
            if isinstance(cause, Refused):
                told = {**no.facts, "cause": refusal(words, cause)}
                return refusal(words, Refused(no.code, **told))
            return refusal(words, no)
        return ""

    def _cells_of(self, rows: Table) -> tuple[PastedCell, ...]:
        """The rule of every pasted cell, rows numbered from 1 as they were pasted."""
        shown = tuple(one.column for one in self._columns)
        columns, body = split_heading(rows, shown)
        rules = {one.column.key: one.rule for one in self._columns}
        first = next(one for one in shown if one.edit is not Edit.NONE)
        if first not in columns:
            raise Refused("paste_first_missing", column=first.title)
        found: list[PastedCell] = []
        for number, row in enumerate(body, start=1 + len(rows) - len(body)):
            key = new_key()
            texts = dict(zip(columns, row, strict=False))
            found.append(PastedCell(number, first.title, partial(self._new, key, texts[first])))
            for column, text in texts.items():
                rule = rules[column.key]
                if column is not first and rule is not None and text:
                    put = partial(_read_in, column, rule, key, text)
                    found.append(PastedCell(number, column.title, put))
        return tuple(found)

    def _new(self, key: str, text: str, day: Day) -> Day:
        add = self._spec.add
        return add(day, key, text) if add is not None else day


def with_text(rule: TypedRule, key: str, text: str, day: Day) -> Day:
    """A typed rule as a rule: the id and the text are given first."""
    return rule(day, key, text)


def _without(rule: Callable[[Day, str], Day], key: str, day: Day) -> Day:
    return rule(day, key)


def _read_in(column: Column, rule: TypedRule, key: str, text: str, day: Day) -> Day:
    return rule(day, key, value_for(column, text))


def _all_pasted(cells: tuple[PastedCell, ...], day: Day) -> Day:
    return pasted(day, cells)
