"""A ballot being filled in can never become invalid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.ballot_rules import check_ballot
from workshop_app.domain.kinds import Half, RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.ui.voting.draft import BallotDraft

TRACKS = {"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B"}


def voting(**settings) -> VotingRound:
    method = RoundMethod.POINTS if settings.get("stops") else RoundMethod.DOTS
    fields = {"dots": 2, "cap": 2, "options": tuple(TRACKS), "method": method, **settings}
    return VotingRound(id="r", series="r", name="Round", half=Half.MORNING, **fields)


def acts():
    kind = st.sampled_from(["add", "add", "remove", "toggle_stop"])
    return st.lists(st.tuples(kind, st.sampled_from(sorted(TRACKS))), max_size=40)


@given(
    acts(),
    st.integers(0, 6),
    st.integers(0, 4),
    st.integers(0, 3),
    st.booleans(),
)
def test_whatever_is_pressed_the_ballot_is_valid(presses, dots, cap, stops, per_track):
    rules = voting(dots=dots, cap=cap, stops=stops, per_track=per_track)
    draft = BallotDraft(rules, TRACKS)
    for act, option in presses:
        getattr(draft, act)(option)
        check_ballot(rules, draft.ballot(), TRACKS)
        assert draft.stops_left() >= 0
        assert draft.unplaced() >= 0


def test_each_track_has_a_budget_of_its_own():
    draft = BallotDraft(voting(per_track=True), TRACKS)
    assert [draft.add("a1"), draft.add("a2"), draft.add("a3")] == ["", "", "no_dots_left"]
    assert draft.add("b1") == ""
    assert (draft.left("A"), draft.left("B"), draft.unplaced()) == (0, 1, 1)


def test_the_whole_sheet_has_one_budget_where_dots_are_not_per_track():
    draft = BallotDraft(voting(dots=3), TRACKS)
    assert [draft.add(o) for o in ("a1", "b1", "b2", "a2")] == ["", "", "", "no_dots_left"]
    assert draft.left() == 0


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("add", "toggle_stop", "has_dots"),
        ("toggle_stop", "add", "has_stop"),
    ],
)
def test_a_row_has_a_dot_or_a_stop_never_both(first, second, why):
    draft = BallotDraft(voting(dots=3, stops=2), TRACKS)
    assert getattr(draft, first)("a1") == ""
    assert getattr(draft, second)("a1") == why


def test_stops_run_out_and_can_be_taken_back():
    draft = BallotDraft(voting(stops=1), TRACKS)
    assert draft.toggle_stop("a1") == ""
    assert draft.toggle_stop("a2") == "no_stops_left"
    assert draft.toggle_stop("a1") == ""
    assert draft.toggle_stop("a2") == ""
    assert draft.remove("a2") == ""
    assert draft.stops_left() == 1


def test_the_cap_holds_on_each_row():
    draft = BallotDraft(voting(dots=5, cap=2), TRACKS)
    assert [draft.add("a1") for _ in range(3)] == ["", "", "over_cap"]
    assert draft.remove("a1") == ""
    assert draft.remove("a2") == "nothing_there"
    assert draft.dots("a1") == 1


def test_an_untouched_ballot_is_blank():
    assert BallotDraft(voting(), TRACKS).ballot().blank
