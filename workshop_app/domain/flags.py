"""What a facilitator should look at twice. Flags inform, they stop nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from workshop_app.domain.day import Day
from workshop_app.domain.frames import frame_view
from workshop_app.domain.nouns import Initiative
from workshop_app.domain.road import is_weak, missing_facts

ALIKE = 0.75
PERMILLE = 1000
MUST_PERMILLE = 600


@dataclass(frozen=True, slots=True)
class LawShare:
    """How much of the budget special law regulates; tkr and permille, rounded half up."""

    net_budget: int
    special_law: int

    @property
    def permille(self) -> int:
        """The share, 0 without a budget."""
        if not self.net_budget:
            return 0
        return (2 * PERMILLE * self.special_law + self.net_budget) // (2 * self.net_budget)


def weak_evidence(day: Day) -> tuple[str, ...]:
    """Milestones whose evidence is weak."""
    return tuple(one.id for one in day.milestones if is_weak(one))


def not_ready(day: Day) -> tuple[str, ...]:
    """Milestones that lack one of the six facts."""
    return tuple(one.id for one in day.milestones if missing_facts(one))


def expiring_documents(day: Day) -> tuple[str, ...]:
    """Steering documents that end before the budget year."""
    year = day.workshop.budget_year
    return tuple(one.id for one in day.documents if one.to_year is not None and one.to_year < year)


def stances_without_reason(day: Day, frame_id: str | None = None) -> tuple[str, ...]:
    """Initiatives under water without a stance or a reason, in one alternative or in any."""
    frames = [frame.id for frame in day.frames] if frame_id is None else [frame_id]
    found = {one for frame in frames for one in frame_view(day, frame).missing_reasons}
    return tuple(one.id for one in day.initiatives if one.id in found)


def cross_unit(day: Day) -> tuple[str, ...]:
    """Initiatives that concern more than their own unit."""
    return tuple(one.id for one in day.initiatives if one.shared_with or one.shared_with_external)


def one_off(day: Day) -> tuple[str, ...]:
    """Initiatives with an effect in the budget year only."""
    return tuple(one.id for one in day.initiatives if _is_one_off(one))


def law_share(day: Day) -> LawShare:
    """The units' net budget, and how much of it special law regulates."""
    return LawShare(
        net_budget=sum(unit.net_budget_tkr for unit in day.units),
        special_law=sum(unit.special_law_tkr for unit in day.units),
    )


def duplicates(day: Day) -> tuple[tuple[str, str], ...]:
    """Pairs of ideas in a track with nearly the same words; only a suggestion."""
    return tuple(
        (one.id, other.id)
        for one, other in combinations(day.ideas, 2)
        if one.track_id == other.track_id and alike(one.text, other.text)
    )


def alike(one: str, other: str) -> bool:
    """Whether two titles are nearly the same, case and spaces aside."""
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio() >= ALIKE


def too_much_must(effects: Mapping[str, int], must: Sequence[str]) -> bool:
    """Whether what is locked or needed is more than 60 percent of the whole amount.

    Args:
        effects: Row -> effect in tkr.
        must: Rows that are locked or voted "need to have".
    """
    whole = sum(abs(effect) for effect in effects.values())
    return PERMILLE * sum(abs(effects[row]) for row in set(must)) > MUST_PERMILLE * whole


def _is_one_off(one: Initiative) -> bool:
    return one.effect_tkr != 0 and one.effect2_tkr == 0 and one.effect3_tkr == 0


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
