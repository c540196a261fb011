"""The amount field reads what people paste, and says so when it cannot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workshop_app.ui.widgets.amount_field import AmountField

MINUS = "\u2212"


@pytest.fixture
def field(qtbot, english):
    made = AmountField(english, "Effect 2028, tkr")
    made.set_value(999)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("pasted", "tkr"),
    [
        ("-520", -520),
        ("\u2212520", -520),
        ("\u2013520", -520),
        ("1 250", 1250),
        ("1\u202f250", 1250),
        ("1\u2009250", 1250),
        ("1 250 tkr", 1250),
        ("1\u00a0250\u00a0tkr", 1250),
    ],
)
def test_amounts_as_people_write_them_are_read(field, qtbot, pasted, tkr):
    field.edit.setText(pasted)
    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert told.args == [tkr]
    assert field.value == tkr
    assert not field.note.text


@pytest.mark.parametrize("pasted", ["1.250", "1,250", "12o"])
def test_what_cannot_be_read_stays_with_a_sentence_and_is_never_kept_in_silence(field, pasted):
    field.edit.setText(pasted)
    assert not field.commit()
    assert field.edit.text() == pasted
    assert field.edit.property("error") == "true"
    assert "cannot be read" in field.note.text
    assert field.edit.accessibleDescription() == field.note.text
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.edit.property("error") == "false"


def test_millions_show_what_they_become(field):
    field.edit.clear()
    QTest.keyClicks(field.edit, "1,25 mnkr")
    assert field.note.text == "1,25 mnkr is 1\u00a0250 tkr"
    assert field.commit()
    assert field.value == 1250


def test_an_empty_field_is_no_amount_and_the_same_amount_tells_nobody(field, qtbot):
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
    field.edit.clear()
    with qtbot.waitSignal(field.committed) as told:
        field.commit()
    assert told.args == [None]
