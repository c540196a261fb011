"""The water board: the pillar in its water with the four lists, and what lies over the water.

Everything here is placed by hand, because the surface of the water decides where the lists stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Figure, Piece, Rect, Role, Spot, Weight
from workshop_app.figures.text import Style
from workshop_app.figures.waterline import (
    BlockKind,
    Pillar,
    PillarPlace,
    pillar_pieces,
    pillar_spots,
    surface_line,
    swatch,
    water,
)
from workshop_app.ui.frame.rows import FOLD_KEY, ROW_HEIGHT, Row, WaterList
from workshop_app.ui.painting import paint

EDGE = 28
_TOP = 4
_WIDE_ENOUGH = 860
_BETWEEN = 12
_HEAD = 28
_AIR = 26
_BELOW_AIR = 22
_MORE_AIR = 30
_LEAST_ABOVE = 150
_NOTE = 26
_COLOURS = palette(dark=False)


@dataclass(frozen=True)
class BoardWords:
    """Headings of the four lists and the sentence under the last one, in finished words."""

    continues: str
    starts: str
    not_continues: str
    not_starts: str
    note: str = ""


@dataclass(frozen=True)
class BoardSheet:
    """What the board shows.

    Attributes:
        pillar: The pillar and its water level.
        lists: Rows of: continues, starts, does not continue, does not start.
        words: Headings and note.
        sentence: The board in one sentence.
    """

    pillar: Pillar
    lists: tuple[tuple[Row, ...], tuple[Row, ...], tuple[Row, ...], tuple[Row, ...]]
    words: BoardWords
    sentence: str = ""


EMPTY = BoardSheet(Pillar((), (), 0), ((), (), (), ()), BoardWords("", "", "", ""))


class WaterBoard(QWidget):
    """Pillar, water and lists; a card can stand at the foot of it.

    Signals:
        chosen: A row was chosen (initiative id, or `FOLD_KEY`).
        opened: Enter on a row.
        crossed: A row was dragged over the surface (initiative id).
    """

    chosen: ClassVar[Signal] = Signal(str)
    opened: ClassVar[Signal] = Signal(str)
    crossed: ClassVar[Signal] = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = EMPTY
        self._figure = Figure(1, 1)
        self._surface = 0
        self._foot: QWidget | None = None
        self._key = ""
        self.lists = tuple(WaterList(below=i > 1, parent=self) for i in range(4))
        self._note = QLabel(self)
        self._note.setProperty("role", "caption")
        self._ghost = QLabel(self)
        self._ghost.setProperty("role", "ghost")
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        for rows in self.lists:
            rows.chosen.connect(self._on_chosen)
            rows.opened.connect(self.opened)
            rows.ran_out.connect(self._on_ran_out)
            rows.sideways.connect(self._on_sideways)
            rows.dragged.connect(self._on_dragged)
            rows.dropped.connect(self._on_dropped)

    def set_foot(self, widget: QWidget) -> None:
        """The card at the foot, over the water; its height is its size hint's."""
        widget.setParent(self)
        self._foot = widget
        self._arrange()

    def settle(self) -> None:
        """The card has other content: find room for it."""
        if self._foot is not None:
            self._foot.ensurePolished()
            self._arrange()

    def put(self, sheet: BoardSheet) -> None:
        """Show another state; the chosen row stays chosen wherever it is now."""
        if sheet == self._sheet:
            return
        focused = any(rows.hasFocus() for rows in self.lists)
        key = self._key
        self._sheet = sheet
        self._key = ""
        for rows, fresh in zip(self.lists, sheet.lists, strict=True):
            rows.put(fresh)
        self._name_lists()
        self._note.setText(sheet.words.note)
        self._note.setToolTip(sheet.words.note)
        self.setAccessibleDescription(sheet.sentence)
        self.choose(key, focus=focused)
        self._arrange()

    def choose(self, key: str, *, focus: bool = False) -> None:
        """Choose a row in whichever list it is; an unknown key chooses nothing."""
        found = False
        for rows in self.lists:
            here = rows.choose(key)
            found = found or here
            if here and focus:
                rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._key = key if found else ""

    def chosen_key(self) -> str:
        """The chosen row; empty if there is none."""
        return self._key

    @property
    def figure(self) -> Figure:
        """What is painted behind the lists."""
        return self._figure

    @property
    def surface(self) -> int:
        """The y of the water's surface."""
        return self._surface

    def _name_lists(self) -> None:
        words = self._sheet.words
        names = (words.continues, words.starts, words.not_continues, words.not_starts)
        for rows, name in zip(self.lists, names, strict=True):
            rows.setAccessibleName(name)

    # --- moving about -------------------------------------------------------------------------

    def _on_chosen(self, key: str) -> None:
        sender = self.sender()
        for rows in self.lists:
            if rows is not sender:
                rows.choose("")
        self._key = key
        self.chosen.emit(key)

    def _on_ran_out(self, way: int) -> None:
        here = self._sender_place()
        if (way > 0) == (here < 2):  # noqa: PLR2004 - two lists above, two below
            over = self.lists[(here + 2) % 4]
            over.choose_row(0 if way > 0 else len(over.rows) - 1)

    def _on_sideways(self, way: int) -> None:
        here = self._sender_place()
        if way == (1 if here % 2 == 0 else -1):
            self.lists[here + way].choose_row(self.lists[here].currentIndex().row())

    def _sender_place(self) -> int:
        sender = self.sender()
        return next(i for i, rows in enumerate(self.lists) if rows is sender)

    # --- dragging -----------------------------------------------------------------------------

    def _on_dragged(self, key: str, where: QPoint) -> None:
        row = next((r for rows in self._sheet.lists for r in rows if r.key == key), None)
        if row is None or row.locked or key == FOLD_KEY:
            return
        place = self.mapFromGlobal(where)
        self._ghost.setText(row.text)
        self._ghost.adjustSize()
        self._ghost.move(place + QPoint(12, -self._ghost.height() // 2))
        self._ghost.show()
        self._ghost.raise_()

    def _on_dropped(self, key: str, where: QPoint) -> None:
        self._ghost.hide()
        place = self.mapFromGlobal(where)
        was_above = self._sender_place() < 2  # noqa: PLR2004 - two lists above, two below
        is_above = place.y() < self._surface
        if self.rect().contains(place) and was_above != is_above and key != FOLD_KEY:
            self.crossed.emit(key)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a block of the pillar chooses its row."""
        spot = self._spot_at(event.position().toPoint())
        if spot is not None:
            self.choose(spot.key, focus=True)

    def _spot_at(self, place: QPoint) -> Spot | None:
        for spot in self._figure.spots:
            rect = spot.rect
            if rect.x <= place.x() <= rect.right and rect.y <= place.y() <= rect.bottom:
                return spot
        return None

    # --- placing and painting -----------------------------------------------------------------

    @override
    def minimumSizeHint(self) -> QSize:
        """Two rows in each list over the card; where there is not even that, the page scrolls."""
        lists = 2 * (_HEAD + 2 * ROW_HEIGHT) + _BELOW_AIR + _NOTE
        card = 0
        if self._foot is not None:
            card = max(self._foot.sizeHint().height(), self._foot.minimumHeight())
        return QSize(0, _TOP + lists + card + 2 * _AIR)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lists, note and card in their places, and the figure behind them."""
        foot = self._place_foot()
        tallest = max(rows.wanted_height() for rows in self.lists[:2])
        wanted = max(_HEAD + tallest + _AIR, _LEAST_ABOVE)
        # Half of the height belongs to what does not fit: it must not be forgotten.
        self._surface = _TOP + min(wanted, max((foot - _TOP) // 2, _HEAD * 3))
        lowest = max(rows.wanted_height() for rows in self.lists[2:]) + _BELOW_AIR + _HEAD + _NOTE
        slack = foot - self._surface - lowest
        self._surface += max(0, min(slack // 2, _MORE_AIR))
        columns = self._columns()
        above = self._surface - _TOP - _HEAD - 10
        top = self._surface + _BELOW_AIR + _HEAD
        below = max(foot - top - 8, 0)
        for place, rows in enumerate(self.lists):
            left, wide = columns[place % 2]
            if place < 2:  # noqa: PLR2004 - two lists above, two below
                rows.setGeometry(left, _TOP + _HEAD, wide, max(above, 0))
            else:
                room = below - (_NOTE if place == 3 else 0)  # noqa: PLR2004 - the note is under it
                rows.setGeometry(left, top, wide, max(min(rows.wanted_height(), room), 0))
        last = self.lists[3].geometry()
        self._note.setGeometry(last.x() + 8, last.bottom() + 4, last.width() - 8, _NOTE)
        self._figure = self._draw(columns)
        self.update()

    def _place_foot(self) -> int:
        """Put the card at the foot; returns the y where it begins."""
        if self._foot is None:
            return self.height()
        wide = max(self.width() - 2 * EDGE, 1)
        tall = self._foot.heightForWidth(wide)
        tall = max(tall, self._foot.sizeHint().height(), self._foot.minimumHeight())
        top = self.height() - 16 - tall
        self._foot.setGeometry(EDGE, top, wide, tall)
        return top

    def _columns(self) -> tuple[tuple[int, int], tuple[int, int]]:
        left = round(self._pillar().right) + _BETWEEN + 10
        room = self.width() - EDGE + 8 - left - _BETWEEN
        first = round(room * 0.515)
        return (left, first), (left + first + _BETWEEN, room - first)

    def _pillar(self) -> Rect:
        """The pillar's edges; in a narrow window the lists need the room more."""
        wide = 84 if self.width() >= _WIDE_ENOUGH else 56
        return Rect(82, 0, wide, 0)

    def _place(self) -> PillarPlace:
        pillar = self._pillar()
        card = self._foot.y() - 12 if self._foot is not None else self.height()
        return PillarPlace(
            width=self.width(),
            bottom=self.height(),
            top=_TOP,
            surface=self._surface,
            left=pillar.x,
            wide=pillar.width,
            labels=EDGE,
            text=13,
            wave=2.4,
            period=66,
            pen=3,
            end=card,
        )

    def _draw(self, columns: Sequence[tuple[int, int]]) -> Figure:
        sheet, place = self._sheet, self._place()
        pieces: list[Piece] = [*water(place)]
        if sheet.pillar.above or sheet.pillar.below:
            pieces += pillar_pieces(sheet.pillar, place)
        pieces += self._headings(columns)
        pieces.append(surface_line(place))
        spots = pillar_spots(sheet.pillar, place)
        return Figure(self.width(), self.height(), tuple(pieces), sheet.sentence, (), spots)

    def _headings(self, columns: Sequence[tuple[int, int]]) -> list[Piece]:
        words = self._sheet.words
        above = Style(13, Weight.SEMIBOLD, Role.INK2)
        below = Style(13, Weight.SEMIBOLD, Role.DEEP)
        high, low = _TOP + 16, self._surface + _BELOW_AIR + 16
        pieces: list[Piece] = []
        kinds = (BlockKind.KEEP, BlockKind.START)
        heads = zip(columns, kinds, (words.continues, words.starts), strict=True)
        for (left, _), kind, text in heads:
            pieces += swatch(kind, Rect(left + 8, high - 10.5, 12, 12))
            pieces.append(above.label(text, left + 28, high))
        for (left, _), text in zip(columns, (words.not_continues, words.not_starts), strict=True):
            pieces.append(below.label(text, left + 8, low))
        return pieces

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint(painter, self._figure, _COLOURS)

    def row_place(self, key: str) -> QRect:
        """Where a row is, in the board; empty if it is not shown."""
        for rows in self.lists:
            if any(row.key == key for row in rows.rows):
                rect = rows.row_rect(key)
                return rect.translated(rows.viewport().mapTo(self, QPoint(0, 0)))
        return QRect()
