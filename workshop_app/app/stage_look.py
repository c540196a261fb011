"""How the shared screen looks: light or dark for this day, and how much it is zoomed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from workshop_app.system.kept import Kept
from workshop_app.system.settings import STAGE_ZOOMS, KeptSettings

_DARK = "dark_stage"


class StageLook(QObject):
    """Dark is kept for each day, with the setting as what a new day begins with; zoom for all.

    Signals:
        changed: It is another now.
    """

    changed: ClassVar[Signal] = Signal()

    def __init__(
        self,
        kept: Kept | None = None,
        settings: KeptSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        """How a day's shared screen looks.

        Args:
            kept: What is kept of the day; None = until the program ends.
            settings: Those of this machine; None = the defaults.
            parent: The owner.
        """
        super().__init__(parent)
        self._kept = kept or Kept()
        self._settings = settings or KeptSettings()
        self._settings.watch(self._heard)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are used: for dark rooms only."""
        chosen = self._kept.get(_DARK)
        return chosen if isinstance(chosen, bool) else self._settings.now.dark_stage

    def use_dark(self, *, dark: bool) -> None:
        """Dark or light from now on, for this day."""
        if dark != self.dark:
            self._kept.put({_DARK: dark})
            self.changed.emit()

    @property
    def zoom(self) -> int:
        """100, 115 or 130 percent."""
        return self._settings.now.stage_zoom

    def zoom_to(self, percent: int) -> None:
        """One of the three zooms; another number is not listened to."""
        if percent in STAGE_ZOOMS:
            self._settings.change(stage_zoom=percent)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller, as far as there is."""
        self.zoom_to(STAGE_ZOOMS[self._place_after(steps)])

    def can_zoom(self, steps: int) -> bool:
        """Whether there is a larger or a smaller one."""
        return STAGE_ZOOMS[self._place_after(steps)] != self.zoom

    def _place_after(self, steps: int) -> int:
        place = STAGE_ZOOMS.index(self.zoom) + steps
        return max(0, min(place, len(STAGE_ZOOMS) - 1))

    def stop(self) -> None:
        """Listen to the settings no more: the day is closed."""
        self._settings.unwatch(self._heard)

    def _heard(self, names: frozenset[str]) -> None:
        if names & {"stage_zoom", "dark_stage"}:
            self.changed.emit()
