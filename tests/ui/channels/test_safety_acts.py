"""From the menu: a rehearsal in a copy, and the code; the open day is left as it is."""

import hashlib

import pytest
from PySide6.QtCore import Qt

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
    assert not acts.dialog.isVisible()


def test_a_rehearsal_is_held_in_slices_and_says_how_far_it_has_come(qtbot, acts):
    progress = acts.hold(3, 1)
    progress.work()
    total = progress.bar.maximum()
    assert 0 < progress.bar.value() < total
    assert str(total) in progress.count.text()
    with qtbot.waitSignal(progress.held) as told:
        progress.work()
    assert told.args[0].path.exists()


@pytest.mark.parametrize("way", ["button", "escape", "cross"])
def test_a_rehearsal_that_is_stopped_leaves_nothing_behind(qtbot, acts, tmp_path, way):
    progress = acts.hold(60, 1)
    progress.work()
    assert list((tmp_path / "rehearsals").glob("*.milstolpe"))
    with qtbot.waitSignal(acts.say) as told:
        if way == "button":
            progress.cancel.click()
        elif way == "escape":
            qtbot.keyClick(progress, Qt.Key.Key_Escape)
        else:
            progress.close()
    assert "stopped" in told.args[0]
    assert list((tmp_path / "rehearsals").iterdir()) == []


def test_a_new_code_is_kept_for_the_next_time(qtbot, place, acts, kept):
    acts.change_code()
    dialog = acts.dialog
    assert isinstance(dialog, CodeDialog)
    qtbot.keyClicks(dialog.field, "4182")
    dialog.save.click()
    assert kept == ["4182"]
    assert place.code.fits("4182")
