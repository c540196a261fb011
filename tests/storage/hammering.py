"""The self-test in a process of its own: started, killed, and what it acknowledged."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.outside import all_ballots

ROOT = Path(__file__).resolve().parents[2]
SELFTEST = (sys.executable, "-m", "workshop_app", "selftest")


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def start(path, *, votes, seed=1, threads=8, leave_open=True, errors=subprocess.DEVNULL, **more):
    wishes = ["--threads", str(threads), "--votes", str(votes), "--seed", str(seed)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [*SELFTEST, "hammer", str(path), *wishes, *(["--leave-open"] if leave_open else [])],
        stdout=subprocess.PIPE,
        stderr=errors,
        cwd=ROOT,
        env=environment(**more),
    )


def run(path, **wishes):
    process = start(path, **wishes)
    out, _err = process.communicate(timeout=60)
    return process.returncode, out.decode().splitlines()


def killed_after(path, lines, **wishes):
    """Kill -9 after so many acknowledged ballots; all that were told, whole lines only."""
    process = start(path, votes=100_000, **wishes)
    told = [process.stdout.readline() for _n in range(lines + 1)]
    process.kill()
    told += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    return [line.decode().strip() for line in told if line.endswith(b"\n")]


def dump(path):
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [*SELFTEST, "dump", str(path)],
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def opened(path):
    """The same as `dump`, in this process: opened for writing, as the program does."""
    with closing(DayFile.open(path)) as file:
        assert file.check() == ()
        return all_ballots(file)


def lost(told, found):
    """What was acknowledged and is not there, is there twice, or is something else."""
    named = {(str(r), v): c for r, v, c in found["named"]}
    slips = {(str(r), s): c for r, s, c in found["slips"]}
    marks = {(str(r), v) for r, v in found["marks"]}
    faults = []
    for line in told:
        if not line.startswith("ACK"):
            continue
        _ack, kind, key, voter, choice, slip = line.split()
        if kind == "N" and named.get((key, voter)) != choice:
            faults.append(line)
        if kind == "S" and (slips.get((key, slip)) != choice or (key, voter) not in marks):
            faults.append(line)
    sizes = (len(found["named"]), len(found["slips"]), len(found["marks"]))
    if sizes != (len(named), len(slips), len(marks)) or len(slips) != len(marks):
        faults.append(f"doubled: {sizes}")
    return faults
