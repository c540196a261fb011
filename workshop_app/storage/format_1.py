"""Format 1 of the day file: frozen SQL. Never edit a format that has been released."""

from __future__ import annotations

from workshop_app.storage.format_1_content import CONTENT_1

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
# `roll` tells who has voted, never when. While an anonymous round is open its roll and its ballots
# are one sorted value each, in `open_roll` and `slip_box`, so that neither rows nor pages keep an
# order; at the close they become rows of `roll` and `counted_slip`. `card` holds the hashes of
# drawn codes; `kept_count` what stays of ballots that were disposed of.
_VOTES = (
    """CREATE TABLE "vote_round" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "electorate" INTEGER NOT NULL,
    "imported" INTEGER NOT NULL,
    "cards" INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "card" (
    "round_id" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "card")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "roll" (
    "round_id" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "voter")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "open_roll" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "digest" BLOB NOT NULL CHECK (length("digest") = 32),
    "marks" TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "slip_box" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "digest" BLOB NOT NULL CHECK (length("digest") = 32),
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
    "round_id" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    PRIMARY KEY ("round_id", "request")
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "hand_count" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "people" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,
    "voters" TEXT NOT NULL,
    "counters" INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "kept_count" (
    "round_id" TEXT NOT NULL PRIMARY KEY,
    "counts" TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
)
# `session` has a row while the file is open for writing; one that is left tells of a crash.
_PLACE = (
    """CREATE TABLE "place" (
    "only" INTEGER NOT NULL PRIMARY KEY CHECK ("only" = 1),
    "step" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "session" (
    "only" INTEGER NOT NULL PRIMARY KEY CHECK ("only" = 1),
    "opened" TEXT NOT NULL
) STRICT""",
)

FORMAT_1 = (*CONTENT_1, *_LOG, *_VOTES, *_PLACE)
