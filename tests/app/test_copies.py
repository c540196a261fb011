"""Copies of an open day: at the right moments, never beside a secret vote, failure told once."""

import shutil
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from workshop_app.app.ballots import BallotDoor, request_key
from workshop_app.app.copies import EVERY_MS, CopyKeeper, CopyPlaces, secret_vote_open
from workshop_app.app.library import Library
from workshop_app.app.store import DayStore
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel
from workshop_app.domain.ops import Op
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.preview import preview
from workshop_app.system.errors import KnownError

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
ROUND = "milstolpar"


class Hands:
    """A clock that is turned by hand."""

    def __init__(self):
        self.now = datetime(2027, 4, 22, 8, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="module")
def sample_live(tmp_path_factory):
    library = Library(tmp_path_factory.mktemp("data") / "days", SAMPLE)
    return library.create_sample(datetime(2027, 4, 22, tzinfo=UTC).date())


@pytest.fixture
def library(tmp_path, sample_live):
    made = Library(tmp_path / "data" / "days", SAMPLE)
    made.folder.mkdir(parents=True)
    shutil.copy(sample_live, made.folder / "forum.milstolpe")
    return made


@pytest.fixture
def store(qapp, library):
    made = DayStore(DayFile.open(library.folder / "forum.milstolpe"))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Documents" / "Milstolpe"


@pytest.fixture
def keeper(store, library, folder):
    made = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    yield made
    made.finish()


def edit(store, title):
    def rule(day: Day) -> Day:
        return Day(**{**vars(day), "workshop": day.workshop.changed(title=title)})

    store.do(Op.EDIT_WORKSHOP, rule)


def copy_now(qtbot, keeper):
    with qtbot.waitSignal(keeper.copied) as told:
        keeper.copy_if_changed()
    return told.args[0]


def cast(door, voter):
    door.cast(ROUND, voter, Channel.LAPTOP, Ballot(dots={"S1-1": 1}), request_key())


def backups(library, store):
    return library.backups.of(store.day.workshop.id)


def test_a_changed_day_is_copied_and_backed_up_and_an_unchanged_one_is_not(
    qtbot, keeper, store, library, folder
):
    edit(store, "First")
    assert copy_now(qtbot, keeper) == folder / "forum.milstolpe"
    assert preview(folder / "forum.milstolpe").title == "First"
    assert len(backups(library, store)) == 1
    keeper.copy_if_changed()
    assert keeper._running is None
    (entry,) = library.entries()
    assert entry.copied == library.record.of(entry.path).at
    assert entry.copied is not None


def test_every_ten_minutes(qtbot, keeper, store, folder):
    assert (keeper._timer.interval(), keeper._timer.isActive()) == (EVERY_MS, True)
    assert EVERY_MS == 10 * 60 * 1000
    edit(store, "Later")
    with qtbot.waitSignal(keeper.copied):
        keeper._timer.timeout.emit()
    assert preview(folder / "forum.milstolpe").title == "Later"


def test_after_each_closed_vote_and_never_while_a_secret_one_is_open(
    qtbot, keeper, store, library, folder
):
    door = BallotDoor(store)
    edit(store, "Before")
    copy_now(qtbot, keeper)
    door.open(ROUND)
    assert secret_vote_open(store.day)
    cast(door, "D01")
    keeper.copy_if_changed()
    assert keeper._running is None
    with pytest.raises(KnownError, match="vote_open"):
        keeper.save_copy(folder / "mine.milstolpe")
    assert len(backups(library, store)) == 1
    with qtbot.waitSignal(keeper.copied):
        door.close(ROUND)
    assert preview(folder / "forum.milstolpe").rounds[0].voted == 1
    assert len(backups(library, store)) == 2


def test_when_the_vote_is_opened_again_what_holds_its_ballots_goes(
    qtbot, keeper, store, library, folder
):
    door = BallotDoor(store)
    edit(store, "Before")
    copy_now(qtbot, keeper)
    door.open(ROUND)
    cast(door, "D01")
    with qtbot.waitSignal(keeper.copied):
        door.close(ROUND)
    door.reopen(ROUND)
    assert len(backups(library, store)) == 1
    assert not (folder / "forum.milstolpe").exists()
    cast(door, "D02")
    with qtbot.waitSignal(keeper.copied):
        door.close(ROUND)
    assert preview(folder / "forum.milstolpe").rounds[0].voted == 2


def test_the_last_copy_is_made_at_the_end(store, library, folder):
    keeper = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    edit(store, "At the end")
    keeper.finish()
    assert preview(folder / "forum.milstolpe").title == "At the end"


def test_what_a_crash_kept_from_being_copied_is_copied_next_time(store, library, folder):
    first = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    first.finish()
    assert preview(folder / "forum.milstolpe").title == store.day.workshop.title
    again = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    assert not again._changed
    again.finish()
    edit(store, "Nobody copied this")
    third = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    third.finish()
    assert preview(folder / "forum.milstolpe").title == "Nobody copied this"


def test_a_folder_that_cannot_be_written_is_told_once_and_backups_go_on(
    qtbot, store, library, tmp_path
):
    (tmp_path / "blocked").write_text("in the way")
    places = CopyPlaces(library, tmp_path / "blocked" / "Milstolpe")
    keeper = CopyKeeper(store, places, Hands())
    told = []
    keeper.failed.connect(told.append)
    for title in ("One", "Two"):
        edit(store, title)
        keeper.copy_if_changed()
        qtbot.waitUntil(lambda: keeper._running is None)
    assert [error.code for error in told] == ["copy_failed"]
    assert told[0].facts == {"folder": str(places.folder)}
    assert len(backups(library, store)) == 2
    keeper.copy_if_changed()
    qtbot.waitUntil(lambda: keeper._running is None)
    assert len(backups(library, store)) == 2
    # another folder helps
    with qtbot.waitSignal(keeper.copied):
        keeper.use_folder(tmp_path / "other")
    assert preview(tmp_path / "other" / "forum.milstolpe").title == "Two"
    keeper.finish()


def test_a_copy_asked_for_while_one_is_made_is_made_after_it(qtbot, keeper, store, folder):
    edit(store, "One")
    keeper.copy_if_changed()
    edit(store, "Two")
    keeper.copy_if_changed()
    qtbot.waitUntil(lambda: keeper._running is None and not keeper._changed)
    assert preview(folder / "forum.milstolpe").title == "Two"


def test_a_copy_goes_where_the_person_says(keeper, store, library, tmp_path):
    target = tmp_path / "stick" / "mine.milstolpe"
    keeper.save_copy(target)
    assert preview(target).sound
    assert library.record.of(store.file.path).place == str(target)
    with pytest.raises(KnownError, match="same_file"):
        keeper.save_copy(store.file.path)


def test_the_copy_of_another_day_in_the_folder_is_left_alone(
    qtbot, keeper, store, folder, library, sample_live
):
    other = Library(library.folder.parent.parent / "other" / "days", SAMPLE)
    folder.mkdir(parents=True)
    shutil.copy(other.create_sample(store.day.workshop.date), folder / "forum.milstolpe")
    before = (folder / "forum.milstolpe").read_bytes()
    edit(store, "Mine")
    assert copy_now(qtbot, keeper) == folder / "forum-2.milstolpe"
    assert (folder / "forum.milstolpe").read_bytes() == before


def test_when_something_was_erased_backups_and_copy_are_made_anew(
    qtbot, keeper, store, library, folder
):
    for title in ("One", "Two"):
        edit(store, title)
        copy_now(qtbot, keeper)
    assert len(backups(library, store)) == 2
    with qtbot.waitSignal(keeper.copied):
        keeper.forget_all()
    assert len(backups(library, store)) == 1
    assert (folder / "forum.milstolpe").exists()


def test_of_a_day_that_can_only_be_read_only_asked_for_copies_are_made(
    qapp, library, folder, tmp_path
):
    live = library.folder / "forum.milstolpe"
    store = DayStore(DayFile.open(live, read_only=True))
    keeper = CopyKeeper(store, CopyPlaces(library, folder), Hands())
    keeper.save_copy(tmp_path / "mine.milstolpe")
    keeper.finish()
    store.close()
    assert preview(tmp_path / "mine.milstolpe").sound
    assert not folder.exists()


def test_nothing_waits_for_a_copy_while_people_work(qtbot, keeper, store):
    # WHEN a copy is being made in its thread
    edit(store, "One")
    keeper.copy_if_changed()
    # THEN the next act is written at once, whatever the copy does
    for number in range(5):
        qtbot.waitUntil(partial(_done, store, f"Act {number}"), timeout=5000)
    assert store.day.workshop.title == "Act 4"


def _done(store, title):
    edit(store, title)
    return store.day.workshop.title == title
