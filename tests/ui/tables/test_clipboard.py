"""Rows from a spreadsheet, with headings or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.refused import Refused
from workshop_app.ui.tables.cells import Choice, Column, Edit
from workshop_app.ui.tables.clipboard import read_rows, split_heading, value_for
from workshop_app.ui.tables.columns_fit import fitted

NAME = Column("name", "Unit", 100, stretch=True)
MONEY = Column("money", "Net budget", 80, Edit.AMOUNT)
SHARE = Column("share", "Share", 60, Edit.NONE, drop=1)
LAW = Column("law", "Law", 80, Edit.CHOICE, drop=2, choices=(Choice("s", "Special law"),))
COLUMNS = (NAME, MONEY, SHARE, LAW)


def test_quotes_hold_line_ends_and_empty_rows_are_left_out():
    assert read_rows('A\t"two\nlines"\r\n\t\r\nB\t2\n') == (("A", "two\nlines"), ("B", "2"))


def test_a_quotation_mark_that_is_never_closed_is_refused():
    with pytest.raises(Refused) as no:
        read_rows('A\t"never')
    assert no.value.code == "paste_unreadable"


def test_a_heading_names_the_columns_in_any_order():
    columns, body = split_heading((("net budget", "UNIT"), ("1", "A")), COLUMNS)
    assert columns == (MONEY, NAME)
    assert body == (("1", "A"),)


def test_without_a_heading_the_columns_that_can_be_edited_come_in_order():
    columns, body = split_heading((("A", "1", "Special law"),), COLUMNS)
    assert columns == (NAME, MONEY, LAW)
    assert len(body) == 1
    with pytest.raises(Refused) as no:
        split_heading((("A", "1", "s", "more"),), COLUMNS)
    assert no.value.facts == {"given": 4, "most": 3}


def test_a_choice_is_known_by_its_words_or_its_value():
    assert value_for(LAW, "special LAW") == value_for(LAW, "s") == "s"
    assert value_for(LAW, "") == ""
    with pytest.raises(Refused) as no:
        value_for(LAW, "another")
    assert no.value.code == "choice_unknown"


def test_columns_go_one_by_one_when_the_room_is_short():
    assert fitted(COLUMNS, 400) == (180, 80, 60, 80)
    assert fitted(COLUMNS, 250) == (110, 80, 60, 0)
    assert fitted(COLUMNS, 190) == (110, 80, 0, 0)


@given(st.integers(min_value=180, max_value=3000))
def test_the_columns_fill_the_room_exactly(room):
    assert sum(fitted(COLUMNS, room)) == room
