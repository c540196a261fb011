"""Which initiatives are shown: by words, by law, by unit, across units, and those to look over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.domain.flags import cross_unit
from workshop_app.domain.initiatives import law_level, look_over
from workshop_app.domain.nouns import Initiative
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import Law, law_mark
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.system.language import Words
from workshop_app.ui.material.initiative_table import MARKS
from workshop_app.ui.material_texts import law_names
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import (
    draw_icon,
    draw_line,
    draw_shapes,
    role_color,
    text_width,
)
from workshop_app.ui.widgets.switches import Chip

ACROSS = "\u0000across"
_ALL = "all"
_GAP = 6
_FIELDS = 232
_MARK = 13


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; empty = all."""

    words: str = ""
    law: str = ""
    unit: str = ""
    to_look_over: bool = False


def shown(day: Day, wanted: Wanted) -> tuple[Initiative, ...]:
    """The initiatives that are asked for, in the day's order."""
    across = set(cross_unit(day))
    words = wanted.words.casefold().split()
    tests: tuple[Callable[[Initiative], bool], ...] = (
        lambda one: all(word in _text(one) for word in words),
        lambda one: not wanted.law or law_level(one).value == wanted.law,
        lambda one: _in_unit(one, wanted.unit, across),
        lambda one: not wanted.to_look_over or bool(look_over(day, one)),
    )
    return tuple(one for one in day.initiatives if all(test(one) for test in tests))


def _text(one: Initiative) -> str:
    parts = (one.title, one.short_name, one.weighed, one.owner_role, one.legal_reference)
    return " ".join(parts).casefold()


def _in_unit(one: Initiative, unit: str, across: set[str]) -> bool:
    if unit == ACROSS:
        return one.id in across
    return not unit or one.unit_id == unit or unit in one.shared_with


class Room(IntEnum):
    """How much of a chip there is room for; its tip and its name always say all of it."""

    ALL = 0
    NO_COUNT = 1
    NO_WORDS = 2


class FilterChip(Chip):
    """A choice among others, with a mark or an icon before its words, and how many."""

    def __init__(
        self,
        text: str,
        *,
        law: Law | None = None,
        warn: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._words, self._law, self._warn = text, law, warn
        self._count = 0
        self._room = Room.ALL

    def put(self, count: int, room: Room) -> None:
        """How many there are, and how much of it there is room for."""
        self._count, self._room = count, room
        whole = self._text_in(Room.ALL)
        self.setAccessibleName(whole)
        self.setToolTip("" if self.shown_text() == whole else whole)
        self.updateGeometry()
        self.update()

    def shown_text(self) -> str:
        """The words in the chip."""
        return self._text_in(self._room)

    def _text_in(self, room: Room) -> str:
        if room is Room.ALL:
            return f"{self._words} {self._count}"
        if self._warn or (room is Room.NO_WORDS and self._law is not None):
            return str(self._count)
        return self._words

    @property
    def _lead(self) -> float:
        return _MARK + 7.0 if self._law is not None or self._warn else 0.0

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_in(self._room), 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, 28)

    def width_in(self, room: Room) -> int:
        """How wide it is with so much in it."""
        wide = text_width(self._text_in(room), font_for(13, Weight.SEMIBOLD)) + self._lead + 20
        return round(wide + 0.5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        ink = Role.WARN if self._warn else Role.ACCENT if on else Role.INK2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if on or self._warn:
                painter.setPen(role_color(ink) if on and self._warn else role_color(Role.TINT))
                painter.setBrush(role_color(Role.WARN_TINT if self._warn else Role.TINT))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
            top = (self.height() - _MARK) / 2
            if self._law is not None:
                draw_shapes(painter, law_mark(self._law, Rect(10, top, _MARK, _MARK)))
            elif self._warn:
                draw_icon(painter, Icon.WARN, QRectF(9, top - 1, _MARK + 2, _MARK + 2), ink)
            painter.setFont(font_for(13, Weight.SEMIBOLD))
            painter.setPen(role_color(ink))
            left = 10 + self._lead
            draw_line(painter, self.shown_text(), QRectF(left, 0, self.width() - left - 8, 28))


class FilterRow(QWidget):
    """The row over the list.

    Signals:
        changed: Something else is asked for.
    """

    changed: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self._counts: tuple[int, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search initiative"))
        self.search.setMinimumWidth(90)
        self.search.setClearButtonEnabled(True)
        self.unit = QComboBox()
        self.unit.setAccessibleName(_("Unit"))
        self.unit.setMinimumWidth(120)
        self.unit.setMinimumContentsLength(6)
        self.unit.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._group = QButtonGroup(self)
        self.laws = {_ALL: FilterChip(_("All"))}
        for value, text in law_names(words):
            self.laws[value] = FilterChip(text, law=MARKS[value])
        self.over = FilterChip(_("To look over"), warn=True)
        self._lay_out()
        self.laws[_ALL].setChecked(True)
        self.search.textChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)
        self._group.buttonClicked.connect(self.changed)
        self.over.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.search, 1)
        row.addWidget(self.unit, 0)
        for chip in self.laws.values():
            self._group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(0)
        row.addWidget(self.over)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def wanted(self) -> Wanted:
        """What is asked for."""
        law = next((value for value, chip in self.laws.items() if chip.isChecked()), _ALL)
        return Wanted(
            self.search.text(),
            "" if law == _ALL else law,
            str(self.unit.currentData() or ""),
            self.over.isChecked(),
        )

    def put(self, day: Day) -> None:
        """The units and the counts of the day as it is now."""
        self._put_units(day)
        levels = [law_level(one).value for one in day.initiatives]
        over = sum(bool(look_over(day, one)) for one in day.initiatives)
        counts = [len(levels), *(levels.count(value) for value in self.laws if value != _ALL), over]
        self._counts = tuple(counts)
        self.over.setVisible(bool(over) or self.over.isChecked())
        self._fit()

    def clear(self) -> None:
        """Ask for all of them."""
        self.search.clear()
        self.unit.setCurrentIndex(0)
        self.laws[_ALL].setChecked(True)
        self.over.setChecked(False)
        self.changed.emit()

    def _put_units(self, day: Day) -> None:
        _ = self._words.gettext
        across = _("Across units ({n})").format(n=len(cross_unit(day)))
        wanted = (("", _("All units")), (ACROSS, across), *((u.id, u.name) for u in day.units))
        if wanted == self._items():
            return
        now = self.unit.currentData()
        self.unit.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        self.unit.clear()
        for value, text in wanted:
            self.unit.addItem(text, value)
        self.unit.setCurrentIndex(max(self.unit.findData(now), 0))
        self.unit.blockSignals(False)  # noqa: FBT003 - Qt takes it by place

    def _items(self) -> Sequence[tuple[str, str]]:
        count = self.unit.count()
        return tuple((str(self.unit.itemData(i)), self.unit.itemText(i)) for i in range(count))

    @override
    def minimumSizeHint(self) -> QSize:
        # Not what the layout says: the chips give way to the page and not the other way round.
        chips = (*self.laws.values(), self.over)
        least = sum(chip.width_in(Room.NO_WORDS) + _GAP for chip in chips)
        return QSize(_FIELDS + least, super().minimumSizeHint().height())

    def _fit(self) -> None:
        chips = (*self.laws.values(), self.over)
        for room in Room:
            for chip, count in zip(chips, self._counts, strict=False):
                chip.put(count, room)
            if sum(chip.width_in(room) + _GAP for chip in chips) + _FIELDS <= self.width():
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
