"""The card "How you vote": dots, cap and stops, changeable until the first ballot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day
from workshop_app.domain.groups import SplitBy, small_groups
from workshop_app.domain.kinds import RoundMethod, Secrecy
from workshop_app.domain.methods import is_backing
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import options_locked, settings_locked
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.channels.ways_box import WaysBox
from workshop_app.ui.voting.round_rules import (
    LEAST_AGREEMENT,
    MOST_AGREEMENT,
    MOST_DOTS,
    SETTINGS,
)
from workshop_app.ui.widgets.choices import CheckRow, Segmented
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import Card, caption, divider, label, strong
from workshop_app.ui.widgets.stepper import Stepper

_RANGES = {
    "dots": (1, MOST_DOTS),
    "cap": (1, MOST_DOTS),
    "stops": (0, MOST_DOTS),
    "advance": (0, MOST_DOTS),
    "threshold_percent": (LEAST_AGREEMENT, MOST_AGREEMENT),
}
_NARROWEST = 264
_SPLITS = ("", SplitBy.UNIT.value, SplitBy.GROUP.value)


class SettingsCard(Card):
    """How the round is voted on.

    Signals:
        edited: A setting (name of the round's field) has a new value.
        hands: Hands are to be counted too, or not.
        abstaining: One may abstain, or not.
        split: The result is to be shown apart by "unit" or "group", or "" for not.
    """

    edited = Signal(str, int)
    hands = Signal(bool)
    abstaining = Signal(bool)
    split = Signal(str)

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
            "threshold_percent": _("Agreement from, percent"),
        }
        self._labels: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self.steppers: dict[str, Stepper] = {}
        self.body.addLayout(self._grid())
        self.body.addWidget(divider())
        self.ways = WaysBox(words)
        self.body.addWidget(self.ways)
        self.count_hands = CheckRow(_("Count hands too"))
        self.count_hands.clicked.connect(self.hands)
        self.body.addWidget(self.count_hands)
        self.may_abstain = CheckRow(_("One may abstain"))
        self.may_abstain.clicked.connect(self.abstaining)
        self.body.addWidget(self.may_abstain)
        # In one word each: the card is narrow, and the list of those who vote needs the room.
        self.parts = Segmented((_("Whole"), _("Unit"), _("Group")), name=_("Show apart"))
        for place, whole in ((1, _("By unit")), (2, _("By group"))):
            self.parts.button(place).setToolTip(whole)
        self.parts.chosen.connect(self._split)
        self.body.addWidget(self.parts)
        self.body.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(_NARROWEST, 0))

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
        self.ways.show_round(day, voting)
        secret = voting.secrecy is Secrecy.ANONYMOUS
        self._named.setText(_("Without name") if secret else _("With name"))
        self.count_hands.setChecked(voting.counts_hands)
        self.count_hands.setEnabled(not locked)
        self.may_abstain.setVisible(not uses_dots(voting) and not is_backing(voting))
        self.may_abstain.setChecked(voting.may_abstain)
        self.may_abstain.setEnabled(not locked)
        self._show_split(day, voting)

    def _show_split(self, day: Day, voting: VotingRound) -> None:
        """Only where some group is large enough to be shown apart."""
        large = any(
            size.shown for by in SplitBy for size in small_groups(day, voting.half, by).values()
        )
        self.parts.setVisible(not uses_dots(voting) and (large or bool(voting.split_by)))
        self.parts.set_current(_SPLITS.index(voting.split_by) if voting.split_by in _SPLITS else 0)
        self.parts.setEnabled(not options_locked(day.standing(voting.id)))

    def _split(self, index: int) -> None:
        self.split.emit(_SPLITS[index])

    def _is_asked(self, voting: VotingRound, field: str) -> bool:
        if field == "threshold_percent":
            return voting.method is RoundMethod.RATING
        if not uses_dots(voting):
            return False
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
            stepper = Stepper(self._names[field], *_RANGES[field])
            stepper.valueChanged.connect(partial(self.edited.emit, field))
            grid.addWidget(text, row, 0)
            grid.addWidget(stepper, row, 1, right)
            grid.addWidget(value, row, 1, right)
            self._labels[field], self._values[field] = text, value
            self.steppers[field] = stepper
        _ = self._words.gettext
        grid.addWidget(label(_("Ballot")), len(SETTINGS), 0)
        self._named = strong("")
        grid.addWidget(self._named, len(SETTINGS), 1, right)
        return grid

    def _add_lock(self) -> None:
        row = QHBoxLayout(self._lock)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconMark(Icon.LOCK, Role.INK3, 15))
        row.addWidget(caption(self._words.gettext("Locked")))
        if self.header is not None:
            self.header.addWidget(self._lock)
