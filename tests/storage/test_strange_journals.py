"""What lies beside a file from somebody else must not make SQLite touch any other file."""

import os
import shutil
import sqlite3
import struct
import subprocess
import sys

import pytest

from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.refusal import FileRefused

PAGE = 4096
PENDING = 0x40000000
ENDING = bytes.fromhex("d9d505f920a163d7")
CUT_OFF = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA journal_mode = TRUNCATE")
raw.execute("PRAGMA cache_size = 2")
raw.execute("BEGIN IMMEDIATE")
raw.execute("CREATE TABLE theirs (body TEXT)")
raw.execute("INSERT INTO theirs SELECT hex(randomblob(90000))")
os._exit(9)
"""


@pytest.fixture
def cut_off(file):
    """A file whose last write was cut off, and its journal."""
    path = file.path
    file.close()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)  # noqa: S603 - ours
    journal = path.with_name(f"{path.name}-journal")
    assert journal.stat().st_size
    return path, journal


def refused(path, *, read_only):
    before = path.read_bytes()
    with pytest.raises(FileRefused) as reason:
        DayFile.open(path, read_only=read_only)
    assert path.read_bytes() == before
    return reason.value.code


def test_a_write_that_was_cut_off_is_taken_back(cut_off):
    path, _journal = cut_off
    opened = DayFile.open(path, read_only=True)
    assert opened.check() == ()
    opened.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_journal_that_names_another_file_deletes_nothing(cut_off, tmp_path, read_only):
    path, journal = cut_off
    dear = tmp_path / "dear.txt"
    dear.write_text("keep me\0", "utf-8")
    name = str(dear).encode()
    size = struct.unpack(">H", path.read_bytes()[16:18])[0] or PAGE
    with journal.open("ab") as out:
        out.write(struct.pack(">I", PENDING // size + 1) + name)
        out.write(struct.pack(">II", len(name), sum(name)) + ENDING)
    assert refused(path, read_only=read_only) == "altered"
    assert dear.read_text("utf-8") == "keep me\0"


@pytest.mark.skipif(os.name != "posix", reason="links need no rights here alone")
def test_a_journal_that_is_elsewhere_is_left_there(cut_off, tmp_path):
    path, journal = cut_off
    elsewhere = shutil.move(journal, tmp_path / "elsewhere")
    journal.symlink_to(elsewhere)
    assert refused(path, read_only=True) == "altered"
    assert journal.is_symlink()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_with_its_pages_in_another_is_not_ours(file, read_only):
    path = file.path
    file.close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    assert refused(path, read_only=read_only) == "altered"
    assert not path.with_name(f"{path.name}-shm").exists()


def test_pages_that_somebody_laid_beside_a_file_are_not_read(file):
    path = file.path
    file.close()
    beside = path.with_name(f"{path.name}-wal")
    beside.write_bytes(bytes(range(256)) * 40)
    assert refused(path, read_only=True) == "altered"
    assert beside.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.milstolpe"
    os.mkfifo(path)
    with pytest.raises(FileRefused) as reason:
        DayFile.open(path, read_only=True)
    assert reason.value.code == "unreadable"
