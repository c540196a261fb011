"""What things are called on paper."""

from __future__ import annotations

from workshop_app.domain.frames import FrameView
from workshop_app.domain.summary import DaySummary
from workshop_app.system.language import Words


def alternative(words: Words, index: int) -> str:
    """The frame alternative with that place (from 0) in running text: "alternative 1"."""
    return words.gettext("alternative {n}").format(n=index + 1)


def numbered_name(index: int, name: str) -> str:
    """The name in a table: "Alternativ 1: lika procent" becomes "1 Lika procent"."""
    before, colon, after = name.partition(":")
    own = after.strip() if colon and str(index + 1) in before else name
    return f"{index + 1} {own[:1].upper()}{own[1:]}"


def shown_frame(facts: DaySummary) -> FrameView | None:
    """The alternative that is printed in full: the one the room prefers, else the first."""
    for line in facts.frames:
        if line.frame_id == facts.preferred:
            return line.view
    return facts.frames[0].view if facts.frames else None
