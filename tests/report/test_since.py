"""The page of what is new since the last forum."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from tests.report.support import ENGLISH, printed
from workshop_app.domain.carry_over import SinceLast, carried_over
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.nouns import Milestone
from workshop_app.domain.since_last import FieldChange, SinceRow
from workshop_app.domain.templates import new_workshop
from workshop_app.report.since import count_words, mark_word, since_words


@pytest.fixture(scope="module")
def carried():
    return carried_over(imported().day, new_workshop("n", "Forum 1", dt.date(2028, 2, 10)))


def some_changed(day):
    later = find(day.milestones, "S1-1").changed(year=2028)
    away = find(day.milestones, "S2-1").changed(status=MilestoneStatus.DROPPED, goes_on=False)
    new = Milestone(id="X", track_id="S3", title="One way in for every booking")
    every = with_noun(with_noun(day.milestones, later), away)
    return replace(day, milestones=(*every, new))


def test_the_report_has_a_page_of_what_is_not_as_it_was(carried):
    paper = printed(some_changed(carried))
    (page,) = [text for text in paper.texts if "Since the last forum" in text]
    assert "Strategiskt forum 2 2027 · New 1 · Changed 1 · Dropped 1" in page
    assert "Changed A1 Alla lokaler kartlagda (year 2027 → 2028)" in page
    assert "New C7 One way in for every booking" in page
    assert "Since the last forum" in paper.info.titles


def test_a_day_that_is_as_it_was_has_no_such_page(carried):
    assert "Since the last forum" not in printed(carried).info.titles
    assert "Since the last forum" not in printed(imported().day).info.titles


def test_one_milestone_is_told_of_in_a_line():
    row = SinceRow("X", "S1", "X", SinceLast.CHANGED, (FieldChange("owner_role", "", "Chef"),))
    assert since_words(ENGLISH, row) == "Changed: responsible: – → Chef"
    new = replace(row, mark=SinceLast.NEW, changes=())
    assert since_words(ENGLISH, new) == "New since the last forum"
    assert count_words(ENGLISH, (row, new, new)) == "New 2 · Changed 1"
    assert mark_word(ENGLISH, SinceLast.SAME) == "As before"


def test_a_long_list_goes_on_on_the_next_page(carried):
    many = tuple(
        Milestone(id=f"X{n}", track_id="S1", title=f"A state that is reached, number {n}")
        for n in range(80)
    )
    titles = printed(replace(carried, milestones=(*carried.milestones, *many))).info.titles
    assert titles.count("Since the last forum") == 2
