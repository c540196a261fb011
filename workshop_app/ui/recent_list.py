"""The days of the library as the start page shows them: dates and states in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workshop_app.domain.kinds import DayStatus
from workshop_app.storage.library import DayEntry
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.recent_days import RecentDay


def recent_days(words: Words, entries: Iterable[DayEntry], now: datetime) -> tuple[RecentDay, ...]:
    """The entries in their order, worded."""
    return tuple(_worded(words, entry, now) for entry in entries)


def _worded(words: Words, entry: DayEntry, now: datetime) -> RecentDay:
    _ = words.gettext
    formats = Formats(words.language)
    finalised = entry.status is DayStatus.FINALISED
    return RecentDay(
        path=entry.path,
        title=entry.title,
        date=formats.date_long(entry.date),
        modified=_when(words, entry.modified, now),
        status=_("Finalised") if finalised else words.pgettext("day", "Draft"),
        finalised=finalised,
    )


def _when(words: Words, moment: datetime, now: datetime) -> str:
    _ = words.gettext
    formats = Formats(words.language)
    if moment.date() == now.date():
        return _("Today {time}").format(time=formats.clock(moment))
    if moment.year == now.year:
        return formats.date_short(moment.date())
    return formats.date_long(moment.date())
