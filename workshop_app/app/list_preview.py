"""A list before it is read in, as rows to look at: what is wrong, what is new, old and new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.app.exchange import Preview
from workshop_app.domain.day import Day, find, rows
from workshop_app.domain.merge_import import Planned, RowStatus
from workshop_app.domain.nouns import Noun
from workshop_app.storage.export.cells import cell
from workshop_app.storage.export.values import plain_text
from workshop_app.storage.intake.columns import SPREAD, Column
from workshop_app.storage.intake.tables import Row

_SPREAD_FIELDS = ("from_year", "to_year")
_NAMES = ("name", "title", "role")


class RowMark(StrEnum):
    """What stands first in a row; rows are shown in this order."""

    WRONG = "wrong"
    CHANGED = "changed"
    NEW = "new"
    UNKNOWN = "unknown"
    SAME = "same"


@dataclass(frozen=True)
class ShownCell:
    """One cell.

    Attributes:
        text: What will stand there, or what does where nothing can be read in yet.
        old: What stands in the day, where that is something else; None = no change.
        wrong: Whether something is wrong with it.
    """

    text: str
    old: str | None = None
    wrong: bool = False


@dataclass(frozen=True)
class ShownRow:
    """One row: its number in the file, what happens to it, and its cells."""

    number: int
    mark: RowMark
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class ShownList:
    """The whole list.

    Attributes:
        headings: As they stand in the file.
        wrong_headings: Places of the headings that are wrong.
        rows: What is wrong first, then what changes, then what is new; else as in the file.
    """

    headings: tuple[str, ...] = ()
    wrong_headings: frozenset[int] = frozenset()
    rows: tuple[ShownRow, ...] = ()


def shown_list(day: Day, preview: Preview) -> ShownList:
    """What the person sees before reading in."""
    view = _View(day, preview)
    headings = [heading.column for heading in preview.table.headings.values()]
    wrong = {p.column for p in preview.problems if p.row <= preview.table.heading_row}
    return ShownList(
        tuple(headings),
        frozenset(n for n, heading in enumerate(headings) if heading in wrong),
        tuple(sorted((view.row(row) for row in preview.table.rows), key=_order)),
    )


def _order(row: ShownRow) -> tuple[int, int]:
    return list(RowMark).index(row.mark), row.number


class _View:
    def __init__(self, day: Day, preview: Preview) -> None:
        year = day.workshop.budget_year
        self.day = day
        self.there = rows(day, preview.kind.collection)
        self.columns: Mapping[str, Column | None] = {
            key: next((c for c in preview.kind.columns if c.fits(key, year)), None)
            for key in preview.table.headings
        }
        self.planned = {each.row: each for each in preview.plan.rows} if preview.plan else {}
        self.wrong = {(p.row, p.column) for p in preview.problems}
        self.wrong_rows = {row for row, _column in self.wrong}

    def row(self, row: Row) -> ShownRow:
        """One row."""
        planned = self.planned.get(row.number)
        cells = tuple(self._cell(row, key, planned) for key in self.columns)
        return ShownRow(row.number, self._mark(row.number, planned), cells)

    def _mark(self, number: int, planned: Planned | None) -> RowMark:
        if number in self.wrong_rows:
            return RowMark.WRONG
        return RowMark(planned.status.value) if planned else RowMark.UNKNOWN

    def _cell(self, row: Row, key: str, planned: Planned | None) -> ShownCell:
        raw = row.cells.get(key)
        written = "" if raw is None or raw.value is None else str(raw.value)
        if raw is not None and (row.number, raw.column) in self.wrong:
            return ShownCell(written, wrong=True)
        column = self.columns[key]
        if planned is None or column is None or not _is_kept(column):
            return ShownCell(written)
        text = self._spoken(column, planned.noun)
        return ShownCell(text, self._old(column, planned))

    def _old(self, column: Column, planned: Planned) -> str | None:
        """What the day says instead, if the row changes there."""
        fields = _SPREAD_FIELDS if column.field == SPREAD else (column.field,)
        changed = {change.field for change in planned.changes}
        old: Noun | None = find(self.there, planned.noun.id)
        if planned.status is not RowStatus.CHANGED or old is None or changed.isdisjoint(fields):
            return None
        return self._spoken(column, old)

    def _spoken(self, column: Column, noun: Noun) -> str:
        """What the cell says, with names in place of the ids of other lists."""
        if not column.refs:
            return plain_text(cell(column, noun))
        value = getattr(noun, column.field)
        keys = value if isinstance(value, tuple) else (value,)
        return ", ".join(self._name(str(key), column.refs) for key in keys if key)

    def _name(self, key: str, collections: tuple[str, ...]) -> str:
        for one in (find(rows(self.day, name), key) for name in collections):
            said = next((getattr(one, field) for field in _NAMES if getattr(one, field, "")), "")
            if said:
                return str(said)
        return key


def _is_kept(column: Column) -> bool:
    return bool(column.field) and not column.field.startswith("_")
