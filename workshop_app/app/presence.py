"""Somebody comes late or leaves: first the list of who is here, then the base of what is open."""

from __future__ import annotations

from functools import partial

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.store import DayStore
from workshop_app.domain.attendance import with_presence
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.ops import Op


def set_presence(store: DayStore, door: BallotDoor, participant_id: str, *, present: bool) -> None:
    """Mark somebody as here or not.

    Raises:
        Refused: "unknown_participant".
        KnownError: if it cannot be written.
    """
    rule = partial(with_presence, participant_id=participant_id, present=present)
    store.do(Op.EDIT_PARTICIPANT, rule)
    settle_bases(store, door)


def settle_bases(store: DayStore, door: BallotDoor) -> None:
    """Bring the base of every open round up to who is here, also after an undo.

    Raises:
        KnownError: if it cannot be written.
    """
    for voting in store.day.rounds:
        if store.day.standing(voting.id).state is RoundState.OPEN:
            door.settle_base(voting.id)
