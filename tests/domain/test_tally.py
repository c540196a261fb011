"""Counting, places and ties beyond what the sample day has."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_ballot_rules import a_round, answers, per_track
from workshop_app.domain.agreement import agreement, agreement_word
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.methods import (
    CountFacts,
    drawn_by_lottery,
    is_backing,
    is_review,
    need_outcome,
    review_outcome,
    suggested_not,
)
from workshop_app.domain.ranking import lottery_places, ranked
from workshop_app.domain.tally import tally

FACTS = CountFacts()
OPTIONS = ("a", "b", "c", "d")
TRACKED = CountFacts(tracks={"A1": "A", "A2": "A", "B1": "B", "B2": "B"})
DOT_BALLOTS = st.lists(
    st.builds(
        Ballot,
        dots=st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 2)),
    ),
    max_size=12,
)


def dots(**fields):
    given = {"options": OPTIONS, "stops": 0, "advance": 2}
    return a_round(RoundMethod.DOTS, **{**given, **fields})


def outcomes(result):
    return {option.id: option.outcome for option in result.options}


def test_a_blank_ballot_has_voted_but_counts_nowhere_else():
    result = tally(dots(), FACTS, [Ballot(), Ballot(dots={"a": 1})])
    assert (result.voted, result.blank) == (2, 1)
    assert result.option("a").answered == 1
    rated = tally(answers(), CountFacts(present=4), [Ballot(), Ballot(answers={"a": "need"})])
    assert (rated.blank, rated.option("a").answered, rated.option("b").answered) == (1, 1, 0)
    assert rated.option("a").too_few


def test_zero_dots_are_never_chosen_and_stay_in_the_result():
    result = tally(dots(), FACTS, [Ballot(dots={"a": 1})])
    assert outcomes(result) == {
        "a": "chosen",
        "b": "not_chosen",
        "c": "not_chosen",
        "d": "not_chosen",
    }
    assert result.option("d").counts == {"dots": 0}
    assert [result.option(key).rank for key in result.order] == [1, 2, 2, 2]


def test_a_shared_place_over_the_line_is_tied_and_one_under_it_is_not():
    ballots = [(Ballot(dots={"a": 2}), 2), (Ballot(dots={"b": 1, "c": 1}), 1)]
    assert outcomes(tally(dots(), FACTS, ballots)) == {
        "a": "chosen",
        "b": "tied",
        "c": "tied",
        "d": "not_chosen",
    }
    assert outcomes(tally(dots(advance=3), FACTS, ballots))["b"] == "chosen"
    assert outcomes(tally(dots(advance=1), FACTS, ballots))["b"] == "not_chosen"
    assert set(outcomes(tally(dots(advance=0), FACTS, ballots)).values()) == {None}


def test_breadth_goes_before_and_the_lottery_only_orders_what_is_equal():
    voting = dots(tie_order=("d", "c", "a"))
    ballots = [(Ballot(dots={"a": 2}), 1), (Ballot(dots={"b": 1}), 2)]
    result = tally(voting, FACTS, ballots)
    assert result.order == ("b", "a", "d", "c")
    assert [result.option(key).tied for key in result.order] == [False, False, True, True]
    drawn = drawn_by_lottery(voting, FACTS, result)
    assert drawn == ("b", "a")


def test_places_are_per_track_when_the_dots_are():
    voting = per_track(advance=1)
    ballots = [Ballot(dots={"A1": 1, "A2": 1, "B2": 2})]
    result = tally(voting, TRACKED, ballots)
    assert result.order == ("A1", "A2", "B2", "B1")
    assert outcomes(result) == {
        "A1": "tied",
        "A2": "tied",
        "B1": "not_chosen",
        "B2": "chosen",
    }


def test_equal_dots_and_stops_are_ordered_by_amount_then_tied():
    voting = a_round(options=OPTIONS, tie_order=("d", "c", "b", "a"))
    ballots = [Ballot(dots={"a": 1, "b": 1, "c": 1}, stops=frozenset({"d"}))]
    facts = CountFacts(amounts={"a": 300, "b": 200, "c": 200})
    result = tally(voting, facts, ballots)
    assert result.order == ("c", "b", "a", "d")
    assert [result.option(key).rank for key in result.order] == [1, 1, 3, 4]
    assert result.option("d").score == -1
    assert suggested_not(result) == ("d",)


def test_a_third_of_the_ballots_is_enough_to_suggest_against_blank_ones_aside():
    stopped = Ballot(stops=frozenset({"a"}))
    other = Ballot(dots={"b": 1})
    voting = a_round(options=OPTIONS)
    assert suggested_not(tally(voting, FACTS, [stopped, (other, 2), Ballot()])) == ("a",)
    assert suggested_not(tally(voting, FACTS, [stopped, (other, 3)])) == ()


def test_equal_backing_is_a_tie_shown_as_a_tie():
    voting = answers(RoundMethod.CHOICE, answers=("support", "can_live_with", "against"))
    ballot = Ballot(answers={"a": "support", "b": "support"})
    result = tally(voting, FACTS, [ballot])
    assert [(one.rank, one.tied) for one in result.options] == [(1, True), (1, True)]
    softer = Ballot(answers={"a": "support", "b": "can_live_with"})
    assert [one.rank for one in tally(voting, FACTS, [softer]).options] == [1, 2]


def test_hands_are_spread_as_thinly_as_they_can_be():
    hands = HandCount(people=3, counts={"a": {"dots": 5}, "b": {"dots": 2}, "c": {"dots": 0}})
    result = tally(dots(), FACTS, [Ballot(dots={"a": 2})], hands)
    assert result.voted == 4
    assert result.option("a").spread == ((2, 3), (1, 1))
    assert (result.option("a").score, result.option("a").breadth) == (7, 4)
    assert result.option("b").spread == ((1, 2),)
    assert result.option("c").spread == ()


def test_hands_with_stops_and_with_answers_are_counted():
    stops = HandCount(people=2, counts={"I1": {"dots": 1, "stops": 1}})
    assert tally(a_round(), FACTS, [], stops).option("I1").score == 0
    need = HandCount(people=2, counts={"a": {"need": 2}})
    assert tally(answers(), FACTS, [], need).option("a").outcome == "need"


def test_the_review_tells_divided_from_too_few():
    assert review_outcome({"keep": 1, "develop": 1}) == "divided"
    assert review_outcome({"keep": 2, "abstain": 8}, present=5) == "too_few"
    assert review_outcome({"keep": 2, "abstain": 3}, present=4) == "keep"
    assert review_outcome({}) is None
    assert need_outcome({"nice": 1}) == "nice"


def test_a_free_question_has_no_places_and_no_outcome():
    voting = answers(RoundMethod.CHOICE, answers=("yes", "no"))
    result = tally(voting, FACTS, [Ballot(answers={"a": "yes"})] * 2)
    assert (is_review(voting), is_backing(voting)) == (False, False)
    assert result.order == ("a", "b")
    assert (result.option("a").score, result.option("a").rank) == (2, 0)
    assert result.option("a").outcome is None
    assert result.contested == ("a",)


def test_a_question_with_a_single_answer_can_be_counted():
    voting = answers(RoundMethod.CHOICE, answers=("yes",))
    assert tally(voting, FACTS, [Ballot(answers={"a": "yes"})]).option("a").contest == 1


def test_an_option_the_result_lacks_is_a_key_error():
    with pytest.raises(KeyError):
        tally(dots(), FACTS, []).option("x")


def test_agreement_of_nothing_is_nothing_and_its_word_needs_eight_answers():
    assert agreement([0, 0, 0]) is None
    assert agreement_word(None, 9) == ""
    assert agreement_word(Fraction(1), 7) == ""


def test_options_outside_the_lottery_come_after_it_as_listed():
    places = lottery_places(("a", "b", "c"), ("x", "c"))
    assert places == {"c": 0, "a": 1, "b": 2}
    assert ranked(("a", "b", "c"), {"a": 1, "b": 0, "c": 1}.get, places) == (
        (1, ("b",)),
        (2, ("c", "a")),
    )


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_agreement_lies_between_two_camps_and_all_agreeing(counts):
    value = agreement(counts)
    assert value is None or -1 <= value <= 1
    assert agreement(counts[::-1]) == value


@given(DOT_BALLOTS)
def test_no_dot_is_lost_and_no_person_counted_twice(ballots):
    result = tally(dots(), FACTS, ballots)
    given_dots = sum(sum(ballot.dots.values()) for ballot in ballots)
    assert sum(option.score for option in result.options) == given_dots
    for option in result.options:
        voters = sum(ballot.dots.get(option.id, 0) > 0 for ballot in ballots)
        assert option.breadth == voters
    assert result.voted == len(ballots)


@given(DOT_BALLOTS, st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_does_not_matter(ballots, random):
    shuffled = list(ballots)
    random.shuffle(shuffled)
    assert tally(dots(), FACTS, shuffled) == tally(dots(), FACTS, ballots)


@given(DOT_BALLOTS, st.permutations(OPTIONS))
def test_the_lottery_changes_no_place_and_no_outcome(ballots, lottery):
    plain = tally(dots(), FACTS, ballots)
    drawn = tally(dots(tie_order=tuple(lottery)), FACTS, ballots)
    assert plain.options == drawn.options
    assert sorted(plain.order) == sorted(drawn.order)


@given(DOT_BALLOTS)
def test_as_many_go_on_as_there_is_room_for(ballots):
    result = tally(dots(), FACTS, ballots)
    found = list(outcomes(result).values())
    assert found.count("chosen") <= 2
    if found.count("tied"):
        assert found.count("chosen") < 2 < found.count("chosen") + found.count("tied")


@given(st.integers(0, 20), st.integers(1, 10))
def test_hands_are_on_as_many_people_as_possible(number, people):
    result = tally(dots(), FACTS, [], HandCount(people, {"a": {"dots": number}}))
    option = result.option("a")
    assert (option.score, option.breadth) == (number, min(number, people))
    sizes = [size for size, _ in option.spread]
    assert not sizes or max(sizes) - min(sizes) <= 1
