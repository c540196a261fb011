"""Corners of the material that the pages never reach, because they ask first."""

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.initiatives import add_frame
from workshop_app.domain.material import the_row
from workshop_app.domain.nouns import Board, Direction, Unit
from workshop_app.domain.recommending import recommend, recommended
from workshop_app.domain.refused import Refused
from workshop_app.domain.situation import BoardShare, action_to_milestone, permille_under_law


def sample():
    return imported().day


def test_a_frame_without_a_name_is_refused():
    with pytest.raises(Refused) as refused:
        add_frame(sample(), "A9", "  ")
    assert refused.value.code == "title_missing"


def test_a_row_that_is_gone_is_refused():
    with pytest.raises(Refused) as refused:
        the_row(sample(), "tracks", "S99")
    assert refused.value.code == "row_gone"


def test_the_action_of_a_figure_that_is_gone_is_refused():
    day = sample()
    with pytest.raises(Refused) as refused:
        action_to_milestone(day, "gone", "new", day.tracks[0].id)
    assert refused.value.code == "row_gone"


def test_without_a_budget_no_share_stands_under_special_law():
    assert permille_under_law(Unit(id="E", name="Enhet")) == 0
    board = Board(id="N", name="Nämnd")
    assert BoardShare(board=board, units=0, net_budget=0, special_law=0).permille == 0


def test_other_standpoints_are_no_recommendation():
    day = recommend(sample(), "A1")
    other = Direction(id="standpoint-1", text="We meet in the autumn", number=1)
    day = type(day)(**{**vars(day), "directions": (other, *day.directions)})
    found = recommended(day)
    assert found is not None
    assert found.frame_id == "A1"
    assert recommended(type(day)(**{**vars(day), "directions": (other,)})) is None
