"""The time of a round: counted on the wall clock from its opening; may close the round."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.stage import Stage
from workshop_app.app.store import Change, DayStore
from workshop_app.domain.day import find
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.refused import Refused
from workshop_app.system.clock import Clock
from workshop_app.system.errors import KnownError

TICK_MS = 500
_BEGUN = frozenset({RoundState.OPEN})


class RoundTimer(QObject):
    """Knows how long each round that was opened in this sitting has left.

    At zero it stays at zero. A round that closes on time is closed then, but not while somebody
    has a ballot in hand: that ballot comes in first. Nothing of it is on disk; a round that was
    open when the program stopped goes on without a time.

    Signals:
        ticked: A second has passed for a round that is open.
        closed: A round (its id) was closed because its time was out.
    """

    ticked: ClassVar[Signal] = Signal()
    closed: ClassVar[Signal] = Signal(str)

    def __init__(self, store: DayStore, door: BallotDoor, stage: Stage, clock: Clock) -> None:
        """Keep the time of a day's rounds.

        Args:
            store: The day; also the owner.
            door: Its ballot door, to close with.
            stage: Tells whether a ballot is open.
            clock: The time now.
        """
        super().__init__(store)
        self._store = store
        self._door = door
        self._stage = stage
        self._clock = clock
        self._opened: dict[str, datetime] = {}
        self._added: dict[str, int] = {}
        self._refused: set[str] = set()
        self._day = store.day
        self._told = -1
        store.changed.connect(self._noticed)
        store.closing.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def minutes(self, round_id: str) -> int:
        """How long the round may take in all, with what was added; 0 = as long as it takes."""
        voting = find(self._store.day.rounds, round_id)
        if voting is None or not voting.minutes:
            return 0
        return voting.minutes + self._added.get(round_id, 0)

    def left(self, round_id: str) -> int | None:
        """Seconds left of an open round, 0 when the time is out; None where nothing runs."""
        opened, minutes = self._opened.get(round_id), self.minutes(round_id)
        if opened is None or not minutes:
            return None
        gone = max(timedelta(), self._clock() - opened)
        rest = timedelta(minutes=minutes) - gone
        return max(0, -(-rest // timedelta(seconds=1)))

    def add_minute(self, round_id: str) -> None:
        """One minute more; where the time was out, one minute from now."""
        left = self.left(round_id)
        if left is None:
            return
        self._added[round_id] = self._added.get(round_id, 0) + 1
        if not left:
            allowed = timedelta(minutes=self.minutes(round_id) - 1)
            self._opened[round_id] = self._clock() - allowed
        self._refused.discard(round_id)
        self.tick()

    def tick(self) -> None:
        """Look at the clock."""
        seconds = {key: self.left(key) for key in tuple(self._opened)}
        for key, left in seconds.items():
            if left == 0:
                self._time_is_out(key)
        now = sum(left or 0 for left in seconds.values())
        if now != self._told:
            self._told = now
            self.ticked.emit()

    def _time_is_out(self, round_id: str) -> None:
        voting = find(self._store.day.rounds, round_id)
        waits = self._stage.showing.covered or round_id in self._refused
        if voting is None or not voting.closes_on_time or waits:
            return
        try:
            self._door.close(round_id)
        except (Refused, KnownError):
            # It stays open at 0:00; the facilitator closes it and reads why it did not.
            self._refused.add(round_id)
        else:
            self.closed.emit(round_id)

    def _stop(self) -> None:
        """The day is closed: nothing more is timed."""
        self._opened.clear()
        self._timer.stop()

    def _noticed(self, change: Change) -> None:
        before, self._day = self._day, change.day
        for voting in change.day.rounds:
            was, now = before.standing(voting.id).state, change.day.standing(voting.id).state
            if was is RoundState.READY and now in _BEGUN:
                self._opened[voting.id] = self._clock()
            elif now not in _BEGUN:
                self._opened.pop(voting.id, None)
        runs = any(self.minutes(key) for key in self._opened)
        if runs and not self._timer.isActive():
            self._timer.start()
        elif not runs:
            self._timer.stop()
