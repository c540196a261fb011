"""The Swedish words of the fixed vocabularies, and the answers of ballots."""

from __future__ import annotations

from workshop_app.domain.kinds import (
    AgendaKind,
    Better,
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
from workshop_app.storage.intake.problems import Unreadable
from workshop_app.storage.intake.readers import one_of, text, words
from workshop_app.storage.intake.tables import plain

day_status = one_of(DayStatus, {"utkast": DayStatus.DRAFT, "färdigställd": DayStatus.FINALISED})
half = one_of(
    Half,
    {
        "fm": Half.MORNING,
        "em": Half.AFTERNOON,
        "förmiddag": Half.MORNING,
        "eftermiddag": Half.AFTERNOON,
    },
)
agenda_kind = one_of(
    AgendaKind,
    {
        "information": AgendaKind.INFORMATION,
        "röstning": AgendaKind.VOTE,
        "grupparbete": AgendaKind.GROUP_WORK,
        "storgrupp": AgendaKind.PLENARY,
        "paus": AgendaKind.BREAK,
    },
)
evidence_type = one_of(
    EvidenceType,
    {
        "statistik": EvidenceType.STATISTICS,
        "utvärdering": EvidenceType.EVALUATION,
        "enkät": EvidenceType.SURVEY,
        "utredning": EvidenceType.INVESTIGATION,
        "dialog": EvidenceType.DIALOGUE,
        "saknas": EvidenceType.MISSING,
    },
)
idea_outcome = one_of(
    IdeaOutcome,
    {
        "öppen": IdeaOutcome.OPEN,
        "blev milstolpe": IdeaOutcome.PROMOTED,
        "sammanslagen": IdeaOutcome.MERGED,
        "parkerad": IdeaOutcome.PARKED,
    },
)
milestone_status = one_of(
    MilestoneStatus,
    {
        "kandidat": MilestoneStatus.CANDIDATE,
        "vald": MilestoneStatus.CHOSEN,
        "släppt": MilestoneStatus.DROPPED,
    },
)
follow_up_status = one_of(
    FollowUpStatus,
    {
        "nådd": FollowUpStatus.REACHED,
        "på väg": FollowUpStatus.ON_TRACK,
        "försenad": FollowUpStatus.DELAYED,
        "släppt": FollowUpStatus.DROPPED,
    },
)
initiative_kind = one_of(
    InitiativeKind,
    {
        "lagkrav": InitiativeKind.LEGAL,
        "satsning": InitiativeKind.INVESTMENT,
        "besparing": InitiativeKind.SAVING,
        "intäkt": InitiativeKind.REVENUE,
        "omställning": InitiativeKind.TRANSITION,
    },
)
regulation = one_of(
    Regulation, {"speciallag": Regulation.SPECIAL_LAW, "kommunallag": Regulation.MUNICIPAL_LAW}
)
frame_status = one_of(
    FrameStatus,
    {
        "preliminär": FrameStatus.PRELIMINARY,
        "föreslagen": FrameStatus.PROPOSED,
        "beslutad": FrameStatus.DECIDED,
    },
)
stance_kind = one_of(
    StanceKind,
    {
        "göra": StanceKind.DO,
        "senare": StanceKind.LATER,
        "göra inte": StanceKind.DONT,
        "utreds": StanceKind.INVESTIGATE,
    },
)
side = one_of(Side, {"över": Side.ABOVE, "under": Side.BELOW, "ingen": Side.NONE})
better = one_of(Better, {"högre": Better.HIGHER, "lägre": Better.LOWER})
secrecy = one_of(Secrecy, {"anonym": Secrecy.ANONYMOUS, "öppen": Secrecy.OPEN})
method = one_of(
    RoundMethod,
    {
        "ett val": RoundMethod.CHOICE,
        "prickar": RoundMethod.DOTS,
        "prickar och stopp": RoundMethod.POINTS,
        "behov": RoundMethod.NEED,
        "samsyn": RoundMethod.RATING,
        "skala": RoundMethod.RATING,
        "händer": RoundMethod.CHOICE,
    },
)

ABSTAIN = "abstain"
# Answers that another program or a person may have written; anything else keeps its own words.
_ANSWERS = (
    ("keep", "behåll"),
    ("develop", "utveckla"),
    ("wind_down", "avveckla"),
    ("support", "stöder"),
    ("can_live_with", "kan leva med"),
    ("against", "emot"),
    ("need", "behöver"),
    ("need", "behöver ha"),
    ("nice", "bra"),
    ("nice", "bra att ha"),
    ("yes", "ja"),
    ("no", "nej"),
    (ABSTAIN, "avstår"),
)


def answer(raw: object) -> str:
    """The code of an answer; a free answer is its own code."""
    word = plain(text(raw))
    for code, swedish in _ANSWERS:
        if word in (code, plain(swedish)):
            return code
    return text(raw)


def answers(raw: object) -> tuple[str, ...]:
    """The codes of a list of answers."""
    return tuple(answer(each) for each in words(raw))


def scope(raw: object) -> str:
    """Whose forecast: municipality, board or unit."""
    word = plain(text(raw))
    for code, swedish in (("municipality", "kommun"), ("board", "namnd"), ("unit", "enhet")):
        if word in (code, swedish):
            return code
    raise Unreadable("word_unknown", allowed=("kommun", "nämnd", "enhet"))


def need_or_nice(raw: object) -> str:
    """The preparers' suggestion: need or nice."""
    code = answer(raw)
    if code not in ("need", "nice"):
        raise Unreadable("word_unknown", allowed=("behöver", "bra"))
    return code
