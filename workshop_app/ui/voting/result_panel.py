"""The shown result in the centre of the desk: heading, rows, legend, and what ties mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.person_bars import LegendItem, legend
from workshop_app.figures.shapes import Rect, Role, Ruler, Weight
from workshop_app.figures.text import Style
from workshop_app.report.texts import tie_rule_sentence
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.round_view import ResultRow, tie_line
from workshop_app.ui.voting.result_list import ResultHead, ResultList, ResultTable
from workshop_app.ui.widgets.drawing import draw_shapes
from workshop_app.ui.widgets.labels import caption

_HIGH = 28
_DARK = 3


class ResultLegend(QLabel):
    """What the boxes mean; a screen reader reads it as text."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ruler = ruler
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, rows: Sequence[ResultRow], *, stops: bool) -> None:
        """The kinds of boxes there are in these rows."""
        words = self._words
        kinds = sorted({min(dots, _DARK) for row in rows for dots in row.each}, reverse=True)
        items = [
            LegendItem(kind, words.ngettext("{n} dot", "{n} dots", kind).format(n=kind))
            for kind in kinds
        ]
        if stops:
            items.append(LegendItem(0, words.gettext("Stop")))
        self._items = tuple(items)
        lead = words.gettext("Each box is one person:")
        self.setText(f"{lead} {', '.join(item.text for item in items)}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(100, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        style = Style(13, Weight.REGULAR, Role.INK2)
        lead = self._words.gettext("Each box is one person:")
        start = 8 + style.width(lead, self._ruler) + 20
        drawn, _end = legend(self._items, Rect(start, 8, 0, 14), style, self._ruler)
        with QPainter(self) as painter:
            draw_shapes(painter, (style.label(lead, 8, 20), *drawn))


class ResultPanel(QWidget):
    """One result, of a track or of the whole round."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = ResultHead(words)
        self.list = ResultList(words)
        self._legend = ResultLegend(words, ruler)
        self._tie = caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)
        column.addWidget(self._legend)
        column.addWidget(self._tie)
        column.addStretch(1)

    @property
    def tie(self) -> str:
        """What is said of shared places; empty where there are none."""
        return self._tie.text()

    def put(self, table: ResultTable) -> None:
        """Show this result."""
        self.head.put(table)
        self.list.put(table)
        self._legend.put(table.rows, stops=table.stops)
        line = tie_line(self._words, table.rows)
        text = f"{line}. {tie_rule_sentence(self._words)}" if line else ""
        self._tie.setText(text)
        self._tie.setVisible(bool(line))
