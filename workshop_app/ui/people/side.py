"""The right column of the participants: how to do it, saved constellations, which columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.domain.day import Day
from workshop_app.system.language import Words
from workshop_app.ui.day.side import HowTo
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.labels import caption, divider, section_label


class PeopleSide(QWidget):
    """Made once by the page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        _ = words.gettext
        self.how = HowTo(words)
        self.saved = QComboBox()
        self.saved.setAccessibleName(_("Saved constellations"))
        self.use_button = ActButton(_("Use"), height=SMALL)
        self.save_button = ActButton(_("Save this list…"), height=SMALL)
        self.remove_button = ActButton(_("Remove"), height=SMALL)
        self.none = caption(
            _("Save the roles of a group that meets again, and use them next time.")
        )
        self.columns = CheckRow(_("Show name, organisation and note"))
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self._words.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.how)
        column.addWidget(divider())
        column.addWidget(section_label(_("Constellations")))
        column.addWidget(self.none)
        column.addWidget(self.saved)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.use_button, self.save_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(divider())
        column.addWidget(self.columns)
        column.addStretch(1)

    def put_saved(self, names: Sequence[str]) -> None:
        """The names of the saved constellations; the chosen one stays chosen."""
        chosen = self.saved.currentText()
        self.saved.clear()
        self.saved.addItems(list(names))
        self.saved.setCurrentIndex(max(self.saved.findText(chosen), 0))
        for widget in (self.saved, self.use_button, self.remove_button):
            widget.setVisible(bool(names))
        self.none.setVisible(not names)

    def put(self, day: Day) -> None:
        """Bring the sentences up to date; a note about who does not vote all day is one of them."""
        _ = self._words.gettext
        sentences = [_("Tick people off at the door. Only those who are here count as voters.")]
        half = [p for p in day.participants if p.votes_morning != p.votes_afternoon and p.task]
        if half:
            text = _("{role}: {note}").format(role=half[0].role, note=half[0].task)
            sentences.append(text)
        sentences.append(_("Is a unit missing? Say so aloud before you vote."))
        self.how.put([text.rstrip(".") + "." for text in sentences])
