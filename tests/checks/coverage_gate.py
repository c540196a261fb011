"""Hold the coverage report against the gates: ``coverage_gate.py [coverage.json]``.

The rules, the figures and the heart of the storage must be covered wholly, every branch of them;
the package as a whole to 90 %. The windows have no number of their own: they have the journeys.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

WHOLE = 90.0
MOST_NAMED = 12
COMPLETE = (
    "workshop_app/domain/*.py",
    "workshop_app/figures/*.py",
    "workshop_app/storage/patch.py",
    "workshop_app/storage/schema.py",
    "workshop_app/storage/log.py",
)


def complaints(
    report: Mapping[str, Any], complete: Sequence[str] = COMPLETE, whole: float = WHOLE
) -> list[str]:
    """What is not covered as it must be, one sentence each.

    Args:
        report: what ``coverage json`` writes, measured with branches.
        complete: patterns of the files that must be covered wholly; each must match something.
        whole: the least share of lines and branches in all, in percent.
    """
    files = {name.replace("\\", "/"): entry for name, entry in report["files"].items()}
    found = []
    for pattern in complete:
        matching = {name: entry for name, entry in files.items() if fnmatch(name, pattern)}
        if not matching:
            found.append(f"{pattern}: no such file was measured; has it moved?")
        found += [
            f"{name}: {gap}"
            for name, entry in sorted(matching.items())
            if (gap := _uncovered(entry))
        ]
    share = report["totals"]["percent_covered"]
    if share < whole:
        found.append(f"the whole package: {share:.1f} %, must be {whole:.0f} %")
    return found


def _uncovered(entry: Mapping[str, Any]) -> str:
    """The lines and branches of one file that no test has been through."""
    lines = [str(line) for line in entry["missing_lines"]]
    branches = [f"{start}->{end}" for start, end in entry["missing_branches"]]
    kinds = (("lines", lines), ("branches", branches))
    parts = [f"{kind} {_shortened(gaps)}" for kind, gaps in kinds if gaps]
    return "; ".join(parts)


def _shortened(gaps: Sequence[str]) -> str:
    more = len(gaps) - MOST_NAMED
    return ", ".join(gaps[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def main(arguments: Sequence[str]) -> int:
    """Print the complaints and return 1 if there are any."""
    path = Path(arguments[0]) if arguments else Path("coverage.json")
    report = json.loads(path.read_text("utf-8"))
    found = complaints(report)
    print(f"covered: {report['totals']['percent_covered']:.1f} % of lines and branches")
    print(*found, sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
