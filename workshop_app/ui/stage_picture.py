"""The room's picture as a figure, made once for the shared screen and for the preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
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
        self._frozen_from: datetime | None = None
        self._seen = workplace.stage.showing
        self._figure = draw(workplace, workplace.stage.showing)
        self._dark = self._is_dark()
        workplace.stage.changed.connect(self._shown)
        workplace.look.changed.connect(self.redraw)
        if workplace.countdown is not None:
            workplace.countdown.ticked.connect(self.redraw)
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
        return palette(self._dark)

    @property
    def frozen_from(self) -> datetime | None:
        """When the picture that the room keeps was frozen; None when it is live."""
        return self._frozen_from

    def freeze(self) -> None:
        """The room keeps what it sees now; what lies over it is not part of that."""
        place = self._workplace
        self._frozen_from = place.clock()
        plain = replace(place.stage.showing, blank=False, message="", counting=False, test=False)
        place.stage.freeze(self._draw(place, plain), dark=place.dark_stage)

    def thaw(self) -> None:
        """The room sees again what the desk shows."""
        self._workplace.stage.thaw()

    def _is_dark(self) -> bool:
        """A frozen picture keeps its colours too; blank and the test picture have today's."""
        stage = self._workplace.stage
        showing, held = stage.showing, stage.held
        if held is not None and not showing.blank and not showing.test:
            return held.dark
        return self._workplace.dark_stage

    def redraw(self) -> None:
        """Draw again, such as when a minute has passed."""
        self._update(reveal=False)

    def _shown(self, showing: Showing) -> None:
        before, self._seen = self._seen, showing
        # Another page of the day fades in; what is laid over it or taken away is there at once.
        same = (showing.step, showing.focus, showing.page, showing.blank) == (
            before.step,
            before.focus,
            before.page,
            before.blank,
        )
        self._update(reveal=not same)

    def _told(self, _change: object) -> None:
        self._update(reveal=False)

    def _update(self, *, reveal: bool) -> None:
        if self._workplace.stage.held is None:
            self._frozen_from = None
        figure, dark = self._draw(self._workplace, self._workplace.stage.showing), self._is_dark()
        if figure != self._figure or dark is not self._dark:
            self._figure, self._dark = figure, dark
            self.changed.emit(figure, reveal)
