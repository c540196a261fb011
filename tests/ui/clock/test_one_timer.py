"""A round with a time of its own: one timer is seen, not two."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.ui.clock.conftest import panel_of, press
from workshop_app.domain.ops import Op
from workshop_app.domain.ways import with_minutes
from workshop_app.figures.shapes import Label
from workshop_app.ui.channels.round_clock import RoundClock
from workshop_app.ui.stage_pages.round_view import round_for
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.voting.vote_page import VotePage

SPACE, NEXT = Qt.Key.Key_Space, Qt.Key.Key_N


@pytest.fixture
def voting_desk(make_desk, timed):
    """Two voting steps; the round of the first has ten minutes of its own and is open."""
    need = StepPlan("afternoon", "need", partial(VotePage, step="need"))
    desk = make_desk(timed, (StepPlan("morning", "vote", VotePage), need))
    voting = round_for(timed.day, "vote")
    timed.store.do(Op.EDIT_ROUND, partial(with_minutes, round_id=voting.id, minutes=10))
    timed.ballots.open(voting.id)
    return desk


def two_timers(desk):
    """Whether the page shows a timer besides the one of the desk."""
    return any(one.isVisible() for one in desk.findChildren(RoundClock))


def test_the_timer_shows_the_rounds_own_time_and_says_so(voting_desk, timed, wall):
    panel = panel_of(voting_desk)
    assert not two_timers(voting_desk)
    told = (panel.title.text, panel.time.text, panel.pace.text())
    assert told == ("Prickröstning om milstolpar", "10:00", "the round's own time")
    assert not panel.toggle.isVisible()
    assert not panel.less.isVisible()
    press(voting_desk, SPACE)
    assert timed.day_clock.run is None
    wall.pass_by(minutes=8, seconds=30)
    timed.timer.tick()
    assert panel.standing.text() == "Soon over · of 10 minutes"
    wall.pass_by(minutes=2)
    timed.timer.tick()
    assert (panel.time.text, panel.standing.text()) == ("0:00", "The time is out")


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_minute_more_is_the_rounds(way, voting_desk, timed, qtbot):
    panel = panel_of(voting_desk)
    if way == "key":
        press(voting_desk, Qt.Key.Key_Plus)
    else:
        qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert (panel.time.text, panel.standing.text()) == ("11:00", "of 11 minutes")
    assert timed.day_clock.run is None


def test_moving_on_leaves_the_round_its_time(voting_desk, timed):
    panel = panel_of(voting_desk)
    press(voting_desk, NEXT)
    assert timed.day_clock.reading().item.id == "8"
    assert voting_desk.frame.top_bar.title.text == "Resultat och ansvariga"
    assert panel.time.text == "10:00"


def test_on_another_step_the_timer_is_the_blocks_again(voting_desk, timed):
    panel = panel_of(voting_desk)
    voting_desk.go_to("need")
    assert (panel.time.text, panel.toggle.isVisible()) == ("6:40", True)
    press(voting_desk, SPACE)
    assert timed.day_clock.by_hand()
    voting_desk.go_to("vote")
    assert panel.time.text == "10:00"
    timed.ballots.close(round_for(timed.day, "vote").id)
    assert panel.time.text == "6:40"


def test_the_room_sees_the_rounds_own_time_before_the_blocks(voting_desk, timed):
    timed.day_clock.show_in_room(shown=True)
    voting_desk.show_on_stage()
    told = [p.text for p in voting_desk.picture.figure.pieces if isinstance(p, Label)]
    assert "10:00" in told
    assert "6:40" not in told


def test_a_page_without_a_desk_clock_shows_the_rounds_time_itself(make_desk, timed, wall, qtbot):
    alone = replace(timed, day_clock=None)
    desk = make_desk(alone, (StepPlan("morning", "vote", VotePage),))
    voting = round_for(timed.day, "vote")
    timed.store.do(Op.EDIT_ROUND, partial(with_minutes, round_id=voting.id, minutes=10))
    timed.ballots.open(voting.id)
    (seen,) = [one for one in desk.findChildren(RoundClock) if one.isVisible()]
    assert (seen.time.text(), seen.of.text(), seen.mark.isVisible()) == (
        "10:00",
        "of 10 minutes",
        False,
    )
    wall.pass_by(minutes=8, seconds=30)
    timed.timer.tick()
    assert (seen.of.text(), seen.mark.isVisible()) == ("Soon over · of 10 minutes", True)
    wall.pass_by(minutes=2)
    timed.timer.tick()
    assert (seen.time.text(), seen.of.text()) == ("0:00", "The time is out")
    qtbot.mouseClick(seen.more, Qt.MouseButton.LeftButton)
    assert seen.time.text() == "1:00"
