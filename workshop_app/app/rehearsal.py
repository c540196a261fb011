"""Simulated voters: they use the same doors as people do."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.app.ballots import BallotDoor, request_key
from workshop_app.app.store import DayStore
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import find
from workshop_app.domain.kinds import Channel
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voters
from workshop_app.domain.votes import Standing


def hold_round(
    store: DayStore, door: BallotDoor, round_id: str, ballots: Iterable[Ballot]
) -> Standing:
    """Open a round, let each voter present leave one of the ballots, close it and show it.

    Args:
        store: The day.
        door: The ballot door of that day.
        round_id: The round, which must be ready.
        ballots: One for each voter; voters without one leave a blank ballot.

    Raises:
        Refused: if there is no such round, or a ballot is not valid.
    """
    round_ = find(store.day.rounds, round_id)
    if round_ is None:
        raise Refused("unknown_round", round=round_id)
    door.open(round_id)
    waiting = iter(ballots)
    for person in voters(store.day, round_):
        ballot = next(waiting, Ballot())
        door.cast(round_id, person.id, Channel.LAPTOP, ballot, request_key())
    door.close(round_id)
    return door.show(round_id)
