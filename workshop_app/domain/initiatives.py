"""Initiatives and frames: the law decides what is voted on, and the sums are always true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_app.domain.day import Day, find
from workshop_app.domain.flags import expiring_documents
from workshop_app.domain.kinds import InitiativeKind, Regulation
from workshop_app.domain.material import (
    added,
    begun_rounds,
    changed_row,
    removed,
    the_row,
    without_option,
)
from workshop_app.domain.nouns import FrameAlternative, Initiative
from workshop_app.domain.refused import Refused


class LawLevel(StrEnum):
    """How far the law decides: the level, the task only, or nothing."""

    FIXED = "fixed"
    SPECIAL = "special"
    MUNICIPAL = "municipal"


@dataclass(frozen=True, slots=True)
class EffectSums:
    """Sums in tkr: what raises the cost, what lowers it (below 0), and the three years."""

    count: int
    raises: int
    lowers: int
    years: tuple[int, int, int]


def law_level(one: Initiative) -> LawLevel:
    """Where an initiative stands."""
    if one.level_fixed_by_law:
        return LawLevel.FIXED
    special = one.regulation is Regulation.SPECIAL_LAW
    return LawLevel.SPECIAL if special else LawLevel.MUNICIPAL


def set_law(day: Day, key: str, text: str) -> Day:
    """The day with the law of an initiative as chosen.

    A level that the law fixes is not voted on: the initiative leaves every round that has not
    begun, and comes back into none by itself.

    Raises:
        Refused: "law_unreadable"; "in_a_vote" when a round with it has begun; "row_gone".
    """
    try:
        level = LawLevel(text.strip())
    except ValueError as error:
        raise Refused("law_unreadable", text=text) from error
    fixed = level is LawLevel.FIXED
    one = _initiative(day, key)
    if fixed and not one.level_fixed_by_law:
        if any(begun_rounds(day, key)):
            raise Refused("in_a_vote")
        day = without_option(day, key)
    voted_on = not fixed if fixed != one.level_fixed_by_law else one.voted_on
    municipal = level is LawLevel.MUNICIPAL
    return changed_row(
        day,
        "initiatives",
        key,
        {
            "regulation": Regulation.MUNICIPAL_LAW if municipal else Regulation.SPECIAL_LAW,
            "level_fixed_by_law": fixed,
            "voted_on": voted_on,
        },
    )


def add_initiative(day: Day, key: str, title: str, unit_id: str = "", origin: str = "") -> Day:
    """The day with a new initiative last, without effect and under municipal law.

    Raises:
        Refused: "title_missing", "id_taken".
    """
    if not title.strip():
        raise Refused("title_missing")
    new = Initiative(
        id=key,
        title=title,
        unit_id=unit_id,
        kind=InitiativeKind.INVESTMENT,
        effect_tkr=0,
        regulation=Regulation.MUNICIPAL_LAW,
        origin=origin,
    )
    return added(day, "initiatives", new)


def remove_initiative(day: Day, key: str) -> Day:
    """The day without an initiative: out of proposals, stances, conflicts and prepared rounds too.

    Raises:
        Refused: "in_a_vote" when a round with it has begun; "in_use" when another one needs it.
    """
    _initiative(day, key)
    if any(begun_rounds(day, key)):
        raise Refused("in_a_vote")
    day = without_option(removed(day, "initiatives", key), key)
    return replace(
        day,
        initiatives=tuple(
            one.changed(conflicts_with=_less(one.conflicts_with, key))
            if key in one.conflicts_with
            else one
            for one in day.initiatives
        ),
        portfolios=tuple(
            one.changed(chosen=_less(one.chosen, key)) if key in one.chosen else one
            for one in day.portfolios
        ),
        stances=tuple(one for one in day.stances if one.initiative_id != key),
    )


def set_related(day: Day, field: str, key: str, ids: tuple[str, ...]) -> Day:
    """The day with what an initiative needs, or conflicts with (`field`).

    Raises:
        Refused: "related_to_itself"; "unknown_initiative" with the id.
    """
    if key in ids:
        raise Refused("related_to_itself")
    for one in ids:
        if find(day.initiatives, one) is None:
            raise Refused("unknown_initiative", initiative=one)
    return changed_row(day, "initiatives", key, {field: ids})


LONGEST_SHORT_NAME = 48
_RELATED = ("needs", "conflicts_with")


def set_label(day: Day, key: str, text: str) -> Day:
    """The day with the name an initiative is called by: its short name, or its title.

    Raises:
        Refused: "title_missing", "short_name_too_long" with the most allowed, "row_gone".
    """
    one = _initiative(day, key)
    field = "short_name" if one.short_name else "title"
    return edit_initiative(day, key, {field: text.strip()})


def edit_initiative(
    day: Day, key: str, fields: Mapping[str, object], law: LawLevel | None = None
) -> Day:
    """The day with an initiative as it was filled in; one act however much is new.

    Args:
        day: The day.
        key: The initiative.
        fields: Name -> value, for those that may be new.
        law: How far the law decides; None leaves it.

    Raises:
        Refused: "title_missing", "short_name_too_long", what `set_law` and `set_related` refuse,
            "value_unfit", "row_gone".
    """
    if "title" in fields and not str(fields["title"]).strip():
        raise Refused("title_missing")
    if len(str(fields.get("short_name", "")).strip()) > LONGEST_SHORT_NAME:
        raise Refused("short_name_too_long", most=LONGEST_SHORT_NAME)
    for field in _RELATED:
        ids = fields.get(field)
        if isinstance(ids, tuple):
            day = set_related(day, field, key, ids)
    if law is not None:
        day = set_law(day, key, law.value)
    return changed_row(day, "initiatives", key, fields)


def look_over(day: Day, one: Initiative) -> tuple[str, ...]:
    """What to look over in an initiative, in codes.

    "no_unit"; "no_goal": linked to no goal or document; "document_ends": linked to one that ends
    before the budget year; "no_law": special law without a reference; "nothing_weighed": a saving
    to vote on that does not say which service is weighed.
    """
    ends = set(expiring_documents(day))
    linked = (*one.goal_ids, *one.document_ids)
    special = one.regulation is Regulation.SPECIAL_LAW
    saves = one.effect_tkr < 0 and one.voted_on and not one.free_saving
    found = (
        ("no_unit", not one.unit_id),
        ("no_goal", not linked),
        ("document_ends", any(key in ends for key in linked)),
        ("no_law", special and not one.legal_reference),
        ("nothing_weighed", saves and not one.weighed),
    )
    return tuple(code for code, there in found if there)


def needed_by(day: Day, key: str) -> tuple[Initiative, ...]:
    """The initiatives that need this one."""
    return tuple(one for one in day.initiatives if key in one.needs)


def in_conflict(day: Day, one: Initiative) -> tuple[Initiative, ...]:
    """The initiatives that do not go with this one, whichever of the two says so."""
    return tuple(
        other
        for other in day.initiatives
        if other.id != one.id and (other.id in one.conflicts_with or one.id in other.conflicts_with)
    )


def effect_sums(initiatives: tuple[Initiative, ...]) -> EffectSums:
    """The sums under the list."""
    first = [one.effect_tkr for one in initiatives]
    return EffectSums(
        count=len(initiatives),
        raises=sum(effect for effect in first if effect > 0),
        lowers=sum(effect for effect in first if effect < 0),
        years=(
            sum(first),
            sum(one.effect2_tkr for one in initiatives),
            sum(one.effect3_tkr for one in initiatives),
        ),
    )


def add_frame(day: Day, key: str, name: str) -> Day:
    """The day with a new frame alternative; its amount is not known yet.

    Raises:
        Refused: "title_missing", "id_taken".
    """
    if not name.strip():
        raise Refused("title_missing")
    return added(day, "frames", FrameAlternative(id=key, name=name))


def remove_frame(day: Day, key: str) -> Day:
    """The day without a frame alternative that nobody has worked on.

    Raises:
        Refused: "frame_in_use" when it has a proposal or stances; "in_use"; "row_gone".
    """
    worked = [one for one in day.portfolios if one.frame_id == key and (one.chosen or one.snapshot)]
    if worked or any(one.frame_id == key for one in day.stances):
        raise Refused("frame_in_use")
    day = removed(day, "frames", key)
    return replace(day, portfolios=tuple(one for one in day.portfolios if one.frame_id != key))


def set_need(day: Day, value: int | None) -> Day:
    """The day with the need at unchanged service, in tkr; None = not known."""
    return replace(day, workshop=day.workshop.changed(need_tkr=value))


def _initiative(day: Day, key: str) -> Initiative:
    the_row(day, "initiatives", key)
    return next(one for one in day.initiatives if one.id == key)


def _less(ids: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != key)
