"""A page of the desk: one step of the day in the centre, with its own right column and acts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.app.store import Change
from workshop_app.ui.act import Act
from workshop_app.ui.workplace import Workplace


class Page(QWidget):
    """Base of all pages. The desk calls `entered`, `refresh` and `left`; a page never writes SQL.

    Signals:
        acts_changed: The enabled acts may be others now; the status row reads them again.
        wants_step: The page's primary act leads to another step (its name).
        message: A sentence for the notice line of the desk (not a box).
    """

    acts_changed = Signal()
    wants_step = Signal(str)
    message = Signal(str)

    step = ""
    """Name of the step, such as "vote"."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    def acts(self) -> tuple[Act, ...]:
        """What can be done on this page, with keys; the desk makes shortcuts and hints of them."""
        return ()

    def side(self) -> QWidget | None:
        """What stands in the right column under the preview of the shared screen; made once."""
        return None

    def first(self) -> QWidget | None:
        """Who has the keyboard first for those who come by key; None = nobody, Tab leads in."""
        return None

    def entered(self) -> None:
        """The facilitator came to this page; bring everything up to date."""
        self.refresh(None)

    def left(self) -> None:
        """The facilitator went on."""

    def refresh(self, change: Change | None) -> None:
        """Draw the day as it is now. `change` says what is new; None = anything may be."""

    def stage_focus(self) -> str:
        """What within the step the room would see (round, track or frame id); empty = the whole."""
        return ""

    def rail_note(self) -> str:
        """The small text at the right of the step in the rail, such as "1 of 4"."""
        return ""

    def done(self) -> bool:
        """Whether the step is done (a check in the rail)."""
        return False
