"""The room's picture as a figure, made once for the shared screen and for the preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from workshop_app.app.stage import Showing
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Figure
from workshop_app.ui.painting import Palette
from workshop_app.ui.workplace import Workplace

StageDraw = Callable[[Workplace, Showing], Figure]


class StagePicture(QObject):
    """Draws what the stage shows when the stage or the day changes, and tells who looks.

    `changed` carries the figure and whether it is a new picture (a reveal) rather than the same
    one with fresh numbers.
    """

    changed: ClassVar[Signal] = Signal(object, bool)

    def __init__(
        self, workplace: Workplace, draw: StageDraw, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._draw = draw
        self._figure = draw(workplace, workplace.stage.showing)
        workplace.stage.changed.connect(self._shown)
        workplace.store.changed.connect(self._told)
        if workplace.timer is not None:
            workplace.timer.ticked.connect(self.redraw)

    @property
    def figure(self) -> Figure:
        """The picture now."""
        return self._figure

    @property
    def colors(self) -> Palette:
        """The shared screen's colours."""
        return palette(self._workplace.dark_stage)

    def redraw(self) -> None:
        """Draw again, such as when a minute has passed."""
        self._update(reveal=False)

    def _shown(self, _showing: object) -> None:
        self._update(reveal=True)

    def _told(self, _change: object) -> None:
        self._update(reveal=False)

    def _update(self, *, reveal: bool) -> None:
        figure = self._draw(self._workplace, self._workplace.stage.showing)
        if figure != self._figure:
            self._figure = figure
            self.changed.emit(figure, reveal)
