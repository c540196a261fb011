"""The timer of the day in the right column: figures, bar, words, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.clock import Reading, Urgency
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.language import Words
from workshop_app.ui.channels.round_clock import TimeBar
from workshop_app.ui.clock.texts import side_words, standing_words, toggle_words
from workshop_app.ui.countdown import clock_text, urgency_mark, urgency_role
from workshop_app.ui.keys import key_caption
from workshop_app.ui.painting import font_for
from workshop_app.ui.side_column import SideColumn
from workshop_app.ui.top_bar import ElidedLabel, tone
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import IconMark, draw_line, role_color, text_width
from workshop_app.ui.widgets.labels import divider, label

BEAT_MS = 250
"""How often the wall clock is looked at while the figures are seen; nothing is counted in beats."""

TALL_FROM = 860
"""A window at least so high has the whole timer; a lower one has it in two rows."""

TALL_HIGH = 172
"""What the whole timer takes; where the page's own part of the column needs that, two rows do."""

_LARGE, _SMALL = 38, 26
_FACE = "00:00"
_MINUS = "\u2212"


@dataclass(frozen=True)
class PanelView:
    """What the timer shows.

    Attributes:
        said: What the clock says.
        voting: The round whose own time is shown instead of the block's; empty for none.
        opens: The step its block drives can be opened.
        enabled: Names of the acts that can be done: "less", "toggle", "more", "next", "spread".
    """

    said: Reading
    voting: str = ""
    opens: bool = False
    enabled: frozenset[str] = field(default_factory=frozenset)


class TimeFigure(QWidget):
    """The time left in large figures that all are as wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._role, self._pixels = "", Role.INK, _LARGE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def role(self) -> Role:
        """The colour it has."""
        return self._role

    def say(self, text: str, role: Role) -> None:
        """Another time."""
        wider = len(text) != len(self._text)
        self._text, self._role = text, role
        self.setAccessibleName(text)
        if wider:
            self.updateGeometry()
        self.update()

    def fit(self, pixels: int) -> None:
        """As high as there is room for."""
        self._pixels = pixels
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        face = _FACE[1:] if len(self._text) < len(_FACE) else "0" * len(self._text)
        wide = text_width(face, font_for(self._pixels, Weight.BOLD))
        return QSize(round(wide + 4), self._pixels + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(font_for(self._pixels, Weight.BOLD))
            painter.setPen(role_color(self._role))
            draw_line(painter, self._text, QRectF(self.rect()))


class ClockPanel(QWidget):
    """The timer. It asks; whoever made it does.

    Signals:
        asked: "less", "toggle", "more", "extend", "next", "open", "spread" or "menu".
        beat: It is seen, and it is time to look at the wall clock.
    """

    asked: ClassVar[Signal] = Signal(str)
    beat: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tall = self._gathered = True
        self._view: PanelView | None = None
        self._watched: QWidget | None = None
        self.setAccessibleName(words.gettext("The timer"))
        self._make_labels()
        self._make_buttons()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.beat)

    # --- making ------------------------------------------------------------------------------

    def _make_labels(self) -> None:
        self.title = ElidedLabel(font_for(14, Weight.SEMIBOLD), Role.INK, self)
        self.pace = label("", "caption", self)
        self.pace.setWordWrap(False)
        self.time = TimeFigure(self)
        self.mark = IconMark(Icon.CLOCK, Role.WARN, 15, self)
        self.standing = label("", "caption", self)
        self.standing.setWordWrap(False)
        self.bar = TimeBar(self)

    def _make_buttons(self) -> None:
        _ = self._words.gettext
        self._minutes = {
            "less": (f"{_MINUS}1", _("One minute less")),
            "more": ("+1", _("One minute more")),
            "extend": ("+5", _("Five minutes more")),
        }
        self.less, self.more, self.extend = (
            ActButton("", height=SMALL, parent=self) for _each in self._minutes
        )
        self.toggle = ActButton("", height=SMALL, parent=self)
        self.next = ActButton(self._words.pgettext("clock", "Move on"), height=SMALL, parent=self)
        self.open = ActButton(_("Open the step"), height=SMALL, parent=self)
        self.spread = ActButton(_("Spread…"), height=SMALL, parent=self)
        self.spread.setAccessibleName(_("Spread what is left"))
        self.menu = ActButton(self._words.pgettext("clock", "More"), height=SMALL, parent=self)
        self.menu.setAccessibleName(_("More about the time"))
        for name in ("less", "toggle", "more", "extend", "next", "open", "spread", "menu"):
            button: ActButton = getattr(self, name)
            button.setObjectName(name)
            button.clicked.connect(self._pressed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.pace)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addStretch(1)
        said.addWidget(self.mark)
        said.addWidget(self.standing)
        beside = QVBoxLayout()
        beside.setSpacing(5)
        beside.addStretch(1)
        beside.addLayout(said)
        beside.addWidget(self.bar)
        beside.addStretch(1)
        face = QHBoxLayout()
        face.setSpacing(14)
        face.addWidget(self.time)
        face.addLayout(beside, 1)
        self._first = _row(self.less, self.toggle, self.more, self.extend)
        self._second = _row(self.next, self.open, self.spread, self.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(divider())
        for row in (head, face, self._first, self._second):
            column.addLayout(row)

    def watch(self, window: QWidget) -> None:
        """Fit the height of that window from now on."""
        self._watched = window
        window.installEventFilter(self)
        self.fit(window.height())

    def fit(self, height: int) -> None:
        """The whole timer, or two rows."""
        if self._use(tall=height >= TALL_FROM and self._has_room()) and self._view is not None:
            self.show_view(self._view)

    def _use(self, *, tall: bool) -> bool:
        changed = tall != self._tall
        if changed:
            self._tall = tall
            self.time.fit(_LARGE if tall else _SMALL)
        return changed

    def _has_room(self) -> bool:
        above = self.parentWidget()
        while above is not None and not isinstance(above, SideColumn):
            above = above.parentWidget()
        return above is None or not above.isVisible() or above.foot_room() >= TALL_HIGH

    # --- showing -----------------------------------------------------------------------------

    def show_view(self, view: PanelView) -> None:
        """What the clock says, and what can be done."""
        self._view = view
        if self._watched is not None:
            self._use(tall=self._watched.height() >= TALL_FROM and self._has_room())
        said, words = view.said, self._words
        self.setVisible(said.item is not None)
        if said.item is None:
            return
        self.title.say(view.voting or said.item.title)
        own = words.gettext("the round's own time")
        self.pace.setText(own if view.voting else side_words(words, said))
        late = said.drift is not None and said.drift > 0
        tone(self.pace, Role.WARN if late else None)
        left = said.allowed if said.left is None else said.left
        role = urgency_role(said.urgency)
        self.time.say(clock_text(left), role)
        self.standing.setText(standing_words(words, said))
        tone(self.standing, None if said.urgency is Urgency.CALM else role)
        which = urgency_mark(said.urgency)
        if which is not None:
            self.mark.show_icon(which, role)
        self.bar.show_share(left / max(1, said.allowed), said.urgency)
        self._show_acts(view)
        self._show_parts(view)
        told = (self.title.text, self.time.text, self.standing.text(), self.pace.text())
        self.setAccessibleDescription(", ".join(part for part in told if part))

    def _show_acts(self, view: PanelView) -> None:
        self.toggle.setText(toggle_words(self._words, view.said.mode))
        for name in ("less", "toggle", "more", "next"):
            button: ActButton = getattr(self, name)
            button.setEnabled(name in view.enabled)
        self.extend.setEnabled("more" in view.enabled)
        unit = self._words.gettext("{minutes} min")
        for name, (minutes, spoken) in self._minutes.items():
            button = getattr(self, name)
            button.setText(unit.format(minutes=minutes) if self._tall else minutes)
            button.setAccessibleName(spoken)

    def _show_parts(self, view: PanelView) -> None:
        """What there is room for, and what there is one of already."""
        tall, block = self._tall, not view.voting
        out = view.said.urgency is Urgency.OUT
        self.title.setVisible(tall or not block)
        self.pace.setVisible((tall or not block) and bool(self.pace.text()))
        self.mark.setVisible(urgency_mark(view.said.urgency) is not None)
        self.toggle.setVisible(block)
        self.less.setVisible(block and not out)
        self.extend.setVisible(block and out)
        self.open.setVisible(view.opens)
        # Where there is room: it stands in the menu besides.
        spreads = "spread" in view.enabled and not view.opens
        self.spread.setVisible(tall and block and spreads)
        self.toggle.key_text = key_caption(self._words, "Space") if tall else ""
        self.next.key_text = "N" if tall else ""
        self._gather(tall=tall)

    def _gather(self, *, tall: bool) -> None:
        """Two rows of buttons; where it is tight all in one, and the step's under it."""
        if tall == self._gathered:
            return
        self._gathered = tall
        last = self._second if tall else self._first
        places = (
            (self.next, last),
            (self.open, self._second),
            (self.spread, last),
            (self.menu, last),
        )
        for button, row in places:
            for old in (self._first, self._second):
                old.removeWidget(button)
            row.addWidget(button)

    # --- keeping up --------------------------------------------------------------------------

    def _pressed(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.asked.emit(pressed.objectName())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.beat.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._watched is not None:
            self.fit(self._watched.height())
        return super().eventFilter(watched, event)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return row
