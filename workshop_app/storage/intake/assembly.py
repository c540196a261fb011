"""From tables to a whole day with its votes, or the list of everything that stops it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import Noun, VotingRound, Workshop
from workshop_app.storage.intake import slips
from workshop_app.storage.intake.columns import Column, Kind
from workshop_app.storage.intake.kinds_of_table import KINDS, REFERRED
from workshop_app.storage.intake.one_table import kind_of
from workshop_app.storage.intake.problems import ImportProblem, ImportRefused, Unreadable
from workshop_app.storage.intake.readers import amount, whole
from workshop_app.storage.intake.reading import Reading, Record
from workshop_app.storage.intake.round_rows import check_options, settle_round
from workshop_app.storage.intake.tables import Cell, Row, Source, plain
from workshop_app.storage.intake.tables_workshop import DAY, ECONOMY, LOCAL_NAMES

_LOTTERY = (
    Column("rostning", "round", "round", required=True, refs=("rounds",)),
    Column("nr", "number", "number", whole, required=True),
    Column("objekt", "option", "option", required=True),
)
_UNIT_FRAMES = (
    Column("enhet", "unit", "unit", required=True, refs=("units",)),
    Column("ram_{0}_tkr", "frame_{0}_tkr", "frame_tkr", amount, required=True),
)
_HOST = "vard"
_NAMES = (
    *(name for kind in KINDS for name in (kind.sv, kind.en)),
    *("dag", "day", "lokala_namn", "local_names", "ekonomi", "economy"),
    *("lottordning", "lottery", "enhetsramar", "unit_frames"),
)
_VOTES = (
    slips.SWEDISH_PREFIX,
    slips.ENGLISH_PREFIX,
    slips.SWEDISH_HANDS,
    slips.ENGLISH_HANDS,
)
_ALIKE = 0.75


@dataclass(frozen=True)
class Imported:
    """A day from outside, with the votes of the rounds that were held.

    Attributes:
        day: The content.
        ballots: Round id -> its ballots, sorted, blank ones included; only rounds that have any.
        hands: Round id -> its show of hands; only rounds that have one.
        unread: Columns that were left out, since the program has nothing like them.
    """

    day: Day
    ballots: Mapping[str, tuple[Ballot, ...]] = field(default_factory=dict)
    hands: Mapping[str, HandCount] = field(default_factory=dict)
    unread: tuple[ImportProblem, ...] = ()


class _Assembly:
    """Puts one day together."""

    def __init__(self, source: Source, today: dt.date | None) -> None:
        self.today = today
        self.source = source
        self.reading = Reading(source, _budget_year(source, today), list(source.problems))
        self.nouns: dict[str, tuple[Noun, ...]] = {}
        self.records: dict[str, list[Record]] = {}
        self.tie_orders: dict[str, tuple[str, ...]] = {}
        self.hand_records: dict[str, list[Record]] = {}

    def imported(self) -> Imported:
        """The day, or ImportRefused with all that was found."""
        if self.source.problems and not self.source.tables:
            raise ImportRefused(self.source.problems)
        slips.split_common(self.source)
        self._recognise()
        self._know_what_is_lost()
        for kind in KINDS:
            self._collect(kind)
        self._hands()
        self._lottery()
        self._unit_frames()
        self._check_proposals()
        workshop = self._workshop()
        self.nouns["rounds"] = tuple(self._rounds())
        ballots, hands = self._votes()
        self.reading.check_references()
        self._check_unknown()
        if self.reading.problems or workshop is None:
            raise ImportRefused((*self._strange(), *self.reading.problems))
        content: dict[str, Any] = dict(self.nouns)
        day = Day(workshop=workshop, **content)
        return Imported(day, ballots, hands, tuple(self.reading.unread))

    def _strange(self) -> Iterator[ImportProblem]:
        """Columns that were left out may be why the rest does not hold together; told first."""
        return (replace(one, code="unknown_column") for one in self.reading.unread)

    def _recognise(self) -> None:
        """A table of another name is the one its headings tell, if the day has no such table."""
        tables = self.source.tables
        strange = [name for name in tables if not _is_ours(name)]
        for name in strange:
            kind = kind_of(name, tables[name], self.reading.budget_year)
            told = kind is not None and len(tables[name].headings) > 1
            if kind and told and tables.keys().isdisjoint({kind.sv, kind.en}):
                tables[kind.sv] = tables.pop(name)
            else:
                self.source.lost.update(_meant(name) - tables.keys())

    def _know_what_is_lost(self) -> None:
        """What names a row of a table that could not be read is no fault of its own."""
        self.reading.nameless.update(
            kind.collection for kind in KINDS if not self.source.lost.isdisjoint({kind.sv, kind.en})
        )

    def _collect(self, kind: Kind) -> None:
        """Read one table; rounds become nouns later, when the rest is known."""
        table = self.reading.table(kind.sv, kind.en)
        referred = kind.collection in REFERRED
        records = (
            self.reading.records(table, kind.columns, referred=referred, extras=True)
            if table
            else []
        )
        self.records[kind.collection] = records
        if kind.collection == "rounds":
            for record in records:
                settle_round(self.reading, record)
        self.nouns[kind.collection] = self.reading.nouns(kind, records)

    def _hands(self) -> None:
        """Shows of hands, whose question is the round's where it has none."""
        for record in self.records["rounds"]:
            round_id = str(record.values.get("id", ""))
            for table in slips.slip_tables(self.reading, plain(round_id)):
                if slips.is_hands(table):
                    self.hand_records[round_id] = slips.hand_records(self.reading, table)

    def _lottery(self) -> None:
        """The stored lottery, by number."""
        table = self.reading.table("lottordning", "lottery")
        drawn: dict[str, dict[int, Record]] = {}
        twice: set[str] = set()
        for record in self.reading.records(table, _LOTTERY) if table else ():
            round_id, number = record.value("round"), record.value("number")
            if round_id is None or number is None or record.value("option") is None:
                continue
            if number in drawn.setdefault(round_id, {}):
                self.reading.problems.append(record.problem("number", "number_twice"))
                twice.add(round_id)
            drawn[round_id][number] = record
        options = {noun.id: noun.options for noun in self._found(VotingRound)}
        for round_id, places in drawn.items():
            order = tuple(str(places[n].value("option")) for n in sorted(places))
            self.tie_orders[round_id] = order
            known = options.get(round_id, order)
            wrong = {key for key in order if order.count(key) > 1} | set(order) ^ set(known)
            if wrong and round_id not in twice:
                first = places[min(places)]
                ids = ", ".join(sorted(wrong))
                problem = first.item_problem("option", ids, "lottery_differs", round=round_id)
                self.reading.problems.append(problem)

    def _found(self, kind: type[VotingRound]) -> list[VotingRound]:
        return [noun for noun in self.nouns["rounds"] if isinstance(noun, kind)]

    def _unit_frames(self) -> None:
        """Frames per unit, where they are kept apart from the units."""
        table = self.reading.table("enhetsramar", "unit_frames")
        frames = {
            record.value("unit"): record.value("frame_tkr")
            for record in (self.reading.records(table, _UNIT_FRAMES) if table else ())
        }
        self.nouns["units"] = tuple(
            unit.changed(frame_tkr=frames[unit.id]) if unit.id in frames else unit
            for unit in self.nouns["units"]
        )

    def _check_proposals(self) -> None:
        """Proposals and stances must tell the same story."""
        chosen: dict[object, tuple[str, ...]] = {}
        for record in self.records["portfolios"]:
            if not record.value("snapshot"):
                chosen[record.value("frame_id")] = record.value("chosen") or ()
            both = set(record.value("chosen") or ()) & set(record.value("_not_chosen") or ())
            if both:
                problem = record.problem("_not_chosen", "chosen_and_not", ids=sorted(both))
                self.reading.problems.append(problem)
        for record in self.records["stances"]:
            said, frame = record.value("_in_proposal"), record.value("frame_id")
            if said is None or frame not in chosen:
                continue
            if said != (record.value("initiative_id") in chosen[frame]):
                problem = record.problem("_in_proposal", "differs_from_proposal")
                self.reading.problems.append(problem)

    def _workshop(self) -> Workshop | None:
        """The day itself, from its keys and values and from what follows from the rest."""
        values: dict[str, Any] = {}
        cells: dict[str, Cell] = {}
        file = self.source.file
        for sv, en, columns in (
            ("dag", "day", DAY),
            ("lokala_namn", "local_names", LOCAL_NAMES),
            ("ekonomi", "economy", ECONOMY),
        ):
            table = self.reading.table(sv, en)
            for record in self.reading.records(table, columns) if table else ():
                values |= record.values
                cells |= record.cells
                file = table.file if table and sv == "dag" else file
        record = Record(Row(file, 0, cells), values, cells)
        self._check_workshop(record)
        self._complete(record)
        noun = self.reading.noun(Kind("dag", "day", "workshop", Workshop, DAY), record, 0)
        return noun if isinstance(noun, Workshop) else None

    def _check_workshop(self, record: Record) -> None:
        """What the day says twice must agree."""
        problems = self.reading.problems
        date, week = record.value("date"), record.value("_week")
        if date is not None and week is not None and date.isocalendar().week != week:
            problems.append(record.problem("_week", "week_differs", week=date.isocalendar().week))
        unit = record.value("_amount_unit")
        if unit is not None and plain(unit) != "tkr":
            problems.append(record.problem("_amount_unit", "not_in_tkr"))
        stated = record.value("_board_forecast_tkr")
        found = [
            line.value("amount_tkr")
            for line in self.records["forecast"]
            if line.value("scope") == "board"
        ]
        if stated is not None and found and stated != sum(each or 0 for each in found):
            problems.append(record.problem("_board_forecast_tkr", "sum_differs", found=sum(found)))

    def _complete(self, record: Record) -> None:
        """What nobody wrote but what follows from the rest."""
        values = record.values
        values.setdefault("title", self.source.title)
        if self.today is not None:
            values.setdefault("date", self.today)
        values.setdefault("budget_year", self.reading.budget_year)
        values.setdefault("plan_end_year", values["budget_year"] + 2)
        said = record.cells  # what is written, if only as a blank, is not made up here
        host = next((r for r in self.records["participants"] if _is_host(r.value("task"))), None)
        if host and host.value("role") and "owner_role" not in said:
            values.setdefault("owner_role", host.value("role"))
        target = re.search(r"(\d+(?:,\d)?) procent", values.get("result_target", ""))
        if target and "result_target_permille" not in said:
            percent = float(target[1].replace(",", "."))
            values.setdefault("result_target_permille", round(percent * 10))
        self._need(record)
        name = f"{values.get('date', '')} {values['title']}"
        values.setdefault("id", re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:80] or "dag")

    def _need(self, record: Record) -> None:
        """The need is stated, or frame + gap of every alternative; both must agree."""
        for frame in self.records["frames"]:
            gap, money = frame.value("_gap_tkr"), frame.value("frame_tkr")
            if gap is None or money is None:
                continue
            need = record.values.setdefault("need_tkr", gap + money)
            if need != gap + money:
                problem = frame.problem("_gap_tkr", "gap_differs", gap=need - money)
                self.reading.problems.append(problem)

    def _rounds(self) -> list[VotingRound]:
        """The rounds with what was found elsewhere; options must be something in the day."""
        records = {r.values.get("id"): r for r in self.records["rounds"]}
        finished = []
        for voting in self._found(VotingRound):
            record = records[voting.id]
            asked = [r.value("question") for r in self.hand_records.get(voting.id, ())]
            question = voting.question or next((q for q in asked if q), "")
            asked_round = voting.changed(question=question)
            check_options(self.reading, record, asked_round)
            order = self.tie_orders.get(voting.id, ())
            finished.append(asked_round.changed(tie_order=order))
        return finished

    def _votes(self) -> tuple[Mapping[str, tuple[Ballot, ...]], Mapping[str, HandCount]]:
        """The ballots and shows of hands of every round that has a table of them."""
        tracks = {n.id: n.model_dump().get("track_id", "") for n in self.nouns["milestones"]}
        records = {r.values.get("id"): r for r in self.records["rounds"]}
        ballots: dict[str, tuple[Ballot, ...]] = {}
        hands: dict[str, HandCount] = {}
        for voting in self._found(VotingRound):
            counted = self.hand_records.get(voting.id)
            if counted:
                hands[voting.id] = slips.read_hands(self.reading, voting, counted)
            for table in slips.slip_tables(self.reading, plain(voting.id)):
                if slips.is_hands(table) or self.reading.nameless:
                    continue  # ballots cannot be held against what has no ids
                record = records[voting.id]
                claim = slips.Claim(record, record.value("_handed_in"), record.value("_blank") or 0)
                found = slips.read_ballots(self.reading, voting, table, tracks)
                ballots[voting.id] = slips.with_blanks(self.reading, found, claim)
        return MappingProxyType(ballots), MappingProxyType(hands)

    def _check_unknown(self) -> None:
        """Tables nobody asked for are spelling mistakes or somebody else's files."""
        for name, table in self.source.tables.items():
            votes = name.startswith(_VOTES) and "rounds" in self.reading.nameless
            if name in self.reading.used or votes:
                continue
            facts: dict[str, object] = {}
            for near in _meant(name):
                facts["near"] = near
            said = "" if name in plain(table.file) else name
            problem = ImportProblem(table.file, 0, "", said, "unknown_table", facts)
            self.reading.problems.append(problem)


def _meant(name: str) -> set[str]:
    """The table whose name is nearly that, if there is one."""
    return set(get_close_matches(name, _NAMES, 1, _ALIKE))


def _is_ours(name: str) -> bool:
    """Whether a table is called what one of the day's tables is."""
    return name in _NAMES or name.startswith(_VOTES)


def _is_host(task: object) -> bool:
    return plain(str(task or "")).split("_", 1)[0] in (_HOST, "host")


def _budget_year(source: Source, today: dt.date | None) -> int:
    """The budget year as stated, or the first year of the effects or frames, or next year."""
    for name in ("dag", "day"):
        table = source.tables.get(name)
        cell = (
            table.headings.get("budgetar") or table.headings.get("budget_year") if table else None
        )
        if cell and not cell.blank:
            try:
                return whole(cell.value)
            except Unreadable:
                break
    years = [
        int(heading.split("_")[1])
        for table in source.tables.values()
        for heading in table.headings
        if re.fullmatch(r"(effekt|effect|ram|frame)_\d{4}(_tkr)?", heading, re.ASCII)
    ]
    return min(years) if years else (today.year + 1 if today else 0)


def assembled(source: Source, today: dt.date | None = None) -> Imported:
    """The whole day.

    Args:
        source: The tables.
        today: The day's date where none is written.

    Raises:
        ImportRefused: with everything that is wrong; then nothing is imported.
    """
    return _Assembly(source, today).imported()
