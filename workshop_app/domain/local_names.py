"""What this organisation calls things: its own words where it has set them, else ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from workshop_app.domain.day import Day
from workshop_app.domain.inflection import (
    Forms,
    english_forms,
    shown_name,
    swedish_forms,
)
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.renaming import Noun, Renaming


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
    track = shown_name(shop.track_name)
    return LocalNames(
        forum=shown_name(shop.forum_name) or ours.forum,
        process=shop.process_name or ours.process,
        plan=shown_name(shop.plan_name) or ours.plan,
        plan_former=shop.plan_former_name,
        track=track or ours.track,
        track_short=shown_name(shop.track_short_name) or track or ours.track_short,
        milestone=shown_name(shop.milestone_name) or ours.milestone,
        initiative=shown_name(shop.initiative_name) or ours.initiative,
    )


def heading(name: str) -> str:
    """A name as the first word of a heading."""
    return name[:1].upper() + name[1:]


def own_name(workshop: Workshop, name: str) -> str:
    """A name of the day's own, for where it stands by itself; empty where it is called as we do.

    Args:
        workshop: The day.
        name: Which, as one of `day_rules.NAME_FIELDS`.
    """
    written = str(getattr(workshop, name))
    shown = written if name == "process_name" else shown_name(written)
    same = shown.casefold() in _OURS[name][0].same
    return "" if same else heading(shown)


def forum_beside(workshop: Workshop) -> str:
    """What the forum is called, where the name of the day does not say it already."""
    forum = own_name(workshop, "forum_name")
    return "" if forum.casefold() in workshop.title.casefold() else forum


# --- our words, and what the day calls them ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ours:
    """A word of ours, and the names that mean that nothing is renamed."""

    about: str
    english: Forms
    swedish: Forms
    same: frozenset[str]
    proper: bool = False


_OURS: Mapping[str, tuple[_Ours, ...]] = MappingProxyType(
    {
        "track_name": (
            _Ours(
                "track",
                Forms("strategic track", "strategic track", "strategic tracks", "strategic tracks"),
                Forms("spårområde", "spårområdet", "spårområden", "spårområdena", neuter=True),
                frozenset({"spårområde", "strategiskt spår", "strategic track", "track"}),
            ),
        ),
        "track_short_name": (
            _Ours(
                "track",
                Forms("track", "track", "tracks", "tracks"),
                Forms("spår", "spåret", "spår", "spåren", neuter=True),
                frozenset({"spår", "spårområde", "strategiskt spår", "strategic track", "track"}),
            ),
        ),
        "plan_name": (
            _Ours(
                "plan",
                Forms("strategic plan", "strategic plan", "strategic plans", "strategic plans"),
                Forms(
                    "strategisk plan",
                    "strategiska planen",
                    "strategiska planer",
                    "strategiska planerna",
                ),
                frozenset({"strategisk plan", "strategic plan", "plan"}),
                proper=True,
            ),
            _Ours(
                "plan",
                Forms("plan", "plan", "plans", "plans"),
                Forms("plan", "planen", "planer", "planerna"),
                frozenset({"strategisk plan", "strategic plan", "plan"}),
                proper=True,
            ),
        ),
        "forum_name": (
            _Ours(
                "forum",
                Forms("strategic forum", "strategic forum", "strategic forums", "strategic forums"),
                Forms(
                    "strategiskt forum",
                    "strategiska forumet",
                    "strategiska forum",
                    "strategiska forumen",
                    neuter=True,
                ),
                frozenset({"strategiskt forum", "strategic forum", "forum"}),
                proper=True,
            ),
            _Ours(
                "forum",
                Forms("forum", "forum", "forums", "forums"),
                Forms("forum", "forumet", "forum", "forumen", neuter=True),
                frozenset({"strategiskt forum", "strategic forum", "forum"}),
                proper=True,
            ),
        ),
        "process_name": (
            _Ours(
                "process",
                Forms(*("planning and budget",) * 4),
                Forms(*("planering och budget",) * 4),
                frozenset({"planering och budget", "planning and budget"}),
                proper=True,
            ),
        ),
        "milestone_name": (
            _Ours(
                "milestone",
                Forms("milestone", "milestone", "milestones", "milestones"),
                Forms("milstolpe", "milstolpen", "milstolpar", "milstolparna"),
                frozenset({"milstolpe", "milestone"}),
            ),
        ),
        "initiative_name": (
            _Ours(
                "initiative",
                Forms("initiative", "initiative", "initiatives", "initiatives"),
                Forms("initiativ", "initiativet", "initiativ", "initiativen", neuter=True),
                frozenset({"initiativ", "initiative"}),
            ),
        ),
    }
)


def renaming(workshop: Workshop) -> Renaming | None:
    """What puts the day's names into every sentence; None if all is called as we do."""
    nouns = [
        _noun(ours, _written(workshop, name)) for name, words in _OURS.items() for ours in words
    ]
    if not any(noun.to_swedish for noun in nouns):
        return None
    return Renaming(nouns)


def renaming_of(name: str, written: str) -> Renaming | None:
    """As `renaming`, with one name alone, while it is being written.

    Args:
        name: Which, as one of `day_rules.NAME_FIELDS`.
        written: What stands in its field.
    """
    nouns = [_noun(ours, written) for ours in _OURS.get(name, ())]
    return Renaming(nouns) if any(noun.to_swedish for noun in nouns) else None


def _written(workshop: Workshop, name: str) -> str:
    own = str(getattr(workshop, name))
    if name == "track_short_name":
        return own if shown_name(own) else workshop.track_name
    return own


def _noun(ours: _Ours, written: str) -> Noun:
    shown = shown_name(written)
    if not shown or shown.casefold() in ours.same:
        return Noun(ours.about, ours.english, ours.swedish)
    if ours.about == "process":
        fixed = Forms(*(written.replace("{", "").replace("}", ""),) * 4)
        return Noun(ours.about, ours.english, ours.swedish, fixed, fixed)
    plain = written if ours.proper else ", ".join(_common(form) for form in written.split(","))
    return Noun(ours.about, ours.english, ours.swedish, english_forms(plain), swedish_forms(plain))


def _common(form: str) -> str:
    """A common noun in running text; an abbreviation keeps its capitals."""
    bare = form.strip()
    return bare[:1].lower() + bare[1:] if bare[1:].islower() else bare
