"""The day as a value."""

import pytest
from pydantic import ValidationError

from tests.domain.sample_day import counted
from workshop_app.domain.day import (
    collections,
    find,
    ordered,
    rows,
    with_noun,
    with_standing,
)
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing

DAY = counted()


def test_every_collection_of_the_day_can_be_walked():
    assert collections()[0] == "workshop"
    assert "votes" not in collections()
    assert rows(DAY, "workshop") == (DAY.workshop,)
    assert sum(len(rows(DAY, name)) for name in collections()) > 250


def test_a_noun_is_found_by_its_id_or_not_at_all():
    assert find(DAY.tracks, "S2").id == "S2"
    assert find(DAY.tracks, "S9") is None


def test_a_changed_noun_takes_the_place_of_the_old_one_in_order():
    last = DAY.tracks[0].changed(position=99)
    tracks = with_noun(DAY.tracks, last)
    assert (len(tracks), tracks[-1]) == (len(DAY.tracks), last)
    assert ordered(reversed(DAY.tracks)) == DAY.tracks


def test_a_change_is_checked_again_and_nouns_do_not_change_themselves():
    with pytest.raises(ValidationError):
        DAY.tracks[0].changed(name="")
    with pytest.raises(ValidationError):
        DAY.tracks[0].name = "x"


def test_labels_are_short_where_there_is_a_short_name():
    milestone, initiative = DAY.milestones[0], DAY.initiatives[2]
    assert milestone.label == milestone.short_name
    assert milestone.changed(short_name="").label == milestone.title
    assert initiative.label == "Sälja skolbibliotekstjänster"
    assert initiative.weighed_label == "Två bibliotekarier på heltid"
    bare = initiative.changed(short_name="", weighed_short_name="")
    assert bare.label == bare.title
    assert bare.weighed_label == bare.weighed
    assert bare.changed(weighed="").weighed_label == bare.title


def test_a_round_nobody_opened_is_ready_and_news_of_it_replace_old_news():
    assert DAY.standing("x").state is RoundState.READY
    news = Standing("behov", state=RoundState.OPEN)
    assert with_standing(DAY, news).standing("behov") == news
    assert DAY.standing("behov").state is RoundState.LOCKED


def test_a_refusal_carries_its_code_and_facts():
    refused = Refused("too_many_dots", given=9, most=8)
    assert (str(refused), refused.facts) == ("too_many_dots", {"given": 9, "most": 8})
    assert Op.MOVE_ACROSS == "move_across"
