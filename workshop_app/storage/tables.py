"""The rows of the nouns: SQLModel's own base/table idiom, adding keys and column types only.

The tables themselves are made by the frozen SQL of `schema`, never by this metadata; a test
compares the two so that they cannot drift.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pydantic import ConfigDict
from sqlalchemy import Column, Dialect, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field
from typing_extensions import override

from workshop_app.domain.kinds import (
    AgendaKind,
    Better,
    ChallengeKind,
    DayStatus,
    EvidenceType,
    FollowUpStatus,
    FrameStatus,
    Half,
    IdeaOutcome,
    InitiativeKind,
    MilestoneStatus,
    Regulation,
    RoundMethod,
    Secrecy,
    Side,
    StanceKind,
)
from workshop_app.domain.nouns import (
    AgendaItem,
    Board,
    CalendarStep,
    Challenge,
    Direction,
    FollowUp,
    ForecastLine,
    FrameAlternative,
    Idea,
    Ids,
    Indicator,
    Initiative,
    Milestone,
    NeedPart,
    Noun,
    Participant,
    Portfolio,
    Recipient,
    Referral,
    ReviewedActivity,
    Stance,
    SteeringDocument,
    Track,
    Unit,
    VotingRound,
    Workshop,
)

# A row is written to; the noun it comes from is frozen.
_ROW: Any = ConfigDict(frozen=False)


class WordText(TypeDecorator[StrEnum]):
    """A word of a fixed vocabulary, as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """The text of the word."""
        return None if value is None else self.kind(value).value

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        """The word of the text."""
        return None if value is None else self.kind(value)


class IdsText(TypeDecorator[Ids]):
    """Ids in order, as a JSON list."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Ids | None, dialect: Dialect) -> str | None:
        """The list as text."""
        return json.dumps(list(value or ()), ensure_ascii=False, separators=(",", ":"))

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Ids | None:
        """The ids of the text."""
        return None if value is None else tuple(json.loads(value))


def _word(kind: type[StrEnum], default: Any = ...) -> Any:  # noqa: ANN401 - as SQLModel's Field
    return Field(default=default, sa_column=Column(WordText(kind), nullable=default is None))


def _ids() -> Any:  # noqa: ANN401 - as SQLModel's Field
    return Field(default=(), sa_column=Column(IdsText(), nullable=False))


class WorkshopRow(Workshop, table=True):
    """Rows of `workshop`."""

    __tablename__ = "workshop"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    status: DayStatus = _word(DayStatus, DayStatus.DRAFT)


class BoardRow(Board, table=True):
    """Rows of `boards`."""

    __tablename__ = "boards"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class UnitRow(Unit, table=True):
    """Rows of `units`."""

    __tablename__ = "units"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class ParticipantRow(Participant, table=True):
    """Rows of `participants`."""

    __tablename__ = "participants"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class SteeringDocumentRow(SteeringDocument, table=True):
    """Rows of `documents`."""

    __tablename__ = "documents"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class TrackRow(Track, table=True):
    """Rows of `tracks`."""

    __tablename__ = "tracks"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class IdeaRow(Idea, table=True):
    """Rows of `ideas`."""

    __tablename__ = "ideas"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    outcome: IdeaOutcome = _word(IdeaOutcome, IdeaOutcome.OPEN)


class MilestoneRow(Milestone, table=True):
    """Rows of `milestones`."""

    __tablename__ = "milestones"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    evidence_type: EvidenceType = _word(EvidenceType, EvidenceType.MISSING)
    status: MilestoneStatus = _word(MilestoneStatus, MilestoneStatus.CANDIDATE)
    shared_with: Ids = _ids()
    shared_with_external: Ids = _ids()


class FollowUpRow(FollowUp, table=True):
    """Rows of `follow_ups`."""

    __tablename__ = "follow_ups"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    status: FollowUpStatus = _word(FollowUpStatus)


class ReviewedActivityRow(ReviewedActivity, table=True):
    """Rows of `activities`."""

    __tablename__ = "activities"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class NeedPartRow(NeedPart, table=True):
    """Rows of `need_parts`."""

    __tablename__ = "need_parts"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class ForecastLineRow(ForecastLine, table=True):
    """Rows of `forecast`."""

    __tablename__ = "forecast"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class ReferralRow(Referral, table=True):
    """Rows of `referrals`."""

    __tablename__ = "referrals"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    recipients: Ids = _ids()
    frame_ids: Ids = _ids()


class IndicatorRow(Indicator, table=True):
    """Rows of `indicators`."""

    __tablename__ = "indicators"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    better: Better = _word(Better, Better.HIGHER)


class InitiativeRow(Initiative, table=True):
    """Rows of `initiatives`."""

    __tablename__ = "initiatives"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    kind: InitiativeKind = _word(InitiativeKind)
    regulation: Regulation = _word(Regulation)
    goal_ids: Ids = _ids()
    document_ids: Ids = _ids()
    needs: Ids = _ids()
    conflicts_with: Ids = _ids()
    shared_with: Ids = _ids()
    shared_with_external: Ids = _ids()


class FrameAlternativeRow(FrameAlternative, table=True):
    """Rows of `frames`."""

    __tablename__ = "frames"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    status: FrameStatus = _word(FrameStatus, FrameStatus.PRELIMINARY)


class PortfolioRow(Portfolio, table=True):
    """Rows of `portfolios`."""

    __tablename__ = "portfolios"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    chosen: Ids = _ids()


class StanceRow(Stance, table=True):
    """Rows of `stances`."""

    __tablename__ = "stances"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    side: Side = _word(Side, Side.NONE)
    kind: StanceKind | None = _word(StanceKind, None)


class AgendaItemRow(AgendaItem, table=True):
    """Rows of `agenda`."""

    __tablename__ = "agenda"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    kind: AgendaKind = _word(AgendaKind)


class CalendarStepRow(CalendarStep, table=True):
    """Rows of `calendar`."""

    __tablename__ = "calendar"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class RecipientRow(Recipient, table=True):
    """Rows of `recipients`."""

    __tablename__ = "recipients"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


class VotingRoundRow(VotingRound, table=True):
    """Rows of `rounds`."""

    __tablename__ = "rounds"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    method: RoundMethod = _word(RoundMethod)
    half: Half = _word(Half)
    channels: Ids = _ids()
    answers: Ids = _ids()
    options: Ids = _ids()
    secrecy: Secrecy = _word(Secrecy, Secrecy.ANONYMOUS)
    tie_order: Ids = _ids()


class ChallengeRow(Challenge, table=True):
    """Rows of `challenges`."""

    __tablename__ = "challenges"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)
    kind: ChallengeKind = _word(ChallengeKind, ChallengeKind.CHALLENGE)
    outcome: IdeaOutcome = _word(IdeaOutcome, IdeaOutcome.OPEN)


class DirectionRow(Direction, table=True):
    """Rows of `directions`."""

    __tablename__ = "directions"
    model_config = _ROW
    id: str = Field(primary_key=True, min_length=1)


ROWS: Mapping[str, type[Noun]] = MappingProxyType(
    {
        "workshop": WorkshopRow,
        "boards": BoardRow,
        "units": UnitRow,
        "participants": ParticipantRow,
        "documents": SteeringDocumentRow,
        "tracks": TrackRow,
        "ideas": IdeaRow,
        "milestones": MilestoneRow,
        "follow_ups": FollowUpRow,
        "activities": ReviewedActivityRow,
        "need_parts": NeedPartRow,
        "forecast": ForecastLineRow,
        "referrals": ReferralRow,
        "indicators": IndicatorRow,
        "initiatives": InitiativeRow,
        "frames": FrameAlternativeRow,
        "portfolios": PortfolioRow,
        "stances": StanceRow,
        "agenda": AgendaItemRow,
        "calendar": CalendarStepRow,
        "recipients": RecipientRow,
        "rounds": VotingRoundRow,
        "challenges": ChallengeRow,
        "directions": DirectionRow,
    }
)
"""Collection -> row class."""
