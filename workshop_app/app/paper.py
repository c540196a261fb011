"""Paper ballots: typed in a batch or read from a file, checked as a whole, counted one by one.

A paper ballot has a number and no person. The number is given when the ballot is typed in and
stands on no form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workshop_app.app.ballots import BallotDoor, request_key
from workshop_app.domain.balance import must_fit
from workshop_app.domain.ballot_rules import check_ballot
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.votes import Standing

_VOTER = "paper-{number:03d}"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper ballot on its way to be counted; its key makes a second try the same vote."""

    number: int
    ballot: Ballot
    key: bytes

    @property
    def voter(self) -> str:
        """What stands on the roll for it."""
        return _VOTER.format(number=self.number)


def first_number(standing: Standing) -> int:
    """The number of the next paper ballot of a round."""
    taken = 0
    while _VOTER.format(number=taken + 1) in standing.done:
        taken += 1
    return taken + 1


def numbered(ballots: Iterable[Ballot], first: int) -> tuple[Paper, ...]:
    """The ballots with numbers and keys."""
    return tuple(Paper(n, ballot, request_key()) for n, ballot in enumerate(ballots, start=first))


def count_papers(day: Day, door: BallotDoor, round_id: str, papers: Sequence[Paper]) -> Standing:
    """Count paper ballots, all or none; a second try with the same ones counts nothing twice.

    Args:
        day: The day as it is.
        door: Its ballot door.
        round_id: The round, which must be open.
        papers: The ballots.

    Raises:
        Refused: if one of them is not valid, if the round is not open, or "over_base" if there
            are more ballots than people left to vote; nothing is counted.
        KnownError: if the disk fails on the way; try again with the same papers.
    """
    voting, standing = voting_round(day, round_id), day.standing(round_id)
    if standing.state is not RoundState.OPEN:
        raise Refused("not_now", state=standing.state.value, act="cast")
    tracks = tracks_of_options(day)
    for paper in papers:
        check_ballot(voting, paper.ballot, tracks)
    fresh = [paper for paper in papers if paper.voter not in standing.done]
    must_fit(standing, len(fresh))
    for paper in papers:
        standing = door.cast(round_id, paper.voter, Channel.PAPER, paper.ballot, paper.key)
    return standing


def tracks_of_options(day: Day) -> dict[str, str]:
    """Milestone -> track, for rounds with dots per track."""
    return {milestone.id: milestone.track_id for milestone in day.milestones}


@dataclass(frozen=True, slots=True)
class Running:
    """How far a batch has come.

    Attributes:
        at: The ballot being typed, from 1.
        wanted: How many there are to type.
        typed: How many are done.
        marks: Dots, or answers, on those that are done.
        stops: Stops on those that are done.
        blank: How many of those are blank.
    """

    at: int
    wanted: int
    typed: int
    marks: int
    stops: int
    blank: int


def running(papers: Sequence[Paper], at: int, wanted: int) -> Running:
    """The running total of ballots that are done."""
    ballots = [paper.ballot for paper in papers]
    return Running(
        at=at,
        wanted=wanted,
        typed=len(ballots),
        marks=sum(sum(b.dots.values()) + len(b.answers) for b in ballots),
        stops=sum(len(b.stops) for b in ballots),
        blank=sum(b.blank for b in ballots),
    )


class Batch:
    """A pile of paper ballots while it is typed in: kept in memory until all are counted."""

    def __init__(self, day: Day, voting: VotingRound, wanted: int) -> None:
        """A new pile.

        Args:
            day: The day.
            voting: The round.
            wanted: How many ballots lie in the pile.
        """
        self._voting = voting
        self._tracks: Mapping[str, str] = tracks_of_options(day)
        self._first = first_number(day.standing(voting.id))
        self._wanted = wanted
        self._typed: list[Paper] = []
        self._at = 0

    @property
    def running(self) -> Running:
        """The running total."""
        return running(self._typed, self._at + 1, self._wanted)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Those that are done."""
        return tuple(self._typed)

    @property
    def complete(self) -> bool:
        """Whether the whole pile is typed in."""
        return len(self._typed) == self._wanted

    @property
    def past_the_end(self) -> bool:
        """Whether there is no ballot left to type."""
        return self._at >= self._wanted

    def current(self) -> Ballot:
        """The ballot in hand as it was typed before, or an empty one."""
        return self._typed[self._at].ballot if self._at < len(self._typed) else Ballot()

    def put(self, ballot: Ballot) -> None:
        """This is the ballot in hand; go on to the next.

        Raises:
            Refused: if it is not valid; as a whole, nothing is repaired.
        """
        check_ballot(self._voting, ballot, self._tracks)
        if self.past_the_end:
            raise Refused("pile_is_done", most=self._wanted)
        if self._at < len(self._typed):
            old = self._typed[self._at]
            self._typed[self._at] = Paper(old.number, ballot, old.key)
        else:
            self._typed.append(Paper(self._first + self._at, ballot, request_key()))
        self._at += 1

    def turn(self, step: int) -> None:
        """Look at a ballot before or after; never past the first that is not typed."""
        self._at = max(0, min(self._at + step, len(self._typed), self._wanted))
