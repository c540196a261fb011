"""A desk with the pages for preparing the day."""

from functools import partial
from pathlib import Path

import pytest

from workshop_app.app.constellations import Constellations
from workshop_app.app.templates import Templates
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.people.people_page import PeoplePage, PeopleTools
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.steps import StepPlan

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def desk(qtbot, workplace, tmp_path):
    """A desk that opens on the day, with the participants next."""
    calendars = Templates(RESOURCES / "templates").calendars()
    tools = PeopleTools(Constellations(tmp_path / "data"))
    plans = (
        StepPlan("prepare", "day", partial(DayPage, calendars=calendars)),
        StepPlan("prepare", "people", partial(PeoplePage, tools=tools)),
    )
    made = Desk(workplace, plans, DeskOptions(draw=welcome_figure, reduced_motion=True))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
