"""Who is in the room: the base follows late arrivals and leavers."""

from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.attendance import base_now, entitled_ever, gaps, may_vote, with_presence
from workshop_app.domain.day import find, with_standing
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voters, voting_round
from workshop_app.domain.votes import Standing


@pytest.fixture
def day():
    found = imported().day
    return replace(found, rounds=tuple(r.changed(electorate=0) for r in found.rounds))


@pytest.fixture
def voting(day):
    return voting_round(day, "milstolpar")


def test_a_leaver_who_has_not_voted_lowers_the_base(day, voting):
    assert base_now(with_presence(day, "D05", present=False), voting) == base_now(day, voting) - 1


def test_a_leaver_who_has_voted_still_counts(day, voting):
    voted = Standing(voting.id, RoundState.OPEN, 15, 1, done={"D05": Channel.LAPTOP})
    left = with_presence(with_standing(day, voted), "D05", present=False)
    assert base_now(left, voting) == 15


def test_a_paper_ballot_is_no_person(day, voting):
    voted = Standing(voting.id, RoundState.OPEN, 15, 1, done={"paper-001": Channel.PAPER})
    assert base_now(with_standing(day, voted), voting) == 15


def test_a_round_that_was_held_elsewhere_keeps_its_base(day, voting):
    assert base_now(day, voting.changed(electorate=40)) == 40


def test_who_may_not_vote_changes_nothing_by_coming(day, voting):
    guest = next(p for p in day.participants if not p.votes_morning)
    assert base_now(with_presence(day, guest.id, present=True), voting) == base_now(day, voting)


def test_an_unknown_person_is_refused(day):
    with pytest.raises(Refused, match="unknown_participant"):
        with_presence(day, "nobody", present=True)


def test_those_who_may_vote_are_told_apart_by_half_of_the_day(day):
    morning = may_vote(day, voting_round(day, "milstolpar"))
    afternoon = may_vote(day, voting_round(day, "prioritering"))
    assert {p.id for p in afternoon} < {p.id for p in morning}
    assert len(entitled_ever(day)) == len(morning)


def test_units_and_groups_with_nobody_here_are_named(day, voting):
    unit = find(day.participants, "D05").unit_id
    gone = [p for p in voters(day, voting) if p.unit_id == unit]
    assert gone
    for person in gone:
        day = with_presence(day, person.id, present=False)
    found = gaps(day, voting)
    assert found.units == (find(day.units, unit).name,)
    assert found.roles == tuple(p.role for p in gone)
    assert gaps(imported().day, voting).units == ()


def test_a_group_with_nobody_here_is_named(day, voting):
    people = tuple(p.changed(group="Politik" if p.id == "D02" else "") for p in day.participants)
    grouped = with_presence(replace(day, participants=people), "D02", present=False)
    assert gaps(grouped, voting).groups == ("Politik",)
