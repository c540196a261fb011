"""The power goes at any moment: what was acknowledged is there, once, and the file is sound."""

import itertools
import random
import re
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.hammering import lost, opened, run, start
from tests.storage.power import Disk, compiled, operations
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.outside import all_ballots

CUTS = 40


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    library = compiled(tmp_path_factory.mktemp("shim"))
    if library is None:
        pytest.skip("no C compiler to build the shim with")
    return library


@pytest.fixture
def recorded(shim, tmp_path):
    """A hammer with every operation written down: those of the start, and those after READY."""
    folder, log = tmp_path / "live", tmp_path / "operations"
    folder.mkdir()
    wishes = {"LD_PRELOAD": str(shim), "DISK_SHIM_FOLDER": str(folder), "DISK_SHIM_LOG": str(log)}
    code, told = run(folder / "day.milstolpe", votes=40, threads=3, leave_open=False, **wishes)
    assert (code, len(told)) == (0, 41)
    found = operations(log) if log.exists() else []
    if not any(operation.kind == "S" for operation in found):
        pytest.skip("the shim does not reach SQLite here")
    return found


def sound_and_whole(folder, told):
    with closing(DayFile.open(folder / "day.milstolpe")) as file:
        assert file.check() == ()
        assert lost(told, all_ballots(file)) == []


@pytest.mark.slow
def test_the_power_may_go_at_any_moment(recorded, tmp_path):
    luck = random.Random(60)  # noqa: S311 - the same cuts each time
    first = next(n for n, each in enumerate(recorded) if each.kind == "A")
    cuts = sorted(luck.sample(range(first, len(recorded)), CUTS))
    disk, told = Disk(), []
    for number, operation in enumerate(recorded):
        if operation.kind == "A":
            told += operation.data.decode().splitlines()
        else:
            disk.do(operation)
        if number in cuts:
            folder = tmp_path / f"cut{number}"
            folder.mkdir()
            for path, content in disk.after_cut(luck).items():
                (folder / Path(path).name).write_bytes(content)
            sound_and_whole(folder, told)
    assert len([line for line in told if line.startswith("ACK")]) == 40


def test_a_disk_that_forgets_what_was_synced_is_found_out(recorded, tmp_path):
    """So that the test above is known to see something: here syncing does nothing."""
    luck = random.Random(60)  # noqa: S311 - the same cuts each time
    disk, told, failures = Disk(), [], 0
    for number, operation in enumerate(recorded):
        if operation.kind == "A":
            told += operation.data.decode().splitlines()
        elif operation.kind != "S":
            disk.do(operation)
        if number % 40 or not told:
            continue
        folder = tmp_path / f"cut{number}"
        folder.mkdir()
        for path, content in disk.after_cut(luck).items():
            (folder / Path(path).name).write_bytes(content)
        try:
            sound_and_whole(folder, told)
        except Exception:  # noqa: BLE001 - any way of being found out
            failures += 1
    assert failures > 0


def test_each_ballot_is_told_after_the_file_and_its_journal_are_synced(recorded):
    """An answer never stands before the sync that makes the emptied journal last."""
    pending = {}
    for operation in recorded:
        name = Path(operation.path).name
        if operation.kind in "WT":
            pending[name] = operation.kind
        elif operation.kind == "S":
            pending.pop(name, None)
        elif operation.data.startswith(b"ACK"):
            # A group may be under way when another one's ballots are told.
            assert pending.get("day.milstolpe-journal") != "T"


def test_a_slow_disk_makes_the_answer_late_and_not_early(shim, tmp_path):
    folder = tmp_path / "live"
    folder.mkdir()
    wishes = {"LD_PRELOAD": str(shim), "DISK_SHIM_FOLDER": str(folder), "DISK_SHIM_SLOW": "100"}
    process = start(folder / "day.milstolpe", votes=3, threads=1, **wishes)
    lines = (line for line in process.stdout if re.match(b"READY|ACK", line))
    times = [time.perf_counter() for _line in lines]
    process.wait()
    process.stdout.close()
    waits = [after - before for before, after in itertools.pairwise(times)]
    assert len(waits) == 3
    assert min(waits) > 0.2  # the journal, the file, and the journal's end


@pytest.mark.slow
def test_a_sync_that_fails_is_tried_again_with_the_file_opened_anew(shim, tmp_path):
    folder = tmp_path / "live"
    folder.mkdir()
    for turn, fail in enumerate(("60-61", "83-85")):
        path = folder / f"day{turn}.milstolpe"
        wishes = {"LD_PRELOAD": str(shim), "DISK_SHIM_FOLDER": str(folder), "DISK_SHIM_FAIL": fail}
        code, told = run(path, votes=40, threads=2, **wishes)
        assert (code, len(told)) == (0, 41)
        found = opened(path)
        assert lost(told, found) == []
        assert len(found["named"]) + len(found["slips"]) == 40


def test_a_full_disk_takes_nothing_and_acknowledges_nothing_until_there_is_room(shim, tmp_path):
    folder, room = tmp_path / "live", tmp_path / "room"
    folder.mkdir()
    path = folder / "day.milstolpe"
    wishes = {"LD_PRELOAD": str(shim), "DISK_SHIM_FOLDER": str(folder)}
    wishes |= {"DISK_SHIM_FULL": "1500000", "DISK_SHIM_ROOM": str(room)}
    process = start(path, votes=100, threads=4, errors=subprocess.PIPE, **wishes)
    assert process.stderr.readline() == b"disk_full\n"  # it says so, and waits
    room.touch()
    out, _err = process.communicate(timeout=60)
    told = out.decode().splitlines()
    assert process.returncode == 0
    assert len([line for line in told if line.startswith("ACK")]) == 100
    assert lost(told, opened(path)) == []
