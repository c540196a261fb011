"""Small groups: a split is shown only where nobody's vote can be worked out from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Half
from workshop_app.domain.rounds import SMALL_GROUP, entitled


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
