"""Which block runs: the plan until somebody moves on, then that block until somebody moves on."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import imported
from workshop_app.domain.agenda import AgendaEdit, add_item, edit_item, remove_item
from workshop_app.domain.clock import (
    Mode,
    Run,
    Trail,
    Urgency,
    begun_now,
    beside,
    block_of_step,
    follow_edit,
    lengthened,
    moved_back,
    moved_on,
    reading,
    remaining,
    resumed,
    shifted,
    started,
    toggled,
    urgency,
)
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.refused import Refused

DATE = dt.date(2027, 4, 22)
MINUTE = 60


def day_of(*minutes: int) -> Day:
    day = Day(Workshop(id="w", title="Forum", date=DATE))
    for place, length in enumerate(minutes):
        step = "vote" if place == 1 else ""
        day = add_item(day, f"B{place}", AgendaEdit(f"Block {place}", length, step=step))
    return day


DAY = day_of(15, 30, 20)
"""08.30, 08.45 and 09.15 to 09.35."""


def at(clock: str, date: dt.date = DATE) -> dt.datetime:
    return dt.datetime.combine(date, dt.time.fromisoformat(clock), dt.UTC)


def by_hand(day: Day, clock: str) -> Trail:
    return started(day, Trail(), at(clock))


def said(clock: str, trail: Trail, day: Day = DAY):
    return reading(day, at(clock), run=trail.run)


def test_without_an_agenda_it_says_nothing():
    empty = day_of()
    assert reading(empty, at("09:00")).mode is Mode.NONE
    for act in (started, toggled, moved_on, moved_back, begun_now):
        with pytest.raises(Refused, match="no_agenda"):
            act(empty, Trail(), at("09:00"))


@pytest.mark.parametrize(
    ("clock", "mode", "item", "left"),
    [
        ("08:00", Mode.BEFORE, "B0", None),
        ("08:30", Mode.PLAN, "B0", 15 * MINUTE),
        ("08:44:59.500", Mode.PLAN, "B0", 1),
        ("08:45", Mode.PLAN, "B1", 30 * MINUTE),
        ("08:51:40", Mode.PLAN, "B1", 1400),
        ("09:35", Mode.AFTER, "B2", 0),
        ("23:00", Mode.AFTER, "B2", 0),
    ],
)
def test_until_somebody_moves_on_the_plan_decides(clock, mode, item, left):
    now = reading(DAY, at(clock))
    assert (now.mode, now.item.id, now.left, now.drift) == (mode, item, left, None)
    assert now.over == 0


def test_a_gap_in_the_plan_is_not_over_anything():
    gap = replace(DAY, agenda=(DAY.agenda[0], DAY.agenda[2]))
    now = reading(gap, at("09:00"))
    assert (now.mode, now.item.id, now.left) == (Mode.PLAN, "B0", 0)


def test_on_another_date_the_step_decides_and_nothing_runs():
    now = reading(DAY, at("09:00", dt.date(2027, 4, 20)), "vote")
    assert (now.mode, now.item.id, now.left, now.urgency) == (Mode.IDLE, "B1", None, Urgency.CALM)
    assert (now.minute, now.allowed) == (8 * 60 + 45, 30 * MINUTE)


def test_a_step_without_a_link_leads_to_the_first_block():
    assert block_of_step(DAY, "frame").id == "B0"
    assert block_of_step(DAY, "").id == "B0"
    assert block_of_step(DAY, "vote").id == "B1"


def test_a_block_whose_time_is_out_stays_until_somebody_moves_on():
    trail = moved_on(DAY, Trail(), at("08:45"))
    now = said("09:39", trail)
    assert (now.item.id, now.left, now.over) == ("B2", 0, 34 * MINUTE)
    assert (now.urgency, now.until, now.mode) == (Urgency.OUT, "09:05", Mode.HAND)
    trail = moved_on(DAY, by_hand(DAY, "08:44"), at("08:50"))
    assert said("15:00", trail).item.id == "B1"


def test_how_it_fits_the_plan_is_told_in_whole_minutes():
    trail = moved_on(DAY, by_hand(DAY, "08:44"), at("08:49:30"))
    assert said("08:50", trail).drift == 4
    assert said("09:20", trail).drift == 5
    trail = moved_on(DAY, by_hand(DAY, "08:40"), at("08:44:20"))
    assert said("08:50", trail).drift == 0
    trail = moved_on(DAY, by_hand(DAY, "08:38"), at("08:39"))
    assert said("08:50", trail).drift == -6


def test_before_the_day_moving_on_begins_the_first_block():
    trail = moved_on(DAY, Trail(), at("08:26"))
    now = said("08:27", trail)
    assert (now.item.id, now.left, now.drift) == ("B0", 14 * MINUTE, -4)


def test_after_the_last_block_there_is_nowhere_to_go():
    with pytest.raises(Refused, match="last_block"):
        moved_on(DAY, Trail(), at("09:20"))
    with pytest.raises(Refused, match="last_block"):
        moved_on(DAY, Trail(), at("12:00"))


def test_space_starts_pauses_and_goes_on():
    other = dt.date(2027, 4, 20)
    trail = toggled(DAY, Trail(), at("09:00", other), "vote")
    assert reading(DAY, at("09:01", other), run=trail.run).left == 29 * MINUTE
    trail = toggled(DAY, trail, at("09:02", other))
    paused = reading(DAY, at("09:50", other), run=trail.run)
    assert (paused.mode, paused.left, paused.drift) == (Mode.PAUSED, 28 * MINUTE, None)
    assert paused.minute == 8 * 60 + 47
    trail = toggled(DAY, trail, at("10:00", other))
    going = reading(DAY, at("10:01", other), run=trail.run)
    assert (going.mode, going.left) == (Mode.HAND, 27 * MINUTE)


def test_a_pause_while_the_plan_runs_keeps_what_the_plan_had_left():
    trail = toggled(DAY, Trail(), at("08:50"))
    now = said("08:55", trail)
    assert (now.item.id, now.left, now.drift) == ("B1", 25 * MINUTE, 5)
    assert now.until == "09:20"


def test_going_on_without_a_pause_changes_nothing():
    run = Run("B0", at("08:30"), 60)
    assert resumed(run, at("08:31")) == run


def test_back_to_a_block_it_has_the_time_it_had_left():
    trail = by_hand(DAY, "08:32")
    trail = moved_on(DAY, trail, at("08:40"))
    trail = moved_back(DAY, trail, at("08:48"))
    assert said("08:48", trail).left == 5 * MINUTE
    assert said("08:49", trail).item.id == "B0"
    assert trail.left == ()


def test_a_paused_block_that_was_left_had_the_time_it_had_when_it_was_paused():
    trail = toggled(DAY, by_hand(DAY, "08:32"), at("08:34"))
    trail = moved_on(DAY, trail, at("08:40"))
    trail = moved_back(DAY, trail, at("08:48"))
    assert said("08:48", trail).left == 11 * MINUTE


def test_back_while_the_plan_decides_is_the_block_the_room_never_left():
    trail = moved_back(DAY, Trail(), at("08:49"))
    now = said("08:49", trail)
    assert (now.item.id, now.over, now.drift) == ("B0", 4 * MINUTE, 4)
    trail = moved_back(DAY, Trail(), at("09:45"))
    assert (said("09:45", trail).item.id, said("09:45", trail).over) == ("B2", 10 * MINUTE)


def test_a_day_that_began_late_lets_its_first_block_begin_now_with_all_its_time():
    late = moved_back(DAY, Trail(), at("08:50:30"))
    assert said("08:50:30", late).over == 5 * MINUTE + 30
    fresh = said("08:50:30", begun_now(DAY, late, at("08:50:30")))
    assert (fresh.item.id, fresh.left, fresh.drift) == ("B0", 15 * MINUTE, 20)


def test_a_block_that_begins_now_keeps_the_way_back():
    trail = moved_on(DAY, by_hand(DAY, "08:30"), at("08:40"))
    again = begun_now(DAY, trail, at("08:50"))
    assert (again.run.item_id, again.left) == ("B1", trail.left)
    assert said("08:50", again).left == 30 * MINUTE


def test_back_on_another_date_begins_the_block_now():
    other = dt.date(2027, 4, 20)
    trail = moved_back(DAY, Trail(), at("20:00", other), "vote")
    assert reading(DAY, at("20:01", other), run=trail.run).left == 14 * MINUTE


def test_there_is_nothing_before_the_first_block():
    with pytest.raises(Refused, match="first_block"):
        moved_back(DAY, Trail(), at("08:31"))
    with pytest.raises(Refused, match="first_block"):
        moved_back(DAY, Trail(), at("08:00"))


def test_back_over_a_block_that_was_removed_goes_to_the_one_before_in_the_plan():
    trail = moved_on(DAY, by_hand(DAY, "08:50"), at("09:00"))
    day = remove_item(DAY, "B1")
    assert said("09:10", moved_back(day, trail, at("09:10")), day).item.id == "B0"


def test_what_runs_is_forgotten_on_another_date_and_without_its_block():
    trail = by_hand(DAY, "08:32")
    tomorrow = at("08:40", dt.date(2027, 4, 23))
    assert reading(DAY, tomorrow, run=trail.run).mode is Mode.IDLE
    gone = remove_item(DAY, "B0")
    assert said("08:32", trail, gone).mode is Mode.PLAN


def test_minutes_more_where_the_time_is_out_count_from_now():
    run = Run("B0", at("08:30"), 15 * MINUTE)
    assert remaining(lengthened(run, at("08:40"), 1), at("08:40")) == dt.timedelta(minutes=6)
    assert remaining(lengthened(run, at("08:59:12"), 5), at("08:59:12")) == dt.timedelta(minutes=5)


def test_taking_away_ends_at_zero_and_never_below_a_minute_in_all():
    run = Run("B0", at("08:30"), 15 * MINUTE)
    assert lengthened(run, at("08:31"), -1).allowed == 14 * MINUTE
    near = lengthened(run, at("08:44:40"), -1)
    assert remaining(near, at("08:44:40")) == dt.timedelta()
    assert lengthened(run, at("08:50"), -1) == run
    short = Run("B0", at("08:30"), MINUTE)
    assert lengthened(short, at("08:30"), -1).allowed == MINUTE


@pytest.mark.parametrize(
    ("left", "how"),
    [
        (900, Urgency.CALM),
        (181, Urgency.CALM),
        (180, Urgency.SOON),
        (46, Urgency.SOON),
        (45, Urgency.LAST),
        (1, Urgency.LAST),
        (0, Urgency.OUT),
    ],
)
def test_a_fifth_and_a_twentieth_are_told(left, how):
    assert urgency(left, 900) is how


def test_a_clock_that_was_set_back_takes_no_time():
    run = Run("B0", at("08:30"), 15 * MINUTE)
    assert remaining(run, at("08:10")) == dt.timedelta(minutes=15)
    paused = replace(run, paused_at=at("08:35"))
    assert resumed(paused, at("08:20")).stood == 0


def test_setting_the_clock_moves_all_that_was_noted():
    trail = toggled(DAY, moved_on(DAY, by_hand(DAY, "08:40"), at("08:44")), at("08:50"))
    back = dt.timedelta(hours=-1)
    moved = shifted(trail, back)
    assert moved.run == replace(trail.run, begun=at("07:44"), paused_at=at("07:50"))
    assert moved.left[0].begun == trail.left[0].begun + back
    assert shifted(Trail(), back) == Trail()


def test_an_edited_block_gets_its_minutes_while_it_runs():
    run = by_hand(DAY, "08:32").run
    longer = edit_item(DAY, "B0", AgendaEdit("Block 0", 20))
    assert follow_edit(DAY, longer, run).allowed == 20 * MINUTE
    assert follow_edit(longer, DAY, follow_edit(DAY, longer, run)) == run
    other = edit_item(DAY, "B1", AgendaEdit("Block 1", 20))
    assert follow_edit(DAY, other, run) == run
    added = add_item(DAY, "N", AgendaEdit("New", 5))
    assert follow_edit(DAY, added, run) == run


def test_the_block_beside_is_none_outside_the_agenda():
    assert beside(DAY, "B0", 1).id == "B1"
    assert beside(DAY, "B0", -1) is None
    assert beside(DAY, "B2", 1) is None


SECONDS = st.integers(0, 8 * 3600)
ACTS = st.sampled_from(("toggle", "on", "back", "more", "less", "wait"))


@given(st.lists(st.tuples(ACTS, st.integers(0, 2000)), max_size=25), SECONDS)
def test_whatever_is_done_no_time_is_lost_and_only_moving_changes_the_block(acts, first):
    now = at("08:00") + dt.timedelta(seconds=first)
    trail = Trail()
    for act, wait in acts:
        before = reading(DAY, now, run=trail.run)
        now += dt.timedelta(seconds=wait)
        waited = reading(DAY, now, run=trail.run)
        if before.mode in {Mode.HAND, Mode.PAUSED}:
            assert waited.item == before.item
            passed = before.left - before.over - (waited.left - waited.over)
            assert passed == (wait if before.mode is Mode.HAND else 0)
        trail = done(act, trail, now)
        after = reading(DAY, now, run=trail.run)
        if act in {"toggle", "more", "less", "wait"}:
            assert after.item == waited.item
        assert after.left is None or (after.left >= 0 and after.over >= 0)


def done(act: str, trail: Trail, now: dt.datetime) -> Trail:
    try:
        if act == "toggle":
            return toggled(DAY, trail, now)
        if act == "on":
            return moved_on(DAY, trail, now)
        if act == "back":
            return moved_back(DAY, trail, now)
    except Refused:
        return trail
    if trail.run is not None and act in {"more", "less"}:
        return replace(trail, run=lengthened(trail.run, now, 1 if act == "more" else -1))
    return trail


def test_a_vote_item_is_found_by_the_round_it_drives():
    day = imported().day
    for step, item in (("vote", "7"), ("prioritise", "14"), ("frame", "15"), ("summary", "16")):
        assert block_of_step(day, step).id == item
