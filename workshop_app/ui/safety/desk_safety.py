"""Puts the banner over a desk: faults while working, and a day that can only be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from workshop_app.domain.kinds import RoundState
from workshop_app.ui.attempt import tried
from workshop_app.ui.library.copy_acts import CopyActs
from workshop_app.ui.safety.fault_bar import FaultBar
from workshop_app.ui.safety.fault_texts import ELSEWHERE, banner_text
from workshop_app.ui.safety.fault_watch import FaultWatch
from workshop_app.ui.workplace import Workplace


class DeskSafety(QObject):
    """The banner of one window, and what its buttons do."""

    def __init__(self, workplace: Workplace, window: QMainWindow, copies: CopyActs) -> None:
        """Over a window.

        Args:
            workplace: The open day and its tools.
            window: Where the banner stands, above all else.
            copies: Saves a copy of a day that can only be read; says what went wrong.
        """
        super().__init__(window)
        self._workplace = workplace
        self._copies = copies
        self.bar = FaultBar()
        window.setMenuWidget(self.bar)
        self.bar.hide()
        self.bar.find_file.clicked.connect(self.find_file)
        self.bar.save_here.clicked.connect(self.save_here)
        self.bar.save_copy.clicked.connect(self._copy)
        self.watch = FaultWatch(workplace.store, self)
        self.watch.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _fault: object = None) -> None:
        """Say what holds now, in the language of now."""
        place, bar, fault = self._workplace, self.bar, self.watch.fault
        _ = place.words.gettext
        bar.find_file.setText(_("Show where it is…"))
        bar.save_here.setText(_("Save again here"))
        bar.save_copy.setText(_("Save a copy…"))
        elsewhere = fault is not None and fault.code in ELSEWHERE
        bar.find_file.setVisible(elsewhere)
        bar.save_here.setVisible(elsewhere)
        bar.save_copy.setVisible(place.store.file.read_only)
        if fault is not None:
            bar.warn(banner_text(place.words, fault.code, voting=self._is_voting()))
        elif place.store.file.read_only:
            bar.inform(_("This day can only be read. Save a copy to change it."))
        else:
            bar.hide()

    def find_file(self) -> None:
        """Ask where the file is now, and go on with it there."""
        place = self._workplace
        _ = place.words.gettext
        path = place.ask.open_file(_("Show where it is…"), _("Workshop days (*.milstolpe)"))
        if path is not None:
            self._try(partial(place.store.file.go_on_at, path))

    def save_here(self) -> None:
        """Write all of the day to a new file where the old one was."""
        file = self._workplace.store.file
        self._try(partial(file.save_again, file.path))

    def _copy(self) -> None:
        self._try(self._copies.save_copy)

    def _try(self, act: Callable[[], object]) -> None:
        why_not = tried(self._workplace.words, act)
        if why_not:
            self._copies.say.emit(why_not, "warn")
        elif self.watch.fault is not None:
            self.watch.probe()

    def _is_voting(self) -> bool:
        votes = self._workplace.day.votes
        return any(standing.state is RoundState.OPEN for standing in votes.values())
