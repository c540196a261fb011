"""The material of the day as rows: read what was typed, add, edit, remove, and paste many.

Every rule gives a new day or refuses; nothing is half done. Amounts are whole tkr.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from workshop_app.domain.amounts import parse_amount
from workshop_app.domain.day import Day, find, ordered, rows
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.noun import Noun
from workshop_app.domain.refused import Refused

Rule = Callable[[Day], Day]
EARLIEST, LATEST = 1990, 2200
MOST_PERMILLE = 1000
YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "sant"})
NO = frozenset({"nej", "n", "no", "0", "false", "falskt", ""})
_PERCENT = re.compile(r"([-+]?)(\d{1,3})(?:[,.](\d))?%?")


class ValueKind(StrEnum):
    """How a typed text is read."""

    TEXT = "text"
    AMOUNT = "amount"
    YEAR = "year"
    PERCENT = "percent"
    CHOICE = "choice"
    YES_NO = "yes_no"
    IDS = "ids"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field of a noun as it is typed.

    Attributes:
        collection: Of the day, such as "initiatives".
        field: Of the noun.
        kind: How the text is read.
        required: An empty text is refused.
    """

    collection: str
    field: str
    kind: ValueKind = ValueKind.TEXT
    required: bool = False


# What points at what: the collection pointed at -> the fields that hold its ids.
REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "boards": (("units", "board_id"), ("forecast", "ref_id")),
        "units": (
            ("participants", "unit_id"),
            ("initiatives", "unit_id"),
            ("initiatives", "shared_with"),
            ("milestones", "shared_with"),
            ("challenges", "unit_id"),
            ("forecast", "ref_id"),
        ),
        "documents": (("initiatives", "goal_ids"), ("initiatives", "document_ids")),
        "tracks": (
            ("milestones", "track_id"),
            ("ideas", "track_id"),
            ("initiatives", "track_id"),
            ("follow_ups", "track_id"),
            ("challenges", "track_id"),
        ),
        "frames": (("referrals", "frame_ids"), ("rounds", "options")),
        "initiatives": (("initiatives", "needs"),),
        "milestones": (("ideas", "milestone_id"), ("rounds", "options")),
        "indicators": (),
        "challenges": (("challenges", "merged_with"),),
        "need_parts": (),
        "forecast": (),
    }
)


def read_typed(kind: ValueKind, text: str) -> object:
    """The value of what was typed; an empty text is None, or what the field has when empty.

    Raises:
        Refused: "amount_unreadable", "year_unreadable", "percent_unreadable", "yes_no_unreadable",
            "date_unreadable", each with the text.
    """
    typed = text.strip()
    if kind in {ValueKind.TEXT, ValueKind.CHOICE}:
        return typed
    if kind is ValueKind.IDS:
        return tuple(part for part in (one.strip() for one in typed.split("|")) if part)
    if kind is ValueKind.YES_NO:
        return _yes_no(typed)
    return _measured(kind, typed) if typed else None


def _measured(kind: ValueKind, typed: str) -> object:
    match kind:
        case ValueKind.AMOUNT:
            return parse_amount(typed).tkr
        case ValueKind.YEAR:
            return _year(typed)
        case ValueKind.PERCENT:
            return _permille(typed)
        case _:
            return _date(typed)


def _yes_no(typed: str) -> bool:
    word = typed.casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Refused("yes_no_unreadable", text=typed)


def _year(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and EARLIEST <= int(typed) <= LATEST:
        return int(typed)
    raise Refused("year_unreadable", text=typed)


def _permille(typed: str) -> int:
    plain = "".join(typed.split()).replace("\u2212", "-").replace("\u2013", "-")
    match = _PERCENT.fullmatch(plain)
    found = int(match[2]) * 10 + int(match[3] or 0) if match else MOST_PERMILLE + 1
    if match is None or found > MOST_PERMILLE:
        raise Refused("percent_unreadable", text=typed)
    return -found if match[1] == "-" else found


def _date(typed: str) -> dt.date:
    with suppress(ValueError):
        return dt.date.fromisoformat(typed)
    raise Refused("date_unreadable", text=typed)


def the_row(day: Day, collection: str, key: str) -> Noun:
    """The noun with that id.

    Raises:
        Refused: "row_gone".
    """
    found = find(rows(day, collection), key)
    if found is None:
        raise Refused("row_gone", row=key)
    return found


def with_row(day: Day, collection: str, noun: Noun) -> Day:
    """The day with that noun put in, in place of the one with the same id."""
    others = (one for one in rows(day, collection) if one.id != noun.id)
    changes: dict[str, object] = {collection: ordered((*others, noun))}
    return replace(day, **changes)  # type: ignore[arg-type]  # the collection is named by its text


def changed_row(day: Day, collection: str, key: str, fields: Mapping[str, object]) -> Day:
    """The day with some fields of a row new.

    Raises:
        Refused: "row_gone", or "value_unfit" with the field.
    """
    old = the_row(day, collection, key)
    try:
        new = old.changed(**fields)
    except ValueError as error:
        raise Refused("value_unfit", field=next(iter(fields), "")) from error
    return with_row(day, collection, new)


def set_typed(day: Day, plan: FieldPlan, key: str, text: str) -> Day:
    """The day with a field as it was typed.

    An empty text empties the field where it may be empty.

    Raises:
        Refused: "field_required"; what `read_typed` refuses; "row_gone"; "value_unfit".
    """
    value = read_typed(plan.kind, text)
    if plan.required and value in (None, "", ()):
        raise Refused("field_required")
    old = the_row(day, plan.collection, key)
    if value is None:
        value = type(old).model_fields[plan.field].get_default()
    return changed_row(day, plan.collection, key, {plan.field: value})


def added(day: Day, collection: str, noun: Noun) -> Day:
    """The day with a new row last.

    Raises:
        Refused: "id_taken".
    """
    there = rows(day, collection)
    if find(there, noun.id) is not None:
        raise Refused("id_taken", row=noun.id)
    last = max((one.position for one in there), default=-1)
    return with_row(day, collection, noun.changed(position=last + 1))


def uses(day: Day, collection: str, key: str) -> int:
    """How many other rows point at a row."""
    return sum(
        _holds(getattr(one, field), key)
        for where, field in REFERENCES.get(collection, ())
        for one in rows(day, where)
        if one.id != key
    )


def removed(day: Day, collection: str, key: str) -> Day:
    """The day without a row that nothing points at.

    Raises:
        Refused: "row_gone"; "in_use" with how many rows point at it.
    """
    the_row(day, collection, key)
    count = uses(day, collection, key)
    if count:
        raise Refused("in_use", n=count)
    left = tuple(one for one in rows(day, collection) if one.id != key)
    changes: dict[str, object] = {collection: left}
    return replace(day, **changes)  # type: ignore[arg-type]  # the collection is named by its text


def begun_rounds(day: Day, option: str) -> Iterator[str]:
    """Rounds with that option that are no longer just prepared."""
    for voting in day.rounds:
        if option in voting.options and day.standing(voting.id).state is not RoundState.READY:
            yield voting.id


def without_option(day: Day, option: str) -> Day:
    """The day where no prepared round has that option; rounds that have begun stay."""
    begun = set(begun_rounds(day, option))
    rounds = tuple(
        voting.changed(options=tuple(one for one in voting.options if one != option))
        if option in voting.options and voting.id not in begun
        else voting
        for voting in day.rounds
    )
    return replace(day, rounds=rounds)


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell of a pasted row: where it stands, and the rule that puts it in."""

    row: int
    column: str
    rule: Rule


def pasted(day: Day, cells: Sequence[PastedCell]) -> Day:
    """The day with all cells put in, or none.

    Raises:
        Refused: "paste_refused" with row, column and the refusal as `cause`.
    """
    for cell in cells:
        try:
            day = cell.rule(day)
        except Refused as no:
            raise Refused("paste_refused", row=cell.row, column=cell.column, cause=no) from no
    return day


def _holds(value: object, key: str) -> bool:
    return key in value if isinstance(value, tuple) else value == key
