"""What is in a day file, told without opening it for work: for choosing between copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import DayStatus, RoundState
from workshop_app.storage.checking import Problem
from workshop_app.storage.connection import sql
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.publishing import reading

_LAST = "SELECT at FROM event ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True)
class RoundTold:
    """A round that somebody has opened: its name, how far it has come and how many have voted."""

    name: str
    state: RoundState
    voted: int
    electorate: int


@dataclass(frozen=True)
class DayPreview:
    """What is in a file.

    Attributes:
        path: The file.
        title: What the day is called.
        date: When it is.
        status: Draft or finalised.
        changed: When something last happened to it.
        participants: How many there are.
        milestones: How many there are.
        initiatives: How many there are.
        rounds: The rounds that have been opened, in the order of the day.
        events: How many events the log holds.
        head: The head of its chain.
        problems: All that is wrong; empty = the file is sound.
    """

    path: Path
    title: str
    date: date
    status: DayStatus
    changed: datetime
    participants: int
    milestones: int
    initiatives: int
    rounds: tuple[RoundTold, ...]
    events: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def preview(path: Path) -> DayPreview:
    """Look into a file; nothing is written.

    Raises:
        FileRefused: if it cannot be opened.
    """
    file = DayFile.open(path, read_only=True, verify=False)
    try:
        day, (events, head), problems = file.load(), file.head(), file.check()
    finally:
        file.close()
    return DayPreview(
        path=path,
        title=day.workshop.title,
        date=day.workshop.date,
        status=day.workshop.status,
        changed=_changed(path),
        participants=len(day.participants),
        milestones=len(day.milestones),
        initiatives=len(day.initiatives),
        rounds=rounds_told(day),
        events=events,
        head=head,
        problems=problems,
    )


def rounds_told(day: Day) -> tuple[RoundTold, ...]:
    """The rounds that somebody has opened."""
    standings = ((voting, day.standing(voting.id)) for voting in day.rounds)
    return tuple(
        RoundTold(voting.name, found.state, found.voted, found.electorate)
        for voting, found in standings
        if found.state is not RoundState.READY
    )


def _changed(path: Path) -> datetime:
    with reading(path) as connection:
        (at,) = sql(connection, _LAST).fetchone()
    return datetime.fromisoformat(at).astimezone()
