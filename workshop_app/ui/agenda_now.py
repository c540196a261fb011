"""Which item of the agenda is now: the clock of the day says, and all who show it ask here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.agenda import clock_minutes
from workshop_app.domain.clock import BY_HAND, TIMED, Mode, Run, Urgency, reading
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import AgendaItem, Workshop
from workshop_app.ui.workplace import Workplace

_MINUTE = 60


@dataclass(frozen=True)
class AgendaNow:
    """Where the day is.

    Attributes:
        item: The item that runs now; None if there is no agenda.
        minutes_left: Minutes until its end; None when nothing is timed.
        minute: Where the now stone stands, in minutes after midnight.
        by_hand: Somebody has moved on to the item, so the plan no longer decides.
        paused: Its time stands still.
        over: Whole minutes over its time.
        drift: Whole minutes it will end after the plan, minus = before; None without a plan.
        urgency: How near its end is.
        until: When it ends, HH:MM.
    """

    item: AgendaItem | None
    minutes_left: int | None
    minute: float
    by_hand: bool = False
    paused: bool = False
    over: int = 0
    drift: int | None = None
    urgency: Urgency = Urgency.CALM
    until: str = ""


def day_name(workshop: Workshop) -> str:
    """What the day is called where its date stands beside it: without the year at the end."""
    name = workshop.title.removesuffix(str(workshop.date.year)).rstrip(" ,·")
    return name or workshop.title


def minutes_of(text: str) -> int:
    """HH:MM as minutes after midnight."""
    return clock_minutes(text)


def agenda_now(day: Day, now: datetime, step: str, run: Run | None = None) -> AgendaNow:
    """The item now.

    What runs by hand goes first. Else, on the day's own date, the plan decides: before the first
    item it is the first, after the last it is the last. On any other date (preparing, looking
    back, practising) it is the item the step on the desk belongs to, and no minutes are left.
    """
    said = reading(day, now, step, run)
    timed = said.mode in TIMED or said.mode is Mode.AFTER
    return AgendaNow(
        said.item,
        -(-(said.left or 0) // _MINUTE) if timed else None,
        said.minute,
        by_hand=said.mode in BY_HAND,
        paused=said.mode is Mode.PAUSED,
        over=said.over // _MINUTE,
        drift=said.drift,
        urgency=said.urgency,
        until=said.until,
    )


def run_of(workplace: Workplace) -> Run | None:
    """The block that runs by hand at a workplace, if any."""
    return workplace.day_clock.run if workplace.day_clock is not None else None


def agenda_here(workplace: Workplace, step: str) -> AgendaNow:
    """The item now at a workplace."""
    return agenda_now(workplace.day, workplace.clock(), step, run_of(workplace))
