"""How need to have moved between the round as a unit and the round as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.ranking import lottery_places, ranked
from workshop_app.domain.rounds import revealed


@dataclass(frozen=True, slots=True)
class Shift:
    """How many said need to have in the first round (unit) and in the last (whole)."""

    initiative_id: str
    unit: int
    whole: int
    place: int = 0

    @property
    def change(self) -> int:
        """Whole minus unit."""
        return self.whole - self.unit


def need_shift(day: Day) -> tuple[Shift, ...]:
    """Options of both rounds, biggest move first, equal moves on a shared place.

    The first and the last question of need or nice whose results the room has seen; empty where
    there is only one such question.
    """
    rounds = revealed(day, RoundMethod.NEED)
    first = next((result for voting, result in rounds), None)
    if first is None or rounds[0][0].series == rounds[-1][0].series:
        return ()
    whole = {option.id: option.counts.get("need", 0) for option in rounds[-1][1].options}
    moves = {
        option.id: (option.counts.get("need", 0), whole[option.id])
        for option in first.options
        if option.id in whole
    }

    def smallest_last(option: str) -> int:
        unit, both = moves[option]
        return -abs(both - unit)

    places = ranked(moves, smallest_last, lottery_places(tuple(moves), ()))
    return tuple(Shift(one, *moves[one], place) for place, members in places for one in members)
