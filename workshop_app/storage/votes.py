"""Rounds in their tables and in the log: plain SQL, inside the writer's transaction.

While an anonymous round is open its ballots stand in the slip box, and the log tells of no single
one. Nothing here ties a ballot to a person, an order or a time. How ballots come in: `casting`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import Act, next_state
from workshop_app.storage import kept, log
from workshop_app.storage.box import (
    Box,
    Slip,
    read_box,
    read_marks,
    roll_of,
    slip_of,
    wipe_box,
    write_box,
)
from workshop_app.storage.connection import driver, sql
from workshop_app.storage.hands import hands_body, must_agree, put_hands
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.voting_types import (
    CANCELLED,
    CAST,
    CLOSED,
    DISPOSED,
    HANDS,
    IMPORTED,
    LOCKED,
    OPENED,
    REOPENED,
    SHOWN,
    SLIPS,
    Held,
)

_CHANNELS = {channel.value: channel for channel in Channel}
_IN_ONE_EVENT = 10_000


def held(connection: Connection, round_id: str) -> Held:
    """How far the round has come; ready if nobody has opened it."""
    row = sql(
        connection,
        "SELECT state, secrecy, electorate, imported, cards FROM vote_round WHERE round_id = ?",
        (round_id,),
    ).fetchone()
    return Held(RoundState(row[0]), Secrecy(row[1]), row[2], row[3], row[4]) if row else Held()


def open_round(
    connection: Connection,
    at: str,
    voting: VotingRound,
    electorate: int,
    cards: Iterable[str] = (),
) -> None:
    """Open a round that is ready; its secrecy is fixed now.

    Args:
        connection: In a transaction.
        at: When.
        voting: The round.
        electorate: How many may vote.
        cards: Hashes of the codes of drawn cards; none = voters are known by their ids.

    Raises:
        Refused: "not_now" in any other state; "cards_are_secret" for cards in an open round.
    """
    state = next_state(held(connection, voting.id).state, Act.OPEN)
    known = sorted(set(cards))
    if known and voting.secrecy is not Secrecy.ANONYMOUS:
        raise Refused("cards_are_secret", round=voting.name)
    _insert(connection, voting.id, Held(state, voting.secrecy, electorate, cards=len(known)))
    driver(connection).executemany(
        "INSERT INTO card (round_id, card) VALUES (?, ?)", ((voting.id, card) for card in known)
    )
    if voting.secrecy is Secrecy.ANONYMOUS:
        write_box(connection, Box(voting.id, [], []))
    body: dict[str, object] = {"round": voting.id, "electorate": electorate}
    body |= {"secrecy": voting.secrecy.value, "cards": len(known), "drawn": lines_digest(known)}
    log.append(connection, at, OPENED, body)


def count_hands(connection: Connection, at: str, round_id: str, hands: HandCount) -> None:
    """Take a show of hands in place of the one before, which stays in the log.

    Raises:
        Refused: "not_now"; "already_voted" if one of the voters has left a ballot;
            "counts_differ_between_counters".
    """
    must_be_open(held(connection, round_id), "count_hands")
    must_agree(hands)
    both = hands.voters & read_roll(connection, round_id).keys()
    if both:
        raise Refused("already_voted", people=len(both))
    put_hands(connection, round_id, hands)
    log.append(connection, at, HANDS, {"round": round_id, **hands_body(hands)})


def close_round(connection: Connection, at: str, round_id: str) -> None:
    """Close: as many marks as ballots, or no close; the sorted ballots to the log; the box wiped.

    Raises:
        Refused: "not_now".
        FileRefused: "ballots_differ".
    """
    found = held(connection, round_id)
    _set_state(connection, round_id, next_state(found.state, Act.CLOSE))
    body = _emptied(connection, at, round_id, found)
    log.append(connection, at, CLOSED, {"round": round_id, **body})


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
        body |= _emptied(connection, at, round_id, found)
    log.append(connection, at, CANCELLED, body)


def _emptied(connection: Connection, at: str, round_id: str, found: Held) -> dict[str, object]:
    """The ballots out of the box into the table of counted ones, and into the log.

    The keys are random and the rows go in sorted, so no order is kept.
    """
    if found.secrecy is Secrecy.ANONYMOUS:
        box = read_box(connection, round_id)
        _must_balance(len(box.marks), len(box.slips))
        slips = [slip_of(line) for line in box.slips]
        _put_slips(connection, round_id, slips)
        _put_roll(connection, round_id, box.marks)
        wipe_box(connection, round_id)
        _log_slips(connection, at, round_id, slips)
        ballots = len(slips)
    else:
        (ballots,) = sql(
            connection, "SELECT COUNT(*) FROM named_ballot WHERE round_id = ?", (round_id,)
        ).fetchone()
        _must_balance(len(read_roll(connection, round_id)), ballots)
    return {"ballots": ballots, **roll_facts(connection, round_id)}


def _must_balance(marks: int, ballots: int) -> None:
    if marks != ballots:
        raise FileRefused("ballots_differ", marks=marks, ballots=ballots)


def reopen_round(connection: Connection, at: str, round_id: str) -> None:
    """Open again, from closed only. The ballots go back in the box.

    What the log held of them is erased: two sorted lists, one ballot apart, would tell who came
    in between.

    Raises:
        Refused: "not_now".
    """
    found = held(connection, round_id)
    state = next_state(found.state, Act.REOPEN)
    roll = read_roll(connection, round_id)
    _set_state(connection, round_id, state)
    erased: list[int] = []
    if found.secrecy is Secrecy.ANONYMOUS:
        slips = [f"{key} {ballot}" for key, ballot in counted_slips(connection, round_id)]
        marks = sorted(f"{voter}\t{channel.value}" for voter, channel in roll.items())
        for table in ("counted_slip", "roll"):
            sql(connection, f"DELETE FROM {table} WHERE round_id = ?", (round_id,))  # noqa: S608
        write_box(connection, Box(round_id, slips, marks))
        erased = _erase(connection, round_id, CLOSED, SLIPS)
    log.append(connection, at, REOPENED, {"round": round_id, "erased": erased})


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


def dispose(connection: Connection, at: str, voting: VotingRound, reference: str) -> None:
    """Take away the ballots of a locked round, by a decision; the counts and the turnout stay.

    Raises:
        Refused: "not_now" in any other state, or a second time; "reference_missing".
    """
    found = held(connection, voting.id)
    gone = kept.read_kept(connection, voting.id) is not None
    if found.state is not RoundState.LOCKED or gone:
        raise Refused("not_now", state=found.state.value, act="dispose")
    if not reference.strip():
        raise Refused("reference_missing")
    counts = kept.summed_up(voting, pairs(connection, voting.id).items())
    kept.keep(connection, voting.id, counts)
    for table in ("counted_slip", "named_ballot", "named_request", "card"):
        sql(connection, f"DELETE FROM {table} WHERE round_id = ?", (voting.id,))  # noqa: S608
    erased = _erase(connection, voting.id, CAST, SLIPS)
    body = {"round": voting.id, "reference": reference, "kept": counts, "erased": erased}
    log.append(connection, at, DISPOSED, body)


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
    _log_slips(connection, at, voting.id, ordered)
    body: dict[str, object] = {"round": voting.id, "electorate": electorate, "ballots": len(slips)}
    if hands:
        put_hands(connection, voting.id, hands)
        body["hands"] = hands_body(hands)
    log.append(connection, at, IMPORTED, body)


def pairs(connection: Connection, round_id: str) -> Counter[str]:
    """Canonical ballot -> how many times, from the tables, by GROUP BY."""
    named = held(connection, round_id).secrecy is Secrecy.OPEN
    table = "named_ballot" if named else "counted_slip"
    rows = sql(
        connection,
        f"SELECT ballot, COUNT(*) FROM {table} WHERE round_id = ? GROUP BY ballot",  # noqa: S608
        (round_id,),
    )
    return Counter(dict(rows.fetchall()))


def recorded_slips(body: dict[str, str]) -> Iterator[Slip]:
    """The slips an event of counted slips tells of."""
    for line in body["slips"].split("\n"):
        yield slip_of(line)


def counted_slips(connection: Connection, round_id: str) -> Iterator[Slip]:
    """The slips of a closed anonymous round, sorted by key."""
    rows = sql(
        connection,
        "SELECT slip, ballot FROM counted_slip WHERE round_id = ? ORDER BY slip",
        (round_id,),
    )
    yield from rows


def read_roll(connection: Connection, round_id: str) -> dict[str, Channel]:
    """Who has left a ballot, and how; not when."""
    found = held(connection, round_id)
    if found.state is RoundState.OPEN and found.secrecy is Secrecy.ANONYMOUS:
        return roll_of(read_marks(connection, round_id))
    rows = sql(connection, "SELECT voter, channel FROM roll WHERE round_id = ?", (round_id,))
    return {voter: _CHANNELS[channel] for voter, channel in rows}


def roll_channels(connection: Connection, round_id: str) -> Counter[Channel]:
    """How many came in which way, from the table."""
    rows = sql(
        connection,
        "SELECT channel, COUNT(*) FROM roll WHERE round_id = ? GROUP BY channel",
        (round_id,),
    )
    return Counter({_CHANNELS[channel]: number for channel, number in rows})


def roll_facts(connection: Connection, round_id: str) -> dict[str, object]:
    """What the log keeps of a roll that is closed: the channels, and a digest of who."""
    channels = roll_channels(connection, round_id)
    rows = sql(
        connection, "SELECT voter, channel FROM roll WHERE round_id = ? ORDER BY voter", (round_id,)
    )
    return {
        "channels": {channel.value: number for channel, number in channels.items()},
        "roll": lines_digest(f"{voter}\t{channel}" for voter, channel in rows),
    }


def lines_digest(lines: Iterable[str]) -> str:
    """One hash over lines in their order."""
    found = hashlib.sha256()
    for line in lines:
        found.update(line.encode() + b"\n")
    return found.hexdigest()


def must_be_open(found: Held, act: str) -> None:
    """Votes are taken while the round is open.

    Raises:
        Refused: "not_now".
    """
    if found.state is not RoundState.OPEN:
        raise Refused("not_now", state=found.state.value, act=act)


def _erase(connection: Connection, round_id: str, *kinds: str) -> list[int]:
    seqs = [event.seq for event in log.about(connection, round_id, *kinds)]
    for seq in seqs:
        log.erase(connection, seq)
    return seqs


def _log_slips(connection: Connection, at: str, round_id: str, slips: Sequence[Slip]) -> None:
    """Sorted slips to the log, in events that are not too large to read one at a time."""
    for start in range(0, len(slips), _IN_ONE_EVENT):
        lines = "\n".join(" ".join(slip) for slip in slips[start : start + _IN_ONE_EVENT])
        log.append(connection, at, SLIPS, {"round": round_id, "slips": lines})


def _put_slips(connection: Connection, round_id: str, slips: Iterable[Slip]) -> None:
    driver(connection).executemany(
        "INSERT INTO counted_slip (round_id, slip, ballot) VALUES (?, ?, ?)",
        ((round_id, key, ballot) for key, ballot in slips),
    )


def _put_roll(connection: Connection, round_id: str, marks: Iterable[str]) -> None:
    split = (mark.rpartition("\t") for mark in marks)
    driver(connection).executemany(
        "INSERT INTO roll (round_id, voter, channel) VALUES (?, ?, ?)",
        ((round_id, voter, channel) for voter, _tab, channel in split),
    )


def _move(connection: Connection, round_id: str, act: Act) -> None:
    _set_state(connection, round_id, next_state(held(connection, round_id).state, act))


def _set_state(connection: Connection, round_id: str, state: RoundState) -> None:
    sql(connection, "UPDATE vote_round SET state = ? WHERE round_id = ?", (state.value, round_id))


def _insert(connection: Connection, round_id: str, row: Held) -> None:
    sql(
        connection,
        "INSERT INTO vote_round (round_id, state, secrecy, electorate, imported, cards)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            round_id,
            row.state.value,
            row.secrecy.value,
            row.electorate,
            row.imported,
            row.cards,
        ),
    )
