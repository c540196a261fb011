"""One list on its own, read against the day it is to go into."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workshop_app.domain.day import Day, collections, find, rows
from workshop_app.domain.merge_import import (
    Incoming,
    MergePlan,
    held_by_vote,
    known_again,
    merge_plan,
)
from workshop_app.domain.nouns import Noun, VotingRound
from workshop_app.storage.intake.columns import SPREAD, Column, Kind
from workshop_app.storage.intake.kinds_of_table import KINDS, kind_named
from workshop_app.storage.intake.problems import ImportProblem
from workshop_app.storage.intake.reading import Reading, Record
from workshop_app.storage.intake.round_rows import check_options, settle_round
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain

NewId = Callable[[Kind, Mapping[str, Any], frozenset[str]], str]
"""Makes the id of a new row from its table, its values and the ids that are taken."""
_YEARS = ("from_year", "to_year")
_NAMES = ("name", "title", "role")


@dataclass(frozen=True)
class Checked:
    """A list that was read against the day.

    Attributes:
        plan: What reading it in does; None if something is wrong.
        problems: All that is wrong, in the order of the rows.
        unread: Columns that are left out, since the program has nothing like them.
    """

    plan: MergePlan | None
    problems: tuple[ImportProblem, ...] = ()
    unread: tuple[ImportProblem, ...] = ()


def next_free(kind: Kind, values: Mapping[str, Any], taken: frozenset[str]) -> str:
    """The first id after those there are, such as I31; or what the row itself makes its id."""
    known = {"n": 0, **{key: value for key, value in values.items() if key != "id"}}
    if "{n" not in kind.key:
        return kind.key.format(**known) if kind.key else ""
    numbers = itertools.count(len(taken) + 1)
    ids = (kind.key.format(**{**known, "n": n}) for n in numbers)
    return next(key for key in ids if key not in taken)


def kind_of(name: str, table: Table, budget_year: int, *, extras: bool = False) -> Kind | None:
    """Which list it is: by the name of the file, or else by its headings. None if that is open.

    With `extras` some of the headings may be nobody's.
    """
    named = kind_named(plain(name))
    if named is not None:
        return named
    missing = [(kind, missing_columns(kind, table, budget_year)) for kind in KINDS]
    fitting = [(kind, n) for kind, n in missing if n is not None]
    if len(fitting) > 1:  # headings several lists have, such as a name alone
        fitting = [(kind, n) for kind, n in fitting if n == 0]
    if not fitting and extras:
        return _nearest(table, budget_year)
    return fitting[0][0] if len(fitting) == 1 else None


def _nearest(table: Table, budget_year: int) -> Kind | None:
    """The one list that has most of the headings, where some are nobody's; None if that is open."""
    known = [
        (sum(column is not None for column in _fitted(kind, table, budget_year)), kind)
        for kind in KINDS
        if _has_needed(kind, table, budget_year)
    ]
    most = max((n for n, _kind in known), default=0)
    best = [kind for n, kind in known if n == most]
    return best[0] if len(best) == 1 and most > 1 and 2 * most >= len(table.headings) else None


def _fitted(kind: Kind, table: Table, budget_year: int) -> list[Column | None]:
    """For each heading the column it is; None if it is none of them."""
    return [
        next((c for c in kind.columns if c.fits(heading, budget_year)), None)
        for heading in table.headings
    ]


def _has_needed(kind: Kind, table: Table, budget_year: int) -> bool:
    fitted = _fitted(kind, table, budget_year)
    needed = [column for column in kind.columns if column.required]
    return bool(needed) and all(column in fitted for column in needed)


def missing_columns(kind: Kind, table: Table, budget_year: int) -> int | None:
    """How many of the table's columns are not there; None if it cannot be this table."""
    fitted = _fitted(kind, table, budget_year)
    needed = [column for column in kind.columns if column.required]
    if None in fitted or any(column not in fitted for column in needed):
        return None
    return sum(column not in fitted for column in kind.columns)


def with_headings(table: Table, kind: Kind, budget_year: int) -> Table:
    """The table itself, or, for a single column without a heading, with the one it must have."""
    main = next((column for column in kind.columns if column.required), None)
    known = any(c.fits(h, budget_year) for h in table.headings for c in kind.columns)
    if known or main is None or len(table.headings) != 1:
        return table
    ((key, first),) = table.headings.items()
    name = main.headings(budget_year)[0]
    heading = Cell(name, first.file, 0, name)
    cells = [Cell(first.value, first.file, 1, name)]
    cells += [
        Cell(row.cells[key].value, first.file, row.number, name)
        for row in table.rows
        if key in row.cells
    ]
    made = tuple(Row(first.file, cell.row, {plain(name): cell}) for cell in cells)
    return Table(table.file, {plain(name): heading}, made, heading_row=0)


def checked(day: Day, kind: Kind, table: Table, new_id: NewId = next_free) -> Checked:
    """Read a list against the day. All or nothing: one fault, and there is no plan.

    Rows are known again by their id, and without one by their title. A field whose column is not
    in the list stays as it is; a cell that is blank empties its field.

    Args:
        day: The day as it is.
        kind: Which list it is.
        table: The rows.
        new_id: Makes the ids of new rows.
    """
    return _OneTable(day, kind, table, new_id).checked()


class _OneTable:
    def __init__(self, day: Day, kind: Kind, table: Table, new_id: NewId) -> None:
        self.day = day
        self.kind = kind
        self.table = table
        self.new_id = new_id
        self.there = rows(day, kind.collection)
        self.taken = {noun.id for noun in self.there}
        self.reading = Reading(
            Source(table.file),
            day.workshop.budget_year,
            known={name: {noun.id for noun in rows(day, name)} for name in collections()},
            names={name: _named(rows(day, name)) for name in collections()},
        )

    def checked(self) -> Checked:
        """The plan, or everything that is wrong."""
        self._know_written_ids()
        records = self.reading.records(self.table, self.kind.columns, extras=True)
        if not self.table.rows and not self.reading.problems:
            self._add(ImportProblem(self.table.file, 1, "", "", "no_rows"))
        incoming = list(self._incoming(records))
        self.reading.check_references()
        if self.reading.problems:
            wrong = tuple(sorted(self.reading.problems, key=self._place))
            return Checked(None, wrong, tuple(self.reading.unread))
        plan = merge_plan(self.day, self.kind.collection, incoming)
        return Checked(plan, unread=tuple(self.reading.unread))

    def _place(self, problem: ImportProblem) -> tuple[int, int]:
        """Row, then column, as they stand."""
        headings = [cell.column for cell in self.table.headings.values()]
        known = problem.column in headings
        return problem.row, headings.index(problem.column) if known else -1

    def _add(self, problem: ImportProblem) -> None:
        self.reading.problems.append(problem)

    def _know_written_ids(self) -> None:
        """Rows of the list may name each other."""
        known = self.reading.known[self.kind.collection]
        column = next((c for c in self.kind.columns if c.field == "id"), None)
        for row in self.table.rows:
            cells = ((key, cell) for key, cell in row.cells.items() if not cell.blank)
            known.update(
                str(cell.value).strip()
                for key, cell in cells
                if column is not None and column.fits(key, self.reading.budget_year)
            )

    def _incoming(self, records: Iterable[Record]) -> Iterable[Incoming]:
        seen: dict[str, int] = {}
        for record in records:
            if self.kind.collection == "rounds":
                written = "series" in record.values
                settle_round(self.reading, record)
                if not written and self._old(record) is not None:
                    del record.values["series"]
            noun = self._noun(record)
            if noun is None:
                continue
            if isinstance(noun, VotingRound):
                check_options(self.reading, record, noun)
            if noun.id in seen:
                place = "id" if "id" in record.cells else self.kind.title
                problem = record.problem(place, "duplicate_id", id=noun.id, first=seen[noun.id])
                self._add(problem)
                continue
            seen[noun.id] = record.row.number
            yield Incoming(record.row.number, noun)

    def _old(self, record: Record) -> Noun | None:
        """What the day has for this row."""
        key = record.values.get("id")
        if key:
            return find(self.there, str(key))
        if self.kind.key and "{n" not in self.kind.key:
            try:
                return find(self.there, self.kind.key.format(**record.values))
            except KeyError:
                return None
        title = record.values.get(self.kind.title)
        return known_again(self.there, self.kind.title, str(title)) if title else None

    def _noun(self, record: Record) -> Noun | None:
        old = self._old(record)
        if old is None:
            return self._new(record)
        values = {**old.model_dump(), **_emptied(old, record), **record.values, "id": old.id}
        whole = Record(record.row, values, record.cells)
        noun = self.reading.noun(self.kind, whole, old.position)
        held = held_by_vote(self.day, old, noun) if noun is not None else None
        if held:
            code = "round_begun" if isinstance(old, VotingRound) else "held_by_vote"
            self._add(record.problem(held.field, code, round=held.round_name))
        return noun

    def _new(self, record: Record) -> Noun | None:
        values = record.values
        if not values.get("id"):
            try:
                values["id"] = self.new_id(self.kind, values, frozenset(self.taken))
            except KeyError:  # a part of the key is missing, which is a problem already
                return None
        self.taken.add(str(values["id"]))
        return self.reading.noun(self.kind, record, 0)


def _emptied(old: Noun, record: Record) -> dict[str, Any]:
    """Fields whose cells are there and blank, as they are when nobody says anything."""
    fields = type(old).model_fields
    blank = [name for name in record.cells if name not in record.values]
    if SPREAD in blank:
        blank += [name for name in _YEARS if name not in record.values]
    return {
        name: fields[name].get_default(call_default_factory=True)
        for name in blank
        if name in fields and not fields[name].is_required()
    }


def _named(nouns: Iterable[Noun]) -> dict[str, str]:
    """Plain name -> id, of names that only one has."""
    pairs = [
        (plain(str(getattr(noun, field))), noun.id)
        for noun in nouns
        for field in _NAMES
        if getattr(noun, field, "")
    ]
    often = Counter(name for name, _key in pairs)
    return {name: key for name, key in pairs if often[name] == 1}
