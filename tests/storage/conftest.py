"""A real day file in a folder of its own, and the sample as imported."""

import datetime as dt
import itertools
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, Half, RoundMethod, Secrecy
from workshop_app.domain.nouns import Track, VotingRound, Workshop
from workshop_app.storage.dayfile import Cast, DayFile
from workshop_app.storage.importing import Imported, read_source

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@pytest.fixture(scope="session")
def sample() -> Imported:
    return read_source(SAMPLE / "day.json")


@pytest.fixture
def sample_folder() -> Path:
    return SAMPLE


def a_round(key: str, secrecy: Secrecy) -> VotingRound:
    return VotingRound(
        id=key,
        series=key,
        name=f"Round {key}",
        method=RoundMethod.CHOICE,
        half=Half.MORNING,
        answers=("yes", "no"),
        may_abstain=True,
        options=("Q",),
        secrecy=secrecy,
    )


@pytest.fixture
def day() -> Day:
    """A small day: one secret round, one open round, a track."""
    return Day(
        Workshop(id="day", title="The day", date=dt.date(2027, 4, 22)),
        tracks=(Track(id="S1", name="First"),),
        rounds=(a_round("open", Secrecy.OPEN), a_round("secret", Secrecy.ANONYMOUS)),
    )


@pytest.fixture
def file(tmp_path: Path, day: Day) -> Iterator[DayFile]:
    made = DayFile.create(tmp_path / "day.milstolpe", day)
    yield made
    made.close()


@pytest.fixture
def ballot() -> Callable[..., Cast]:
    """Makes a ballot for the next voter, or for a named one."""
    numbers = itertools.count(1)

    def make(round_id: str, answer: str = "yes", voter: str = "", key: bytes = b"") -> Cast:
        return Cast(
            round_id,
            voter or f"voter-{next(numbers)}",
            Channel.LAPTOP,
            Ballot(answers={"Q": answer}),
            key or secrets.token_bytes(16),
        )

    return make
