"""The round's own time, counted down in the right column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.ui.countdown import clock_text
from workshop_app.ui.theme import repolish
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import role_color
from workshop_app.ui.widgets.labels import caption, label
from workshop_app.ui.workplace import Workplace

_HIGH = 6
_LATE = 0.2
_MINUTE = 60


class TimeBar(QWidget):
    """How much of the time is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """From 1 (all of it) to 0 (none)."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        late = self._share < _LATE
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            rect = QRectF(self.rect())
            painter.setBrush(role_color(Role.WARN_TINT if late else Role.SUNKEN))
            painter.drawRoundedRect(rect, _HIGH / 2, _HIGH / 2)
            painter.setBrush(role_color(Role.WARN if late else Role.ACCENT))
            rect.setWidth(rect.width() * self._share)
            painter.drawRoundedRect(rect, _HIGH / 2, _HIGH / 2)


class RoundClock(QWidget):
    """6:40 of 10 minutes; amber near the end; stays at 0:00. One minute more never asks."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = workplace.words.gettext
        self._workplace = workplace
        self._round_id = ""
        self.time = label("", "display")
        self.time.setWordWrap(False)
        self.of = caption("")
        self.of.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = TimeBar()
        self.more = ActButton(_("+1 min"), height=SMALL)
        self.more.setAccessibleName(_("One minute more"))
        self.more.clicked.connect(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.time)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.of)
        column.addWidget(self.bar)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        if workplace.timer is not None:
            workplace.timer.ticked.connect(self.refresh)
        self.hide()

    def show_round(self, round_id: str) -> None:
        """The time of this round, if it has one that runs."""
        self._round_id = round_id
        self.refresh()

    def refresh(self) -> None:
        """Show the time as it is now."""
        timer = self._workplace.timer
        left = timer.left(self._round_id) if timer is not None else None
        self.setVisible(left is not None)
        if timer is None or left is None:
            return
        words = self._workplace.words
        minutes = timer.minutes(self._round_id)
        self.time.setText(clock_text(left))
        share = left / (minutes * _MINUTE)
        self.bar.show_share(share)
        text = words.ngettext("of {n} minute", "of {n} minutes", minutes).format(n=minutes)
        self.of.setText(text if left else words.gettext("The time is out"))
        role = "late" if share < _LATE else "display"
        if self.time.property("tone") != role:
            self.time.setProperty("tone", role)
            self.time.setStyleSheet(_tone(late=role == "late"))
            repolish(self.time)
        self.setAccessibleName(f"{clock_text(left)} {self.of.text()}")

    def _add(self) -> None:
        if self._workplace.timer is not None:
            self._workplace.timer.add_minute(self._round_id)
            self.refresh()


def _tone(*, late: bool) -> str:
    return f"color: {role_color(Role.WARN).name()};" if late else ""
