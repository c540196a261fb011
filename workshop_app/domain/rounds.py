"""Voting rounds: the one state machine, who may vote, and a new round of the same question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import Half, RoundMethod, RoundState, Secrecy
from workshop_app.domain.nouns import Participant, VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import RoundResult, Standing

SMALL_GROUP = 5
FEWEST_VOTERS = 5
"""With fewer than that, who voted what in an anonymous vote can be guessed."""
FEWEST_DOTS, MOST_DOTS, OPTIONS_PER_DOT = 3, 8, 3
FEWEST_ANSWERS = 2
REVEALED = frozenset({RoundState.SHOWN, RoundState.LOCKED})


class Act(StrEnum):
    """What the facilitator does with a round. Hiding a shown result is the stage's matter."""

    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    SHOW = "show"
    LOCK = "lock"
    CANCEL = "cancel"


_STEPS = {
    (RoundState.READY, Act.OPEN): RoundState.OPEN,
    (RoundState.OPEN, Act.CLOSE): RoundState.CLOSED,
    (RoundState.CLOSED, Act.REOPEN): RoundState.OPEN,
    (RoundState.CLOSED, Act.SHOW): RoundState.SHOWN,
    (RoundState.SHOWN, Act.LOCK): RoundState.LOCKED,
    (RoundState.READY, Act.CANCEL): RoundState.CANCELLED,
    (RoundState.OPEN, Act.CANCEL): RoundState.CANCELLED,
    (RoundState.CLOSED, Act.CANCEL): RoundState.CANCELLED,
    (RoundState.SHOWN, Act.CANCEL): RoundState.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What the one-sentence rule of a round needs; the words are made elsewhere."""

    method: RoundMethod
    options: int
    dots: int
    cap: int
    stops: int
    per_track: bool
    advance: int
    may_abstain: bool
    anonymous: bool


def next_state(state: RoundState, act: Act | str) -> RoundState:
    """The state an act leads to.

    Raises:
        Refused: "not_now" with state and act, where the act does not fit the state.
        ValueError: if the act is not one of ours.
    """
    done = Act(act)
    if (state, done) not in _STEPS:
        raise Refused("not_now", state=state.value, act=done.value)
    return _STEPS[state, done]


def possible_acts(state: RoundState) -> tuple[Act, ...]:
    """The acts that fit the state."""
    return tuple(act for act in Act if (state, act) in _STEPS)


def voters(day: Day, voting: VotingRound) -> tuple[Participant, ...]:
    """Those who are present and may vote in the round's half of the day."""
    return entitled(day, voting.half)


def entitled(day: Day, half: Half) -> tuple[Participant, ...]:
    """Those who are present and may vote in that half of the day."""
    morning = half is Half.MORNING
    return tuple(
        person
        for person in day.participants
        if person.present and (person.votes_morning if morning else person.votes_afternoon)
    )


def electorate(day: Day, voting: VotingRound) -> int:
    """The base of the turnout: as imported, else those present and entitled."""
    return voting.electorate or len(voters(day, voting))


def small_vote_warning(day: Day, voting: VotingRound) -> int | None:
    """How many may vote, when they are so few that an anonymous ballot can be guessed."""
    people = electorate(day, voting)
    small = voting.secrecy is Secrecy.ANONYMOUS and 0 < people < FEWEST_VOTERS
    return people if small else None


def settings_locked(standing: Standing) -> bool:
    """Whether dots, cap and the like are fixed: from the first ballot."""
    begun = standing.state not in {RoundState.READY, RoundState.OPEN}
    return begun or standing.voted > 0


def options_locked(standing: Standing) -> bool:
    """Whether the options are fixed: from the opening; a late idea goes to a new round."""
    return standing.state is not RoundState.READY


def rule_sentence_facts(voting: VotingRound) -> RuleFacts:
    """The numbers of the round's rule."""
    return RuleFacts(
        method=voting.method,
        options=len(voting.options),
        dots=voting.dots,
        cap=voting.cap,
        stops=voting.stops,
        per_track=voting.per_track,
        advance=voting.advance,
        may_abstain=voting.may_abstain,
        anonymous=voting.secrecy is Secrecy.ANONYMOUS,
    )


def suggested_dots(options: int) -> int:
    """Dots to give each voter: a third of the options, between three and eight."""
    return min(MOST_DOTS, max(FEWEST_DOTS, (options + 1) // OPTIONS_PER_DOT))


def new_round(day: Day, round_id: str, tie_order: Sequence[str] = ()) -> Day:
    """The day with a fresh round of the same question; the old one stays as it is.

    Args:
        day: The day.
        round_id: Any round of the series.
        tie_order: A lottery of all options, drawn by the caller; empty = not drawn yet.

    Raises:
        Refused: "unknown_round"; "tie_order_mismatch" if the lottery is not of these options.
    """
    old = voting_round(day, round_id)
    if tie_order and sorted(tie_order) != sorted(old.options):
        raise Refused("tie_order_mismatch", round=round_id)
    highest = max(other.number for other in day.rounds if other.series == old.series)
    number = next(n for n in count(highest + 1) if find(day.rounds, f"{old.series}-{n}") is None)
    fresh = old.changed(
        id=f"{old.series}-{number}",
        number=number,
        electorate=0,
        tie_order=tuple(tie_order),
        run_off_of="" if settled_by_lot(old) else old.run_off_of,
    )
    return replace(day, rounds=with_noun(day.rounds, fresh))


def new_question(day: Day, voting: VotingRound) -> Day:
    """The day with a question nobody thought of before, last among the rounds.

    Args:
        day: The day.
        voting: Its settings; id, series and place are given here.

    Raises:
        Refused: "title_missing" without a name, "too_few_answers" with fewer than two answers
            where there is one thing to answer for.
    """
    if not voting.name.strip():
        raise Refused("title_missing")
    if voting.method is RoundMethod.CHOICE and len(set(voting.answers)) < FEWEST_ANSWERS:
        raise Refused("too_few_answers", least=FEWEST_ANSWERS)
    return _with_question(day, voting, "question")


def draw_lots(day: Day, round_id: str, lots: Sequence[str]) -> Day:
    """The day in which lots decide the shared places of a round, for good.

    There is one drawing for a round: where lots were drawn before it opened, those hold. That they
    were asked is kept as `run_off_of` naming the round itself.

    Args:
        day: The day.
        round_id: The round, whose result the room has seen.
        lots: All its options in the order they were drawn, by the caller.

    Raises:
        Refused: "unknown_round", "not_now" before the result is shown, "lots_drawn" a second time,
            "tie_order_mismatch" if the lottery is not of these options.
    """
    voting = voting_round(day, round_id)
    state = day.standing(round_id).state
    if state not in REVEALED:
        raise Refused("not_now", state=state.value, act="draw_lots")
    if settled_by_lot(voting):
        raise Refused("lots_drawn", round=voting.name)
    if sorted(lots) != sorted(voting.options):
        raise Refused("tie_order_mismatch", round=round_id)
    order = voting.tie_order or tuple(lots)
    settled = voting.changed(tie_order=order, run_off_of=voting.id)
    return replace(day, rounds=with_noun(day.rounds, settled))


def settled_by_lot(voting: VotingRound) -> bool:
    """Whether lots decided the shared places of the round."""
    return voting.run_off_of == voting.id


def run_off(day: Day, round_id: str, options: Sequence[str], name: str) -> Day:
    """The day with a round between those that share a place: one dot each, and one goes on.

    Args:
        day: The day.
        round_id: The round they are tied in.
        options: Those that share the place, in ballot order.
        name: What the new round is called.

    Raises:
        Refused: "unknown_round", "unknown_option", "too_few_options".
    """
    old = voting_round(day, round_id)
    strange = [option for option in options if option not in old.options]
    if strange:
        raise Refused("unknown_option", option=strange[0])
    if len(set(options)) < FEWEST_ANSWERS:
        raise Refused("too_few_options", least=FEWEST_ANSWERS)
    fresh = VotingRound(
        id=old.id,
        series=old.series,
        name=name,
        question=old.question,
        method=RoundMethod.DOTS,
        half=old.half,
        dots=1,
        cap=1,
        advance=1,
        options=tuple(options),
        secrecy=old.secrecy,
        counts_hands=old.counts_hands,
        run_off_of=old.id,
    )
    return _with_question(day, fresh, f"{old.id}-run-off")


def _with_question(day: Day, voting: VotingRound, stem: str) -> Day:
    taken = {other.id for other in day.rounds} | {other.series for other in day.rounds}
    key = next(made for n in count(1) if (made := f"{stem}-{n}") not in taken)
    last = max((other.position for other in day.rounds), default=0)
    fresh = voting.changed(id=key, series=key, number=1, position=last + 1)
    return replace(day, rounds=with_noun(day.rounds, fresh))


def voting_round(day: Day, round_id: str) -> VotingRound:
    """The round with that id.

    Raises:
        Refused: "unknown_round".
    """
    found = find(day.rounds, round_id)
    if found is None:
        raise Refused("unknown_round", round=round_id)
    return found


def current_round(day: Day, series: str) -> VotingRound | None:
    """The newest round of a question that is not cancelled."""
    living = (
        voting
        for voting in day.rounds
        if voting.series == series and day.standing(voting.id).state is not RoundState.CANCELLED
    )
    return max(living, key=_by_number, default=None)


def revealed(day: Day, method: RoundMethod) -> tuple[tuple[VotingRound, RoundResult], ...]:
    """Rounds of that method whose result the room has seen, in the day's order, with the result."""
    found = []
    for voting in sorted(day.rounds, key=_by_place):
        standing = day.standing(voting.id)
        seen = voting.method is method and standing.state in REVEALED
        if seen and standing.result is not None:
            found.append((voting, standing.result))
    return tuple(found)


def _by_number(voting: VotingRound) -> int:
    return voting.number


def _by_place(voting: VotingRound) -> tuple[int, int, str]:
    return voting.position, voting.number, voting.id
