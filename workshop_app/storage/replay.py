"""What the log says the tables must hold: every event once, in order, nothing kept of ballots."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.kinds import RoundState, Secrecy
from workshop_app.storage.hands import hands_body
from workshop_app.storage.history import CONTENT_KINDS, ERASED, changes_from
from workshop_app.storage.voting_types import (
    CANCELLED,
    CAST,
    CLOSED,
    DISPOSED,
    ELECTORATE,
    HANDS,
    IMPORTED,
    LOCKED,
    OPENED,
    REOPENED,
    SHOWN,
    SLIPS,
    VOTE_KINDS,
)

_STATES = {
    OPENED: RoundState.OPEN,
    CLOSED: RoundState.CLOSED,
    REOPENED: RoundState.OPEN,
    SHOWN: RoundState.SHOWN,
    LOCKED: RoundState.LOCKED,
    CANCELLED: RoundState.CANCELLED,
    IMPORTED: RoundState.LOCKED,
}
_NO_HANDS = hands_body(HandCount())


@dataclass
class LoggedRound:
    """A round as the log tells.

    Attributes:
        state: How far it has come.
        opened: The body of its opening or its import.
        closed: The body of its last closing, while it is closed.
        hands: The last show of hands.
        named: Voter -> channel and ballot, in an open vote.
        slips: A hash over the lines of all counted slips.
        counted: How many those are.
        kept: What was kept when its ballots were disposed of.
    """

    state: RoundState = RoundState.READY
    opened: dict[str, Any] = field(default_factory=dict)
    closed: dict[str, Any] = field(default_factory=dict)
    hands: Any = field(default_factory=_NO_HANDS.copy)
    named: dict[str, tuple[str, str]] = field(default_factory=dict)
    slips: Any = field(default_factory=hashlib.sha256)
    counted: int = 0
    kept: dict[str, Any] | None = None

    def forget_ballots(self) -> None:
        """They went back into the box, or away for good."""
        self.named, self.slips, self.counted = {}, hashlib.sha256(), 0

    @property
    def secrecy(self) -> Secrecy:
        """As it was when the round opened."""
        return Secrecy(self.opened.get("secrecy", Secrecy.ANONYMOUS))


class Replay:
    """The events one on the other.

    Attributes:
        content: (collection, id) -> the row's values.
        rounds: Round -> what its events say.
        unknown_erasures: Events whose body is gone though no later event says so.
    """

    def __init__(self) -> None:
        self.content: dict[tuple[str, str], Mapping[str, Any]] = {}
        self.rounds: dict[str, LoggedRound] = {}
        self.unknown_erasures: set[int] = set()

    def take(self, seq: int, kind: str, text: str | None) -> None:
        """One event."""
        if text is None:
            self.unknown_erasures.add(seq)
            return
        body = json.loads(text)
        self.unknown_erasures.difference_update(body.get("erased", ()))
        if kind in CONTENT_KINDS:
            self._take_content(kind, body)
        elif kind in VOTE_KINDS:
            self._take_vote(kind, body)

    def _take_content(self, kind: str, body: dict[str, Any]) -> None:
        if kind == ERASED:
            self.content.clear()
        for change in changes_from(body):
            if change.after is None:
                self.content.pop((change.collection, change.key), None)
            else:
                self.content[change.collection, change.key] = change.after

    def _take_vote(self, kind: str, body: dict[str, Any]) -> None:
        found = self.rounds.setdefault(body.pop("round"), LoggedRound())
        found.state = _STATES.get(kind, found.state)
        if kind == CAST:
            found.named[body["voter"]] = body["channel"], body["ballot"]
        elif kind == SLIPS:
            found.slips.update(f"{body['slips']}\n".encode())
            found.counted += body["slips"].count("\n") + 1
        elif kind == HANDS:
            found.hands = body
        else:
            _take_act(found, kind, body)


def _take_act(found: LoggedRound, kind: str, body: dict[str, Any]) -> None:
    if kind in {OPENED, IMPORTED}:
        found.opened = body
        found.hands = body.get("hands", found.hands)
    elif kind in {CLOSED, CANCELLED}:
        found.closed = body or found.closed
    elif kind == ELECTORATE:
        found.opened = {**found.opened, "electorate": body["electorate"]}
    elif kind == REOPENED:
        found.closed = {}
        if found.secrecy is Secrecy.ANONYMOUS:
            found.forget_ballots()
    elif kind == DISPOSED:
        found.kept = body["kept"]
        found.forget_ballots()
