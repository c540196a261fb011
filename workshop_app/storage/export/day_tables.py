"""A day as the tables it can be read in from again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.domain.day import Day, rows
from workshop_app.domain.nouns import Noun, VotingRound, Workshop
from workshop_app.storage.export.ballot_tables import Votes, vote_tables
from workshop_app.storage.export.cells import cell
from workshop_app.storage.export.derived import DERIVED
from workshop_app.storage.export.values import OutTable, Value
from workshop_app.storage.intake.columns import Column, Kind
from workshop_app.storage.intake.kinds_of_table import KINDS
from workshop_app.storage.intake.tables_workshop import DAY, ECONOMY, LOCAL_NAMES

TURNED = ("dag", "lokala_namn", "ekonomi")
"""Tables of two columns: a key and its value."""
NO_VOTES = Votes()
_PAIR = ("falt", "varde")


@dataclass(frozen=True)
class _Writing:
    day: Day
    votes: Votes

    @property
    def year(self) -> int:
        return self.day.workshop.budget_year


def day_tables(day: Day, votes: Votes = NO_VOTES) -> tuple[OutTable, ...]:
    """All tables that have something in them, in the order of the day.

    Args:
        day: The content.
        votes: The ballots and shows of hands to write with it; none is the usual.
    """
    writing = _Writing(day, votes)
    found = [*_workshop(writing)]
    for kind in KINDS:
        nouns = rows(day, kind.collection)
        if nouns:
            found.append(_table(writing, kind, nouns))
    lots = tuple((r.id, n, key) for r in day.rounds for n, key in enumerate(r.tie_order, start=1))
    if lots:
        found.append(OutTable("lottordning", ("rostning", "nr", "objekt"), lots))
    return (*found, *vote_tables(day, votes))


def one_table(day: Day, kind: Kind) -> OutTable:
    """One table, also when there is nothing in it: its headings are where to begin."""
    return _table(_Writing(day, NO_VOTES), kind, rows(day, kind.collection))


def _table(writing: _Writing, kind: Kind, nouns: tuple[Noun, ...]) -> OutTable:
    headings = [h for column in kind.columns for h in column.headings(writing.year)]
    cells = tuple(tuple(_row(writing, kind, noun)) for noun in nouns)
    return OutTable(kind.sv, tuple(headings), cells)


def _row(writing: _Writing, kind: Kind, noun: Noun) -> Iterator[Value]:
    for column in kind.columns:
        derive = DERIVED.get((kind.sv, column.sv))
        if isinstance(noun, VotingRound) and column.sv in _TURNOUT:
            yield _turnout(writing.votes, noun, column)
        elif derive is None:
            yield cell(column, noun)
        else:
            places = column.years if "*" in column.sv else (0,)
            for year in places:
                yield derive(writing.day, noun, year)


_TURNOUT = ("rostberattigade", "inlamnade", "blanka")


def _turnout(votes: Votes, voting: VotingRound, column: Column) -> Value:
    """How many were entitled, and what was handed in: known where the ballots are written too."""
    ballots = votes.ballots.get(voting.id)
    if column.sv == "rostberattigade":
        return votes.electorates.get(voting.id) or voting.electorate
    if ballots is None:
        return None
    return len(ballots) if column.sv == "inlamnade" else sum(each.blank for each in ballots)


def _workshop(writing: _Writing) -> Iterator[OutTable]:
    """The day itself, as lists of keys and values."""
    workshop = writing.day.workshop
    for name, columns in zip(TURNED, (DAY, LOCAL_NAMES, ECONOMY), strict=True):
        pairs = tuple(
            (heading, _fact(writing, workshop, column))
            for column in columns
            for heading in column.headings(writing.year)
        )
        yield OutTable(name, _PAIR, pairs)


def _fact(writing: _Writing, workshop: Workshop, column: Column) -> Value:
    boards = [line.amount_tkr for line in writing.day.forecast if line.scope == "board"]
    known: dict[str, Value] = {
        "veckonummer": workshop.date.isocalendar().week,
        "beloppsenhet": "tkr",
        "format": "verkstadsdag",
        "version": "1",
        "sprak": "sv-SE",
        "prognos_namnden_tkr": sum(boards) if boards else None,
    }
    return known[column.sv] if column.sv in known else cell(column, workshop)
