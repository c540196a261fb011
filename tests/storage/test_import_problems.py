"""An import is all or nothing, and every problem says which file, row and column."""

import json
from pathlib import Path

import pytest

from workshop_app.storage.importing import ImportRefused, from_folder, from_json, read_source


@pytest.fixture
def raw(sample_folder):
    return json.loads((sample_folder / "day.json").read_text(encoding="utf-8"))


def problems(raw):
    with pytest.raises(ImportRefused) as refused:
        from_json(raw if isinstance(raw, str) else json.dumps(raw))
    assert refused.value.code == "import_refused"
    return refused.value.problems


def one(raw):
    (found,) = problems(raw)
    return found


def put(raw, path, value):
    """Set a value deep in the day; the path as in the messages."""
    *steps, last = path.replace("[", ".[").split(".")
    for step in steps:
        raw = raw[int(step[1:-1])] if step.startswith("[") else raw[step]
    raw[last] = value


CELLS = [
    ("initiativ[3].effekt_2028_tkr", "12o", "amount_unreadable"),
    ("initiativ[3].effekt_2028_tkr", 1.5, "amount_unreadable"),
    ("initiativ[3].effekt_2029_tkr", True, "amount_unreadable"),
    ("initiativ[3].effekt_2028_tkr", "", "missing"),
    ("initiativ[3].effekt_2028_tkr", None, "missing"),
    ("initiativ[0].enhet", "E99", "unknown_reference"),
    ("initiativ[0].mal", ["M1", "M99"], "unknown_reference"),
    ("initiativ[0].kraver", "I01|I99", "unknown_reference"),
    ("initiativ[0].typ", "hobby", "word_unknown"),
    ("initiativ[0].forslag_behov", "kanske", "word_unknown"),
    ("initiativ[0].mbl", "kanske", "yes_no_unreadable"),
    ("initiativ[0].kortnamn", "x" * 49, "too_long"),
    ("initiativ[0].titel", ["x"], "text_unreadable"),
    ("initiativ[0].titel", {"x": 1}, "text_unreadable"),
    ("initiativ[0].agarroll", "x", "unknown_column"),
    ("initiativ[0].effekt_2031_tkr", 5, "unknown_column"),
    ("milstolpar[1].sparomrade", "S9", "unknown_reference"),
    ("milstolpar[1].kvartal", 5, "out_of_range"),
    ("milstolpar[1].ar", "i år", "number_unreadable"),
    ("milstolpar[1].ar", 2027.5, "number_unreadable"),
    ("deltagare[1].enhet", "E99", "unknown_reference"),
    ("styrdokument[1].giltighet", "länge", "period_unreadable"),
    ("styrdokument[1].giltighet", "2030–2027", "period_unreadable"),
    ("uppfoljning[1].fran_datum", "2027-13-01", "date_unreadable"),
    ("uppfoljning[1].fran_datum", "i våras", "date_unreadable"),
    ("uppfoljning[1].leder_till", "S9-9", "unknown_reference"),
    ("agenda[1].start", "halv nio", "time_unreadable"),
    ("agenda[1].start", "25:00", "time_unreadable"),
    ("agenda[1].rostning", "ingen", "unknown_reference"),
    ("ekonomi.ramalternativ[0].kommunens_resultat_procent", "2,05", "percent_unreadable"),
    ("ekonomi.ramalternativ[0].kommunens_resultat_procent", "två", "percent_unreadable"),
    ("ekonomi.ramalternativ[0].anpassningskrav_tkr", 2801, "gap_differs"),
    ("ekonomi.skatteintakter_m_m_2028_mnkr", "2045,0005", "amount_unreadable"),
    ("ekonomi.prognos_2027.namnden_tkr", -800, "sum_differs"),
    ("ekonomi.prognos_2027.okand", -800, "unknown_column"),
    ("ekonomi.behov.konstgras_kapitalkostnad_tkr", "x", "amount_unreadable"),
    ("meta.veckonummer", 17, "week_differs"),
    ("meta.beloppsenhet", "kr", "not_in_tkr"),
    ("meta.datum", "22 april", "date_unreadable"),
    ("meta.okand", "x", "unknown_column"),
    ("remiss.ramalternativ", ["A9"], "unknown_reference"),
    ("portfoljer[0].gor_inte", ["I01"], "chosen_and_not"),
    ("stallningstaganden[0].i_forslaget", False, "differs_from_proposal"),
    ("rostningar[0].metod", "lotteri", "word_unknown"),
    ("rostningar[0].pass", "natt", "word_unknown"),
    ("rostningar[0].objekt", ["V1", "V1"], "option_twice"),
    ("rostningar[0].inlamnade", 16, "handed_in_differs"),
    ("roster.milstolpar[0].prickar", 3, "over_cap"),
    ("roster.milstolpar[0].milstolpe", "S9-9", "unknown_option"),
    ("roster.milstolpar[0].milstolpe", "", "missing"),
    ("roster.milstolpar[0].milstolpe", "S1-4", "option_twice"),
    ("roster.prioritering[0].stopp", 2, "out_of_range"),
    ("roster.prioritering[0].prickar", 1, "too_many_dots"),
    ("roster.milstolpar[0].sedel", "", "missing"),
    ("roster.behov[0].val", "kanske", "unknown_answer"),
    ("roster.handupprackning[0].objekt", "H9", "unknown_option"),
    ("roster.handupprackning[0].antal", 14, "too_many_people"),
    ("roster.handupprackning[0].rostning", "H9", "unknown_reference"),
]


@pytest.mark.parametrize(("path", "value", "code"), CELLS)
def test_a_bad_value_is_told_with_its_place(raw, path, value, code):
    put(raw, path, value)
    found = [p for p in problems(raw) if p.code == code]
    assert found, [p.code for p in problems(raw)]
    assert any(path.split("[")[0].split(".")[0] in p.column for p in found)
    assert all(p.file == "day.json" for p in found)


def test_a_bad_amount_is_told_exactly(raw):
    put(raw, "initiativ[3].effekt_2028_tkr", "12o")
    found = one(raw)
    assert (found.file, found.row) == ("day.json", 4)
    assert (found.column, found.value) == ("initiativ[3].effekt_2028_tkr", "12o")
    assert found.code == "amount_unreadable"


def test_all_problems_are_told_at_once(raw):
    put(raw, "initiativ[3].effekt_2028_tkr", "12o")
    put(raw, "initiativ[5].typ", "hobby")
    put(raw, "milstolpar[1].sparomrade", "S9")
    codes = [p.code for p in problems(raw)]
    assert sorted(codes) == ["amount_unreadable", "unknown_reference", "word_unknown"]


def test_a_word_that_is_unknown_tells_which_there_are(raw):
    put(raw, "initiativ[5].reglering", "hobby")
    assert one(raw).facts["allowed"] == ("speciallag", "kommunallag")


@pytest.mark.parametrize("table", ["initiativ", "enheter", "agenda", "portfoljer"])
def test_the_same_id_twice_is_told_at_the_second(raw, table):
    raw[table].append(raw[table][0])
    found = one(raw)
    assert (found.code, found.row) == ("duplicate_id", len(raw[table]))
    assert found.facts["first"] == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json_ends"),
        ('{"meta": x}', "json_broken"),
        ("id;namn", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[]", "not_an_object"),
        ('{"meta": []}', "not_an_object"),
        ('{"ekonomi": 1}', "not_an_object"),
        ('{"ekonomi": {"prognos_2027": 1}}', "not_an_object"),
        ('{"ekonomi": {"behov": 1}}', "not_a_list"),
        ('{"lottordning": 1}', "not_an_object"),
        ('{"roster": 1}', "not_an_object"),
        ('{"initiativ": 1}', "not_a_list"),
        ('{"initiativ": [1]}', "not_an_object"),
        ('{"hemligt": []}', "unknown_table"),
        ("{}", "missing"),
    ],
)
def test_json_of_another_shape_is_refused(text, code):
    assert code in [p.code for p in problems(text)]


def test_a_table_under_both_its_names_is_refused(raw):
    raw["units"] = raw["enheter"]
    assert "table_twice" in [p.code for p in problems(raw)]


def test_a_required_column_that_is_missing_is_told_once(raw):
    for row in raw["initiativ"]:
        del row["effekt_2028_tkr"]
    found = one(raw)
    assert (found.code, found.column) == ("missing_column", "effekt_2028_tkr")
    assert found.row == 0


def test_a_dot_and_a_stop_on_one_option_are_refused(raw):
    put(raw, "roster.prioritering[0].prickar", 1)
    put(raw, "roster.prioritering[2].prickar", 0)
    assert one(raw).code == "dot_and_stop"


def test_a_lottery_must_hold_all_options_once(raw):
    raw["lottordning"]["milstolpar"][0] = "S9-9"
    assert one(raw).code == "lottery_differs"
    raw["lottordning"]["milstolpar"] = "S1-4"
    assert one(raw).code == "lottery_differs"
    raw["lottordning"] = {"ingen": ["S1-4"]}
    assert one(raw).code == "unknown_reference"


def test_options_must_be_something_in_the_day_unless_the_question_is_free(raw):
    raw["rostningar"][7]["metod"] = "samsyn"
    found = problems(raw)
    assert {p.code for p in found} == {"unknown_reference"}
    raw["rostningar"][7]["fraga"] = "Hur var dagen?"
    from_json(json.dumps(raw))


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode())


DAY = "falt;varde\ndatum;2027-04-22\n"


def folder_problems(folder):
    with pytest.raises(ImportRefused) as refused:
        from_folder(folder)
    return [(p.file, p.row, p.column, p.code) for p in refused.value.problems]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("enheter.csv", "", ("enheter.csv", 1, "", "file_empty")),
        ("enheter.csv", "id;namn;namn\nE1;a;b\n", ("enheter.csv", 1, "namn", "column_twice")),
        ("enheter.csv", "id;namn;name\nE1;a;b\n", ("enheter.csv", 1, "name", "column_twice")),
        ("enheter.csv", "id;namn;\nE1;a;b\n", ("enheter.csv", 2, "", "no_heading")),
        ("enheter.csv", "id;namn\nE1;a;b\n", ("enheter.csv", 2, "", "no_heading")),
        ("enheter.csv", 'id;namn\nE1;"a\n', ("enheter.csv", 2, "namn", "csv_unreadable")),
        ("enheter.csv", "id;namn\n\nE1;\n", ("enheter.csv", 3, "namn", "missing")),
        ("enheter.csv", "id;namn\nE1\n", ("enheter.csv", 2, "namn", "missing")),
        ("initativ.csv", "id\nI1\n", ("initativ.csv", 0, "", "unknown_table")),
        ("enheter.xlsx", "no spreadsheet", ("enheter.xlsx", 0, "", "file_unreadable")),
        (
            "lottordning.csv",
            "rostning;nr;objekt\nv;1;a\nv;1;b\n",
            ("lottordning.csv", 3, "nr", "number_twice"),
        ),
    ],
)
def test_a_folder_with_a_fault_is_refused_with_its_place(tmp_path, name, text, wanted):
    write(tmp_path, "dag.csv", DAY)
    write(tmp_path, name, text)
    assert wanted in folder_problems(tmp_path)


def test_a_table_as_csv_and_as_spreadsheet_is_refused(tmp_path):
    write(tmp_path, "dag.csv", DAY)
    write(tmp_path, "Enheter.csv", "id;namn\n")
    write(tmp_path, "enheter.tsv", "id\tnamn\n")
    assert [code for *_place, code in folder_problems(tmp_path)] == ["table_twice"]


def test_an_empty_folder_has_nothing_to_import(tmp_path):
    assert [code for *_place, code in folder_problems(tmp_path)] == ["nothing_to_import"]


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "a file").touch()
    for path, code in (
        (tmp_path / "none.json", "missing_file"),
        (tmp_path / "a file" / "x", "file_unreadable"),
    ):
        with pytest.raises(ImportRefused) as refused:
            read_source(path)
        assert refused.value.problems[0].code == code
    (tmp_path / "enheter.csv").mkdir()
    assert ("enheter.csv", 0, "", "file_unreadable") in folder_problems(tmp_path)
    assert folder_problems(tmp_path / "none")[0][3] == "folder_unreadable"
