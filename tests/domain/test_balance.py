"""The sum of all channels against the people in the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.balance import Sum, must_fit, of_standing
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing

few = st.integers(0, 80)


def standing(base: int, laptop: int, hands: int) -> Standing:
    channels = {Channel.LAPTOP: laptop, Channel.HANDS: hands}
    return Standing("r", RoundState.OPEN, base, laptop + hands, channels=channels)


def test_one_hand_too_many():
    assert Sum(15, 13, 3).over == 1
    assert Sum(15, 13, 3).left == 0
    assert Sum(15, 13, 2).over == 0


@given(few, few, few)
def test_over_and_left_are_never_both(base, ballots, hands):
    found = of_standing(standing(base, ballots, hands), base)
    assert not (found.over and found.left)
    assert base - found.left + found.over == ballots + hands


@given(few, few, few, few)
def test_ballots_fit_exactly_where_people_are_left(base, ballots, hands, more):
    now = standing(base, ballots, hands)
    if ballots + hands + more <= base:
        must_fit(now, more)
    else:
        with pytest.raises(Refused) as no:
            must_fit(now, more)
        assert no.value.code == "over_base"
        assert no.value.facts["over"] == ballots + hands + more - base
