"""Each tool by key and by mouse in a real desk, and what the room sees of it, in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.figures.support import texts_of
from workshop_app.domain.ops import Op
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role
from workshop_app.ui.stage_window import StageState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def press(desk, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(desk.focusWidget() or desk, key, held)


def choose(tools, *words):
    """A line of the menu of tools, by its words."""
    menu = tools.menu()
    for word in words[:-1]:
        menu = next(a for a in menu.actions() if word in a.text()).menu()
    next(a for a in menu.actions() if words[-1] in a.text()).trigger()


def said(tools):
    return tools.row.notice.text


def renamed(desk, title):
    rule = lambda day: replace(day, workshop=replace_title(day.workshop, title))  # noqa: E731
    desk.workplace.store.do(Op.EDIT_WORKSHOP, rule)


def replace_title(workshop, title):
    return type(workshop)(**{**workshop.model_dump(), "title": title})


# --- freeze -----------------------------------------------------------------------------------


def test_a_frozen_room_keeps_its_picture_while_the_desk_and_the_day_go_on(desk, tools, wall):
    desk.toggle_stage()
    before = desk.stage_window.figure
    press(desk, Qt.Key.Key_F7)
    wall.later(minutes=3)
    desk.workplace.stage.show_step("roadmap")
    renamed(desk, "Another name")
    desk.picture.redraw()
    assert desk.stage_window.figure == before == desk.frame.side.preview.figure
    assert "Frozen: the room keeps the picture from 11:38." in said(tools)
    assert "After that it sees" in said(tools)
    assert tools.row.freeze.text() == "Thaw"
    QTest.mouseClick(tools.row.freeze, LEFT)
    assert desk.stage_window.figure != before
    assert said(tools) == ""
    assert tools.row.freeze.text() == "Freeze"


def test_blank_goes_before_frozen_and_the_frozen_picture_comes_back(desk, tools):
    desk.toggle_stage()
    before = desk.stage_window.figure
    QTest.mouseClick(tools.row.freeze, LEFT)
    press(desk, Qt.Key.Key_B)
    assert desk.stage_window.figure.sentence == "The shared screen is blank."
    assert "blank" in said(tools)
    press(desk, Qt.Key.Key_B)
    assert desk.stage_window.figure == before


def test_frozen_keeps_its_colours_too(desk, tools):
    press(desk, Qt.Key.Key_F7)
    tools.toggle_dark()
    assert desk.picture.colors == palette(dark=False)
    assert "Dark" not in said(tools)
    press(desk, Qt.Key.Key_F7)
    assert desk.picture.colors == palette(dark=True)


def test_the_description_of_the_tools_says_what_the_room_sees(desk, tools):
    press(desk, Qt.Key.Key_F7)
    assert tools.row.accessibleDescription() == said(tools) != ""


def test_while_a_ballot_is_in_use_at_the_shared_screen_no_tool_comes_near_it(desk, tools, qtbot):
    desk.toggle_stage()
    ballot = QWidget(desk.stage_window)
    ballot.setGeometry(desk.stage_window.rect())
    ballot.show()
    tools.refresh()
    assert "Somebody votes at the shared screen" in said(tools)
    for act in (tools.toggle_freeze, tools.toggle_message, tools.toggle_countdown):
        act()
        assert "Wait until the ballot is handed in" in desk.frame.notice.text
    tools.say_to_room("Hello", False)
    tools.count(5, "")
    showing = desk.workplace.stage.showing
    assert (showing.frozen, showing.message, showing.counting) == (False, "", False)
    ballot.hide()
    tools.toggle_freeze()
    assert desk.workplace.stage.showing.frozen


# --- words to the room ------------------------------------------------------------------------


def test_a_message_is_written_shown_and_lifted_by_key(desk, tools, dialog, back):
    desk.toggle_stage()
    under = texts_of(desk.stage_window.figure)
    press(desk, Qt.Key.Key_F8)
    box = dialog()
    QTest.keyClicks(box.field, "Coffee is served in the hall")
    QTest.keyClick(box.field, Qt.Key.Key_Return, CTRL)
    shown = texts_of(desk.stage_window.figure)
    assert shown[: len(under)] == under
    assert "Coffee is served in the hall" in " ".join(shown)
    assert "Your message lies over the picture." in said(tools)
    assert "Coffee" in desk.stage_window.accessibleDescription()
    back()
    press(desk, Qt.Key.Key_F8)
    assert texts_of(desk.stage_window.figure) == under


def test_a_message_may_have_a_page_of_its_own_by_mouse(desk, tools, dialog):
    choose(tools, "Message to the room")
    box = dialog()
    QTest.keyClicks(box.field, "Welcome")
    box.alone.click()
    QTest.mouseClick(box.show_button, LEFT)
    assert texts_of(desk.picture.figure) == ["Welcome"]
    assert "only your message" in said(tools)
    choose(tools, "Lift the message")
    assert len(texts_of(desk.picture.figure)) > 1


def test_more_than_two_hundred_characters_cannot_be_shown_and_nothing_is_lost(desk, tools, dialog):
    press(desk, Qt.Key.Key_F8)
    box = dialog()
    box.field.setPlainText("x" * 203)
    assert not box.show_button.isEnabled()
    assert "Take away 3 characters" in box.error.text
    box.give()
    assert box.field.toPlainText() == "x" * 203
    assert not desk.workplace.stage.showing.message
    box.field.setPlainText("x" * 200)
    box.give()
    assert desk.workplace.stage.showing.message == "x" * 200


def test_showing_another_step_leaves_the_message_where_it_is(desk, tools):
    tools.say_to_room("Back at ten", False)
    press(desk, Qt.Key.Key_G)
    assert desk.workplace.stage.showing.message == "Back at ten"
    assert desk.workplace.stage.showing.step == "vote"


# --- countdown --------------------------------------------------------------------------------


def test_a_countdown_is_chosen_counts_on_the_wall_stays_at_zero_and_goes(
    desk, tools, dialog, wall, back
):
    press(desk, Qt.Key.Key_F9)
    box = dialog()
    assert box.field.text() == "Break, we begin again at 11:53"
    QTest.keyClick(box.minutes, Qt.Key.Key_5)
    assert box.field.text() == "Break, we begin again at 11:43"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert {"5:00", "Break, we begin again at 11:43"} <= set(texts_of(desk.picture.figure))
    size = next(p.size for p in desk.picture.figure.pieces if getattr(p, "text", "") == "5:00")
    assert size == 170
    wall.later(minutes=4, seconds=1)
    desk.workplace.countdown.tick()
    assert "0:59" in texts_of(desk.picture.figure)
    assert "Countdown over the picture: 0:59." in said(tools)
    wall.later(hours=2)
    desk.workplace.countdown.tick()
    assert "0:00" in texts_of(desk.picture.figure)
    back()
    press(desk, Qt.Key.Key_F9)
    assert "0:00" not in texts_of(desk.picture.figure)


def test_the_time_of_the_block_may_be_counted_down_instead(desk, tools, dialog, wall):
    choose(tools, "Countdown")
    box = dialog()
    box.block.click()
    assert not box.minutes.isEnabled()
    assert box.field.text() == ""
    box.give()
    assert "7:00" in texts_of(desk.picture.figure)
    wall.later(minutes=3)
    desk.workplace.countdown.tick()
    assert "4:00" in texts_of(desk.picture.figure)
    wall.later(minutes=10)
    desk.workplace.countdown.tick()
    assert "0:00" in texts_of(desk.picture.figure)


def test_minutes_by_mouse_and_words_of_ones_own(desk, tools, dialog):
    choose(tools, "Countdown")
    box = dialog()
    QTest.keyClicks(box.field, "!")
    box.minutes.setValue(45)
    assert box.field.text() == "Break, we begin again at 11:53!"
    QTest.mouseClick(box.show_button, LEFT)
    assert "45:00" in texts_of(desk.picture.figure)
    choose(tools, "Take the countdown away")
    assert not desk.workplace.stage.showing.counting


# --- pages, zoom, dark ------------------------------------------------------------------------


def test_zoom_by_key_makes_more_pages_that_are_turned_by_key_and_by_mouse(desk, tools):
    desk.workplace.stage.show_step("roadmap")
    press(desk, Qt.Key.Key_Plus, CTRL)
    press(desk, Qt.Key.Key_Equal, CTRL)
    assert desk.workplace.settings.now.stage_zoom == 130
    assert "Zoom 130\u00a0%." in said(tools)
    pages = desk.picture.figure.pages
    assert pages > 1
    assert tools.row.page.text() == f"Page 1 of {pages}"
    press(desk, Qt.Key.Key_PageDown, SHIFT)
    assert tools.row.page.text() == f"Page 2 of {pages}"
    QTest.mouseClick(tools.row.back, LEFT)
    assert tools.row.page.text() == f"Page 1 of {pages}"
    QTest.mouseClick(tools.row.onward, LEFT)
    press(desk, Qt.Key.Key_PageUp, SHIFT)
    assert desk.workplace.stage.showing.page == 0
    press(desk, Qt.Key.Key_Minus, CTRL)
    press(desk, Qt.Key.Key_Minus, CTRL)
    assert desk.workplace.look.zoom == 100


def test_zoom_from_the_menu_and_from_the_rooms_own_window(desk, tools):
    desk.toggle_stage()
    choose(tools, "Zoom", "115")
    assert desk.workplace.look.zoom == 115
    assert desk.stage_window.figure.width == pytest.approx(1920 / 1.15)
    desk.stage_window.activateWindow()
    QTest.keyClick(desk.stage_window, Qt.Key.Key_Minus, CTRL)
    assert desk.workplace.look.zoom == 100


def test_dark_is_there_at_once_by_key_and_menu_and_is_kept_for_the_day(desk, tools):
    desk.toggle_stage()
    press(desk, Qt.Key.Key_F10)
    ground = QColor(palette(dark=True)[Role.STAGE])
    assert desk.stage_window.grab().toImage().pixelColor(5, 5) == ground
    assert desk.workplace.dark_stage
    assert desk.workplace.kept.get("dark_stage") is True
    assert "Dark colours." in said(tools)
    choose(tools, "Dark shared screen")
    assert not desk.workplace.dark_stage


# --- test picture -----------------------------------------------------------------------------


def test_the_test_picture_comes_and_goes_with_its_key_and_esc_in_the_rooms_window(desk, tools):
    desk.toggle_stage()
    before = desk.stage_window.figure
    press(desk, Qt.Key.Key_F4)
    assert any("Read this line" in text for text in texts_of(desk.stage_window.figure))
    assert "The room sees the test picture." in said(tools)
    press(desk, Qt.Key.Key_F4)
    assert desk.stage_window.figure == before
    press(desk, Qt.Key.Key_F4)
    press(desk, Qt.Key.Key_Escape)
    assert desk.stage_window.figure == before
    choose(tools, "Test picture")
    desk.stage_window.activateWindow()
    QTest.keyClick(desk.stage_window, Qt.Key.Key_Escape)
    assert desk.stage_window.figure == before
    assert desk.stage_window.state is StageState.FULL


def test_the_test_picture_needs_no_agenda(desk, tools):
    desk.workplace.store.do(Op.EDIT_WORKSHOP, without_agenda)
    tools.toggle_test()
    assert "Test picture" in texts_of(desk.picture.figure)


def without_agenda(day):
    return replace(day, agenda=())


# --- figures of the situation, screens --------------------------------------------------------


def test_the_facilitator_chooses_which_figures_the_room_sees(desk, tools, dialog):
    desk.workplace.stage.show_step("situation")
    tools.choose_figures()
    box = dialog()
    one = desk.workplace.day.indicators[0]
    box.boxes[one.id].click()
    QTest.mouseClick(box.use, LEFT)
    assert one.name not in " ".join(texts_of(desk.picture.figure))
    tools.choose_figures()
    again = dialog()
    assert not again.boxes[one.id].isChecked()
    for other in again.boxes.values():
        other.setChecked(False)
    assert not again.use.isEnabled()
    again.reject()


def test_the_menu_has_each_screen_with_number_name_and_size(desk, tools):
    desk.toggle_stage()
    lines = next(a for a in tools.menu().actions() if "Screen for" in a.text()).menu().actions()
    assert [line.text() for line in lines] == [
        "1: LAPTOP, 1366 × 768 (this window is here)",
        "2: PROJECTOR, 1920 × 1080",
        "In a window, beside the work",
    ]
    assert [line.isEnabled() for line in lines] == [False, True, True]
    assert [line.isChecked() for line in lines] == [False, True, False]


def test_one_screen_is_chosen_on_purpose_at_once_and_remembered(desk, tools):
    desk.toggle_stage()
    choose(tools, "Screen for", "In a window")
    assert desk.stage_window.state is StageState.WINDOW
    assert desk.workplace.settings.now.stage_screen == "window"
    choose(tools, "Screen for", "PROJECTOR")
    assert desk.stage_window.state is StageState.FULL
    assert desk.workplace.settings.now.stage_screen.startswith("PROJECTOR|")


def test_a_screen_chosen_in_the_settings_holds_at_once(desk, tools):
    desk.toggle_stage()
    desk.workplace.settings.change(stage_screen="window")
    assert desk.stage_window.state is StageState.WINDOW


def open_menus(desk):
    menus = desk.findChildren(QMenu)
    return [menu for menu in menus if menu.isVisible()]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_opens_by_key_and_by_mouse(desk, tools):
    press(desk, Qt.Key.Key_F6)
    (menu,) = open_menus(desk)
    assert menu.accessibleName() == "Tools of the shared screen"
    menu.close()
    QTest.mouseClick(tools.row.tools, LEFT)
    (menu,) = open_menus(desk)
    menu.close()


def test_with_the_column_folded_the_notice_line_says_what_the_room_sees(desk, tools):
    press(desk, Qt.Key.Key_0, CTRL)
    press(desk, Qt.Key.Key_F7)
    assert "Frozen" in desk.frame.notice.text
    press(desk, Qt.Key.Key_F7)
    assert desk.frame.notice.text == "The room sees what the desk shows."


def test_with_the_column_folded_the_strip_says_what_is_out_of_the_ordinary(desk, tools):
    desk.frame.toggle_side()
    assert not tools.note.isVisible()
    press(desk, Qt.Key.Key_F7)
    assert (tools.note.isVisible(), tools.note.text) == (True, "Frozen")
    assert tools.note.toolTip() == said(tools)
    press(desk, Qt.Key.Key_B)
    assert tools.note.text == "Blank"
    press(desk, Qt.Key.Key_B)
    press(desk, Qt.Key.Key_F7)
    tools.say_to_room("Vi börjar igen 13.00", False)
    assert tools.note.text == "Note"


def test_keys_in_the_rooms_window_rest_while_a_secret_ballot_is_open(desk, tools):
    desk.toggle_stage()
    desk.workplace.stage.cover(covered=True)
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8):
        QTest.keyClick(desk.stage_window, key)
    showing = desk.workplace.stage.showing
    assert (showing.test, showing.frozen, showing.message) == (False, False, "")


def test_another_language_keeps_the_tools(desk, tools):
    press(desk, Qt.Key.Key_F7)
    desk.rebuild()
    assert "Frozen" in tools.row.notice.text
    press(desk, Qt.Key.Key_F7)
    assert not desk.workplace.stage.showing.frozen
