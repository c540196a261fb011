"""The desk and the shared screen: what is shown, blanked, put on the projector and lost."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from workshop_app.app.stage import Showing
from workshop_app.figures.shapes import Label
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.stage_window import StageState


def press(desk, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(desk.focusWidget() or desk, key, modifier)


CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_going_on_never_changes_the_shared_screen(desk, workplace):
    desk.next_step()
    assert workplace.stage.showing == Showing()
    assert desk.frame.side.show_button.isVisible()


def test_g_shows_this_step_and_says_so(desk, workplace):
    press(desk, Qt.Key.Key_G)
    assert workplace.stage.showing == Showing(step="vote", focus="S1")
    assert desk.frame.side.shows_label.isVisible()
    assert not desk.frame.side.show_button.isVisible()


def test_b_blanks_and_lights_up_again(desk, workplace):
    press(desk, Qt.Key.Key_B)
    assert workplace.stage.showing.blank
    assert desk.frame.side.blank_button.text() == "Light up"
    press(desk, Qt.Key.Key_B)
    assert not workplace.stage.showing.blank


def test_f5_puts_the_shared_screen_on_the_projector_and_takes_it_away(desk):
    press(desk, Qt.Key.Key_F5)
    window = desk.stage_window
    assert window.state is StageState.FULL
    assert window.geometry() == QGuiApplication.screens()[1].geometry()
    assert desk.frame.side.state_label.text() == "Shown on screen 2"
    assert desk.frame.top_bar.switch.isChecked()
    QTest.mouseClick(desk.frame.top_bar.switch, Qt.MouseButton.LeftButton)
    assert window.state is StageState.OFF
    assert not window.isVisible()
    assert desk.frame.side.state_label.text() == "Off"


def test_a_lost_screen_is_said_and_loses_nothing(desk, workplace):
    desk.toggle_stage()
    desk.show_on_stage()
    before = workplace.stage.showing
    window = desk.stage_window
    window.watch.note_removed(QGuiApplication.screens()[1])
    assert window.state is StageState.LOST
    assert window.isVisible()
    assert workplace.stage.showing == before
    assert desk.frame.side.state_label.text() == "The screen is unplugged"
    assert desk.frame.notice.text.startswith("The shared screen lost its display.")


def test_when_the_screen_is_back_the_notice_says_so_and_the_desk_has_the_keyboard(desk, qtbot):
    desk.toggle_stage()
    window, projector = desk.stage_window, QGuiApplication.screens()[1]
    qtbot.waitUntil(desk.isActiveWindow)
    window.watch.note_removed(projector)
    window.watch.settled.emit()
    assert window.state is StageState.FULL
    assert desk.frame.notice.text == "The room sees the picture again, on screen 2."
    qtbot.waitUntil(desk.isActiveWindow)
    window.watch.note_removed(projector)
    desk.toggle_stage()
    assert desk.frame.notice.text == ""


def test_when_screens_change_places_the_picture_leaves_the_desks_own(desk):
    desk.toggle_stage()
    window, (laptop, projector) = desk.stage_window, QGuiApplication.screens()
    assert window.fills(projector)
    desk.setScreen(projector)
    desk.setGeometry(projector.geometry().adjusted(40, 40, -400, -200))
    window.watch.settled.emit()
    assert window.fills(laptop)
    assert window.geometry() == laptop.geometry()


def test_keys_pressed_on_the_shared_screen_reach_the_desk(desk, workplace, qtbot):
    desk.toggle_stage()
    desk.stage_window.activateWindow()
    qtbot.waitUntil(desk.stage_window.isActiveWindow)
    QTest.keyClick(desk.stage_window, Qt.Key.Key_B)
    assert workplace.stage.showing.blank
    QTest.keyClick(desk.stage_window, Qt.Key.Key_G)
    assert workplace.stage.showing == Showing(step="vote", focus="S1")
    QTest.keyClick(desk.stage_window, Qt.Key.Key_Escape)
    assert desk.stage_window.state is StageState.OFF


def test_a_new_minute_reaches_the_top_bar_and_the_room(qtbot, workplace, plans):
    minute = [38]

    def clock():
        return datetime(2027, 4, 22, 11, minute[0]).astimezone()

    made = Desk(replace(workplace, clock=clock), plans, DeskOptions(draw=welcome_figure))
    qtbot.addWidget(made)
    made.show()
    minute[0] = 39
    qtbot.waitUntil(lambda: made.frame.top_bar.left.text() == "6 min left", timeout=3000)
    labels = [p.text for p in made.picture.figure.pieces if isinstance(p, Label)]
    assert "11:39" in labels


def test_the_preview_shows_what_the_room_sees(desk, workplace):
    desk.show_on_stage()
    assert desk.frame.side.preview.figure == desk.picture.figure == desk.stage_window.figure
