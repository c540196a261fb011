"""The tables of money: initiatives, frames, proposals, need and forecast."""

from __future__ import annotations

from workshop_app.domain import nouns
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import OWNER, Column, Kind
from workshop_app.storage.intake.readers import amount, day, permille, whole, words, yes_no

_ID = Column("id", "id", "id")

INITIATIVES = Kind(
    "initiativ",
    "initiatives",
    "initiatives",
    nouns.Initiative,
    (
        _ID,
        Column("titel", "title", "title", required=True),
        Column("enhet", "unit", "unit_id", refs=("units",)),
        Column("typ", "kind", "kind", word.initiative_kind, required=True),
        Column("effekt_{0}_tkr", "effect_{0}_tkr", "effect_tkr", amount, required=True),
        Column("effekt_{1}_tkr", "effect_{1}_tkr", "effect2_tkr", amount),
        Column("effekt_{2}_tkr", "effect_{2}_tkr", "effect3_tkr", amount),
        Column("reglering", "regulation", "regulation", word.regulation, required=True),
        Column("lagrum", "legal_reference", "legal_reference"),
        Column("niva_styrd_av_lag", "level_fixed_by_law", "level_fixed_by_law", yes_no),
        Column("forslag_behov", "prepared_need", "prepared_need", word.need_or_nice),
        Column("mal", "goals", "goal_ids", words, refs=("documents",)),
        Column("styrdokument", "documents", "document_ids", words, refs=("documents",)),
        Column("sparomrade", "track", "track_id", refs=("tracks",)),
        Column("mbl", "co_determination", "co_determination", yes_no),
        Column("agare_roll", "owner_role", "owner_role", also=OWNER),
        Column("kraver", "needs", "needs", words, refs=("initiatives",)),
        Column("konflikt_med", "conflicts_with", "conflicts_with", words, refs=("initiatives",)),
        Column("konsekvens", "consequence", "consequence"),
        Column("rostas", "voted_on", "voted_on", yes_no),
        Column("vags", "weighed", "weighed"),
        Column("kortnamn", "short_name", "short_name"),
        Column("vags_kortnamn", "weighed_short_name", "weighed_short_name"),
        Column("delas_med", "shared_with", "shared_with", words, refs=("units",)),
        Column("delas_med_extern", "shared_with_external", "shared_with_external", words),
        Column("fri_minskning", "free_saving", "free_saving", yes_no),
        Column("for_vem", "for_whom", "for_whom"),
        Column("samnyttjande", "co_use", "co_use", yes_no),
        Column("lokaler", "premises", "premises"),
        Column("ursprung", "origin", "origin"),
        Column("sedan_forra", "since_last", "since_last"),
    ),
    "I{n:02d}",
    "title",
)
FRAMES = Kind(
    "ramalternativ",
    "frames",
    "frames",
    nouns.FrameAlternative,
    (
        _ID,
        Column("namn", "name", "name", required=True),
        Column("ram_{0}_tkr", "frame_{0}_tkr", "frame_tkr", amount),
        Column(
            "kommunens_resultat_procent", "municipal_result_percent", "result_permille", permille
        ),
        Column("resultatmal_uppfyllt", "reaches_target", "reaches_target", yes_no),
        Column("beskrivning", "description", "description"),
        Column("status", "status", "status", word.frame_status),
        Column("anpassningskrav_tkr", "gap_tkr", "_gap_tkr", amount),
        Column("beslutsdatum", "decided_on", "decided_on", day),
        Column("paragraf", "paragraph", "paragraph"),
    ),
    "A{n}",
    "name",
)
PORTFOLIOS = Kind(
    "portfoljer",
    "portfolios",
    "portfolios",
    nouns.Portfolio,
    (
        _ID,
        Column("ramalternativ", "frame", "frame_id", required=True, refs=("frames",)),
        Column("gor", "chosen", "chosen", words, refs=("initiatives",)),
        Column("gor_inte", "not_chosen", "_not_chosen", words, refs=("initiatives",)),
        # What follows from the chosen initiatives is worked out again by the rules.
        Column("nettoeffekt_*_tkr", "net_effect_*_tkr", "", years=(0, 1, 2)),
        Column("anpassningskrav_tkr", "gap_tkr", ""),
        Column("marginal_tkr", "margin_tkr", ""),
        Column("ryms_i_ramen", "fits", ""),
        Column("kostnad_*_tkr", "cost_*_tkr", "", years=(0,)),
        Column("varav_speciallag_tkr", "special_law_tkr", ""),
        Column("varav_kommunallag_tkr", "municipal_law_tkr", ""),
        Column("mbl_initiativ", "co_determination", ""),
        Column("lage", "snapshot", "snapshot", whole),
        Column("sparat_som", "saved_as", "saved_as"),
    ),
    "{frame_id}",
)
STANCES = Kind(
    "stallningstaganden",
    "stances",
    "stances",
    nouns.Stance,
    (
        _ID,
        Column("ramalternativ", "frame", "frame_id", required=True, refs=("frames",)),
        Column("initiativ", "initiative", "initiative_id", required=True, refs=("initiatives",)),
        Column("i_forslaget", "in_proposal", "_in_proposal", yes_no),
        Column("rad", "side", "side", word.side),
        Column("stallning", "stance", "kind", word.stance_kind),
        Column("skal", "reason", "reason"),
    ),
    "{frame_id}/{initiative_id}",
)
NEED_PARTS = Kind(
    "behov",
    "need_parts",
    "need_parts",
    nouns.NeedPart,
    (
        _ID,
        Column("namn", "name", "name", required=True),
        Column("belopp_tkr", "amount_tkr", "amount_tkr", amount, required=True),
    ),
    "B{n}",
    "name",
)
FORECAST = Kind(
    "prognos",
    "forecast",
    "forecast",
    nouns.ForecastLine,
    (
        _ID,
        Column("niva", "scope", "scope", word.scope, required=True),
        Column("objekt", "ref", "ref_id", refs=("boards", "units")),
        Column("belopp_tkr", "amount_tkr", "amount_tkr", amount, required=True),
        Column("orsak", "cause", "cause"),
        Column("budget_tkr", "budget_tkr", "budget_tkr", amount),
        Column("bokslut_tkr", "year_end_tkr", "year_end_tkr", amount),
    ),
    "P{n}",
)
