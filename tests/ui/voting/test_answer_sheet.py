"""The ballots of answers at the laptop, by keys and by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workshop_app.domain.ballot_rules import check_ballot
from workshop_app.domain.day import with_noun
from workshop_app.domain.rounds import voting_round
from workshop_app.figures.text import ELLIPSIS
from workshop_app.ui.voting.answer_sheet import AnswerSheet, ListSheet, even_parts
from workshop_app.ui.voting.sheet_base import SheetSubject
from workshop_app.ui.voting.sheets import sheet_for

LONG = "En mycket lång fråga om föreningar, skolor och bibliotek som delar lokaler " * 3


@pytest.fixture
def open_sheet(qtbot, place):
    def made(key, day=None, size=(1440, 812)):
        day = day or place.day
        subject = SheetSubject(day, voting_round(day, key), "Enhetschef bad")
        sheet = sheet_for(subject, place.words, place.ruler, None)
        qtbot.addWidget(sheet)
        sheet.resize(*size)
        sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        sheet.begin()
        return sheet

    return made


def press(qtbot, sheet, *keys):
    for key in keys:
        qtbot.keyClick(sheet.focusWidget(), key)


def test_pages_are_as_even_as_they_can_be():
    assert [len(part) for part in even_parts(tuple(range(25)), 8)] == [7, 6, 6, 6]
    assert [len(part) for part in even_parts(tuple(range(8)), 8)] == [8]
    assert even_parts((), 8) == ((),)


def test_25_questions_are_answered_with_25_keys_and_one_to_hand_in(qtbot, open_sheet):
    sheet = open_sheet("behov")
    for i in range(25):
        press(qtbot, sheet, Qt.Key.Key_1 if i % 2 else Qt.Key.Key_2)
    assert sheet.primary.hasFocus()
    with qtbot.waitSignal(sheet.handed_in) as signal:
        press(qtbot, sheet, Qt.Key.Key_Return)
    (ballot,) = signal.args
    assert len(ballot.answers) == 25
    assert list(ballot.answers.values())[:2] == ["nice", "need"]
    check_ballot(sheet._subject.voting, ballot)


def test_the_question_of_a_saving_asks_about_the_service(qtbot, open_sheet):
    sheet = open_sheet("behov")
    assert sheet.question.startswith("Utöka medier")
    press(qtbot, sheet, Qt.Key.Key_Down)
    assert sheet.question == (
        "The proposal: Sälja skolbibliotekstjänster till utbildningsförvaltningen. "
        "Två bibliotekarietjänster på heltid i folkbiblioteket: need to have, or nice to have?"
    )
    assert "Två bibliotekarietjänster" in sheet.rows[1].accessibleName()
    assert sheet.rows[1].accessibleName().endswith(", not answered")


def test_zero_abstains_minus_takes_away_and_arrows_change(qtbot, open_sheet):
    sheet = open_sheet("behov")
    press(qtbot, sheet, Qt.Key.Key_0, Qt.Key.Key_Up)
    assert sheet.rows[0].answer == "abstain"
    press(qtbot, sheet, Qt.Key.Key_Left)
    assert sheet.rows[0].answer == "nice"
    press(qtbot, sheet, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert sheet.rows[0].answer == "abstain"
    press(qtbot, sheet, Qt.Key.Key_Minus)
    assert sheet.rows[0].answer == ""
    press(qtbot, sheet, Qt.Key.Key_Left)
    assert sheet.rows[0].answer == "abstain"
    press(qtbot, sheet, Qt.Key.Key_9, Qt.Key.Key_Space)
    assert sheet.rows[0].answer == "abstain"


def test_a_click_answers_and_stays(qtbot, open_sheet):
    sheet = open_sheet("ratt_saker")
    qtbot.mouseClick(sheet.rows[1].buttons["wind_down"], Qt.MouseButton.LeftButton)
    assert sheet.rows[1].answer == "wind_down"
    assert sheet.rows[1].hasFocus()
    assert sheet.rows[1].accessibleName() == "Kulturskolans individuella undervisning, Wind down"


def test_enter_on_the_last_page_goes_to_the_button_that_says_what_is_left(qtbot, open_sheet):
    sheet = open_sheet("alternativ")
    press(qtbot, sheet, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert sheet.primary.hasFocus()
    assert sheet.primary.text() == "Hand in with 2 questions left"
    with qtbot.waitSignal(sheet.handed_in) as signal:
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert dict(signal.args[0].answers) == {"A1": "support"}


def test_a_scale_has_its_words_over_the_numbers(qtbot, open_sheet):
    sheet = open_sheet("samsyn")
    assert not sheet._look.words
    assert [label.text() for label in sheet._headings][:2] == ["No, stop", "Great doubts"]
    statements = open_sheet("utvardering")
    assert statements._headings[0].text() == "Not true at all"
    press(qtbot, statements, Qt.Key.Key_5, Qt.Key.Key_4)
    assert set(statements.ballot().answers.values()) == {"5", "4"}


def test_one_question_has_a_row_for_each_answer(qtbot, open_sheet):
    sheet = open_sheet("handupprackning")
    assert isinstance(sheet, ListSheet)
    assert sheet.primary.text() == "Hand in without an answer"
    press(qtbot, sheet, Qt.Key.Key_2)
    assert sheet.primary.hasFocus()
    assert dict(sheet.ballot().answers) == {"H1": "no"}
    qtbot.mouseClick(sheet.rows[0], Qt.MouseButton.LeftButton)
    assert dict(sheet.ballot().answers) == {"H1": "yes"}
    assert sheet.rows[0].accessibleName() == "Yes, chosen"
    press(qtbot, sheet, Qt.Key.Key_Minus)
    assert sheet.ballot().blank


@pytest.mark.parametrize("size", [(1440, 812), (1280, 640), (2160, 1218)])
def test_85_long_questions_stand_on_pages_and_none_is_cut_in_height(open_sheet, day, size):
    voting = voting_round(day, "behov").changed(
        options=tuple(f"{i}. {LONG}"[:200] for i in range(85))
    )
    sheet = open_sheet("behov", replace(day, rounds=with_noun(day.rounds, voting)), size)
    assert isinstance(sheet, AnswerSheet)
    assert sum(len(page.options) for page in sheet.pages) == 85
    assert max(len(page.options) for page in sheet.pages) <= 8
    foot = sheet.primary.geometry().top()
    for row in sheet.rows:
        assert row.geometry().bottom() <= foot
        assert len(row.text_lines()) == 2
        assert row.text_lines()[-1].endswith((ELLIPSIS, row._option.label[-9:]))
    assert all(row.geometry().right() <= sheet.width() for row in sheet.rows)


def test_twenty_own_answers_stand_on_pages(qtbot, open_sheet, day):
    voting = voting_round(day, "handupprackning").changed(
        answers=tuple(f"Answer {i}" for i in range(20)), may_abstain=False
    )
    sheet = open_sheet("handupprackning", replace(day, rounds=with_noun(day.rounds, voting)))
    assert [len(page.options) for page in sheet.pages] == [7, 7, 6]
    press(qtbot, sheet, Qt.Key.Key_PageDown, Qt.Key.Key_8)
    assert dict(sheet.ballot().answers) == {"H1": "Answer 7"}


def test_an_open_round_says_so_on_the_sheet(open_sheet):
    assert open_sheet("handupprackning")._secret.text().startswith("Open vote")
    assert open_sheet("behov")._secret.text().startswith("Anonymous vote")
