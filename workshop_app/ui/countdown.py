"""Time left, as it is written where it counts down."""

from __future__ import annotations

_MINUTE = 60


def clock_text(seconds: int) -> str:
    """Minutes and seconds: 6:40."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"
