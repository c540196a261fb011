"""The situation picture: figures with their trend, the forecast, and what units bring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workshop_app.domain.day import Day, find
from workshop_app.domain.flags import PERMILLE
from workshop_app.domain.initiatives import add_initiative
from workshop_app.domain.kinds import Better, ChallengeKind
from workshop_app.domain.material import added, changed_row
from workshop_app.domain.nouns import Board, Challenge, Indicator, Milestone, SteeringDocument, Unit
from workshop_app.domain.refused import Refused

ECONOMY, QUALITY, STAFF = "ekonomi", "kvalitet", "medarbetare"
AREAS = (ECONOMY, QUALITY, STAFF)
"""The three panels, as `Indicator.area` and the importer write them."""

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_FIGURE_ORIGIN = "indicator:"


class Trend(StrEnum):
    """How a figure has gone, its own direction considered."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


class Validity(StrEnum):
    """Whether a steering document still holds in the budget year."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    HOLDS = "holds"


def number_of(text: str) -> Decimal | None:
    """The number a value begins as: "83", "1 250,5", "−900"; None where there is none."""
    plain = "".join(text.split()).replace("\u2212", "-").replace("\u2013", "-").replace(",", ".")
    match = _NUMBER.fullmatch(plain.rstrip("%"))
    return Decimal(match[0]) if match else None


def trend(one: Indicator) -> Trend:
    """Better or worse than before; a ranking gets better when the number falls."""
    now, before = number_of(one.value), number_of(one.previous)
    if now is None or before is None:
        return Trend.UNKNOWN
    if now == before:
        return Trend.SAME
    rose = now > before
    return Trend.BETTER if rose == (one.better is Better.HIGHER) else Trend.WORSE


def change_of(one: Indicator) -> Decimal | None:
    """How much the figure has changed; None where it cannot be told."""
    now, before = number_of(one.value), number_of(one.previous)
    return None if now is None or before is None else now - before


def in_area(day: Day, area: str) -> tuple[Indicator, ...]:
    """The figures of one panel; what belongs to none of the three stands under quality."""
    return tuple(one for one in day.indicators if panel_of(one) == area)


def panel_of(one: Indicator) -> str:
    """The panel a figure stands in."""
    area = one.area.strip().casefold()
    return area if area in AREAS else QUALITY


def validity(one: SteeringDocument, budget_year: int, this_year: int) -> Validity:
    """Whether it has expired already, expires before the budget year, or holds."""
    if one.to_year is None or one.to_year >= budget_year:
        return Validity.HOLDS
    return Validity.EXPIRED if one.to_year < this_year else Validity.EXPIRING


def permille_under_law(one: Unit | Board) -> int:
    """The share of the net budget under special law, rounded half up; 0 without a budget."""
    if not one.net_budget_tkr:
        return 0
    return (2 * PERMILLE * one.special_law_tkr + one.net_budget_tkr) // (2 * one.net_budget_tkr)


@dataclass(frozen=True, slots=True)
class BoardShare:
    """A board's units together, in tkr; `board` None for units without one."""

    board: Board | None
    units: int
    net_budget: int
    special_law: int

    @property
    def permille(self) -> int:
        """The share under special law, rounded half up."""
        if not self.net_budget:
            return 0
        return (2 * PERMILLE * self.special_law + self.net_budget) // (2 * self.net_budget)


def board_shares(day: Day) -> tuple[BoardShare, ...]:
    """One for each board, then the units that belong to none."""
    known = {board.id for board in day.boards}
    shares = [
        _share(board, (unit for unit in day.units if unit.board_id == board.id))
        for board in day.boards
    ]
    rest = [unit for unit in day.units if unit.board_id not in known]
    if rest:
        shares.append(_share(None, rest))
    return tuple(shares)


def _share(board: Board | None, units: Iterable[Unit]) -> BoardShare:
    found = tuple(units)
    return BoardShare(
        board=board,
        units=len(found),
        net_budget=sum(unit.net_budget_tkr for unit in found),
        special_law=sum(unit.special_law_tkr for unit in found),
    )


def action_to_milestone(day: Day, indicator_id: str, track_id: str, key: str) -> Day:
    """The day with a figure's action as a milestone candidate in a track; where from is noted.

    Raises:
        Refused: "action_missing", "action_taken" when it leads somewhere already, "unknown_track".
    """
    one = _with_action(day, indicator_id)
    if find(day.tracks, track_id) is None:
        raise Refused("unknown_track", track=track_id)
    new = Milestone(
        id=key,
        track_id=track_id,
        title=one.action,
        owner_role=one.action_owner,
        year=one.action_by.year if one.action_by else None,
        quarter=(one.action_by.month + 2) // 3 if one.action_by else None,
        measure=one.name,
        current_state=f"{one.value} {one.unit}".strip(),
        origin=f"{_FIGURE_ORIGIN}{one.id}",
    )
    return _led(added(day, "milestones", new), one, key)


def action_to_initiative(day: Day, indicator_id: str, key: str) -> Day:
    """The day with a figure's action as an initiative; where it came from is noted.

    Raises:
        Refused: "action_missing", "action_taken" when it leads somewhere already.
    """
    one = _with_action(day, indicator_id)
    day = add_initiative(day, key, one.action, origin=f"{_FIGURE_ORIGIN}{one.id}")
    day = changed_row(day, "initiatives", key, {"owner_role": one.action_owner})
    return _led(day, one, key)


def came_from(day: Day, origin: str) -> Indicator | None:
    """The figure that a milestone or an initiative came from, or None."""
    if not origin.startswith(_FIGURE_ORIGIN):
        return None
    return find(day.indicators, origin.removeprefix(_FIGURE_ORIGIN))


def leads_to(day: Day, one: Indicator) -> str:
    """The name of what a figure's action has become; empty if it leads nowhere (any more)."""
    made = find(day.milestones, one.leads_to) or find(day.initiatives, one.leads_to)
    return made.label if made is not None else ""


def challenges_of(day: Day, unit_id: str, kind: ChallengeKind) -> tuple[Challenge, ...]:
    """What one unit brings of one kind."""
    return tuple(one for one in day.challenges if one.unit_id == unit_id and one.kind is kind)


def _with_action(day: Day, indicator_id: str) -> Indicator:
    one = find(day.indicators, indicator_id)
    if one is None:
        raise Refused("row_gone", row=indicator_id)
    if not one.action:
        raise Refused("action_missing")
    if leads_to(day, one):
        raise Refused("action_taken", name=leads_to(day, one))
    return one


def _led(day: Day, one: Indicator, key: str) -> Day:
    return changed_row(day, "indicators", one.id, {"leads_to": key})
