"""The lists of a day as files for other programs. Knows no Qt, so that a server can run it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from workshop_app.app.exports import write_whole
from workshop_app.domain.day import Day
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.export import files
from workshop_app.storage.export.counted import counted_votes
from workshop_app.storage.export.day_tables import day_tables, one_table
from workshop_app.storage.export.values import OutTable
from workshop_app.storage.intake.columns import Kind

JSON_FILE = "day.json"
WORKBOOK = Path("xlsx") / "dag.xlsx"


class Receiver(StrEnum):
    """Who gets what is saved (names as on the command line)."""

    PLAIN = "plain"
    ARCHIVE = "archive"
    PLANNING = "planning"
    UNION = "union"
    BOARD = "board"


def save_lists(
    file: DayFile, folder: Path, receiver: Receiver = Receiver.PLAIN
) -> tuple[Path, ...]:
    """Save the day as CSV files, with the same as a spreadsheet and as JSON beside them.

    Args:
        file: The day's file.
        folder: Where; it is made if it is not there. Files of the same names are replaced.
        receiver: `ARCHIVE` gets the counted ballots too, which tell of nobody; the others the
            content alone.

    Returns:
        What was written.

    Raises:
        KnownError: if the folder cannot be written.
    """
    if receiver is Receiver.ARCHIVE:
        tables = day_tables(file.load(), counted_votes(file))
    else:
        tables = day_tables(file.load())
    written = [_save(folder / f"{each.name}.csv", partial(_write_csv, each)) for each in tables]
    written.append(_save(folder / JSON_FILE, partial(_write_json, tables)))
    written.append(_save(folder / WORKBOOK, partial(files.write_workbook, tables)))
    return tuple(written)


def save_one_list(day: Day, kind: Kind, path: Path) -> Path:
    """Save one list as CSV, its headings also where it is empty: something to fill in.

    Raises:
        KnownError: if the file cannot be written.
    """
    return _save(path, partial(_write_csv, one_table(day, kind)))


def _save(path: Path, write: Callable[[BinaryIO], object]) -> Path:
    write_whole(path, write)
    return path


def _write_csv(table: OutTable, out: BinaryIO) -> None:
    out.write(files.csv_bytes(table))


def _write_json(tables: tuple[OutTable, ...], out: BinaryIO) -> None:
    out.write(files.json_text(tables).encode("utf-8", errors="replace"))
