"""The common widgets: names, keys, values, and that a click never steals the keyboard."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.figures.icons import Icon
from workshop_app.ui.widgets.buttons import LARGE, NORMAL, SMALL, ActButton
from workshop_app.ui.widgets.choices import CheckRow, RadioRow, Segmented
from workshop_app.ui.widgets.drawing import KeyBox
from workshop_app.ui.widgets.labels import (
    Card,
    EmptyState,
    Notice,
    Pill,
    caption,
    section_label,
    title_label,
)
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.widgets.switches import Chip, Toggle


@pytest.fixture
def box(qtbot, look):
    """A window to put things in."""
    made = QWidget()
    made.resize(600, 400)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(box, widget):
    box.layout().addWidget(widget)
    widget.show()
    return widget


def accessible(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("height", [SMALL, NORMAL, LARGE])
@pytest.mark.parametrize("kind", ["primary", "normal", "quiet"])
def test_a_button_has_its_height_and_room_for_words_and_key(box, kind, height):
    button = put(box, ActButton("Open the vote", "V", kind, height=height))
    assert button.height() == height
    bare = ActButton("Open the vote", "", kind, height=height)
    assert button.sizeHint().width() > bare.sizeHint().width()
    button.set_icon(Icon.PRINTER)
    assert not button.grab().isNull()
    button.setEnabled(False)
    assert not button.grab().isNull()


def test_a_button_is_a_push_button_with_its_words_as_name(box):
    button = put(box, ActButton("Open the vote", "V"))
    assert accessible(button).role() is QAccessible.Role.PushButton
    button.setText("Close the vote")
    button.key_text = "W"
    button.kind = "primary"
    assert button.accessibleName() == "Close the vote"
    assert (button.key_text, button.kind) == ("W", "primary")


def test_a_click_does_not_move_the_keyboard_but_tab_does(box, qtbot):
    first, button = put(box, ActButton("First")), put(box, ActButton("Second"))
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert button.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_with_the_keyboard(box, qtbot, key):
    button = put(box, ActButton("Open"))
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_words_go_before_the_key_where_a_spread_button_is_narrow(box):
    button = ActButton("Next: a step with a long name", "Ctrl →")
    button.spread = True
    button.resize(120, NORMAL)
    assert button.minimumSizeHint().width() == 60
    assert not button.grab().isNull()


def test_a_segmented_choice_tells_only_what_a_person_chose(box):
    choice = put(box, Segmented(("One", "Two", "Three"), name="Track", keys=("1", "2")))
    told = []
    choice.chosen.connect(told.append)
    choice.set_current(2)
    choice.set_current(9)
    assert (choice.current(), told) == (2, [])
    QTest.mouseClick(choice.button(1), Qt.MouseButton.LeftButton)
    assert (choice.current(), told) == (1, [1])
    choice.button(1).setFocus()
    QTest.keyClick(choice.button(1), Qt.Key.Key_Right)
    assert choice.current() == 2
    choice.set_labels(("Ett", "Två", "Tre"))
    assert accessible(choice.button(2)).text(QAccessible.Text.Name) == "Tre"
    assert accessible(choice.button(2)).role() is QAccessible.Role.RadioButton


def test_a_segmented_choice_without_labels_has_none(box):
    assert Segmented(()).current() == -1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Plus, 3),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Minus, 1),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_4, 4),
        (Qt.Key.Key_9, 5),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 5),
    ],
)
def test_a_stepper_takes_keys(box, key, value):
    stepper = put(box, Stepper("Hands for A1", 0, 5, 2))
    stepper.setFocus()
    QTest.keyClick(stepper, key)
    assert stepper.value() == value


def test_a_stepper_takes_clicks_on_its_ends_and_stops_at_its_limits(box):
    stepper = put(box, Stepper("Hands for A1", 0, 2, 1))
    more, less = QPoint(stepper.width() - 5, 10), QPoint(5, 10)
    for _turn in range(3):
        QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=more)
    assert stepper.value() == 2
    QTest.mouseClick(stepper, Qt.MouseButton.RightButton, pos=less)
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(stepper.width() // 2, 10))
    assert stepper.value() == 2
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=less)
    assert stepper.value() == 1


def test_a_stepper_says_its_name_and_its_value(box):
    stepper = put(box, Stepper("Hands for A1", 0, 5, 2))
    reader = accessible(stepper)
    assert reader.role() is QAccessible.Role.Slider
    assert reader.text(QAccessible.Text.Name) == "Hands for A1"
    assert reader.valueInterface().currentValue() == 2
    assert reader.valueInterface().maximumValue() == 5


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (lambda: Toggle("Shared screen"), QAccessible.Role.CheckBox),
        (lambda: CheckRow("Count hands too", "With a caption"), QAccessible.Role.CheckBox),
        (lambda: RadioRow("Empty", "You fill it in"), QAccessible.Role.RadioButton),
        (lambda: Chip("Library"), QAccessible.Role.CheckBox),
    ],
)
def test_what_can_be_ticked_is_ticked_by_click_and_by_key(box, make, role):
    control = put(box, make())
    assert accessible(control).role() is role
    assert accessible(control).text(QAccessible.Text.Name)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.rect().center())
    assert control.isChecked()
    assert not control.grab().isNull()
    if not isinstance(control, RadioRow):
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Space)
        assert not control.isChecked()


@pytest.mark.parametrize("make", [CheckRow, RadioRow])
def test_a_long_caption_wraps_and_gets_the_height_it_needs(box, make):
    row = put(box, make("A choice", "A caption that is far too long for one line " * 3))
    assert row.hasHeightForWidth()
    assert row.heightForWidth(200) > row.heightForWidth(900)
    assert row.minimumSizeHint() == QSize(120, 28)


def test_a_card_has_a_heading_and_a_body(box):
    card = put(box, Card("How you vote"))
    card.header.addWidget(caption("Locked"))
    card.body.addWidget(section_label("Inside"))
    card.set_title("Other words")
    assert card.heading.text() == "Other words"
    bare = Card()
    bare.set_title("Nobody sees it")
    assert bare.heading is None
    assert bare.header is None


@pytest.mark.parametrize("kind", ["info", "ok", "quiet", "warn"])
def test_a_pill_says_its_message_and_grows_with_it(box, kind):
    row = QHBoxLayout()
    box.layout().addLayout(row)
    pill = Pill("Fits", kind, height=34)
    row.addWidget(pill)
    short = pill.sizeHint().width()
    pill.say("Fits, margin 160 tkr", kind)
    assert pill.sizeHint().width() > short
    assert (pill.text, pill.kind, pill.accessibleName()) == (
        "Fits, margin 160 tkr",
        kind,
        "Fits, margin 160 tkr",
    )
    assert not pill.grab().isNull()


def test_a_notice_says_its_sentence_and_can_change(box):
    notice = put(box, Notice("Three lack a reason", "warn"))
    assert notice.accessibleName() == "Three lack a reason"
    notice.say("All have a reason", "ok")
    assert notice.text == notice.accessibleName() == "All have a reason"


def test_an_empty_place_says_what_to_do(box):
    act = ActButton("Add", "Ctrl N", "primary")
    empty = put(box, EmptyState("No initiatives yet", "Read in a list.", (act,)))
    assert act.isVisible()
    assert empty.accessibleName() == "No initiatives yet"
    assert empty.accessibleDescription() == "Read in a list."


def test_a_key_box_is_as_wide_as_its_key(box):
    key = put(box, KeyBox("V"))
    narrow = key.sizeHint().width()
    key.text = "Ctrl Shift S"
    assert key.sizeHint().width() > narrow
    assert key.accessibleName() == key.text == "Ctrl Shift S"


def test_a_title_wraps_rather_than_being_cut(box):
    long = title_label("A title that is much too long to stand on one line of this window " * 2)
    put(box, long)
    assert long.wordWrap()
    assert long.heightForWidth(300) > long.heightForWidth(3000)
