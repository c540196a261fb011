"""What every page of the desk is handed: the store, the ballot door, the stage, the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.clock import DayClock
from workshop_app.app.countdown import Countdown
from workshop_app.app.leave_code import LeaveCode
from workshop_app.app.round_timer import RoundTimer
from workshop_app.app.stage import Stage
from workshop_app.app.stage_look import StageLook
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.figures.shapes import Ruler
from workshop_app.system.clock import Clock
from workshop_app.system.formats import Formats
from workshop_app.system.kept import Kept
from workshop_app.system.language import Words
from workshop_app.system.settings import KeptSettings
from workshop_app.ui.interaction import Interaction


@dataclass(frozen=True)
class Workplace:
    """One open day and all that is needed to work on it.

    Attributes:
        store: The one door to the day.
        ballots: The ballot door.
        stage: What the room sees.
        words: The facilitator's language.
        stage_words: The language of the shared screen.
        report_words: The language of everything printed.
        ruler: Measures text for figures.
        clock: The time now.
        ask: Questions to the person at the desk.
        look: How the shared screen looks now: dark or light, and its zoom.
        countdown: A countdown for the room; None where nothing is counted.
        code: The facilitator's code, which ends voting at the laptop.
        timer: The time of each round; None where nothing is timed.
        day_clock: Which block of the agenda runs, and how long is left; None = the plan alone says.
        kept: What this machine keeps of the day beside it, such as where the clock is.
        settings: Those of this machine; `change` them, `watch` them.
        fonts: Folder of the bundled fonts, for what is printed; None = nothing is.
    """

    store: DayStore
    ballots: BallotDoor
    stage: Stage
    words: Words
    stage_words: Words
    report_words: Words
    ruler: Ruler
    clock: Clock
    ask: Interaction
    look: StageLook = field(default_factory=StageLook)
    countdown: Countdown | None = None
    code: LeaveCode = field(default_factory=LeaveCode)
    timer: RoundTimer | None = None
    fonts: Path | None = None
    kept: Kept = field(default_factory=Kept)
    day_clock: DayClock | None = None
    settings: KeptSettings = field(default_factory=KeptSettings)

    @property
    def dark_stage(self) -> bool:
        """Whether the shared screen has its dark colours now, for dark rooms only."""
        return self.look.dark

    @property
    def day(self) -> Day:
        """The day as it is on disk."""
        return self.store.day

    @property
    def formats(self) -> Formats:
        """How the facilitator's language writes numbers and dates."""
        return Formats(self.words.language)

    @property
    def stage_formats(self) -> Formats:
        """How the shared screen's language writes numbers and dates."""
        return Formats(self.stage_words.language)
