"""Makes the desk anew when the day calls something by another name."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from typing_extensions import override

from workshop_app.app.day_names import names_of
from workshop_app.app.store import Change
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.desk_extra import DeskExtra, DeskHandle


class NamesOnDesk(DeskExtra):
    """Watches the local names.

    The rail, the shared screen and whatever is drawn for a change say the new name at once. The
    rest of the desk is made anew, which takes most of a second: not while names are being
    written, but as soon as another step is open.
    """

    def __init__(self, desk: DeskHandle) -> None:
        self._desk = desk
        self._known = names_of(desk.workplace.day.workshop)
        self._stale = False
        # Never inside the signal: what asked for the change may be a part of the desk.
        self._soon = QTimer(desk.window_widget)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_anew)
        desk.workplace.store.changed.connect(self._changed)

    @override
    def refresh(self) -> None:
        """Another step may be open."""
        if self._stale and self._desk.step != DayPage.step:
            self._soon.start()

    @override
    def closing(self) -> None:
        """Nothing is made anew any more."""
        self._soon.stop()
        self._stale = False
        self._desk.workplace.store.changed.disconnect(self._changed)

    def _changed(self, change: Change) -> None:
        names = names_of(change.day.workshop)
        if names != self._known:
            self._known = names
            self._stale = True
            self.refresh()

    def _make_anew(self) -> None:
        if self._stale:
            self._stale = False
            self._desk.rebuild()
