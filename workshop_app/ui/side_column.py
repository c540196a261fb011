"""The right column: what the room sees now, and what the page on the desk puts under it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Figure, Role
from workshop_app.system.language import Words
from workshop_app.ui.desk_extra import SidePlace
from workshop_app.ui.painting import FigureWidget, Palette
from workshop_app.ui.stage_window import StageState
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import IconMark, draw_icon, role_color
from workshop_app.ui.widgets.labels import divider, label, section_label

WIDE, NARROW = 344, 56
PREVIEW = QSize(312, 176)
SMALL_PREVIEW = QSize(192, 108)
SMALL_UNDER = 704
"""A column lower than that, as in a window of 768 px, has its acts beside a small preview."""
_MARGIN = 16


class Preview(FigureWidget):
    """The room's picture, small, in a frame."""

    def __init__(self, name: str, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__(name, colors, parent)
        self.background = Role.STAGE
        self.setFixedSize(PREVIEW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.CTRL), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class StateDot(QWidget):
    """A dot before the words about the shared screen: full when it is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._full = Role.CTRL, False
        self.setFixedSize(10, 10)

    def show_state(self, state: StageState) -> None:
        """On, off or lost."""
        self._full = state in {StageState.FULL, StageState.WINDOW}
        self._role = {StageState.LOST: Role.WARN, StageState.OFF: Role.CTRL}.get(state, Role.ACCENT)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(self._role), 1.5))
            fill = role_color(self._role) if self._full else Qt.BrushStyle.NoBrush
            painter.setBrush(fill)
            painter.drawEllipse(QRectF(1, 1, 8, 8))


class FoldButton(QPushButton):
    """Folds the column to a strip and back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("painted", "true")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(32, 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(role_color(Role.CANVAS))
                painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
            draw_icon(painter, Icon.SCREEN, QRectF(6, 6, 20, 20), Role.INK2)


def state_words(words: Words, state: StageState, number: int) -> str:
    """Where the shared screen is, in words."""
    _ = words.gettext
    return {
        StageState.OFF: _("Off"),
        StageState.FULL: _("Shown on screen {number}").format(number=number),
        StageState.WINDOW: _("Shown in a window"),
        StageState.LOST: _("The screen is unplugged"),
    }[state]


class SideColumn(QFrame):
    """The column. Signals: what its buttons ask for; the keys G, B and Ctrl+0 do the same."""

    show_asked: ClassVar[Signal] = Signal()
    blank_asked: ClassVar[Signal] = Signal()
    fold_asked: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("panel", "true")
        self.preview = Preview(words.gettext("What the room sees now"), colors, self)
        self.dot = StateDot(self)
        self.state_label = label("", "caption", self)
        self.state_label.setWordWrap(False)
        self.pages = QStackedWidget(self)
        self._places = {place: QVBoxLayout() for place in SidePlace}
        self._small = False
        self._make_buttons()
        self._make_room()
        self._strip = self._make_strip()
        self._full = self._make_full()
        column = QHBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._strip)
        column.addWidget(self._full, 1)
        self.fold(narrow=False)

    @property
    def narrow(self) -> bool:
        """Whether it is folded to a strip."""
        return self._strip.isVisibleTo(self)

    def _make_buttons(self) -> None:
        _ = self._words.gettext
        self.shows_mark = IconMark(Icon.CHECK, Role.ACCENT, 16, self)
        self.shows_label: QLabel = label(_("Shows this step"), "caption", self)
        self.shows_label.setWordWrap(False)
        self.show_button = ActButton(_("Show this step"), "G", parent=self, height=SMALL)
        self.show_button.setToolTip(_("Show this step"))
        self.show_button.clicked.connect(self.show_asked)
        self.blank_button = ActButton(_("Blank"), "B", "quiet", self, height=SMALL)
        self.blank_button.clicked.connect(self.blank_asked)

    def _make_full(self) -> QWidget:
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(_MARGIN, 14, _MARGIN - 1, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(section_label(self._words.gettext("Shared screen now")))
        head.addStretch(1)
        head.addWidget(self.dot)
        head.addWidget(self.state_label)
        column.addLayout(head)
        column.addLayout(self._room)
        column.addLayout(self._places[SidePlace.PREVIEW])
        column.addWidget(divider())
        column.addWidget(self.pages, 1)
        column.addLayout(self._places[SidePlace.FOOT])
        return full

    def _make_room(self) -> None:
        """The preview, and its acts under it or beside it."""
        self._around = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._around.setSpacing(8)
        for widget in (self.shows_mark, self.shows_label, self.show_button):
            self._around.addWidget(widget)
        self._around.addStretch(1)
        self._around.addWidget(self.blank_button)
        self._room = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._room.setSpacing(10)
        self._room.addWidget(self.preview)
        self._room.addLayout(self._around)

    def _fit_height(self) -> None:
        """What is given up in a low window is the preview's size, not what the page says."""
        small = self.height() < SMALL_UNDER
        if small == self._small:
            return
        self._small = small
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.preview.setFixedSize(SMALL_PREVIEW if small else PREVIEW)
        self.shows_label.setWordWrap(small)
        self._room.setDirection(across if small else down)
        self._around.setDirection(down if small else across)
        self._around.setSpacing(4 if small else 8)
        _ = self._words.gettext
        self.show_button.setText(_("Show") if small else _("Show this step"))
        self.show_button.setAccessibleName(_("Show this step"))

    def _make_strip(self) -> QWidget:
        strip = QWidget(self)
        strip.setFixedWidth(NARROW - 1)
        name = self._words.gettext("Unfold the column")
        self.unfold_button = FoldButton(name, strip)
        self.unfold_button.clicked.connect(self.fold_asked)
        column = QVBoxLayout(strip)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(18)
        column.addWidget(self.unfold_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(18)
        column.addLayout(self._notes)
        column.addStretch(1)
        return strip

    def add_side(self, side: QWidget | None) -> int:
        """Put in what a page brings; gives its place."""
        if side is None:
            return self.pages.addWidget(QWidget(self))
        area = SideScroll(side)
        return self.pages.addWidget(area)

    def add_extra(
        self, part: QWidget | None, place: SidePlace, note: QWidget | None = None
    ) -> None:
        """Put in what stands there on every step, and what is seen of it in the strip."""
        if part is not None:
            self._places[place].addWidget(part)
        if note is not None:
            self._notes.addWidget(note)

    def foot_room(self) -> int:
        """How high what stands at the foot may be before the page's own part has to be scrolled."""
        foot = self._places[SidePlace.FOOT].geometry().height()
        area = self.pages.currentWidget()
        need = area.content_height() if isinstance(area, SideScroll) else 0
        return self.pages.height() + foot - need

    def fold(self, *, narrow: bool) -> None:
        """A strip, or the whole column."""
        self._strip.setVisible(narrow)
        self._full.setVisible(not narrow)
        self.setFixedWidth(NARROW if narrow else WIDE)

    def show_state(self, state: StageState, number: int) -> None:
        """Where the shared screen is."""
        self.dot.show_state(state)
        self.state_label.setText(state_words(self._words, state, number))

    def show_picture(self, figure: Figure, colors: Palette) -> None:
        """What the room sees."""
        self.preview.recolour(colors)
        self.preview.figure = figure

    def show_step_state(self, *, shows: bool, blank: bool) -> None:
        """Whether the room sees this step, and whether it is dark."""
        _ = self._words.gettext
        self.shows_mark.setVisible(shows)
        self.shows_label.setVisible(shows)
        self.show_button.setVisible(not shows)
        self.blank_button.setText(_("Light up") if blank else _("Blank"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(role_color(Role.LINE))
            painter.drawLine(0, 0, 0, self.height())


class SideScroll(QScrollArea):
    """Scrolls what does not fit under the preview, downwards only."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setProperty("scrolled", "true")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def content_height(self) -> int:
        """How high the content is at the width of the column."""
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.viewport().width())
        return self._content.sizeHint().height()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The content never gets wider than the column, however long its words are.
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._content.setMaximumWidth(self.viewport().width())
        return super().eventFilter(watched, event)
