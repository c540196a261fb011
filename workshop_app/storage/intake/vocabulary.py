"""The Swedish words of the fixed vocabularies, and the answers of ballots."""

from __future__ import annotations

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
from workshop_app.storage.intake.problems import Unreadable
from workshop_app.storage.intake.readers import OneOf, text, words
from workshop_app.storage.intake.tables import plain

day_status = OneOf(DayStatus, {"utkast": DayStatus.DRAFT, "färdigställd": DayStatus.FINALISED})
half = OneOf(
    Half,
    {
        "fm": Half.MORNING,
        "em": Half.AFTERNOON,
        "förmiddag": Half.MORNING,
        "eftermiddag": Half.AFTERNOON,
    },
)
agenda_kind = OneOf(
    AgendaKind,
    {
        "information": AgendaKind.INFORMATION,
        "röstning": AgendaKind.VOTE,
        "grupparbete": AgendaKind.GROUP_WORK,
        "storgrupp": AgendaKind.PLENARY,
        "paus": AgendaKind.BREAK,
    },
)
evidence_type = OneOf(
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
idea_outcome = OneOf(
    IdeaOutcome,
    {
        "öppen": IdeaOutcome.OPEN,
        "blev milstolpe": IdeaOutcome.PROMOTED,
        "sammanslagen": IdeaOutcome.MERGED,
        "parkerad": IdeaOutcome.PARKED,
    },
)
challenge_kind = OneOf(
    ChallengeKind,
    {"utmaning": ChallengeKind.CHALLENGE, "möjlighet": ChallengeKind.OPPORTUNITY},
)
milestone_status = OneOf(
    MilestoneStatus,
    {
        "kandidat": MilestoneStatus.CANDIDATE,
        "vald": MilestoneStatus.CHOSEN,
        "släppt": MilestoneStatus.DROPPED,
    },
)
follow_up_status = OneOf(
    FollowUpStatus,
    {
        "nådd": FollowUpStatus.REACHED,
        "på väg": FollowUpStatus.ON_TRACK,
        "försenad": FollowUpStatus.DELAYED,
        "släppt": FollowUpStatus.DROPPED,
    },
)
initiative_kind = OneOf(
    InitiativeKind,
    {
        "lagkrav": InitiativeKind.LEGAL,
        "satsning": InitiativeKind.INVESTMENT,
        "besparing": InitiativeKind.SAVING,
        "intäkt": InitiativeKind.REVENUE,
        "omställning": InitiativeKind.TRANSITION,
    },
)
regulation = OneOf(
    Regulation, {"speciallag": Regulation.SPECIAL_LAW, "kommunallag": Regulation.MUNICIPAL_LAW}
)
frame_status = OneOf(
    FrameStatus,
    {
        "preliminär": FrameStatus.PRELIMINARY,
        "föreslagen": FrameStatus.PROPOSED,
        "beslutad": FrameStatus.DECIDED,
    },
)
stance_kind = OneOf(
    StanceKind,
    {
        "göra": StanceKind.DO,
        "senare": StanceKind.LATER,
        "göra inte": StanceKind.DONT,
        "utreds": StanceKind.INVESTIGATE,
    },
)
side = OneOf(Side, {"över": Side.ABOVE, "under": Side.BELOW, "ingen": Side.NONE})
better = OneOf(Better, {"högre": Better.HIGHER, "lägre": Better.LOWER})
secrecy = OneOf(Secrecy, {"anonym": Secrecy.ANONYMOUS, "öppen": Secrecy.OPEN})
method = OneOf(
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
_SCOPES = (("municipality", "kommun"), ("board", "nämnd"), ("unit", "enhet"))
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


def answer_word(code: str) -> str:
    """The Swedish word of an answer; a free answer is its own word."""
    return next((swedish for known, swedish in _ANSWERS if known == code), code)


def scope(raw: object) -> str:
    """Whose forecast: municipality, board or unit."""
    word = plain(text(raw))
    for code, swedish in _SCOPES:
        if word in (code, plain(swedish)):
            return code
    raise Unreadable("word_unknown", allowed=tuple(swedish for _code, swedish in _SCOPES))


def scope_word(code: str) -> str:
    """The Swedish word of whose forecast it is."""
    return dict(_SCOPES).get(code, code)


def need_or_nice(raw: object) -> str:
    """The preparers' suggestion: need or nice."""
    code = answer(raw)
    if code not in ("need", "nice"):
        raise Unreadable("word_unknown", allowed=("behöver", "bra"))
    return code
