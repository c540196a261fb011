"""Editing a milestone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import EvidenceType
from workshop_app.domain.refused import Refused

LONGEST_SHORT_NAME = 48


@dataclass(frozen=True, slots=True)
class MilestoneEdit:
    """What the edit dialog of a milestone asks for; `year` and `quarter` None = not set."""

    title: str
    short_name: str
    year: int | None
    quarter: int | None
    owner_role: str
    measure: str
    evidence_type: EvidenceType
    evidence_strength: int


def edit_milestone(day: Day, milestone_id: str, edit: MilestoneEdit) -> Day:
    """The day with the milestone as edited; a quarter without a year is dropped.

    Raises:
        Refused: "unknown_milestone", "title_missing", "short_name_too_long" with the most allowed,
            "after_plan_end" with the year and the end of the plan.
    """
    old = find(day.milestones, milestone_id)
    if old is None:
        raise Refused("unknown_milestone", milestone=milestone_id)
    if not edit.title.strip():
        raise Refused("title_missing")
    if len(edit.short_name.strip()) > LONGEST_SHORT_NAME:
        raise Refused("short_name_too_long", most=LONGEST_SHORT_NAME)
    end = day.workshop.plan_end_year
    if edit.year is not None and edit.year > end and edit.year != old.year:
        raise Refused("after_plan_end", year=edit.year, end=end)
    new = old.changed(
        title=edit.title,
        short_name=edit.short_name,
        year=edit.year,
        quarter=edit.quarter if edit.year is not None else None,
        owner_role=edit.owner_role,
        measure=edit.measure,
        evidence_type=edit.evidence_type,
        evidence_strength=edit.evidence_strength,
    )
    return replace(day, milestones=with_noun(day.milestones, new))
