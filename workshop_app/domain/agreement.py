"""How divided answers on a scale are: status words and van der Eijk's agreement A, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

HIGH, LOW = Fraction(3, 5), Fraction(3, 10)
FEWEST_FOR_WORD = 8
_CAN_LIVE_WITH = slice(2, 5)
_AGAINST, _FOR = slice(0, 2), slice(3, 5)


def rating_status(counts: Sequence[int], threshold_percent: int = 80) -> str | None:
    """Status of a 1-5 rating: agreement, divided, leaning_yes or leaning_no; None without answers.

    Agreement: so many percent can live with it, and at most one in ten says stop.

    Args:
        counts: How many answered 1, 2, 3, 4 and 5.
        threshold_percent: The least share that can live with it; set before the vote.
    """
    total = sum(counts)
    if not total:
        return None
    with_it = sum(counts[_CAN_LIVE_WITH])
    if 100 * with_it >= threshold_percent * total and counts[0] <= total // 10:
        return "agreement"
    if 4 * min(sum(counts[_AGAINST]), sum(counts[_FOR])) >= total:
        return "divided"
    return "leaning_yes" if 2 * with_it > total else "leaning_no"


def agreement(counts: Sequence[int]) -> Fraction | None:
    """Van der Eijk's A: 1 all agree, 0 evenly spread, -1 two camps; None without answers.

    Args:
        counts: How many chose each of the ordered categories; at least three of them.
    """
    total = sum(counts)
    if not total:
        return None
    left = list(counts)
    weighed = Fraction(0)
    while any(left):
        layer = min(count for count in left if count)
        pattern = [count > 0 for count in left]
        weighed += Fraction(layer * sum(pattern), total) * _layer_agreement(pattern)
        left = [count - layer if count else 0 for count in left]
    return weighed


def agreement_word(value: Fraction | None, answered: int) -> str:
    """The word high, some or low; empty where so few answered that the word would say too much."""
    if value is None or answered < FEWEST_FOR_WORD:
        return ""
    if value >= HIGH:
        return "high"
    return "low" if value < LOW else "some"


def _layer_agreement(pattern: Sequence[bool]) -> Fraction:
    categories, filled = len(pattern), sum(pattern)
    if filled == 1:
        return Fraction(1)
    if filled == categories:
        return Fraction(0)
    together = apart = 0
    for low, middle, high in combinations(pattern, 3):
        # Triples 110 and 011 speak for one peak, 101 for two camps.
        together += middle and low != high
        apart += low and high and not middle
    whole = (categories - 2) * (together + apart)
    unimodality = Fraction((categories - 2) * together - (categories - 1) * apart, whole)
    return unimodality * (1 - Fraction(filled - 1, categories - 1))
