"""The ballot door: the narrow way to disk. Ballots are never in the day and never undone."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Protocol

from workshop_app.domain.attendance import base_now
from workshop_app.domain.balance import must_fit
from workshop_app.domain.ballot_rules import check_ballot, check_hands
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.cards import draws_cards
from workshop_app.domain.day import Day, find
from workshop_app.domain.groups import ballot_group
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import electorate
from workshop_app.domain.votes import Standing
from workshop_app.storage.cards import card_of, make_codes
from workshop_app.storage.dayfile import Cast, DayFile

KEY_BYTES = 16


def request_key() -> bytes:
    """A fresh key for one cast; a retry uses the same one and is counted once."""
    return secrets.token_bytes(KEY_BYTES)


class DayHolder(Protocol):
    """Whoever has the day open: the store of a window, or a command without one."""

    @property
    def day(self) -> Day:
        """The day as it is on disk."""
        ...

    @property
    def file(self) -> DayFile:
        """The file behind it."""
        ...

    def note_standing(self, standing: Standing) -> None:
        """A round's votes are on disk."""
        ...


class BallotDoor:
    """Opens, fills and closes rounds. Each act returns after it is on disk."""

    def __init__(self, store: DayHolder) -> None:
        """The door of a day.

        Args:
            store: Has the day open.
        """
        self._store = store
        self._codes: dict[str, tuple[str, ...]] = {}

    def make_cards(self, round_id: str, number: int) -> tuple[str, ...]:
        """Codes for a round where cards are drawn; they are good once it is opened.

        Only their hashes are kept, here until the round is opened and in the file from then on.
        """
        codes = make_codes(number)
        self._codes[round_id] = tuple(card_of(code) for code in codes)
        return codes

    def has_cards(self, round_id: str) -> bool:
        """Whether codes have been made for a round that is not open yet."""
        return round_id in self._codes

    def forget_cards(self, round_id: str) -> None:
        """The sheet of codes could not be saved, so nobody can draw one."""
        self._codes.pop(round_id, None)

    def open(self, round_id: str) -> Standing:
        """Open the round for those present and entitled.

        Raises:
            Refused: "no_voters" or "no_options", "no_cards" where cards are drawn and none have
                been made, or the state machine's "wrong_state".
        """
        round_ = self._round(round_id)
        voters = electorate(self._store.day, round_)
        if voters == 0:
            raise Refused("no_voters", round=round_.name)
        if not round_.options:
            raise Refused("no_options", round=round_.name)
        codes = self._codes.get(round_id, ()) if draws_cards(round_) else ()
        if draws_cards(round_) and not codes:
            raise Refused("no_cards", round=round_.name)
        opened = self._store.file.open_round(round_id, voters, codes)
        self._codes.pop(round_id, None)
        return self._tell(opened)

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
            Refused: if the ballot is not valid, the voter has voted, or all who are here have.
            KnownError: if it cannot be written; then it is not counted.
        """
        round_ = self._round(round_id)
        check_ballot(round_, ballot, self._tracks())
        standing = self._store.day.standing(round_id)
        if standing.state is RoundState.OPEN and voter not in standing.done:
            must_fit(standing, 1)
        group = ballot_group(self._store.day, round_, voter)
        cast = Cast(round_id, voter, channel, replace(ballot, group=group), key)
        return self._tell(self._store.file.cast(cast))

    def check_card(self, round_id: str, code: str) -> None:
        """Whether somebody may vote with a card, before the ballot is filled in.

        Raises:
            Refused: "code_needed", "wrong_code", "used_code", "not_now".
            KnownError: if the file cannot be read.
        """
        self._store.file.check_card(round_id, code)

    def cast_card(self, round_id: str, code: str, ballot: Ballot, key: bytes) -> Standing:
        """Leave one ballot with the code of a drawn card; otherwise as `cast`."""
        round_ = self._round(round_id)
        check_ballot(round_, ballot, self._tracks())
        standing = self._store.day.standing(round_id)
        if standing.state is RoundState.OPEN and card_of(code) not in standing.done:
            must_fit(standing, 1)
        group = ballot_group(self._store.day, round_, "")
        mine = replace(ballot, group=group)
        return self._tell(
            self._store.file.cast(Cast(round_id, "", Channel.LAPTOP, mine, key, code))
        )

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

    def settle_base(self, round_id: str) -> Standing:
        """Late arrivals and leavers change the base of an open round, with a line in the log."""
        voting, day = self._round(round_id), self._store.day
        standing = day.standing(round_id)
        base = base_now(day, voting)
        if standing.state is not RoundState.OPEN or base == standing.electorate:
            return standing
        return self._tell(self._store.file.change_electorate(round_id, base))

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

    def dispose(self, round_id: str, reference: str) -> Standing:
        """Take the ballots of a locked round away for good, by a decision; the result stays."""
        return self._tell(self._store.file.dispose_ballots(round_id, reference))

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
