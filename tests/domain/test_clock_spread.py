"""Spreading what is left: the day ends as planned, breaks stay, nothing is squeezed to nothing."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshop_app.domain.agenda import (
    AgendaEdit,
    add_item,
    agenda_start,
    clock_minutes,
    clock_text,
)
from workshop_app.domain.clock_spread import LEAST, shares, spread, spread_lines
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem, Workshop
from workshop_app.domain.refused import Refused


def day_of(*minutes: int, breaks: tuple[int, ...] = ()) -> Day:
    day = Day(Workshop(id="w", title="Forum", date=dt.date(2027, 4, 22)))
    for place, length in enumerate(minutes):
        kind = AgendaKind.BREAK if place in breaks else AgendaKind.PLENARY
        day = add_item(day, f"B{place}", AgendaEdit(f"Block {place}", length, kind))
    return day


def minutes_of(day: Day) -> list[int]:
    return [item.minutes for item in day.agenda]


DAY = day_of(30, 60, 15, 40, 20, breaks=(2,))
"""08.30, 09.00, 10.00 (break), 10.15, 10.55, ends 11.15."""


def minute(clock: str) -> int:
    return clock_minutes(clock)


def test_late_blocks_shrink_in_proportion_and_the_break_stays():
    after = spread(DAY, "B1", minute("10:15"))
    assert minutes_of(after) == [30, 75, 15, 30, 15]
    assert [item.start for item in after.agenda][1:3] == ["09:00", "10:15"]
    assert after.agenda[-1].end == after.workshop.end == "11:15"


def test_early_blocks_grow_in_proportion():
    after = spread(DAY, "B1", minute("09:30"))
    assert minutes_of(after) == [30, 30, 15, 60, 30]
    assert after.agenda[-1].end == "11:15"


def test_odd_minutes_go_to_the_largest_remainder():
    assert minutes_of(spread(DAY, "B1", minute("10:01"))) == [30, 61, 15, 39, 20]


def test_breaks_give_only_what_the_work_cannot():
    after = spread(DAY, "B1", minute("10:55"))
    assert minutes_of(after) == [30, 115, 10, 5, 5]


def test_where_there_is_not_enough_it_says_how_much():
    with pytest.raises(Refused) as no:
        spread(DAY, "B1", minute("11:01"))
    assert (no.value.code, dict(no.value.facts)) == ("cannot_spread", {"room": 14, "least": 15})
    with pytest.raises(Refused) as no:
        spread(DAY, "B1", minute("12:00"))
    assert no.value.facts["room"] == 0


def test_a_short_block_keeps_its_few_minutes():
    after = spread(day_of(30, 3, 40), "B0", minute("09:35"))
    assert minutes_of(after) == [65, 3, 5]


def test_only_breaks_left_share_as_well():
    day = day_of(30, 20, 40, breaks=(1, 2))
    assert minutes_of(spread(day, "B0", minute("09:15"))) == [45, 15, 30]


def test_blocks_of_no_minutes_stay_so():
    day = day_of(30, 20)
    none = day.agenda[1].changed(id="Z", minutes=0, start="09:20", end="09:20", position=3)
    day = replace(day, agenda=(*day.agenda, none))
    assert minutes_of(spread(day, "B0", minute("09:05"))) == [35, 15, 0]
    only = replace(day, agenda=(day.agenda[0], none.changed(start="09:00", end="09:00")))
    with pytest.raises(Refused, match="cannot_spread"):
        spread(only, "B0", minute("08:50"))


def test_what_was_skipped_is_told_as_it_was():
    after = spread(DAY, "B3", minute("09:20"))
    assert minutes_of(after) == [30, 18, 1, 1, 115]
    assert agenda_start(after) == "08:30"


def test_a_day_that_began_before_its_plan_says_so():
    after = spread(DAY, "B0", minute("08:20"))
    assert (agenda_start(after), after.workshop.start) == ("08:19", "08:19")
    assert after.agenda[0].minutes == 1
    with pytest.raises(Refused, match="cannot_spread"):
        spread(DAY, "B0", 0)


def test_there_must_be_something_to_spread_and_somewhere_to_put_it():
    with pytest.raises(Refused, match="nothing_to_spread"):
        spread(DAY, "B1", minute("10:00"))
    with pytest.raises(Refused, match="no_later_blocks"):
        spread(DAY, "B4", minute("11:30"))
    with pytest.raises(Refused, match="unknown_item"):
        spread(DAY, "X", minute("11:30"))


def test_the_lines_show_the_block_that_runs_and_those_after_it():
    lines = spread_lines(DAY, spread(DAY, "B1", minute("10:15")), "B1")
    told = [(one.start, one.minutes, one.item.start, one.item.minutes) for one in lines]
    assert told == [
        ("09:00", 60, "09:00", 75),
        ("10:00", 15, "10:15", 15),
        ("10:15", 40, "10:30", 30),
        ("10:55", 20, "11:00", 15),
    ]
    assert [one.runs for one in lines] == [True, False, False, False]


_WHOLE_DAY = 15 * 60
BLOCKS = st.lists(st.tuples(st.integers(0, 90), st.booleans()), min_size=1, max_size=14)


def blocks_of(drawn) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            id=str(place),
            title="Block",
            start="08:00",
            end="08:00",
            minutes=minutes,
            kind=AgendaKind.BREAK if pause else AgendaKind.GROUP_WORK,
        )
        for place, (minutes, pause) in enumerate(drawn)
    )


@given(BLOCKS, st.integers(0, 700))
def test_every_minute_is_shared_out_and_none_is_made(drawn, room):
    blocks = blocks_of(drawn)
    least = [min(LEAST, block.minutes) for block in blocks]
    assume(any(block.minutes for block in blocks))
    if room < sum(least):
        with pytest.raises(Refused):
            shares(blocks, room)
        return
    found = shares(blocks, room)
    assert sum(found) == room
    assert all(new >= low for new, low in zip(found, least, strict=True))
    pauses = [n for n, block in enumerate(blocks) if block.kind is AgendaKind.BREAK]
    work = [n for n, block in enumerate(blocks) if n not in pauses and block.minutes]
    kept = sum(blocks[n].minutes for n in pauses)
    if work and room >= kept + sum(least[n] for n in work):
        assert all(found[n] == blocks[n].minutes for n in pauses)
    # In proportion: of two blocks of one kind the longer never gets less.
    for group in (pauses, work):
        for a in group:
            for b in group:
                if blocks[a].minutes > blocks[b].minutes:
                    assert found[a] >= found[b]


@given(BLOCKS, st.data())
def test_the_day_ends_as_planned_in_the_same_order(drawn, data):
    minutes = [max(1, one) for one, _pause in drawn]
    assume(sum(minutes) <= _WHOLE_DAY)
    day = day_of(*minutes, breaks=tuple(n for n, (_m, pause) in enumerate(drawn) if pause))
    place = data.draw(st.integers(0, len(minutes) - 1))
    ends = data.draw(st.integers(minute("07:00"), minute(day.workshop.end)))
    code, after = "", day
    try:
        after = spread(day, f"B{place}", ends)
    except Refused as no:
        code = no.code
    assert code in {"", "nothing_to_spread", "no_later_blocks", "cannot_spread"}
    if code:
        return
    assert [item.id for item in after.agenda] == [item.id for item in day.agenda]
    assert after.agenda[-1].end == day.agenda[-1].end
    assert after.agenda[place].end == clock_text(ends)
    assert all(a.end == b.start for a, b in zip(after.agenda, after.agenda[1:], strict=False))
    assert all(item.minutes >= 1 for item in after.agenda)
    assert after.workshop.start == after.agenda[0].start
