"""Counts that stay when ballots are disposed of: numbers per option, never a ballot."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.tally import Tally
from workshop_app.storage.connection import sql
from workshop_app.storage.log import canonical


def summed_up(voting: VotingRound, pairs: Iterable[tuple[str, int]]) -> dict[str, Any]:
    """What a result needs of the ballots, as plain values; also of each group they tell of."""
    return _summed_up(voting, [(Ballot.parse(text), times) for text, times in pairs])


def _summed_up(voting: VotingRound, ballots: Sequence[tuple[Ballot, int]]) -> dict[str, Any]:
    count = Tally(voting)
    groups: dict[str, list[tuple[Ballot, int]]] = {}
    for ballot, times in ballots:
        count.add(ballot, times)
        if ballot.group:
            groups.setdefault(ballot.group, []).append((replace(ballot, group=""), times))
    others = {
        option: {key: number for key, number in given.items() if key != "dots"}
        for option, given in count.counts.items()
    }
    people = {
        option: {str(dots): number for dots, number in given.items()}
        for option, given in count.people.items()
    }
    return {
        "voted": sum(times for _ballot, times in ballots),
        "blank": sum(times for ballot, times in ballots if ballot.blank),
        "counts": others,
        "people": people,
        "parts": {group: _summed_up(voting, some) for group, some in groups.items()},
    }


def add_kept(count: Tally, kept: Mapping[str, Any]) -> None:
    """Count what was kept."""
    for option, given in kept["counts"].items():
        people = {int(dots): number for dots, number in kept["people"][option].items()}
        count.add_counts(option, given, people)
    count.add_turnout(kept["voted"], kept["blank"])
    for group, part in kept["parts"].items():
        add_kept(count.parts.setdefault(group, Tally(count.voting)), part)


def read_kept(connection: Connection, round_id: str) -> dict[str, Any] | None:
    """What was kept of a round; None if its ballots are still there."""
    row = sql(
        connection, "SELECT counts FROM kept_count WHERE round_id = ?", (round_id,)
    ).fetchone()
    return None if row is None else dict(json.loads(row[0]))


def keep(connection: Connection, round_id: str, kept: Mapping[str, Any]) -> None:
    """Store what stays."""
    sql(
        connection,
        "INSERT INTO kept_count (round_id, counts) VALUES (?, ?)",
        (round_id, canonical(kept)),
    )
