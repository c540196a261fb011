"""What was acknowledged is on disk, whatever happens to the process."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workshop_app.storage import log, opening
from workshop_app.storage.dayfile import DayFile

ROOT = Path(__file__).resolve().parents[2]

CHILD = """
import os, secrets, sys
from pathlib import Path
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
from workshop_app.storage.dayfile import Cast, DayFile
from workshop_app.storage import casting

path, dies_at, inside = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "inside"
file = DayFile.open(path)
file.open_round("secret", 50)
file.open_round("open", 50)
real = casting._Desk.put_away
def dying(desk):
    real(desk)
    if n == dies_at:
        os._exit(9)  # written in the transaction, not committed
if inside:
    casting._Desk.put_away = dying
for n in range(50):
    key = "secret" if n % 2 else "open"
    ballot = Ballot(answers={"Q": "yes"})
    file.cast(Cast(key, f"V{n}", Channel.LAPTOP, ballot, secrets.token_bytes(16)))
    os.write(1, f"V{n}\\n".encode())
    if not inside and n == dies_at:
        os._exit(9)
"""


@pytest.mark.parametrize(("dies_at", "where"), [(7, "inside"), (8, "inside"), (9, "after")])
def test_a_killed_process_loses_no_acknowledged_ballot(file, dies_at, where):
    file.close()
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CHILD, str(file.path), str(dies_at), where],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 9, done.stderr.decode()
    told = set(done.stdout.decode().split())
    assert len(told) == (dies_at if where == "inside" else dies_at + 1)
    with closing(DayFile.open(file.path)) as again:
        found = {*again.standing("secret").done, *again.standing("open").done}
        assert found == told
        assert again.check() == ()
        assert again.close_round("secret").result.option("Q").counts["yes"] == len(told) // 2


def test_a_file_that_was_closed_in_good_order_says_so(file):
    assert file.was_open() is None
    file.close()
    with closing(DayFile.open(file.path)) as again:
        assert again.was_open() is None


def test_a_file_that_was_left_open_tells_when_it_last_wrote_a_time(tmp_path, day, ballot):
    times = [dt.datetime(2027, 4, 22, 14, minute, tzinfo=dt.UTC) for minute in (10, 52, 55, 58)]
    path, copy = tmp_path / "day.milstolpe", tmp_path / "copy.milstolpe"
    now = iter([times[0], times[1], times[2], times[2], times[3]])
    with closing(DayFile.create(path, day, clock=lambda: next(now))) as file:
        file.open_round("secret", 3)
        for _n in range(2):
            file.cast(ballot("secret"))  # a secret ballot has no time
        shutil.copyfile(path, copy)
    with closing(DayFile.open(copy, clock=lambda: times[3])) as again:
        assert again.was_open() == times[1]
        assert again.standing("secret").voted == 2
    with closing(DayFile.open(copy, read_only=True)) as reader:
        assert reader.was_open() is None


def test_times_that_are_no_times_are_left_out(file):
    file._writer.look_from_now_on(lambda _path: None, lambda _connection: None)
    file._writer.run(lambda c: c.exec_driver_sql("UPDATE session SET opened = 'noon'") and None)
    found = file._writer.run(opening.left_open)
    assert found == file._writer.run(lambda c: dt.datetime.fromisoformat(log.event(c, 1).at))


CUT_OFF = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("PRAGMA synchronous = FULL")
raw.execute("BEGIN IMMEDIATE")
raw.execute("PRAGMA user_version = 0")
raw.execute("DELETE FROM tracks")
raw.execute("CREATE TABLE filler (x)")
for n in range(200):
    raw.execute("INSERT INTO filler VALUES (zeroblob(4000))")
os._exit(9)
"""


def test_a_write_that_was_cut_off_in_the_header_is_taken_back_on_opening(file, day):
    """A hot journal that holds the first page: the header on disk is not to be believed."""
    file.close()
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CUT_OFF, str(file.path)], check=False, capture_output=True
    )
    assert done.returncode == 9, done.stderr.decode()
    assert file.path.with_name(f"{file.path.name}-journal").stat().st_size > 0
    with open(file.path, "r+b") as raw:  # noqa: PTH123 - bytes in place
        raw.write(b"torn torn torn!!")
    with closing(DayFile.open(file.path)) as again:
        assert again.load() == day
        assert again.check() == ()


def test_a_file_that_cannot_be_taken_back_is_damaged(file):
    file.close()
    file.path.write_bytes(b"torn" * 100)
    file.path.with_name(f"{file.path.name}-journal").write_bytes(b"x" * 100)
    with pytest.raises(Exception) as refused:  # noqa: PT011
        DayFile.open(file.path)
    assert refused.value.code == "damaged"
