"""The clock of the day: which block runs, on the wall clock, through sleep and restart.

It never acts on its own. A block whose time is out stays until somebody moves on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from workshop_app.app.clock_kept import kept_text, read_trail
from workshop_app.app.store import Change, DayStore
from workshop_app.domain import clock as rules
from workshop_app.domain.clock import BY_HAND, TIMED, Mode, Reading, Run, Trail
from workshop_app.domain.clock_spread import SpreadLine, spread, spread_lines
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.system.clock import Clock
from workshop_app.system.kept import Kept

_TRAIL, _IN_ROOM = "clock", "clock_in_room"
_SET_BACK = timedelta(seconds=2)
"""A clock that goes back more than this has been set; less is the clock finding its way."""


class DayClock(QObject):
    """Knows where in the day we are; kept beside the day, since it is not the day's content.

    Signals:
        changed: It says something else: an act, a second that has passed while it runs, or an
            edited agenda.
    """

    changed: ClassVar[Signal] = Signal()

    def __init__(self, store: DayStore, clock: Clock, kept: Kept | None = None) -> None:
        """Keep the time of a day.

        Args:
            store: The day; also the owner.
            clock: The time now.
            kept: Where to keep which block runs; None = until the program ends.
        """
        super().__init__(store)
        self._store = store
        self._clock = clock
        self._kept = kept or Kept()
        self._trail = read_trail(self._kept.get(_TRAIL))
        self._day = store.day
        self._seen = clock()
        self._told: tuple[object, ...] = ()
        store.changed.connect(self._noticed)

    # --- what it says ------------------------------------------------------------------------

    def reading(self, step: str = "") -> Reading:
        """What it says now; `step` decides which block on another date than the day's own."""
        return rules.reading(self._store.day, self._clock(), step, self._trail.run)

    @property
    def run(self) -> Run | None:
        """The block that runs by hand, if any."""
        return self._trail.run

    def seconds_left(self) -> int | None:
        """Seconds left of the block, 0 when the time is out; None where nothing is timed."""
        return self.reading().left

    @property
    def in_room(self) -> bool:
        """Whether the room sees the block's time on the pages of a vote."""
        return self._kept.get(_IN_ROOM) is True

    def room_seconds(self) -> int | None:
        """What the room sees of it: seconds left, None where nothing runs or it is not shown."""
        return self.seconds_left() if self.in_room else None

    # --- acts --------------------------------------------------------------------------------

    def toggle(self, step: str = "") -> None:
        """Start, pause, or go on.

        Raises:
            Refused: "no_agenda".
        """
        self._put(rules.toggled(self._store.day, self._trail, self._now(), step))

    def lengthen(self, minutes: int) -> None:
        """Minutes more, or less below zero; never asks. Nothing happens where nothing is timed."""
        now = self._now()
        if self.reading().mode not in TIMED | {Mode.AFTER}:
            return
        trail = rules.started(self._store.day, self._trail, now)
        if trail.run is not None:
            self._put(replace(trail, run=rules.lengthened(trail.run, now, minutes)))

    def move_on(self, step: str = "") -> None:
        """The next block begins now.

        Raises:
            Refused: "no_agenda", "last_block".
        """
        self._put(rules.moved_on(self._store.day, self._trail, self._now(), step))

    def go_back(self, step: str = "") -> None:
        """The block before, with the time it had left.

        Raises:
            Refused: "no_agenda", "first_block".
        """
        self._put(rules.moved_back(self._store.day, self._trail, self._now(), step))

    def begin_now(self, step: str = "") -> None:
        """The block begins now with all its time, as where the day began late.

        Raises:
            Refused: "no_agenda".
        """
        self._put(rules.begun_now(self._store.day, self._trail, self._now(), step))

    def follow_plan(self) -> None:
        """Nobody has moved on: the plan decides again; on another date the clock stops."""
        self._put(Trail())

    def show_in_room(self, *, shown: bool) -> None:
        """Whether the room sees the block's time on the pages of a vote."""
        self._kept.put({_IN_ROOM: shown})
        self._tell()

    # --- what can be done --------------------------------------------------------------------

    def can_start(self) -> bool:
        """Whether there is a block to start."""
        return bool(self._store.day.agenda)

    def can_lengthen(self) -> bool:
        """Whether a block is timed."""
        return self.reading().mode in TIMED | {Mode.AFTER}

    def can_shorten(self) -> bool:
        """Whether there is time to take away."""
        return bool(self.reading().left)

    def can_move_on(self) -> bool:
        """Whether there is a next block, or one that waits to begin."""
        said = self.reading()
        if said.item is None:
            return False
        waits = said.mode in {Mode.IDLE, Mode.BEFORE}
        return waits or rules.beside(self._store.day, said.item.id, 1) is not None

    def can_go_back(self) -> bool:
        """Whether there is a block before."""
        said = self.reading()
        if said.item is None or said.mode in {Mode.IDLE, Mode.BEFORE}:
            return False
        first = said.item.id == self._store.day.agenda[0].id
        return said.mode is Mode.AFTER or bool(self._trail.left) or not first

    def by_hand(self) -> bool:
        """Whether somebody has moved on, so that the plan no longer decides."""
        return self.reading().mode in BY_HAND

    # --- spreading ---------------------------------------------------------------------------

    def spread_lines(self) -> tuple[SpreadLine, ...]:
        """What spreading would do: the block that runs and those after it.

        Raises:
            Refused: "spread_not_now", and as `domain.clock_spread.spread`.
        """
        said, day = self._spreadable(), self._store.day
        after = spread(day, said[0], said[1])
        return spread_lines(day, after, said[0])

    def spread(self, ends: int) -> None:
        """Spread what is left over the later blocks: one act of content, which undo takes back.

        Args:
            ends: The minute at which the block that runs will be done, as it was shown.

        Raises:
            Refused: as `spread_lines`.
            KnownError: if it cannot be written.
        """
        item, _now = self._spreadable()
        self._store.do(Op.EDIT_AGENDA_ITEM, partial(spread, item_id=item, ends=ends), self)

    def _spreadable(self) -> tuple[str, int]:
        """The block that runs, and when it will be done."""
        said = self.reading()
        right = said.drift is not None or said.mode in {Mode.PLAN, Mode.AFTER}
        if said.item is None or not right:
            raise Refused("spread_not_now")
        return said.item.id, said.ends

    def can_spread(self) -> bool:
        """Whether the block will be done at another time than planned, and the day can be written.

        Whether the blocks after it can make up for it is told when it is asked for.
        """
        said = self.reading()
        if said.item is None or said.drift is None or self._store.file.read_only:
            return False
        later = rules.beside(self._store.day, said.item.id, 1)
        return later is not None and bool(said.drift)

    # --- keeping up --------------------------------------------------------------------------

    def tick(self) -> None:
        """Look at the wall clock; tells only if what it says is new, to the second."""
        self._now()
        if self._says() != self._told:
            self._tell()

    def _says(self) -> tuple[object, ...]:
        """What it says, to the second while it runs; how it fits the plan also while it stands."""
        said = self.reading()
        return said.mode, said.item, said.left, said.over, said.drift

    def _now(self) -> datetime:
        """The time; where the machine's clock was set back, the block goes on as if it was not."""
        now, seen = self._clock(), self._seen
        self._seen = now
        if seen - now > _SET_BACK and self._trail.run is not None:
            self._put(rules.shifted(self._trail, now - seen))
        return now

    def _put(self, trail: Trail) -> None:
        if trail != self._trail:
            self._trail = trail
            self._kept.put({_TRAIL: kept_text(trail)})
            self._tell()

    def _tell(self) -> None:
        self._told = self._says()
        self.changed.emit()

    def _noticed(self, change: Change) -> None:
        before, self._day = self._day, change.day
        run = self._trail.run
        if before.agenda == change.day.agenda:
            return
        if run is not None:
            self._trail = replace(self._trail, run=rules.follow_edit(before, change.day, run))
            self._kept.put({_TRAIL: kept_text(self._trail)})
        self._tell()
