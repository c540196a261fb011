"""The centre of a voting page: how it is voted on, who is done, hands, and then the result."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.channels.channel_bar import ChannelBar
from workshop_app.ui.channels.texts import promise_text
from workshop_app.ui.stage_pages.round_view import result_rows, tracks_of
from workshop_app.ui.voting.answer_panel import AnswerPanel
from workshop_app.ui.voting.hands_card import HandsCard
from workshop_app.ui.voting.result_list import ResultTable
from workshop_app.ui.voting.result_panel import ResultPanel
from workshop_app.ui.voting.round_chooser import Question, RoundChooser
from workshop_app.ui.voting.settings_card import SettingsCard
from workshop_app.ui.voting.turnout_card import TurnoutCard
from workshop_app.ui.voting.views import turnout_view
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import (
    Card,
    EmptyState,
    Notice,
    lead_label,
    section_label,
    title_label,
)
from workshop_app.ui.workplace import Workplace

_EDGE = 28
_GAP = 16
_SHORT_NAMES = 36


class ClosedCard(Card):
    """The vote is closed and nobody has seen the result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title, self.text = section_label(""), lead_label("")
        self.body.setContentsMargins(28, 36, 28, 36)
        self.body.addWidget(IconMark(Icon.EYE_OFF, Role.INK2, 28), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setWordWrap(True)
            self.body.addWidget(words)


class VoteCentre(QWidget):
    """Everything in the centre; the page decides what happens.

    Signals:
        track_chosen: The track to look at (id), or "" for all.
    """

    track_chosen = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = workplace.words
        _ = words.gettext
        self._workplace = workplace
        self._track_ids: tuple[str, ...] = ()
        self.title, self.lead = title_label(""), lead_label("")
        self.new_round = ActButton(_("New round"))
        self.sort = ActButton("", "S")
        self.tracks: Segmented | None = None
        self.settings = SettingsCard(words)
        self.turnout = TurnoutCard(words)
        self.hands = HandsCard(words)
        self.channels = ChannelBar(workplace)
        self.closed = ClosedCard()
        self.promise = Notice("", "shield")
        self.result = ResultPanel(words, workplace.ruler)
        self.answers = AnswerPanel(words, workplace.ruler)
        self.chooser = RoundChooser(words)
        self.empty = EmptyState(
            _("There is nothing to vote on yet"),
            _("Take a template on the page The day, or read in a day with a vote."),
        )
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 24, _EDGE, 20)
        column.setSpacing(_GAP)
        column.addLayout(self._heading())
        column.addWidget(self.chooser)
        cards = QHBoxLayout()
        cards.setSpacing(_GAP)
        cards.addWidget(self.settings, 1)
        cards.addWidget(self.turnout, 2)
        column.addLayout(cards)
        column.addWidget(self.channels)
        for part in (self.closed, self.hands, self.promise, self.result):
            column.addWidget(part)
        column.addWidget(self.answers)
        column.addWidget(self.empty)
        column.addStretch(1)

    def show_questions(self, items: tuple[Question, ...], series: str, *, listed: bool) -> None:
        """The questions of the step; beside the title where their names are short."""
        self.chooser.put(items, series, listed=listed)
        row = self.chooser.row
        short = sum(len(item.name) for item in items) <= _SHORT_NAMES
        if row is not None and short and len(items) > 1:
            self._head.insertWidget(1, row)
            row.show()
            self.chooser.hide()

    def put_first(self, part: QWidget) -> None:
        """Something of the step's own, between the heading and the round."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, part)

    def put_beside_title(self, button: QWidget) -> None:
        """An act of the step's own, last in the row of the title."""
        self._head.addWidget(button)

    def go_to_hands(self) -> None:
        """Bring the count of hands into view, with the keyboard on its first number."""
        first = self.hands.first()
        if first is None or not first.isEnabled():
            return
        first.setFocus(Qt.FocusReason.TabFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self.hands)

    def go_to_result(self) -> None:
        """The keyboard on the rows of the result, where they are shown as rows."""
        for rows in (self.result.list, self.answers.list):
            if rows.isVisible():
                rows.setFocus()

    def _heading(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        self._head = head
        head.addWidget(self.sort)
        head.addWidget(self.new_round)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.lead)
        return column

    def show_nothing(self) -> None:
        """There is no round."""
        parts = (self.settings, self.turnout, self.closed, self.hands, self.promise)
        for part in (
            *parts,
            self.channels,
            self.chooser,
            self.result,
            self.answers,
            self.new_round,
            self.sort,
            self.lead,
        ):
            part.hide()
        self.empty.show()

    def show_round(self, day: Day, voting: VotingRound, track_id: str, now: str) -> None:
        """Show the round before and while it is voted on."""
        standing = day.standing(voting.id)
        self._show_tracks(day, voting, track_id)
        self.settings.show_round(day, voting)
        self.turnout.show_turnout(turnout_view(day, voting, now), standing.state)
        self.hands.show_round(day, voting, track_id)
        self.channels.show_round(day, voting)
        self.promise.say(promise_text(self._workplace.words, voting), "shield")
        closed = standing.state is RoundState.CLOSED
        before = standing.state in {RoundState.READY, RoundState.OPEN, RoundState.CANCELLED}
        self._show_closed(standing.voted, standing.electorate)
        for part in (self.settings, self.turnout):
            part.setVisible(before)
        self.hands.setVisible(standing.state is RoundState.OPEN and voting.counts_hands)
        self.promise.setVisible(before)
        self.closed.setVisible(closed)
        shown = not before and not closed
        self.result.setVisible(shown and uses_dots(voting))
        self.answers.setVisible(shown and not uses_dots(voting))
        self.sort.setVisible(not before and not closed)
        self.new_round.show()
        self.lead.show()
        self.empty.hide()

    def show_result(self, day: Day, voting: VotingRound, track_id: str, *, best: bool) -> None:
        """Show the counted options in the order asked for."""
        self._show_sort(best=best)
        if not uses_dots(voting):
            self.answers.put(day, voting, best=best)
            return
        rows = result_rows(day, voting, track_id, best_first=best)
        voted = day.standing(voting.id).voted
        self.result.put(ResultTable(rows, bool(voting.stops), voted))

    def _show_sort(self, *, best: bool) -> None:
        _ = self._workplace.words.gettext
        self.sort.setText(_("As on the ballot") if best else _("Sort by result"))

    def _show_closed(self, voted: int, base: int) -> None:
        _ = self._workplace.words.gettext
        self.closed.title.setText(_("{voted} of {base} have voted").format(voted=voted, base=base))
        self.closed.text.setText(
            _(
                "The vote is closed. The shared screen shows only the number "
                "until you show the result."
            )
        )

    def _show_tracks(self, day: Day, voting: VotingRound, track_id: str) -> None:
        tracks = tracks_of(day, voting)
        ids = ("", *(track.id for track in tracks)) if len(tracks) > 1 else ()
        if ids != self._track_ids:
            self._make_tracks(ids, tuple(track.letter for track in tracks))
        if self.tracks is not None and track_id in ids:
            self.tracks.set_current(ids.index(track_id))

    def _make_tracks(self, ids: tuple[str, ...], letters: tuple[str, ...]) -> None:
        _ = self._workplace.words.gettext
        if self.tracks is not None:
            self.tracks.hide()
            self.tracks.deleteLater()
            self.tracks = None
        self._track_ids = ids
        if not ids:
            return
        labels = (_("All tracks"), *letters)
        self.tracks = Segmented(labels, name=_("Track to look at"))
        self.tracks.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tracks.chosen.connect(self._on_track)
        self._head.insertWidget(1, self.tracks)

    def _on_track(self, index: int) -> None:
        self.track_chosen.emit(self._track_ids[index])
