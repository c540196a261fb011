"""Ballots and shows of hands of rounds that were held before the import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workshop_app.domain.ballot_rules import check_ballot, check_hands, uses_dots
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import Column
from workshop_app.storage.intake.readers import text, whole
from workshop_app.storage.intake.reading import Reading, Record
from workshop_app.storage.intake.tables import Row, Source, Table, plain

SWEDISH_PREFIX = "roster_"
ENGLISH_PREFIX = "ballots_"
SWEDISH_HANDS = "hander_"
ENGLISH_HANDS = "hands_"
_ROUND = frozenset({"rostning", "round"})

BALLOTS = (
    Column("sedel", "slip", "slip", required=True),
    Column("milstolpe", "milestone", "option"),
    Column("initiativ", "initiative", "option"),
    Column("verksamhet", "activity", "option"),
    Column("ramalternativ", "frame", "option"),
    Column("fraga", "question", "option"),
    Column("objekt", "option", "option"),
    Column("val", "answer", "answer", word.answer),
    Column("varde", "value", "answer", text),
    Column("prickar", "dots", "dots", whole),
    Column("stopp", "stops", "stops", whole),
    Column("grupp", "group", "group"),
)
HANDS = (
    Column("omgang", "show", "_show"),
    Column("rostning", "round", "round", refs=("rounds",)),
    Column("fraga", "question", "question"),
    Column("objekt", "option", "option"),
    Column("val", "answer", "answer", word.answer, required=True),
    Column("antal", "count", "count", whole, required=True),
    Column("narvarande", "present", "present", whole),
)
_OF_DOTS = ("over_cap", "negative", "dot_and_stop")
_OF_SUMS = {"too_many_dots": "dots", "too_many_stops": "stops"}
_DOT_WORDS = {"prickar": "dots", "stopp": "stops"}


@dataclass(frozen=True)
class Claim:
    """What the round itself says of its ballots, to be checked against them."""

    record: Record
    handed_in: int | None
    blank: int


def slip_tables(reading: Reading, round_id: str) -> tuple[Table, ...]:
    """The tables of a round's ballots and of its hands, those there are."""
    found = (
        reading.table(SWEDISH_PREFIX + round_id, ENGLISH_PREFIX + round_id),
        reading.table(SWEDISH_HANDS + round_id, ENGLISH_HANDS + round_id),
    )
    return tuple(table for table in found if table)


def split_common(source: Source) -> None:
    """Rows of all rounds in one table, each with its round, become a table for each round."""
    for sv, en in ((SWEDISH_PREFIX, ENGLISH_PREFIX), (SWEDISH_HANDS, ENGLISH_HANDS)):
        for prefix in (sv, en):
            table = source.tables.get(prefix.rstrip("_"))
            if table is not None and not _ROUND.isdisjoint(table.headings):
                del source.tables[prefix.rstrip("_")]
                _split(source, sv, table)


def _split(source: Source, prefix: str, table: Table) -> None:
    (named,) = sorted(_ROUND & set(table.headings))[:1]
    headings = {key: cell for key, cell in table.headings.items() if key != named}
    rows: dict[str, list[Row]] = {}
    for row in table.rows:
        round_id = row.cells[named]
        if round_id.blank:
            source.problems.append(round_id.problem("missing"))
            continue
        cells = {key: cell for key, cell in row.cells.items() if key != named}
        rows.setdefault(plain(str(round_id.value)), []).append(Row(row.file, row.number, cells))
    for key, found in rows.items():
        source.tables[prefix + key] = Table(table.file, headings, tuple(found), table.heading_row)


def is_hands(table: Table) -> bool:
    """Whether the table counts hands, rather than listing ballots."""
    return bool({"antal", "count"} & set(table.headings))


def hand_records(reading: Reading, table: Table) -> list[Record]:
    """The rows of a show of hands."""
    return reading.records(table, HANDS)


def read_hands(reading: Reading, voting: VotingRound, records: list[Record]) -> HandCount:
    """A show of hands; a blank option means the round's only one."""
    counts: dict[str, Counter[str]] = {}
    only = voting.options[0] if len(voting.options) == 1 else ""
    for record in records:
        option = record.value("option") or only
        key = str(record.value("answer"))
        if option not in voting.options:
            reading.problems.append(record.problem("option", "unknown_option", id=option))
            continue
        counts.setdefault(option, Counter())[_DOT_WORDS.get(key, key)] += record.value("count") or 0
    present = max((record.value("present") or 0 for record in records), default=0)
    people = max((sum(each.values()) for each in counts.values()), default=0)
    if uses_dots(voting):
        people = present
    hands = HandCount(people=people, counts={k: dict(v) for k, v in counts.items()})
    try:
        check_hands(voting, hands, present or voting.electorate or people)
    except Refused as reason:
        reading.problems.append(records[0].problem("count", reason.code, **reason.facts))
    return hands


def read_ballots(
    reading: Reading, voting: VotingRound, table: Table, tracks: Mapping[str, str]
) -> tuple[Ballot, ...]:
    """The ballots of a table, valid or a problem as a whole; sorted, without their slip numbers."""
    slips: dict[str, list[Record]] = {}
    for record in reading.records(table, BALLOTS):
        slip, option = record.value("slip"), record.value("option")
        if slip is None:
            continue
        if option not in voting.options:
            code = "missing" if option is None else "unknown_option"
            reading.problems.append(record.problem("option", code, id=option))
            continue
        slips.setdefault(slip, []).append(record)
    ballots = [_ballot(reading, voting, records, tracks) for records in slips.values()]
    return tuple(sorted(ballots, key=Ballot.text))


def _ballot(
    reading: Reading, voting: VotingRound, records: list[Record], tracks: Mapping[str, str]
) -> Ballot:
    answers: dict[str, str] = {}
    dots: dict[str, int] = {}
    stops: set[str] = set()
    seen: set[str] = set()
    for record in records:
        option = str(record.value("option"))
        if option in seen:
            reading.problems.append(record.problem("option", "option_twice", id=option))
        seen.add(option)
        if record.value("answer") is not None:
            answers[option] = record.value("answer")
        if record.value("dots"):
            dots[option] = record.value("dots")
        if record.value("stops") not in (None, 0, 1):
            reading.problems.append(record.problem("stops", "out_of_range", ge=0, le=1))
        elif record.value("stops"):
            stops.add(option)
    group = next((r.value("group") for r in records if r.value("group")), "")
    ballot = Ballot(answers, dots, frozenset(stops), group)
    try:
        check_ballot(voting, ballot, tracks)
    except Refused as reason:
        place, column = _place(records, reason)
        reading.problems.append(place.problem(column, reason.code, **reason.facts))
    return ballot


def _place(records: list[Record], reason: Refused) -> tuple[Record, str]:
    """The row and the field of a ballot that a rule refuses; the ballot's last row for sums."""
    option = reason.facts.get("option")
    for record in records:
        if option is not None and record.value("option") == option:
            return record, "dots" if reason.code in _OF_DOTS else "answer"
    return records[-1], _OF_SUMS.get(reason.code, "slip")


def with_blanks(reading: Reading, ballots: tuple[Ballot, ...], claim: Claim) -> tuple[Ballot, ...]:
    """The ballots with the blank ones, which have no rows, after checking the number handed in."""
    found = (*ballots, *(Ballot() for _ in range(claim.blank)))
    if claim.handed_in is not None and claim.handed_in != len(found):
        reading.problems.append(
            claim.record.problem(
                "_handed_in", "handed_in_differs", stated=claim.handed_in, found=len(found)
            )
        )
    return tuple(sorted(found, key=Ballot.text))
