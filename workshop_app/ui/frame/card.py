"""The card of the chosen row: what it costs, what the room proposes, and why."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.frame.frame_sheet import STANCES, RowSheet, stance_name
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import Card, caption, section_label

STANCE_KEYS = ("D", "S", "I", "U")
_LEFT_WIDE = 150
_LEAST_HIGH = 118


class RowCard(Card):
    """Name and facts to the left; stance, reason and the move to the right.

    Signals:
        stance_chosen: Index in `STANCES`.
        reason_given: The row (initiative id) and the reason as typed.
        moved: The row is to be moved across the surface.
    """

    stance_chosen: ClassVar[Signal] = Signal(int)
    reason_given: ClassVar[Signal] = Signal(str, str)
    moved: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        _ = words.gettext
        self._words = words
        self._sheet: RowSheet | None = None
        self._name, self._facts = section_label(""), caption("")
        self._name.setWordWrap(True)
        names = [stance_name(words, kind) for kind in STANCES]
        self.stance = Segmented(names, name=_("What we propose"), keys=STANCE_KEYS)
        self._note = caption(_("Proposal, not decision"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why? One sentence is enough."))
        self.reason.setAccessibleName(_("Reason"))
        self.move_button = ActButton("", "Alt ↑")
        self.stance.chosen.connect(self.stance_chosen)
        self.reason.editingFinished.connect(self.save_reason)
        self.move_button.clicked.connect(self.moved)
        self.reason.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    @property
    def key(self) -> str:
        """The row in the card; empty if there is none."""
        return self._sheet.key if self._sheet is not None else ""

    def put(self, sheet: RowSheet | None) -> None:
        """Show a row; None says that none is chosen. A reason that is being typed is left alone."""
        _ = self._words.gettext
        same = sheet is not None and sheet.key == self.key
        old = self._sheet
        self._sheet = sheet
        for part in (self.stance, self.reason, self.move_button, self._note):
            part.setVisible(sheet is not None)
        if sheet is None:
            self._name.setText(_("No row is chosen"))
            self._facts.setText(_("Choose a row to say what you propose, and why."))
            return
        self._name.setText(sheet.title)
        self._facts.setText("\n".join(sheet.facts))
        self._show_stance(STANCES.index(sheet.stance) if sheet.stance is not None else -1)
        if not same or old is None or old.reason != sheet.reason:
            self.reason.setText(sheet.reason)
            self.reason.setCursorPosition(0)
        self._show_move(sheet)
        self.stance.setEnabled(not sheet.locked)
        self.reason.setEnabled(not sheet.locked)
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription(". ".join(sheet.facts))

    def save_reason(self) -> None:
        """Hand over the reason if it is another than the one on disk."""
        typed = self.reason.text().strip()
        if self._sheet is not None and typed != self._sheet.reason:
            self.reason_given.emit(self._sheet.key, typed)

    def drop_reason(self) -> None:
        """Esc: back to what is on disk."""
        if self._sheet is not None:
            self.reason.setText(self._sheet.reason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reason and isinstance(event, QKeyEvent):
            press = event.type() is QEvent.Type.KeyPress
            if press and event.key() == Qt.Key.Key_Escape:
                self.drop_reason()
                return True
        return super().eventFilter(watched, event)

    def _show_stance(self, place: int) -> None:
        if place >= 0:
            self.stance.set_current(place)
            return
        group = self.stance.button(0).group()
        # An exclusive group keeps one of its buttons down; no stance means none.
        group.setExclusive(False)
        for button in group.buttons():
            button.setChecked(False)
        group.setExclusive(True)

    def _show_move(self, sheet: RowSheet) -> None:
        _ = self._words.gettext
        self.move_button.setText(_("Move down") if sheet.above else _("Move up"))
        where = _("Move below the surface") if sheet.above else _("Move above the surface")
        self.move_button.setToolTip(where)
        self.move_button.setAccessibleName(where)
        self.move_button.key_text = "Alt ↓" if sheet.above else "Alt ↑"
        self.move_button.setEnabled(not sheet.locked)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._name)
        left.addWidget(self._facts)
        left.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.stance)
        top.addWidget(self._note, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.reason, 1)
        bottom.addWidget(self.move_button)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(top)
        right.addLayout(bottom)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        self._name.setMinimumWidth(_LEFT_WIDE)
        row.addLayout(left, 2)
        row.addLayout(right, 5)
        self.setMinimumHeight(_LEAST_HIGH)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.addLayout(row)
