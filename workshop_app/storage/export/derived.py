"""Columns that follow from the rest of the day: written for people, worked out again when read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop_app.domain.day import Day
from workshop_app.domain.frames import FrameView, chosen_in, frame_view, portfolio_of
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import (
    CalendarStep,
    FrameAlternative,
    Portfolio,
    ReviewedActivity,
    Stance,
    VotingRound,
)
from workshop_app.storage.export.values import Value
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.round_rows import HANDS, SCALE

_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

Derive = Callable[[Day, Any, int], Value]
"""From the day, the noun and which of the column's years."""


def has_free_options(day: Day, voting: VotingRound) -> bool:
    """Whether an option of the round is not something in the day."""
    things = (*day.activities, *day.frames, *day.initiatives, *day.milestones)
    return not set(voting.options) <= {thing.id for thing in things}


def _weekday(_day: Day, step: CalendarStep, _year: int) -> Value:
    return _WEEKDAYS[step.date.weekday()]


def _week(_day: Day, step: CalendarStep, _year: int) -> Value:
    return step.date.isocalendar().week


def _choices(day: Day, activity: ReviewedActivity, _year: int) -> Value:
    """The answers of the round in which the service is reviewed."""
    for voting in day.rounds:
        if activity.id in voting.options and voting.method is RoundMethod.CHOICE:
            return tuple(word.answer_word(code) for code in voting.answers)
    return None


def _gap(day: Day, frame: FrameAlternative, _year: int) -> Value:
    return frame_view(day, frame.id).gap


def _left_out(day: Day, portfolio: Portfolio, _year: int) -> Value:
    chosen = chosen_in(day, portfolio.frame_id, portfolio.snapshot)
    taken = chosen.union(portfolio.chosen)
    return tuple(one.id for one in day.initiatives if one.id not in taken)


def _view(day: Day, portfolio: Portfolio) -> FrameView:
    return frame_view(day, portfolio.frame_id, portfolio.snapshot)


def _effect(day: Day, portfolio: Portfolio, year: int) -> Value:
    return _view(day, portfolio).effect[year]


def _frame_gap(day: Day, portfolio: Portfolio, _year: int) -> Value:
    return _view(day, portfolio).gap


def _margin(day: Day, portfolio: Portfolio, _year: int) -> Value:
    return _view(day, portfolio).margin


def _fits(day: Day, portfolio: Portfolio, _year: int) -> Value:
    margin = _view(day, portfolio).margin
    return None if margin is None else margin >= 0


def _cost(day: Day, portfolio: Portfolio, _year: int) -> Value:
    return _view(day, portfolio).cost


def _special(day: Day, portfolio: Portfolio, _year: int) -> Value:
    return _view(day, portfolio).effect_special_law


def _municipal(day: Day, portfolio: Portfolio, _year: int) -> Value:
    view = _view(day, portfolio)
    return view.effect[0] - view.effect_special_law


def _negotiated(day: Day, portfolio: Portfolio, _year: int) -> Value:
    return _view(day, portfolio).co_determination


def _in_proposal(day: Day, stance: Stance, _year: int) -> Value:
    """Whether the proposal has it; nothing where only the law puts it there."""
    portfolio = portfolio_of(day, stance.frame_id)
    if portfolio is None:
        return None
    written = stance.initiative_id in portfolio.chosen
    bound = stance.initiative_id in chosen_in(day, stance.frame_id)
    return written if written == bound else None


def _method(day: Day, voting: VotingRound, _year: int) -> Value:
    free = has_free_options(day, voting)
    if voting.method is RoundMethod.CHOICE and voting.counts_hands:
        return HANDS
    if voting.method is RoundMethod.RATING and free:
        return SCALE
    return word.method.written(voting.method)


def _free(day: Day, voting: VotingRound, _year: int) -> Value:
    return has_free_options(day, voting)


DERIVED: Mapping[tuple[str, str], Derive] = {
    ("arshjul", "veckodag"): _weekday,
    ("arshjul", "vecka"): _week,
    ("ratt_saker", "val"): _choices,
    ("ramalternativ", "anpassningskrav_tkr"): _gap,
    ("portfoljer", "gor_inte"): _left_out,
    ("portfoljer", "nettoeffekt_*_tkr"): _effect,
    ("portfoljer", "anpassningskrav_tkr"): _frame_gap,
    ("portfoljer", "marginal_tkr"): _margin,
    ("portfoljer", "ryms_i_ramen"): _fits,
    ("portfoljer", "kostnad_*_tkr"): _cost,
    ("portfoljer", "varav_speciallag_tkr"): _special,
    ("portfoljer", "varav_kommunallag_tkr"): _municipal,
    ("portfoljer", "mbl_initiativ"): _negotiated,
    ("stallningstaganden", "i_forslaget"): _in_proposal,
    ("rostningar", "metod"): _method,
    ("rostningar", "fria_objekt"): _free,
}
