"""Every way a disk can fail: nothing is acknowledged that is not on it, and work goes on after."""

import os
import resource
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from workshop_app.storage.dayfile import DayFile, FileRefused

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are made as Linux does")


def refused_with(act):
    with pytest.raises(FileRefused) as refused:
        act()
    return refused.value.code


@pytest.fixture
def voting(file, ballot):
    """A file with a secret round that has one ballot."""
    file.open_round("secret", 9)
    file.cast(ballot("secret", "yes"))
    return file


def goes_on(file, ballot, cast, path=None):
    """The ballot that was not taken is taken now, once, and another one too."""
    assert file.cast(cast).voted == 2
    assert file.cast(cast).voted == 2
    assert file.cast(ballot("secret", "no")).voted == 3
    assert file.check() == ()
    file.close()
    with closing(DayFile.open(path or file.path)) as again:
        assert again.standing("secret").voted == 3


@contextmanager
def mounted(folder, *arguments):
    """Something mounted on a folder, where the system lets us."""
    folder.mkdir(exist_ok=True)
    command = ["mount", *arguments, str(folder)]
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("mounting needs root")
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own words
    if done.returncode:
        pytest.skip(f"mounting is not possible here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)  # noqa: S603, S607


def fill(path):
    """Write until there is no room."""
    with path.open("wb", buffering=0) as full:
        while True:
            full.write(bytes(4096))


def test_a_full_disk_takes_nothing_and_goes_on_when_there_is_room(tmp_path, day, ballot):
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as folder:
        file = DayFile.create(folder / "day.milstolpe", day)
        file.open_round("secret", 9)
        file.cast(ballot("secret", "yes"))
        filler = folder / "filler"
        with pytest.raises(OSError, match="No space"):
            fill(filler)
        cast = ballot("secret", "no")
        assert refused_with(lambda: file.cast(cast)) == "disk_full"
        assert file.standing("secret").voted == 1
        assert refused_with(lambda: file.cast(cast)) == "disk_full"
        filler.unlink()
        goes_on(file, ballot, cast)


def test_a_folder_that_can_only_be_read_is_told_and_can_be_read(tmp_path, day):
    source = tmp_path / "source"
    source.mkdir()
    DayFile.create(source / "day.milstolpe", day).close()
    with mounted(tmp_path / "here", "--bind", str(source)) as folder:
        done = subprocess.run(  # noqa: S603 - our own words
            ["mount", "-o", "remount,bind,ro", str(folder)],  # noqa: S607
            check=False,
            capture_output=True,
        )
        if done.returncode:
            pytest.skip("remounting is not possible here")
        path = folder / "day.milstolpe"
        assert refused_with(lambda: DayFile.open(path)) == "read_only"
        with closing(DayFile.open(path, read_only=True)) as reader:
            assert reader.load() == day
            assert refused_with(lambda: reader.set_place("x")) == "read_only"


def test_a_stick_that_is_pulled_and_put_back(tmp_path, day, ballot):
    source = tmp_path / "source"
    source.mkdir()
    with mounted(tmp_path / "stick", "--bind", str(source)) as folder:
        file = DayFile.create(folder / "day.milstolpe", day)
        file.open_round("secret", 9)
        file.cast(ballot("secret", "yes"))
        subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607
        cast = ballot("secret", "no")
        assert refused_with(lambda: file.cast(cast)) == "moved"
        with mounted(folder, "--bind", str(source)):
            goes_on(file, ballot, cast)


def test_a_disk_that_fails_in_writing_is_told_as_such(voting, ballot):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    cast = ballot("secret", "no")
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        code = refused_with(lambda: voting.cast(cast))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code in {"io_error", "disk_full"}
    goes_on(voting, ballot, cast)


def test_a_file_that_was_renamed_is_noticed_and_found_again(voting, ballot):
    path = voting.path
    other = path.with_name("other.milstolpe")
    path.rename(other)
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) == "moved"
    assert refused_with(lambda: voting.set_place("x")) == "moved"
    other.rename(path)
    goes_on(voting, ballot, cast)


def test_a_file_that_was_renamed_is_followed(voting, ballot, tmp_path, day):
    other = voting.path.with_name("other.milstolpe")
    foreign = tmp_path / "foreign.milstolpe"
    DayFile.create(foreign, day).close()
    voting.path.rename(other)
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) == "moved"
    assert refused_with(lambda: voting.go_on_at(foreign)) == "other_day"
    assert refused_with(lambda: voting.go_on_at(tmp_path / "none")) == "other_day"
    voting.go_on_at(other)
    assert voting.path == other
    goes_on(voting, ballot, cast)


def test_a_file_that_was_deleted_is_saved_again_with_all_its_votes(voting, ballot, tmp_path):
    voting.path.unlink()
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) == "moved"
    taken = tmp_path / "taken.milstolpe"
    taken.touch()
    assert refused_with(lambda: voting.save_again(taken)) == "exists"
    assert refused_with(lambda: voting.save_again(tmp_path / "no" / "x.milstolpe")) in {
        "unreadable",
        "not_saved",
    }
    voting.save_again(tmp_path / "again.milstolpe")
    assert voting.path == tmp_path / "again.milstolpe"
    goes_on(voting, ballot, cast)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again.milstolpe", "taken.milstolpe"]


def test_the_same_file_put_back_from_a_copy_is_accepted_and_an_older_one_is_not(voting, ballot):
    path = voting.path
    older, newer = path.with_name("older"), path.with_name("newer")
    shutil.copyfile(path, older)
    voting.cast(ballot("secret", "yes"))
    shutil.copyfile(path, newer)
    path.unlink()
    older.rename(path)
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) == "moved"
    path.unlink()
    newer.rename(path)
    assert voting.cast(cast).voted == 3
    assert voting.check() == ()


@pytest.mark.parametrize(
    ("noise", "codes"),
    [
        (lambda data: b"", {"empty"}),
        (lambda data: b"noise" * 1000, {"not_a_day", "damaged"}),
        (lambda data: data[:16] + bytes(len(data) - 16), {"foreign", "damaged"}),
        (lambda data: data[: len(data) // 2], {"damaged"}),
        (lambda data: data[:4096] + os.urandom(len(data) - 4096), {"damaged"}),
    ],
)
def test_a_file_that_is_spoilt_under_us_takes_nothing_until_it_is_whole(
    voting, ballot, noise, codes
):
    data = voting.path.read_bytes()
    voting.path.write_bytes(noise(data))
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) in codes
    journal = voting.path.with_name(f"{voting.path.name}-journal")
    journal.unlink(missing_ok=True)
    voting.path.write_bytes(data)
    goes_on(voting, ballot, cast)


def test_malformed_on_a_whole_file_is_not_called_damaged(voting, ballot, monkeypatch):
    """SQLite says so when a disk gave wrong bytes for a moment."""
    calls = []
    real = voting._writer._tried

    def wrong(errands):
        calls.append(1)
        raise FileRefused("damaged")

    monkeypatch.setattr(voting._writer, "_tried", wrong)
    cast = ballot("secret", "no")
    assert refused_with(lambda: voting.cast(cast)) == "io_error"
    assert len(calls) == 6  # once, and five times with the file opened again
    monkeypatch.setattr(voting._writer, "_tried", real)
    goes_on(voting, ballot, cast)


def test_a_fault_that_passes_is_never_seen(voting, ballot, monkeypatch):
    calls = []
    real = voting._writer._tried

    def hiccup(errands):
        calls.append(1)
        if len(calls) < 3:
            raise FileRefused("io_error")
        return real(errands)

    monkeypatch.setattr(voting._writer, "_tried", hiccup)
    assert voting.cast(ballot("secret")).voted == 2
    assert len(calls) == 3
