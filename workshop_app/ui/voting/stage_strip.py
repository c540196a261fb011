"""The dark strip under the ballot: what the shared screen shows meanwhile, live."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.figures.text import Style
from workshop_app.ui.painting import FigureWidget
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.voting.sheet_parts import Scaled, Setting, SheetLabel, place
from workshop_app.ui.workplace import Workplace

STRIP = 88.0


class StageStrip(Scaled, QWidget):
    """A small live picture of the shared screen and two sentences about what is kept."""

    def __init__(self, workplace: Workplace, step: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._step = step
        _ = workplace.words.gettext
        self._preview = FigureWidget(_("Shared screen"), palette(dark=workplace.dark_stage), self)
        first = Style(19, Weight.SEMIBOLD, Role.ON_FILL)
        second = Style(19, Weight.REGULAR, Role.LINE)
        self._first = SheetLabel(Setting(first), workplace.ruler, self)
        self._second = SheetLabel(Setting(second), workplace.ruler, self)
        self._second.setText(
            _("Your ballot is saved without a name and without a time.")
            + " "
            + _("The sheet is cleared when you hand it in.")
        )
        workplace.stage.changed.connect(self._redraw)
        workplace.store.changed.connect(self._redraw)
        self._redraw()

    @property
    def preview(self) -> FigureWidget:
        """The small picture."""
        return self._preview

    def _redraw(self, _news: object = None) -> None:
        showing = self._workplace.stage.showing
        self._preview.figure = stage_figure(self._workplace, showing)
        _ = self._workplace.words.gettext
        progress = showing.step == self._step and not showing.blank
        only = _("The shared screen only shows how many have voted.")
        self._first.setText(only if progress else _("The shared screen does not show the ballot."))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() / self.scale
        place(self._preview, Rect(60, 13, 112, 63), self.scale)
        place(self._first, Rect(200, 14, width - 260, 28), self.scale)
        place(self._second, Rect(200, 44, width - 260, 28), self.scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.INK])
