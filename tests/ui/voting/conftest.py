"""The sample day before anybody has voted, in a real file, with everything the pages need."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from workshop_app.app.ballots import BallotDoor, request_key
from workshop_app.app.stage import Stage
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel
from workshop_app.domain.rounds import voters
from workshop_app.figures.ruler import FontRuler
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import Imported, read_source
from workshop_app.system.language import Language, Words
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.interaction import Question
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_pages.round_view import round_for
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.theme import apply_theme
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.workplace import Workplace

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@dataclass
class Asked:
    """Answers questions, and remembers them."""

    answer: bool = True
    questions: list[Question] = field(default_factory=list)

    def confirm(self, question: Question) -> bool:
        self.questions.append(question)
        return self.answer

    def run(self, dialog: QDialog) -> bool:
        return True

    def tell(self, title: str, text: str) -> None: ...

    def open_file(self, title: str, pattern: str) -> None: ...

    def open_folder(self, title: str) -> None: ...

    def save_file(self, title: str, proposed: Path, pattern: str) -> None: ...


@pytest.fixture(scope="session")
def imported() -> Imported:
    return read_source(RESOURCES / "sample" / "day.json")


def unvoted(day: Day) -> Day:
    """Nobody has voted: the base is whoever is present."""
    return replace(day, rounds=tuple(r.changed(electorate=0) for r in day.rounds))


@pytest.fixture
def day(imported: Imported) -> Day:
    return unvoted(imported.day)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture(scope="session")
def themed(qapp):
    """The program's own look, once for all tests here."""
    apply_theme(qapp)


@pytest.fixture
def open_place(tmp_path, themed, asked) -> Iterator[Callable[[Day], Workplace]]:
    """Puts a day in a new file and opens it."""
    stores: list[DayStore] = []

    def made(day: Day) -> Workplace:
        path = tmp_path / f"day{len(stores)}.milstolpe"
        store = DayStore(DayFile.create(path, day))
        stores.append(store)
        words = Words(RESOURCES / "locale", Language.ENGLISH)
        return Workplace(
            store=store,
            ballots=BallotDoor(store),
            stage=Stage(),
            words=words,
            stage_words=words,
            report_words=words,
            ruler=FontRuler(RESOURCES / "fonts"),
            clock=partial(dt.datetime, 2027, 4, 22, 11, 38, tzinfo=dt.UTC),
            ask=asked,
        )

    yield made
    for store in stores:
        store.close()


@pytest.fixture
def place(open_place, day) -> Workplace:
    return open_place(day)


@pytest.fixture
def open_desk(qtbot) -> Callable[[Workplace], Desk]:
    """The facilitator's window with the two voting steps."""

    def made(place: Workplace) -> Desk:
        plans = (
            StepPlan("morning", "vote", VotePage),
            StepPlan("afternoon", "prioritise", partial(VotePage, step="prioritise")),
        )
        desk = Desk(place, plans, DeskOptions(draw=stage_figure, reduced_motion=True))
        qtbot.addWidget(desk)
        desk.resize(1440, 900)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        return desk

    return made


@pytest.fixture
def desk(open_desk, place) -> Desk:
    return open_desk(place)


@pytest.fixture
def page(desk) -> VotePage:
    found = desk.frame.page("vote")
    assert isinstance(found, VotePage)
    return found


@pytest.fixture
def press(qtbot):
    """A key, wherever the keyboard is."""

    def pressed(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)

    return pressed


@pytest.fixture
def vote_all(imported):
    """Everybody votes at the laptop as in the sample, except the last few."""

    def voted(place: Workplace, step: str = "vote", leave: int = 0) -> None:
        voting = round_for(place.day, step)
        ballots = imported.ballots["milstolpar" if step == "vote" else "prioritering"]
        people = voters(place.day, voting)
        for person, ballot in list(zip(people, ballots, strict=True))[: len(people) - leave]:
            if person.id not in place.day.standing(voting.id).done:
                place.ballots.cast(voting.id, person.id, Channel.LAPTOP, ballot, request_key())

    return voted
