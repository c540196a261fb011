"""Broken lists on the command line: a sentence with the row, the column and the cure; no file."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

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
