"""A small day with a round of every method, in a file, for tests of the ways votes come in."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, Half, RoundMethod, Secrecy
from workshop_app.domain.nouns import Milestone, Participant, Track, VotingRound, Workshop
from workshop_app.storage.dayfile import DayFile

PEOPLE = 7
OPTIONS = ("M1", "M2", "M3", "M4")


def voting_round_of(method: RoundMethod, **settings: object) -> VotingRound:
    """A round of that method about all milestones."""
    fields: dict[str, object] = {
        RoundMethod.CHOICE: {"answers": ("keep", "develop", "wind_down"), "may_abstain": True},
        RoundMethod.DOTS: {"dots": 2, "cap": 2, "per_track": True, "advance": 1},
        RoundMethod.RATING: {"may_abstain": True},
        RoundMethod.NEED: {"may_abstain": True},
        RoundMethod.POINTS: {"dots": 4, "cap": 3, "stops": 2},
    }[method]
    return VotingRound(
        id=method.value,
        series=method.value,
        name=f"Round of {method.value}",
        method=method,
        half=Half.MORNING,
        options=OPTIONS,
        counts_hands=True,
        **{**fields, **settings},
    )


def channel_day(people: int = PEOPLE) -> Day:
    """The day; everybody may vote and is here."""
    return Day(
        Workshop(id="day", title="The day", date=dt.date(2027, 4, 22)),
        tracks=(Track(id="T1", name="First"), Track(id="T2", name="Second", position=1)),
        milestones=tuple(
            Milestone(id=key, position=i, track_id="T1" if i < 2 else "T2", title=f"Stone {key}")
            for i, key in enumerate(OPTIONS)
        ),
        participants=tuple(
            Participant(
                id=f"P{i:02d}",
                position=i,
                role=f"Role {i}",
                votes_morning=True,
                votes_afternoon=True,
            )
            for i in range(people)
        ),
        rounds=tuple(voting_round_of(method) for method in RoundMethod),
    )


@dataclass(frozen=True)
class Held:
    """A day that is open, and its door."""

    store: DayStore
    door: BallotDoor


def opened(path: Path, day: Day) -> Held:
    """The day in a new file."""
    store = DayStore(DayFile.create(path, day))
    return Held(store, BallotDoor(store))


def with_round(day: Day, key: str, change: Callable[[VotingRound], VotingRound]) -> Day:
    """The day with one round changed."""
    rounds = tuple(change(r) if r.id == key else r for r in day.rounds)
    return replace(day, rounds=rounds)


def at_screen(voting: VotingRound) -> VotingRound:
    """Voted on openly at the shared screen."""
    return voting.changed(secrecy=Secrecy.OPEN, channels=(Channel.SCREEN.value,))
