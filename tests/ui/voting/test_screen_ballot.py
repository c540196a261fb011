"""One at a time at the shared screen: open, by keys and mouse there, in the room's language."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import Participant, Unit
from workshop_app.domain.ops import Op
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.ways import with_ballot_screen
from workshop_app.ui.stage_window import StageState

ROUND = "milstolpar"
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def start(place, desk):
    """The round is held at the shared screen, which is on, and somebody is asked forward."""
    rule = partial(with_ballot_screen, round_id=ROUND, screen=Channel.SCREEN)
    place.store.do(Op.EDIT_ROUND, rule)
    desk.toggle_stage()
    page = desk.page
    page.advance()
    page.open_ballot()
    return page.channels.screen


@pytest.fixture
def begun(qtbot):
    """Starts, and waits until the keyboard is at the shared screen."""

    def made(place, desk):
        screen = start(place, desk)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.who.tiles[0])
        return screen

    return made


@pytest.fixture
def screen(begun, place, desk, page):
    return begun(place, desk)


def hand_in(press):
    """Through the four pages, one dot on each."""
    for _ in range(4):
        press(Qt.Key.Key_1)
        press(ENTER)
    press(ENTER)


def test_it_covers_the_shared_screen_and_not_the_desk(desk, screen, page):
    assert screen.parent() is desk.stage_window
    assert screen.geometry() == desk.stage_window.rect()
    assert page.kiosk is None
    assert screen.who.open_vote.text() == "Open vote: everybody in the room sees what you choose"


def test_a_round_by_keys_at_the_shared_screen(qtbot, place, screen, press):
    press(Qt.Key.Key_Right)
    press(ENTER)
    assert place.stage.showing.covered
    hand_in(press)
    standing = place.day.standing(ROUND)
    assert dict(standing.done) == {"D02": Channel.SCREEN}
    assert standing.channels == {Channel.SCREEN: 1}
    assert not place.stage.showing.covered
    assert screen.thanks.isVisible()
    press(ENTER)
    assert screen.who.isVisible()
    assert not screen.who.tiles[1].isEnabled()
    assert screen.who.turnout.text() == "1 of 15 have voted"


def test_the_ballot_is_named_since_the_vote_is_open(place, screen, press):
    press(ENTER)
    hand_in(press)
    assert voting_round(place.day, ROUND).secrecy is Secrecy.OPEN
    assert "role" in screen.thanks.text.text()


def test_by_mouse(qtbot, place, screen):
    qtbot.mouseClick(screen.who.tiles[4], Qt.MouseButton.LeftButton)
    assert "Enhetschef" in screen.sheet._title.text()
    qtbot.mouseClick(screen.sheet.cancel_button, Qt.MouseButton.LeftButton)
    assert screen.sheet is None
    assert screen.who.isVisible()
    assert place.day.standing(ROUND).voted == 0


def test_the_first_letters_lead_to_a_person(qtbot, screen, press):
    qtbot.keyClicks(QApplication.focusWidget(), "kul")
    assert QApplication.focusWidget().text() == "Kulturstrateg"


def test_arrows_go_past_those_who_are_done(place, screen, press):
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is screen.who.tiles[3]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is screen.who.tiles[0]


def test_escape_gives_the_shared_screen_back(desk, page, screen, press):
    press(ESCAPE)
    assert page.channels.screen is None
    assert desk.stage_window.isVisible()


def test_closing_at_the_desk_ends_it(qtbot, place, page, screen):
    page.advance()
    assert place.day.standing(ROUND).state is RoundState.CLOSED
    qtbot.waitUntil(lambda: page.channels.screen is None)


def test_the_shared_screen_going_dark_ends_it_and_throws_the_ballot_away(
    qtbot, place, desk, page, screen, press
):
    press(ENTER)
    press(Qt.Key.Key_1)
    desk.toggle_stage()
    qtbot.waitUntil(lambda: page.channels.screen is None)
    assert not place.stage.showing.covered
    assert place.day.standing(ROUND).voted == 0


def test_with_the_shared_screen_off_a_sentence_says_so(place, desk, page):
    rule = partial(with_ballot_screen, round_id=ROUND, screen=Channel.SCREEN)
    place.store.do(Op.EDIT_ROUND, rule)
    page.advance()
    assert desk.stage_window.state is StageState.OFF
    page.open_ballot()
    assert page.channels.screen is None
    assert page.kiosk is None
    assert desk.frame.notice.text == "Turn on the shared screen first, F5."


def test_no_key_of_the_stage_runs_while_somebody_votes(place, screen, press):
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Tab):
        press(key)
    press(ENTER)
    for key in (Qt.Key.Key_B, Qt.Key.Key_G, Qt.Key.Key_F5):
        press(key)
    assert not place.stage.showing.blank
    assert screen.isVisible()


def test_the_last_one_ends_it(qtbot, place, page, screen, press, vote_all):
    vote_all(place, leave=1)
    screen._ask_who()
    press(ENTER)
    hand_in(press)
    assert place.day.standing(ROUND).voted == 15
    press(ENTER)
    assert page.channels.screen is None


def test_with_many_people_the_unit_comes_first(qtbot, begun, open_place, open_desk, day, press):
    people = tuple(
        Participant(
            id=f"N{i:02d}",
            position=i,
            role=f"Role {i} " + "with a rather long name " * (i % 3),
            unit_id=f"UN{i % 5}",
            votes_morning=True,
        )
        for i in range(60)
    )
    units = tuple(Unit(id=f"UN{i}", position=i, name=f"Unit {i}") for i in range(4))
    place = open_place(replace(day, participants=people, units=units))
    screen = begun(place, open_desk(place))
    assert [tile.text() for tile in screen.who.tiles] == [
        *(f"Unit {i}" for i in range(4)),
        "Others",
    ]
    qtbot.mouseClick(screen.who.tiles[1], Qt.MouseButton.LeftButton)
    assert [tile.entry.key for tile in screen.who.tiles] == [f"N{i:02d}" for i in range(1, 60, 5)]
    press(ESCAPE)
    assert len(screen.who.tiles) == 5
    screen.stop()


def test_many_people_without_units_stand_on_pages(begun, open_place, open_desk, day, press):
    people = tuple(
        Participant(id=f"N{i:02d}", position=i, role=f"Role {i:02d}", votes_morning=True)
        for i in range(60)
    )
    place = open_place(replace(day, participants=people))
    screen = begun(place, open_desk(place))
    assert screen.who.pages == 3
    assert screen.who.columns == 4
    press(Qt.Key.Key_PageDown)
    assert screen.who.tiles[0].text() == "Role 24"
    screen.who._type("role 59")
    assert QApplication.focusWidget().text() == "Role 59"
    screen.stop()
