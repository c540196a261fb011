"""The fixtures of the voting pages."""

from tests.ui.voting.conftest import (
    asked,
    day,
    desk,
    imported,
    open_desk,
    open_place,
    page,
    place,
    press,
    themed,
    vote_all,
)

__all__ = [
    "asked", "day", "desk", "imported", "open_desk", "open_place", "page", "place", "press",
    "themed", "vote_all",
]  # fmt: skip
