"""Reading a list into a day: what is new, what changes, what stays, and what is refused."""

import datetime as dt

import pytest

from workshop_app.domain.day import Day, with_standing
from workshop_app.domain.kinds import Half, RoundMethod, RoundState
from workshop_app.domain.merge_import import (
    FieldChange,
    Incoming,
    RowStatus,
    held_by_vote,
    known_again,
    merge_plan,
    merged,
)
from workshop_app.domain.nouns import Milestone, Track, VotingRound, Workshop
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing

FIRST = Track(id="S1", position=2, name="First", question="Why?")
SECOND = Track(id="S2", position=5, name="Second")
DAY = Day(Workshop(id="day", title="The day", date=dt.date(2027, 4, 22)), tracks=(FIRST, SECOND))


def test_rows_are_new_changed_or_the_same_and_what_is_not_in_the_list_is_kept():
    changed = FIRST.changed(position=0, question="How?")
    new = Track(id="S3", position=0, name="Third")
    plan = merge_plan(DAY, "tracks", [Incoming(2, changed), Incoming(3, new)])
    assert [(row.row, row.status) for row in plan.rows] == [
        (2, RowStatus.CHANGED),
        (3, RowStatus.NEW),
    ]
    assert plan.rows[0].changes == (FieldChange("question", "Why?", "How?"),)
    assert plan.kept == (SECOND,)
    assert plan.changes_anything
    assert plan.count(RowStatus.NEW) == 1
    tracks = merged(DAY, plan).tracks
    assert [(track.id, track.position) for track in tracks] == [("S1", 2), ("S2", 5), ("S3", 6)]
    assert tracks[0].question == "How?"


def test_what_is_the_same_changes_nothing():
    plan = merge_plan(DAY, "tracks", [Incoming(2, FIRST.changed(position=9))])
    assert [row.status for row in plan.rows] == [RowStatus.SAME]
    assert not plan.changes_anything
    assert merged(DAY, plan) == DAY


@pytest.mark.parametrize(
    ("title", "found"), [("  fIRST ", FIRST), ("Fir st", None), ("Third", None), ("", None)]
)
def test_a_row_without_an_id_is_known_again_by_its_title(title, found):
    assert known_again(DAY.tracks, "name", title) == found


def test_a_title_that_two_have_is_nobodys():
    twin = SECOND.changed(name="first")
    assert known_again((FIRST, twin), "name", "First") is None


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.LOCKED])
def test_a_round_that_has_been_opened_is_not_changed_by_a_list(state):
    voting = VotingRound(
        id="v", series="v", name="Dots", method=RoundMethod.DOTS, half=Half.MORNING, dots=3
    )
    day = Day(DAY.workshop, rounds=(voting,))
    plan = merge_plan(day, "rounds", [Incoming(2, voting.changed(dots=5))])
    assert merged(day, plan).rounds[0].dots == 5
    with pytest.raises(Refused) as no:
        merged(with_standing(day, Standing("v", state)), plan)
    assert (no.value.code, no.value.facts) == ("round_begun", {"round": "Dots"})


def test_what_is_being_voted_on_keeps_its_track_but_not_its_words():
    voting = VotingRound(
        id="v", series="v", name="Dots", method=RoundMethod.DOTS, half=Half.MORNING, dots=3,
        options=("M1",), per_track=True,
    )  # fmt: skip
    one = Milestone(id="M1", title="A map", short_name="A map", track_id="S1")
    day = with_standing(
        Day(DAY.workshop, tracks=DAY.tracks, milestones=(one,), rounds=(voting,)),
        Standing("v", RoundState.OPEN),
    )
    assert held_by_vote(day, one, one.changed(title="A better map")) is None
    held = held_by_vote(day, one, one.changed(track_id="S2"))
    assert held is not None
    assert (held.field, held.round_name) == ("track_id", "Dots")
