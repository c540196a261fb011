"""The right column of the summary page: print, save, and which language it is in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.figures.icons import Icon
from workshop_app.system.language import Language, Words
from workshop_app.ui.widgets.buttons import LARGE, ActButton
from workshop_app.ui.widgets.labels import caption, divider, section_label, strong


class SummarySide(QWidget):
    """Made once by the page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.print_button = ActButton(_("Print"), "Ctrl P", "primary", height=LARGE)
        self.print_button.set_icon(Icon.PRINTER)
        self.save_button = ActButton(_("Save PDF"), "Ctrl Shift S")
        self._language = strong("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.print_button)
        column.addWidget(self.save_button)
        column.addWidget(divider())
        column.addWidget(section_label(_("Printed summary")))
        column.addWidget(caption(_("Language")))
        column.addWidget(self._language)
        column.addWidget(caption(_("Paper")))
        column.addWidget(strong(_("A4, portrait")))
        column.addStretch(1)

    def say_language(self, language: Language) -> None:
        """Which language the report speaks; a language is named in itself."""
        names = {Language.SWEDISH: "Svenska", Language.ENGLISH: "English"}
        self._language.setText(names[language])
