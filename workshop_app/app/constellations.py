"""Saved constellations: the roles of a group that meets again, without names of people."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from workshop_app.domain.people import Draft
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError

logger = logging.getLogger(__name__)

_FILE = "constellations.json"
_TEXTS = ("role", "unit", "group", "organisation", "task")
_RIGHTS = ("votes_morning", "votes_afternoon")


@dataclass(frozen=True)
class Constellations:
    """All saved constellations of this user, in one small file in the data folder.

    Roles only: a name that is in a draft is never written.
    """

    folder: Path

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / _FILE

    def all(self) -> Mapping[str, tuple[Draft, ...]]:
        """By name, in the order they were saved; what cannot be read is left out."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            logger.info("The saved constellations could not be read")
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: _drafts(rows) for name, rows in found.items() if isinstance(rows, list)}

    def save(self, name: str, drafts: Sequence[Draft]) -> None:
        """Save one, in place of the one with the same name.

        Raises:
            Refused: "constellation_name" without a name, "constellation_empty" without people.
            KnownError: "cannot_write".
        """
        plain = " ".join(name.split())
        if not plain:
            raise Refused("constellation_name")
        if not drafts:
            raise Refused("constellation_empty")
        self._write({**self.all(), plain: tuple(drafts)})

    def remove(self, name: str) -> None:
        """Let one go.

        Raises:
            KnownError: "cannot_write".
        """
        self._write({key: drafts for key, drafts in self.all().items() if key != name})

    def _write(self, found: Mapping[str, Sequence[Draft]]) -> None:
        plain = {name: [_plain(draft) for draft in drafts] for name, drafts in found.items()}
        temporary = self.path.with_suffix(".tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with temporary.open("w", encoding="utf-8") as out:
                json.dump(plain, out, ensure_ascii=False, indent=1)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(self.path)
        except OSError as error:
            raise KnownError("cannot_write", folder=str(self.folder)) from error


def _plain(draft: Draft) -> dict[str, object]:
    return {field: value for field, value in asdict(draft).items() if field != "name"}


def _drafts(rows: Sequence[object]) -> tuple[Draft, ...]:
    return tuple(_draft(row) for row in rows if isinstance(row, dict) and row.get("role"))


def _draft(row: Mapping[str, object]) -> Draft:
    texts = {field: str(row.get(field, "")) for field in _TEXTS}
    rights = {field: bool(row.get(field, True)) for field in _RIGHTS}
    return Draft(**texts, **rights)  # type: ignore[arg-type]  # texts and rights have their own keys
