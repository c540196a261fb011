"""Cells are read as what they should be, from text and from typed values."""

import datetime as dt

import pytest

from workshop_app.storage.intake import readers
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.problems import Unreadable
from workshop_app.storage.intake.tables import plain

NOON = dt.datetime(2027, 4, 22, 12, 0)  # noqa: DTZ001 - as a spreadsheet gives it


@pytest.mark.parametrize(
    ("reader", "raw", "wanted"),
    [
        (readers.text, True, "ja"),
        (readers.text, False, "nej"),
        (readers.text, 2.5, "2,5"),
        (readers.text, 2.0, "2"),
        (readers.text, -900, "-900"),
        (readers.text, NOON, "2027-04-22"),
        (readers.text, dt.date(2027, 4, 22), "2027-04-22"),
        (readers.text, "  x ", "x"),
        (readers.whole, "−12", -12),
        (readers.whole, 3.0, 3),
        (readers.yes_no, 1, True),
        (readers.yes_no, "Nej", False),
        (readers.day, NOON, dt.date(2027, 4, 22)),
        (readers.day, "22 april 2027", dt.date(2027, 4, 22)),
        (readers.day, "torsdag den 22 apr. 2027", dt.date(2027, 4, 22)),
        (readers.day, "22/4 2027", dt.date(2027, 4, 22)),
        (readers.day, "22.4.2027", dt.date(2027, 4, 22)),
        (readers.day, "20270422", dt.date(2027, 4, 22)),
        (readers.day, "22 May 2027", dt.date(2027, 5, 22)),
        (readers.day, 46499, dt.date(2027, 4, 22)),
        (readers.day, "46499", dt.date(2027, 4, 22)),
        (readers.day, "2027-04-22 00:00:00", dt.date(2027, 4, 22)),
        (readers.whole, "61 250", 61250),
        (readers.whole, "61\u202f250", 61250),
        (readers.clock, dt.timedelta(hours=8, minutes=5), "08:05"),
        (readers.clock, 0.354166667, "08:30"),
        (readers.clock, "kl 8.30", "08:30"),
        (readers.day, dt.date(2027, 4, 22), dt.date(2027, 4, 22)),
        (readers.clock, "8.30", "08:30"),
        (readers.clock, "08:30:00", "08:30"),
        (readers.clock, dt.time(8, 30), "08:30"),
        (readers.words, ["a", " b ", ""], ("a", "b")),
        (readers.words, "a| b |", ("a", "b")),
        (readers.permille, "2,0 %", 20),
        (readers.permille, 1.5, 15),
        (readers.million, "2045,5", 2_045_500),
        (readers.period, "2024 – 2027", {"from_year": 2024, "to_year": 2027}),
        (readers.period, "2024–", {"from_year": 2024, "to_year": None}),
        (readers.period, "-2027", {"from_year": None, "to_year": 2027}),
        (readers.period, "2024", {"from_year": 2024, "to_year": 2024}),
        (readers.period, "tills vidare", {}),
        (word.answer, "Behöver ha", "need"),
        (word.answer, "wind down", "wind_down"),
        (word.answer, "Grön", "Grön"),
        (word.scope, "Nämnd", "board"),
        (word.scope, "municipality", "municipality"),
    ],
)
def test_a_cell_is_read(reader, raw, wanted):
    assert reader(raw) == wanted


@pytest.mark.parametrize(
    ("reader", "raw"),
    [
        (readers.text, ["x"]),
        (readers.whole, True),
        (readers.whole, "1 00"),
        (readers.whole, "٣"),
        (readers.yes_no, 2),
        (readers.day, "2027-02-30"),
        (readers.day, "22 april"),
        (readers.day, "april 2027"),
        (readers.day, "22 vårdag 2027"),
        (readers.day, "12345"),
        (readers.clock, "08:75"),
        (readers.period, "–"),
        (readers.amount, 1e300 * 10),
        (word.scope, "världen"),
    ],
)
def test_what_is_something_else_is_unreadable(reader, raw):
    with pytest.raises(Unreadable):
        reader(raw)


def test_headings_are_compared_without_accents_case_and_spaces():
    assert plain(" Ansvarig  roll ") == "ansvarig_roll"
    assert plain("Spårområde") == "sparomrade"
