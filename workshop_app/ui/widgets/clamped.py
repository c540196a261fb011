"""Words that wrap to a few lines and no more; what is left over ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Ruler
from workshop_app.figures.text import Style, wrap_to
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import role_color

_LEADING = 1.36
_LEAST = 60


class Clamped(QWidget):
    """A few lines of text in one style. The whole text is the accessible name and the tooltip."""

    def __init__(
        self, style: Style, ruler: Ruler, *, lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._ruler = ruler
        self._most = lines
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """All of it."""
        return self._text

    def say(self, text: str) -> None:
        """Other words."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def lines(self, width: int) -> tuple[str, ...]:
        """The lines at that width."""
        return wrap_to(self._text, self._style, max(width, 1), self._ruler, lines=self._most)

    @property
    def _line(self) -> int:
        return round(self._style.size * _LEADING)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._line * max(len(self.lines(width)), 1)

    @override
    def sizeHint(self) -> QSize:
        wide = round(self._style.width(self._text, self._ruler)) + 2
        return QSize(wide, self._line)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self._line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(font_for(round(self._style.size), self._style.weight))
            painter.setPen(role_color(self._style.role))
            ascent = painter.fontMetrics().ascent()
            drop = (self._line - painter.fontMetrics().height()) / 2 + ascent
            for place, line in enumerate(self.lines(self.width())):
                painter.drawText(0, round(place * self._line + drop), line)
