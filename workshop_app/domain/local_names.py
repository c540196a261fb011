"""What this organisation calls things: its own words where it has set them, else ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workshop_app.domain.day import Day


class Speaker(Protocol):
    """What translates; `system.language.Words` is one."""

    def gettext(self, message: str) -> str:
        """The message in the language spoken now."""


@dataclass(frozen=True, slots=True)
class LocalNames:
    """The names as they stand in running text, that is in lower case as a rule."""

    forum: str
    process: str
    plan: str
    plan_former: str
    track: str
    track_short: str
    milestone: str
    initiative: str


def default_names(words: Speaker) -> LocalNames:
    """Our own words."""
    _ = words.gettext
    return LocalNames(
        forum=_("strategic forum"),
        process=_("planning and budget"),
        plan=_("strategic plan"),
        plan_former="",
        track=_("strategic track"),
        track_short=_("track"),
        milestone=_("milestone"),
        initiative=_("initiative"),
    )


def local_names(day: Day, words: Speaker) -> LocalNames:
    """The day's own names; where it has none, our words in the speaker's language."""
    shop, ours = day.workshop, default_names(words)
    return LocalNames(
        forum=shop.forum_name or ours.forum,
        process=shop.process_name or ours.process,
        plan=shop.plan_name or ours.plan,
        plan_former=shop.plan_former_name,
        track=shop.track_name or ours.track,
        track_short=shop.track_short_name or shop.track_name or ours.track_short,
        milestone=shop.milestone_name or ours.milestone,
        initiative=shop.initiative_name or ours.initiative,
    )


def heading(name: str) -> str:
    """A name as the first word of a heading."""
    return name[:1].upper() + name[1:]
