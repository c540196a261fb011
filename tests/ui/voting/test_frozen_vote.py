"""A frozen shared screen and a vote: what is hidden stays hidden, and no ballot is left usable."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from tests.figures.support import texts_of
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.ways import with_ballot_screen

RESULT = "This is how we placed the dots"


@pytest.fixture
def revealed(place, desk, page, vote_all):
    """A result that the room sees."""
    desk.toggle_stage()
    desk.show_on_stage()
    page.advance()
    vote_all(place)
    page.advance()
    page.toggle_result()
    assert RESULT in texts_of(desk.stage_window.figure)
    return page


def test_a_result_that_the_desk_hides_does_not_stand_frozen_before_the_room(desk, revealed):
    desk.picture.freeze()
    revealed.toggle_result()
    assert RESULT not in texts_of(desk.stage_window.figure)
    assert not desk.workplace.stage.showing.frozen


def test_thawing_shows_what_the_desk_shows_and_not_what_it_has_hidden(desk, revealed):
    revealed.toggle_result()
    desk.picture.freeze()
    before = desk.stage_window.figure
    assert RESULT not in texts_of(before)
    desk.picture.thaw()
    assert RESULT not in texts_of(desk.stage_window.figure)


def test_a_result_shown_while_frozen_is_seen_by_the_room_only_when_it_is_thawed(
    place, desk, page, vote_all
):
    desk.toggle_stage()
    desk.show_on_stage()
    page.advance()
    vote_all(place)
    page.advance()
    desk.picture.freeze()
    page.toggle_result()
    assert place.day.standing("milstolpar").state is RoundState.SHOWN
    assert RESULT not in texts_of(desk.stage_window.figure)
    desk.picture.thaw()
    assert RESULT in texts_of(desk.stage_window.figure)


def test_votes_that_come_in_do_not_move_a_frozen_picture(place, desk, page, vote_all):
    desk.toggle_stage()
    desk.show_on_stage()
    page.advance()
    desk.picture.freeze()
    before = desk.stage_window.figure
    vote_all(place, leave=5)
    assert desk.stage_window.figure == before
    desk.picture.thaw()
    assert any("10 of 15" in text for text in texts_of(desk.stage_window.figure))


def test_a_ballot_at_the_shared_screen_stands_before_a_frozen_picture_and_is_live(
    place, desk, page, qtbot
):
    rule = partial(with_ballot_screen, round_id="milstolpar", screen=Channel.SCREEN)
    place.store.do(Op.EDIT_ROUND, rule)
    desk.toggle_stage()
    desk.picture.freeze()
    frozen = desk.stage_window.figure
    page.advance()
    page.open_ballot()
    screen = page.channels.screen
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.who.tiles[0])
    assert desk.stage_window.in_use
    screen.stop()
    assert not desk.stage_window.in_use
    assert desk.stage_window.figure == frozen
    assert screen.sheet is None
