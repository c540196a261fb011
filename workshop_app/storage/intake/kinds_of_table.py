"""All tables of a day, in the order of the day."""

from __future__ import annotations

from workshop_app.storage.intake.tables_afternoon import (
    FORECAST,
    FRAMES,
    INITIATIVES,
    NEED_PARTS,
    PORTFOLIOS,
    STANCES,
)
from workshop_app.storage.intake.tables_morning import (
    ACTIVITIES,
    BOARDS,
    DOCUMENTS,
    FOLLOW_UPS,
    IDEAS,
    INDICATORS,
    MILESTONES,
    PARTICIPANTS,
    TRACKS,
    UNITS,
)
from workshop_app.storage.intake.tables_plan import (
    AGENDA,
    CALENDAR,
    DIRECTIONS,
    RECIPIENTS,
    REFERRALS,
    ROUNDS,
)

KINDS = (
    BOARDS,
    UNITS,
    PARTICIPANTS,
    DOCUMENTS,
    TRACKS,
    IDEAS,
    MILESTONES,
    FOLLOW_UPS,
    ACTIVITIES,
    NEED_PARTS,
    FORECAST,
    REFERRALS,
    INDICATORS,
    INITIATIVES,
    FRAMES,
    PORTFOLIOS,
    STANCES,
    AGENDA,
    CALENDAR,
    RECIPIENTS,
    ROUNDS,
    DIRECTIONS,
)
"""In the order of the day."""
