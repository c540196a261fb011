"""The dialogs of the library, answered by keyboard."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from workshop_app.domain.kinds import DayStatus, RoundState
from workshop_app.storage.checking import Problem
from workshop_app.storage.comparing import Kinship, Relation
from workshop_app.storage.preview import DayPreview, RoundTold
from workshop_app.storage.refusal import FileRefused
from workshop_app.ui.library.asking import QtLibraryAsk
from workshop_app.ui.library.restore import BackupRow, RestoreDialog
from workshop_app.ui.library.same_day import Choice, SameDayDialog, TwoCopies
from workshop_app.ui.library.told import relation_sentence, told_copy

NOW = dt.datetime(2027, 4, 22, 15, 5).astimezone()
FORKED = Relation(Kinship.FORKED, 41, 3, 5)
AHEAD = Relation(Kinship.AHEAD, 41, 0, 5)
BEHIND = Relation(Kinship.BEHIND, 41, 1, 0)


def a_preview(**facts):
    usual = {
        "path": Path("a.milstolpe"),
        "title": "Forum",
        "date": NOW.date(),
        "status": DayStatus.DRAFT,
        "changed": NOW - dt.timedelta(hours=1),
        "participants": 17,
        "milestones": 24,
        "initiatives": 0,
        "rounds": (RoundTold("Dots", RoundState.CLOSED, 15, 15),),
        "events": 41,
        "head": "AAAA-BBBB-CCCC-DDDD",
        "problems": (),
    }
    return DayPreview(**{**usual, **facts})


@pytest.fixture
def told(english):
    return told_copy(english, a_preview(), NOW)


def test_a_copy_is_told_in_words(told):
    assert [line.replace("\u00a0", " ") for line in told.lines] == [
        "22 April 2027 · Draft",
        "Last changed today 14:05",
        "17 participants · 24 milestones",
        "Dots: closed, 15 of 15 have voted",
        "41 events in the log · AAAA-BBBB-CCCC-DDDD",
    ]
    assert told.fault == ""


def test_what_is_wrong_and_what_is_older_is_told(english):
    damaged = a_preview(
        problems=(Problem("chain", {"event": 12}),),
        rounds=(),
        changed=NOW - dt.timedelta(days=3),
        status=DayStatus.FINALISED,
    )
    told = told_copy(english, damaged, NOW)
    assert told.fault == "The log has been changed at event 12."
    assert told.date.endswith("Finalised")
    assert told.changed == "Last changed 19 April 15:05"
    assert told.rounds == ("Nobody has voted yet",)


def test_how_two_copies_stand_to_each_other_is_one_sentence_each(english):
    sentences = [relation_sentence(english, each) for each in (FORKED, AHEAD, BEHIND)]
    assert "the same 41 events" in sentences[0]
    assert "3 of its own and the file 5" in sentences[0]
    assert "5 more things have been done in it" in sentences[1]
    assert "1 more thing has been done in the day here" in sentences[2]


@pytest.mark.parametrize(
    ("relation", "choice"),
    [(FORKED, Choice.OURS), (BEHIND, Choice.OURS), (AHEAD, Choice.THEIRS)],
)
def test_enter_chooses_the_one_that_has_most_and_esc_neither(
    qtbot, look, english, told, relation, choice
):
    dialog = SameDayDialog(english, TwoCopies(told, told, relation))
    qtbot.addWidget(dialog)
    dialog.show()
    assert {dialog.ours.kind, dialog.theirs.kind} == {"primary", "normal"}
    assert dialog.choice is Choice.NEITHER
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.choice) == (False, Choice.NEITHER)
    dialog.show()
    primary = dialog.ours if dialog.ours.kind == "primary" else dialog.theirs
    QTest.keyClick(primary, Qt.Key.Key_Return)
    assert dialog.choice is choice


def test_the_other_one_can_be_chosen_with_the_mouse(qtbot, look, english, told):
    for button, choice in (("ours", Choice.OURS), ("theirs", Choice.THEIRS)):
        dialog = SameDayDialog(english, TwoCopies(told, told, FORKED))
        qtbot.addWidget(dialog)
        dialog.show()
        QTest.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
        assert dialog.choice is choice


def test_each_copy_is_said_whole_to_a_screen_reader(qtbot, look, english, told):
    dialog = SameDayDialog(english, TwoCopies(told, told, FORKED))
    qtbot.addWidget(dialog)
    said = dialog.theirs_card.accessibleDescription()
    assert said.startswith("Forum, 22 April 2027")
    assert said.endswith("The file is sound")


def looking(english):
    def look(path):
        if path.name == "gone":
            raise FileRefused("missing")
        problems = (Problem("chain", {"event": 3}),) if path.name == "bad" else ()
        return told_copy(english, a_preview(title=path.name, problems=problems), NOW)

    return look


def a_dialog(qtbot, english, *names):
    rows = [BackupRow(Path(name), f"made {name}") for name in names]
    dialog = RestoreDialog(english, rows, looking(english))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def says(dialog, text):
    """Once what was put in has been laid out."""
    labels = dialog.card.findChildren(QLabel)
    return text in [label.text() for label in labels if label.isVisible()]


def test_arrows_show_what_is_in_each_backup_and_enter_restores(qtbot, look, english):
    dialog = a_dialog(qtbot, english, "new", "old")
    qtbot.waitUntil(lambda: says(dialog, "new"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: says(dialog, "old"))
    assert not says(dialog, "new")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.chosen == Path("old")


def test_a_backup_that_is_not_sound_or_cannot_be_read_is_not_restored(qtbot, look, english):
    dialog = a_dialog(qtbot, english, "good", "bad", "gone")
    assert dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: says(dialog, "The log has been changed at event 3."))
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: says(dialog, "The file is no longer there. Choose another file."))
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.chosen is None
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert dialog.chosen is None
    assert not dialog.isVisible()


def test_the_dialogs_are_asked_over_the_window_in_front(qtbot, look, english, told, monkeypatch):
    shown = []
    monkeypatch.setattr(SameDayDialog, "exec", lambda dialog: shown.append(dialog.parent()))
    monkeypatch.setattr(RestoreDialog, "exec", lambda dialog: shown.append(dialog.parent()))
    front = QLabel("front")
    qtbot.addWidget(front)
    ask = QtLibraryAsk(english, lambda: front)
    assert ask.same_day(TwoCopies(told, told, FORKED)) is Choice.NEITHER
    assert ask.backup([BackupRow(Path("x"), "x")], looking(english)) is None
    assert shown == [front, front]
