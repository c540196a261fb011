"""Days that were left open, are open elsewhere, are damaged or are copied, in the real program."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.program import Person, click, desk_of, english_kit, keyboard, running
from workshop_app.app.library import Library
from workshop_app.app.opened import OpenedDay, OpenMarks
from workshop_app.domain.kinds import RoundState
from workshop_app.storage.preview import preview

ROOT = Path(__file__).resolve().parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier

KILLED = """
import os, signal, sys
sys.path.insert(0, {root!r})
from tests.journeys.program import Person, desk_of, english_kit
from workshop_app.app.ballots import request_key
from workshop_app.bootstrap import Program, make_application
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
kit = english_kit()
program = Program(kit, make_application(kit), Person())
program.open_sample()
desk = desk_of(program)
desk.go_to("prioritise")
desk.page.advance()
for number in range(1, 4):
    desk.workplace.ballots.cast(
        "prioritering", f"D{{number:02}}", Channel.LAPTOP, Ballot(), request_key()
    )
print(program.open_day.store.file.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed():
    """The file of a day that was open, with a vote in it, when the program was killed."""
    if not hasattr(signal, "SIGKILL"):
        pytest.skip("the system has no such signal")
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(root=str(ROOT))],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return Path(done.stdout.strip().splitlines()[-1])


def library():
    kit = english_kit()
    return Library(kit.paths.days, kit.paths.sample)


def test_after_a_crash_one_sentence_and_one_choice_lead_back(qtbot, killed):
    person = Person()
    with running(qtbot, person) as program:
        qtbot.waitUntil(lambda: program.open_day is not None)
        (question,) = person.asked
        assert question.title == "Go on where you were?"
        assert question.text.endswith("All votes until then are still there.")
        assert "3 of 14 had voted in Åtta prickar och tre stopp." in question.note
        store = program.open_day.store
        assert store.file.path == killed
        assert desk_of(program).page.step == "prioritise"
        assert store.day.standing("prioritering").state is RoundState.OPEN
        assert store.day.standing("prioritering").voted == 3


def test_who_wants_another_day_is_asked_once_and_nothing_is_lost(qtbot, killed):
    person = Person(says_yes=False)
    with running(qtbot, person) as program:
        qtbot.waitUntil(lambda: bool(person.asked))
        assert program.open_day is None
        assert [day.path for day in program.start_page.model.days] == [killed]
    with running(qtbot, Person()) as program:
        assert program.open_day is None
        program.open_path(killed)
        assert program.open_day.store.day.standing("prioritering").voted == 3


def test_a_day_that_is_open_elsewhere_can_be_read_but_not_changed(qtbot):
    kit = english_kit()
    path = library().create_sample(kit.clock().date())
    other = OpenedDay(path, OpenMarks(kit.paths.data / "open"), kit.clock, read_only=False)
    person = Person()
    try:
        with running(qtbot, person) as program:
            program.open_path(path)
            (question,) = person.asked
            assert question.title == "The day is already open"
            desk = desk_of(program)
            assert desk.frame.top_bar.saved.text() == "Read only"
            qtbot.waitActive(desk)
            desk.go_to("roadmap")
            assert desk.frame.notice.text == ""
            before = program.open_day.store.day
            desk.page.first().setFocus()
            keyboard(qtbot, Qt.Key.Key_Right)
            assert program.open_day.store.day == before
            desk.close_day()
        with running(qtbot, Person(says_yes=False)) as program:
            program.open_path(path)
            assert program.open_day is None
            assert "already open" in program.start_page.notice.text
    finally:
        other.close()


def test_a_copy_is_saved_where_the_person_says_and_by_itself_when_the_day_is_closed(
    qtbot, tmp_path
):
    person = Person(save_to=tmp_path / "stick" / "copy.milstolpe")
    with running(qtbot, person) as program:
        program.open_sample()
        desk, path = desk_of(program), program.open_day.store.file.path
        menu = desk.menu()
        (save,) = [each for each in menu.actions() if each.text() == "Save a copy…"]
        save.trigger()
        menu.deleteLater()
        assert preview(person.save_to).sound
        assert desk.frame.notice.text.startswith("A copy has been saved")
        # a secret vote is open: no copy, and the reason
        desk.go_to("vote")
        desk.page.advance()
        person.save_to = tmp_path / "stick" / "second.milstolpe"
        menu = desk.menu()
        (save,) = [each for each in menu.actions() if each.text() == "Save a copy…"]
        save.trigger()
        menu.deleteLater()
        assert not person.save_to.exists()
        assert desk.frame.notice.text.startswith("A secret vote is open")
        desk.page.advance()
        desk.close_day()
        assert program.start_page.model.days[0].copied.startswith("Copied")
    copy = english_kit().paths.documents / "Milstolpe" / path.name
    assert preview(copy).rounds[0].state is RoundState.CLOSED


def test_another_copy_folder_is_used_and_remembered(qtbot, tmp_path):
    person = Person(opens=tmp_path / "copies")
    with running(qtbot, person) as program:
        program.open_sample()
        path = program.open_day.store.file.path
        desk = desk_of(program)
        menu = desk.menu()
        (choose,) = [each for each in menu.actions() if each.text() == "Copy folder…"]
        choose.trigger()
        menu.deleteLater()
        qtbot.waitUntil((tmp_path / "copies" / path.name).exists)
        assert "Copies are saved by themselves" in desk.frame.notice.text
    assert english_kit().settings.copy_folder == str(tmp_path / "copies")


def test_a_damaged_day_is_opened_from_its_newest_backup(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        path = program.open_day.store.file.path
        desk_of(program).close_day()
    path.write_bytes(b"garbage")
    person = Person()
    with running(qtbot, person) as program:
        program._flow._parts.large_ask.backup = lambda rows, look: rows[0].path
        program.start_page.list.setFocus()
        keyboard(qtbot, Qt.Key.Key_Return)
        assert person.asked[-1].title == "The day cannot be opened"
        assert program.open_day.store.file.path != path
        assert program.open_day.store.day.workshop.title == "Strategiskt forum 2 2027"
    assert path.read_bytes() == b"garbage"


def test_a_day_that_is_removed_can_be_taken_back_with_a_click(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk_of(program).close_day()
        page = program.start_page
        qtbot.waitActive(page)
        page.list.setFocus()
        keyboard(qtbot, Qt.Key.Key_Delete)
        assert page.model.days == ()
        click(qtbot, page.undo_button)
        assert len(page.model.days) == 1
