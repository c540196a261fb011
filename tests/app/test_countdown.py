"""The countdown for the room: on the wall clock, never below zero, and it never acts."""

from datetime import datetime, timedelta

import pytest

from workshop_app.app.countdown import Countdown


class Wall:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = datetime(2027, 4, 22, 10, 0).astimezone()

    def __call__(self):
        return self.now

    def later(self, **much):
        self.now += timedelta(**much)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def countdown(qapp, wall):
    made = Countdown(wall)
    yield made
    made.stop()


def test_it_counts_whole_seconds_on_the_wall_clock(countdown, wall):
    assert countdown.left is None
    countdown.start(15, "Break")
    assert (countdown.left, countdown.text) == (900, "Break")
    wall.later(seconds=0.4)
    assert countdown.left == 900
    wall.later(minutes=14, seconds=50)
    assert countdown.left == 10


def test_through_sleep_it_goes_on_and_at_zero_it_stays(countdown, wall):
    countdown.start(5)
    wall.later(minutes=40)
    assert countdown.left == 0
    wall.later(days=1)
    assert countdown.left == 0


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 60), (-3, 60), (1, 60), (90, 3600)])
def test_it_has_one_to_sixty_minutes(countdown, minutes, seconds):
    countdown.start(minutes)
    assert countdown.left == seconds


def test_it_tells_only_when_it_says_something_else(countdown, wall):
    told = []
    countdown.ticked.connect(lambda: told.append(countdown.left))
    countdown.start(1)
    countdown.tick()
    wall.later(seconds=1)
    countdown.tick()
    countdown.tick()
    countdown.stop()
    assert told == [60, 59, None]


def test_it_follows_another_clock_and_never_goes_below_zero(countdown):
    said = [30, -5, None]
    countdown.follow(lambda: said[0], "Group work")
    assert countdown.left == 30
    said.pop(0)
    assert countdown.left == 0
    said.pop(0)
    assert countdown.left is None
    assert countdown.ends is None


def test_a_clock_that_was_set_back_gives_no_more_than_there_was(countdown, wall):
    countdown.start(15)
    wall.later(minutes=5)
    wall.later(hours=-1)
    assert countdown.left == 900
