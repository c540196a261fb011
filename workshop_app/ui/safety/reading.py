"""Which acts are left in a day that can only be read: those that look, none that write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop_app.ui.act import Act

LOOKING = frozenset(
    {"figure.table", "frame.down", "frame.up", "initiatives.card", "initiatives.find",
     "initiatives.frames", "initiatives.list", "people.find", "people.rows", "road.next",
     "road.previous", "summary.back", "summary.larger", "summary.on", "summary.print",
     "summary.save", "summary.smaller", "table.next", "units.documents", "units.units",
     "vote.back", "vote.page", "vote.sort"}
)  # fmt: skip
"""Names of acts of pages that change nothing in the day."""


def never() -> bool:
    """For acts that cannot be done."""
    return False


def acts_for(acts: Sequence[Act], *, read_only: bool) -> tuple[Act, ...]:
    """The acts of a page; those that write are off where nothing can be written."""
    if not read_only:
        return tuple(acts)
    return tuple(act if act.name in LOOKING else replace(act, enabled=never) for act in acts)
