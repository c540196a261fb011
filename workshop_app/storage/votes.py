"""Votes in their tables and in the log: plain SQL, inside the writer's transaction.

An anonymous ballot stands in the slip box of its round: one value, sorted by random request keys,
rewritten in the same transaction as the mark on the roll. The log tells of no single anonymous
ballot. Nothing here ties a ballot to a person, an order or a time.
"""

from __future__ import annotations

import bisect
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import Act, next_state
from workshop_app.storage import log
from workshop_app.storage.connection import driver, sql
from workshop_app.storage.refusal import FileRefused

KEY_BYTES = 16

OPENED = "round_opened"
CAST = "ballot_cast"
HANDS = "hands_counted"
CLOSED = "round_closed"
REOPENED = "round_reopened"
SHOWN = "round_shown"
LOCKED = "round_locked"
CANCELLED = "round_cancelled"
IMPORTED = "votes_imported"
VOTE_KINDS = (OPENED, CAST, HANDS, CLOSED, REOPENED, SHOWN, LOCKED, CANCELLED, IMPORTED)

Slip = tuple[str, str]
_CHANNELS = {channel.value: channel for channel in Channel}


@dataclass(frozen=True)
class Cast:
    """One ballot on its way.

    Attributes:
        round_id: The round.
        voter: Participant id; goes to the roll, never beside an anonymous ballot.
        channel: How it came in.
        ballot: The answers.
        key: 16 random bytes of whoever casts; a retry has the same and is counted once.
    """

    round_id: str
    voter: str
    channel: Channel
    ballot: Ballot
    key: bytes


@dataclass(frozen=True)
class Held:
    """A round as its row tells; `imported` ballots came without voters."""

    state: RoundState = RoundState.READY
    secrecy: Secrecy = Secrecy.ANONYMOUS
    electorate: int = 0
    imported: int = 0


def held(connection: Connection, round_id: str) -> Held:
    """How far the round has come; ready if nobody has opened it."""
    row = sql(
        connection,
        "SELECT state, secrecy, electorate, imported FROM vote_round WHERE round_id = ?",
        (round_id,),
    ).fetchone()
    return Held(RoundState(row[0]), Secrecy(row[1]), row[2], row[3]) if row else Held()


def open_round(connection: Connection, at: str, voting: VotingRound, electorate: int) -> None:
    """Open a round that is ready; its secrecy is fixed now.

    Raises:
        Refused: "not_now" in any other state.
    """
    state = next_state(held(connection, voting.id).state, Act.OPEN)
    _insert(connection, voting.id, Held(state, voting.secrecy, electorate))
    if voting.secrecy is Secrecy.ANONYMOUS:
        _put_box(connection, voting.id, [])
    body = {"round": voting.id, "electorate": electorate, "secrecy": voting.secrecy.value}
    log.append(connection, at, OPENED, body)


def cast(connection: Connection, at: str, vote: Cast) -> None:
    """Take one ballot; the same key again changes nothing.

    Raises:
        Refused: "not_now" if the round is not open; "already_voted" in an anonymous round, or by
            a show of hands.
        ValueError: if the key is not 16 bytes.
    """
    if len(vote.key) != KEY_BYTES:
        raise ValueError(len(vote.key))
    found = held(connection, vote.round_id)
    if _known_request(connection, found, vote):
        return
    _must_be_open(found, "cast")
    if vote.voter in read_hands(connection, vote.round_id).voters:
        raise Refused("already_voted")
    if found.secrecy is Secrecy.ANONYMOUS:
        _cast_secretly(connection, vote)
    else:
        _cast_openly(connection, at, vote)


def _known_request(connection: Connection, found: Held, vote: Cast) -> bool:
    request = vote.key.hex()
    if found.secrecy is Secrecy.ANONYMOUS and found.state is RoundState.OPEN:
        lines = _box_lines(connection, vote.round_id)
        place = bisect.bisect_left(lines, request)
        return place < len(lines) and lines[place].startswith(request)
    if found.secrecy is Secrecy.OPEN:
        query = "SELECT 1 FROM named_request WHERE round_id = ? AND request = ?"
    else:
        query = "SELECT 1 FROM counted_slip WHERE round_id = ? AND slip = ?"
    return sql(connection, query, (vote.round_id, request)).fetchone() is not None


def _cast_secretly(connection: Connection, vote: Cast) -> None:
    marked = sql(
        connection,
        "INSERT OR IGNORE INTO roll (round_id, voter, channel) VALUES (?, ?, ?)",
        (vote.round_id, vote.voter, vote.channel.value),
    )
    if marked.rowcount == 0:
        raise Refused("already_voted")
    lines = _box_lines(connection, vote.round_id)
    bisect.insort(lines, f"{vote.key.hex()} {vote.ballot.text()}")
    _put_box(connection, vote.round_id, lines)


def _cast_openly(connection: Connection, at: str, vote: Cast) -> None:
    text, request = vote.ballot.text(), vote.key.hex()
    sql(
        connection,
        "INSERT INTO roll (round_id, voter, channel) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET channel = excluded.channel",
        (vote.round_id, vote.voter, vote.channel.value),
    )
    sql(
        connection,
        "INSERT INTO named_ballot (round_id, voter, ballot) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET ballot = excluded.ballot",
        (vote.round_id, vote.voter, text),
    )
    sql(
        connection,
        "INSERT INTO named_request (request, round_id) VALUES (?, ?)",
        (request, vote.round_id),
    )
    body = {
        "round": vote.round_id,
        "voter": vote.voter,
        "channel": vote.channel.value,
        "request": request,
        "ballot": text,
    }
    log.append(connection, at, CAST, body)


def count_hands(connection: Connection, at: str, round_id: str, hands: HandCount) -> None:
    """Take a show of hands in place of the one before, which stays in the log.

    Raises:
        Refused: "not_now"; "already_voted" if one of the voters has left a ballot.
    """
    _must_be_open(held(connection, round_id), "count_hands")
    both = hands.voters & read_roll(connection, round_id).keys()
    if both:
        raise Refused("already_voted", people=len(both))
    _put_hands(connection, round_id, hands)
    log.append(connection, at, HANDS, {"round": round_id, **hands_body(hands)})


def close_round(connection: Connection, at: str, round_id: str) -> None:
    """Close: as many marks as ballots, or no close; the sorted ballots to the log; the box wiped.

    Raises:
        Refused: "not_now".
        FileRefused: "ballots_differ".
    """
    found = held(connection, round_id)
    _set_state(connection, round_id, next_state(found.state, Act.CLOSE))
    log.append(connection, at, CLOSED, {"round": round_id, **_emptied(connection, round_id, found)})


def cancel_round(connection: Connection, at: str, round_id: str) -> None:
    """A false start: the round stays, marked; what was cast is kept and counts for nothing.

    Raises:
        Refused: "not_now".
        FileRefused: "ballots_differ".
    """
    found = held(connection, round_id)
    state = next_state(found.state, Act.CANCEL)
    body: dict[str, object] = {"round": round_id}
    if found.state is RoundState.READY:
        _insert(connection, round_id, Held(state))
    else:
        _set_state(connection, round_id, state)
    if found.state is RoundState.OPEN:
        body |= _emptied(connection, round_id, found)
    log.append(connection, at, CANCELLED, body)


def _emptied(connection: Connection, round_id: str, found: Held) -> dict[str, object]:
    """The ballots out of the box into the table of counted ones; what the log shall hold of them.

    The keys are random and the rows go in sorted, so no order is kept.
    """
    marks = len(read_roll(connection, round_id))
    if found.secrecy is Secrecy.OPEN:
        return {"ballots": marks}
    slips = read_box(connection, round_id)
    if marks != len(slips):
        raise FileRefused("ballots_differ", marks=marks, ballots=len(slips))
    _put_slips(connection, round_id, slips)
    sql(connection, "DELETE FROM slip_box WHERE round_id = ?", (round_id,))
    return {"slips": [list(slip) for slip in slips]}


def reopen_round(connection: Connection, at: str, round_id: str) -> None:
    """Open again, from closed only. The ballots go back in the box.

    What the log held of them is erased: two sorted lists, one ballot apart, would tell who came
    in between.

    Raises:
        Refused: "not_now".
    """
    found = held(connection, round_id)
    _set_state(connection, round_id, next_state(found.state, Act.REOPEN))
    if found.secrecy is Secrecy.ANONYMOUS:
        slips = counted_slips(connection, round_id)
        _put_box(connection, round_id, [f"{key} {ballot}" for key, ballot in slips])
        sql(connection, "DELETE FROM counted_slip WHERE round_id = ?", (round_id,))
        for event in list(log.events(connection, CLOSED)):
            if event.body is not None and event.body["round"] == round_id:
                log.erase(connection, event.seq)
    log.append(connection, at, REOPENED, {"round": round_id})


def show_round(connection: Connection, at: str, round_id: str) -> None:
    """The result may be seen from now on.

    Raises:
        Refused: "not_now".
    """
    _move(connection, round_id, Act.SHOW)
    log.append(connection, at, SHOWN, {"round": round_id})


def lock_round(connection: Connection, at: str, round_id: str) -> None:
    """The round is history.

    Raises:
        Refused: "not_now".
    """
    _move(connection, round_id, Act.LOCK)
    log.append(connection, at, LOCKED, {"round": round_id})


def import_round(
    connection: Connection,
    at: str,
    voting: VotingRound,
    slips: Sequence[Slip],
    hands: HandCount | None,
) -> None:
    """A round that was held elsewhere: its ballots came without voters, so no roll is made up.

    Raises:
        Refused: "not_now" if the round has been opened here.
    """
    next_state(held(connection, voting.id).state, Act.OPEN)
    people = hands.people if hands else 0
    electorate = voting.electorate or len(slips) + people
    row = Held(RoundState.LOCKED, Secrecy.ANONYMOUS, electorate, len(slips))
    _insert(connection, voting.id, row)
    ordered = sorted(slips)
    _put_slips(connection, voting.id, ordered)
    body: dict[str, object] = {"round": voting.id, "electorate": electorate}
    body["slips"] = [list(slip) for slip in ordered]
    if hands:
        _put_hands(connection, voting.id, hands)
        body["hands"] = hands_body(hands)
    log.append(connection, at, IMPORTED, body)


def read_box(connection: Connection, round_id: str) -> list[Slip]:
    """The slips of an open anonymous round, sorted by key."""
    return [_slip(line) for line in _box_lines(connection, round_id)]


def _box_lines(connection: Connection, round_id: str) -> list[str]:
    row = sql(connection, "SELECT slips FROM slip_box WHERE round_id = ?", (round_id,)).fetchone()
    return row[0].split("\n") if row and row[0] else []


def _slip(line: str) -> Slip:
    key, _space, ballot = line.partition(" ")
    return key, ballot


def counted_slips(connection: Connection, round_id: str) -> list[Slip]:
    """The slips of a closed anonymous round, sorted by key."""
    rows = sql(
        connection,
        "SELECT slip, ballot FROM counted_slip WHERE round_id = ? ORDER BY slip",
        (round_id,),
    )
    return [(slip, ballot) for slip, ballot in rows]


def read_roll(connection: Connection, round_id: str) -> dict[str, Channel]:
    """Who has left a ballot, and how; not when."""
    rows = sql(connection, "SELECT voter, channel FROM roll WHERE round_id = ?", (round_id,))
    return {voter: _CHANNELS[channel] for voter, channel in rows}


def read_hands(connection: Connection, round_id: str) -> HandCount:
    """The show of hands as it stands; nobody if there was none."""
    row = sql(
        connection, "SELECT people, counts, voters FROM hand_count WHERE round_id = ?", (round_id,)
    ).fetchone()
    if row is None:
        return HandCount()
    return HandCount(row[0], json.loads(row[1]), frozenset(json.loads(row[2])))


def hands_body(hands: HandCount) -> dict[str, object]:
    """A show of hands as plain JSON values."""
    return {
        "people": hands.people,
        "counts": {option: dict(given) for option, given in hands.counts.items()},
        "voters": sorted(hands.voters),
    }


def _put_hands(connection: Connection, round_id: str, hands: HandCount) -> None:
    body = hands_body(hands)
    sql(
        connection,
        "INSERT INTO hand_count (round_id, people, counts, voters) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET"
        " people = excluded.people, counts = excluded.counts, voters = excluded.voters",
        (round_id, hands.people, log.canonical(body["counts"]), log.canonical(body["voters"])),
    )


def _put_box(connection: Connection, round_id: str, lines: Sequence[str]) -> None:
    sql(
        connection,
        "INSERT INTO slip_box (round_id, slips) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET slips = excluded.slips",
        (round_id, "\n".join(lines)),
    )


def _put_slips(connection: Connection, round_id: str, slips: Sequence[Slip]) -> None:
    driver(connection).executemany(
        "INSERT INTO counted_slip (round_id, slip, ballot) VALUES (?, ?, ?)",
        ((round_id, key, ballot) for key, ballot in slips),
    )


def _must_be_open(found: Held, act: str) -> None:
    if found.state is not RoundState.OPEN:
        raise Refused("not_now", state=found.state.value, act=act)


def _move(connection: Connection, round_id: str, act: Act) -> None:
    _set_state(connection, round_id, next_state(held(connection, round_id).state, act))


def _set_state(connection: Connection, round_id: str, state: RoundState) -> None:
    sql(connection, "UPDATE vote_round SET state = ? WHERE round_id = ?", (state.value, round_id))


def _insert(connection: Connection, round_id: str, row: Held) -> None:
    sql(
        connection,
        "INSERT INTO vote_round (round_id, state, secrecy, electorate, imported)"
        " VALUES (?, ?, ?, ?, ?)",
        (round_id, row.state.value, row.secrecy.value, row.electorate, row.imported),
    )
