"""Simulated voters: they use the same doors as people do, in a copy of the day."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import BinaryIO, cast
from uuid import uuid4

from workshop_app.app.ballots import BallotDoor, DayHolder, request_key
from workshop_app.app.exports import write_whole
from workshop_app.app.paper import Paper, tracks_of_options
from workshop_app.app.results import results
from workshop_app.app.simulated import raised_hands, random_ballot
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.cards import CARDS
from workshop_app.domain.day import Day, find, with_standing
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import Participant, VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voters
from workshop_app.domain.votes import Standing
from workshop_app.domain.ways import ballot_screen
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.library import fresh_path
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words

_EVERY_HAND, _EVERY_PAPER = 4, 5
"""One voter in so many raises a hand (where hands are counted), or votes on paper."""
_ACTS = 4
"""A round is opened, closed, shown and locked."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to rehearse with: so many voters, and the seed their choices come from."""

    voters: int
    seed: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of a rehearsal.

    Attributes:
        path: The copy.
        results: Its results, as `results --json` gives them.
        turnout: Round -> how many voted.
    """

    path: Path
    results: Path
    turnout: dict[str, int]


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a rehearsal has come.

    Attributes:
        done: How many ballots and acts are done.
        total: How many there are in all.
        name: The round that is held now; empty before the first and after the last.
    """

    done: int
    total: int
    name: str = ""


Held = Generator[Pace, None, Rehearsed]
"""A rehearsal in slices: each step does one thing; closing it takes the copy away again."""


class _Open:
    """A day that a command has open: no window, nobody to tell."""

    def __init__(self, file: DayFile) -> None:
        self.file = file
        self.day = file.load()

    def note_standing(self, standing: Standing) -> None:
        self.day = with_standing(self.day, standing)


def rehearse(day: Day, folder: Path, wish: Wish, words: Words) -> Rehearsed:
    """Hold every round of the day to its end in a copy, and write down what came out.

    The same day, voters and seed give the same counts. The day's own file is not touched.

    Args:
        day: What to rehearse; its votes are left out.
        folder: Where the copy goes.
        wish: How many voters, and the seed.
        words: For the name of the copy.

    Raises:
        Refused: "no_voters" for fewer than one.
        KnownError: if the copy cannot be written; then there is none.
    """
    held = rehearsing(day, folder, wish, words)
    try:
        while True:
            next(held)
    except StopIteration as over:
        return cast("Rehearsed", over.value)


def rehearsing(day: Day, folder: Path, wish: Wish, words: Words) -> Held:
    """The same in slices, for a window that must stay alive meanwhile.

    Nothing begins before the first step, and closing it before its end leaves nothing behind.

    Args:
        day: What to rehearse; its votes are left out.
        folder: Where the copy goes.
        wish: How many voters, and the seed.
        words: For the name of the copy.

    Yields:
        How far it has come.

    Raises:
        Refused: "no_voters" for fewer than one.
        KnownError: if the copy cannot be written; then there is none.
    """
    if wish.voters < 1:
        raise Refused("no_voters")
    practice = practice_day(day, wish.voters, words)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("cannot_write", folder=str(folder)) from error
    path = fresh_path(folder, practice.workshop.title)
    file = DayFile.create(path, practice, Op.CREATE_DAY)
    try:
        answer = yield from _held(file, wish)
        target = path.with_suffix(".json")
        write_whole(target, partial(_write, results(answer, file.head())))
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    file.close()
    turnout = {voting.id: answer.standing(voting.id).voted for voting in answer.rounds}
    return Rehearsed(path, target, turnout)


def practice_day(day: Day, number: int, words: Words) -> Day:
    """The day as it is before anybody votes, marked as a rehearsal, with so many voters."""
    title = words.gettext("Rehearsal: {title}").format(title=day.workshop.title)
    rounds = (
        voting.changed(electorate=0, channels=tuple(c for c in voting.channels if c != CARDS))
        for voting in day.rounds
        if day.standing(voting.id).state is not RoundState.CANCELLED
    )
    return replace(
        day,
        workshop=day.workshop.changed(id=str(uuid4()), title=title),
        participants=_people(day, number, words),
        rounds=tuple(rounds),
        votes={},
    )


def _people(day: Day, number: int, words: Words) -> tuple[Participant, ...]:
    """Those of the day who may vote, as many as wanted; more are made up; others stay at home."""
    found: list[Participant] = []
    voting = 0
    for person in day.participants:
        votes = (person.votes_morning or person.votes_afternoon) and voting < number
        voting += votes
        found.append(person.changed(present=votes, votes_morning=votes, votes_afternoon=votes))
    role = words.gettext("Rehearsal voter {n}")
    for n in range(voting + 1, number + 1):
        found.append(
            Participant(
                id=f"rehearsal-{n}",
                position=len(found) + 1,
                role=role.format(n=n),
                votes_morning=True,
                votes_afternoon=True,
            )
        )
    return tuple(found)


def _held(file: DayFile, wish: Wish) -> Generator[Pace, None, Day]:
    """Every round that has options, held from ready to locked."""
    holder = _Open(file)
    door = BallotDoor(holder)
    rounds = [voting for voting in holder.day.rounds if voting.options]
    total = sum(_steps(holder.day, voting) for voting in rounds)
    done = 0
    for voting in rounds:
        chance = Random(f"{wish.seed}/{voting.id}")  # noqa: S311 - a game
        for _done in _hold(holder, door, voting, chance):
            done += 1
            yield Pace(done, total, voting.name)
    yield Pace(total, total)
    return holder.day


def _steps(day: Day, voting: VotingRound) -> int:
    """How many things are done to hold a round: its ballots, the hands, and four acts."""
    people = len(voters(day, voting))
    if not voting.counts_hands:
        return people + _ACTS
    return people - len(range(0, people, _EVERY_HAND)) + bool(people) + _ACTS


def _hold(holder: _Open, door: BallotDoor, voting: VotingRound, chance: Random) -> Iterator[None]:
    """One round; a step after each ballot and each act."""
    tracks = tracks_of_options(holder.day)
    everybody = [
        (person.id, random_ballot(voting, tracks, chance)) for person in voters(holder.day, voting)
    ]
    by_hand = everybody[::_EVERY_HAND] if voting.counts_hands else []
    others = [pair for pair in everybody if pair not in by_hand]
    door.open(voting.id)
    yield
    yield from _cast(door, voting, others)
    if by_hand:
        door.count_hands(voting.id, raised_hands(by_hand))
        yield
    for act in (door.close, door.show, door.lock):
        act(voting.id)
        yield


def _cast(
    door: BallotDoor, voting: VotingRound, pairs: Sequence[tuple[str, Ballot]]
) -> Iterator[None]:
    screen = ballot_screen(voting)
    papers = 0
    for n, (person, ballot) in enumerate(pairs, start=1):
        if n % _EVERY_PAPER == 0:
            papers += 1
            paper = Paper(papers, ballot, request_key())
            door.cast(voting.id, paper.voter, Channel.PAPER, ballot, paper.key)
        else:
            door.cast(voting.id, person, screen, ballot, request_key())
        yield


def _write(answer: object, out: BinaryIO) -> None:
    out.write(json.dumps(answer, ensure_ascii=False, indent=1).encode())


def hold_round(
    store: DayHolder, door: BallotDoor, round_id: str, ballots: Iterable[Ballot]
) -> Standing:
    """Open a round, let each voter present leave one of the ballots, close it and show it.

    Args:
        store: The day.
        door: The ballot door of that day.
        round_id: The round, which must be ready.
        ballots: One for each voter; voters without one leave a blank ballot.

    Raises:
        Refused: if there is no such round, or a ballot is not valid.
    """
    round_ = find(store.day.rounds, round_id)
    if round_ is None:
        raise Refused("unknown_round", round=round_id)
    door.open(round_id)
    waiting = iter(ballots)
    for person in voters(store.day, round_):
        ballot = next(waiting, Ballot())
        door.cast(round_id, person.id, Channel.LAPTOP, ballot, request_key())
    door.close(round_id)
    return door.show(round_id)
