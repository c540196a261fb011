"""What has come to the day since a round was made."""

from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.templates import added_since, take_in

DOTS = "milstolpar"


@pytest.fixture(scope="module")
def day() -> Day:
    return replace(imported().day, votes={})


def with_round(day: Day, **fields) -> Day:
    return replace(day, rounds=with_noun(day.rounds, find(day.rounds, DOTS).changed(**fields)))


def test_the_new_ones_stand_where_they_stand_in_the_day_and_the_headings_are_new(day):
    every = find(day.rounds, DOTS).options
    less = with_round(day, options=every[2:], headings_confirmed=True)
    assert added_since(less, find(less.rounds, DOTS)) == every[:2]
    taken = find(take_in(less, DOTS).rounds, DOTS)
    assert taken.options == every
    assert not taken.headings_confirmed


def test_nothing_is_taken_out_and_a_full_round_stays_as_it_is(day):
    odd = with_round(day, options=("gone", *find(day.rounds, DOTS).options))
    assert find(take_in(odd, DOTS).rounds, DOTS).options[-1] == "gone"
    full = with_round(day, headings_confirmed=True)
    assert take_in(full, DOTS) == full


def test_a_run_off_and_a_later_round_take_in_nothing(day):
    some = find(day.rounds, DOTS).options[:3]
    for fields in ({"run_off_of": "first"}, {"number": 2}):
        changed = with_round(day, options=some, **fields)
        assert added_since(changed, find(changed.rounds, DOTS)) == ()


def test_the_rounds_of_a_day_that_was_just_made_lack_nothing(day):
    assert [r.id for r in day.rounds if added_since(day, r)] == []


def test_an_opened_round_and_an_unknown_one_are_refused(day):
    standing = replace(day.standing(DOTS), state=RoundState.OPEN)
    begun = replace(day, votes={DOTS: standing})
    with pytest.raises(Refused, match="round_has_votes"):
        take_in(begun, DOTS)
    with pytest.raises(Refused, match="unknown_round"):
        take_in(begun, "none")
