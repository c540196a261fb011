"""Questions, all keys, a new day, and Qt's own words."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from workshop_app.system.language import Language
from workshop_app.ui.act import Act
from workshop_app.ui.dialogs import QtInteraction, QuestionDialog
from workshop_app.ui.interaction import Question
from workshop_app.ui.keys_dialog import KeysDialog
from workshop_app.ui.new_day import NewDay, NewDayDialog
from workshop_app.ui.qt_words import use_qt_words

QUESTION = Question("Close the vote?", "Six have not voted.", yes="Close the vote", no="Cancel")


@pytest.fixture
def window(qtbot, look):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def answer_with(key):
    """Press a key in the dialog that comes up."""

    def press():
        dialog = QApplication.activeModalWidget()
        QTest.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_does_the_act_and_esc_is_the_way_back(window, english, key, answer):
    ask = QtInteraction(english, lambda: window)
    answer_with(key)
    assert ask.confirm(QUESTION) is answer


def test_the_buttons_are_verbs_and_the_question_is_said(qtbot, window):
    dialog = QuestionDialog(QUESTION, window)
    qtbot.addWidget(dialog)
    assert (dialog.yes.text(), dialog.no.text()) == ("Close the vote", "Cancel")
    assert dialog.accessibleName() == "Close the vote?"
    assert dialog.accessibleDescription() == "Six have not voted."


def test_what_is_told_has_one_way_out(window, english):
    ask = QtInteraction(english, lambda: window)
    answer_with(Qt.Key.Key_Escape)
    ask.tell("About", "Milstolpe")


def test_files_and_folders_are_asked_for_with_the_systems_dialogs(window, english, monkeypatch):
    ask = QtInteraction(english, lambda: window)
    given = {
        "getOpenFileName": ("/days/a.milstolpe", ""),
        "getExistingDirectory": "/days",
        "getSaveFileName": ("", ""),
    }
    for name, value in given.items():
        monkeypatch.setattr(QFileDialog, name, partial(_give, value))
    assert ask.open_file("Open", "*.milstolpe") == Path("/days/a.milstolpe")
    assert ask.open_folder("Read in") == Path("/days")
    assert ask.save_file("Save", Path("/days/b.pdf"), "*.pdf") is None


def _give(value, *_asked):
    return value


def test_all_keys_lists_the_step_and_the_desk(qtbot, window, english):
    step = (Act("a", "Open the vote", ("V",), list), Act("b", "Without a key", (), list))
    desk = (
        Act("c", "Next step", ("Ctrl+Right", "Alt+PgDown"), list),
        Act("d", "Move", ("Left",), list, key_text="←|→"),
    )
    dialog = KeysDialog(english, ("Vote", step), desk, window)
    qtbot.addWidget(dialog)
    dialog.open()
    shown = {child.accessibleName() for child in dialog.findChildren(QWidget)}
    assert {"V", "Ctrl →", "Alt PgDn", "←", "→"} <= shown
    texts = {
        getattr(child, "text", str)()
        for child in dialog.findChildren(QWidget)
        if callable(getattr(child, "text", None))
    }
    assert {"Vote", "Everywhere", "Open the vote", "Next step"} <= texts
    assert "Without a key" not in texts


@pytest.fixture
def new_day(qtbot, look, english, answers):
    dialog = NewDayDialog(english, answers, date(2027, 4, 22))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_day_has_what_was_written(new_day):
    QTest.keyClicks(new_day.title_field, "Forum 3")
    QTest.keyClicks(new_day.organisation_field, "Culture")
    QTest.keyClicks(new_day.municipality_field, "Exempelby")
    QTest.mouseClick(new_day.create_button, Qt.MouseButton.LeftButton)
    assert new_day.result() == new_day.DialogCode.Accepted
    assert new_day.answer == NewDay("Forum 3", date(2027, 4, 22), "Culture", "Exempelby", None)


def test_a_new_day_needs_a_name(new_day):
    QTest.mouseClick(new_day.create_button, Qt.MouseButton.LeftButton)
    assert new_day.isVisible()
    assert new_day.error.text == "Write what the day is called."


def test_a_day_that_is_read_in_needs_something_to_read(new_day, answers):
    QTest.mouseClick(new_day.from_source, Qt.MouseButton.LeftButton)
    QTest.mouseClick(new_day.create_button, Qt.MouseButton.LeftButton)
    assert new_day.error.text == "Choose the file or the folder to read in."
    QTest.mouseClick(new_day.folder_button, Qt.MouseButton.LeftButton)
    assert new_day.answer.source is None
    answers.path = Path("/days/sample")
    QTest.mouseClick(new_day.file_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(new_day.create_button, Qt.MouseButton.LeftButton)
    assert new_day.result() == new_day.DialogCode.Accepted
    assert new_day.answer.source == Path("/days/sample")


def test_a_source_is_left_out_of_an_empty_day(new_day, answers):
    answers.path = Path("/days/sample")
    QTest.mouseClick(new_day.from_source, Qt.MouseButton.LeftButton)
    QTest.mouseClick(new_day.folder_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(new_day.empty, Qt.MouseButton.LeftButton)
    assert new_day.answer.source is None
    assert not new_day.file_button.isEnabled()


def test_everything_in_a_new_day_has_a_name(new_day):
    for control in new_day.findChildren(QWidget):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert control.accessibleName() or control.parent().accessibleName(), control


def test_qt_speaks_our_swedish_and_our_english(qapp):
    words = use_qt_words(qapp, Language.SWEDISH)
    assert words.loaded
    assert qapp.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert qapp.translate("QPlatformTheme", "Discard") == "Spara inte"
    assert qapp.translate("Nobody", "Never translated") == "Never translated"
    use_qt_words(qapp, Language.ENGLISH)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert qapp.translate("QPlatformTheme", "Discard") == "Discard"
