"""A ballot: one person's answers in one round, and its canonical text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

_PARTS = frozenset({"answers", "dots", "stops", "group"})


def _nothing() -> dict[str, str]:
    return {}


def _no_dots() -> dict[str, int]:
    return {}


@dataclass(frozen=True, slots=True)
class Ballot:
    """Answers of one person; empty everywhere = blank.

    Attributes:
        answers: Option -> answer code, for choice, need and rating ("1".."5", "abstain").
        dots: Option -> number of dots.
        stops: Options with a stop.
        group: The voter's unit or group, or "rest": only in a round that is split, and only so far
            as the small-group rule lets it be shown.
    """

    answers: Mapping[str, str] = field(default_factory=_nothing)
    dots: Mapping[str, int] = field(default_factory=_no_dots)
    stops: frozenset[str] = frozenset()
    group: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing at all is marked."""
        return not self.answers and not any(self.dots.values()) and not self.stops

    def text(self) -> str:
        """Canonical JSON: equal ballots have equal texts, nothing tells who or when."""
        body: dict[str, object] = {}
        if self.answers:
            body["answers"] = dict(self.answers)
        if any(self.dots.values()):
            body["dots"] = {k: v for k, v in self.dots.items() if v}
        if self.stops:
            body["stops"] = sorted(self.stops)
        if self.group:
            body["group"] = self.group
        return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str) -> Ballot:
        """The ballot a canonical text stands for.

        Raises:
            ValueError: if the text is not one of ours.
        """
        body = json.loads(text)
        if not isinstance(body, dict) or not set(body) <= _PARTS:
            raise ValueError(text)
        answers, dots, stops = body.get("answers", {}), body.get("dots", {}), body.get("stops", [])
        group = body.get("group", "")
        sound = isinstance(stops, list) and isinstance(group, str)
        if not (sound and _holds(answers, str) and _holds(dots, int)):
            raise ValueError(text)
        return cls(answers, dots, frozenset(str(one) for one in stops), group)


def _holds(marks: object, kind: type) -> bool:
    """Whether it is an object of such values only; true and false are not numbers here."""
    if not isinstance(marks, dict):
        return False
    return all(isinstance(one, kind) and not isinstance(one, bool) for one in marks.values())


@dataclass(frozen=True, slots=True)
class HandCount:
    """A show of hands: how many people, and their marks per option and answer.

    Attributes:
        people: How many people the counts stand for.
        counts: Option -> counted key -> number; keys are "dots", "stops" or an answer code.
        voters: Those known to have voted this way (subset of the people).
        second: What a second person counted, on their own; None if nobody did.
    """

    people: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    voters: frozenset[str] = frozenset()
    second: Mapping[str, Mapping[str, int]] | None = None
