"""A rule that says no, in codes; `ui.texts` and `report.texts` find the words."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):  # noqa: N818 - the field's word: a rule refuses
    """A rule refused an act; nothing was changed.

    Attributes:
        code: Which rule, such as "too_many_dots".
        facts: What the sentence needs, such as {"given": 9, "most": 8}.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = dict(facts)
