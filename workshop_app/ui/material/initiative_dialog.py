"""All the fields of an initiative in one dialog; saving it is one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_app.domain.initiatives import LONGEST_SHORT_NAME, LawLevel, law_level
from workshop_app.domain.nouns import Initiative
from workshop_app.ui.attempt import tried
from workshop_app.ui.material.initiative_table import initiative_choices
from workshop_app.ui.material.laws import LawList
from workshop_app.ui.material.pick_button import PickButton
from workshop_app.ui.material_texts import initiative_kinds, law_names
from workshop_app.ui.tables.cells import Choice
from workshop_app.ui.widgets.amount_field import AmountField
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.field_note import FieldNote
from workshop_app.ui.widgets.labels import caption, section_label
from workshop_app.ui.workplace import Workplace

_WIDE, _HIGH = 860, 720
_LINES = (
    "title",
    "short_name",
    "weighed",
    "weighed_short_name",
    "owner_role",
    "for_whom",
    "premises",
)
_EFFECTS = ("effect_tkr", "effect2_tkr", "effect3_tkr")


class InitiativeDialog(QDialog):
    """Every field. What is refused is said at the foot, and nothing is lost.

    Signals:
        wanted: The person wants to save; whoever opened it does so and accepts.
    """

    wanted: ClassVar[Signal] = Signal()

    def __init__(
        self, place: Workplace, one: Initiative, laws: LawList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._one = place, one
        self.key = one.id
        self.setWindowTitle(place.words.gettext("Edit initiative"))
        self.lines = {field: QLineEdit(str(getattr(one, field))) for field in _LINES}
        for line in self.lines.values():
            line.setCursorPosition(0)
        self.lines["short_name"].setMaxLength(LONGEST_SHORT_NAME)
        self.lines["weighed_short_name"].setMaxLength(LONGEST_SHORT_NAME)
        self.effects = tuple(self._effect(i, field) for i, field in enumerate(_EFFECTS))
        self._make_boxes(laws)
        self._make_rest()
        self.picks = self._all_picks()
        self.note = FieldNote()
        self._checked = self._checked_text(laws)
        self._lay_out()

    # --- what is filled in --------------------------------------------------------------------

    def fields(self) -> dict[str, object]:
        """Name -> value of every field."""
        external = (part.strip() for part in self.external.text().split(","))
        found: dict[str, object] = {name: one.text().strip() for name, one in self.lines.items()}
        found |= {name: pick.values for name, pick in self.picks.items()}
        found |= {
            name: field.value or 0 for name, field in zip(_EFFECTS, self.effects, strict=True)
        }
        return found | {
            "kind": self.kind.currentData(),
            "unit_id": self.unit.currentData(),
            "legal_reference": self._reference_text(),
            "consequence": self.consequence.toPlainText().strip(),
            "shared_with_external": tuple(part for part in external if part),
            "co_determination": self.mbl.isChecked(),
            "co_use": self.co_use.isChecked(),
            "free_saving": self.free.isChecked(),
        }

    def law(self) -> LawLevel:
        """How far the law decides."""
        return LawLevel(self.level.currentData())

    def overrides(self) -> bool:
        """Whether what the law fixes is to be voted on all the same."""
        return self._one.level_fixed_by_law and self.law() is not LawLevel.FIXED

    def ask_why(self, level: LawLevel) -> None:
        """Ask for the reason why the level is to be that, where it was chosen in the table."""
        self.level.setCurrentIndex(self.level.findData(level.value))
        _ = self._place.words.gettext
        self.note.say(_("The law fixes the level. Write why it is voted on all the same."))
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reference_text(self) -> str:
        """The legal reference, with the reason where the lock of the law is taken away."""
        text, why = self.reference.currentText().strip(), self.why.text().strip()
        if not self.overrides() or not why:
            return text
        said = self._place.words.gettext("Voted on all the same: {why}").format(why=why)
        return f"{text}. {said}" if text else said

    def tried(self, act: Callable[[], object]) -> bool:
        """Do it; whether it is done. If not, the foot says why."""
        self.note.say(tried(self._place.words, act))
        return not self.note.text

    def _save(self) -> None:
        """Amounts that cannot be read keep the dialog open, each with its sentence."""
        read = [field.commit() for field in self.effects]
        if not all(read):
            self.effects[read.index(False)].edit.setFocus()
        elif self.overrides() and not self.why.text().strip():
            _ = self._place.words.gettext
            self.note.say(_("The law fixes the level. Write why it is voted on all the same."))
            self.why.setFocus()
        else:
            self.wanted.emit()

    # --- making -------------------------------------------------------------------------------

    def _make_boxes(self, laws: LawList) -> None:
        place, one = self._place, self._one
        _ = place.words.gettext
        kinds = ((kind.value, text) for kind, text in initiative_kinds(place.words))
        self.kind = self._box(kinds, one.kind.value)
        units = ((unit.id, unit.name) for unit in place.day.units)
        self.unit = self._box((("", _("No unit")), *units), one.unit_id)
        self.level = self._box(law_names(place.words), law_level(one).value)
        self.reference = self._box(((name, name) for name in laws.names), "")
        self.reference.setEditable(True)
        self.reference.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reference.setEditText(one.legal_reference)
        self.why = QLineEdit()
        self.why.setAccessibleName(_("Why it is voted on all the same"))
        self.why.setPlaceholderText(self.why.accessibleName())
        self.why.hide()
        self.level.currentIndexChanged.connect(self._level_chosen)

    def _level_chosen(self, _place: int) -> None:
        self.why.setVisible(self.overrides())

    def _make_rest(self) -> None:
        _ = self._place.words.gettext
        one = self._one
        self.consequence = QPlainTextEdit(one.consequence)
        self.consequence.setTabChangesFocus(True)
        self.consequence.setFixedHeight(64)
        self.external = QLineEdit(", ".join(one.shared_with_external))
        self.mbl = CheckRow(_("Needs MBL negotiation"))
        self.mbl.setChecked(one.co_determination)
        self.co_use = CheckRow(_("Premises are shared"))
        self.co_use.setChecked(one.co_use)
        self.free = CheckRow(_("Touches no service (a saving without a row)"))
        self.free.setChecked(one.free_saving)

    def _effect(self, number: int, field: str) -> AmountField:
        year = str(self._place.day.workshop.budget_year + number)
        name = self._place.words.gettext("Effect {year}, tkr").format(year=year)
        made = AmountField(self._place.words, name, self)
        made.set_value(getattr(self._one, field))
        return made

    def _box(self, pairs: Iterable[tuple[str, str]], now: str) -> QComboBox:
        box = QComboBox()
        for value, text in pairs:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _all_picks(self) -> dict[str, PickButton]:
        day, one, words = self._place.day, self._one, self._place.words
        _ = words.gettext
        documents = tuple(Choice(document.id, document.title) for document in day.documents)
        units = tuple(Choice(unit.id, unit.name) for unit in day.units if unit.id != one.unit_id)
        others = tuple(choice for choice in initiative_choices(day) if choice.value != one.id)
        kinds = (
            ("goal_ids", _("Goals"), documents),
            ("document_ids", _("Steering documents"), documents),
            ("needs", _("Depends on"), others),
            ("conflicts_with", _("Does not go with"), others),
            ("shared_with", _("Across units"), units),
        )
        return {
            field: PickButton(name, choices, getattr(one, field), words)
            for field, name, choices in kinds
        }

    def _checked_text(self, laws: LawList) -> str:
        _ = self._place.words.gettext
        if laws.checked is None:
            return ""
        date = self._place.formats.date_table(laws.checked)
        return _("The list of laws was checked {date}.").format(date=date)

    def _lay_out(self) -> None:
        _ = self._place.words.gettext
        inner = QWidget()
        inner.setProperty("scrolled", "true")
        inner.setLayout(self._grid())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.save = ActButton(_("Save"), "Enter", "primary")
        self.cancel = ActButton(_("Cancel"), "Esc")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(0)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 20)
        whole.setSpacing(14)
        whole.addWidget(section_label(_("Edit initiative")))
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        self.resize(*self._size_there_is())
        self.lines["title"].setFocus()

    def _size_there_is(self) -> tuple[int, int]:
        room = self.screen().availableGeometry()
        return min(_WIDE, room.width() - 40), min(_HIGH, room.height() - 80)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(2, 2, 14, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for place, (name, field, shown) in enumerate(self._rows()):
            head = QLabel(name)
            head.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(head, place, 0)
            if isinstance(shown, QWidget):
                grid.addWidget(shown, place, 1)
            else:
                grid.addLayout(shown, place, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _rows(self) -> tuple[tuple[str, QWidget, QWidget | QLayout], ...]:
        _ = self._place.words.gettext
        lines, picks = self.lines, self.picks
        beside = partial(_beside, spacing=8)
        return (
            (_("Title"), lines["title"], lines["title"]),
            (_("Short name"), lines["short_name"], lines["short_name"]),
            (_("What we weigh"), lines["weighed"], lines["weighed"]),
            (_("What we weigh, short"), lines["weighed_short_name"], lines["weighed_short_name"]),
            (_("Unit"), self.unit, beside(self.unit, picks["shared_with"])),
            (_("Responsible"), lines["owner_role"], lines["owner_role"]),
            (_("Kind"), self.kind, beside(self.kind, self.mbl)),
            (_("Effect, tkr"), self.effects[0].edit, self._effects_row()),
            (_("Governed by"), self.level, self._level_column()),
            (_("Legal reference"), self.reference, self._reference_column()),
            (_("Goals"), picks["goal_ids"], beside(picks["goal_ids"], picks["document_ids"])),
            (_("Belongs with"), picks["needs"], beside(picks["needs"], picks["conflicts_with"])),
            (_("Consequence"), self.consequence, self.consequence),
            (_("For whom"), lines["for_whom"], lines["for_whom"]),
            (_("Shared with others outside"), self.external, self.external),
            (_("Shared premises"), lines["premises"], beside(lines["premises"], self.co_use)),
        )

    def _effects_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        first = self._place.day.workshop.budget_year
        for number, field in enumerate(self.effects):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(caption(str(first + number)))
            column.addWidget(field)
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _level_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(_beside(self.level, self.free, spacing=8))
        column.addWidget(self.why)
        return column

    def _reference_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.reference)
        if self._checked:
            column.addWidget(caption(self._checked))
        return column


def _beside(*widgets: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
