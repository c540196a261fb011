"""Which item is now: by the clock on the day itself, by the step on any other."""

from dataclasses import replace
from datetime import datetime

import pytest

from workshop_app.domain.clock import Run, Urgency
from workshop_app.ui.agenda_now import agenda_here, agenda_now, day_name, minutes_of, run_of


def at(text):
    return datetime.fromisoformat(text).astimezone()


@pytest.mark.parametrize(
    ("clock", "item", "left"),
    [
        ("2027-04-22T07:00", "1", None),
        ("2027-04-22T08:30", "1", 15),
        ("2027-04-22T11:38:20", "7", 7),
        ("2027-04-22T11:45", "8", 15),
        ("2027-04-22T15:59:59", "17", 1),
        ("2027-04-22T16:20", "17", 0),
    ],
)
def test_on_the_day_itself_the_clock_decides(sample_day, clock, item, left):
    now = agenda_now(sample_day, at(clock), "frame")
    assert now.item is not None
    assert (now.item.id, now.minutes_left) == (item, left)


def test_the_stone_stands_at_the_time(sample_day):
    assert agenda_now(sample_day, at("2027-04-22T11:38:30"), "vote").minute == 11 * 60 + 38.5


@pytest.mark.parametrize(
    ("step", "item"),
    [
        ("vote", "7"),
        ("roadmap", "8"),
        ("prioritise", "14"),
        ("frame", "15"),
        ("summary", "16"),
        ("welcome", "1"),
    ],
)
def test_on_another_date_the_step_decides_and_no_minutes_are_left(sample_day, step, item):
    now = agenda_now(sample_day, at("2027-04-20T11:38"), step)
    assert now.item is not None
    assert (now.item.id, now.minutes_left) == (item, None)
    assert now.minute == minutes_of(now.item.start)


def test_without_an_agenda_there_is_no_item(sample_day):
    now = agenda_now(replace(sample_day, agenda=()), at("2027-04-22T11:38"), "vote")
    assert now.item is None


def test_an_agenda_without_votes_begins_at_its_first_item(sample_day):
    day = replace(sample_day, rounds=(), agenda=sample_day.agenda[:1])
    for step in ("vote", "roadmap", "frame"):
        assert agenda_now(day, at("2027-04-20T11:38"), step).item == day.agenda[0]


def test_the_year_is_left_out_where_the_date_stands_beside(sample_day):
    workshop = sample_day.workshop
    assert day_name(workshop) == "Strategiskt forum 2"
    assert day_name(workshop.changed(title="2027")) == "2027"
    assert day_name(workshop.changed(title="Forum 2026")) == "Forum 2026"


def test_the_link_of_an_item_goes_before_what_it_votes_on(sample_day):
    linked = tuple(
        item.changed(step="vote") if item.id == "5" else item for item in sample_day.agenda
    )
    now = agenda_now(replace(sample_day, agenda=linked), at("2027-04-20T11:38"), "vote")
    assert now.item is not None
    assert now.item.id == "5"


def test_what_runs_by_hand_goes_before_the_plan(sample_day):
    run = Run("6", at("2027-04-22T11:00"), 35 * 60)
    now = agenda_now(sample_day, at("2027-04-22T11:39:30"), "vote", run)
    assert now.item is not None
    assert (now.item.id, now.minutes_left, now.by_hand) == ("6", 0, True)
    assert (now.over, now.drift, now.urgency, now.until) == (4, 9, Urgency.OUT, "11:35")
    paused = replace(run, paused_at=at("2027-04-22T11:10"))
    assert agenda_now(sample_day, at("2027-04-22T11:39:30"), "vote", paused).paused


def test_a_workplace_without_a_clock_follows_the_plan(workplace):
    assert run_of(workplace) is None
    here = agenda_here(workplace, "vote")
    assert here == agenda_now(workplace.day, workplace.clock(), "vote")
