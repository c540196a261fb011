"""The library: new days, somebody's file, putting away with undo, and backups."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from workshop_app.app.library import TRASH_DAYS, Library, NewDay
from workshop_app.app.opened import take_lock
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.storage.comparing import Kinship
from workshop_app.storage.copied import Copied
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.publishing import publish
from workshop_app.system.errors import KnownError

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TODAY = dt.date(2027, 4, 22)
NOW = dt.datetime(2027, 4, 22, 16, tzinfo=dt.UTC)


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "data" / "days", SAMPLE)


@pytest.fixture
def live(library):
    return library.create(NewDay("Forum", TODAY, "Culture", "Exempelby"))


def worked_on(path, title):
    """Something is done to the day in the file."""
    store = DayStore(DayFile.open(path))

    def rule(day: Day) -> Day:
        return Day(day.workshop.changed(title=title))

    store.do(Op.EDIT_WORKSHOP, rule)
    store.close()


def title_of(path):
    file = DayFile.open(path, read_only=True)
    try:
        return file.load().workshop.title
    finally:
        file.close()


def titles(library, **which):
    return [entry.title for entry in library.entries(**which)]


def test_a_new_day_is_listed_with_what_was_written(library, live):
    (entry,) = library.entries()
    assert (entry.path, entry.title, entry.date) == (live, "Forum", TODAY)
    assert library.holds(live)


def test_each_new_day_is_a_day_of_its_own_also_from_the_same_source(library):
    paths = [library.create_sample(TODAY) for _n in range(2)]
    paths.append(library.create(NewDay("", TODAY, source=SAMPLE / "day.json")))
    assert len({entry.day_id for entry in library.entries()}) == len(set(paths)) == 3


def test_somebodys_file_of_another_day_gets_a_file_of_its_own(library, live, tmp_path):
    stick = tmp_path / "stick" / "theirs.milstolpe"
    other = Library(tmp_path / "elsewhere" / "days", SAMPLE)
    publish(other.create(NewDay("Their forum", TODAY)), stick)
    arrival = library.receive(stick)
    assert (arrival.title, arrival.ours, arrival.relation) == ("Their forum", None, None)
    assert titles(library) == ["Forum"]
    path = library.keep(arrival)
    assert path.name == "their-forum.milstolpe"
    assert sorted(titles(library)) == ["Forum", "Their forum"]
    assert stick.exists()


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ((), (), Kinship.SAME),
        (("A",), (), Kinship.BEHIND),
        ((), ("A", "B"), Kinship.AHEAD),
        (("A",), ("B", "C"), Kinship.FORKED),
    ],
)
def test_the_same_day_is_compared_with_the_one_that_is_here(
    library, live, tmp_path, here, there, kind
):
    stick = tmp_path / "theirs.milstolpe"
    publish(live, stick)
    for path, names in ((live, here), (stick, there)):
        for name in names:
            worked_on(path, name)
    arrival = library.receive(stick)
    assert arrival.ours == live
    assert arrival.relation.kind is kind
    assert (arrival.relation.ours, arrival.relation.theirs) == (len(here), len(there))
    library.drop(arrival)
    assert len(list(library.folder.glob("*.part"))) == len(list(library.folder.glob(".*"))) == 0
    opened = library.bring_in(stick)
    assert (opened == live) is (kind in {Kinship.SAME, Kinship.BEHIND})
    assert title_of(live) == (here[-1] if here else "Forum")


def test_of_several_the_nearest_is_found(library, live, tmp_path):
    stick = tmp_path / "theirs.milstolpe"
    publish(live, stick)
    worked_on(live, "Here")
    worked_on(stick, "There")
    second = library.keep(library.receive(stick))
    arrival = library.receive(stick)
    assert (arrival.ours, arrival.relation.kind) == (second, Kinship.SAME)
    library.drop(arrival)


def test_a_live_file_is_opened_where_it_is(library, live):
    assert library.bring_in(live) == live


def test_what_is_refused_leaves_nothing_in_the_library(library, live, tmp_path):
    bad = tmp_path / "bad.milstolpe"
    bad.write_bytes(b"garbage")
    with pytest.raises(KnownError, match="not_a_day"):
        library.bring_in(bad)
    assert [path.name for path in library.folder.iterdir()] == [live.name]


@pytest.mark.parametrize("way", ["archive", "remove"])
def test_a_day_that_is_put_away_can_be_taken_back(library, live, way):
    moved = library.put_away(live) if way == "archive" else library.remove(live, NOW)
    assert titles(library) == []
    assert titles(library, archived=True) == (["Forum"] if way == "archive" else [])
    assert library.take_back(moved) == live
    assert titles(library) == ["Forum"]
    assert title_of(live) == "Forum"


def test_a_day_taken_back_never_lies_on_top_of_a_new_one(library, live):
    moved = library.remove(live, NOW)
    again = library.create(NewDay("Forum", TODAY))
    assert again == live
    back = library.take_back(moved)
    assert back != live
    assert len(library.entries()) == 2


def test_what_is_in_the_archive_comes_out_again(library, live):
    moved = library.put_away(live)
    assert library.out_of_archive(moved.now).now == live
    with pytest.raises(KnownError, match="missing"):
        library.take_back(moved)


def test_a_day_that_is_open_cannot_be_put_away(library, live):
    lock = take_lock(live)
    with pytest.raises(KnownError, match="locked"):
        library.remove(live, NOW)
    lock.unlock()
    library.remove(live, NOW)


def test_the_trash_is_emptied_after_a_month_with_the_backups(library, live):
    (entry,) = library.entries()
    library.backups.make(live, entry.day_id, NOW)
    library.remove(live, NOW)
    (library.trash / "something else").mkdir()
    library.empty_trash(NOW + dt.timedelta(days=TRASH_DAYS))
    assert len(list(library.trash.rglob("*.milstolpe"))) == 1
    library.empty_trash(NOW + dt.timedelta(days=TRASH_DAYS, seconds=1))
    assert list(library.trash.rglob("*.milstolpe")) == []
    assert library.backups.of(entry.day_id) == ()
    assert (library.trash / "something else").is_dir()


def test_a_backup_becomes_a_day_beside_the_one_that_is_here(library, live):
    (entry,) = library.entries()
    library.backups.make(live, entry.day_id, NOW)
    library.record.note(live, Copied(entry.day_id))
    worked_on(live, "Later")
    (backup,) = library.backups_of(live)
    restored = library.restore(backup.path)
    assert (title_of(restored), title_of(live)) == ("Forum", "Later")
    assert restored != live
    assert backup.path.exists()


def test_before_a_file_is_brought_up_to_our_format_it_is_copied_as_it_is(library, live):
    first, second = library.safe_copy(live), library.safe_copy(live)
    assert first != second
    assert first.read_bytes() == second.read_bytes() == live.read_bytes()
    (library.folder.parent / "blocked").write_text("in the way")
    blocked = Library(library.folder.parent / "blocked" / "days", SAMPLE)
    with pytest.raises(KnownError, match="cannot_write"):
        blocked.safe_copy(live)


def test_a_damaged_day_is_told_of_and_its_backups_are_found(library, live):
    (entry,) = library.entries()
    library.backups.make(live, entry.day_id, NOW)
    library.record.note(live, Copied(entry.day_id))
    live.write_bytes(b"garbage")
    assert library.entries() == ()
    assert library.unreadable() == (live,)
    (backup,) = library.backups_of(live)
    assert title_of(library.restore(backup.path)) == "Forum"
    assert live.read_bytes() == b"garbage"


def test_a_damaged_backup_is_refused_and_nothing_comes_of_it(library, live):
    (entry,) = library.entries()
    made = library.backups.make(live, entry.day_id, NOW)
    content = made.path.read_bytes()
    made.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(KnownError):
        library.restore(made.path)
    assert titles(library) == ["Forum"]
    assert list(library.folder.glob(".*")) == []


def test_the_last_copy_is_told_of_the_right_day_only(library, live):
    (entry,) = library.entries()
    library.record.note(live, Copied(entry.day_id, NOW, "/stick"))
    assert [e.copied for e in library.entries()] == [NOW]
    library.remove(live, NOW)
    library.create(NewDay("Forum", TODAY))
    assert [e.copied for e in library.entries()] == [None]


def test_a_library_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "data").write_text("in the way")
    library = Library(tmp_path / "data" / "days", SAMPLE)
    with pytest.raises(KnownError, match="cannot_write"):
        library.create(NewDay("Forum", TODAY))


def test_a_damaged_day_takes_its_journal_along(library, live):
    live.write_bytes(b"SQLite format 3\x00" * 10)
    journal = live.with_name(f"{live.name}-journal")
    journal.write_bytes(b"half a write")
    moved = library.remove(live, NOW)
    assert not journal.exists()
    assert moved.now.with_name(f"{moved.now.name}-journal").exists()
    shutil.rmtree(library.trash)
