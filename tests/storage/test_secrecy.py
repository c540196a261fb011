"""Who gets the file cannot tell who voted what: not from tables, log, pages or the journal."""

import json
import random
import re
import sqlite3
from contextlib import closing

import pytest

from workshop_app.storage.dayfile import DayFile

VOTERS = [f"PERSON{n:02d}" for n in range(30)]


@pytest.fixture
def cast_all(file, ballot):
    """Thirty people vote in a shuffled order, each with an answer of their own."""
    order = random.Random(7).sample(VOTERS, len(VOTERS))  # noqa: S311 - the same each time
    file.open_round("secret", len(order))
    casts = [ballot("secret", "yes" if n % 3 else "no", voter=v) for n, v in enumerate(order)]
    for cast in casts:
        file.cast(cast)
    return casts


def dump(path):
    with closing(sqlite3.connect(path)) as raw:
        tables = [r[0] for r in raw.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
        return {t: raw.execute(f'SELECT * FROM "{t}"').fetchall() for t in tables}  # noqa: S608


def test_no_row_holds_both_a_voter_and_a_ballot_or_its_key(file, cast_all):
    for closing_first in (False, True):
        if closing_first:
            file.close_round("secret")
        for table, rows in dump(file.path).items():
            for row in rows:
                text = json.dumps([str(value) for value in row])
                if any(voter in text for voter in VOTERS):
                    assert not any(c.key.hex() in text for c in cast_all), table
                    assert "answers" not in text, table


def test_the_log_tells_of_no_single_secret_ballot(file, cast_all):
    assert [row[2] for row in dump(file.path)["event"]] == ["create_day", "round_opened"]
    file.close_round("secret")
    assert [row[2] for row in dump(file.path)["event"]][2:] == ["slips_counted", "round_closed"]


def test_the_slips_are_sorted_by_random_keys_and_not_by_arrival(file, cast_all):
    keys = sorted(c.key.hex() for c in cast_all)
    ((_round, _digest, box),) = dump(file.path)["slip_box"]
    assert [line.split(" ")[0] for line in box.split("\n")] == keys
    file.close_round("secret")
    tables = dump(file.path)
    assert tables["slip_box"] == []
    assert [row[1] for row in tables["counted_slip"]] == keys
    body = json.loads(tables["event"][-2][3])
    assert [line[:32] for line in body["slips"].split("\n")] == keys


def likeness(first, second):
    """Kendall's tau: 1 = the same order, -1 = the reverse, 0 = nothing to do with each other."""
    pairs = [(a, b) for a in range(len(first)) for b in range(a)]
    signs = [
        ((first[a] > first[b]) - (first[a] < first[b]))
        * ((second[a] > second[b]) - (second[a] < second[b]))
        for a, b in pairs
    ]
    return sum(signs) / len(pairs)


def places_of(keys, data):
    """The first and the last place of each key among the bytes."""
    parts = [(key[:12], key[20:]) for key in keys]  # a key may lie across two pages
    first = [max(data.find(a), data.find(b)) for a, b in parts]
    last = [max(data.rfind(a), data.rfind(b)) for a, b in parts]
    return first, last


# With thirty ballots in no order the likeness is within 0.6 but for one time in a million.
NONE_TO_SPEAK_OF = 0.6


@pytest.mark.parametrize("closed", [False, True])
def test_the_bytes_of_the_file_keep_no_order_of_arrival(file, cast_all, closed):
    if closed:
        file.close_round("secret")
    file.close()
    keys = [c.key.hex().encode() for c in cast_all]
    for places in places_of(keys, file.path.read_bytes()):
        assert min(places) > 0
        assert abs(likeness(range(30), places)) < NONE_TO_SPEAK_OF


def test_an_ordinary_table_would_have_kept_the_order(tmp_path, cast_all):
    """So that the test above is known to see something."""
    path = tmp_path / "plain.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE slip (key TEXT PRIMARY KEY)")
        raw.executemany("INSERT INTO slip VALUES (?)", [(c.key.hex(),) for c in cast_all])
        raw.commit()
    keys = [c.key.hex().encode() for c in cast_all]
    found = [likeness(range(30), places) for places in places_of(keys, path.read_bytes())]
    assert max(abs(each) for each in found) > 0.9


def test_the_journal_is_empty_after_each_ballot_and_gone_after_closing(file, ballot):
    journal = file.path.with_name(f"{file.path.name}-journal")
    file.open_round("secret", 3)
    file.cast(ballot("secret", voter="PERSON01"))
    assert journal.stat().st_size == 0
    file.close()
    assert not journal.exists()
    assert [p.name for p in file.path.parent.iterdir()] == [file.path.name]


def test_no_time_stands_on_the_roll_or_at_a_slip(file, cast_all):
    tables = dump(file.path)
    ((_round, _digest, marks),) = tables["open_roll"]
    assert marks.split("\n") == [f"{voter}\tlaptop" for voter in VOTERS]
    ((_round, _digest, box),) = tables["slip_box"]
    assert not re.search(r"\d\d:\d\d", marks + box)
    file.close_round("secret")
    assert dump(file.path)["roll"] == [("secret", voter, "laptop") for voter in VOTERS]


def test_reopening_erases_the_first_list_so_that_two_lists_cannot_be_compared(file, ballot):
    file.open_round("secret", 3)
    early = ballot("secret", "yes", voter="EARLY")
    file.cast(early)
    file.close_round("secret")
    file.reopen_round("secret")
    file.cast(ballot("secret", "no", voter="LATE"))
    file.close_round("secret")
    bodies = {row[0]: row[3] for row in dump(file.path)["event"] if row[2] == "round_closed"}
    assert [body is None for _seq, body in sorted(bodies.items())] == [True, False]
    assert file.check() == ()
    file.close()
    # The key stands in the last list and among the counted slips, and nowhere else.
    assert file.path.read_bytes().count(early.key.hex().encode()) == 2


def test_the_box_is_wiped_from_the_bytes_at_close(file, cast_all):
    file.close_round("secret")
    file.close()
    data = file.path.read_bytes()
    # In the log the quotation marks are escaped; only the box has them as they are.
    line = f'{cast_all[0].key.hex()} {{"'.encode()
    assert line not in data


def test_an_error_of_the_database_names_no_voter_and_no_ballot(file, ballot):
    file.open_round("open", 3)
    file.close()
    with closing(DayFile.open(file.path, read_only=True)) as reader:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
            reader.cast(ballot("open", voter="PERSON01"))
        chain = [caught.value, caught.value.__cause__, caught.value.__context__]
        assert not any("PERSON01" in repr(each) or "answers" in repr(each) for each in chain)


@pytest.mark.parametrize("closed", [False, True])
def test_the_bytes_of_the_roll_keep_no_order_of_arrival(file, cast_all, closed):
    if closed:
        file.close_round("secret")
    file.close()
    voters = [c.voter.encode() for c in cast_all]
    data = file.path.read_bytes()
    for places in ([data.find(v) for v in voters], [data.rfind(v) for v in voters]):
        assert min(places) > 0
        assert abs(likeness(range(30), places)) < NONE_TO_SPEAK_OF


def page_cells(data, page):
    """The places of the cells of a page of a tree, in the order of its pointers."""
    start = (page - 1) * PAGE + (100 if page == 1 else 0)
    kind = data[start]
    if kind not in {2, 5, 10, 13}:
        return []
    number = int.from_bytes(data[start + 3 : start + 5])
    first = start + (12 if kind in {2, 5} else 8)
    return [int.from_bytes(data[first + 2 * n : first + 2 * n + 2]) for n in range(number)]


def cells_with(data, texts):
    """For each text the place of its cell within the page that holds it, first pages first."""
    found = {}
    for page in range(1, len(data) // PAGE + 1):
        here = data[(page - 1) * PAGE : page * PAGE]
        cells = sorted(page_cells(data, page))
        for text in texts:
            place = here.find(text)
            below = [cell for cell in cells if cell <= place]
            if place >= 0 and below and text not in found:
                found[text] = page * PAGE + below[-1]
    return found


PAGE = 4096


def test_the_cells_of_the_pages_keep_no_order_of_arrival(file, cast_all):
    file.close_round("secret")
    file.close()
    data = file.path.read_bytes()
    for texts in ([c.key.hex().encode() for c in cast_all], [c.voter.encode() for c in cast_all]):
        found = cells_with(data, texts)
        order = [found[text] for text in texts if text in found]
        assert len(set(order)) > 10
        assert abs(likeness(range(len(order)), order)) < NONE_TO_SPEAK_OF


def test_after_a_crash_the_journal_and_the_file_tell_of_no_order(file, cast_all, tmp_path):
    """As a stolen laptop would be found: the file is open, the journal beside it."""
    journal = file.path.with_name(f"{file.path.name}-journal")
    data = file.path.read_bytes() + (journal.read_bytes() if journal.exists() else b"")
    for texts in ([c.key.hex().encode() for c in cast_all], [c.voter.encode() for c in cast_all]):
        assert abs(likeness(range(30), [data.find(t) for t in texts])) < NONE_TO_SPEAK_OF
        assert abs(likeness(range(30), [data.rfind(t) for t in texts])) < NONE_TO_SPEAK_OF


def test_a_ballot_in_a_traceback_or_a_log_names_nobody(ballot):
    cast = ballot("secret", "yes", voter="PERSON01")
    assert "PERSON01" not in repr(cast)
    assert "yes" not in repr(cast)
    assert cast.key.hex() not in repr(cast)
