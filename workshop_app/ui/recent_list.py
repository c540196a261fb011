"""The days of the library as the start page shows them: dates, states and sizes in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workshop_app.domain.kinds import DayStatus
from workshop_app.storage.library import DayEntry
from workshop_app.system.formats import HARD_SPACE, Formats
from workshop_app.system.language import Words
from workshop_app.ui.recent_days import RecentDay
from workshop_app.ui.start_road import road_years


def recent_days(words: Words, entries: Sequence[DayEntry], now: datetime) -> tuple[RecentDay, ...]:
    """The entries in their order, worded; two that look the same are told apart by their files."""
    looks = Counter((entry.title, entry.date) for entry in entries)
    return tuple(
        _worded(words, entry, now, alone=looks[entry.title, entry.date] == 1) for entry in entries
    )


def unreadable_days(words: Words, paths: Sequence[Path]) -> tuple[RecentDay, ...]:
    """Files that cannot be read, by their names; their backups can be."""
    _ = words.gettext
    return tuple(
        RecentDay(path, path.stem, "", "", _("Cannot be read"), size=path.name, unreadable=True)
        for path in paths
    )


def _worded(words: Words, entry: DayEntry, now: datetime, *, alone: bool) -> RecentDay:
    _ = words.gettext
    formats = Formats(words.language)
    finalised = entry.status is DayStatus.FINALISED
    week = _("w. {week}").format(week=formats.week(entry.date)).replace(" ", HARD_SPACE)
    size = size_text(words, entry.participants, entry.milestones, entry.initiatives)
    return RecentDay(
        path=entry.path,
        title=entry.title,
        date=f"{formats.date_long(entry.date)}, {week}",
        modified=when(words, entry.modified, now),
        status=_("Finalised") if finalised else words.pgettext("day", "Draft"),
        finalised=finalised,
        size=size if alone else f"{entry.path.name} · {size}",
        copied=_copied(words, entry.copied, now),
        found_by=" ".join((*entry.units, entry.path.name)),
        years=road_years(entry.date.year, entry.plan_ends) if entry.plan_ends else (),
    )


def size_text(words: Words, participants: int, milestones: int, initiatives: int) -> str:
    """How much there is in a day: what it has none of is left out."""
    counts = (
        (participants, words.ngettext("{n} participant", "{n} participants", participants)),
        (milestones, words.ngettext("{n} milestone", "{n} milestones", milestones)),
        (initiatives, words.ngettext("{n} initiative", "{n} initiatives", initiatives)),
    )
    said = [text.format(n=n).replace(" ", HARD_SPACE) for n, text in counts if n]
    return " · ".join(said) or words.gettext("Empty so far")


def _copied(words: Words, copied: datetime | None, now: datetime) -> str:
    _ = words.gettext
    if copied is None:
        return _("Not copied yet")
    return _("Copied {when}").format(when=lower_first(when(words, copied, now)))


def lower_first(text: str) -> str:
    """For putting a moment into a sentence."""
    return text[:1].lower() + text[1:] if not text[:1].isdigit() else text


def when(words: Words, moment: datetime, now: datetime) -> str:
    """A moment as a person says it: today with the time, this year with the day."""
    _ = words.gettext
    formats = Formats(words.language)
    if moment.date() == now.date():
        return _("Today {time}").format(time=formats.clock(moment))
    if moment.year == now.year:
        return formats.date_short(moment.date())
    return formats.date_long(moment.date())
