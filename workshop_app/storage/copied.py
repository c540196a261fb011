"""What the program remembers of its copies: for each live file the last one, and where it went."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from workshop_app.storage.library import UNREADABLE, entry_of


def copy_place(folder: Path, name: str, day_id: str) -> Path:
    """Where the copy of a day goes in a folder: under its name, unless another file has it."""
    wanted = path = folder / name
    number = 1
    while path.exists() and not _is_copy_of(path, day_id):
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path


def _is_copy_of(path: Path, day_id: str) -> bool:
    try:
        return entry_of(path).day_id == day_id
    except UNREADABLE:
        return False


@dataclass(frozen=True)
class Copied:
    """The last copy of a live file.

    Attributes:
        day_id: The id of the day, for finding its backups when the file cannot be read.
        at: When it was copied outside the program's own folders; None if it never was.
        place: Where to.
        head: The head of the chain in the copy and in the last backup.
    """

    day_id: str
    at: datetime | None = None
    place: str = ""
    head: str = ""


@dataclass(frozen=True)
class CopyRecord:
    """A small file beside the library. Losing it loses no copy, only the knowledge of them."""

    path: Path

    def all(self) -> Mapping[str, Copied]:
        """By name of the live file; what cannot be read is left out."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        found = {}
        for name, fields in stored.items() if isinstance(stored, dict) else ():
            with suppress(TypeError, ValueError, KeyError):
                found[name] = _copied(fields)
        return found

    def of(self, live: Path) -> Copied | None:
        """The last copy of one live file."""
        return self.all().get(live.name)

    def note(self, live: Path, copied: Copied) -> None:
        """Remember a copy.

        Raises:
            OSError: if it cannot be written.
        """
        self._write({**self.all(), live.name: copied})

    def forget(self, live: Path) -> None:
        """The live file is gone.

        Raises:
            OSError: if it cannot be written.
        """
        found = dict(self.all())
        if found.pop(live.name, None) is not None:
            self._write(found)

    def _write(self, found: Mapping[str, Copied]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_suffix(".part")
        plain = {name: asdict(each) for name, each in found.items()}
        for fields in plain.values():
            fields["at"] = fields["at"].isoformat() if fields["at"] else ""
        with temporary.open("w", encoding="utf-8") as out:
            json.dump(plain, out, ensure_ascii=False, indent=1)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(self.path)


def _copied(fields: Mapping[str, str]) -> Copied:
    at = datetime.fromisoformat(fields["at"]) if fields["at"] else None
    return Copied(str(fields["day_id"]), at, str(fields["place"]), str(fields["head"]))
