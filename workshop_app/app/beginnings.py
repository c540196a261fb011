"""What a new day begins with: nothing, a template, an earlier day, or both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from workshop_app.app.templates import Templates
from workshop_app.domain.carry_over import carried_over
from workshop_app.domain.day import Day
from workshop_app.domain.day_rules import by_date
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.templates import (
    CalendarTemplate,
    DayTemplate,
    calendar_steps,
    with_template,
)
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.library import DayEntry


@dataclass(frozen=True)
class EarlierDay:
    """A day of the library one can go on from."""

    path: Path
    title: str
    date: dt.date


@dataclass(frozen=True)
class Beginnings:
    """What can be chosen from: templates, budget years and earlier days, latest first."""

    templates: tuple[DayTemplate, ...] = ()
    calendars: tuple[CalendarTemplate, ...] = ()
    earlier: tuple[EarlierDay, ...] = ()


@dataclass(frozen=True)
class Beginning:
    """What was chosen.

    Attributes:
        template: Agenda, rounds and texts; None = none.
        calendar: The budget year that goes with the template; None = none.
        earlier: The file of the earlier day; None = none.
        language: In which language the template's words are written.
    """

    template: DayTemplate | None = None
    calendar: CalendarTemplate | None = None
    earlier: Path | None = None
    language: str = "sv"


def choices(templates: Templates, entries: Iterable[DayEntry]) -> Beginnings:
    """All that a new day can begin with here."""
    found = [EarlierDay(entry.path, entry.title, entry.date) for entry in entries]
    earlier = sorted(found, key=_when, reverse=True)
    return Beginnings(templates.days(), templates.calendars(), tuple(earlier))


def begun(workshop: Workshop, beginning: Beginning) -> Day:
    """The new day.

    A template goes over an earlier day: its agenda and rounds are used, and all else comes along.

    Raises:
        KnownError: if the earlier day cannot be read.
    """
    day = Day(workshop)
    if beginning.earlier is not None:
        day = carried_over(_read(beginning.earlier), workshop)
    if beginning.template is not None:
        day = with_template(day, beginning.template, beginning.language)
    if beginning.calendar is not None and not day.calendar:
        steps = calendar_steps(beginning.calendar, workshop.date.year, beginning.language)
        day = replace(day, calendar=by_date(steps))
    return day


def _read(path: Path) -> Day:
    file = DayFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()


def _when(earlier: EarlierDay) -> tuple[dt.date, str]:
    return earlier.date, earlier.title
