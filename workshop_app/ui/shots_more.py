"""Pictures besides the steps: the room's tools, the dialogs of program, library and safety."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from workshop_app.storage.comparing import Kinship, Relation
from workshop_app.storage.preview import preview
from workshop_app.ui.clock.spread_dialog import SpreadDialog
from workshop_app.ui.library.restore import BackupRow, RestoreDialog
from workshop_app.ui.library.same_day import SameDayDialog, TwoCopies
from workshop_app.ui.library.told import ToldCopy, moment, told_copy
from workshop_app.ui.program_acts import ProgramActs
from workshop_app.ui.safety.dispose_dialog import DisposeDialog
from workshop_app.ui.safety.erase_dialog import EraseDialog
from workshop_app.ui.shots_camera import Camera
from workshop_app.ui.stage_tools.countdown_dialog import CountdownDialog
from workshop_app.ui.stage_tools.figures_dialog import FiguresDialog
from workshop_app.ui.stage_tools.message_dialog import MessageDialog
from workshop_app.ui.workplace import Workplace

ZOOMED = 130
_MINUTES = 10
_BACKUPS = 4
_LATE = 5


def room_pictures(camera: Camera, place: Workplace) -> Iterator[Path]:
    """The welcome page under the room's tools, one at a time; all is as before after."""
    stage, countdown, _ = place.stage, place.countdown, place.stage_words.gettext
    stage.show_test(shown=True)
    yield camera.stage("20c_stage_provbild")
    stage.show_test(shown=False)
    for alone, name in ((False, "20d_stage_meddelande"), (True, "20e_stage_meddelande_ensamt")):
        stage.say(_("Break"), alone=alone)
        yield camera.stage(name)
    stage.say("")
    if countdown is not None:
        countdown.start(_MINUTES, _("Break"))
        stage.count(shown=True)
        yield camera.stage("20f_stage_nedrakning")
        stage.count(shown=False)
        countdown.stop()


def looks(camera: Camera, place: Workplace, zoomed: str, dark: str) -> Iterator[Path]:
    """What the room sees now at 130 percent, and dark."""
    look = place.look
    before, percent = look.dark, look.zoom
    look.zoom_to(ZOOMED)
    yield camera.stage(f"{zoomed}_{ZOOMED}")
    look.zoom_to(percent)
    look.use_dark(dark=True)
    yield camera.stage(dark)
    look.use_dark(dark=before)


def tool_dialogs(camera: Camera, place: Workplace) -> Iterator[Path]:
    """The dialogs of the room's tools, of the clock, and of names and ballots."""
    desk, words = camera.desk, place.words
    found: dict[str, QDialog] = {
        "dialog_meddelande": MessageDialog(words, "", desk),
        "dialog_nedrakning": CountdownDialog(place, desk),
        "dialog_siffror": FiguresDialog(place, desk),
        "dialog_radera_namn": EraseDialog(place, desk),
        "dialog_gallra": DisposeDialog(place, desk),
    }
    clock = place.day_clock
    if clock is not None:
        clock.begin_now()
        clock.lengthen(_LATE)
        if clock.can_spread():
            found["dialog_sprid"] = SpreadDialog(words, clock.spread_lines(), desk)
    yield from camera.dialogs(found)
    if clock is not None:
        clock.follow_plan()


def library_dialogs(camera: Camera, place: Workplace) -> Iterator[Path]:
    """The larger questions of the library, about the day that is open."""
    path, words, now = place.store.file.path, place.words, place.clock()
    look = partial(_look, place)
    rows = [
        BackupRow(path, moment(words, now - timedelta(minutes=25 * n), now))
        for n in range(_BACKUPS)
    ]
    copies = TwoCopies(look(path), look(path), Relation(Kinship.AHEAD, 40, 0, 3))
    yield from camera.dialogs(
        {
            "dialog_samma_dag": SameDayDialog(words, copies, camera.desk),
            "dialog_aterstall": RestoreDialog(words, rows, look, camera.desk),
        }
    )


def _look(place: Workplace, path: Path) -> ToldCopy:
    return told_copy(place.words, preview(path), place.clock())


def program_dialogs(camera: Camera, program: ProgramActs) -> Iterator[Path]:
    """Settings, word list and what the program is."""
    for name, show in (
        ("dialog_installningar", program.settings),
        ("dialog_ordlista", program.word_list),
        ("dialog_om", program.about),
    ):
        show()
        dialog = program.dialog
        if dialog is not None:
            yield camera.window(name, dialog)
            dialog.close()
