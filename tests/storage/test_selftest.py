"""The real program, killed in the middle of its work: nothing it acknowledged is lost."""

import subprocess
import sys

import pytest

from tests.storage.hammering import ROOT, dump, environment, killed_after, lost, opened, run


def test_every_ballot_is_told_once_in_the_words_of_the_protocol(tmp_path):
    path = tmp_path / "day.milstolpe"
    code, lines = run(path, votes=41, seed=7, threads=3, leave_open=False)
    assert (code, lines[0], len(lines)) == (0, "READY", 42)
    kinds = [line.split()[1:3] for line in lines[1:]]
    assert (kinds.count(["N", "71"]), kinds.count(["S", "72"])) == (21, 20)
    assert all(len(line.split()) == 6 for line in lines[1:])
    found = dump(path)
    assert (found["ok"], found["problems"]) == (True, [])
    assert lost(lines, found) == []
    assert len(found["named"]) + len(found["slips"]) == 41


def test_it_goes_on_in_a_file_it_left_open(tmp_path):
    path = tmp_path / "day.milstolpe"
    _code, first = run(path, votes=10)
    code, second = run(path, votes=10, leave_open=False)
    assert code == 0
    assert lost(first + second, dump(path)) == []
    code, third = run(path, votes=10)  # the rounds of that seed are closed
    assert (code, third) == (1, [])


def test_what_is_not_a_day_is_told_and_not_touched(tmp_path):
    path = tmp_path / "day.milstolpe"
    path.write_bytes(b"noise" * 100)
    found = dump(path)
    assert found["ok"] is False
    assert found["problems"][0].startswith("not_a_day")
    assert path.read_bytes() == b"noise" * 100


def test_no_window_is_imported(tmp_path):
    code = (
        "import sys; from workshop_app.cli import main;"
        f"main(['selftest', 'hammer', {str(tmp_path / 'd.milstolpe')!r},"
        " '--threads', '1', '--votes', '2', '--seed', '1']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.slow
def test_killed_again_and_again_it_loses_nothing_and_doubles_nothing(tmp_path):
    path = tmp_path / "day.milstolpe"
    told = []
    for turn in range(8):
        told += killed_after(path, 5 + turn * 17, threads=1 + turn % 4 * 5)
        assert lost(told, opened(path)) == []
    assert len(told) > 400
