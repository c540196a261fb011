"""Before a round is opened: are the headings ready, is anything on the sheet twice?"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.flags import alike
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.merging import merge
from workshop_app.domain.nouns import Idea, VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import options_locked, voting_round


def near_duplicates(day: Day, voting: VotingRound) -> tuple[tuple[str, str], ...]:
    """Pairs of the round's milestones in one track with nearly the same title; a suggestion."""
    found = [m for m in (find(day.milestones, key) for key in voting.options) if m is not None]
    return tuple(
        (one.id, other.id)
        for one, other in combinations(found, 2)
        if one.track_id == other.track_id and alike(one.title, other.title)
    )


def locked_by_law(day: Day, voting: VotingRound) -> tuple[str, ...]:
    """Initiatives the law fixes, which are not voted on, where the round is about initiatives."""
    initiatives = {one.id for one in day.initiatives}
    if not initiatives & set(voting.options):
        return ()
    return tuple(
        one.id for one in day.initiatives if one.level_fixed_by_law and one.id not in voting.options
    )


def with_headings_confirmed(day: Day, round_id: str, *, confirmed: bool) -> Day:
    """The day with the headings of a round confirmed, or not.

    Raises:
        Refused: "unknown_round"; "round_has_votes" once the round is opened.
    """
    voting = _ready(day, round_id)
    changed = voting.changed(headings_confirmed=confirmed)
    return replace(day, rounds=with_noun(day.rounds, changed))


def with_merged(day: Day, round_id: str, keep: str, other: str) -> Day:
    """The day with two milestones as one, before they are voted on. Both wordings are kept.

    The other one stands as dropped, with its own words, and says in `origin` which it went into;
    ideas that led to it lead to the kept one. It leaves every round that is not opened yet.

    Raises:
        Refused: "unknown_round"; "round_has_votes" once the round is opened;
            and what `merging.merge` refuses.
    """
    _ready(day, round_id)
    merged = merge(day, keep, other)
    return replace(
        merged,
        ideas=tuple(_led(idea, other, keep) for idea in day.ideas),
        rounds=tuple(_without(day, voting, other) for voting in day.rounds),
    )


def _ready(day: Day, round_id: str) -> VotingRound:
    voting = voting_round(day, round_id)
    if options_locked(day.standing(round_id)):
        raise Refused("round_has_votes", round=voting.name)
    return voting


def _led(idea: Idea, gone: str, kept: str) -> Idea:
    return idea.changed(milestone_id=kept) if idea.milestone_id == gone else idea


def _without(day: Day, voting: VotingRound, gone: str) -> VotingRound:
    if day.standing(voting.id).state is not RoundState.READY or gone not in voting.options:
        return voting
    return voting.changed(
        options=tuple(key for key in voting.options if key != gone),
        tie_order=tuple(key for key in voting.tie_order if key != gone),
    )
