"""The right column of the road map: what the room sees of it, what to look over, how to do it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, divider, section_label
from workshop_app.ui.widgets.remarks import Remark, RemarkList


class RoadSide(QWidget):
    """Made once by the page; it never scrolls on its own."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        show = _("Show on the shared screen")
        self.tracks = Segmented((_("All tracks"), _("One track")), name=show)
        self._track = caption("")
        self.remarks = RemarkList(_("To look over"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(section_label(show))
        column.addWidget(self.tracks)
        column.addWidget(self._track)
        column.addWidget(divider())
        column.addWidget(section_label(_("To look over")))
        column.addWidget(self.remarks)
        column.addWidget(divider())
        column.addWidget(section_label(_("Do like this")))
        steps = (
            _("Read the road from the top down, one track at a time."),
            _("Ask: what must be ready before this?"),
        )
        for number, text in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(caption(str(number)), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(caption(text), 1)
            column.addLayout(row)
        column.addStretch(1)
        self.say_track("")

    def put(self, remarks: Sequence[Remark], track: str) -> None:
        """Bring everything up to date."""
        self.remarks.put(remarks)
        self.say_track(track)

    def say_track(self, name: str) -> None:
        """Which track the room sees alone; empty = all."""
        self._track.setText(name)
        self._track.setVisible(bool(name))
        if not name:
            self.tracks.set_current(0)
