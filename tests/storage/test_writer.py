"""One thread writes; a group is one transaction; nobody is answered before it is on disk."""

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from workshop_app.domain.refused import Refused
from workshop_app.storage.connection import sql
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.writer import Writer


@pytest.fixture
def writer(tmp_path):
    path = tmp_path / "plain.sqlite"
    path.touch()
    with closing(Writer(path)) as made:
        made.run(lambda c: sql(c, "CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT") and None)
        yield made


def insert(x):
    def job(connection):
        sql(connection, "INSERT INTO t VALUES (?)", (x,))
        return x

    return job


def values(writer):
    return writer.run(lambda c: [x for (x,) in sql(c, "SELECT x FROM t ORDER BY x")])


def held_up(writer):
    """Keeps the writer busy until told, so that what is queued after it makes one group."""
    go, busy = threading.Event(), threading.Event()

    def job(_connection):
        busy.set()
        go.wait(10)

    future = writer.submit(job)
    busy.wait(10)
    return go, future


def test_what_waits_is_written_as_one_group(writer):
    before = writer._session.writes()
    go, _held = held_up(writer)
    futures = [writer.submit(insert(n)) for n in range(5)]
    go.set()
    assert [future.result(10) for future in futures] == list(range(5))
    assert writer._session.writes() == before + 1
    assert values(writer) == list(range(5))


def test_one_that_fails_in_a_group_takes_only_itself_back(writer):
    def refused(connection):
        insert(7)(connection)
        raise Refused("no")

    go, _held = held_up(writer)
    futures = [writer.submit(job) for job in (insert(1), refused, insert(1), insert(2))]
    go.set()
    assert futures[0].result(10) == 1
    assert isinstance(futures[1].exception(10), Refused)
    assert isinstance(futures[2].exception(10), FileRefused)
    assert futures[3].result(10) == 2
    assert values(writer) == [1, 2]


def test_a_group_whose_commit_fails_is_refused_whole(writer, monkeypatch):
    go, _held = held_up(writer)
    futures = [writer.submit(insert(n)) for n in range(3)]

    def broken(connection):
        sql(connection, "ROLLBACK")  # as SQLite does by itself when the disk is full

    futures.append(writer.submit(broken))
    go.set()
    assert all(isinstance(future.exception(10), Exception) for future in futures)
    assert values(writer) == []
    assert writer.run(insert(5)) == 5


def test_a_job_that_fails_alone_leaves_nothing(writer):
    def refused(connection):
        insert(1)(connection)
        raise Refused("no")

    with pytest.raises(Refused):
        writer.run(refused)
    assert values(writer) == []


def test_a_full_disk_is_told_by_its_name_and_work_goes_on(writer):
    writer.run(lambda c: sql(c, "CREATE TABLE big (x BLOB) STRICT") and None)
    pages = writer.run(lambda c: sql(c, "PRAGMA page_count").fetchone()[0])
    writer.run(lambda c: sql(c, f"PRAGMA max_page_count = {pages + 2}").fetchone())
    with pytest.raises(FileRefused) as refused:
        writer.run(lambda c: sql(c, "INSERT INTO big VALUES (zeroblob(100000))") and None)
    assert refused.value.code == "disk_full"
    assert writer.run(insert(3)) == 3


def test_errors_of_the_toolkit_are_ours_too_and_hold_no_values(writer):
    def job(connection):
        connection.execute(text("INSERT INTO t VALUES (:x)"), {"x": "PERSON01"})

    with pytest.raises(FileRefused) as refused:
        writer.run(job)
    assert refused.value.code == "not_saved"
    assert "PERSON01" not in repr(refused.value.facts)
    assert refused.value.__cause__ is None


def test_a_file_held_by_another_is_waited_for(writer):
    with closing(sqlite3.connect(writer.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = writer.submit(insert(1))
        with pytest.raises(TimeoutError):
            waiting.result(0.1)
        other.execute("ROLLBACK")
    assert waiting.result(10) == 1


def test_a_file_that_is_not_there_is_told_to_who_opens(tmp_path):
    with pytest.raises(FileRefused) as refused:
        Writer(tmp_path / "none.sqlite")
    assert refused.value.code == "missing"


def test_work_after_closing_is_refused(writer):
    writer.close()
    assert writer.submit(insert(1)).exception().code == "closed"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_IOERR_FSYNC", "io_error"),
        ("SQLITE_READONLY", "read_only"),
        ("SQLITE_READONLY_DBMOVED", "moved"),
        ("SQLITE_CANTOPEN_ISDIR", "unreadable"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_CONSTRAINT", "not_saved"),
        ("", "not_saved"),
    ],
)
def test_errors_of_sqlite_have_a_code_each(name, code):
    error = sqlite3.OperationalError("text with PERSON01")
    error.sqlite_errorname = name
    refused = file_refused(error)
    assert refused.code == code
    assert refused.facts == {"sqlite": name}


def test_an_unknown_error_is_not_saved():
    assert file_refused(None).code == "not_saved"
