"""What belongs together while a day is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_app.app.opened import OpenedDay
    from workshop_app.app.store import DayStore
    from workshop_app.ui.desk import Desk
    from workshop_app.ui.library.copy_acts import CopyActs
    from workshop_app.ui.safety.desk_safety import DeskSafety


@dataclass
class OpenDay:
    """The day that is open: its file, its window, what keeps copies of it and what watches it."""

    opened: OpenedDay
    desk: Desk
    copies: CopyActs
    safety: DeskSafety

    @property
    def store(self) -> DayStore:
        """The day."""
        return self.opened.store
