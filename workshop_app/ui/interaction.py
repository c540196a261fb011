"""All questions to the person at the desk, so that tests and scripts need no dialog."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Question:
    """A question with two answers; the buttons are verbs.

    Attributes:
        title: Short heading.
        text: One or two sentences: what happens.
        yes: The act, such as "Close the vote".
        no: The way back, such as "Cancel".
        note: A line under the buttons, such as what was saved last.
    """

    title: str
    text: str
    yes: str
    no: str
    note: str = ""


class Interaction(Protocol):
    """What a page may ask or tell."""

    def confirm(self, question: Question) -> bool:
        """Whether the person chose the act."""
        ...

    def tell(self, title: str, text: str) -> None:
        """Tell something that must be read."""
        ...

    def open_file(self, title: str, pattern: str) -> Path | None:
        """Ask for an existing file; None if the person changed their mind."""
        ...

    def open_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        ...

    def save_file(self, title: str, proposed: Path, pattern: str) -> Path | None:
        """Ask where to save."""
        ...
