"""The right column of the day: what is left to do, and how to do it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.widgets.labels import caption, divider, section_label
from workshop_app.ui.widgets.remarks import Remark, RemarkList


class HowTo(QWidget):
    """Numbered sentences under "Do like this"."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(section_label(words.gettext("Do like this")))
        self._texts: list[QLabel] = []

    def put(self, sentences: Sequence[str]) -> None:
        """Show these, numbered."""
        while len(self._texts) < len(sentences):
            row = QHBoxLayout()
            row.setSpacing(10)
            number = caption(str(len(self._texts) + 1))
            text = caption("")
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            self._texts.append(text)
            self._column.addLayout(row)
        for place, text in enumerate(self._texts):
            text.setText(sentences[place] if place < len(sentences) else "")
            text.setVisible(place < len(sentences))


class DaySide(QWidget):
    """Made once by the page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.remarks = RemarkList(_("Before the day"))
        how = HowTo(words)
        how.put(
            (
                _("Write the purpose with the owner. It stands first on the shared screen."),
                _("Set the minutes of each item. The times follow by themselves."),
                _("Link what you vote on to its step, and keep ten minutes in hand."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(section_label(_("Before the day")))
        column.addWidget(self.remarks)
        column.addWidget(divider())
        column.addWidget(how)
        column.addStretch(1)

    def put(self, remarks: Sequence[Remark]) -> None:
        """Bring it up to date."""
        self.remarks.put(remarks)
