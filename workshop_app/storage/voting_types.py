"""The words of votes in the file: kinds of events, a ballot on its way, a round's row."""

from __future__ import annotations

from dataclasses import dataclass, field

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel, RoundState, Secrecy

KEY_BYTES = 16

OPENED = "round_opened"
CAST = "ballot_cast"
HANDS = "hands_counted"
SLIPS = "slips_counted"
CLOSED = "round_closed"
REOPENED = "round_reopened"
SHOWN = "round_shown"
LOCKED = "round_locked"
CANCELLED = "round_cancelled"
IMPORTED = "votes_imported"
DISPOSED = "ballots_disposed"
ELECTORATE = "electorate"
VOTE_KINDS = (
    OPENED, CAST, HANDS, SLIPS, CLOSED, REOPENED, SHOWN, LOCKED, CANCELLED, IMPORTED, DISPOSED,
    ELECTORATE,
)  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """One ballot on its way. Its text in a traceback or a log tells only of the round.

    Attributes:
        round_id: The round.
        voter: Participant id; goes to the roll, never beside an anonymous ballot. Empty where
            voters draw cards.
        channel: How it came in.
        ballot: The answers.
        key: 16 random bytes of whoever casts; a retry has the same and is counted once.
        code: The code of a drawn card, in rounds that have them.
    """

    round_id: str
    voter: str = field(repr=False)
    channel: Channel
    ballot: Ballot = field(repr=False)
    key: bytes = field(repr=False)
    code: str = field(default="", repr=False)


@dataclass(frozen=True)
class Held:
    """A round as its row tells.

    Attributes:
        state: How far it has come.
        secrecy: As it was when the round opened.
        electorate: The base of the turnout.
        imported: Ballots that came without voters.
        cards: How many cards can be drawn; 0 = voters are known by their ids.
    """

    state: RoundState = RoundState.READY
    secrecy: Secrecy = Secrecy.ANONYMOUS
    electorate: int = 0
    imported: int = 0
    cards: int = 0
