"""A real desk with the sample day and a clock that is moved by hand."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import PlainPage
from workshop_app.app.clock import DayClock
from workshop_app.app.round_timer import RoundTimer
from workshop_app.app.stage import Stage
from workshop_app.system.kept import Kept
from workshop_app.ui.clock.desk_clock import desk_clock
from workshop_app.ui.clock.panel import ClockPanel
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.steps import StepPlan


class Wall:
    """A clock that is moved by hand; it begins at 11.38.20 on the sample's own date."""

    def __init__(self):
        self.now = dt.datetime(2027, 4, 22, 11, 38, 20).astimezone()

    def __call__(self):
        return self.now

    def pass_by(self, **time):
        self.now += dt.timedelta(**time)


class QuietPage(PlainPage):
    """A page with a field and a button, and no keys of its own."""

    def acts(self):
        return ()


@pytest.fixture
def plans():
    """Three steps without keys of their own."""
    groups = {"vote": "morning", "roadmap": "morning", "summary": "finish"}
    return tuple(StepPlan(group, step, partial(QuietPage, step)) for step, group in groups.items())


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def timed(workplace, wall):
    """The workplace with a clock of the day and a timer of the rounds."""
    store, stage = workplace.store, Stage(workplace.store)
    return replace(
        workplace,
        clock=wall,
        stage=stage,
        day_clock=DayClock(store, wall, Kept()),
        timer=RoundTimer(store, workplace.ballots, stage, wall),
    )


@pytest.fixture
def clock(timed):
    return timed.day_clock


@pytest.fixture
def make_desk(qtbot):
    """Makes a desk of a workplace and some steps, with the clock."""

    def made(place, plans, size=(1440, 900)):
        options = DeskOptions(draw=stage_figure, reduced_motion=True, extras=(desk_clock,))
        desk = Desk(place, plans, options)
        qtbot.addWidget(desk)
        desk.resize(*size)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        return desk

    return made


@pytest.fixture
def timed_desk(make_desk, timed, plans):
    """Three plain pages: vote, roadmap, summary."""
    return make_desk(timed, plans)


@pytest.fixture
def panel(timed_desk):
    return panel_of(timed_desk)


def panel_of(desk):
    """The timer in the right column."""
    return desk.frame.findChild(ClockPanel)


def press(widget, key, held=Qt.KeyboardModifier.NoModifier):
    """A key where the keyboard is, else in the window."""
    QTest.keyClick(widget.focusWidget() or widget, key, held)
