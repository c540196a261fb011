"""What leaves the program as a file: complete or absent, never half."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from workshop_app.system.errors import KnownError


def write_whole(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside the target, to disk, then put it in place in one step.

    Args:
        target: Where the file is wanted; an older one there is replaced.
        write: Writes the content to the open file.

    Raises:
        KnownError: "cannot_write" if the folder cannot be written; the older file is left alone.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(target)
    except OSError as error:
        raise KnownError("cannot_write", folder=str(target.parent)) from error
    finally:
        # Where the folder cannot be reached there is nothing to clear away either.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
