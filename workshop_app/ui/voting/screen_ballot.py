"""One at a time at the shared screen: who, the ballot, thanks. Open: everybody sees the choice."""

from __future__ import annotations

from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.app.ballots import request_key
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import find
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import Participant, VotingRound
from workshop_app.domain.rounds import voters, voting_round
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role
from workshop_app.ui.attempt import tried
from workshop_app.ui.stage_window import StageState, StageWindow
from workshop_app.ui.voting.hand_over import Thanks
from workshop_app.ui.voting.sheet_base import Sheet, SheetSubject
from workshop_app.ui.voting.sheets import sheet_for
from workshop_app.ui.voting.who_page import MANY, Entry, WhoPage, WhoWords
from workshop_app.ui.workplace import Workplace

THANKS_MS = 3000


@runtime_checkable
class HasStageWindow(Protocol):
    """A window that knows the shared screen."""

    @property
    def stage_window(self) -> StageWindow:
        """The shared screen."""
        ...


def shared_screen(window: QWidget) -> StageWindow | None:
    """The shared screen of a window, if it is on."""
    if not isinstance(window, HasStageWindow):
        return None
    stage = window.stage_window
    return stage if stage.state is not StageState.OFF else None


class ScreenBallot(QWidget):
    """Covers the shared screen while people vote on it, with the keyboard or the mouse there.

    The desk stays as it is; while a ballot is open its keys are off. Esc on the page of people
    gives the shared screen back.

    Signals:
        turn_changed: Whose ballot is open (participant id), or "" for nobody's.
        finished: It was stopped, everybody has voted, or the vote is no longer open.
    """

    turn_changed = Signal(str)
    finished = Signal()

    def __init__(self, workplace: Workplace, round_id: str, window: QWidget) -> None:
        """Over a window.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            window: The shared screen.
        """
        super().__init__(window)
        self._workplace = workplace
        self._round_id = round_id
        self._covered = window
        self._voter = ""
        self._unit: str | None = None
        self._key = b""
        self.sheet: Sheet | None = None
        words, ruler = workplace.stage_words, workplace.ruler
        self.setAccessibleName(words.gettext("Voting at the shared screen"))
        self.setProperty("ring", "none")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.who = WhoPage(words, ruler, self)
        self.who.chosen.connect(self._chosen)
        self.who.stopped.connect(self.stop)
        self.who.went_back.connect(self._all_units)
        self.thanks = Thanks(words, ruler, self)
        self.thanks.next.clicked.connect(self._after_thanks)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(THANKS_MS)
        self._rest.timeout.connect(self._after_thanks)
        window.installEventFilter(self)
        workplace.store.changed.connect(self._noticed)

    def begin(self) -> None:
        """Cover the shared screen and ask who votes."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._covered.window().activateWindow()
        self._ask_who()

    def stop(self) -> None:
        """Give the shared screen back; a ballot that is open is thrown away."""
        self._rest.stop()
        self._throw_away()
        self._covered.removeEventFilter(self)
        self._workplace.store.changed.disconnect(self._noticed)
        self.hide()
        self.turn_changed.emit("")
        self.finished.emit()

    # --- who ----------------------------------------------------------------------------------

    def _ask_who(self) -> None:
        self.thanks.hide()
        people = voters(self._workplace.day, self._voting())
        by_unit = len(people) > MANY and len({person.unit_id for person in people}) > 1
        entries = self._units(people) if by_unit and self._unit is None else self._people(people)
        within = by_unit and self._unit is not None
        self.who.show()
        self._arrange()
        self.who.show_entries(entries, self._who_words(), within=within)

    def _people(self, people: tuple[Participant, ...]) -> tuple[Entry, ...]:
        done = self._workplace.day.standing(self._round_id).done
        return tuple(
            Entry(person.id, person.role, person.id in done)
            for person in people
            if self._unit is None or person.unit_id == self._unit
        )

    def _units(self, people: tuple[Participant, ...]) -> tuple[Entry, ...]:
        """The units in the day's order; those without a unit last."""
        day = self._workplace.day
        done = day.standing(self._round_id).done
        there = {person.unit_id for person in people}
        order = [unit.id for unit in day.units if unit.id in there]
        order += sorted(there - set(order))
        entries = []
        for key in order:
            unit = find(day.units, key)
            name = unit.name if unit else self._workplace.stage_words.gettext("Others")
            all_done = all(p.id in done for p in people if p.unit_id == key)
            entries.append(Entry(f"unit {key}", name, all_done))
        return tuple(entries)

    def _who_words(self) -> WhoWords:
        _ = self._workplace.stage_words.gettext
        standing = self._workplace.day.standing(self._round_id)
        turnout = _("{voted} of {base} have voted")
        return WhoWords(
            kicker=self._voting().name,
            title=_("Who votes now?"),
            open_vote=_("Open vote: everybody in the room sees what you choose"),
            turnout=turnout.format(voted=standing.voted, base=standing.electorate),
        )

    def _chosen(self, key: str) -> None:
        kind, _space, unit = key.partition(" ")
        if kind == "unit" and find(self._workplace.day.participants, key) is None:
            self._unit = unit
            self._ask_who()
            return
        self._open_sheet(key)

    def _all_units(self) -> None:
        self._unit = None
        self._ask_who()

    # --- the ballot ---------------------------------------------------------------------------

    def _open_sheet(self, person_id: str) -> None:
        place = self._workplace
        person = find(place.day.participants, person_id)
        if person is None:
            return
        self._voter, self._key = person_id, request_key()
        subject = SheetSubject(place.day, self._voting(), person.role)
        self.sheet = sheet_for(subject, place.stage_words, place.ruler, self)
        self.sheet.handed_in.connect(self._hand_in)
        self.sheet.cancelled.connect(self._cancel)
        place.stage.cover(covered=True)
        self.turn_changed.emit(person_id)
        self.who.hide()
        self._arrange()
        self.sheet.show()
        self.sheet.begin()

    def _hand_in(self, ballot: Ballot) -> None:
        if self.sheet is None:
            return
        place = self._workplace
        cast = partial(
            place.ballots.cast, self._round_id, self._voter, Channel.SCREEN, ballot, self._key
        )
        why_not = tried(place.stage_words, cast)
        if why_not:
            self.sheet.show_error(why_not)
            return
        self._throw_away()
        self._say_thanks()

    def _cancel(self) -> None:
        self._throw_away()
        self._ask_who()

    def _throw_away(self) -> None:
        self._key, self._voter = b"", ""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
        self._workplace.stage.cover(covered=False)
        self.turn_changed.emit("")

    def _say_thanks(self) -> None:
        self._unit = None
        _ = self._workplace.stage_words.gettext
        self.thanks.text.setText(_("The ballot is saved with your role, since the vote is open."))
        standing = self._workplace.day.standing(self._round_id)
        self.thanks.show_turnout("", standing)
        if self._left():
            self.thanks.who.setText(_("The next may come forward"))
            self.thanks.arrange()
        self.thanks.show()
        self._arrange()
        self.thanks.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest.start()

    def _after_thanks(self) -> None:
        self._rest.stop()
        if self._left() and self._is_open():
            self._ask_who()
        else:
            self.stop()

    def _left(self) -> bool:
        done = self._workplace.day.standing(self._round_id).done
        return any(p.id not in done for p in voters(self._workplace.day, self._voting()))

    def _is_open(self) -> bool:
        return self._workplace.day.standing(self._round_id).state is RoundState.OPEN

    def _voting(self) -> VotingRound:
        return voting_round(self._workplace.day, self._round_id)

    def _noticed(self, _change: object) -> None:
        """The vote was closed at the desk, or somebody came or left."""
        if not self._is_open():
            QTimer.singleShot(0, self, self._stop_if_closed)

    def _stop_if_closed(self) -> None:
        if not self.isHidden() and not self._is_open() and not self._rest.isActive():
            self.stop()

    # --- the window ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        for part in (self.who, self.thanks, self.sheet):
            if part is not None:
                part.setGeometry(self.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        elif event.type() is QEvent.Type.Hide and not self.isHidden():
            QTimer.singleShot(0, self, self._stop_if_dark)
        return False

    def _stop_if_dark(self) -> None:
        if not self.isHidden() and not self._covered.isVisible():
            self.stop()

    @override
    def event(self, event: QEvent) -> bool:
        # The keys belong to the voter: no key of the shared screen may run meanwhile.
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody here wanted ends here."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.STAGE])
