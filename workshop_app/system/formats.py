"""Numbers, amounts, dates and order as each language writes them, through Babel.

Amounts are whole tkr. Output uses U+2212 for minus and hard spaces, so that nothing breaks inside
a number.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from babel.dates import format_date
from babel.numbers import format_decimal

from workshop_app.system.language import Language

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"


@dataclass(frozen=True)
class Formats:
    """How one language writes things."""

    language: Language

    @property
    def _locale(self) -> str:
        return "sv_SE" if self.language is Language.SWEDISH else "en_GB"

    def number(self, value: int) -> str:
        """A whole number: 1 250 in Swedish (hard space), 1,250 in English."""
        return format_decimal(value, locale=self._locale).replace("-", MINUS)

    def signed(self, value: int) -> str:
        """A change: always with its sign, +180 or −300; zero has none."""
        return f"+{self.number(value)}" if value > 0 else self.number(value)

    def tkr(self, value: int) -> str:
        """An amount with its unit: 160 tkr (the unit is the same in both languages)."""
        return f"{self.number(value)}{HARD_SPACE}tkr"

    def permille(self, value: int) -> str:
        """20 -> 2,0 (or 2.0), the number before a percent sign or the word."""
        return format_decimal(value / 10, format="0.0", locale=self._locale).replace("-", MINUS)

    def percent(self, permille: int) -> str:
        """20 -> 2,0 % with a hard space."""
        space = HARD_SPACE if self.language is Language.SWEDISH else ""
        return f"{self.permille(permille)}{space}%"

    def date_long(self, day: date) -> str:
        """22 april 2027."""
        return format_date(day, "d MMMM y", locale=self._locale)

    def date_full(self, day: date) -> str:
        """As in torsdag 22 april 2027."""
        return format_date(day, "EEEE d MMMM y", locale=self._locale)

    def date_short(self, day: date) -> str:
        """22 april, where the year is understood."""
        return format_date(day, "d MMMM", locale=self._locale)

    def date_table(self, day: date) -> str:
        """2027-04-22."""
        return day.isoformat()

    def week(self, day: date) -> int:
        """ISO 8601 week."""
        return day.isocalendar().week

    def clock(self, moment: datetime | time | str) -> str:
        """08.30 in Swedish, 08:30 in English; takes HH:MM text too."""
        text = moment if isinstance(moment, str) else moment.strftime("%H:%M")
        return text.replace(":", ".") if self.language is Language.SWEDISH else text

    def span(self, start: str, end: str) -> str:
        """08.30–16.00 with an en dash and no spaces; takes HH:MM texts."""
        return f"{self.clock(start)}{EN_DASH}{self.clock(end)}"

    def listed(self, items: Iterable[str]) -> str:
        """a, b and c, the way the language joins them."""
        word = "och" if self.language is Language.SWEDISH else "and"
        parts = list(items)
        if len(parts) < 2:  # noqa: PLR2004 - one item is not a list
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def sort_key(text: str) -> tuple[tuple[int, str], ...]:
    """Swedish order: … z å ä ö, case and other accents aside."""
    last = {"å": (1, "a"), "ä": (1, "b"), "ö": (1, "c")}
    keys: list[tuple[int, str]] = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        plain = unicodedata.normalize("NFD", letter)[0]
        keys.append(last.get(letter, (0, plain)))
    return tuple(keys)
