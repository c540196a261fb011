"""A new day from an earlier one: what comes along, and what is new, changed or dropped."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.carry_over import SinceLast, carried_over, since, since_last
from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import DayStatus, FollowUpStatus, MilestoneStatus
from workshop_app.domain.nouns import Milestone
from workshop_app.domain.templates import new_workshop

DATE = dt.date(2028, 2, 10)


@pytest.fixture(scope="module")
def earlier() -> Day:
    return imported().day


@pytest.fixture(scope="module")
def carried(earlier) -> Day:
    return carried_over(earlier, new_workshop("n", "Forum 1 2028", DATE))


def changed(day: Day, key: str, **fields) -> Day:
    new = find(day.milestones, key).changed(**fields)
    return replace(day, milestones=with_noun(day.milestones, new))


def mark(day: Day, key: str) -> SinceLast | None:
    return since_last(day, find(day.milestones, key))


def test_the_plan_the_people_and_the_names_come_along(earlier, carried):
    assert [track.id for track in carried.tracks] == [track.id for track in earlier.tracks]
    assert all(track.locked for track in carried.tracks)
    assert [m.id for m in carried.milestones] == [m.id for m in earlier.milestones]
    assert [m.status for m in carried.milestones] == [m.status for m in earlier.milestones]
    assert [p.role for p in carried.participants] == [p.role for p in earlier.participants]
    assert all(person.present for person in carried.participants)
    shop = carried.workshop
    assert (shop.track_name, shop.plan_name) == ("spårområde", "strategisk plan")
    assert (shop.id, shop.title, shop.date) == ("n", "Forum 1 2028", DATE)
    assert shop.plan_end_year == earlier.workshop.plan_end_year
    assert shop.status is DayStatus.DRAFT
    assert carried.agenda == earlier.agenda


def test_what_belongs_to_the_earlier_day_stays_there(carried):
    for collection in ("ideas", "initiatives", "frames", "stances", "portfolios"):
        assert not getattr(carried, collection)
    assert not carried.votes
    assert not carried.workshop.registry_number
    assert all(one.by is None for one in carried.recipients)
    assert all(step.date >= DATE for step in carried.calendar)
    dots = find(carried.rounds, "milstolpar")
    assert (dots.dots, dots.electorate, dots.tie_order) == (2, 0, ())
    assert len(dots.options) == 24
    assert find(carried.rounds, "behov").options == ()


def test_what_the_new_day_has_written_is_kept(earlier):
    shop = new_workshop("n", "Forum", DATE).changed(department="Other", municipality="")
    day = carried_over(earlier, shop)
    assert day.workshop.department == "Other"
    assert day.workshop.municipality == "Exempelby kommun"


def test_what_went_on_is_followed_up_and_late_ones_are_delayed(earlier, carried):
    went_on = [m.id for m in earlier.milestones if m.goes_on]
    assert [one.id for one in carried.follow_ups] == [f"F-{key}" for key in went_on]
    first = find(carried.follow_ups, "F-S1-1")
    assert (first.from_day, first.year, first.quarter) == ("Strategiskt forum 2 2027", 2027, 4)
    assert first.status is FollowUpStatus.DELAYED
    later = [one for one in carried.follow_ups if one.year > 2028]
    assert later
    assert {one.status for one in later} == {FollowUpStatus.ON_TRACK}


def test_a_dropped_milestone_is_followed_up_as_dropped(earlier):
    day = changed(earlier, "S1-1", status=MilestoneStatus.DROPPED, goes_on=False)
    new = carried_over(day, new_workshop("n", "Forum", DATE))
    assert find(new.follow_ups, "F-S1-1").status is FollowUpStatus.DROPPED
    assert mark(new, "S1-1") is SinceLast.DROPPED


def test_a_milestone_without_a_year_is_on_its_way(earlier):
    day = changed(earlier, "S1-1", year=None, quarter=None, goes_on=True)
    new = carried_over(day, new_workshop("n", "Forum", DATE))
    assert find(new.follow_ups, "F-S1-1").status is FollowUpStatus.ON_TRACK


def test_nothing_is_marked_right_after_and_then_what_is_new_changed_and_dropped(carried):
    assert (since(carried).new, since(carried).changed, since(carried).dropped) == (0, 0, 0)
    new = Milestone(id="N1", track_id="S1", title="A new state")
    day = replace(carried, milestones=with_noun(carried.milestones, new))
    day = changed(day, "S1-1", year=2029)
    day = changed(day, "S1-2", goes_on=False)
    assert mark(day, "N1") is SinceLast.NEW
    assert mark(day, "S1-1") is SinceLast.CHANGED
    assert mark(day, "S1-2") is SinceLast.DROPPED
    assert mark(day, "S1-3") is SinceLast.SAME
    assert (since(day).new, since(day).changed, since(day).dropped) == (1, 1, 1)
    assert mark(changed(day, "S1-1", year=2027), "S1-1") is SinceLast.SAME


def test_a_day_from_nothing_has_no_marks(earlier):
    assert since_last(earlier, earlier.milestones[0]) is None
    assert since(earlier).new == 0
