"""Lets the program call things what the open day calls them, for as long as it is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from workshop_app.app.store import Change, DayStore
from workshop_app.domain.day_rules import NAME_FIELDS
from workshop_app.domain.local_names import renaming
from workshop_app.domain.nouns import Workshop
from workshop_app.system.language import Words


def names_of(workshop: Workshop) -> tuple[str, ...]:
    """The local names as they are written; other ones call for other sentences everywhere."""
    return tuple(str(getattr(workshop, name)) for name in NAME_FIELDS)


class DayNames(QObject):
    """Keeps the words of the window, the shared screen and the report with the day's names.

    It is made before anything else listens to the day, so that whoever draws a change finds the
    new words, and it gives the words back when the day is closed.
    """

    def __init__(self, store: DayStore, voices: Sequence[Words]) -> None:
        """Begin.

        Args:
            store: The open day; it owns this.
            voices: The words of every place.
        """
        super().__init__(store)
        self._voices = tuple(voices)
        self._known: tuple[str, ...] = ()
        self._use(store.day.workshop)
        store.changed.connect(self._changed)
        store.closing.connect(self._leave)

    def _changed(self, change: Change) -> None:
        if names_of(change.day.workshop) != self._known:
            self._use(change.day.workshop)

    def _use(self, workshop: Workshop) -> None:
        self._known = names_of(workshop)
        names = renaming(workshop)
        for words in self._voices:
            words.call(names)

    def _leave(self) -> None:
        for words in self._voices:
            words.call(None)
