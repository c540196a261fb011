"""The word list: what it has, how a word is found in it, and what a text is about."""

import csv
from pathlib import Path

import pytest

from workshop_app.system.language import Language
from workshop_app.ui.glossary.terms import about, alternatives, best, found, read_terms

FILE = Path(__file__).resolve().parents[3] / "resources" / "glossary.csv"
SV, EN = Language.SWEDISH, Language.ENGLISH


@pytest.fixture(scope="module")
def terms():
    return read_terms(FILE)


def test_every_term_has_a_name_in_both_languages_and_each_note_is_in_both(terms):
    assert len(terms) == 115
    assert [t for t in terms if not (t.area and t.swedish and t.english)] == []
    assert [t.swedish for t in terms if bool(t.note) != bool(t.swedish_note)] == []


def test_areas_stand_together_and_no_term_stands_twice(terms):
    areas = [term.area for term in terms]
    runs = [area for place, area in enumerate(areas) if place == 0 or areas[place - 1] != area]
    assert runs == ["Metod", "Plan", "Organisation", "Ekonomi", "Juridik", "Program"]
    assert len({term.swedish for term in terms}) == len(terms)


def test_the_file_has_the_same_columns_in_every_row():
    with FILE.open(encoding="utf-8-sig", newline="") as lines:
        assert {len(row) for row in csv.reader(lines, delimiter=";")} == {5}


@pytest.mark.parametrize(
    ("written", "swedish"),
    [
        ("milstolpe", "milstolpe"),
        ("MILE", "milstolpe"),
        ("ballot", "röstsedel"),
        ("need to", "behöver ha"),
        ("prick", "prickröstning"),
        ("parking", "parkeringsplats"),
        ("nämnd", "nämnd"),
    ],
)
def test_a_word_of_either_language_is_found_and_the_nearest_comes_first(written, swedish, terms):
    shown = found(terms, written)
    assert shown[best(shown, written, SV)].swedish == swedish


def test_what_is_nowhere_is_not_found_and_nothing_written_finds_all(terms):
    assert found(terms, "xyzzy") == ()
    assert best((), "xyzzy", SV) == -1
    assert found(terms, "  ") == terms


def test_a_line_stands_for_each_of_its_words():
    assert alternatives("röst / rösta / avstå") == ("röst", "rösta", "avstå")
    assert alternatives("kommunfullmäktige (KF)") == ("kommunfullmäktige", "KF")
    assert alternatives("behåll, utveckla, avveckla") == ("behåll", "utveckla", "avveckla")


@pytest.mark.parametrize(
    ("text", "language", "swedish"),
    [
        ("Milstolparna i spåret", SV, "milstolpe"),
        ("Lägg till ett ramalternativ", SV, "ramalternativ"),
        ("Enskild betänketid, 4 minuter", SV, "enskild betänketid"),
        ("Nettobudgeten", SV, "nettobudget"),
        ("The milestones", EN, "milstolpe"),
        ("Nice to have, says the rest", EN, "bra att ha"),
        ("Target years", EN, "målår"),
        ("Participants", EN, "deltagare"),
        ("Stops each", EN, "stopp"),
        ("Boards", EN, "nämnd"),
        ("Read in a list", EN, "läs in / exportera"),
        ("Avbryt", SV, "Avbryt / Spara inte / Fortsätt"),
        ("Skriv ut färdplanen", SV, "förhandsgranska / skriv ut"),
    ],
)
def test_a_text_is_about_the_term_that_stands_in_it_with_any_ending(text, language, swedish, terms):
    assert about(terms, [text], language).swedish == swedish


def test_the_first_text_with_a_term_counts_and_of_its_terms_the_longest(terms):
    texts = ["Spara", "Förvaltningens deltagare", "Milstolpe"]
    assert about(terms, texts, SV).swedish in {"deltagare", "förvaltning"}
    assert about(terms, ["Ekonomisk ram", "Milstolpe"], SV).swedish == "ekonomisk ram, budgetram"


def test_words_that_only_begin_alike_are_not_the_term(terms):
    assert about(terms, ["Passagerarregister", "Stoppuret", "Rundabordssamtal"], SV) is None
    assert about(terms, [], SV) is None
    assert about(terms, ["Fortsätter inte som i dag"], SV) is None
    assert about(terms, ["Continues as today", "New round"], EN) is None
