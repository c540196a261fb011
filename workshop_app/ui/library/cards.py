"""A copy of a day as a card: what it is called, when, how much, how the votes stand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workshop_app.ui.library.told import ToldCopy
from workshop_app.ui.widgets.labels import Card, Notice, caption, label

_LEAST = 300


class CopyCard(Card):
    """One copy, told. A screen reader reads it as one text."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.setMinimumWidth(_LEAST)
        self._lines: list[QWidget] = []

    def show_copy(self, told: ToldCopy, sound: str) -> None:
        """Tell of a copy.

        Args:
            told: What is in it.
            sound: What to say if nothing is wrong with it.
        """
        self._clear()
        self._add(label(told.title, "strong"))
        self._add(label(told.date, "lead"))
        self._add(label(told.changed, "lead"))
        self._add(label(told.size, "lead"))
        for line in told.rounds:
            self._add(caption(line))
        self._add(caption(told.log))
        self._add(Notice(told.fault or sound, "warn" if told.fault else "ok"))
        self.body.addStretch(1)
        said = ", ".join((told.title, *told.lines, told.fault or sound))
        self.setAccessibleDescription(said)

    def show_fault(self, sentence: str) -> None:
        """Say why there is nothing to tell."""
        self._clear()
        self._add(Notice(sentence, "warn"))
        self.body.addStretch(1)
        self.setAccessibleDescription(sentence)

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self.body.addWidget(line)

    def _clear(self) -> None:
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()
        last = self.body.itemAt(self.body.count() - 1)
        if last is not None and last.spacerItem() is not None:
            self.body.removeItem(last)
