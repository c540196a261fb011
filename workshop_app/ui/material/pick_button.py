"""A field for several of many: its words, and a list to tick behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workshop_app.system.language import Words
from workshop_app.ui.tables.cells import Choice, values_of
from workshop_app.ui.tables.editors import PickDialog
from workshop_app.ui.widgets.buttons import ActButton


class PickButton(ActButton):
    """Says what is chosen; opens the list."""

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        values: Sequence[str],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "normal", parent)
        self.spread = True
        self._name, self._choices, self._words = name, tuple(choices), words
        self._values = tuple(values)
        self.dialog: PickDialog | None = None
        self.clicked.connect(self.open_list)
        self._say()

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen."""
        return self._values

    def open_list(self) -> None:
        """Tick in the list."""
        dialog = PickDialog(self._name, self._choices, self._values, self._words, self.window())
        self.dialog = dialog
        dialog.accepted.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self) -> None:
        if self.dialog is not None:
            self._values = values_of(self.dialog.chosen())
            self.dialog = None
            self._say()

    def _say(self) -> None:
        names = [choice.text for choice in self._choices if choice.value in self._values]
        text = ", ".join(names) or self._words.gettext("none")
        self.setText(f"{self._name}: {text}")
        self.setToolTip("\n".join(names))
