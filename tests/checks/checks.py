"""All checks in order, and a summary: ``python tests/checks/checks.py all`` (or ``static``)."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Check:
    """One check: its name and the commands that make it up, run until one fails."""

    name: str
    commands: tuple[tuple[str, ...], ...]


STATIC = (
    Check("style", (("-m", "ruff", "check", "--quiet", "."),)),
    Check("layout", (("-m", "ruff", "format", "--quiet", "--check", "."),)),
    Check("types", (("-m", "mypy"),)),
    Check("imports", (("tests/checks/house.py",),)),
    Check("translations", (("tests/checks/words.py", "check"),)),
)


def with_tests(workers: int) -> tuple[Check, ...]:
    """The tests under coverage, spread over ``workers`` processes, and the coverage gates."""
    # In the order of tests/conftest.py: the long files first, so that no process ends alone.
    parallel = ("-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder")
    run = ("-m", "coverage", "run", "-m", "pytest", "-q", *parallel)
    gates = (
        ("-m", "coverage", "combine", "-q"),
        ("-m", "coverage", "json", "-q"),
        ("tests/checks/coverage_gate.py",),
    )
    return (Check("tests", (("-m", "coverage", "erase"), run)), Check("coverage", gates))


def start(command: Sequence[str]) -> int:
    """Run one command with this Python and return its exit status."""
    return subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode


def run_checks(checks: Sequence[Check], starter: Callable[[Sequence[str]], int] = start) -> int:
    """Run every check, also after one has failed, and sum up.

    Args:
        checks: what to run, in order.
        starter: runs one command and returns its exit status.

    Returns:
        0 when all of them passed, else 1.
    """
    lines, failed = [], False
    for check in checks:
        print(f"\n=== {check.name} ===", flush=True)
        began = time.monotonic()
        # all() stops at the first command that fails: the rest would only repeat the news.
        passed = all(starter(command) == 0 for command in check.commands)
        failed = failed or not passed
        word = "ok    " if passed else "FAILED"
        lines.append(f"{word}  {check.name:<13} {time.monotonic() - began:6.1f} s")
    print("\n=== summary ===", *lines, sep="\n", flush=True)
    return int(failed)


def main(arguments: Sequence[str]) -> int:
    """Run the checks named by the first argument; see the module's docstring."""
    if arguments not in (["all"], ["static"]):
        print(__doc__)
        return 2
    workers = max(2, min(4, os.cpu_count() or 2))
    return run_checks((*STATIC, *with_tests(workers)) if arguments == ["all"] else STATIC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
