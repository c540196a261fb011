"""One at a time at the laptop: hand over, ballot, thanks. Covers the whole desk.

While it is open no key reaches the desk, and the shared screen shows only how many have voted.
Nothing of a ballot that is not handed in is kept: the sheet is thrown away with what is on it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from workshop_app.app.ballots import request_key
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import voting_round
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Rect, Role
from workshop_app.ui.channels.code_page import CodePage
from workshop_app.ui.interaction import Question
from workshop_app.ui.voting.card_turns import CardTurns, ballot_tried
from workshop_app.ui.voting.hand_over import HandOver, Thanks
from workshop_app.ui.voting.sheet_base import Sheet, SheetSubject
from workshop_app.ui.voting.sheet_parts import place
from workshop_app.ui.voting.sheets import sheet_for
from workshop_app.ui.voting.stage_strip import STRIP, StageStrip
from workshop_app.ui.voting.views import VoterRow, next_in_turn, turnout_view
from workshop_app.ui.workplace import Workplace

THANKS_MS = 3000
_WIDTH, _HEIGHT = 1440.0, 900.0


class Kiosk(QWidget):
    """The ballot screen. A child of the window it covers; made for one round and thrown away.

    Signals:
        turn_changed: Whose turn it is (participant id), or "" when it is nobody's.
        finished: The facilitator stopped, or everybody has voted.
    """

    turn_changed = Signal(str)
    finished = Signal()

    def __init__(self, workplace: Workplace, subject: tuple[str, str], window: QWidget) -> None:
        """Over a window.

        Args:
            workplace: The open day and its tools.
            subject: The step and the round.
            window: What is covered.
        """
        super().__init__(window)
        self._workplace = workplace
        step, self._round_id = subject
        self._covered = covered_part(window)
        self._turns = CardTurns(workplace, self._round_id, self)
        self._turns.passed.connect(self._open_sheet)
        self._turns.back.connect(self._show_hand_over)
        self._voter: VoterRow | None = None
        self._key = b""
        self._sheet: Sheet | None = None
        words, ruler = workplace.words, workplace.ruler
        self.setAccessibleName(words.gettext("Voting at the laptop"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self._strip = StageStrip(workplace, step, self)
        self._hand_over = HandOver(words, ruler, self)
        self._hand_over.start.clicked.connect(self._start)
        self._hand_over.stop.clicked.connect(self.ask_to_leave)
        self.code = CodePage(words, workplace.code, self)
        self.code.passed.connect(self.stop)
        self.code.back.connect(self._show_hand_over)
        self._thanks = Thanks(words, ruler, self)
        self._thanks.next.clicked.connect(self._after_thanks)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(THANKS_MS)
        self._rest.timeout.connect(self._after_thanks)
        self._covered.installEventFilter(self)

    @property
    def sheet(self) -> Sheet | None:
        """The ballot that is open, if one is."""
        return self._sheet

    @property
    def hand_over(self) -> HandOver:
        """The screen between two voters."""
        return self._hand_over

    @property
    def thanks(self) -> Thanks:
        """The screen after a ballot."""
        return self._thanks

    @property
    def voter(self) -> str:
        """Id of the person whose turn it is; empty for nobody."""
        return self._voter.id if self._voter else ""

    def begin(self, chosen: str = "") -> None:
        """Cover the desk and hand over to the chosen person, or the next in turn."""
        self._cover()
        self._next_voter(chosen)
        if self._voter is None:
            self.stop()
            return
        self._show_hand_over()
        self.show()
        self.raise_()
        self._hand_over.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_leave(self) -> None:
        """Esc or Stop: the facilitator's code, or a question where there is none."""
        words = self._workplace.words
        if self._workplace.code.asked:
            self._ask_code(voters_left=self._voter is not None)
            return
        _ = words.gettext
        text = _("The laptop goes back to the facilitator. Whoever has not voted can vote later.")
        question = Question(_("Stop voting?"), text, _("Back to the desk"), _("Go on voting"))
        if self._workplace.ask.confirm(question):
            self.stop()

    def _ask_code(self, *, voters_left: bool) -> None:
        self._rest.stop()
        self.code.setGeometry(self.rect())
        self.code.ask(voters_left=voters_left)

    def stop(self) -> None:
        """Back to the desk; a ballot that is open is thrown away."""
        self._rest.stop()
        self._throw_away()
        self._covered.removeEventFilter(self)
        self._workplace.stage.call(self._round_id, "")
        self.hide()
        self.finished.emit()

    def _next_voter(self, chosen: str = "") -> None:
        turnout = turnout_view(self._workplace.day, self._voting())
        drawn = self._turns.drawn
        self._voter = self._turns.next() if drawn else next_in_turn(turnout, chosen)
        self.turn_changed.emit(self.voter)
        self._workplace.stage.call(self._round_id, self.voter)

    def _voting(self) -> VotingRound:
        return voting_round(self._workplace.day, self._round_id)

    def _show_hand_over(self) -> None:
        role = self._voter.role if self._voter else ""
        self._thanks.hide()
        self.code.hide()
        self._hand_over.show_voter(role, self._workplace.day, self._voting())
        self._turns.hide()
        self._hand_over.show()
        self._arrange()
        self._hand_over.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        if self._voter is not None and self._turns.drawn:
            self._turns.ask()
        else:
            self._open_sheet()

    def _open_sheet(self) -> None:
        if self._voter is None:
            return
        place_ = self._workplace
        subject = SheetSubject(place_.day, self._voting(), self._voter.role)
        self._key = request_key()
        self._sheet = sheet_for(subject, place_.words, place_.ruler, self)
        self._sheet.handed_in.connect(self._hand_in)
        self._sheet.cancelled.connect(self._cancel)
        place_.stage.cover(covered=True)
        self._hand_over.hide()
        self._arrange()
        self._sheet.show()
        self._sheet.begin()

    def _hand_in(self, ballot: Ballot) -> None:
        if self._sheet is None or self._voter is None:
            return
        why_not = ballot_tried(self._workplace.words, self._cast(ballot))
        if why_not:
            self._sheet.show_error(why_not)
            return
        self._throw_away()
        self._say_thanks()

    def _cast(self, ballot: Ballot) -> Callable[[], object]:
        door, key = self._workplace.ballots, self._key
        if self._turns.drawn:
            return partial(door.cast_card, self._round_id, self._turns.code, ballot, key)
        return partial(door.cast, self._round_id, self.voter, Channel.LAPTOP, ballot, key)

    def _cancel(self) -> None:
        self._throw_away()
        self._show_hand_over()

    def _throw_away(self) -> None:
        """The sheet, and all that was marked on it, is gone."""
        self._key = b""
        self._turns.forget()
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
        self._workplace.stage.cover(covered=False)

    def _say_thanks(self) -> None:
        self._next_voter(self.voter)
        standing = self._workplace.day.standing(self._round_id)
        role = self._voter.role if self._voter else ""
        self._thanks.show_turnout(role, standing)
        self._thanks.show()
        self._arrange()
        self._thanks.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest.start()

    def _after_thanks(self) -> None:
        self._rest.stop()
        state = self._workplace.day.standing(self._round_id).state
        if self._voter is None or state is not RoundState.OPEN:
            if self._workplace.code.asked:
                self._ask_code(voters_left=False)
            else:
                self.stop()
            return
        self._show_hand_over()

    def _arrange(self) -> None:
        scale = max(0.1, min(self.width() / _WIDTH, self.height() / _HEIGHT))
        width, height = self.width() / scale, self.height() / scale
        place(self._strip, Rect(0, height - STRIP, width, STRIP), scale)
        for part in (self._hand_over, self._thanks, self._sheet):
            if part is not None:
                place(part, Rect(0, 0, width, height - STRIP), scale)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.code.setGeometry(self.rect())
        self._turns.resize(self.size())
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._cover()
        return False

    def _cover(self) -> None:
        """Over all of the desk, under the banner that tells what stops the day."""
        whole = self._covered is self.parentWidget()
        self.setGeometry(self._covered.rect() if whole else self._covered.geometry())

    @override
    def event(self, event: QEvent) -> bool:
        # The keys belong to the voter: no shortcut of the desk may run meanwhile.
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab stays on the ballot screen.
        here = self.focusWidget()
        ring = [part for part in self.findChildren(QWidget) if _can_have_focus(part)]
        if not ring:
            return True
        at = ring.index(here) if here in ring else -1
        step = 1 if next else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        ring[(at + step) % len(ring)].setFocus(reason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._sheet is None:
            self.ask_to_leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.STAGE])


def covered_part(window: QWidget) -> QWidget:
    """What of a window the ballot covers: all but the banner that tells what stops the day."""
    central = window.centralWidget() if isinstance(window, QMainWindow) else None
    return central or window


def _can_have_focus(part: QWidget) -> bool:
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.isVisible() and part.isEnabled()
