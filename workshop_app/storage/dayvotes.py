"""The votes of a day file: rounds from ready to locked, ballots, hands, cards, disposal."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing
from workshop_app.storage import counting, votes
from workshop_app.storage.casting import Waiting, check_card, take_ballots
from workshop_app.storage.electorate import change_electorate
from workshop_app.storage.voting_types import KEY_BYTES, Cast
from workshop_app.storage.writer import Writer
from workshop_app.system.clock import Clock


class DayVotes:
    """What a day file does with votes. Every method returns after what it wrote is on disk.

    Ballots may be cast from any thread; those that wait are written together.
    """

    def __init__(self, writer: Writer, clock: Clock, day: Day) -> None:
        """Use `DayFile`."""
        self._writer = writer
        self._clock = clock
        self._day = day

    def standing(self, round_id: str) -> Standing:
        """Where a round stands now, counted with the content as it is now."""
        return self._vote(round_id, lambda _connection, _voting: None)

    def open_round(
        self, round_id: str, electorate: int, codes: Iterable[str] | None = None
    ) -> Standing:
        """Open a round that is ready, for so many voters.

        Args:
            round_id: The round.
            electorate: How many may vote.
            codes: Hashes of the codes of drawn cards (`cards.card_of`); voters are then known by
                the code they drew and by nothing else.

        Raises:
            Refused: "not_now", "unknown_round", "cards_are_secret".
        """
        at, cards = self._stamp(), tuple(codes or ())
        return self._vote(
            round_id, lambda c, voting: votes.open_round(c, at, voting, electorate, cards)
        )

    def change_electorate(self, round_id: str, electorate: int) -> Standing:
        """Somebody came late or left: another base for an open round, with a line in the log.

        Raises:
            Refused: "not_now" unless it is open.
        """
        at = self._stamp()
        return self._vote(
            round_id, lambda c, _voting: change_electorate(c, at, round_id, electorate)
        )

    def cast(self, vote: Cast) -> Standing:
        """Take one ballot. With a key that was used, nothing happens and the answer is the same.

        Raises:
            Refused: "not_now"; "already_voted" in an anonymous round; "code_needed", "wrong_code",
                "used_code" where cards are drawn. In an open round the ballot takes the place of
                the one before.
            FileRefused: if it cannot be written; then it is not counted, or a retry with the same
                key is answered as if it had been taken now.
        """
        day = self._day
        waiting = Waiting(vote, self._stamp(), _round(day, vote.round_id), day)
        standing: Standing = self._writer.submit_together(take_ballots, waiting).result()
        return standing

    def check_card(self, round_id: str, code: str) -> None:
        """Whether somebody may vote with the code of a drawn card.

        Raises:
            Refused: "not_now", "code_needed", "wrong_code", "used_code".
        """
        voting = _round(self._day, round_id)
        self._writer.run(lambda connection: check_card(connection, voting, code))

    def mark_done(self, round_id: str, voter: str, channel: Channel = Channel.LAPTOP) -> Standing:
        """Count somebody as done, with a blank ballot."""
        key = secrets.token_bytes(KEY_BYTES)
        return self.cast(Cast(round_id, voter, channel, Ballot(), key))

    def count_hands(self, round_id: str, hands: HandCount) -> Standing:
        """Take a show of hands in place of the one before.

        Raises:
            Refused: "not_now"; "already_voted" if one of the voters has left a ballot;
                "counts_differ_between_counters" (option, answer, first, second) if a second person
                counted something else.
        """
        at = self._stamp()
        return self._vote(round_id, lambda c, _voting: votes.count_hands(c, at, round_id, hands))

    def close_round(self, round_id: str) -> Standing:
        """Close an open round and count it twice.

        Raises:
            Refused: "not_now".
            FileRefused: "ballots_differ" if there are not as many ballots as voters,
                "counts_differ" if the two counts do not agree; it stays open.
        """

        def act(connection: Connection, at: str, key: str) -> None:
            votes.close_round(connection, at, key)
            counting.count_twice(connection, key)

        return self._act(round_id, act)

    def reopen_round(self, round_id: str) -> Standing:
        """Open a closed round again.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.reopen_round)

    def show_round(self, round_id: str) -> Standing:
        """Reveal the result, after it was counted a second time, from the log.

        Raises:
            Refused: "not_now".
            FileRefused: "counts_differ"; nothing is shown.
        """

        def act(connection: Connection, at: str, key: str) -> None:
            votes.show_round(connection, at, key)
            counting.count_twice(connection, key)

        return self._act(round_id, act)

    def lock_round(self, round_id: str) -> Standing:
        """The round is history.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.lock_round)

    def cancel_round(self, round_id: str) -> Standing:
        """The round stays, marked, and counts for nothing.

        Raises:
            Refused: "not_now".
        """
        return self._act(round_id, votes.cancel_round)

    def dispose_ballots(self, round_id: str, reference: str) -> Standing:
        """Take the ballots of a locked round away for good; the result and the turnout stay.

        Args:
            round_id: The round.
            reference: The decision that says so, such as a registry number; stands in the log.

        Raises:
            Refused: "not_now" if it is not locked or its ballots are gone; "reference_missing".
        """
        at = self._stamp()
        return self._vote(round_id, lambda c, voting: votes.dispose(c, at, voting, reference))

    def import_votes(
        self,
        ballots: Mapping[str, Sequence[Ballot]],
        hands: Mapping[str, HandCount] = MappingProxyType({}),
    ) -> None:
        """The votes of rounds that were held elsewhere; they come in as locked, all or none.

        Raises:
            Refused: "not_now" if one of the rounds has been opened here; "unknown_round".
        """
        at = self._stamp()
        day = self._day

        def job(connection: Connection) -> None:
            for round_id in (*ballots, *(key for key in hands if key not in ballots)):
                slips = [
                    (secrets.token_hex(KEY_BYTES), ballot.text())
                    for ballot in ballots.get(round_id, ())
                ]
                voting = _round(day, round_id)
                votes.import_round(connection, at, voting, slips, hands.get(round_id))

        self._writer.run(job)

    def _act(self, round_id: str, act: Callable[[Connection, str, str], None]) -> Standing:
        at = self._stamp()
        return self._vote(round_id, lambda c, _voting: act(c, at, round_id))

    def _vote(self, round_id: str, act: Callable[[Connection, VotingRound], None]) -> Standing:
        """One act on a round in one transaction, and where the round stands after it."""
        day = self._day
        voting = _round(day, round_id)

        def job(connection: Connection) -> Standing:
            act(connection, voting)
            return counting.standing(connection, voting, day)

        return self._writer.run(job)

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def _round(day: Day, round_id: str) -> VotingRound:
    found = find(day.rounds, round_id)
    if found is None:
        raise Refused("unknown_round", round=round_id)
    return found
