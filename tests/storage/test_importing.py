"""The sample is imported whole, and the same from JSON, CSV and spreadsheets."""

import csv
import datetime as dt
import json
import shutil
from dataclasses import fields

import pytest
from openpyxl import Workbook

from workshop_app.domain.kinds import (
    AgendaKind,
    EvidenceType,
    Half,
    IdeaOutcome,
    InitiativeKind,
    Regulation,
    RoundMethod,
    Secrecy,
    Side,
    StanceKind,
)
from workshop_app.storage.importing import ImportRefused, from_folder, from_json, read_source

OF_THE_DAY = ("dag", "lokala_namn", "ekonomi", "behov", "prognos", "remiss")


@pytest.fixture
def raw(sample_folder):
    return json.loads((sample_folder / "day.json").read_text(encoding="utf-8"))


@pytest.fixture
def copy(tmp_path, sample_folder):
    """The CSV files of the sample in a folder that may be changed."""
    folder = tmp_path / "Vår dag"
    folder.mkdir()
    for path in sample_folder.glob("*.csv"):
        shutil.copy(path, folder)
    return folder


def records_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def same(found, wanted):
    for each in fields(wanted.day):
        assert getattr(found.day, each.name) == getattr(wanted.day, each.name), each.name
    assert found == wanted


def test_the_csv_folder_gives_the_same_day_as_the_json(sample, sample_folder):
    same(from_folder(sample_folder), sample)


def test_a_file_or_a_folder_is_read_by_what_it_is(sample, sample_folder):
    same(read_source(sample_folder), sample)
    same(from_json((sample_folder / "day.json").read_text(encoding="utf-8")), sample)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_separator_of_a_spreadsheet_program(copy, sample, encoding, delimiter):
    for path in copy.glob("*.csv"):
        rows = records_of(path)
        # Windows-1252 has no true minus and the sample has none either.
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    same(from_folder(copy), sample)


def test_a_line_for_excel_that_names_the_separator_is_understood(copy, sample):
    path = copy / "enheter.csv"
    rows = records_of(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("sep=,\r\n")
        csv.writer(file).writerows(rows)
    same(from_folder(copy), sample)


def test_spreadsheets_with_the_same_headings_give_the_same_day(copy, sample):
    for path in copy.glob("*.csv"):
        book = Workbook()
        for row in records_of(path):
            book.active.append([typed(value) for value in row])
        book.save(path.with_suffix(".xlsx"))
        path.unlink()
    (copy / "~$enheter.xlsx").write_bytes(b"the lock of a spreadsheet program")
    (copy / "Läs mig.txt").write_text("not a table")
    same(from_folder(copy), sample)


def test_one_spreadsheet_with_a_sheet_for_each_table_gives_the_same_day(copy, sample):
    book = Workbook()
    book.remove(book.active)
    for path in copy.glob("*.csv"):
        sheet = book.create_sheet(path.stem)
        for row in records_of(path):
            sheet.append([typed(value) for value in row])
        path.unlink()
    book.save(copy / "dagen.xlsx")
    same(from_folder(copy), sample)


def typed(value):
    """As a spreadsheet would have it: numbers, dates and times are not text."""
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value) if value.count("-") == 2 else int(value)
    except ValueError:
        return value


def test_a_spreadsheet_has_dates_times_and_numbers(copy, sample):
    book = Workbook()
    for n, row in enumerate(records_of(copy / "agenda.csv")):
        if n:
            row[1:3] = [dt.time.fromisoformat(row[1]), dt.time.fromisoformat(row[2])]
            row[3] = float(row[3])
        book.active.append(row)
    book.save(copy / "agenda.xlsx")
    (copy / "agenda.csv").unlink()
    same(from_folder(copy), sample)


def test_a_folder_without_the_day_itself_takes_its_name_and_the_given_date(copy, sample):
    for name in OF_THE_DAY:
        (copy / f"{name}.csv").unlink()
    day = from_folder(copy, dt.date(2027, 4, 22)).day
    assert day.workshop.title == "Vår dag"
    assert day.workshop.date == dt.date(2027, 4, 22)
    assert day.workshop.budget_year == 2028
    assert day.workshop.plan_end_year == 2030
    assert day.workshop.need_tkr == 105700  # from frame + gap
    assert day.workshop.owner_role == "Förvaltningschef"
    assert day.initiatives == sample.day.initiatives
    assert day.frames == sample.day.frames


def test_without_a_date_the_day_cannot_be_imported(copy):
    (copy / "dag.csv").unlink()
    with pytest.raises(ImportRefused) as refused:
        from_folder(copy)
    (problem,) = refused.value.problems
    assert (problem.column, problem.code) == ("datum", "missing")


def test_english_headings_and_words_are_synonyms(tmp_path):
    def write(name, *rows):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    write("day.csv", ["field", "value"], ["title", "Our day"], ["date", "2027-04-22"],
          ["budget_year", "2028"], ["amount_unit", "tkr"])  # fmt: skip
    write("units.csv", ["name", "net_budget_2027_tkr"], ["Library", "21 300"])
    write("unit_frames.csv", ["unit", "frame_2028_tkr"], ["E1", "20 000"])
    write("tracks.csv", ["id", "name"], ["S1", "Places"])
    write("milestones.csv", ["id", "track", "title", "year", "evidence_type", "shared_with"],
          ["M1", "S1", "Open", "2028", "survey", "E1"])  # fmt: skip
    write("initiatives.csv",
          ["id", "title", "unit", "kind", "effect_2028_tkr", "regulation", "prepared_need"],
          ["I1", "Do it", "E1", "saving", "−1 250", "municipal_law", "nice"])  # fmt: skip
    write("rounds.csv", ["id", "name", "method", "half", "options", "dots", "electorate"],
          ["v", "Vote", "dots", "morning", "M1", "2", "3"])  # fmt: skip
    write("ballots_v.csv", ["slip", "milestone", "dots"], ["a", "M1", "2"], ["b", "M1", "1"])
    write("lottery.csv", ["round", "number", "option"], ["v", "1", "M1"])
    imported = from_folder(tmp_path)
    day = imported.day
    assert day.workshop.title == "Our day"
    assert (day.units[0].id, day.units[0].frame_tkr) == ("E1", 20000)
    assert day.milestones[0].evidence_type is EvidenceType.SURVEY
    assert day.initiatives[0].effect_tkr == -1250
    assert day.initiatives[0].kind is InitiativeKind.SAVING
    assert day.rounds[0].tie_order == ("M1",)
    assert [b.dots for b in imported.ballots["v"]] == [{"M1": 1}, {"M1": 2}]


def test_nothing_of_the_sample_is_lost(sample, raw):
    day = sample.day
    first = raw["initiativ"][2]
    initiative = day.initiatives[2]
    assert initiative.effect_tkr == first["effekt_2028_tkr"]
    assert initiative.effect3_tkr == first["effekt_2030_tkr"]
    assert initiative.goal_ids == tuple(first["mal"])
    assert initiative.kind is InitiativeKind.REVENUE
    assert initiative.regulation is Regulation.SPECIAL_LAW
    assert initiative.prepared_need == "nice"
    assert initiative.shared_with_external == ("Utbildningsförvaltningen",)
    assert day.workshop.registry_number == raw["meta"]["diarienummer"]
    assert day.workshop.notice == raw["meta"]["varning"]
    assert day.workshop.tax_base_tkr == 2_045_000
    assert day.workshop.result_target_permille == 20
    assert day.workshop.plan_former_name == "transformationskarta"
    assert [p.amount_tkr for p in day.need_parts] == [2590, 1450, 260]
    assert [(f.scope, f.ref_id, f.amount_tkr) for f in day.forecast] == [
        ("municipality", "", -18000),
        ("board", "N1", -900),
        ("unit", "E5", -600),
        ("unit", "E2", -300),
    ]
    assert day.referrals[0].frame_ids == ("A1", "A2", "A3")
    assert day.portfolios[0].chosen == tuple(raw["portfoljer"][0]["gor"])
    assert [s.id for s in day.stances][:2] == ["A1/I01", "A1/I02"]
    assert {s.side for s in day.stances} == set(Side)
    assert day.stances[2].kind is StanceKind.DONT
    assert day.agenda[2].kind is AgendaKind.VOTE
    assert day.agenda[2].round_id == "ratt_saker"
    assert day.ideas[3].outcome is IdeaOutcome.MERGED
    assert (day.documents[6].from_year, day.documents[6].to_year) == (2024, 2030)
    assert day.indicators[0].value == "-900"
    assert [r.position for r in day.rounds] == list(range(1, 10))
    assert {len(getattr(day, f.name)) for f in fields(day) if f.name == "stances"} == {90}


def test_the_rounds_of_the_sample(sample):
    rounds = {voting.id: voting for voting in sample.day.rounds}
    assert {key: r.method for key, r in rounds.items()} == {
        "ratt_saker": RoundMethod.CHOICE,
        "milstolpar": RoundMethod.DOTS,
        "samsyn": RoundMethod.RATING,
        "behov_enhet": RoundMethod.NEED,
        "behov": RoundMethod.NEED,
        "prioritering": RoundMethod.POINTS,
        "alternativ": RoundMethod.CHOICE,
        "utvardering": RoundMethod.RATING,
        "handupprackning": RoundMethod.CHOICE,
    }
    assert rounds["ratt_saker"].answers == ("keep", "develop", "wind_down")
    assert rounds["alternativ"].answers == ("support", "can_live_with", "against")
    assert (rounds["milstolpar"].advance, rounds["milstolpar"].half) == (3, Half.MORNING)
    assert rounds["milstolpar"].tie_order[0] == "S1-4"
    hands = rounds["handupprackning"]
    assert hands.counts_hands
    assert hands.secrecy is Secrecy.OPEN
    assert hands.question == "Vill ni ha skriftlig återkoppling inom en vecka?"
    assert hands.answers == ("yes", "no")
    assert hands.may_abstain


def test_the_ballots_of_the_sample(sample):
    assert {key: len(ballots) for key, ballots in sample.ballots.items()} == {
        "ratt_saker": 15,
        "milstolpar": 15,
        "samsyn": 15,
        "behov_enhet": 14,
        "behov": 14,
        "prioritering": 14,
        "alternativ": 14,
        "utvardering": 14,
    }
    assert sample.hands["handupprackning"].counts == {"H1": {"yes": 13, "no": 1, "abstain": 2}}
    dots = sum(sum(b.dots.values()) for b in sample.ballots["prioritering"])
    assert dots == 112
    assert sum(len(b.stops) for b in sample.ballots["prioritering"]) == 42
    assert all(set(b.answers.values()) <= set("12345") for b in sample.ballots["utvardering"])


def test_blank_ballots_have_no_rows_and_are_counted(raw):
    rule = next(r for r in raw["rostningar"] if r["id"] == "alternativ")
    rule |= {"rostberattigade": 16, "inlamnade": 16, "blanka": 2}
    ballots = from_json(json.dumps(raw)).ballots["alternativ"]
    assert sum(ballot.blank for ballot in ballots) == 2
    assert len(ballots) == 16


def test_quoted_newlines_stay_and_rows_are_counted_as_records(copy):
    path = copy / "enheter.csv"
    rows = records_of(path)
    rows[1][4] = "two\nlines"
    rows[3][2] = "12o"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    with pytest.raises(ImportRefused) as refused:
        from_folder(copy)
    (problem,) = refused.value.problems
    assert (problem.file, problem.row, problem.column) == ("enheter.csv", 4, rows[0][2])
    assert (problem.value, problem.code) == ("12o", "amount_unreadable")


def test_the_apostrophe_of_an_export_is_taken_away(copy):
    path = copy / "enheter.csv"
    rows = records_of(path)
    rows[1][4], rows[2][4] = "'=SUM(A1)", "'t Hof"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    units = from_folder(copy).day.units
    assert (units[0].comment, units[1].comment) == ("=SUM(A1)", "'t Hof")


@pytest.mark.parametrize(
    ("written", "tkr"),
    [
        ("1250", 1250),
        ("1 250", 1250),
        ("1\u00a0250", 1250),
        ("-520", -520),
        ("\u2212520", -520),
        ("–520", -520),
        ("+300 tkr", 300),
        ("1,25 mnkr", 1250),
        ("−12 345 tkr", -12345),
    ],
)
def test_amounts_are_read_by_the_one_parser(raw, written, tkr):
    raw["namnder"][0]["nettobudget_2027_tkr"] = written
    assert from_json(json.dumps(raw)).day.boards[0].net_budget_tkr == tkr


def test_a_forecast_may_say_nothing_of_the_municipality(raw):
    raw["ekonomi"]["prognos_2027"] = {"namn": "P1", "orsaker": "none", "per_namnd": [1]}
    raw["ekonomi"]["prognos_2027"]["per_namnd"] = [{"namnd": "N1", "tkr": -5}]
    day = from_json(json.dumps(raw)).day
    assert [(line.scope, line.amount_tkr) for line in day.forecast] == [("board", -5)]


def test_the_need_may_be_a_list_of_parts_and_units_have_frames(raw):
    raw["ekonomi"]["behov"] = [{"id": "x", "namn": "Hyra", "belopp_tkr": 5}]
    raw["ekonomi"]["enhetsramar"] = [{"enhet": "E1", "ram_2028_tkr": 20000}]
    day = from_json(json.dumps(raw)).day
    assert [(p.name, p.amount_tkr) for p in day.need_parts] == [("Hyra", 5)]
    assert day.workshop.need_tkr == 105700
    assert [u.frame_tkr for u in day.units][:2] == [20000, None]


def test_a_show_of_hands_may_count_dots(raw):
    raw["roster"]["prioritering"] = [
        {"objekt": "I04", "val": "prickar", "antal": 3, "narvarande": 4},
        {"objekt": "I05", "val": "stopp", "antal": 1, "narvarande": 4},
    ]
    hands = from_json(json.dumps(raw)).hands["prioritering"]
    assert hands.people == 4
    assert hands.counts == {"I04": {"dots": 3}, "I05": {"stops": 1}}


def test_lines_without_a_key_are_passed_over(copy, sample):
    with (copy / "dag.csv").open("a", encoding="utf-8") as file:
        file.write(";a remark\n")
    same(from_folder(copy), sample)
