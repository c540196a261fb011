"""300 voters, 20 ballots each, through the door of the file, beside one bare writer thread.

The bare writer is the driver alone with the same settings: one row for a ballot, what is queued in
one transaction, answered after it. Run: `python -m tests.benchmarks.ballots_at_once`.
"""

import queue
import secrets
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.vote_to_disk import BALLOT, bare, day
from workshop_app.domain.kinds import Channel
from workshop_app.storage.dayfile import Cast, DayFile

VOTERS, ROUNDS, TURNS = 300, 20, 3
Ballots = Callable[[int, int], object]


class BareWriter:
    """One thread and one connection of the driver."""

    def __init__(self, path: Path) -> None:
        self._queue: queue.SimpleQueue[Future[None] | None] = queue.SimpleQueue()
        self._raw = bare(path)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def cast(self, _round: int, _voter: int) -> None:
        """One ballot; returns after it is on disk."""
        future: Future[None] = Future()
        self._queue.put(future)
        future.result()

    def close(self) -> None:
        """End the thread."""
        self._queue.put(None)
        self._thread.join()
        self._raw.close()

    def _run(self) -> None:
        while True:
            waiting = [self._queue.get()]
            while not self._queue.empty():
                waiting.append(self._queue.get())
            found = [future for future in waiting if future is not None]
            self._raw.execute("BEGIN IMMEDIATE")
            for _future in found:
                row = (secrets.token_hex(16), BALLOT.text())
                self._raw.execute("SAVEPOINT one")
                self._raw.execute("INSERT INTO ballot VALUES (?, ?)", row)
                self._raw.execute("RELEASE one")
            self._raw.execute("COMMIT")
            for future in found:
                future.set_result(None)
            if len(found) < len(waiting):
                return


def many_rounds():
    """A day with twenty anonymous rounds of dots."""
    one = day()
    rounds = tuple(one.rounds[0].changed(id=f"dots{n}", position=n) for n in range(ROUNDS))
    return replace(one, rounds=rounds)


def hammered(ballots: Ballots, threads: int) -> tuple[float, float]:
    """Ballots a second, and the 99th percentile of the waits in seconds."""
    waits: list[float] = []
    turns = iter([(n, v) for n in range(ROUNDS) for v in range(VOTERS)])
    taking = threading.Lock()

    def work() -> None:
        while True:
            with taking:
                turn = next(turns, None)
            if turn is None:
                return
            start = time.perf_counter()
            ballots(*turn)
            waits.append(time.perf_counter() - start)

    start = time.perf_counter()
    workers = [threading.Thread(target=work) for _n in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    whole = time.perf_counter() - start
    return len(waits) / whole, statistics.quantiles(waits, n=100)[98]


def bare_run(folder: Path, threads: int) -> tuple[float, float]:
    """The bare writer."""
    writer = BareWriter(folder / f"{secrets.token_hex(4)}.sqlite")
    found = hammered(writer.cast, threads)
    writer.close()
    return found


def our_run(folder: Path, threads: int) -> tuple[float, float]:
    """The day file."""
    file = DayFile.create(folder / f"{secrets.token_hex(4)}.milstolpe", many_rounds())
    for n in range(ROUNDS):
        file.open_round(f"dots{n}", VOTERS)

    def cast(number: int, voter: int) -> None:
        key = secrets.token_bytes(16)
        file.cast(Cast(f"dots{number}", f"voter-{voter}", Channel.PHONE, BALLOT, key))

    found = hammered(cast, threads)
    file.close()
    return found


def main() -> None:
    """Measure and print."""
    # Beside the project, not in a temporary folder that may be in memory.
    with tempfile.TemporaryDirectory(dir=Path(__file__).resolve().parents[2]) as name:
        folder = Path(name)
        for threads in (300, 16):
            runs = [(bare_run(folder, threads), our_run(folder, threads)) for _n in range(TURNS)]
            bare_speed, bare_wait = (statistics.median(r[0][n] for r in runs) for n in (0, 1))
            speed, wait = (statistics.median(r[1][n] for r in runs) for n in (0, 1))
            print(
                f"{threads} threads: driver {bare_speed:.0f}/s p99 {bare_wait:.3f} s, "
                f"day file {speed:.0f}/s p99 {wait:.3f} s, ratio {speed / bare_speed:.2f}"
            )


if __name__ == "__main__":
    main()
