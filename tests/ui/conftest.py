"""What the tests of windows share: the look, the sample day in a real file, and a desk."""

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.stage import Stage
from workshop_app.app.store import DayStore
from workshop_app.figures.ruler import FontRuler
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.system.language import Language, Words
from workshop_app.ui.act import Act
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.page import Page
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.theme import apply_theme
from workshop_app.ui.workplace import Workplace

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass
class Answers:
    """Stands in for the person at the desk: gives what it was told to, keeps what it was asked."""

    path: Path | None = None
    yes: bool = True
    asked: list = field(default_factory=list)
    told: list = field(default_factory=list)

    def confirm(self, question):
        self.asked.append(question)
        return self.yes

    def tell(self, title, text):
        self.told.append((title, text))

    def open_file(self, title, pattern):
        return self.path

    def open_folder(self, title):
        return self.path

    def save_file(self, title, proposed, pattern):
        return self.path


class PlainPage(Page):
    """A page with a field, a button and two acts."""

    def __init__(self, step, workplace):
        super().__init__(workplace)
        self.step = step
        self.done_acts = []
        self.refuse_with = None
        self.changes = []
        self.went = []
        self.panel = QPushButton(f"Side of {step}")
        self.field = QLineEdit()
        self.field.setAccessibleName("Reason")
        self.button = QPushButton("Act")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def acts(self):
        advance = partial(self._did, "advance")
        return (
            Act("advance", "Open the vote", ("V",), advance),
            Act("enter", "Next in turn", ("Return",), partial(self._did, "enter")),
            Act("never", "Not now", ("N",), partial(self._did, "never"), self._never),
        )

    def _never(self):
        return False

    def _did(self, name):
        if self.refuse_with is not None:
            raise self.refuse_with
        self.done_acts.append(name)

    def side(self):
        column = QWidget()
        QVBoxLayout(column).addWidget(self.panel)
        return column

    def stage_focus(self):
        return "S1"

    def rail_note(self):
        return "1 of 4"

    def refresh(self, change):
        self.changes.append(change)

    def left(self):
        self.went.append("left")


@pytest.fixture(scope="session")
def sample_day():
    """The sample day as a value."""
    return read_source(RESOURCES / "sample" / "day.json").day


@pytest.fixture(scope="session")
def sample_file(sample_day, tmp_path_factory):
    """The sample day in a file, written once and copied for each test."""
    path = tmp_path_factory.mktemp("sample") / "day.milstolpe"
    DayFile.create(path, sample_day).close()
    return path


@pytest.fixture
def english():
    """The window's words in the source language."""
    return Words(RESOURCES / "locale", Language.ENGLISH)


@pytest.fixture(scope="session")
def look(qapp):
    """The application with our look."""
    apply_theme(qapp)
    return qapp


@pytest.fixture
def answers():
    """The person at the desk."""
    return Answers()


@pytest.fixture
def workplace(look, sample_file, english, answers, tmp_path):
    """The sample day in a file of its own, at 11.38 on its own date."""
    path = Path(shutil.copy(sample_file, tmp_path))
    store = DayStore(DayFile.open(path))
    yield Workplace(
        store=store,
        ballots=BallotDoor(store),
        stage=Stage(),
        words=english,
        stage_words=english,
        report_words=english,
        ruler=FontRuler(RESOURCES / "fonts"),
        clock=lambda: datetime(2027, 4, 22, 11, 38, 20).astimezone(),
        ask=answers,
    )
    store.close()


@pytest.fixture
def plans():
    """Three steps in two groups."""
    return (
        StepPlan("morning", "vote", partial(PlainPage, "vote")),
        StepPlan("morning", "roadmap", partial(PlainPage, "roadmap")),
        StepPlan("finish", "summary", partial(PlainPage, "summary")),
    )


@pytest.fixture
def desk(qtbot, workplace, plans):
    """A desk with three plain pages."""
    made = Desk(
        workplace,
        plans,
        DeskOptions(draw=welcome_figure, reduced_motion=True),
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
