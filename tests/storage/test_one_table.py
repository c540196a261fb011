"""One list, read against the day it is to go into."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.larger_day import larger_day
from workshop_app.domain.day import rows, with_standing
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.merge_import import RowStatus, merged
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing
from workshop_app.storage.export.day_tables import one_table
from workshop_app.storage.export.files import csv_text
from workshop_app.storage.intake.kinds_of_table import KINDS, kind_named
from workshop_app.storage.intake.one_table import checked, kind_of, next_free, with_headings
from workshop_app.storage.intake.sheets import text_source

ROUND = "id;namn;metod;pass;objekt\nx;X;prickar;fm;"


@pytest.fixture
def day(sample):
    return sample.day


def table_of(text):
    source = text_source(text)
    assert not source.problems
    (table,) = source.tables.values()
    return table


def read(day, name, text, **more):
    kind = kind_named(name)
    return checked(day, kind, with_headings(table_of(text), kind, 2028), **more)


def codes(found):
    assert found.plan is None
    return [(p.row, p.column, p.code) for p in found.problems]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.sv for kind in KINDS])
@pytest.mark.parametrize("larger", [False, True], ids=["sample", "larger"])
def test_a_list_that_was_saved_changes_nothing(kind, larger, sample):
    day = larger_day() if larger else sample.day
    if not rows(day, kind.collection):
        return
    table = table_of(csv_text(one_table(day, kind)))
    found = checked(day, kind, table)
    assert found.problems == ()
    assert not found.plan.changes_anything
    assert found.plan.kept == ()
    assert kind_of("", table, day.workshop.budget_year) is kind


def test_columns_that_are_not_there_stay_and_blank_cells_empty_their_field(day):
    text = "id\tunderlag\tnulage\nS1-1\tNy enkät\t\nS1-2\t\t\n"
    text = text.replace("id\t", "id\tspårområde\tmilstolpe\t").replace(
        "S1-1\t", f"S1-1\tS1\t{day.milestones[0].title}\t"
    )
    text = text.replace("S1-2\t", f"S1-2\tS1\t{day.milestones[1].title}\t")
    found = read(day, "milstolpar", text)
    first, second = merged(day, found.plan).milestones[:2]
    assert (first.evidence, first.current_state) == ("Ny enkät", "")
    assert (first.owner_role, first.position) == ("Lokalstrateg", day.milestones[0].position)
    assert (second.evidence, second.measure) == ("", day.milestones[1].measure)
    assert [change.field for change in found.plan.rows[0].changes] == [
        "current_state",
        "evidence",
    ]
    assert len(found.plan.kept) == len(day.milestones) - 2


def test_rows_without_an_id_are_known_by_their_title_or_get_the_next(day):
    text = "Roll\tEnhet\tRösträtt fm\nförvaltningschef\tE7\tnej\nPraktikant\tBibliotek\tja\n"
    found = read(day, "deltagare", text)
    assert [(r.noun.id, r.status) for r in found.plan.rows] == [
        ("D01", RowStatus.CHANGED),
        ("D18", RowStatus.NEW),
    ]
    new = merged(day, found.plan).participants[-1]
    assert (new.role, new.unit_id, new.votes_morning, new.present) == (
        "Praktikant",
        "E1",
        True,
        True,
    )


def test_new_ids_are_made_by_whoever_asks(day):
    found = read(day, "ideer", "text\nEn\nTvå\n", new_id=lambda kind, values, taken: values["text"])
    assert [row.noun.id for row in found.plan.rows] == ["En", "Två"]


def test_the_next_free_id_is_one_nobody_has(day):
    taken = frozenset({"I1", "I02", "I03"})
    assert next_free(kind_named("initiativ"), {}, taken) == "I04"
    assert next_free(kind_named("initiativ"), {}, frozenset({"I02"})) == "I03"
    assert next_free(kind_named("portfoljer"), {"frame_id": "A1"}, taken) == "A1"
    assert next_free(kind_named("rostningar"), {}, taken) == ""


def test_rows_of_a_list_may_name_each_other(day):
    text = (
        "id;titel;typ;effekt_2028_tkr;reglering;kräver\n"
        "I90;Ett;besparing;-1;kommunallag;I91\nI91;Två;besparing;−1 000;kommunallag;I01|I90\n"
    )
    found = read(day, "initiativ", text)
    assert [row.noun.needs for row in found.plan.rows] == [("I91",), ("I01", "I90")]


def test_proposals_and_stances_are_known_by_what_they_are_about(day):
    text = "ramalternativ;gor\nA1;I01|I02\n"
    found = read(day, "portfoljer", text)
    assert [(r.noun.id, r.status) for r in found.plan.rows] == [("A1", RowStatus.CHANGED)]
    found = read(day, "stallningstaganden", "ramalternativ;initiativ;skal\nA1;I01;Nytt skäl\n")
    assert [change.new for change in found.plan.rows[0].changes] == ["Nytt skäl"]
    text = "ramalternativ;initiativ;skal\n;I01;Nytt skäl\n"
    assert (2, "ramalternativ", "missing") in codes(read(day, "stallningstaganden", text))


def test_a_period_that_is_blank_is_emptied(day):
    found = read(day, "styrdokument", f"id;titel;giltighet\nG3;{day.documents[8].title};\n")
    assert found.plan.rows[0].noun.to_year is None


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("enheter", "id;namn\n", (1, "", "no_rows")),
        ("enheter", "id;namn\nE1;a\nE1;b\n", (3, "id", "duplicate_id")),
        ("deltagare", "roll;enhet\nA;E99\n", (2, "enhet", "unknown_reference")),
        ("deltagare", "roll;rostratt_fm\nA;kanske\n", (2, "rostratt_fm", "yes_no_unreadable")),
        ("milstolpar", "sparomrade;milstolpe;ar\nS1;A;i år\n", (2, "ar", "number_unreadable")),
        ("milstolpar", "milstolpe\nA\n", (1, "sparomrade", "missing_column")),
        ("milstolpar", "sparomrade;milstolpe;kvartal\nS1;A;7\n", (2, "kvartal", "out_of_range")),
        ("mottagare", "mottagare;senast\nA;i maj\n", (2, "senast", "date_unreadable")),
        ("utmaningar", "text;typ\nA;problem\n", (2, "typ", "word_unknown")),
        ("utmaningar", "text;tpy\nA;utmaning\n", (1, "tpy", "unknown_column")),
        ("rostningar", f"{ROUND}Z1\n", (2, "objekt", "unknown_reference")),
        ("rostningar", f"{ROUND}I01|I01\n", (2, "objekt", "option_twice")),
        ("rostningar", "id;namn;metod;pass\nx;X;lotteri;fm\n", (2, "metod", "word_unknown")),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_column(day, name, text, wanted):
    assert wanted in codes(read(day, name, text))


def test_the_same_title_twice_is_one_row_too_many(day):
    text = "roll\nFörvaltningschef\nförvaltningschef\n"
    assert codes(read(day, "deltagare", text)) == [(3, "roll", "duplicate_id")]


def test_problems_stand_in_the_order_of_the_rows_and_columns(day):
    text = "roll;enhet;rostratt_fm\nA;E99;kanske\n;E1;ja\n"
    assert codes(read(day, "deltagare", text)) == [
        (2, "enhet", "unknown_reference"),
        (2, "rostratt_fm", "yes_no_unreadable"),
        (3, "roll", "missing"),
    ]


def test_a_single_column_needs_no_heading(day):
    found = read(day, "deltagare", "Bibliotekarie\nKurator\n")
    assert [(r.row, r.noun.role) for r in found.plan.rows] == [(1, "Bibliotekarie"), (2, "Kurator")]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("milstolpar", "a\nb\n", "milstolpar"),
        ("Milestones", "a\nb\n", "milstolpar"),
        ("x", "Roll\tNamn\tEnhet\n", "deltagare"),
        ("x", "role\tunit\n", "deltagare"),
        ("x", "title\tkind\teffect 2028 (tkr)\tregulation\n", "initiativ"),
        ("x", "a\tb\n", None),
    ],
)
def test_a_list_is_known_by_its_name_or_its_headings(name, text, kind):
    found = kind_of(name, table_of(text), 2028)
    assert (found.sv if found else None) == kind


def test_a_round_can_be_changed_until_it_is_opened(day):
    voting = replace(day, votes={}).rounds[1]
    text = "id;namn;metod;pass;prickar\nmilstolpar;Nytt namn;prickar;fm;3\n"
    found = read(day, "rostningar", text)
    changed = found.plan.rows[0].noun
    assert (changed.name, changed.dots, changed.series) == ("Nytt namn", 3, voting.series)
    assert changed.options == voting.options
    opened = with_standing(day, Standing("milstolpar", RoundState.OPEN))
    assert codes(read(opened, "rostningar", text)) == [(2, "namn", "round_begun")]


def test_new_rows_come_last_and_dates_are_dates(day):
    found = read(day, "arshjul", "datum;handelse\n2027-12-01;Ny händelse\n")
    step = merged(day, found.plan).calendar[-1]
    assert (step.event, step.date) == ("Ny händelse", dt.date(2027, 12, 1))


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        (
            "milstolpar",
            "id;sparomrade;milstolpe\nS1-1;S2;Samma\n",
            (2, "sparomrade", "held_by_vote"),
        ),
        (
            "initiativ",
            (
                "id;titel;typ;effekt_2028_tkr;reglering;niva_styrd_av_lag\n"
                "I03;Samma;intäkt;-650;speciallag;ja\n"
            ),
            (2, "niva_styrd_av_lag", "held_by_vote"),
        ),
    ],
)
def test_what_votes_are_counted_by_stays_once_the_round_is_opened(day, name, text, wanted):
    ready = replace(day, votes={})
    assert read(ready, name, text).plan
    key = "milstolpar" if name == "milstolpar" else "behov"
    opened = with_standing(ready, Standing(key, RoundState.OPEN))
    assert codes(read(opened, name, text)) == [wanted]
    with pytest.raises(Refused) as refused:
        merged(opened, read(ready, name, text).plan)
    assert refused.value.code == "round_begun"


def test_an_initiative_the_law_now_fixes_leaves_the_rounds_to_come(day):
    ready = replace(day, votes={})
    text = (
        "id;titel;typ;effekt_2028_tkr;reglering;niva_styrd_av_lag\nI03;A;intäkt;-1;speciallag;ja\n"
    )
    assert any("I03" in voting.options for voting in ready.rounds)
    after = merged(ready, read(ready, "initiativ", text).plan)
    assert not any("I03" in voting.options for voting in after.rounds)


def test_a_column_like_none_of_ours_is_left_out_and_told_of(day):
    found = read(day, "enheter", "namn;telefon\nNy enhet;0550-12\n")
    assert found.plan.count(RowStatus.NEW) == 1
    assert [(p.row, p.column, p.code) for p in found.unread] == [(1, "telefon", "column_not_read")]


@pytest.mark.parametrize("heading", ["nman", "Namnn", "Kommentarr", "kommetnar"])
def test_a_column_nearly_like_one_of_ours_is_asked_about(day, heading):
    found = read(day, "enheter", f"namn;{heading}\nA;B\n")
    assert codes(found) == [(1, heading, "unknown_column")]
    assert "near" in found.problems[0].facts


def test_a_list_is_known_by_its_headings_though_one_of_them_is_nobodys():
    people = table_of("roll;enhet;telefon\nA;E1;1\n")
    assert kind_of("personal", people, 2028, extras=True) is kind_named("deltagare")
    assert kind_of("personal", people, 2028) is None
    assert kind_of("x", table_of("namn;telefon;adress\nA;1;B\n"), 2028, extras=True) is None


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("milstolpar", "id;Ansvarig roll\nS1-1;Rektor\n", "owner_role"),
        ("sparomraden", "id;namn;Ansvarig\nS1;Nytt;Rektor\n", "owner_role"),
        ("deltagare", "id;roll;Rösträtt förmiddag\nD01;Chef;nej\n", "votes_morning"),
        ("deltagare", "id;roll;På plats\nD01;Chef;nej\n", "present"),
    ],
)
def test_the_words_of_the_desk_are_headings_too(day, name, text, field):
    header, row = text.splitlines()
    if name == "milstolpar":
        header, row = f"{header};sparomrade;milstolpe", f"{row};S1;Ny titel"
    found = read(day, name, f"{header}\n{row}\n")
    assert found.unread == ()
    value = getattr(found.plan.rows[0].noun, field)
    assert value == ("Rektor" if field == "owner_role" else False)
