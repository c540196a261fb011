"""The ballots of a day file that have been counted and shown."""

from __future__ import annotations

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import RoundState
from workshop_app.storage import votes
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.export.ballot_tables import Votes
from workshop_app.storage.hands import read_hands

_KNOWN = (RoundState.SHOWN, RoundState.LOCKED)


def counted_votes(file: DayFile) -> Votes:
    """Every ballot and show of hands of rounds whose result has been shown.

    Raises:
        FileRefused: if they cannot be read.
    """
    rounds = [voting.id for voting in file.load().rounds]

    def job(connection: Connection) -> Votes:
        ballots: dict[str, tuple[Ballot, ...]] = {}
        hands: dict[str, HandCount] = {}
        electorates: dict[str, int] = {}
        for round_id in rounds:
            held = votes.held(connection, round_id)
            if held.state not in _KNOWN:
                continue
            electorates[round_id] = held.electorate
            texts = sorted(votes.pairs(connection, round_id).elements())
            found = tuple(Ballot.parse(text) for text in texts)
            shown = read_hands(connection, round_id)
            if shown.people:
                hands[round_id] = shown
            if found or not shown.people:
                ballots[round_id] = found
        return Votes(ballots, hands, electorates)

    return file.read(job)
