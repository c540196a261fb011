"""Day -> what the voting page shows at the desk. Pure; no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.ballot_rules import balance, uses_dots
from workshop_app.domain.ballots import HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundMethod, RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import electorate, revealed, voters
from workshop_app.domain.votes import Standing
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.round_view import ResultRow, result_rows, track_by_option

TWO_COLUMNS_UP_TO = 16
THREE_COLUMNS_UP_TO = 24
MACHINE = (RoundState.READY, RoundState.OPEN, RoundState.CLOSED, RoundState.SHOWN)


@dataclass(frozen=True, slots=True)
class VoterRow:
    """One person in the list of who is done: never what they chose."""

    id: str
    role: str
    done: bool
    by_hand: bool
    now: bool


@dataclass(frozen=True, slots=True)
class TurnoutView:
    """How many have voted, and who is left.

    Attributes:
        voted: Those done.
        base: Those entitled.
        ways: (channel, how many), those in use.
        rows: Everybody, in the day's order; only those left when there are too many to show.
        columns: Columns for the list.
        only_left: Whether `rows` holds only those who are left.
    """

    voted: int
    base: int
    ways: tuple[tuple[Channel, int], ...]
    rows: tuple[VoterRow, ...]
    columns: int
    only_left: bool

    @property
    def missing(self) -> int:
        """How many have not voted."""
        return max(0, self.base - self.voted)


@dataclass(frozen=True, slots=True)
class HandsView:
    """The show of hands: how many people, and whether their dots (or answers) add up."""

    people: int
    counted: int
    expected: int
    dots: bool = True

    @property
    def balanced(self) -> bool:
        """Whether every dot these people had is counted."""
        return self.counted == self.expected


class TalkKind(StrEnum):
    """Why an option is worth talking about."""

    BOTH = "both"
    NEEDED = "needed"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """One option to talk about."""

    kind: TalkKind
    label: str
    dots: int
    stops: int


def turnout_view(day: Day, voting: VotingRound, now: str = "") -> TurnoutView:
    """Who is done and who is left.

    Args:
        day: The day.
        voting: The round.
        now: Id of the person whose ballot is open at the laptop.
    """
    standing = day.standing(voting.id)
    base = standing.electorate or electorate(day, voting)
    everybody = tuple(
        VoterRow(
            id=person.id,
            role=person.role,
            done=person.id in standing.done,
            by_hand=standing.done.get(person.id) is Channel.HANDS,
            now=person.id == now,
        )
        for person in voters(day, voting)
    )
    only_left = len(everybody) > THREE_COLUMNS_UP_TO
    rows = tuple(row for row in everybody if not row.done) if only_left else everybody
    return TurnoutView(
        voted=standing.voted,
        base=base,
        ways=tuple((way, standing.channels[way]) for way in Channel if standing.channels.get(way)),
        rows=rows,
        columns=2 if len(rows) <= TWO_COLUMNS_UP_TO else 3,
        only_left=only_left,
    )


def next_in_turn(turnout: TurnoutView, chosen: str = "") -> VoterRow | None:
    """The chosen person if they are left, else the first left after them, else the first left."""
    places = {row.id: i for i, row in enumerate(turnout.rows)}
    start = places.get(chosen, 0)
    after = (*turnout.rows[start:], *turnout.rows[:start])
    return next((row for row in after if not row.done), None)


def hands_of(standing: Standing) -> HandCount:
    """The show of hands so far."""
    return standing.hands or HandCount()


def hands_view(day: Day, voting: VotingRound) -> HandsView:
    """How the show of hands adds up."""
    hands = hands_of(day.standing(voting.id))
    sums = balance(voting, hands, track_by_option(day))
    return HandsView(hands.people, sums.counted, sums.expected, uses_dots(voting))


def with_mark(hands: HandCount, option: str, key: str, number: int) -> HandCount:
    """The show of hands with one number set."""
    counts: dict[str, Mapping[str, int]] = dict(hands.counts)
    counts[option] = {**counts.get(option, {}), key: number}
    return HandCount(hands.people, counts, hands.voters)


def with_person(hands: HandCount, person: str) -> HandCount:
    """The show of hands with a person counted that way, or no longer."""
    people = hands.voters ^ {person}
    unnamed = hands.people - len(hands.voters)
    return HandCount(unnamed + len(people), hands.counts, people)


def close_question(words: Words, turnout: TurnoutView, hands: HandsView) -> str:
    """What to think of before closing, as sentences; empty when nothing is amiss."""
    parts: list[str] = []
    if turnout.missing:
        text = words.ngettext("{n} has not voted.", "{n} have not voted.", turnout.missing)
        parts.append(text.format(n=turnout.missing))
    if not hands.balanced:
        parts.append(hands_line(words, hands) + ".")
    return " ".join(parts)


def ways_line(words: Words, turnout: TurnoutView) -> str:
    """How the votes came in: "7 at the laptop · 2 by hand"."""
    return " · ".join(_way(words, way).format(n=n) for way, n in turnout.ways)


def hands_line(words: Words, hands: HandsView) -> str:
    """How the hands add up: "2 people, 4 of 4 dots counted"."""
    _ = words.gettext
    people = words.ngettext("{n} person", "{n} people", hands.people).format(n=hands.people)
    text = _("{counted} of {expected} dots counted")
    if not hands.dots:
        text = _("{counted} of {expected} answers counted")
    counted = text.format(counted=hands.counted, expected=hands.expected)
    return f"{people}, {counted}"


def left_lines(words: Words, turnout: TurnoutView, state: RoundState) -> tuple[str, str]:
    """A heading and a sentence about those who are left."""
    _ = words.gettext
    if state is RoundState.READY:
        text = words.ngettext("{n} person may vote", "{n} people may vote", turnout.base)
        return text.format(n=turnout.base), _("Open the vote when everybody is ready.")
    if not turnout.missing:
        heading = _("All {n} have voted").format(n=turnout.base)
        return heading, _("Close the vote.") if state is RoundState.OPEN else ""
    text = words.ngettext("{n} has not voted", "{n} have not voted", turnout.missing)
    wait = _("Wait for the last ones or close the vote.") if state is RoundState.OPEN else ""
    return text.format(n=turnout.missing), wait


def talk_points(day: Day, voting: VotingRound) -> tuple[TalkPoint, ...]:
    """What to talk about after dots and stops: at most one of each kind, the clearest case."""
    rows = result_rows(day, voting, best_first=True)
    if not voting.stops or not rows:
        return ()
    both = max(rows, key=_mixed)
    clear = max((row for row in rows if not row.stops), key=_dots, default=None)
    found = [_point(TalkKind.BOTH, both)] if _mixed(both) else []
    needed = _needed(day, rows)
    found += [_point(TalkKind.NEEDED, needed)] if needed else []
    found += [_point(TalkKind.CLEAR, clear)] if clear and clear.dots else []
    return tuple(found)


def _needed(day: Day, rows: tuple[ResultRow, ...]) -> ResultRow | None:
    """The option with the fewest dots, no more stops than dots, among what the room needs."""
    rounds = revealed(day, RoundMethod.NEED)
    if not rounds:
        return None
    _voting, result = rounds[-1]
    needed = {option.id for option in result.options if option.outcome == "need"}
    few = [row for row in rows if row.option.id in needed and row.stops <= row.dots]
    return min(few, key=_dots, default=None)


def _point(kind: TalkKind, row: ResultRow) -> TalkPoint:
    return TalkPoint(kind, row.option.label, row.dots, row.stops)


def _mixed(row: ResultRow) -> int:
    return min(row.dots, row.stops)


def _dots(row: ResultRow) -> int:
    return row.dots


def _way(words: Words, way: Channel) -> str:
    _ = words.gettext
    texts = {
        Channel.LAPTOP: _("{n} at the laptop"),
        Channel.SCREEN: _("{n} at the shared screen"),
        Channel.HANDS: _("{n} by hand"),
        Channel.PAPER: _("{n} on paper"),
        Channel.PHONE: _("{n} by phone"),
    }
    return texts[way]
