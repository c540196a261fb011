"""In the day's menu: a rehearsal in a copy, and the facilitator's code."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from workshop_app.app.rehearsal import Rehearsed, Wish, rehearsing
from workshop_app.domain.attendance import entitled_ever
from workshop_app.ui.channels.code_page import CodeDialog
from workshop_app.ui.channels.rehearsal_progress import RehearsalProgress
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import caption, strong
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.workplace import Workplace

MOST_VOTERS = 60
_SEEDS = 1_000_000


class RehearsalDialog(StyledDialog):
    """How many simulated voters."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        _ = workplace.words.gettext
        super().__init__(_("Rehearse in a copy"), parent)
        people = len(entitled_ever(workplace.day))
        name = _("How many simulated voters?")
        self.voters = Stepper(name, 1, MOST_VOTERS, min(MOST_VOTERS, max(1, people)))
        row = QHBoxLayout()
        row.addWidget(strong(name))
        row.addStretch(1)
        row.addWidget(self.voters)
        self.body.addLayout(row)
        text = _(
            "Every round of the day is held to its end in a copy that is marked as a rehearsal. "
            "This day is not touched."
        )
        self.body.addWidget(caption(text))
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.start = ActButton(_("Rehearse"), "Enter", "primary", self)
        self.start.clicked.connect(self.accept)
        self.start.setDefault(True)
        self.add_buttons((self.cancel, self.start))
        self.voters.setFocus(Qt.FocusReason.TabFocusReason)


class SafetyActs(QObject):
    """What the menu does for the safety of the vote.

    Signals:
        say: A sentence for the notice line, and its tone.

    Attributes:
        dialog: The dialog that was opened last.
    """

    say: ClassVar[Signal] = Signal(str, str)

    def __init__(
        self, workplace: Workplace, folder: Path, keep_code: Callable[[str], None]
    ) -> None:
        """For an open day.

        Args:
            workplace: The open day and its tools.
            folder: Where rehearsals go, away from the days.
            keep_code: Keeps the facilitator's code for the next time.
        """
        super().__init__(workplace.store)
        self._workplace = workplace
        self._folder = folder
        self.dialog: QDialog | None = None
        workplace.code.save = keep_code

    def change_code(self) -> None:
        """Another code."""
        place = self._workplace
        self._show(CodeDialog(place.words, place.code, QApplication.activeWindow()))

    def rehearse(self) -> None:
        """Ask how many, and hold the day in a copy."""
        dialog = RehearsalDialog(self._workplace, QApplication.activeWindow())
        dialog.accepted.connect(self._hold)
        self._show(dialog)

    def hold(self, voters: int, seed: int) -> RehearsalProgress:
        """Hold every round with so many simulated voters, a slice at a time; tell where it is.

        Args:
            voters: How many.
            seed: Where their choices come from.
        """
        place = self._workplace
        steps = rehearsing(place.day, self._folder, Wish(voters, seed), place.words)
        progress = RehearsalProgress(place.words, steps, QApplication.activeWindow())
        progress.held.connect(self._held)
        progress.failed.connect(self._failed)
        progress.stopped.connect(self._stopped)
        self._show(progress)
        return progress

    def _hold(self) -> None:
        if isinstance(self.dialog, RehearsalDialog):
            self.hold(self.dialog.voters.value(), secrets.randbelow(_SEEDS))

    def _held(self, done: Rehearsed) -> None:
        _ = self._workplace.words.gettext
        text = _("The rehearsal is done. Its copy is {path}, and its results are beside it.")
        self.say.emit(text.format(path=done.path), "ok")

    def _failed(self, sentence: str) -> None:
        self.say.emit(sentence, "warn")

    def _stopped(self) -> None:
        _ = self._workplace.words.gettext
        self.say.emit(_("The rehearsal was stopped, and its copy is taken away."), "ok")

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()
