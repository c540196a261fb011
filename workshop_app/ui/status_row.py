"""The status row: the keys that do something now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.act import Act
from workshop_app.ui.keys import BOXES, key_caption
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import draw_key, draw_line, key_width, role_color, text_width

HEIGHT = 32
_BETWEEN, _AFTER_KEY, _KEYS_GAP = 22, 7, 5

Hint = tuple[tuple[str, ...], str]


def hints_of(words: Words, acts: Sequence[Act]) -> tuple[Hint, ...]:
    """Key boxes and words of the acts that can be done now and stand in the row."""
    return tuple(
        (key_boxes(words, act), act.text) for act in acts if act.hint and act.keys and act.enabled()
    )


def key_boxes(words: Words, act: Act) -> tuple[str, ...]:
    """The boxes of an act's key: one, or several such as ← and →."""
    text = act.key_text or key_caption(words, act.keys[0])
    return tuple(text.split(BOXES)) if text != BOXES else (text,)


class HintLine(QWidget):
    """Keys and words, from the left; what does not fit is left out whole."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[Hint, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """All that is said, whether it fits or not."""
        return self._hints

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Other keys."""
        fresh = tuple(hints)
        if fresh == self._hints:
            return
        self._hints = fresh
        spoken = "; ".join(f"{' '.join(keys)}: {text}" for keys, text in fresh)
        self.setAccessibleDescription(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        font = font_for(13)
        x, middle = 0.0, self.height() / 2
        with QPainter(self) as painter:
            for keys, text in self._hints:
                boxes = sum(key_width(key) + _KEYS_GAP for key in keys) - _KEYS_GAP
                wide = text_width(text, font) + 1
                if x + boxes + _AFTER_KEY + wide > self.width():
                    break
                for key in keys:
                    draw_key(painter, key, x, middle, Role.INK2)
                    x += key_width(key) + _KEYS_GAP
                x += _AFTER_KEY - _KEYS_GAP
                painter.setFont(font)
                painter.setPen(role_color(Role.INK2))
                draw_line(painter, text, QRectF(x, 0, wide, self.height()))
                x += wide + _BETWEEN


class StatusRow(QFrame):
    """The keys that work now, and the way to all of them."""

    keys_asked: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("panel", "true")
        self.line = HintLine(words.gettext("Keys that work now"), self)
        self.all_keys = ActButton(words.gettext("All keys"), "?", "quiet", self, height=SMALL)
        self.all_keys.clicked.connect(self.keys_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 1, 10, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.all_keys)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """What can be done now."""
        self.line.show_hints(hints_of(self._words, acts))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(role_color(Role.LINE))
            painter.drawLine(0, 0, self.width(), 0)
