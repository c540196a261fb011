"""Wordings that paper and screen share."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.report.support import ENGLISH, FORMATS
from workshop_app.domain.kinds import Half, RoundMethod, RoundState, StanceKind
from workshop_app.domain.nouns import VotingRound
from workshop_app.report import texts


def voting(method: RoundMethod, **settings: object) -> VotingRound:
    fields = {"id": "r", "series": "r", "name": "A vote", "method": method, "half": Half.MORNING}
    return VotingRound.model_validate({**fields, **settings})


def test_a_margin_fits_and_a_lack_is_missing():
    assert texts.fits(ENGLISH, FORMATS, 160) == "Fits, margin 160\xa0tkr"
    assert texts.fits(ENGLISH, FORMATS, 0) == "Fits, margin 0\xa0tkr"
    assert texts.fits(ENGLISH, FORMATS, -620) == "Missing 620\xa0tkr"


def test_the_sentence_says_the_same():
    assert "with a margin of 70\xa0tkr" in texts.fits_sentence(ENGLISH, FORMATS, 70)
    assert "1,200\xa0tkr is missing" in texts.fits_sentence(ENGLISH, FORMATS, -1200)


@pytest.mark.parametrize(
    ("permille", "reaches", "short", "full"),
    [
        (20, True, "2.0%, meets target", "result: 2.0 percent. The target is reached."),
        (10, False, "1.0%, misses target", "result: 1.0 percent. The target is not reached."),
        (None, True, "Result not stated", "The municipality's result is not stated."),
    ],
)
def test_the_result_is_a_fact_and_never_an_error(permille, reaches, short, full):
    assert texts.result_target(ENGLISH, FORMATS, permille, reaches) == short
    assert texts.result_sentence(ENGLISH, FORMATS, permille, reaches).endswith(full)


def test_evidence_has_three_words():
    words = [texts.evidence_word(ENGLISH, strength) for strength in (1, 2, 3)]
    assert words == ["Weak evidence", "Some evidence", "Strong evidence"]
    assert texts.founded_word(ENGLISH, weak=True) != texts.founded_word(ENGLISH, weak=False)


def test_every_stance_has_its_own_word_and_none_is_to_be_investigated():
    words = {kind: texts.stance_word(ENGLISH, kind) for kind in StanceKind}
    assert len(set(words.values())) == len(StanceKind)
    assert texts.stance_word(ENGLISH, None) == words[StanceKind.INVESTIGATE]


def test_a_stance_without_a_reason_prints_as_to_be_investigated():
    said = texts.stance_sentence(ENGLISH, StanceKind.DONT, "")
    assert said == "To be investigated. No reason given."


def test_a_service_that_ends_shows_its_reason_alone_and_a_new_thing_its_stance_too():
    reason = "No money."
    assert texts.stance_sentence(ENGLISH, StanceKind.DONT, reason, starts=False) == reason
    assert texts.stance_sentence(ENGLISH, StanceKind.DONT, reason) == "Don't. No money."
    later = texts.stance_sentence(ENGLISH, StanceKind.LATER, reason, starts=False)
    assert later == "Later. No money."


def test_quarters_are_short_on_stones_and_whole_in_words():
    assert texts.quarter_code(ENGLISH, 3) == "Q3"
    assert texts.quarter_words(ENGLISH, 4, 2028) == "Quarter 4 2028"
    assert texts.quarter_words(ENGLISH, None, 2028) == "2028"
    assert texts.quarter_words(ENGLISH, 4, None) == "No year"


def test_dots_are_told_with_people():
    assert texts.dots_from_people(ENGLISH, 8, 6) == "8 dots from 6 people"
    assert texts.dots_from_people(ENGLISH, 1, 1) == "1 dot from 1 person"
    assert texts.turnout(ENGLISH, 9, 15) == "9 of 15 voted"


def test_every_state_of_a_round_has_a_word_of_its_own():
    words = {texts.state_word(ENGLISH, state) for state in RoundState}
    assert len(words) == len(RoundState)


def test_a_missing_result_is_explained_by_the_state():
    said = {state: texts.no_result_sentence(ENGLISH, state) for state in RoundState}
    assert said[RoundState.READY] == "The vote has not been held."
    assert said[RoundState.OPEN] == "The vote is going on."
    assert said[RoundState.CANCELLED] == "The vote was cancelled."
    assert said[RoundState.CLOSED] == "The result has not been shown yet."


CODES = (
    *("chosen", "not_chosen", "tied", "keep", "develop", "wind_down", "divided", "too_few"),
    *("need", "nice", "even", "agreement", "leaning_yes", "leaning_no"),
    *("support", "can_live_with", "against", "yes", "no", "abstain"),
)


@pytest.mark.parametrize("code", CODES)
def test_every_outcome_code_has_a_word(code):
    assert texts.outcome_word(ENGLISH, code) != code


def test_an_unknown_outcome_is_given_back():
    assert texts.outcome_word(ENGLISH, "Something else") == "Something else"


def test_the_rule_of_dots_per_track_names_the_numbers():
    rule = texts.rule_sentence(
        ENGLISH, voting(RoundMethod.DOTS, dots=2, cap=2, per_track=True, advance=3)
    )
    assert rule == (
        "Each person has 2 dots per track. The 3 with the most dots in each track go on. "
        "At equal dots, the one with dots from more people comes first."
    )


def test_the_rule_of_dots_names_the_cap_when_it_binds():
    rule = texts.rule_sentence(ENGLISH, voting(RoundMethod.DOTS, dots=8, cap=2, advance=1))
    assert "8 dots. At most 2 on the same proposal. The one with the most dots goes on." in rule
    assert "go on" not in texts.rule_sentence(ENGLISH, voting(RoundMethod.DOTS, dots=1))


def test_the_rule_of_stops_says_what_they_weigh():
    rule = texts.rule_sentence(ENGLISH, voting(RoundMethod.POINTS, dots=8, cap=3, stops=3))
    assert "8 dots. At most 3 on the same proposal. At most 3 stops." in rule
    assert "dots minus stops" in rule


@pytest.mark.parametrize(
    ("method", "answers", "words"),
    [
        (RoundMethod.NEED, (), "about the service, not the saving"),
        (RoundMethod.RATING, (), "at least eight in ten"),
        (RoundMethod.CHOICE, ("keep", "develop", "wind_down"), "More than half"),
        (RoundMethod.CHOICE, ("support", "can_live_with", "against"), "can you live with it"),
        (RoundMethod.CHOICE, ("yes", "no"), "One answer each."),
        (RoundMethod.CHOICE, (), "One answer each."),
    ],
)
def test_every_method_has_its_rule_in_a_sentence(method, answers, words):
    assert words in texts.rule_sentence(ENGLISH, voting(method, answers=answers))


def test_a_tie_is_told_as_a_tie_with_its_rule():
    assert texts.tie_sentence(ENGLISH, 5, 2) == ("Shared place 5: 2 proposals have equal support.")
    assert "more people" in texts.tie_rule_sentence(ENGLISH)


def test_the_wordings_load_neither_the_data_layer_nor_the_formats_nor_the_printer():
    code = (
        "import sys, workshop_app.report.texts\n"
        "print([n for n in ('sqlmodel', 'pydantic', 'babel', 'reportlab') if n in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
