"""A dialog of a few fields; saving may be refused, and then the sentence stands at the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.day.field import Field
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import ActButton

_WIDE = 560


@dataclass(frozen=True)
class Blame:
    """Which field is wrong, by its key, and what to do."""

    field: str
    sentence: str


Save = Callable[[Mapping[str, str]], Blame | None]


class RowDialog(StyledDialog):
    """Edits one row. `fields` is by key; rows of the dialog may hold more than one field."""

    def __init__(
        self,
        words: Words,
        title: str,
        rows: Sequence[Sequence[tuple[str, Field]]],
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        _ = words.gettext
        self._save = save
        self.fields: dict[str, Field] = {}
        self.setMinimumWidth(_WIDE)
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(12)
            for key, field in row:
                self.fields[key] = field
                line.addWidget(field, 1)
            self.body.addLayout(line)
        self.cancel_button = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = ActButton(_("Save"), "Enter", "primary", self)
        self.save_button.clicked.connect(self.accept)
        self.save_button.setDefault(True)
        self.add_buttons((self.cancel_button, self.save_button))
        next(iter(self.fields.values())).setFocus()

    def values(self) -> dict[str, str]:
        """What stands in each field."""
        return {key: field.text() for key, field in self.fields.items()}

    @override
    def accept(self) -> None:
        """Save; if it is refused, say so at the field and stay."""
        blame = self._save(self.values())
        for key, field in self.fields.items():
            field.fail(blame.sentence if blame is not None and blame.field == key else "")
        if blame is None:
            super().accept()
        else:
            self.fields[blame.field].setFocus()
