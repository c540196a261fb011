"""A frame alternative as the room sees it: what fits above the surface, and what does not.

Every row is something that costs money. A saving that touches a service is the service it would
cut: above = the service goes on (the saving is not done). Anything else above = it starts.

    gap = need - frame                                      margin = room - cost of the rows above
    bound = need - services that savings touch - savings without a row
    room = frame - bound
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Regulation, RoundMethod, Side, StanceKind
from workshop_app.domain.nouns import FrameAlternative, Initiative, Portfolio, Stance
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import revealed

CONTINUES = "continues"
STARTS = "starts"


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A row of the waterline.

    Attributes:
        initiative_id: The initiative it comes from.
        label: The service at stake, short.
        cost: What it costs in tkr, never below 0.
        side: Above or below the surface.
        column: "continues" (a service a saving touches) or "starts".
        locked: The law fixes the level, so it is always above.
        stance: What the room proposes, or None.
        reason: Why, as typed.
    """

    initiative_id: str
    label: str
    cost: int
    side: Side
    column: str
    locked: bool = False
    stance: StanceKind | None = None
    reason: str = ""

    @property
    def reason_missing(self) -> bool:
        """Whether a row under water still lacks its stance or its reason."""
        return self.side is Side.BELOW and (self.stance is None or not self.reason)

    @property
    def printed_stance(self) -> StanceKind | None:
        """The stance on paper: what has no reason is to be investigated."""
        return StanceKind.INVESTIGATE if self.reason_missing else self.stance


@dataclass(frozen=True, slots=True)
class FrameView:
    """One frame alternative with its proposal. Amounts in tkr; None where need or frame is not set.

    Attributes:
        frame_id: The alternative.
        snapshot: 0 for the live proposal, else which saved one.
        codes: "need_missing" and "frame_missing", where that is so.
        frame: The frame.
        need: The need at unchanged service.
        gap: need - frame.
        bound: What is bound already.
        room: What there is to choose for.
        result_permille: The municipality's result.
        reaches_target: Whether that reaches its target; a fact, never an error.
        chosen: Initiatives in the proposal, those locked by law included, in the day's order.
        effect: Sums of the chosen for the budget year and the two after it.
        effect_special_law: The part of this year's sum that stands under special law.
        above: Rows above in the pillar's order: locked, then by need, dots and the day's order.
        below: Rows below, in the same order.
        below_lists: Rows below, dearest first (the order of the lists).
        without_row: Chosen savings that touch no service, and locked ones; they lower `bound`.
        free_left: Savings that touch no service and are not chosen.
        unmet_needs: (initiative, what it needs that is not chosen).
        conflicts: Pairs of chosen initiatives that do not go together.
        goals_without: Goals that no chosen initiative serves.
        co_determination: Chosen initiatives to negotiate first.
        stances: Stance code -> how many; "none" for those without one.
    """

    frame_id: str
    snapshot: int
    codes: tuple[str, ...]
    frame: int | None
    need: int | None
    gap: int | None
    bound: int | None
    room: int | None
    result_permille: int | None
    reaches_target: bool
    chosen: tuple[str, ...]
    effect: tuple[int, int, int]
    effect_special_law: int
    above: tuple[FrameRow, ...]
    below: tuple[FrameRow, ...]
    below_lists: tuple[FrameRow, ...]
    without_row: tuple[str, ...]
    free_left: tuple[str, ...]
    unmet_needs: tuple[tuple[str, str], ...]
    conflicts: tuple[tuple[str, str], ...]
    goals_without: tuple[str, ...]
    co_determination: tuple[str, ...]
    stances: Mapping[str, int]

    @property
    def above_sum(self) -> int:
        """What the rows above cost."""
        return sum(row.cost for row in self.above)

    @property
    def below_sum(self) -> int:
        """What the rows below cost."""
        return sum(row.cost for row in self.below)

    @property
    def margin(self) -> int | None:
        """What is left of the room; below 0 it does not fit."""
        return None if self.room is None else self.room - self.above_sum

    @property
    def missing(self) -> int:
        """How much is missing, 0 when it fits or nothing is known."""
        return max(0, -(self.margin or 0))

    @property
    def cost(self) -> int | None:
        """The net cost with the proposal: need + effect."""
        return None if self.need is None else self.need + self.effect[0]

    @property
    def missing_reasons(self) -> tuple[str, ...]:
        """Rows under water without a stance or a reason."""
        return tuple(row.initiative_id for row in self.below if row.reason_missing)

    def row(self, initiative_id: str) -> FrameRow | None:
        """The row of an initiative, or None where it has none."""
        rows = (*self.above, *self.below)
        return next((row for row in rows if row.initiative_id == initiative_id), None)

    def column(self, side: Side, column: str) -> tuple[FrameRow, ...]:
        """One of the four lists, in the order of the lists; the locked rows first in theirs."""
        rows = self.above if side is Side.ABOVE else self.below_lists
        return tuple(row for row in rows if row.column == column)


def frame_view(day: Day, frame_id: str, snapshot: int = 0) -> FrameView:
    """Everything there is to see of one frame alternative and its proposal.

    Args:
        day: The day.
        frame_id: The frame alternative.
        snapshot: 0 = the live proposal; a saved one by its number (its stances are the live ones).

    Raises:
        Refused: "unknown_frame".
    """
    frame = the_frame(day, frame_id)
    chosen = chosen_in(day, frame_id, snapshot)
    taken = tuple(one for one in day.initiatives if one.id in chosen)
    rows = _rows(day, frame_id, chosen)
    below = tuple(row for row in rows if row.side is Side.BELOW)
    need = day.workshop.need_tkr
    bound = _bound(day, chosen)
    return FrameView(
        frame_id=frame_id,
        snapshot=snapshot,
        codes=_codes(need, frame.frame_tkr),
        frame=frame.frame_tkr,
        need=need,
        gap=_less(need, frame.frame_tkr),
        bound=bound,
        room=_less(frame.frame_tkr, bound),
        result_permille=frame.result_permille,
        reaches_target=frame.reaches_target,
        chosen=tuple(one.id for one in taken),
        effect=_effects(taken),
        effect_special_law=_special(taken),
        above=tuple(row for row in rows if row.side is Side.ABOVE),
        below=below,
        below_lists=tuple(sorted(below, key=_dearest_first)),
        without_row=tuple(one.id for one in taken if not has_row(one)),
        free_left=_free_left(day, chosen),
        unmet_needs=_unmet(taken, chosen),
        conflicts=_conflicts(day, chosen),
        goals_without=_goals_without(day, taken),
        co_determination=tuple(one.id for one in taken if one.co_determination),
        stances=_stance_counts(day, frame_id),
    )


def frame_views(day: Day) -> tuple[FrameView, ...]:
    """The live view of every frame alternative, in the day's order."""
    return tuple(frame_view(day, frame.id) for frame in day.frames)


def the_frame(day: Day, frame_id: str) -> FrameAlternative:
    """The frame alternative with that id.

    Raises:
        Refused: "unknown_frame".
    """
    frame = find(day.frames, frame_id)
    if frame is None:
        raise Refused("unknown_frame", frame=frame_id)
    return frame


def portfolio_of(day: Day, frame_id: str, snapshot: int = 0) -> Portfolio | None:
    """The proposal of a frame alternative, or None if there is none yet."""
    for portfolio in day.portfolios:
        if portfolio.frame_id == frame_id and portfolio.snapshot == snapshot:
            return portfolio
    return None


def chosen_in(day: Day, frame_id: str, snapshot: int = 0) -> frozenset[str]:
    """The chosen initiatives; what the law fixes is always among them."""
    portfolio = portfolio_of(day, frame_id, snapshot)
    locked = {one.id for one in day.initiatives if one.level_fixed_by_law}
    return frozenset(locked.union(portfolio.chosen if portfolio else ()))


def has_row(initiative: Initiative) -> bool:
    """Whether it is a row: not a saving that touches no service, and not a locked saving."""
    saves = initiative.effect_tkr < 0
    return not (saves and (initiative.free_saving or initiative.level_fixed_by_law))


def side_of(initiative: Initiative, *, chosen: bool) -> Side:
    """Where its row stands when it is chosen, or when it is not."""
    if not has_row(initiative):
        return Side.NONE
    return Side.ABOVE if chosen != (initiative.effect_tkr < 0) else Side.BELOW


def stance_of(day: Day, frame_id: str, initiative_id: str) -> Stance | None:
    """The stance on a row in one alternative, or None."""
    for stance in day.stances:
        if stance.frame_id == frame_id and stance.initiative_id == initiative_id:
            return stance
    return None


def _rows(day: Day, frame_id: str, chosen: frozenset[str]) -> tuple[FrameRow, ...]:
    stances = {one.initiative_id: one for one in day.stances if one.frame_id == frame_id}
    wanted, dots = _votes(day)
    ordered = sorted(
        (one for one in day.initiatives if has_row(one)),
        key=lambda one: (
            not one.level_fixed_by_law,
            -wanted.get(one.id, 0),
            -dots.get(one.id, 0),
        ),
    )
    return tuple(_row(one, stances.get(one.id), chosen=one.id in chosen) for one in ordered)


def _row(one: Initiative, stance: Stance | None, *, chosen: bool) -> FrameRow:
    return FrameRow(
        initiative_id=one.id,
        label=one.weighed_label,
        cost=abs(one.effect_tkr),
        side=side_of(one, chosen=chosen),
        column=CONTINUES if one.effect_tkr < 0 else STARTS,
        locked=one.level_fixed_by_law,
        stance=stance.kind if stance else None,
        reason=stance.reason if stance else "",
    )


def _votes(day: Day) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Needed by how many, and dots, in the newest results the room has seen."""
    found: list[Mapping[str, int]] = []
    for method, key in ((RoundMethod.NEED, "need"), (RoundMethod.POINTS, "dots")):
        results = revealed(day, method)
        options = results[-1][1].options if results else ()
        found.append({option.id: option.counts.get(key, 0) for option in options})
    return found[0], found[1]


def _dearest_first(row: FrameRow) -> int:
    return -row.cost


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other


def _codes(need: int | None, frame: int | None) -> tuple[str, ...]:
    missing = (("need_missing", need), ("frame_missing", frame))
    return tuple(code for code, amount in missing if amount is None)


def _bound(day: Day, chosen: frozenset[str]) -> int | None:
    if day.workshop.need_tkr is None:
        return None
    savings = (one for one in day.initiatives if one.effect_tkr < 0)
    return day.workshop.need_tkr + sum(
        one.effect_tkr for one in savings if has_row(one) or one.id in chosen
    )


def _effects(taken: Iterable[Initiative]) -> tuple[int, int, int]:
    years = [(one.effect_tkr, one.effect2_tkr, one.effect3_tkr) for one in taken]
    first, second, third = (sum(column) for column in zip((0, 0, 0), *years, strict=True))
    return first, second, third


def _special(taken: Iterable[Initiative]) -> int:
    return sum(one.effect_tkr for one in taken if one.regulation is Regulation.SPECIAL_LAW)


def _free_left(day: Day, chosen: frozenset[str]) -> tuple[str, ...]:
    free = (one.id for one in day.initiatives if not has_row(one))
    return tuple(one for one in free if one not in chosen)


def _unmet(taken: Iterable[Initiative], chosen: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one.id, needed) for one in taken for needed in one.needs if needed not in chosen)


def _conflicts(day: Day, chosen: frozenset[str]) -> tuple[tuple[str, str], ...]:
    place = {one.id: index for index, one in enumerate(day.initiatives)}
    pairs = {
        (one.id, other) if place[one.id] < place.get(other, 0) else (other, one.id)
        for one in day.initiatives
        for other in one.conflicts_with
        if other != one.id and {one.id, other} <= chosen and other in place
    }
    return tuple(sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])))


def _goals_without(day: Day, taken: Iterable[Initiative]) -> tuple[str, ...]:
    known = {goal for one in day.initiatives for goal in one.goal_ids}
    served = {goal for one in taken for goal in one.goal_ids}
    return tuple(one.id for one in day.documents if one.id in known and one.id not in served)


def _stance_counts(day: Day, frame_id: str) -> Mapping[str, int]:
    counts = dict.fromkeys([*(kind.value for kind in StanceKind), "none"], 0)
    for stance in day.stances:
        if stance.frame_id == frame_id:
            counts[stance.kind.value if stance.kind else "none"] += 1
    return counts
