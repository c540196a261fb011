"""Where a round stands, counted by SQL; and the second count, from the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.tally import Tally, facts_of
from workshop_app.domain.votes import RoundResult, Standing
from workshop_app.storage import log, votes
from workshop_app.storage.hands import read_hands
from workshop_app.storage.kept import add_kept, read_kept
from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.voting_types import CAST, SLIPS, Held

_COUNTED = frozenset({RoundState.CLOSED, RoundState.SHOWN, RoundState.LOCKED})
MOST_NAMED = 20_000
"""A roll with more marks than this is counted and not read name by name."""


def standing(
    connection: Connection,
    voting: VotingRound,
    day: Day,
    roll: Mapping[str, Channel] | None = None,
) -> Standing:
    """Where the round stands. Nothing is counted while it is open, not even blank ballots.

    Args:
        connection: In a transaction.
        voting: The round.
        day: For the tracks and amounts of its options.
        roll: Who has voted, when the caller knows.
    """
    found = votes.held(connection, voting.id)
    hands = read_hands(connection, voting.id)
    marked, channels = _roll(connection, voting.id, found) if roll is None else _counted(roll)
    channels[Channel.PAPER] += found.imported
    channels[Channel.HANDS] += hands.people
    result = _result(connection, voting, day, hands) if found.state in _COUNTED else None
    return Standing(
        round_id=voting.id,
        state=found.state,
        electorate=found.electorate,
        voted=channels.total(),
        blank=result.blank if result else 0,
        channels={channel: number for channel, number in channels.items() if number},
        done={**dict.fromkeys(sorted(hands.voters), Channel.HANDS), **marked},
        hands=hands if hands.people else None,
        result=result,
    )


def _roll(
    connection: Connection, round_id: str, found: Held
) -> tuple[Mapping[str, Channel], Counter[Channel]]:
    if found.state is RoundState.OPEN and found.secrecy is Secrecy.ANONYMOUS:
        return _counted(votes.read_roll(connection, round_id))
    channels = votes.roll_channels(connection, round_id)
    if channels.total() > MOST_NAMED:
        return {}, channels
    return votes.read_roll(connection, round_id), channels


def _counted(roll: Mapping[str, Channel]) -> tuple[Mapping[str, Channel], Counter[Channel]]:
    return roll, Counter(roll.values())


def _result(connection: Connection, voting: VotingRound, day: Day, hands: HandCount) -> RoundResult:
    count = Tally(voting)
    kept = read_kept(connection, voting.id)
    if kept is None:
        for ballot, times in votes.pairs(connection, voting.id).items():
            count.add(ballot, times)
    else:
        add_kept(count, kept)
    count.add_hands(hands)
    return count.result(facts_of(day, voting, votes.held(connection, voting.id).electorate))


def recorded(connection: Connection, round_id: str) -> Counter[str]:
    """The same count as `votes.pairs`, from the log.

    Raises:
        log.Broken: if an event is not what its digest says.
    """
    named: dict[str, str] = {}
    slips: Counter[str] = Counter()
    for event in log.about(connection, round_id, CAST, SLIPS):
        body: dict[str, str] = event.body or {}
        if event.kind == CAST:
            named[body["voter"]] = body["ballot"]
        else:
            slips.update(ballot for _key, ballot in votes.recorded_slips(body))
    return slips + Counter(named.values())


def count_twice(connection: Connection, round_id: str) -> None:
    """Both counts must agree before a result is known.

    Raises:
        FileRefused: "counts_differ".
    """
    try:
        record = recorded(connection, round_id)
    except log.Broken as broken:
        raise FileRefused("counts_differ", round=round_id, event=broken.seq) from None
    if votes.pairs(connection, round_id) != record:
        raise FileRefused("counts_differ", round=round_id)
