"""Row by row: what is new, changed and dropped since the earlier day."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.sample_day import imported
from workshop_app.domain.carry_over import SinceLast, carried_over
from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.nouns import Milestone
from workshop_app.domain.since_last import (
    FieldChange,
    earlier_name,
    has_earlier,
    since_row,
    since_rows,
)
from workshop_app.domain.templates import new_workshop


@pytest.fixture(scope="module")
def carried() -> Day:
    return carried_over(imported().day, new_workshop("n", "Forum", dt.date(2028, 2, 10)))


def changed(day: Day, key: str, **fields) -> Day:
    new = find(day.milestones, key).changed(**fields)
    return replace(day, milestones=with_noun(day.milestones, new))


def test_a_day_that_began_from_nothing_has_nothing_to_compare_with():
    day = imported().day
    assert not has_earlier(day)
    assert since_rows(day) == ()


def test_what_came_along_as_it_was_is_not_told_of(carried):
    assert has_earlier(carried)
    assert earlier_name(carried) == "Strategiskt forum 2 2027"
    first = find(carried.milestones, "S1-1")
    assert since_row(carried, first) is None
    assert since_rows(carried) == ()


def test_a_change_tells_both_values_and_a_track_by_its_name(carried):
    day = changed(carried, "S1-1", year=2028, owner_role="", track_id="S2")
    (row,) = since_rows(day)
    assert row.mark is SinceLast.CHANGED
    assert row.changes == (
        FieldChange("year", "2027", "2028"),
        FieldChange("owner_role", "Lokalstrateg", ""),
        FieldChange("track_id", "Samnyttjade mötesplatser", "Jämlik fritid för barn och unga"),
    )


def test_new_dropped_and_removed_ones_stand_track_by_track(carried):
    new = Milestone(id="X", track_id="S1", title="A new one")
    dropped = changed(carried, "S2-1", status=MilestoneStatus.DROPPED, goes_on=False)
    kept = tuple(m for m in dropped.milestones if m.id != "S1-1")
    day = replace(dropped, milestones=(*kept, new))
    rows = since_rows(day)
    assert [(row.key, row.mark) for row in rows] == [
        ("X", SinceLast.NEW),
        ("S1-1", SinceLast.DROPPED),
        ("S2-1", SinceLast.DROPPED),
    ]
    assert rows[1].label == "Alla lokaler kartlagda"
    assert rows[1].changes == ()
