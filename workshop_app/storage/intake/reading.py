"""Turning tables into nouns: headings to fields, cells to values, every fault collected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workshop_app.domain.nouns import Noun
from workshop_app.storage.intake.columns import SPREAD, Column, Kind
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.problems import ImportProblem, Unreadable
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain

_LIMITS: tuple[str, ...] = ("max_length", "ge", "le")
_ALIKE = 0.75
_KEY = re.compile(r"[^\W\d]{1,4}[-_.]?\d{1,6}([-_.]\d{1,6})*")
_LONGEST = 32_000
"""A cell of a spreadsheet holds no more, so that what is read in can be saved again."""
_CODES = {
    "string_too_long": "too_long",
    "string_too_short": "missing",
    "missing": "missing",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
}


def _check_size(cell: Cell) -> None:
    if isinstance(cell.value, str) and len(cell.value) > _LONGEST:
        raise Unreadable("too_long", max_length=_LONGEST)


@dataclass(frozen=True)
class Reference:
    """A value that must be an id of one of these collections."""

    cell: Cell
    value: str
    collections: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A row that was read: its values by field, and the cell each came from."""

    row: Row
    values: dict[str, Any]
    cells: Mapping[str, Cell]

    def value(self, name: str) -> Any:  # noqa: ANN401 - whatever the column's reader gave
        """A value that is kept beside the noun, or None."""
        return self.values.get(name)

    def problem(self, name: str, code: str, **facts: object) -> ImportProblem:
        """Something is wrong with a field, wherever it stood."""
        cell = self.cells.get(name)
        return cell.problem(code, **facts) if cell else self.row.problem(code, **facts)

    def item_problem(self, name: str, item: str, code: str, **facts: object) -> ImportProblem:
        """Something is wrong with one of the items of a field that holds a list."""
        return replace(self.problem(name, code, **facts), value=item)


@dataclass
class Reading:
    """The import as it goes.

    Attributes:
        source: The tables.
        budget_year: What `{0}` in a heading stands for.
        problems: All that was wrong so far.
        references: What must be found once everything is read.
        used: Names of the tables that were asked for.
        lacking: Files and fields whose column is missing altogether, which is told once.
        known: Collection -> ids, of rows with faults too, so that one fault is told once.
        names: Collection -> plain name -> id, where a reference may be a name as well.
        nameless: Collections whose column of ids is missing, so that nothing can refer to them.
        faulty: Files and rows with problems, of the first `looked_through` problems.
        looked_through: How many.
        spoilt: Files, rows and columns of cells that have lost what stood in them.
        unread: Columns that are left out because the program has nothing like them.
    """

    source: Source
    budget_year: int
    problems: list[ImportProblem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    lacking: set[tuple[str, str]] = field(default_factory=set)
    known: dict[str, set[str]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)
    faulty: set[tuple[str, int]] = field(default_factory=set)
    looked_through: int = 0
    spoilt: frozenset[tuple[str, int, str]] = frozenset()
    unread: list[ImportProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note where cells have lost what stood in them."""
        self.spoilt = frozenset((p.file, p.row, p.column) for p in self.source.problems)

    def table(self, sv: str, en: str) -> Table | None:
        """The table of either name; both at once is a problem."""
        found = [name for name in (sv, en) if name in self.source.tables]
        self.used.update(found)
        if len(found) > 1 and sv != en:
            file = self.source.tables[en].file
            self.problems.append(ImportProblem(file, 0, "", en, "table_twice"))
        return self.source.tables[found[0]] if found else None

    def records(
        self,
        table: Table,
        columns: Iterable[Column],
        *,
        referred: bool = False,
        extras: bool = False,
    ) -> list[Record]:
        """All rows of a table, read; a row with faults has the values that could be read.

        Args:
            table: The table.
            columns: Those it may have.
            referred: Whether other tables name its rows by their ids.
            extras: Whether it is read without columns that are nothing like ours.
        """
        fitted, strange = self._fitted(table, tuple(columns))
        missing = _missing(table, columns, fitted, strange if referred else ())
        if missing and not fitted:
            self._miss_all(table, missing)
        else:
            self._miss(table, missing, list(strange.values()), extras=extras and bool(fitted))
        return [self._record(row, fitted) for row in table.rows]

    def _fitted(
        self, table: Table, columns: tuple[Column, ...]
    ) -> tuple[dict[str, Column], dict[str, ImportProblem]]:
        """Plain heading -> column, and plain heading -> what is wrong with one that is not ours."""
        fitted: dict[str, Column] = {}
        strange: list[str] = []
        for heading, cell in table.headings.items():
            column = next((c for c in columns if c.fits(heading, self.budget_year)), None)
            if column is None:
                strange.append(heading)
            elif column in fitted.values() and column.field:
                self.problems.append(cell.problem("column_twice"))
            else:
                fitted[heading] = column
        return fitted, {key: self._unknown(table.headings[key], columns) for key in strange}

    def _miss(
        self, table: Table, missing: list[Column], strange: list[ImportProblem], *, extras: bool
    ) -> None:
        """Columns that are missing, each with the strange heading that may be meant for it."""
        for column in missing:
            (name, *_others) = column.headings(self.budget_year)
            near = [one for one in strange if one.facts.get("near") == name]
            if not near and len(missing) == len(strange) == 1:
                near = strange[:]
            facts: dict[str, object] = {}
            for one in near[:1]:
                strange.remove(one)
                facts["near"] = one.column
            place = table.heading_row
            problem = ImportProblem(table.file, place, name, "", "missing_column", facts)
            self.problems.append(problem)
            self.lacking.add((table.file, column.field))
        for one in strange:
            if extras and "near" not in one.facts:
                self.unread.append(replace(one, code="column_not_read"))
            else:
                self.problems.append(one)

    def _miss_all(self, table: Table, missing: list[Column]) -> None:
        """No heading is one of ours: the row of headings is not there, or is somebody else's."""
        self.lacking.update((table.file, column.field) for column in missing)
        names = [name for c in missing for name in c.headings(self.budget_year)]
        facts: dict[str, object] = {"headings": "; ".join(names)}
        place = (table.file, table.heading_row)
        self.problems[:] = [p for p in self.problems if (p.file, p.row) != place]
        self.problems.append(ImportProblem(*place, "", "", "no_headings", facts))

    def _unknown(self, cell: Cell, columns: tuple[Column, ...]) -> ImportProblem:
        """A heading that is not one of ours, with the nearest that is."""
        names = [name for c in columns for name in c.headings(self.budget_year)]
        written = plain(cell.column.rsplit(".", 1)[-1])
        # Two letters that changed places are much of a short word, and still the same word.
        turned = [name for name in names if sorted(name) == sorted(written)]
        near = turned or get_close_matches(written, names, 1, _ALIKE)
        if near:
            return cell.problem("unknown_column", near=near[0])
        return cell.problem("unknown_column")

    def _record(self, row: Row, fitted: Mapping[str, Column]) -> Record:
        values: dict[str, Any] = {}
        cells: dict[str, Cell] = {}
        for heading, column in fitted.items():
            cell = row.cells.get(heading)
            if not column.field:
                continue
            if cell is not None:
                cells[column.field] = cell
            if cell is None or cell.blank:
                if column.required:
                    self.problems.append((cell or row).problem("missing"))
                continue
            try:
                _check_size(cell)
                self._take(values, column, cell)
            except Unreadable as reason:
                if not self._told_of(cell):
                    self.problems.append(cell.problem(reason.code, **reason.facts))
        return Record(row, values, cells)

    def _told_of(self, cell: Cell) -> bool:
        """Whether it has been told that a cell has lost what stood in it."""
        return (cell.file, cell.row, cell.column) in self.spoilt

    def _take(self, values: dict[str, Any], column: Column, cell: Cell) -> None:
        value = column.read(cell.value)
        if column.field == SPREAD and isinstance(value, Mapping):
            values.update(value)
            return
        if column.refs:
            keys = value if isinstance(value, tuple) else (str(value),)
            meant = tuple(self._meant(key, column) for key in keys)
            self.references.extend(Reference(cell, key, column.refs) for key in meant)
            value = meant if isinstance(value, tuple) else meant[0]
        values[column.field] = value

    def _meant(self, key: str, column: Column) -> str:
        """The id itself, or the one whose name stands there."""
        if self.knows(key, column.refs):
            return key
        found = [self.names.get(name, {}).get(plain(key)) for name in column.refs]
        return next((each for each in found if each), key)

    def nouns(self, kind: Kind, records: Iterable[Record]) -> tuple[Noun, ...]:
        """The nouns of a table in its order; doubled ids and bad values are problems."""
        made: dict[str, tuple[Noun, int]] = {}
        records = list(records)
        if any((record.row.file, "id") in self.lacking for record in records):
            self.nameless.add(kind.collection)
        for n, record in enumerate(records, start=1):
            noun = self.noun(kind, record, n)
            if noun is None:
                continue
            if noun.id in made:
                first = made[noun.id][1]
                self.problems.append(record.problem("id", "duplicate_id", id=noun.id, first=first))
            else:
                made[noun.id] = (noun, record.row.number)
        return tuple(noun for noun, _row in made.values())

    def noun(self, kind: Kind, record: Record, n: int) -> Noun | None:
        """One noun, or None (and a problem) if its values do not fit."""
        values = {k: v for k, v in record.values.items() if not k.startswith("_")}
        values["position"] = n
        if "id" not in values and kind.key:
            try:
                values["id"] = kind.key.format(n=n, **values)
            except KeyError:  # a part of the key was missing, which is a problem already
                return None
        self.known.setdefault(kind.collection, set()).add(str(values.get("id", "")))
        try:
            return kind.noun.model_validate(values)
        except ValidationError as reason:
            self._note(kind, record, reason)
            return None

    def _note(self, kind: Kind, record: Record, reason: ValidationError) -> None:
        """Pydantic's findings in our codes; what the readers found already is not said twice."""
        here = (record.row.file, record.row.number)
        said = here in self._faulty_rows()
        for error in reason.errors():
            name = str(error["loc"][0]) if error["loc"] else ""
            if name not in record.values and (said or (here[0], name) in self.lacking):
                continue
            given = error.get("ctx", {})
            limits: dict[str, object] = {k: given[k] for k in _LIMITS if k in given}
            code = _CODES.get(error["type"], "not_valid")
            if name in record.cells:
                self.problems.append(record.cells[name].problem(code, **limits))
            else:
                heading = next((c.sv for c in kind.columns if c.field == name), name)
                self.problems.append(ImportProblem(*here, heading, "", code, limits))

    def _faulty_rows(self) -> set[tuple[str, int]]:
        """Rows with problems; only what came since the last time is looked through."""
        seen = self.looked_through if self.looked_through <= len(self.problems) else 0
        self.faulty.update((p.file, p.row) for p in self.problems[seen:])
        self.looked_through = len(self.problems)
        return self.faulty

    def knows(self, key: str, collections: Iterable[str]) -> bool:
        """Whether one of the collections has a row with that id."""
        return any(key in self.known.get(name, ()) for name in collections)

    def check_references(self) -> None:
        """Every reference must be found in one of its collections."""
        lists: set[tuple[str, str]] = set()
        for reference in self.references:
            cell, wanted = reference.cell, reference.collections
            if self.knows(reference.value, wanted) or not self.nameless.isdisjoint(wanted):
                continue  # it is there, or why it is not has been told already
            if any(self.known.get(name) for name in wanted):
                problem = cell.problem("unknown_reference", id=reference.value, kind=wanted[0])
                self.problems.append(replace(problem, value=reference.value))
            elif (cell.file, _column_of(cell)) not in lists:
                lists.add((cell.file, _column_of(cell)))
                name = next((k.sv for k in KINDS if k.collection == wanted[0]), wanted[0])
                self.problems.append(cell.problem("no_such_list", list=name))


def _missing(
    table: Table, columns: Iterable[Column], fitted: Mapping[str, Column], strange: Iterable[str]
) -> list[Column]:
    """What must be there and is not; ids too, where a column that is not ours may hold them."""
    needs_id = any(_like_ids(table, heading) for heading in strange)
    return [
        column
        for column in columns
        if (column.required or (column.field == "id" and needs_id))
        and column not in fitted.values()
        and table.rows
    ]


def _like_ids(table: Table, heading: str) -> bool:
    """Whether a column may hold ids: in every row a short key or the next number, all different."""
    cells = [row.cells[heading] for row in table.rows if heading in row.cells]
    keys = {str(cell.value).strip() for cell in cells if not cell.blank}
    if len(keys) < len(table.rows):
        return False
    counted = {str(n) for n in range(1, len(table.rows) + 1)}
    return keys == counted or all(_KEY.fullmatch(key) for key in keys)


def _column_of(cell: Cell) -> str:
    return cell.column.rsplit(".", 1)[-1]
