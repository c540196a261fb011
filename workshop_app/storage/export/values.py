"""What stands in a cell, and how it is written as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Value = str | int | bool | Decimal | tuple[str, ...] | None

_FORMULA = re.compile("'*[=+\\-@\t\r]")
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?", re.ASCII)


@dataclass(frozen=True)
class OutTable:
    """One table to write.

    Attributes:
        name: Name of the file or sheet, and key in JSON.
        headings: One for each column.
        rows: The cells, as many as there are headings.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def guarded(text: str) -> str:
    """With an apostrophe in front of what a spreadsheet would run as a formula.

    Numbers need none. What begins with an apostrophe already, and then a sign, gets one more, so
    that taking one away gives the same text again.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def joined(items: Iterable[str]) -> str:
    r"""A list with `|` between its items; a bar within one is written `\|`."""
    return "|".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in items)


def plain_text(value: Value) -> str:
    """A cell as text: ja and nej, decimal comma, hyphen-minus, no spaces in numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return joined(value) if isinstance(value, tuple) else value


def as_text(value: Value) -> str:
    """A cell of a file a spreadsheet program opens: the same, and never a formula."""
    text = plain_text(value)
    return guarded(text) if isinstance(value, str | tuple) else text
