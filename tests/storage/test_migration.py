"""An older file is brought up to ours after a verified backup, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from workshop_app.storage import dayfile, migration
from workshop_app.storage.connection import raw_connection
from workshop_app.storage.dayfile import DayFile, FileRefused
from workshop_app.storage.migration import migrate
from workshop_app.storage.schema import FORMAT, STEPS, known_list

NEXT = (*STEPS, ("ALTER TABLE place ADD COLUMN note TEXT", "CREATE TABLE extra (x TEXT) STRICT"))
BROKEN = (*STEPS, ("CREATE TABLE extra (x TEXT) STRICT", "CREATE TABLE extra (x TEXT) STRICT"))


@pytest.fixture
def path(file):
    file.set_place("vote")
    file.close()
    return file.path


def saved(path):
    copy = path.with_name("backup.milstolpe")
    shutil.copyfile(path, copy)
    return copy


def version(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA user_version").fetchone()[0]


def refused_with(act):
    with pytest.raises(FileRefused) as refused:
        act()
    return refused.value.code


def test_the_missing_steps_and_their_stamp_come_in_one_transaction(path):
    before = path.read_bytes()
    migrate(path, FORMAT, saved, NEXT)
    assert version(path) == FORMAT + 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT step, note FROM place").fetchall() == [("vote", None)]
        found = raw.execute("SELECT name FROM sqlite_schema WHERE name = 'extra'").fetchall()
    assert found == [("extra",)]
    assert path.with_name("backup.milstolpe").read_bytes() == before
    assert len(known_list(FORMAT + 1, NEXT)) == len(known_list()) + 1


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    before = path.read_bytes()
    assert refused_with(lambda: migrate(path, FORMAT, saved, BROKEN)) == "not_saved"
    assert path.read_bytes() == before


@pytest.mark.parametrize("spoil", [lambda copy: copy.write_bytes(b"x"), lambda copy: copy.unlink()])
def test_without_a_good_backup_nothing_is_done(path, spoil):
    def bad(source):
        copy = saved(source)
        spoil(copy)
        return copy

    before = path.read_bytes()
    assert refused_with(lambda: migrate(path, FORMAT, bad, NEXT)) == "not_backed_up"
    assert path.read_bytes() == before


def test_a_file_whose_tables_are_not_those_of_its_format_is_refused(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE sly (x)")
    assert refused_with(lambda: migrate(path, FORMAT, saved, NEXT)) == "altered"
    assert version(path) == FORMAT


def test_opening_an_older_file_migrates_it_or_says_that_it_is_older(path, monkeypatch):
    monkeypatch.setattr(dayfile, "FORMAT", FORMAT + 1)
    asked = []

    def steps(found, seen, backup):
        asked.append((found, seen))
        migration.migrate(found, seen, backup, STEPS)

    monkeypatch.setattr(dayfile, "migrate", steps)
    assert refused_with(lambda: DayFile.open(path)) == "older"
    assert refused_with(lambda: DayFile.open(path, read_only=True, backup=saved)) == "older"
    assert asked == []
    with closing(DayFile.open(path, backup=saved)) as file:
        assert file.place() == "vote"
    assert asked == [(path, FORMAT)]


def test_the_settings_hold_while_migrating(path):
    with closing(raw_connection(path, read_only=False)) as raw:
        assert raw.execute("PRAGMA synchronous").fetchone() == (3,)
