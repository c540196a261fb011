"""The time of a round: on the wall clock, may close the round, stays at zero."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from tests.app.channel_day import channel_day, opened, with_round
from workshop_app.app.round_timer import RoundTimer
from workshop_app.app.stage import Stage
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.ways import with_minutes
from workshop_app.storage.dayfile import FileRefused

KEY = "need"


class Clock:
    """A clock that is moved by hand."""

    def __init__(self):
        self.now = datetime(2027, 4, 22, 11, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def pass_by(self, **time):
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def stage():
    return Stage()


@pytest.fixture
def make(qapp, tmp_path, clock, stage):
    """A day with a timed round, and its timer."""
    made = []

    def opened_with(minutes=10, *, closes=False):
        day = with_round(
            channel_day(), KEY, lambda r: r.changed(minutes=minutes, closes_on_time=closes)
        )
        held = opened(tmp_path / f"{len(made)}.milstolpe", day)
        made.append(held)
        return held, RoundTimer(held.store, held.door, stage, clock)

    yield opened_with
    for held in made:
        held.store.close()


def state(held):
    return held.store.day.standing(KEY).state


def test_it_counts_from_the_opening_by_the_wall_clock(make, clock):
    held, timer = make()
    assert timer.left(KEY) is None
    clock.pass_by(minutes=3)
    held.door.open(KEY)
    assert timer.left(KEY) == 600
    clock.pass_by(minutes=3, seconds=20)
    assert timer.left(KEY) == 400


def test_at_zero_it_stays_at_zero_and_the_round_stays_open(make, clock):
    held, timer = make()
    held.door.open(KEY)
    clock.pass_by(hours=3)
    timer.tick()
    assert timer.left(KEY) == 0
    assert state(held) is RoundState.OPEN


def test_a_round_that_closes_on_time_is_closed_then(qtbot, make, clock):
    held, timer = make(closes=True)
    held.door.open(KEY)
    clock.pass_by(minutes=9, seconds=59)
    timer.tick()
    assert state(held) is RoundState.OPEN
    clock.pass_by(seconds=1)
    with qtbot.waitSignal(timer.closed) as told:
        timer.tick()
    assert told.args == [KEY]
    assert state(held) is RoundState.CLOSED
    assert timer.left(KEY) is None


def test_it_does_not_close_while_somebody_has_a_ballot_in_hand(make, clock, stage):
    held, timer = make(closes=True)
    held.door.open(KEY)
    stage.cover(covered=True)
    clock.pass_by(minutes=11)
    timer.tick()
    assert state(held) is RoundState.OPEN
    stage.cover(covered=False)
    timer.tick()
    assert state(held) is RoundState.CLOSED


def test_one_minute_more_counts_from_now_when_the_time_is_out(make, clock):
    held, timer = make()
    held.door.open(KEY)
    timer.add_minute(KEY)
    assert timer.left(KEY) == 660
    clock.pass_by(minutes=30)
    timer.add_minute(KEY)
    assert timer.left(KEY) == 60
    assert timer.minutes(KEY) == 12


def test_without_a_time_nothing_runs(make):
    held, timer = make(minutes=0, closes=False)
    held.door.open(KEY)
    timer.tick()
    timer.add_minute(KEY)
    assert timer.left(KEY) is None
    assert timer.minutes("nothing") == 0


def test_a_round_that_is_opened_again_has_no_time(make, clock):
    held, timer = make(closes=True)
    held.door.open(KEY)
    clock.pass_by(minutes=11)
    timer.tick()
    held.door.reopen(KEY)
    timer.tick()
    assert timer.left(KEY) is None
    assert state(held) is RoundState.OPEN


def test_what_cannot_be_closed_is_tried_once_and_stays_open(make, clock, monkeypatch):
    held, timer = make(closes=True)
    held.door.open(KEY)
    tries = []

    def fails(key):
        tries.append(key)
        raise FileRefused("ballots_differ")

    monkeypatch.setattr(held.door, "close", fails)
    clock.pass_by(minutes=11)
    timer.tick()
    timer.tick()
    assert tries == [KEY]
    assert timer.left(KEY) == 0


def test_a_clock_that_is_set_back_gives_no_more_than_there_was(make, clock):
    held, timer = make()
    held.door.open(KEY)
    clock.pass_by(hours=-2)
    assert timer.left(KEY) == 600


def test_a_time_that_is_set_after_the_opening_counts_from_the_opening(make, clock):
    held, timer = make(minutes=0)
    held.door.open(KEY)
    clock.pass_by(minutes=1)
    held.store.do(Op.EDIT_ROUND, partial(with_minutes, round_id=KEY, minutes=3))
    assert timer.left(KEY) == 120
    assert timer._timer.isActive()


def test_it_ticks_by_itself_while_a_round_is_open(qtbot, make, clock):
    held, timer = make()
    held.door.open(KEY)
    clock.pass_by(seconds=5)
    with qtbot.waitSignal(timer.ticked, timeout=3000):
        pass
    held.door.close(KEY)
    assert not timer._timer.isActive()
