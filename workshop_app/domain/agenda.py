"""The agenda: blocks with minutes; the times follow from the start of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem
from workshop_app.domain.refused import Refused

LEAST_MINUTES, MOST_MINUTES = 1, 720
_HOUR = 60
_MIDNIGHT = 24 * _HOUR
_CLOCK_PARTS = 2
_NOW = "00:00"  # until the times are counted


@dataclass(frozen=True, slots=True)
class AgendaEdit:
    """What is asked of a block; `minutes` at least 1. `step` is the step of the day it drives."""

    title: str
    minutes: int
    kind: AgendaKind = AgendaKind.PLENARY
    owner_role: str = ""
    instruction: str = ""
    round_id: str = ""
    step: str = ""


def clock_minutes(text: str) -> int:
    """HH:MM as minutes after midnight."""
    hours, minutes = text.split(":")
    return int(hours) * _HOUR + int(minutes)


def clock_text(minutes: int) -> str:
    """Minutes after midnight as HH:MM."""
    return f"{minutes // _HOUR:02d}:{minutes % _HOUR:02d}"


def read_time(text: str) -> str:
    """A time a person wrote (8.30, 08:30, 0830, 8) as HH:MM.

    Raises:
        Refused: "time_unreadable".
    """
    parts = text.strip().removeprefix("kl.").strip().replace(".", ":").split(":")
    whole = parts[0]
    if len(parts) == 1 and whole.isdecimal() and len(whole) in {3, 4}:
        parts = [whole[:-2], whole[-2:]]
    if len(parts) == 1:
        parts = [whole, "00"]
    digits = all(part.isascii() and part.isdecimal() for part in parts)
    if len(parts) != _CLOCK_PARTS or not digits or len(parts[1]) != _CLOCK_PARTS:
        raise Refused("time_unreadable", value=text)
    hours, minutes = int(parts[0]), int(parts[1])
    if hours * _HOUR + minutes >= _MIDNIGHT or minutes >= _HOUR:
        raise Refused("time_unreadable", value=text)
    return clock_text(hours * _HOUR + minutes)


def read_minutes(text: str) -> int:
    """A length a person wrote (15, "15 min") in minutes.

    Raises:
        Refused: "minutes_unreadable" with the least and the most.
    """
    words = text.strip().casefold().split()
    if words and words[-1] in {"min", "min.", "minuter", "minutes"}:
        words = words[:-1]
    number = words[0].removesuffix("min") if len(words) == 1 else ""
    right = number.isascii() and number.isdecimal()
    if not right or not LEAST_MINUTES <= int(number) <= MOST_MINUTES:
        raise Refused("minutes_unreadable", value=text, least=LEAST_MINUTES, most=MOST_MINUTES)
    return int(number)


def agenda_start(day: Day) -> str:
    """When the first block begins; without an agenda, when the day does."""
    return day.agenda[0].start if day.agenda else day.workshop.start


def agenda_minutes(day: Day) -> int:
    """From the start of the first block to the end of the last."""
    if not day.agenda:
        return 0
    return clock_minutes(day.agenda[-1].end) - clock_minutes(day.agenda[0].start)


def retimed(start: str, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The blocks in that order, one after the other from `start`.

    Raises:
        Refused: "day_too_long" if the last one would end after midnight.
    """
    at = clock_minutes(start)
    placed: list[AgendaItem] = []
    for position, item in enumerate(items, start=1):
        end = at + item.minutes
        if end >= _MIDNIGHT:
            raise Refused("day_too_long", title=item.title)
        times = {"start": clock_text(at), "end": clock_text(end), "position": position}
        placed.append(item.changed(**times))
        at = end
    return tuple(placed)


def set_start(day: Day, start: str) -> Day:
    """The whole agenda moved to begin at that time (HH:MM).

    Raises:
        Refused: "day_too_long".
    """
    moved = _with_items(day, start, day.agenda)
    return replace(moved, workshop=moved.workshop.changed(start=start))


def add_item(day: Day, key: str, edit: AgendaEdit, after: str = "") -> Day:
    """A new block after the one with the id `after`, else last.

    Raises:
        Refused: as `edit_item`.
    """
    _check(edit)
    new = AgendaItem.model_validate({"id": key, "start": _NOW, "end": _NOW, **_fields(edit)})
    places = [place for place, item in enumerate(day.agenda, start=1) if item.id == after]
    place = places[0] if places else len(day.agenda)
    items = (*day.agenda[:place], new, *day.agenda[place:])
    return _with_items(day, agenda_start(day), items)


def edit_item(day: Day, item_id: str, edit: AgendaEdit) -> Day:
    """The block as edited; the times are counted again only if its minutes are others.

    Raises:
        Refused: "unknown_item", "title_missing", "minutes_unreadable", "day_too_long".
    """
    _check(edit)
    old = _item(day, item_id)
    new = old.changed(**_fields(edit))
    items = tuple(new if item.id == item_id else item for item in day.agenda)
    if new.minutes == old.minutes:
        return replace(day, agenda=items)
    return _with_items(day, agenda_start(day), items)


def move_item(day: Day, item_id: str, place: int) -> Day:
    """The block at another place (from 0); a place outside the agenda is its nearest end.

    Raises:
        Refused: "unknown_item", "day_too_long".
    """
    item = _item(day, item_id)
    others = [each for each in day.agenda if each.id != item_id]
    here = max(0, min(place, len(others)))
    if day.agenda[here].id == item_id:
        return day
    return _with_items(day, agenda_start(day), (*others[:here], item, *others[here:]))


def remove_item(day: Day, item_id: str) -> Day:
    """Without that block; what comes after begins earlier.

    Raises:
        Refused: "unknown_item".
    """
    _item(day, item_id)
    rest = tuple(item for item in day.agenda if item.id != item_id)
    return _with_items(day, agenda_start(day), rest)


def _with_items(day: Day, start: str, items: Iterable[AgendaItem]) -> Day:
    agenda = retimed(start, items)
    workshop = day.workshop
    if agenda:
        workshop = workshop.changed(start=agenda[0].start, end=agenda[-1].end)
    return replace(day, agenda=agenda, workshop=workshop)


def _item(day: Day, item_id: str) -> AgendaItem:
    item = find(day.agenda, item_id)
    if item is None:
        raise Refused("unknown_item", item=item_id)
    return item


def _check(edit: AgendaEdit) -> None:
    if not edit.title.strip():
        raise Refused("title_missing")
    if not LEAST_MINUTES <= edit.minutes <= MOST_MINUTES:
        value = str(edit.minutes)
        raise Refused("minutes_unreadable", value=value, least=LEAST_MINUTES, most=MOST_MINUTES)


def _fields(edit: AgendaEdit) -> dict[str, object]:
    return {
        "title": edit.title,
        "minutes": edit.minutes,
        "kind": edit.kind,
        "owner_role": edit.owner_role,
        "instruction": edit.instruction,
        "round_id": edit.round_id,
        "step": edit.step,
    }
