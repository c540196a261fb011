"""What every test gets: no display, our fonts, folders of its own, and nothing left behind."""

import gc
import logging
import os
import weakref
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
SCREENS = Path(__file__).resolve().parent / "two_screens.json"

# Before Qt is imported: no display, a laptop and a projector faked. Qt splits the value at colons.
os.environ.setdefault(
    "QT_QPA_PLATFORM",
    "offscreen:configfile=" + (os.path.relpath(SCREENS) if ":" in str(SCREENS) else str(SCREENS)),
)
# The program's folders are never those of the person who runs the tests.
for variable in ("MILSTOLPE_DATA_DIR", "MILSTOLPE_CONFIG_DIR"):
    os.environ.pop(variable, None)

from PySide6.QtCore import QCoreApplication, QEvent, QTimer  # noqa: E402  (after the platform is set)
from PySide6.QtGui import QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from shiboken6 import isValid  # noqa: E402

# The same examples every time, however slow the machine. HYPOTHESIS_PROFILE=explore looks further.
hypothesis.settings.register_profile("house", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture(scope="session")
def qapp(qapp_args, qapp_cls, pytestconfig):
    """The application, with our fonts loaded as the program loads them."""
    app = QApplication.instance() or qapp_cls(qapp_args)
    app.setApplicationName(pytestconfig.getini("qt_qapp_name"))
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, font.name
    return app


@pytest.fixture
def qtbot(qtbot, monkeypatch):
    """pytest-qt's own, but a widget it is given lives until it has been closed.

    It keeps weak references alone. When the test function has returned, the garbage collector can
    take a page in the middle of that page's own event, and PySide6 then brings Python down.
    """
    kept: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_keep(widget: QWidget, **options) -> None:
        kept.append(widget)
        add(widget, **options)

    monkeypatch.setattr(qtbot, "addWidget", add_and_keep)
    return qtbot


LONG = ("journeys", "test_cli.py", "voting", "storage")
"""Folders and files with the longest tests, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first: spread over processes, a long one that comes last is waited for alone."""

    def turn(item: pytest.Item) -> int:
        parts = item.path.parts
        return next((place for place, name in enumerate(LONG) if name in parts), len(LONG))

    items.sort(key=turn)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and settings of each test in a folder of its own."""
    folder = tmp_path_factory.mktemp("user", numbered=True)
    monkeypatch.setenv("MILSTOLPE_DATA_DIR", str(folder / "data"))
    monkeypatch.setenv("MILSTOLPE_CONFIG_DIR", str(folder / "config"))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


class Collected(logging.Handler):
    """Keeps every record of a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def complaints_of(records: list[logging.LogRecord]) -> list[str]:
    """One line for each record."""
    return [f"{record.levelname} {record.name}: {record.getMessage()}" for record in records]


@pytest.fixture(autouse=True)
def logged_warnings(request: pytest.FixtureRequest) -> Iterator[list[logging.LogRecord]]:
    """Fail a test during which a warning or an error was logged.

    A test that expects one asks for this fixture by name, looks at the list and clears it.
    """
    handler = Collected()
    names = (None, "workshop_app")
    before = [(logging.getLogger(name), logging.getLogger(name).propagate) for name in names]
    logging.getLogger().addHandler(handler)
    yield handler.records
    logging.getLogger().removeHandler(handler)
    for logger, propagate in before:
        logger.propagate = propagate
    if handler.records:
        pytest.fail("logged during the test: " + "; ".join(complaints_of(handler.records)))


def running_timers(timers: "weakref.WeakSet[QTimer]") -> list[str]:
    """The timers that still tick, with what they belong to."""
    return [
        f"QTimer every {timer.interval()} ms of {timer.parent()!r}"
        for timer in list(timers)
        if isValid(timer) and timer.isActive()
    ]


def visible_windows(before: set[int]) -> list[str]:
    """The windows on screen that were not there before."""
    if QApplication.instance() is None:
        return []
    return [
        repr(widget)
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before and isValid(widget) and widget.isVisible()
    ]


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest, monkeypatch) -> Iterator[None]:
    """Fail a test that leaves a ticking timer or an open window behind.

    ``qtbot.addWidget`` closes a window after the test; what it owns goes with it.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    started: weakref.WeakSet[QTimer] = weakref.WeakSet()
    start = QTimer.start

    def remember(timer: QTimer, *arguments) -> None:
        started.add(timer)
        start(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", remember)
    kept = QApplication.topLevelWidgets() if QApplication.instance() else []
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = running_timers(started)
    left += visible_windows({id(widget) for widget in kept})
    for timer in list(started):
        if isValid(timer):
            timer.stop()
    if left:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QWidget) and widget not in kept:
                widget.hide()
        gc.collect()
        pytest.fail("left behind: " + "; ".join(left))
