"""Where the clock of the day is, as text beside the day: it survives the end of the program."""

from __future__ import annotations

import json
from datetime import datetime

from workshop_app.domain.clock import Run, Trail


def kept_text(trail: Trail) -> str:
    """The trail as text."""
    run = _plain(trail.run) if trail.run is not None else None
    return json.dumps({"run": run, "left": [_plain(one) for one in trail.left]})


def read_trail(text: object) -> Trail:
    """The trail that was kept; what cannot be read is as if nobody had moved on."""
    try:
        found = json.loads(str(text))
        run = _run(found["run"]) if found["run"] is not None else None
        return Trail(run, tuple(_run(one) for one in found["left"]))
    except (ValueError, TypeError, KeyError, OverflowError):
        return Trail()


def _plain(run: Run) -> dict[str, object]:
    paused_at = run.paused_at.isoformat() if run.paused_at is not None else None
    return {
        "item": run.item_id,
        "begun": run.begun.isoformat(),
        "allowed": run.allowed,
        "stood": run.stood,
        "paused_at": paused_at,
    }


def _run(found: dict[str, object]) -> Run:
    paused_at = found["paused_at"]
    return Run(
        str(found["item"]),
        _moment(found["begun"]),
        max(1, int(str(found["allowed"]))),
        max(0, int(str(found["stood"]))),
        _moment(paused_at) if paused_at is not None else None,
    )


def _moment(text: object) -> datetime:
    """A time with its zone; one without is the machine's own."""
    return datetime.fromisoformat(str(text)).astimezone()
