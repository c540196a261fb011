"""What desk and shared screen tell of a round, on the sample day."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.day import find, with_standing
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.tally import tally
from workshop_app.domain.votes import Standing
from workshop_app.system.language import Language, Words
from workshop_app.ui.stage_pages.round_view import (
    dots_line,
    options_of,
    ordinal,
    result_rows,
    round_for,
    shared_places,
    tie_line,
    tracks_of,
)
from workshop_app.ui.stage_pages.voting import Focus

ENGLISH = Words(__file__, Language.ENGLISH)


def counted(imported, round_id, state=RoundState.SHOWN):
    voting = find(imported.day.rounds, round_id)
    ballots = imported.ballots[round_id]
    result = tally(voting, imported.day, ballots)
    standing = Standing(round_id, state, voted=len(ballots), electorate=15, result=result)
    return with_standing(imported.day, standing), voting


NAMES = st.text(st.characters(blacklist_characters="#/", codec="utf-8"), min_size=1, max_size=8)


@given(NAMES, NAMES | st.just(""), st.booleans(), st.booleans())
def test_a_focus_is_read_as_it_was_written(round_id, track, hidden, best_first):
    focus = Focus(round_id, track, hidden, best_first)
    assert Focus.parse(focus.text()) == focus


def test_an_empty_focus_leaves_everything_to_the_step():
    assert Focus.parse("") == Focus()


def test_each_step_has_its_round(day):
    assert round_for(day, "vote").id == "milstolpar"
    assert round_for(day, "prioritise").id == "prioritering"


def test_the_newest_round_counts_and_cancelled_ones_stand_back(day):
    old = round_for(day, "vote")
    new = old.changed(id="milstolpar-2", number=2)
    both = replace(day, rounds=(*day.rounds, new))
    assert round_for(both, "vote").id == "milstolpar-2"
    cancelled = with_standing(both, Standing("milstolpar-2", RoundState.CANCELLED))
    assert round_for(cancelled, "vote").id == "milstolpar"
    all_gone = with_standing(cancelled, Standing("milstolpar", RoundState.CANCELLED))
    assert round_for(all_gone, "vote").id == "milstolpar-2"


def test_a_day_without_rounds_has_none(day):
    assert round_for(replace(day, rounds=()), "vote") is None


def test_options_carry_the_code_of_their_track(day):
    voting = round_for(day, "vote")
    options = options_of(day, voting, "S1")
    assert [option.code for option in options] == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert {option.track for option in options} == {0}
    assert [track.letter for track in tracks_of(day, voting)] == ["A", "B", "C", "D"]


def test_initiatives_have_an_amount_and_no_code(day):
    options = options_of(day, round_for(day, "prioritise"))
    assert len(options) == 25
    assert not any(option.code for option in options)
    assert find_option(options, "I11").effect_tkr == -300


def find_option(options, key):
    return next(option for option in options if option.id == key)


def test_an_option_that_is_gone_is_still_readable(day):
    voting = round_for(day, "vote").changed(options=("gone",))
    assert options_of(day, voting)[0].label == "gone"


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.CANCELLED])
def test_no_result_leaves_a_round_that_is_not_revealed(imported, state):
    day, voting = counted(imported, "milstolpar", state)
    assert result_rows(day, voting) == ()


def test_the_result_comes_in_ballot_order_first_and_sorted_when_asked(imported):
    day, voting = counted(imported, "milstolpar")
    ballot = [row.option.code for row in result_rows(day, voting, "S1")]
    best = result_rows(day, voting, "S1", best_first=True)
    assert ballot == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert [row.option.code for row in best][:4] == ["A3", "A1", "A2", "A4"]
    assert [(row.dots, row.people) for row in best] == [
        (8, 6),
        (7, 6),
        (6, 5),
        (5, 5),
        (2, 2),
        (2, 2),
    ]
    assert [sum(row.each) for row in best] == [row.dots for row in best]
    assert [row.goes_on for row in best] == [True, True, True, False, False, False]


def test_a_shared_place_is_told_with_its_ordinal(imported):
    day, voting = counted(imported, "milstolpar")
    rows = result_rows(day, voting, "S1", best_first=True)
    assert [(shared.place, len(shared.options)) for shared in shared_places(rows)] == [(5, 2)]
    assert tie_line(ENGLISH, rows) == "Shared fifth place: equally many dots"


def test_several_shared_places_are_listed(imported):
    day, voting = counted(imported, "milstolpar")
    rows = result_rows(day, voting, best_first=True)
    assert tie_line(ENGLISH, rows).startswith("Shared places: ")


def test_without_ties_nothing_is_said(imported):
    day, voting = counted(imported, "milstolpar")
    rows = result_rows(day, voting, "S1", best_first=True)[:4]
    assert tie_line(ENGLISH, rows) == ""


def test_places_above_ten_are_told_in_digits():
    assert ordinal(ENGLISH, 1) == "first"
    assert ordinal(ENGLISH, 11) == "no. 11"


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "2 dots each per track. You may put both on the same."),
        ({"dots": 1, "cap": 1}, "1 dot each per track."),
        ({"dots": 5, "cap": 5, "per_track": False}, "5 dots each. You may put all on the same."),
        ({"dots": 5, "cap": 2}, "5 dots each per track. At most 2 on the same proposal."),
        ({"stops": 1}, "2 dots each per track. At most 1 stop. You may put both on the same."),
    ],
)
def test_the_rule_is_told_in_short_sentences(day, settings, line):
    assert dots_line(ENGLISH, round_for(day, "vote").changed(**settings)) == line
