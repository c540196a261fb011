"""The left half of the start page: who we are, what it is about, and the road ahead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Figure, Rect, Role
from workshop_app.figures.stone import logo
from workshop_app.system.language import Words
from workshop_app.ui.painting import FigureWidget
from workshop_app.ui.start_road import HEIGHT as ROAD_HEIGHT
from workshop_app.ui.start_road import start_road
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import label, lead_label

_WIDEST, _LEAST = 620, 320
_LOGO = (38, 42)
_QUESTION, _LEAD = 345, 330
_SMALL = QSize(460, 700)
"""Narrower or lower than this the words are set smaller and closer."""


class StartLeft(QWidget):
    """Name, question, sentence and road."""

    def __init__(self, years: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years = tuple(years)
        self._is_small = False
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_WIDEST)
        self._question = label("", "display")
        self._lead = lead_label("")
        self._local = label("", "lead")
        self.road = FigureWidget("", palette(dark=False), self)
        self.road.setFixedHeight(round(ROAD_HEIGHT))
        self.road.resized.connect(self._draw_road)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._fill(self._lines)
        column.addLayout(self._lines)
        column.addStretch(1)
        column.addWidget(self.road)

    def _fill(self, words: QVBoxLayout) -> None:
        saved = QHBoxLayout()
        saved.setSpacing(12)
        saved.addWidget(IconMark(Icon.SCREEN, Role.ACCENT, 18))
        saved.addWidget(self._local, 1)
        words.addLayout(_brand())
        words.addSpacing(1)
        words.addLayout(_narrow(self._question, _QUESTION))
        words.addSpacing(1)
        words.addLayout(_narrow(self._lead, _LEAD))
        words.addSpacing(1)
        words.addLayout(saved)
        self._fit(small=False)

    def _fit(self, *, small: bool) -> None:
        """Large and airy, or smaller where there is little room."""
        self._question.setStyleSheet(f"font-size: {26 if small else 42}px; font-weight: 700;")
        self._lead.setStyleSheet(f"font-size: {14 if small else 16}px;")
        margins = (32, 32, 24, 12) if small else (64, 72, 32, 20)
        self._lines.setContentsMargins(*margins)
        for place, gap in zip((1, 3, 5), (20, 12, 14) if small else (68, 24, 28), strict=True):
            item = self._lines.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, gap)
        self._lines.invalidate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = event.size().width() < _SMALL.width() or event.size().height() < _SMALL.height()
        if small != self._is_small:
            self._is_small = small
            self._fit(small=small)

    def retranslate(self, words: Words) -> None:
        """Put in all words again."""
        _ = words.gettext
        self._question.setText(_("What shall we do, and what shall we not do?"))
        self._lead.setText(
            _(
                "Lead a strategy day from the first proposal to finished documents. "
                "Open the day where you left off, or begin a new one."
            )
        )
        self._local.setText(_("Everything is saved in a file on this computer."))
        self.road.setAccessibleName(_("The road ahead"))

    def show_years(self, years: Sequence[int]) -> None:
        """Other years on the road."""
        if tuple(years) != self._years:
            self._years = tuple(years)
            self._draw_road()

    def _draw_road(self) -> None:
        self.road.figure = start_road(self._years, float(self.road.width()))


def _narrow(words: QLabel, widest: int) -> QHBoxLayout:
    """Lets a text wrap at a width of its own, and have the height it needs there."""
    words.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(words, 1)
    row.addStretch(0)
    return row


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    wide, tall = _LOGO
    mark = FigureWidget("Milstolpe", palette(dark=False))
    mark.figure = Figure(wide, tall, logo(Rect(0, 0, wide, tall)))
    mark.setFixedSize(wide, tall)
    name = QLabel("Milstolpe")
    name.setStyleSheet("font-size: 29px; font-weight: 700; letter-spacing: -0.6px;")
    row.addWidget(mark)
    row.addWidget(name)
    row.addStretch(1)
    return row
