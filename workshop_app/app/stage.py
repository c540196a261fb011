"""What the room sees. The facilitator browses freely; this changes only on a deliberate act."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class Showing:
    """The room's picture.

    Attributes:
        step: Which step of the day is shown ("welcome", "vote", "roadmap", "prioritise", "frame").
        blank: The picture is dark on purpose; `step` is remembered.
        page: Which page, when the step has more than one (0 = first).
        focus: What within the step: round id, track id or frame id; empty = the step's own choice.
        covered: A secret ballot is open at the laptop: only the progress may be seen.
    """

    step: str = "welcome"
    blank: bool = False
    page: int = 0
    focus: str = ""
    covered: bool = False


class Stage(QObject):
    """Holds the room's picture and tells the stage window and the preview when it changes."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = Showing()

    @property
    def showing(self) -> Showing:
        """What the room sees now."""
        return self._showing

    def show_step(self, step: str, focus: str = "") -> None:
        """G: show this step; also lifts a blank."""
        self._set(Showing(step=step, focus=focus, covered=self._showing.covered))

    def refocus(self, step: str, focus: str) -> None:
        """The step that is shown changed its subject by a deliberate act; other steps do not."""
        if self._showing.step == step:
            self._set(replace(self._showing, focus=focus, page=0))

    def toggle_blank(self) -> None:
        """B: dark, or back to what was shown."""
        self._set(replace(self._showing, blank=not self._showing.blank))

    def turn_page(self, page: int) -> None:
        """Show another page of the same step."""
        self._set(replace(self._showing, page=max(0, page)))

    def cover(self, *, covered: bool) -> None:
        """While a secret ballot is filled in, the room sees the progress only."""
        self._set(replace(self._showing, covered=covered))

    def _set(self, showing: Showing) -> None:
        if showing != self._showing:
            self._showing = showing
            self.changed.emit(showing)
