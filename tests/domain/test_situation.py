"""The situation picture: trends the right way, documents that end, and actions that lead on."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.day import find
from workshop_app.domain.kinds import Better, ChallengeKind
from workshop_app.domain.material import added, changed_row
from workshop_app.domain.nouns import Challenge, Indicator, SteeringDocument
from workshop_app.domain.refused import Refused
from workshop_app.domain.situation import (
    AREAS,
    Trend,
    Validity,
    action_to_initiative,
    action_to_milestone,
    board_shares,
    came_from,
    challenges_of,
    change_of,
    in_area,
    leads_to,
    number_of,
    trend,
    validity,
)


def sample():
    return imported().day


def figure(value, previous, better=Better.HIGHER):
    return Indicator(id="x", name="Figure", value=value, previous=previous, better=better)


@pytest.mark.parametrize(
    ("text", "number"),
    [("83", 83), ("1 250,5", Decimal("1250.5")), ("\u2212900", -900), ("-900", -900), ("", None)],
)
def test_the_number_of_a_value(text, number):
    assert number_of(text) == number


def test_a_ranking_gets_better_when_the_number_falls():
    assert trend(figure("120", "143", Better.LOWER)) is Trend.BETTER
    assert trend(figure("164", "143", Better.LOWER)) is Trend.WORSE
    assert trend(figure("164", "143")) is Trend.BETTER
    assert trend(figure("21", "21")) is Trend.SAME
    assert trend(figure("good", "21")) is Trend.UNKNOWN
    assert change_of(figure("2,5", "2")) == Decimal("0.5")


def test_the_sample_has_figures_in_all_three_panels():
    day = sample()
    assert [len(in_area(day, area)) for area in AREAS] == [1, 3, 2]


@pytest.mark.parametrize(
    ("to_year", "state"),
    [(2026, Validity.EXPIRED), (2027, Validity.EXPIRING), (2028, Validity.HOLDS)],
)
def test_a_document_ends_before_the_budget_year_or_holds(to_year, state):
    one = SteeringDocument(id="x", title="Plan", to_year=to_year)
    assert validity(one, 2028, 2027) is state


def test_the_board_of_the_sample_has_a_quarter_under_special_law():
    (share,) = board_shares(sample())
    assert (share.net_budget, share.special_law, share.permille) == (101400, 26100, 257)


def with_action():
    day = sample()
    fields = {"action": "Open on Sundays", "action_owner": "Head", "action_by": dt.date(2028, 5, 1)}
    return changed_row(day, "indicators", day.indicators[0].id, fields)


def test_an_action_becomes_a_milestone_once_and_its_origin_is_kept():
    day = with_action()
    key = day.indicators[0].id
    made = action_to_milestone(day, key, "S1", "M-new")
    one = find(made.milestones, "M-new")
    assert (one.title, one.owner_role, one.year, one.quarter) == (
        "Open on Sundays",
        "Head",
        2028,
        2,
    )
    assert came_from(made, one.origin).id == key
    assert leads_to(made, made.indicators[0]) == "Open on Sundays"
    with pytest.raises(Refused) as no:
        action_to_initiative(made, key, "I-new")
    assert no.value.code == "action_taken"


def test_an_action_becomes_an_initiative():
    day = with_action()
    made = action_to_initiative(day, day.indicators[0].id, "I-new")
    assert find(made.initiatives, "I-new").owner_role == "Head"
    assert came_from(made, "") is None


def test_without_an_action_or_a_track_nothing_is_made():
    day = sample()
    with pytest.raises(Refused) as no:
        action_to_initiative(day, day.indicators[0].id, "I-new")
    assert no.value.code == "action_missing"
    with pytest.raises(Refused) as no:
        action_to_milestone(with_action(), day.indicators[0].id, "S9", "M-new")
    assert no.value.code == "unknown_track"


def test_what_a_unit_brings_is_told_by_kind():
    new = Challenge(id="c", kind=ChallengeKind.OPPORTUNITY, text="Share rooms", unit_id="E1")
    day = added(sample(), "challenges", new)
    assert [one.id for one in challenges_of(day, "E1", ChallengeKind.OPPORTUNITY)] == ["c"]
    assert challenges_of(day, "E1", ChallengeKind.CHALLENGE) == ()
