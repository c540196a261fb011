"""The sample day for tests of the rules: as imported, and with every round counted and shown."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from workshop_app.domain.day import Day, with_standing
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.rounds import electorate
from workshop_app.domain.tally import tally
from workshop_app.domain.votes import RoundResult, Standing
from workshop_app.storage.importing import Imported, from_json

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


@cache
def imported() -> Imported:
    """The sample day with its ballots."""
    return from_json((SAMPLE / "day.json").read_text(encoding="utf-8-sig"))


@cache
def expected() -> Any:
    """The sample day's right answers."""
    return json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))


@cache
def vectors() -> tuple[Any, ...]:
    """Worked and published cases."""
    return tuple(json.loads((SAMPLE / "vectors.json").read_text(encoding="utf-8")))


def vectors_of(kind: str) -> list[Any]:
    """The cases of one kind."""
    return [case for case in vectors() if case["kind"] == kind]


@cache
def counted(state: RoundState = RoundState.LOCKED) -> Day:
    """The sample day with every round counted, in that state."""
    sample = imported()
    day = replace(sample.day, votes={})
    for voting in sample.day.rounds:
        result = tally(
            voting,
            sample.day,
            sample.ballots.get(voting.id, ()),
            sample.hands.get(voting.id),
        )
        standing = Standing(
            voting.id,
            state=state,
            electorate=electorate(day, voting),
            voted=result.voted,
            blank=result.blank,
            result=result,
        )
        day = with_standing(day, standing)
    return day


def result(round_id: str) -> RoundResult:
    """The count of one of the sample's rounds."""
    found = counted().standing(round_id).result
    assert found is not None
    return found
