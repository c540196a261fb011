"""The nouns of the day: frozen SQLModel data models, compared by value.

The row of each noun is a subclass in `storage.tables`. All amounts are whole tkr, minus = lower
net cost. Ids are stable text keys: a UUID, or the key the importer had (such as
`I04`). `position` is the order within the day.
"""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field

from workshop_app.domain.kinds import (
    AgendaKind,
    Better,
    ChallengeKind,
    DayStatus,
    EvidenceType,
    FollowUpStatus,
    Half,
    IdeaOutcome,
    InitiativeKind,
    MilestoneStatus,
    Regulation,
    RoundMethod,
    Secrecy,
)
from workshop_app.domain.money_nouns import (
    ForecastLine,
    FrameAlternative,
    NeedPart,
    Portfolio,
    Referral,
    Stance,
)
from workshop_app.domain.noun import Ids, Noun

__all__ = [
    "AgendaItem",
    "Board",
    "CalendarStep",
    "Challenge",
    "Direction",
    "FollowUp",
    "ForecastLine",
    "FrameAlternative",
    "Idea",
    "Ids",
    "Indicator",
    "Initiative",
    "Milestone",
    "NeedPart",
    "Noun",
    "Participant",
    "Portfolio",
    "Recipient",
    "Referral",
    "ReviewedActivity",
    "Stance",
    "SteeringDocument",
    "Track",
    "Unit",
    "VotingRound",
    "Workshop",
]


class Workshop(Noun):
    """The day itself (sv: verkstadsdag) and its local names."""

    title: str = Field(min_length=1)
    date: dt.date
    start: str = Field(default="08:30", regex=r"^\d\d:\d\d$")
    end: str = Field(default="16:00", regex=r"^\d\d:\d\d$")
    venue: str = ""
    municipality: str = ""
    inhabitants: int | None = Field(default=None, ge=0)
    department: str = ""
    board: str = ""
    owner_role: str = ""
    purpose: str = ""
    expected_result: str = ""
    status: DayStatus = DayStatus.DRAFT
    registry_number: str = ""
    notice: str = ""
    budget_year: int = 2028
    plan_period: str = ""
    plan_end_year: int = 2030
    sign_rule: str = ""
    result_target: str = ""
    result_target_permille: int | None = None
    tax_base_tkr: int | None = None
    budget_tkr: int | None = None
    need_tkr: int | None = None
    forecast_name: str = ""
    forum_name: str = ""
    process_name: str = ""
    track_name: str = ""
    track_short_name: str = ""
    plan_name: str = ""
    plan_former_name: str = ""
    milestone_name: str = ""
    initiative_name: str = ""
    ground_rules: str = ""
    contact: str = ""


class AgendaItem(Noun):
    """One timed block; `round_id` is the voting round it drives, if any. Times are HH:MM."""

    title: str = Field(min_length=1)
    start: str = Field(regex=r"^\d\d:\d\d$")
    end: str = Field(regex=r"^\d\d:\d\d$")
    minutes: int = Field(ge=0)
    kind: AgendaKind
    owner_role: str = ""
    instruction: str = ""
    round_id: str = ""
    step: str = ""


class Board(Noun):
    """A committee of politicians (sv: nämnd) with its net budget in tkr."""

    name: str = Field(min_length=1)
    net_budget_tkr: int = 0
    special_law_tkr: int = 0
    forecast_tkr: int | None = None


class Unit(Noun):
    """A unit of the department with the share of its budget that special law regulates (tkr)."""

    name: str = Field(min_length=1)
    board_id: str = ""
    net_budget_tkr: int = 0
    special_law_tkr: int = 0
    comment: str = ""
    frame_tkr: int | None = None


class Participant(Noun):
    """A role in the room; the name is optional."""

    role: str = Field(min_length=1)
    name: str = ""
    unit_id: str = ""
    group: str = ""
    organisation: str = ""
    votes_morning: bool = False
    votes_afternoon: bool = False
    present: bool = True
    task: str = ""


class SteeringDocument(Noun):
    """A goal, programme or plan; years inclusive."""

    kind: str = ""
    title: str = Field(min_length=1)
    decided_by: str = ""
    from_year: int | None = None
    to_year: int | None = None


class Indicator(Noun):
    """A published figure of the situation picture; value as written, with its direction."""

    area: str = ""
    name: str = Field(min_length=1)
    value: str = ""
    unit: str = ""
    previous: str = ""
    source: str = ""
    better: Better = Better.HIGHER
    preliminary: bool = False
    good: str = ""
    needs_work: str = ""
    action: str = ""
    action_owner: str = ""
    action_by: dt.date | None = None
    leads_to: str = ""
    year: int | None = Field(default=None, ge=1990, le=2200)


class Track(Noun):
    """A strategic track (sv: spårområde), decided before the day."""

    name: str = Field(min_length=1)
    question: str = ""
    decided: str = ""
    owner_role: str = ""
    locked: bool = True


class Idea(Noun):
    """Raw input in a track; kept also when merged or parked."""

    number: int = 0
    track_id: str = ""
    text: str = Field(min_length=1)
    outcome: IdeaOutcome = IdeaOutcome.OPEN
    milestone_id: str = ""
    comment: str = ""
    raised_by: str = ""
    merged_with: str = ""


class Milestone(Noun):
    """A state that is reached (sv: milstolpe), with year, owner, measure and evidence."""

    track_id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    short_name: str = Field(default="", max_length=48)
    year: int | None = Field(default=None, ge=1990, le=2200)
    quarter: int | None = Field(default=None, ge=1, le=4)
    owner_role: str = ""
    measure: str = ""
    current_state: str = ""
    desired_state: str = ""
    evidence: str = ""
    evidence_type: EvidenceType = EvidenceType.MISSING
    evidence_strength: int = Field(default=1, ge=1, le=3)
    status: MilestoneStatus = MilestoneStatus.CANDIDATE
    goes_on: bool = False
    shared_with: Ids = ()
    shared_with_external: Ids = ()
    origin: str = ""
    since_last: str = ""

    @property
    def label(self) -> str:
        """The short name, or the title where there is none."""
        return self.short_name or self.title


class FollowUp(Noun):
    """A milestone from an earlier day and how it has gone."""

    from_day: str = ""
    from_date: dt.date | None = None
    track_id: str = ""
    year: int | None = None
    quarter: int | None = Field(default=None, ge=1, le=4)
    title: str = Field(min_length=1)
    short_name: str = ""
    owner_role: str = ""
    measure: str = ""
    status: FollowUpStatus
    comment: str = ""
    leads_to: str = ""


class ReviewedActivity(Noun):
    """A service under review: keep, develop or wind down. Net cost in tkr."""

    title: str = Field(min_length=1)
    net_cost_tkr: int = 0
    evidence: str = ""
    question: str = ""


class Initiative(Noun):
    """A candidate of the afternoon.

    Effects are in tkr for the budget year and the two after; minus = lower net cost.
    """

    title: str = Field(min_length=1)
    short_name: str = Field(default="", max_length=48)
    unit_id: str = ""
    kind: InitiativeKind
    effect_tkr: int
    effect2_tkr: int = 0
    effect3_tkr: int = 0
    regulation: Regulation
    legal_reference: str = ""
    level_fixed_by_law: bool = False
    prepared_need: str = ""
    goal_ids: Ids = ()
    document_ids: Ids = ()
    track_id: str = ""
    co_determination: bool = False
    owner_role: str = ""
    needs: Ids = ()
    conflicts_with: Ids = ()
    consequence: str = ""
    voted_on: bool = True
    weighed: str = ""
    weighed_short_name: str = ""
    shared_with: Ids = ()
    shared_with_external: Ids = ()
    free_saving: bool = False
    for_whom: str = ""
    co_use: bool = False
    premises: str = ""
    origin: str = ""
    since_last: str = ""

    @property
    def label(self) -> str:
        """The short name, or the title where there is none."""
        return self.short_name or self.title

    @property
    def weighed_label(self) -> str:
        """The service at stake, short."""
        return self.weighed_short_name or self.weighed or self.label


class VotingRound(Noun):
    """The settings of a voting round; its ballots and its state are kept apart (`domain.votes`).

    Attributes:
        series: Key of the question; a new round of the same question has the same series and a
        higher number.
        dots: Dots for each voter (per track if `per_track`); `cap` most on one option; `stops`
        stop votes.
        advance: How many go on (per track if `per_track`).
        electorate: How many were entitled when an imported round was held; 0 = count those present.
        tie_order: The stored lottery, first wins.
        run_off_of: The round whose shared places this one settles; itself where lots settled them.
    """

    series: str = Field(min_length=1)
    number: int = Field(default=1, ge=1)
    name: str = Field(min_length=1)
    question: str = ""
    method: RoundMethod
    half: Half
    answers: Ids = ()
    may_abstain: bool = False
    dots: int = Field(default=0, ge=0)
    cap: int = Field(default=0, ge=0)
    stops: int = Field(default=0, ge=0)
    per_track: bool = False
    advance: int = Field(default=0, ge=0)
    options: Ids = ()
    secrecy: Secrecy = Secrecy.ANONYMOUS
    counts_hands: bool = False
    electorate: int = Field(default=0, ge=0)
    tie_order: Ids = ()
    threshold_percent: int = Field(default=80, ge=1, le=100)
    split_by: str = ""
    minutes: int = Field(default=0, ge=0)
    closes_on_time: bool = False
    headings_confirmed: bool = False
    run_off_of: str = ""
    channels: Ids = ()


class Challenge(Noun):
    """A challenge or an opportunity, raised before the day or on it, for a unit or a track."""

    kind: ChallengeKind = ChallengeKind.CHALLENGE
    text: str = Field(min_length=1)
    unit_id: str = ""
    track_id: str = ""
    raised_by: str = ""
    outcome: IdeaOutcome = IdeaOutcome.OPEN
    merged_with: str = ""


class Direction(Noun):
    """A numbered joint standpoint of the day, or an open disagreement."""

    number: int = 0
    text: str = Field(min_length=1)
    stands_behind: str = ""
    disagreement: bool = False


class CalendarStep(Noun):
    """A step of the budget year (sv: årshjul)."""

    date: dt.date
    event: str = Field(min_length=1)
    content: str = ""
    kind: str = ""


class Recipient(Noun):
    """Who gets what, and when."""

    name: str = Field(min_length=1)
    kind: str = ""
    gets: str = ""
    by: dt.date | None = None
    sent_on: dt.date | None = None
