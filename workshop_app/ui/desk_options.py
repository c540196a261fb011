"""What the desk is told from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.ui.desk_extra import MakeExtra
from workshop_app.ui.stage_picture import StageDraw


@dataclass(frozen=True)
class DeskOptions:
    """What the desk is told from outside.

    Attributes:
        draw: Draws what the stage shows.
        save_copy: Saves a copy of the day where the person says; None leaves it out of the menu.
        copy_folder: Asks for another automatic copy folder; None leaves it out of the menu.
        rehearse: Holds the day with simulated voters in a copy; None leaves it out of the menu.
        code: Asks for another facilitator's code; None leaves it out of the menu.
        stage_screen: Key of the screen the room sees (`ui.screens.screen_key`), if chosen before.
        reduced_motion: No animation.
        about: Tells what the program is; None leaves it out.
        extras: Make what the desk has on every step besides its own acts, in their order.
    """

    draw: StageDraw
    save_copy: Callable[[], None] | None = None
    copy_folder: Callable[[], None] | None = None
    rehearse: Callable[[], None] | None = None
    code: Callable[[], None] | None = None
    stage_screen: str = ""
    reduced_motion: bool = False
    about: Callable[[], None] | None = None
    extras: tuple[MakeExtra, ...] = ()
