"""The page that asks for the code of a drawn card, over the ballot screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import LARGE, ActButton
from workshop_app.ui.widgets.labels import Notice, lead_label, title_label

_WIDE = 560
_LONGEST = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardPage(QWidget):
    """One field; capital or small letters, with or without the dash.

    Signals:
        given: A code was typed; whoever asked says whether it is right.
        back: The voter goes back.
    """

    given = Signal(str)
    back = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.title = title_label(_("The code on your card"))
        text = _("Nobody knows who drew which card. The code can be used once.")
        self.text = lead_label(text)
        self.field = QLineEdit()
        self.field.setAccessibleName(_("The code on your card"))
        self.field.setMaxLength(_LONGEST)
        self.error = Notice("", "warn")
        self.go_back = ActButton(_("Back"), "Esc", height=LARGE)
        self.go_back.clicked.connect(self.back)
        self.go_on = ActButton(_("To the ballot"), "Enter", "primary", height=LARGE)
        self.go_on.clicked.connect(self._give)
        inside = QWidget(self)
        inside.setFixedWidth(_WIDE)
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_back)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        for part in (self.title, self.text, self.field, self.error):
            column.addWidget(part)
        column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.hide()

    def ask(self) -> None:
        """Show it, empty."""
        self.clear()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing of the last code is left."""
        self.field.clear()
        self.error.hide()

    def say(self, sentence: str) -> None:
        """Why the code cannot be used; it is there to be mended."""
        self.error.say(sentence, "warn")
        self.error.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self.given.emit(self.field.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.STAGE])
