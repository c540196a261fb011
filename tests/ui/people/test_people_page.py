"""The participants on a real file, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from workshop_app.domain.day import find
from workshop_app.domain.ops import Op
from workshop_app.ui.people.model import Column

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk):
    desk.page.table.setFocus()
    desk.page.table.choose("D01")
    return desk.page


def key(which, modifier=NONE):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which, modifier)


def person(page, which):
    return find(page.workplace.day.participants, which)


def write(text):
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)


def roles(page):
    return [p.role for p in page.workplace.day.participants]


def many(page, count=60):
    """The same people over and over, as one act."""

    def rule(day):
        people = [
            one.changed(id=f"{one.id}-{n}", position=n * 100 + one.position)
            for n in range(4)
            for one in day.participants
        ]
        return replace(day, participants=tuple(people[:count]))

    page.workplace.store.do(Op.PASTE_PARTICIPANTS, rule)


def test_the_four_figures_say_who_counts(page):
    counts = page.counts
    assert (counts.here.number.text(), counts.here.text.text()) == ("17 of 17", "here")
    assert counts.morning.number.text() == "15"
    assert counts.afternoon.number.text() == "14"
    assert counts.units.text.text() == "units are here. Nämnd is missing."
    assert page.rail_note() == "17"
    assert page.done()


def test_space_ticks_who_is_here_and_the_figures_follow(page):
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Space)
    assert not person(page, "D02").present
    assert page.counts.here.number.text() == "16 of 17"
    assert page.counts.morning.number.text() == "14 of 15"
    assert page.table.chosen() == "D02"
    key(Qt.Key.Key_Space)
    assert person(page, "D02").present
    assert page.workplace.store.undo() is Op.MARK_PRESENT
    assert not person(page, "D02").present


def test_several_rows_are_ticked_in_one_act(page):
    for _row in range(2):
        key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_Space)
    assert [person(page, k).present for k in ("D01", "D02", "D03", "D04")] == [
        False,
        False,
        False,
        True,
    ]
    page.workplace.store.undo()
    assert person(page, "D01").present
    assert page.workplace.store.undoable() is None


def test_the_mouse_ticks_too_but_only_in_the_first_column(page):
    view = page.table.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, QPoint(20, 17))
    assert not person(page, "D01").present
    role = page.table.visualRect(page.table.people.index(1, Column.ROLE)).center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, role)
    assert page.table.chosen() == "D02"
    assert person(page, "D02").present


def test_enter_edits_in_place_and_tab_goes_to_the_next_cell(page):
    key(Qt.Key.Key_Return)
    write("Acting head")
    key(Qt.Key.Key_Tab)
    assert person(page, "D01").role == "Acting head"
    assert QApplication.focusWidget().accessibleName() == "Unit"
    write("bibliotek")
    key(Qt.Key.Key_Tab)
    assert person(page, "D01").unit_id == "E1"
    write("board")
    key(Qt.Key.Key_Return)
    assert person(page, "D01").group == "board"
    assert QApplication.focusWidget() is page.table
    assert page.table.chosen() == "D01"


def test_escape_leaves_a_cell_as_it_was(page):
    key(Qt.Key.Key_Return)
    write("Nobody")
    key(Qt.Key.Key_Escape)
    assert person(page, "D01").role == "Förvaltningschef"
    assert page.table.cells.editor is None


def test_a_role_cannot_be_left_empty_and_the_sentence_stands_at_the_cell(page):
    key(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    editor.clear()
    key(Qt.Key.Key_Return)
    assert page.table.error.isVisible()
    assert page.table.error.text() == "Write the role. The name is optional."
    assert editor.property("error") == "true"
    assert QApplication.focusWidget() is editor
    write("Head")
    key(Qt.Key.Key_Return)
    assert not page.table.error.isVisible()
    assert person(page, "D01").role == "Head"


def test_enter_in_a_column_of_votes_turns_the_right(page):
    page.table.choose("D01", Column.AFTERNOON)
    key(Qt.Key.Key_Return)
    assert not person(page, "D01").votes_afternoon
    assert page.counts.afternoon.number.text() == "13"


def test_ctrl_n_writes_a_new_person_with_the_role_first(page):
    key(Qt.Key.Key_N, CTRL)
    write("Guest")
    key(Qt.Key.Key_Tab)
    write("Bad")
    key(Qt.Key.Key_Return)
    new = page.workplace.day.participants[-1]
    assert (new.role, new.unit_id, new.votes_morning, new.present) == ("Guest", "E5", True, True)
    assert page.table.chosen() == new.id
    assert page.rail_note() == "18"


def test_a_new_person_who_is_not_written_is_not_added(page):
    key(Qt.Key.Key_N, CTRL)
    assert len(page.table.people.rows) == 18
    key(Qt.Key.Key_Return)
    assert page.table.error.isVisible()
    key(Qt.Key.Key_Escape)
    assert len(page.table.people.rows) == 17
    assert page.workplace.store.undoable() is None


def test_an_unknown_unit_is_made_only_when_the_person_says_so(page, answers):
    page.table.choose("D01", Column.UNIT)
    answers.yes = False
    key(Qt.Key.Key_Return)
    write("Museum")
    key(Qt.Key.Key_Return)
    assert page.table.error.text() == "There is no unit called “Museum”."
    answers.yes = True
    key(Qt.Key.Key_Return)
    unit = page.workplace.day.units[-1]
    assert (unit.name, person(page, "D01").unit_id) == ("Museum", unit.id)
    assert answers.asked[-1].title == "1 unit is new"


def test_delete_removes_the_chosen_rows_and_undo_brings_them_back(page):
    key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_Delete)
    assert roles(page)[0] == "Enhetschef bibliotek"
    assert page.table.chosen() == "D03"
    assert page.workplace.store.undo() is Op.REMOVE_PARTICIPANTS
    assert len(roles(page)) == 17


def test_a_list_is_pasted_from_a_spreadsheet(page, qtbot, answers):
    QGuiApplication.clipboard().setText("Roll\tEnhet\tRöstar em\nGuide\tMuseum\tnej\nVärd\tBad\t")
    with qtbot.waitSignal(page.message) as told:
        key(Qt.Key.Key_V, CTRL)
    assert told.args == ["2 participants were added."]
    assert answers.asked[-1].text == "Not in this day yet: Museum."
    guide, host = page.workplace.day.participants[-2:]
    assert (guide.role, guide.votes_afternoon, host.unit_id) == ("Guide", False, "E5")
    with qtbot.waitSignal(page.message) as told:
        key(Qt.Key.Key_V, CTRL)
    assert told.args == ["0 participants were added. 2 were in the list already."]
    assert page.workplace.store.undo() is Op.PASTE_PARTICIPANTS
    assert len(roles(page)) == 17
    assert len(page.workplace.day.units) == 8


def test_a_list_with_a_fault_is_not_pasted_at_all(page, qtbot, answers):
    QGuiApplication.clipboard().setText("Guide\tBad\t\tja\nHost\tBad\t\tperhaps")
    with qtbot.waitSignal(page.message) as told:
        key(Qt.Key.Key_V, CTRL)
    sentence = "Row 2, column 4: “perhaps”. Write yes or no. Nothing has been pasted."
    assert told.args == [sentence]
    answers.yes = False
    QGuiApplication.clipboard().setText("Guide\tMuseum")
    key(Qt.Key.Key_V, CTRL)
    assert len(roles(page)) == 17


def test_sixty_people_stand_by_unit_and_are_found_by_writing(page):
    many(page)
    headings = [row.heading for row in page.table.people.rows if row.heading]
    assert headings[0] == "Bibliotek · 4 of 4"
    assert len(page.table.people.rows) == 60 + len(headings)
    assert page.table.isColumnHidden(Column.UNIT)
    key(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is page.search
    write("strateg kultur")
    assert {row.person.role for row in page.table.people.rows if row.person} == {"Kulturstrateg"}
    key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.table
    key(Qt.Key.Key_F, CTRL)
    write("nobody at all")
    assert page.nobody.isVisible()
    assert not page.table.isVisible()


def test_arrows_pass_over_the_headings_of_units(page):
    many(page)
    page.table.choose("D03-3")
    key(Qt.Key.Key_Down)
    assert page.table.chosen().startswith("D04")
    key(Qt.Key.Key_Up)
    assert page.table.chosen() == "D03-3"


def test_extra_columns_come_when_they_are_asked_for_or_used(page):
    assert page.table.isColumnHidden(Column.NAME)
    page.side().columns.setChecked(True)
    assert not page.table.isColumnHidden(Column.NOTE)
    page.table.choose("D01", Column.NAME)
    key(Qt.Key.Key_Return)
    write("Alva Öberg")
    key(Qt.Key.Key_Return)
    page.side().columns.setChecked(False)
    assert not page.table.isColumnHidden(Column.NAME)
    assert page.table.isColumnHidden(Column.NOTE)
    assert person(page, "D01").name == "Alva Öberg"


def test_a_constellation_is_saved_without_names_and_used_on_another_day(page, qtbot):
    side = page.side()
    side.save_button.click()
    dialog = page.saved.dialog
    assert dialog.fields["name"].text() == "strategiskt forum"
    dialog.fields["name"].editor.clear()
    dialog.accept()
    assert dialog.fields["name"].error.text() == "Write what the constellation is called."
    dialog.fields["name"].editor.setText("Forum")
    dialog.accept()
    assert side.saved.currentText() == "Forum"
    page.workplace.store.do(Op.REMOVE_PARTICIPANTS, lambda day: replace(day, participants=()))
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.message) as told:
        side.use_button.click()
    assert told.args == ["17 participants were added."]
    assert page.workplace.store.undoable() is Op.USE_CONSTELLATION
    side.remove_button.click()
    assert page.saved.names() == ()
    assert side.none.isVisibleTo(side)


def test_an_empty_list_says_what_to_do_and_takes_the_first_role(page):
    page.workplace.store.do(Op.REMOVE_PARTICIPANTS, lambda day: replace(day, participants=()))
    assert page.empty.isVisible()
    assert page.rail_note() == ""
    assert not page.done()
    page.first_button.click()
    write("Head")
    key(Qt.Key.Key_Return)
    assert roles(page) == ["Head"]
    assert not page.empty.isVisible()


def test_a_screen_reader_is_told_the_role_and_what_the_cell_says(page):
    table = QAccessible.queryAccessibleInterface(page.table)
    assert table.text(QAccessible.Text.Name) == "Participants"
    model = page.table.people
    told = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, Column.ROLE), told) == "Förvaltningschef, here"
    assert model.data(model.index(14, Column.AFTERNOON), told) == (
        "Förvaltningscontroller, Votes p.m.: no"
    )


def test_what_comes_while_one_writes_waits_until_the_cell_is_left(page):
    key(Qt.Key.Key_Return)
    page.workplace.store.do(
        Op.REMOVE_PARTICIPANTS, lambda day: replace(day, participants=day.participants[:5])
    )
    write("Acting head")
    key(Qt.Key.Key_Return)
    assert person(page, "D01").role == "Acting head"
    assert len(page.table.people.rows) == 5


def test_the_import_is_opened_where_there_is_one(qtbot, workplace, tmp_path):
    from workshop_app.app.constellations import Constellations
    from workshop_app.ui.people.people_page import PeoplePage, PeopleTools

    asked = []
    tools = PeopleTools(Constellations(tmp_path), lambda *given: asked.append(given[1]))
    page = PeoplePage(workplace, tools)
    qtbot.addWidget(page)
    page.read_button.click()
    assert asked == ["participants"]
