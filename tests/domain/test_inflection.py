"""The forms of local names, guessed in Swedish and English or as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.inflection import english_forms, shown_name, swedish_forms


@pytest.mark.parametrize(
    ("name", "forms", "neuter"),
    [
        ("etappmål", "etappmål etappmålet etappmål etappmålen", True),
        ("delmål", "delmål delmålet delmål delmålen", True),
        ("vägmärke", "vägmärke vägmärket vägmärken vägmärkena", True),
        ("målområde", "målområde målområdet målområden målområdena", True),
        ("vägval", "vägval vägvalet vägval vägvalen", True),
        ("steg", "steg steget steg stegen", True),
        ("program", "program programmet program programmen", True),
        ("Framtidsforum", "Framtidsforum Framtidsforumet Framtidsforum Framtidsforumen", True),
        ("inriktning", "inriktning inriktningen inriktningar inriktningarna", False),
        ("satsning", "satsning satsningen satsningar satsningarna", False),
        ("årsplan", "årsplan årsplanen årsplaner årsplanerna", False),
        ("åtgärd", "åtgärd åtgärden åtgärder åtgärderna", False),
        ("framtidsfråga", "framtidsfråga framtidsfrågan framtidsfrågor framtidsfrågorna", False),
        ("del", "del delen delar delarna", False),
        ("hållpunkt", "hållpunkt hållpunkten hållpunkter hållpunkterna", False),
        ("strategi", "strategi strategin strategier strategierna", False),
        ("pelare", "pelare pelaren pelare pelarna", False),
        ("nyckel", "nyckel nyckeln nycklar nycklarna", False),
        ("Kompassen", "Kompassen Kompassen Kompassen Kompassen", False),
        ("Välfärdskartan", "Välfärdskartan Välfärdskartan Välfärdskartan Välfärdskartan", False),
        ("Handlingsplan", "Handlingsplan Handlingsplanen Handlingsplaner Handlingsplanerna", False),
    ],
)  # fmt: skip
def test_a_swedish_name_is_inflected_by_how_it_ends(name, forms, neuter):
    guessed = swedish_forms(name)
    assert " ".join(guessed.in_order) == forms
    assert guessed.neuter == neuter


def test_the_words_before_and_after_the_noun_follow_the_rules_too():
    assert swedish_forms("strategisk inriktning").in_order == (
        "strategisk inriktning",
        "strategiska inriktningen",
        "strategiska inriktningar",
        "strategiska inriktningarna",
    )
    assert swedish_forms("mål för framtiden").all_of_them == "målen för framtiden"
    assert swedish_forms("Vision 2030").the_one == "Vision 2030"


def test_what_is_written_goes_before_what_is_guessed():
    four = swedish_forms("kliv, klivet, kliv, kliven")
    assert four.in_order == ("kliv", "klivet", "kliv", "kliven")
    assert four.neuter
    two = swedish_forms("etapp, etappar")
    assert two.in_order == ("etapp", "etappen", "etappar", "etapparna")
    assert swedish_forms("sken, skenan").all_of_them == "skenana"
    assert swedish_forms("etappmål, etappmål").all_of_them == "etappmålen"


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("target", "targets"),
        ("priority", "priorities"),
        ("pathway", "pathways"),
        ("focus", "focuses"),
        ("entity, entities", "entities"),
        ("etappmål", "etappmål"),
        ("satsning", "satsningar"),
        ("Vision 2030", "Vision 2030"),
        ("kliv, klivet, kliv, kliven", "kliv"),
    ],
)
def test_an_english_name_has_a_plural_and_a_swedish_one_keeps_its_own(name, many):
    assert english_forms(name).many == many


def test_only_the_first_form_stands_by_itself():
    assert shown_name(" kliv , klivet, kliv, kliven") == "kliv"
    assert shown_name("  ") == ""


def test_the_first_part_of_a_compound_has_its_own_form():
    assert swedish_forms("etappmål").joined == "etappmåls"
    assert swedish_forms("framtidsfråga").joined == "framtidsfråge"
    assert swedish_forms("kompass").joined == "kompass"


@given(st.text(min_size=1).filter(lambda text: text.replace(",", "").strip("{} \t\n\r")))
def test_any_name_gives_four_forms_without_braces(name):
    if not shown_name(name):
        return
    for forms in (swedish_forms(name), english_forms(name)):
        assert all(forms.in_order)
        assert not {"{", "}", ","} & set("".join(forms.in_order))
