"""The frozen SQL, and what keeps it and the nouns from drifting apart."""

import hashlib
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.types import Boolean, Integer

from workshop_app.storage import schema
from workshop_app.storage.schema import FORMAT, STEPS, known_list, statements_after, strangers
from workshop_app.storage.tables import ROWS


@pytest.fixture
def fresh():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements_after(0):
            connection.execute(statement)
        yield connection


@pytest.mark.parametrize("name", ROWS)
def test_columns_of_the_row_class_are_those_of_the_frozen_table(fresh, name):
    columns = ROWS[name].__table__.columns
    wanted = {
        column.name: (
            "INTEGER" if isinstance(column.type, Boolean | Integer) else "TEXT",
            not column.nullable,
            column.primary_key,
        )
        for column in columns
    }
    found = {
        column: (kind, bool(required), bool(key))
        for _n, column, kind, required, _default, key in fresh.execute(
            f'PRAGMA table_info("{name}")'
        )
    }
    assert found == wanted


def test_every_table_is_strict(fresh):
    rows = fresh.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    assert {name for name, strict in rows if not strict} == {"sqlite_schema"}


def test_a_new_file_is_stamped(fresh):
    assert fresh.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert fresh.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)


def test_an_untouched_schema_has_no_strangers(fresh):
    assert strangers(tuple(fresh.execute(schema.schema_query()))) == ()


@pytest.mark.parametrize(
    ("attack", "name"),
    [
        ("CREATE TABLE extra (x)", "extra"),
        ("DROP TRIGGER event_is_never_deleted", "event_is_never_deleted"),
        ("CREATE VIEW fine AS SELECT 1", "fine"),
        ("ALTER TABLE roll ADD COLUMN at TEXT", "roll"),
        ("CREATE INDEX quick ON roll (voter)", "quick"),
    ],
)
def test_a_schema_somebody_changed_is_named(fresh, attack, name):
    fresh.execute(attack)
    assert strangers(tuple(fresh.execute(schema.schema_query()))) == (name,)


def test_an_older_file_gets_only_the_steps_it_lacks():
    steps = (("CREATE TABLE a (x)",), ("CREATE TABLE b (x)", "CREATE TABLE c (x)"))
    statements = statements_after(1, steps)
    assert statements[:2] == ("CREATE TABLE b (x)", "CREATE TABLE c (x)")
    assert statements[-1] == "PRAGMA user_version = 2"


def test_the_known_list_is_that_of_its_format():
    assert len(known_list(FORMAT)) > len(known_list(0)) == 0


def test_released_steps_are_not_edited():
    found = [hashlib.sha256("\n".join(step).encode()).hexdigest()[:12] for step in STEPS]
    assert found == ["f28c7b25aaf7"]
