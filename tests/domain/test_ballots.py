"""A ballot and its canonical text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.ballots import Ballot, HandCount

KEYS = st.text(min_size=1, max_size=6)
BALLOTS = st.builds(
    Ballot,
    answers=st.dictionaries(KEYS, st.sampled_from(["need", "nice", "abstain", "5"]), max_size=4),
    dots=st.dictionaries(KEYS, st.integers(0, 8), max_size=4),
    stops=st.frozensets(KEYS, max_size=3),
)


@given(BALLOTS)
def test_a_ballot_comes_back_from_its_text_with_the_same_text(ballot):
    again = Ballot.parse(ballot.text())
    assert again.text() == ballot.text()
    assert again.blank == ballot.blank
    assert (again.answers, again.stops) == (ballot.answers, ballot.stops)


def test_the_order_of_marking_leaves_no_trace_in_the_text():
    one = Ballot(dots={"b": 1, "a": 2, "c": 0}, stops=frozenset({"e", "d"}))
    other = Ballot(dots={"a": 2, "b": 1}, stops=frozenset({"d", "e"}))
    assert one.text() == other.text() == '{"dots":{"a":2,"b":1},"stops":["d","e"]}'


def test_a_ballot_with_nothing_marked_is_blank():
    assert Ballot().blank
    assert Ballot(dots={"a": 0}).blank
    assert Ballot().text() == "{}"
    assert not Ballot(stops=frozenset({"a"})).blank


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"who":"me"}',
        '{"dots":[1]}',
        '{"dots":{"a":1.5}}',
        '{"dots":{"a":true}}',
        '{"answers":{"a":1}}',
        '{"stops":"a"}',
    ],
)
def test_a_text_that_is_not_a_ballot_is_an_error(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError will do
        Ballot.parse(text)


def test_an_empty_show_of_hands_counts_nobody():
    assert HandCount() == HandCount(people=0, counts={}, voters=frozenset())
