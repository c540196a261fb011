"""What a ballot and a show of hands may hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import imported, vectors_of
from workshop_app.domain.ballot_rules import (
    allowed_answers,
    balance,
    check_ballot,
    check_hands,
    count_keys,
    dots_each,
    hand_keys,
)
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import Half, RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused

TRACKS = {"A1": "A", "A2": "A", "B1": "B", "B2": "B"}


def a_round(method=RoundMethod.POINTS, **fields: Any) -> VotingRound:
    settings = {"dots": 8, "cap": 2, "stops": 3, "options": tuple(f"I{n}" for n in range(9))}
    return VotingRound(
        **{
            "id": "r",
            "series": "r",
            "name": "r",
            "method": method,
            "half": Half.MORNING,
            **settings,
            **fields,
        }
    )


def per_track(**fields: Any) -> VotingRound:
    given = {"dots": 2, "cap": 2, "stops": 0, "per_track": True, "options": tuple(TRACKS)}
    return a_round(RoundMethod.DOTS, **{**given, **fields})


def answers(method=RoundMethod.NEED, **fields: Any) -> VotingRound:
    return a_round(method, **{"dots": 0, "cap": 0, "stops": 0, "options": ("a", "b"), **fields})


def refusal(check, *args):
    with pytest.raises(Refused) as refused:
        check(*args)
    return refused.value.code, refused.value.facts


@pytest.mark.parametrize("case", vectors_of("ballot_validity")[0]["input"], ids=str)
def test_the_worked_ballots_are_valid_or_refused(case):
    ballot = Ballot(dots=case["b"], stops=frozenset(case["s"]))
    why = {
        "cap": "over_cap",
        "sum": "too_many_dots",
        "dot and stop on the same item": "dot_and_stop",
        "negative": "negative",
        "unknown item": "unknown_option",
        "locked item": "unknown_option",
    }
    if case["valid"]:
        check_ballot(a_round(), ballot)
    else:
        assert refusal(check_ballot, a_round(), ballot)[0] == why[case["why"]]


def test_every_ballot_of_the_sample_day_is_valid():
    day = imported().day
    tracks = {milestone.id: milestone.track_id for milestone in day.milestones}
    for voting in day.rounds:
        for ballot in imported().ballots.get(voting.id, ()):
            check_ballot(voting, ballot, tracks)
        if voting.id in imported().hands:
            check_hands(voting, imported().hands[voting.id], voting.electorate)


def test_nine_dots_of_eight_are_refused_with_the_numbers():
    ballot = Ballot(dots={f"I{n}": 1 for n in range(9)})
    code, facts = refusal(check_ballot, a_round(), ballot)
    assert (code, facts["given"], facts["most"]) == ("too_many_dots", 9, 8)


def test_dots_per_track_are_summed_track_by_track():
    check_ballot(per_track(), Ballot(dots={"A1": 2, "B1": 1, "B2": 1}), TRACKS)
    code, facts = refusal(check_ballot, per_track(), Ballot(dots={"B1": 2, "B2": 1}), TRACKS)
    assert (code, facts) == ("too_many_dots", {"given": 3, "most": 2, "track": "B"})


def test_no_limit_where_dots_and_cap_are_zero():
    check_ballot(a_round(dots=0, cap=0), Ballot(dots={"I1": 90}))


def test_stops_have_their_limit():
    stops = frozenset({"I1", "I2", "I3", "I4"})
    assert refusal(check_ballot, a_round(), Ballot(stops=stops))[0] == "too_many_stops"
    plain = a_round(RoundMethod.DOTS, stops=0)
    assert refusal(check_ballot, plain, Ballot(stops=frozenset({"I1"})))[0] == "too_many_stops"


@pytest.mark.parametrize("dots", [1.5, True, "2"])
def test_dots_are_whole_numbers(dots):
    assert refusal(check_ballot, a_round(), Ballot(dots={"I1": dots}))[0] == "not_whole"


def test_answers_and_dots_do_not_mix():
    assert refusal(check_ballot, a_round(), Ballot(answers={"I1": "need"}))[0] == "wrong_kind"
    assert refusal(check_ballot, answers(), Ballot(dots={"a": 1}))[0] == "wrong_kind"
    assert refusal(check_ballot, answers(), Ballot(stops=frozenset("a")))[0] == "wrong_kind"


def test_answers_are_those_of_the_question():
    check_ballot(answers(), Ballot(answers={"a": "need"}))
    assert refusal(check_ballot, answers(), Ballot(answers={"c": "need"}))[0] == "unknown_option"
    assert refusal(check_ballot, answers(), Ballot(answers={"a": "yes"}))[0] == "unknown_answer"
    assert refusal(check_ballot, answers(), Ballot(answers={"a": "abstain"}))[1] == {
        "option": "a",
        "answer": "abstain",
    }
    check_ballot(answers(may_abstain=True), Ballot(answers={"a": "abstain"}))


def test_each_method_has_its_answers_and_its_keys():
    assert allowed_answers(answers()) == ("need", "nice")
    assert allowed_answers(answers(RoundMethod.RATING, may_abstain=True))[-2:] == ("5", "abstain")
    free = answers(RoundMethod.CHOICE, answers=("yes", "no", "abstain"))
    assert allowed_answers(free) == count_keys(free) == ("yes", "no", "abstain")
    assert count_keys(per_track()) == hand_keys(per_track()) == ("dots",)
    assert count_keys(a_round()) == hand_keys(a_round()) == ("dots", "stops")
    assert count_keys(a_round(stops=0)) == ("dots", "stops")


def test_a_blank_ballot_is_valid_everywhere():
    for voting in (a_round(), per_track(), answers()):
        check_ballot(voting, Ballot(), TRACKS)


def test_two_people_balance_with_four_of_four_dots():
    one_track = per_track(options=("A1", "A2"))
    hands = HandCount(people=2, counts={"A1": {"dots": 3}, "A2": {"dots": 1}})
    check_hands(one_track, hands, 2, TRACKS)
    assert balance(one_track, hands, TRACKS) == (4, 4)
    assert balance(per_track(), hands, TRACKS) == (4, 8)
    assert dots_each(per_track(), TRACKS) == 4
    assert balance(a_round(), HandCount(2, {"I1": {"dots": 2, "stops": 0}})) == (2, 16)


def test_hands_for_answers_balance_with_one_each_per_option():
    hands = HandCount(people=3, counts={"a": {"need": 2, "nice": 1}, "b": {"need": 1}})
    check_hands(answers(), hands, 3)
    assert balance(answers(), hands) == (4, 6)


@pytest.mark.parametrize(
    ("hands", "code"),
    [
        (HandCount(-1), "negative"),
        (HandCount(4), "too_many_people"),
        (HandCount(1, {"X": {"dots": 1}}), "unknown_option"),
        (HandCount(1, {"I1": {"need": 1}}), "unknown_answer"),
        (HandCount(1, {"I1": {"dots": -1}}), "negative"),
        (HandCount(1, {"I1": {"dots": 3}}), "over_cap"),
        (HandCount(1, {"I1": {"dots": 1, "stops": 1}}), "hands_over_people"),
        (HandCount(1, {"I1": {"stops": 2}}), "hands_over_people"),
        (HandCount(1, {f"I{n}": {"dots": 2} for n in range(5)}), "too_many_dots"),
        (HandCount(1, {f"I{n}": {"stops": 1} for n in range(4)}), "too_many_stops"),
    ],
)
def test_hands_that_so_many_people_cannot_have_given_are_refused(hands, code):
    assert refusal(check_hands, a_round(), hands, 3)[0] == code


def test_hands_without_a_cap_and_for_answers_are_held_to_the_people():
    uncapped = a_round(cap=0)
    check_hands(uncapped, HandCount(1, {"I1": {"dots": 8}, "I2": {"stops": 1}}), 1)
    both = HandCount(1, {"I1": {"dots": 1, "stops": 1}})
    assert refusal(check_hands, uncapped, both, 1)[0] == "hands_over_people"
    check_hands(a_round(dots=0, cap=0), HandCount(1, {"I1": {"dots": 99}}), 1)
    over = HandCount(1, {"a": {"need": 1, "nice": 1}})
    assert refusal(check_hands, answers(), over, 1)[0] == "too_many_hands"


@given(
    st.dictionaries(st.sampled_from([f"I{n}" for n in range(9)]), st.integers(-1, 3)),
    st.frozensets(st.sampled_from([f"I{n}" for n in range(9)]), max_size=5),
)
def test_a_ballot_is_valid_exactly_when_every_rule_holds(dots, stops):
    holds = (
        all(0 <= given <= 2 for given in dots.values())
        and sum(dots.values()) <= 8
        and len(stops) <= 3
        and not any(dots.get(option, 0) > 0 for option in stops)
    )
    try:
        check_ballot(a_round(), Ballot(dots=dots, stops=stops))
    except Refused:
        assert not holds
    else:
        assert holds
