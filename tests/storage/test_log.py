"""The chain holds, notices what was changed, and lets a body be erased."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from workshop_app.storage import log
from workshop_app.storage.connection import sql
from workshop_app.storage.schema import statements_after

AT = "2027-04-22T09:00:00+02:00"


def new_connection():
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        creator=lambda: sqlite3.connect(":memory:", isolation_level=None),
    )
    connection = engine.connect()
    for statement in statements_after(0):
        sql(connection, statement)
    return connection


@pytest.fixture
def connection():
    made = new_connection()
    yield made
    made.close()
    made.engine.dispose()


@pytest.fixture
def three(connection):
    for n in range(3):
        log.append(connection, AT, f"kind{n}", {"n": n, "å": "ö"})
    return connection


def without_guard(connection):
    for name in ("event_is_never_deleted", "event_is_only_erased"):
        sql(connection, f"DROP TRIGGER {name}")


def test_an_empty_log_holds(connection):
    assert log.broken(connection) is None
    assert log.head(connection) == (0, "AAAA-AAAA-AAAA-AAAA")


def test_events_come_back_as_they_were_written(three):
    assert [e.body["n"] for e in log.events(three)] == [0, 1, 2]
    assert log.event(three, 2) == log.Event(2, AT, "kind1", {"n": 1, "å": "ö"})
    assert [e.seq for e in log.events(three, "kind0", "kind2")] == [1, 3]


def test_an_event_that_is_not_there_is_a_key_error(three):
    with pytest.raises(KeyError):
        log.event(three, 9)


def test_the_hash_is_that_of_the_description():
    import hashlib

    digest = hashlib.sha256(b"{}").digest()
    wanted = hashlib.sha256(bytes(32) + b'[1,"a"]' + digest).digest()
    assert log.chained(bytes(32), 1, "a", digest) == wanted


def test_the_head_changes_with_every_event(connection):
    heads = []
    for _n in range(4):
        log.append(connection, AT, "same", {})
        heads.append(log.head(connection))
    assert [seq for seq, _head in heads] == [1, 2, 3, 4]
    assert len({letters for _seq, letters in heads}) == 4
    assert all(len(letters) == 19 for _seq, letters in heads)


def test_a_deleted_event_is_refused_by_the_file_itself(three):
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(three, "DELETE FROM event WHERE seq = 2")


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'x'",
        "body = '{}'",
        "seq = 9",
        "at = ''",
        "digest = zeroblob(32)",
        "body = NULL, at=''",
    ],
)
def test_a_changed_event_is_refused_by_the_file_itself(three, change):
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(three, f"UPDATE event SET {change} WHERE seq = 2")  # noqa: S608


def test_an_erased_body_is_gone_and_the_chain_holds(three):
    head = log.head(three)
    log.erase(three, 2)
    assert log.event(three, 2).body is None
    assert log.broken(three) is None
    assert log.head(three) == head


@pytest.mark.parametrize(
    ("attack", "found"),
    [
        ("DELETE FROM event WHERE seq = 2", (3, "gap")),
        ("UPDATE event SET body = '{}' WHERE seq = 2", (2, "body")),
        ("UPDATE event SET kind = 'x' WHERE seq = 2", (2, "chain")),
        ("UPDATE event SET digest = zeroblob(32), body = NULL WHERE seq = 3", (3, "chain")),
        ("UPDATE event SET previous = zeroblob(32) WHERE seq = 2", (2, "chain")),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 1", (1, "chain")),
    ],
)
def test_what_somebody_changed_behind_the_guards_is_found(three, attack, found):
    without_guard(three)
    sql(three, attack)
    assert log.broken(three) == found


bodies = st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=4)


@given(st.lists(bodies, max_size=6), st.data())
def test_whatever_is_written_the_chain_holds_and_any_erasure_keeps_it(written, data):
    connection = new_connection()
    try:
        for body in written:
            log.append(connection, AT, "any", body)
        if written:
            log.erase(connection, data.draw(st.integers(1, len(written))))
        assert log.broken(connection) is None
        assert log.head(connection)[0] == len(written)
    finally:
        connection.close()
        connection.engine.dispose()


def test_the_events_about_a_round_are_found_without_reading_the_others(connection):
    bodies = [{"round": "a", "n": 1}, {"round": "b"}, {"round": "c", "text": '"round":"a"'}]
    for body in bodies:
        log.append(connection, AT, "kind", body)
    log.append(connection, AT, "other", {"round": "a"})
    log.append(connection, AT, "kind", {"inner": {"round": "a"}, "round": "z"})
    assert [event.seq for event in log.about(connection, "a", "kind")] == [1]
    log.erase(connection, 1)
    assert list(log.about(connection, "a", "kind")) == []


def test_an_event_about_a_round_that_is_not_what_its_digest_says_is_refused(connection):
    log.append(connection, AT, "kind", {"round": "a", "n": 1})
    without_guard(connection)
    sql(connection, "UPDATE event SET body = replace(body, '1', '2')")
    with pytest.raises(log.Broken) as broken:
        list(log.about(connection, "a", "kind"))
    assert (broken.value.code, broken.value.seq, broken.value.what) == ("altered", 1, "body")
