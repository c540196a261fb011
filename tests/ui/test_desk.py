"""The facilitator's window: steps, keys, undo by name, the shared screen, what is refused."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Language
from workshop_app.ui.attempt import attempt
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.rail import NARROW as RAIL_NARROW
from workshop_app.ui.rail import WIDE as RAIL_WIDE
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.stage_window import StageState

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def rename(day):
    return replace(day, workshop=day.workshop.changed(title="Another name"))


def press(desk, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(desk.focusWidget() or desk, key, modifier)


def focusable(window):
    return [
        w
        for w in window.findChildren(QWidget)
        if w.isVisibleTo(window) and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_the_first_step_is_open_in_a_new_day(desk):
    assert desk.page.step == "vote"
    assert desk.windowTitle() == "Strategiskt forum 2 2027 · Milstolpe"


def test_the_step_is_remembered_in_the_file(desk, workplace):
    desk.go_to("roadmap")
    assert workplace.store.file.place() == "roadmap"


def test_the_page_that_is_left_is_told(desk):
    left = desk.page
    desk.go_to("summary")
    assert left.went == ["left"]


@pytest.mark.parametrize(
    ("there", "back", "modifier"),
    [
        (Qt.Key.Key_Right, Qt.Key.Key_Left, CTRL),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, ALT),
    ],
)
def test_keys_lead_to_the_next_step_and_back(desk, there, back, modifier):
    press(desk, there, modifier)
    assert desk.page.step == "roadmap"
    press(desk, back, modifier)
    assert desk.page.step == "vote"
    press(desk, back, modifier)
    assert desk.page.step == "vote"


def test_a_step_is_opened_from_the_rail_with_arrow_and_enter(desk):
    rail = desk.frame.rail.list
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert desk.page.step == "vote"
    QTest.keyClick(rail, Qt.Key.Key_Return)
    assert desk.page.step == "roadmap"


def test_a_step_is_opened_from_the_rail_with_a_click(desk):
    rail = desk.frame.rail.list
    place = rail.visualRect(rail.model().index(desk.frame.rail.model.row_of("summary"), 0))
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert desk.page.step == "summary"
    assert desk.frame.rail.next_button.text() == ""


def test_headings_in_the_rail_cannot_be_chosen(desk):
    model = desk.frame.rail.model
    assert [entry.text for entry in model.entries if not entry.step] == ["Morning", "Finish"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Vote, 1 of 4, now"


def test_the_menu_names_what_undo_takes_back(desk, workplace):
    workplace.store.do(Op.MOVE_MILESTONE, rename)
    actions = [action.text() for action in desk.menu().actions()]
    assert actions[0] == "Undo: Move milestone\tCtrl Z"
    assert actions[1] == "Redo\tCtrl Y"
    assert not desk.menu().actions()[1].isEnabled()


def test_ctrl_z_and_ctrl_y_undo_and_redo_and_say_what(desk, workplace):
    workplace.store.do(Op.EDIT_WORKSHOP, rename)
    assert workplace.day.workshop.title == "Another name"
    press(desk, Qt.Key.Key_Z, CTRL)
    assert workplace.day.workshop.title == "Strategiskt forum 2 2027"
    assert desk.frame.notice.text == "Undone: Edit the day"
    press(desk, Qt.Key.Key_Z, CTRL | SHIFT)
    assert workplace.day.workshop.title == "Another name"
    assert desk.frame.notice.text == "Done again: Edit the day"


def test_a_change_reaches_the_page_that_is_open(desk, workplace):
    before = len(desk.page.changes)
    workplace.store.do(Op.EDIT_WORKSHOP, rename)
    assert [change.op for change in desk.page.changes[before:]] == [Op.EDIT_WORKSHOP]
    assert desk.windowTitle().startswith("Another name")


def test_a_page_does_its_act_on_its_key(desk):
    press(desk, Qt.Key.Key_V)
    assert desk.page.done_acts == ["advance"]


def test_an_act_that_cannot_be_done_now_does_nothing(desk):
    press(desk, Qt.Key.Key_N)
    assert desk.page.done_acts == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Refused("too_many_dots", given=9, most=8), "You have put 9 dots but have 8."),
        (KnownError("disk_full"), "The disk is full."),
    ],
)
def test_what_is_refused_stands_in_the_notice_line_in_words(desk, error, sentence):
    desk.page.refuse_with = error
    press(desk, Qt.Key.Key_V)
    assert desk.frame.notice.text.startswith(sentence)
    press(desk, Qt.Key.Key_Escape)
    assert desk.frame.notice.text == ""


def test_letters_and_enter_are_text_while_somebody_types(desk, qtbot):
    field = desk.page.field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "vgb")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "vgb"
    assert desk.page.done_acts == []


def test_function_keys_work_while_somebody_types(desk, qtbot):
    desk.page.field.setFocus()
    qtbot.waitUntil(desk.page.field.hasFocus)
    QTest.keyClick(desk.page.field, Qt.Key.Key_F5)
    assert desk.stage_window.state is StageState.FULL


def test_no_key_of_the_desk_works_while_a_ballot_is_open(desk, workplace):
    workplace.stage.cover(covered=True)
    press(desk, Qt.Key.Key_V)
    press(desk, Qt.Key.Key_Right, CTRL)
    assert desk.page.done_acts == []
    assert desk.page.step == "vote"
    workplace.stage.cover(covered=False)
    press(desk, Qt.Key.Key_V)
    assert desk.page.done_acts == ["advance"]


def test_no_key_of_the_desk_works_while_something_lies_over_it(desk, qtbot):
    over = QWidget(desk)
    over.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    over.show()
    over.setFocus()
    qtbot.waitUntil(over.hasFocus)
    QTest.keyClick(over, Qt.Key.Key_V)
    assert desk.page.done_acts == []


def test_the_status_row_shows_the_keys_that_work_now(desk):
    hints = desk.frame.status.line.hints
    assert hints[:2] == ((("V",), "Open the vote"), (("Enter",), "Next in turn"))
    assert "Not now" not in [text for _keys, text in hints]
    assert (("F5",), "Shared screen") in hints
    assert "V: Open the vote" in desk.frame.status.line.accessibleDescription()


def test_the_question_mark_shows_all_keys(desk):
    press(desk, Qt.Key.Key_Question, SHIFT)
    dialog = desk.findChild(QDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_the_agenda_and_the_time_left_stand_in_the_top_bar(desk):
    bar = desk.frame.top_bar
    assert bar.title.text == "Prickröstning om milstolpar"
    assert bar.span.text() == "11:30–11:45"
    assert bar.left.text() == "7 min left"
    assert bar.saved.text() == "Saved 11:38"
    assert bar.line.accessibleDescription() == bar.line.figure.sentence != ""


def test_the_right_column_folds_first_then_the_rail(desk):
    frame = desk.frame
    desk.resize(QSize(1440, 800))
    assert not frame.side.narrow
    desk.resize(QSize(1200, 800))
    assert frame.side.narrow
    assert frame.rail.width() == RAIL_WIDE
    desk.resize(QSize(1000, 800))
    assert frame.rail.width() == RAIL_NARROW
    assert not frame.rail.next_button.isVisible()


def test_ctrl_0_folds_and_unfolds_the_right_column(desk):
    desk.resize(QSize(1440, 800))
    press(desk, Qt.Key.Key_0, CTRL)
    assert desk.frame.side.narrow
    press(desk, Qt.Key.Key_0, CTRL)
    assert not desk.frame.side.narrow
    desk.resize(QSize(1200, 800))
    press(desk, Qt.Key.Key_0, CTRL)
    assert not desk.frame.side.narrow


def test_every_control_has_a_name_and_tab_reaches_them_all(desk):
    desk.resize(QSize(1440, 900))
    controls = focusable(desk)
    assert controls
    nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []
    desk.frame.setFocus()
    reached = []
    for _turn in range(len(controls) + 4):
        QTest.keyClick(desk.focusWidget(), Qt.Key.Key_Tab)
        reached.append(desk.focusWidget())
    assert set(controls) <= set(reached)


def test_the_focus_ring_stands_round_the_control_with_the_keyboard(desk, qtbot):
    button = desk.page.button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    ring = desk.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly, name="ring")
    assert ring is not None
    assert ring.isVisible()
    corner = button.mapTo(desk, QPoint(0, 0))
    assert ring.geometry().contains(corner)
    desk.frame.setFocus()
    qtbot.waitUntil(desk.frame.hasFocus)
    assert not ring.isVisible()


def test_another_language_makes_the_desk_anew_at_the_same_step(desk, workplace):
    desk.go_to("roadmap")
    asked = []
    desk.language_asked.connect(lambda which, language: asked.append((which, language)))
    languages = next(a for a in desk.menu().actions() if a.text() == "Language").menu()
    screen = languages.actions()[1].menu()
    screen.actions()[0].trigger()
    assert asked == [("screen", Language.SWEDISH)]
    old = desk.frame
    desk.rebuild()
    assert desk.frame is not old
    assert desk.page.step == "roadmap"
    press(desk, Qt.Key.Key_V)
    assert desk.page.done_acts == ["advance"]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_opens_under_the_day_and_does_what_it_says(qtbot, workplace, plans):
    told = []
    options = DeskOptions(draw=welcome_figure, about=partial(told.append, "about"))
    desk = Desk(workplace, plans, options)
    qtbot.addWidget(desk)
    desk.show()
    QTest.mouseClick(desk.frame.top_bar.day_button, Qt.MouseButton.LeftButton)
    menu = desk.findChild(QMenu)
    assert menu.isVisible()
    about = next(a for a in menu.actions() if a.text() == "About Milstolpe")
    menu.close()
    about.trigger()
    assert told == ["about"]


def test_a_copy_is_saved_by_whoever_knows_how_and_a_full_disk_is_said(qtbot, workplace, plans):
    def full():
        raise KnownError("disk_full")

    made = Desk(workplace, plans, DeskOptions(draw=welcome_figure, save_copy=full))
    qtbot.addWidget(made)
    made.show()
    next(a for a in made.menu().actions() if a.text() == "Save a copy…").trigger()
    assert made.frame.notice.text.startswith("The disk is full.")


def test_without_a_way_to_copy_the_menu_does_not_offer_it(desk):
    assert "Save a copy…" not in [action.text() for action in desk.menu().actions()]


def test_a_page_tries_and_says_what_it_heard(desk):
    def refuse():
        raise Refused("name_missing")

    assert attempt(desk.page, list)
    assert not attempt(desk.page, refuse)
    assert desk.frame.notice.text == "Give the proposal a name first."


def test_a_page_may_lead_to_another_step(desk):
    desk.page.wants_step.emit("summary")
    assert desk.page.step == "summary"
    desk.page.acts_changed.emit()
    assert desk.frame.rail.list.currentIndex().row() == desk.frame.rail.model.row_of("summary")


def test_the_step_survives_closing_and_opening(qtbot, desk, workplace, plans):
    desk.go_to("summary")
    desk.close()
    again = Desk(workplace, plans, DeskOptions(draw=welcome_figure))
    qtbot.addWidget(again)
    again.show()
    assert again.page.step == "summary"


def test_close_the_day_leads_back_and_takes_the_shared_screen_along(desk):
    ways = []
    desk.left.connect(ways.append)
    desk.toggle_stage()
    press(desk, Qt.Key.Key_W, CTRL)
    assert ways == ["day"]
    assert not desk.isVisible()
    assert not desk.stage_window.isVisible()


def test_ctrl_q_quits_without_a_question(desk, answers):
    ways = []
    desk.left.connect(ways.append)
    press(desk, Qt.Key.Key_Q, CTRL)
    assert ways == ["quit"]
    assert answers.asked == []


def test_a_low_window_has_a_small_preview_and_keeps_every_act_beside_it(qtbot, desk):
    side = desk.frame.side
    desk.resize(1440, 900)
    qtbot.waitUntil(lambda: side.preview.width() == 312)
    tall = side.pages.geometry().top()
    desk.resize(1366, 768)
    qtbot.waitUntil(lambda: side.preview.width() == 192)
    qtbot.waitUntil(lambda: side.pages.geometry().top() <= tall - 90)
    assert side.show_button.accessibleName() == "Show this step"
    acts = [part for part in (side.shows_label, side.show_button) if part.isVisible()]
    for act in (*acts, side.blank_button):
        assert act.geometry().left() >= side.preview.geometry().right()
        assert act.geometry().right() <= side.width()
    desk.resize(1440, 900)
    qtbot.waitUntil(lambda: side.preview.width() == 312)
