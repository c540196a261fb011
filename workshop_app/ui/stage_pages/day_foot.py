"""What stands at the foot of a page of the shared screen: which day, and where in it we are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from workshop_app.domain.clock import Run, Urgency
from workshop_app.domain.day import Day
from workshop_app.figures.stage.frame import StageFrame
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import AgendaNow, agenda_now, minutes_of


def with_foot(
    frame: StageFrame, day: Day, words: Words, now: datetime, step: str, run: Run | None = None
) -> StageFrame:
    """The frame with the day at the left, the item that runs now at the right, and the bar."""
    formats = Formats(words.language)
    footed = replace(
        frame, foot_left=f"{day.workshop.title} · {formats.date_long(day.workshop.date)}"
    )
    here = agenda_now(day, now, step, run)
    start, end = minutes_of(day.workshop.start), minutes_of(day.workshop.end)
    if here.item is None or end <= start:
        return footed
    progress = (here.minute - start) / (end - start)
    return replace(footed, foot_right=_now(here, words, formats), progress=progress)


def _now(here: AgendaNow, words: Words, formats: Formats) -> str:
    """The item and until when; only the item where that time has passed and it still goes on."""
    if here.item is None:
        return ""
    if here.urgency is Urgency.OUT and here.by_hand:
        return here.item.title
    text = words.gettext("{item} · until {time}")
    until = formats.clock(here.until or here.item.end)
    return text.format(item=here.item.title, time=until)
