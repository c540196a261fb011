"""The shared screen's tools in the running program: found, remembered, and safe to leave."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.figures.support import texts_of
from tests.journeys.program import desk_of, english_kit, keyboard, running
from workshop_app.ui.stage_tools.room_tools import RoomTools
from workshop_app.ui.stage_window import StageState

CTRL = Qt.KeyboardModifier.ControlModifier


def tools_of(desk) -> RoomTools:
    return next(extra for extra in desk._extras if isinstance(extra, RoomTools))


def test_zoom_dark_and_the_chosen_screen_are_there_at_the_next_start(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        path = desk.workplace.store.file.path
        tools = tools_of(desk)
        keyboard(qtbot, Qt.Key.Key_Plus, modifier=CTRL)
        keyboard(qtbot, Qt.Key.Key_F10)
        tools.use_screen("window")
        desk.close_day()
        program.open_path(path)
        again = desk_of(program)
        assert again.workplace.look.zoom == 115
        assert again.workplace.dark_stage
        assert "Zoom 115\u00a0%. Dark colours." in tools_of(again).row.notice.text
        again.toggle_stage()
        assert again.stage_window.state is StageState.WINDOW


def test_from_opening_to_break_with_keys_alone(qtbot):
    with running(qtbot, kit=english_kit()) as program:
        program.open_sample()
        desk = desk_of(program)
        keyboard(qtbot, Qt.Key.Key_F5)
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        keyboard(qtbot, Qt.Key.Key_F4)
        assert "Test picture" in texts_of(desk.stage_window.figure)
        keyboard(qtbot, Qt.Key.Key_F4, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        assert "15:00" in texts_of(desk.stage_window.figure)
        keyboard(qtbot, Qt.Key.Key_F9)
        assert "15:00" not in texts_of(desk.stage_window.figure)
