"""What sets the frame alternatives apart: initiatives that some of them do and others don't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop_app.domain.day import Day
from workshop_app.domain.frames import frame_view
from workshop_app.domain.nouns import Initiative
from workshop_app.system.language import Words


@dataclass(frozen=True, slots=True)
class Difference:
    """One initiative that some alternatives do and others don't.

    Attributes:
        initiative_id: The initiative.
        label: Its short name.
        effect_tkr: Its effect, minus = lower net cost.
        done: Alternative -> whether it is in its proposal.
    """

    initiative_id: str
    label: str
    effect_tkr: int
    done: Mapping[str, bool]

    def line(self, frame_id: str, words: Words) -> str:
        """What it means in one alternative: "Does: raise the fee", "Does not: raise the fee"."""
        _ = words.gettext
        text = _("Do: {initiative}") if self.done[frame_id] else _("Don't: {initiative}")
        return text.format(initiative=self.label)


def differences(day: Day) -> tuple[Difference, ...]:
    """Those that set the alternatives apart, in the day's order."""
    chosen = {frame.id: frozenset(frame_view(day, frame.id).chosen) for frame in day.frames}
    found = (_difference(one, chosen) for one in day.initiatives)
    return tuple(one for one in found if len(set(one.done.values())) > 1)


def in_all_and_none(day: Day) -> tuple[int, int]:
    """How many initiatives are done in every alternative, and how many in none."""
    chosen = [frozenset(frame_view(day, frame.id).chosen) for frame in day.frames]
    every = sum(all(one.id in each for each in chosen) for one in day.initiatives)
    none = sum(not any(one.id in each for each in chosen) for one in day.initiatives)
    return (every, none) if chosen else (0, len(day.initiatives))


def _difference(one: Initiative, chosen: Mapping[str, frozenset[str]]) -> Difference:
    done = {frame: one.id in ids for frame, ids in chosen.items()}
    return Difference(one.id, one.label, one.effect_tkr, done)
