"""The tables of a day file as frozen SQL: a released step is only ever followed by a new one.

A new file is made by running all steps; `PRAGMA user_version` is the number of steps it has seen.
Key columns come first: SQLite 3.40.0 to 3.41.0 report false damage otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from workshop_app.storage.format_1 import FORMAT_1

APPLICATION_ID = 0x4D696C73
"""Marks our files in their header: "Mils"."""

STEPS: tuple[tuple[str, ...], ...] = (FORMAT_1,)
"""One tuple of statements for each format."""
FORMAT = len(STEPS)
"""The format this program writes."""

_LIST = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2"

SchemaList = tuple[tuple[str, ...], ...]


def statements_after(seen: int, steps: Sequence[Sequence[str]] = STEPS) -> tuple[str, ...]:
    """The statements that bring a file from the format it has to ours, the stamps included.

    All of them belong in one transaction.
    """
    missing = tuple(statement for step in steps[seen:] for statement in step)
    stamps = (
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {len(steps)}",
    )
    return (*missing, *stamps)


def known_list(version: int = FORMAT, steps: Sequence[Sequence[str]] = STEPS) -> SchemaList:
    """What `sqlite_schema` of an untouched file of that format holds."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in statements_after(0, steps[:version]):
            memory.execute(statement)
        return tuple(memory.execute(_LIST).fetchall())
    finally:
        memory.close()


def strangers(
    found: SchemaList, version: int = FORMAT, steps: Sequence[Sequence[str]] = STEPS
) -> tuple[str, ...]:
    """Names of tables, triggers and the like that are missing, added or altered."""
    return tuple(sorted({entry[1] for entry in set(found) ^ set(known_list(version, steps))}))


def schema_query() -> str:
    """The query whose rows `strangers` wants."""
    return _LIST
