"""Piles of paper ballots: checked as a whole, all or none, never twice."""

import pytest

from tests.app.channel_day import PEOPLE, channel_day, opened
from workshop_app.app.ballots import request_key
from workshop_app.app.paper import Batch, Paper, count_papers, first_number, numbered
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round

KEY = "points"
GOOD = Ballot(dots={"M1": 3, "M2": 1}, stops=frozenset({"M3"}))
BAD = Ballot(dots={"M1": 3, "M2": 2})


@pytest.fixture
def held(tmp_path):
    found = opened(tmp_path / "day.milstolpe", channel_day())
    found.door.open(KEY)
    yield found
    found.store.close()


def batch(held, wanted):
    day = held.store.day
    return Batch(day, voting_round(day, KEY), wanted)


def test_a_pile_is_counted_as_paper_without_people(held):
    pile = batch(held, 3)
    for ballot in (GOOD, Ballot(), GOOD):
        pile.put(ballot)
    standing = count_papers(held.store.day, held.door, KEY, pile.papers)
    assert standing.channels == {Channel.PAPER: 3}
    assert sorted(standing.done) == ["paper-001", "paper-002", "paper-003"]
    assert held.door.close(KEY).result.blank == 1


def test_a_second_pile_goes_on_with_the_numbers(held):
    count_papers(held.store.day, held.door, KEY, numbered([GOOD, GOOD], 1))
    assert first_number(held.store.day.standing(KEY)) == 3
    pile = batch(held, 1)
    pile.put(GOOD)
    assert [paper.number for paper in pile.papers] == [3]


def test_a_ballot_that_breaks_a_rule_is_refused_whole_and_stays_in_hand(held):
    pile = batch(held, 2)
    with pytest.raises(Refused, match="too_many_dots"):
        pile.put(BAD)
    assert pile.running.typed == 0
    assert pile.running.at == 1


def test_one_bad_ballot_keeps_all_out(held):
    papers = (*numbered([GOOD], 1), Paper(2, BAD, request_key()))
    with pytest.raises(Refused, match="too_many_dots"):
        count_papers(held.store.day, held.door, KEY, papers)
    assert held.store.day.standing(KEY).voted == 0


def test_more_ballots_than_people_are_refused_with_the_sum(held):
    held.door.cast(KEY, "P00", Channel.LAPTOP, GOOD, request_key())
    with pytest.raises(Refused) as no:
        count_papers(held.store.day, held.door, KEY, numbered([GOOD] * PEOPLE, 1))
    assert no.value.code == "over_base"
    assert no.value.facts == {"present": PEOPLE, "ballots": PEOPLE + 1, "hands": 0, "over": 1}
    assert held.store.day.standing(KEY).voted == 1


def test_the_door_takes_no_ballot_when_everybody_s_is_in(held):
    count_papers(held.store.day, held.door, KEY, numbered([GOOD] * PEOPLE, 1))
    with pytest.raises(Refused, match="over_base"):
        held.door.cast(KEY, "P03", Channel.LAPTOP, GOOD, request_key())


def test_a_second_try_with_the_same_papers_counts_nothing_twice(held):
    papers = numbered([GOOD] * PEOPLE, 1)
    held.door.cast(KEY, papers[0].voter, Channel.PAPER, papers[0].ballot, papers[0].key)
    for _ in range(2):
        standing = count_papers(held.store.day, held.door, KEY, papers)
    assert standing.voted == PEOPLE


def test_nothing_is_counted_before_the_vote_is_open(tmp_path):
    found = opened(tmp_path / "other.milstolpe", channel_day())
    with pytest.raises(Refused, match="not_now"):
        count_papers(found.store.day, found.door, KEY, numbered([GOOD], 1))
    found.store.close()


def test_a_typed_ballot_can_be_mended_before_the_pile_is_counted(held):
    pile = batch(held, 2)
    pile.put(GOOD)
    pile.put(Ballot())
    assert pile.complete
    assert pile.past_the_end
    pile.turn(-1)
    assert pile.current().blank
    pile.put(GOOD)
    assert pile.running.marks == 8
    assert pile.running.stops == 2
    assert pile.running.blank == 0
    keys = {paper.key for paper in pile.papers}
    assert len(keys) == 2


def test_a_full_pile_takes_no_more_and_turning_stays_within_it(held):
    pile = batch(held, 1)
    pile.turn(-3)
    pile.turn(5)
    assert pile.running.at == 1
    pile.put(GOOD)
    with pytest.raises(Refused, match="pile_is_done"):
        pile.put(GOOD)
