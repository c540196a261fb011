"""A copy is complete or absent, whatever happens between its first step and its last."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_app.domain.ops import Op
from workshop_app.storage import publishing
from workshop_app.storage.dayfile import DayFile, FileRefused
from workshop_app.storage.patch import RowChange, values_of
from workshop_app.storage.publishing import Disk, clear_unfinished, publish, verified

ROOT = Path(__file__).resolve().parents[2]


class Noted(Disk):
    """Notes the steps in their order."""

    def __init__(self):
        self.steps = []

    def vacuum(self, source, temporary):
        self.steps.append("vacuum")
        super().vacuum(source, temporary)

    def sync(self, path):
        self.steps.append("sync")
        super().sync(path)

    def replace(self, temporary, target):
        self.steps.append("replace")
        super().replace(temporary, target)

    def sync_folder(self, folder):
        self.steps.append("sync_folder")
        super().sync_folder(folder)


class Failing(Noted):
    """Fails at one step with an error of the system."""

    def __init__(self, step, number=errno.EIO):
        super().__init__()
        self._step, self._number = step, number

    def _fail(self, step):
        if step == self._step:
            raise OSError(self._number, os.strerror(self._number))

    def sync(self, path):
        self._fail("sync")
        super().sync(path)

    def replace(self, temporary, target):
        self._fail("replace")
        super().replace(temporary, target)

    def sync_folder(self, folder):
        self._fail("sync_folder")
        super().sync_folder(folder)


def retitled(file, title):
    """Something happens to the day."""
    day = file.load()
    after = day.workshop.changed(title=title)
    change = RowChange("workshop", "day", values_of(day.workshop), values_of(after))
    file.apply(Op.EDIT_WORKSHOP, (change,))


def opened(path):
    file = DayFile.open(path, read_only=True)
    try:
        return file.load(), file.head(), file.check()
    finally:
        file.close()


def an_hour_later(folder):
    """What is in the folder has been there for a while."""
    for path in folder.iterdir():
        os.utime(path, (path.stat().st_mtime - 4000,) * 2)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_of_an_open_day_holds_all_of_it(file, tmp_path, ballot):
    file.open_round("open", 5)
    file.cast(ballot("open"))
    target = tmp_path / "away" / "dag åäö % ? #.milstolpe"
    made = publish(file.path, target)
    day, head, problems = opened(target)
    assert (made.events, made.head) == head == file.head()
    assert problems == ()
    assert day.standing("open").voted == 1
    assert names(target.parent) == [target.name]


def test_the_day_can_be_worked_on_while_it_is_copied_and_after(file, tmp_path):
    publish(file.path, tmp_path / "copy.milstolpe")
    retitled(file, "Later")
    day, _head, _problems = opened(tmp_path / "copy.milstolpe")
    assert (day.workshop.title, file.load().workshop.title) == ("The day", "Later")


def test_a_newer_copy_takes_the_place_of_the_older_in_one_step(file, tmp_path):
    target = tmp_path / "copy.milstolpe"
    publish(file.path, target)
    retitled(file, "Later")
    publish(file.path, target)
    assert opened(target)[0].workshop.title == "Later"


def test_it_is_on_disk_before_it_has_its_name_and_the_name_after(file, tmp_path):
    disk = Noted()
    publish(file.path, tmp_path / "copy.milstolpe", disk)
    assert disk.steps == ["vacuum", "sync", "replace", "sync_folder"]


def test_nothing_is_copied_while_a_secret_vote_is_open(file, tmp_path, ballot):
    target = tmp_path / "copy.milstolpe"
    file.open_round("secret", 5)
    with pytest.raises(FileRefused, match="vote_open"):
        publish(file.path, target)
    file.cast(ballot("secret"))
    with pytest.raises(FileRefused, match="vote_open"):
        publish(file.path, target)
    assert not target.exists()
    file.close_round("secret")
    assert publish(file.path, target).path == target


def test_an_open_vote_by_name_may_be_copied(file, tmp_path):
    file.open_round("open", 5)
    publish(file.path, tmp_path / "copy.milstolpe")
    assert opened(tmp_path / "copy.milstolpe")[2] == ()


def test_the_days_own_file_is_no_place_for_its_copy(file):
    with pytest.raises(FileRefused, match="same_file"):
        publish(file.path, file.path)
    assert file.check() == ()


def test_a_folder_that_cannot_be_is_told(file, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileRefused, match="cannot_write") as refused:
        publish(file.path, tmp_path / "file" / "copy.milstolpe")
    assert refused.value.facts == {"folder": str(tmp_path / "file")}


@pytest.mark.parametrize(
    ("step", "number", "code"),
    [
        ("sync", errno.EIO, "cannot_write"),
        ("sync", errno.ENOSPC, "disk_full"),
        ("replace", errno.EACCES, "cannot_write"),
    ],
)
def test_a_step_that_fails_leaves_the_older_copy_and_nothing_else(
    file, tmp_path, step, number, code
):
    target = tmp_path / "away" / "copy.milstolpe"
    publish(file.path, target)
    before = target.read_bytes()
    retitled(file, "Later")
    with pytest.raises(FileRefused, match=code):
        publish(file.path, target, Failing(step, number))
    assert target.read_bytes() == before
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize(("number", "will_do"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_folder_that_cannot_be_put_on_disk_by_itself_will_do(
    file, tmp_path, monkeypatch, number, will_do
):
    def refuse(_folder):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(publishing, "sync_folder", refuse)
    target = tmp_path / "copy.milstolpe"
    if will_do:
        publish(file.path, target)
    else:
        with pytest.raises(FileRefused, match="cannot_write"):
            publish(file.path, target)
    assert opened(target)[2] == ()


def test_a_copy_that_does_not_read_back_is_never_given_its_name(file, tmp_path):
    class Lying(Disk):
        def sync(self, path):
            content = bytearray(path.read_bytes())
            content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
            path.write_bytes(content)

    target = tmp_path / "copy.milstolpe"
    with pytest.raises(FileRefused):
        publish(file.path, target, Lying())
    assert not target.exists()


def test_what_cuts_left_is_cleared_away_and_nothing_else(file, tmp_path):
    publish(file.path, tmp_path / "copy.milstolpe")
    (tmp_path / ".copy.milstolpe.0badcafe.part").write_bytes(b"half")
    (tmp_path / "mine.part").write_bytes(b"not ours")
    clear_unfinished(tmp_path)
    assert ".copy.milstolpe.0badcafe.part" in names(tmp_path)
    an_hour_later(tmp_path)
    clear_unfinished(tmp_path)
    assert ".copy.milstolpe.0badcafe.part" not in names(tmp_path)
    assert {"copy.milstolpe", "mine.part"} <= set(names(tmp_path))


CUT = """
import os, sys
from pathlib import Path
from workshop_app.storage.publishing import Disk, publish

source, target, cut = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]


def off():
    os._exit(9)


class Power(Disk):
    def vacuum(self, raw, temporary):
        if cut == "halfway":
            raw.set_progress_handler(off, 400)
        super().vacuum(raw, temporary)
        if cut == "vacuum":
            off()

    def sync(self, path):
        super().sync(path)
        if cut == "sync":
            off()

    def replace(self, temporary, target):
        if cut == "verified":
            off()
        super().replace(temporary, target)
        if cut == "replace":
            off()

    def sync_folder(self, folder):
        super().sync_folder(folder)
        if cut == "sync_folder":
            off()


publish(source, target, Power())
"""
CUTS = ("halfway", "vacuum", "sync", "verified", "replace", "sync_folder")


@pytest.mark.parametrize("cut", CUTS)
def test_a_power_cut_after_any_step_leaves_a_whole_copy_or_none(file, tmp_path, cut):
    # GIVEN one place with an older copy and one without
    folder = tmp_path / "away"
    publish(file.path, folder / "older.milstolpe")
    older = (folder / "older.milstolpe").read_bytes()
    retitled(file, "Later")
    for target in (folder / "older.milstolpe", folder / "none.milstolpe"):
        # WHEN the power goes
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", CUT, str(file.path), str(target), cut],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 9, done.stderr
        # THEN what stands under the name is whole
        named = cut in {"replace", "sync_folder"}
        assert target.exists() is (named or target.name == "older.milstolpe")
        if named:
            assert opened(target)[0].workshop.title == "Later"
        elif target.exists():
            assert target.read_bytes() == older
    # AND the day itself and the next copy are none the worse
    assert file.check() == ()
    an_hour_later(folder)
    clear_unfinished(folder)
    publish(file.path, folder / "next.milstolpe")
    assert opened(folder / "next.milstolpe")[0].workshop.title == "Later"
    assert all(name.endswith(".milstolpe") for name in names(folder))


def test_the_copy_of_a_day_that_is_open_does_not_look_open(file, tmp_path):
    publish(file.path, tmp_path / "copy.milstolpe")
    shutil.copy(tmp_path / "copy.milstolpe", tmp_path / "again.milstolpe")
    again = DayFile.open(tmp_path / "again.milstolpe")
    again.close()
    assert verified(tmp_path / "again.milstolpe") == file.head()
