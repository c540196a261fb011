"""The guards of conftest.py are seen to catch what they are there for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PLANTED = """
import logging
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QWidget

kept = []


def test_a_logged_warning():
    logging.getLogger("workshop_app.x").warning("planted warning")


def test_an_expected_warning(logged_warnings):
    logging.getLogger("workshop_app.x").warning("expected")
    assert logged_warnings
    logged_warnings.clear()


def test_a_ticking_timer(qtbot):
    timer = QTimer()
    timer.start(50)
    kept.append(timer)


def test_an_open_window(qtbot):
    window = QWidget()
    window.show()
    kept.append(window)


def test_a_warning_of_qt(qtbot):
    qWarning("planted warning")


def test_a_tidy_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(50)
    window.show()


def test_two_screens(qapp):
    assert [screen.name() for screen in QApplication.screens()] == ["LAPTOP", "PROJECTOR"]


def test_folders_of_its_own(own_folders):
    assert Path.home() == own_folders
    assert list(own_folders.iterdir()) == []
"""
CAUGHT = ("logged_warning", "ticking_timer", "open_window", "warning_of_qt")
LET_PASS = ("expected_warning", "tidy_window", "two_screens", "folders_of_its_own")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines pytest prints for the planted tests."""
    folder = tmp_path_factory.mktemp("guards")
    (folder / "tests").mkdir()
    for name in ("conftest.py", "two_screens.json"):
        shutil.copy(TESTS / name, folder / "tests")
    shutil.copy(TESTS.parent / "pyproject.toml", folder)
    (folder / "tests" / "test_planted.py").write_text(PLANTED, "utf-8")
    settings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider"],
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()


def outcomes(report: list[str], name: str) -> set[str]:
    """PASSED, FAILED, ERROR as printed while running."""
    return {
        line.split("::", 1)[1].split()[1]
        for line in report
        if f"::test_{name} " in line or f"::test_a_{name} " in line or f"::test_an_{name} " in line
        if line.split("::", 1)[1].split()[1].isupper()
    }


@pytest.mark.parametrize("name", CAUGHT)
def test_a_test_that_leaves_something_behind_fails(name, report):
    assert outcomes(report, name) & {"ERROR", "FAILED"}, report


@pytest.mark.parametrize("name", LET_PASS)
def test_a_tidy_test_passes(name, report):
    assert outcomes(report, name) == {"PASSED"}, report
