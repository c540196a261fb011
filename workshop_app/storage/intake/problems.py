"""What is wrong with an import, in codes; whoever shows it finds the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workshop_app.system.errors import KnownError


def _no_facts() -> dict[str, object]:
    return {}


@dataclass(frozen=True)
class ImportProblem:
    """One thing to mend.

    Attributes:
        file: The file, such as "initiativ.csv".
        row: Record number with the heading as row 1; in JSON the object's number in its list,
            counted from 1. 0 = the whole file.
        column: The heading as it stands in the file, in JSON the path, such as
            "initiativ[3].effekt_2028_tkr". Empty = the whole row.
        value: What stands there.
        code: What is wrong, such as "amount_unreadable", "unknown_reference", "duplicate_id".
        facts: What the sentence needs.
    """

    file: str
    row: int
    column: str
    value: str
    code: str
    facts: Mapping[str, object] = field(default_factory=_no_facts)


class ImportRefused(KnownError):  # noqa: N818 - the field's word: refused
    """Nothing was imported.

    Attributes:
        problems: All that was found, in the order of the files.
    """

    def __init__(self, problems: Iterable[ImportProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("import_refused", problems=len(self.problems))


class Unreadable(Exception):  # noqa: N818 - said by a cell reader, never seen outside
    """A cell that cannot be read as what it should be."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
