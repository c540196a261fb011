"""The library is listed quickly, without the data layer, and leaves out what is not a day."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.kinds import DayStatus
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.library import days_in, entry_of, fresh_path, unreadable_in

ROOT = Path(__file__).resolve().parents[2]


def test_days_are_listed_last_written_first(tmp_path, sample, day):
    for n, content in enumerate((sample.day, day)):
        path = fresh_path(tmp_path, content.workshop.title)
        DayFile.create(path, content).close()
        os.utime(path, (1_800_000_000 + n, 1_800_000_000 + n))
    first, second = days_in(tmp_path)
    assert (first.title, first.date) == ("The day", date(2027, 4, 22))
    assert second.title == "Strategiskt forum 2 2027"
    assert second.status is DayStatus.DRAFT
    assert second.path == tmp_path / "strategiskt-forum-2-2027.milstolpe"
    assert first.modified > second.modified
    assert first.modified.tzinfo is not None


def test_what_is_not_a_day_is_left_out(tmp_path, day):
    (tmp_path / "empty.milstolpe").touch()
    (tmp_path / "other.txt").write_text("hello")
    path = tmp_path / "cut.milstolpe"
    DayFile.create(path, day).close()
    path.write_bytes(path.read_bytes()[:5000])
    assert days_in(tmp_path) == ()


def test_what_cannot_be_read_is_found_by_its_name(tmp_path, day):
    DayFile.create(tmp_path / "day.milstolpe", day).close()
    broken = tmp_path / "broken.milstolpe"
    broken.write_bytes(b"garbage")
    assert unreadable_in(tmp_path) == (broken,)


def test_an_entry_tells_how_much_there_is_and_the_units(tmp_path, sample):
    path = tmp_path / "day.milstolpe"
    DayFile.create(path, sample.day).close()
    entry = entry_of(path)
    assert (entry.participants, entry.milestones, entry.initiatives) == (17, 24, 30)
    assert "Bibliotek" in entry.units
    assert entry.plan_ends == sample.day.workshop.plan_end_year
    assert entry.day_id == sample.day.workshop.id
    assert entry.copied is None


CUT_OFF = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE workshop SET title = 'Half written'")
raw.execute("CREATE TABLE big (a)")
raw.execute("INSERT INTO big SELECT randomblob(4000) FROM event, pragma_function_list")
os._exit(9)
"""


def test_a_day_whose_last_write_was_cut_off_is_listed_as_it_was(tmp_path, day):
    path = tmp_path / "day.milstolpe"
    DayFile.create(path, day).close()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)  # noqa: S603 - ours
    assert path.with_name("day.milstolpe-journal").stat().st_size > 0
    assert [entry.title for entry in days_in(tmp_path)] == ["The day"]
    assert not path.with_name("day.milstolpe-journal").exists()


def test_a_name_whose_journal_was_left_alone_is_not_given_to_a_new_day(tmp_path):
    (tmp_path / "forum.milstolpe-journal").write_bytes(b"of a file that is gone")
    assert fresh_path(tmp_path, "Forum").name == "forum-2.milstolpe"


def test_a_day_that_is_open_is_listed_too(tmp_path, day):
    with closing(DayFile.create(tmp_path / "day.milstolpe", day)):
        assert [entry.title for entry in days_in(tmp_path)] == ["The day"]


def test_a_fresh_path_is_never_taken(tmp_path):
    paths = []
    for _n in range(3):
        path = fresh_path(tmp_path, "Räddning & ås")
        path.touch()
        paths.append(path.name)
    assert paths == [
        "raddning-as.milstolpe",
        "raddning-as-2.milstolpe",
        "raddning-as-3.milstolpe",
    ]


@given(st.text())
def test_any_title_gives_a_name_every_system_can_write(title):
    path = fresh_path(Path("nowhere"), title)
    assert path.parent == Path("nowhere")
    assert path.stem
    assert path.name.isascii()
    assert len(path.name) < 80
    assert not set(path.name) & set('<>:"/\\|?*')


def test_listing_does_not_load_the_data_layer():
    code = (
        "import sys, workshop_app.storage.library as l;"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'pydantic', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
