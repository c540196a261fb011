"""Time left in figures, words, a mark and a colour: never one of them alone."""

import pytest

from workshop_app.domain.clock import Urgency
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Language
from workshop_app.ui.countdown import (
    of_minutes,
    over_words,
    pace_words,
    urgency_mark,
    urgency_role,
    urgency_words,
)


@pytest.mark.parametrize(
    ("how", "words", "mark", "role"),
    [
        (Urgency.CALM, "", None, Role.INK),
        (Urgency.SOON, "Soon over", Icon.CLOCK, Role.WARN),
        (Urgency.LAST, "Nearly over", Icon.WARN, Role.BAD),
        (Urgency.OUT, "The time is out", Icon.WARN, Role.BAD),
    ],
)
def test_each_colour_has_its_words_and_its_mark(how, words, mark, role, english):
    told = (urgency_words(english, how), urgency_mark(how), urgency_role(how))
    assert told == (words, mark, role)


@pytest.mark.parametrize(
    ("drift", "words"),
    [(None, ""), (0, "on time"), (1, "1 min behind schedule"), (-6, "6 min ahead")],
)
def test_ahead_and_behind_are_words(drift, words, english):
    assert pace_words(english, drift) == words


def test_over_its_time_is_counted_in_whole_minutes(english):
    assert over_words(english, 0) == "The time is out"
    assert over_words(english, 4) == "4 min over its time"
    assert of_minutes(english, 1) == "of 1 minute"


def test_the_same_in_swedish(english):
    english.use(Language.SWEDISH)
    assert [pace_words(english, n) for n in (4, 0, -6)] == [
        "4 min efter planen",
        "i fas",
        "6 min före planen",
    ]
    assert over_words(english, 4) == "Över tiden med 4 min"
