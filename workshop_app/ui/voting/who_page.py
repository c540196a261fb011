"""Who votes now, at the shared screen: a tile for each person, done ones with a check."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import (
    Align,
    Box,
    Figure,
    Ink,
    Line,
    Point,
    Rect,
    Role,
    Ruler,
    Shape,
    Weight,
)
from workshop_app.figures.text import Style, block, display, wrap_to
from workshop_app.system.language import Words
from workshop_app.ui.painting import paint
from workshop_app.ui.voting.sheet_parts import (
    RING,
    Scaled,
    Setting,
    SheetButton,
    SheetLabel,
    centred,
    focus_ring,
    place,
)
from workshop_app.ui.voting.steps_mark import StepsMark

WIDTH, HEIGHT = 1440.0, 810.0
FEW, MANY = 15, 24
_EDGE, _TOP, _GAP = 60.0, 160.0, 17.0
_TYPING_MS = 1000
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 0, Qt.Key.Key_Down: 0}


@dataclass(frozen=True, slots=True)
class Entry:
    """One tile: a person, or a unit where there are many people.

    Attributes:
        key: Id of the person, or of the unit.
        text: The role, or the unit's name.
        done: The person has voted, or everybody of the unit.
    """

    key: str
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class WhoWords:
    """What stands around the tiles; finished words.

    Attributes:
        kicker: The round.
        title: The question.
        open_vote: That everybody sees what is chosen.
        turnout: How many have voted.
    """

    kicker: str
    title: str
    open_vote: str
    turnout: str


class Tile(Scaled, QAbstractButton):
    """A large field with a role in it; a done one cannot be pressed."""

    def __init__(self, entry: Entry, says: tuple[str, Ruler], parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        done_word, self._ruler = says
        self.setText(entry.text)
        self.setToolTip(entry.text)
        self.setAccessibleName(f"{entry.text}, {done_word}" if entry.done else entry.text)
        self.setEnabled(not entry.done)
        self.setProperty("ring", "none")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def text_lines(self) -> tuple[str, ...]:
        """The text as it is painted."""
        room = self.width() / self.scale - 2 * RING - 78
        return wrap_to(self.text(), self._style(), room, self._ruler, lines=2)

    def _style(self) -> Style:
        room = self.width() / self.scale - 2 * RING - 78
        style = Style(27.0, Weight.SEMIBOLD)
        size = 27.0 if style.width(self.text(), self._ruler) <= room else 23.0
        weight = Weight.REGULAR if self.entry.done else Weight.SEMIBOLD
        if self.hasFocus():
            weight = Weight.BOLD
        return Style(size, weight, Role.INK3 if self.entry.done else Role.INK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width() / self.scale, self.height() / self.scale
        body = Rect(RING, RING, width - 2 * RING, height - 2 * RING)
        shapes: list[Shape] = [Box(body, self._ground(), 10)]
        style, lines = self._style(), self.text_lines()
        leading = style.size * 1.15
        middle = body.y + body.height / 2
        first = centred(style, middle - (len(lines) - 1) * leading / 2)
        shapes += block(lines, style, body.x + 27, first, leading)
        if self.entry.done or self.hasFocus():
            mark = Rect(body.right - 48, middle - 14, 28, 28)
            shapes += icon(Icon.CHECK, mark, Role.ACCENT) if self.entry.done else _arrow(mark)
        if self.hasFocus():
            shapes.append(focus_ring(body, 10))
        with QPainter(self) as painter:
            figure = Figure(width, height, tuple(shapes))
            paint(painter, figure, palette(dark=False), scale=self.scale)

    def _ground(self) -> Ink:
        if self.entry.done:
            return Ink(fill=Role.SUNKEN)
        if self.hasFocus():
            return Ink(fill=Role.TINT, stroke=Role.ACCENT, width=4)
        return Ink(fill=Role.SURFACE, stroke=Role.CTRL, width=2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS:
            self.click()
        else:
            event.ignore()


def _arrow(place_: Rect) -> tuple[Shape, ...]:
    """An arrow to the right: press, and the ballot opens."""
    middle, tip, head = place_.y + place_.height / 2, place_.right - 4, 8.0
    pen = Ink(stroke=Role.ACCENT, width=3, round_ends=True)
    ends = (Point(place_.x + 4, middle), Point(tip, middle))
    wings = (Point(tip - head, middle - head), Point(tip, middle), Point(tip - head, middle + head))
    return (Line(ends, pen), Line(wings, pen))


class WhoPage(QWidget):
    """The tiles in three or four columns, in pages where they do not fit.

    Signals:
        chosen: A tile was pressed; its key.
        stopped: Esc, or the button: the shared screen goes back to what it showed.
        went_back: From the people of a unit back to the units.
    """

    chosen = Signal(str)
    stopped = Signal()
    went_back = Signal()

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._ruler = ruler
        self._entries: tuple[Entry, ...] = ()
        self._within = False
        self._page = 0
        self._tiles: list[Tile] = []
        self._typed = ""
        self._since = QElapsedTimer()
        foot = Style(21, Weight.REGULAR, Role.INK3)
        self.kicker = SheetLabel(Setting(Style(23, Weight.REGULAR, Role.INK2)), ruler, self)
        self.title = SheetLabel(Setting(display(46)), ruler, self)
        self.open_vote = SheetLabel(Setting(foot), ruler, self)
        self.turnout = SheetLabel(Setting(foot, Align.RIGHT), ruler, self)
        _ = words.gettext
        self.steps = StepsMark((_("Who"), _("Ballot"), _("Hand in")), ruler, self, now=0)
        self.stop = SheetButton(ruler, self, size=17.0)
        self.stop.key_text = "Esc"
        self.stop.clicked.connect(self._leave)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles of the page that is shown."""
        return tuple(self._tiles)

    @property
    def columns(self) -> int:
        """Three for a few, four for more."""
        return 3 if len(self._entries) <= FEW else 4

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self._entries) // self._per_page()))

    def show_entries(
        self, entries: tuple[Entry, ...], says: WhoWords, *, within: bool = False
    ) -> None:
        """Show these.

        Args:
            entries: People, or units.
            says: The words around.
            within: These are the people of one unit; Esc leads back to the units.
        """
        self._entries, self._within, self._typed = entries, within, ""
        self.kicker.setText(says.kicker)
        self.title.setText(says.title)
        self.open_vote.setText(says.open_vote)
        self.turnout.setText(says.turnout)
        _ = self._words.gettext
        self.stop.setText(_("Back") if within else self._words.pgettext("button", "Stop"))
        left = next((i for i, entry in enumerate(entries) if not entry.done), 0)
        self._turn_to(left // self._per_page())

    def focus_first(self) -> None:
        """The keyboard on the first who has not voted."""
        free = next((tile for tile in self._tiles if tile.isEnabled()), None)
        (free or self.stop).setFocus(Qt.FocusReason.TabFocusReason)

    def _per_page(self) -> int:
        return FEW if len(self._entries) <= FEW else MANY

    def _turn_to(self, page: int) -> None:
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._page = max(0, min(page, self.pages - 1))
        start = self._page * self._per_page()
        done = self._words.gettext("has voted")
        self._tiles = []
        for entry in self._entries[start : start + self._per_page()]:
            tile = Tile(entry, (done, self._ruler), self)
            tile.clicked.connect(self._pressed)
            tile.show()
            self._tiles.append(tile)
        self._arrange()
        self.focus_first()

    def _pressed(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.chosen.emit(tile.entry.key)

    def _leave(self) -> None:
        (self.went_back if self._within else self.stopped).emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._turn_to(self._page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in _ARROWS:
            self._move(key)
        elif event.text().strip():
            self._type(event.text())

    def _move(self, key: Qt.Key) -> None:
        """To the next free tile that way."""
        step = _ARROWS[key] or (self.columns if key == Qt.Key.Key_Down else -self.columns)
        at = next((i for i, tile in enumerate(self._tiles) if tile.hasFocus()), -step)
        at += step
        while 0 <= at < len(self._tiles):
            if self._tiles[at].isEnabled():
                self._tiles[at].setFocus(Qt.FocusReason.TabFocusReason)
                return
            at += step

    def _type(self, text: str) -> None:
        """The first letters of a role lead to it, on whatever page it is."""
        if not self._since.isValid() or self._since.elapsed() > _TYPING_MS:
            self._typed = ""
        self._since.start()
        self._typed += text.casefold()
        for i, entry in enumerate(self._entries):
            if not entry.done and entry.text.casefold().startswith(self._typed):
                if i // self._per_page() != self._page:
                    self._turn_to(i // self._per_page())
                self._tiles[i % self._per_page()].setFocus(Qt.FocusReason.TabFocusReason)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = max(0.1, min(self.width() / WIDTH, self.height() / HEIGHT))
        right, bottom = self.width() / scale - _EDGE, self.height() / scale
        stop = self.stop.wanted_width() + 2 * RING
        place(self.stop, Rect(right - stop + RING, bottom - 57 - RING, stop, 40 + 2 * RING), scale)
        steps = self.steps.wanted_width()
        place(self.steps, Rect(right - steps, 33, steps, 38), scale)
        place(self.kicker, Rect(_EDGE, 34, right - _EDGE - steps - 30, 40), scale)
        place(self.title, Rect(_EDGE, 78, right - _EDGE, 60), scale)
        half = (right - _EDGE) / 2
        place(self.open_vote, Rect(_EDGE, bottom - 52, half + 80, 30), scale)
        rest = half - 100 - stop
        place(self.turnout, Rect(_EDGE + half + 80, bottom - 52, rest, 30), scale)
        self._arrange_tiles(right, bottom, scale)

    def _arrange_tiles(self, right: float, bottom: float, scale: float) -> None:
        columns = self.columns
        lines = 5 if columns == 3 else 6  # noqa: PLR2004 - three columns hold fifteen
        wide = (right - _EDGE - (columns - 1) * _GAP) / columns
        high = (bottom - 105 - _TOP - (lines - 1) * _GAP) / lines
        for i, tile in enumerate(self._tiles):
            x = _EDGE + (i % columns) * (wide + _GAP) - RING
            y = _TOP + (i // columns) * (high + _GAP) - RING
            place(tile, Rect(x, y, wide + 2 * RING, high + 2 * RING), scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.STAGE])
