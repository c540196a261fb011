"""The card of the chosen milestone, under the road."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.marks import code_mark, evidence
from workshop_app.figures.shapes import Rect, Role, Ruler, Shape, Weight
from workshop_app.figures.text import Style
from workshop_app.system.language import Words
from workshop_app.ui.road.road_sheet import StoneSheet
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.clamped import Clamped
from workshop_app.ui.widgets.drawing import draw_shapes
from workshop_app.ui.widgets.labels import Card, caption


class ShapeMark(QWidget):
    """A small drawing of plain shapes; the words beside it say the same."""

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size)
        self._shapes: tuple[Shape, ...] = ()

    def put(self, shapes: tuple[Shape, ...]) -> None:
        """Draw these."""
        if shapes != self._shapes:
            self._shapes = shapes
            self.update()

    def room(self) -> Rect:
        """All of it, a hair inside the edge."""
        return Rect(0.5, 0.5, self.width() - 1, self.height() - 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setClipRect(QRectF(self.rect()))
            draw_shapes(painter, self._shapes)


class StoneCard(Card):
    """Title, time, who, evidence, measure; edit, set aside.

    Signals:
        edit: The milestone is to be edited.
        toggled: It is to be set aside, or taken back.
    """

    edit: ClassVar[Signal] = Signal()
    toggled: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        _ = words.gettext
        self._words = words
        self._code = ShapeMark(QSize(30, 30))
        self._bars = ShapeMark(QSize(18, 16))
        firm, plain = Style(14, Weight.SEMIBOLD), Style(14)
        self._title = Clamped(Style(15, Weight.BOLD), ruler, lines=3)
        self._when = Clamped(Style(13, role=Role.INK3), ruler)
        self._since = Clamped(Style(13, Weight.SEMIBOLD, role=Role.ACCENT), ruler)
        self._owner, self._shared = Clamped(firm, ruler), Clamped(plain, ruler)
        self._evidence, self._measure = Clamped(firm, ruler), Clamped(plain, ruler)
        self.edit_button = ActButton(_("Edit"))
        self.aside_button = ActButton(_("Set aside"))
        self.edit_button.clicked.connect(self.edit)
        self.aside_button.clicked.connect(self.toggled)
        self._lay_out()

    def put(self, sheet: StoneSheet | None) -> None:
        """Show a milestone; None says that none is chosen."""
        _ = self._words.gettext
        for part in self._parts:
            part.setVisible(sheet is not None)
        if sheet is None:
            self._title.say(_("No milestone is chosen"))
            self.setAccessibleName(_("No milestone is chosen"))
            return
        self._code.put(code_mark(sheet.track, sheet.code, self._code.room()))
        self._bars.put(evidence(sheet.strength, self._bars.room()))
        self._title.say(sheet.title)
        self._when.say(sheet.when)
        self._since.say(sheet.since)
        self._since.setVisible(bool(sheet.since))
        self._owner.say(sheet.owner)
        self._shared.say(sheet.shared)
        word, text = sheet.evidence
        self._evidence.say(word)
        self._evidence.setToolTip(text)
        self._measure.say(sheet.measure)
        aside = _("Set aside") if sheet.goes_on else _("Take back")
        self.aside_button.setText(aside)
        self.setAccessibleName(f"{sheet.code} {sheet.title}")
        said = (sheet.when, sheet.since)
        self.setAccessibleDescription(". ".join(part for part in said if part))

    def _lay_out(self) -> None:
        _ = self._words.gettext
        owner = self._pair(_("Responsible"), self._owner, _("Shared with"), self._shared)
        marked = QHBoxLayout()
        marked.setSpacing(8)
        marked.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignTop)
        marked.addWidget(self._evidence, 1)
        base = self._pair(_("Evidence"), marked, _("Measure"), self._measure)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._when)
        head.addWidget(self._since)
        head.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.aside_button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(head, 6)
        row.addLayout(owner[0], 4)
        row.addLayout(base[0], 4)
        row.addLayout(buttons)
        self.body.setContentsMargins(18, 12, 18, 12)
        self.body.addLayout(row)
        self._parts: tuple[QWidget, ...] = (
            self._code,
            self._bars,
            self._when,
            self._since,
            self._owner,
            self._shared,
            self._evidence,
            self._measure,
            self.edit_button,
            self.aside_button,
            *owner[1],
            *base[1],
        )

    def _pair(
        self, first: str, one: QWidget | QHBoxLayout, second: str, other: QWidget
    ) -> tuple[QVBoxLayout, tuple[QLabel, QLabel]]:
        column = QVBoxLayout()
        column.setSpacing(2)
        heads = (caption(first), caption(second))
        column.addWidget(heads[0])
        if isinstance(one, QWidget):
            column.addWidget(one)
        else:
            column.addLayout(one)
        column.addSpacing(6)
        column.addWidget(heads[1])
        column.addWidget(other)
        column.addStretch(1)
        return column, heads
