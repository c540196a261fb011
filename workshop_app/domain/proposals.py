"""Acts on a proposal: move a row across the surface, take a stance, give a reason, save."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.frames import (
    chosen_in,
    portfolio_of,
    side_of,
    stance_of,
    the_frame,
)
from workshop_app.domain.kinds import Side, StanceKind
from workshop_app.domain.nouns import Initiative, Portfolio, Stance
from workshop_app.domain.refused import Refused

_STANDS_BELOW = frozenset({StanceKind.LATER, StanceKind.DONT, StanceKind.INVESTIGATE})


def move_across(day: Day, frame_id: str, initiative_id: str) -> Day:
    """Move a row to the other side of the surface: take the initiative in, or out.

    Above, the stance becomes "do"; below, it stays if it fits there and is empty otherwise. A
    typed reason is kept. Needs and conflicts are told of, they never stop anything.

    Raises:
        Refused: "unknown_frame", "unknown_initiative", "locked_by_law".
    """
    initiative = _movable(day, frame_id, initiative_id)
    chosen = initiative_id not in chosen_in(day, frame_id)
    moved = _with_choice(day, frame_id, initiative_id)
    side = side_of(initiative, chosen=chosen)
    old = _stance(day, frame_id, initiative_id)
    above = side is Side.ABOVE or (side is Side.NONE and chosen)
    kept = old.kind if old.kind in _STANDS_BELOW else None
    new = old.changed(side=side, kind=StanceKind.DO if above else kept)
    return replace(moved, stances=with_noun(moved.stances, new))


def set_stance(day: Day, frame_id: str, initiative_id: str, kind: StanceKind | None) -> Day:
    """Say what the room proposes for a row. "Do" stands above: a row below rises with it.

    "Later" and "don't do" stand below: a row above sinks with them. "Investigate", and no stance
    at all, leave the row where it is.

    Raises:
        Refused: "unknown_frame", "unknown_initiative", "locked_by_law".
    """
    initiative = _movable(day, frame_id, initiative_id)
    side = side_of(initiative, chosen=initiative_id in chosen_in(day, frame_id))
    rises = side is Side.BELOW and kind is StanceKind.DO
    sinks = side is Side.ABOVE and kind in {StanceKind.LATER, StanceKind.DONT}
    moved = move_across(day, frame_id, initiative_id) if rises or sinks else day
    if rises or sinks:
        side = Side.ABOVE if rises else Side.BELOW
    new = _stance(moved, frame_id, initiative_id).changed(side=side, kind=kind)
    return replace(moved, stances=with_noun(moved.stances, new))


def set_reason(day: Day, frame_id: str, initiative_id: str, reason: str) -> Day:
    """Write why, for a row in one alternative; empty takes the reason away.

    Raises:
        Refused: "unknown_frame", "unknown_initiative".
    """
    the_frame(day, frame_id)
    initiative = _initiative(day, initiative_id)
    side = side_of(initiative, chosen=initiative_id in chosen_in(day, frame_id))
    new = _stance(day, frame_id, initiative_id).changed(side=side, reason=reason)
    return replace(day, stances=with_noun(day.stances, new))


def save_proposal(day: Day, frame_id: str, name: str) -> Day:
    """Keep the proposal as it stands now; the live one can go on changing.

    Raises:
        Refused: "unknown_frame"; "name_missing" for an empty name.
    """
    the_frame(day, frame_id)
    if not name.strip():
        raise Refused("name_missing")
    number = next_snapshot(day, frame_id)
    saved = Portfolio(
        id=f"{frame_id}/{number}",
        position=_after(day.portfolios),
        frame_id=frame_id,
        chosen=_in_day_order(day, chosen_in(day, frame_id)),
        snapshot=number,
        saved_as=name,
    )
    return replace(day, portfolios=with_noun(day.portfolios, saved))


def next_snapshot(day: Day, frame_id: str) -> int:
    """The number the next saved proposal of this alternative gets."""
    return 1 + max((one.snapshot for one in day.portfolios if one.frame_id == frame_id), default=0)


def _movable(day: Day, frame_id: str, initiative_id: str) -> Initiative:
    the_frame(day, frame_id)
    initiative = _initiative(day, initiative_id)
    if initiative.level_fixed_by_law:
        raise Refused("locked_by_law", initiative=initiative_id)
    return initiative


def _initiative(day: Day, initiative_id: str) -> Initiative:
    found = find(day.initiatives, initiative_id)
    if found is None:
        raise Refused("unknown_initiative", initiative=initiative_id)
    return found


def _with_choice(day: Day, frame_id: str, initiative_id: str) -> Day:
    ids = chosen_in(day, frame_id).symmetric_difference({initiative_id})
    portfolio = portfolio_of(day, frame_id) or Portfolio(
        id=frame_id, position=_after(day.portfolios), frame_id=frame_id
    )
    new = portfolio.changed(chosen=_in_day_order(day, ids))
    return replace(day, portfolios=with_noun(day.portfolios, new))


def _stance(day: Day, frame_id: str, initiative_id: str) -> Stance:
    return stance_of(day, frame_id, initiative_id) or Stance(
        id=f"{frame_id}/{initiative_id}",
        position=_after(day.stances),
        frame_id=frame_id,
        initiative_id=initiative_id,
    )


def _in_day_order(day: Day, ids: frozenset[str]) -> tuple[str, ...]:
    return tuple(one.id for one in day.initiatives if one.id in ids)


def _after(nouns: tuple[Portfolio, ...] | tuple[Stance, ...]) -> int:
    return 1 + max((noun.position for noun in nouns), default=-1)
