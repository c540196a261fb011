"""The card "How you vote": dots, cap and stops, changeable until the first ballot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import settings_locked
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.voting.round_rules import MOST_DOTS, SETTINGS
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import Card, caption, divider, label, strong
from workshop_app.ui.widgets.stepper import Stepper

_LEAST = {"dots": 1, "cap": 1, "stops": 0, "advance": 0}


class SettingsCard(Card):
    """How the round is voted on.

    Signals:
        edited: A setting (name of the round's field) has a new value.
        hands: Hands are to be counted too, or not.
    """

    edited = Signal(str, int)
    hands = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("How you vote"), parent)
        self._words = words
        self._lock = QWidget(self)
        self._add_lock()
        self._names = {
            "dots": _("Dots each"),
            "cap": _("Most on the same"),
            "stops": _("Stops each"),
            "advance": _("Go on"),
        }
        self._labels: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self.steppers: dict[str, Stepper] = {}
        self.body.addLayout(self._grid())
        self.body.addWidget(divider())
        way = strong(_("One at a time at the laptop"))
        way.setWordWrap(True)
        self.body.addWidget(way)
        self.body.addWidget(caption(_("Anonymous. The shared screen is covered.")))
        self.count_hands = CheckRow(_("Count hands too"))
        self.count_hands.clicked.connect(self.hands)
        self.body.addWidget(self.count_hands)
        self.body.addStretch(1)

    def show_round(self, day: Day, voting: VotingRound) -> None:
        """Show the settings, locked or not."""
        _ = self._words.gettext
        standing = day.standing(voting.id)
        locked = settings_locked(standing)
        self._lock.setVisible(locked)
        per_track = voting.per_track
        self._name("dots", _("Dots per track") if per_track else _("Dots each"))
        self._name("advance", _("Go on per track") if per_track else _("Go on"))
        for field, stepper in self.steppers.items():
            value = int(getattr(voting, field))
            with QSignalBlocker(stepper):
                stepper.setValue(value)
            self._values[field].setText(str(value))
            shown = self._is_asked(voting, field)
            self._labels[field].setVisible(shown)
            stepper.setVisible(shown and not locked)
            self._values[field].setVisible(shown and locked)
        self.count_hands.setChecked(voting.counts_hands)
        self.count_hands.setEnabled(not locked)

    def _is_asked(self, voting: VotingRound, field: str) -> bool:
        if field == "stops":
            return voting.stops > 0
        return field != "advance" or not voting.stops

    def _name(self, field: str, text: str) -> None:
        self._labels[field].setText(text)
        self.steppers[field].setAccessibleName(text)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, field in enumerate(SETTINGS):
            text, value = label(self._names[field]), strong("")
            text.setWordWrap(True)
            stepper = Stepper(self._names[field], _LEAST[field], MOST_DOTS)
            stepper.valueChanged.connect(partial(self.edited.emit, field))
            grid.addWidget(text, row, 0)
            grid.addWidget(stepper, row, 1, right)
            grid.addWidget(value, row, 1, right)
            self._labels[field], self._values[field] = text, value
            self.steppers[field] = stepper
        _ = self._words.gettext
        grid.addWidget(label(_("Ballot")), len(SETTINGS), 0)
        grid.addWidget(strong(_("Without name")), len(SETTINGS), 1, right)
        return grid

    def _add_lock(self) -> None:
        row = QHBoxLayout(self._lock)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconMark(Icon.LOCK, Role.INK3, 15))
        row.addWidget(caption(self._words.gettext("Locked")))
        if self.header is not None:
            self.header.addWidget(self._lock)
