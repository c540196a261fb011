"""The count of a round: from ballots, from aggregates, and from a show of hands, as one result.

Ballots are added with how many times they occur, so that a count can come from a GROUP BY and a
million ballots never need to be objects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from workshop_app.domain.ballot_rules import count_keys
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.groups import may_show
from workshop_app.domain.methods import Count, CountFacts, result_of
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import electorate
from workshop_app.domain.votes import RoundResult

AnyBallot: TypeAlias = Ballot | str
_NO_SPREAD: Mapping[int, int] = {}


class Tally:
    """A count under way: numbers per option, never who.

    Attributes:
        voting: The round that is counted.
        counts: Option -> key -> number.
        people: Option -> dots -> people who put so many dots on it.
        parts: Group that ballots carry -> the count of those ballots alone.
    """

    def __init__(self, voting: VotingRound) -> None:
        self.voting = voting
        self.counts: dict[str, Counter[str]] = {key: Counter() for key in voting.options}
        self.people: dict[str, Counter[int]] = {key: Counter() for key in voting.options}
        self.parts: dict[str, Tally] = {}
        self._voted = 0
        self._blank = 0

    @property
    def voted(self) -> int:
        """How many have voted so far."""
        return self._voted

    def add(self, ballot: AnyBallot, times: int = 1) -> None:
        """Count a ballot, or its canonical text, that occurs so many times.

        Raises:
            KeyError: if it has an option the round has not.
            ValueError: if a text is not a ballot's.
        """
        marks = Ballot.parse(ballot) if isinstance(ballot, str) else ballot
        if marks.group:
            part = self.parts.setdefault(marks.group, Tally(self.voting))
            part.add(replace(marks, group=""), times)
        self._voted += times
        self._blank += times if marks.blank else 0
        for option, answer in marks.answers.items():
            self.counts[option][answer] += times
        for option, dots in marks.dots.items():
            self._add_dots(option, dots, dots and times)
        for option in marks.stops:
            self.counts[option]["stops"] += times

    def add_hands(self, hands: HandCount) -> None:
        """Count a show of hands.

        Nobody knows whose dots they were, so they are spread as thinly as they can be: on
        min(dots, people) people, none with two dots more than another.
        """
        self._voted += hands.people
        for option, given in hands.counts.items():
            for key, number in given.items():
                if key == "dots":
                    self._add_thinly(option, number, hands.people)
                else:
                    self.counts[option][key] += number

    def add_counts(
        self, option: str, counts: Mapping[str, int], people: Mapping[int, int] = _NO_SPREAD
    ) -> None:
        """Count aggregates of one option: key -> number (not dots), and dots -> people."""
        self.counts[option].update(counts)
        for dots, number in people.items():
            self._add_dots(option, dots, number)

    def add_turnout(self, voted: int, blank: int) -> None:
        """Count voters whose marks come through `add_counts`."""
        self._voted += voted
        self._blank += blank

    def result(self, facts: CountFacts) -> RoundResult:
        """The count so far, with places, ties and outcomes."""
        keys = count_keys(self.voting)
        counts = {
            option: Count(
                counts={key: given[key] for key in (*keys, *given)},
                spread=tuple(sorted(self.people[option].items(), reverse=True)),
            )
            for option, given in self.counts.items()
        }
        whole = result_of(self.voting, facts, counts, (self._voted, self._blank))
        return replace(whole, splits=self._splits(facts))

    def _splits(self, facts: CountFacts) -> tuple[tuple[str, RoundResult], ...]:
        sizes = {group: part.voted for group, part in self.parts.items()}
        shown = may_show(sizes, self._voted)
        # Few answers in a part say nothing of how many are present, so that is not asked there.
        alone = replace(facts, present=0)
        return tuple((group, self.parts[group].result(alone)) for group in shown)

    def _add_dots(self, option: str, dots: int, people: int) -> None:
        if people:
            self.counts[option]["dots"] += dots * people
            self.people[option][dots] += people

    def _add_thinly(self, option: str, dots: int, people: int) -> None:
        share, more = divmod(dots, min(dots, people) or 1)
        self._add_dots(option, share + 1, more)
        self._add_dots(option, share, min(dots, people) - more)


def facts_of(day: Day, voting: VotingRound, present: int | None = None) -> CountFacts:
    """What a count needs from the day: tracks and amounts of the options, and how many there are.

    Args:
        day: The day.
        voting: The round.
        present: The base of the turnout; the round's standing or the day tells, if not given.
    """
    tracks = {milestone.id: milestone.track_id for milestone in day.milestones}
    amounts = {initiative.id: abs(initiative.effect_tkr) for initiative in day.initiatives}
    base = day.standing(voting.id).electorate or electorate(day, voting)
    return CountFacts(tracks=tracks, amounts=amounts, present=base if present is None else present)


def tally(
    voting: VotingRound,
    facts: Day | CountFacts,
    ballots: Iterable[AnyBallot | tuple[AnyBallot, int]],
    hands: HandCount | None = None,
) -> RoundResult:
    """Count a round over all channels.

    Args:
        voting: The round.
        facts: The day, or what `facts_of` found in it.
        ballots: Ballots or their canonical texts, alone or with how many times each occurs.
        hands: A show of hands, if there was one.
    """
    count = Tally(voting)
    for entry in ballots:
        ballot, times = entry if isinstance(entry, tuple) else (entry, 1)
        count.add(ballot, times)
    if hands is not None:
        count.add_hands(hands)
    return count.result(facts_of(facts, voting) if isinstance(facts, Day) else facts)


def from_counts(
    voting: VotingRound,
    facts: Day | CountFacts,
    counts: Mapping[str, Count],
    turnout: tuple[int, int],
) -> RoundResult:
    """The result from aggregates: option -> `Count` (its spread gives the dots).

    Args:
        voting: The round.
        facts: The day, or what `facts_of` found in it.
        counts: What was counted; dots are taken from the spread, other keys from the counts.
        turnout: How many voted, and how many of them blank.
    """
    count = Tally(voting)
    for option, given in counts.items():
        others = {key: number for key, number in given.counts.items() if key != "dots"}
        count.add_counts(option, others, dict(given.spread))
    count.add_turnout(*turnout)
    return count.result(facts_of(facts, voting) if isinstance(facts, Day) else facts)
