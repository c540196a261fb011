"""Which acts are left in a day that can only be read: those that look, none that write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop_app.ui.act import Act


def never() -> bool:
    """For acts that cannot be done."""
    return False


def acts_for(acts: Sequence[Act], *, read_only: bool) -> tuple[Act, ...]:
    """The acts of a page; those that write are off where nothing can be written."""
    if not read_only:
        return tuple(acts)
    return tuple(replace(act, enabled=never) if act.writes else act for act in acts)
