"""A table in the desk: its keys go before those of the desk, and typing before both."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop_app.domain.day import find
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.material.initiatives_page import InitiativesPage
from workshop_app.ui.material.tracks_page import TracksPage
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.steps import StepPlan

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, workplace, tmp_path):
    plans = (
        StepPlan("prepare", "tracks", TracksPage),
        StepPlan("prepare", "initiatives", partial(InitiativesPage, laws=tmp_path / "none.json")),
    )
    options = DeskOptions(draw=welcome_figure, reduced_motion=True)
    made = Desk(workplace, plans, options)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go_to("initiatives")
    return made


def press(code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), code, modifier)


def test_enter_edits_escape_cancels_and_letters_are_text(desk, workplace):
    view = desk.page.list.view
    view.setFocus()
    view.choose("I04", "year0")

    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.editing.editor
    QTest.keyClicks(QApplication.focusWidget(), "12")
    press(Qt.Key.Key_Escape)
    assert view.editing.editor is None
    assert QApplication.focusWidget() is view
    assert find(workplace.day.initiatives, "I04").effect_tkr == -780

    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "-900")
    press(Qt.Key.Key_Return)
    assert find(workplace.day.initiatives, "I04").effect_tkr == -900
    assert QApplication.focusWidget() is view
    assert desk.page.choice.current() == 0


def test_ctrl_z_takes_back_a_cell_and_ctrl_f_searches(desk, workplace):
    view = desk.page.list.view
    view.setFocus()
    view.choose("I04", "year0")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert find(workplace.day.initiatives, "I04").effect_tkr == -780
    press(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is desk.page.filter.search


def test_a_row_is_added_and_removed_by_keyboard_alone(desk, workplace):
    desk.page.list.view.setFocus()
    press(Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Brand new")
    press(Qt.Key.Key_Return)
    assert workplace.day.initiatives[-1].title == "Brand new"
    press(Qt.Key.Key_Delete)
    assert len(workplace.day.initiatives) == 30


def test_the_sentence_of_a_refusal_goes_when_the_words_change(desk):
    view = desk.page.list.view
    view.setFocus()
    view.choose("I04", "year0")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "x")
    press(Qt.Key.Key_Tab)
    assert view.editing.note.text
    press(Qt.Key.Key_Backspace)
    assert not view.editing.note.text
    press(Qt.Key.Key_Escape)


def test_leaving_the_page_with_a_cell_open_saves_what_can_be_read(desk, workplace):
    view = desk.page.list.view
    view.setFocus()
    view.choose("I04", "year0")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "-650")
    desk.go_to("tracks")
    assert find(workplace.day.initiatives, "I04").effect_tkr == -650


def test_leaving_the_page_with_words_that_cannot_be_read_says_so_and_saves_nothing(desk, workplace):
    view = desk.page.list.view
    view.setFocus()
    view.choose("I04", "year0")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "12o")
    desk.go_to("tracks")
    assert find(workplace.day.initiatives, "I04").effect_tkr == -780
    assert view.editing.editor is None
    assert "cannot be read" in desk.frame.notice.text
