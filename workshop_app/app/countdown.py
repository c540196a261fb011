"""A countdown for the room: on the wall clock, at zero it stays at zero, and it never acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.system.clock import Clock

TICK_MS = 500
LEAST, MOST = 1, 60
"""Minutes a countdown can have."""


class Countdown(QObject):
    """Counts down from some minutes, or follows another clock, such as the block's.

    Signals:
        ticked: It says something else than before.
    """

    ticked: ClassVar[Signal] = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Count on this clock.

        Args:
            clock: The time now.
            parent: The owner.
        """
        super().__init__(parent)
        self._clock = clock
        self._ends: datetime | None = None
        self._whole = timedelta()
        self._other: Callable[[], int | None] | None = None
        self._told: int | None = None
        self.text = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def ends(self) -> datetime | None:
        """When it is at zero; None where another clock says, or nothing is counted."""
        return self._ends

    @property
    def left(self) -> int | None:
        """Whole seconds left, 0 when the time is out; None where nothing is counted."""
        if self._other is not None:
            seconds = self._other()
            return None if seconds is None else max(0, seconds)
        if self._ends is None:
            return None
        left = -((self._clock() - self._ends) // timedelta(seconds=1))
        # Where the machine's clock was set back there is never more than there was.
        return max(0, min(left, self._whole // timedelta(seconds=1)))

    def start(self, minutes: int, text: str = "") -> None:
        """Count down from so many minutes, with words above the figures."""
        self._whole = timedelta(minutes=max(LEAST, min(minutes, MOST)))
        self._begin(text)
        self._ends = self._clock() + self._whole
        self.tick()

    def follow(self, seconds: Callable[[], int | None], text: str = "") -> None:
        """Show what another clock says."""
        self._begin(text)
        self._other = seconds
        self.tick()

    def stop(self) -> None:
        """Count nothing more."""
        self._timer.stop()
        self._ends = self._other = None
        self.tick()

    def tick(self) -> None:
        """Look at the clock."""
        left = self.left
        if left != self._told:
            self._told = left
            self.ticked.emit()

    def _begin(self, text: str) -> None:
        self._ends = self._other = None
        self.text = text
        self._told = None
        self._timer.start()
