"""Every round, outcome, frame and portfolio as plain values: what `results --json` prints.

Amounts in whole tkr, ids as in the day. A round whose result the room has not seen has no counts
here either.
"""

from __future__ import annotations

from workshop_app.domain import flags
from workshop_app.domain.day import Day
from workshop_app.domain.frames import FrameView, frame_view
from workshop_app.domain.groups import SplitBy, small_groups
from workshop_app.domain.kinds import Channel, Half, RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.shift import need_shift
from workshop_app.domain.votes import OptionResult

Plain = dict[str, object]
_SEEN = {RoundState.SHOWN, RoundState.LOCKED}


def results(day: Day, head: tuple[int, str]) -> Plain:
    """The whole answer.

    Args:
        day: The day with its votes.
        head: Number of events in the log and head of its chain.
    """
    workshop = day.workshop
    return {
        "day": {
            "id": workshop.id,
            "title": workshop.title,
            "date": workshop.date.isoformat(),
            "status": workshop.status.value,
            "chain": {"events": head[0], "head": head[1]},
        },
        "rounds": {voting.id: _round(day, voting) for voting in day.rounds},
        "shift": {
            move.initiative_id: {"unit": move.unit, "whole": move.whole, "change": move.change}
            for move in need_shift(day)
        },
        "small_groups": _groups(day),
        "frames": {
            frame.id: _frame(frame_view(day, frame.id), workshop.budget_year)
            for frame in day.frames
        },
        "flags": {
            "weak_evidence": list(flags.weak_evidence(day)),
            "not_ready": list(flags.not_ready(day)),
            "expiring_documents": list(flags.expiring_documents(day)),
            "stances_without_reason": list(flags.stances_without_reason(day)),
        },
    }


def _round(day: Day, voting: VotingRound) -> Plain:
    standing = day.standing(voting.id)
    result = standing.result if standing.state in _SEEN else None
    return {
        "method": voting.method.value,
        "state": standing.state.value,
        "number": voting.number,
        "electorate": standing.electorate,
        "voted": standing.voted,
        "blank": standing.blank if result else 0,
        "channels": {way.value: standing.channels.get(way, 0) for way in Channel},
        "options": {one.id: _option(one) for one in result.options} if result else {},
        "order": list(result.order) if result else [],
        "contested": list(result.contested) if result else [],
    }


def _option(option: OptionResult) -> Plain:
    return {
        "counts": dict(option.counts),
        "score": option.score,
        "breadth": option.breadth,
        "rank": option.rank,
        "tied": option.tied,
        "outcome": option.outcome,
    }


def _groups(day: Day) -> Plain:
    found: Plain = {}
    for half in Half:
        for by in SplitBy:
            for group, size in small_groups(day, half, by).items():
                key = f"{half.value}/{by.value}/{group}"
                found[key] = {"size": size.size, "rest": size.rest, "shown": size.shown}
    return found


def _frame(view: FrameView, year: int) -> Plain:
    permille = view.result_permille
    return {
        "frame": view.frame,
        "need": view.need,
        "gap": view.gap,
        "bound": view.bound,
        "room": view.room,
        "result_percent": None if permille is None else permille / 10,
        "reaches_target": view.reaches_target,
        "portfolio": {
            "chosen": list(view.chosen),
            "effect": {str(year + i): sum_ for i, sum_ in enumerate(view.effect)},
            "margin": view.margin,
            "above": view.above_sum,
            "below": view.below_sum,
            "missing": view.missing,
            "unmet_needs": [list(pair) for pair in view.unmet_needs],
            "conflicts": [list(pair) for pair in view.conflicts],
            "goals_without": list(view.goals_without),
        },
    }
