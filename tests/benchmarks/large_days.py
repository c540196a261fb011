"""Opening and verifying large files, and one result of a million ballots beside a bare GROUP BY.

Run: `python -m tests.benchmarks.large_days [ballots]`.
"""

import resource
import secrets
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.benchmarks.ballots_at_once import many_rounds
from tests.benchmarks.vote_to_disk import OPTIONS, day
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel, Secrecy
from workshop_app.storage.casting import Waiting, take_ballots
from workshop_app.storage.dayfile import Cast, DayFile

TURNS = 5
KINDS = [Ballot(dots=dict.fromkeys(OPTIONS[n : n + 8], 1)) for n in range(16)]


def opened(path: Path) -> float:
    """Seconds to open and verify."""
    start = time.perf_counter()
    file = DayFile.open(path)
    took = time.perf_counter() - start
    file.close()
    return took


def with_events(path: Path, number: int) -> None:
    """A file with so many events: open ballots, each of them one."""
    one = day()
    rounds = (one.rounds[0].changed(secrecy=Secrecy.OPEN),)
    content = type(one)(one.workshop, rounds=rounds)
    with closing(DayFile.create(path, content)) as file:
        file.open_round("dots", number)
        for start in range(0, number, 5000):
            waiting = [
                Waiting(
                    Cast(
                        "dots",
                        f"voter-{n}",
                        Channel.SCREEN,
                        KINDS[n % len(KINDS)],
                        secrets.token_bytes(16),
                    ),
                    "2027-04-22T09:00:00+02:00",
                    rounds[0],
                    content,
                )
                for n in range(start, min(start + 5000, number))
            ]
            file.read(lambda connection, some=waiting: len(take_ballots(connection, some)))


def with_ballots(path: Path, number: int) -> None:
    """A file with one secret round of so many ballots."""
    with closing(DayFile.create(path, many_rounds())) as file:
        file.import_votes({"dots0": [KINDS[n % len(KINDS)] for n in range(number)]})


def bare_count(path: Path) -> float:
    """Seconds for the bare query."""
    with closing(sqlite3.connect(path)) as raw:
        start = time.perf_counter()
        query = "SELECT ballot, COUNT(*) FROM counted_slip WHERE round_id = 'dots0' GROUP BY ballot"
        raw.execute(query).fetchall()
        return time.perf_counter() - start


def our_count(file: DayFile) -> float:
    """Seconds for the result as the program shows it."""
    start = time.perf_counter()
    result = file.standing("dots0").result
    took = time.perf_counter() - start
    assert result is not None
    return took


def main() -> None:
    """Measure and print."""
    ballots = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(dir=Path(__file__).resolve().parents[2]) as name:
        folder = Path(name)
        for number in (10_000, 200_000):
            path = folder / f"{number}.milstolpe"
            with_events(path, number)
            took = statistics.median(opened(path) for _n in range(3))
            print(
                f"{number} events: open and verify {took:.2f} s, {took / number * 1e6:.1f} µs each"
            )
            path.unlink()
        path = folder / "ballots.milstolpe"
        with_ballots(path, ballots)
        print(f"{ballots} ballots, {path.stat().st_size / 1e6:.0f} MB: open {opened(path):.2f} s")
        with closing(DayFile.open(path)) as file:
            pairs = [(bare_count(path), our_count(file)) for _n in range(TURNS)]
        bare, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(f"result: driver {bare:.2f} s, day file {ours:.2f} s, ratio {ours / bare:.2f}")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
