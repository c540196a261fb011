"""Initiatives and frames by keyboard, on the sample day in a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.pages.conftest import RESOURCES
from workshop_app.domain.day import find
from workshop_app.domain.initiatives import LawLevel
from workshop_app.domain.ops import Op
from workshop_app.ui.material.initiative_dialog import InitiativeDialog
from workshop_app.ui.material.initiative_filter import ACROSS
from workshop_app.ui.material.initiatives_page import InitiativesPage
from workshop_app.ui.material.laws import LawList, read_laws

MINUS = "\u2212"
LAWS = RESOURCES / "laws.json"

# The display of the tests cannot grab keys for a menu.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def page(place, show):
    return show(InitiativesPage(place, LAWS))


def edit(view, key, column, text, end=Qt.Key.Key_Return):
    view.setFocus()
    view.choose(key, column)
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor = view.editing.editor
    editor.setText(text)
    QTest.keyClick(editor, end)


def keys_shown(page):
    return [row.key for row in page.list.view.cells.rows]


def test_the_sums_and_the_sign_rule_stand_on_the_page(page):
    assert page.head.lead.text() == "Minus means lower net cost. All amounts in tkr."
    texts = [part.text() for part in page.foot.parts]
    assert texts == [
        "30 initiatives",
        "Raise the cost +3,960",
        f"Lower the cost {MINUS}7,110",
        f"Sum 2028: {MINUS}3,150",
    ]
    assert page.rail_note() == "30"
    assert page.done()


def test_the_need_and_the_frames_stand_over_the_list(page):
    first, one, two, three = page.strip.figures
    assert (first.amount, one.amount, two.amount) == ("105,700", "102,900", "101,500")
    assert (one.strong, one.text) == ("lower 2,800", "result 2.0%")
    assert [figure.remark for figure in (one, two, three)] == [False, False, True]


def test_an_amount_is_edited_in_its_cell_and_the_sum_follows(page, place):
    view = page.list.view
    edit(view, "I04", "year0", "\u2013800")
    assert find(place.day.initiatives, "I04").effect_tkr == -800
    assert page.foot.parts[3].text() == f"Sum 2028: {MINUS}3,170"
    assert place.store.undo() is Op.EDIT_INITIATIVE
    assert page.foot.parts[3].text() == f"Sum 2028: {MINUS}3,150"


def test_a_bad_amount_stays_in_its_cell_with_the_sentence(page, place):
    view = page.list.view
    edit(view, "I04", "year0", "1.250")
    assert view.editing.editor.text() == "1.250"
    assert "cannot be read" in view.editing.note.text
    assert find(place.day.initiatives, "I04").effect_tkr == -780
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Escape)


def test_the_law_is_chosen_and_locks_from_the_vote(page, place):
    view = page.list.view
    view.setFocus()
    view.choose("I06", "law")
    view.edit_current()
    menu = view.editing.menu
    assert [action.text() for action in menu.actions()] == [
        "Fixed by law",
        "Special law",
        "Municipal law",
    ]
    menu.actions()[0].trigger()
    menu.close()
    # The rounds of the sample are counted, so what they voted on cannot be taken out.
    assert find(place.day.initiatives, "I06").voted_on


def test_what_the_law_fixes_is_not_unlocked_from_its_cell_without_a_reason(page, place):
    view = page.list.view
    view.choose("I01", "law")
    view.edit_current()
    view.editing.menu.actions()[1].trigger()
    view.editing.menu.close()
    dialog = page.findChild(InitiativeDialog) or page.window().findChild(InitiativeDialog)
    assert dialog.isVisible()
    assert dialog.law() is LawLevel.SPECIAL
    assert dialog.note.text == "The law fixes the level. Write why it is voted on all the same."
    assert dialog.why.hasFocus()
    assert find(place.day.initiatives, "I01").level_fixed_by_law

    QTest.keyClicks(dialog.why, "The plan may wait")
    dialog.save.click()
    assert not dialog.isVisible()
    one = find(place.day.initiatives, "I01")
    assert one.voted_on
    assert one.legal_reference.endswith("Voted on all the same: The plan may wait")


def test_the_filters_are_law_unit_across_units_words_and_to_look_over(page):
    row = page.filter
    row.laws["fixed"].click()
    assert len(keys_shown(page)) == 5
    assert page.foot.parts[0].text() == "5 of 30 initiatives"
    row.laws["all"].click()
    row.unit.setCurrentIndex(row.unit.findData("E2"))
    assert set(keys_shown(page)) == {"I06", "I07", "I08", "I16"}
    row.unit.setCurrentIndex(row.unit.findData(ACROSS))
    across = keys_shown(page)
    assert "I04" in across
    assert 0 < len(across) < 30
    row.unit.setCurrentIndex(0)
    row.search.setText("issäsong")
    assert keys_shown(page) == ["I14"]
    row.clear()
    row.over.click()
    assert keys_shown(page) == ["I01", "I02", "I03", "I04", "I05"]


def test_the_card_tells_all_there_is(page):
    page.list.view.choose("I04")
    side = page.side()
    facts = dict(side.facts.facts)
    assert facts["Belongs with"].startswith("24 ")
    assert facts["Co-determination"] == "Needs MBL negotiation"
    assert "so you may vote" in facts["Governed by"]
    assert [remark.title for remark in side.remarks.remarks] == ["Biblioteksplan"]


def test_all_fields_are_saved_as_one_act(page, place):
    page.list.view.choose("I04")
    dialog = page.open_card()
    dialog.lines["for_whom"].setText("Children and young people")
    dialog.lines["premises"].setText("Library in Sågbyn")
    dialog.effects[1].edit.setText("\u2212100")
    dialog.co_use.setChecked(True)
    dialog.external.setText("The school, The church")
    pick = dialog.picks["conflicts_with"]
    pick.open_list()
    pick.dialog.rows[0].setChecked(True)
    pick.dialog.accept()
    dialog.save.click()
    assert not dialog.isVisible()
    one = find(place.day.initiatives, "I04")
    assert (one.for_whom, one.premises, one.co_use) == (
        "Children and young people",
        "Library in Sågbyn",
        True,
    )
    assert one.effect2_tkr == -100
    assert one.conflicts_with == ("I01",)
    assert one.shared_with_external == ("The school", "The church")
    assert place.store.undo() is Op.EDIT_INITIATIVE
    assert find(place.day.initiatives, "I04").for_whom == ""


def test_a_bad_amount_keeps_the_dialog_open_and_so_does_an_empty_title(page, place):
    page.list.view.choose("I04")
    dialog = page.open_card()
    dialog.effects[0].edit.setText("12o")
    dialog.save.click()
    assert dialog.isVisible()
    assert "cannot be read" in dialog.effects[0].note.text
    dialog.effects[0].edit.setText("5")
    dialog.lines["title"].setText("")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.note.text == "Write a title first."
    dialog.reject()
    assert find(place.day.initiatives, "I04").effect_tkr == -780


def test_rows_from_a_spreadsheet_become_initiatives(page, place):
    text = "Initiative\tUnit\tGoverned by\t2028\tNeeds\nNew one\tbad\tSpecial law\t1,5 mnkr\tI04\n"
    QGuiApplication.clipboard().setText(text)
    page.list.view.choose("I01", "name")
    page.list.view.paste()
    new = place.day.initiatives[-1]
    assert (new.title, new.unit_id, new.effect_tkr) == ("New one", "E5", 1500)
    assert new.needs == ("I04",)
    assert place.store.undo() is Op.PASTE_ROWS


def test_a_row_with_an_error_keeps_all_rows_out(page, place, qtbot):
    QGuiApplication.clipboard().setText("Initiative\t2028\nOne\t5\nTwo\t12o\n")
    with qtbot.waitSignal(page.message) as told:
        page.list.view.paste()
    assert told.args[0].startswith("Row 3, 2028:")
    assert told.args[0].endswith("Nothing has been read in.")
    assert len(place.day.initiatives) == 30


def test_frames_are_edited_with_amount_percent_and_target(page, place):
    page.show_part(1)
    view = page.frames.view
    edit(view, "A3", "frame", "104 000")
    edit(view, "A3", "result", "0,9")
    view.choose("A3", "target")
    QTest.keyClick(view, Qt.Key.Key_Space)
    frame = find(place.day.frames, "A3")
    assert (frame.frame_tkr, frame.result_permille, frame.reaches_target) == (104000, 9, True)
    assert view.cell("A3", "gap").text == "1,700"


def test_the_need_is_an_amount_field(page, place):
    page.show_part(1)
    page.need.edit.setText("106 000")
    QTest.keyClick(page.need.edit, Qt.Key.Key_Return)
    assert place.day.workshop.need_tkr == 106000
    assert page.strip.figures[1].strong == "lower 3,100"


def test_the_list_of_laws_has_a_date_and_a_missing_one_is_no_harm(tmp_path):
    laws = read_laws(LAWS)
    assert "bibliotekslagen (2013:801)" in laws.names
    assert laws.checked is not None
    assert read_laws(tmp_path / "none.json") == LawList()


def test_the_words_of_the_card_are_never_squeezed(page):
    side = page.side()
    side.setFixedSize(300, 200)
    side.show()
    page.list.view.choose("I04")
    facts = side.facts
    facts.layout().activate()
    for label in facts.findChildren(QLabel):
        if label.wordWrap() and label.isVisible():
            assert label.minimumHeight() == 0 or label.height() >= label.heightForWidth(
                label.width()
            )
    assert any(label.minimumHeight() > 0 for label in facts.findChildren(QLabel))


def test_what_the_law_fixes_is_voted_on_only_with_a_reason_that_is_kept(page, place):
    page.list.view.choose("I01")
    dialog = page.open_card()
    assert dialog.why.isHidden()
    dialog.level.setCurrentIndex(dialog.level.findData("special"))
    assert dialog.why.isVisible()
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.note.text == "The law fixes the level. Write why it is voted on all the same."
    assert dialog.why.hasFocus()
    dialog.why.setText("The plan may wait a year")
    dialog.save.click()
    assert not dialog.isVisible()
    one = find(place.day.initiatives, "I01")
    assert not one.level_fixed_by_law
    assert one.voted_on
    assert one.legal_reference == (
        "bibliotekslagen (2013:801) 17 §. Voted on all the same: The plan may wait a year"
    )
    place.store.undo()
    assert find(place.day.initiatives, "I01").level_fixed_by_law
