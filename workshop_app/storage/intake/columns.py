"""How a table is described: its headings in Swedish and English, and what each becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workshop_app.domain.nouns import Noun
from workshop_app.storage.intake.readers import Reader, text

SPREAD = "*"
"""The field of a column whose reader gives several fields at once."""


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
    """

    sv: str
    en: str
    field: str
    read: Reader = text
    required: bool = False
    refs: tuple[str, ...] = ()

    def fits(self, heading: str, budget_year: int) -> bool:
        """Whether a plain heading is this column."""
        years = [budget_year + n for n in range(3)]
        for name in (self.sv, self.en):
            pattern = re.escape(name).replace(r"\*", r"\d{4}")
            for n, year in enumerate(years):
                pattern = pattern.replace(rf"\{{{n}\}}", str(year))
            if re.fullmatch(pattern, heading, re.ASCII):
                return True
        return False


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
        fixed: Fields every row has.
    """

    sv: str
    en: str
    collection: str
    noun: type[Noun]
    columns: tuple[Column, ...]
    key: str = ""
    fixed: Mapping[str, Any] | None = None
