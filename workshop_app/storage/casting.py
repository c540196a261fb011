"""Taking ballots in: all that wait, in one transaction, a savepoint each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import IntegrityError

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing
from workshop_app.storage import log
from workshop_app.storage.box import Box, read_box, write_box
from workshop_app.storage.cards import card_of
from workshop_app.storage.connection import sql
from workshop_app.storage.counting import standing
from workshop_app.storage.hands import read_hands
from workshop_app.storage.refusal import FileRefused, file_refused
from workshop_app.storage.votes import held, must_be_open
from workshop_app.storage.voting_types import CAST, KEY_BYTES, Cast, Held
from workshop_app.storage.writer import Outcome


@dataclass(frozen=True)
class Waiting:
    """A ballot that waits to be taken in.

    Attributes:
        vote: The ballot.
        at: When it came; only ballots of an open vote keep it.
        voting: Its round.
        day: The content the answer is counted with.
    """

    vote: Cast
    at: str
    voting: VotingRound
    day: Day


@dataclass
class _Round:
    """A round while a group of ballots is taken in; the box is None in an open vote."""

    held: Held
    box: Box | None
    by_hand: frozenset[str]


def take_ballots(connection: Connection, waiting: Sequence[Waiting]) -> list[Outcome]:
    """Take in what waits; each gets where its round stands after all of them, or why not.

    A ballot that is refused leaves nothing. The box is rewritten once for all of them.
    """
    desk = _Desk(connection)
    errors = [desk.take(each) for each in waiting]
    desk.put_away()
    return [
        Outcome(error=error) if error else Outcome(desk.standing(each))
        for each, error in zip(waiting, errors, strict=True)
    ]


def check_card(connection: Connection, voting: VotingRound, code: str) -> None:
    """Whether somebody may vote with a card, before they fill in their ballot.

    Raises:
        Refused: "not_now", "code_needed", "wrong_code", "used_code".
    """
    _Desk(connection).check(Cast(voting.id, "", Channel.LAPTOP, Ballot(), b"", code))


class _Desk:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rounds: dict[str, _Round] = {}
        self._standings: dict[str, Standing] = {}

    def take(self, waiting: Waiting) -> Exception | None:
        """One ballot; why not, or None."""
        error: Exception | None = None
        sql(self._connection, "SAVEPOINT ballot")
        try:
            self._take(waiting)
        except (Refused, FileRefused, ValueError) as reason:
            error = reason
        except IntegrityError as reason:
            error = file_refused(reason)
        if error is not None:
            sql(self._connection, "ROLLBACK TO ballot")
        sql(self._connection, "RELEASE ballot")
        return error

    def check(self, vote: Cast) -> None:
        """Whether the code of a ballot is one that can be used."""
        found = self._round(vote.round_id)
        must_be_open(found.held, "cast")
        card = self._voter(found, vote)
        if found.box is not None and found.box.has_mark(card):
            raise Refused("used_code")

    def put_away(self) -> None:
        """Write the boxes."""
        for found in self._rounds.values():
            if found.box is not None and found.box.changed:
                write_box(self._connection, found.box)

    def standing(self, waiting: Waiting) -> Standing:
        """Where the round of a ballot stands, counted once for all of the group."""
        key = waiting.voting.id
        if key not in self._standings:
            box = self._rounds[key].box
            roll = None if box is None else box.roll()
            self._standings[key] = standing(self._connection, waiting.voting, waiting.day, roll)
        return self._standings[key]

    def _take(self, waiting: Waiting) -> None:
        vote = waiting.vote
        if len(vote.key) != KEY_BYTES or not set("\t\n").isdisjoint(vote.voter):
            raise ValueError(len(vote.key))
        found = self._round(vote.round_id)
        if self._known_request(found, vote):
            return
        must_be_open(found.held, "cast")
        voter = self._voter(found, vote)
        if voter in found.by_hand:
            raise Refused("already_voted")
        if found.box is None:
            self._take_openly(waiting, voter)
            return
        if found.box.has_mark(voter):
            raise Refused("used_code" if vote.code else "already_voted")
        found.box.put(voter, vote.channel, (vote.key.hex(), vote.ballot.text()))

    def _round(self, round_id: str) -> _Round:
        if round_id not in self._rounds:
            row = held(self._connection, round_id)
            secret = row.secrecy is Secrecy.ANONYMOUS and row.state is RoundState.OPEN
            box = read_box(self._connection, round_id) if secret else None
            by_hand = read_hands(self._connection, round_id).voters
            self._rounds[round_id] = _Round(row, box, by_hand)
        return self._rounds[round_id]

    def _known_request(self, found: _Round, vote: Cast) -> bool:
        request = vote.key.hex()
        if found.box is not None:
            return found.box.knows(request)
        if found.held.secrecy is Secrecy.OPEN:
            query = "SELECT 1 FROM named_request WHERE round_id = ? AND request = ?"
        else:
            query = "SELECT 1 FROM counted_slip WHERE round_id = ? AND slip = ?"
        return sql(self._connection, query, (vote.round_id, request)).fetchone() is not None

    def _voter(self, found: _Round, vote: Cast) -> str:
        """Who is marked on the roll: a participant, or the hash of a drawn code."""
        if not found.held.cards:
            if vote.code:
                raise Refused("wrong_code")
            return vote.voter
        if not vote.code:
            raise Refused("code_needed")
        card = card_of(vote.code)
        query = "SELECT 1 FROM card WHERE round_id = ? AND card = ?"
        if sql(self._connection, query, (vote.round_id, card)).fetchone() is None:
            raise Refused("wrong_code")
        return card

    def _take_openly(self, waiting: Waiting, voter: str) -> None:
        vote, connection = waiting.vote, self._connection
        text, request = vote.ballot.text(), vote.key.hex()
        _mark(connection, vote.round_id, voter, vote.channel)
        sql(
            connection,
            "INSERT INTO named_ballot (round_id, voter, ballot) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET ballot = excluded.ballot",
            (vote.round_id, voter, text),
        )
        sql(
            connection,
            "INSERT INTO named_request (round_id, request) VALUES (?, ?)",
            (vote.round_id, request),
        )
        body = {
            "round": vote.round_id,
            "voter": voter,
            "channel": vote.channel.value,
            "request": request,
            "ballot": text,
        }
        log.append(connection, waiting.at, CAST, body)


def _mark(connection: Connection, round_id: str, voter: str, channel: Channel) -> None:
    sql(
        connection,
        "INSERT INTO roll (round_id, voter, channel) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET channel = excluded.channel",
        (round_id, voter, channel.value),
    )
