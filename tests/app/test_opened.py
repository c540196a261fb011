"""An open day keeps others out, and leaves a mark that tells of a crash."""

import json
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop_app.app.library import Library, NewDay
from workshop_app.app.opened import OpenedDay, OpenMarks
from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.system.errors import KnownError

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2027, 4, 22, 14, 52, tzinfo=UTC)


@pytest.fixture
def live(tmp_path):
    library = Library(tmp_path / "data" / "days", ROOT / "resources" / "sample")
    return library.create(NewDay("Forum", AT.date()))


@pytest.fixture
def marks(tmp_path):
    return OpenMarks(tmp_path / "data" / "open")


def now():
    return AT


def retitle(day: Day) -> Day:
    return Day(day.workshop.changed(title="Other"))


def test_it_is_open_for_one_at_a_time_and_the_other_is_told_where_and_since_when(qapp, live, marks):
    first = OpenedDay(live, marks, now, read_only=False)
    with pytest.raises(KnownError, match="locked") as refused:
        OpenedDay(live, marks, now, read_only=False)
    assert refused.value.facts["host"] == socket.gethostname()
    assert refused.value.facts["since"].tzinfo is not None
    first.close()
    OpenedDay(live, marks, now, read_only=False).close()


def test_beside_it_the_day_can_be_read_and_nothing_written(qapp, live, marks):
    first = OpenedDay(live, marks, now, read_only=False)
    second = OpenedDay(live, marks, now, read_only=True)
    assert second.store.day.workshop.title == "Forum"
    with pytest.raises(KnownError, match="read_only"):
        second.store.do(Op.EDIT_WORKSHOP, retitle)
    second.store.set_place("summary")
    second.close()
    assert first.store.file.place() == ""
    first.store.do(Op.EDIT_WORKSHOP, retitle)
    assert [path.stem for path in marks.folder.iterdir()] == [live.stem]
    first.close()


def test_a_file_that_cannot_be_opened_is_not_kept_locked(qapp, live, marks):
    live.write_bytes(b"garbage")
    for _again in range(2):
        with pytest.raises(KnownError, match="not_a_day"):
            OpenedDay(live, marks, now, read_only=False)
    assert not marks.folder.exists()


def test_a_day_that_was_closed_leaves_no_mark(qapp, live, marks):
    opened = OpenedDay(live, marks, now, read_only=False)
    assert marks.left() == ()  # it is open, and not left
    opened.close()
    assert list(marks.folder.iterdir()) == []


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workshop_app.app.opened import OpenedDay, OpenMarks
app = QCoreApplication([])
opened = OpenedDay(Path(sys.argv[1]), OpenMarks(Path(sys.argv[2])), lambda: datetime.now(UTC),
                   read_only=False)
os._exit(9)
"""


def killed_with(live, marks):
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", KILLED, str(live), str(marks.folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 9, done.stderr


def test_a_program_that_is_killed_leaves_the_day_and_the_time_it_was_last_seen(qapp, live, marks):
    killed_with(live, marks)
    (mark,) = marks.folder.iterdir()
    assert set(json.loads(mark.read_text())) == {"path", "title", "opened"}
    os.utime(mark, (AT.timestamp(), AT.timestamp()))
    (left,) = marks.left()
    assert (left.path, left.title, left.seen) == (live, "Forum", AT)
    # it can be opened at once, and closed in good order
    OpenedDay(live, marks, now, read_only=False).close()
    assert marks.left() == ()


def test_the_mark_is_touched_while_the_day_is_open(qapp, live, marks):
    opened = OpenedDay(live, marks, now, read_only=False)
    (mark,) = marks.folder.iterdir()
    os.utime(mark, (AT.timestamp(), AT.timestamp()))
    opened._beat.timeout.emit()
    assert mark.stat().st_mtime != AT.timestamp()
    opened.close()


def test_a_mark_whose_file_is_gone_or_that_cannot_be_read_tells_nothing(live, marks):
    marks.put(live, "Forum", AT)
    (marks.folder / "bad.json").write_text("{")
    assert [left.path for left in marks.left()] == [live]
    live.unlink()
    assert marks.left() == ()
    assert [path.name for path in marks.folder.iterdir()] == ["bad.json"]
