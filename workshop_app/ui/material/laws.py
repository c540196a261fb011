"""The local list of laws to pick from, with the date it was checked."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class LawList:
    """Names of laws, and when somebody last compared them with the source; None = never."""

    names: tuple[str, ...] = ()
    checked: date | None = None


def read_laws(path: Path) -> LawList:
    """The list in a file; an empty one where it cannot be read, since it is only a help."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_text("utf-8"))
        return LawList(tuple(map(str, found["laws"])), date.fromisoformat(found["checked"]))
    return LawList()
