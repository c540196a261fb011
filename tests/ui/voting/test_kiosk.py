"""One at a time at the laptop: covers the desk, keeps nothing, goes on by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import find
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.figures.shapes import Label
from workshop_app.system.errors import KnownError
from workshop_app.ui.stage_pages.voting import vote_figure

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def kiosk(page, place):
    """The ballot screen with the first person in turn."""
    page.advance()
    page.open_ballot()
    assert page.kiosk is not None
    return page.kiosk


def hand_in(press):
    """Start, one dot, through the pages, and hand in."""
    press(ENTER)
    press(Qt.Key.Key_1)
    for _ in range(4):
        press(ENTER)
    press(ENTER)


def test_it_covers_the_whole_desk_and_follows_its_size(qtbot, desk, kiosk):
    assert kiosk.isVisible()
    assert kiosk.geometry() == desk.rect()
    desk.resize(1366, 768)
    qtbot.waitUntil(lambda: kiosk.geometry() == desk.rect())


def test_it_hands_over_to_the_next_in_turn(kiosk):
    assert kiosk.hand_over.title.text() == "Next in turn: Förvaltningschef"
    assert kiosk.hand_over.start.hasFocus()
    assert kiosk.sheet is None


def shown(place):
    figure = vote_figure(place, place.stage.showing)
    return [piece.text for piece in figure.pieces if isinstance(piece, Label)]


def test_the_room_reads_whose_turn_it_is_until_the_laptop_is_back(page, place, kiosk, press):
    place.stage.show_step("vote", page.stage_focus())
    assert "Voting now: Förvaltningschef" in shown(place)
    hand_in(press)
    second = find(place.day.participants, kiosk.voter)
    assert f"Voting now: {second.role}" in shown(place)
    other = replace(place.stage.showing, focus="prioritering")
    figure = vote_figure(place, other)
    assert not any("Voting now" in p.text for p in figure.pieces if isinstance(p, Label))
    kiosk.stop()
    assert place.stage.showing.turn == ("", "")
    assert not any("Voting now" in text for text in shown(place))


def test_the_chosen_person_comes_first(page):
    page.advance()
    page.centre.turnout.list.choose("D05")
    page.open_ballot()
    assert page.kiosk.voter == "D05"


def test_the_shared_screen_is_covered_while_a_ballot_is_open(kiosk, place, press):
    covered = [place.stage.showing.covered]
    press(ENTER)
    covered.append(place.stage.showing.covered)
    press(ESCAPE)
    press(ENTER)
    covered.append(place.stage.showing.covered)
    assert covered == [False, True, False]


def test_a_ballot_is_counted_and_the_next_person_is_asked(qtbot, kiosk, place, press):
    hand_in(press)
    standing = place.day.standing("milstolpar")
    assert standing.voted == 1
    assert dict(standing.done) == {"D01": Channel.LAPTOP}
    assert not place.stage.showing.covered
    assert kiosk.thanks.isVisible()
    assert kiosk.thanks.foot.text() == "1 of 15 have voted"
    press(ENTER)
    assert kiosk.hand_over.isVisible()
    assert kiosk.voter == "D02"


def test_the_thanks_go_away_by_themselves(qtbot, kiosk, press):
    kiosk._rest.setInterval(1)
    hand_in(press)
    qtbot.waitUntil(kiosk.hand_over.isVisible)


def test_a_cancelled_ballot_is_gone(kiosk, place, press):
    press(ENTER)
    press(Qt.Key.Key_1)
    sheet = kiosk.sheet
    press(ESCAPE)
    press(ENTER)
    assert kiosk.sheet is None
    assert kiosk.hand_over.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(sheet)
    assert place.day.standing("milstolpar").voted == 0
    press(ENTER)
    assert kiosk.sheet.draft.ballot().blank


def test_what_was_marked_is_nowhere_in_the_file_before_it_is_handed_in(kiosk, place, press):
    before = [(p.name, p.read_bytes()) for p in sorted(place.store.file.path.parent.iterdir())]
    press(ENTER)
    press(Qt.Key.Key_3)
    after = [(p.name, p.read_bytes()) for p in sorted(place.store.file.path.parent.iterdir())]
    assert after == before


def test_the_facilitator_stops_with_escape(page, kiosk, press):
    press(ESCAPE)
    assert page.kiosk is None
    assert not kiosk.isVisible()
    assert page.centre.turnout.list.hasFocus()


def test_no_key_reaches_the_desk_while_somebody_votes(kiosk, place, press):
    for key in (Qt.Key.Key_V, Qt.Key.Key_R, Qt.Key.Key_B, Qt.Key.Key_A, Qt.Key.Key_H):
        press(key)
    press(ENTER)
    for key in (Qt.Key.Key_V, Qt.Key.Key_B, Qt.Key.Key_G):
        press(key)
    standing = place.day.standing("milstolpar")
    assert standing.state is RoundState.OPEN
    assert standing.voted == 0
    assert not place.stage.showing.blank
    assert place.stage.showing.step == "welcome"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_stays_on_the_ballot_screen(kiosk, press, key):
    seen = set()
    press(ENTER)
    for _ in range(12):
        press(key)
        focus = QApplication.focusWidget()
        assert kiosk.isAncestorOf(focus)
        seen.add(focus)
    assert len(seen) == 8


def test_a_refused_ballot_stays_filled_in_with_the_reason(kiosk, place, press):
    press(ENTER)
    press(Qt.Key.Key_1)
    place.ballots.mark_done("milstolpar", "D01")
    for _ in range(5):
        press(ENTER)
    assert kiosk.sheet is not None
    assert "already voted" in kiosk.sheet._hint.text()
    assert kiosk.sheet.draft.ballot() == Ballot(dots={"S1-1": 1})


def test_a_retry_after_a_fault_is_the_same_vote(kiosk, place, press, monkeypatch):
    keys = []
    cast = place.ballots.cast

    def once_broken(round_id, voter, channel, ballot, key):
        keys.append(key)
        if len(keys) == 1:
            raise KnownError("disk_full")
        return cast(round_id, voter, channel, ballot, key)

    monkeypatch.setattr(place.ballots, "cast", once_broken)
    press(ENTER)
    for _ in range(5):
        press(ENTER)
    assert "disk is full" in kiosk.sheet._hint.text()
    press(ENTER)
    assert place.day.standing("milstolpar").voted == 1
    assert keys[0] == keys[1]


def test_after_the_last_person_the_desk_comes_back(page, place, press, vote_all):
    page.advance()
    vote_all(place, leave=1)
    page.open_ballot()
    hand_in(press)
    assert page.kiosk.thanks._who.text() == "Everybody has voted"
    press(ENTER)
    assert page.kiosk is None
    assert place.day.standing("milstolpar").voted == 15


def test_the_strip_shows_the_shared_screen_live(kiosk, place, press):
    place.stage.show_step("vote")
    preview = kiosk._strip.preview
    assert preview.figure.sentence.startswith("0 of 15 have voted")
    assert kiosk._strip._first.text() == "The shared screen only shows how many have voted."
    hand_in(press)
    assert preview.figure.sentence.startswith("1 of 15 have voted")
    place.stage.show_step("roadmap")
    assert kiosk._strip._first.text() == "The shared screen does not show the ballot."


def test_a_covered_screen_never_shows_a_result(page, place, vote_all):
    page.advance()
    vote_all(place)
    page.advance()
    page.toggle_result()
    place.stage.cover(covered=True)
    sentence = vote_figure(place, place.stage.showing).sentence
    assert sentence == "15 of 15 have voted. The result is hidden."
