"""Initiatives and frames: the law locks, the sums hold, and nothing points at what is gone."""

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.day import find, with_standing
from workshop_app.domain.initiatives import (
    LawLevel,
    add_frame,
    add_initiative,
    edit_initiative,
    effect_sums,
    in_conflict,
    law_level,
    look_over,
    needed_by,
    remove_frame,
    remove_initiative,
    set_label,
    set_law,
    set_need,
    set_related,
)
from workshop_app.domain.kinds import Regulation, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing


def sample():
    return imported().day


def code(rule, *arguments):
    with pytest.raises(Refused) as no:
        rule(*arguments)
    return no.value.code


def test_a_level_fixed_by_law_is_not_voted_on_and_leaves_prepared_rounds():
    day = sample()
    holding = [voting.id for voting in day.rounds if "I06" in voting.options]
    assert holding
    locked = set_law(day, "I06", "fixed")
    one = find(locked.initiatives, "I06")
    assert (one.voted_on, one.level_fixed_by_law, one.regulation) == (
        False,
        True,
        Regulation.SPECIAL_LAW,
    )
    assert not [voting.id for voting in locked.rounds if "I06" in voting.options]
    freed = find(set_law(locked, "I06", "municipal").initiatives, "I06")
    assert freed.voted_on
    assert law_level(freed) is LawLevel.MUNICIPAL


def test_the_law_is_not_changed_under_a_vote_that_has_begun():
    day = sample()
    holding = next(voting.id for voting in day.rounds if "I06" in voting.options)
    begun = with_standing(day, Standing(holding, RoundState.OPEN))
    assert code(set_law, begun, "I06", "fixed") == "in_a_vote"
    assert code(remove_initiative, begun, "I06") == "in_a_vote"
    assert code(set_law, day, "I06", "maybe") == "law_unreadable"


def test_the_sums_are_those_of_the_sample():
    sums = effect_sums(sample().initiatives)
    assert (sums.count, sums.raises, sums.lowers, sums.years[0]) == (30, 3960, -7110, -3150)


def test_a_removed_initiative_is_gone_everywhere():
    day = sample()
    assert code(remove_initiative, day, "I04") == "in_use"
    left = remove_initiative(day, "I21")
    assert find(left.initiatives, "I21") is None
    assert not [one for one in left.initiatives if "I21" in one.conflicts_with]
    assert not [one for one in left.portfolios if "I21" in one.chosen]
    assert not [one for one in left.stances if one.initiative_id == "I21"]
    assert not [one for one in left.rounds if "I21" in one.options]


def test_what_belongs_together_is_told_from_both_sides():
    day = sample()
    assert [one.id for one in needed_by(day, "I04")] == ["I24"]
    for key, other in (("I20", "I21"), ("I21", "I20")):
        assert [one.id for one in in_conflict(day, find(day.initiatives, key))] == [other]
    assert code(set_related, day, "needs", "I04", ("I04",)) == "related_to_itself"
    assert code(set_related, day, "needs", "I04", ("I99",)) == "unknown_initiative"


def test_what_to_look_over_is_told_in_codes():
    day = add_initiative(sample(), "new", "Something new")
    assert look_over(day, find(day.initiatives, "new")) == ("no_unit", "no_goal")
    assert look_over(day, find(day.initiatives, "I04")) == ("document_ends",)
    assert look_over(day, find(day.initiatives, "I06")) == ()
    saving = edit_initiative(day, "new", {"effect_tkr": -10}, LawLevel.SPECIAL)
    found = look_over(saving, find(saving.initiatives, "new"))
    assert found == ("no_unit", "no_goal", "no_law", "nothing_weighed")


def test_an_initiative_keeps_a_title_and_a_short_name_that_fits():
    day = sample()
    assert find(set_label(day, "I04", "Short").initiatives, "I04").short_name == "Short"
    assert code(set_label, day, "I04", "x" * 49) == "short_name_too_long"
    assert code(edit_initiative, day, "I04", {"title": " "}) == "title_missing"
    assert code(add_initiative, day, "new", "") == "title_missing"


def test_a_frame_with_a_proposal_stays():
    day = add_frame(sample(), "A4", "Alternative 4")
    assert find(day.frames, "A4").frame_tkr is None
    assert remove_frame(day, "A4") == sample()
    assert code(remove_frame, day, "A1") == "frame_in_use"
    assert set_need(day, None).workshop.need_tkr is None
