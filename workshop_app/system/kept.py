"""Small things kept per day on this machine that are not the day's content: clock, dark screen."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

logger = logging.getLogger(__name__)

Plain = str | int | float | bool | None


class Kept:
    """Named values in a JSON file of their own; lost values cost nothing but a choice made again.

    Values are plain: text, numbers, yes or no, None. What cannot be read is as if never kept.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Keep values in that file, made at the first one; None = until the program ends."""
        self._path = path
        self._values = _read(path) if path is not None else {}

    def get(self, name: str) -> Plain:
        """The value of a name; None if it was never kept."""
        return self._values.get(name)

    def put(self, values: dict[str, Plain]) -> None:
        """Keep these beside the others; if they cannot be written they hold until the end."""
        changed = {**self._values, **values}
        if changed == self._values:
            return
        self._values = changed
        if self._path is None:
            return
        try:
            self._write(self._path)
        except OSError:
            logger.warning("What is kept beside the day could not be saved")

    def _write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".tmp")
        with temporary.open("w", encoding="utf-8") as out:
            json.dump(self._values, out, ensure_ascii=False, indent=1)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)


def _read(path: Path) -> dict[str, Plain]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    plain = str | int | float | bool | None
    return {str(name): value for name, value in found.items() if isinstance(value, plain)}
