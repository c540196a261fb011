"""Places with ties, and the stored lottery."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any


def lottery_places(options: Sequence[str], tie_order: Sequence[str]) -> Mapping[str, int]:
    """Option -> place in the lottery; what the lottery does not name comes last, as listed."""
    drawn = [option for option in tie_order if option in set(options)]
    rest = [option for option in options if option not in set(drawn)]
    return {option: place for place, option in enumerate([*drawn, *rest])}


def ranked(
    options: Iterable[str], key: Callable[[str], Any], lottery: Mapping[str, int]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """(place, the options that share it), lowest key first.

    Within a place the options stand in lottery order, which decides nothing by itself. After a
    shared place the next place is skipped: 1, 2, 2, 4.
    """
    placed: list[tuple[int, tuple[str, ...]]] = []
    place = 1
    in_lottery_order = sorted(options, key=lottery.__getitem__)
    for _, group in groupby(sorted(in_lottery_order, key=key), key=key):
        members = tuple(group)
        placed.append((place, members))
        place += len(members)
    return tuple(placed)
