"""A real desk with the tools of the shared screen, on two screens: laptop and room."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from workshop_app.app.clock import DayClock
from workshop_app.app.countdown import Countdown
from workshop_app.app.stage_look import StageLook
from workshop_app.system.kept import Kept
from workshop_app.system.settings import KeptSettings, Settings
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_tools.room_tools import RoomTools


class Wall:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = datetime(2027, 4, 22, 11, 38).astimezone()

    def __call__(self):
        return self.now

    def later(self, **much):
        self.now += timedelta(**much)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def room(workplace, wall, tmp_path):
    """The sample day with all that the tools need."""
    settings = KeptSettings(tmp_path / "settings.json", Settings())
    kept = Kept(tmp_path / "kept.json")
    return replace(
        workplace,
        clock=wall,
        kept=kept,
        settings=settings,
        look=StageLook(kept, settings),
        countdown=Countdown(wall),
        day_clock=DayClock(workplace.store, wall),
    )


@pytest.fixture
def desk(qtbot, room, plans):
    made = Desk(
        room, plans, DeskOptions(draw=stage_figure, reduced_motion=True, extras=(RoomTools,))
    )
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def tools(desk):
    return desk._extras[0]


@pytest.fixture
def dialog(qtbot):
    """The dialog that is open."""

    def opened():
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        return QApplication.activeModalWidget()

    return opened


@pytest.fixture
def back(qtbot, desk):
    """The keyboard is at the desk again after a dialog."""

    def returned():
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)

    return returned
