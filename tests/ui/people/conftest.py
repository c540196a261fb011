"""A desk that opens on the participants."""

from functools import partial

import pytest

from workshop_app.app.constellations import Constellations
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.people.people_page import PeoplePage, PeopleTools
from workshop_app.ui.stage_pages.welcome import welcome_figure
from workshop_app.ui.steps import StepPlan


@pytest.fixture
def desk(qtbot, workplace, tmp_path):
    """A desk that opens on the participants."""
    tools = PeopleTools(Constellations(tmp_path / "data"))
    plans = (StepPlan("prepare", "people", partial(PeoplePage, tools=tools)),)
    made = Desk(workplace, plans, DeskOptions(draw=welcome_figure, reduced_motion=True))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
