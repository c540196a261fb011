"""The ballot at the laptop, by mouse and by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workshop_app.domain.ballot_rules import check_ballot
from workshop_app.figures.shapes import Role
from workshop_app.figures.text import ELLIPSIS
from workshop_app.ui.stage_pages.round_view import round_for, track_by_option
from workshop_app.ui.voting.ballot_sheet import BallotSheet, SheetSubject, digit_of

LONG = "En mycket lång milstolpe om föreningar, skolor och bibliotek som delar lokaler " * 3
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_sheet(qtbot, place):
    def made(step="vote", day=None, size=(1440, 812)):
        day = day or place.day
        subject = SheetSubject(day, round_for(day, step), "Enhetschef bad")
        sheet = BallotSheet(subject, place.words, place.ruler)
        qtbot.addWidget(sheet)
        sheet.resize(*size)
        sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        sheet.rows[0].setFocus()
        return sheet

    return made


def press(qtbot, sheet, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(sheet.focusWidget(), key, modifier)


def test_a_number_key_puts_a_dot_and_shift_takes_it_away(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_2)
    press(qtbot, sheet, Qt.Key.Key_2)
    assert sheet.draft.dots("S1-2") == 2
    assert sheet.rows[1].hasFocus()
    press(qtbot, sheet, Qt.Key.Key_2, SHIFT)
    assert sheet.draft.dots("S1-2") == 1
    press(qtbot, sheet, Qt.Key.Key_Minus)
    assert sheet.draft.dots("S1-2") == 0


def test_a_number_without_a_row_does_nothing(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_9)
    assert sheet.draft.ballot().blank


def test_clicks_put_dots_and_the_minus_takes_one_away(qtbot, open_sheet):
    sheet = open_sheet()
    row = sheet.rows[2]
    assert row.minus_button.isHidden()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.state.dots == 1
    assert row.minus_button.isVisible()
    qtbot.mouseClick(row.minus_button, Qt.MouseButton.LeftButton)
    assert row.state.dots == 0


def test_space_puts_a_dot_on_the_row_with_focus(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_Down)
    press(qtbot, sheet, Qt.Key.Key_Space)
    assert sheet.draft.dots("S1-2") == 1


def test_a_row_says_how_many_dots_it_has(qtbot, open_sheet):
    sheet = open_sheet()
    assert sheet.rows[1].accessibleName() == "Skolhallar bokas dagtid, 0 of 2 dots"
    press(qtbot, sheet, Qt.Key.Key_2)
    assert sheet.rows[1].accessibleName() == "Skolhallar bokas dagtid, 1 of 2 dots"


def test_a_dot_too_many_is_refused_on_the_row(qtbot, open_sheet):
    sheet = open_sheet()
    for _ in range(3):
        press(qtbot, sheet, Qt.Key.Key_1)
    assert sheet.rows[0].state.warning == "At most 2 dots here"
    assert sheet.rows[0].accessibleDescription() == "At most 2 dots here"
    press(qtbot, sheet, Qt.Key.Key_2)
    assert sheet.rows[1].state.warning == "No dots left. Take one away first."
    assert not sheet.rows[0].state.warning


def test_every_track_has_a_page_and_a_budget(qtbot, open_sheet):
    sheet = open_sheet()
    assert [page.track.letter for page in sheet.pages] == ["A", "B", "C", "D"]
    press(qtbot, sheet, Qt.Key.Key_1)
    press(qtbot, sheet, Qt.Key.Key_1)
    press(qtbot, sheet, Qt.Key.Key_PageDown)
    assert sheet.page == 1
    press(qtbot, sheet, Qt.Key.Key_1)
    press(qtbot, sheet, Qt.Key.Key_PageUp)
    assert sheet.page == 0
    assert (sheet.draft.left("S1"), sheet.draft.left("S2")) == (0, 1)


def test_enter_turns_the_pages_and_then_hands_in(qtbot, open_sheet):
    sheet = open_sheet()
    for page in range(4):
        assert sheet.page == page
        press(qtbot, sheet, Qt.Key.Key_1)
        press(qtbot, sheet, Qt.Key.Key_2)
        if page < 3:
            press(qtbot, sheet, Qt.Key.Key_Return)
    assert sheet.primary.text() == "Hand in the ballot"
    with qtbot.waitSignal(sheet.handed_in) as signal:
        press(qtbot, sheet, Qt.Key.Key_Return)
    ballot = signal.args[0]
    assert sum(ballot.dots.values()) == 8
    voting = round_for(sheet._subject.day, "vote")
    check_ballot(voting, ballot, track_by_option(sheet._subject.day))


def test_a_ballot_with_dots_left_is_handed_in_from_the_button_only(qtbot, open_sheet):
    sheet = open_sheet()
    for _ in range(3):
        press(qtbot, sheet, Qt.Key.Key_PageDown)
    with qtbot.assertNotEmitted(sheet.handed_in):
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert sheet.primary.hasFocus()
    assert sheet.primary.text() == "Hand in with 8 dots left"
    with qtbot.waitSignal(sheet.handed_in) as signal:
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert signal.args[0].blank


def test_escape_never_destroys_but_goes_to_cancel(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_1)
    with qtbot.assertNotEmitted(sheet.cancelled):
        press(qtbot, sheet, Qt.Key.Key_Escape)
    assert sheet.cancel_button.hasFocus()
    assert sheet.draft.dots("S1-1") == 1
    with qtbot.waitSignal(sheet.cancelled):
        press(qtbot, sheet, Qt.Key.Key_Return)


def test_arrows_go_over_the_rows_to_the_button_and_stop(qtbot, open_sheet):
    sheet = open_sheet()
    for _ in range(9):
        press(qtbot, sheet, Qt.Key.Key_Down)
    assert sheet.primary.hasFocus()
    press(qtbot, sheet, Qt.Key.Key_Up)
    assert sheet.rows[-1].hasFocus()


def test_stops_are_set_with_s_and_never_beside_dots(qtbot, open_sheet):
    sheet = open_sheet("prioritise")
    assert [len(page.options) for page in sheet.pages] == [9, 9, 7]
    press(qtbot, sheet, Qt.Key.Key_S)
    assert sheet.rows[0].state.stop
    assert sheet.rows[0].accessibleName().endswith(", stop")
    press(qtbot, sheet, Qt.Key.Key_1)
    assert sheet.rows[0].state.warning == "It has a stop. Take it away first."
    press(qtbot, sheet, Qt.Key.Key_2)
    press(qtbot, sheet, Qt.Key.Key_S)
    assert sheet.rows[1].state.warning == "It has dots. Take them away first."
    qtbot.mouseClick(sheet.rows[4].stop_button, Qt.MouseButton.LeftButton)
    assert sheet.draft.ballot().stops == {"I02", "I06"}


def test_a_stop_is_not_offered_where_the_round_has_none(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_S)
    assert sheet.draft.ballot().blank
    assert sheet.rows[0].stop_button.isHidden()


def test_an_error_is_told_and_the_ballot_stays_as_it_is(qtbot, open_sheet):
    sheet = open_sheet()
    press(qtbot, sheet, Qt.Key.Key_1)
    sheet.show_error("The disk is full.")
    assert sheet._hint.text() == "The disk is full."
    assert sheet._hint.setting.style.role is Role.BAD
    assert sheet.draft.dots("S1-1") == 1


def test_everything_that_can_have_focus_has_a_name(open_sheet):
    for step in ("vote", "prioritise"):
        sheet = open_sheet(step)
        parts = [
            part
            for part in sheet.findChildren(QWidget)
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert len(parts) > 20
        for part in parts:
            assert part.accessibleName() or part.text()


@pytest.mark.parametrize("size", [(1440, 812), (1366, 692), (960, 541)])
def test_long_titles_take_two_lines_and_stay_in_the_row(open_sheet, place, size):
    milestones = tuple(m.changed(title=LONG[:200], short_name="") for m in place.day.milestones)
    day = replace(place.day, milestones=milestones)
    sheet = open_sheet(day=day, size=size)
    for row in sheet.rows:
        lines = row.text_lines()
        assert len(lines) == 2
        assert max(place.ruler.width(line, 22) for line in lines) < row.width() / row.scale - 300
        assert row.accessibleName().startswith(LONG[:200].strip())
    edges = [row.geometry() for row in sheet.rows]
    assert all(edge.right() <= sheet.width() for edge in edges)
    assert edges[-1].bottom() < sheet.primary.geometry().top() + 16


def test_the_last_page_of_a_long_ballot_has_room_for_its_words(qtbot, open_sheet):
    sheet = open_sheet("prioritise")
    for _ in range(2):
        press(qtbot, sheet, Qt.Key.Key_PageDown)
    for label in (sheet._budget, sheet._hint, sheet._title, sheet._kicker, sheet._secret):
        assert not any(line.endswith(ELLIPSIS) for line in label.shown_lines()), label.text()
    assert sheet._budget.geometry().right() <= sheet.cancel_button.geometry().left() + 8


@pytest.mark.parametrize(
    ("key", "modifier", "scan", "digit"),
    [
        (Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, 0, 7),
        (Qt.Key.Key_7, SHIFT, 0, 7),
        (Qt.Key.Key_Slash, SHIFT, 16, 7),
        (Qt.Key.Key_Ampersand, SHIFT, 16, 7),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, 16, 0),
        (Qt.Key.Key_A, SHIFT, 38, 0),
    ],
)
def test_the_digit_is_found_on_any_layout(monkeypatch, key, modifier, scan, digit):
    monkeypatch.setattr("sys.platform", "linux")
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifier, scan, 0, 0, "")
    assert digit_of(event) == digit


@pytest.mark.parametrize(("platform", "scan", "native"), [("win32", 8, 0), ("darwin", 0, 26)])
def test_the_digit_is_found_on_other_systems(monkeypatch, platform, scan, native):
    monkeypatch.setattr("sys.platform", platform)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Slash, SHIFT, scan, native, 0, "")
    assert digit_of(event) == 7


def test_a_title_of_ordinary_length_is_read_whole(open_sheet, place):
    text = "Biblioteket och fritidsgården i Sågbyn delar lokal och bemanning så att alla "
    text += "föreningar kan använda huset dagtid, kväll och helg"
    milestones = tuple(m.changed(title=text, short_name="") for m in place.day.milestones)
    sheet = open_sheet(day=replace(place.day, milestones=milestones))
    for row in sheet.rows:
        assert " ".join(row.text_lines()) == text


def test_a_round_of_seven_a_page_marks_weak_evidence_and_tells_why_at_the_foot(
    qtbot, open_sheet, place
):
    milestones = tuple(
        m.changed(title=LONG[:200], short_name="", track_id="S1") for m in place.day.milestones
    )
    sheet = open_sheet(day=replace(place.day, milestones=milestones))
    assert [len(page.options) for page in sheet.pages] == [9, 9, 6]
    for _ in range(3):
        press(qtbot, sheet, Qt.Key.Key_1)
    assert sheet._hint.text() == "At most 2 dots here"
    assert sheet._hint.setting.style.role is Role.WARN
    assert not sheet.grab().isNull()
