"""What the day knows of a round's votes: state, turnout and, once closed, the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.kinds import Channel, RoundState


@dataclass(frozen=True, slots=True)
class OptionResult:
    """The count of one option.

    Attributes:
        id: The option.
        counts: Keys as on the command line ("dots", "stops", "need", "1".."5", "abstain", …).
        score: What the order is made from (dots; dots minus stops; need; …).
        breadth: People with at least one dot on it (N, answers without abstain, in other methods).
        spread: (dots, people) pairs, most dots first: how the dots are spread over people.
        rank: Place, 1 = first; equal places share it. For dots per track: the place in its track.
        tied: Shares its place with another option.
        outcome: Outcome code as on the command line, or None.
        contest: |need - nice| / N and the like: low = most divided; None where it has no meaning.
        agreement: van der Eijk's A for ratings.
        answered: N: answers without abstain; in dot rounds, ballots that are not blank.
        too_few: Fewer than half of those present answered, so the outcome says little.
    """

    id: str
    counts: Mapping[str, int]
    score: int = 0
    breadth: int = 0
    spread: tuple[tuple[int, int], ...] = ()
    rank: int = 0
    tied: bool = False
    outcome: str | None = None
    contest: Fraction | None = None
    agreement: Fraction | None = None
    answered: int = 0
    too_few: bool = False


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One honest count of a round over all channels.

    Attributes:
        options: In the order of the round.
        order: Option ids, best first (per track one after the other when per track); ties in tie
        order.
        contested: Option ids, most divided first, where the method has it.
        voted: How many have voted, blank ones and hands included.
        blank: How many ballots are blank.
        splits: (unit or group, the count of its ballots alone), only those that may be shown.
    """

    options: tuple[OptionResult, ...]
    order: tuple[str, ...]
    contested: tuple[str, ...] = ()
    voted: int = 0
    blank: int = 0
    splits: tuple[tuple[str, RoundResult], ...] = ()

    def option(self, key: str) -> OptionResult:
        """The count of one option.

        Raises:
            KeyError: if the round has no such option.
        """
        for found in self.options:
            if found.id == key:
                return found
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a round stands. `done` is who has voted; what they chose is nowhere."""

    round_id: str
    state: RoundState = RoundState.READY
    electorate: int = 0
    voted: int = 0
    blank: int = 0
    channels: Mapping[Channel, int] = field(default_factory=dict)
    done: Mapping[str, Channel] = field(default_factory=dict)
    hands: HandCount | None = None
    result: RoundResult | None = None
