"""Editing a milestone."""

from dataclasses import replace

import pytest

from tests.domain.sample_day import counted
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import EvidenceType
from workshop_app.domain.milestones import LONGEST_SHORT_NAME, MilestoneEdit, edit_milestone
from workshop_app.domain.refused import Refused

DAY = counted()
EDIT = MilestoneEdit(
    title="Alla lokaler är kartlagda",
    short_name="Kartlagda lokaler",
    year=2029,
    quarter=2,
    owner_role="Lokalstrateg",
    measure="Andel",
    evidence_type=EvidenceType.SURVEY,
    evidence_strength=3,
)


def edited(**fields):
    return find(edit_milestone(DAY, "S1-1", replace(EDIT, **fields)).milestones, "S1-1")


def test_what_the_dialog_asks_for_is_changed_and_nothing_else():
    new, old = edited(), find(DAY.milestones, "S1-1")
    assert (new.title, new.short_name, new.year, new.quarter) == (
        "Alla lokaler är kartlagda",
        "Kartlagda lokaler",
        2029,
        2,
    )
    assert (new.owner_role, new.measure) == ("Lokalstrateg", "Andel")
    assert (new.evidence_type, new.evidence_strength) == (EvidenceType.SURVEY, 3)
    assert (new.evidence, new.goes_on, new.track_id) == (old.evidence, old.goes_on, old.track_id)


def test_a_quarter_without_a_year_is_dropped():
    assert (edited(year=None).year, edited(year=None).quarter) == (None, None)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "  "}, "title_missing"),
        ({"short_name": "x" * (LONGEST_SHORT_NAME + 1)}, "short_name_too_long"),
        ({"year": 2034}, "after_plan_end"),
    ],
)
def test_what_does_not_fit_is_refused(fields, code):
    with pytest.raises(Refused, match=code):
        edited(**fields)


def test_a_milestone_that_is_gone_is_refused():
    with pytest.raises(Refused, match="unknown_milestone"):
        edit_milestone(DAY, "S9-9", EDIT)


def test_a_year_after_the_plan_may_stay_as_it_is():
    late = find(DAY.milestones, "S1-1").changed(year=2034)
    day = replace(DAY, milestones=with_noun(DAY.milestones, late))
    new = edit_milestone(day, "S1-1", replace(EDIT, year=2034))
    assert find(new.milestones, "S1-1").year == 2034
