"""Moving milestones on the road, and the road of days that are not the sample."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import counted
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import EvidenceType, RoundState
from workshop_app.domain.nouns import Milestone
from workshop_app.domain.refused import Refused
from workshop_app.domain.road import (
    chosen_and_off,
    codes,
    is_weak,
    missing_facts,
    move_quarter,
    road_view,
    set_aside,
    take_back,
    take_chosen,
    track_letter,
)

DAY = counted()


def when(day, key):
    milestone = find(day.milestones, key)
    return milestone.year, milestone.quarter


def changed(day, key, **fields):
    new = find(day.milestones, key).changed(**fields)
    return replace(day, milestones=with_noun(day.milestones, new))


def test_a_quarter_forward_from_the_last_is_the_first_of_next_year():
    assert when(move_quarter(DAY, "S1-1", 1), "S1-1") == (2028, 1)
    assert when(move_quarter(DAY, "S1-2", -2), "S1-2") == (2027, 4)


def test_no_stone_passes_the_end_of_the_plan_or_the_year_of_the_day():
    with pytest.raises(Refused) as after:
        move_quarter(DAY, "S1-5", 1)
    assert (after.value.code, after.value.facts) == ("after_plan_end", {"year": 2031, "end": 2030})
    assert when(move_quarter(DAY, "S2-1", -2), "S2-1") == (2027, 1)
    with pytest.raises(Refused) as before:
        move_quarter(DAY, "S2-1", -3)
    assert (before.value.code, before.value.facts) == ("before_day", {"year": 2026, "start": 2027})


def test_a_stone_outside_the_road_can_be_brought_back():
    late, early = changed(DAY, "S1-1", year=2034), changed(DAY, "S1-1", year=2020)
    assert when(move_quarter(late, "S1-1", -4), "S1-1") == (2033, 4)
    assert when(move_quarter(early, "S1-1", 4), "S1-1") == (2021, 4)


def test_a_year_without_a_quarter_counts_as_its_last_and_no_year_is_refused():
    assert when(move_quarter(DAY, "S4-3", 1), "S4-3") == (2029, 1)
    assert when(move_quarter(DAY, "S4-3", -1), "S4-3") == (2028, 3)
    with pytest.raises(Refused, match="year_missing"):
        move_quarter(changed(DAY, "S4-3", year=None), "S4-3", 1)


def test_a_milestone_set_aside_is_kept_and_can_be_taken_back():
    day = set_aside(DAY, "S1-3")
    assert road_view(day).going_on == 18
    assert find(day.milestones, "S1-3").title == find(DAY.milestones, "S1-3").title
    assert take_back(day, "S1-3").milestones == DAY.milestones
    for act in (set_aside, take_back):
        with pytest.raises(Refused, match="unknown_milestone"):
            act(DAY, "S9-9")


def test_codes_are_letter_and_place_and_stay_when_others_are_set_aside():
    assert codes(DAY)["S1-3"] == "A3"
    assert codes(set_aside(DAY, "S1-1"))["S1-3"] == "A3"
    assert [track_letter(n) for n in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_stones_stand_in_time_order_and_those_without_a_year_are_listed():
    day = changed(DAY, "S1-1", year=None)
    day = changed(day, "S1-4", year=2034)
    day = changed(day, "S1-2", quarter=None)
    road = road_view(day)
    assert road.without_year == ("S1-1", "S1-4")
    stones = road.lanes[0].stones
    assert [stone.code for stone in stones] == ["A2", "A3", "A5"]
    assert stones[0].quarter is None
    assert (stones[1].label, stones[1].weak, stones[1].shared) == (
        "Sågbyn: bibliotek och fritidsgård delar lokal",
        False,
        True,
    )


def test_a_crowded_quarter_is_told_only_where_somebody_answers_for_several():
    assert not road_view(set_aside(DAY, "S1-1")).crowded
    assert not road_view(changed(DAY, "S3-1", owner_role="")).crowded
    everyone = changed(DAY, "S1-1", owner_role="Chef verksamhetsstöd")
    assert road_view(everyone).crowded[0].busy == (("Chef verksamhetsstöd", 3),)


def test_an_empty_room_shares_nothing_with_all():
    road = road_view(replace(DAY, participants=()))
    assert road.shared_by_all == ()


def test_a_day_without_tracks_has_no_lanes_and_no_codes():
    road = road_view(replace(DAY, tracks=()))
    assert road.lanes == ()
    assert road.weak == (("", "S4-6"),)


def test_evidence_counts_only_with_a_type_and_words():
    bare = Milestone(id="m", track_id="t", title="x")
    assert missing_facts(bare) == ("when", "owner", "measure", "desired_state", "evidence")
    typed = bare.changed(evidence_type=EvidenceType.SURVEY, evidence_strength=2)
    assert "evidence" in missing_facts(typed)
    assert "evidence" not in missing_facts(typed.changed(evidence="x"))
    assert is_weak(bare.changed(evidence_strength=3))
    assert not is_weak(typed)
    assert is_weak(typed.changed(evidence_strength=1))


@given(st.lists(st.integers(-6, 6), max_size=12))
def test_however_it_is_moved_a_stone_stays_on_the_road(steps):
    day = DAY
    for step in steps:
        try:
            day = move_quarter(day, "S2-4", step)
        except Refused:
            continue
    year, quarter = when(day, "S2-4")
    assert 2027 <= year <= 2030
    assert 1 <= quarter <= 4
    assert sum(number for _, number in road_view(day).per_year) == 19


def test_what_the_vote_chose_goes_on_in_one_act_and_shared_places_are_left_to_people():
    result = DAY.standing("milstolpar").result
    chosen = {one.id for one in result.options if one.outcome == "chosen"}
    tied = {one.id for one in result.options if one.outcome == "tied"}
    assert chosen
    assert tied
    off = replace(DAY, milestones=tuple(m.changed(goes_on=False) for m in DAY.milestones))
    assert set(chosen_and_off(off)) == chosen
    assert {m.id for m in take_chosen(off).milestones if m.goes_on} == chosen
    assert chosen_and_off(DAY) == ()
    with pytest.raises(Refused, match="nothing_new"):
        take_chosen(DAY)


def test_before_the_room_has_seen_the_result_nothing_is_chosen():
    assert chosen_and_off(counted(RoundState.CLOSED)) == ()
