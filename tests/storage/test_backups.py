"""The last twenty backups and the last of each day for a month; none that tells who voted what."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.test_publishing import opened, retitled
from workshop_app.storage.backups import DAYS, LAST, Backup, Backups, holds_ballots, to_remove
from workshop_app.storage.dayfile import FileRefused

NOW = datetime(2027, 4, 22, 16, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(min_value=0, max_value=60 * 24 * 60).map(lambda m: NOW - timedelta(minutes=m)),
    max_size=120,
    unique=True,
)


@given(MOMENTS)
def test_the_last_twenty_and_the_last_of_each_day_of_the_month_stay(moments):
    backups = [Backup(Path(f"{n}.milstolpe"), moment) for n, moment in enumerate(moments)]
    kept = set(backups) - set(to_remove(backups, NOW))
    newest = sorted(backups, key=lambda backup: backup.made, reverse=True)
    assert set(newest[:LAST]) <= kept
    last_of_day = {}
    for backup in reversed(newest):
        last_of_day[backup.made.date()] = backup
    month = {day for day in last_of_day if NOW.date() - day < timedelta(days=DAYS)}
    assert {last_of_day[day] for day in month} <= kept
    assert len(kept) <= LAST + len(month)
    for backup in kept - set(newest[:LAST]):
        assert last_of_day[backup.made.date()] is backup


@pytest.fixture
def backups(tmp_path):
    return Backups(tmp_path / "backups")


def test_backups_are_whole_days_newest_first(file, backups):
    backups.make(file.path, "day", NOW)
    retitled(file, "Later")
    backups.make(file.path, "day", NOW + timedelta(minutes=10))
    newest, oldest = backups.of("day")
    assert newest.made - oldest.made == timedelta(minutes=10)
    assert opened(newest.path)[0].workshop.title == "Later"
    assert opened(oldest.path)[0].workshop.title == "The day"


def test_two_in_the_same_second_are_two(file, backups):
    backups.make(file.path, "day", NOW)
    backups.make(file.path, "day", NOW)
    assert len(backups.of("day")) == 2


def test_each_new_one_lets_go_of_those_that_are_too_many(file, backups):
    for minutes in range(LAST + 5):
        backups.make(file.path, "day", NOW + timedelta(minutes=minutes))
    assert len(backups.of("day")) == LAST
    assert backups.of("day")[-1].made == NOW + timedelta(minutes=5)


def test_days_have_their_backups_apart_whatever_their_id_is(file, backups, tmp_path):
    for day_id in ("day", "../../outside", "/etc/passwd", ""):
        backups.make(file.path, day_id, NOW)
        assert len(backups.of(day_id)) == 1
    written = {path.parent.parent for path in tmp_path.rglob("*T*Z.milstolpe")}
    assert written == {backups.folder}
    backups.forget("day")
    assert backups.of("day") == ()
    assert len(backups.of("../../outside")) == 1


def test_there_is_none_while_a_secret_vote_is_open(file, backups):
    file.open_round("secret", 3)
    with pytest.raises(FileRefused, match="vote_open"):
        backups.make(file.path, "day", NOW)
    assert backups.of("day") == ()


def test_when_a_round_is_opened_again_backups_with_its_ballots_go(file, backups, ballot):
    backups.make(file.path, "day", NOW)
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    file.close_round("secret")
    backups.make(file.path, "day", NOW + timedelta(minutes=1))
    assert [holds_ballots(b.path, "secret") for b in backups.of("day")] == [True, False]
    file.reopen_round("secret")
    backups.forget_round("day", "secret")
    assert [backup.made for backup in backups.of("day")] == [NOW]


def test_a_copy_that_cannot_be_read_counts_as_holding_ballots(tmp_path):
    (tmp_path / "x.milstolpe").write_bytes(b"what")
    assert holds_ballots(tmp_path / "x.milstolpe", "secret")


def test_a_file_of_somebody_elses_in_the_folder_is_no_backup(file, backups):
    made = backups.make(file.path, "day", NOW)
    made.path.with_name("notes.milstolpe").write_bytes(b"")
    assert [backup.path for backup in backups.of("day")] == [made.path]
