"""Looking at the first hundred bytes of a file, before SQLite is let near it."""

from __future__ import annotations

from pathlib import Path

from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.schema import APPLICATION_ID, FORMAT

_MAGIC = b"SQLite format 3\x00"
_SIZE = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


def check_header(path: Path) -> int:
    """The format number of a day file.

    Raises:
        FileRefused: missing, unreadable, empty, not_a_day, foreign (another program's database),
            newer, damaged (no format).
    """
    head = _head(path)
    if not head:
        raise FileRefused("empty", path=str(path))
    if len(head) < _SIZE or not head.startswith(_MAGIC):
        raise FileRefused("not_a_day", path=str(path))
    if int.from_bytes(head[_APPLICATION_ID]) != APPLICATION_ID:
        raise FileRefused("foreign", path=str(path))
    version = int.from_bytes(head[_USER_VERSION])
    if version > FORMAT:
        raise FileRefused("newer", path=str(path), format=version, ours=FORMAT)
    if version < 1:
        raise FileRefused("damaged", path=str(path))
    return version


def _head(path: Path) -> bytes:
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise FileRefused("unreadable", path=str(path))
    try:
        with path.open("rb") as file:
            return file.read(_SIZE)
    except FileNotFoundError as reason:
        raise FileRefused("missing", path=str(path)) from reason
    except OSError as reason:
        raise FileRefused("unreadable", path=str(path)) from reason
