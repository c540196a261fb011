"""A list is shown first, and read into the open day as one act that can be undone."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from tests.larger_day import larger_day
from tests.messy import in_capitals, messy, text_of, with_title
from workshop_app.app import exchange
from workshop_app.app.list_preview import RowMark, shown_list
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.day import rows as rows_of
from workshop_app.domain.ops import Op
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.export.day_tables import day_tables
from workshop_app.storage.importing import ImportRefused, read_source
from workshop_app.system.paths import find_paths

SAMPLE = find_paths().sample


@pytest.fixture(scope="module")
def day():
    return read_source(SAMPLE / "day.json").day


@pytest.fixture
def store(qapp, tmp_path, day):
    made = DayStore(DayFile.create(tmp_path / "day.milstolpe", day))
    yield made
    made.close()


def preview(day, collection, text):
    (table,) = exchange.load_paste(text).tables.values()
    return exchange.preview(day, exchange.kind_for(collection), table)


TRACKS = "id\tnamn\tfråga\nS1\tMötesplatser\t\n\tNytt spår\tVarför?\n"


def test_a_list_is_read_in_as_one_act_and_undone_as_one(store):
    before, told = store.day, []
    store.changed.connect(told.append)
    exchange.read_in(store, preview(store.day, "tracks", TRACKS))
    assert store.day.tracks[0].name == "Mötesplatser"
    assert (store.day.tracks[-1].id, store.day.tracks[-1].question) == ("S5", "Varför?")
    assert [(change.op, change.touched) for change in told] == [
        (Op.IMPORT_TABLE, frozenset({"tracks"}))
    ]
    assert store.undo() is Op.IMPORT_TABLE
    assert store.day == before


def test_what_is_wrong_changes_nothing(store):
    before = store.day
    shown = preview(store.day, "participants", "roll\tenhet\nA\tE1\nB\tE99\n")
    assert shown.plan is None
    with pytest.raises(ImportRefused) as refused:
        exchange.read_in(store, shown)
    assert [(p.row, p.column) for p in refused.value.problems] == [(3, "enhet")]
    assert store.day == before
    assert store.undoable() is None


def test_old_and_new_values_are_shown_side_by_side(day):
    text = TRACKS + "S2\t" + day.tracks[1].name + "\t" + day.tracks[1].question + "\n"
    shown = shown_list(day, preview(day, "tracks", text))
    assert shown.headings == ("id", "namn", "fråga")
    assert [(row.number, row.mark) for row in shown.rows] == [
        (2, RowMark.CHANGED),
        (3, RowMark.NEW),
        (4, RowMark.SAME),
    ]
    first, new, _same = shown.rows
    assert (first.cells[1].text, first.cells[1].old) == ("Mötesplatser", "Samnyttjade mötesplatser")
    assert (first.cells[2].text, first.cells[2].old) == ("", day.tracks[0].question)
    assert (new.cells[0].text, new.cells[1].old) == ("S5", None)


def test_faults_are_marked_where_they_stand_and_come_first(day):
    text = "roll\tenhet\tnärvarnade\nA\tE1\t\nB\tE99\t\n"
    shown = shown_list(day, preview(day, "participants", text))
    assert shown.wrong_headings == {2}
    assert [(row.number, row.mark) for row in shown.rows] == [
        (3, RowMark.WRONG),
        (2, RowMark.UNKNOWN),
    ]
    assert [cell.wrong for cell in shown.rows[0].cells] == [False, True, False]


def test_an_amount_in_millions_is_shown_as_it_will_stand(day):
    text = "id\tnamn\tnettobudget 2027\nE1\tBibliotek\t21,4 mnkr\n"
    shown = shown_list(day, preview(day, "units", text))
    assert (shown.rows[0].cells[2].text, shown.rows[0].cells[2].old) == ("21400", "21300")


def test_a_period_is_one_cell_of_two_fields(day):
    text = f"id\ttitel\tgiltighet\nG3\t{day.documents[8].title}\t2030–2033\n"
    shown = shown_list(day, preview(day, "documents", text))
    assert shown.rows[0].cells[2].text == "2030–2033"
    assert shown.rows[0].cells[2].old


def test_a_file_is_taken_apart_or_refused(tmp_path):
    path = tmp_path / "a.csv"
    with pytest.raises(ImportRefused) as refused:
        exchange.load_file(path)
    assert refused.value.problems[0].code == "missing_file"
    path.write_bytes("roll;namn\nVärd;\n".encode("utf-16"))
    loaded = exchange.load_file(path)
    assert (loaded.file, list(loaded.tables)) == ("a.csv", ["a"])
    with pytest.raises(ImportRefused):
        exchange.load_paste("  \n")


def test_a_list_is_recognised_and_fits_or_not(day):
    (table,) = exchange.load_paste("Roll\tEnhet\nA\tE1\n").tables.values()
    assert exchange.recognised(day, "", table) is exchange.kind_for("participants")
    assert exchange.fits(day, exchange.kind_for("participants"), table)
    assert not exchange.fits(day, exchange.kind_for("milestones"), table)
    assert exchange.kind_for("nothing") is None
    assert len(exchange.kinds()) == 23


def through(how, rows, folder):
    """A list of rows as it comes: pasted, or from a file of any name."""
    if how == "paste":
        return exchange.load_paste(text_of(rows, "\t"))
    path = folder / f"En lista.{how}"
    if how == "csv":
        path.write_bytes(text_of(rows).replace("\N{MINUS SIGN}", "–").encode("cp1252"))
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        for cell in (cell for line in book.active for cell in line if cell.data_type == "f"):
            cell.data_type = "s"
        book.save(path)
    return exchange.load_file(path)


@pytest.mark.parametrize("how", ["paste", "csv", "xlsx"])
def test_every_list_of_a_day_comes_in_one_by_one_and_then_changes_nothing(qapp, tmp_path, how):
    whole = larger_day(emoji=False)
    year = whole.workshop.budget_year
    tables = {table.name: table for table in day_tables(whole)}
    store = DayStore(DayFile.create(tmp_path / "d.milstolpe", Day(workshop=whole.workshop)))
    order = sorted(exchange.kinds(), key=lambda kind: ORDER.get(kind.collection, 0))
    for kind in order:
        rows = with_title(in_capitals(messy(tables[kind.sv], year)))
        (table,) = through(how, rows, tmp_path).tables.values()
        assert exchange.recognised(store.day, "", table) is kind
        shown = exchange.preview(store.day, kind, table)
        assert shown.problems == ()
        exchange.read_in(store, shown)
        again = exchange.preview(store.day, kind, table)
        assert not again.plan.changes_anything
    for kind in exchange.kinds():
        found = rows_of(store.day, kind.collection)
        assert [plainer(n) for n in found] == [plainer(n) for n in rows_of(whole, kind.collection)]
    assert store.undo() is Op.IMPORT_TABLE
    store.close()


# What is named by others first; all else in the order of the day.
ORDER = {"referrals": 1, "ideas": 1, "follow_ups": 1, "indicators": 1, "rounds": 2, "agenda": 3}


def plainer(noun):
    """Without what follows from the rest of the day: the order of lots has a table of its own."""
    values = noun.model_dump()
    values.pop("tie_order", None)
    return values


@pytest.mark.parametrize(
    ("collection", "text"),
    [
        ("tracks", "Målområde\nNytt\n"),
        ("milestones", "Målområde\tEtappmål\nS1\tNytt\n"),
        ("initiatives", "Satsning\tTyp\tEffekt 2028\tReglering\nNytt\tsatsning\t5\tkommunallag\n"),
    ],
)
def test_headings_may_be_what_the_day_calls_things(day, collection, text):
    shop = day.workshop.changed(
        track_name="målområde", milestone_name="etappmål, etappmålen", initiative_name="satsning"
    )
    shown = preview(replace(day, workshop=shop), collection, text)
    assert shown.problems == ()
    assert shown.unread == ()
    noun = shown.plan.rows[-1].noun
    assert "Nytt" in (getattr(noun, "name", ""), getattr(noun, "title", ""))


def test_what_another_list_has_is_shown_by_its_name(day):
    text = "roll\tenhet\nPraktikant\tE1\n"
    (row,) = shown_list(day, preview(day, "participants", text)).rows
    assert [cell.text for cell in row.cells] == ["Praktikant", "Bibliotek"]
