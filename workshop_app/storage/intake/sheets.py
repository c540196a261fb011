"""Taking a folder of CSV files and spreadsheets apart into tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.storage.intake.decoding import decoded, is_garbled
from workshop_app.storage.intake.foreign import (
    MOST_BYTES,
    OTHER_SHEETS,
    WORKBOOK_START,
    other_file,
)
from workshop_app.storage.intake.heads import (
    PAIR_WORDS,
    heading_place,
    is_key,
    is_written,
    separator,
)
from workshop_app.storage.intake.kinds_of_table import expected_headings, known_table
from workshop_app.storage.intake.problems import ImportProblem, Unreadable
from workshop_app.storage.intake.quotes import open_quote
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain, turned
from workshop_app.storage.intake.workbooks import MOST_ROWS, read_workbook

LISTS = (".csv", ".tsv", ".txt")
"""Endings of files with one list as text."""
WORKBOOKS = (".xlsx", ".xlsm", ".xltx")
_TURNED = frozenset({"dag", "day", "lokala_namn", "local_names", "ekonomi", "economy"})
GUARDED = re.compile("'+[=+\\-@\t\r]")
"""An apostrophe an export has put in front; one more where there was one already."""
_TOO_BIG = "field larger"
# What a spreadsheet program shows where a formula has failed or a column is too narrow.
_FAILED = re.compile(
    r"#+|#(REF|N/A|VALUE|DIV/0|NAME|NULL|NUM|REFERENS|VÄRDEFEL|DIVISION/0|NAMN|SKÄRNING|OGILTIGT"
    r"|SAKNAS|SPILL|CALC)[!?]?"
)


@dataclass(frozen=True)
class _Origin:
    """Where a table comes from: the file as problems name it, and the table's name."""

    file: str
    name: str


def folder_source(folder: Path) -> Source:
    """The tables of a folder; problems are collected, not raised. Other files are left alone."""
    source = Source(folder.name, title=folder.resolve().name)
    try:
        files = sorted(folder.iterdir())
    except OSError:
        source.problems.append(ImportProblem(folder.name, 0, "", "", "folder_unreadable"))
        return source
    for path in files:
        ending = path.suffix.lower()
        if path.name.startswith(("~", ".")):  # a lock file of a spreadsheet program
            continue
        if ending in (".csv", ".tsv"):
            _add_list(source, path)
        elif ending in WORKBOOKS:
            _add_workbook(source, path)
        elif ending in OTHER_SHEETS:
            source.lose(path.stem, ImportProblem(path.name, 0, "", "", OTHER_SHEETS[ending]))
    if not source.tables and not source.problems:
        source.problems.append(ImportProblem(folder.name, 0, "", "", "nothing_to_import"))
    return source


def file_source(path: Path) -> Source:
    """The tables of one CSV file or spreadsheet; problems are collected, not raised."""
    source = Source(path.name, title=path.stem)
    ending = path.suffix.lower()
    if ending in OTHER_SHEETS:
        source.lose(path.stem, ImportProblem(path.name, 0, "", "", OTHER_SHEETS[ending]))
    elif ending in WORKBOOKS:
        _add_workbook(source, path)
    else:
        _add_list(source, path)
    return source


def text_source(text: str, file: str = "", name: str = "") -> Source:
    """The table of a text, such as rows copied from a spreadsheet.

    Args:
        text: The rows.
        file: What it is called in problems; empty = it has no name.
        name: The name of the table.
    """
    source = Source(file)
    _add_text(source, _Origin(file, name), text)
    return source


def file_bytes(path: Path) -> bytes:
    """What a file holds.

    Raises:
        Unreadable: if it cannot be read, or is no list.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable("file_too_big")
        data = path.read_bytes()
    except FileNotFoundError as reason:
        raise Unreadable("missing_file") from reason
    except OSError as reason:
        raise Unreadable("file_unreadable") from reason
    wrong = other_file(data)
    if wrong:
        raise Unreadable(wrong)
    return data


def _add_list(source: Source, path: Path) -> None:
    try:
        data = file_bytes(path)
    except Unreadable as reason:
        source.lose(path.stem, ImportProblem(path.name, 0, "", "", reason.code))
        return
    if data.startswith(WORKBOOK_START):  # a spreadsheet with another name
        _add_workbook(source, path)
    else:
        _add_text(source, _Origin(path.name, path.stem), decoded(data))


def _add_text(source: Source, origin: _Origin, text: str) -> None:
    mark = separator(text)
    if text[:4].lower() == "sep=":  # a line only Excel reads
        mark = text[4:5]
        text = text.split("\n", 1)[-1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as reason:
        code = "cell_too_big" if _TOO_BIG in str(reason) else "csv_unreadable"
        source.lose(origin.name, _broken_off(origin.file, code, records, (text, mark)))
        return
    _add_records(source, origin, records)


def _broken_off(
    file: str, code: str, records: Sequence[Sequence[str]], written: tuple[str, str]
) -> ImportProblem:
    """Where a text cannot be taken apart any further."""
    if code == "cell_too_big":
        return ImportProblem(file, len(records) + 1, "", "", code)
    row, column = open_quote(*written)
    known = records[heading_place(records)] if records else ()
    heading = known[column - 1] if column <= len(known) else str(column)
    return ImportProblem(file, row, heading, "", code)


def _unguarded(raw: object) -> object:
    """Without the apostrophe an export puts before what a spreadsheet would run as a formula."""
    return raw[1:] if isinstance(raw, str) and GUARDED.match(raw) else raw


def _add_workbook(source: Source, path: Path) -> None:
    try:
        sheets = read_workbook(path)
    except Unreadable as reason:
        source.lose(path.stem, ImportProblem(path.name, 0, "", "", reason.code))
        return
    # A sheet that is hidden and not one of ours holds the choices of a drop-down list or the like.
    seen = [sheet for sheet in sheets if not sheet.hidden or known_table(sheet.title)]
    written = [sheet for sheet in seen if any(map(is_written, sheet.rows))]
    if not written:
        _add_records(source, _Origin(path.name, path.stem), ())
    for sheet in written:
        own_name = len(written) == 1 and not known_table(sheet.title)
        file = path.name if len(written) == 1 else f"{path.name} ({sheet.title})"
        _add_records(source, _Origin(file, path.stem if own_name else sheet.title), sheet.rows)


def _add_records(source: Source, origin: _Origin, records: Sequence[Sequence[object]]) -> None:
    file, known = origin.file, plain(origin.name)
    if not any(is_written(record) for record in records):
        wanted = "; ".join(expected_headings(known))
        facts: dict[str, object] = {"headings": wanted} if wanted else {}
        source.lose(known, ImportProblem(file, 1, "", "", "file_empty", facts))
        return
    if len(records) > MOST_ROWS:
        source.lose(known, ImportProblem(file, 0, "", "", "too_many_rows"))
        return
    if known in source.tables:
        source.problems.append(ImportProblem(file, 0, "", origin.name, "table_twice"))
        return
    place = heading_place(records)
    if known in _TURNED and _begins_at_once(records[place]):
        records, place = [("falt", "varde"), *records[place:]], 0
    headings = list(_headings(source, file, records[place], place + 1))
    source.problems.extend(_spoilt(file, headings, records))
    rows = tuple(_rows(source, file, headings, (records, place + 1)))
    table = Table(file, {h.key: h.cell for h in headings if h.key}, rows, place + 1)
    source.tables[known] = turned(table) if known in _TURNED else table


def _begins_at_once(record: Sequence[object]) -> bool:
    """Whether keys and values stand from the first row, with no headings over them."""
    return plain(str(record[0])) not in PAIR_WORDS and is_key(record[0])


def _spoilt(
    file: str, headings: Sequence[_Heading], records: Sequence[Sequence[object]]
) -> Iterator[ImportProblem]:
    """The first cell of each row that has lost its letters or its value."""
    for number, record in enumerate(records, start=1):
        for n, raw in enumerate(record):
            code = _spoilt_code(raw)
            if code:
                column = headings[n].cell.column if n < len(headings) else str(n + 1)
                yield ImportProblem(file, number, column, str(raw), code)
                break


def _spoilt_code(raw: object) -> str:
    if not isinstance(raw, str):
        return ""
    if raw.startswith("#") and _FAILED.fullmatch(raw.strip()):
        return "formula_failed"
    return "letters_lost" if is_garbled(raw) else ""


class _Heading:
    """One heading and where it stands; a blank one has no key."""

    def __init__(self, key: str, cell: Cell) -> None:
        self.key = key
        self.cell = cell


def _headings(source: Source, file: str, record: Iterable[object], row: int) -> Iterator[_Heading]:
    seen: set[str] = set()
    for raw in record:
        written = "" if raw is None else str(raw).strip()
        heading = _Heading(plain(written), Cell(written, file, row, written))
        if heading.key and heading.key in seen:
            source.problems.append(heading.cell.problem("column_twice"))
        seen.add(heading.key)
        yield heading


def _rows(
    source: Source,
    file: str,
    headings: Sequence[_Heading],
    under: tuple[Sequence[Sequence[object]], int],
) -> Iterator[Row]:
    """The rows under the headings; `under` is all records and how many to leave out."""
    records, first = under
    for number, record in enumerate(records[first:], start=first + 1):
        if not is_written(record):
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
