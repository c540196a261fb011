"""Settings, word list and about in the running program: on the start page and over an open day."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.journeys.program import Person, click, desk_of, english_kit, running
from workshop_app.domain.kinds import RoundState
from workshop_app.system.crash import CRASH
from workshop_app.system.language import Language
from workshop_app.system.settings import Motion, load
from workshop_app.ui.about.dialog import AboutDialog
from workshop_app.ui.glossary.dialog import WordListDialog
from workshop_app.ui.keys_dialog import KeysDialog
from workshop_app.ui.settings.dialog import SettingsDialog

TERM_OF_STEP = {
    "vote": "prickröstning",
    "roadmap": "milstolpe",
    "people": "deltagare",
    "frame": "ekonomisk ram, budgetram",
    "need": "behöver ha",
    "units": "enhet / avdelning / verksamhet",
}
PORTABLE = QKeySequence.SequenceFormat.PortableText
CTRL = Qt.KeyboardModifier.ControlModifier


def top(kind):
    """The dialog in front, which is of that kind."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind), dialog
    return dialog


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def close(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)


def chosen_term(dialog):
    return dialog.list.current.swedish


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_start_page_has_all_of_it_by_key_and_in_its_menu(qtbot):
    with running(qtbot) as program:
        page = program.start_page
        press(qtbot, page, Qt.Key.Key_Comma, CTRL)
        close(qtbot, top(SettingsDialog))
        press(qtbot, page, Qt.Key.Key_F1)
        close(qtbot, top(WordListDialog))
        press(qtbot, page, Qt.Key.Key_Question)
        close(qtbot, top(KeysDialog))
        click(qtbot, page.menu_button)
        (menu,) = page.findChildren(QMenu)
        names = [action.text().split("\t")[0] for action in menu.actions()]
        assert names == ["Settings…", "Word list", "Keys", "About Milstolpe", "Quit"]
        menu.close()
        menu.actions()[3].trigger()
        close(qtbot, top(AboutDialog))


def test_the_day_has_all_of_it_by_key_and_in_its_menu(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        press(qtbot, desk, Qt.Key.Key_Comma, CTRL)
        close(qtbot, top(SettingsDialog))
        press(qtbot, desk, Qt.Key.Key_F1)
        close(qtbot, top(WordListDialog))
        lines = {action.text().split("\t")[0]: action for action in desk.menu().actions()}
        for name, kind in (
            ("Settings…", SettingsDialog),
            ("Word list", WordListDialog),
            ("About Milstolpe", AboutDialog),
        ):
            lines[name].trigger()
            close(qtbot, top(kind))


def test_f1_opens_at_the_term_of_the_step_or_of_the_field_in_either_language(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        for step, swedish in TERM_OF_STEP.items():
            desk.go_to(step)
            desk.frame.setFocus()
            press(qtbot, desk, Qt.Key.Key_F1)
            assert chosen_term(top(WordListDialog)) == swedish
            close(qtbot, top(WordListDialog))
        desk.go_to("day")
        for language, name in (
            (Language.ENGLISH, "Ground rules"),
            (Language.SWEDISH, "Spelregler"),
        ):
            program.settings.use_language("window", language)
            fields = desk.page.findChildren(QWidget)
            field = next(
                one
                for one in fields
                if one.accessibleName() == name and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            )
            field.setFocus()
            press(qtbot, desk, Qt.Key.Key_F1)
            assert chosen_term(top(WordListDialog)) == "spelregler"
            close(qtbot, top(WordListDialog))


def test_f1_works_in_a_dialog_as_well_and_goes_back_to_it(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        press(qtbot, desk, Qt.Key.Key_Comma, CTRL)
        settings = top(SettingsDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is settings)
        settings.form.rows["facilitator_code"].field.setFocus()
        qtbot.keyClick(settings.focusWidget(), Qt.Key.Key_F1)
        words = top(WordListDialog)
        assert chosen_term(words) == "processledare"
        close(qtbot, words)
        close(qtbot, top(SettingsDialog))


def test_the_language_changes_over_an_open_vote_and_nothing_is_lost(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        desk.go_to("vote")
        desk.frame.setFocus()
        press(qtbot, desk, Qt.Key.Key_V)
        opened = {r for r, s in desk.workplace.day.votes.items() if s.state is RoundState.OPEN}
        assert opened
        desk.workplace.stage.show_step("vote", desk.page.stage_focus())
        showing = desk.workplace.stage.showing
        program.acts().settings()
        dialog = top(SettingsDialog)
        click(qtbot, dialog.form.rows["language"].control.button(0))
        click(qtbot, dialog.form.rows["screen_language"].control.button(0))
        close(qtbot, dialog)

        assert desk.step == "vote"
        assert desk.workplace.stage.showing == showing
        now = {r for r, s in desk.workplace.day.votes.items() if s.state is RoundState.OPEN}
        assert now == opened
        assert desk.menu().actions()[0].text().startswith("Ångra")
        assert load(english_kit().paths.settings).language is Language.SWEDISH
        desk.close_day()
        assert program.start_page.new_card.text() == "Ny dag"
        assert program.start_page.menu_button.text() == "Meny"


def test_code_folder_and_motion_hold_at_once_in_the_open_day(qtbot, tmp_path):
    person = Person(opens=tmp_path / "copies")
    with running(qtbot, person) as program:
        program.open_sample()
        desk = desk_of(program)
        program.acts().settings()
        dialog = top(SettingsDialog)
        row = dialog.form.rows["facilitator_code"]
        qtbot.keyClicks(row.field, "4711")
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
        assert desk.workplace.code.fits("4711")
        dialog.form.rows["copy_folder"].choose.click()
        qtbot.waitUntil(lambda: any((tmp_path / "copies").glob("*.milstolpe")))
        dialog.form.rows["motion"].control.button(1).click()
        assert desk.stage_window._still
        dialog.form.rows["facilitator_code"].remove.click()
        assert not desk.workplace.code.asked
        close(qtbot, dialog)


def test_a_code_set_in_the_menu_is_in_the_settings_and_the_next_start_has_all(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk_of(program).workplace.code.change("1234")
        program.settings.kept.change(motion=Motion.REDUCED, window_scale=115)
    kit = english_kit()
    assert kit.settings.facilitator_code == "1234"
    assert kit.settings.window_scale == 115
    assert json.loads(kit.paths.settings.read_text("utf-8"))["motion"] == "reduced"


def test_a_broken_settings_file_does_not_stop_the_program(qtbot):
    path = english_kit().paths.settings
    path.parent.mkdir(parents=True)
    path.write_text('{"language": 7, "copy_folder": "a\\u0000b", "stage_zoom": "x"', "utf-8")
    with running(qtbot) as program:
        program.open_sample()
        assert program.settings.now.stage_zoom == 100


def test_a_crash_the_last_time_is_told_once_with_where_the_report_is(qtbot):
    logs = english_kit().paths.logs
    logs.mkdir(parents=True)
    (logs / CRASH).write_text("RuntimeError\n", "utf-8")
    with running(qtbot) as program:
        assert "About Milstolpe" in program.start_page.notice.text
        assert "RuntimeError" in program.acts().report()
    with running(qtbot) as program:
        assert program.start_page.notice.isHidden()


def test_a_crash_now_is_told_where_the_person_is_and_its_report_has_no_names(qtbot):
    logs = english_kit().paths.logs
    with running(qtbot) as program:
        program.open_sample()
        logs.mkdir(parents=True, exist_ok=True)
        (logs / CRASH).write_text("RuntimeError\n", "utf-8")
        program.tell_crash(logs / CRASH)
        assert "is saved" in desk_of(program).frame.notice.text

        day = desk_of(program).workplace.day
        report = program.acts().report()
        told = [day.workshop.title, *(p.name for p in day.participants if p.name)]
        told += [milestone.title for milestone in day.milestones]
        assert [text for text in told if text in report] == []


def test_the_keys_that_are_listed_are_those_that_work(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        faults = {}
        for page in desk.frame.pages:
            desk.go_to(page.step)
            acts = (*desk.frame.acts(page), *desk._acts)
            keys = {key for act in acts if act.enabled() for key in act.keys}
            working = {QKeySequence(key).toString(PORTABLE) for key in keys}
            missing = working - set(desk._keys.sequences)
            if missing:
                faults[page.step] = missing
        assert faults == {}
