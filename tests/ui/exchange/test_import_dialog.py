"""Reading a list in from a window: choose or paste, see what changes, read in or mend."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop_app.app.exchange import kind_for
from workshop_app.domain.ops import Op
from workshop_app.figures.shapes import Role
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.export.day_tables import one_table
from workshop_app.storage.export.files import csv_bytes, csv_text, write_workbook
from workshop_app.storage.importing import read_source
from workshop_app.ui.exchange.import_dialog import ImportDialog
from workshop_app.ui.exchange.opening import open_import, save_all_lists
from workshop_app.ui.widgets.drawing import role_color

PEOPLE = "Roll\tEnhet\tRösträtt fm\nFörvaltningschef\tE7\tnej\nPraktikant\tBibliotek\tja\n"


@pytest.fixture
def dialog(qtbot, workplace):
    """The dialog for any list, shown."""
    return shown(qtbot, ImportDialog(workplace))


def shown(qtbot, made):
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def cells(dialog, row):
    model = dialog.table.rows
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_pasted_rows_are_shown_with_what_they_change_and_read_in_with_enter(dialog, workplace):
    QGuiApplication.clipboard().setText(PEOPLE)
    assert not dialog.read_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.kind_box.currentText() == "Participants"
    assert dialog.source.text() == "Pasted rows"
    assert cells(dialog, 0) == [
        *("2", "Changed", "Förvaltningschef"),
        *("Verksamhetsstöd och ledning", "ja → nej"),
    ]
    assert cells(dialog, 1) == ["3", "New", "Praktikant", "Bibliotek", "ja"]
    assert dialog.summary.text() == "1 new · 1 changed · 16 that are not in the list are kept"
    assert dialog.read_button.hasFocus()
    QTest.keyClick(dialog.read_button, Qt.Key.Key_Return)
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert workplace.day.participants[-1].role == "Praktikant"
    assert not workplace.day.participants[0].votes_morning
    assert workplace.store.undo() is Op.IMPORT_TABLE
    assert len(workplace.day.participants) == 17


def test_faults_are_told_one_by_one_and_nothing_can_be_read_in(dialog, workplace):
    before = workplace.day
    dialog.load_text("roll\tenhet\trostratt_fm\nA\tE99\tkanske\n\tE1\tja\n")
    assert not dialog.read_button.isEnabled()
    assert dialog.summary.text().startswith("3 faults. Mend them in the spreadsheet")
    told = []
    for _n in range(4):
        told.append(dialog.fault.text)
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert told[0].startswith("Row 2, column enhet: “E99”. There is no such id.")
    assert told[1].startswith("Row 2, column rostratt_fm: “kanske”. Write yes or no.")
    assert told[2].startswith("Row 3, column roll: Something must stand here.")
    assert told[3] == told[0]
    dialog.next_fault()
    here = dialog.table.currentIndex()
    assert (here.row(), dialog.table.rows.data(here)) == (1, "")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert workplace.day == before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == ImportDialog.DialogCode.Rejected


def test_a_heading_that_is_wrong_is_marked(dialog):
    dialog.load_text("roll\tenhte\nA\tE1\n")
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData("participants"))
    dialog.kind_box.activated.emit(dialog.kind_box.currentIndex())
    model = dialog.table.rows
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert headings == ["Row", "", "roll", "⚠ enhte"]
    assert dialog.fault.text.endswith("Is it enhet that is meant?")


def test_a_list_that_cannot_be_told_is_chosen_by_hand(dialog):
    dialog.load_text("namn\nKulturhuset\n")
    assert dialog.kind_box.currentIndex() == -1
    assert dialog.fault.text == "The program cannot tell which list it is. Choose it above."
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData("units"))
    dialog.kind_box.activated.emit(dialog.kind_box.currentIndex())
    assert dialog.read_button.isEnabled()
    assert cells(dialog, 0) == ["2", "New", "Kulturhuset"]


def test_the_expected_list_stands_unless_the_rows_are_clearly_another(qtbot, workplace):
    made = shown(qtbot, ImportDialog(workplace, "boards"))
    assert made.kind_box.currentData() == "boards"
    made.load_text("namn\nNy nämnd\n")
    assert made.kind_box.currentData() == "boards"
    made.load_text(csv_text(one_table(workplace.day, kind_for("milestones"))))
    assert made.kind_box.currentData() == "milestones"
    assert made.summary.text() == "24 unchanged"
    assert not made.read_button.isEnabled()


def test_a_file_is_chosen_and_its_sheets_too(qtbot, workplace, answers, tmp_path):
    path = tmp_path / "listor.xlsx"
    tables = [one_table(workplace.day, kind_for(name)) for name in ("tracks", "ideas")]
    with path.open("wb") as out:
        write_workbook(tables, out)
    answers.path = path
    made = shown(qtbot, ImportDialog(workplace))
    QTest.mouseClick(made.file_button, Qt.MouseButton.LeftButton)
    assert made.source.text() == "listor.xlsx"
    assert made.sheet_box.isVisible()
    assert made.kind_box.currentData() == "tracks"
    made.sheet_box.setCurrentIndex(1)
    made.sheet_box.activated.emit(1)
    assert made.kind_box.currentData() == "ideas"
    assert made.summary.text() == f"{len(workplace.day.ideas)} unchanged"


def test_a_file_that_cannot_be_taken_apart_is_told(dialog, tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes('roll;namn\nA;"öppen\n'.encode())
    dialog.load(path)
    assert dialog.fault.text.startswith("x.csv, row 2, column namn: The row cannot be read.")
    assert not dialog.stack.isVisible()
    dialog.load(tmp_path / "none.csv")
    assert dialog.fault.text.startswith("none.csv: The file or folder is not there.")
    assert not dialog.read_button.isEnabled()


def test_the_list_is_saved_to_be_changed_in_a_spreadsheet(qtbot, workplace, answers, tmp_path):
    answers.path = tmp_path / "spar.csv"
    made = shown(qtbot, ImportDialog(workplace, "tracks"))
    QTest.mouseClick(made.empty_button, Qt.MouseButton.LeftButton)
    assert answers.path.read_bytes() == csv_bytes(one_table(workplace.day, kind_for("tracks")))
    assert made.source.text() == "Saved: spar.csv"
    made.load(answers.path)
    assert made.summary.text() == "4 unchanged"
    answers.path = tmp_path / "spar.csv" / "x.csv"
    made.save_list()
    assert "cannot be saved" in made.fault.text


def test_what_the_disk_refuses_is_told_and_the_rows_stay(dialog, workplace, monkeypatch):
    dialog.load_text(PEOPLE)
    workplace.store.file.close()
    dialog.read_in()
    assert dialog.isVisible()
    assert dialog.fault.text == "The day is closed. Open it again from the start page."


def press_in_dialog(key):
    dialog = QApplication.activeModalWidget()
    QTest.keyClick(dialog, key)


@pytest.mark.parametrize(("key", "read"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_page_opens_it_with_the_rows_it_was_given(workplace, key, read):
    QTimer.singleShot(0, partial(press_in_dialog, key))
    assert open_import(workplace, "participants", text=PEOPLE) is read
    assert (len(workplace.day.participants) == 18) is read


def test_the_days_menu_reads_in_and_saves(qtbot, desk, answers, tmp_path):
    answers.path = tmp_path
    menu = desk.menu()
    acts = {action.text(): action for action in menu.actions()}
    QTimer.singleShot(0, partial(press_in_dialog, Qt.Key.Key_Escape))
    acts["Read in a list…"].trigger()
    acts["Save the lists… (CSV)"].trigger()
    folder = tmp_path / "Strategiskt forum 2 2027 2027-04-22"
    assert read_source(folder).day == desk.workplace.day
    (title, text) = answers.told[0]
    assert title == "Save the lists"
    assert str(folder) in text
    menu.deleteLater()


def test_saving_can_be_left_and_what_stops_it_is_told(workplace, answers, tmp_path):
    answers.path = None
    assert save_all_lists(workplace) == ()
    answers.path = tmp_path / "a file"
    answers.path.touch()
    assert save_all_lists(workplace) == ()
    assert "may not write there" in answers.told[0][1]


def test_a_day_is_read_from_what_was_saved(workplace, answers, tmp_path):
    answers.path = tmp_path
    written = save_all_lists(workplace)
    assert {path.suffix for path in written} == {".csv", ".json", ".xlsx"}
    again = DayFile.create(tmp_path / "again.milstolpe", read_source(written[0].parent).day)
    assert again.load() == workplace.day
    again.close()


def test_every_row_is_read_aloud(dialog):
    dialog.load_text(PEOPLE)
    model = dialog.table.rows
    spoken = model.data(model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "ja → nej"
    assert dialog.table.accessibleName() == "What is read in"
    assert dialog.kind_box.accessibleName() == "List"


def test_old_values_and_faults_are_painted_where_they_stand(dialog):
    dialog.load_text(PEOPLE)
    table = dialog.table
    changed = table.visualRect(table.rows.index(0, 4)).center()
    plain = table.visualRect(table.rows.index(1, 4)).center()
    table.setFocus()
    table.setCurrentIndex(table.rows.index(1, 2))
    image = table.viewport().grab().toImage()
    scale = image.devicePixelRatio()
    corner = table.visualRect(table.rows.index(0, 4)).topRight()
    tint = image.pixelColor(round((corner.x() - 3) * scale), round((corner.y() + 5) * scale))
    assert tint == role_color(Role.WARN_TINT)
    assert changed.y() < plain.y()
    dialog.load_text("roll\tenhet\nA\tE99\n")
    image = table.viewport().grab().toImage()
    wrong = table.visualRect(table.rows.index(0, 3))
    ground = image.pixelColor(round((wrong.right() - 8) * scale), round((wrong.top() + 6) * scale))
    assert ground == role_color(Role.BAD_TINT)
    assert table.rows.data(table.rows.index(0, 3), Qt.ItemDataRole.ToolTipRole) == "E99"


def test_the_sheet_with_the_list_that_is_expected_is_shown_first(qtbot, workplace, tmp_path):
    path = tmp_path / "listor.xlsx"
    tables = [one_table(workplace.day, kind_for(name)) for name in ("tracks", "ideas")]
    with path.open("wb") as out:
        write_workbook(tables, out)
    made = shown(qtbot, ImportDialog(workplace, "ideas"))
    made.load(path)
    assert made.sheet_box.currentText() == "ideer"
    assert made.kind_box.currentData() == "ideas"


def test_a_list_that_was_refused_gives_way_to_one_that_is_not(dialog, tmp_path):
    path = tmp_path / "bild.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    dialog.load(path)
    assert dialog.fault.text.startswith("bild.csv: This is not a list.")
    dialog.load_text(PEOPLE)
    assert dialog.stack.isVisible()
    assert dialog.read_button.isEnabled()


def test_a_column_that_is_nobodys_is_left_out_and_that_is_said(dialog, workplace):
    dialog.load_text("roll;enhet;telefon;rum\nPraktikant;E1;12 34;7\n")
    assert dialog.left_out.text() == (
        "The columns telefon, rum are not read in. The program has no such columns."
    )
    assert dialog.left_out.isVisible()
    dialog.read_button.click()
    assert workplace.day.participants[-1].role == "Praktikant"


def test_nothing_is_said_of_columns_when_all_are_read(dialog):
    dialog.load_text("roll;enhet\nPraktikant;E1\n")
    assert not dialog.left_out.isVisible()
