"""The agenda: times follow from minutes, whatever is moved."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.agenda import (
    AgendaEdit,
    add_item,
    agenda_minutes,
    clock_minutes,
    edit_item,
    move_item,
    read_minutes,
    read_time,
    remove_item,
    set_start,
)
from workshop_app.domain.day import Day, find
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.refused import Refused


def empty() -> Day:
    return Day(Workshop(id="w", title="Forum", date=dt.date(2027, 4, 22)))


def with_blocks(*minutes: int) -> Day:
    day = empty()
    for place, length in enumerate(minutes):
        day = add_item(day, f"B{place}", AgendaEdit(f"Block {place}", length))
    return day


def spans(day: Day) -> list[tuple[str, str, str]]:
    return [(item.id, item.start, item.end) for item in day.agenda]


def test_blocks_follow_each_other_from_the_start_of_the_day():
    day = with_blocks(15, 30)
    assert spans(day) == [("B0", "08:30", "08:45"), ("B1", "08:45", "09:15")]
    assert (day.workshop.start, day.workshop.end) == ("08:30", "09:15")
    assert agenda_minutes(day) == 45
    assert agenda_minutes(empty()) == 0


def test_a_new_block_stands_after_the_chosen_one_and_pushes_the_rest():
    day = add_item(with_blocks(15, 30), "N", AgendaEdit("New", 10), after="B0")
    assert spans(day)[1:] == [("N", "08:45", "08:55"), ("B1", "08:55", "09:25")]


def test_moving_a_block_counts_the_times_again():
    day = move_item(with_blocks(15, 30, 60), "B2", 0)
    assert spans(day) == [
        ("B2", "08:30", "09:30"),
        ("B0", "09:30", "09:45"),
        ("B1", "09:45", "10:15"),
    ]


def test_moving_past_the_end_stops_there_and_moving_nowhere_changes_nothing():
    day = with_blocks(15, 30)
    assert [i.id for i in move_item(day, "B0", 99).agenda] == ["B1", "B0"]
    assert move_item(day, "B1", 99) is day


def test_other_words_leave_a_gap_somebody_made_alone():
    day = with_blocks(15, 30)
    gap = day.agenda[1].changed(start="09:00", end="09:30")
    day = Day(day.workshop, agenda=(day.agenda[0], gap))
    renamed = edit_item(day, "B1", AgendaEdit("Coffee", 30))
    assert renamed.agenda[1].start == "09:00"
    assert edit_item(day, "B1", AgendaEdit("Coffee", 20)).agenda[1].start == "08:45"


def test_a_block_that_is_removed_lets_the_rest_begin_earlier():
    day = remove_item(with_blocks(15, 30, 60), "B1")
    assert spans(day)[1] == ("B2", "08:45", "09:45")
    assert [item.position for item in day.agenda] == [1, 2]


def test_another_start_moves_the_whole_day():
    day = set_start(with_blocks(15, 30), "13:00")
    assert spans(day)[0][1:] == ("13:00", "13:15")
    assert (day.workshop.start, day.workshop.end) == ("13:00", "13:45")
    assert set_start(empty(), "13:00").workshop.start == "13:00"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (partial(add_item, key="N", edit=AgendaEdit("", 10)), "title_missing"),
        (partial(add_item, key="N", edit=AgendaEdit("Long", 0)), "minutes_unreadable"),
        (partial(add_item, key="N", edit=AgendaEdit("Long", 721)), "minutes_unreadable"),
        (partial(edit_item, item_id="X", edit=AgendaEdit("Lost", 10)), "unknown_item"),
        (partial(move_item, item_id="X", place=0), "unknown_item"),
        (partial(remove_item, item_id="X"), "unknown_item"),
        (partial(set_start, start="23:50"), "day_too_long"),
    ],
)
def test_what_cannot_be_is_refused(rule, code):
    with pytest.raises(Refused) as no:
        rule(with_blocks(15, 30))
    assert no.value.code == code


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(-2, 14)), max_size=6),
)
def test_the_times_have_no_gaps_and_the_sum_is_kept_however_blocks_are_moved(minutes, moves):
    day = with_blocks(*minutes)
    for which, place in moves:
        day = move_item(day, f"B{which % len(minutes)}", place)
    assert agenda_minutes(day) == sum(minutes)
    assert sorted(item.id for item in day.agenda) == sorted(f"B{i}" for i in range(len(minutes)))
    for before, after in zip(day.agenda, day.agenda[1:], strict=False):
        assert before.end == after.start
    for item in day.agenda:
        assert clock_minutes(item.end) - clock_minutes(item.start) == item.minutes
        assert find(day.agenda, item.id) is item


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("8.30", "08:30"),
        ("08:30", "08:30"),
        ("0830", "08:30"),
        ("8", "08:00"),
        ("kl. 13.05", "13:05"),
    ],
)
def test_a_time_is_read_as_people_write_it(text, read):
    assert read_time(text) == read


@pytest.mark.parametrize("text", ["", "24.00", "8.61", "8.5", "half past", "8.30.00", "-1.00"])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(Refused, match="time_unreadable"):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "read"), [("15", 15), ("15 min", 15), ("15min", 15), (" 90 ", 90)]
)
def test_minutes_are_read_as_people_write_them(text, read):
    assert read_minutes(text) == read


@pytest.mark.parametrize("text", ["", "min", "0", "721", "1,5", "-5", "12o", "²"])
def test_minutes_that_are_none_are_refused(text):
    with pytest.raises(Refused, match="minutes_unreadable"):
        read_minutes(text)
