"""Broken lists on the command line: a sentence with the row, the column and the cure; no file."""

import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from workshop_app.cli import main
from workshop_app.system import settings
from workshop_app.system.kit import make_kit
from workshop_app.system.language import Language

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"


@pytest.fixture
def english():
    """The sentences in the source language."""
    kit = make_kit()
    settings.save(kit.paths.settings, replace(kit.settings, language=Language.ENGLISH))


@pytest.fixture
def lists(tmp_path):
    """The lists of the sample in a folder that may be broken."""
    folder = tmp_path / "lists"
    folder.mkdir()
    for path in SAMPLE.glob("*.csv"):
        shutil.copy(path, folder)
    return folder


def swap(folder, name, old, new, encoding="utf-8-sig"):
    path = folder / name
    data = path.read_bytes().decode("utf-8-sig")
    assert old in data
    path.write_bytes(data.replace(old, new, 1).encode(encoding))


def without_a_column(folder):
    swap(folder, "initiativ.csv", ";typ;", ";kommentar till typ;")


def an_unknown_reference(folder):
    swap(folder, "initiativ.csv", "2028–2031;E1;", "2028–2031;E99;")


def an_id_twice(folder):
    swap(folder, "milstolpar.csv", "S1-2;S1", "S1-1;S1")


def a_bad_amount(folder):
    swap(folder, "enheter.csv", ";13900;", ";1.390;")


def a_bad_date(folder):
    swap(folder, "mottagare.csv", "2027-04-27", "27 april")


def a_word_that_is_not_one_of_ours(folder):
    swap(folder, "initiativ.csv", ";lagkrav;", ";lagkarv;")


def neither_yes_nor_no(folder):
    swap(folder, "deltagare.csv", "ledningsgrupp;ja;", "ledningsgrupp;kanske;")


def a_quotation_mark_left_open(folder):
    swap(folder, "sparomraden.csv", "S2;Jämlik", 'S2;"Jämlik')


def a_column_nobody_knows(folder):
    swap(folder, "ideer.csv", ";kommentar", ";komentar")


def bytes_that_are_no_letters(folder):
    path = folder / "enheter.csv"
    path.write_bytes(path.read_bytes().replace("å".encode(), b"\xe5", 1))


def an_empty_file(folder):
    (folder / "styrdokument.csv").write_bytes(b"")


def more_dots_than_the_cap(folder):
    swap(folder, "roster_milstolpar.csv", "F-27264;S1-4;1", "F-27264;S1-4;3")


def a_year_twice_over(folder):
    swap(folder, "milstolpar.csv", ";2027;", ";20277;")


def ids_under_another_heading(folder):
    swap(folder, "milstolpar.csv", "id;sparomrade", "nyckel;sparomrade")


def no_row_of_headings(folder):
    path = folder / "enheter.csv"
    path.write_bytes(path.read_bytes().split(b"\r\n", 1)[1])


def an_id_that_others_name(folder):
    swap(folder, "milstolpar.csv", "S1-1;S1", "S1-99;S1")


def a_round_under_another_id(folder):
    swap(folder, "rostningar.csv", "milstolpar;", "milstolparr;")


def an_option_twice(folder):
    swap(folder, "rostningar.csv", "A1|A2|A3;", "A1|A2|A3|A3;")


def a_bracket_for_a_minus(folder):
    swap(folder, "enheter.csv", ";13900;", ";(300);")


def a_formula_that_failed(folder):
    swap(folder, "enheter.csv", ";13900;", ";#REF!;")


def a_column_too_narrow(folder):
    swap(folder, "enheter.csv", ";13900;", ";#####;")


def a_day_that_is_not_in_the_month(folder):
    swap(folder, "arshjul.csv", "2027-02-11", "30 februari 2027")


def one_fault_in_many_rows(folder):
    path = folder / "initiativ.csv"
    path.write_bytes(path.read_bytes().replace(b";kommunallag;", b";kommunalalg;"))


def a_cell_that_is_too_long(folder):
    swap(folder, "sparomraden.csv", "Hur får fler", "H" * 40_000)


def a_cell_without_end(folder):
    swap(folder, "sparomraden.csv", "Hur får fler", "H" * 200_000)


def a_zero_byte(folder):
    path = folder / "enheter.csv"
    path.write_bytes(path.read_bytes().replace(b"Kulturskola", b"Kultur\0skola", 1))


def letters_saved_twice_over(folder):
    path = folder / "enheter.csv"
    text = path.read_bytes().decode("utf-8-sig")
    path.write_bytes(text.encode().decode("cp1252").encode())


def a_picture(folder):
    (folder / "enheter.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def a_web_page(folder):
    (folder / "enheter.csv").write_bytes(b"<html><table><tr><td>id</td></tr></table></html>")


def a_spreadsheet_of_another_program(folder):
    (folder / "enheter.csv").rename(folder / "enheter.ods")


def an_old_spreadsheet(folder):
    (folder / "enheter.csv").unlink()
    (folder / "enheter.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))


def a_spreadsheet_with_a_password(folder):
    (folder / "enheter.csv").unlink()
    sealed = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (folder / "enheter.xlsx").write_bytes(sealed)


def a_spreadsheet_that_unpacks_without_end(folder):
    (folder / "enheter.csv").unlink()
    with ZipFile(folder / "enheter.xlsx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", bytes(61_000_000))


def a_spreadsheet_that_defines_words(folder):
    (folder / "enheter.csv").unlink()
    with ZipFile(folder / "enheter.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", '<!DOCTYPE w [<!ENTITY a "a">]><workbook/>')


def a_day_among_the_lists(folder):
    (folder / "enheter.csv").write_bytes(b"SQLite format 3\0" + bytes(100))


def a_misspelt_file(folder):
    (folder / "rostningar.csv").rename(folder / "rostninger.csv")
    swap(folder, "rostninger.csv", "objekt;", "förslagen;")


def a_sheet_with_two_faults(folder):
    (folder / "enheter.csv").unlink()
    book = Workbook()
    units = book.active
    units.title = "enheter"
    for row in (["Våra enheter"], [], ["id", "namn"], ["E1", None]):
        units.append(row)
    notes = book.create_sheet("Anteckningar")
    notes.append(["kom ihåg"])
    book.save(folder / "bok.xlsx")


BROKEN = [
    (without_a_column, "initiativ.csv, row 1, column typ: The column is missing. Add it."),
    (
        an_unknown_reference,
        (
            "initiativ.csv, row 2, column enhet: “E99”. There is no such id. Add it, or "
            "change it to one that exists."
        ),
    ),
    (
        an_id_twice,
        (
            "milstolpar.csv, row 3, column id: “S1-1”. The id already stands in row 2. Each "
            "row needs its own."
        ),
    ),
    (a_bad_amount, "enheter.csv, row 3, column nettobudget_2027_tkr: “1.390”."),
    (
        a_bad_date,
        (
            "mottagare.csv, row 3, column senast: “27 april”. Write the date as "
            "year-month-day, such as 2027-04-22."
        ),
    ),
    (
        a_word_that_is_not_one_of_ours,
        "initiativ.csv, row 2, column typ: “lagkarv”. Write one of these: lagkrav, satsning,",
    ),
    (neither_yes_nor_no, "deltagare.csv, row 2, column rostratt_fm: “kanske”. Write yes or no."),
    (
        a_quotation_mark_left_open,
        (
            "sparomraden.csv, row 3, column namn: The row cannot be read. Look for a "
            "quotation mark that is not closed."
        ),
    ),
    (
        a_column_nobody_knows,
        (
            "ideer.csv, row 1, column komentar: The program has no such column. Remove it "
            "or rename it. Is it kommentar that is meant?"
        ),
    ),
    (bytes_that_are_no_letters, "enheter.csv, row 7, column kommentar: “Fritidsg\ufffdrdar"),
    (
        an_empty_file,
        (
            "styrdokument.csv, row 1: The file is empty. The first row must hold the "
            "headings, such as id; titel."
        ),
    ),
    (
        ids_under_another_heading,
        "milstolpar.csv, row 1, column id: The column is missing. Add it. Is it nyckel that is",
    ),
    (
        no_row_of_headings,
        (
            "enheter.csv, row 1: The headings are missing. The first row must hold the headings, "
            "such as id; namn."
        ),
    ),
    (
        an_id_that_others_name,
        (
            "rostningar.csv, row 3, column objekt: “S1-1”. There is no such id. Add it, or "
            "change it to one that exists. The same in row 4. "
            "The same in ideer.csv, uppfoljning.csv."
        ),
    ),
    (
        a_round_under_another_id,
        (
            "agenda.csv, row 8, column rostning: “milstolpar”. There is no such id. Add it, or "
            "change it to one that exists. The same in lottordning.csv."
        ),
    ),
    (
        an_option_twice,
        "column objekt: “A3”. A3 stands twice. Keep one of them.",
    ),
    (a_bracket_for_a_minus, "enheter.csv, row 3, column nettobudget_2027_tkr: “(300)”."),
    (
        a_formula_that_failed,
        (
            "enheter.csv, row 3, column nettobudget_2027_tkr: “#REF!”. The spreadsheet shows a "
            "fault instead of a value. Mend the formula"
        ),
    ),
    (a_column_too_narrow, "enheter.csv, row 3, column nettobudget_2027_tkr: “#####”."),
    (
        a_day_that_is_not_in_the_month,
        "arshjul.csv, row 2, column datum: “30 februari 2027”. Write the date as",
    ),
    (
        one_fault_in_many_rows,
        (
            "initiativ.csv, row 7, column reglering: “kommunalalg”. Write one of these: "
            "speciallag, kommunallag. The same in row 8, 9, 10, 11, 12, 14, 15, 16 and 10 more."
        ),
    ),
    (
        a_cell_that_is_too_long,
        f"sparomraden.csv, row 2, column fraga: “{'H' * 79}…”. It is too long. At most 32000",
    ),
    (a_cell_without_end, "sparomraden.csv, row 2: A cell is too long. Look for a quotation mark"),
    (a_zero_byte, "enheter.csv, row 3, column namn: “Kultur skola”. Letters have been lost here."),
    (
        letters_saved_twice_over,
        (
            "Save the file again as CSV UTF-8 in the spreadsheet program, and read it in again. "
            "The same in row 4, 5, 6, 7, 8, 9."
        ),
    ),
    (a_picture, "enheter.csv: This is not a list. Save the list as XLSX or as CSV UTF-8"),
    (a_web_page, "enheter.csv: This is not a list."),
    (
        a_spreadsheet_of_another_program,
        "enheter.ods: The program does not read this sort of spreadsheet. Save it as XLSX",
    ),
    (
        an_old_spreadsheet,
        "enheter.xlsx: The program does not read this sort of Excel file. Save it as XLSX",
    ),
    (
        a_spreadsheet_with_a_password,
        "enheter.xlsx: The file is locked with a password. Save it without one,",
    ),
    (
        a_spreadsheet_that_unpacks_without_end,
        "enheter.xlsx: The file is too large. Save the list alone in a file of its own.",
    ),
    (a_spreadsheet_that_defines_words, "enheter.xlsx: The file cannot be read. Check that it"),
    (a_day_among_the_lists, "enheter.csv: This is a day, not a list. Open it in the program"),
    (
        a_misspelt_file,
        "rostninger.csv: The program has no such table. Remove it or rename it. Is it rostningar",
    ),
    (
        a_sheet_with_two_faults,
        "bok.xlsx (enheter), row 4, column namn: Something must stand here.\n",
    ),
    (more_dots_than_the_cap, "roster_milstolpar.csv, row 3, column prickar: “3”."),
    (
        a_year_twice_over,
        (
            "milstolpar.csv, row 2, column ar: “20277”. The number is outside what is "
            "possible here. Write a number that is at most 2200."
        ),
    ),
]


@pytest.mark.parametrize(("broken", "sentence"), BROKEN, ids=[b.__name__ for b, _s in BROKEN])
def test_a_broken_list_is_told_with_row_column_and_cure_and_nothing_is_made(
    lists, english, tmp_path, capsys, broken, sentence
):
    broken(lists)
    target = tmp_path / "day.milstolpe"
    assert main(["import", str(lists), "-o", str(target)]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.strip().endswith("Mend this and read it in again. Nothing has been read in.")
    assert not target.exists()


SEVERAL = frozenset({an_id_twice, a_round_under_another_id, a_sheet_with_two_faults})
"""Here more than one thing is wrong, and all of it is told."""


@pytest.mark.parametrize(
    "broken",
    [each for each, _s in BROKEN if each not in SEVERAL],
    ids=[each.__name__ for each, _s in BROKEN if each not in SEVERAL],
)
def test_one_fault_is_one_sentence(lists, english, tmp_path, capsys, broken):
    broken(lists)
    assert main(["import", str(lists), "-o", str(tmp_path / "day.milstolpe")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_file_that_was_cut_off_is_told_with_its_row(english, tmp_path, capsys):
    text = (SAMPLE / "day.json").read_text("utf-8")
    for name, broken, sentence in (
        ("cut.json", text[:9000], 'cut.json, row 398: “"namn": "Jämlik”. The file ends before'),
        ("comma.json", text.replace('"E2",', '"E2"', 1), 'comma.json, row 54: “"namn": '),
        ("list.json", "id;namn", "list.json: This is not a day that the program can read."),
    ):
        path = tmp_path / name
        path.write_text(broken, "utf-8")
        assert main(["import", str(path), "-o", str(tmp_path / "day.milstolpe")]) == 1
        said = capsys.readouterr().err.splitlines()
        assert said[0].startswith(sentence)
        assert len(said) == 2
    assert not (tmp_path / "day.milstolpe").exists()


def test_no_more_faults_are_shown_than_a_person_can_mend_at_once(lists, english, tmp_path, capsys):
    path = lists / "enheter.csv"
    rows = "".join(f"E{n};;{n}x;0;;\r\n" for n in range(50))
    heading = path.read_bytes().split(b"\r\n", 1)[0]
    path.write_bytes(heading + b"\r\n" + rows.encode())
    assert main(["import", str(lists), "-o", str(tmp_path / "day.milstolpe")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 12
    assert said[0].endswith("The same in row 3, 4, 5, 6, 7, 8, 9, 10 and 41 more.")
    assert said[-2] == "And 41 more."
