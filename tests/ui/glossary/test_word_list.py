"""F1: the word list opens at a term, finds what is typed, and is led by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.system.language import Language, Words
from workshop_app.ui.glossary.dialog import WordListDialog
from workshop_app.ui.glossary.nearest import STEP_TERMS, nearest
from workshop_app.ui.glossary.terms import read_terms

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
TERMS = read_terms(RESOURCES / "glossary.csv")


def term(swedish):
    return next(one for one in TERMS if one.swedish == swedish)


def opened(qtbot, language=Language.ENGLISH, start=None):
    parent = QWidget()
    parent.resize(900, 700)
    qtbot.addWidget(parent)
    parent.show()
    dialog = WordListDialog(Words(RESOURCES / "locale", language), TERMS, start, parent)
    dialog.over = parent  # else Python lets go of it
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def shown_names(dialog):
    return [line.text() for line in dialog.card.findChildren(QLabel) if line.isVisible()]


@pytest.fixture
def dialog(qtbot, look):
    made = opened(qtbot)
    yield made
    made.close()


def test_the_language_of_the_window_stands_first(qtbot, look):
    swedish = opened(qtbot, Language.SWEDISH, term("milstolpe"))
    assert shown_names(swedish)[1] == "milstolpe"
    assert "milestone" in shown_names(swedish)
    assert "Ett läge som är nått, inte en aktivitet." in shown_names(swedish)
    swedish.close()
    english = opened(qtbot, Language.ENGLISH, term("milstolpe"))
    assert shown_names(english)[1] == "milestone"
    assert "milstolpe" in shown_names(english)
    english.close()


def test_it_opens_at_the_term_in_sight_and_the_keyboard_is_in_the_field(qtbot, look):
    dialog = opened(qtbot, start=term("diarieföra / diarienummer (dnr)"))
    view = dialog.list
    assert view.current == term("diarieföra / diarienummer (dnr)")
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert dialog.focusWidget() is dialog.search
    dialog.close()


def test_typing_narrows_the_list_and_arrows_move_in_it(dialog):
    QTest.keyClicks(dialog.search, "budget")
    names = [one.english for one in dialog.list.terms.terms]
    assert 1 < len(names) < 20
    assert dialog.list.current.english == "budget dialogue"
    before = dialog.list.current
    QTest.keyClick(dialog.search, Qt.Key.Key_Up)
    assert dialog.list.current != before
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.current == before
    QTest.keyClick(dialog.search, Qt.Key.Key_PageUp)
    assert dialog.list.current == dialog.list.terms.terms[0]
    QTest.keyClick(dialog.search, Qt.Key.Key_PageDown)
    assert dialog.list.current == dialog.list.terms.terms[-1]


def test_letters_pressed_in_the_list_go_to_the_field(dialog):
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_V)
    assert dialog.search.text() == "v"
    assert dialog.focusWidget() is dialog.search


def test_what_is_not_there_is_said_with_what_to_do(dialog):
    QTest.keyClicks(dialog.search, "xyzzy")
    assert dialog.list.terms.terms == ()
    assert dialog.card.name.text() == "No word matches."
    assert "0 words" in dialog.count.text()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    dialog.search.clear()
    assert len(dialog.list.terms.terms) == len(TERMS)


def test_a_heading_cannot_be_chosen_and_esc_closes(dialog, qtbot):
    model = dialog.list.model()
    assert model.index(0, 0).data() == "Method"
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_screen_reader_hears_the_whole_line(dialog):
    dialog.list.choose(term("milstolpe"))
    said = dialog.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "milestone, milstolpe, A state that is reached, not an activity."
    for widget in (dialog.search, dialog.list, dialog.close_button):
        reader = QAccessible.queryAccessibleInterface(widget)
        assert reader.text(QAccessible.Text.Name)


def test_every_step_has_a_term_of_the_list():
    assert [name for name in STEP_TERMS.values() if name not in {t.swedish for t in TERMS}] == []


def test_the_control_goes_before_what_it_stands_in_and_that_before_the_step(qtbot, look):
    window = QDialog()
    qtbot.addWidget(window)
    window.setAccessibleName("The participants")
    box = QWidget()
    box.setAccessibleName("Milestones of the track")
    QVBoxLayout(window).addWidget(box)
    inside = QVBoxLayout(box)
    field, plain = QLineEdit(), QPushButton("Save")
    field.setAccessibleName("Target year")
    inside.addWidget(field)
    inside.addWidget(plain)
    outside = QPushButton("Close")
    window.layout().addWidget(outside)
    english = Language.ENGLISH

    def at(widget, step="vote"):
        return nearest(TERMS, widget, step, english).swedish

    assert at(field) == "målår"
    assert at(plain) == "milstolpe"
    assert at(outside) == "deltagare"
    assert at(None) == "prickröstning"
    assert nearest(TERMS, None, "", english) is None
