"""The difference between two days can be applied, taken back, and refuses the wrong day."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.day import Day, collections, ordered
from workshop_app.domain.nouns import Milestone, Track, Workshop
from workshop_app.storage.patch import (
    NOUNS,
    RowChange,
    StaleChange,
    applied,
    difference,
    inverse,
    values_of,
)

WORKSHOP = Workshop(id="day", title="Day", date=dt.date(2027, 4, 22))

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs")), min_size=1)
ids = st.sampled_from([f"K{n}" for n in range(6)])
tracks = st.builds(Track, id=ids, name=texts, position=st.integers(0, 9))
milestones = st.builds(
    Milestone,
    id=ids,
    track_id=ids,
    title=texts,
    year=st.none() | st.integers(1990, 2200),
    shared_with=st.lists(ids, max_size=3).map(tuple),
    position=st.integers(0, 9),
)


def collection(nouns):
    return st.lists(nouns, max_size=5, unique_by=lambda noun: noun.id).map(ordered)


days = st.builds(
    Day,
    st.builds(Workshop, id=st.sampled_from(["a", "b"]), title=texts, date=st.dates()),
    tracks=collection(tracks),
    milestones=collection(milestones),
)


@given(days, days)
def test_applying_the_difference_gives_the_other_day(before, after):
    assert applied(before, difference(before, after)) == after


@given(days, days)
def test_the_inverse_takes_the_changes_back(before, after):
    changes = difference(before, after)
    assert applied(after, inverse(changes)) == before


@given(days, days)
def test_inverting_twice_gives_the_same_changes(before, after):
    changes = difference(before, after)
    assert inverse(inverse(changes)) == changes


def test_equal_days_differ_in_nothing(sample):
    assert difference(sample.day, replace(sample.day)) == ()
    assert difference(sample.day, replace(sample.day, tracks=tuple(sample.day.tracks))) == ()


def test_only_rows_that_changed_are_in_the_difference():
    track = Track(id="S1", name="One")
    before = Day(WORKSHOP, tracks=(track, Track(id="S2", name="Two")))
    after = replace(before, tracks=(track, Track(id="S2", name="Other")))
    (change,) = difference(before, after)
    assert (change.collection, change.key) == ("tracks", "S2")
    assert change.before["name"] == "Two"
    assert change.after["name"] == "Other"


def test_a_change_made_for_another_day_is_refused():
    day = Day(WORKSHOP, tracks=(Track(id="S1", name="One"),))
    other = replace(day, tracks=(Track(id="S1", name="Other"),))
    changes = difference(other, replace(other, tracks=()))
    with pytest.raises(StaleChange):
        applied(day, changes)


def test_a_change_of_a_row_that_is_gone_is_refused():
    day = Day(WORKSHOP)
    change = RowChange("tracks", "S1", {"id": "S1"}, None)
    with pytest.raises(StaleChange):
        applied(day, [change])


def test_a_day_keeps_exactly_one_workshop():
    with pytest.raises(StaleChange):
        applied(Day(WORKSHOP), [RowChange("workshop", "day", values_of(WORKSHOP), None)])


def test_every_collection_has_its_noun():
    assert tuple(NOUNS) == collections()


def test_votes_are_not_content(sample):
    told = replace(sample.day, votes={"behov": sample.day.standing("behov")})
    assert difference(sample.day, told) == ()
