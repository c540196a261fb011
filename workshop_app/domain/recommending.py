"""The alternative the group recommends, with its reason: a standpoint, never a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, ordered
from workshop_app.domain.nouns import Direction
from workshop_app.domain.refused import Refused

_STEM = "recommended-"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Which alternative, and why; the reason may be empty so far."""

    frame_id: str
    reason: str


def recommended(day: Day) -> Recommendation | None:
    """What the group recommends, if it has said so."""
    for one in day.directions:
        frame = find(day.frames, one.id.removeprefix(_STEM))
        if one.id.startswith(_STEM) and frame is not None:
            return Recommendation(frame.id, "" if one.text == frame.name else one.text)
    return None


def recommend(day: Day, frame_id: str, reason: str = "") -> Day:
    """The day in which the group recommends that alternative, in place of any other.

    It stands among the day's joint standpoints (`Direction`) with its reason, or the
    alternative's name where no reason is written yet.

    Raises:
        Refused: "unknown_frame".
    """
    frame = find(day.frames, frame_id)
    if frame is None:
        raise Refused("unknown_frame", frame=frame_id)
    others = tuple(one for one in day.directions if not one.id.startswith(_STEM))
    before = next((one for one in day.directions if one.id.startswith(_STEM)), None)
    last = max((one.number for one in others), default=0)
    fresh = Direction(
        id=f"{_STEM}{frame_id}",
        position=before.position if before else len(others) + 1,
        number=before.number if before else last + 1,
        text=reason.strip() or frame.name,
    )
    return replace(day, directions=ordered((*others, fresh)))
