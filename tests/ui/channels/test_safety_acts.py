"""From the menu: a rehearsal in a copy, and the code; the open day is left as it is."""

import hashlib

import pytest

from workshop_app.ui.channels.code_page import CodeDialog
from workshop_app.ui.channels.safety_acts import RehearsalDialog, SafetyActs


@pytest.fixture
def kept():
    return []


@pytest.fixture
def acts(place, kept, tmp_path):
    return SafetyActs(place, tmp_path / "rehearsals", kept.append)


def test_a_rehearsal_from_the_menu_leaves_the_open_day_alone(qtbot, place, acts, tmp_path):
    path = place.store.file.path
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    acts.rehearse()
    dialog = acts.dialog
    assert isinstance(dialog, RehearsalDialog)
    dialog.voters.setValue(2)
    with qtbot.waitSignal(acts.say) as told:
        dialog.accept()
    assert "The rehearsal is done" in told.args[0]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    (copy,) = (tmp_path / "rehearsals").glob("*.milstolpe")
    assert copy.name.startswith("rehearsal-")
    assert copy.with_suffix(".json").exists()


def test_a_rehearsal_that_cannot_be_written_says_so(qtbot, acts, tmp_path):
    (tmp_path / "rehearsals").write_text("a file is in the way")
    acts.rehearse()
    with qtbot.waitSignal(acts.say) as told:
        acts.dialog.accept()
    assert told.args[1] == "warn"


def test_a_new_code_is_kept_for_the_next_time(qtbot, place, acts, kept):
    acts.change_code()
    dialog = acts.dialog
    assert isinstance(dialog, CodeDialog)
    qtbot.keyClicks(dialog.field, "4182")
    dialog.save.click()
    assert kept == ["4182"]
    assert place.code.fits("4182")
