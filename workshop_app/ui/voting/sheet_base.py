"""What every ballot at the laptop has: heading, rows in pages, what is left, and the way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ways import ballot_screen
from workshop_app.figures.marks import track_mark
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Align, Figure, Rect, Role, Ruler, Weight
from workshop_app.figures.text import Style, display
from workshop_app.system.language import Words
from workshop_app.ui.painting import paint
from workshop_app.ui.voting.sheet_parts import RING, Setting, SheetButton, SheetLabel, place
from workshop_app.ui.voting.sheet_texts import SheetPage
from workshop_app.ui.voting.steps_mark import StepsMark

WIDTH, HEIGHT = 1440.0, 810.0
EDGE = 60.0
ROWS_TOP = 152.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Row(Protocol):
    """A row of a ballot: a widget that can be put somewhere."""

    def put(self, rect: Rect, scale: float) -> None:
        """Place it."""
        ...


@dataclass(frozen=True, slots=True)
class SheetSubject:
    """Whose ballot it is and what it is about."""

    day: Day
    voting: VotingRound
    role: str


class Sheet(QWidget):
    """One person's ballot; the kinds of ballots fill in the rows and the words.

    Signals:
        handed_in: The person is done; carries the `Ballot`.
        cancelled: The person went back; nothing is kept.
    """

    handed_in = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        subject: SheetSubject,
        words: Words,
        ruler: Ruler,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._words = words
        self._ruler = ruler
        self._pages: tuple[SheetPage, ...] = ()
        self._all_rows: tuple[tuple[QWidget, ...], ...] = ()
        self._page = 0
        self._make_labels()
        self._make_buttons()
        self.setAccessibleName(words.gettext("Ballot"))

    def fill(self, pages: Sequence[SheetPage], rows: Sequence[tuple[QWidget, ...]]) -> None:
        """Put in the pages with their rows, and show the first."""
        self._pages = tuple(pages)
        self._all_rows = tuple(rows)
        self.turn_to(0)

    # --- what each kind of ballot says -------------------------------------------------------

    def ballot(self) -> Ballot:
        """What would be handed in now."""
        raise NotImplementedError

    def step_word(self) -> str:
        """The step between "Who" and "Hand in"."""
        raise NotImplementedError

    def title_text(self) -> str:
        """The heading."""
        raise NotImplementedError

    def show_states(self) -> None:
        """Show on every row of the page what is marked, and then the foot."""
        raise NotImplementedError

    def unmarked(self) -> int:
        """How much is left to mark; then the ballot is handed in from its button only."""
        raise NotImplementedError

    def hand_in_words(self) -> str:
        """What the button says on the last page."""
        raise NotImplementedError

    def act_on_key(self, event: QKeyEvent) -> bool:
        """The keys of this kind of ballot; whether this was one."""
        raise NotImplementedError

    def arrange_rows(self, right: float, bottom: float, scale: float) -> None:
        """Put the rows of the page between the heading and the foot."""
        raise NotImplementedError

    # --- what all have -----------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def pages(self) -> tuple[SheetPage, ...]:
        """All pages."""
        return self._pages

    @property
    def shown_rows(self) -> tuple[QWidget, ...]:
        """The rows of the page that is shown."""
        return self._all_rows[self._page]

    @property
    def primary(self) -> SheetButton:
        """Next page, or hand in."""
        return self._next

    @property
    def cancel_button(self) -> SheetButton:
        """Goes back without voting."""
        return self._cancel

    def begin(self) -> None:
        """The keyboard on the first row."""
        self.shown_rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Say why the ballot was not taken; it stays as it is filled in."""
        self.say(sentence, Role.BAD)
        self._hint.setAccessibleDescription(sentence)

    def say(self, sentence: str, role: Role) -> None:
        """Say something at the foot of the sheet."""
        self._hint.setText(sentence)
        self._hint.recolour(role)

    def show_foot(self, budget: str, hint: str) -> None:
        """What is left, which keys there are, and where the button leads."""
        _ = self._words.gettext
        self._budget.setText(budget)
        if len(self._pages) > 1:
            where = _("Page {page} of {pages}")
            hint = f"{where.format(page=self._page + 1, pages=len(self._pages))} · {hint}"
        self.say(hint, Role.INK3)
        self._next.setText(self._next_text())
        self._back.setVisible(self._page > 0)
        self.arrange()

    def is_last(self) -> bool:
        """Whether the last page is shown."""
        return self._page == len(self._pages) - 1

    def focused(self) -> int:
        """The row that has the keyboard, or -1."""
        return next((i for i, row in enumerate(self.shown_rows) if row.hasFocus()), -1)

    def turn_to(self, page: int) -> None:
        """Show another page, the keyboard on its first row."""
        for rows in self._all_rows:
            for row in rows:
                row.hide()
        self._page = max(0, min(page, len(self._pages) - 1))
        track = self._pages[self._page].track
        name = self._subject.voting.name
        kicker = f"{name} · {track.letter} {track.name}" if track else name
        self._kicker.setText(kicker)
        self._title.setText(self.title_text())
        self.show_states()
        for row in self.shown_rows:
            row.show()
        self.begin()
        self.update()

    def _make_labels(self) -> None:
        _, ruler = self._words.gettext, self._ruler
        quiet = Style(23, Weight.REGULAR, Role.INK2)
        foot = Style(21, Weight.REGULAR, Role.INK3)
        self._kicker = SheetLabel(Setting(quiet), ruler, self)
        self._title = SheetLabel(Setting(display(46)), ruler, self)
        self._budget = SheetLabel(Setting(Style(28, Weight.BOLD)), ruler, self)
        self._hint = SheetLabel(Setting(Style(20, Weight.REGULAR, Role.INK3)), ruler, self)
        self._day_title = SheetLabel(Setting(foot), ruler, self)
        self._day_title.setText(self._subject.day.workshop.title)
        self._secret = SheetLabel(Setting(foot, Align.RIGHT), ruler, self)
        secret = _("Anonymous vote: the shared screen is covered")
        if self._subject.voting.secrecy is Secrecy.OPEN:
            secret = _("Open vote: your name stands by your answers")
        if ballot_screen(self._subject.voting) is Channel.SCREEN:
            secret = _("Open vote: everybody in the room sees what you choose")
        self._secret.setText(secret)
        steps = (_("Who"), self.step_word(), _("Hand in"))
        self._steps = StepsMark(steps, ruler, self)

    def _make_buttons(self) -> None:
        _ = self._words.gettext
        self._cancel = SheetButton(self._ruler, self)
        self._cancel.setText(_("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._back = SheetButton(self._ruler, self)
        self._back.setText(_("Back"))
        self._back.clicked.connect(self._turn_back)
        self._next = SheetButton(self._ruler, self, primary=True)
        self._next.key_text = "Enter"
        self._next.clicked.connect(self.go_on)

    def _next_text(self) -> str:
        _ = self._words.gettext
        if self.is_last():
            return self.hand_in_words()
        following = self._pages[self._page + 1].track
        if following is None or following == self._pages[self._page].track:
            return _("Next page")
        return _("Next: track {letter}").format(letter=following.letter)

    def _turn_back(self) -> None:
        self.turn_to(self._page - 1)

    def go_on(self) -> None:
        """To the next page, or hand in."""
        if not self.is_last():
            self.turn_to(self._page + 1)
            return
        self.handed_in.emit(self.ballot())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.act_on_key(event):
            return
        if event.key() in _ENTER:
            self._enter(self.focused())
        else:
            self._move(event.key(), self.focused())

    def _enter(self, at: int) -> None:
        """On: but a ballot with more to mark is handed in only from the button that says so."""
        if at >= 0 and self.is_last() and self.unmarked():
            self.go_to_button()
            return
        self.go_on()

    def go_to_button(self) -> None:
        """The keyboard on the button that leads on."""
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, key: int, at: int) -> None:
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            stops = [*self.shown_rows, self._next]
            here = at if at >= 0 else len(self.shown_rows)
            stops[max(0, min(here + step, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_PageDown and not self.is_last():
            self.turn_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp and self._page:
            self.turn_to(self._page - 1)
        elif key == Qt.Key.Key_Escape:
            self._cancel.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put everything in its place."""
        if not self._pages:
            return
        scale = self._scale()
        right = self.width() / scale - EDGE
        bottom = self.height() / scale
        track = self._pages[self._page].track is not None
        steps = self._steps.wanted_width()
        place(self._steps, Rect(right - steps, 33, steps, 38), scale)
        start = EDGE + (54 if track else 0)
        place(self._kicker, Rect(start, 34, right - steps - 30 - start, 40), scale)
        self._title.fit(right - EDGE - 4, 46, 32)
        place(self._title, Rect(EDGE, 78, right - EDGE, 60), scale)
        self.arrange_rows(right, bottom, scale)
        self._arrange_footer(right, bottom, scale)

    def put_row(self, row: QWidget, rect: Rect, scale: float) -> None:
        """Place a row."""
        cast("Row", row).put(rect, scale)

    def _scale(self) -> float:
        return max(0.1, min(self.width() / WIDTH, self.height() / HEIGHT))

    def _arrange_footer(self, right: float, bottom: float, scale: float) -> None:
        top, high = bottom - 138 - RING, 66 + 2 * RING
        x = right + RING
        for button in (self._next, self._back, self._cancel):
            # isHidden, not isVisible: the sheet itself may not be shown yet
            if button.isHidden():
                continue
            wide = button.wanted_width() + 2 * RING
            x -= wide
            place(button, Rect(x, top, wide, high), scale)
            x -= 2
        self._budget.fit(x - EDGE - 14, 28, 20)
        self._hint.fit(x - EDGE - 14, 20, 16)
        place(self._budget, Rect(EDGE, bottom - 140, x - EDGE - 12, 38), scale)
        place(self._hint, Rect(EDGE, bottom - 102, x - EDGE - 12, 30), scale)
        half = (right - EDGE) / 2
        place(self._day_title, Rect(EDGE, bottom - 52, half - 10, 30), scale)
        place(self._secret, Rect(EDGE + half, bottom - 52, half, 30), scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        track = self._pages[self._page].track
        if track is None:
            return
        mark = Figure(100, 100, track_mark(track.index, Rect(EDGE + 1, 34, 40, 40), track.letter))
        with QPainter(self) as painter:
            paint(painter, mark, palette(dark=False), scale=self._scale())
