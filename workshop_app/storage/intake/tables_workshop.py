"""The lists of keys and values that tell of the day as a whole."""

from __future__ import annotations

from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import Column
from workshop_app.storage.intake.readers import amount, clock, day, million, permille, text, whole

DAY = (
    Column("id", "id", "id"),
    Column("dag", "title", "title"),
    Column("datum", "date", "date", day),
    Column("veckonummer", "week", "_week", whole),
    Column("start", "start", "start", clock),
    Column("slut", "end", "end", clock),
    Column("plats", "venue", "venue"),
    Column("kommun", "municipality", "municipality"),
    Column("invanare", "inhabitants", "inhabitants", whole),
    Column("forvaltning", "department", "department"),
    Column("namnd", "board", "board"),
    Column("agare_roll", "owner_role", "owner_role"),
    Column("syfte", "purpose", "purpose"),
    Column("forvantat_resultat", "expected_result", "expected_result"),
    Column("status", "status", "status", word.day_status),
    Column("budgetar", "budget_year", "budget_year", whole),
    Column("planperiod", "plan_period", "plan_period"),
    Column("strategisk_plan_till", "plan_end_year", "plan_end_year", whole),
    Column("beloppsenhet", "amount_unit", "_amount_unit"),
    Column("teckenregel", "sign_rule", "sign_rule"),
    Column("diarienummer", "registry_number", "registry_number"),
    Column("varning", "notice", "notice"),
    Column("spelregler", "ground_rules", "ground_rules"),
    Column("kontakt", "contact", "contact"),
    # About the file, not about the day.
    Column("format", "format", ""),
    Column("version", "version", ""),
    Column("sprak", "language", ""),
)
LOCAL_NAMES = (
    Column("forum", "forum", "forum_name"),
    Column("process", "process", "process_name"),
    Column("spar", "track", "track_name"),
    Column("spar_kort", "track_short", "track_short_name"),
    Column("plan", "plan", "plan_name"),
    Column("plan_tidigare", "plan_former", "plan_former_name"),
    Column("milstolpe", "milestone", "milestone_name"),
    Column("initiativ", "initiative", "initiative_name"),
)
ECONOMY = (
    Column("budget_*_tkr", "budget_*_tkr", "budget_tkr", amount),
    Column("behov_{0}_oforandrad_verksamhet_tkr", "need_{0}_tkr", "need_tkr", amount),
    Column("resultatmal", "result_target", "result_target", text),
    Column("resultatmal_procent", "result_target_percent", "result_target_permille", permille),
    Column("skatteintakter_m_m_*_mnkr", "tax_base_*_mnkr", "tax_base_tkr", million, years=(0,)),
    Column("prognos_namn", "forecast_name", "forecast_name"),
    Column("prognos_namnden_tkr", "forecast_board_tkr", "_board_forecast_tkr", amount),
)
