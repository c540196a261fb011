"""The templates that come with the program, read from their folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from workshop_app.domain.kinds import AgendaKind, Half, RoundMethod
from workshop_app.domain.templates import (
    CalendarEntry,
    CalendarTemplate,
    DayTemplate,
    TemplateBlock,
    TemplateRound,
)
from workshop_app.system.errors import BugError

Made = TypeVar("Made")
_CALENDAR = "calendar_"
Found = Mapping[str, Any]


@dataclass(frozen=True)
class Templates:
    """The folder of templates: one JSON file for each sort of day and for each budget year.

    They belong to the program, so one that cannot be read is a fault of ours: `BugError`.
    """

    folder: Path

    def days(self) -> tuple[DayTemplate, ...]:
        """The sorts of day, in their order."""
        paths = (p for p in self.folder.glob("*.json") if not p.name.startswith(_CALENDAR))
        found = [_read(path, _day) for path in paths]
        return tuple(sorted(found, key=_day_order))

    def calendars(self) -> tuple[CalendarTemplate, ...]:
        """The budget years, in their order."""
        found = [_read(path, _calendar) for path in self.folder.glob(f"{_CALENDAR}*.json")]
        return tuple(sorted(found, key=_calendar_order))

    def day(self, key: str) -> DayTemplate | None:
        """One sort of day."""
        return next((template for template in self.days() if template.key == key), None)

    def calendar(self, key: str) -> CalendarTemplate | None:
        """One budget year."""
        return next((template for template in self.calendars() if template.key == key), None)


def _day_order(template: DayTemplate) -> int:
    return template.order


def _calendar_order(template: CalendarTemplate) -> int:
    return template.order


def _read(path: Path, make: Callable[[Found], Made]) -> Made:
    try:
        return make(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"the template {path.name} cannot be read"
        raise BugError(msg) from error


def _day(found: Found) -> DayTemplate:
    return DayTemplate(
        key=found["key"],
        order=found["order"],
        name=found["name"],
        about=found["about"],
        start=found["start"],
        texts=found["texts"],
        blocks=tuple(_block(block) for block in found["agenda"]),
        rounds=tuple(_round(one) for one in found["rounds"]),
        calendar=found["calendar"],
    )


def _block(found: Found) -> TemplateBlock:
    return TemplateBlock(
        title=found["title"],
        minutes=found["minutes"],
        kind=AgendaKind(found["kind"]),
        step=found.get("step", ""),
        round=found.get("round", ""),
    )


def _round(found: Found) -> TemplateRound:
    return TemplateRound(
        id=found["id"],
        name=found["name"],
        question=found["question"],
        method=RoundMethod(found["method"]),
        half=Half(found["half"]),
        settings=found["settings"],
        statements=tuple(found.get("statements", ())),
    )


def _calendar(found: Found) -> CalendarTemplate:
    return CalendarTemplate(
        key=found["key"],
        order=found["order"],
        name=found["name"],
        entries=tuple(CalendarEntry(**step) for step in found["steps"]),
    )
