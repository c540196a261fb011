"""The first and the last page of the shared screen, dark, and which page is for which step."""

from dataclasses import replace
from datetime import datetime

import pytest

from workshop_app.app.stage import Showing
from workshop_app.domain.ops import Op
from workshop_app.figures.shapes import Box, Label, Role
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_pages.welcome import closing_figure, welcome_figure


def texts(figure):
    return [piece.text for piece in figure.pieces if isinstance(piece, Label)]


def at(workplace, text):
    return replace(workplace, clock=lambda: datetime.fromisoformat(text).astimezone())


def test_the_welcome_has_the_day_its_items_and_the_clock(workplace):
    said = texts(welcome_figure(workplace, Showing()))
    assert "11:38" in said
    assert "Prickröstning om milstolpar" in said
    assert "Thursday 22 April 2027" in said
    assert "Exempelby kommun" in said


@pytest.mark.parametrize(
    ("clock", "pill"),
    [
        ("2027-04-22T08:24", "We begin at 08:30, in 6 minutes"),
        ("2027-04-22T08:29", "We begin at 08:30, in 1 minute"),
        ("2027-04-22T06:00", None),
        ("2027-04-22T08:30", None),
        ("2027-04-20T08:24", None),
    ],
)
def test_it_says_when_we_begin_in_the_last_hour_and_a_half(workplace, clock, pill):
    said = texts(welcome_figure(at(workplace, clock), Showing()))
    begins = [text for text in said if text.startswith("We begin")]
    assert begins == ([pill] if pill else [])


def test_a_day_without_an_agenda_still_has_a_welcome(workplace):
    workplace.store.do(Op.EDIT_WORKSHOP, lambda day: replace(day, agenda=()))
    assert "11:38" in texts(welcome_figure(workplace, Showing()))


def test_the_closing_thanks_and_says_what_happens_now(workplace):
    figure = closing_figure(workplace, Showing(step="summary"))
    assert "Thank you for today" in texts(figure)
    assert "What happens now" in figure.sentence
    assert "27 April: Samverkansgruppen" in figure.sentence


def test_a_blank_screen_is_dark_whichever_way_the_colours_go(workplace):
    blank = Showing(step="vote", blank=True)
    for dark, role in ((False, Role.INK), (True, Role.STAGE)):
        workplace.look.use_dark(dark=dark)
        figure = stage_figure(workplace, blank)
        (ground,) = figure.pieces
        assert isinstance(ground, Box)
        assert ground.ink.fill is role
        assert figure.sentence == "The shared screen is blank."


@pytest.mark.parametrize(
    "step", ["welcome", "vote", "roadmap", "prioritise", "frame", "summary", "unheard_of"]
)
def test_every_step_has_a_page_of_the_screens_shape(workplace, step):
    figure = stage_figure(workplace, Showing(step=step))
    assert (figure.width, figure.height) == (1920, 1080)
    assert figure.sentence


def test_the_purpose_the_expected_result_and_the_rules_come_after_the_welcome(workplace):
    shown = workplace.day.workshop.changed(
        purpose="To agree on the road.",
        expected_result="Twelve milestones.",
        ground_rules="One at a time.\n\nPhones off.",
    )
    workplace.store.do(Op.EDIT_WORKSHOP, lambda day: replace(day, workshop=shown))
    for step, page in (("welcome", 1), ("summary", 1)):
        said = texts(stage_figure(workplace, Showing(step=step, page=page)))
        assert "This is why we meet" in said
        assert {"Twelve milestones.", "One at a time.", "Phones off."} <= set(said)
    assert stage_figure(workplace, Showing(step="welcome")).pages == 2


def test_a_day_that_has_no_purpose_yet_has_no_page_for_it(workplace):
    assert not workplace.day.workshop.purpose
    assert stage_figure(workplace, Showing(step="welcome")).pages == 1
