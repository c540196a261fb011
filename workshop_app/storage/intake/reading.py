"""Turning tables into nouns: headings to fields, cells to values, every fault collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workshop_app.domain.nouns import Noun
from workshop_app.storage.intake.columns import SPREAD, Column, Kind
from workshop_app.storage.intake.problems import ImportProblem, Unreadable
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain

_LIMITS: tuple[str, ...] = ("max_length", "ge", "le")
_ALIKE = 0.75
_CODES = {
    "string_too_long": "too_long",
    "string_too_short": "missing",
    "missing": "missing",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
}


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
    """

    source: Source
    budget_year: int
    problems: list[ImportProblem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    lacking: set[tuple[str, str]] = field(default_factory=set)
    known: dict[str, set[str]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def table(self, sv: str, en: str) -> Table | None:
        """The table of either name; both at once is a problem."""
        found = [name for name in (sv, en) if name in self.source.tables]
        self.used.update(found)
        if len(found) > 1 and sv != en:
            file = self.source.tables[en].file
            self.problems.append(ImportProblem(file, 0, "", en, "table_twice"))
        return self.source.tables[found[0]] if found else None

    def records(self, table: Table, columns: Iterable[Column]) -> list[Record]:
        """All rows of a table, read; a row with faults has the values that could be read."""
        fitted = self._fitted(table, tuple(columns))
        return [self._record(row, fitted) for row in table.rows]

    def _fitted(self, table: Table, columns: tuple[Column, ...]) -> dict[str, Column]:
        """Plain heading -> column; unknown and missing headings are problems."""
        fitted: dict[str, Column] = {}
        for heading, cell in table.headings.items():
            column = next((c for c in columns if c.fits(heading, self.budget_year)), None)
            if column is None:
                self.problems.append(self._unknown(cell, columns))
            elif column in fitted.values() and column.field:
                self.problems.append(cell.problem("column_twice"))
            else:
                fitted[heading] = column
        for column in columns:
            if column.required and column not in fitted.values() and table.rows:
                name = column.sv.format(*(self.budget_year + n for n in range(3)))
                place = table.heading_row
                self.problems.append(ImportProblem(table.file, place, name, "", "missing_column"))
                self.lacking.add((table.file, column.field))
        return fitted

    def _unknown(self, cell: Cell, columns: tuple[Column, ...]) -> ImportProblem:
        """A heading that is not one of ours, with the nearest that is."""
        names = [name for c in columns for name in c.headings(self.budget_year)]
        near = get_close_matches(plain(cell.column.rsplit(".", 1)[-1]), names, 1, _ALIKE)
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
                self._take(values, column, cell)
            except Unreadable as reason:
                self.problems.append(cell.problem(reason.code, **reason.facts))
        return Record(row, values, cells)

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
        said = here in {(p.file, p.row) for p in self.problems}
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

    def knows(self, key: str, collections: Iterable[str]) -> bool:
        """Whether one of the collections has a row with that id."""
        return any(key in self.known.get(name, ()) for name in collections)

    def check_references(self) -> None:
        """Every reference must be found in one of its collections."""
        for reference in self.references:
            if not self.knows(reference.value, reference.collections):
                wanted = reference.collections[0]
                self.problems.append(
                    reference.cell.problem("unknown_reference", id=reference.value, kind=wanted)
                )
