"""What each method makes of the counts: score, places, ties, outcome, how divided.

Only integers and exact fractions; a threshold is an inequality between integers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from workshop_app.domain.agreement import agreement, rating_status
from workshop_app.domain.ballot_rules import (
    BACKING_ANSWERS,
    RATINGS,
    REVIEW_ANSWERS,
    answer_codes,
    uses_dots,
)
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ranking import lottery_places, ranked
from workshop_app.domain.votes import OptionResult, RoundResult

STOP_SHARE = 3


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers of one option.

    Attributes:
        counts: Key -> number, every key of the method present.
        spread: (dots, people), most dots first.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    spread: tuple[tuple[int, int], ...] = ()

    def number(self, key: str) -> int:
        """The number under a key, 0 where it is not there."""
        return self.counts.get(key, 0)


@dataclass(frozen=True, slots=True)
class CountFacts:
    """What the count needs to know of the day.

    Attributes:
        tracks: Option -> track.
        amounts: Option -> |effect| in tkr.
        present: How many are present and entitled; 0 = not known.
    """

    tracks: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, int] = field(default_factory=dict)
    present: int = 0


def result_of(
    voting: VotingRound,
    facts: CountFacts,
    counts: Mapping[str, Count],
    turnout: tuple[int, int],
) -> RoundResult:
    """The result of a round from its counts.

    Args:
        voting: The round.
        facts: Tracks, amounts and how many are present.
        counts: Option -> its numbers, for every option of the round.
        turnout: How many voted, and how many of them blank.
    """
    voted, blank = turnout
    options = {
        option: _counted(voting, facts, option, counts[option], voted - blank)
        for option in voting.options
    }
    lottery = lottery_places(voting.options, voting.tie_order)
    order: list[str] = []
    for part in _parts(voting, facts):
        order += _placed(voting, facts, options, part, lottery)
    return RoundResult(
        options=tuple(options[option] for option in voting.options),
        order=tuple(order),
        contested=_contested(options, lottery),
        voted=voted,
        blank=blank,
    )


def is_review(voting: VotingRound) -> bool:
    """Whether the question is keep, develop or wind down."""
    return _asks(voting, REVIEW_ANSWERS)


def is_backing(voting: VotingRound) -> bool:
    """Whether the question is support, can live with or against."""
    return _asks(voting, BACKING_ANSWERS)


def review_outcome(counts: Mapping[str, int], present: int = 0) -> str | None:
    """Strict majority for keep, develop or wind_down, else divided.

    too_few where fewer than half of those present answered; None where nobody answered and it is
    not known how many are present.
    """
    answers = {code: counts.get(code, 0) for code in REVIEW_ANSWERS}
    total = sum(answers.values())
    if too_few(total, present):
        return "too_few"
    leader = max(REVIEW_ANSWERS, key=answers.__getitem__)
    if 2 * answers[leader] > total:
        return leader
    return "divided" if total else None


def need_outcome(counts: Mapping[str, int]) -> str | None:
    """Need or nice by majority, even at a tie; None where nobody answered."""
    need, nice = counts.get("need", 0), counts.get("nice", 0)
    if need == nice:
        return "even" if need else None
    return "need" if need > nice else "nice"


def too_few(answered: int, present: int) -> bool:
    """Whether fewer than half of those present answered (abstaining is not answering)."""
    return 2 * answered < present


def tied_over_line(
    voting: VotingRound, facts: CountFacts, result: RoundResult
) -> tuple[tuple[str, ...], ...]:
    """The options that share a place over the cut line, one tuple for each part with such a tie."""
    found = []
    for part in _parts(voting, facts):
        tied = tuple(option for option in part if result.option(option).outcome == "tied")
        found += [tied] if tied else []
    return tuple(found)


def drawn_by_lottery(
    voting: VotingRound, facts: CountFacts, result: RoundResult
) -> tuple[str, ...]:
    """The options that go on if the stored lottery decides shared places, best first per track."""
    chosen: list[str] = []
    lottery = lottery_places(voting.options, voting.tie_order)
    for part in _parts(voting, facts):
        # The lots may be drawn after the count, so what shares a place is put in their order here.
        ordered = sorted(part, key=lambda one: (result.option(one).rank, lottery[one]))
        worthy = [option for option in ordered if result.option(option).score > 0]
        chosen += worthy[: voting.advance]
    return tuple(chosen)


def suggested_not(result: RoundResult) -> tuple[str, ...]:
    """Options to suggest against: more stops than dots, and stops on a third of the ballots."""
    ballots = result.voted - result.blank
    return tuple(
        option.id
        for option in result.options
        if option.score < 0 and STOP_SHARE * option.counts.get("stops", 0) >= ballots
    )


def _asks(voting: VotingRound, answers: Sequence[str]) -> bool:
    return voting.method is RoundMethod.CHOICE and set(answer_codes(voting)) == set(answers)


def _parts(voting: VotingRound, facts: CountFacts) -> tuple[tuple[str, ...], ...]:
    """The options that compete with each other: all, or those of each track."""
    if not voting.per_track:
        return (voting.options,)
    parts: dict[str, list[str]] = {}
    for option in voting.options:
        parts.setdefault(facts.tracks.get(option, ""), []).append(option)
    return tuple(tuple(part) for part in parts.values())


def _counted(
    voting: VotingRound, facts: CountFacts, option: str, count: Count, ballots: int
) -> OptionResult:
    if uses_dots(voting):
        return OptionResult(
            id=option,
            counts=dict(count.counts),
            score=count.number("dots") - count.number("stops"),
            breadth=sum(people for _, people in count.spread),
            spread=count.spread,
            answered=ballots,
        )
    answered = sum(count.number(code) for code in answer_codes(voting))
    plain = OptionResult(
        id=option,
        counts=dict(count.counts),
        breadth=answered,
        answered=answered,
        too_few=too_few(answered, facts.present),
    )
    return _answered(voting, facts, plain)


def _answered(voting: VotingRound, facts: CountFacts, option: OptionResult) -> OptionResult:
    counts = option.counts
    if voting.method is RoundMethod.NEED:
        return replace(
            option,
            score=counts["need"],
            outcome=need_outcome(counts),
            contest=_gap(counts["need"], counts["nice"], option.answered),
        )
    if voting.method is RoundMethod.RATING:
        rates = [counts[rate] for rate in RATINGS]
        value = agreement(rates)
        with_it = sum(rates[2:])
        status = rating_status(rates, voting.threshold_percent)
        return replace(option, score=with_it, outcome=status, contest=value, agreement=value)
    return _chosen_answer(voting, facts, option)


def _chosen_answer(voting: VotingRound, facts: CountFacts, option: OptionResult) -> OptionResult:
    counts = option.counts
    if is_backing(voting):
        behind = counts["support"] + counts["can_live_with"]
        contest = _gap(behind, counts["against"], option.answered)
        return replace(option, score=behind, contest=contest)
    first, second = [
        *sorted((counts[code] for code in answer_codes(voting)), reverse=True),
        0,
        0,
    ][:2]
    outcome = review_outcome(counts, facts.present) if is_review(voting) else None
    contest = _gap(first, second, option.answered)
    return replace(option, score=first, outcome=outcome, contest=contest)


def _gap(one: int, other: int, answered: int) -> Fraction | None:
    return Fraction(abs(one - other), answered) if answered else None


def _key(
    voting: VotingRound, facts: CountFacts, options: Mapping[str, OptionResult]
) -> Callable[[str], Any] | None:
    """What a lower value of means a better place; None where places have no meaning."""

    def key(option: str) -> tuple[int, ...]:
        one = options[option]
        counts = one.counts
        if voting.method is RoundMethod.DOTS:
            return -one.score, -one.breadth
        if voting.method is RoundMethod.POINTS:
            stops, amount = counts.get("stops", 0), facts.amounts.get(option, 0)
            return -one.score, -one.breadth, stops, amount
        if voting.method is RoundMethod.NEED:
            return -counts["need"], counts["nice"]
        if voting.method is RoundMethod.RATING:
            return -one.score, -(counts["4"] + counts["5"]), counts["1"]
        return -one.score, -counts["support"], counts["against"]

    ranks = voting.method is not RoundMethod.CHOICE or is_backing(voting)
    return key if ranks else None


def _placed(
    voting: VotingRound,
    facts: CountFacts,
    options: dict[str, OptionResult],
    part: tuple[str, ...],
    lottery: Mapping[str, int],
) -> list[str]:
    """Write the places of one part into its options; the order of the part."""
    key = _key(voting, facts, options)
    if key is None:
        return list(part)
    order: list[str] = []
    for place, members in ranked(part, key, lottery):
        order += members
        for option in members:
            placed = replace(options[option], rank=place, tied=len(members) > 1)
            if uses_dots(voting) and voting.advance:
                placed = replace(placed, outcome=_cut(voting.advance, placed, len(members)))
            options[option] = placed
    return order


def _cut(advance: int, option: OptionResult, sharing: int) -> str:
    if option.score <= 0 or option.rank > advance:
        return "not_chosen"
    return "chosen" if option.rank + sharing - 1 <= advance else "tied"


def _contested(options: Mapping[str, OptionResult], lottery: Mapping[str, int]) -> tuple[str, ...]:
    divided = [option for option, one in options.items() if one.contest is not None]

    def key(option: str) -> Fraction | None:
        return options[option].contest

    places = ranked(divided, key, lottery)
    return tuple(option for _, members in places for option in members)
