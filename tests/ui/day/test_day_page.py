"""The page of the day on a real file, by keyboard."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop_app.domain.day import find
from workshop_app.domain.ops import Op
from workshop_app.ui.widgets.buttons import ActButton

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk):
    return desk.page


def key(which, modifier=NONE):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which, modifier)


def write(field, text):
    """Click into a field, write and leave it with Tab."""
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)


def in_agenda(page, item="1"):
    page.show_section(2)
    page.agenda.list.setFocus()
    page.agenda.list.choose(item)


def order(page):
    return [item.id for item in page.workplace.day.agenda]


def test_the_facts_of_the_day_are_shown_with_weekday_and_week(page):
    fields = page.facts.fields
    assert fields["title"].text() == "Strategiskt forum 2 2027"
    assert fields["date"].text() == "2027-04-22"
    assert fields["date"].note.text() == "Thursday, week 16"
    assert fields["start"].text() == "08:30"
    assert page.agenda.summary.text() == "17 items · 08:30–16:00 · 7\u00a0h 30\u00a0min"


def test_every_fact_is_kept_when_its_field_is_left_and_can_be_undone(page):
    store = page.workplace.store
    write(page.facts.fields["purpose"], "What shall we do?")
    assert store.day.workshop.purpose == "What shall we do?"
    write(page.facts.fields["venue"], "Town hall")
    write(page.names.fields["track_name"], "theme")
    assert (store.day.workshop.venue, store.day.workshop.track_name) == ("Town hall", "theme")
    assert store.undo() is Op.EDIT_WORKSHOP
    assert page.names.fields["track_name"].text() == "spårområde"
    assert page.facts.fields["venue"].text() == "Town hall"


def test_a_day_that_began_from_nothing_has_nothing_to_compare_with(page):
    assert page.since is None
    assert page.sections.button(4).text() == "Recipients"


def test_another_date_shows_its_week(page):
    write(page.facts.fields["date"], "7/10 2027")
    assert page.workplace.day.workshop.date == dt.date(2027, 10, 7)
    assert page.facts.fields["date"].text() == "2027-10-07"
    assert page.facts.fields["date"].note.text() == "Thursday, week 40"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("date", "22 april", "The date cannot be read. Write it as 2027-04-22."),
        ("start", "half past", "The time cannot be read. Write it as 8.30."),
        ("title", " ", "Write a title first."),
        ("start", "23.00", "Then the day would go on past midnight. Write fewer minutes."),
    ],
)
def test_what_cannot_be_is_said_under_its_field_and_nothing_changes(page, field, text, sentence):
    before = page.workplace.day
    write(page.facts.fields[field], text)
    one = page.facts.fields[field]
    assert one.failed
    assert one.error.text() == sentence
    assert one.editor.accessibleDescription() == sentence
    assert one.text() == text.strip()
    assert page.workplace.day == before
    write(page.facts.fields[field], getattr(before.workshop, field, "").__str__())
    assert not one.failed


def test_the_day_begins_later_and_the_whole_agenda_moves(page):
    write(page.facts.fields["start"], "9")
    assert page.workplace.day.agenda[0].start == "09:00"
    assert page.workplace.day.workshop.end == "16:30"
    assert page.agenda.list.lines.lines[0].lead == "09:00"


def test_alt_and_arrows_move_an_item_and_the_times_follow(page):
    in_agenda(page)
    key(Qt.Key.Key_Down, ALT)
    assert order(page)[:2] == ["2", "1"]
    assert page.agenda.list.chosen() == "1"
    assert find(page.workplace.day.agenda, "1").start == "08:55"
    key(Qt.Key.Key_Up, ALT)
    key(Qt.Key.Key_Up, ALT)
    assert order(page)[:2] == ["1", "2"]
    assert page.workplace.store.undo() is Op.MOVE_AGENDA_ITEM
    assert order(page)[:2] == ["2", "1"]


def test_enter_edits_the_chosen_item_and_links_it_to_a_step_and_a_round(page, desk):
    in_agenda(page, "7")
    key(Qt.Key.Key_Return)
    dialog = page.dialog
    assert dialog.windowTitle() == "Edit agenda item"
    dialog.fields["minutes"].editor.selectAll()
    QTest.keyClicks(dialog.fields["minutes"].editor, "20 min")
    step = dialog.fields["step"].editor
    step.setCurrentIndex(step.findData("vote"))
    assert dialog.fields["round_id"].text() == "milstolpar"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    item = find(page.workplace.day.agenda, "7")
    assert (item.minutes, item.step, item.end) == (20, "vote", "11:50")
    assert page.agenda.list.lines.lines[6].note == "Vote · Processledare"
    assert page.dialog is None


def test_a_wrong_number_of_minutes_is_said_beside_its_field(page):
    in_agenda(page)
    page.edit()
    dialog = page.dialog
    dialog.fields["minutes"].editor.setText("12o")
    dialog.accept()
    assert dialog.isVisible()
    sentence = "Write the minutes as a whole number from 1 to 720."
    assert dialog.fields["minutes"].error.text() == sentence
    assert not dialog.fields["title"].failed
    dialog.fields["minutes"].editor.setText("12")
    dialog.fields["title"].editor.setText("")
    dialog.accept()
    assert dialog.fields["title"].error.text() == "Write a title first."
    assert not dialog.fields["minutes"].failed
    dialog.reject()
    assert page.workplace.day.agenda[0].minutes == 15


def test_ctrl_n_adds_after_the_chosen_item_and_delete_takes_it_away(page, desk, qtbot):
    in_agenda(page, "2")
    key(Qt.Key.Key_N, CTRL)
    dialog = page.dialog
    QTest.keyClicks(dialog.fields["title"].editor, "A walk")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    new = page.workplace.day.agenda[2]
    assert (new.title, new.start, new.end) == ("A walk", "09:10", "09:25")
    assert page.agenda.list.chosen() == new.id
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    page.agenda.list.setFocus()
    key(Qt.Key.Key_Delete)
    assert order(page) == [str(n) for n in range(1, 18)]
    assert page.agenda.list.chosen() == "3"


def test_a_row_can_be_dragged_to_its_place(page):
    page.show_section(2)
    view = page.agenda.list.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, QPoint(60, 17))
    QTest.mouseMove(view, QPoint(60, 60))
    QTest.mouseMove(view, QPoint(60, 34 * 3 + 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, QPoint(60, 34 * 3 + 2))
    assert order(page)[:4] == ["2", "3", "1", "4"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, QPoint(60, 17))
    assert order(page)[:4] == ["2", "3", "1", "4"]


def test_delete_is_a_letter_like_any_other_in_a_field(page):
    field = page.facts.fields["venue"]
    field.editor.setFocus()
    field.editor.selectAll()
    key(Qt.Key.Key_Delete)
    assert field.text() == ""
    assert len(page.workplace.day.agenda) == 17


def test_the_budget_year_is_filled_from_a_template_once(page, qtbot):
    november = next(b for b in page.year.findChildren(ActButton) if "November" in b.text())
    before = len(page.workplace.day.calendar)
    november.click()
    after = page.workplace.day.calendar
    assert len(after) > before
    assert [step.date for step in after] == sorted(step.date for step in after)
    with qtbot.waitSignal(page.message) as told:
        november.click()
    assert told.args == ["All of it is in the list already."]


def test_a_step_of_the_year_and_a_recipient_are_added_and_edited(page):
    page.show_section(3)
    page.add()
    page.dialog.fields["date"].editor.setText("2027-02-30")
    page.dialog.fields["event"].editor.setText("Board")
    page.dialog.accept()
    assert page.dialog.fields["date"].failed
    page.dialog.fields["date"].editor.setText("2027-02-26")
    page.dialog.accept()
    assert page.workplace.day.calendar[1].event == "Board"
    page.recipients.add_button.click()
    page.dialog.accept()
    assert page.dialog.fields["name"].error.text() == "Write who gets it."
    page.dialog.fields["name"].editor.setText("Unions")
    page.dialog.accept()
    assert page.workplace.day.recipients[-1].name == "Unions"
    assert page.recipients.list.chosen() == page.workplace.day.recipients[-1].id
    page.recipients.edit_button.click()
    page.dialog.fields["date"].editor.setText("2027-05-01")
    page.dialog.accept()
    assert page.workplace.day.recipients[-1].by == dt.date(2027, 5, 1)
    page.recipients.remove_button.click()
    page.year.list.choose(page.workplace.day.calendar[1].id)
    page.year.remove_button.click()
    assert page.workplace.store.undo() is Op.REMOVE_CALENDAR_STEP
    assert page.workplace.store.undo() is Op.REMOVE_RECIPIENT


def test_the_row_of_sections_leads_to_each_and_follows_the_scrolling(page):
    for place in range(5):
        page.sections.button(place).click()
        assert page.sections.current() == place
    page.area.verticalScrollBar().setValue(0)
    assert page.sections.current() == 0
    page.area.verticalScrollBar().setValue(page.agenda.y())
    assert page.sections.current() == 2


def test_the_column_says_what_is_missing_and_then_that_the_day_is_ready(page):
    side = page.side()
    titles = {remark.title for remark in side.remarks.remarks}
    assert {"The purpose is missing", "The expected result is missing"} <= titles
    assert not page.done()
    write(page.facts.fields["purpose"], "Why")
    write(page.facts.fields["expected_result"], "What")
    assert [remark.title for remark in side.remarks.remarks] == ["The day is ready"]
    assert page.done()


def test_what_is_being_written_is_kept_when_one_goes_on(page, desk):
    field = page.facts.fields["contact"]
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "forum@example.org")
    key(Qt.Key.Key_PageDown, ALT)
    assert desk.page.step == "people"
    assert desk.workplace.day.workshop.contact == "forum@example.org"


def test_an_empty_day_says_what_to_add(page):
    for item in list(page.workplace.day.agenda):
        page.agenda.list.choose(item.id)
        page.agenda.remove_button.click()
    assert page.workplace.day.agenda == ()
    assert page.agenda.empty.isVisibleTo(page)
    assert not page.agenda.edit_button.isEnabled()
    page.edit()
    page.remove()
    page.agenda.edit_asked.emit()
    page.agenda.remove_asked.emit()
    assert page.dialog is None
    in_agenda(page)
    page.add()
    page.dialog.fields["title"].editor.setText("Welcome")
    page.dialog.accept()
    assert page.workplace.day.agenda[0].start == "08:30"


def test_a_step_that_has_no_page_here_stays_when_its_item_is_edited(page):
    store = page.workplace.store
    first = page.workplace.day.agenda[0]

    def elsewhere(day):
        return replace(day, agenda=(first.changed(step="elsewhere"), *day.agenda[1:]))

    store.do(Op.EDIT_AGENDA_ITEM, elsewhere)
    in_agenda(page)
    page.edit()
    page.dialog.fields["title"].editor.setText("Welcome")
    page.dialog.accept()
    item = page.workplace.day.agenda[0]
    assert (item.title, item.step) == ("Welcome", "elsewhere")


def test_a_local_name_is_kept_and_goes_into_what_a_template_said(page, workplace):
    before = workplace.day.workshop.milestone_name
    write(page.names.fields["milestone_name"], "goal")
    assert workplace.day.workshop.milestone_name == "goal"
    assert workplace.store.undo() is Op.EDIT_WORKSHOP
    assert workplace.day.workshop.milestone_name == before
