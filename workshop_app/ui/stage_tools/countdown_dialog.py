"""A countdown for the room: how many minutes, or the time of the block, and words over it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from workshop_app.app.countdown import LEAST, MOST
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import caption, lead_label, strong
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.workplace import Workplace

USUAL = 15
QUICK = (5, 10, 15, 30, 45)
MOST_WORDS = 80


class CountdownDialog(StyledDialog):
    """Asks what to count. The words over it are in the room's language.

    Signals:
        given: Minutes (0 = the block's time), and the words.
    """

    given: ClassVar[Signal] = Signal(int, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """For an open day.

        Args:
            workplace: The open day and its tools.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Countdown for the room"), parent)
        self._workplace = workplace
        self._own_words = False
        text = _("It stays at 0:00 and does nothing by itself. Lift it with {key}.")
        self.body.addWidget(lead_label(text.format(key="F9")))
        self.minutes = Stepper(_("Minutes"), LEAST, MOST, USUAL)
        self.block = QCheckBox(_("The time that is left of the block now"))
        self.field = QLineEdit()
        self._lay_out()
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.show_button = ActButton(_("Show"), "Enter", "primary", self)
        self.show_button.setDefault(True)
        self.show_button.clicked.connect(self.give)
        self.add_buttons((self.cancel, self.show_button))
        self.minutes.valueChanged.connect(self._changed)
        self.field.textEdited.connect(self._edited)
        self._changed()
        self.minutes.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        _ = self._workplace.words.gettext
        self.minutes.setPageStep(5)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(strong(_("Minutes")))
        row.addStretch(1)
        for number in QUICK:
            quick = ActButton(str(number), parent=self, height=SMALL)
            words = self._workplace.words.ngettext("{n} minute", "{n} minutes", number)
            quick.setAccessibleName(words.format(n=number))
            quick.clicked.connect(partial(self.minutes.setValue, number))
            row.addWidget(quick)
        row.addWidget(self.minutes)
        self.body.addLayout(row)
        self.block.setEnabled(self._block_left() is not None)
        self.block.toggled.connect(self._changed)
        self.body.addWidget(self.block)
        self.field.setMaxLength(MOST_WORDS)
        self.field.setAccessibleName(_("Words over the countdown"))
        self.body.addWidget(strong(_("Words over the countdown")))
        self.body.addWidget(self.field)
        self.body.addWidget(caption(_("In the language of the shared screen.")))

    def give(self) -> None:
        """Show it."""
        minutes = 0 if self.block.isChecked() else self.minutes.value()
        self.given.emit(minutes, self.field.text().strip())
        self.accept()

    def _block_left(self) -> int | None:
        clock = self._workplace.day_clock
        return clock.seconds_left() if clock is not None else None

    def _edited(self) -> None:
        self._own_words = True

    def _changed(self) -> None:
        """Words that fit, until somebody writes their own."""
        by_block = self.block.isChecked()
        self.minutes.setEnabled(not by_block)
        if self._own_words:
            return
        place = self._workplace
        if by_block:
            self.field.clear()
            return
        again = place.clock() + timedelta(minutes=self.minutes.value())
        text = place.stage_words.gettext("Break, we begin again at {time}")
        self.field.setText(text.format(time=place.stage_formats.clock(again)))
