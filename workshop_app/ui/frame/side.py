"""The right column of the frame page: the check of the proposal, and saving it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import LARGE, ActButton
from workshop_app.ui.widgets.labels import caption, section_label
from workshop_app.ui.widgets.remarks import Remark, RemarkList


class FrameSide(QWidget):
    """Made once by the page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.remarks = RemarkList(_("Check of the proposal"))
        self.save_button = ActButton(_("Save the proposal"), "Ctrl S", "primary", height=LARGE)
        self._saved = caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(section_label(_("Check of the proposal")))
        column.addWidget(self.remarks)
        column.addSpacing(4)
        column.addWidget(self.save_button)
        column.addWidget(self._saved)
        column.addStretch(1)

    def put(self, remarks: Sequence[Remark], save_text: str, saved: Sequence[str]) -> None:
        """Bring everything up to date."""
        self.remarks.put(remarks)
        self.save_button.setText(save_text)
        text = self._words.gettext("Saved: {names}").format(names=", ".join(saved))
        self._saved.setText(text if saved else "")
        self._saved.setVisible(bool(saved))
