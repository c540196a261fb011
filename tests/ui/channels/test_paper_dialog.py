"""Typing in paper ballots by keyboard, with a running total; ballots from a file; forms."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from workshop_app.app.ballots import request_key
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.rounds import voting_round
from workshop_app.ui.channels.file_dialog import FileDialog
from workshop_app.ui.channels.forms_dialog import FormsDialog
from workshop_app.ui.channels.paper_ballot import answer_keys, rows_of, with_digit, without
from workshop_app.ui.channels.paper_dialog import PaperDialog
from workshop_app.ui.channels.texts import row_code

ROUND, POINTS, NEED = "milstolpar", "prioritering", "behov"
RESOURCES = Path(__file__).resolve().parents[3] / "resources"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def typing(qtbot, place):
    """The dialog for a round that is open, with so many ballots to type."""

    def made(key=ROUND, ballots=2):
        place.ballots.open(key)
        dialog = PaperDialog(place, key)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.pile.setValue(ballots)
        qtbot.keyClick(dialog, ENTER)
        return dialog

    return made


def test_a_pile_is_typed_in_by_keyboard_only(qtbot, typing, place):
    dialog = typing()
    assert dialog.which.text() == "Ballot 1 of 2"
    qtbot.keyClicks(dialog.list, "C2G1")
    assert dialog.ballot == Ballot(dots={"S1-3": 2, "S2-1": 1})
    qtbot.keyClick(dialog.list, ENTER)
    assert dialog.which.text() == "Ballot 2 of 2"
    assert dialog.total.text() == "1 ballot, 3 dots"
    assert dialog.forward.text() == "Blank ballot, next"
    qtbot.keyClick(dialog.list, ENTER)
    assert dialog.total.text() == "2 ballots, 3 dots, 1 blank"
    assert dialog.forward.text() == "Count 2 ballots"
    assert place.day.standing(ROUND).voted == 0
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.forward, ENTER)
    assert place.day.standing(ROUND).channels == {Channel.PAPER: 2}
    assert dialog.counted == 2


def test_a_ballot_that_breaks_a_rule_stays_in_hand_with_the_reason(qtbot, typing, place):
    dialog = typing()
    qtbot.keyClicks(dialog.list, "A2B1")
    qtbot.keyClick(dialog.list, ENTER)
    assert dialog.which.text() == "Ballot 1 of 2"
    assert dialog.error.text == "You have put 3 dots but have 2. Take some away."
    assert dialog.ballot.dots == {"S1-1": 2, "S1-2": 1}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog.list, ENTER)
    assert dialog.which.text() == "Ballot 2 of 2"
    assert dialog.error.isHidden()


def test_a_stop_is_typed_with_minus(qtbot, typing):
    dialog = typing(POINTS)
    qtbot.keyClicks(dialog.list, "B")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Minus)
    option = dialog.list.paper.rows[1]
    assert dialog.ballot.stops == {option.option}
    assert option.mark == "Stop"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Minus)
    assert dialog.ballot.blank


def test_answers_go_on_to_the_next_row_by_themselves(qtbot, typing):
    dialog = typing(NEED)
    qtbot.keyClicks(dialog.list, "120")
    answers = list(dialog.ballot.answers.values())
    assert answers == ["need", "nice", "abstain"]
    assert dialog.list.at() == 3


def test_an_earlier_ballot_is_mended_before_all_are_counted(qtbot, typing):
    dialog = typing()
    qtbot.keyClicks(dialog.list, "A1")
    qtbot.keyClick(dialog.list, ENTER)
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.ballot.dots == {"S1-1": 1}
    qtbot.keyClicks(dialog.list, "A2")
    qtbot.keyClick(dialog.list, ENTER)
    assert dialog.total.text() == "1 ballot, 2 dots"
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.which.text() == "Ballot 2 of 2"


def test_the_mouse_does_the_same(qtbot, typing):
    dialog = typing()
    qtbot.mouseClick(dialog.mark_buttons[1], Qt.MouseButton.LeftButton)
    assert dialog.ballot.dots == {"S1-1": 2}
    qtbot.mouseClick(dialog.mark_buttons[-1], Qt.MouseButton.LeftButton)
    assert dialog.ballot.blank


def test_there_are_never_more_to_type_than_people_left(qtbot, place):
    place.ballots.open(ROUND)
    place.ballots.cast(ROUND, "D01", Channel.LAPTOP, Ballot(), request_key())
    dialog = PaperDialog(place, ROUND)
    qtbot.addWidget(dialog)
    assert dialog.pile.maximum() == 14
    assert dialog.pile.value() == 14


def test_a_pile_that_is_left_is_gone(qtbot, typing, place):
    dialog = typing()
    qtbot.keyClicks(dialog.list, "A1")
    qtbot.keyClick(dialog.list, ENTER)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert place.day.standing(ROUND).voted == 0


def test_letters_of_two_lead_to_their_rows(qtbot, typing):
    dialog = typing()
    assert [row_code(i) for i in (0, 25, 26, 84)] == ["A", "Z", "AA", "CG"]
    assert dialog.list.paper.rows[23].code == "X"
    qtbot.keyClicks(dialog.list, "X")
    assert dialog.list.at() == 23


def test_answer_keys_have_abstain_last_as_zero(day):
    assert answer_keys(voting_round(day, NEED)) == {1: "need", 2: "nice", 0: "abstain"}


def test_marks_read_as_they_stand(place, day):
    voting = voting_round(day, POINTS)
    key = voting.options[0]
    many = with_digit(voting, Ballot(), key, 9)
    assert rows_of(place.words, day, voting, many)[0].mark == "9"
    assert without(many, key).blank
    assert with_digit(voting_round(day, NEED), Ballot(), key, 7).blank


@pytest.fixture
def file_dialog(qtbot, place):
    def made(path, key=ROUND):
        if place.day.standing(key).state is RoundState.READY:
            place.ballots.open(key)
        dialog = FileDialog(place, key, path)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def test_a_file_of_ballots_is_counted_as_a_whole(qtbot, file_dialog, place):
    dialog = file_dialog(RESOURCES / "sample" / "roster_milstolpar.csv")
    assert dialog.found.text == "15 ballots, 120 dots"
    assert place.day.standing(ROUND).voted == 0
    qtbot.mouseClick(dialog.count_button, Qt.MouseButton.LeftButton)
    assert place.day.standing(ROUND).channels == {Channel.PAPER: 15}


def test_faults_are_listed_by_row_and_nothing_can_be_counted(file_dialog, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("sedel;milstolpe;prickar\n1;S1-1;3\n1;S9-9;1\n", encoding="utf-8")
    dialog = file_dialog(path)
    assert not dialog.count_button.isEnabled()
    lines = dialog.rows.toPlainText().splitlines()
    assert ["row 2" in lines[0], "row 3" in lines[1]] == [True, True]
    assert dialog.found.text.startswith("2 things have to be mended")


def test_more_ballots_in_the_file_than_people_left_cannot_be_counted(file_dialog, place):
    place.ballots.open(ROUND)
    place.ballots.cast(ROUND, "D01", Channel.LAPTOP, Ballot(), request_key())
    dialog = file_dialog(RESOURCES / "sample" / "roster_milstolpar.csv")
    assert not dialog.count_button.isEnabled()
    assert "15 are present" in dialog.error.text
    assert "1 too many" in dialog.error.text


def test_a_file_that_came_too_late_says_why(qtbot, file_dialog, place):
    dialog = file_dialog(RESOURCES / "sample" / "roster_milstolpar.csv")
    place.ballots.close(ROUND)
    dialog.count()
    assert dialog.error.isVisible()
    assert place.day.standing(ROUND).voted == 0


def test_forms_are_saved_as_a_pdf(qtbot, place, asked, tmp_path, monkeypatch):
    target = tmp_path / "forms.pdf"
    monkeypatch.setattr(asked, "save_file", lambda *_asked: target)
    dialog = FormsDialog(replace(place, fonts=RESOURCES / "fonts"), ROUND)
    qtbot.addWidget(dialog)
    assert dialog.copies.value() == 15
    dialog.copies.setValue(2)
    dialog.write()
    assert target.read_bytes().startswith(b"%PDF")


def test_forms_that_cannot_be_saved_say_so(qtbot, place, asked, tmp_path, monkeypatch):
    (tmp_path / "taken").write_text("a file")
    target = tmp_path / "taken" / "forms.pdf"
    monkeypatch.setattr(asked, "save_file", lambda *_asked: target)
    dialog = FormsDialog(replace(place, fonts=RESOURCES / "fonts"), ROUND)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copies.setValue(1)
    dialog.write()
    assert dialog.error.isVisible()
    monkeypatch.setattr(asked, "save_file", lambda *_asked: None)
    dialog.write()
    assert dialog.isVisible()
