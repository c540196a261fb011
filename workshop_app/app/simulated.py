"""Ballots as people might fill them in, from a seed; always valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random

from workshop_app.domain.ballot_rules import allowed_answers, uses_dots
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.nouns import VotingRound

_BLANK, _SKIPPED, _UNUSED = 0.04, 0.05, 0.2
_DOTS_WITHOUT_LIMIT = 5


def random_ballot(voting: VotingRound, tracks: Mapping[str, str], chance: Random) -> Ballot:
    """One ballot within the rules of the round; now and then a blank one.

    Args:
        voting: The rules.
        tracks: Option -> track, for rounds with dots per track.
        chance: Where the choices come from; the same state gives the same ballot.
    """
    if chance.random() < _BLANK:
        return Ballot()
    if not uses_dots(voting):
        codes = allowed_answers(voting)
        if not codes:
            return Ballot()
        asked = (option for option in voting.options if chance.random() >= _SKIPPED)
        return Ballot(answers={option: chance.choice(codes) for option in asked})
    piles: dict[str, list[str]] = {}
    for option in voting.options:
        pile = tracks.get(option, "") if voting.per_track else ""
        piles.setdefault(pile, []).append(option)
    dots: dict[str, int] = {}
    for options in piles.values():
        dots.update(_placed(voting, options, chance))
    free = [option for option in voting.options if not dots.get(option)]
    stops = chance.sample(free, min(len(free), chance.randint(0, voting.stops)))
    return Ballot(dots=dots, stops=frozenset(stops))


def _placed(voting: VotingRound, options: list[str], chance: Random) -> dict[str, int]:
    """The dots of one budget."""
    budget = voting.dots or _DOTS_WITHOUT_LIMIT
    if chance.random() < _UNUSED:
        budget = chance.randint(0, budget)
    placed: Counter[str] = Counter()
    for _ in range(budget):
        open_ = [o for o in options if not voting.cap or placed[o] < voting.cap]
        if open_:
            placed[chance.choice(open_)] += 1
    return dict(placed)


def raised_hands(ballots: Iterable[tuple[str, Ballot]]) -> HandCount:
    """The same ballots as a show of hands.

    Args:
        ballots: (participant, ballot) of those who vote that way.
    """
    counts: dict[str, Counter[str]] = {}
    people: list[str] = []
    for person, ballot in ballots:
        people.append(person)
        for option, answer in ballot.answers.items():
            counts.setdefault(option, Counter())[answer] += 1
        for option, number in ballot.dots.items():
            counts.setdefault(option, Counter())["dots"] += number
        for option in ballot.stops:
            counts.setdefault(option, Counter())["stops"] += 1
    plain = {option: dict(found) for option, found in counts.items()}
    return HandCount(len(people), plain, frozenset(people))
