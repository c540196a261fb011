"""How long one durable ballot takes, against the bare driver with the same settings.

Both write to the same folder in turn, so that a slow moment of the disk hits both. Run it with
`python tests/benchmarks/vote_to_disk.py`; it prints the medians and the ratio (target: at most 2).
"""

import datetime as dt
import secrets
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, Half, RoundMethod
from workshop_app.domain.nouns import VotingRound, Workshop
from workshop_app.storage.connection import raw_connection
from workshop_app.storage.dayfile import Cast, DayFile

BALLOTS = 300
OPTIONS = tuple(f"M{n}" for n in range(24))
BALLOT = Ballot(dots=dict.fromkeys(OPTIONS[:8], 1))


def day() -> Day:
    """A day with one anonymous round of dots."""
    voting = VotingRound(
        id="dots",
        series="dots",
        name="Dots",
        method=RoundMethod.DOTS,
        half=Half.MORNING,
        dots=8,
        cap=2,
        options=OPTIONS,
    )
    return Day(Workshop(id="day", title="Day", date=dt.date(2027, 4, 22)), rounds=(voting,))


def bare(path: Path) -> sqlite3.Connection:
    """A file with one table, written by the driver with the settings of a day file."""
    path.touch()
    raw = raw_connection(path, read_only=False)
    raw.execute("CREATE TABLE ballot (key TEXT PRIMARY KEY, text TEXT) STRICT, WITHOUT ROWID")
    return raw


def bare_ballot(raw: sqlite3.Connection) -> float:
    """Seconds for one row."""
    start = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO ballot VALUES (?, ?)", (secrets.token_hex(16), BALLOT.text()))
    raw.execute("COMMIT")
    return time.perf_counter() - start


def our_ballot(file: DayFile, voter: str) -> float:
    """Seconds for one ballot through the door of the file."""
    start = time.perf_counter()
    file.cast(Cast("dots", voter, Channel.LAPTOP, BALLOT, secrets.token_bytes(16)))
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    # Beside the project, not in a temporary folder that may be in memory.
    with tempfile.TemporaryDirectory(dir=Path(__file__).resolve().parents[2]) as folder:
        raw = bare(Path(folder) / "bare.sqlite")
        file = DayFile.create(Path(folder) / "day.milstolpe", day())
        file.open_round("dots", BALLOTS)
        pairs = [(bare_ballot(raw), our_ballot(file, f"V{n}")) for n in range(BALLOTS)]
        raw.close()
        file.close()
    driver, ours = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    print(f"driver {driver:.2f} ms, one ballot {ours:.2f} ms, ratio {ours / driver:.2f}")


if __name__ == "__main__":
    main()
