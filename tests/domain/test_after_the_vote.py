"""What follows a result: lots, run-off, merging, winding down, recommending, splits by group."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import counted, imported, result
from workshop_app.domain.agreement import rating_status
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import find, with_noun, with_standing
from workshop_app.domain.groups import REST, ballot_group, may_show
from workshop_app.domain.kinds import Half, MilestoneStatus, RoundMethod, RoundState
from workshop_app.domain.merging import merge, merges, removed, split, with_merges
from workshop_app.domain.methods import drawn_by_lottery, tied_over_line
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.recommending import recommend, recommended
from workshop_app.domain.refused import Refused
from workshop_app.domain.reviewing import initiative_of, to_initiative
from workshop_app.domain.rounds import (
    draw_lots,
    new_question,
    new_round,
    run_off,
    settled_by_lot,
    voting_round,
)
from workshop_app.domain.tally import facts_of, tally


def shown():
    return counted(RoundState.SHOWN)


def dots_round():
    return voting_round(shown(), "milstolpar")


def test_the_threshold_of_agreement_is_a_setting():
    assert rating_status((0, 3, 7, 2, 0)) == "leaning_yes"
    assert rating_status((0, 3, 7, 2, 0), 75) == "agreement"
    assert rating_status((0, 1, 8, 3, 0), 100) == "leaning_yes"


def test_lots_are_drawn_once_and_only_after_the_result():
    day = shown()
    options = dots_round().options
    day = replace(day, rounds=with_noun(day.rounds, dots_round().changed(tie_order=())))
    drawn = draw_lots(day, "milstolpar", options[::-1])
    assert voting_round(drawn, "milstolpar").tie_order == options[::-1]
    assert settled_by_lot(voting_round(drawn, "milstolpar"))
    stored = draw_lots(shown(), "milstolpar", options[::-1])
    assert voting_round(stored, "milstolpar").tie_order == dots_round().tie_order
    again = voting_round(new_round(drawn, "milstolpar"), "milstolpar-2")
    assert not settled_by_lot(again)
    with pytest.raises(Refused, match="lots_drawn"):
        draw_lots(drawn, "milstolpar", options)
    with pytest.raises(Refused, match="not_now"):
        draw_lots(counted(RoundState.CLOSED), "milstolpar", options)
    with pytest.raises(Refused, match="tie_order_mismatch"):
        draw_lots(day, "milstolpar", options[1:])


def test_lots_drawn_after_the_count_decide_the_tie_over_the_line():
    day, voting = shown(), dots_round()
    ties = tied_over_line(voting, facts_of(day, voting), result("milstolpar"))
    assert len(ties) == 1
    for lucky in ties[0]:
        rest = tuple(one for one in voting.options if one != lucky)
        drawn = voting.changed(tie_order=(lucky, *rest))
        going = drawn_by_lottery(drawn, facts_of(day, drawn), result("milstolpar"))
        assert set(ties[0]) & set(going) == {lucky}
        assert len(going) == 12


def test_a_run_off_is_a_round_of_its_own_among_those_that_share_a_place():
    day = shown()
    more = run_off(day, "milstolpar", ("S4-3", "S4-4"), "Skiljeröstning")
    fresh = voting_round(more, "milstolpar-run-off-1")
    assert (fresh.method, fresh.dots, fresh.cap, fresh.advance) == (RoundMethod.DOTS, 1, 1, 1)
    assert fresh.run_off_of == "milstolpar"
    assert fresh.series != "milstolpar"
    assert not fresh.per_track
    with pytest.raises(Refused, match="too_few_options"):
        run_off(day, "milstolpar", ("S4-3",), "x")
    with pytest.raises(Refused, match="unknown_option"):
        run_off(day, "milstolpar", ("S4-3", "I04"), "x")


def question(**fields):
    given = {
        "id": "x",
        "series": "x",
        "name": "Vilken dag?",
        "method": RoundMethod.CHOICE,
        "half": Half.AFTERNOON,
        "options": ("question",),
        "answers": ("måndag", "fredag"),
    }
    return VotingRound(**{**given, **fields})


def test_a_question_on_the_spot_stands_last_with_its_own_series():
    day = new_question(shown(), question())
    assert day.rounds[-1].id == "question-1"
    again = new_question(day, question())
    assert [one.series for one in again.rounds[-2:]] == ["question-1", "question-2"]
    with pytest.raises(Refused, match="too_few_answers"):
        new_question(day, question(answers=("måndag",)))
    with pytest.raises(Refused, match="title_missing"):
        new_question(day, question().model_copy(update={"name": "  "}))


def test_merged_milestones_add_their_dots_and_count_the_larger_breadth():
    day, voting = merge(shown(), "S1-5", "S1-6"), dots_round()
    before = result("milstolpar")
    both, made = with_merges(day, voting, before)
    one, other = before.option("S1-5"), before.option("S1-6")
    assert made["S1-5"].parts == (one.score, other.score) == (2, 2)
    assert both.option("S1-5").score == 4
    assert both.option("S1-5").breadth == max(one.breadth, other.breadth)
    assert [o.id for o in both.options] == [o for o in voting.options if o != "S1-6"]
    assert merges(day) == {"S1-6": "S1-5"}
    gone = find(day.milestones, "S1-6")
    assert gone.status is MilestoneStatus.DROPPED
    assert gone.title == find(shown().milestones, "S1-6").title


def test_splitting_brings_back_what_each_had():
    day = split(merge(shown(), "S1-5", "S1-6"), "S1-6")
    both, made = with_merges(day, dots_round(), result("milstolpar"))
    assert not made
    assert both == result("milstolpar")
    with pytest.raises(Refused, match="not_merged"):
        split(day, "S1-6")


@pytest.mark.parametrize(
    ("keep", "other", "code"),
    [
        ("S1-1", "S1-1", "same_milestone"),
        ("S1-1", "S2-1", "other_track"),
        ("S1-1", "nobody", "unknown_milestone"),
        ("S1-6", "S1-1", "already_merged"),
    ],
)
def test_what_cannot_be_merged_is_refused(keep, other, code):
    with pytest.raises(Refused, match=code):
        merge(merge(shown(), "S1-5", "S1-6"), keep, other)


def test_milestones_merged_on_end_in_the_last():
    day = merge(merge(shown(), "S1-5", "S1-6"), "S1-4", "S1-5")
    assert merges(day) == {"S1-5": "S1-4", "S1-6": "S1-4"}
    both, made = with_merges(day, dots_round(), result("milstolpar"))
    assert made["S1-4"].score == both.option("S1-4").score == 9


def test_a_removed_milestone_gives_its_dots_to_nobody():
    day = shown()
    less = replace(day, milestones=tuple(m for m in day.milestones if m.id != "S1-5"))
    assert removed(less, dots_round()) == ("S1-5",)
    assert removed(day, dots_round()) == ()
    assert removed(day, voting_round(day, "utvardering")) == ()
    same, _made = with_merges(less, dots_round(), result("milstolpar"))
    assert same == result("milstolpar")


def test_winding_down_becomes_an_initiative_with_its_cost_as_the_saving():
    day = to_initiative(shown(), "V8", "Avveckla: bokningssystemen")
    made = find(day.initiatives, initiative_of(day, "V8"))
    assert (made.effect_tkr, made.weighed, made.voted_on) == (
        -520,
        "Eget bokningssystem per enhet",
        True,
    )
    with pytest.raises(Refused, match="already_initiative"):
        to_initiative(day, "V8", "Avveckla igen")
    with pytest.raises(Refused, match="unknown_activity"):
        to_initiative(day, "V99", "x")


def test_one_alternative_is_recommended_at_a_time():
    assert recommended(shown()) is None
    day = recommend(shown(), "A1")
    assert recommended(day).reason == ""
    day = recommend(day, "A2", "Det bär.")
    assert (recommended(day).frame_id, recommended(day).reason) == ("A2", "Det bär.")
    assert len(day.directions) == 1
    with pytest.raises(Refused, match="unknown_frame"):
        recommend(day, "A9")


def test_a_ballot_carries_its_group_only_where_it_may_be_shown():
    day = imported().day
    voting = voting_round(day, "behov")
    people = {p.id: p for p in day.participants}
    large = next(key for key, p in people.items() if p.unit_id == "E7" and p.votes_afternoon)
    small = next(key for key, p in people.items() if p.unit_id == "E1" and p.votes_afternoon)
    assert ballot_group(day, voting, large) == ""
    by_unit = voting.changed(split_by="unit")
    assert ballot_group(day, by_unit, large) == "E7"
    assert ballot_group(day, by_unit, small) == REST
    assert ballot_group(day, by_unit, "nobody") == REST
    assert ballot_group(day, voting.changed(split_by="group"), large) == REST


def test_a_split_is_counted_from_the_ballots_that_carry_the_group():
    day = imported().day
    voting = voting_round(day, "behov").changed(split_by="unit")
    ballots = imported().ballots["behov"]
    marked = [replace(ballot, group="E7" if i < 6 else REST) for i, ballot in enumerate(ballots)]
    whole = tally(voting, day, marked)
    ((group, part),) = whole.splits
    assert (group, part.voted) == ("E7", 6)
    assert replace(whole, splits=()) == tally(voting, day, ballots)
    few = [replace(b, group="E7" if i < 5 else REST) for i, b in enumerate(ballots)]
    assert tally(voting, day, few).splits == ()


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 12)), st.integers(0, 12))
def test_no_split_lets_five_or_fewer_be_found(sizes, others):
    voted = sum(sizes.values()) + others
    shown_groups = may_show(Counter({**sizes, REST: others}), voted)
    left = voted - sum(sizes[group] for group in shown_groups)
    assert all(sizes[group] > 5 and voted - sizes[group] > 5 for group in shown_groups)
    assert not shown_groups or left == 0 or left > 5


def test_a_ballot_with_a_group_survives_its_text():
    ballot = Ballot(answers={"I04": "need"}, group="E7")
    assert Ballot.parse(ballot.text()) == ballot
    with pytest.raises(ValueError, match="group"):
        Ballot.parse('{"group":7}')


def test_a_result_of_another_round_is_untouched():
    day = shown()
    standing = replace(day.standing("behov"), state=RoundState.LOCKED)
    assert with_standing(day, standing).standing("milstolpar") == day.standing("milstolpar")
    assert with_noun(day.rounds, dots_round()) == day.rounds
