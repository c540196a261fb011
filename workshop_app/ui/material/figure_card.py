"""The chosen figure in the right column: what is good, what needs work, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import Indicator
from workshop_app.domain.situation import leads_to
from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.field_note import FieldNote
from workshop_app.ui.widgets.labels import caption, section_label
from workshop_app.ui.widgets.labels import label as made_label

_GAP = 8


class FigureCard(QWidget):
    """Fields that save when they are left, and the two ways on for the action.

    Signals:
        committed: A field was left (its name, the text).
        to_milestone: The action is to become a milestone (the track's id).
        to_initiative: The action is to become an initiative.
    """

    committed: ClassVar[Signal] = Signal(str, str)
    to_milestone: ClassVar[Signal] = Signal(str)
    to_initiative: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self._tracks: Sequence[tuple[str, str]] = ()
        self.menu: QMenu | None = None
        self.title = section_label("")
        self.title.setWordWrap(True)
        self.lead = made_label("", "lead")
        self.early = made_label("", "warn")
        names = {
            "good": _("Good"),
            "needs_work": _("Needs work"),
            "action": _("What we do"),
            "action_owner": _("Responsible"),
            "action_by": _("Done by (date)"),
        }
        self.fields = {name: QLineEdit() for name in names}
        self._heads: list[QLabel] = []
        self.note = FieldNote()
        self.milestone_button = ActButton(_("Make a milestone"))
        self.initiative_button = ActButton(_("Make an initiative"))
        self.became = caption("")
        self._lay_out(names)
        self.milestone_button.clicked.connect(self.choose_track)
        self.initiative_button.clicked.connect(self.to_initiative)

    def _lay_out(self, names: dict[str, str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self.title, self.lead, self.early):
            column.addWidget(part)
        column.addSpacing(_GAP)
        for name, field in self.fields.items():
            field.setAccessibleName(names[name])
            field.editingFinished.connect(partial(self._left, name))
            head = caption(names[name])
            head.setContentsMargins(0, 5, 0, 0)
            self._heads.append(head)
            column.addWidget(head)
            column.addWidget(field)
        column.addWidget(self.note)
        column.addSpacing(_GAP)
        column.addWidget(self.milestone_button)
        column.addSpacing(4)
        column.addWidget(self.initiative_button)
        column.addWidget(self.became)
        column.addStretch(1)

    def put(self, day: Day, one: Indicator | None, lead: str, heading: str = "") -> None:
        """Show a figure; None says that none is chosen, or what else is shown (`heading`)."""
        _ = self._words.gettext
        self._tracks = tuple((track.id, track.name) for track in day.tracks)
        self.title.setText(one.name if one else heading or _("No figure is chosen"))
        self.lead.setText(lead)
        early = one is not None and one.preliminary
        self.early.setText(_("Preliminary figure") if early else "")
        self.early.setVisible(early)
        for name, field in self.fields.items():
            value = getattr(one, name) if one is not None else ""
            text = "" if value is None else str(value)
            field.setEnabled(one is not None)
            if field.text() != text and not (field.hasFocus() and self.note.text):
                field.setText(text)
                field.setCursorPosition(0)
        parts = (*self._heads, *self.fields.values())
        for part in (*parts, self.milestone_button, self.initiative_button):
            part.setVisible(one is not None)
        became = leads_to(day, one) if one is not None else ""
        self.became.setText(_("Has become: {name}").format(name=became) if became else "")
        ready = one is not None and bool(one.action) and not became
        self.initiative_button.setEnabled(ready)
        self.milestone_button.setEnabled(ready and bool(self._tracks))

    def say(self, sentence: str) -> None:
        """Why a field was refused; empty when it was not."""
        self.note.say(sentence)

    def choose_track(self) -> None:
        """Ask which track the milestone belongs to."""
        menu = QMenu(self)
        menu.setAccessibleName(self._words.gettext("Track"))
        for key, name in self._tracks:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._track, key))
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.milestone_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _track(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal
        self.to_milestone.emit(key)

    def _left(self, name: str) -> None:
        self.committed.emit(name, self.fields[name].text())
