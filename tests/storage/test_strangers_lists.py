"""Lists as strangers write them give the same day as the program's own."""

import datetime as dt
import re
import zipfile

import pytest
from openpyxl import Workbook

from tests.larger_day import larger_day
from tests.messy import forms, in_capitals, in_english, messy, text_of, with_title, workbook
from tests.storage.test_round_trip import same
from workshop_app.domain.day import Day
from workshop_app.storage.export import files
from workshop_app.storage.export.day_tables import day_tables
from workshop_app.storage.importing import ImportRefused, from_json, read_source
from workshop_app.storage.intake.decoding import decoded
from workshop_app.storage.intake.heads import heading_place, separator
from workshop_app.storage.intake.kinds_of_table import KINDS

LETTERS = "id;namn\nE1;Förskolan på Årängen är även för små\n"
ENGLISH = {kind.sv: kind.en for kind in KINDS}


@pytest.fixture
def today():
    """The date of a day that does not tell its own."""
    return dt.date(2031, 3, 13)


@pytest.fixture(scope="module")
def larger():
    """The larger day, its tables and its budget year."""
    day = larger_day()
    return day, day_tables(day), day.workshop.budget_year


def saved(folder, rows_of, form, ending=".csv"):
    encoding, mark, end = form
    for name, rows in rows_of.items():
        (folder / f"{name}{ending}").write_bytes(text_of(rows, mark, end).encode(encoding))
    return folder


@pytest.mark.parametrize("form", [*forms()], ids=lambda form: f"{form[0]} {form[1]!r} {form[2]!r}")
def test_amounts_dates_and_answers_in_other_words_are_the_same_day(larger, tmp_path, form):
    day, tables, year = larger
    rows = {table.name: messy(table, year) for table in tables}
    same(read_source(saved(tmp_path, rows, form)).day, day)


def test_a_title_above_and_empty_cells_around_change_nothing(larger, tmp_path):
    day, tables, year = larger
    rows = {table.name: with_title(in_capitals(messy(table, year))) for table in tables}
    same(read_source(saved(tmp_path, rows, ("utf-8", "\t", "\n"), ".tsv")).day, day)


def test_english_headings_under_any_name_of_the_file_are_known(larger, tmp_path):
    day, tables, year = larger
    known = {"initiativ", "milstolpar", "deltagare", "styrdokument", "ideer", "lagesbild"}
    rows = {
        f"Min lista {table.name[::-1]}"
        if table.name in known
        else ENGLISH.get(table.name, table.name): in_english(table, messy(table, year), year)
        for table in tables
    }
    same(read_source(saved(tmp_path, rows, ("utf-8", ";", "\n"))).day, day)


def test_a_spreadsheet_made_by_hand_is_the_same_day(larger, tmp_path):
    day, tables, year = larger
    path = tmp_path / "dag.xlsx"
    workbook(tables, year).save(path)
    same(read_source(path).day, day)


def test_what_was_read_from_strangers_survives_being_saved(larger, tmp_path):
    _day, tables, year = larger
    rows = {table.name: messy(table, year) for table in tables}
    found = read_source(saved(tmp_path, rows, ("utf-8", ";", "\n"))).day
    same(from_json(files.json_text(day_tables(found))).day, found)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"],
)
def test_every_way_swedish_letters_are_saved_is_read(encoding):
    assert decoded(LETTERS.encode(encoding)) == LETTERS


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Enheter, hösten, kommunen\nid;namn\nE1;a\n", ";"),
        ('"id";"namn, kort"\n1;2\n', ";"),
        ("id,namn\nE1,a;b;c\n", ","),
        ("roll\tenhet\nA, B, C\tE1\n", "\t"),
        ("namn\na, b\n", "\t"),
        ("", "\t"),
    ],
)
def test_the_separator_is_what_gives_headings_we_know(text, mark):
    assert separator(text) == mark


@pytest.mark.parametrize(
    ("records", "place"),
    [
        ([["id", "namn"], ["typ", "namn"]], 0),
        ([["Lista"], [], ["id", "namn"]], 2),
        ([[], ["nyckel 1", "något"], ["E1", "a"]], 1),
        ([["a", "b", "c"], ["id", "namn"]], 0),
        ([[], []], 0),
    ],
)
def test_the_headings_are_found_under_a_title(records, place):
    assert heading_place(records) == place


def simple_book(path, *rows):
    book = Workbook()
    book.active.title = "sparomraden"
    for row in (("id", "namn"), ("S1", "a"), *rows):
        book.active.append(row)
    book.save(path)
    return book


def changed(path, old, new):
    """The same spreadsheet with its first sheet written in another way."""
    with zipfile.ZipFile(path) as packed:
        parts = {part.filename: packed.read(part) for part in packed.infolist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert re.search(old, sheet)
    parts["xl/worksheets/sheet1.xml"] = re.sub(old, new, sheet)
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


@pytest.mark.parametrize("size", [b"A1", b"A1:XFD1048576"])
def test_a_spreadsheet_may_be_wrong_about_its_size(tmp_path, today, size):
    path = tmp_path / "dag.xlsx"
    simple_book(path)
    changed(path, rb'<dimension ref="[^"]*"', b'<dimension ref="' + size + b'"')
    assert [track.name for track in read_source(path, today).day.tracks] == ["a"]


def test_a_formula_gives_the_value_that_was_worked_out(tmp_path, today):
    path = tmp_path / "dag.xlsx"
    simple_book(path, ("S2", "=1+1"))
    changed(path, rb"<f>1\+1</f><v ?/?>(</v>)?", b"<f>1+1</f><v>2</v>")
    assert [track.name for track in read_source(path, today).day.tracks] == ["a", "2"]


def test_cells_merged_downwards_hold_for_each_row(tmp_path, today):
    path = tmp_path / "dag.xlsx"
    book = simple_book(path)
    sheet = book.create_sheet("milstolpar")
    for row in (("sparomrade", "milstolpe"), ("S1", "Ett"), (None, "Två"), (None, "Tre")):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    book.save(path)
    found = read_source(path, today).day.milestones
    assert [(one.track_id, one.title) for one in found] == [
        ("S1", "Ett"),
        ("S1", "Två"),
        ("S1", "Tre"),
    ]


def test_a_spreadsheet_with_another_ending_is_read_as_what_it_is(tmp_path, today):
    simple_book(tmp_path / "book.xlsx")
    path = (tmp_path / "book.xlsx").rename(tmp_path / "sparomraden.csv")
    assert read_source(path, today).day.tracks[0].id == "S1"


def codes(path, today):
    with pytest.raises(ImportRefused) as refused:
        read_source(path, today)
    return [problem.code for problem in refused.value.problems]


def test_a_spreadsheet_that_is_not_whole_is_refused(tmp_path, today):
    path = tmp_path / "dag.xlsx"
    simple_book(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-300])
    assert codes(path, today) == ["file_unreadable"]
    path.write_bytes(whole)
    changed(path, rb"</sheetData>.*", b"")
    assert codes(path, today) == ["file_unreadable"]
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", "<x/>")
    assert codes(path, today) == ["other_spreadsheet"]


def test_a_list_with_more_rows_than_a_day_has_is_refused(tmp_path, today):
    path = tmp_path / "sparomraden.csv"
    path.write_text("id;namn\n" + "S1;a\n" * 20_001, "utf-8")
    assert codes(path, today) == ["too_many_rows"]
    far = tmp_path / "dag.xlsx"
    simple_book(far)
    row = b'<row r="30000"><c r="A30000"><v>1</v></c></row></sheetData>'
    changed(far, rb"</sheetData>", row)
    assert codes(far, today) == ["too_many_rows"]


def test_a_file_that_is_too_large_is_not_even_read(tmp_path, today):
    path = tmp_path / "sparomraden.csv"
    with path.open("wb") as out:
        out.truncate(20_000_001)
    assert codes(path, today) == ["file_too_big"]


def test_keys_and_values_need_no_headings(tmp_path):
    path = tmp_path / "dag.csv"
    path.write_text("dag;Dagen\ndatum;3 oktober 2031\ninvånare;61 250\n", "utf-8")
    workshop = read_source(path).day.workshop
    assert (workshop.title, workshop.date.isoformat()) == ("Dagen", "2031-10-03")
    assert workshop.inhabitants == 61250


def test_a_list_that_is_not_there_is_told_once_for_each_column(tmp_path, today):
    path = tmp_path / "deltagare.csv"
    path.write_text("roll;enhet\nA;E1\nB;E2\n", "utf-8")
    with pytest.raises(ImportRefused) as refused:
        read_source(path, today)
    (problem,) = refused.value.problems
    assert (problem.code, problem.row, problem.column) == ("no_such_list", 2, "enhet")
    assert problem.facts == {"list": "enheter"}


LOOKS_LIKE_ELSE = (
    "007",
    "1E5",
    "TRUE",
    "2026-10-03",
    "1 250",
    "100 %",
    "_x0041_ kod",
    "e\u0301te\u0301 i n\u0303andu",
    "שלום – مرحبا",
    "👩‍👩‍👧 Familjens dag",
    "=HYPERLINK(A1)",
    "+46 70 123",
    "-streck",
    "@alla",
    "a\u00a0b\u202fc",
    'Citat "här"; och, där\noch\tså',
    "#1 först",
    "x" * 200,
)


def test_texts_that_look_like_something_else_survive(larger, tmp_path):
    day = larger[0]
    tracks = tuple(
        day.tracks[0].changed(id=f"{n:03d}", position=n, name=text, question=text)
        for n, text in enumerate(LOOKS_LIKE_ELSE, start=1)
    )
    small = Day(day.workshop, tracks=tracks)
    tables = day_tables(small)
    for table in tables:
        (tmp_path / f"{table.name}.csv").write_bytes(files.csv_bytes(table))
    book = tmp_path.parent / "bok.xlsx"
    with book.open("wb") as out:
        files.write_workbook(tables, out)
    for found in (read_source(tmp_path), read_source(book), from_json(files.json_text(tables))):
        same(found.day, small)
