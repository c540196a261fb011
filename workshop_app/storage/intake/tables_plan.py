"""The tables of the day's course: agenda, calendar, receivers, rounds."""

from __future__ import annotations

from workshop_app.domain import nouns
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import Column, Kind
from workshop_app.storage.intake.readers import clock, day, text, whole, words, yes_no

_ID = Column("id", "id", "id")

AGENDA = Kind(
    "agenda",
    "agenda",
    "agenda",
    nouns.AgendaItem,
    (
        Column("nr", "number", "id"),
        Column("start", "start", "start", clock, required=True),
        Column("slut", "end", "end", clock, required=True),
        Column("minuter", "minutes", "minutes", whole, required=True),
        Column("punkt", "title", "title", required=True),
        Column("typ", "kind", "kind", word.agenda_kind, required=True),
        Column("ansvarig_roll", "owner_role", "owner_role"),
        Column("instruktion", "instruction", "instruction"),
        Column("rostning", "round", "round_id", refs=("rounds",)),
        Column("steg", "step", "step"),
    ),
    "{n}",
    "title",
)
CALENDAR = Kind(
    "arshjul",
    "calendar",
    "calendar",
    nouns.CalendarStep,
    (
        _ID,
        Column("datum", "date", "date", day, required=True),
        Column("veckodag", "weekday", ""),  # follows from the date
        Column("vecka", "week", "_week", whole),
        Column("handelse", "event", "event", required=True),
        Column("innehall", "content", "content"),
        Column("typ", "kind", "kind"),
    ),
    "K{n}",
    "event",
)
RECIPIENTS = Kind(
    "mottagare",
    "recipients",
    "recipients",
    nouns.Recipient,
    (
        _ID,
        Column("mottagare", "name", "name", required=True),
        Column("typ", "kind", "kind"),
        Column("far", "gets", "gets"),
        Column("senast", "by", "by", day),
        Column("skickat", "sent_on", "sent_on", day),
    ),
    "R{n}",
    "name",
)
REFERRALS = Kind(
    "remiss",
    "referral",
    "referrals",
    nouns.Referral,
    (
        _ID,
        Column("avsandare", "sender", "sender"),
        Column("skickad", "sent", "sent", day),
        Column("svar_senast", "answer_by", "answer_by", day),
        Column("till", "to", "recipients", words),
        Column("ramalternativ", "frames", "frame_ids", words, refs=("frames",)),
        Column("fraga", "question", "question"),
    ),
    "remiss{n}",
)
DIRECTIONS = Kind(
    "inriktningar",
    "directions",
    "directions",
    nouns.Direction,
    (
        _ID,
        Column("nr", "number", "number", whole),
        Column("text", "text", "text", required=True),
        Column("star_bakom", "stands_behind", "stands_behind"),
        Column("oenighet", "disagreement", "disagreement", yes_no),
    ),
    "X{n}",
    "text",
)
ROUNDS = Kind(
    "rostningar",
    "rounds",
    "rounds",
    nouns.VotingRound,
    (
        Column("id", "id", "id", required=True),
        Column("serie", "series", "series"),
        Column("omgang", "number", "number", whole),
        Column("namn", "name", "name", required=True),
        Column("fraga", "question", "question"),
        Column("metod", "method", "_method", text, required=True),
        Column("svar", "answers", "answers", word.answers),
        Column("far_avsta", "may_abstain", "may_abstain", yes_no),
        Column("prickar", "dots", "dots", whole),
        Column("tak", "cap", "cap", whole),
        Column("stopp", "stops", "stops", whole),
        Column("per_spar", "per_track", "per_track", yes_no),
        Column("vidare_per_spar", "advance", "advance", whole),
        Column("rostberattigade", "electorate", "electorate", whole),
        Column("inlamnade", "handed_in", "_handed_in", whole),
        Column("blanka", "blank", "_blank", whole),
        Column("objekt", "options", "options", words),
        Column("pass", "half", "half", word.half, required=True),
        Column("hemlighet", "secrecy", "secrecy", word.secrecy),
        Column("hander", "counts_hands", "counts_hands", yes_no),
        Column("fria_objekt", "free_options", "_free", yes_no),
        Column("troskel_procent", "threshold_percent", "threshold_percent", whole),
        Column("uppdelas_pa", "split_by", "split_by"),
        Column("minuter", "minutes", "minutes", whole),
        Column("stangs_pa_tid", "closes_on_time", "closes_on_time", yes_no),
        Column("rubriker_bekraftade", "headings_confirmed", "headings_confirmed", yes_no),
        Column("utslag_for", "run_off_of", "run_off_of", refs=("rounds",)),
        Column("kanaler", "channels", "channels", words),
    ),
    title="name",
)
