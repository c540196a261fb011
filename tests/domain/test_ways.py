"""At which screen a round is voted on, and for how long."""

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.day import with_standing
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.votes import Standing
from workshop_app.domain.ways import (
    ballot_screen,
    with_ballot_screen,
    with_closing_on_time,
    with_minutes,
)

ROUND = "milstolpar"


@pytest.fixture
def day():
    return imported().day


def in_state(day, state, voted=0):
    return with_standing(day, Standing(ROUND, state, 15, voted))


def test_the_shared_screen_is_an_open_vote_and_the_laptop_a_secret_one(day):
    assert ballot_screen(voting_round(day, ROUND)) is Channel.LAPTOP
    shared = with_ballot_screen(day, ROUND, Channel.SCREEN)
    assert voting_round(shared, ROUND).secrecy is Secrecy.OPEN
    assert ballot_screen(voting_round(shared, ROUND)) is Channel.SCREEN
    assert with_ballot_screen(shared, ROUND, Channel.LAPTOP) == day


def test_an_open_round_from_elsewhere_is_not_at_the_shared_screen(day):
    voting = voting_round(day, ROUND).changed(secrecy=Secrecy.OPEN)
    assert ballot_screen(voting) is Channel.LAPTOP


def test_the_screen_is_fixed_once_the_round_is_open(day):
    with pytest.raises(Refused, match="secrecy_locked"):
        with_ballot_screen(in_state(day, RoundState.OPEN), ROUND, Channel.SCREEN)
    with pytest.raises(ValueError, match="paper"):
        with_ballot_screen(day, ROUND, Channel.PAPER)


def test_the_time_can_change_until_the_first_ballot(day):
    opened = in_state(day, RoundState.OPEN)
    assert voting_round(with_minutes(opened, ROUND, 10), ROUND).minutes == 10
    with pytest.raises(Refused, match="settings_locked"):
        with_minutes(in_state(day, RoundState.OPEN, voted=1), ROUND, 10)
    with pytest.raises(ValueError, match="61"):
        with_minutes(day, ROUND, 61)


def test_without_a_time_nothing_closes_on_time(day):
    timed = with_closing_on_time(with_minutes(day, ROUND, 5), ROUND, closes=True)
    assert voting_round(timed, ROUND).closes_on_time
    assert not voting_round(with_minutes(timed, ROUND, 0), ROUND).closes_on_time
