"""How a round is held: which screen the ballot stands on, and how long it may take."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.kinds import Channel, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import options_locked, settings_locked, voting_round

MOST_MINUTES = 60


def ballot_screen(voting: VotingRound) -> Channel:
    """Where one person at a time votes. A shared screen is never a secret ballot."""
    at_screen = voting.secrecy is Secrecy.OPEN and Channel.SCREEN.value in voting.channels
    return Channel.SCREEN if at_screen else Channel.LAPTOP


def with_ballot_screen(day: Day, round_id: str, screen: Channel) -> Day:
    """The day with the ballot at the laptop (anonymous) or at the shared screen (open).

    Raises:
        Refused: "unknown_round"; "secrecy_locked" once the round is opened: what was promised to
            the first voter holds for all.
        ValueError: for any other channel.
    """
    voting = voting_round(day, round_id)
    if screen not in {Channel.LAPTOP, Channel.SCREEN}:
        raise ValueError(screen)
    if options_locked(day.standing(round_id)):
        raise Refused("secrecy_locked", round=voting.name)
    others = tuple(way for way in voting.channels if way != Channel.SCREEN.value)
    if screen is Channel.SCREEN:
        changed = voting.changed(secrecy=Secrecy.OPEN, channels=(*others, Channel.SCREEN.value))
    else:
        changed = voting.changed(secrecy=Secrecy.ANONYMOUS, channels=others)
    return replace(day, rounds=with_noun(day.rounds, changed))


def with_minutes(day: Day, round_id: str, minutes: int) -> Day:
    """The day with so many minutes for the round; 0 = no time of its own.

    Raises:
        Refused: "unknown_round"; "settings_locked" after the first ballot.
        ValueError: if it is outside 0 to 60.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise ValueError(minutes)
    voting = _unlocked(day, round_id)
    closes = voting.closes_on_time and minutes > 0
    changed = voting.changed(minutes=minutes, closes_on_time=closes)
    return replace(day, rounds=with_noun(day.rounds, changed))


def with_closing_on_time(day: Day, round_id: str, *, closes: bool) -> Day:
    """The day with the round closing by itself when its time is out, or not.

    Raises:
        Refused: "unknown_round"; "settings_locked" after the first ballot.
    """
    changed = _unlocked(day, round_id).changed(closes_on_time=closes)
    return replace(day, rounds=with_noun(day.rounds, changed))


def _unlocked(day: Day, round_id: str) -> VotingRound:
    voting = voting_round(day, round_id)
    if settings_locked(day.standing(round_id)):
        raise Refused("settings_locked", round=voting.name)
    return voting
