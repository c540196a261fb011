"""Rows of the material: what is typed, what is in use, and pasting all or nothing."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import imported
from workshop_app.domain.day import find
from workshop_app.domain.material import (
    FieldPlan,
    PastedCell,
    ValueKind,
    added,
    pasted,
    read_typed,
    removed,
    set_typed,
    uses,
)
from workshop_app.domain.nouns import Unit
from workshop_app.domain.refused import Refused
from workshop_app.domain.tracks import (
    add_track,
    lock_track,
    milestones_of_tracks,
    remove_track,
    set_track,
    unlock_track,
)


def sample():
    return imported().day


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (ValueKind.TEXT, "  words ", "words"),
        (ValueKind.AMOUNT, "\u2013520", -520),
        (ValueKind.AMOUNT, "1,25 mnkr", 1250),
        (ValueKind.AMOUNT, "", None),
        (ValueKind.YEAR, "2028", 2028),
        (ValueKind.PERCENT, "2,0 %", 20),
        (ValueKind.PERCENT, "\u22121.5", -15),
        (ValueKind.YES_NO, "Ja", True),
        (ValueKind.YES_NO, "", False),
        (ValueKind.IDS, "M1| M2 |", ("M1", "M2")),
        (ValueKind.DATE, "2027-04-22", dt.date(2027, 4, 22)),
    ],
)
def test_what_is_typed_is_read(kind, typed, value):
    assert read_typed(kind, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (ValueKind.AMOUNT, "12o", "amount_unreadable"),
        (ValueKind.AMOUNT, "1.250", "amount_unreadable"),
        (ValueKind.YEAR, "28", "year_unreadable"),
        (ValueKind.PERCENT, "lots", "percent_unreadable"),
        (ValueKind.PERCENT, "101", "percent_unreadable"),
        (ValueKind.YES_NO, "perhaps", "yes_no_unreadable"),
        (ValueKind.DATE, "22/4", "date_unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(kind, typed, code):
    with pytest.raises(Refused) as no:
        read_typed(kind, typed)
    assert no.value.code == code


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_an_amount_that_is_set_is_read_back(tkr):
    plan = FieldPlan("units", "net_budget_tkr", ValueKind.AMOUNT)
    day = set_typed(sample(), plan, "E1", str(tkr))
    assert find(day.units, "E1").net_budget_tkr == tkr


def test_a_required_field_is_not_emptied():
    plan = FieldPlan("units", "name", required=True)
    with pytest.raises(Refused) as no:
        set_typed(sample(), plan, "E1", "  ")
    assert no.value.code == "field_required"


def test_an_emptied_amount_that_need_not_be_there_is_gone():
    plan = FieldPlan("frames", "frame_tkr", ValueKind.AMOUNT)
    assert find(set_typed(sample(), plan, "A1", "").frames, "A1").frame_tkr is None


def test_a_value_that_does_not_fit_is_refused():
    plan = FieldPlan("initiatives", "short_name")
    with pytest.raises(Refused) as no:
        set_typed(sample(), plan, "I04", "x" * 60)
    assert no.value.code == "value_unfit"


def test_a_row_that_others_point_at_is_not_removed():
    day = sample()
    assert uses(day, "units", "E1") > 0
    with pytest.raises(Refused) as no:
        removed(day, "units", "E1")
    assert (no.value.code, no.value.facts["n"]) == ("in_use", uses(day, "units", "E1"))


def test_a_row_is_added_last_and_can_be_removed_again():
    day = added(sample(), "units", Unit(id="new", name="New"))
    assert day.units[-1].id == "new"
    assert removed(day, "units", "new") == sample()
    with pytest.raises(Refused):
        added(day, "units", Unit(id="new", name="Again"))


def test_pasted_rows_come_in_all_or_none_and_the_refusal_says_where():
    plan = FieldPlan("units", "net_budget_tkr", ValueKind.AMOUNT)

    def add(key, day):
        return added(day, "units", Unit(id=key, name=key))

    def put(key, text, day):
        return set_typed(day, plan, key, text)

    good = (
        PastedCell(1, "Unit", partial(add, "a")),
        PastedCell(1, "Net budget", partial(put, "a", "1 250")),
    )
    assert find(pasted(sample(), good).units, "a").net_budget_tkr == 1250
    bad = (*good, PastedCell(2, "Net budget", partial(put, "a", "12o")))
    with pytest.raises(Refused) as no:
        pasted(sample(), bad)
    facts = no.value.facts
    assert (facts["row"], facts["column"]) == (2, "Net budget")
    assert facts["cause"].code == "amount_unreadable"


def test_a_locked_track_is_not_changed_until_it_is_unlocked():
    day, plan = sample(), FieldPlan("tracks", "question")
    with pytest.raises(Refused) as no:
        set_track(day, plan, "S1", "What?")
    assert no.value.code == "track_locked"
    opened = set_track(unlock_track(day, "S1"), plan, "S1", "What?")
    assert find(lock_track(opened, "S1").tracks, "S1").question == "What?"
    with pytest.raises(Refused):
        remove_track(day, "S1")


def test_a_new_track_is_unlocked_and_may_go_again():
    day = add_track(sample(), "S9", "Fifth")
    assert not day.tracks[-1].locked
    assert remove_track(day, "S9") == sample()
    with pytest.raises(Refused) as no:
        add_track(day, "S10", " ")
    assert no.value.code == "title_missing"
    with pytest.raises(Refused) as no:
        remove_track(unlock_track(day, "S1"), "S1")
    assert no.value.code == "in_use"


def test_milestones_are_counted_by_track():
    day = sample()
    assert set(milestones_of_tracks(day).values()) == {6}
    assert milestones_of_tracks(replace(day, milestones=())) == {}
