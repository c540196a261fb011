"""The round's own time, counted down in the right column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.clock import Urgency, urgency
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.countdown import (
    clock_text,
    of_minutes,
    urgency_mark,
    urgency_role,
    urgency_words,
)
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import IconMark, role_color
from workshop_app.ui.widgets.labels import caption, label
from workshop_app.ui.workplace import Workplace

_HIGH = 6
_MINUTE = 60


class TimeBar(QWidget):
    """How much of the time is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 1.0
        self._how = Urgency.CALM
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, how: Urgency = Urgency.CALM) -> None:
        """From 1 (all of it) to 0 (none), and how near the end that is."""
        self._share, self._how = max(0.0, min(1.0, share)), how
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        calm = self._how is Urgency.CALM
        role = Role.ACCENT if calm else urgency_role(self._how)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            rect = QRectF(self.rect())
            painter.setBrush(role_color(Role.SUNKEN if calm else Role.WARN_TINT))
            painter.drawRoundedRect(rect, _HIGH / 2, _HIGH / 2)
            painter.setBrush(role_color(role))
            rect.setWidth(rect.width() * self._share)
            painter.drawRoundedRect(rect, _HIGH / 2, _HIGH / 2)


class RoundClock(QWidget):
    """6:40 of 10 minutes; near the end words, a mark and a colour; it stays at 0:00.

    One minute more never asks. Where the desk has a timer of its own, this one is not seen: the
    desk's shows the round's time instead, so that there is one.
    """

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = workplace.words.gettext
        self._workplace = workplace
        self._round_id = ""
        self.time = label("", "display")
        self.time.setWordWrap(False)
        self.of = caption("")
        self.of.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.mark = IconMark(Icon.CLOCK, Role.WARN, 15)
        self.bar = TimeBar()
        self.more = ActButton(_("+1 min"), height=SMALL)
        self.more.setAccessibleName(_("One minute more"))
        self.more.clicked.connect(self._add)
        self._lay_out()
        if workplace.timer is not None:
            workplace.timer.ticked.connect(self.refresh)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.time)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.mark)
        said.addWidget(self.of, 1)
        column.addLayout(said)
        column.addWidget(self.bar)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def timed(self) -> str:
        """The round, if its time runs; else empty."""
        timer = self._workplace.timer
        runs = timer is not None and timer.left(self._round_id) is not None
        return self._round_id if runs else ""

    def show_round(self, round_id: str) -> None:
        """The time of this round, if it has one that runs."""
        self._round_id = round_id
        self.refresh()

    def refresh(self) -> None:
        """Show the time as it is now."""
        timer = self._workplace.timer
        left = timer.left(self._round_id) if timer is not None else None
        self.setVisible(left is not None and self._workplace.day_clock is None)
        if timer is None or left is None:
            return
        words = self._workplace.words
        minutes = timer.minutes(self._round_id)
        self.time.setText(clock_text(left))
        how = urgency(left, minutes * _MINUTE)
        self.bar.show_share(left / (minutes * _MINUTE), how)
        near, allowed = urgency_words(words, how), of_minutes(words, minutes)
        told = [near] if how is Urgency.OUT else [part for part in (near, allowed) if part]
        self.of.setText(" · ".join(told))
        icon = urgency_mark(how)
        self.mark.setVisible(icon is not None)
        if icon is not None:
            self.mark.show_icon(icon, urgency_role(how))
        tone = _tone(how)
        if self.time.styleSheet() != tone:
            self.time.setStyleSheet(tone)
        self.setAccessibleName(f"{clock_text(left)} {self.of.text()}")

    def _add(self) -> None:
        if self._workplace.timer is not None:
            self._workplace.timer.add_minute(self._round_id)
            self.refresh()


def _tone(how: Urgency) -> str:
    return "" if how is Urgency.CALM else f"color: {role_color(urgency_role(how)).name()};"
