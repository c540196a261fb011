"""Which item of the agenda is now: by the clock on the day itself, else by the step on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import AgendaKind, RoundMethod
from workshop_app.domain.nouns import AgendaItem, Workshop

_HOUR = 60


@dataclass(frozen=True)
class AgendaNow:
    """Where the day is.

    Attributes:
        item: The item that runs now; None if there is no agenda.
        minutes_left: Minutes until its end; None when the clock does not decide.
        minute: Where the now stone stands, in minutes after midnight.
    """

    item: AgendaItem | None
    minutes_left: int | None
    minute: float


def day_name(workshop: Workshop) -> str:
    """What the day is called where its date stands beside it: without the year at the end."""
    name = workshop.title.removesuffix(str(workshop.date.year)).rstrip(" ,·")
    return name or workshop.title


def minutes_of(text: str) -> int:
    """HH:MM as minutes after midnight."""
    hours, minutes = text.split(":")
    return int(hours) * _HOUR + int(minutes)


def agenda_now(day: Day, now: datetime, step: str) -> AgendaNow:
    """The item now.

    On the day's own date the clock decides: before the first item it is the first, after the last
    it is the last. On any other date (preparing, looking back, practising) it is the item the
    step on the desk belongs to, and no minutes are left or over.
    """
    if not day.agenda:
        return AgendaNow(None, None, 0.0)
    if now.date() == day.workshop.date:
        return _by_clock(day.agenda, now)
    item = _by_step(day, step)
    return AgendaNow(item, None, float(minutes_of(item.start)))


def _by_clock(agenda: tuple[AgendaItem, ...], now: datetime) -> AgendaNow:
    minute = now.hour * _HOUR + now.minute + now.second / _HOUR
    begun = [item for item in agenda if minutes_of(item.start) <= minute]
    if not begun:
        return AgendaNow(agenda[0], None, minute)
    item = begun[-1]
    # A whole minute is left until it has passed: at 11.38.20 seven minutes are left to 11.45.
    left = minutes_of(item.end) - int(minute)
    return AgendaNow(item, max(0, left), minute)


def _by_step(day: Day, step: str) -> AgendaItem:
    vote = _vote_item(day, RoundMethod.DOTS)
    rank = _vote_item(day, RoundMethod.POINTS)
    places = {
        "vote": vote,
        "roadmap": _after(vote, 1),
        "prioritise": rank,
        "frame": _after(rank, 1),
        "summary": _after(rank, 2),
    }
    place = places.get(step)
    return day.agenda[min(place or 0, len(day.agenda) - 1)]


def _after(place: int | None, steps: int) -> int | None:
    return None if place is None else place + steps


def _vote_item(day: Day, method: RoundMethod) -> int | None:
    """The place of the first item that drives a round of that method."""
    series = {r.series for r in day.rounds if r.method is method}
    ids = {r.id for r in day.rounds if r.method is method} | series
    for place, item in enumerate(day.agenda):
        if item.kind is AgendaKind.VOTE and item.round_id in ids:
            return place
    return None
