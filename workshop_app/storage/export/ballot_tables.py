"""Ballots and shows of hands as tables; nothing tells who left which ballot, or when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.storage.export.values import OutTable, Value
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.tables import plain

_PLAIN_ID = re.compile(r"[a-z0-9_]{1,20}", re.ASCII)
_HAND_WORDS = {"dots": "prickar", "stops": "stopp"}


@dataclass(frozen=True)
class Votes:
    """What was counted, by round.

    Attributes:
        ballots: Round id -> its ballots, blank ones included.
        hands: Round id -> its show of hands.
        electorates: Round id -> how many were entitled.
    """

    ballots: Mapping[str, Sequence[Ballot]] = field(default_factory=dict)
    hands: Mapping[str, HandCount] = field(default_factory=dict)
    electorates: Mapping[str, int] = field(default_factory=dict)


def vote_tables(day: Day, votes: Votes) -> Iterator[OutTable]:
    """A table for each round that was counted; rounds with long names share one table."""
    common: list[OutTable] = []
    for voting in day.rounds:
        found = _tables(day, voting, votes)
        if plain(voting.id) == voting.id and _PLAIN_ID.fullmatch(voting.id):
            yield from found
        else:
            common += [_with_round(voting.id, table) for table in found]
    yield from _together(common)


def _tables(day: Day, voting: VotingRound, votes: Votes) -> Iterator[OutTable]:
    ballots, hands = votes.ballots.get(voting.id), votes.hands.get(voting.id)
    if ballots is not None:
        yield _roster(day, voting, ballots)
    if hands is not None:
        name = "roster_" if ballots is None else "hander_"
        yield _hands(f"{name}{voting.id}", voting, hands)


def _roster(day: Day, voting: VotingRound, ballots: Sequence[Ballot]) -> OutTable:
    """One row for each mark. The ballots stand in the order of their text, numbered anew."""
    marks = ("prickar", "stopp") if uses_dots(voting) else ("val",)
    if uses_dots(voting) and not voting.stops:
        marks = ("prickar",)
    split = any(ballot.group for ballot in ballots)
    rows: list[tuple[Value, ...]] = []
    filled = (ballot for ballot in sorted(ballots, key=Ballot.text) if not ballot.blank)
    for number, ballot in enumerate(filled, start=1):
        slip = f"{number:04d}"
        for option in voting.options:
            said = _marks(ballot, option, marks)
            if said is not None:
                rows.append((slip, option, *said, *((ballot.group,) if split else ())))
    headings = ("sedel", _thing(day, voting), *marks, *(("grupp",) if split else ()))
    return OutTable(f"roster_{voting.id}", headings, tuple(rows))


def _marks(ballot: Ballot, option: str, marks: tuple[str, ...]) -> tuple[Value, ...] | None:
    if marks == ("val",):
        answer = ballot.answers.get(option)
        return None if answer is None else (word.answer_word(answer),)
    dots, stop = ballot.dots.get(option, 0), int(option in ballot.stops)
    return (dots, stop)[: len(marks)] if dots or stop else None


def _thing(day: Day, voting: VotingRound) -> str:
    """What the column of the options is called."""
    things = {
        "milstolpe": day.milestones,
        "initiativ": day.initiatives,
        "verksamhet": day.activities,
        "ramalternativ": day.frames,
    }
    for name, nouns in things.items():
        if set(voting.options) <= {noun.id for noun in nouns}:
            return name
    return "objekt"


def _hands(name: str, voting: VotingRound, hands: HandCount) -> OutTable:
    rows: list[tuple[Value, ...]] = [
        (voting.id, option, _HAND_WORDS.get(key, word.answer_word(key)), number, hands.people)
        for option, counts in hands.counts.items()
        for key, number in counts.items()
    ]
    return OutTable(name, ("rostning", "objekt", "val", "antal", "narvarande"), tuple(rows))


def _with_round(round_id: str, table: OutTable) -> OutTable:
    """The table with a column for its round, as those that share a table have it."""
    name = table.name.split("_", 1)[0]
    if name == "roster" and "antal" in table.headings:
        name = "hander"
    if "rostning" in table.headings:
        return OutTable(name, table.headings, table.rows)
    headings = ("rostning", *("objekt" if n == 1 else h for n, h in enumerate(table.headings)))
    return OutTable(name, headings, tuple((round_id, *row) for row in table.rows))


def _together(tables: Sequence[OutTable]) -> Iterator[OutTable]:
    """The tables of one name in one, with all their headings."""
    for name in dict.fromkeys(table.name for table in tables):
        same = [table for table in tables if table.name == name]
        headings = tuple(dict.fromkeys(h for table in same for h in table.headings))
        rows: list[tuple[Value, ...]] = []
        for table in same:
            for row in table.rows:
                known = dict(zip(table.headings, row, strict=True))
                rows.append(tuple(known.get(heading) for heading in headings))
        yield OutTable(name, headings, tuple(rows))
