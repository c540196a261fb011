"""Milestones that say the same thing: merged and split again, also after they were voted on.

The rule, also where it is shown: the dots of both are added. Nobody knows whether the same people
gave them, so the merged milestone counts as if they were the same: the people who gave most to one
gave most to the other, and its breadth is the larger of the two. Nothing of a ballot is changed;
splitting them brings back what each had. A milestone that is removed takes its dots with it: they
are lost, not given to another, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.methods import Count, result_of
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.tally import facts_of
from workshop_app.domain.votes import OptionResult, RoundResult


@dataclass(frozen=True, slots=True)
class Merged:
    """An option that stands for several.

    Attributes:
        keep: The option that stays.
        parts: Dots of each, the one that stays first.
        score: All dots together.
        breadth: The people known for certain.
    """

    keep: str
    parts: tuple[int, ...]
    score: int
    breadth: int


def merges(day: Day) -> dict[str, str]:
    """Milestone that was merged away -> the one that stands for it now.

    A merged milestone is dropped and says in `origin` which one it went into, also where they were
    merged before the vote (`domain.headings`).
    """
    known = {one.id for one in day.milestones}
    into = {
        one.id: one.origin
        for one in day.milestones
        if one.status is MilestoneStatus.DROPPED and one.origin in known
    }
    return {one: _end(one, into) for one in into}


def merge(day: Day, keep_id: str, other_id: str) -> Day:
    """The day with one milestone merged into another of its track; the other keeps its wording.

    Raises:
        Refused: "unknown_milestone", "same_milestone", "other_track", "already_merged".
    """
    keep, other = find(day.milestones, keep_id), find(day.milestones, other_id)
    if keep is None or other is None:
        raise Refused("unknown_milestone")
    if keep_id == other_id:
        raise Refused("same_milestone")
    if keep.track_id != other.track_id:
        raise Refused("other_track")
    if {keep_id, other_id} & merges(day).keys():
        raise Refused("already_merged")
    dropped = other.changed(status=MilestoneStatus.DROPPED, goes_on=False, origin=keep_id)
    stays = keep.changed(goes_on=keep.goes_on or other.goes_on)
    return replace(day, milestones=with_noun(with_noun(day.milestones, dropped), stays))


def split(day: Day, other_id: str) -> Day:
    """The day with a merged milestone on its own again, a candidate with its own dots.

    Raises:
        Refused: "not_merged".
    """
    other = find(day.milestones, other_id)
    if other is None or other_id not in merges(day):
        raise Refused("not_merged")
    back = other.changed(status=MilestoneStatus.CANDIDATE, origin="")
    return replace(day, milestones=with_noun(day.milestones, back))


def removed(day: Day, voting: VotingRound) -> tuple[str, ...]:
    """Options of a round about milestones or initiatives that are no longer in the day."""
    known = {noun.id for noun in (*day.milestones, *day.initiatives)}
    about = any(option in known for option in voting.options)
    return tuple(option for option in voting.options if about and option not in known)


def with_merges(
    day: Day, voting: VotingRound, result: RoundResult
) -> tuple[RoundResult, dict[str, Merged]]:
    """The result with merged milestones as one, placed anew; and what each was made of.

    Untouched where no option of the round was merged with another of it.
    """
    into = {one: keep for one, keep in merges(day).items() if {one, keep} <= set(voting.options)}
    if not into:
        return result, {}
    groups: dict[str, list[OptionResult]] = {}
    for option in voting.options:
        groups.setdefault(into.get(option, option), []).append(result.option(option))
    groups = {keep: _kept_first(keep, group) for keep, group in groups.items()}
    left = voting.changed(options=tuple(option for option in voting.options if option not in into))
    counts = {keep: _together(group) for keep, group in groups.items()}
    whole = result_of(left, facts_of(day, voting), counts, (result.voted, result.blank))
    made = {
        keep: Merged(
            keep=keep,
            parts=tuple(one.counts.get("dots", 0) for one in group),
            score=whole.option(keep).score,
            breadth=whole.option(keep).breadth,
        )
        for keep, group in groups.items()
        if len(group) > 1
    }
    return whole, made


def _kept_first(keep: str, group: Sequence[OptionResult]) -> list[OptionResult]:
    return sorted(group, key=lambda one: one.id != keep)


def _together(group: Sequence[OptionResult]) -> Count:
    keys = {key for one in group for key in one.counts}
    counts = {key: sum(one.counts.get(key, 0) for one in group) for key in sorted(keys)}
    each = [tuple(n for n, people in one.spread for _ in range(people) if n) for one in group]
    sums = [sum(given) for given in zip_longest(*each, fillvalue=0)]
    spread = {dots: sums.count(dots) for dots in sums}
    return Count(counts=counts, spread=tuple(sorted(spread.items(), reverse=True)))


def _end(one: str, into: dict[str, str]) -> str:
    """What it stands in now, when that has been merged on in its turn."""
    seen = {one}
    while into.get(one, one) not in seen:
        one = into[one]
        seen.add(one)
    return one
