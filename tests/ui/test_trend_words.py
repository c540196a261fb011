"""How the values of the situation picture are written."""

import pytest

from workshop_app.system.formats import HARD_SPACE, MINUS, Formats
from workshop_app.system.language import Language
from workshop_app.ui.trend_words import shown_value


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("-2100", f"{MINUS}2{HARD_SPACE}100"),
        (f"{MINUS}2100", f"{MINUS}2{HARD_SPACE}100"),
        ("143", "143"),
        ("-4 200", f"{MINUS}4{HARD_SPACE}200"),
        ("84,2", "84,2"),
        ("-0,5", f"{MINUS}0,5"),
        ("12500", f"12{HARD_SPACE}500"),
        ("cirka 1500", "cirka 1500"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_number_has_a_real_minus_and_its_thousands_apart(written, shown):
    assert shown_value(Formats(Language.SWEDISH), written) == shown
