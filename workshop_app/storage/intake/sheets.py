"""Taking a folder of CSV files and spreadsheets apart into tables."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.storage.intake.decoding import decoded, is_garbled
from workshop_app.storage.intake.kinds_of_table import expected_headings, known_table
from workshop_app.storage.intake.problems import ImportProblem
from workshop_app.storage.intake.quotes import open_quote
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain, turned

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TURNED = frozenset({"dag", "day", "lokala_namn", "local_names", "ekonomi", "economy"})
GUARDED = re.compile("'+[=+\\-@\t\r]")
"""An apostrophe an export has put in front; one more where there was one already."""


def folder_source(folder: Path) -> Source:
    """The tables of a folder; problems are collected, not raised. Other files are left alone."""
    source = Source(folder.name, title=folder.resolve().name)
    try:
        files = sorted(folder.iterdir())
    except OSError:
        source.problems.append(ImportProblem(folder.name, 0, "", "", "folder_unreadable"))
        return source
    for path in files:
        if path.name.startswith(("~", ".")):  # a lock file of a spreadsheet program
            continue
        if path.suffix.lower() in (".csv", ".tsv"):
            _add_csv(source, path)
        elif path.suffix.lower() == ".xlsx":
            _add_workbook(source, path)
    if not source.tables and not source.problems:
        source.problems.append(ImportProblem(folder.name, 0, "", "", "nothing_to_import"))
    return source


def file_source(path: Path) -> Source:
    """The tables of one CSV file or spreadsheet; problems are collected, not raised."""
    source = Source(path.name, title=path.stem)
    if path.suffix.lower() == ".xlsx":
        _add_workbook(source, path)
    else:
        _add_csv(source, path)
    return source


def text_source(text: str, file: str = "", name: str = "") -> Source:
    """The table of a text, such as rows copied from a spreadsheet.

    Args:
        text: The rows.
        file: What it is called in problems; empty = it has no name.
        name: The name of the table.
    """
    source = Source(file)
    _add_text(source, file, name, text)
    return source


def _delimiter(text: str) -> str:
    """The separator of a heading line: the commonest of the three outside quotes."""
    heading = "".join(text.split("\n", 1)[0].split('"')[::2])
    return max("\t;,", key=heading.count)


def _add_csv(source: Source, path: Path) -> None:
    try:
        text = decoded(path.read_bytes())
    except OSError:
        source.problems.append(ImportProblem(path.name, 0, "", "", "file_unreadable"))
        return
    _add_text(source, path.name, path.stem, text)


def _add_text(source: Source, file: str, name: str, text: str) -> None:
    delimiter = _delimiter(text)
    if text[:4].lower() == "sep=":  # a line only Excel reads
        delimiter = text[4:5]
        text = text.split("\n", 1)[-1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error:
        row, column = open_quote(text, delimiter)
        known = records[0] if records else ()
        heading = known[column - 1] if column <= len(known) else str(column)
        source.problems.append(ImportProblem(file, row, heading, "", "csv_unreadable"))
        return
    _add_records(source, file, name, records)


def _unguarded(raw: object) -> object:
    """Without the apostrophe an export puts before what a spreadsheet would run as a formula."""
    return raw[1:] if isinstance(raw, str) and GUARDED.match(raw) else raw


def _add_workbook(source: Source, path: Path) -> None:
    # openpyxl takes 0.2 s to import, and most days come as CSV or JSON.
    from openpyxl import load_workbook

    try:
        counted = load_workbook(path, read_only=True, data_only=True)
        written = load_workbook(path, read_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        source.problems.append(ImportProblem(path.name, 0, "", "", "file_unreadable"))
        return
    try:
        pairs = zip(counted.worksheets, written.worksheets, strict=True)
        sheets = [(one.title, list(_sheet_rows(one, other))) for one, other in pairs]
    finally:
        counted.close()
        written.close()
    sheets = [(title, rows) for title, rows in sheets if rows] or sheets[:1]
    for title, rows in sheets:
        name = path.stem if len(sheets) == 1 and not known_table(title) else title
        _add_records(source, path.name, name, rows)


def _sheet_rows(counted: Worksheet, written: Worksheet) -> Iterator[Sequence[object]]:
    """What a spreadsheet shows; a formula that nobody has worked out is taken as text."""
    rows = zip(
        counted.iter_rows(values_only=True), written.iter_rows(values_only=True), strict=True
    )
    for values, formulas in rows:
        yield [
            formula if value is None else value
            for value, formula in zip(values, formulas, strict=True)
        ]


def _add_records(source: Source, file: str, name: str, records: Sequence[Sequence[object]]) -> None:
    known = plain(name)
    if not any(_written(record) for record in records):
        wanted = "; ".join(expected_headings(known))
        facts: dict[str, object] = {"headings": wanted} if wanted else {}
        source.problems.append(ImportProblem(file, 1, "", "", "file_empty", facts))
        return
    if known in source.tables:
        source.problems.append(ImportProblem(file, 0, "", name, "table_twice"))
        return
    headings = list(_headings(source, file, records[0]))
    source.problems.extend(_garbled(file, headings, records))
    rows = tuple(_rows(source, file, headings, records[1:]))
    table = Table(file, {h.key: h.cell for h in headings if h.key}, rows)
    source.tables[known] = turned(table) if known in _TURNED else table


def _written(record: Iterable[object]) -> bool:
    return any(raw is not None and str(raw).strip() for raw in record)


def _garbled(
    file: str, headings: Sequence[_Heading], records: Sequence[Sequence[object]]
) -> Iterator[ImportProblem]:
    """The first cell of each row that has lost letters."""
    for number, record in enumerate(records, start=1):
        for n, raw in enumerate(record):
            if is_garbled(raw):
                column = headings[n].cell.column if n < len(headings) else str(n + 1)
                yield ImportProblem(file, number, column, str(raw), "letters_lost")
                break


class _Heading:
    """One heading and where it stands; a blank one has no key."""

    def __init__(self, key: str, cell: Cell) -> None:
        self.key = key
        self.cell = cell


def _headings(source: Source, file: str, record: Iterable[object]) -> Iterator[_Heading]:
    seen: set[str] = set()
    for raw in record:
        written = "" if raw is None else str(raw).strip()
        heading = _Heading(plain(written), Cell(written, file, 1, written))
        if heading.key and heading.key in seen:
            source.problems.append(heading.cell.problem("column_twice"))
        seen.add(heading.key)
        yield heading


def _rows(
    source: Source, file: str, headings: Sequence[_Heading], records: Iterable[Sequence[object]]
) -> Iterator[Row]:
    for number, record in enumerate(records, start=2):
        if not _written(record):
            continue
        row = Row(file, number, {})
        cells = {h.key: Cell("", file, number, h.cell.column) for h in headings if h.key}
        for n, raw in enumerate(record):
            key = headings[n].key if n < len(headings) else ""
            cell = Cell(_unguarded(raw), file, number, headings[n].cell.column if key else "")
            if key:
                cells[key] = cell
            elif not cell.blank:
                source.problems.append(cell.problem("no_heading"))
        yield Row(row.file, number, cells)
