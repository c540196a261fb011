"""The ballot door: the narrow way to disk. Ballots are never in the day and never undone."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QObject

from workshop_app.app.store import DayStore
from workshop_app.domain.ballot_rules import check_ballot, check_hands
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import find
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import electorate
from workshop_app.domain.votes import Standing
from workshop_app.storage.dayfile import Cast

KEY_BYTES = 16


def request_key() -> bytes:
    """A fresh key for one cast; a retry uses the same one and is counted once."""
    return secrets.token_bytes(KEY_BYTES)


class BallotDoor(QObject):
    """Opens, fills and closes rounds. Each act returns after it is on disk."""

    def __init__(self, store: DayStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def open(self, round_id: str) -> Standing:
        """Open the round for those present and entitled.

        Raises:
            Refused: "no_voters" or "no_options", or the state machine's "wrong_state".
        """
        round_ = self._round(round_id)
        voters = electorate(self._store.day, round_)
        if voters == 0:
            raise Refused("no_voters", round=round_.name)
        if not round_.options:
            raise Refused("no_options", round=round_.name)
        return self._tell(self._store.file.open_round(round_id, voters))

    def cast(
        self, round_id: str, voter: str, channel: Channel, ballot: Ballot, key: bytes
    ) -> Standing:
        """Leave one ballot; valid or refused as a whole.

        Args:
            round_id: The round, which must be open.
            voter: Participant id; goes to the roll, never beside an anonymous ballot.
            channel: How the ballot came in.
            ballot: The answers.
            key: From `request_key`, made when the voter pressed the button.

        Raises:
            Refused: if the ballot is not valid or the voter has voted.
            KnownError: if it cannot be written; then it is not counted.
        """
        round_ = self._round(round_id)
        check_ballot(round_, ballot, self._tracks())
        cast = Cast(round_id, voter, channel, ballot, key)
        return self._tell(self._store.file.cast(cast))

    def count_hands(self, round_id: str, hands: HandCount) -> Standing:
        """Set the show of hands; replaces the count before, which stays in the log."""
        round_ = self._round(round_id)
        standing = self._store.day.standing(round_id)
        others = sum(1 for way in standing.done.values() if way is not Channel.HANDS)
        check_hands(round_, hands, standing.electorate - others, self._tracks())
        return self._tell(self._store.file.count_hands(round_id, hands))

    def mark_done(self, round_id: str, voter: str, channel: Channel = Channel.LAPTOP) -> Standing:
        """Count somebody as done with a blank ballot (abstains)."""
        self._round(round_id)
        return self._tell(self._store.file.mark_done(round_id, voter, channel))

    def close(self, round_id: str) -> Standing:
        """Close the round: counted twice, the slip box wiped, the result known but not shown."""
        return self._tell(self._store.file.close_round(round_id))

    def reopen(self, round_id: str) -> Standing:
        """Open again, only from closed; it is logged."""
        return self._tell(self._store.file.reopen_round(round_id))

    def show(self, round_id: str) -> Standing:
        """The deliberate reveal: the result may be shown from now on."""
        return self._tell(self._store.file.show_round(round_id))

    def lock(self, round_id: str) -> Standing:
        """The next step has begun; the round is history."""
        return self._tell(self._store.file.lock_round(round_id))

    def cancel(self, round_id: str) -> Standing:
        """A false start: the round stays, marked, and counts for nothing."""
        return self._tell(self._store.file.cancel_round(round_id))

    def _tell(self, standing: Standing) -> Standing:
        self._store.note_standing(standing)
        return standing

    def _round(self, round_id: str) -> VotingRound:
        found = find(self._store.day.rounds, round_id)
        if found is None:
            raise Refused("unknown_round", round=round_id)
        return found

    def _tracks(self) -> dict[str, str]:
        return {m.id: m.track_id for m in self._store.day.milestones}
