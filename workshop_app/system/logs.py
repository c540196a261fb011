"""The log: a rotating file and the last lines in memory; never a participant or a ballot."""

from __future__ import annotations

import logging
from collections import deque
from contextlib import suppress
from io import TextIOBase
from itertools import pairwise
from pathlib import Path

from typing_extensions import override

KEPT = 500
LOG = "milstolpe.log"
"""Name of the log in its folder."""
LARGEST = 500_000
OLDER = 3


class RecentLines(logging.Handler):
    """Keeps the last lines for a crash report."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=KEPT)

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self._lines.append(self.format(record))

    def lines(self) -> tuple[str, ...]:
        """The last lines, oldest first."""
        return tuple(self._lines)


class TurnedFile(logging.FileHandler):
    """A log that begins anew when it is full; the ones before stand beside it as .1, .2, .3.

    The library's own costs 7 ms to import before the first window, for sockets and mail.
    """

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        try:
            if self.stream is not None and self.stream.tell() > LARGEST:
                self._turn(self.stream)
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _turn(self, full: TextIOBase) -> None:
        """Put this one aside; one that cannot be put aside is written on."""
        # What is closed is opened again by the next line.
        self.stream = None
        full.close()
        path = Path(self.baseFilename)
        names = (path, *(Path(f"{path}.{n}") for n in range(1, OLDER + 1)))
        with suppress(OSError):
            for younger, older in reversed(tuple(pairwise(names))):
                if younger.exists():
                    younger.replace(older)


def start_logging(folder: Path) -> RecentLines:
    """Log to a rotating file in that folder and to memory; without write right, to memory only."""
    recent = RecentLines()
    handlers: list[logging.Handler] = [recent]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(TurnedFile(folder / LOG, encoding="utf-8"))
    except OSError:
        recent.handle(logging.makeLogRecord({"msg": "No log file: the folder cannot be written"}))
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    root = logging.getLogger("workshop_app")
    root.setLevel(logging.INFO)
    for handler in handlers:
        handler.setFormatter(form)
        root.addHandler(handler)
    return recent


def stop_logging() -> None:
    """Close and let go of the handlers."""
    root = logging.getLogger("workshop_app")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
