"""Tells screen readers when the state of a vote changes."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from workshop_app.domain.kinds import RoundState
from workshop_app.system.language import Words


def state_sentence(words: Words, state: RoundState) -> str:
    """The state of a vote as it is read out."""
    _ = words.gettext
    return {
        RoundState.READY: _("The vote is ready"),
        RoundState.OPEN: _("The vote is open"),
        RoundState.CLOSED: _("The vote is closed"),
        RoundState.SHOWN: _("The result is shown"),
        RoundState.LOCKED: _("The vote is locked"),
        RoundState.CANCELLED: _("The vote is cancelled"),
    }[state]


class Announcer:
    """Remembers the state it has told of; tells only when the same round changes."""

    def __init__(self, words: Words, speaker: QWidget) -> None:
        self._words = words
        self._speaker = speaker
        self._told: tuple[str, RoundState] | None = None
        self.said = ""

    def tell(self, round_id: str, state: RoundState) -> None:
        """The round stands so now."""
        before, self._told = self._told, (round_id, state)
        if before is None or before[0] != round_id or before[1] is state:
            return
        self.said = state_sentence(self._words, state)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, self.said))
