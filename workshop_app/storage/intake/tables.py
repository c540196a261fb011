"""What all formats become before they are read: tables of cells that know where they stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_app.storage.intake.problems import ImportProblem

_PLAIN = str.maketrans("åäáàâöøóôéèêüíï", "aaaaaoooo" + "eeeuii")


def plain(text: str) -> str:
    """A heading or an answer word to compare by: lower case, no accents, underscores."""
    # Some programs write å as a and a ring of its own.
    folded = unicodedata.normalize("NFC", text).strip().casefold().translate(_PLAIN)
    return re.sub(r"[\s_\-/]+", "_", folded)


@dataclass(frozen=True)
class Cell:
    """One value and where it stood: a text, or a typed value of JSON or a spreadsheet."""

    value: object
    file: str
    row: int
    column: str

    @property
    def blank(self) -> bool:
        """Nothing was written here."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    def problem(self, code: str, **facts: object) -> ImportProblem:
        """Something is wrong with this cell."""
        shown = "" if self.value is None else str(self.value)
        return ImportProblem(self.file, self.row, self.column, shown, code, facts)


@dataclass(frozen=True)
class Row:
    """One record: its cells by plain heading."""

    file: str
    number: int
    cells: Mapping[str, Cell]

    def problem(self, code: str, **facts: object) -> ImportProblem:
        """Something is wrong with the record as a whole."""
        return ImportProblem(self.file, self.number, "", "", code, facts)


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        file: Where it was found.
        headings: Plain heading -> a cell that says where it stands.
        rows: The records.
        heading_row: Where headings stand; 0 in JSON, which has none.
    """

    file: str
    headings: Mapping[str, Cell]
    rows: tuple[Row, ...]
    heading_row: int = 1


@dataclass
class Source:
    """Everything that was found, before anything is understood.

    Attributes:
        file: What the file or folder is called in problems.
        title: What the day is called if nothing else says it.
        tables: By the plain name of the file, sheet or JSON key.
        problems: What could not even be taken apart.
        lost: Plain names of tables that are there and could not be read.
    """

    file: str
    title: str = ""
    tables: dict[str, Table] = field(default_factory=dict)
    problems: list[ImportProblem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def lose(self, name: str, problem: ImportProblem) -> None:
        """A table is left out, and why."""
        self.lost.add(plain(name))
        self.problems.append(problem)


def turned(table: Table) -> Table:
    """A table of two columns (key, value) as one record with the keys as headings."""
    cells: dict[str, Cell] = {}
    for row in table.rows:
        pair = list(row.cells.values())
        if len(pair) < 2 or pair[0].blank:  # noqa: PLR2004 - a key and a value
            continue
        key = str(pair[0].value).strip()
        cells[plain(key)] = Cell(pair[1].value, row.file, row.number, key)
    return Table(table.file, cells, (Row(table.file, 2, cells),), table.heading_row)
