"""Reading spreadsheets (XLSX): what each sheet shows, and nothing that would harm the computer."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from workshop_app.storage.intake.foreign import other_file
from workshop_app.storage.intake.problems import Unreadable

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_ROWS = 20_000
_MOST_UNPACKED = 60_000_000
_MOST_PARTS = 2_000
_SEALED = 1
"""The bit a part of a zip file has when it is locked with a password."""
_DEFINED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_MERGED = b"<mergeCell "
_HEAD = 4096
# What openpyxl raises of a file that is not whole; it does not gather them under a name of its own.
_BROKEN = (
    OSError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True)
class Sheet:
    """One sheet that somebody has written in.

    Attributes:
        title: Its name.
        hidden: Whether it is hidden.
        rows: Its rows as they stand.
    """

    title: str
    hidden: bool
    rows: tuple[tuple[object, ...], ...]


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """All sheets of a spreadsheet.

    Raises:
        Unreadable: with what is wrong with the file as a whole.
    """
    try:
        data = path.read_bytes()
        merged = _checked(data)
        return _sheets(data, merged=merged)
    except _BROKEN as reason:
        raise Unreadable("file_unreadable") from reason


def _checked(data: bytes) -> bool:
    """Whether cells are merged, once the file is known to be what it says and of a sane size."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        _refuse(other_file(data) or "file_unreadable")
    with packed:
        parts = packed.infolist()
        if any(part.flag_bits & _SEALED for part in parts):
            _refuse("file_locked")
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            _refuse("other_spreadsheet")
        if sum(part.file_size for part in parts) > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
            _refuse("file_too_big")
        written = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
        if any(_DEFINED.search(_head(packed, part)) for part in written):
            _refuse("file_unreadable")  # what it defines could unpack to anything
        sheets = [part for part in written if part.filename.startswith("xl/worksheets/")]
        return any(_MERGED in packed.read(part) for part in sheets)


def _refuse(code: str) -> NoReturn:
    raise Unreadable(code)


def _head(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with packed.open(part) as opened:
        return opened.read(_HEAD)


def _sheets(data: bytes, *, merged: bool) -> tuple[Sheet, ...]:
    # openpyxl takes 0.2 s to import, and most days come as CSV or JSON.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It warns of colours and drop-down lists it leaves out, which no list has use for.
        warnings.simplefilter("ignore")
        # Only what is read whole tells which cells are merged.
        counted = load_workbook(io.BytesIO(data), read_only=not merged, data_only=True)
        written = load_workbook(io.BytesIO(data), read_only=not merged)
        try:
            return tuple(_found(counted, written))
        finally:
            counted.close()
            written.close()


def _found(counted: Workbook, written: Workbook) -> Iterator[Sheet]:
    for one, other in zip(counted.worksheets, written.worksheets, strict=True):
        rows = _rows(one, other)
        for area in getattr(getattr(one, "merged_cells", None), "ranges", ()):
            _fill(rows, area)
        yield Sheet(one.title, one.sheet_state != "visible", tuple(map(tuple, rows)))


def _rows(counted: Any, written: Any) -> list[list[object]]:  # noqa: ANN401 - two sorts of sheets
    """What a sheet shows; a formula that nobody has worked out is taken as text."""
    for sheet in (counted, written):
        if hasattr(sheet, "reset_dimensions"):  # some programs write a size that is not so
            sheet.reset_dimensions()
    rows: list[list[object]] = []
    for values, formulas in zip(counted.iter_rows(), written.iter_rows(), strict=True):
        row = [_shown(one, other) for one, other in zip(values, formulas, strict=True)]
        if len(rows) < MOST_ROWS:
            rows.append(row)
        elif any(cell is not None for cell in row):  # a million rows may be only coloured
            _refuse("too_many_rows")
    return rows


def _shown(counted: Any, written: Any) -> object:  # noqa: ANN401 - two sorts of cells
    """A cell as a person sees it: a share of one as percent, if it is shown so."""
    value = counted.value
    if value is None:
        return getattr(written.value, "text", written.value)
    percent = "%" in (counted.number_format or "") and not isinstance(value, bool)
    if percent and isinstance(value, int | float):
        share = (Decimal(f"{value:.12g}") * 100).normalize()
        return f"{share:f} %".replace(".", ",")
    return value


def _fill(rows: list[list[object]], area: Any) -> None:  # noqa: ANN401 - openpyxl's range
    """What stands first in cells merged downwards holds for each of the rows."""
    first, column = area.min_row - 1, area.min_col - 1
    if first >= len(rows) or column >= len(rows[first]):
        return
    for row in rows[first + 1 : area.max_row]:
        if column < len(row):
            row[column] = rows[first][column]
