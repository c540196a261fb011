"""A workplace on the sample day, its votes counted, for the tests of the pages."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.library import store_imported
from workshop_app.app.stage import Stage
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day, find
from workshop_app.figures.ruler import FontRuler
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.system.language import Language, Words
from workshop_app.ui.interaction import Question
from workshop_app.ui.workplace import Workplace

RESOURCES = Path(__file__).parents[3] / "resources"
FONTS = RESOURCES / "fonts"
NOON = dt.datetime(2027, 4, 22, 11, 52, tzinfo=dt.UTC)


@dataclass
class Answers:
    """The person at the desk: says yes or no, chooses a file, and remembers what was asked."""

    yes: bool = True
    file: Path | None = None
    asked: list[Question] = field(default_factory=list)
    proposed: list[Path] = field(default_factory=list)

    def confirm(self, question: Question) -> bool:
        self.asked.append(question)
        return self.yes

    def tell(self, title: str, text: str) -> None:
        raise AssertionError(title)

    def open_file(self, title: str, pattern: str) -> Path | None:
        return self.file

    def open_folder(self, title: str) -> Path | None:
        return self.file

    def save_file(self, title: str, proposed: Path, pattern: str) -> Path | None:
        self.proposed.append(proposed)
        return self.file


def noon() -> dt.datetime:
    return NOON


@pytest.fixture(scope="session")
def counted_file(tmp_path_factory) -> Path:
    """The sample day on disk, every round counted and locked."""
    path = tmp_path_factory.mktemp("pages") / "sample.milstolpe"
    store_imported(read_source(RESOURCES / "sample" / "day.json"), path)
    return path


@pytest.fixture
def file_path(counted_file, tmp_path) -> Path:
    path = tmp_path / "day.milstolpe"
    shutil.copy2(counted_file, path)
    return path


@pytest.fixture
def make_place(file_path) -> Iterator[Callable[..., Workplace]]:
    """Opens the day file; asked again, it opens it again."""
    opened: list[DayStore] = []

    def make(ask: Answers | None = None, day: Day | None = None) -> Workplace:
        for store in opened:
            store.close()
        opened.clear()
        if day is not None:
            file_path.unlink()
            DayFile.create(file_path, day).close()
        store = DayStore(DayFile.open(file_path))
        opened.append(store)
        words = Words(RESOURCES / "locale", Language.ENGLISH)
        return Workplace(
            store=store,
            ballots=BallotDoor(store),
            stage=Stage(),
            words=words,
            stage_words=words,
            report_words=words,
            ruler=FontRuler(FONTS),
            clock=noon,
            ask=ask or Answers(),
        )

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def place(make_place) -> Workplace:
    return make_place()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def milestone() -> Callable[[Workplace, str], object]:
    def get(workplace: Workplace, key: str):
        return find(workplace.day.milestones, key)

    return get


@pytest.fixture
def show(qtbot) -> Callable[..., object]:
    """Shows a page as the desk would: with its column beside it, following the store."""

    def shown(page, width: int = 900, height: int = 800):
        column = page.side()
        if column is not None:
            qtbot.addWidget(column)
        qtbot.addWidget(page)
        page.workplace.store.changed.connect(page.refresh)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.entered()
        return page

    return shown
