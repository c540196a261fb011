"""The top bar: the day and its menu, where in the day we are, saved, and the room's switch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.domain.clock import Urgency
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem
from workshop_app.figures.agenda_line import AgendaLine, AgendaPart, agenda_line
from workshop_app.figures.icons import Icon
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.figures.stone import logo
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import AgendaNow, minutes_of
from workshop_app.ui.countdown import (
    over_words,
    pace_words,
    urgency_mark,
    urgency_role,
    urgency_words,
)
from workshop_app.ui.painting import FigureWidget, font_for
from workshop_app.ui.widgets.drawing import (
    IconMark,
    KeyBox,
    draw_line,
    draw_shapes,
    role_color,
    text_width,
)
from workshop_app.ui.widgets.labels import label
from workshop_app.ui.widgets.switches import Toggle

HEIGHT = 64
_LINE_HEIGHT = 20
_WIDE = 200


class DayButton(QPushButton):
    """Logo, the day's title and date; opens the day's menu."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._date = "", ""
        self._small = False
        self.setProperty("painted", "true")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_day(self, title: str, date: str) -> None:
        """The day that is open."""
        self._title, self._date = title, date
        self.setToolTip(title)
        self.setAccessibleDescription(f"{title}, {date}")
        self.update()

    def fold(self, *, small: bool) -> None:
        """The logo alone, over a narrow rail."""
        self._small = small
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(44 if self._small else 204, 48)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(role_color(Role.CANVAS))
                painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
            draw_shapes(painter, logo(Rect(9, 9, 26, 30)))
            if self._small:
                return
            left, wide = 44.0, self.width() - 44.0 - 18
            painter.setFont(font_for(14, Weight.BOLD))
            painter.setPen(role_color(Role.INK))
            draw_line(painter, self._title, QRectF(left, 5, wide, 20))
            painter.setFont(font_for(13))
            painter.setPen(role_color(Role.INK3))
            draw_line(painter, self._date, QRectF(left, 24, wide, 18))
            self._arrow(painter)

    def _arrow(self, painter: QPainter) -> None:
        painter.setPen(QPen(role_color(Role.INK3), 1.6))
        x, y = self.width() - 10.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


@dataclass(frozen=True)
class AgendaView:
    """What the middle of the top bar says.

    Attributes:
        title: The item now.
        span: When it stands in the plan.
        left: How long is left.
        line: The day to scale.
        pace: How it fits the plan; empty where the plan itself decides.
        urgency: How near its end is.
        late: It will end after the plan.
    """

    title: str
    span: str
    left: str
    line: AgendaLine
    pace: str = ""
    urgency: Urgency = Urgency.CALM
    late: bool = False


def agenda_view(
    words: Words, formats: Formats, agenda: Sequence[AgendaItem], now: AgendaNow
) -> AgendaView:
    """The agenda item now, in words, and the day's line."""
    item = now.item
    title = item.title if item else words.gettext("No agenda")
    span = formats.span(item.start, item.end) if item else ""
    left, pace = _minutes_left(words, now), pace_words(words, now.drift)
    if now.by_hand and now.drift is None:
        pace = words.gettext("practice, another date")
    sentence = ", ".join(part for part in (title, span, left, pace) if part)
    parts = tuple(
        AgendaPart(
            i.id,
            f"{i.title} {formats.span(i.start, i.end)}",
            minutes_of(i.start),
            minutes_of(i.end),
            i.kind is AgendaKind.BREAK,
        )
        for i in agenda
    )
    line = AgendaLine(
        parts,
        now.minute,
        current=item.id if item else "",
        late=now.by_hand and now.urgency is Urgency.OUT,
        held=now.by_hand,
        sentence=sentence,
        headings=(words.gettext("Item"), words.gettext("From"), words.gettext("To")),
        times=tuple((formats.clock(i.start), formats.clock(i.end)) for i in agenda),
    )
    late = now.drift is not None and now.drift > 0
    return AgendaView(title, span, left, line, pace, now.urgency, late)


def _minutes_left(words: Words, now: AgendaNow) -> str:
    left = now.minutes_left
    if left is None:
        return ""
    if left == 0:
        return over_words(words, now.over) if now.by_hand else words.gettext("Time is up")
    text = words.ngettext("{n} min left", "{n} min left", left).format(n=left)
    if now.paused:
        return words.gettext("Paused, {left}").format(left=text)
    near = urgency_words(words, now.urgency)
    return f"{near}, {text}" if near else text


class DayLine(FigureWidget):
    """The day as a line to scale; drawn anew for its own width."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, palette(dark=False), parent)
        self._line = AgendaLine((), 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE_HEIGHT)
        self.resized.connect(self._draw)

    def show_line(self, line: AgendaLine) -> None:
        """Another time or another agenda."""
        self._line = line
        self._draw()

    def _draw(self) -> None:
        if self.width() > 1:
            self.figure = agenda_line(self._line, float(self.width()), float(_LINE_HEIGHT))


class ElidedLabel(QWidget):
    """One line of text that is cut with an ellipsis where it does not fit."""

    def __init__(self, font: QFont, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._font = font
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says, uncut."""
        return self._text

    def say(self, text: str) -> None:
        """Another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self._text, self._font) + 2), 22)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._font)
            painter.setPen(role_color(self._role))
            draw_line(painter, self._text, QRectF(self.rect()))


def tone(words: QLabel, role: Role | None) -> None:
    """A label in a colour, or in its own again."""
    sheet = f"color: {role_color(role).name()};" if role is not None else ""
    if words.styleSheet() != sheet:
        words.setStyleSheet(sheet)


class TopBar(QFrame):
    """The bar over everything. `stage_toggled` is what F5 does."""

    stage_toggled: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.setFixedHeight(HEIGHT)
        self.setProperty("panel", "true")
        self.day_button = DayButton(_("The day and its menu"), self)
        self.line = DayLine(_("The day to scale"), self)
        self._make_labels()
        self.switch = Toggle(_("Shared screen"), self)
        self.switch.clicked.connect(self.stage_toggled)
        self._left_cell = QWidget(self)
        self._right_cell = QWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(0)
        row.addWidget(self._left_cell)
        row.addLayout(self._middle(), 1)
        row.addWidget(self._right_cell)
        cell = QHBoxLayout(self._left_cell)
        cell.setContentsMargins(8, 0, 0, 0)
        cell.addWidget(self.day_button)
        self._fill_right(_("Shared screen"))

    def _make_labels(self) -> None:
        self.title = ElidedLabel(font_for(14, Weight.SEMIBOLD), Role.INK, self)
        self.span = label("", "lead", self)
        self.left_mark = IconMark(Icon.CLOCK, Role.WARN, 16, self)
        self.left_mark.hide()
        self.left = label("", "strong", self)
        self.pace_mark = IconMark(Icon.WARN, Role.WARN, 15, self)
        self.pace_mark.hide()
        self.pace = label("", "lead", self)
        self.pace.hide()
        self.saved = label("", "caption", self)
        self.saved.setWordWrap(False)
        self.pace.setWordWrap(False)
        self.span.setWordWrap(False)

    def _middle(self) -> QVBoxLayout:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.span)
        words.addStretch(1)
        for marks in ((self.left_mark, self.left), (self.pace_mark, self.pace)):
            told = QHBoxLayout()
            told.setSpacing(6)
            for widget in marks:
                told.addWidget(widget)
            words.addLayout(told)
        column = QVBoxLayout()
        column.setContentsMargins(28, 8, 28, 8)
        column.setSpacing(2)
        column.addLayout(words)
        column.addWidget(self.line)
        return column

    def _fill_right(self, name: str) -> None:
        row = QHBoxLayout(self._right_cell)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.saved_mark = IconMark(Icon.CHECK, Role.ACCENT, 16, self)
        row.addWidget(self.saved_mark)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addSpacing(12)
        row.addWidget(label(name, "strong", self))
        row.addWidget(KeyBox("F5", self))
        row.addWidget(self.switch)

    def set_widths(self, rail: int, side: int) -> None:
        """Stand over the rail and the right column."""
        self._left_cell.setFixedWidth(rail)
        self.day_button.fold(small=rail < _WIDE)
        self._right_cell.setFixedWidth(max(side, self._right_cell.sizeHint().width()))

    def show_agenda(self, view: AgendaView) -> None:
        """Where in the day we are."""
        self.title.say(view.title)
        self.span.setText(view.span)
        self.left.setText(view.left)
        self.pace.setText(view.pace)
        self.pace.setVisible(bool(view.pace))
        self.pace_mark.setVisible(view.late)
        which = urgency_mark(view.urgency)
        self.left_mark.setVisible(which is not None and bool(view.left))
        if which is not None:
            self.left_mark.show_icon(which, urgency_role(view.urgency))
        tone(self.left, None if which is None else urgency_role(view.urgency))
        tone(self.pace, Role.WARN if view.late else None)
        self.line.show_line(view.line)

    def show_saved(self, clock: str) -> None:
        """When the day was last written to disk; empty if it can only be read."""
        _ = self._words.gettext
        self.saved.setText(_("Saved {time}").format(time=clock) if clock else _("Read only"))
        if clock:
            self.saved_mark.show_icon(Icon.CHECK, Role.ACCENT)
        else:
            self.saved_mark.show_icon(Icon.LOCK, Role.WARN)

    def show_stage(self, *, on: bool) -> None:
        """Whether the shared screen is on."""
        self.switch.setChecked(on)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(role_color(Role.LINE))
            low = self.height() - 1
            painter.drawLine(0, low, self.width(), low)
            for cell in (self._left_cell.width() - 1, self._right_cell.x()):
                painter.drawLine(cell, 0, cell, low)
