"""The nouns of the economy: need, forecast, frames and proposals. Amounts in whole tkr."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field

from workshop_app.domain.kinds import FrameStatus, Side, StanceKind
from workshop_app.domain.noun import Ids, Noun


class NeedPart(Noun):
    """One part of the need at unchanged service, in tkr."""

    name: str = Field(min_length=1)
    amount_tkr: int


class ForecastLine(Noun):
    """One line of the forecast: for the municipality, a board or a unit; tkr, minus = deficit.

    `budget_tkr` and `year_end_tkr` are the figures to compare with: the year's budget, and the
    outcome of the year before.
    """

    scope: str = ""
    ref_id: str = ""
    amount_tkr: int
    cause: str = ""
    budget_tkr: int | None = None
    year_end_tkr: int | None = None


class Referral(Noun):
    """The referral (sv: remiss) the day answers."""

    sender: str = ""
    sent: dt.date | None = None
    answer_by: dt.date | None = None
    recipients: Ids = ()
    frame_ids: Ids = ()
    question: str = ""


class FrameAlternative(Noun):
    """A financial frame (sv: ramalternativ) in tkr, with the municipality's result in permille."""

    name: str = Field(min_length=1)
    frame_tkr: int | None = None
    result_permille: int | None = None
    reaches_target: bool = True
    description: str = ""
    status: FrameStatus = FrameStatus.PRELIMINARY
    decided_on: dt.date | None = None
    paragraph: str = ""


class Portfolio(Noun):
    """What is proposed in one frame alternative; `snapshot` 0 is the live one."""

    frame_id: str = Field(min_length=1)
    chosen: Ids = ()
    snapshot: int = Field(default=0, ge=0)
    saved_as: str = ""


class Stance(Noun):
    """What the room proposes for a row of the waterline in one alternative, with the reason."""

    frame_id: str = Field(min_length=1)
    initiative_id: str = Field(min_length=1)
    side: Side = Side.NONE
    kind: StanceKind | None = None
    reason: str = ""
