"""Where a round stands, counted by SQL; and the second count, from the record."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.tally import facts_of, tally
from workshop_app.domain.votes import RoundResult, Standing
from workshop_app.storage import log, votes
from workshop_app.storage.connection import sql
from workshop_app.storage.refusal import FileRefused

_COUNTED = frozenset({RoundState.CLOSED, RoundState.SHOWN, RoundState.LOCKED})


def standing(connection: Connection, voting: VotingRound, day: Day) -> Standing:
    """Where the round stands. Nothing is counted while it is open, not even blank ballots.

    Args:
        connection: In a transaction.
        voting: The round.
        day: For the tracks and amounts of its options.
    """
    found = votes.held(connection, voting.id)
    hands = votes.read_hands(connection, voting.id)
    roll = votes.read_roll(connection, voting.id)
    channels = Counter(roll.values())
    channels[Channel.PAPER] += found.imported
    channels[Channel.HANDS] += hands.people
    result = _result(connection, voting, day) if found.state in _COUNTED else None
    return Standing(
        round_id=voting.id,
        state=found.state,
        electorate=found.electorate,
        voted=channels.total(),
        blank=result.blank if result else 0,
        channels={channel: number for channel, number in channels.items() if number},
        done={**dict.fromkeys(sorted(hands.voters), Channel.HANDS), **roll},
        hands=hands if hands.people else None,
        result=result,
    )


def _result(connection: Connection, voting: VotingRound, day: Day) -> RoundResult:
    found = votes.held(connection, voting.id)
    hands = votes.read_hands(connection, voting.id)
    facts = facts_of(day, voting, found.electorate)
    return tally(voting, facts, pairs(connection, voting.id).items(), hands)


def pairs(connection: Connection, round_id: str) -> Counter[str]:
    """Canonical ballot -> how many times, from the tables, by GROUP BY."""
    table = (
        "named_ballot"
        if votes.held(connection, round_id).secrecy is Secrecy.OPEN
        else "counted_slip"
    )
    rows = sql(
        connection,
        f"SELECT ballot, COUNT(*) FROM {table} WHERE round_id = ? GROUP BY ballot",  # noqa: S608
        (round_id,),
    )
    return Counter({str(ballot): int(number) for ballot, number in rows})


def recorded(connection: Connection) -> dict[str, Counter[str]]:
    """Round -> the same count, from the log; rounds whose record has been erased are left out."""
    named: dict[str, dict[str, str]] = {}
    slips: dict[str, Counter[str]] = {}
    kinds = (votes.CAST, votes.CLOSED, votes.CANCELLED, votes.IMPORTED)
    for event in log.events(connection, *kinds):
        body = event.body
        if body is None:
            continue
        if event.kind == votes.CAST:
            named.setdefault(body["round"], {})[body["voter"]] = body["ballot"]
        elif "slips" in body:
            slips[body["round"]] = Counter(ballot for _key, ballot in body["slips"])
    return {**slips, **{key: Counter(held.values()) for key, held in named.items()}}


def count_twice(connection: Connection, round_id: str) -> None:
    """Both counts must agree before a result is shown.

    Raises:
        FileRefused: "counts_differ".
    """
    if pairs(connection, round_id) != recorded(connection).get(round_id, Counter()):
        raise FileRefused("counts_differ", round=round_id)
