"""Votes by a show of hands on the page: counted, balanced, taken back, and when they count."""

from PySide6.QtCore import Qt

from workshop_app.domain.kinds import Channel

LEFT = Qt.MouseButton.LeftButton


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def state(place, round_id="milstolpar"):
    return place.day.standing(round_id).state


def test_hands_are_counted_and_must_balance(qtbot, page, place, desk):
    click(qtbot, page.centre.settings.count_hands)
    assert page.now.voting.counts_hands
    page.advance()
    page._look_at("S1")
    hands = page.centre.hands
    assert hands.isVisible()
    assert not hands.first().isEnabled()
    page.centre.turnout.list.choose("D10")
    page.count_by_hand()
    assert hands.first().hasFocus()
    assert place.day.standing("milstolpar").done["D10"] is Channel.HANDS
    hands.steppers["S1-1", "dots"].setValue(2)
    assert hands.balance == "1 person, 2 of 8 dots counted"
    page._look_at("")
    for option in ("S2-1", "S3-1", "S4-1"):
        page.centre.hands.steppers[option, "dots"].setValue(2)
    assert hands.balance == "1 person, 8 of 8 dots counted"


def test_too_many_hands_are_refused_and_the_number_goes_back(qtbot, page, desk, place):
    click(qtbot, page.centre.settings.count_hands)
    page.advance()
    page.centre.turnout.list.choose("D10")
    page.count_by_hand()
    steppers = page.centre.hands.steppers
    steppers["S1-1", "dots"].setValue(2)
    steppers["S1-2", "dots"].setValue(1)
    assert steppers["S1-2", "dots"].value() == 0
    assert "Take some away" in desk.frame.notice.text


def test_a_person_can_be_taken_back_from_the_hands(qtbot, page, place):
    click(qtbot, page.centre.settings.count_hands)
    page.advance()
    page.centre.turnout.list.choose("D10")
    page.count_by_hand()
    page.centre.turnout.list.choose("D10")
    page.count_by_hand()
    assert place.day.standing("milstolpar").voted == 0


def test_somebody_who_voted_at_the_laptop_cannot_vote_by_hand(qtbot, page, place, desk, vote_all):
    click(qtbot, page.centre.settings.count_hands)
    page.advance()
    vote_all(place, leave=14)
    page.centre.turnout.list.choose("D01")
    page.count_by_hand()
    assert "already voted" in desk.frame.notice.text
    assert place.day.standing("milstolpar").voted == 1


def test_whether_hands_count_is_locked_with_the_rest(qtbot, page, desk, vote_all):
    page.advance()
    assert page.centre.settings.count_hands.isEnabled()
    vote_all(page.workplace, leave=14)
    assert not page.centre.settings.count_hands.isEnabled()
    page.centre.settings.hands.emit(True)
    assert not page.now.voting.counts_hands
    assert "how you vote is locked" in desk.frame.notice.text
