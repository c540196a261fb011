"""Disposing of the ballots of a locked round, by a decision with a reference."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.ui.attempt import tried
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice, lead_label, strong
from workshop_app.ui.workplace import Workplace


class DisposeDialog(StyledDialog):
    """Chooses a locked round and asks for the decision; without one nothing is disposed of."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """For an open day.

        Args:
            workplace: The open day and its tools.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Dispose of ballots"), parent)
        self._workplace = workplace
        locked = locked_rounds(workplace.day)
        text = _(
            "The ballots of the round are taken out of the file for good. The result and the "
            "turnout stay, and the log tells which decision it rests on. Copies that were saved "
            "before still have the ballots."
        )
        if not locked:
            text = _("No round is locked yet. Only the ballots of a locked round can be disposed.")
        self.setAccessibleDescription(text)
        self.body.addWidget(lead_label(text))
        self.rounds = QComboBox()
        self.rounds.setAccessibleName(_("Round"))
        for voting in locked:
            self.rounds.addItem(voting.name, voting.id)
        self.reference = QLineEdit()
        self.reference.setAccessibleName(_("The decision"))
        self.reference.setPlaceholderText(_("Such as a registry number"))
        self._name = strong(_("The decision"))
        self.error = Notice("", "warn")
        for part in (self.rounds, self._name, self.reference, self.error):
            part.setVisible(bool(locked) and part is not self.error)
            self.body.addWidget(part)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.dispose = ActButton(_("Dispose of the ballots"), "Enter", "primary", self)
        self.dispose.setEnabled(bool(locked) and not workplace.store.file.read_only)
        self.dispose.clicked.connect(self.do)
        self.dispose.setDefault(True)
        self.add_buttons((self.cancel, self.dispose))
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self) -> None:
        """Dispose of them; a sentence says why if it cannot be done."""
        place = self._workplace
        act = partial(
            place.ballots.dispose, str(self.rounds.currentData()), self.reference.text().strip()
        )
        why_not = tried(place.words, act)
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        if not why_not:
            self.accept()


def locked_rounds(day: Day) -> tuple[VotingRound, ...]:
    """The rounds that are history."""
    return tuple(
        voting for voting in day.rounds if day.standing(voting.id).state is RoundState.LOCKED
    )
