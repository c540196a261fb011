"""The questions for a new day: what it is called, when, who holds it, and what it begins with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.library import NewDay
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import RadioRow
from workshop_app.ui.widgets.labels import Notice, label

__all__ = ("NewDay", "NewDayDialog")


class NewDayDialog(StyledDialog):
    """Asks for a new day; `answer` has what was said once it is accepted."""

    def __init__(
        self, words: Words, ask: Interaction, today: date, parent: QWidget | None = None
    ) -> None:
        """Ask.

        Args:
            words: The window's language.
            ask: Asks for the file or the folder.
            today: The date to begin with.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("New day"), parent)
        self._words = words
        self._ask = ask
        self._source: Path | None = None
        self.title_field = self._field(_("What the day is called"), QLineEdit())
        self.title_field.setPlaceholderText(_("Strategic forum 2"))
        self.date_field = self._date_field(today)
        self.organisation_field = self._field(_("Department"), QLineEdit())
        self.municipality_field = self._field(_("Municipality"), QLineEdit())
        self._add_beginnings()
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        cancel = ActButton(_("Cancel"), "Esc", parent=self)
        cancel.clicked.connect(self.reject)
        self.create_button = ActButton(_("Create the day"), "Enter", "primary", self)
        self.create_button.clicked.connect(self.accept)
        self.create_button.setDefault(True)
        self.add_buttons((cancel, self.create_button))
        self.title_field.setFocus()

    @property
    def answer(self) -> NewDay:
        """What was said."""
        return NewDay(
            title=self.title_field.text().strip(),
            date=self.date_field.date().toPython(),  # type: ignore[arg-type]  # the stub says object
            organisation=self.organisation_field.text().strip(),
            municipality=self.municipality_field.text().strip(),
            source=self._source if self.from_source.isChecked() else None,
        )

    def _field(self, name: str, field: QLineEdit) -> QLineEdit:
        field.setAccessibleName(name)
        self._labelled(name, field)
        return field

    def _date_field(self, today: date) -> QDateEdit:
        name = self._words.gettext("Date")
        field = QDateEdit(QDate(today.year, today.month, today.day))
        field.setDisplayFormat("yyyy-MM-dd")
        field.setAccessibleName(name)
        # The style sheet's padding does not reach the text of a date.
        field.lineEdit().setTextMargins(11, 0, 11, 0)
        self._labelled(name, field)
        return field

    def _labelled(self, name: str, field: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        words = label(name, "group")
        words.setBuddy(field)
        pair.addWidget(words)
        pair.addWidget(field)
        self.body.addLayout(pair)

    def _add_beginnings(self) -> None:
        _ = self._words.gettext
        group = QButtonGroup(self)
        self.empty = RadioRow(_("Empty"), _("You fill in participants and tracks yourself."))
        note = _("A day file as JSON, or a folder with tables (CSV or XLSX).")
        self.from_source = RadioRow(_("Read in"), note)
        self.empty.setChecked(True)
        for button in (self.empty, self.from_source):
            group.addButton(button)
            self.body.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.setSpacing(8)
        self.file_button = ActButton(_("Choose file…"), parent=self, height=SMALL)
        self.folder_button = ActButton(_("Choose folder…"), parent=self, height=SMALL)
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button.clicked.connect(self._choose_folder)
        self.source_label = label("", "caption")
        row.addWidget(self.file_button)
        row.addWidget(self.folder_button)
        row.addWidget(self.source_label, 1)
        self.body.addLayout(row)
        for chooser in (self.file_button, self.folder_button):
            chooser.setEnabled(False)
            self.from_source.toggled.connect(chooser.setEnabled)

    def _choose_file(self) -> None:
        _ = self._words.gettext
        pattern = _("Days and tables") + " (*.json *.csv *.xlsx)"
        self._take(self._ask.open_file(_("Read in"), pattern))

    def _choose_folder(self) -> None:
        self._take(self._ask.open_folder(self._words.gettext("Read in")))

    def _take(self, source: Path | None) -> None:
        if source is not None:
            self._source = source
            self.source_label.setText(source.name)
            self.source_label.setToolTip(str(source))

    def _missing(self) -> str:
        _ = self._words.gettext
        if self.from_source.isChecked():
            return "" if self._source else _("Choose the file or the folder to read in.")
        return "" if self.title_field.text().strip() else _("Write what the day is called.")

    @override
    def accept(self) -> None:
        """Only with what is needed; else a sentence says what is missing."""
        missing = self._missing()
        self.error.say(missing, "warn")
        self.error.setVisible(bool(missing))
        if not missing:
            super().accept()
