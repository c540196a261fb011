"""Small groups: a split is shown only where nobody's vote can be worked out from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Half
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import SMALL_GROUP, entitled

REST = "rest"
"""What a ballot carries where its group may not be shown."""


class SplitBy(StrEnum):
    """What a vote can be split by."""

    UNIT = "unit"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class GroupSize:
    """A group's size, the size of the rest, and whether its part of a result may be shown."""

    size: int
    rest: int
    shown: bool


def group_split(sizes: Mapping[str, int]) -> dict[str, GroupSize]:
    """Which groups of a partition may be shown: group and rest both larger than five.

    If exactly one group is withheld, the smallest of the others is withheld too, so that nothing
    can be found by subtraction.

    Args:
        sizes: Group -> voters.
    """
    whole = sum(sizes.values())
    split = {
        group: GroupSize(size, whole - size, size > SMALL_GROUP and whole - size > SMALL_GROUP)
        for group, size in sizes.items()
    }
    shown = [group for group, one in split.items() if one.shown]
    if shown and len(split) - len(shown) == 1:
        next_smallest = min(shown, key=sizes.__getitem__)
        split[next_smallest] = replace(split[next_smallest], shown=False)
    return split


def small_groups(day: Day, half: Half, by: SplitBy | str) -> dict[str, GroupSize]:
    """Unit or group -> size, rest and whether it is shown, of those who may vote in that half.

    People without a unit or group form one under the empty key.
    """
    by_unit = SplitBy(by) is SplitBy.UNIT
    people = entitled(day, half)
    sizes = Counter(person.unit_id if by_unit else person.group for person in people)
    return group_split(dict(sorted(sizes.items())))


def ballot_group(day: Day, voting: VotingRound, voter: str) -> str:
    """What the voter's ballot may carry: their unit or group, "rest", or nothing without a split.

    Args:
        day: The day.
        voting: The round; `split_by` says what it is split by.
        voter: Participant id.
    """
    if not voting.split_by:
        return ""
    person = find(day.participants, voter)
    if person is None:
        return REST
    by = SplitBy(voting.split_by)
    group = person.unit_id if by is SplitBy.UNIT else person.group
    size = small_groups(day, voting.half, by).get(group)
    return group if group and size is not None and size.shown else REST


def may_show(ballots: Mapping[str, int], voted: int) -> tuple[str, ...]:
    """The groups whose ballots may be counted apart, now that it is known how many there are.

    People come and go while a vote is open, and not everybody votes, so what was large enough at
    the opening is judged again: the group's ballots, all the others, and what is left when every
    shown group is taken away must each be more than five or, for what is left, none.

    Args:
        ballots: Group -> ballots that carry it; "rest" and those without any are the others.
        voted: All who have voted.
    """
    shown = [
        group
        for group, number in sorted(ballots.items(), key=_by_size)
        if group not in {REST, ""} and number > SMALL_GROUP and voted - number > SMALL_GROUP
    ]
    while shown and 0 < voted - sum(ballots[group] for group in shown) <= SMALL_GROUP:
        shown.pop()
    return tuple(sorted(shown))


def _by_size(entry: tuple[str, int]) -> tuple[int, str]:
    group, number = entry
    return -number, group
