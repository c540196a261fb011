"""From the field of a noun to a cell, the way the column's reader takes it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from workshop_app.domain.nouns import Noun
from workshop_app.storage.export.values import Value
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.columns import SPREAD, Column
from workshop_app.storage.intake.readers import OneOf, Reader, million, permille

_TKR_OF_MNKR = 1000
_PERMILLE_OF_PERCENT = 10


def cell(column: Column, noun: Noun) -> Value:
    """What a column says of a noun; None for what follows from something else."""
    if column.field == SPREAD:
        return _period(noun)
    if not column.field or column.field.startswith("_"):
        return None
    raw = getattr(noun, column.field)
    if raw is None:
        return None
    if isinstance(column.read, OneOf):
        return column.read.written(raw)
    return _WRITERS.get(column.read, _as_it_is)(raw)


def _as_it_is(raw: object) -> Value:
    if isinstance(raw, dt.date):
        return raw.isoformat()
    if isinstance(raw, tuple):
        return tuple(str(each) for each in raw)
    if isinstance(raw, StrEnum):
        return raw.value
    return raw if isinstance(raw, bool | int) else str(raw)


def _mnkr(tkr: int) -> Value:
    whole, rest = divmod(tkr, _TKR_OF_MNKR)
    return Decimal(tkr) / _TKR_OF_MNKR if rest else Decimal(whole)


def _percent(permille_value: int) -> Value:
    return (Decimal(permille_value) / _PERMILLE_OF_PERCENT).quantize(Decimal("0.1"))


def _answers(codes: tuple[str, ...]) -> Value:
    return tuple(word.answer_word(code) for code in codes)


def _period(noun: Noun) -> Value:
    """The years of a document: 2024–2027, 2024–, –2027 or 2024."""
    first, last = getattr(noun, "from_year", None), getattr(noun, "to_year", None)
    if first is None and last is None:
        return None
    if first == last:
        return str(first)
    return f"{first or ''}–{last or ''}"


_WRITERS: dict[Reader, Callable[[Any], Value]] = {
    million: _mnkr,
    permille: _percent,
    word.answers: _answers,
    word.scope: word.scope_word,
    word.need_or_nice: word.answer_word,
}
