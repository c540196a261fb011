"""The templates that come with the program, and days made from them."""

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from workshop_app.app.beginnings import Beginning, choices
from workshop_app.app.library import Library, NewDay
from workshop_app.app.templates import Templates
from workshop_app.domain.agenda import clock_minutes
from workshop_app.domain.day import Day, find, with_standing
from workshop_app.domain.kinds import AgendaKind, RoundMethod, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.templates import (
    calendar_steps,
    fill_options,
    new_workshop,
    said,
    with_name,
    with_template,
)
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.system.errors import BugError

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATES = Templates(RESOURCES / "templates")
DATE = dt.date(2027, 9, 2)
KEYS = (
    "strategic_planning",
    "strategic_budget",
    "strategic_followup",
    "budget_dialogue",
    "internal_budget",
    "milestone_half_day",
    "prioritise_half_day",
)
MORNING = {RoundMethod.DOTS}
AFTERNOON = {RoundMethod.NEED, RoundMethod.POINTS}


def made(key: str, language: str = "sv") -> Day:
    return with_template(Day(new_workshop("w", "Forum", DATE)), TEMPLATES.day(key), language)


@pytest.fixture
def library(tmp_path) -> Library:
    return Library(tmp_path / "days", RESOURCES / "sample")


def loaded(path: Path) -> Day:
    file = DayFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()


def test_all_sorts_of_day_are_there_in_order():
    assert tuple(template.key for template in TEMPLATES.days()) == KEYS
    assert [template.key for template in TEMPLATES.calendars()] == ["june", "november"]
    assert TEMPLATES.day("none") is None
    assert TEMPLATES.calendar("june").key == "june"


@pytest.mark.parametrize("key", KEYS)
def test_a_template_makes_a_whole_agenda_in_both_languages(key):
    swedish, english = made(key), made(key, "en")
    assert swedish.agenda
    assert [i.minutes for i in swedish.agenda] == [i.minutes for i in english.agenda]
    assert swedish.agenda[0].title != english.agenda[0].title
    rounds = {voting.id for voting in swedish.rounds}
    for before, after in zip(swedish.agenda, swedish.agenda[1:], strict=False):
        assert before.end == after.start
    for item in swedish.agenda:
        assert item.round_id in rounds | {""}
        assert item.title
        assert item.step or item.kind is AgendaKind.BREAK
    assert clock_minutes(swedish.workshop.end) <= 16 * 60
    assert swedish.workshop.purpose
    assert swedish.workshop.expected_result
    # What the room votes on is a proposal, never a decision.
    assert not any("beslut" in f"{r.name} {r.question}".casefold() for r in swedish.rounds)


def test_either_half_alone_has_only_its_own_rounds():
    morning = {voting.method for voting in made("milestone_half_day").rounds}
    afternoon = {voting.method for voting in made("prioritise_half_day").rounds}
    assert morning >= MORNING
    assert not morning & AFTERNOON
    assert afternoon >= AFTERNOON
    assert not afternoon & MORNING


def test_what_the_day_has_written_is_not_replaced():
    shop = new_workshop("w", "Forum", DATE).changed(purpose="Our own")
    day = with_template(Day(shop), TEMPLATES.day("strategic_planning"), "sv")
    assert day.workshop.purpose == "Our own"
    assert day.workshop.expected_result


@pytest.mark.parametrize("template", TEMPLATES.calendars(), ids=["june", "november"])
@pytest.mark.parametrize("year", range(2026, 2034))
def test_the_budget_year_is_in_order_and_never_on_a_weekend(template, year):
    steps = calendar_steps(template, year, "sv")
    assert [step.date for step in steps] == sorted(step.date for step in steps)
    assert all(step.date.weekday() < 5 and step.date.year == year for step in steps)
    assert len({step.id for step in steps}) == len(steps)
    council = [s for s in steps if s.event == "Kommunfullmäktige" and s.kind == "beslut"]
    assert council
    assert council[-1].date.month == 11


def test_a_new_day_plans_for_the_year_after_its_own():
    shop = new_workshop("w", "Forum", DATE)
    assert (shop.budget_year, shop.plan_end_year, shop.plan_period) == (2028, 2030, "2028–2030")


def test_words_in_another_language_are_english():
    assert said({"sv": "Ja", "en": "Yes"}, "fi") == "Yes"
    assert said({}, "sv") == ""


def test_a_round_can_be_filled_with_what_is_there_now():
    day = read_source(RESOURCES / "sample" / "day.json").day
    full = with_template(day, TEMPLATES.day("strategic_planning"), "sv")
    assert len(find(full.rounds, "milstolpar").options) == 24
    assert len(find(full.rounds, "behov").options) == 25
    assert len(find(full.rounds, "ratt_saker").options) == 8
    assert find(full.rounds, "alternativ").options == ("A1", "A2", "A3")
    assert len(find(full.rounds, "utvardering").options) == 2
    fewer = Day(full.workshop, milestones=full.milestones[:3], rounds=full.rounds)
    assert len(find(fill_options(fewer, "milstolpar").rounds, "milstolpar").options) == 3
    assert fill_options(fewer, "utvardering").rounds == full.rounds
    with pytest.raises(Refused, match="unknown_round"):
        fill_options(fewer, "gone")


def test_a_template_that_cannot_be_read_is_our_fault(tmp_path):
    (tmp_path / "broken.json").write_text('{"key": "broken"}', encoding="utf-8")
    with pytest.raises(BugError, match="broken"):
        Templates(tmp_path).days()


def test_the_library_makes_a_day_from_a_template_with_its_year(library):
    template = TEMPLATES.day("strategic_planning")
    beginning = Beginning(template, TEMPLATES.calendar("june"), None, "sv")
    day = loaded(library.create(NewDay("Forum 3", DATE, "Kultur", "Exempelby", None, beginning)))
    assert day.workshop.department == "Kultur"
    assert len(day.agenda) == len(template.blocks)
    assert len(day.calendar) == 14
    assert day.calendar[-1].date.year == 2027


def test_the_library_goes_on_from_an_earlier_day_and_lists_the_latest_first(library):
    first = library.create_sample(dt.date(2027, 4, 22))
    library.create(NewDay("Older", dt.date(2026, 1, 2)))
    found = choices(TEMPLATES, library.entries())
    assert [day.title for day in found.earlier] == ["Strategiskt forum 2 2027", "Older"]
    assert found.earlier[0].path == first
    wish = NewDay("Forum 3", DATE, beginning=Beginning(earlier=first))
    day = loaded(library.create(wish))
    assert len(day.milestones) == 24
    assert len(day.agenda) == 17
    assert day.workshop.id != loaded(first).workshop.id
    both = Beginning(TEMPLATES.day("strategic_followup"), None, first, "sv")
    day = loaded(library.create(NewDay("Forum 3", DATE, beginning=both)))
    assert len(day.milestones) == 24
    assert len(day.agenda) == 10


def test_a_template_over_an_earlier_day_says_what_that_day_called_things():
    shop = new_workshop("w", "Forum", DATE).changed(
        milestone_name="etappmål", track_short_name="inriktning"
    )
    day = with_template(Day(shop), TEMPLATES.day("strategic_planning"), "sv")
    dots = find(day.rounds, "milstolpar")
    assert dots.name == "Prickröstning om etappmål"
    assert dots.question == "Vilka etappmål är viktigast i varje inriktning?"
    assert find(made("strategic_planning").rounds, "milstolpar").name == (
        "Prickröstning om milstolpar"
    )


def test_what_came_from_a_template_is_said_with_a_name_that_is_given_later():
    name = partial(with_name, templates=TEMPLATES.days(), languages=("sv", "en"))
    day = with_workshop_round(made("strategic_planning"))
    first = name(day, "milestone_name", "delmål")
    again = name(first, "milestone_name", "etappmål")
    assert find(again.rounds, "milstolpar").question == "Vilka etappmål är viktigast i varje spår?"
    titles = [item.title for item in again.agenda]
    assert "Prickröstning om etappmål" in titles
    assert "Vårt eget om milstolpar" in titles
    assert name(again, "milestone_name", "").rounds == day.rounds
    assert find(
        name(made("strategic_planning", "en"), "milestone_name", "goal").rounds, "milstolpar"
    ).question.startswith("Which goals")


def with_workshop_round(day: Day) -> Day:
    """The day with an item that somebody wrote themselves."""
    own = day.agenda[-1].changed(title="Vårt eget om milstolpar")
    return replace(day, agenda=(*day.agenda[:-1], own))


def test_a_round_that_was_opened_keeps_its_words():
    day = made("strategic_planning")
    opened = with_standing(day, replace(day.standing("milstolpar"), state=RoundState.OPEN))
    named = with_name(
        opened, "milestone_name", "etappmål", templates=TEMPLATES.days(), languages=("sv",)
    )
    assert find(named.rounds, "milstolpar") == find(day.rounds, "milstolpar")
