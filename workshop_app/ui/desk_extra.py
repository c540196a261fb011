"""What the desk has on every step besides its own acts: the clock, the room's tools, settings."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtWidgets import QMainWindow, QWidget

from workshop_app.ui.act import Act
from workshop_app.ui.stage_picture import StagePicture
from workshop_app.ui.stage_window import StageWindow
from workshop_app.ui.workplace import Workplace

MenuLine = tuple[str, Callable[[QWidget], object]]
"""A line of the day's menu, and what it does over a window."""


class SidePlace(StrEnum):
    """Where in the right column an extra stands."""

    PREVIEW = "preview"
    FOOT = "foot"


class DeskHandle(Protocol):
    """What an extra may see of the desk and ask of it."""

    workplace: Workplace
    picture: StagePicture
    stage_window: StageWindow

    @property
    def window_widget(self) -> QMainWindow:
        """The desk's window, to stand over."""

    @property
    def step(self) -> str:
        """The step that is open."""

    def go_to(self, step: str) -> None:
        """Open a step."""

    def rebuild(self) -> None:
        """Make everything again, such as in another language; the step and the stage stay."""

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal stands in the notice line."""

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """A sentence in the notice line."""

    def refresh_around(self) -> None:
        """Read acts, rail, agenda and what the room sees again."""


class DeskExtra:
    """Base of them all: it brings nothing. Made once per desk, before the desk is built.

    Attributes:
        place: Where its part of the right column stands.
    """

    place = SidePlace.PREVIEW

    def acts(self) -> tuple[Act, ...]:
        """Acts that work on every step; a page's own acts go before them."""
        return ()

    def menu_lines(self) -> tuple[MenuLine, ...]:
        """Lines for the day's menu, asked for each time it is opened."""
        return ()

    def side(self) -> QWidget | None:
        """Its part of the right column; made anew at each build, such as for another language."""
        return None

    def strip(self) -> QWidget | None:
        """What is seen of it where the right column is folded; made anew at each build."""
        return None

    def tick(self) -> None:
        """A second has passed."""

    def refresh(self) -> None:
        """The day, the step or what the room sees may be another."""

    def closing(self) -> None:
        """The desk is closed for good."""


MakeExtra = Callable[[DeskHandle], DeskExtra]
