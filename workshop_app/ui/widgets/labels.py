"""Words on the desk: titles, leads, captions, pills, notices, and what an empty list says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import (
    IconMark,
    StoneMark,
    draw_icon,
    draw_line,
    role_color,
    text_width,
)

_WRAPPED = frozenset({"lead", "caption", "warn", "bad", "title", "display"})
_PILLS = {
    "info": (Role.ACCENT, Role.TINT),
    "ok": (Role.ACCENT, Role.TINT),
    "quiet": (Role.INK2, Role.SUNKEN),
    "warn": (Role.WARN, Role.WARN_TINT),
}
_NOTICES = {
    "info": (Icon.INFO, Role.INK2),
    "ok": (Icon.CHECK, Role.ACCENT),
    "warn": (Icon.WARN, Role.WARN),
    "shield": (Icon.SHIELD, Role.ACCENT),
    "lock": (Icon.LOCK, Role.INK3),
    "people": (Icon.PEOPLE, Role.INK2),
}


def label(text: str, role: str = "row", parent: QWidget | None = None) -> QLabel:
    """A label of a role: title, section, lead, caption, strong, row, group, warn, figure."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(role in _WRAPPED)
    return made


def title_label(text: str) -> QLabel:
    """The page's title, 25 px."""
    return label(text, "title")


def lead_label(text: str) -> QLabel:
    """One sentence under the title."""
    return label(text, "lead")


def section_label(text: str) -> QLabel:
    """Heading of a card or a part of the right column."""
    return label(text, "section")


def caption(text: str) -> QLabel:
    """Small grey text that wraps."""
    return label(text, "caption")


def strong(text: str) -> QLabel:
    """Row text in semibold."""
    return label(text, "strong")


def divider() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("divider", "true")
    line.setFixedHeight(1)
    return line


class Card(QFrame):
    """A white field with a thin line; never inside another. Put things in ``body``.

    Attributes:
        body: The vertical layout.
        header: The row with the title, for what stands to the right of it; None without a title.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 16)
        self.body.setSpacing(10)
        self.heading: QLabel | None = None
        self.header: QHBoxLayout | None = None
        if title:
            self.heading = section_label(title)
            top = QWidget(self)
            top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.header = QHBoxLayout(top)
            self.header.setContentsMargins(0, 0, 0, 0)
            self.header.setSpacing(12)
            self.header.addWidget(self.heading)
            self.header.addStretch(1)
            self.body.addWidget(top)

    def set_title(self, title: str) -> None:
        """Other words in the heading."""
        if self.heading is not None:
            self.heading.setText(title)


class Pill(QWidget):
    """A short message in a rounded field. Kinds: info, ok (check), quiet, warn (triangle)."""

    def __init__(
        self, text: str = "", kind: str = "info", parent: QWidget | None = None, *, height: int = 24
    ) -> None:
        super().__init__(parent)
        self._text, self._kind = text, kind
        self._high = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def kind(self) -> str:
        """info, ok, quiet or warn."""
        return self._kind

    def say(self, text: str, kind: str = "info") -> None:
        """Another message."""
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _icon(self) -> Icon | None:
        return {"ok": Icon.CHECK, "warn": Icon.WARN}.get(self._kind)

    @property
    def _size(self) -> int:
        return 13 if self._high < 30 else 15  # noqa: PLR2004 - the large pill of a page's heading

    @override
    def sizeHint(self) -> QSize:
        wide = text_width(self._text, font_for(self._size, Weight.SEMIBOLD)) + self._high * 0.9
        wide += self._size + 8 if self._icon() else 0
        return QSize(round(wide + 1.5), self._high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), self._high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = _PILLS[self._kind]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_color(ground))
            half = self._high / 2
            painter.drawRoundedRect(QRectF(self.rect()), half, half)
            left = self._high * 0.45
            icon = self._icon()
            if icon is not None:
                side = self._size + 2
                draw_icon(painter, icon, QRectF(left, half - side / 2, side, side), ink)
                left += self._size + 8
            painter.setFont(font_for(self._size, Weight.SEMIBOLD))
            painter.setPen(role_color(ink))
            room = self.width() - left - self._high * 0.4
            draw_line(painter, self._text, QRectF(left, 0, room, self._high))


class Notice(QWidget):
    """A sentence with an icon before it. Kinds: info, ok, warn, shield, lock, people."""

    def __init__(self, text: str = "", kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        which, role = _NOTICES[kind]
        self._mark = IconMark(which, role, 18, self)
        self._label = label(text, "warn" if kind == "warn" else "lead", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._label.text()

    def say(self, text: str, kind: str = "info") -> None:
        """Another sentence."""
        which, role = _NOTICES[kind]
        self._mark.show_icon(which, role)
        self._label.setText(text)
        self._label.setProperty("role", "warn" if kind == "warn" else "lead")
        self._label.style().unpolish(self._label)
        self._label.style().polish(self._label)
        self.setAccessibleName(text)


class EmptyState(QWidget):
    """What a place without content says: a stone, a title, a sentence and what to do."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        mark = StoneMark(StoneLook(Role.CTRL, hollow=True, ground=None), QSize(36, 40), self)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self.title = section_label(title)
        self.text = lead_label(text)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setWordWrap(True)
            column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
