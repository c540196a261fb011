"""The larger day as strangers write it: the same lists in other forms, of which one must be read.

A form takes the tables as the program saves them and gives rows of plain cells. What differs is
only how it is written: the order and the names of headings, a title above them, empty rows and
columns, amounts, dates and answers in other words.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.larger_day import amount_ways
from workshop_app.storage.export.values import OutTable, as_text, plain_text
from workshop_app.storage.intake.columns import Column
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.readers import amount, clock, day, permille

PAIRS = ("dag", "lokala_namn", "ekonomi")
YES = ("ja", "x", "1", "sant", "TRUE", " Ja ", "yes")
NO = ("nej", "0", "falskt", "false", "NEJ", "no", "n")
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
FIRST_DAY = dt.date(1899, 12, 30)

Rows = list[list[str]]


def column_of(table: OutTable, heading: str, year: int) -> Column | None:
    """What the program knows of a heading."""
    kind = next((kind for kind in KINDS if kind.sv == table.name), None)
    return next((c for c in kind.columns if c.fits(heading, year)), None) if kind else None


def day_ways(text: str) -> tuple[str, ...]:
    """How people write a date."""
    date = dt.date.fromisoformat(text)
    month = MONTHS.split()[date.month - 1]
    return (
        text,
        f"{date.day} {month} {date.year}",
        f"den {date.day} {month[:3]}. {date.year}",
        f"{date.day}/{date.month} {date.year}",
        str((date - FIRST_DAY).days),
        f"{date:%Y%m%d}",
        f"{text} 00:00:00",
    )


def ways(column: Column | None, value: object) -> tuple[str, ...]:
    """How people write the value of a cell; the program's own way first."""
    text = as_text(value)
    if column is None or not text:
        return (text,)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int):
        return amount_ways(value) if column.read is amount else (text,)
    others = {
        day: day_ways,
        permille: lambda said: (said, f"{said} %", f"{said}%", said.replace(",", ".")),
        clock: lambda said: (said, said.replace(":", "."), f"{said}:00", f"kl {said}"),
    }
    return others[column.read](text) if column.read in others else (text,)


def messy(table: OutTable, year: int) -> Rows:
    """A table with every cell in one of its ways, in turn, and its columns the other way round."""
    columns = [column_of(table, heading, year) for heading in table.headings]
    rows = [[*table.headings]]
    for n, row in enumerate(table.rows):
        found = [ways(column, value) for column, value in zip(columns, row, strict=True)]
        rows.append([each[(n + place) % len(each)] for place, each in enumerate(found)])
    return rows if table.name in PAIRS else [row[::-1] for row in rows]


def with_title(rows: Rows) -> Rows:
    """A title, a date and an empty row above; empty columns and rows after."""
    above = [["Sammanställning höst"], ["Utskriven 2031-03-01"], []]
    return [*above, *([*row, "", ""] for row in rows), ["", ""], [""] * 9]


def in_capitals(rows: Rows) -> Rows:
    """Headings as people write them: capitals, spaces, a star for what must be filled in."""
    return [[f" {heading.replace('_', ' ').upper()} *" for heading in rows[0]], *rows[1:]]


def in_english(table: OutTable, rows: Rows, year: int) -> Rows:
    """The English headings."""
    columns = [column_of(table, heading, year) for heading in rows[0]]
    pairs = zip(rows[0], columns, strict=True)
    return [[_english(heading, column) for heading, column in pairs], *rows[1:]]


def _english(heading: str, column: Column | None) -> str:
    years = re.findall(r"\d{4}", heading)
    if column is None:
        return heading
    return re.sub(r"\*|\{\d\}", years[0] if years else "", column.en)


def text_of(rows: Iterable[Sequence[str]], mark: str = ";", end: str = "\r\n") -> str:
    """The rows as a text; what stands in several lines in quotation marks."""
    out = io.StringIO(newline="")
    # A writer that ends rows with a bare CR leaves cells with an LF unquoted.
    quoting = csv.QUOTE_ALL if end == "\r" else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=mark, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def workbook(tables: Iterable[OutTable], year: int) -> Workbook:
    """A spreadsheet made by hand: titles over merged cells, numbers, dates and shares, notes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name.upper()), table, year)
    book.create_sheet("Blad2")
    choices = book.create_sheet("Val")
    choices.append(["ja"])
    choices.sheet_state = "hidden"
    return book


def _fill(sheet: Worksheet, table: OutTable, year: int) -> None:
    sheet.append(["Sammanställning höst"])
    sheet.merge_cells("A1:D2")
    sheet.append([])
    sheet.append([])
    sheet.append(table.headings)
    columns = [column_of(table, heading, year) for heading in table.headings]
    turn = count()
    for row in table.rows:
        place = sheet.max_row + 1
        for n, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            made = sheet.cell(place, n)
            made.value, form = _typed(column, value, next(turn))
            made.number_format = form
            if made.data_type == "f":
                made.data_type = "s"


def _typed(column: Column | None, value: object, turn: int) -> tuple[object, str]:
    """A value as a spreadsheet holds it, and how it is shown."""
    text = plain_text(value)
    read = column.read if column and text else None
    if read is permille:
        return float(text.replace(",", ".")) / 100, "0.0%"
    if read is day:
        date = dt.date.fromisoformat(text)
        return ((date, "yyyy-mm-dd"), ((date - FIRST_DAY).days, "General"))[turn % 2]
    if read is clock:
        time = dt.time.fromisoformat(text)
        share = (time.hour * 60 + time.minute) / 1440
        return ((time, "h:mm"), (share, "General"))[turn % 2]
    if isinstance(value, bool):
        return (value, text, int(value))[turn % 3], "General"
    if isinstance(value, int):
        return (value, float(value))[turn % 2], "#,##0"
    return as_text(value) or None, "General"


def forms() -> Iterator[tuple[str, str, str]]:
    """Encodings, separators and ends of rows that go together."""
    yield "utf-8-sig", ";", "\r\n"
    yield "utf-8", ",", "\n"
    yield "utf-16", "\t", "\r\n"
    yield "utf-16-be", "\t", "\n"
    yield "utf-8", ";", "\r"
