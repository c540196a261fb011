"""Rules the voting page hands to the store: settings of a round. Pure."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import options_locked, settings_locked, voting_round

MOST_DOTS = 20
SETTINGS = ("dots", "cap", "stops", "advance", "threshold_percent")
FLAGS = ("may_abstain", "counts_hands")
LEAST_AGREEMENT, MOST_AGREEMENT, AGREEMENT_STEP = 50, 100, 5


def with_setting(day: Day, round_id: str, field: str, value: int) -> Day:
    """The day with one number of the round changed; the cap never exceeds the dots.

    Raises:
        Refused: "settings_locked" after the first ballot, "unknown_round".
        ValueError: if it is no setting.
    """
    if field not in SETTINGS:
        raise ValueError(field)
    voting = voting_round(day, round_id)
    _refuse_locked(day, voting)
    changed = voting.changed(**{field: value})
    if uses_dots(voting) and changed.cap > changed.dots:
        follows = "dots" if field == "cap" else "cap"
        changed = changed.changed(**{follows: value})
    return replace(day, rounds=with_noun(day.rounds, changed))


def with_flag(day: Day, round_id: str, field: str, *, on: bool) -> Day:
    """The day with one yes-or-no setting of the round changed.

    Raises:
        Refused: "settings_locked" after the first ballot, "unknown_round".
        ValueError: if it is no setting.
    """
    if field not in FLAGS:
        raise ValueError(field)
    voting = voting_round(day, round_id)
    _refuse_locked(day, voting)
    return replace(day, rounds=with_noun(day.rounds, voting.changed(**{field: on})))


def with_split(day: Day, round_id: str, split_by: str) -> Day:
    """The day with the round counted apart by "unit" or "group", or "" for not.

    Raises:
        Refused: "round_has_votes" once the round is opened, "unknown_round".
    """
    voting = voting_round(day, round_id)
    if options_locked(day.standing(round_id)):
        raise Refused("round_has_votes", round=voting.name)
    return replace(day, rounds=with_noun(day.rounds, voting.changed(split_by=split_by)))


def with_hands(day: Day, round_id: str, *, counted: bool) -> Day:
    """The day with hands counted in the round, or not.

    Raises:
        Refused: "settings_locked" after the first ballot, "unknown_round".
    """
    voting = voting_round(day, round_id)
    _refuse_locked(day, voting)
    return replace(day, rounds=with_noun(day.rounds, voting.changed(counts_hands=counted)))


def _refuse_locked(day: Day, voting: VotingRound) -> None:
    if settings_locked(day.standing(voting.id)):
        raise Refused("settings_locked", round=voting.name)
