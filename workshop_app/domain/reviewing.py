"""What becomes of a service that the group wants to wind down."""

from __future__ import annotations

from workshop_app.domain.day import Day, find
from workshop_app.domain.initiatives import add_initiative
from workshop_app.domain.kinds import InitiativeKind
from workshop_app.domain.material import changed_row
from workshop_app.domain.refused import Refused

_STEM = "wind-down-"


def initiative_of(day: Day, activity_id: str) -> str:
    """Id of the initiative a reviewed service has become; empty for none."""
    found = find(day.initiatives, f"{_STEM}{activity_id}")
    return found.id if found else ""


def to_initiative(day: Day, activity_id: str, title: str) -> Day:
    """The day with winding down a service as an initiative, weighed against all others.

    It lowers the net cost by what the service costs; the preparers can mend the amount.

    Args:
        day: The day.
        activity_id: The reviewed service.
        title: What the initiative is called.

    Raises:
        Refused: "unknown_activity", "already_initiative", "title_missing".
    """
    activity = find(day.activities, activity_id)
    if activity is None:
        raise Refused("unknown_activity")
    if initiative_of(day, activity_id):
        raise Refused("already_initiative", service=activity.title)
    key = f"{_STEM}{activity_id}"
    more = add_initiative(day, key, title, origin=activity_id)
    values = {
        "kind": InitiativeKind.SAVING,
        "effect_tkr": -activity.net_cost_tkr,
        "effect2_tkr": -activity.net_cost_tkr,
        "effect3_tkr": -activity.net_cost_tkr,
        "weighed": activity.title,
    }
    return changed_row(more, "initiatives", key, values)
