"""The card "Voted 9 of 15": who is done, and whose turn it is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.domain.kinds import RoundState
from workshop_app.system.language import Words
from workshop_app.ui.voting.views import TurnoutView, ways_line
from workshop_app.ui.voting.voter_list import VoterList
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Card, caption, strong


class TurnoutCard(Card):
    """Who has voted, never what they chose."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Voted"), parent)
        self._words = words
        self._ways = caption("")
        self._ways.setWordWrap(False)
        if self.header is not None:
            self.header.addWidget(self._ways)
        self._left = strong("")
        self.body.addWidget(self._left)
        self.list = VoterList(words, self)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.next = ActButton(_("Next in turn"), "Enter")
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self.next)
        self.body.addLayout(self._row)

    def show_turnout(self, turnout: TurnoutView, state: RoundState) -> None:
        """Show how many have voted, and who."""
        _ = self._words.gettext
        title = _("Voted {voted} of {base}")
        self.set_title(title.format(voted=turnout.voted, base=turnout.base))
        self._ways.setText(ways_line(self._words, turnout))
        self._left.setVisible(turnout.only_left)
        self._left.setText(_("Left to vote"))
        self.list.put(turnout.rows, turnout.columns)
        self.next.setEnabled(state is RoundState.OPEN and any(not r.done for r in turnout.rows))
