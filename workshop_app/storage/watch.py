"""Keeping an eye on a file that is open: is it still where its path leads, and what was written."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from workshop_app.storage.refusal import FileRefused

_CHANGE_COUNTER = 24
"""Where SQLite's header counts the transactions that wrote to the file."""
_WIDTH = 4
_CHUNK = 1 << 20


class Watch:
    """Holds a file by a handle of its own, which outlives its name.

    The handle is closed after SQLite's connection, never before: closing any handle to a file
    takes away the locks the process holds on it.
    """

    def __init__(self, path: Path) -> None:
        """Take hold of the file.

        Raises:
            FileRefused: "missing" or "unreadable".
        """
        self.path = path
        try:
            self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            raise FileRefused("missing", path=str(path)) from None
        except OSError:
            raise FileRefused("unreadable", path=str(path)) from None

    def in_place(self) -> bool:
        """Whether the path still leads to the file we hold."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._handle))
        except OSError:
            return False

    def counter(self) -> int:
        """How many transactions have written to the file; -1 if it has no header."""
        os.lseek(self._handle, _CHANGE_COUNTER, os.SEEK_SET)
        found = os.read(self._handle, _WIDTH)
        return int.from_bytes(found) if len(found) == _WIDTH else -1

    def touched(self) -> tuple[int, int]:
        """When the file was last written, and its size."""
        found = os.fstat(self._handle)
        return found.st_mtime_ns, found.st_size

    def fingerprint(self) -> bytes:
        """The hash of all that is in the file we hold."""
        found = hashlib.sha256()
        os.lseek(self._handle, 0, os.SEEK_SET)
        while chunk := os.read(self._handle, _CHUNK):
            found.update(chunk)
        return found.digest()

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)
