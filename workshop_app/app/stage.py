"""What the room sees. The facilitator browses freely; this changes only on a deliberate act."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from workshop_app.figures.shapes import Figure

HIDDEN = "hidden"
"""The flag of a vote's focus that keeps its result from the room."""
MESSAGE_MOST = 200
"""A message to the room has at most so many characters."""


@dataclass(frozen=True)
class Showing:
    """The room's picture.

    Attributes:
        step: Which step of the day is shown ("welcome", "vote", "roadmap", "prioritise", "frame").
        blank: The picture is dark on purpose; `step` is remembered.
        page: Which page, when the step has more than one (0 = first).
        focus: What within the step: round id, track id or frame id; empty = the step's own choice.
        covered: A secret ballot is open at the laptop: only the progress may be seen.
        message: Words to the room; empty for none.
        alone: The message stands on a page of its own, not over the picture.
        counting: The countdown stands over the picture.
        test: The test picture is shown instead of the step.
        frozen: The room keeps the picture it had, see `Stage.held`.
        turn: Round and participant whose turn it is at the laptop; empty for nobody.
    """

    step: str = "welcome"
    blank: bool = False
    page: int = 0
    focus: str = ""
    covered: bool = False
    message: str = ""
    alone: bool = False
    counting: bool = False
    test: bool = False
    frozen: bool = False
    turn: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Held:
    """A frozen picture: what was drawn, whether its colours are the dark ones, and its step."""

    figure: Figure
    dark: bool
    step: str


def _hides(focus: str) -> bool:
    """Whether a result is hidden: the word stands among the flags of a vote's focus."""
    return HIDDEN in focus.split("#")[1:]


class Stage(QObject):
    """Holds the room's picture and tells the stage window and the preview when it changes."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = Showing()
        self._held: Held | None = None

    @property
    def showing(self) -> Showing:
        """What the room sees now."""
        return self._showing

    @property
    def held(self) -> Held | None:
        """The picture the room keeps while it is frozen; None when it is live."""
        return self._held

    def show_step(self, step: str, focus: str = "") -> None:
        """G: show this step; also lifts a blank and the test picture.

        What lies over the picture stays, and a frozen room sees the step when it is thawed; but
        a result that is hidden by this is let go at once, see `refocus`.
        """
        frozen = self._still_frozen(step, focus)
        fresh = replace(self._showing, step=step, focus=focus, page=0, frozen=frozen)
        self._set(replace(fresh, blank=False, test=False))

    def refocus(self, step: str, focus: str) -> None:
        """The step that is shown changed its subject by a deliberate act; other steps do not.

        Where the desk hides a result, a frozen picture of that step is let go: what is hidden
        must not stand frozen before the room.
        """
        now = replace(self._showing, frozen=self._still_frozen(step, focus))
        self._set(replace(now, focus=focus, page=0) if now.step == step else now)

    def toggle_blank(self) -> None:
        """B: dark, or back to what was shown."""
        self._set(replace(self._showing, blank=not self._showing.blank))

    def turn_page(self, page: int) -> None:
        """Show another page of the same step."""
        self._set(replace(self._showing, page=max(0, page)))

    def cover(self, *, covered: bool) -> None:
        """While a secret ballot is filled in, the room sees the progress only."""
        self._set(replace(self._showing, covered=covered))

    def call(self, round_id: str, participant_id: str) -> None:
        """Whose turn it is at the laptop in a round, for the room to read; "" for nobody's."""
        turn = (round_id, participant_id) if participant_id else ("", "")
        self._set(replace(self._showing, turn=turn))

    def freeze(self, figure: Figure, *, dark: bool) -> None:
        """The room keeps this picture until it is thawed."""
        self._held = Held(figure, dark, self._showing.step)
        self._set(replace(self._showing, frozen=True))

    def thaw(self) -> None:
        """The room sees again what the desk shows."""
        self._held = None
        self._set(replace(self._showing, frozen=False))

    def say(self, message: str, *, alone: bool = False) -> None:
        """Words to the room, cut at 200 characters; empty words take the message away."""
        words = " ".join(message.split())[:MESSAGE_MOST].rstrip()
        self._set(replace(self._showing, message=words, alone=alone and bool(words)))

    def count(self, *, shown: bool) -> None:
        """The countdown over the picture, or not."""
        self._set(replace(self._showing, counting=shown))

    def show_test(self, *, shown: bool) -> None:
        """The test picture, or what was shown before it."""
        blank = self._showing.blank and not shown
        self._set(replace(self._showing, test=shown, blank=blank))

    def _still_frozen(self, step: str, focus: str) -> bool:
        """Lets go of the picture that a hidden result is on; told in one with what comes instead.

        Told apart, the room would for a moment see what the desk is about to hide.
        """
        if self._held is not None and self._held.step == step and _hides(focus):
            self._held = None
        return self._held is not None

    def _set(self, showing: Showing) -> None:
        if showing != self._showing:
            self._showing = showing
            self.changed.emit(showing)
