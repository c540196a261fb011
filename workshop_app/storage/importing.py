"""Importing a day: `day.json`, or a folder of CSV files or spreadsheets. All or nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from workshop_app.storage.intake.assembly import Imported, assembled
from workshop_app.storage.intake.decoding import decoded
from workshop_app.storage.intake.foreign import OTHER_SHEETS
from workshop_app.storage.intake.json_day import json_source
from workshop_app.storage.intake.problems import ImportProblem, ImportRefused, Unreadable
from workshop_app.storage.intake.sheets import (
    LISTS,
    WORKBOOKS,
    file_bytes,
    file_source,
    folder_source,
)

__all__ = [
    "ImportProblem",
    "ImportRefused",
    "Imported",
    "from_folder",
    "from_json",
    "read_source",
]


def from_json(text: str, source: str = "day.json") -> Imported:
    """A day from the text of a `day.json`.

    Args:
        text: The whole file.
        source: What the file is called in problems.

    Raises:
        ImportRefused: with everything that is wrong.
    """
    return assembled(json_source(text, source))


def from_folder(path: Path, today: dt.date | None = None) -> Imported:
    """A day from a folder of CSV files, or spreadsheets with the same names and headings.

    Where no `dag.csv` tells of the day itself, it is called as the folder and dated `today`.

    Args:
        path: The folder.
        today: The date if none is written.

    Raises:
        ImportRefused: with everything that is wrong.
    """
    return assembled(folder_source(path), today)


def read_source(path: Path, today: dt.date | None = None) -> Imported:
    """A day from a day.json, a spreadsheet with a sheet for each table, one list, or a folder.

    Raises:
        ImportRefused: with everything that is wrong.
    """
    if path.is_dir():
        return from_folder(path, today)
    if path.suffix.lower() in (*LISTS, *WORKBOOKS, *OTHER_SHEETS) and path.is_file():
        return assembled(file_source(path), today)
    try:
        data = file_bytes(path)
    except Unreadable as reason:
        raise ImportRefused([ImportProblem(path.name, 0, "", "", reason.code)]) from reason
    return from_json(decoded(data), path.name)
