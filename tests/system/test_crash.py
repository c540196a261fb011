"""A crash is written down without what anybody typed, told once, and not written over."""

import faulthandler
import os
import sys

import pytest

from workshop_app.system.crash import (
    CRASH,
    NATIVE,
    NATIVE_BEFORE,
    CrashWatch,
    untold_crash,
)
from workshop_app.system.logs import start_logging, stop_logging
from workshop_app.system.settings import Settings
from workshop_app.ui.about.report import error_report


@pytest.fixture
def watch(tmp_path, monkeypatch):
    """A watch on a folder of its own; what pytest itself watches is put back."""
    was_on = faulthandler.is_enabled()
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    made = CrashWatch(tmp_path)
    made.start()
    yield made
    made.stop()
    if was_on:
        faulthandler.enable(sys.__stderr__)


WRITTEN = "Anna Andersson, Ahlgatan 4"


def fail(text):
    raise RuntimeError(text)


def crash():
    try:
        fail(WRITTEN)
    except RuntimeError:
        sys.excepthook(*sys.exc_info())


def test_the_report_has_the_places_and_not_the_words_of_the_error(watch, tmp_path, logged_warnings):
    crash()
    text = (tmp_path / CRASH).read_text("utf-8")
    assert "RuntimeError" in text
    assert "in crash" in text
    assert "Anna" not in text
    assert "Anna" not in logged_warnings[0].getMessage()
    logged_warnings.clear()


def test_a_window_is_told_the_first_time_only(watch, logged_warnings):
    told = []
    watch.told = told.append
    crash()
    crash()
    assert len(told) == 1
    assert len(logged_warnings) == 2
    logged_warnings.clear()


def test_a_crash_is_untold_once_and_again_when_there_is_another(watch, tmp_path, logged_warnings):
    assert not untold_crash(tmp_path)
    crash()
    assert untold_crash(tmp_path)
    assert not untold_crash(tmp_path)
    mark = next(tmp_path.glob("crash-told*"))
    os.utime(mark, ns=(0, 0))
    assert untold_crash(tmp_path)
    logged_warnings.clear()


def test_what_python_wrote_when_it_stopped_is_there_after_the_next_start(tmp_path):
    (tmp_path / NATIVE).write_text("Fatal Python error: Aborted", "utf-8")
    was_on = faulthandler.is_enabled()
    watch = CrashWatch(tmp_path)
    watch.start()
    watch.stop()
    if was_on:
        faulthandler.enable(sys.__stderr__)
    assert (tmp_path / NATIVE_BEFORE).read_text("utf-8") == "Fatal Python error: Aborted"
    assert "Aborted" in error_report(tmp_path, Settings())


def test_the_error_report_has_versions_log_and_crash_but_no_code_and_no_home(
    watch, tmp_path, own_folders, logged_warnings
):
    start_logging(tmp_path)
    crash()
    stop_logging()
    settings = Settings(facilitator_code="4711", copy_folder=str(own_folders / "Anna"))
    with (tmp_path / "milstolpe.log").open("a", encoding="utf-8") as log:
        log.write(f"at {own_folders}/x\n")

    text = error_report(tmp_path, settings)

    assert text.startswith("Milstolpe 0.")
    assert "Qt 6." in text
    assert "window_scale = 100" in text
    assert "Unexpected RuntimeError" in text
    assert "at ~/x" in text
    assert not any(secret in text for secret in ("4711", "Anna", str(own_folders)))
    logged_warnings.clear()


def test_a_report_without_any_log_still_has_the_versions(tmp_path):
    assert "Python 3." in error_report(tmp_path / "none", Settings())
