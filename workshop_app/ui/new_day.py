"""The questions for a new day: what it is called, when, who holds it, and what it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.app.beginnings import Beginning, Beginnings
from workshop_app.app.library import NewDay
from workshop_app.domain.templates import DayTemplate, said
from workshop_app.storage.importing import read_source
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.interaction import Interaction, Question
from workshop_app.ui.problems import TOLD, import_problem
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import RadioRow
from workshop_app.ui.widgets.labels import Notice, caption, label

__all__ = ("NewDay", "NewDayDialog")

Named = TypeVar("Named", bound=QWidget)
_WIDE = 560
_INSET = 28
_HIGH = 36
_MOST_COLUMNS = 12
_NOTHING = Beginnings()


class NewDayDialog(StyledDialog):
    """Asks for a new day; `answer` has what was said once it is accepted."""

    def __init__(
        self,
        words: Words,
        ask: Interaction,
        today: date,
        parent: QWidget | None = None,
        *,
        choices: Beginnings = _NOTHING,
    ) -> None:
        """Ask.

        Args:
            words: The window's language.
            ask: Asks for the file or the folder.
            today: The date to begin with.
            parent: The window.
            choices: The templates and the earlier days one can begin with.
        """
        _ = words.gettext
        super().__init__(_("New day"), parent)
        self.setMinimumWidth(_WIDE)
        self._words = words
        self._ask = ask
        self._choices = choices
        self._language = words.language.value
        self._source: Path | None = None
        self.title_field = _named(QLineEdit(), _("What the day is called"))
        self.title_field.setPlaceholderText(_("Strategic forum 2"))
        self.date_field = self._date_field(today)
        self.organisation_field = _named(QLineEdit(), _("Department"))
        self.municipality_field = _named(QLineEdit(), _("Municipality"))
        self._add_row((self.title_field, 3), (self.date_field, 1))
        self._add_row((self.organisation_field, 1), (self.municipality_field, 1))
        self._group = QButtonGroup(self)
        self._add_templates()
        self._add_earlier()
        self._add_plain()
        self._add_foot()
        self._choose_first()
        self._group.buttonToggled.connect(self._fit)
        self._fit()
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
            beginning=self._beginning(),
        )

    def _beginning(self) -> Beginning:
        template: DayTemplate | None = None
        earlier: Path | None = None
        if self.from_template.isChecked():
            template = self._template(self.template_box.currentData())
        elif self.from_earlier.isChecked():
            earlier = self._choices.earlier[self.earlier_box.currentIndex()].path
            template = self._template(self.agenda_box.currentData())
        if template is None:
            return Beginning(earlier=earlier) if earlier is not None else Beginning()
        year = next((c for c in self._choices.calendars if c.key == template.calendar), None)
        return Beginning(template, year, earlier, self._language)

    def _template(self, key: object) -> DayTemplate | None:
        return next((one for one in self._choices.templates if one.key == key), None)

    # --- fields -------------------------------------------------------------------------------

    def _date_field(self, today: date) -> QDateEdit:
        field = _named(
            QDateEdit(QDate(today.year, today.month, today.day)), self._words.gettext("Date")
        )
        field.setDisplayFormat("yyyy-MM-dd")
        # The style sheet's padding does not reach the text of a date.
        field.lineEdit().setTextMargins(11, 0, 11, 0)
        return field

    def _add_foot(self) -> None:
        _ = self._words.gettext
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        cancel = ActButton(_("Cancel"), "Esc", parent=self)
        cancel.clicked.connect(self.reject)
        self.create_button = ActButton(_("Create the day"), "Enter", "primary", self)
        self.create_button.clicked.connect(self.accept)
        self.create_button.setDefault(True)
        self.add_buttons((cancel, self.create_button))

    def _add_row(self, *fields: tuple[QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in fields:
            row.addLayout(_labelled(field), share)
        self.body.addLayout(row)

    # --- what it begins with ------------------------------------------------------------------

    def _add_templates(self) -> None:
        _ = self._words.gettext
        self.from_template = self._radio(
            _("From a template"), _("Agenda, steps, ways of voting and the budget year.")
        )
        self.template_box = _named(QComboBox(), _("Template"))
        self._fill_templates(self.template_box)
        self.template_about = caption("")
        self.template_box.currentIndexChanged.connect(self._tell_template)
        self._under(self.from_template, (self.template_box, self.template_about))
        self.from_template.setVisible(bool(self._choices.templates))

    def _add_earlier(self) -> None:
        _ = self._words.gettext
        self.from_earlier = self._radio(
            _("Go on from an earlier day"),
            _("The plan, tracks, milestones, participants and local names come along."),
        )
        formats = Formats(self._words.language)
        self.earlier_box = _named(QComboBox(), _("Earlier day"))
        for day in self._choices.earlier:
            self.earlier_box.addItem(f"{day.title} · {formats.date_table(day.date)}")
        self.agenda_box = _named(QComboBox(), _("Agenda"))
        self.agenda_box.addItem(_("Agenda as on the earlier day"), "")
        self._fill_templates(self.agenda_box)
        self._under(self.from_earlier, (self.earlier_box, self.agenda_box))
        self.from_earlier.setVisible(bool(self._choices.earlier))

    def _add_plain(self) -> None:
        _ = self._words.gettext
        note = _("A day file as JSON, or a folder with tables (CSV or XLSX).")
        self.from_source = self._radio(_("Read in"), note)
        self.file_button = ActButton(_("Choose file…"), parent=self, height=SMALL)
        self.folder_button = ActButton(_("Choose folder…"), parent=self, height=SMALL)
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button.clicked.connect(self._choose_folder)
        self.source_label = label("", "caption")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.file_button)
        line.addWidget(self.folder_button)
        line.addWidget(self.source_label, 1)
        self._under(self.from_source, (row,))
        self.empty = self._radio(_("Empty"), _("You fill in participants and tracks yourself."))

    def _radio(self, text: str, note: str) -> RadioRow:
        button = RadioRow(text, note)
        self._group.addButton(button)
        self.body.addWidget(button)
        return button

    def _under(self, button: RadioRow, widgets: Sequence[QWidget]) -> None:
        """What belongs to a beginning, shown only while that one is chosen."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(_INSET, 0, 0, 4)
        column.setSpacing(6)
        for widget in widgets:
            column.addWidget(widget)
        holder.hide()
        holder.setEnabled(False)
        button.toggled.connect(holder.setVisible)
        button.toggled.connect(holder.setEnabled)
        self.body.addWidget(holder)

    def _fill_templates(self, box: QComboBox) -> None:
        for template in self._choices.templates:
            box.addItem(said(template.name, self._language), template.key)

    def _tell_template(self) -> None:
        template = self._template(self.template_box.currentData())
        self.template_about.setText(said(template.about, self._language) if template else "")

    def _choose_first(self) -> None:
        self._tell_template()
        if self._choices.earlier:
            self.from_earlier.setChecked(True)
        elif self._choices.templates:
            self.from_template.setChecked(True)
        else:
            self.empty.setChecked(True)

    def _fit(self) -> None:
        """Tall enough for what is shown: rows that wrap do not say so by themselves."""
        self.column.activate()
        self.setMinimumHeight(self.column.totalHeightForWidth(max(self.width(), _WIDE)))

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
        self._fit()
        if not missing and self._goes_without():
            super().accept()

    def _goes_without(self) -> bool:
        """Whether the person reads it in although columns are left out; true if none are."""
        if self._source is None or not self.from_source.isChecked():
            return True
        try:
            unread = read_source(self._source, today=self.answer.date).unread
        except TOLD:
            return True  # the start page tells what is wrong, as for every file
        if not unread:
            return True
        _ = self._words.gettext
        question = Question(
            title=_("Not everything is read in"),
            text="\n".join(import_problem(self._words, one) for one in unread[:_MOST_COLUMNS]),
            yes=_("Read in without them"),
            no=_("Cancel"),
        )
        return self._ask.confirm(question)


def _named(field: Named, name: str) -> Named:
    field.setAccessibleName(name)
    field.setMinimumHeight(_HIGH)
    return field


def _labelled(field: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(4)
    words = label(field.accessibleName(), "group")
    words.setBuddy(field)
    pair.addWidget(words)
    pair.addWidget(field)
    return pair
