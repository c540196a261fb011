"""The right column of a voting page: the vote machine, the next act, and what remains."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.kinds import RoundState
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Ink, Line, Point, Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.texts import state_name
from workshop_app.ui.voting.views import MACHINE, TalkKind, TalkPoint
from workshop_app.ui.widgets.buttons import LARGE, ActButton
from workshop_app.ui.widgets.drawing import draw_line, draw_shapes, draw_stone, role_color
from workshop_app.ui.widgets.labels import caption, divider, section_label, strong

_STONE = (15.0, 19.0)


@dataclass(frozen=True, slots=True)
class SideView:
    """What the right column says; finished words.

    Attributes:
        state: Where the round stands.
        primary: The next act and its key; empty text for none.
        reveal: What the second button does ("Show the result").
        reveal_on: Whether it can be done.
        hint: A sentence under the buttons.
        left: Heading and sentence about those who are left; empty for none.
        abstain_on: Whether somebody is chosen who may abstain.
        reopen_on: Whether the vote can be opened again.
        talk: What to talk about.
    """

    state: RoundState
    primary: tuple[str, str]
    reveal: str
    reveal_on: bool
    hint: str
    left: tuple[str, str]
    abstain_on: bool
    reopen_on: bool
    talk: tuple[TalkPoint, ...]


class MachineMark(QWidget):
    """Four stones on a line: ready, open, closed, shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = RoundState.READY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, state: RoundState) -> None:
        """Show where the round stands."""
        self._state = state
        _ = self._words.gettext
        name = _("The vote: {state}").format(state=state_name(self._words, state))
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 52)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 52)

    def _at(self) -> int:
        if self._state is RoundState.LOCKED:
            return len(MACHINE)
        return MACHINE.index(self._state) if self._state in MACHINE else -1

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        at, part = self._at(), self.width() / len(MACHINE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for i, state in enumerate(MACHINE):
                middle = (i + 0.5) * part
                if i:
                    self._path(painter, middle - part + 14, middle - 14)
                wide, high = _STONE
                place = QRectF(middle - wide / 2, 4, wide, high)
                hollow = StoneLook(Role.CTRL, hollow=True, ground=None)
                draw_stone(painter, place, StoneLook(check=i < at) if i <= at else hollow)
                now = i == at
                painter.setFont(font_for(13, Weight.BOLD if now else Weight.REGULAR))
                painter.setPen(role_color(Role.INK if now else Role.INK3))
                text = QRectF(middle - part / 2, 30, part, 20)
                draw_line(
                    painter,
                    state_name(self._words, state),
                    text,
                    flags=Qt.AlignmentFlag.AlignCenter,
                )

    def _path(self, painter: QPainter, start: float, end: float) -> None:
        ends = (Point(start, 22), Point(end, 22))
        draw_shapes(painter, (Line(ends, Ink(stroke=Role.LINE2, width=2)),))


class VoteSide(QWidget):
    """The vote machine with its buttons, those who are left, and what to talk about."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        _ = words.gettext
        self.machine = MachineMark(words)
        self.primary = ActButton("", "V", "primary", height=LARGE)
        self.reveal = ActButton("", "R")
        self.hint = caption("")
        self._line = divider()
        self.left = strong("")
        self.left.setWordWrap(True)
        self.wait = caption("")
        self.abstain = ActButton(_("Abstains"), "A")
        self.reopen = ActButton(_("Open again"))
        self._talk_title = section_label(_("To talk about"))
        self._talk = QVBoxLayout()
        self._talk.setSpacing(10)
        self._points: tuple[TalkPoint, ...] = ()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(10)
        for part in (self.machine, self.primary, self.reveal, self.hint, self.reopen, self._line):
            column.addWidget(part)
        for button in (self.primary, self.reveal, self.reopen):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.left)
        texts.addWidget(self.wait)
        row.addLayout(texts, 1)
        row.addWidget(self.abstain, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self._talk_title)
        column.addLayout(self._talk)
        column.addStretch(1)

    def put_clock(self, clock: QWidget) -> None:
        """The round's own time, under the buttons."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self._line), clock)

    def put_after(self, card: QWidget) -> None:
        """What there is to do and talk about after a result, last."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, card)

    def show_nothing(self) -> None:
        """There is no round: nothing can be pressed and nothing is told of one."""
        texts = (self.hint, self._line, self.left, self.wait)
        for part in (self.machine, self.primary, self.reveal, self.reopen, self.abstain, *texts):
            part.hide()
        self._show_talk(())

    def show_view(self, view: SideView) -> None:
        """Show where the vote stands and what can be done."""
        self.machine.show()
        text, key = view.primary
        self.machine.show_state(view.state)
        self.primary.setVisible(bool(text))
        self.primary.setText(text)
        self.primary.key_text = key
        self.reveal.setVisible(bool(view.reveal))
        self.reveal.setText(view.reveal)
        self.reveal.set_icon(Icon.EYE_OFF if view.reveal_on else None)
        self.reveal.setEnabled(view.reveal_on)
        _say(self.hint, view.hint)
        self.reopen.setVisible(view.reopen_on)
        _say(self.left, view.left[0])
        _say(self.wait, view.left[1])
        self.abstain.setVisible(view.state is RoundState.OPEN)
        self.abstain.setEnabled(view.abstain_on)
        self._line.setVisible(bool(view.left[0] or view.talk))
        self._show_talk(view.talk)

    def _show_talk(self, points: tuple[TalkPoint, ...]) -> None:
        self._talk_title.setVisible(bool(points))
        if points == self._points:
            return
        self._points = points
        while self._talk.count():
            item = self._talk.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for point in points:
            self._talk.addWidget(self._point(point))

    def _point(self, point: TalkPoint) -> QWidget:
        _ = self._words.gettext
        headings = {
            TalkKind.BOTH: _("Both dots and stops"),
            TalkKind.NEEDED: _("Few dots despite the need"),
            TalkKind.CLEAR: _("No stops, many dots"),
        }
        both = _("{option}, {dots} and {stops}")
        text = both if point.kind is TalkKind.BOTH else _("{option}, {dots}")
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(strong(headings[point.kind]))
        filled = text.format(option=point.label, dots=point.dots, stops=point.stops)
        column.addWidget(caption(filled))
        return made


def _say(words: QLabel, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
