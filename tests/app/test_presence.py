"""Late arrivals and leavers change the base of what is open, with a line in the log."""

import pytest

from tests.app.channel_day import PEOPLE, channel_day, opened
from workshop_app.app.ballots import request_key
from workshop_app.app.presence import set_presence, settle_bases
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
from workshop_app.storage import log

KEY = "need"


@pytest.fixture
def held(tmp_path):
    found = opened(tmp_path / "day.milstolpe", channel_day())
    yield found
    found.store.close()


def bases(held):
    events = held.store.file.read(lambda c: list(log.about(c, KEY, "electorate")))
    return [event.body["electorate"] for event in events]


def test_somebody_leaves_and_somebody_comes_while_the_vote_is_open(held):
    held.door.open(KEY)
    set_presence(held.store, held.door, "P00", present=False)
    assert held.store.day.standing(KEY).electorate == PEOPLE - 1
    set_presence(held.store, held.door, "P00", present=True)
    assert held.store.day.standing(KEY).electorate == PEOPLE
    assert bases(held) == [PEOPLE - 1, PEOPLE]
    assert held.store.file.check() == ()


def test_who_has_voted_and_leaves_stays_in_the_base(held):
    held.door.open(KEY)
    held.door.cast(KEY, "P00", Channel.LAPTOP, Ballot(), request_key())
    set_presence(held.store, held.door, "P00", present=False)
    assert held.store.day.standing(KEY).electorate == PEOPLE
    assert bases(held) == []


def test_before_the_opening_there_is_no_base_to_change(held):
    set_presence(held.store, held.door, "P00", present=False)
    assert held.door.open(KEY).electorate == PEOPLE - 1


def test_an_undo_of_the_list_is_followed_too(held):
    held.door.open(KEY)
    set_presence(held.store, held.door, "P00", present=False)
    held.store.undo()
    settle_bases(held.store, held.door)
    assert held.store.day.standing(KEY).electorate == PEOPLE


def test_a_closed_round_keeps_its_base(held):
    held.door.open(KEY)
    held.door.close(KEY)
    set_presence(held.store, held.door, "P00", present=False)
    assert held.store.day.standing(KEY).electorate == PEOPLE
