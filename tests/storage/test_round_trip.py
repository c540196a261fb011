"""What is saved as lists is read in as the same day: CSV, spreadsheets and JSON."""

import csv
import io
import re
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.larger_day import INITIATIVES, MILESTONES, ODD, PEOPLE, TRACKS, amount_ways, larger_day
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, collections
from workshop_app.domain.nouns import Initiative, Milestone, Participant, Track
from workshop_app.storage.export import files
from workshop_app.storage.export.ballot_tables import Votes
from workshop_app.storage.export.day_tables import day_tables, one_table
from workshop_app.storage.export.values import guarded, joined
from workshop_app.storage.importing import from_json, read_source
from workshop_app.storage.intake import tables_workshop
from workshop_app.storage.intake.columns import SPREAD
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.readers import words
from workshop_app.storage.intake.sheets import text_source

FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")


def written(day, votes=None):
    return day_tables(day, votes) if votes else day_tables(day)


def as_csv(tables, folder, encoding="utf-8-sig"):
    folder.mkdir(exist_ok=True)
    for table in tables:
        (folder / f"{table.name}.csv").write_bytes(files.csv_text(table).encode(encoding))
    return folder


def as_workbook(tables, folder):
    path = folder / "dag.xlsx"
    with path.open("wb") as out:
        files.write_workbook(tables, out)
    return path


def same(found, wanted):
    for each in fields(Day):
        assert getattr(found, each.name) == getattr(wanted, each.name), each.name


def test_the_larger_day_is_as_large_as_it_says():
    day = larger_day()
    assert (len(day.boards), len(day.participants), len(day.tracks)) == (2, PEOPLE, TRACKS)
    assert (PEOPLE, TRACKS, len(day.milestones), len(day.initiatives)) == (62, 6, 70, 84)
    assert (MILESTONES, INITIATIVES) == (70, 84)
    titles = [each.title for each in (*day.initiatives, *day.milestones)]
    assert max(map(len, titles)) == 200
    assert "=SUM(A1:A9)" in titles
    assert any("🏊" in title for title in titles)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16"])
def test_the_larger_day_survives_csv(tmp_path, encoding):
    day = larger_day()
    same(read_source(as_csv(written(day), tmp_path / "d", encoding)).day, day)


def test_the_larger_day_survives_windows_1252_where_it_has_the_letters(tmp_path):
    day = larger_day(emoji=False)
    same(read_source(as_csv(written(day), tmp_path / "d", "cp1252")).day, day)


def test_the_larger_day_survives_a_spreadsheet_and_json(tmp_path):
    day = larger_day()
    same(read_source(as_workbook(written(day), tmp_path)).day, day)
    same(from_json(files.json_text(written(day))).day, day)


def test_every_way_to_write_an_amount_gives_the_same_day(tmp_path):
    day = larger_day()
    for table in written(day):
        money = [n for n, heading in enumerate(table.headings) if heading.endswith("_tkr")]
        rows = [list(row) for row in table.rows]
        for place, row in enumerate(rows):
            for n in money:
                if isinstance(row[n], int):
                    row[n] = amount_ways(row[n])[place % 4]
        text = files.csv_text(replace(table, rows=tuple(map(tuple, rows))))
        (tmp_path / f"{table.name}.csv").write_bytes(text.encode())
    same(read_source(tmp_path).day, day)


def test_a_spreadsheet_made_by_hand_may_hold_formulas_nobody_has_worked_out(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.title = "sparomraden"
    sheet.append(["id", "namn"])
    sheet.append(["S1", "=SUM(A1:A9)"])
    book.create_sheet("Blad2")
    day = book.create_sheet("dag")
    for pair in (("falt", "varde"), ("dag", "Dagen"), ("datum", "2031-03-13")):
        day.append(pair)
    book.save(tmp_path / "dag.xlsx")
    assert read_source(tmp_path / "dag.xlsx").day.tracks[0].name == "=SUM(A1:A9)"


def test_the_sample_survives_with_its_ballots(tmp_path, sample):
    electorates = {voting.id: voting.electorate for voting in sample.day.rounds}
    tables = written(sample.day, Votes(sample.ballots, sample.hands, electorates))
    for source in (as_csv(tables, tmp_path / "c"), as_workbook(tables, tmp_path)):
        assert read_source(source) == sample
    assert from_json(files.json_text(tables)) == sample


def test_the_sample_has_every_column_it_came_with(tmp_path, sample, sample_folder):
    as_csv(written(sample.day), tmp_path)
    for path in sample_folder.glob("*.csv"):
        if path.name.startswith("roster"):
            continue
        old, new = (
            list(csv.reader(io.StringIO(p.read_text("utf-8-sig")), delimiter=";"))
            for p in (path, tmp_path / path.name)
        )
        assert set(old[0]) <= set(new[0]), path.name
        assert len(old) <= len(new)


def test_rounds_with_long_names_share_a_table_and_hands_stand_beside_ballots(tmp_path):
    day = larger_day()
    long, short = day.rounds[1].id, day.rounds[0].id
    ballots = {
        long: (Ballot(), Ballot(dots={"I01": 3, "I02": 1}, stops=frozenset({"I05"}))),
        short: (Ballot(dots={"MS1": 2}, group="rest"), Ballot(dots={"MS2": 1})),
    }
    hands = {
        long: HandCount(people=3, counts={"I03": {"dots": 4, "stops": 1}}),
        short: HandCount(people=2, counts={"MS2": {"dots": 2}}),
        "slut": HandCount(people=4, counts={"=Det var roligt": {"5": 3, "abstain": 1}}),
    }
    votes = Votes(ballots, hands, {long: 9, short: 8, "slut": 4})
    tables = written(day, votes)
    names = [table.name for table in tables]
    assert {"roster", "hander", f"roster_{short}", f"hander_{short}", "roster_slut"} <= {*names}
    assert all(len(name) <= 31 for name in names)
    sources = [as_csv(tables, tmp_path / "c"), as_workbook(tables, tmp_path)]
    for found in (*map(read_source, sources), from_json(files.json_text(tables))):
        assert found.ballots == {k: tuple(sorted(v, key=Ballot.text)) for k, v in ballots.items()}
        assert found.hands == hands
        assert [r.electorate for r in found.day.rounds] == [8, 9, 4]


def test_ballots_are_numbered_anew_in_an_order_that_tells_nothing(sample):
    given = sample.ballots["milstolpar"]
    backwards = {"milstolpar": tuple(reversed(given))}
    for votes in (Votes({"milstolpar": given}), Votes(backwards)):
        table = written(sample.day, votes)[-1]
        assert table.headings == ("sedel", "milstolpe", "prickar")
        assert table.rows[0][0] == "0001"
        assert table.rows == written(sample.day, Votes({"milstolpar": given}))[-1].rows


def test_without_ballots_nothing_of_the_votes_leaves(sample):
    tables = written(sample.day)
    assert not [table.name for table in tables if table.name.startswith(("roster", "hander"))]


@pytest.mark.parametrize("day", [larger_day()], ids=["larger"])
def test_no_cell_is_a_formula(tmp_path, day):
    for table in written(day):
        for row in csv.reader(io.StringIO(files.csv_text(table), newline=""), delimiter=";"):
            for cell in row:
                assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), cell
    book = load_workbook(as_workbook(written(day), tmp_path))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_csv_file_is_as_swedish_spreadsheets_want_it():
    day = larger_day()
    data = files.csv_bytes(next(t for t in written(day) if t.name == "ramalternativ"))
    assert data.startswith(b"\xef\xbb\xbfid;namn;ram_2032_tkr;")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert ";-0,5;nej;" in text
    assert ";920000;2,0;ja;" in text


@pytest.mark.parametrize("text", [*ODD, "''=x", "'x", "'", "=", "'+", "-", "+5", "-1,5", "–3"])
def test_the_apostrophe_is_put_and_taken_away(text):
    source = text_source(f'id;namn\r\nS1;"{guarded(text).replace(chr(34), chr(34) * 2)}"\r\n')
    (table,) = source.tables.values()
    assert table.rows[0].cells["namn"].value == text


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1)))
def test_lists_may_hold_bars_and_backslashes(items):
    assert words(joined(items)) == tuple(items)


def test_every_field_of_the_day_has_a_column():
    own = {"id", "position"}
    elsewhere = {"rounds": {"method", "tie_order"}, "documents": {"from_year", "to_year"}}
    assert {kind.collection for kind in KINDS} == set(collections()) - {"workshop"}
    for kind in KINDS:
        known = {column.field for column in kind.columns} | own
        known |= elsewhere.get(kind.collection, set())
        assert set(kind.noun.model_fields) <= known, kind.sv
        assert SPREAD in known or kind.collection != "documents"
    columns = (*tables_workshop.DAY, *tables_workshop.LOCAL_NAMES, *tables_workshop.ECONOMY)
    known = {column.field for column in columns} | own
    assert set(type(larger_day().workshop).model_fields) <= known


def test_a_list_with_nothing_in_it_has_its_headings():
    kind = next(kind for kind in KINDS if kind.collection == "directions")
    empty = Day(larger_day().workshop)
    assert files.csv_text(one_table(empty, kind)) == "id;nr;text;star_bakom;oenighet\r\n"


# Letters a file can hold: no control characters, and nothing that is only half a letter.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"])
TEXTS = st.text(LETTERS, max_size=40).map(str.strip)
TITLES = TEXTS.filter(bool)
AMOUNTS = st.integers(-(10**9), 10**9)


@st.composite
def days(draw):
    """Small days with any texts in them."""
    tracks = tuple(
        Track(id=f"S{n}", position=n, name=name, question=draw(TEXTS), locked=draw(st.booleans()))
        for n, name in enumerate(draw(st.lists(TITLES, min_size=1, max_size=3)), start=1)
    )
    milestones = tuple(
        Milestone(
            id=f"M{n}",
            position=n,
            track_id="S1",
            title=title,
            year=draw(st.none() | st.integers(1990, 2200)),
            shared_with_external=tuple(draw(st.lists(TITLES, max_size=3))),
        )
        for n, title in enumerate(draw(st.lists(TITLES, max_size=4)), start=1)
    )
    people = tuple(
        Participant(id=f"D{n}", position=n, role=role, present=draw(st.booleans()))
        for n, role in enumerate(draw(st.lists(TITLES, max_size=4)), start=1)
    )
    initiatives = tuple(
        Initiative(
            id=f"I{n}",
            position=n,
            title=title,
            kind="saving",
            effect_tkr=draw(AMOUNTS),
            effect2_tkr=draw(AMOUNTS),
            regulation="municipal_law",
            consequence=draw(TEXTS),
        )
        for n, title in enumerate(draw(st.lists(TITLES, max_size=4)), start=1)
    )
    workshop = larger_day().workshop.changed(
        title=draw(TITLES), venue=draw(TEXTS), tax_base_tkr=draw(st.none() | AMOUNTS)
    )
    return Day(
        workshop,
        tracks=tracks,
        milestones=milestones,
        participants=people,
        initiatives=initiatives,
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(days())
def test_any_day_survives_csv_a_spreadsheet_and_json(tmp_path_factory, day):
    folder = tmp_path_factory.mktemp("any")
    tables = written(day)
    same(read_source(as_csv(tables, folder / "c")).day, day)
    same(read_source(as_workbook(tables, folder)).day, day)
    same(from_json(files.json_text(tables)).day, day)
