"""The workshop day as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import TypeVar

from workshop_app.domain.nouns import (
    AgendaItem,
    Board,
    CalendarStep,
    Challenge,
    Direction,
    FollowUp,
    ForecastLine,
    FrameAlternative,
    Idea,
    Indicator,
    Initiative,
    Milestone,
    NeedPart,
    Noun,
    Participant,
    Portfolio,
    Recipient,
    Referral,
    ReviewedActivity,
    Stance,
    SteeringDocument,
    Track,
    Unit,
    VotingRound,
    Workshop,
)
from workshop_app.domain.votes import Standing

AnyNoun = TypeVar("AnyNoun", bound=Noun)


def _no_votes() -> Mapping[str, Standing]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Day:
    """Everything about one day. Each collection is a tuple ordered by (position, id).

    `votes` is not content: it is what the ballot door tells of each round, never undone, never
    written by a rule.
    """

    workshop: Workshop
    boards: tuple[Board, ...] = ()
    units: tuple[Unit, ...] = ()
    participants: tuple[Participant, ...] = ()
    documents: tuple[SteeringDocument, ...] = ()
    tracks: tuple[Track, ...] = ()
    ideas: tuple[Idea, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    activities: tuple[ReviewedActivity, ...] = ()
    need_parts: tuple[NeedPart, ...] = ()
    forecast: tuple[ForecastLine, ...] = ()
    referrals: tuple[Referral, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    frames: tuple[FrameAlternative, ...] = ()
    portfolios: tuple[Portfolio, ...] = ()
    stances: tuple[Stance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    calendar: tuple[CalendarStep, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    rounds: tuple[VotingRound, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    directions: tuple[Direction, ...] = ()
    votes: Mapping[str, Standing] = field(default_factory=_no_votes)

    def standing(self, round_id: str) -> Standing:
        """Where a round stands; a round nobody has opened is ready."""
        return self.votes.get(round_id, Standing(round_id))


def collections() -> tuple[str, ...]:
    """Names of the day's content collections, the workshop itself first."""
    return tuple(f.name for f in fields(Day) if f.name != "votes")


def rows(day: Day, collection: str) -> tuple[Noun, ...]:
    """One collection as a tuple of nouns; the workshop is a tuple of one."""
    value = getattr(day, collection)
    return value if isinstance(value, tuple) else (value,)


def find(nouns: Iterable[AnyNoun], key: str) -> AnyNoun | None:
    """The noun with that id, or None."""
    return next((noun for noun in nouns if noun.id == key), None)


def ordered(nouns: Iterable[AnyNoun]) -> tuple[AnyNoun, ...]:
    """In the day's order."""
    return tuple(sorted(nouns, key=lambda noun: (noun.position, noun.id)))


def with_noun(nouns: tuple[AnyNoun, ...], new: AnyNoun) -> tuple[AnyNoun, ...]:
    """The collection with that noun put in, in place of the one with the same id."""
    return ordered((*(noun for noun in nouns if noun.id != new.id), new))


def with_standing(day: Day, standing: Standing) -> Day:
    """The day with fresh news of one round."""
    return replace(day, votes=MappingProxyType({**day.votes, standing.round_id: standing}))
