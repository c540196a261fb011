"""Somebody's file comes in as rows in a fresh file, or not at all; theirs is left alone."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.storage.test_publishing import opened, retitled
from workshop_app.storage import receiving
from workshop_app.storage.dayfile import DayFile, FileRefused
from workshop_app.storage.publishing import publish
from workshop_app.storage.receiving import receive


@pytest.fixture
def theirs(file, tmp_path, ballot):
    """A file with some history and votes, closed, on somebody's stick."""
    retitled(file, "Two")
    for round_id in ("open", "secret"):
        file.open_round(round_id, 3)
        file.cast(ballot(round_id))
        file.cast(ballot(round_id, "no"))
        file.close_round(round_id)
    stick = tmp_path / "stick"
    publish(file.path, stick / "theirs.milstolpe")
    return stick / "theirs.milstolpe"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "days"
    folder.mkdir()
    return folder


def altered(path, *statements):
    """Somebody has been at the file with SQLite's own tools."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def refused_code(path, library):
    before = path.read_bytes()
    with pytest.raises(FileRefused) as refused:
        receive(path, library)
    assert path.read_bytes() == before
    assert list(library.iterdir()) == []
    return refused.value.code


def test_all_of_it_comes_in_and_works(theirs, library):
    before = theirs.read_bytes()
    fresh = receive(theirs, library)
    (day, head, problems), (day_2, head_2, problems_2) = opened(theirs), opened(fresh)
    assert (day, head, problems) == (day_2, head_2, problems_2)
    assert problems == ()
    assert theirs.read_bytes() == before
    file = DayFile.open(fresh)
    assert file.undoable() is not None
    retitled(file, "Three")
    file.close()


def test_free_pages_and_what_was_deleted_stay_outside(theirs, library):
    altered(
        theirs,
        "PRAGMA secure_delete = OFF",
        "CREATE TABLE notes (text)",
        "INSERT INTO notes VALUES ('a secret from before')",
        "DROP TABLE notes",
    )
    assert b"a secret from before" in theirs.read_bytes()
    fresh = receive(theirs, library)
    assert b"a secret from before" not in fresh.read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON roll BEGIN UPDATE vote_round SET electorate = 9; END",
        "CREATE VIEW people AS SELECT * FROM participants",
        "CREATE TABLE extra (a)",
        "DROP TRIGGER event_is_never_deleted",
        "CREATE INDEX bad ON participants (upper(name))",
        "ALTER TABLE workshop ADD COLUMN more TEXT",
    ],
)
def test_a_file_with_anything_of_its_own_in_its_tables_is_refused(theirs, library, statement):
    altered(theirs, statement)
    assert refused_code(theirs, library) == "altered"


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE workshop SET title = 'Another'"],
        ["DELETE FROM roll"],
        ["UPDATE counted_slip SET ballot = (SELECT ballot FROM counted_slip LIMIT 1)"],
        ["UPDATE vote_round SET state = 'shown'"],
        ["UPDATE workshop SET status = 'splendid'"],
    ],
)
def test_rows_that_are_not_what_the_log_says_are_refused(theirs, library, statements):
    altered(theirs, *statements)
    assert refused_code(theirs, library) in {"altered", "damaged"}


def test_a_log_that_was_rewritten_is_refused(theirs, library):
    trigger = "event_is_only_erased"
    with closing(sqlite3.connect(theirs)) as raw:
        (kept,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (trigger,)).fetchone()
    altered(
        theirs,
        f"DROP TRIGGER {trigger}",
        "UPDATE event SET body = replace(body, 'Two', 'Six') WHERE seq = 2",
        kept,
    )
    assert refused_code(theirs, library) == "altered"


def test_damaged_pages_are_refused(theirs, library):
    content = bytearray(theirs.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    theirs.write_bytes(content)
    assert refused_code(theirs, library) in {"damaged", "altered"}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"hello" * 100, "not_a_day"), (b"SQLite format 3\x00" * 9, "foreign")],
)
def test_what_is_not_a_day_is_told_by_its_first_bytes(tmp_path, library, content, code):
    path = tmp_path / "file.milstolpe"
    path.write_bytes(content)
    assert refused_code(path, library) == code


def test_a_newer_file_is_refused_untouched(theirs, library):
    altered(theirs, "PRAGMA user_version = 999")
    assert refused_code(theirs, library) == "newer"


def test_a_file_that_keeps_a_journal_of_another_kind_is_refused(theirs, library):
    altered(theirs, "PRAGMA journal_mode = WAL")
    assert refused_code(theirs, library) == "altered"
    assert [path.name for path in theirs.parent.iterdir()] == [theirs.name]


def test_a_file_whose_last_write_was_cut_off_is_refused(theirs, library):
    theirs.with_name(f"{theirs.name}-journal").write_bytes(b"names other files" * 100)
    assert refused_code(theirs, library) == "unfinished"
    assert theirs.with_name(f"{theirs.name}-journal").exists()


def test_a_file_larger_than_a_day_can_be_is_refused_unopened(theirs, library, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)
    assert refused_code(theirs, library) == "too_large"


def test_a_missing_file_and_a_missing_library_are_told(theirs, library, tmp_path):
    with pytest.raises(FileRefused, match="missing"):
        receive(tmp_path / "none.milstolpe", library)
    shutil.rmtree(library)
    with pytest.raises(FileRefused):
        receive(theirs, library)


def test_a_live_file_that_was_copied_by_hand_comes_in_with_its_open_vote(file, library, ballot):
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    copy = library.parent / "by-hand.milstolpe"
    shutil.copy(file.path, copy)
    day, _head, problems = opened(receive(copy, library))
    assert day.standing("secret").voted == 1
    assert problems == ()
