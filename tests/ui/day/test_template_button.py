"""A day that was begun empty gets its agenda and its votes from a template."""

import datetime as dt
from pathlib import Path

import pytest

from workshop_app.app.templates import Templates
from workshop_app.domain.day import Day
from workshop_app.domain.templates import new_workshop
from workshop_app.storage.dayfile import DayFile
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.voting.vote_page import VotePage

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def sample_file(tmp_path):
    """A day with nothing in it."""
    path = tmp_path / "empty" / "day.milstolpe"
    path.parent.mkdir()
    DayFile.create(path, Day(new_workshop("n", "Forum", dt.date(2028, 2, 10)))).close()
    return path


@pytest.fixture
def page(qtbot, workplace):
    made = DayPage(workplace, templates=Templates(RESOURCES / "templates").days())
    qtbot.addWidget(made)
    made.refresh(None)
    return made


def test_the_menu_has_all_sorts_of_day(page):
    lines = page.template_button.menu_of_templates().actions()
    assert len(lines) == 7
    assert all(line.toolTip() for line in lines)


def test_a_template_fills_the_empty_day_in_one_act_that_can_be_undone(qtbot, page, workplace):
    assert not page.template_button.isHidden()
    page.template_button.menu_of_templates().actions()[0].trigger()
    day = workplace.day
    assert len(day.agenda) == 17
    assert len(day.rounds) == 7
    assert page.template_button.isHidden()
    vote = VotePage(workplace)
    qtbot.addWidget(vote)
    vote.entered()
    assert vote.now.exists()
    workplace.store.undo()
    page.refresh(None)
    assert workplace.day.agenda == ()
    assert not page.template_button.isHidden()
