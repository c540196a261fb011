"""Erasing a participant's name: whose, what happens, and then it is done for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from workshop_app.domain.nouns import Participant
from workshop_app.system.language import Words
from workshop_app.ui.attempt import tried
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice, lead_label
from workshop_app.ui.workplace import Workplace


class EraseDialog(StyledDialog):
    """Chooses among the participants that have a name."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """For an open day.

        Args:
            workplace: The open day and its tools.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Erase a name"), parent)
        self._workplace = workplace
        named = [person for person in workplace.day.participants if person.name]
        text = _(
            "The name is taken out of the day and out of its log. The role and the votes stay. "
            "What was done before can no longer be undone. Copies that were saved before still "
            "have the name."
        )
        if not named:
            text = _("No participant in this day has a name.")
        self.setAccessibleDescription(text)
        self.body.addWidget(lead_label(text))
        self.people = QComboBox()
        self.people.setAccessibleName(_("Participant"))
        for person in named:
            self.people.addItem(person_line(workplace.words, person), person.id)
        self.people.setVisible(bool(named))
        self.body.addWidget(self.people)
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.erase = ActButton(_("Erase the name"), "Enter", "primary", self)
        self.erase.setEnabled(bool(named) and not workplace.store.file.read_only)
        self.erase.clicked.connect(self.do)
        self.erase.setDefault(True)
        self.add_buttons((self.cancel, self.erase))
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self) -> None:
        """Erase the chosen name; a sentence says why if it cannot be done."""
        store = self._workplace.store
        chosen = str(self.people.currentData())
        why_not = tried(self._workplace.words, partial(store.erase_person, chosen))
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        if not why_not:
            self.accept()


def person_line(words: Words, person: Participant) -> str:
    """Name and role, for choosing."""
    return words.gettext("{name}, {role}").format(name=person.name, role=person.role)
