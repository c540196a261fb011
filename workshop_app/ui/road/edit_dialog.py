"""The dialog in which a milestone is edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import EvidenceType
from workshop_app.domain.milestones import LONGEST_SHORT_NAME, MilestoneEdit
from workshop_app.domain.nouns import Milestone
from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, section_label

_WIDE = 620
_STRENGTHS = (1, 2, 3)


class EditDialog(QDialog):
    """Title, short name, year, quarter, who answers for it, measure and evidence."""

    def __init__(
        self, day: Day, milestone: Milestone, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.key = milestone.id
        self.setWindowTitle(_("Edit milestone"))
        self.setMinimumWidth(_WIDE)
        self.title = QLineEdit(milestone.title)
        self.short_name = QLineEdit(milestone.short_name)
        self.short_name.setMaxLength(LONGEST_SHORT_NAME)
        self.counter = caption("")
        self.year = self._choice(_years(day, milestone), "{n}", _("No year"), milestone.year)
        self.quarter = self._choice(
            range(1, 5), _("Quarter {n}"), _("No quarter"), milestone.quarter
        )
        self.owner = QLineEdit(milestone.owner_role)
        self.measure = QLineEdit(milestone.measure)
        self.evidence_type = QComboBox()
        self.strength = Segmented(strength_names(words), name=_("Strength of the evidence"))
        self.save_button = ActButton(_("Save"), "Enter", "primary")
        self.cancel_button = ActButton(_("Cancel"), "Esc")
        self.title.setCursorPosition(0)
        self._fill(day, milestone)
        self._lay_out()
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.short_name.textChanged.connect(self._count)
        self.title.textChanged.connect(self._check)
        self.evidence_type.currentIndexChanged.connect(self._check)
        self._count(self.short_name.text())
        self._check()

    def edit(self) -> MilestoneEdit:
        """What the person has filled in."""
        return MilestoneEdit(
            title=self.title.text().strip(),
            short_name=self.short_name.text().strip(),
            year=self.year.currentData(),
            quarter=self.quarter.currentData(),
            owner_role=self.owner.text().strip(),
            measure=self.measure.text().strip(),
            evidence_type=EvidenceType(self.evidence_type.currentData()),
            evidence_strength=_STRENGTHS[max(self.strength.current(), 0)],
        )

    def _choice(self, values: Iterable[int], text: str, none: str, now: int | None) -> QComboBox:
        box = QComboBox()
        box.addItem(none, None)
        for value in values:
            box.addItem(text.format(n=value), value)
        box.setCurrentIndex(max(box.findData(now), 0))
        return box

    def _fill(self, day: Day, milestone: Milestone) -> None:
        roles = sorted({person.role for person in day.participants})
        completer = QCompleter(roles, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        for kind, name in evidence_types(self._words):
            self.evidence_type.addItem(name, kind.value)
        place = self.evidence_type.findData(milestone.evidence_type.value)
        self.evidence_type.setCurrentIndex(place)
        self.strength.set_current(_STRENGTHS.index(milestone.evidence_strength))

    def _lay_out(self) -> None:
        _ = self._words.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addWidget(section_label(_("Edit milestone")))
        column.addLayout(self._fields())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.save_button.setDefault(True)

    def _fields(self) -> QGridLayout:
        _ = self._words.gettext
        self.quarter.setAccessibleName(_("Quarter"))
        name, when = QHBoxLayout(), QHBoxLayout()
        name.addWidget(self.short_name, 1)
        name.addWidget(self.counter)
        when.addWidget(self.year)
        when.addWidget(self.quarter)
        when.addStretch(1)
        rows: Sequence[tuple[str, QWidget, QWidget | QHBoxLayout]] = (
            (_("Milestone"), self.title, self.title),
            (_("Short name"), self.short_name, name),
            (_("Year"), self.year, when),
            (_("Responsible"), self.owner, self.owner),
            (_("Measure"), self.measure, self.measure),
            (_("Kind of evidence"), self.evidence_type, self.evidence_type),
            (_("Strength of the evidence"), self.strength, self.strength),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, (text, field, shown) in enumerate(rows):
            head = QLabel(text)
            head.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(head, place, 0)
            if isinstance(shown, QWidget):
                grid.addWidget(shown, place, 1)
            else:
                grid.addLayout(shown, place, 1)
        return grid

    def _count(self, text: str) -> None:
        sentence = self._words.gettext("{n} of {most}")
        self.counter.setText(sentence.format(n=len(text), most=LONGEST_SHORT_NAME))

    def _check(self) -> None:
        """A milestone has a title; what has no evidence has no strength either."""
        self.save_button.setEnabled(bool(self.title.text().strip()))
        missing = self.evidence_type.currentData() == EvidenceType.MISSING.value
        self.strength.setEnabled(not missing)
        if missing:
            self.strength.set_current(0)


def strength_names(words: Words) -> tuple[str, str, str]:
    """How strong evidence can be, in one word each."""
    pgettext = words.pgettext
    return (
        pgettext("strength", "Weak"),
        pgettext("strength", "Some"),
        pgettext("strength", "Strong"),
    )


def evidence_types(words: Words) -> tuple[tuple[EvidenceType, str], ...]:
    """The kinds of evidence with their names."""
    pgettext = words.pgettext
    return (
        (EvidenceType.STATISTICS, pgettext("evidence", "Statistics")),
        (EvidenceType.EVALUATION, pgettext("evidence", "Evaluation")),
        (EvidenceType.SURVEY, pgettext("evidence", "Survey")),
        (EvidenceType.INVESTIGATION, pgettext("evidence", "Investigation")),
        (EvidenceType.DIALOGUE, pgettext("evidence", "Dialogue")),
        (EvidenceType.MISSING, pgettext("evidence", "Missing")),
    )


def _years(day: Day, milestone: Milestone) -> tuple[int, ...]:
    """The years of the road, and the milestone's own if it lies outside."""
    years = set(range(day.workshop.date.year, day.workshop.plan_end_year + 1))
    if milestone.year is not None:
        years.add(milestone.year)
    return tuple(sorted(years))
