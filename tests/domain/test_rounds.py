"""The states of a round, who may vote, and a new round."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import counted, imported
from workshop_app.domain.day import find, with_standing
from workshop_app.domain.kinds import Channel, RoundMethod, RoundState, Secrecy
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import (
    Act,
    current_round,
    electorate,
    new_round,
    next_state,
    options_locked,
    possible_acts,
    revealed,
    rule_sentence_facts,
    settings_locked,
    small_vote_warning,
    suggested_dots,
    voters,
    voting_round,
)
from workshop_app.domain.votes import Standing

DAY = replace(imported().day, votes={})
DOTS = voting_round(DAY, "milstolpar")


def with_round(day, voting):
    return replace(day, rounds=tuple(voting if one.id == voting.id else one for one in day.rounds))


def test_one_key_leads_a_round_from_ready_to_locked():
    state = RoundState.READY
    for act in (Act.OPEN, Act.CLOSE, "reopen", Act.CLOSE, Act.SHOW, Act.LOCK):
        state = next_state(state, act)
    assert state is RoundState.LOCKED
    assert possible_acts(state) == ()


@given(st.sampled_from(RoundState), st.sampled_from(Act))
def test_every_other_act_is_refused_with_state_and_act(state, act):
    if act in possible_acts(state):
        assert next_state(state, act) is not state
        return
    with pytest.raises(Refused) as refused:
        next_state(state, act)
    assert refused.value.facts == {"state": state.value, "act": act.value}


def test_reopening_is_only_from_closed_and_nothing_comes_back_from_shown():
    allowed = [state for state in RoundState if Act.REOPEN in possible_acts(state)]
    assert allowed == [RoundState.CLOSED]
    assert possible_acts(RoundState.SHOWN) == (Act.LOCK, Act.CANCEL)


def test_an_unknown_act_is_a_bug():
    with pytest.raises(ValueError, match="erase"):
        next_state(RoundState.OPEN, "erase")


def test_those_present_may_vote_in_their_half_of_the_day():
    assert len(voters(DAY, DOTS)) == 15
    afternoon = voting_round(DAY, "prioritering")
    assert len(voters(DAY, afternoon)) == 14
    away = DAY.participants[0].changed(present=False)
    fewer = replace(DAY, participants=(away, *DAY.participants[1:]))
    assert len(voters(fewer, DOTS)) == 14
    assert electorate(fewer, DOTS) == 15
    assert electorate(fewer, DOTS.changed(electorate=0)) == 14


def test_a_vote_of_few_people_is_warned_of_unless_it_is_open():
    few = replace(DAY, participants=DAY.participants[:3])
    voting = DOTS.changed(electorate=0)
    assert small_vote_warning(few, voting) == 3
    assert small_vote_warning(DAY, voting) is None
    assert small_vote_warning(few, voting.changed(secrecy=Secrecy.OPEN)) is None
    assert small_vote_warning(replace(DAY, participants=()), voting) is None


def test_settings_lock_at_the_first_ballot_and_options_at_the_opening():
    ready, opened = Standing("r"), Standing("r", state=RoundState.OPEN)
    voted = Standing("r", state=RoundState.OPEN, voted=1, channels={Channel.LAPTOP: 1})
    closed = Standing("r", state=RoundState.CLOSED)
    assert [settings_locked(one) for one in (ready, opened, voted, closed)] == [
        False,
        False,
        True,
        True,
    ]
    assert [options_locked(one) for one in (ready, opened)] == [False, True]


def test_the_rule_in_one_sentence_has_its_numbers():
    facts = rule_sentence_facts(DOTS)
    assert (facts.method, facts.options, facts.dots, facts.cap) == (RoundMethod.DOTS, 24, 2, 2)
    assert (facts.stops, facts.per_track, facts.advance) == (0, True, 3)
    assert (facts.may_abstain, facts.anonymous) == (False, True)


def test_a_third_of_the_options_are_suggested_as_dots_between_three_and_eight():
    assert [suggested_dots(n) for n in (1, 6, 12, 14, 25, 90)] == [3, 3, 4, 5, 8, 8]


def test_a_new_round_asks_the_same_and_keeps_the_old_one():
    lottery = tuple(reversed(DOTS.options))
    day = new_round(DAY, "milstolpar", lottery)
    fresh = voting_round(day, "milstolpar-2")
    assert find(day.rounds, "milstolpar") == DOTS
    assert (fresh.number, fresh.series, fresh.electorate) == (2, "milstolpar", 0)
    assert (fresh.options, fresh.dots, fresh.tie_order) == (DOTS.options, 2, lottery)
    third = voting_round(new_round(day, "milstolpar-2"), "milstolpar-3")
    assert (third.number, third.tie_order) == (3, ())


def test_a_new_round_takes_no_id_that_is_taken():
    taken = DOTS.changed(id="milstolpar-2", series="other")
    day = new_round(replace(DAY, rounds=(*DAY.rounds, taken)), "milstolpar")
    assert find(day.rounds, "milstolpar-2") == taken
    assert voting_round(day, "milstolpar-3").number == 3


def test_a_new_round_refuses_an_unknown_round_and_a_lottery_of_other_options():
    with pytest.raises(Refused, match="unknown_round"):
        new_round(DAY, "x")
    with pytest.raises(Refused, match="tie_order_mismatch"):
        new_round(DAY, "milstolpar", ("S1-1",))


def test_the_current_round_is_the_newest_that_is_not_cancelled():
    day = new_round(DAY, "milstolpar")
    assert current_round(day, "milstolpar").number == 2
    cancelled = with_standing(day, Standing("milstolpar-2", state=RoundState.CANCELLED))
    assert current_round(cancelled, "milstolpar").number == 1
    assert current_round(DAY, "x") is None


def test_only_results_the_room_has_seen_are_revealed():
    assert [voting.id for voting, _ in revealed(counted(), RoundMethod.NEED)] == [
        "behov_enhet",
        "behov",
    ]
    assert revealed(counted(RoundState.CLOSED), RoundMethod.NEED) == ()
    shown = with_standing(DAY, Standing("behov", state=RoundState.SHOWN))
    assert revealed(shown, RoundMethod.NEED) == ()
