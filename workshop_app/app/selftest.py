"""The real store under load, from outside: to be killed, power-cut and attacked. No Qt.

`hammer` casts ballots from many threads and prints one line for each, after it is on disk and only
then. `dump` opens the file as the program does and prints what is in it.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import sys
import threading
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Channel, Half, RoundMethod, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound, Workshop
from workshop_app.domain.ops import Op
from workshop_app.storage.dayfile import Cast, DayFile, FileRefused
from workshop_app.storage.outside import all_ballots
from workshop_app.storage.patch import difference

_QUESTION = "Q"
_ANSWERS = ("yes", "no")
_KEY_BYTES = 16
_TRIES = 40
_PAUSE = 0.25


@dataclass(frozen=True)
class Load:
    """What shall be cast.

    Attributes:
        threads: From so many threads at once.
        votes: So many ballots in all.
        seed: Names the rounds; the answers follow from it.
        leave_open: Do not close the rounds afterwards.
    """

    threads: int
    votes: int
    seed: int
    leave_open: bool = False


def hammer(path: Path, load: Load) -> bool:
    """Cast the ballots; whether all were taken.

    Raises:
        KnownError: if the file cannot be made or opened.
        Refused: if the rounds of that seed are closed already.
    """
    file = _opened(path)
    try:
        named, secret = _rounds(file, load)
        _say("READY")
        done = _Hammer(file, load, (named, secret)).run()
        if done and not load.leave_open:
            file.close_round(named)
            file.close_round(secret)
    finally:
        file.close()
    return done


def dump(path: Path) -> bool:
    """Verify the file and print what is in it, on one line; whether it is sound."""
    found: dict[str, object] = {"named": [], "slips": [], "marks": []}
    problems: list[str] = []
    try:
        file = DayFile.open(path, read_only=True, verify=False)
    except FileRefused as refused:
        problems = [_told(refused.code, refused.facts)]
    else:
        try:
            problems = [_told(problem.code, problem.facts) for problem in file.check()]
            found = all_ballots(file)
        except FileRefused as refused:
            problems.append(_told(refused.code, refused.facts))
        finally:
            file.close()
    _say(json.dumps({"ok": not problems, "problems": problems, **found}, separators=(",", ":")))
    return not problems


def _told(code: str, facts: object) -> str:
    return f"{code} {facts}"


def _say(line: str) -> None:
    """One line in one write, past all buffers."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _opened(path: Path) -> DayFile:
    if path.exists():
        return DayFile.open(path)
    workshop = Workshop(id="selftest", title="Self-test", date=date(2027, 1, 1))
    return DayFile.create(path, Day(workshop))


def _rounds(file: DayFile, load: Load) -> tuple[str, str]:
    """The ids of a named and an anonymous round that are open."""
    wanted = {str(10 * load.seed + 1): Secrecy.OPEN, str(10 * load.seed + 2): Secrecy.ANONYMOUS}
    day = file.load()
    fresh = [_round(key, secrecy) for key, secrecy in wanted.items() if not find(day.rounds, key)]
    if fresh:
        file.apply(Op.NEW_ROUND, difference(day, replace(day, rounds=(*day.rounds, *fresh))))
    for key in wanted:
        if file.standing(key).state is not RoundState.OPEN:
            file.open_round(key, load.votes)
    named, secret = wanted
    return named, secret


def _round(key: str, secrecy: Secrecy) -> VotingRound:
    return VotingRound(
        id=key,
        series=key,
        name=f"Self-test {key}",
        method=RoundMethod.CHOICE,
        half=Half.MORNING,
        answers=_ANSWERS,
        options=(_QUESTION,),
        secrecy=secrecy,
    )


class _Hammer:
    """Threads that take turns at the next ballot until there is none left."""

    def __init__(self, file: DayFile, load: Load, rounds: tuple[str, str]) -> None:
        self._file = file
        self._load = load
        self._rounds = rounds
        self._turns = count()
        self._taking = threading.Lock()
        self._random = random.Random(load.seed)  # noqa: S311 - the same answers for the same seed
        self._failed = threading.Event()

    def run(self) -> bool:
        """Whether every ballot was taken."""
        threads = [threading.Thread(target=self._work) for _n in range(self._load.threads)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return not self._failed.is_set()

    def _work(self) -> None:
        while not self._failed.is_set():
            with self._taking:
                turn = next(self._turns)
                choice = self._random.choice(_ANSWERS)
            if turn >= self._load.votes:
                return
            self._cast(turn, choice)

    def _cast(self, turn: int, choice: str) -> None:
        key, voter = secrets.token_bytes(_KEY_BYTES), secrets.token_hex(_KEY_BYTES)
        round_id, secret = self._rounds[turn % 2], turn % 2 == 1
        ballot = Ballot(answers={_QUESTION: choice})
        if self._taken(Cast(round_id, voter, Channel.LAPTOP, ballot, key)):
            kind, slip = ("S", key.hex()) if secret else ("N", "-")
            _say(f"ACK {kind} {round_id} {voter} {choice} {slip}")

    def _taken(self, cast: Cast) -> bool:
        """Cast, and again with the same key while the disk says no."""
        for _try in range(_TRIES):
            try:
                self._file.cast(cast)
            except FileRefused as refused:
                sys.stderr.write(f"{refused.code}\n")
                if self._failed.wait(_PAUSE):
                    return False
            else:
                return True
        self._failed.set()
        return False
