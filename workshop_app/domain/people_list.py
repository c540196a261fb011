"""People pasted from a spreadsheet: rows of cells between tabs, with or without headings."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from workshop_app.domain.people import Draft
from workshop_app.domain.refused import Refused

ORDER = (
    "role",
    "unit",
    "group",
    "votes_morning",
    "votes_afternoon",
    "name",
    "organisation",
    "task",
)
"""What the columns are where there are no headings."""

_HEADINGS = {
    "role": ("roll", "role", "befattning", "title"),
    "name": ("namn", "name"),
    "unit": ("enhet", "unit"),
    "group": ("grupp", "group"),
    "organisation": ("organisation", "förvaltning", "organization"),
    "votes_morning": ("rostratt_fm", "röstar fm", "röstar på förmiddagen", "votes morning"),
    "votes_afternoon": ("rostratt_em", "röstar em", "röstar på eftermiddagen", "votes afternoon"),
    "task": ("uppgift", "anteckning", "task", "note"),
    "": ("id", "på plats", "narvarande", "närvarande", "present", "here"),
}
_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "sant", "✓"})
_NO = frozenset({"nej", "n", "no", "0", "false", "falskt", "-", "–"})
_LONGEST = 200


def read_people(text: str) -> tuple[Draft, ...]:
    """All rows, or none.

    A cell for the right to vote that is empty means yes; the role is needed.

    Raises:
        Refused: "paste_empty"; "paste_heading" with the heading; "paste_role" with the row;
            "paste_yes_no" with row, column (from 1) and value; "paste_columns" with the row and
            the most; "paste_long" with row and column.
    """
    rows = _rows(text)
    if not rows:
        raise Refused("paste_empty")
    order = _columns(rows[0][1])
    people = rows if order is None else rows[1:]
    if not people:
        raise Refused("paste_empty")
    return tuple(_draft(row, cells, order or ORDER) for row, cells in people)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that have something in them, with their numbers from 1."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    read = csv.reader(lines, delimiter="\t")
    found = []
    for number, cells in enumerate(read, start=1):
        plain = [" ".join(cell.split()) for cell in cells]
        if any(plain):
            found.append((number, plain))
    return found


def _columns(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Which field each heading is; None if the row is not headings."""
    names = {name: field for field, words in _HEADINGS.items() for name in words}
    heads = [cell.casefold() for cell in cells]
    if "role" not in [names.get(head) for head in heads]:
        return None
    for head, cell in zip(heads, cells, strict=True):
        if head and head not in names:
            raise Refused("paste_heading", value=cell)
    return tuple(names.get(head, "") for head in heads)


def _draft(row: int, cells: Sequence[str], order: Sequence[str]) -> Draft:
    if len(cells) > len(order) and any(cells[len(order) :]):
        raise Refused("paste_columns", row=row, most=len(order))
    texts: dict[str, str] = {}
    rights = {"votes_morning": True, "votes_afternoon": True}
    for column, (field, cell) in enumerate(zip(order, cells, strict=False), start=1):
        if len(cell) > _LONGEST:
            raise Refused("paste_long", row=row, column=column, most=_LONGEST)
        if field in rights:
            rights[field] = _yes(row, column, cell)
        elif field:
            texts[field] = cell
    if not texts.get("role"):
        raise Refused("paste_role", row=row)
    return Draft(**texts, **rights)  # type: ignore[arg-type]  # texts and rights have their own keys


def _yes(row: int, column: int, cell: str) -> bool:
    word = cell.casefold()
    if not word or word in _YES:
        return True
    if word in _NO:
        return False
    raise Refused("paste_yes_no", row=row, column=column, value=cell)
