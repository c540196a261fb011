"""The clock of the day: on the wall clock, kept through sleep and restart, never acting alone."""

import datetime as dt
from functools import partial

import pytest

from workshop_app.app.clock import DayClock
from workshop_app.app.clock_kept import kept_text, read_trail
from workshop_app.app.store import DayStore
from workshop_app.domain.agenda import AgendaEdit, add_item, edit_item, remove_item
from workshop_app.domain.clock import Mode, Run, Trail
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.kept import Kept

DATE = dt.date(2027, 4, 22)


class Wall:
    """A clock that is moved by hand."""

    def __init__(self):
        self.now = dt.datetime(2027, 4, 22, 8, 30, tzinfo=dt.UTC)

    def __call__(self):
        return self.now

    def pass_by(self, **time):
        self.now += dt.timedelta(**time)


def day_of(*minutes: int) -> Day:
    day = Day(Workshop(id="w", title="Forum", date=DATE))
    for place, length in enumerate(minutes):
        day = add_item(day, f"B{place}", AgendaEdit(f"Block {place}", length))
    return day


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def open_day(qapp, tmp_path):
    """Opens a new day in a real file."""
    stores = []

    def opened(day):
        path = tmp_path / f"{len(stores)}.milstolpe"
        DayFile.create(path, day).close()
        stores.append(DayStore(DayFile.open(path)))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def store(open_day):
    return open_day(day_of(15, 30, 15, 40))


@pytest.fixture
def kept_path(tmp_path):
    return tmp_path / "kept.json"


@pytest.fixture
def clock(store, wall, kept_path):
    return DayClock(store, wall, Kept(kept_path))


def item_of(clock):
    return clock.reading().item.id


def test_nobody_needs_to_touch_it_on_the_day_itself(clock, wall):
    assert (item_of(clock), clock.seconds_left()) == ("B0", 900)
    wall.pass_by(minutes=20)
    assert (item_of(clock), clock.seconds_left(), clock.run) == ("B1", 1500, None)


def test_moved_on_by_hand_it_stays_on_the_block_for_hours(clock, wall):
    clock.move_on()
    wall.pass_by(hours=5)
    clock.tick()
    assert (item_of(clock), clock.seconds_left()) == ("B1", 0)
    assert clock.reading().over == (5 * 60 - 30) * 60


def test_forty_minutes_of_sleep_are_forty_minutes(clock, wall):
    clock.move_on()
    wall.pass_by(minutes=10)
    clock.tick()
    wall.pass_by(minutes=40)
    clock.tick()
    said = clock.reading()
    assert (said.left, said.over, said.drift) == (0, 20 * 60, 5)


def test_it_goes_on_after_a_restart(clock, store, wall, kept_path):
    clock.move_on()
    clock.lengthen(5)
    wall.pass_by(minutes=12)
    again = DayClock(store, wall, Kept(kept_path))
    assert (item_of(again), again.seconds_left()) == ("B1", 23 * 60)
    again.go_back()
    assert item_of(again) == "B0"


def test_a_pause_lasts_over_a_restart(clock, store, wall, kept_path):
    clock.move_on()
    wall.pass_by(minutes=10)
    clock.toggle()
    wall.pass_by(minutes=30)
    again = DayClock(store, wall, Kept(kept_path))
    assert (again.reading().mode, again.seconds_left()) == (Mode.PAUSED, 20 * 60)
    again.toggle()
    wall.pass_by(minutes=1)
    assert again.seconds_left() == 19 * 60


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"run": 3, "left": []}', '{"run": null}'])
def test_what_was_kept_and_cannot_be_read_is_as_if_nobody_had_moved_on(text):
    assert read_trail(text) == Trail()


def test_what_is_kept_is_read_as_it_was(wall):
    run = Run("B1", wall.now, 900, 30, wall.now + dt.timedelta(minutes=2))
    trail = Trail(run, (Run("B0", wall.now, 60),))
    assert read_trail(kept_text(trail)) == trail
    assert read_trail(kept_text(Trail())) == Trail()


def test_a_time_without_a_zone_is_the_machines_own():
    text = '{"item": "B0", "begun": "2027-04-22T08:30:00", "allowed": 0, "stood": -3, '
    text = '{"run": ' + text + '"paused_at": null}, "left": []}'
    run = read_trail(text).run
    assert run.begun == dt.datetime(2027, 4, 22, 8, 30).astimezone()
    assert (run.allowed, run.stood) == (1, 0)


def test_a_clock_set_back_takes_no_time_and_gives_none(clock, wall):
    clock.move_on()
    wall.pass_by(minutes=10)
    clock.tick()
    wall.pass_by(hours=-1)
    clock.tick()
    assert clock.seconds_left() == 20 * 60
    wall.pass_by(minutes=1)
    assert clock.seconds_left() == 19 * 60


def test_a_clock_that_finds_its_way_is_let_be(clock, wall):
    clock.move_on()
    begun = clock.run.begun
    wall.pass_by(seconds=-1)
    clock.tick()
    assert clock.run.begun == begun
    clock.follow_plan()
    wall.pass_by(hours=-1)
    clock.tick()
    assert clock.run is None


def test_it_tells_once_a_second_while_it_runs_and_never_while_it_stands(clock, wall, qtbot):
    told = []
    clock.changed.connect(partial(told.append, 1))
    clock.tick()
    for _beat in range(4):
        wall.pass_by(milliseconds=250)
        clock.tick()
    assert len(told) == 2
    clock.toggle()
    assert len(told) == 3
    for _beat in range(8):
        wall.pass_by(milliseconds=500)
        clock.tick()
    assert len(told) == 3


def test_a_long_pause_is_told_when_the_plan_slips_by_a_minute(clock, wall):
    clock.toggle()
    told = []
    clock.changed.connect(partial(told.append, 1))
    for _beat in range(120):
        wall.pass_by(seconds=1)
        clock.tick()
    assert (len(told), clock.reading().drift) == (2, 2)


def test_it_tells_when_the_day_begins_by_itself(clock, wall):
    told = []
    wall.now = dt.datetime(2027, 4, 22, 8, 29, 59, tzinfo=dt.UTC)
    clock.tick()
    clock.changed.connect(partial(told.append, 1))
    clock.tick()
    assert told == []
    wall.pass_by(seconds=1)
    clock.tick()
    assert told == [1]


def test_one_minute_more_at_zero_is_a_minute_from_now(clock, wall):
    clock.move_on()
    wall.pass_by(minutes=35)
    clock.lengthen(1)
    assert clock.seconds_left() == 60
    clock.lengthen(-1)
    assert clock.seconds_left() == 0
    assert not clock.can_shorten()


def test_a_minute_more_while_the_plan_runs_makes_the_block_run_by_hand(clock, wall):
    wall.pass_by(minutes=5)
    clock.lengthen(1)
    assert (clock.seconds_left(), clock.reading().drift, clock.by_hand()) == (11 * 60, 1, True)
    clock.follow_plan()
    assert (clock.seconds_left(), clock.by_hand()) == (10 * 60, False)


def test_on_another_date_it_is_started_by_hand_and_compared_with_nothing(store, wall):
    wall.now = dt.datetime(2027, 4, 20, 20, 0, tzinfo=dt.UTC)
    clock = DayClock(store, wall)
    clock.lengthen(1)
    assert (clock.seconds_left(), clock.run, clock.can_lengthen()) == (None, None, False)
    assert not clock.can_go_back()
    assert clock.can_move_on()
    clock.toggle()
    wall.pass_by(minutes=1)
    assert (clock.seconds_left(), clock.reading().drift) == (14 * 60, None)
    with pytest.raises(Refused, match="spread_not_now"):
        clock.spread_lines()
    assert not clock.can_spread()


def test_without_an_agenda_nothing_can_be_done_and_nothing_breaks(open_day, wall):
    clock = DayClock(open_day(day_of()), wall)
    clock.tick()
    clock.lengthen(1)
    able = (clock.can_start(), clock.can_move_on(), clock.can_go_back(), clock.can_spread())
    assert able == (False, False, False, False)
    assert clock.seconds_left() is None
    with pytest.raises(Refused, match="no_agenda"):
        clock.move_on()
    with pytest.raises(Refused, match="spread_not_now"):
        clock.spread(600)


def test_the_last_block_has_none_after_it_and_the_first_none_before(clock, wall):
    assert (clock.can_move_on(), clock.can_go_back()) == (True, False)
    for _block in range(3):
        clock.move_on()
    assert (clock.can_move_on(), clock.can_go_back()) == (False, True)
    clock.follow_plan()
    wall.pass_by(hours=3)
    assert (clock.can_move_on(), clock.can_go_back()) == (False, True)


def test_spreading_is_one_act_that_undo_takes_back(clock, store, wall):
    clock.move_on()
    wall.pass_by(minutes=44)
    before = store.day
    assert clock.can_spread()
    lines = clock.spread_lines()
    assert [line.item.minutes for line in lines] == [29, 15, 41]
    wall.pass_by(minutes=11)
    lines = clock.spread_lines()
    clock.spread(clock.reading().ends)
    assert [item.minutes for item in store.day.agenda] == [15, 40, 12, 33]
    assert [item.minutes for item in store.day.agenda[1:]] == [one.item.minutes for one in lines]
    assert store.day.agenda[-1].end == before.agenda[-1].end
    said = clock.reading()
    assert (said.allowed, said.drift) == (30 * 60, 0)
    assert store.undo() is Op.EDIT_AGENDA_ITEM
    assert store.day == before
    assert clock.reading().allowed == 30 * 60


def test_the_agenda_edited_while_the_block_runs_is_followed(clock, store):
    clock.move_on()
    told = []
    clock.changed.connect(partial(told.append, 1))
    longer = partial(edit_item, item_id="B1", edit=AgendaEdit("Block 1", 40))
    store.do(Op.EDIT_AGENDA_ITEM, longer)
    assert clock.seconds_left() == 40 * 60
    store.do(Op.REMOVE_AGENDA_ITEM, partial(remove_item, item_id="B1"))
    assert item_of(clock) == "B0"
    assert len(told) == 2
    store.undo()
    assert item_of(clock) == "B1"


def test_the_room_sees_the_time_only_when_asked_for(clock, store, wall, kept_path):
    clock.move_on()
    assert clock.room_seconds() is None
    clock.show_in_room(shown=True)
    assert clock.room_seconds() == 30 * 60
    assert DayClock(store, wall, Kept(kept_path)).in_room
    clock.show_in_room(shown=False)
    assert clock.room_seconds() is None
