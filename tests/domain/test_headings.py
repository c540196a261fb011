"""Before a round is opened: headings, twins, and what the law fixes."""

from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.day import find, with_noun, with_standing
from workshop_app.domain.headings import (
    locked_by_law,
    near_duplicates,
    with_headings_confirmed,
    with_merged,
)
from workshop_app.domain.kinds import MilestoneStatus, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.votes import Standing

ROUND = "milstolpar"


@pytest.fixture
def day():
    """Two milestones of one track, and one of another, that nearly say the same."""
    found = imported().day
    title = "Alla lokaler är kartlagda"
    for key, text in (("S1-1", title), ("S1-4", f" {title.upper()} "), ("S2-1", title)):
        milestone = find(found.milestones, key).changed(title=text)
        found = replace(found, milestones=with_noun(found.milestones, milestone))
    return found


def test_twins_are_found_within_a_track_only(day):
    pairs = near_duplicates(day, voting_round(day, ROUND))
    assert ("S1-1", "S1-4") in pairs
    assert all(a.split("-")[0] == b.split("-")[0] for a, b in pairs)


def test_merging_keeps_both_wordings_and_clears_the_sheet(day):
    merged = with_merged(day, ROUND, "S1-1", "S1-4")
    gone = find(merged.milestones, "S1-4")
    assert gone.status is MilestoneStatus.DROPPED
    assert gone.title == find(day.milestones, "S1-4").title
    assert gone.origin == "S1-1"
    assert find(merged.milestones, "S1-1").title == "Alla lokaler är kartlagda"
    assert "S1-4" not in voting_round(merged, ROUND).options
    assert ("S1-1", "S1-4") not in near_duplicates(merged, voting_round(merged, ROUND))


def test_ideas_that_led_to_the_other_lead_to_the_kept_one(day):
    led = replace(day, ideas=(day.ideas[0].changed(milestone_id="S1-4"), *day.ideas[1:]))
    assert with_merged(led, ROUND, "S1-1", "S1-4").ideas[0].milestone_id == "S1-1"


def test_a_round_that_was_held_keeps_its_options(day):
    held = with_standing(day, Standing("samsyn", RoundState.LOCKED, 15))
    options = voting_round(day, "samsyn").options
    merged = with_merged(held, ROUND, options[0], options[1])
    assert voting_round(merged, "samsyn").options == options
    assert options[1] not in voting_round(merged, ROUND).options


def test_nothing_is_merged_once_the_round_is_open(day):
    opened = with_standing(day, Standing(ROUND, RoundState.OPEN, 15))
    with pytest.raises(Refused, match="round_has_votes"):
        with_merged(opened, ROUND, "S1-1", "S1-4")
    with pytest.raises(Refused, match="round_has_votes"):
        with_headings_confirmed(opened, ROUND, confirmed=True)


@pytest.mark.parametrize(
    ("other", "code"),
    [("S2-1", "other_track"), ("nothing", "unknown_milestone"), ("S1-1", "same_milestone")],
)
def test_what_cannot_be_merged_is_refused(day, other, code):
    with pytest.raises(Refused) as no:
        with_merged(day, ROUND, "S1-1", other)
    assert no.value.code == code


def test_headings_are_confirmed_and_unconfirmed(day):
    confirmed = with_headings_confirmed(day, ROUND, confirmed=True)
    assert voting_round(confirmed, ROUND).headings_confirmed
    again = with_headings_confirmed(confirmed, ROUND, confirmed=False)
    assert not voting_round(again, ROUND).headings_confirmed


def test_law_items_are_counted_where_initiatives_are_voted_on(day):
    fixed = locked_by_law(day, voting_round(day, "prioritering"))
    assert fixed == tuple(i.id for i in day.initiatives if i.level_fixed_by_law)
    assert locked_by_law(day, voting_round(day, ROUND)) == ()
