"""Format 1 of the day file: frozen SQL. Never edit a format that has been released."""

from __future__ import annotations

_CONTENT = (
    """CREATE TABLE "workshop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "inhabitants" INTEGER,
    "department" TEXT NOT NULL,
    "board" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expected_result" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "registry_number" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "budget_year" INTEGER NOT NULL,
    "plan_period" TEXT NOT NULL,
    "plan_end_year" INTEGER NOT NULL,
    "sign_rule" TEXT NOT NULL,
    "result_target" TEXT NOT NULL,
    "result_target_permille" INTEGER,
    "tax_base_tkr" INTEGER,
    "budget_tkr" INTEGER,
    "need_tkr" INTEGER,
    "forecast_name" TEXT NOT NULL,
    "forum_name" TEXT NOT NULL,
    "process_name" TEXT NOT NULL,
    "track_name" TEXT NOT NULL,
    "track_short_name" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "plan_former_name" TEXT NOT NULL,
    "milestone_name" TEXT NOT NULL,
    "initiative_name" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "boards" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "net_budget_tkr" INTEGER NOT NULL,
    "special_law_tkr" INTEGER NOT NULL,
    "forecast_tkr" INTEGER
) STRICT""",
    """CREATE TABLE "units" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "net_budget_tkr" INTEGER NOT NULL,
    "special_law_tkr" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "frame_tkr" INTEGER
) STRICT""",
    """CREATE TABLE "participants" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "votes_morning" INTEGER NOT NULL CHECK ("votes_morning" IN (0, 1)),
    "votes_afternoon" INTEGER NOT NULL CHECK ("votes_afternoon" IN (0, 1)),
    "present" INTEGER NOT NULL CHECK ("present" IN (0, 1)),
    "task" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "documents" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "from_year" INTEGER,
    "to_year" INTEGER
) STRICT""",
    """CREATE TABLE "tracks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "decided" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "ideas" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "track_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "milestone_id" TEXT NOT NULL,
    "comment" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "milestones" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "track_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "year" INTEGER,
    "quarter" INTEGER,
    "owner_role" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "current_state" TEXT NOT NULL,
    "desired_state" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidence_type" TEXT NOT NULL,
    "evidence_strength" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "goes_on" INTEGER NOT NULL CHECK ("goes_on" IN (0, 1)),
    "shared_with" TEXT NOT NULL,
    "shared_with_external" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "follow_ups" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "from_day" TEXT NOT NULL,
    "from_date" TEXT,
    "track_id" TEXT NOT NULL,
    "year" INTEGER,
    "quarter" INTEGER,
    "title" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "leads_to" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "activities" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "net_cost_tkr" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "question" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "need_parts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "amount_tkr" INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE "forecast" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "ref_id" TEXT NOT NULL,
    "amount_tkr" INTEGER NOT NULL,
    "cause" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "referrals" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "sender" TEXT NOT NULL,
    "sent" TEXT,
    "answer_by" TEXT,
    "recipients" TEXT NOT NULL,
    "frame_ids" TEXT NOT NULL,
    "question" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "indicators" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "preliminary" INTEGER NOT NULL CHECK ("preliminary" IN (0, 1))
) STRICT""",
    """CREATE TABLE "initiatives" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "effect_tkr" INTEGER NOT NULL,
    "effect2_tkr" INTEGER NOT NULL,
    "effect3_tkr" INTEGER NOT NULL,
    "regulation" TEXT NOT NULL,
    "legal_reference" TEXT NOT NULL,
    "level_fixed_by_law" INTEGER NOT NULL CHECK ("level_fixed_by_law" IN (0, 1)),
    "prepared_need" TEXT NOT NULL,
    "goal_ids" TEXT NOT NULL,
    "document_ids" TEXT NOT NULL,
    "track_id" TEXT NOT NULL,
    "co_determination" INTEGER NOT NULL CHECK ("co_determination" IN (0, 1)),
    "owner_role" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "conflicts_with" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "voted_on" INTEGER NOT NULL CHECK ("voted_on" IN (0, 1)),
    "weighed" TEXT NOT NULL,
    "weighed_short_name" TEXT NOT NULL,
    "shared_with" TEXT NOT NULL,
    "shared_with_external" TEXT NOT NULL,
    "free_saving" INTEGER NOT NULL CHECK ("free_saving" IN (0, 1))
) STRICT""",
    """CREATE TABLE "frames" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "frame_tkr" INTEGER,
    "result_permille" INTEGER,
    "reaches_target" INTEGER NOT NULL CHECK ("reaches_target" IN (0, 1)),
    "description" TEXT NOT NULL,
    "status" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "portfolios" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "frame_id" TEXT NOT NULL,
    "chosen" TEXT NOT NULL,
    "snapshot" INTEGER NOT NULL,
    "saved_as" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "stances" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "frame_id" TEXT NOT NULL,
    "initiative_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT,
    "reason" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "agenda" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "instruction" TEXT NOT NULL,
    "round_id" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "calendar" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "content" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "recipients" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "gets" TEXT NOT NULL,
    "by" TEXT
) STRICT""",
    """CREATE TABLE "rounds" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "half" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "may_abstain" INTEGER NOT NULL CHECK ("may_abstain" IN (0, 1)),
    "dots" INTEGER NOT NULL,
    "cap" INTEGER NOT NULL,
    "stops" INTEGER NOT NULL,
    "per_track" INTEGER NOT NULL CHECK ("per_track" IN (0, 1)),
    "advance" INTEGER NOT NULL,
    "options" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "counts_hands" INTEGER NOT NULL CHECK ("counts_hands" IN (0, 1)),
    "electorate" INTEGER NOT NULL,
    "tie_order" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "directions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "stands_behind" TEXT NOT NULL,
    "disagreement" INTEGER NOT NULL CHECK ("disagreement" IN (0, 1))
) STRICT""",
)
_LOG = (
    """CREATE TABLE "event" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT,
    "digest" BLOB NOT NULL CHECK (length("digest") = 32),
    "previous" BLOB NOT NULL CHECK (length("previous") = 32),
    "hash" BLOB NOT NULL CHECK (length("hash") = 32)
) STRICT""",
    """CREATE TRIGGER "event_is_never_deleted" BEFORE DELETE ON "event"
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END""",
    """CREATE TRIGGER "event_is_only_erased" BEFORE UPDATE ON "event"
WHEN NEW."body" IS NOT NULL
    OR NEW."seq" IS NOT OLD."seq"
    OR NEW."at" IS NOT OLD."at"
    OR NEW."kind" IS NOT OLD."kind"
    OR NEW."digest" IS NOT OLD."digest"
    OR NEW."previous" IS NOT OLD."previous"
    OR NEW."hash" IS NOT OLD."hash"
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END""",
)
# `roll` tells who has voted, never when; `slip_box` holds all anonymous ballots of an open round
# as one sorted value, so that neither rows nor pages keep an order; `counted_slip` those of a
# closed one.
_VOTES = (
    """CREATE TABLE "vote_round" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "electorate" INTEGER NOT NULL,
    "imported" INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "roll" (
    "round_id" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "voter")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "slip_box" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "slips" TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "counted_slip" (
    "round_id" TEXT NOT NULL,
    "slip" TEXT NOT NULL,
    "ballot" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "slip")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "named_ballot" (
    "round_id" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "ballot" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "voter")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "named_request" (
    "request" TEXT NOT NULL PRIMARY KEY,
    "round_id" TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "hand_count" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "people" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,
    "voters" TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
)
_PLACE = (
    """CREATE TABLE "place" (
    "only" INTEGER NOT NULL PRIMARY KEY CHECK ("only" = 1),
    "step" TEXT NOT NULL
) STRICT""",
)

FORMAT_1 = (*_CONTENT, *_LOG, *_VOTES, *_PLACE)
