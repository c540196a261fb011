"""Every page, in both languages, on small screens and at 200 %, the sample and a larger day."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QWidget

from tests.journeys.fitting import misfits
from tests.journeys.program import desk_of, english_kit, running
from tests.larger_day import larger_day
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.language import Language
from workshop_app.ui.channels.paper_dialog import PaperDialog
from workshop_app.ui.shots import before_dialogs
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.widgets.laid_out import lay_out

LAPTOP, LOWEST = QSize(1366, 768), QSize(1280, 720)
# A screen of 1920 x 1080 drawn at 200 %, without the title of the window and the system's bar.
DOUBLE = QSize(960, 480)
SWEDISH, ENGLISH = Language.SWEDISH, Language.ENGLISH


@pytest.fixture(scope="module")
def larger_file(tmp_path_factory):
    """The larger day in a file."""
    path = tmp_path_factory.mktemp("larger") / "larger.milstolpe"
    DayFile.create(path, larger_day()).close()
    return path


def kit_in(language):
    kit = english_kit()
    for words in (kit.words, kit.stage_words, kit.report_words):
        words.use(language)
    return kit


def open_day(program, size, path=None):
    if path is None:
        program.open_sample()
    else:
        program.open_path(path)
    desk = desk_of(program)
    desk.resize(size)
    lay_out()
    assert desk.size() == size
    return desk


def parts_of(page):
    """Each part of the page in turn, where it has several; they are laid out when they come."""
    yield ""
    stack = getattr(page, "_stack", None)
    for part in range(1, stack.count() if stack is not None else 0):
        page.show_part(part)
        yield f", part {part + 1}"


def faults_of(qtbot, desk):
    found = {}
    for page in desk.frame.pages:
        desk.go_to(page.step)
        for part in parts_of(page):
            # What is new in a page is shown one turn later.
            qtbot.wait(1)
            lay_out()
            found[page.step + part] = misfits(desk)
    return {name: faults for name, faults in found.items() if faults}


def dialog_faults(qtbot, dialog):
    """What does not fit in a dialog, and whether it is higher than the screen."""
    dialog.open()
    qtbot.wait(1)
    lay_out()
    found = misfits(dialog)
    if LOWEST.expandedTo(dialog.size()) != LOWEST:
        found.append(f"larger than the screen: {dialog.size().toTuple()}")
    dialog.close()
    dialog.deleteLater()
    return found


@pytest.mark.parametrize(
    ("size", "language"),
    [(LAPTOP, SWEDISH), (LAPTOP, ENGLISH), (LOWEST, SWEDISH), (LOWEST, ENGLISH), (DOUBLE, SWEDISH)],
)
def test_every_page_of_the_sample_fits(qtbot, size, language):
    with running(qtbot, kit=kit_in(language)) as program:
        program.start_page.resize(size)
        lay_out()
        assert program.start_page.size() == size
        assert misfits(program.start_page) == []
        assert faults_of(qtbot, open_day(program, size)) == {}


@pytest.mark.parametrize(("size", "language"), [(LAPTOP, ENGLISH), (DOUBLE, SWEDISH)])
def test_every_page_of_a_larger_day_fits(qtbot, larger_file, size, language):
    with running(qtbot, kit=kit_in(language)) as program:
        assert faults_of(qtbot, open_day(program, size, larger_file)) == {}


def test_a_vote_fits_from_the_first_ballot_to_the_result(qtbot):
    with running(qtbot, kit=kit_in(SWEDISH)) as program:
        desk = open_day(program, LOWEST)
        found = {}
        for step in ("follow_up", "vote", "prioritise", "alternatives"):
            desk.go_to(step)
            page = desk.page
            assert isinstance(page, VotePage)
            page.advance()
            page.open_ballot()
            for state in ("open", "closed", "shown"):
                qtbot.wait(1)
                lay_out()
                found[f"{step} {state}"] = misfits(desk)
                if page.kiosk is not None:
                    page.kiosk.stop()
                page.advance() if state == "open" else page.toggle_result()
        assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_dialogs_fit(qtbot):
    for language in (SWEDISH, ENGLISH):
        with running(qtbot, kit=kit_in(language)) as program:
            desk = open_day(program, LOWEST)
            desk.show_keys()
            (keys,) = desk.findChildren(QDialog)
            found = {"keys": dialog_faults(qtbot, keys)}
            place = desk.workplace
            for name, dialog in before_dialogs(place, "milstolpar", desk).items():
                found[name] = dialog_faults(qtbot, dialog)
            place.ballots.open("milstolpar")
            found["paper"] = dialog_faults(qtbot, PaperDialog(place, "milstolpar", desk))
            assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_to_vote_on_leaves_nothing_to_press(qtbot, larger_file):
    with running(qtbot) as program:
        desk = open_day(program, LAPTOP, larger_file)
        desk.go_to("follow_up")
        panel = desk.page.panel
        buttons = (panel.primary, panel.reveal, panel.reopen, panel.abstain)
        assert [button.text() for button in buttons if button.isVisible()] == []
        assert not panel.machine.isVisible()


def test_words_that_are_cut_and_widgets_over_each_other_are_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    cut, under = QLabel("Fourteen days is too long", window), QLabel("under", window)
    cut.setFont(QFont(cut.font().family(), 20))
    cut.setGeometry(0, 0, 60, 40)
    under.setGeometry(30, 10, 60, 40)
    area = QScrollArea(window)
    area.setGeometry(100, 50, 80, 50)
    inside = QWidget()
    QHBoxLayout(inside)
    inside.resize(300, 20)
    area.setWidget(inside)
    far = QLabel("far", window)
    far.setGeometry(190, 0, 60, 40)
    window.show()

    kinds = {fault.partition(":")[0] for fault in misfits(window)}
    assert kinds == {"cut", "over each other", "outside", "too wide"}
