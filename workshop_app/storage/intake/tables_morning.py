"""The tables of who we are, the situation and the milestones."""

from __future__ import annotations

from workshop_app.domain import nouns
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import OWNER, SPREAD, Column, Kind
from workshop_app.storage.intake.readers import amount, day, period, whole, words, yes_no

_ID = Column("id", "id", "id")

BOARDS = Kind(
    "namnder",
    "boards",
    "boards",
    nouns.Board,
    (
        _ID,
        Column("namn", "name", "name", required=True),
        Column("nettobudget_*_tkr", "net_budget_*_tkr", "net_budget_tkr", amount),
        Column("varav_speciallag_tkr", "special_law_tkr", "special_law_tkr", amount),
        Column("prognos_*_tkr", "forecast_*_tkr", "forecast_tkr", amount),
    ),
    "N{n}",
    "name",
)
UNITS = Kind(
    "enheter",
    "units",
    "units",
    nouns.Unit,
    (
        _ID,
        Column("namn", "name", "name", required=True),
        Column("nettobudget_*_tkr", "net_budget_*_tkr", "net_budget_tkr", amount),
        Column("varav_speciallag_tkr", "special_law_tkr", "special_law_tkr", amount),
        Column("kommentar", "comment", "comment"),
        Column("namnd", "board", "board_id", refs=("boards",)),
        Column("ram_{0}_tkr", "frame_{0}_tkr", "frame_tkr", amount),
    ),
    "E{n}",
    "name",
)
PARTICIPANTS = Kind(
    "deltagare",
    "participants",
    "participants",
    nouns.Participant,
    (
        _ID,
        Column("roll", "role", "role", required=True),
        Column("enhet", "unit", "unit_id", refs=("units",)),
        Column("grupp", "group", "group"),
        Column(
            "rostratt_fm",
            "votes_morning",
            "votes_morning",
            yes_no,
            also=("rostratt_formiddag", "may_vote_morning"),
        ),
        Column(
            "rostratt_em",
            "votes_afternoon",
            "votes_afternoon",
            yes_no,
            also=("rostratt_eftermiddag", "may_vote_afternoon"),
        ),
        Column("uppgift", "task", "task"),
        Column("namn", "name", "name"),
        Column("organisation", "organisation", "organisation"),
        Column("narvarande", "present", "present", yes_no, also=("pa_plats",)),
    ),
    "D{n:02d}",
    "role",
)
DOCUMENTS = Kind(
    "styrdokument",
    "steering_documents",
    "documents",
    nouns.SteeringDocument,
    (
        _ID,
        Column("typ", "kind", "kind"),
        Column("titel", "title", "title", required=True),
        Column("beslutad_av", "decided_by", "decided_by"),
        Column("giltighet", "period", SPREAD, period),
    ),
    "G{n}",
    "title",
)
TRACKS = Kind(
    "sparomraden",
    "tracks",
    "tracks",
    nouns.Track,
    (
        _ID,
        Column("namn", "name", "name", required=True),
        Column("fraga", "question", "question"),
        Column("beslutad", "decided", "decided"),
        Column("agare_roll", "owner_role", "owner_role", also=OWNER),
        Column("last", "locked", "locked", yes_no),
    ),
    "S{n}",
    "name",
)
IDEAS = Kind(
    "ideer",
    "ideas",
    "ideas",
    nouns.Idea,
    (
        _ID,
        Column("nr", "number", "number", whole),
        Column("sparomrade", "track", "track_id", refs=("tracks",)),
        Column("text", "text", "text", required=True),
        Column("utfall", "outcome", "outcome", word.idea_outcome),
        Column("milstolpe", "milestone", "milestone_id", refs=("milestones",)),
        Column("kommentar", "comment", "comment"),
        Column("lyft_av", "raised_by", "raised_by"),
        Column("sammanslagen_med", "merged_with", "merged_with", refs=("ideas",)),
    ),
    "F{n:02d}",
    "text",
)
CHALLENGES = Kind(
    "utmaningar",
    "challenges",
    "challenges",
    nouns.Challenge,
    (
        _ID,
        Column("typ", "kind", "kind", word.challenge_kind),
        Column("text", "text", "text", required=True),
        Column("enhet", "unit", "unit_id", refs=("units",)),
        Column("sparomrade", "track", "track_id", refs=("tracks",)),
        Column("lyft_av", "raised_by", "raised_by"),
        Column("utfall", "outcome", "outcome", word.idea_outcome),
        Column("sammanslagen_med", "merged_with", "merged_with", refs=("challenges",)),
    ),
    "C{n:02d}",
    "text",
)
MILESTONES = Kind(
    "milstolpar",
    "milestones",
    "milestones",
    nouns.Milestone,
    (
        _ID,
        Column("sparomrade", "track", "track_id", required=True, refs=("tracks",)),
        Column("ar", "year", "year", whole),
        Column("milstolpe", "title", "title", required=True),
        Column("underlag", "evidence", "evidence"),
        Column("underlagstyp", "evidence_type", "evidence_type", word.evidence_type),
        Column("underlagsstyrka", "evidence_strength", "evidence_strength", whole),
        Column("agare_roll", "owner_role", "owner_role", also=OWNER),
        Column("matt", "measure", "measure"),
        Column("status", "status", "status", word.milestone_status),
        Column("kortnamn", "short_name", "short_name"),
        Column("kvartal", "quarter", "quarter", whole),
        Column("gar_vidare", "goes_on", "goes_on", yes_no),
        Column("delas_med", "shared_with", "shared_with", words, refs=("units",)),
        Column("delas_med_extern", "shared_with_external", "shared_with_external", words),
        Column("nulage", "current_state", "current_state"),
        Column("onskat_lage", "desired_state", "desired_state"),
        Column("ursprung", "origin", "origin"),
        Column("sedan_forra", "since_last", "since_last"),
    ),
    "MS{n}",
    "title",
)
FOLLOW_UPS = Kind(
    "uppfoljning",
    "follow_ups",
    "follow_ups",
    nouns.FollowUp,
    (
        _ID,
        Column("fran_dag", "from_day", "from_day"),
        Column("fran_datum", "from_date", "from_date", day),
        Column("sparomrade", "track", "track_id", refs=("tracks",)),
        Column("ar", "year", "year", whole),
        Column("kvartal", "quarter", "quarter", whole),
        Column("milstolpe", "title", "title", required=True),
        Column("kortnamn", "short_name", "short_name"),
        Column("agare_roll", "owner_role", "owner_role", also=OWNER),
        Column("matt", "measure", "measure"),
        Column("status", "status", "status", word.follow_up_status, required=True),
        Column("kommentar", "comment", "comment"),
        Column("leder_till", "leads_to", "leads_to", refs=("milestones",)),
    ),
    "U{n}",
    "title",
)
ACTIVITIES = Kind(
    "ratt_saker",
    "reviewed_activities",
    "activities",
    nouns.ReviewedActivity,
    (
        _ID,
        Column("verksamhet", "title", "title", required=True),
        Column("nettokostnad_*_tkr", "net_cost_*_tkr", "net_cost_tkr", amount, years=(-2,)),
        Column("underlag", "evidence", "evidence"),
        Column("fraga", "question", "question"),
        Column("val", "answers", ""),  # the round has the answers
    ),
    "V{n}",
    "title",
)
INDICATORS = Kind(
    "lagesbild",
    "indicators",
    "indicators",
    nouns.Indicator,
    (
        _ID,
        Column("omrade", "area", "area"),
        Column("matt", "name", "name", required=True),
        Column("varde", "value", "value"),
        Column("enhet", "unit", "unit"),
        Column("foregaende", "previous", "previous"),
        Column("kalla", "source", "source"),
        Column("ar", "year", "year", whole),
        Column("battre", "better", "better", word.better),
        Column("preliminar", "preliminary", "preliminary", yes_no),
        Column("bra", "good", "good"),
        Column("behover_forbattras", "needs_work", "needs_work"),
        Column("atgard", "action", "action"),
        Column("atgard_ansvarig_roll", "action_owner", "action_owner"),
        Column("atgard_senast", "action_by", "action_by", day),
        Column("leder_till", "leads_to", "leads_to", refs=("milestones", "initiatives")),
    ),
    "L{n}",
    "name",
)
