"""What a ballot and a show of hands may hold: valid as a whole or refused, never repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused

ABSTAIN = "abstain"
RATINGS = ("1", "2", "3", "4", "5")
NEED_ANSWERS = ("need", "nice")
REVIEW_ANSWERS = ("keep", "develop", "wind_down")
BACKING_ANSWERS = ("support", "can_live_with", "against")
DOT_METHODS = frozenset({RoundMethod.DOTS, RoundMethod.POINTS})
_NO_TRACKS: Mapping[str, str] = {}


class Balance(NamedTuple):
    """How many marks a show of hands has, and how many those people had to give."""

    counted: int
    expected: int


def uses_dots(voting: VotingRound) -> bool:
    """Whether the round's ballots hold dots (and stops), not answers."""
    return voting.method in DOT_METHODS


def answer_codes(voting: VotingRound) -> tuple[str, ...]:
    """Answer codes of a round without dots, in order, without abstain."""
    if voting.method is RoundMethod.NEED:
        return NEED_ANSWERS
    if voting.method is RoundMethod.RATING:
        return RATINGS
    return tuple(code for code in voting.answers if code != ABSTAIN)


def allowed_answers(voting: VotingRound) -> tuple[str, ...]:
    """The answer codes a ballot may hold, abstain last where it is allowed."""
    codes = answer_codes(voting)
    return (*codes, ABSTAIN) if voting.may_abstain or ABSTAIN in voting.answers else codes


def check_ballot(
    voting: VotingRound, ballot: Ballot, tracks: Mapping[str, str] = _NO_TRACKS
) -> None:
    """Refuse a ballot that breaks the round's rules. A blank ballot, and unused dots, are fine.

    `dots` or `cap` 0 in the round means no limit; `stops` 0 means that there are none.

    Args:
        voting: The round's settings.
        ballot: The ballot as a whole.
        tracks: Option -> track, for rounds with dots per track.

    Raises:
        Refused: wrong_kind, unknown_option (locked options are not in the round either),
            unknown_answer, not_whole, negative, over_cap, too_many_dots, too_many_stops,
            dot_and_stop.
    """
    if uses_dots(voting):
        _refuse_if(bool(ballot.answers), "wrong_kind", method=voting.method.value)
        _check_options(voting, (*ballot.dots, *sorted(ballot.stops)))
        _check_dots(voting, ballot.dots)
        _check_sums(voting, ballot.dots, tracks)
        _check_stops(voting, ballot)
        return
    marked = bool(ballot.dots) or bool(ballot.stops)
    _refuse_if(marked, "wrong_kind", method=voting.method.value)
    _check_options(voting, ballot.answers)
    for option, answer in ballot.answers.items():
        known = answer in allowed_answers(voting)
        _refuse_if(not known, "unknown_answer", option=option, answer=answer)


def check_hands(
    voting: VotingRound,
    hands: HandCount,
    base: int,
    tracks: Mapping[str, str] = _NO_TRACKS,
) -> None:
    """Refuse a show of hands that so many people cannot have given.

    Args:
        voting: The round's settings.
        hands: People and their marks.
        base: How many may be counted this way: those entitled who have not voted otherwise.
        tracks: Option -> track, for rounds with dots per track.

    Raises:
        Refused: negative, too_many_people, unknown_option, unknown_answer, too_many_hands,
            over_cap, too_many_dots, too_many_stops, hands_over_people.
    """
    _refuse_if(hands.people < 0, "negative", given=hands.people)
    _refuse_if(hands.people > base, "too_many_people", given=hands.people, most=base)
    _check_options(voting, hands.counts)
    for option, counts in hands.counts.items():
        for key, number in counts.items():
            known = key in hand_keys(voting)
            _refuse_if(not known, "unknown_answer", option=option, answer=key)
            _refuse_if(number < 0, "negative", option=option, given=number)
    if uses_dots(voting):
        _check_hand_dots(voting, hands, tracks)
    else:
        for option, counts in hands.counts.items():
            given = sum(counts.values())
            over = given > hands.people
            _refuse_if(over, "too_many_hands", option=option, given=given, most=hands.people)


def hand_keys(voting: VotingRound) -> tuple[str, ...]:
    """The keys a show of hands may have in this round."""
    if not uses_dots(voting):
        return allowed_answers(voting)
    return ("dots", "stops") if voting.stops else ("dots",)


def count_keys(voting: VotingRound) -> tuple[str, ...]:
    """The keys of the round's counts, as on the command line."""
    if voting.method is RoundMethod.DOTS:
        return ("dots",)
    return ("dots", "stops") if uses_dots(voting) else allowed_answers(voting)


def balance(
    voting: VotingRound, hands: HandCount, tracks: Mapping[str, str] = _NO_TRACKS
) -> Balance:
    """Marks counted against marks these people had, as in "4 of 4 dots counted"; stops are apart.

    For rounds without dots: answers counted against one answer each per option.
    """
    if uses_dots(voting):
        counted = sum(counts.get("dots", 0) for counts in hands.counts.values())
        return Balance(counted, hands.people * dots_each(voting, tracks))
    counted = sum(sum(counts.values()) for counts in hands.counts.values())
    return Balance(counted, hands.people * len(voting.options))


def dots_each(voting: VotingRound, tracks: Mapping[str, str] = _NO_TRACKS) -> int:
    """Dots one voter has in the whole round: per track, times the tracks of the round."""
    if not voting.per_track:
        return voting.dots
    return voting.dots * len({tracks.get(option, "") for option in voting.options})


def _refuse_if(wrong: bool, code: str, **facts: object) -> None:  # noqa: FBT001 - the test itself
    if wrong:
        raise Refused(code, **facts)


def _check_options(voting: VotingRound, options: Iterable[str]) -> None:
    known = set(voting.options)
    for option in options:
        _refuse_if(option not in known, "unknown_option", option=option)


def _check_dots(voting: VotingRound, dots: Mapping[str, int]) -> None:
    for option, given in dots.items():
        # True is an int to Python; a ballot from outside may hold it, or 1.5.
        _refuse_if(type(given) is not int, "not_whole", option=option, given=given)
        _refuse_if(given < 0, "negative", option=option, given=given)
        over = bool(voting.cap) and given > voting.cap
        _refuse_if(over, "over_cap", option=option, given=given, most=voting.cap)


def _check_sums(voting: VotingRound, dots: Mapping[str, int], tracks: Mapping[str, str]) -> None:
    for track, given in _per_track(voting, dots, tracks).items():
        over = bool(voting.dots) and given > voting.dots
        _refuse_if(over, "too_many_dots", given=given, most=voting.dots, track=track)


def _per_track(
    voting: VotingRound, dots: Mapping[str, int], tracks: Mapping[str, str]
) -> Counter[str]:
    sums: Counter[str] = Counter()
    for option, given in dots.items():
        sums[tracks.get(option, "") if voting.per_track else ""] += given
    return sums


def _check_stops(voting: VotingRound, ballot: Ballot) -> None:
    given = len(ballot.stops)
    _refuse_if(given > voting.stops, "too_many_stops", given=given, most=voting.stops)
    for option in sorted(ballot.stops):
        _refuse_if(ballot.dots.get(option, 0) > 0, "dot_and_stop", option=option)


def _check_hand_dots(voting: VotingRound, hands: HandCount, tracks: Mapping[str, str]) -> None:
    people = hands.people
    for option, counts in hands.counts.items():
        given, stops = counts.get("dots", 0), counts.get("stops", 0)
        most = people * voting.cap
        _refuse_if(
            bool(voting.cap) and given > most, "over_cap", option=option, given=given, most=most
        )
        # A person with a stop has no dot on the same option, and at most one stop there.
        least = stops + (-(-given // voting.cap) if voting.cap else int(given > 0))
        _refuse_if(least > people, "hands_over_people", option=option, given=least, most=people)
    dots = {option: counts.get("dots", 0) for option, counts in hands.counts.items()}
    for track, given in _per_track(voting, dots, tracks).items():
        most = people * voting.dots
        over = bool(voting.dots) and given > most
        _refuse_if(over, "too_many_dots", given=given, most=most, track=track)
    stops = sum(counts.get("stops", 0) for counts in hands.counts.values())
    most = people * voting.stops
    _refuse_if(stops > most, "too_many_stops", given=stops, most=most)
