"""What a changed setting means for the day that is open; its place and its vote stay."""

from __future__ import annotations

from workshop_app.ui.desk import Desk
from workshop_app.ui.library.copy_acts import CopyActs
from workshop_app.ui.safety.desk_safety import DeskSafety
from workshop_app.ui.settings.live import LANGUAGES, LiveSettings


def apply_to_desk(
    names: frozenset[str], live: LiveSettings, desk: Desk, copies: CopyActs, safety: DeskSafety
) -> None:
    """Use the new values of these settings at once.

    Args:
        names: The settings that have other values.
        live: All settings.
        desk: The window of the open day.
        copies: Keeps copies of it.
        safety: Watches it.
    """
    if "facilitator_code" in names:
        desk.workplace.code.change(live.now.facilitator_code)
    if "copy_folder" in names:
        copies.use_folder(live.copy_folder)
    if "motion" in names:
        desk.stage_window.be_still(still=live.now.reduced_motion)
    if names & LANGUAGES:
        desk.rebuild()
        safety.refresh()
