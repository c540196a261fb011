"""Whether the votes of a round add up with the people in the room, over all channels."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import electorate
from workshop_app.domain.votes import Standing


@dataclass(frozen=True, slots=True)
class Sum:
    """The turnout as a sum.

    Attributes:
        present: The base: those who may vote.
        ballots: Ballots of every kind but hands, blank ones included.
        hands: People counted in the show of hands.
    """

    present: int
    ballots: int
    hands: int

    @property
    def over(self) -> int:
        """How many more have voted than may."""
        return max(0, self.ballots + self.hands - self.present)

    @property
    def left(self) -> int:
        """How many have not voted."""
        return max(0, self.present - self.ballots - self.hands)


def sum_of(day: Day, voting: VotingRound) -> Sum:
    """How the votes of a round stand against the people."""
    standing = day.standing(voting.id)
    return of_standing(standing, standing.electorate or electorate(day, voting))


def of_standing(standing: Standing, present: int) -> Sum:
    """The sum of a standing, with a base."""
    hands = standing.channels.get(Channel.HANDS, 0)
    return Sum(present, standing.voted - hands, hands)


def must_fit(standing: Standing, more: int) -> None:
    """Refuse ballots for which nobody is left who could have handed them in.

    Raises:
        Refused: "over_base" with present, ballots, hands and over, counted as if they were in.
    """
    found = of_standing(standing, standing.electorate)
    wanted = Sum(found.present, found.ballots + more, found.hands)
    if wanted.over:
        raise Refused(
            "over_base",
            present=wanted.present,
            ballots=wanted.ballots,
            hands=wanted.hands,
            over=wanted.over,
        )
