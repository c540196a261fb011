"""A whole day in the real windows, from the start page to the printed summary."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from tests.journeys.program import Person, desk_of, keyboard, running
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.road import road_view
from workshop_app.storage.dayfile import DayFile
from workshop_app.ui.voting.vote_page import VotePage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
MOST_ENTERS = 6
ROOT = Path(__file__).resolve().parents[2]


def walk_to(qtbot, desk, step: str) -> None:
    """Ctrl and right arrow until the step is there."""
    for _ in range(20):
        if desk.page.step != step:
            keyboard(qtbot, Qt.Key.Key_Right, modifier=CTRL)
    assert desk.page.step == step


def everybody_votes(qtbot, page: VotePage, marks: str) -> None:
    """Each voter in turn, by keyboard: take over, mark, hand in, leave."""
    keyboard(qtbot, ENTER)
    kiosk = page.kiosk
    assert kiosk is not None
    turns = 0
    while kiosk.isVisible():
        keyboard(qtbot, ENTER)
        sheet = kiosk.sheet
        assert sheet is not None, "the ballot did not open"
        keyboard(qtbot, *marks)
        for _page in range(MOST_ENTERS):
            if kiosk.sheet is not None:
                keyboard(qtbot, ENTER)
        assert kiosk.sheet is None, "Enter does not lead to the end of the ballot"
        keyboard(qtbot, ENTER)
        turns += 1
        assert turns <= 60, "the turn never ends"


def test_the_day_by_keyboard_from_the_start_page_to_the_pdf(qtbot, tmp_path):
    person = Person(save_to=tmp_path / "summary.pdf")
    with running(qtbot, person) as program:
        # GIVEN the start page, the sample day is tried by Tab and Enter
        program.open_sample()
        desk = desk_of(program)
        path = program.open_day.store.file.path
        store = program.open_day.store
        qtbot.waitActive(desk)
        desk.frame.rail.list.setFocus()

        # WHEN the milestones are voted on at the laptop
        walk_to(qtbot, desk, "vote")
        page = desk.page
        assert isinstance(page, VotePage)
        keyboard(qtbot, "G", "V")
        assert store.day.standing("milstolpar").state is RoundState.OPEN
        page.centre.turnout.list.setFocus()
        everybody_votes(qtbot, page, "12")
        keyboard(qtbot, "V")
        standing = store.day.standing("milstolpar")
        assert (standing.state, standing.voted) == (RoundState.CLOSED, 15)
        assert not any("people" in row[0] for row in desk.picture.figure.table)
        keyboard(qtbot, "R")
        assert store.day.standing("milstolpar").state is RoundState.SHOWN
        result = store.day.standing("milstolpar").result
        assert {o.counts["dots"] for o in result.options} == {0, 15}

        # AND the road map is changed, and taken back
        walk_to(qtbot, desk, "roadmap")
        before = road_view(store.day)
        desk.page.first().setFocus()
        keyboard(qtbot, Qt.Key.Key_Right)
        assert road_view(store.day) != before
        assert store.undoable() is Op.MOVE_MILESTONE
        keyboard(qtbot, "Z", modifier=CTRL)
        assert road_view(store.day) == before

        # AND the afternoon is voted on
        walk_to(qtbot, desk, "prioritise")
        page = desk.page
        keyboard(qtbot, "V")
        page.centre.turnout.list.setFocus()
        everybody_votes(qtbot, page, "1")
        keyboard(qtbot, "V", "R")
        assert store.day.standing("prioritering").state is RoundState.SHOWN

        # AND an initiative is moved across the water in alternative 2
        walk_to(qtbot, desk, "frame")
        keyboard(qtbot, "2")
        assert desk.page.stage_focus() == "A2"

        # THEN the summary can be saved
        walk_to(qtbot, desk, "summary")
        keyboard(qtbot, "S", modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
        with pypdfium2.PdfDocument(person.save_to) as pdf:
            assert len(pdf) == 3
            assert "15 people voted on 24 milestones" in pdf[0].get_textpage().get_text_range()

        # AND the day is closed
        keyboard(qtbot, "W", modifier=CTRL)
        assert program.open_day is None

    # WHEN the program is started again, everything is there, at the same step
    with running(qtbot, Person()) as program:
        assert [day.path for day in program.start_page.model.days] == [path]
        program.start_page.open_day.emit(path)
        desk = desk_of(program)
        assert desk.page.step == "summary"
        assert program.open_day.store.day.standing("milstolpar").voted == 15
        assert program.open_day.store.redoable() is Op.MOVE_MILESTONE
        menu = desk.menu()
        texts = [action.text() for action in menu.actions()]
        assert any("Move milestone" in text for text in texts)
        menu.deleteLater()


KILLED = """
import os, signal, sys
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer
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
desk.go_to("vote")
desk.page.advance()
for number in range(1, 7):
    ballot = Ballot(dots={{"S1-1": 2, "S2-2": 1}})
    who = f"D{{number:02}}"
    desk.workplace.ballots.cast("milstolpar", who, Channel.LAPTOP, ballot, request_key())
desk.page.open_ballot()
desk.page.kiosk.hand_over.start.click()
print(program.open_day.store.file.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_day_that_was_killed_goes_on_with_every_vote_that_was_left(qtbot, own_folders):
    # GIVEN a program that is killed with six ballots in and a seventh half filled in
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
    path = Path(done.stdout.strip())

    # WHEN it is started again
    with running(qtbot) as program:
        program.open_path(path)
        desk, store = desk_of(program), program.open_day.store

        # THEN the vote is open at the same step with the same six votes, and goes on
        assert desk.page.step == "vote"
        standing = store.day.standing("milstolpar")
        assert (standing.state, standing.voted) == (RoundState.OPEN, 6)
        qtbot.waitActive(desk)
        desk.page.centre.turnout.list.setFocus()
        everybody_votes(qtbot, desk.page, "1")
        keyboard(qtbot, "V")
        assert store.day.standing("milstolpar").voted == 15

    # AND the file is sound
    file = DayFile.open(path, read_only=True)
    assert file.check() == ()
    file.close()


def test_the_initiative_that_is_missing_is_shown_with_its_amount(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk, store = desk_of(program), program.open_day.store
        qtbot.waitActive(desk)
        desk.go_to("frame")
        keyboard(qtbot, "2", "G")
        chosen = store.day.portfolios
        desk.page.cross("I27")
        assert store.day.portfolios != chosen
        assert "Missing 620" in desk.picture.figure.sentence.replace("\u00a0", " ")
