"""The log: a rotating file and the last lines in memory; never a participant or a ballot."""

from __future__ import annotations

import logging
import logging.handlers
from collections import deque
from pathlib import Path

from typing_extensions import override

KEPT = 500


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


def start_logging(folder: Path) -> RecentLines:
    """Log to a rotating file in that folder and to memory; without write right, to memory only."""
    recent = RecentLines()
    handlers: list[logging.Handler] = [recent]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                folder / "milstolpe.log", maxBytes=500_000, backupCount=3, encoding="utf-8"
            )
        )
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
