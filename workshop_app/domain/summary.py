"""Facts for the first page of the printed summary; only results that the room has seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from workshop_app.domain.day import Day, find
from workshop_app.domain.frames import FrameView, frame_views
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.methods import is_backing
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.road import codes, track_letter
from workshop_app.domain.rounds import revealed
from workshop_app.domain.votes import OptionResult, RoundResult

TOP = 3
_COUNTED = MappingProxyType(
    {RoundMethod.POINTS: ("dots", "stops"), RoundMethod.NEED: ("need", "nice")}
)
NEXT_STEPS = 4
# Words a day's own data uses; recipients and calendar are free text.
_UNION_OR_BOARD = frozenset({"facklig", "nämnd", "union", "board"})
_DECIDES = ("beslut", "decid", "decision")


@dataclass(frozen=True, slots=True)
class VoteFact:
    """A vote in one line: who, of how many, about how many options, with how many dots each."""

    round_id: str
    voted: int
    electorate: int
    options: int
    dots: int
    per_track: bool


@dataclass(frozen=True, slots=True)
class TopRow:
    """A milestone among the first of its track."""

    milestone_id: str
    code: str
    label: str
    result: OptionResult


@dataclass(frozen=True, slots=True)
class TopList:
    """The first of a track; `shared_last` when a shared place makes the list longer than asked."""

    track_id: str
    letter: str
    name: str
    rows: tuple[TopRow, ...]
    shared_last: bool


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line of the table of frames: the view, and how many can stand behind it, of how many."""

    frame_id: str
    name: str
    view: FrameView
    behind: int | None
    answered: int | None


@dataclass(frozen=True, slots=True)
class RankRow:
    """An initiative in the order a vote gave; two counts: dots and stops, or need and nice."""

    initiative_id: str
    label: str
    effect: int
    rank: int
    counts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens after the day.

    `kind` is "recipient" (who gets what) or "calendar" (who does what).
    """

    date: dt.date
    who: str
    what: str
    kind: str


@dataclass(frozen=True, slots=True)
class DaySummary:
    """The facts of page one.

    Attributes:
        milestone_vote: The newest vote with dots, or None.
        initiative_vote: The newest vote with dots and stops, or None.
        milestones: All milestones.
        going_on: Those that go on.
        top: The first of each track.
        frames: A line for each frame alternative.
        preferred: The alternative most can stand behind, where one is alone in first place.
        next_steps: What happens now.
        ranking: Every initiative in the order of the newest vote that the room has seen.
        ranked_by: How that vote was held; None without one.
    """

    milestone_vote: VoteFact | None
    initiative_vote: VoteFact | None
    milestones: int
    going_on: int
    top: tuple[TopList, ...]
    frames: tuple[FrameLine, ...]
    preferred: str | None
    next_steps: tuple[NextStep, ...]
    ranking: tuple[RankRow, ...] = ()
    ranked_by: RoundMethod | None = None


def day_summary(day: Day, top: int = TOP) -> DaySummary:
    """The facts of the day.

    Args:
        day: The day.
        top: How many milestones of each track to list; a shared last place is listed whole.
    """
    dots = _newest(revealed(day, RoundMethod.DOTS))
    points = _newest(revealed(day, RoundMethod.POINTS))
    backing = _backing(day)
    ranked = points or _newest(revealed(day, RoundMethod.NEED))
    return DaySummary(
        milestone_vote=_fact(day, dots),
        initiative_vote=_fact(day, points),
        milestones=len(day.milestones),
        going_on=sum(one.goes_on for one in day.milestones),
        top=_top_lists(day, dots[1], top) if dots else (),
        frames=_frame_lines(day, backing),
        preferred=_preferred(backing),
        next_steps=next_steps(day),
        ranking=_ranking(day, ranked[1], _COUNTED[ranked[0].method]) if ranked else (),
        ranked_by=ranked[0].method if ranked else None,
    )


def next_steps(day: Day, most: int = NEXT_STEPS) -> tuple[NextStep, ...]:
    """What happens after the day, by date, the first few.

    What unions and boards get, and the steps of the budget year in which something is decided
    (their content begins with "Beslut").
    """
    steps = [
        NextStep(one.by, one.name, one.gets, "recipient")
        for one in day.recipients
        if one.by is not None and one.kind.casefold() in _UNION_OR_BOARD
    ]
    steps += [
        NextStep(one.date, one.event, one.content, "calendar")
        for one in day.calendar
        if one.content.casefold().startswith(_DECIDES)
    ]
    later = [step for step in steps if step.date > day.workshop.date]
    return tuple(sorted(later, key=_by_date)[:most])


def _by_date(step: NextStep) -> dt.date:
    return step.date


def _newest(
    rounds: tuple[tuple[VotingRound, RoundResult], ...],
) -> tuple[VotingRound, RoundResult] | None:
    return rounds[-1] if rounds else None


def _fact(day: Day, found: tuple[VotingRound, RoundResult] | None) -> VoteFact | None:
    if found is None:
        return None
    voting, result = found
    return VoteFact(
        round_id=voting.id,
        voted=result.voted,
        electorate=day.standing(voting.id).electorate,
        options=len(voting.options),
        dots=voting.dots,
        per_track=voting.per_track,
    )


def _backing(day: Day) -> RoundResult | None:
    found = [pair for pair in revealed(day, RoundMethod.CHOICE) if is_backing(pair[0])]
    return found[-1][1] if found else None


def _top_lists(day: Day, result: RoundResult, top: int) -> tuple[TopList, ...]:
    names = codes(day)
    lists = []
    for index, track in enumerate(day.tracks):
        of_track = {one.id: one.label for one in day.milestones if one.track_id == track.id}
        options = [result.option(key) for key in result.order if key in of_track]
        first = _first((one for one in options if one.score > 0), top)
        rows = tuple(TopRow(one.id, names[one.id], of_track[one.id], one) for one in first)
        if rows:
            letter = track_letter(index)
            lists.append(TopList(track.id, letter, track.name, rows, len(rows) > top))
    return tuple(lists)


def _ranking(day: Day, result: RoundResult, counted: tuple[str, str]) -> tuple[RankRow, ...]:
    """What was voted on and is still in the day, first place first."""
    rows = []
    for option in sorted(result.options, key=_rank):
        one = find(day.initiatives, option.id)
        if one is not None:
            counts = (option.counts.get(counted[0], 0), option.counts.get(counted[1], 0))
            rows.append(RankRow(one.id, one.label, one.effect_tkr, option.rank, counts))
    return tuple(rows)


def _first(options: Iterable[OptionResult], most: int) -> list[OptionResult]:
    """The first ones, never cutting through a shared place."""
    first: list[OptionResult] = []
    for _, sharing in groupby(options, key=_rank):
        if len(first) >= most:
            break
        first += sharing
    return first


def _rank(option: OptionResult) -> int:
    return option.rank


def _frame_lines(day: Day, backing: RoundResult | None) -> tuple[FrameLine, ...]:
    lines = []
    for view in frame_views(day):
        votes = next((one for one in _options(backing) if one.id == view.frame_id), None)
        frame = find(day.frames, view.frame_id)
        lines.append(
            FrameLine(
                frame_id=view.frame_id,
                name=frame.name if frame else "",
                view=view,
                behind=votes.score if votes else None,
                answered=votes.answered if votes else None,
            )
        )
    return tuple(lines)


def _preferred(backing: RoundResult | None) -> str | None:
    leaders = [one for one in _options(backing) if one.rank == 1 and one.score > 0]
    return leaders[0].id if len(leaders) == 1 else None


def _options(result: RoundResult | None) -> tuple[OptionResult, ...]:
    return result.options if result else ()
