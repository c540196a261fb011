"""Tables as CSV, as a spreadsheet and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import BinaryIO

from workshop_app.storage.export.day_tables import TURNED
from workshop_app.storage.export.values import OutTable, Value, as_text

_BOM = "\ufeff"
_WIDEST = 60
_IN_ECONOMY = ("behov", "ramalternativ")
_JSON_NAMES = {"dag": "meta"}


def csv_text(table: OutTable) -> str:
    """A table as Swedish spreadsheet programs want it: semicolons, CRLF, decimal comma."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows([as_text(value) for value in row] for row in table.rows)
    return out.getvalue()


def csv_bytes(table: OutTable) -> bytes:
    """The same as a file: UTF-8 with BOM, so that Excel shows it right."""
    return f"{_BOM}{csv_text(table)}".encode("utf-8", errors="replace")


def write_workbook(tables: Iterable[OutTable], out: BinaryIO) -> None:
    """A spreadsheet with a sheet for each table; numbers are numbers, texts are texts."""
    # openpyxl takes 0.2 s to import, and few days leave as spreadsheets.
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.append(table.headings)
        for row in table.rows:
            sheet.append([ILLEGAL_CHARACTERS_RE.sub("", v) if isinstance(v, str) else v
                          for v in map(_sheet_value, row)])  # fmt: skip
        sheet.freeze_panes = "A2"
        for cells in sheet.iter_cols(max_row=min(sheet.max_row, 200)):
            cells[0].font = Font(bold=True)
            widest = max(len(str(cell.value or "")) for cell in cells)
            width = min(max(widest + 2, 8), _WIDEST)
            sheet.column_dimensions[cells[0].column_letter].width = width
    book.save(out)


def _sheet_value(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return as_text(value) or None


def json_text(tables: Iterable[OutTable]) -> str:
    """A `day.json` of the tables, to be read in again."""
    day: dict[str, object] = {}
    economy: dict[str, object] = {}
    for table in tables:
        if table.name in TURNED:
            pairs = {str(row[0]): _json_value(row[1]) for row in table.rows}
            if table.name == "ekonomi":
                economy.update(pairs)
                day["ekonomi"] = economy
            else:
                day[_JSON_NAMES.get(table.name, table.name)] = pairs
            continue
        _put(day, economy, table)
    return json.dumps(day, ensure_ascii=False, indent=1)


def _put(day: dict[str, object], economy: dict[str, object], table: OutTable) -> None:
    records = [
        {key: _json_value(v) for key, v in zip(table.headings, row, strict=True)}
        for row in table.rows
    ]
    prefix, _, round_id = table.name.partition("_")
    if table.name in _IN_ECONOMY:
        economy[table.name] = records
    elif table.name == "lottordning":
        day[table.name] = _lots(table)
    elif prefix in ("roster", "hander") and round_id:
        _child(day, prefix)[round_id] = records
    else:
        day[f"alla_{table.name}" if table.name in ("roster", "hander") else table.name] = records


def _child(day: dict[str, object], key: str) -> dict[str, object]:
    child = day.setdefault(key, {})
    return child if isinstance(child, dict) else {}


def _lots(table: OutTable) -> Mapping[str, list[str]]:
    lots: dict[str, list[str]] = {}
    for round_id, _number, option in table.rows:
        lots.setdefault(str(round_id), []).append(str(option))
    return lots


def _json_value(value: Value) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value
