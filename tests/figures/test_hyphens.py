"""Words are broken where a reader expects it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.figures.hyphens import compound_places, syllable_places


def parted(word, places):
    ends = [0, *sorted(places), len(word)]
    return "-".join(word[a:b] for a, b in pairwise(ends))


@pytest.mark.parametrize(
    "parts",
    [
        "Medarbetar-engagemang",
        "Digitaliserings-strateg",
        "verksamhets-stöd",
        "Fritids-gårdarna",
        "Kultur-skolans",
        "Förvaltnings-chef",
        "Kommunstyrelse-förvaltningen",
        "samverkans-gruppen",
    ],
)
def test_a_compound_is_broken_between_its_parts(parts):
    word = parts.replace("-", "")
    assert parts in parted(word, compound_places(word))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Mötesplatser", "Mötes-plat-ser"),
        ("Avgiftsfria", "Avgiftsfria"),
        ("budgeten", "bud-ge-ten"),
        ("idé", "idé"),
        ("2027:förvaltningar,", "2027:för-valtningar,"),
        ("sängarna", "sängarna"),
    ],
)
def test_other_words_are_broken_between_syllables(word, parts):
    assert parted(word, compound_places(word) | syllable_places(word)) == parts


@given(st.text(alphabet="abdegiklmnoprstuåäö-1 ", max_size=30))
def test_three_letters_stand_on_either_side_of_every_break(word):
    for place in compound_places(word) | syllable_places(word):
        assert word[place - 3 : place].isalpha()
        assert word[place : place + 3].isalpha()
        assert len(word[place : place + 3]) == 3
