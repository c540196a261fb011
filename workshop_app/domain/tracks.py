"""Tracks are decided before the day: locked until somebody unlocks one on purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.material import FieldPlan, added, changed_row, removed, set_typed
from workshop_app.domain.nouns import Track
from workshop_app.domain.refused import Refused


def set_track(day: Day, plan: FieldPlan, key: str, text: str) -> Day:
    """The day with a field of an unlocked track as typed.

    Raises:
        Refused: "track_locked", and what `set_typed` refuses.
    """
    _unlocked(day, key)
    return set_typed(day, plan, key, text)


def lock_track(day: Day, key: str) -> Day:
    """The day with a track that cannot be edited."""
    return changed_row(day, "tracks", key, {"locked": True})


def unlock_track(day: Day, key: str) -> Day:
    """The day with a track that can be edited; whoever asks has confirmed it."""
    return changed_row(day, "tracks", key, {"locked": False})


def add_track(day: Day, key: str, name: str) -> Day:
    """The day with a new track last, unlocked so that it can be filled in.

    Raises:
        Refused: "title_missing", "id_taken".
    """
    if not name.strip():
        raise Refused("title_missing")
    return added(day, "tracks", Track(id=key, name=name, locked=False))


def remove_track(day: Day, key: str) -> Day:
    """The day without an unlocked track that nothing belongs to.

    Raises:
        Refused: "track_locked", "in_use", "row_gone".
    """
    _unlocked(day, key)
    return removed(day, "tracks", key)


def milestones_of_tracks(day: Day) -> Mapping[str, int]:
    """Track -> how many milestones it has, those that were dropped aside."""
    return Counter(
        one.track_id for one in day.milestones if one.status is not MilestoneStatus.DROPPED
    )


def _unlocked(day: Day, key: str) -> None:
    track = find(day.tracks, key)
    if track is not None and track.locked:
        raise Refused("track_locked", track=track.name)
