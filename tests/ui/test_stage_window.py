"""The shared screen: where it stands, what it shows, and that nobody closes it by accident."""

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Box, Figure, Ink, Rect, Role
from workshop_app.ui.screens import (
    IN_WINDOW,
    choose_stage_screen,
    fit_on_screen,
    screen_key,
    screen_lines,
    screen_number,
)
from workshop_app.ui.stage_window import StageState, StageWindow

COLORS = palette(dark=False)


def plain(role, sentence="A page"):
    return Figure(1920, 1080, (Box(Rect(0, 0, 1920, 1080), Ink(fill=role)),), sentence)


@pytest.fixture
def window(qtbot, look):
    made = StageWindow("Shared screen", reduced_motion=True)
    yield made
    made.close_for_good()
    made.deleteLater()


@pytest.fixture
def screens(qapp):
    return QGuiApplication.screens()


def test_the_screen_of_the_room_is_never_the_facilitators(screens):
    laptop, projector = screens
    assert choose_stage_screen(screens, laptop, "") is projector
    assert choose_stage_screen(screens, laptop, screen_key(laptop)) is projector
    assert choose_stage_screen(screens, projector, "") is laptop
    assert choose_stage_screen([laptop], laptop, "") is None
    assert choose_stage_screen([], None, "") is None


def test_a_screen_chosen_before_is_found_by_its_key(screens):
    laptop, projector = screens
    assert choose_stage_screen(screens, None, screen_key(projector)) is projector
    assert choose_stage_screen(screens, None, "gone|1") is laptop


def test_screens_are_counted_from_one(screens):
    assert [screen_number(screens, screen) for screen in screens] == [1, 2]
    assert screen_number(screens[:1], screens[1]) == 2


def test_it_fills_the_rooms_screen(window, screens):
    window.turn_on(screens[0])
    assert window.state is StageState.FULL
    assert window.isFullScreen()
    assert window.geometry() == screens[1].geometry()
    assert window.number == 2


def test_with_one_screen_it_is_a_window_that_can_be_resized(window, screens, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens[:1])
    window.turn_on(screens[0])
    assert window.state is StageState.WINDOW
    assert not window.isFullScreen()
    assert screens[0].geometry().contains(window.geometry())
    window.resize(QSize(640, 400))
    assert window.size() == QSize(640, 400)


def test_a_lost_screen_keeps_the_picture_and_it_comes_back(window, screens):
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    told = []
    window.state_changed.connect(lambda: told.append(window.state))
    window.watch.note_removed(screens[1])
    assert window.state is StageState.LOST
    assert window.isVisible()
    assert not window.isFullScreen()
    assert window.figure == plain(Role.WARN)
    window.watch.settled.emit()
    assert window.state is StageState.FULL
    assert told == [StageState.LOST, StageState.FULL]


def test_another_screen_that_goes_does_not_matter(window, screens):
    window.turn_on(screens[0])
    window.watch.note_removed(screens[0])
    assert window.state is StageState.FULL


def test_a_screen_that_is_missing_when_things_settle_is_lost(window, screens, monkeypatch):
    window.turn_on(screens[0])
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens[:1])
    window.watch.settled.emit()
    assert window.state is StageState.LOST
    window.watch.settled.emit()
    assert window.state is StageState.LOST


def test_the_same_projector_in_another_socket_is_taken_when_things_settle(window, screens):
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    window._shown_on = "HDMI-9|1"
    window.watch.gone.emit("HDMI-9|1")
    assert window.state is StageState.LOST
    window.watch.settled.emit()
    assert window.state is StageState.FULL
    assert window.geometry() == screens[1].geometry()
    assert window.figure == plain(Role.WARN)


def test_a_projector_plugged_in_late_gets_the_picture(window, screens, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens[:1])
    window.turn_on(screens[0])
    assert window.state is StageState.WINDOW
    monkeypatch.undo()
    window.watch.settled.emit()
    assert window.state is StageState.FULL


def test_a_window_chosen_on_purpose_stays_a_window(window, screens):
    window.choose(IN_WINDOW, screens[0])
    assert window.state is StageState.OFF
    window.turn_on(screens[0])
    window.watch.settled.emit()
    assert window.state is StageState.WINDOW
    window.choose(screen_key(screens[1]), screens[0])
    assert window.state is StageState.FULL


def test_a_screen_with_another_size_is_filled_again_when_things_settle(window, screens):
    window.turn_on(screens[0])
    window.resize(800, 600)
    window.watch.settled.emit()
    assert window.geometry() == screens[1].geometry()


def test_off_it_stays_off_whatever_is_plugged_in(window, screens):
    window.watch.settled.emit()
    assert window.state is StageState.OFF
    assert not window.isVisible()


def test_the_list_of_screens_says_which_is_the_laptops_and_which_is_the_rooms(screens):
    laptop, projector = screen_lines(screens, screens[0], "")
    assert (laptop.number, laptop.name, laptop.size) == (1, "LAPTOP", (1366, 768))
    assert (laptop.home, laptop.chosen) == (True, False)
    assert (projector.home, projector.chosen) == (False, True)
    assert not any(line.chosen for line in screen_lines(screens, screens[0], IN_WINDOW))


def test_a_zoomed_picture_fills_the_screen_all_the_same(window, screens):
    zoomed = Figure(960, 540, (Box(Rect(0, 0, 960, 540), Ink(fill=Role.WARN)),), "Zoomed")
    window.show_figure(zoomed, COLORS)
    window.turn_on(screens[0])
    image = window.grab().toImage()
    assert image.pixelColor(1910, 1070) == QColor(COLORS[Role.WARN])
    assert image.pixelColor(5, 5) == QColor(COLORS[Role.WARN])


def test_keys_of_the_tools_and_zoom_are_handed_on(window, screens):
    asked = []
    window.asked.connect(asked.append)
    window.turn_on(screens[0])
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert asked == ["larger", "smaller", "message"]


def test_reports_in_a_row_settle_once(window, screens, qtbot):
    with qtbot.waitSignal(window.watch.settled, timeout=2000):
        window.watch.note_added(screens[1])
        window.watch.note_added(screens[1])


def test_closing_it_by_hand_does_nothing(window, screens):
    window.turn_on(screens[0])
    assert not window.close()
    assert window.isVisible()
    window.close_for_good()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_F5, "stage"),
        (Qt.Key.Key_Escape, "leave"),
        (Qt.Key.Key_PageDown, "page_on"),
        (Qt.Key.Key_F7, "freeze"),
        (Qt.Key.Key_B, "blank"),
        (Qt.Key.Key_G, "show"),
    ],
)
def test_its_keys_are_handed_to_the_desk(window, screens, key, wish):
    asked = []
    window.asked.connect(asked.append)
    window.turn_on(screens[0])
    QTest.keyClick(window, key)
    QTest.keyClick(window, Qt.Key.Key_X)
    assert asked == [wish]


def test_the_picture_keeps_its_shape_on_the_ground_of_the_stage(window, screens, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens[:1])
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    window.resize(QSize(800, 800))
    image = window.grab().toImage()
    assert image.pixelColor(400, 400) == QColor(COLORS[Role.WARN])
    assert image.pixelColor(400, 20) == QColor(COLORS[Role.STAGE])


def test_what_it_shows_is_said_to_screen_readers(window):
    window.show_figure(plain(Role.WARN, "Nine of fifteen have voted"), COLORS)
    assert window.accessibleName() == "Shared screen"
    assert window.accessibleDescription() == "Nine of fifteen have voted"


def test_a_reveal_fades_in_and_ends_on_the_new_picture(qtbot, look, screens):
    window = StageWindow("Shared screen")
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    window.show_figure(plain(Role.ACCENT), COLORS, reveal=True)
    early = window.grab().toImage().pixelColor(960, 540)
    assert early == QColor(COLORS[Role.WARN])
    accent = QColor(COLORS[Role.ACCENT])
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(960, 540) == accent)
    window.close_for_good()
    window.deleteLater()


def test_what_comes_at_once_ends_a_fade(qtbot, look, screens):
    window = StageWindow("Shared screen")
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    window.show_figure(plain(Role.ACCENT), COLORS, reveal=True)
    window.show_figure(plain(Role.BAD), COLORS)
    assert window.grab().toImage().pixelColor(960, 540) == QColor(COLORS[Role.BAD])
    window.close_for_good()
    window.deleteLater()


def test_with_reduced_motion_a_reveal_is_there_at_once(window, screens):
    window.show_figure(plain(Role.WARN), COLORS)
    window.turn_on(screens[0])
    window.show_figure(plain(Role.ACCENT), COLORS, reveal=True)
    assert window.grab().toImage().pixelColor(960, 540) == QColor(COLORS[Role.ACCENT])


def test_the_pointer_hides_after_a_while_and_comes_back_when_moved(
    window, screens, qtbot, monkeypatch
):
    window.rest_after(30)
    window.turn_on(screens[0])
    qtbot.waitUntil(lambda: window.cursor().shape() is Qt.CursorShape.BlankCursor)
    QTest.mouseMove(window, QPointF(50, 60).toPoint())
    qtbot.waitUntil(lambda: window.cursor().shape() is not Qt.CursorShape.BlankCursor)


def test_a_window_too_large_for_its_screen_fills_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.resize(room.width() - 100, room.height() - 100)
    fit_on_screen(window)
    assert not window.isMaximized()
    window.resize(room.width(), room.height())
    fit_on_screen(window)
    assert window.isMaximized()
