"""Two families of errors: the world's and ours."""

from __future__ import annotations

from collections.abc import Mapping


class KnownError(Exception):
    """Something in the world: a full disk, a locked file. Told kindly; nothing is lost.

    Attributes:
        code: What it is, such as "newer_file"; the front end finds the words.
        facts: What the sentence needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = dict(facts)


class BugError(Exception):
    """Something of ours that should not happen; makes a crash report the user can copy."""
