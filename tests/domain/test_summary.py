"""The facts of the printed summary."""

import datetime as dt
from dataclasses import replace

from tests.domain.sample_day import counted
from workshop_app.domain.day import with_noun, with_standing
from workshop_app.domain.kinds import RoundMethod, RoundState
from workshop_app.domain.summary import day_summary, next_steps

DAY = counted()


def test_page_one_tells_who_voted_and_what_goes_on():
    facts = day_summary(DAY)
    votes = (facts.milestone_vote, facts.initiative_vote)
    assert [(one.voted, one.electorate, one.options) for one in votes] == [
        (15, 15, 24),
        (14, 14, 25),
    ]
    assert (facts.milestones, facts.going_on, facts.preferred) == (24, 19, "A1")
    assert [(line.view.margin, line.behind, line.answered) for line in facts.frames] == [
        (160, 12, 14),
        (70, 7, 14),
        (250, 8, 14),
    ]


def test_the_first_of_each_track_are_not_cut_through_a_shared_place():
    lists = day_summary(DAY).top
    assert [[row.code for row in one.rows] for one in lists] == [
        ["A3", "A1", "A2"],
        ["B6", "B1", "B4"],
        ["C2", "C1", "C3"],
        ["D2", "D1", "D6", "D5"],
    ]
    assert [one.shared_last for one in lists] == [False, False, False, True]
    assert lists[0].rows[0].result.spread == ((2, 2), (1, 4))


def test_what_happens_now_is_what_unions_and_boards_get_and_what_is_decided():
    dates = [(step.date, step.kind) for step in next_steps(DAY)]
    assert dates == [
        (dt.date(2027, 4, 27), "recipient"),
        (dt.date(2027, 4, 30), "recipient"),
        (dt.date(2027, 5, 12), "calendar"),
        (dt.date(2027, 6, 14), "calendar"),
    ]
    undated = tuple(one.changed(by=None) for one in DAY.recipients)
    later = next_steps(replace(DAY, recipients=undated), most=9)
    assert {step.kind for step in later} == {"calendar"}
    assert all(step.date > DAY.workshop.date for step in later)


def test_what_the_room_has_not_seen_is_not_printed():
    facts = day_summary(counted(RoundState.CLOSED))
    assert (facts.milestone_vote, facts.initiative_vote, facts.preferred) == (None, None, None)
    assert facts.top == ()
    assert {line.behind for line in facts.frames} == {None}


def test_a_track_nobody_gave_dots_is_left_out_and_a_shared_first_place_prefers_nobody():
    tracks = with_noun(DAY.tracks, DAY.tracks[0].changed(id="S9", position=9))
    standing = DAY.standing("alternativ")
    equal = tuple(replace(option, rank=1) for option in standing.result.options)
    result = replace(standing.result, options=equal)
    day = with_standing(replace(DAY, tracks=tracks), replace(standing, result=result))
    facts = day_summary(day)
    assert [one.track_id for one in facts.top] == ["S1", "S2", "S3", "S4"]
    assert facts.preferred is None


def test_initiatives_stand_in_the_order_of_the_vote_with_dots_and_stops():
    facts = day_summary(DAY)
    assert facts.ranked_by is RoundMethod.POINTS
    assert len(facts.ranking) == 25
    assert [one.rank for one in facts.ranking] == sorted(one.rank for one in facts.ranking)
    result = DAY.standing("prioritering").result
    for one in facts.ranking:
        counts = result.option(one.initiative_id).counts
        assert one.counts == (counts["dots"], counts["stops"])


def test_without_a_vote_with_stops_the_need_says_the_order():
    rounds = tuple(one for one in DAY.rounds if one.method is not RoundMethod.POINTS)
    facts = day_summary(replace(DAY, rounds=rounds))
    assert facts.ranked_by is RoundMethod.NEED
    counts = DAY.standing("behov").result.option(facts.ranking[0].initiative_id).counts
    assert facts.ranking[0].counts == (counts["need"], counts["nice"])
    assert day_summary(counted(RoundState.CLOSED)).ranking == ()
