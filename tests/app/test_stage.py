"""What the room sees: only deliberate acts change it, and what is hidden is never held up."""

import pytest

from workshop_app.app.stage import Showing, Stage
from workshop_app.figures.shapes import Figure

PICTURE = Figure(1920, 1080, sentence="A result")


@pytest.fixture
def stage(qapp):
    return Stage()


def test_freezing_keeps_a_picture_and_thawing_lets_it_go(stage):
    told = []
    stage.changed.connect(told.append)
    stage.show_step("vote", "r1")
    stage.freeze(PICTURE, dark=True)
    assert (stage.held.figure, stage.held.dark, stage.held.step) == (PICTURE, True, "vote")
    stage.show_step("roadmap")
    assert stage.showing.frozen
    stage.thaw()
    assert stage.held is None
    assert told[-1] == Showing("roadmap")


def test_hiding_a_result_lets_go_of_the_frozen_picture_of_that_step(stage):
    stage.show_step("vote", "r1")
    stage.freeze(PICTURE, dark=False)
    stage.refocus("vote", "r1#sorted")
    assert stage.showing.frozen
    stage.refocus("prioritise", "r2#hidden")
    assert stage.showing.frozen
    stage.refocus("vote", "r1#hidden#sorted")
    assert not stage.showing.frozen
    assert stage.held is None


def test_hiding_never_shows_for_a_moment_what_is_being_hidden(stage):
    stage.show_step("vote", "r1#hidden")
    stage.freeze(PICTURE, dark=False)
    stage.show_step("vote", "r1")
    told = []
    stage.changed.connect(lambda showing: told.append((showing.frozen, showing.focus)))
    stage.show_step("vote", "r1#hidden")
    assert told == [(False, "r1#hidden")]


def test_it_is_let_go_also_when_the_desk_has_chosen_another_step_for_later(stage):
    stage.show_step("vote", "r1")
    stage.freeze(PICTURE, dark=False)
    stage.show_step("roadmap")
    stage.refocus("vote", "r1#hidden")
    assert not stage.showing.frozen
    assert stage.showing.step == "roadmap"


@pytest.mark.parametrize("text", ["a " * 300, "ö" * 500])
def test_a_message_is_one_run_of_words_of_at_most_two_hundred_characters(stage, text):
    stage.say(f"  Hello\n\tthere {text}")
    assert stage.showing.message.startswith("Hello there ")
    assert len(stage.showing.message) <= 200
    assert stage.showing.message == stage.showing.message.strip()


def test_an_empty_message_has_no_page_of_its_own(stage):
    stage.say("Hello", alone=True)
    assert stage.showing.alone
    stage.say("  ", alone=True)
    assert (stage.showing.message, stage.showing.alone) == ("", False)


def test_the_test_picture_lights_up_a_blank_screen_and_showing_a_step_ends_it(stage):
    stage.toggle_blank()
    stage.show_test(shown=True)
    assert (stage.showing.blank, stage.showing.test) == (False, True)
    stage.show_step("vote")
    assert not stage.showing.test


def test_what_is_laid_over_the_picture_survives_another_step(stage):
    stage.say("Coffee")
    stage.count(shown=True)
    stage.show_step("frame")
    assert (stage.showing.message, stage.showing.counting) == ("Coffee", True)
