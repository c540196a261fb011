"""Drawn cards: a voter is known by a code that nobody knows who has."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.kinds import Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import options_locked, voting_round

CARDS = "cards"


def draws_cards(voting: VotingRound) -> bool:
    """Whether each voter draws a card with a code; only where the vote is anonymous."""
    return voting.secrecy is Secrecy.ANONYMOUS and CARDS in voting.channels


def with_cards(day: Day, round_id: str, *, drawn: bool) -> Day:
    """The day with cards drawn in the round, or not.

    Raises:
        Refused: "unknown_round"; "secrecy_locked" once it is opened; "cards_are_secret" where the
            ballot is open.
    """
    voting = voting_round(day, round_id)
    if options_locked(day.standing(round_id)):
        raise Refused("secrecy_locked", round=voting.name)
    if drawn and voting.secrecy is not Secrecy.ANONYMOUS:
        raise Refused("cards_are_secret", round=voting.name)
    others = tuple(way for way in voting.channels if way != CARDS)
    changed = voting.changed(channels=(*others, CARDS) if drawn else others)
    return replace(day, rounds=with_noun(day.rounds, changed))
