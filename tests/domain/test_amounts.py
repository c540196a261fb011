"""Amounts as people type and paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.amounts import Amount, format_tkr, parse_amount
from workshop_app.domain.refused import Refused

TKR = st.integers(-999_999_999_999, 999_999_999_999)


@pytest.mark.parametrize(
    ("pasted", "tkr"),
    [
        ("-520", -520),
        ("\u2212520", -520),
        ("\u2013520", -520),
        ("1 250", 1250),
        ("1\u202f250", 1250),
        ("1\u2009250", 1250),
        ("1250 tkr", 1250),
        ("1 250\u00a0tkr", 1250),
    ],
)
def test_the_pasted_strings_that_can_be_read_are_read(pasted, tkr):
    assert parse_amount(pasted) == Amount(tkr)


@pytest.mark.parametrize("pasted", ["1.250", "1,250"])
def test_the_pasted_strings_with_two_meanings_are_refused_with_the_text(pasted):
    with pytest.raises(Refused) as refusal:
        parse_amount(pasted)
    assert refusal.value.code == "amount_unreadable"
    assert refusal.value.facts == {"text": pasted}


@pytest.mark.parametrize("minus", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_every_minus_sign_is_a_minus_sign(minus):
    assert parse_amount(f"{minus}520").tkr == -520
    assert parse_amount(f" {minus} 1 520 kr ").tkr == -1520


@pytest.mark.parametrize(
    ("typed", "tkr"),
    [
        ("1,25 mnkr", 1250),
        ("\u22121,25\u00a0MNKR", -1250),
        ("2 mnkr", 2000),
        ("0,005mnkr", 5),
        ("1 000,5 mnkr", 1_000_500),
    ],
)
def test_millions_are_converted_exactly_and_the_typed_text_is_kept(typed, tkr):
    assert parse_amount(f" {typed} ") == Amount(tkr, converted_from=typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "tkr",
        "12o",
        "1 25",
        "12 50",
        "1 2500",
        "1  250",
        "--5",
        "5-",
        "1,5 tkr",
        "1,0005 mnkr",
        "1,25",
        "1 250 MSEK",
        "(520)",
        "\u0661\u0662",
        "1" * 13,
        "1" * 10 + " mnkr",
    ],
)
def test_anything_else_is_refused(typed):
    with pytest.raises(Refused):
        parse_amount(typed)


def test_amounts_are_written_with_a_real_minus_and_hard_spaces_also_in_four_digits():
    assert format_tkr(1250) == "1\u00a0250"
    assert format_tkr(-2960) == "\u22122\u00a0960"
    assert format_tkr(0) == "0"
    assert parse_amount("+0").tkr == 0


@given(TKR)
def test_what_is_written_reads_back_as_the_same_amount(amount):
    assert parse_amount(format_tkr(amount)).tkr == amount
    assert parse_amount(f"{format_tkr(amount)}\u00a0tkr").tkr == amount


@given(st.text(alphabet="0123456789 -\u2013\u2212\u00a0\u202f.,tkrmn", max_size=12))
def test_any_text_is_either_an_amount_or_refused(text):
    try:
        amount = parse_amount(text)
    except Refused:
        return
    assert not set("., ") & set(format_tkr(amount.tkr))
    digits = [char for char in text if char.isdigit()]
    assert amount.converted_from or int("".join(digits)) == abs(amount.tkr)
