"""Gives a day that was begun empty the agenda and the votes of a template."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.templates import DayTemplate, said
from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import SMALL, ActButton


class TemplateButton(ActButton):
    """A button with a menu of the sorts of day.

    Signals:
        taken: The template that a person has chosen.
    """

    taken: ClassVar[Signal] = Signal(object)

    def __init__(
        self, words: Words, templates: Sequence[DayTemplate], parent: QWidget | None = None
    ) -> None:
        _ = words.gettext
        super().__init__(_("Take agenda and votes from a template"), height=SMALL, parent=parent)
        self._templates = tuple(templates)
        self._language = words.language.value
        self.clicked.connect(self.open_menu)

    def put(self, day: Day) -> None:
        """It is there only where a template would replace nothing."""
        self.setVisible(bool(self._templates) and not day.agenda and not day.rounds)

    def menu_of_templates(self) -> QMenu:
        """One line for each sort of day, with what it is for as its tip."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        menu.setToolTipsVisible(True)
        for template in self._templates:
            line = menu.addAction(said(template.name, self._language))
            line.setToolTip(said(template.about, self._language))
            line.triggered.connect(partial(self._take, template))
        return menu

    def open_menu(self) -> None:
        """Show the menu under the button."""
        menu = self.menu_of_templates()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, template: DayTemplate, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.taken.emit(template)
