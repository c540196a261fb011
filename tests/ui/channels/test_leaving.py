"""The laptop is given back to the facilitator only: a code, or a question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workshop_app.app.leave_code import LeaveCode
from workshop_app.domain.kinds import Channel
from workshop_app.domain.refused import Refused
from workshop_app.ui.channels.code_page import CodeDialog
from workshop_app.ui.voting.kiosk import Kiosk

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ROUND = "milstolpar"


@pytest.fixture
def coded(page, place):
    """The ballot screen of a facilitator with the code 4182."""
    place.code.change("4182")
    page.advance()
    page.open_ballot()
    return page.kiosk


def test_escape_asks_for_the_code_and_the_right_one_leads_back(qtbot, page, coded, press):
    press(ESCAPE)
    assert coded.code.isVisible()
    assert page.kiosk is coded
    qtbot.keyClicks(coded.code.field, "4182")
    press(ENTER)
    assert page.kiosk is None


def test_a_wrong_code_says_so_and_is_cleared(qtbot, page, coded, press):
    press(ESCAPE)
    qtbot.keyClicks(coded.code.field, "1234")
    press(ENTER)
    assert coded.code.error.text == "That is not the code. Try again."
    assert coded.code.field.text() == ""
    assert page.kiosk is coded


def test_escape_again_leads_back_to_the_voters(page, coded, press):
    press(ESCAPE)
    press(ESCAPE)
    assert coded.code.isHidden()
    assert coded.hand_over.isVisible()
    assert coded.hand_over.start.hasFocus()


def test_no_key_reaches_the_desk_from_the_code(qtbot, place, coded, press):
    press(ESCAPE)
    for key in (Qt.Key.Key_V, Qt.Key.Key_B, Qt.Key.Key_R, Qt.Key.Key_F5):
        press(key)
    assert place.day.standing(ROUND).state.value == "open"
    assert not place.stage.showing.blank
    assert coded.code.field.text() == ""


def test_after_the_last_voter_the_code_is_asked_before_the_desk_is_seen(
    qtbot, page, place, vote_all, press
):
    place.code.change("4182")
    page.advance()
    vote_all(place, leave=1)
    page.open_ballot()
    kiosk = page.kiosk
    press(ENTER)
    for _ in range(5):
        press(Qt.Key.Key_1)
        press(ENTER)
    press(ENTER)
    assert place.day.standing(ROUND).voted == 15
    press(ENTER)
    assert kiosk.code.isVisible()
    assert kiosk.code.to_voters.isHidden()
    press(ESCAPE)
    assert kiosk.code.isVisible()
    qtbot.keyClicks(kiosk.code.field, "4182")
    press(ENTER)
    assert page.kiosk is None


def test_without_a_code_a_question_is_enough(page, asked, press):
    page.advance()
    page.open_ballot()
    asked.answer = False
    press(ESCAPE)
    assert asked.questions[-1].title == "Stop voting?"
    assert page.kiosk is not None
    asked.answer = True
    press(ESCAPE)
    assert page.kiosk is None


def test_the_code_is_four_digits_or_nothing():
    saved = []
    code = LeaveCode("12", saved.append)
    assert not code.asked
    for wrong in ("123", "12345", "12a4", "\uff11\uff12\uff13\uff14"):
        with pytest.raises(Refused, match="four_digits"):
            code.change(wrong)
    code.change("0042")
    assert code.fits("0042")
    assert not code.fits("42")
    code.change("")
    assert not code.asked
    assert not code.fits("")
    assert saved == ["0042", ""]


def test_the_code_is_set_in_its_dialog(qtbot, place):
    dialog = CodeDialog(place.words, place.code)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.field, "4x1")
    dialog.save.click()
    assert dialog.error.text == "Write four digits, or nothing at all."
    qtbot.keyClicks(dialog.field, "82")
    dialog.save.click()
    assert place.code.fits("4182")


def test_two_desks_do_not_share_a_code(place):
    other = replace(place, code=LeaveCode())
    other.code.change("1111")
    assert not place.code.asked


def test_the_code_is_not_needed_to_vote(page, place, coded, press):
    assert isinstance(coded, Kiosk)
    press(ENTER)
    for _ in range(4):
        press(Qt.Key.Key_1)
        press(ENTER)
    press(ENTER)
    assert dict(place.day.standing(ROUND).done) == {"D01": Channel.LAPTOP}
