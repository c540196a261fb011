"""Tracks, units and the situation by keyboard, on the sample day in a real file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.pages.conftest import FONTS
from workshop_app.domain.day import find
from workshop_app.domain.ops import Op
from workshop_app.ui.material.situation_page import SituationPage
from workshop_app.ui.material.tracks_page import TracksPage
from workshop_app.ui.material.units_page import UnitsPage
from workshop_app.ui.summary_page import SummaryPlaces

# The display of the tests cannot grab keys for a menu.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def situation(place, show, tmp_path):
    return show(SituationPage(place, SummaryPlaces(fonts=FONTS, documents=tmp_path)))


def key(view, code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view, code, modifier)


def type_in(view, text, end=Qt.Key.Key_Return):
    """Replace the words of the cell that is open, and finish with a key."""
    editor = view.editing.editor
    editor.setText(text)
    QTest.keyClick(editor, end)


def test_a_locked_track_keeps_its_words_until_it_is_unlocked(place, show, answers, make_place):
    place = make_place(answers)
    page = show(TracksPage(place))
    view = page.table.view
    view.setFocus()
    view.choose("S1", "name")

    key(view, Qt.Key.Key_Return)
    type_in(view, "Other name")
    assert "is locked" in view.editing.note.text
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Escape)
    assert view.editing.editor is None

    answers.yes = False
    page.toggle_lock()
    assert find(place.day.tracks, "S1").locked
    answers.yes = True
    page.toggle_lock()
    assert len(answers.asked) == 2
    key(view, Qt.Key.Key_Return)
    type_in(view, "Other name")
    assert find(place.day.tracks, "S1").name == "Other name"
    assert place.store.undo() is Op.EDIT_TRACK
    assert place.store.undo() is Op.UNLOCK_TRACK
    assert page.done()


def test_the_box_of_a_track_asks_too(show, answers, make_place):
    place = make_place(answers)
    page = show(TracksPage(place))
    view = page.table.view
    view.setFocus()
    view.choose("S2", "locked")
    key(view, Qt.Key.Key_Space)
    assert len(answers.asked) == 1
    assert not find(place.day.tracks, "S2").locked
    key(view, Qt.Key.Key_Space)
    assert find(place.day.tracks, "S2").locked
    assert page.side().facts.facts[-2][1].startswith("6 milestones")


def test_a_new_track_is_in_the_day_once_it_has_a_name(place, show):
    page = show(TracksPage(place))
    view = page.table.view
    page.table_acts.add()
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Escape)
    assert view.cells.rowCount() == 4

    page.table_acts.add()
    type_in(view, "Fifth track")
    assert place.day.tracks[-1].name == "Fifth track"
    assert view.chosen_key() == place.day.tracks[-1].id
    view.setFocus()
    key(view, Qt.Key.Key_Delete)
    assert len(place.day.tracks) == 4


def test_tab_goes_from_cell_to_cell_and_an_amount_is_refused_under_its_field(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    view.setFocus()
    view.choose("E3", "budget")
    key(view, Qt.Key.Key_Return)
    type_in(view, "12o")
    assert "cannot be read" in view.editing.note.text
    assert view.editing.note.isVisible()
    assert find(place.day.units, "E3").net_budget_tkr == 9150

    type_in(view, "\u2013520", Qt.Key.Key_Tab)
    assert find(place.day.units, "E3").net_budget_tkr == -520
    type_in(view, "1,5 mnkr")
    assert find(place.day.units, "E3").special_law_tkr == 1500
    assert view.cell("E3", "law").text == "1,500"


def test_while_an_amount_in_millions_is_typed_the_cell_says_what_it_becomes(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    view.choose("E3", "budget")
    view.edit_current()
    view.editing.editor.clear()
    QTest.keyClicks(view.editing.editor, "1,25 mnkr")
    assert view.editing.note.text == "1,25 mnkr is 1\u00a0250 tkr"
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Escape)
    assert find(place.day.units, "E3").net_budget_tkr == 9150


def test_arrows_walk_and_tab_leaves_the_table(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    view.setFocus()
    view.choose("E1", "name")
    key(view, Qt.Key.Key_Right)
    assert view.currentIndex().column() == 1
    assert view.hasFocus()
    key(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_units_tell_their_share_under_special_law(place, show):
    page = show(UnitsPage(place))
    assert page.units.view.cell("E3", "share").text == "17.5%"
    assert page.boards.view.cell("N1", "share").text == "25.7%"
    assert "101,400 tkr, of which 26,100 tkr (25.7%)" in page.foot.text()


def test_a_unit_in_use_stays_and_the_page_says_why(place, show, qtbot):
    page = show(UnitsPage(place))
    view = page.units.view
    view.setFocus()
    view.choose("E1", "name")
    with qtbot.waitSignal(page.message) as told:
        key(view, Qt.Key.Key_Delete)
    assert "belong to this one" in told.args[0]
    assert find(place.day.units, "E1") is not None


def test_a_board_is_chosen_from_a_menu(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    view.setFocus()
    view.choose("E1", "board")
    key(view, Qt.Key.Key_Return)
    menu = view.editing.menu
    menu.actions()[0].trigger()
    menu.close()
    assert find(place.day.units, "E1").board_id == ""


def test_a_document_that_ends_too_early_is_flagged_in_words(place, show):
    page = show(UnitsPage(place))
    page.show_part(1)
    assert page.documents.view.cell("G3", "holds").text == "Ends before 2028"
    assert page.documents.view.cell("G1", "holds").text == "Holds in 2028"
    side = page.side()
    assert [remark.title for remark in side.remarks.remarks] == ["Biblioteksplan expires"]

    def long_gone(day):
        gone = tuple(
            one.changed(from_year=2020, to_year=2025) if one.id == "G3" else one
            for one in day.documents
        )
        return replace(day, documents=gone)

    place.store.do(Op.EDIT_DOCUMENT, long_gone)
    assert page.documents.view.cell("G3", "holds").text == "Expired in 2025"


def test_rows_are_pasted_all_or_none(place, show, qtbot):
    page = show(UnitsPage(place))
    view, board = page.units.view, QGuiApplication.clipboard()
    view.setFocus()
    view.choose("E1", "name")
    board.setText("Unit\tNet budget\tSpecial law\nArchive\t1 250\t\u2013\nMore\t2\t3\n")
    with qtbot.waitSignal(page.message) as told:
        key(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0].startswith("Row 2, Special law: The amount cannot be read.")
    assert len(place.day.units) == 8

    board.setText(
        "Unit\tNet budget\tBoard\nArchive\t1 250\tkultur- och fritidsnämnden\nMore\t2\t\n"
    )
    key(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [unit.name for unit in place.day.units[8:]] == ["Archive", "More"]
    assert place.day.units[8].board_id == "N1"
    assert place.store.undo() is Op.PASTE_ROWS
    assert len(place.day.units) == 8


def test_one_pasted_word_goes_into_the_cell(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    view.choose("E1", "comment")
    QGuiApplication.clipboard().setText("Open longer")
    view.paste()
    assert find(place.day.units, "E1").comment == "Open longer"


def test_cells_have_names_for_screen_readers(place, show):
    page = show(UnitsPage(place))
    view = page.units.view
    access = QAccessible.queryAccessibleInterface(view)
    assert access.text(QAccessible.Text.Name) == "Units"
    place_of = view.cells.index(0, 0)
    assert view.cells.data(place_of, Qt.ItemDataRole.AccessibleTextRole) == "Unit: Bibliotek"


def test_a_ranking_that_rises_is_worse_in_words(situation):
    situation.show_part(1)
    cells = situation.figures.view.cells
    texts = [cells.rows[row].cells[cells.column_of("trend")].text for row in range(3)]
    assert texts == ["worse, \u22122", "unchanged", "worse, +21"]


def test_what_is_good_and_needs_work_is_kept_and_an_action_becomes_a_milestone(
    situation, place, qtbot
):
    card = situation.side()
    one = place.day.indicators[0]
    QTest.keyClicks(card.fields["good"], "Fewer vacancies")
    QTest.keyClick(card.fields["good"], Qt.Key.Key_Return)
    QTest.keyClicks(card.fields["action"], "Lower the rent")
    QTest.keyClick(card.fields["action"], Qt.Key.Key_Return)
    QTest.keyClicks(card.fields["action_by"], "soon")
    QTest.keyClick(card.fields["action_by"], Qt.Key.Key_Return)
    assert "date cannot be read" in card.note.text
    kept = find(place.day.indicators, one.id)
    assert (kept.good, kept.action, kept.action_by) == ("Fewer vacancies", "Lower the rent", None)

    card.milestone_button.click()
    card.menu.actions()[1].trigger()
    card.menu.close()
    made = place.day.milestones[-1]
    assert (made.title, made.track_id) == ("Lower the rent", "S2")
    assert "Has become: Lower the rent" in card.became.text()
    assert not card.initiative_button.isEnabled()
    assert place.store.undo() is Op.ACTION_TO_MILESTONE
    card.initiative_button.click()
    assert place.day.initiatives[-1].title == "Lower the rent"


def test_the_forecast_says_deficit_in_words(situation):
    cells = situation.forecast.view.cells
    row = cells.rows[1].cells
    assert row[cells.column_of("amount")].text == "\u2212900"
    assert row[cells.column_of("word")].text == "deficit"


def test_each_unit_has_two_lists_and_a_sheet_to_print(place, make_place, show, answers, tmp_path):
    place = make_place(answers)
    page = show(SituationPage(place, SummaryPlaces(fonts=FONTS, documents=tmp_path)))
    page.show_part(3)
    page.unit.setCurrentIndex(1)
    view = page.brought[1].view
    view.begin_new()
    type_in(view, "Share premises with the school")
    (one,) = place.day.challenges
    assert (one.unit_id, one.kind.value) == ("E2", "opportunity")

    answers.file = tmp_path / "sheets.pdf"
    page.save_prep_sheets()
    assert answers.file.read_bytes().startswith(b"%PDF-1.7")


def test_a_table_without_rows_says_what_to_do_until_the_first_one_is_written(
    show, make_place, place
):
    empty = replace(place.day, tracks=(), milestones=(), ideas=(), challenges=(), rounds=())
    page = show(TracksPage(make_place(day=replace(empty, votes={}))))
    table = page.table
    assert table.empty.isVisible()
    assert table.empty.text() == "There are no tracks yet. Read in a list or add the first."
    assert table.view.accessibleDescription() == table.empty.text()
    page.table_acts.add()
    assert not table.empty.isVisible()
    type_in(table.view, "First")
    assert not table.empty.isVisible()
    assert table.view.accessibleDescription() == ""


def test_beside_what_the_units_bring_stands_how_it_is_gathered(situation):
    situation.show_part(3)
    card = situation.side()
    assert card.title.text() == "Units bring"
    assert card.lead.text().startswith("Save the prep sheet")
    situation.show_part(0)
    assert card.title.text() != "Units bring"
