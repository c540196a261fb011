"""Under the preview: what is out of the ordinary, the tools, and the pages of the picture."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.keys import key_caption
from workshop_app.ui.stage_tools.room_words import page_words
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import Notice, caption

TOOLS, FREEZE, PAGE_ON, PAGE_BACK = "F6", "F7", "Shift+PgDown", "Shift+PgUp"


class ToolsRow(QWidget):
    """One row of buttons, a row of pages where there are several, and one notice.

    Signals:
        tools_asked: Open the menu of tools.
        freeze_asked: Freeze or thaw.
        turned: Another page: -1 or 1.
    """

    tools_asked: ClassVar[Signal] = Signal()
    freeze_asked: ClassVar[Signal] = Signal()
    turned: ClassVar[Signal] = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.setAccessibleName(_("Tools of the shared screen"))
        self.notice = Notice()
        self.notice.hide()
        self.freeze = ActButton(_("Freeze"), FREEZE, parent=self, height=SMALL)
        self.freeze.clicked.connect(self.freeze_asked)
        self.tools = ActButton(_("Tools"), TOOLS, "quiet", self, height=SMALL)
        self.tools.setToolTip(_("Message, countdown, zoom, dark colours, test picture, screen"))
        self.tools.clicked.connect(self.tools_asked)
        self.back = ActButton("←", "", parent=self, height=SMALL)
        self.onward = ActButton("→", "", parent=self, height=SMALL)
        self.page = caption("")
        self.page.setWordWrap(False)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name_pages(words)
        self._pages = QWidget(self)
        self._lay_out()
        self.back.clicked.connect(self._turn_back)
        self.onward.clicked.connect(self._turn_on)

    def _name_pages(self, words: Words) -> None:
        _ = words.gettext
        names = ((self.back, _("Page back"), PAGE_BACK), (self.onward, _("Next page"), PAGE_ON))
        for button, name, key in names:
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key_caption(words, key)})")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.freeze)
        row.addStretch(1)
        row.addWidget(self.tools)
        pages = QHBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(8)
        pages.addWidget(self.back)
        pages.addWidget(self.page, 1)
        pages.addWidget(self.onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addWidget(self._pages)
        self._pages.hide()

    def show_words(self, text: str, *, frozen: bool) -> None:
        """What is out of the ordinary; nothing is said when nothing is."""
        if text != self.notice.text:
            self.notice.say(text, "warn" if frozen else "info")
            self.setAccessibleDescription(text)
        self.notice.setVisible(bool(text))
        _ = self._words.gettext
        self.freeze.setText(_("Thaw") if frozen else _("Freeze"))

    def show_pages(self, page: int, pages: int, *, can_turn: bool) -> None:
        """Which page the room sees; the row is there only where there are several to turn."""
        self._pages.setVisible(pages > 1 and can_turn)
        text = page_words(self._words, page, pages)
        if text != self.page.text():
            self.page.setText(text)
        self.back.setEnabled(page > 0)
        self.onward.setEnabled(page < pages - 1)

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)
