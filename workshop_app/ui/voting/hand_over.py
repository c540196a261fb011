"""What stands on the laptop between two ballots: who is next, and thanks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.votes import Standing
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Align, Figure, Ink, Line, Point, Rect, Role, Ruler, Weight
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.text import Style, display
from workshop_app.system.language import Words
from workshop_app.ui.painting import paint
from workshop_app.ui.stage_pages.answers import rule_line
from workshop_app.ui.voting.sheet_parts import RING, Setting, SheetButton, SheetLabel, place

_WIDTH, _HEIGHT = 1440.0, 812.0
_WIDEST = 1240.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Centred(QWidget):
    """A page with a stone, a title and lines in the middle."""

    def __init__(self, look: StoneLook, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        middle = Align.CENTRE
        self.title = SheetLabel(Setting(display(60), middle, 2, 1.15), ruler, self)
        text = Style(29, Weight.REGULAR, Role.INK2)
        self.text = SheetLabel(Setting(text, middle, 2), ruler, self)
        foot = Style(21, Weight.REGULAR, Role.INK3)
        self.foot = SheetLabel(Setting(foot, Align.RIGHT), ruler, self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put everything in its place."""
        self._scale = max(0.1, min(self.width() / _WIDTH, self.height() / _HEIGHT))
        scale, middle = self._scale, self.width() / self._scale / 2
        left = middle - _WIDEST / 2
        place(self.title, Rect(left, 318, _WIDEST, 140), scale)
        place(self.text, Rect(left, 458, _WIDEST, 78), scale)
        bottom = self.height() / scale
        place(self.foot, Rect(middle, bottom - 52, middle - 60, 30), scale)

    def in_a_row(self, parts: tuple[tuple[QWidget, float], ...], top: float, high: float) -> None:
        """Place widgets of given widths side by side in the middle."""
        whole = sum(wide for _part, wide in parts) + 20 * (len(parts) - 1)
        x = self.width() / self._scale / 2 - whole / 2
        for part, wide in parts:
            place(part, Rect(x, top, wide, high), self._scale)
            x += wide + 20

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        middle = self.width() / self._scale / 2
        shapes = stone(Rect(middle - 55, 158, 110, 130), self._look)
        ends = (Point(middle - 155, 291), Point(middle + 155, 291))
        ground = Line(ends, Ink(stroke=Role.INK, width=6, round_ends=True))
        with QPainter(self) as painter:
            figure = Figure(2 * middle, _HEIGHT, (*shapes, ground))
            paint(painter, figure, palette(dark=False), scale=self._scale)


class HandOver(_Centred):
    """Who is next. Enter starts the ballot; Esc gives the laptop back to the facilitator."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(StoneLook(Role.CTRL, hollow=True, ground=None), ruler, parent)
        self._words = words
        _ = words.gettext
        self.stop = SheetButton(ruler, self)
        self.stop.setText(words.pgettext("button", "Stop"))
        self.stop.key_text = "Esc"
        self.stop.setAccessibleName(_("Stop, back to the facilitator"))
        self.start = SheetButton(ruler, self, primary=True)
        self.start.setText(_("Start"))
        self.start.key_text = "Enter"

    def show_voter(self, role: str, day: Day, voting: VotingRound) -> None:
        """Whose turn it is, and how they vote."""
        _ = self._words.gettext
        self.title.setText(_("Next in turn: {role}").format(role=role))
        self.text.setText(rule_line(self._words, day, voting))
        self.foot.setText(_("Stop gives the laptop back to the facilitator"))
        self.arrange()

    @override
    def arrange(self) -> None:
        super().arrange()
        wide = 2 * RING
        parts = tuple((b, b.wanted_width() + wide) for b in (self.stop, self.start))
        self.in_a_row(parts, 560, 66 + wide)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.start.click()
        else:
            event.ignore()


class Thanks(_Centred):
    """The ballot is in; who is next. Goes on by itself after three seconds."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(StoneLook(check=True), ruler, parent)
        self._words = words
        _ = words.gettext
        self.title.setText(_("Thank you, your vote is in"))
        self.text.setText(_("The ballot is saved without a name and without a time."))
        self._who = SheetLabel(Setting(Style(29, Weight.SEMIBOLD), Align.RIGHT), ruler, self)
        self.next = SheetButton(ruler, self, primary=True)
        self.next.setText(_("Next"))
        self.next.key_text = "Enter"
        self.hide()

    @property
    def who(self) -> SheetLabel:
        """Who is next."""
        return self._who

    def show_turnout(self, role: str, standing: Standing) -> None:
        """Who is next (empty = nobody) and how many have voted."""
        _ = self._words.gettext
        if role:
            self._who.setText(_("Next in turn: {role}").format(role=role))
        else:
            self._who.setText(_("Everybody has voted"))
        count = _("{voted} of {base} have voted")
        self.foot.setText(count.format(voted=standing.voted, base=standing.electorate))
        self.arrange()

    @override
    def arrange(self) -> None:
        super().arrange()
        button = self.next.wanted_width() + 2 * RING
        who = min(self._who.wanted_width(), _WIDEST - button - 20)
        self.in_a_row(((self._who, who), (self.next, button)), 560, 66 + 2 * RING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.next.click()
        else:
            event.ignore()
