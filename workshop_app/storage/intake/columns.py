"""How a table is described: its headings in Swedish and English, and what each becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshop_app.domain.nouns import Noun
from workshop_app.storage.intake.readers import Reader, text

_BRACKETS = re.compile(r"[()\[\].:*]")
_UNIT = "_tkr"

OWNER = ("ansvarig", "ansvarig_roll", "responsible")
"""What the desk and the agenda call the one who owns something."""
SPREAD = "*"
"""The field of a column whose reader gives several fields at once."""


def bare_heading(heading: str) -> str:
    """A plain heading without brackets, colons and the star of what must be filled in."""
    return _BRACKETS.sub("", heading).strip("_")


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        sv: Swedish heading. `*` stands for any year, `{0}`, `{1}`, `{2}` for the budget year
            and the two after it.
        en: English heading, likewise.
        field: Field of the noun; "" = known, but follows from something else; "_x" = kept beside.
        read: Reader of a cell that is not blank.
        required: A blank cell is a problem.
        refs: Collections in one of which the value (or each of the values) must be an id.
        years: Which years `*` is written as, counted from the budget year.
        also: Other headings people write for it, such as the word on the desk; never saved.
    """

    sv: str
    en: str
    field: str
    read: Reader = text
    required: bool = False
    refs: tuple[str, ...] = ()
    years: tuple[int, ...] = (-1,)
    also: tuple[str, ...] = ()

    def fits(self, heading: str, budget_year: int) -> bool:
        """Whether a plain heading is this column; brackets and the unit may be written or not."""
        years = [budget_year + n for n in range(3)]
        written = bare_heading(heading)
        for name in (self.sv, self.en, *self.also):
            pattern = re.escape(name).replace(r"\*", r"\d{4}")
            for n, year in enumerate(years):
                pattern = pattern.replace(rf"\{{{n}\}}", str(year))
            if name.endswith(_UNIT):
                pattern = f"{pattern.removesuffix(_UNIT)}({_UNIT})?"
            if re.fullmatch(pattern, written, re.ASCII):
                return True
        return False

    def headings(self, budget_year: int) -> tuple[str, ...]:
        """The Swedish headings as they are written: one, or one for each of `years`."""
        named = self.sv.format(*(budget_year + n for n in range(3)))
        if "*" not in named:
            return (named,)
        return tuple(named.replace("*", str(budget_year + n)) for n in self.years)


@dataclass(frozen=True)
class Kind:
    """One sort of table.

    Attributes:
        sv: Swedish name of the file, sheet or JSON key.
        en: English name.
        collection: Where in the day the nouns go.
        noun: What a row becomes.
        columns: The headings it may have.
        key: The id, from the other fields and the row's number `n`; used where no id is written.
        title: The field a row without an id is known again by; empty = by its id alone.
    """

    sv: str
    en: str
    collection: str
    noun: type[Noun]
    columns: tuple[Column, ...]
    key: str = ""
    title: str = ""

    def named(self, name: str) -> bool:
        """Whether a plain name of a file or sheet is this table's."""
        return name in (self.sv, self.en)
