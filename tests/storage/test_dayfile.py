"""A day file: what is saved is loaded, undone and redone, and a bad file is refused by name."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from workshop_app.domain.day import with_noun
from workshop_app.domain.nouns import Track
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.storage import connection as connecting
from workshop_app.storage.connection import raw_connection
from workshop_app.storage.dayfile import DayFile, FileRefused, Step
from workshop_app.storage.patch import RowChange, StaleChange, applied, difference
from workshop_app.storage.schema import FORMAT


def renamed(day, name):
    return replace(day, tracks=with_noun(day.tracks, day.tracks[0].changed(name=name)))


def unguarded(file):
    """The file does not notice that somebody else writes to it."""
    file._writer.look_from_now_on(lambda _path: None, lambda _connection: None)


def do(file, name, op=Op.EDIT_MILESTONE):
    day = file.load()
    file.apply(op, difference(day, renamed(day, name)))


def names(file):
    return [track.name for track in file.load().tracks]


def altered(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def test_the_whole_sample_is_loaded_as_it_was_saved(tmp_path, sample):
    path = tmp_path / "a day with ? and % å.milstolpe"
    with closing(DayFile.create(path, sample.day)) as file:
        assert file.load() == sample.day
    with closing(DayFile.open(path)) as file:
        assert file.load() == sample.day
        assert file.check() == ()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_path_that_is_taken_is_not_overwritten(file, day):
    with pytest.raises(FileRefused) as refused:
        DayFile.create(file.path, day)
    assert refused.value.code == "exists"
    assert file.load() == day


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path, day):
    with pytest.raises(FileRefused) as refused:
        DayFile.create(tmp_path / "no" / "day.milstolpe", day)
    assert refused.value.code == "cannot_write"


def test_a_file_that_could_not_be_finished_is_taken_away(tmp_path, day, monkeypatch):
    def broken(_folder):
        raise OSError

    monkeypatch.setattr("workshop_app.storage.dayfile.sync_folder", broken)
    with pytest.raises(OSError):  # noqa: PT011 - it is the test's own
        DayFile.create(tmp_path / "day.milstolpe", day)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_opened_for_writing_is_taken_away(tmp_path, day, monkeypatch):
    monkeypatch.setattr(connecting, "_WRITING", (("journal_mode", "MEMORY", "truncate"),))
    with pytest.raises(FileRefused):
        DayFile.create(tmp_path / "day.milstolpe", day)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_durable_only_where_the_system_can(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting.os, "name", "nt")
    monkeypatch.setattr(connecting.os, "open", None)
    connecting.sync_folder(tmp_path)


def test_every_setting_is_made_and_read_back(file):
    with closing(raw_connection(file.path, read_only=False)) as raw:
        found = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "trusted_schema")
        }
    assert found == {
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_a_setting_that_does_not_take_is_refused(file, monkeypatch):
    monkeypatch.setattr(connecting, "_WRITING", (("journal_mode", "MEMORY", "truncate"),))
    with pytest.raises(FileRefused) as refused:
        raw_connection(file.path, read_only=False)
    assert refused.value.facts["setting"] == "journal_mode"


def test_an_act_is_numbered_in_the_log(file):
    assert file.head()[0] == 1
    day = file.load()
    assert file.apply(Op.EDIT_MILESTONE, difference(day, renamed(day, "New"))) == 2
    assert names(file) == ["New"]
    assert file.check() == ()


def test_undo_and_redo_write_events_of_their_own(file):
    do(file, "New")
    assert (file.undoable(), file.redoable()) == (Op.EDIT_MILESTONE, None)
    step = file.undo()
    assert isinstance(step, Step)
    assert step.op is Op.EDIT_MILESTONE
    assert names(file) == ["First"]
    assert (file.undoable(), file.redoable()) == (None, Op.EDIT_MILESTONE)
    assert file.redo().op is Op.EDIT_MILESTONE
    assert names(file) == ["New"]
    assert file.head()[0] == 4
    assert file.check() == ()


def test_undo_tells_what_it_changed(file, day):
    do(file, "New")
    after = file.load()
    step = file.undo()
    assert applied(after, step.changes) == day


def test_nothing_can_be_undone_or_redone_in_a_new_file(file):
    assert (file.undoable(), file.redoable()) == (None, None)
    assert file.undo() is None
    assert file.redo() is None


def test_undo_survives_a_restart(file):
    do(file, "New")
    do(file, "Newer", Op.SET_REASON)
    file.undo()
    file.close()
    with closing(DayFile.open(file.path)) as again:
        assert (again.undoable(), again.redoable()) == (Op.EDIT_MILESTONE, Op.SET_REASON)
        again.redo()
        assert names(again) == ["Newer"]
        again.undo()
        again.undo()
        assert names(again) == ["First"]


def test_a_new_act_forgets_what_was_undone(file):
    do(file, "New")
    file.undo()
    do(file, "Other")
    assert file.redoable() is None


def test_a_text_that_was_erased_without_a_word_is_found(file):
    do(file, "New")
    file.close()
    altered(file.path, "UPDATE event SET body = NULL WHERE seq = 2")
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert (refused.value.code, dict(refused.value.facts)) == (
        "altered",
        {"what": "erased", "event": 2},
    )


def test_changes_made_for_another_day_write_nothing(file):
    stale = (RowChange("tracks", "S1", {"id": "S1"}, None),)
    with pytest.raises(StaleChange):
        file.apply(Op.EDIT_MILESTONE, stale)
    assert file.head()[0] == 1


def test_rows_come_and_go(file):
    day = file.load()
    more = replace(day, tracks=(*day.tracks, Track(id="S2", name="Second", position=2)))
    file.apply(Op.EDIT_MILESTONE, difference(day, more))
    assert file.load() == more
    file.apply(Op.EDIT_MILESTONE, difference(more, day))
    assert file.load() == day
    assert file.check() == ()


def test_the_day_may_get_another_id(file):
    day = file.load()
    other = replace(day, workshop=day.workshop.changed(id="other"))
    file.apply(Op.EDIT_WORKSHOP, difference(day, other))
    assert file.load() == other


def test_the_place_is_remembered_without_an_event(file):
    assert file.place() == ""
    file.set_place("vote")
    file.set_place("frame")
    file.close()
    with closing(DayFile.open(file.path)) as again:
        assert again.place() == "frame"
        assert again.head()[0] == 1


def test_a_closed_file_says_so(file):
    file.close()
    file.close()
    with pytest.raises(FileRefused) as refused:
        file.load()
    assert refused.value.code == "closed"


def test_a_read_only_file_can_be_read_and_not_written(file, day):
    file.close()
    with closing(DayFile.open(file.path, read_only=True)) as reader:
        assert reader.load() == day
        assert reader.check() == ()
        with pytest.raises(FileRefused) as refused:
            reader.set_place("vote")
    assert refused.value.code == "read_only"


def test_a_file_that_somebody_writes_to_meanwhile_is_looked_at_before_it_is_used(file):
    altered(file.path, "UPDATE place SET step = 'x'")  # nothing that matters
    do(file, "New")
    altered(file.path, "UPDATE tracks SET name = 'Sly'")
    with pytest.raises(FileRefused) as refused:
        file.set_place("vote")
    assert (refused.value.code, refused.value.facts["table"]) == ("altered", "tracks")
    altered(file.path, "UPDATE tracks SET name = 'New'")
    file.set_place("vote")


def test_a_row_that_somebody_took_away_stops_an_act(file):
    unguarded(file)
    altered(file.path, "DELETE FROM tracks")
    with pytest.raises(FileRefused) as refused:
        file.apply(Op.EDIT_MILESTONE, difference(d := file._day, renamed(d, "New")))
    assert refused.value.code == "altered"
    assert file.head()[0] == 1


def test_a_row_that_somebody_put_in_stops_an_act(file):
    unguarded(file)
    altered(
        file.path,
        "CREATE TEMP TABLE more AS SELECT * FROM tracks",
        "UPDATE more SET id = 'S2'",
        "INSERT INTO tracks SELECT * FROM more",
    )
    day = file._day
    more = replace(day, tracks=(*day.tracks, Track(id="S2", name="Second", position=2)))
    with pytest.raises(FileRefused) as refused:
        file.apply(Op.EDIT_MILESTONE, difference(day, more))
    assert refused.value.code == "altered"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"hello", "not_a_day"),
        (b"SQLite format 3\x00" + bytes(20), "not_a_day"),
        (b"SQLite format 3\x00" + bytes(200), "foreign"),
    ],
)
def test_what_is_not_a_day_file_is_refused_and_left_alone(tmp_path, data, code):
    path = tmp_path / "day.milstolpe"
    path.write_bytes(data)
    with pytest.raises(FileRefused) as refused:
        DayFile.open(path)
    assert refused.value.code == code
    assert path.read_bytes() == data


def test_a_file_that_is_not_there_is_refused_and_not_made(tmp_path):
    with pytest.raises(FileRefused) as refused:
        DayFile.open(tmp_path / "day.milstolpe")
    assert refused.value.code == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_day_file(tmp_path):
    with pytest.raises(FileRefused) as refused:
        DayFile.open(tmp_path)
    assert refused.value.code == "unreadable"


@pytest.mark.parametrize(("version", "code"), [(FORMAT + 1, "newer"), (0, "damaged")])
def test_a_file_of_another_format_is_refused_untouched(file, version, code):
    file.close()
    altered(file.path, f"PRAGMA user_version = {version}")
    before = file.path.read_bytes()
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == code
    assert file.path.read_bytes() == before


def test_a_schema_with_a_foreign_trigger_is_refused(file):
    file.close()
    altered(
        file.path,
        "CREATE TRIGGER sly AFTER INSERT ON roll BEGIN DELETE FROM slip_box; END",
    )
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == "altered"
    assert refused.value.facts["name"] == "sly"


def test_a_file_cut_short_is_damaged(file):
    file.close()
    data = file.path.read_bytes()
    file.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == "damaged"


def test_what_sqlite_finds_wrong_is_damaged(file):
    file.close()
    data = bytearray(file.path.read_bytes())
    data[36:40] = (5).to_bytes(4)  # free pages that are not there
    file.path.write_bytes(data)
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == "damaged"


def test_a_page_of_noise_is_damaged(file):
    file.close()
    data = bytearray(file.path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    file.path.write_bytes(data)
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == "damaged"


def test_a_day_without_a_workshop_is_altered(file):
    file.close()
    altered(file.path, "DELETE FROM workshop")
    with pytest.raises(FileRefused) as refused:
        DayFile.open(file.path)
    assert refused.value.code == "altered"


def test_content_changed_behind_the_log_is_found(file):
    altered(file.path, "UPDATE tracks SET name = 'Sly'")
    (problem,) = file.check()
    assert (problem.code, dict(problem.facts)) == ("content", {"table": "tracks", "id": "S1"})


def test_a_broken_chain_is_found_by_check(file):
    altered(file.path, "DROP TRIGGER event_is_only_erased", "UPDATE event SET kind = 'vote'")
    codes = {problem.code for problem in file.check()}
    assert codes == {"schema", "chain"}


def test_undo_does_not_take_a_round_away_from_its_ballots(file, ballot):
    day = file.load()
    with_third = replace(day, rounds=(*day.rounds, day.rounds[1].changed(id="third", position=9)))
    file.apply(Op.NEW_ROUND, difference(day, with_third))
    file.open_round("third", 3)
    with pytest.raises(Refused) as refused:
        file.undo()
    assert refused.value.code == "round_has_votes"
    assert file.undoable() is Op.NEW_ROUND
    assert file.check() == ()


def test_the_settings_of_a_round_are_fixed_by_its_votes_and_its_name_is_not(file, ballot):
    def edit(**fields):
        day = file.load()
        voting = next(r for r in day.rounds if r.id == "secret")
        rounds = with_noun(day.rounds, voting.changed(**fields))
        file.apply(Op.EDIT_ROUND, difference(day, replace(day, rounds=rounds)))

    edit(options=("Q", "R"))
    file.open_round("secret", 3)
    edit(may_abstain=False)
    with pytest.raises(Refused):
        edit(options=("Q",))
    file.cast(ballot("secret"))
    with pytest.raises(Refused):
        edit(may_abstain=True)
    edit(name="A better name", tie_order=("R", "Q"))
    assert file.check() == ()
