"""Where the headings of a table stand, and what separates its cells.

Lists that people make begin with a title, a date or an empty row, and name no separator. Both are
found by the headings the program knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workshop_app.storage.intake.columns import bare_heading
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.slips import BALLOTS, HANDS
from workshop_app.storage.intake.tables import plain
from workshop_app.storage.intake.tables_workshop import DAY, ECONOMY, LOCAL_NAMES

PAIR_WORDS = frozenset({"falt", "varde", "field", "value", "nyckel", "key"})
"""Headings of a list of keys and values."""
SEPARATORS = "\t;,"
_LOOK = 12
_YEAR = re.compile(r"\d{4}|\*|\{\d\}", re.ASCII)
_UNIT = "_tkr"


def _folded(heading: str) -> str:
    """A heading without its year and unit, to compare by."""
    return _YEAR.sub("*", bare_heading(heading)).removesuffix(_UNIT)


_COLUMNS = (*(c for kind in KINDS for c in kind.columns), *BALLOTS, *HANDS)
_KNOWN = PAIR_WORDS | {_folded(plain(name)) for c in _COLUMNS for name in (c.sv, c.en)}
_KEYS = frozenset(
    _folded(plain(name)) for c in (*DAY, *LOCAL_NAMES, *ECONOMY) for name in (c.sv, c.en)
)


def is_key(written: object) -> bool:
    """Whether a cell is one of the keys a list of keys and values may have."""
    return _folded(plain(str(written))) in _KEYS


def heading_place(records: Sequence[Sequence[object]]) -> int:
    """Which record holds the headings, from 0: the first that is written, or one soon after it.

    A later one is taken if most of its cells are headings the program knows, and everything above
    it is shorter, as a title is.
    """
    written = [n for n, record in enumerate(records) if is_written(record)][:_LOOK]
    longest = 0
    for n in written:
        cells = _cells(records[n])
        hits = _hits(cells)
        if hits > 1 and 2 * hits >= len(cells) and longest < len(cells):
            return n
        longest = max(longest, len(cells))
    return written[0] if written else 0


def is_written(record: Iterable[object]) -> bool:
    """Whether anything stands in a record."""
    return any(raw is not None and str(raw).strip() for raw in record)


def separator(text: str) -> str:
    """What separates the cells: what gives the most headings we know, else the commonest.

    Args:
        text: The whole list.
    """
    lines = [line for line in text[:_START].splitlines() if line.strip()][:_LOOK]
    first = "".join(lines[0].split('"')[::2]) if lines else ""

    def worth(mark: str) -> tuple[int, int]:
        found = (_hits(_cells(line.replace('"', "").split(mark))) for line in lines)
        return max(found, default=0), first.count(mark)

    return max(SEPARATORS, key=worth)


_START = 20_000
"""How much of a list is looked at to find its separator."""


def _cells(record: Iterable[object]) -> list[str]:
    found = (plain(str(raw)) for raw in record if raw is not None)
    return [cell for cell in found if cell]


def _hits(cells: Iterable[str]) -> int:
    return sum(_folded(cell) in _KNOWN for cell in cells)
