"""A dialog that waits for an answer, also where questions are answered by a script."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QDialog

from workshop_app.ui.interaction import Interaction, Question


@runtime_checkable
class ShowsDialogs(Protocol):
    """An interaction that can put a dialog of ours before a person."""

    def run(self, dialog: QDialog) -> bool:
        """Show it until it is answered; whether it was accepted."""
        ...


def answered(ask: Interaction, dialog: QDialog, in_words: Question) -> bool:
    """Whether the dialog is accepted; where none can be shown, the same is asked in words."""
    if isinstance(ask, ShowsDialogs):
        return ask.run(dialog)
    return ask.confirm(in_words)
