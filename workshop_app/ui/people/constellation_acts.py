"""Saving the roles of the day as a constellation, and finding them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from workshop_app.app.constellations import Constellations
from workshop_app.domain.people import Draft, drafts_of
from workshop_app.ui.attempt import tried
from workshop_app.ui.day.field import line_field
from workshop_app.ui.day.row_dialog import Blame, RowDialog
from workshop_app.ui.workplace import Workplace


class Owner(Protocol):
    """The page they are for."""

    workplace: Workplace

    def show_saved(self) -> None:
        """Show the names anew."""


class ConstellationActs:
    """What the page does with saved constellations.

    Attributes:
        dialog: The dialog that asks for a name, while it is open.
    """

    def __init__(self, owner: Owner, saved: Constellations) -> None:
        """For a page, which is a widget.

        Args:
            owner: The page.
            saved: The saved constellations.
        """
        self._owner = owner
        self._saved = saved
        self.dialog: RowDialog | None = None

    def names(self) -> tuple[str, ...]:
        """What they are called."""
        return tuple(self._saved.all())

    def drafts(self, name: str) -> tuple[Draft, ...]:
        """The roles of one; none if it is gone."""
        return self._saved.all().get(name, ())

    def remove(self, name: str) -> None:
        """Let one go.

        Raises:
            KnownError: "cannot_write".
        """
        self._saved.remove(name)

    def ask_name(self) -> None:
        """Ask what the list is to be called, and save its roles."""
        place = self._owner.workplace
        _ = place.words.gettext
        field = line_field(_("What the constellation is called"))
        field.put(place.day.workshop.forum_name)
        field.say(_("Roles, units and the right to vote are saved. Names of people are not."))
        parent = self._owner if isinstance(self._owner, QWidget) else None
        title = _("Save the constellation")
        self.dialog = RowDialog(place.words, title, ((("name", field),),), self._save, parent)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _save(self, values: Mapping[str, str]) -> Blame | None:
        place = self._owner.workplace

        def save() -> None:
            self._saved.save(values["name"], drafts_of(place.day))

        sentence = tried(place.words, save)
        return Blame("name", sentence) if sentence else None

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._owner.show_saved()
