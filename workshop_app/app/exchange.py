"""Lists into the day that is open: shown first, then read in as one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.inflection import shown_name
from workshop_app.domain.merge_import import MergePlan, merged
from workshop_app.domain.ops import Op
from workshop_app.storage.intake.columns import Kind
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.one_table import (
    Checked,
    NewId,
    checked,
    kind_of,
    missing_columns,
    next_free,
    with_headings,
)
from workshop_app.storage.intake.problems import ImportProblem, ImportRefused
from workshop_app.storage.intake.sheets import file_source, text_source
from workshop_app.storage.intake.tables import Source, Table, plain


@dataclass(frozen=True)
class Loaded:
    """A file or a paste, taken apart.

    Attributes:
        file: What it is called in problems; empty for a paste.
        tables: By their plain names; usually one.
    """

    file: str
    tables: Mapping[str, Table]


@dataclass(frozen=True)
class Preview:
    """A list before it is read in.

    Attributes:
        kind: Which list of the day it is.
        table: Its rows as they stand.
        plan: What reading it in does; None if something is wrong.
        problems: All that is wrong.
        unread: Columns that are left out, since the program has nothing like them.
    """

    kind: Kind
    table: Table
    plan: MergePlan | None
    problems: tuple[ImportProblem, ...]
    unread: tuple[ImportProblem, ...] = ()


def load_file(path: Path) -> Loaded:
    """Take a CSV file or a spreadsheet apart.

    Raises:
        ImportRefused: if it cannot be.
    """
    if not path.exists():
        raise ImportRefused([ImportProblem(path.name, 0, "", "", "missing_file")])
    return _loaded(file_source(path))


def load_paste(text: str) -> Loaded:
    """Take rows copied from a spreadsheet apart.

    Raises:
        ImportRefused: if they cannot be.
    """
    return _loaded(text_source(text))


def _loaded(source: Source) -> Loaded:
    if source.problems:
        raise ImportRefused(source.problems)
    return Loaded(source.file, dict(source.tables))


def kinds() -> tuple[Kind, ...]:
    """All lists of a day, in its order."""
    return KINDS


def kind_for(collection: str) -> Kind | None:
    """The list of a collection of the day."""
    return next((kind for kind in KINDS if kind.collection == collection), None)


def recognised(day: Day, name: str, table: Table) -> Kind | None:
    """Which list a table is, by its name or its headings; None if that is open."""
    return kind_of(name, table, day.workshop.budget_year, extras=True)


def fits(day: Day, kind: Kind, table: Table) -> bool:
    """Whether the headings of a table are those of a list."""
    year = day.workshop.budget_year
    return missing_columns(kind, with_headings(table, kind, year), year) is not None


def preview(day: Day, kind: Kind, table: Table, new_id: NewId = next_free) -> Preview:
    """What reading in would do, or what is wrong. Nothing is changed.

    Args:
        day: The day as it is.
        kind: Which list it is.
        table: The rows.
        new_id: Makes the ids of rows that have none and are not in the day.
    """
    headed = with_headings(_in_our_words(day, kind, table), kind, day.workshop.budget_year)
    found: Checked = checked(day, kind, headed, new_id)
    return Preview(kind, headed, found.plan, found.problems, found.unread)


def _in_our_words(day: Day, kind: Kind, table: Table) -> Table:
    """The table with headings that are the day's own names read as ours, such as "målområde"."""
    shop, year = day.workshop, day.workshop.budget_year
    title = next((column.sv for column in kind.columns if column.field == kind.title), "")
    own = {
        plain(shown_name(written)): title if kind.collection == collection else ours
        for written, collection, ours in (
            (shop.track_name, "tracks", "sparomrade"),
            (shop.track_short_name, "tracks", "sparomrade"),
            (shop.milestone_name, "milestones", "milstolpe"),
            (shop.initiative_name, "initiatives", "initiativ"),
        )
        if shown_name(written)
    }

    def meant(key: str) -> str:
        ours = own.get(key, key)
        known = any(column.fits(key, year) for column in kind.columns)
        return key if known or ours in table.headings else ours

    rows = tuple(
        replace(row, cells={meant(key): cell for key, cell in row.cells.items()})
        for row in table.rows
    )
    headings = {meant(key): cell for key, cell in table.headings.items()}
    return replace(table, headings=headings, rows=rows)


def read_in(store: DayStore, shown: Preview, initiator: object = None) -> Day:
    """Read the list in, as one act that can be undone.

    Raises:
        ImportRefused: if something is wrong with it.
        Refused: "round_begun" if a round was opened since.
        KnownError: if it cannot be written.
    """
    if shown.plan is None:
        raise ImportRefused(shown.problems)
    return store.do(Op.IMPORT_TABLE, partial(_merged, shown.plan), initiator)


def _merged(plan: MergePlan, day: Day) -> Day:
    return merged(day, plan)
