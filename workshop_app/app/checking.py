"""Verifying a day file from outside: header, SQLite, schema, chain, recount."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workshop_app.storage.dayfile import DayFile, Problem


@dataclass(frozen=True)
class Verdict:
    """What was found in a file.

    Attributes:
        events: How many events the log holds.
        head: Head of the chain, as printed in the summary.
        problems: All that is wrong; empty = the file is sound.
    """

    events: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """The verdict as plain values."""
        return {
            "ok": self.ok,
            "chain": {"events": self.events, "head": self.head},
            "problems": [{"code": p.code, **p.facts} for p in self.problems],
        }


def check_file(path: Path) -> Verdict:
    """Open the file for reading only and verify all of it.

    Raises:
        KnownError: if it is not a day file at all, or is newer or too damaged to open.
    """
    file = DayFile.open(path, read_only=True, verify=False)
    try:
        events, head = file.head()
        return Verdict(events, head, file.check())
    finally:
        file.close()
