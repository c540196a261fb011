"""The settings dialog: each choice is kept at once, with the mouse and with keys alone."""

import json

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from workshop_app.system.kit import make_kit
from workshop_app.system.language import Language
from workshop_app.system.settings import Motion, load
from workshop_app.ui.screens import screen_key
from workshop_app.ui.settings.dialog import SettingsDialog
from workshop_app.ui.settings.form import FormParts, SettingsForm
from workshop_app.ui.settings.live import LiveSettings

LEFT = Qt.MouseButton.LeftButton


class LargeScreen:
    """A screen the size of a wall, as far as the form asks."""

    def __init__(self, size):
        self._size = size

    def availableGeometry(self):  # noqa: N802 - Qt's name
        return self

    def size(self):
        return self._size


@pytest.fixture
def kit():
    made = make_kit()
    for words in (made.words, made.stage_words, made.report_words):
        words.use(Language.ENGLISH)
    return made


@pytest.fixture
def live(kit, look):
    return LiveSettings(kit, look)


@pytest.fixture
def dialog(qtbot, kit, live, answers):
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)
    parent.show()
    made = SettingsDialog(kit.words, live, answers, parent)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def stored(kit):
    return json.loads(kit.paths.settings.read_text("utf-8"))


def wait_for(qtbot, dialog, old):
    """Until the rows with that control have been made anew."""
    qtbot.waitUntil(lambda: not isValid(old) or not dialog.form.isAncestorOf(old))
    qtbot.waitUntil(lambda: dialog.form.rows["language"].control.button(1).x() > 0)


def choose(dialog, name, place):
    button = dialog.form.rows[name].control.button(place)
    dialog.area.ensureWidgetVisible(button)
    QTest.mouseClick(button, LEFT)


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("screen_language", 0, "sv"),
        ("report_language", 0, "sv"),
        ("motion", 1, "reduced"),
        ("stage_zoom", 2, 130),
    ],
)
def test_a_choice_is_on_disk_at_once(name, place, value, dialog, kit, live):
    choose(dialog, name, place)
    assert stored(kit)[name] == value
    assert load(kit.paths.settings) == live.now


def test_another_language_is_spoken_at_once_and_the_keyboard_stays(dialog, kit, qtbot):
    button = dialog.form.rows["language"].control.button(1)
    assert dialog.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert kit.words.language is Language.SWEDISH
    wait_for(qtbot, dialog, button)
    assert dialog.heading.text() == "Inställningar"
    assert dialog.windowTitle() == "Inställningar"
    assert dialog.focusWidget() is dialog.form.rows["language"].control.button(0)
    second = dialog.form.rows["language"].control.button(1)
    assert QApplication.focusWidget() is dialog.focusWidget()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    wait_for(qtbot, dialog, second)
    assert dialog.heading.text() == "Settings"
    assert QApplication.focusWidget() is dialog.form.rows["language"].control.button(1)


def test_the_words_of_the_room_and_the_paper_follow_and_the_window_stays(dialog, kit):
    choose(dialog, "screen_language", 0)
    choose(dialog, "report_language", 0)
    assert kit.stage_words.language is Language.SWEDISH
    assert kit.report_words.language is Language.SWEDISH
    assert kit.words.language is Language.ENGLISH


def test_the_screen_for_the_room_is_known_by_name_and_serial(dialog, kit, live):
    box = dialog.form.rows["stage_screen"].control
    keys = [screen_key(screen) for screen in QGuiApplication.screens()]
    assert [box.itemData(i) for i in range(box.count())] == ["", *keys]
    assert "computer's own" in box.itemText(1)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert live.now.stage_screen == keys[-1]


def test_a_screen_that_is_away_keeps_its_line(qtbot, kit, live, answers):
    live.kept.change(stage_screen="PROJ|77")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(kit.words, live, answers, parent)
    box = dialog.form.rows["stage_screen"].control
    assert box.currentText() == "PROJ, not plugged in"
    assert box.currentData() == "PROJ|77"


def test_the_code_is_dots_until_it_is_shown_and_can_be_set_changed_and_removed(dialog, live):
    row = dialog.form.rows["facilitator_code"]
    assert row.field.echoMode() is QLineEdit.EchoMode.Password
    assert not row.remove.isEnabled()
    QTest.keyClicks(row.field, "12a")
    assert row.field.text() == "12"
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert "four digits" in row.note.text()
    assert live.now.facilitator_code == ""
    QTest.keyClicks(row.field, "34")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert live.now.facilitator_code == "1234"
    assert dialog.isVisible()
    row = dialog.form.rows["facilitator_code"]
    QTest.mouseClick(row.show_digits, LEFT)
    assert row.field.echoMode() is QLineEdit.EchoMode.Normal
    QTest.mouseClick(row.show_digits, LEFT)
    assert row.field.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(row.remove, LEFT)
    assert live.now.facilitator_code == ""
    assert "no code" in dialog.form.rows["facilitator_code"].note.text()


def test_a_code_is_kept_when_the_field_is_left_as_well(dialog, live):
    row = dialog.form.rows["facilitator_code"]
    row.field.setFocus()
    QTest.keyClicks(row.field, "12")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert live.now.facilitator_code == ""
    row.field.setFocus()
    row.field.setText("4711")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert live.now.facilitator_code == "4711"


def test_another_folder_for_copies_and_the_usual_one_again(dialog, live, answers, tmp_path):
    row = dialog.form.rows["copy_folder"]
    assert row.field.text() == str(live.usual_copy_folder)
    answers.path = tmp_path / "copies"
    row.choose.click()
    assert live.copy_folder == tmp_path / "copies"
    row = dialog.form.rows["copy_folder"]
    assert row.field.text() == str(tmp_path / "copies")
    row.use_usual.click()
    assert live.now.copy_folder == ""
    assert live.copy_folder == live.usual_copy_folder


def test_a_folder_that_cannot_be_written_is_said_and_not_taken(dialog, live, answers, tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    row = dialog.form.rows["copy_folder"]
    row.choose.click()
    assert live.now.copy_folder == ""
    answers.path = tmp_path / "file" / "copies"
    row.choose.click()
    assert live.now.copy_folder == ""
    assert str(answers.path) in row.note.text()
    assert "Choose another folder" in row.note.text()
    answers.path = tmp_path / "two\nlines"
    row.choose.click()
    assert live.now.copy_folder == ""


def test_sizes_hold_the_next_time_and_that_is_said(qtbot, kit, live, english):
    home = LargeScreen(QSize(3840, 2160))
    form = SettingsForm(english, FormParts(live, None, home))
    qtbot.addWidget(form)
    scale = form.rows["window_scale"]
    assert all(scale.control.button(i).isEnabled() for i in range(5))
    assert "next time" in scale.note.text()
    form.wished.connect(lambda name, value: live.kept.change(**{name: value}))
    scale.control.button(3).click()
    assert live.now.window_scale == 150
    assert live.waits_for_restart


@pytest.mark.parametrize(
    ("size", "open_scales"),
    [
        (QSize(1366, 768), [100, 115, 130]),
        (QSize(1920, 1080), [100, 115, 130, 150]),
        (QSize(2732, 1536), [100, 115, 130, 150, 200]),
        (QSize(800, 500), [100]),
    ],
)
def test_a_size_that_leaves_no_room_for_the_desk_cannot_be_chosen(
    size, open_scales, qtbot, live, english
):
    form = SettingsForm(english, FormParts(live, None, LargeScreen(size)))
    qtbot.addWidget(form)
    buttons = [form.rows["window_scale"].control.button(i) for i in range(5)]
    scales = (100, 115, 130, 150, 200)
    enabled = [s for s, b in zip(scales, buttons, strict=True) if b.isEnabled()]
    assert enabled == open_scales
    assert all(b.isEnabled() or b.accessibleDescription() for b in buttons)


def test_the_person_hears_of_a_restart_and_of_settings_that_cannot_be_saved(
    dialog, live, kit, qtbot, logged_warnings
):
    assert dialog.said.isHidden()
    live.kept.change(window_scale=115)
    qtbot.waitUntil(lambda: "start it again" in dialog.said.text)
    live.kept.change(window_scale=100)
    qtbot.waitUntil(dialog.said.isHidden)
    kit.paths.settings.unlink()
    kit.paths.config.rmdir()
    kit.paths.config.write_text("in the way", "utf-8")
    live.kept.change(text_size=115)
    qtbot.waitUntil(lambda: "cannot be saved" in dialog.said.text)
    assert live.now.text_size == 115
    logged_warnings.clear()


@pytest.mark.parametrize(("wide", "beside"), [(760, True), (560, False)])
def test_names_stand_over_their_controls_where_there_is_no_room_beside(wide, beside, dialog, qtbot):
    dialog.resize(wide, 400)
    row = dialog.form.rows["window_scale"]
    control = row.control
    qtbot.waitUntil(lambda: (control.mapTo(row, control.rect().topLeft()).x() > 100) is beside)
    bar = dialog.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: dialog.form.width() <= dialog.area.viewport().width())
    assert bar.maximum() == 0


def test_reset_asks_first_and_then_brings_back_what_was(dialog, live, answers, kit, qtbot):
    live.kept.change(stage_zoom=130, facilitator_code="1234", motion=Motion.REDUCED)
    answers.yes = False
    dialog.reset.click()
    assert live.now.stage_zoom == 130
    answers.yes = True
    dialog.reset.click()
    assert (live.now.stage_zoom, live.now.facilitator_code) == (100, "")
    assert stored(kit)["motion"] == "system"
    qtbot.waitUntil(lambda: dialog.said.text == "Alla inställningar är återställda.")
    assert dialog.form.rows["stage_zoom"].control.current() == 0
    assert answers.asked[0].yes == "Reset"


def test_where_the_computer_says_something_one_can_follow_it(dialog, kit, own_folders, live, qtbot):
    assert dialog.form.rows["motion"].control.button(2) is None
    path = own_folders / ".config" / "gtk-3.0" / "settings.ini"
    path.parent.mkdir(parents=True)
    path.write_text("[Settings]\ngtk-enable-animations=0\n", "utf-8")
    form = SettingsForm(kit.words, FormParts(live, None, QGuiApplication.primaryScreen()))
    qtbot.addWidget(form)
    control = form.rows["motion"].control
    assert control.button(0).text() == "As the computer"
    assert control.current() == 0
    assert "asks for no motion" in form.rows["motion"].note.text()


def test_every_control_has_a_name_and_tab_reaches_it(dialog, qtbot):
    wanted = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    reached = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() in reached:
            break
        reached.append(dialog.focusWidget())
    names = {
        widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in wanted
    }
    assert [type(widget).__name__ for widget, name in names.items() if not name] == []
    rows = dialog.form.rows
    missed = [n for n, row in rows.items() if not any(row.isAncestorOf(w) for w in reached)]
    assert missed == []
    assert {dialog.reset, dialog.close_button} <= set(reached)
    assert [w for w in reached if dialog.area.isAncestorOf(w) and not w.isVisible()] == []
