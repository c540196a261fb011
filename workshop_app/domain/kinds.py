"""The fixed vocabularies of the day. Plain enums, importable without pydantic."""

from __future__ import annotations

from enum import StrEnum


class DayStatus(StrEnum):
    """A draft can be changed; a finalised day is normally a public record."""

    DRAFT = "draft"
    FINALISED = "finalised"


class Half(StrEnum):
    """Which half of the day (sv: pass); the right to vote is per half."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class AgendaKind(StrEnum):
    """What an agenda item is."""

    INFORMATION = "information"
    VOTE = "vote"
    GROUP_WORK = "group_work"
    PLENARY = "plenary"
    BREAK = "break"


class EvidenceType(StrEnum):
    """What a milestone or initiative is founded on."""

    STATISTICS = "statistics"
    EVALUATION = "evaluation"
    SURVEY = "survey"
    INVESTIGATION = "investigation"
    DIALOGUE = "dialogue"
    MISSING = "missing"


class IdeaOutcome(StrEnum):
    """What became of an idea."""

    OPEN = "open"
    PROMOTED = "promoted"
    MERGED = "merged"
    PARKED = "parked"


class ChallengeKind(StrEnum):
    """What a unit brings to the day."""

    CHALLENGE = "challenge"
    OPPORTUNITY = "opportunity"


class MilestoneStatus(StrEnum):
    """Where a milestone stands on its way."""

    CANDIDATE = "candidate"
    CHOSEN = "chosen"
    DROPPED = "dropped"


class FollowUpStatus(StrEnum):
    """How a milestone from an earlier day has gone."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    DELAYED = "delayed"
    DROPPED = "dropped"


class InitiativeKind(StrEnum):
    """What sort of initiative it is."""

    LEGAL = "legal"
    INVESTMENT = "investment"
    SAVING = "saving"
    REVENUE = "revenue"
    TRANSITION = "transition"


class Regulation(StrEnum):
    """Which law the service stands under; not the same as mandatory or voluntary."""

    SPECIAL_LAW = "special_law"
    MUNICIPAL_LAW = "municipal_law"


class FrameStatus(StrEnum):
    """How far a frame alternative has come."""

    PRELIMINARY = "preliminary"
    PROPOSED = "proposed"
    DECIDED = "decided"


class StanceKind(StrEnum):
    """What the room proposes for a row; never a decision."""

    DO = "do"
    LATER = "later"
    DONT = "dont"
    INVESTIGATE = "investigate"


class Side(StrEnum):
    """Where a row stands in the waterline."""

    ABOVE = "above"
    BELOW = "below"
    NONE = "none"


class RoundMethod(StrEnum):
    """How ballots of a round are filled in and counted (names as on the command line)."""

    CHOICE = "choice"
    DOTS = "dots"
    RATING = "rating"
    NEED = "need"
    POINTS = "points"


class RoundState(StrEnum):
    """ready -> open -> closed -> shown -> locked; cancelled keeps the round, marked."""

    READY = "ready"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"
    LOCKED = "locked"
    CANCELLED = "cancelled"


class Secrecy(StrEnum):
    """Anonymous ballots cannot be tied to a person; open ones are seen by the room."""

    ANONYMOUS = "anonymous"
    OPEN = "open"


class Channel(StrEnum):
    """The ways a ballot comes in; counted together, kept apart in the record."""

    LAPTOP = "laptop"
    SCREEN = "screen"
    HANDS = "hands"
    PAPER = "paper"
    PHONE = "phone"


class Better(StrEnum):
    """Whether a higher or a lower figure is better."""

    HIGHER = "higher"
    LOWER = "lower"
