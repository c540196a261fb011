"""Flags, small groups and the shift, beyond the sample day."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import counted
from workshop_app.domain.flags import LawShare, alike, duplicates, law_share, too_much_must
from workshop_app.domain.groups import GroupSize, group_split, small_groups
from workshop_app.domain.kinds import Half
from workshop_app.domain.shift import need_shift

DAY = counted()
SIZES = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 30), max_size=6)


def test_titles_that_differ_in_case_and_spaces_are_alike():
    assert alike("Boka  ALLT\u00a0på en plats", "boka allt på en plats")
    assert not alike("Boka allt", "Stäng badet")


def test_near_duplicates_are_sought_within_a_track_only():
    ideas = tuple(idea.changed(track_id="S9") if idea.id == "F16" else idea for idea in DAY.ideas)
    assert ("F15", "F16") not in duplicates(replace(DAY, ideas=ideas))


def test_the_share_of_special_law_of_nothing_is_nothing():
    assert law_share(replace(DAY, units=())).permille == 0
    assert LawShare(2000, 1).permille == 1


def test_everything_must_is_warned_of_over_sixty_percent_of_the_amount():
    effects = {"a": -300, "b": 300, "c": 400}
    assert not too_much_must(effects, ["a", "b"])
    assert too_much_must(effects, ["a", "c"])
    assert not too_much_must({}, [])


def test_a_group_alone_withheld_takes_the_next_smallest_with_it():
    split = group_split({"a": 2, "b": 9, "c": 7})
    assert {group: one.shown for group, one in split.items()} == {
        "a": False,
        "b": True,
        "c": False,
    }
    assert split["a"] == GroupSize(2, 16, shown=False)


def test_no_group_is_shown_where_the_rest_is_small():
    assert not any(one.shown for one in group_split({"a": 9, "b": 5}).values())
    assert all(one.shown for one in group_split({"a": 6, "b": 6}).values())
    assert group_split({}) == {}


def test_only_known_partitions_can_be_asked_for():
    with pytest.raises(ValueError, match="age"):
        small_groups(DAY, Half.MORNING, "age")


@given(SIZES)
def test_nothing_can_be_found_by_subtraction(sizes):
    split = group_split(sizes)
    hidden = [one for one in split.values() if not one.shown]
    assert len(hidden) != 1 or len(split) == 1
    assert not hidden or len(hidden) == len(split) or sum(one.size for one in hidden) > 1
    for one in split.values():
        assert not one.shown or (one.size > 5 and one.rest > 5)
        assert one.size + one.rest == sum(sizes.values())


def test_without_two_questions_of_need_there_is_no_shift():
    assert need_shift(replace(DAY, votes={})) == ()
    only = {"behov": DAY.votes["behov"]}
    assert need_shift(replace(DAY, votes=only)) == ()
