"""Rows as a spreadsheet puts them on the clipboard: tabs between cells, quotes round line ends."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from workshop_app.domain.refused import Refused
from workshop_app.ui.tables.cells import Choice, Column, Edit

Table = tuple[tuple[str, ...], ...]


def read_rows(text: str) -> Table:
    """The rows of a pasted text; rows without a word in them are left out.

    Raises:
        Refused: "paste_unreadable" where a quotation mark is never closed.
    """
    try:
        found = list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error as error:
        raise Refused("paste_unreadable") from error
    return tuple(
        tuple(cell.strip() for cell in row) for row in found if any(cell.strip() for cell in row)
    )


def split_heading(table: Table, columns: Sequence[Column]) -> tuple[tuple[Column, ...], Table]:
    """The columns the cells belong to, and the rows without their heading.

    A first row where every cell is the title of a column is a heading; without one, the columns
    that can be edited come in their order.

    Raises:
        Refused: "paste_too_wide" with how many columns there are.
    """
    if not table:
        return (), ()
    named = {column.title.casefold(): column for column in columns}
    first = [named.get(cell.casefold()) for cell in table[0]]
    if all(column is not None for column in first):
        return tuple(column for column in first if column is not None), table[1:]
    writable = tuple(column for column in columns if column.edit is not Edit.NONE)
    widest = max(len(row) for row in table)
    if widest > len(writable):
        raise Refused("paste_too_wide", given=widest, most=len(writable))
    return writable, table


def value_for(column: Column, text: str) -> str:
    """The value a column takes for a pasted text: a choice by its value or by its words.

    Raises:
        Refused: "choice_unknown" with the text.
    """
    if column.edit is Edit.CHOICE:
        return _choice(column.choices, text)
    if column.edit is Edit.SEVERAL:
        parts = (part.strip() for part in text.replace(";", "|").split("|"))
        return "|".join(_choice(column.choices, part) for part in parts if part)
    return text


def _choice(choices: Sequence[Choice], text: str) -> str:
    wanted = text.strip().casefold()
    for choice in choices:
        if wanted in {choice.value.casefold(), choice.text.casefold()}:
            return choice.value
    if not wanted:
        return ""
    raise Refused("choice_unknown", text=text)
