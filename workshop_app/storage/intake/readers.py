"""Reading one cell: text as CSV has it, or the typed value of JSON and spreadsheets.

Each reader takes the raw value (never blank) and gives the value of a field, or raises
`Unreadable`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from math import isfinite
from types import MappingProxyType

from workshop_app.domain.amounts import parse_amount
from workshop_app.domain.day_rules import read_date
from workshop_app.domain.refused import Refused
from workshop_app.storage.intake.problems import Unreadable
from workshop_app.storage.intake.tables import plain

_MONTH_NAMES = (
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_MONTHS = MappingProxyType(
    {name: n for n, names in enumerate(_MONTH_NAMES, start=1) for name in names}
)
_DAY_WORDS = re.compile(
    "den|(man|tis|ons|tors|fre|lor|son)dag|(mon|tues|wednes|thurs|fri|satur|sun)day"
)
_WORD = re.compile(r"([^\W\d_]{3,})[.,]?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_TIME = re.compile(r"[T ]00:00(:00)?(\.0+)?$")
_SERIAL = re.compile(r"3[6-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}", re.ASCII)
_FIRST_DAY = dt.date(1899, 12, 30)
"""What spreadsheets count from; the numbers taken are of the years 2000 to 2099."""

Reader = Callable[[object], object]

_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-"))
_YES = frozenset({"ja", "j", "yes", "y", "true", "sant", "x", "1"})
_NO = frozenset({"nej", "n", "no", "false", "falskt", "0"})
_MINUTES = 24 * 60
_PERMILLE_OF_PERCENT = 10
_TKR_OF_MNKR = 1000
# What neither XML (spreadsheets, PDF) nor a person can see.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Spaces of any width between groups of three digits, as thousands are written.
_GROUPS = re.compile(r"(?<=\d)\s(?=\d{3}(\D|$))")
_ITEMS = re.compile(r"(?:\\.|[^|\\]|\\$)*", re.DOTALL)


def text(raw: object) -> str:
    """Text; a number is written with decimal comma. Line breaks become one sort."""
    if isinstance(raw, bool):
        return "ja" if raw else "nej"
    if isinstance(raw, float) and isfinite(raw):
        return str(int(raw)) if raw.is_integer() else f"{raw:.15g}".replace(".", ",")
    if isinstance(raw, dt.datetime):
        return raw.date().isoformat()
    if isinstance(raw, str):
        return _UNSEEN.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(raw, (int, dt.date, dt.time)):
        return str(raw)
    raise Unreadable("text_unreadable")


def whole(raw: object) -> int:
    """A whole number."""
    number = decimal(raw, "number_unreadable")
    if number != number.to_integral_value():
        raise Unreadable("number_unreadable")
    return int(number)


def decimal(raw: object, code: str) -> Decimal:
    """A number with decimal comma or point."""
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        raise Unreadable(code)
    written = _GROUPS.sub("", str(raw).strip()).translate(_MINUS).replace(",", ".")
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", written, re.ASCII):
        raise Unreadable(code)
    try:
        return Decimal(written)
    except InvalidOperation as reason:  # pragma: no cover - the pattern lets nothing else through
        raise Unreadable(code) from reason


def amount(raw: object) -> int:
    """Whole tkr, through the one parser of amounts."""
    if isinstance(raw, str):
        try:
            return parse_amount(raw).tkr
        except Refused as reason:
            raise Unreadable(reason.code, **reason.facts) from reason
    try:
        return whole(raw)
    except Unreadable as reason:
        raise Unreadable("amount_unreadable") from reason


def million(raw: object) -> int:
    """Mnkr as whole tkr."""
    number = decimal(raw, "amount_unreadable") * _TKR_OF_MNKR
    if number != number.to_integral_value():
        raise Unreadable("amount_unreadable")
    return int(number)


def permille(raw: object) -> int:
    """Percent with at most one decimal, as whole permille."""
    if isinstance(raw, str):
        raw = raw.replace("%", "").strip()
    number = decimal(raw, "percent_unreadable") * _PERMILLE_OF_PERCENT
    if number != number.to_integral_value():
        raise Unreadable("percent_unreadable")
    return int(number)


def yes_no(raw: object) -> bool:
    """Ja or nej."""
    if isinstance(raw, bool):
        return raw
    word = plain(text(raw))
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable("yes_no_unreadable")


def day(raw: object) -> dt.date:
    """A date: 2027-04-22, 22 april 2027, 22/4 2027, or the number a spreadsheet counts days by."""
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    written = _NO_TIME.sub("", text(raw))
    if _SERIAL.fullmatch(written):
        return _FIRST_DAY + dt.timedelta(days=int(written))
    try:
        if _ISO.fullmatch(written):
            return dt.date.fromisoformat(written)
        return read_date(_WORD.sub(_number_of, written))
    except (Refused, ValueError) as reason:
        raise Unreadable("date_unreadable") from reason


def _number_of(found: re.Match[str]) -> str:
    """The number of a month; nothing for a day of the week; any other word stays."""
    word = plain(found[1])
    if _DAY_WORDS.fullmatch(word):
        return " "
    number = next((n for name, n in _MONTHS.items() if name.startswith(word)), None)
    return found[0] if number is None else f" {number} "


def clock(raw: object) -> str:
    """A time of day as HH:MM; 8.30, 08:30:00 and the share of a day in a spreadsheet."""
    if isinstance(raw, dt.datetime | dt.time):
        return raw.strftime("%H:%M")
    if isinstance(raw, dt.timedelta):
        raw = raw / dt.timedelta(days=1)
    if isinstance(raw, float) and 0 <= raw < 1:
        hour, minute = divmod(round(raw * _MINUTES), 60)
        return f"{hour:02d}:{minute:02d}"
    found = re.fullmatch(r"(?:kl\.? ?)?(\d{1,2})[:.](\d\d)(:00)?", text(raw), re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:  # noqa: PLR2004 - hours, minutes
        raise Unreadable("time_unreadable")
    return f"{int(found[1]):02d}:{found[2]}"


def words(raw: object) -> tuple[str, ...]:
    r"""A list: a JSON list, or `|` between the items; `\|` is a bar within one."""
    if isinstance(raw, (list, tuple)):
        items = [text(each) for each in raw]
    else:
        found = _ITEMS.findall(text(raw))
        items = [re.sub(r"\\([|\\])", r"\1", each).strip() for each in found]
    return tuple(item for item in items if item)


def period(raw: object) -> Mapping[str, object]:
    """Years such as 2024–2027, 2024–, –2027 or 2024; "tills vidare" has no years."""
    written = text(raw).translate(_MINUS).replace(" ", "")
    if plain(written) == "tillsvidare":
        return {}
    found = re.fullmatch(r"(\d{4})?(-)?(\d{4})?", written, re.ASCII)
    if not found or not (found[1] or found[3]):
        raise Unreadable("period_unreadable")
    first, last = found[1], found[3]
    if not found[2]:
        last = first
    if first and last and first > last:
        raise Unreadable("period_unreadable")
    return {
        "from_year": int(first) if first else None,
        "to_year": int(last) if last else None,
    }


class OneOf:
    """A reader of one word of a fixed vocabulary, in Swedish or English."""

    def __init__(self, kinds: type[StrEnum], swedish: Mapping[str, StrEnum]) -> None:
        """Read words.

        Args:
            kinds: The vocabulary, whose values are the English words.
            swedish: The Swedish words; the first of several for a kind is the one written.
        """
        self._known = {plain(kind.value): kind for kind in kinds}
        self._known |= {plain(word): kind for word, kind in swedish.items()}
        self._written: dict[StrEnum, str] = {}
        for word, kind in swedish.items():
            self._written.setdefault(kind, word)
        self._allowed = tuple(swedish)

    def __call__(self, raw: object) -> StrEnum:
        """The kind a word stands for."""
        kind = self._known.get(plain(text(raw)))
        if kind is None:
            raise Unreadable("word_unknown", allowed=self._allowed)
        return kind

    def written(self, kind: StrEnum) -> str:
        """The Swedish word."""
        return self._written[kind]
