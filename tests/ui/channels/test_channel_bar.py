"""Who is here, a second count, the sum that adds up or says so, and how a round is held."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workshop_app.app.ballots import request_key
from workshop_app.domain.attendance import Gaps
from workshop_app.domain.balance import Sum
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import Channel, Secrecy
from workshop_app.domain.rounds import voting_round
from workshop_app.ui.channels.second_count import SecondCount
from workshop_app.ui.channels.texts import gap_lines, sum_line
from workshop_app.ui.channels.who_is_here import WhoIsHere
from workshop_app.ui.countdown import clock_text
from workshop_app.ui.shots import with_hands

ROUND = "milstolpar"


@pytest.mark.parametrize(
    ("sums", "text"),
    [
        (Sum(15, 13, 3), "15 are present, 13 ballots and 3 hands: 1 too many."),
        (Sum(1, 3, 0), "1 is present, 3 ballots: 2 too many."),
        (Sum(15, 13, 2), ""),
        (Sum(15, 0, 0), ""),
    ],
)
def test_what_does_not_add_up_is_said(place, sums, text):
    assert sum_line(place.words, sums) == text


def test_many_names_are_cut_with_the_number_left(place):
    (line,) = gap_lines(place.words, Gaps(roles=tuple("ABCDEF")))
    assert line == "Not here: A, B, C and 3 more."


def test_time_is_told_as_it_counts_down():
    assert [clock_text(n) for n in (400, 59, 0, 3600)] == ["6:40", "0:59", "0:00", "60:00"]


def test_a_leaver_after_paper_makes_the_page_say_what_does_not_balance(place, page, vote_all):
    page.advance()
    vote_all(place, leave=1)
    place.ballots.cast(ROUND, "paper-001", Channel.PAPER, Ballot(), request_key())
    here = WhoIsHere(place, ROUND)
    left = next(key for key in here.rows if key not in place.day.standing(ROUND).done)
    here.rows[left].click()
    assert here.count.text() == "14 who may vote are here"
    assert page.centre.channels.sum.text == "14 are present, 15 ballots: 1 too many."
    assert page.centre.channels.sum.isVisible()
    here.deleteLater()


def test_late_arrivals_count_at_once_while_the_vote_is_open(qtbot, place, page):
    page.advance()
    page.centre.channels.open_here()
    dialog = page.centre.channels.dialog
    dialog.rows["D03"].click()
    assert place.day.standing(ROUND).electorate == 14
    assert page.centre.turnout.heading.text() == "Voted 0 of 14"
    dialog.rows["D03"].click()
    assert place.day.standing(ROUND).electorate == 15
    dialog.accept()


def test_an_undo_of_who_is_here_is_followed_when_the_vote_closes(place, page):
    page.advance()
    here = WhoIsHere(place, ROUND)
    here.rows["D03"].click()
    place.store.undo()
    page.advance()
    assert place.day.standing(ROUND).electorate == 15
    here.deleteLater()


@pytest.fixture
def by_hand(open_place, open_desk, day):
    """A round where two people have raised a hand."""
    place = open_place(with_hands(ROUND, day))
    desk = open_desk(place)
    desk.page.advance()
    counts = {"S1-1": {"dots": 2}, "S2-1": {"dots": 2}}
    place.ballots.count_hands(ROUND, HandCount(2, counts))
    return place, desk.page


def test_a_second_person_counts_the_same(qtbot, by_hand):
    place, page = by_hand
    assert page.centre.channels.second.isVisible()
    dialog = SecondCount(place, ROUND)
    qtbot.addWidget(dialog)
    for option in ("S1-1", "S2-1"):
        dialog.steppers[option, "dots"].setValue(2)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)
    assert place.day.standing(ROUND).hands.second is not None


def test_two_counts_that_differ_are_not_taken(qtbot, by_hand):
    place, _page = by_hand
    dialog = SecondCount(place, ROUND)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.steppers["S1-1", "dots"].setValue(1)
    dialog.count()
    assert dialog.error.isVisible()
    assert "The two counts differ: 2 and 1" in dialog.error.text
    assert place.day.standing(ROUND).hands.second is None


def test_the_card_changes_screen_and_time_until_they_are_locked(qtbot, place, page):
    ways = page.centre.settings.ways
    ways.at_screen.click()
    assert voting_round(place.day, ROUND).secrecy is Secrecy.OPEN
    ways.at_laptop.click()
    assert voting_round(place.day, ROUND).secrecy is Secrecy.ANONYMOUS
    assert not ways.close_on_time.isEnabled()
    ways.time.setValue(10)
    ways.close_on_time.click()
    voting = voting_round(place.day, ROUND)
    assert (voting.minutes, voting.closes_on_time) == (10, True)
    page.advance()
    assert not ways.at_screen.isEnabled()
    assert ways.time.isEnabled()
    place.ballots.cast(ROUND, "D01", Channel.LAPTOP, Ballot(), request_key())
    assert not ways.time.isEnabled()


def test_paper_can_be_typed_only_while_the_vote_is_open(place, page):
    bar = page.centre.channels
    assert [action.isEnabled() for action in bar.menu().actions()] == [False, False, False]
    bar.open_paper()
    assert bar.dialog is None
    page.advance()
    assert [action.isEnabled() for action in bar.menu().actions()] == [True, True, False]


def test_the_keys_p_and_t_open_people_and_paper(qtbot, desk, page, press):
    page.advance()
    press(Qt.Key.Key_P)
    assert page.centre.channels.dialog.windowTitle() == "Who is here"
    page.centre.channels.dialog.accept()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    press(Qt.Key.Key_T)
    assert page.centre.channels.dialog.windowTitle() == "Type in paper ballots"
    page.centre.channels.dialog.reject()


def test_a_file_is_asked_for_and_shown_before_it_counts(place, page, asked, monkeypatch, tmp_path):
    path = tmp_path / "one.csv"
    path.write_text("sedel;objekt;prickar\n1;S1-1;2\n", encoding="utf-8")
    monkeypatch.setattr(asked, "open_file", lambda *_asked: path)
    page.advance()
    page.centre.channels.open_file()
    dialog = page.centre.channels.dialog
    assert dialog.found.text == "1 ballot, 2 dots"
    dialog.reject()
    assert replace(place).day.standing(ROUND).voted == 0
