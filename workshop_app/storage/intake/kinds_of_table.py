"""All tables of a day, in the order of the day."""

from __future__ import annotations

from workshop_app.storage.intake.columns import Kind
from workshop_app.storage.intake.tables import plain
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
    CHALLENGES,
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
    CHALLENGES,
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
REFERRED = frozenset(name for kind in KINDS for column in kind.columns for name in column.refs)
"""Collections that rows of other tables name by their ids."""


def kind_named(name: str) -> Kind | None:
    """The table of that plain name, Swedish or English."""
    return next((kind for kind in KINDS if kind.named(name)), None)


def known_table(name: str) -> bool:
    """Whether a file or sheet of that name is one of these tables."""
    return kind_named(plain(name)) is not None


def expected_headings(name: str) -> tuple[str, ...]:
    """The headings a table of that plain name must have; empty if it is not one of these."""
    kind = kind_named(name)
    columns = kind.columns if kind else ()
    return tuple(column.sv for column in columns if column.required or column.field == "id")
