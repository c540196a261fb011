"""Taking a folder of CSV files and spreadsheets apart into tables."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workshop_app.storage.intake.problems import ImportProblem
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain, turned

_TURNED = frozenset({"dag", "day", "lokala_namn", "local_names", "ekonomi", "economy"})
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")


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


def decoded(data: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The separator of a heading line: the commonest of the three outside quotes."""
    heading = "".join(text.split("\n", 1)[0].split('"')[::2])
    return max(";,\t", key=heading.count)


def _add_csv(source: Source, path: Path) -> None:
    try:
        text = decoded(path.read_bytes())
    except OSError:
        source.problems.append(ImportProblem(path.name, 0, "", "", "file_unreadable"))
        return
    delimiter = _delimiter(text)
    if text[:4].lower() == "sep=":  # a line only Excel reads
        delimiter = text[4:5]
        text = text.split("\n", 1)[-1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error:
        row = len(records) + 1
        source.problems.append(ImportProblem(path.name, row, "", "", "csv_unreadable"))
        return
    _add_records(source, path.name, path.stem, records)


def _unguarded(raw: object) -> object:
    """Without the apostrophe an export puts before what a spreadsheet would run as a formula."""
    return raw[1:] if isinstance(raw, str) and raw.startswith(_GUARDED) else raw


def _add_workbook(source: Source, path: Path) -> None:
    # openpyxl takes 0.2 s to import, and most days come as CSV or JSON.
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        source.problems.append(ImportProblem(path.name, 0, "", "", "file_unreadable"))
        return
    try:
        sheets = [(s.title, list(s.iter_rows(values_only=True))) for s in book.worksheets]
    finally:
        book.close()
    for title, rows in sheets:
        name = path.stem if len(sheets) == 1 else title
        _add_records(source, path.name, name, rows)


def _add_records(source: Source, file: str, name: str, records: Sequence[Sequence[object]]) -> None:
    if not records:
        source.problems.append(ImportProblem(file, 0, "", "", "file_empty"))
        return
    known = plain(name)
    if known in source.tables:
        source.problems.append(ImportProblem(file, 0, "", name, "table_twice"))
        return
    headings = list(_headings(source, file, records[0]))
    rows = tuple(_rows(source, file, headings, records[1:]))
    table = Table(file, {h.key: h.cell for h in headings if h.key}, rows)
    source.tables[known] = turned(table) if known in _TURNED else table


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
        if all(raw is None or not str(raw).strip() for raw in record):
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
