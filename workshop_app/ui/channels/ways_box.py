"""How a round is held, in the card of settings: at which screen, and for how long."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import options_locked, settings_locked
from workshop_app.domain.ways import MOST_MINUTES, ballot_screen
from workshop_app.system.language import Words
from workshop_app.ui.widgets.choices import CheckRow, RadioRow
from workshop_app.ui.widgets.labels import label
from workshop_app.ui.widgets.stepper import Stepper


class WaysBox(QWidget):
    """Two radio rows for the screen, the minutes, and whether the round closes by itself.

    Signals:
        screen_chosen: The ballot is to stand at this `Channel`.
        minutes_set: So many minutes; 0 = as long as it takes.
        closing_set: The round closes when its time is out, or not.
    """

    screen_chosen = Signal(object)
    minutes_set = Signal(int)
    closing_set = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.at_laptop = RadioRow(
            _("One at a time at the laptop"), _("Anonymous. The shared screen is covered.")
        )
        self.at_screen = RadioRow(
            _("One at a time at the shared screen"), _("Open. Everybody sees the choice.")
        )
        self._group = QButtonGroup(self)
        for row in (self.at_laptop, self.at_screen):
            self._group.addButton(row)
            row.clicked.connect(self._chosen)
        name = _("Minutes, 0 for no limit")
        self.time = Stepper(name, 0, MOST_MINUTES)
        self.time.valueChanged.connect(self.minutes_set)
        self.close_on_time = CheckRow(_("Close the vote when the time is out"))
        self.close_on_time.clicked.connect(self.closing_set)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.at_laptop)
        column.addWidget(self.at_screen)
        line = QHBoxLayout()
        text = label(name)
        text.setWordWrap(True)
        line.addWidget(text, 1)
        line.addWidget(self.time)
        column.addLayout(line)
        column.addWidget(self.close_on_time)

    def show_round(self, day: Day, voting: VotingRound) -> None:
        """Show how the round is held, and what can still be changed."""
        standing = day.standing(voting.id)
        at_screen = ballot_screen(voting) is Channel.SCREEN
        with QSignalBlocker(self._group), QSignalBlocker(self.time):
            (self.at_screen if at_screen else self.at_laptop).setChecked(True)
            self.time.setValue(voting.minutes)
        self.close_on_time.setChecked(voting.closes_on_time)
        ready = not options_locked(standing)
        self.at_laptop.setEnabled(ready)
        self.at_screen.setEnabled(ready)
        changeable = not settings_locked(standing)
        self.time.setEnabled(changeable)
        self.close_on_time.setEnabled(changeable and voting.minutes > 0)

    def _chosen(self) -> None:
        self.screen_chosen.emit(Channel.SCREEN if self.at_screen.isChecked() else Channel.LAPTOP)
