"""The sheet of codes: every code once, inside its cut lines, nobody's name."""

import pytest

from tests.app.channel_day import channel_day
from tests.report.support import FONTS, LONG, Printed, press
from workshop_app.figures.shapes import Label, Line
from workshop_app.report.code_sheet import PER_SHEET, CodeSheet, code_pages, code_sheet
from workshop_app.report.painting import register_fonts
from workshop_app.report.paper import HEIGHT, WIDTH
from workshop_app.report.summary import SummaryInfo
from workshop_app.storage.cards import make_codes


@pytest.fixture
def printed():
    register_fonts(FONTS)
    return press(channel_day())


def pieces(sheet, kind):
    return [p for part in sheet.parts for p in part.pieces if isinstance(p, kind)]


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (PER_SHEET, 1), (PER_SHEET + 1, 2), (60, 3)])
def test_every_code_is_on_one_card(printed, number, pages):
    codes = make_codes(number)
    sheets = code_pages(printed, CodeSheet("What first?", codes))
    assert len(sheets) == pages
    said = [label.text for sheet in sheets for label in pieces(sheet, Label)]
    assert [text for text in said if text in codes] == list(codes)
    assert said.count("What first?") == number


def test_cards_stand_between_the_cut_lines_of_the_page(printed):
    sheet = code_pages(printed, CodeSheet(LONG, make_codes(PER_SHEET)))[0]
    ends = [end for line in pieces(sheet, Line) for end in line.points]
    assert all(0 < end.x < WIDTH and 0 < end.y < HEIGHT for end in ends)
    lowest = max(end.y for end in ends)
    assert all(label.baseline < lowest for label in pieces(sheet, Label))


def test_nobody_is_named_on_the_sheet(printed):
    data = code_sheet(printed, CodeSheet("What first?", make_codes(15)))
    text = " ".join(Printed(data, SummaryInfo(1)).texts)
    assert not [p.role for p in printed.day.participants if p.role in text]
    assert "What first?" in text
