"""Who is here: late arrivals and leavers, also while a vote is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop_app.app.presence import set_presence
from workshop_app.domain.attendance import base_now, may_vote
from workshop_app.domain.day import find
from workshop_app.domain.rounds import voting_round
from workshop_app.ui.attempt import tried
from workshop_app.ui.channels.texts import present_line
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.labels import Notice, strong
from workshop_app.ui.workplace import Workplace

_HIGHEST = 460


class WhoIsHere(StyledDialog):
    """Those who may vote in the round, each with a tick; what is ticked counts at once."""

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """For a round.

        Args:
            workplace: The open day and its tools.
            round_id: The round; its half of the day decides who may vote.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Who is here"), parent)
        self._workplace = workplace
        self._round_id = round_id
        self.rows: dict[str, CheckRow] = {}
        self.count = strong("")
        self.body.addWidget(self.count)
        self.body.addWidget(self._list(), 1)
        text = _("While the vote is open the number who may vote follows, and the log says so.")
        self.body.addWidget(Notice(text, "info"))
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.done_button = ActButton(_("Done"), "Enter", "primary", self)
        self.done_button.clicked.connect(self.accept)
        self.add_buttons((self.done_button,))
        self._show()
        first = next(iter(self.rows.values()), None)
        (first or self.done_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(2)
        day = self._workplace.day
        for person in may_vote(day, voting_round(day, self._round_id)):
            row = CheckRow(person.role, person.name)
            row.clicked.connect(partial(self._mark, person.id))
            column.addWidget(row)
            self.rows[person.id] = row
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        # setWidget lets it paint the window's ground; the dialog's own is to be seen.
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setMinimumHeight(min(_HIGHEST, inside.sizeHint().height() + 4))
        return area

    def _mark(self, person: str) -> None:
        place, present = self._workplace, self.rows[person].isChecked()
        act = partial(set_presence, place.store, place.ballots, person, present=present)
        why_not = tried(place.words, act)
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        self._show()

    def _show(self) -> None:
        place = self._workplace
        voting = voting_round(place.day, self._round_id)
        self.count.setText(present_line(place.words, base_now(place.day, voting)))
        for key, row in self.rows.items():
            person = find(place.day.participants, key)
            with QSignalBlocker(row):
                row.setChecked(person is not None and person.present)
