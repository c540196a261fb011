"""When we are wrong: a crash report on disk that the user can copy. No names, no ballots."""

from __future__ import annotations

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

logger = logging.getLogger(__name__)

Told = Callable[[Path], None]
CRASH, TOLD_CRASH = "crash.log", "crash-told.log"
NATIVE, NATIVE_BEFORE = "native-crash.log", "native-crash-before.log"


class CrashWatch:
    """Catches what nobody caught, also in Qt slots, and writes it down."""

    def __init__(self, folder: Path, told: Told | None = None) -> None:
        """Watch from `start` on.

        Args:
            folder: Where reports go.
            told: Called with the report's path the first time, so that a window can say so.
        """
        self._folder = folder
        self.told = told
        self._native: TextIO | None = None

    def start(self) -> None:
        """Catch errors from now on; without write right only the console has them."""
        sys.excepthook = self._caught
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _keep_native(self._folder)
            self._native = (self._folder / NATIVE).open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._native)

    def stop(self) -> None:
        """Let go, as it was before."""
        sys.excepthook = sys.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        # The places alone: the text of an error may hold what somebody typed.
        places = "".join(traceback.format_tb(trace))
        logger.error("Unexpected %s\n%s", kind.__name__, places)
        sys.__excepthook__(kind, error, trace)
        report = self._folder / CRASH
        try:
            report.write_text(f"{kind.__name__}\n{places}", encoding="utf-8")
        except OSError:
            return
        # Once: what goes wrong at each repaint must not be told at each repaint.
        told, self.told = self.told, None
        if told is not None:
            told(report)


def _keep_native(folder: Path) -> None:
    """What Python itself wrote when it stopped the last time is not written over."""
    before = folder / NATIVE
    if before.exists() and before.stat().st_size:
        before.replace(folder / NATIVE_BEFORE)


def untold_crash(folder: Path) -> bool:
    """Whether something went wrong the last time that nobody has been told of; asks once.

    The report stays where it can be copied from; a mark beside it says that it was told.
    """
    report, mark = folder / CRASH, folder / TOLD_CRASH
    try:
        made = report.stat().st_mtime_ns
        if mark.exists() and mark.stat().st_mtime_ns >= made:
            return False
        mark.touch()
    except OSError:
        return False
    return True
