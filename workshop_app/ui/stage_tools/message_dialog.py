"""Words to the room: at most two hundred characters, over the picture or on a page of their own."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from workshop_app.app.stage import MESSAGE_MOST
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.keys import key_caption
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.field_note import FieldNote
from workshop_app.ui.widgets.labels import caption, lead_label

_SHOW = "Ctrl+Return"
_HIGH = 96


class MessageDialog(StyledDialog):
    """Asks for the words.

    Signals:
        given: The words, and whether they have a page of their own.
    """

    given: ClassVar[Signal] = Signal(str, bool)

    def __init__(self, words: Words, text: str = "", parent: QWidget | None = None) -> None:
        """With the words of last time.

        Args:
            words: The window's language.
            text: What stood there before.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("Message to the room"), parent)
        self._words = words
        self.body.addWidget(
            lead_label(_("It stays until you lift it with {key}.").format(key="F8"))
        )
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(_("Message"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_HIGH)
        self.field.selectAll()
        self.count = caption("")
        self.error = FieldNote()
        self.alone = QCheckBox(_("On a page of its own"))
        self.alone.setToolTip(_("Without it, the picture is seen behind the message."))
        for part in (self.field, self.count, self.error, self.alone):
            self.body.addWidget(part)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.show_button = ActButton(_("Show"), key_caption(words, _SHOW), "primary", self)
        self.show_button.clicked.connect(self.give)
        self.add_buttons((self.cancel, self.show_button))
        QShortcut(QKeySequence(_SHOW), self).activated.connect(self.give)
        self.field.textChanged.connect(self._changed)
        self._changed()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Show it, if there is something to show."""
        if self.show_button.isEnabled():
            self.given.emit(self._text(), self.alone.isChecked())
            self.accept()

    def _text(self) -> str:
        return " ".join(self.field.toPlainText().split())

    def _changed(self) -> None:
        _, many = self._words.gettext, len(self._text())
        self.count.setText(_("{n} of {most} characters").format(n=many, most=MESSAGE_MOST))
        over = many - MESSAGE_MOST
        text = self._words.ngettext(
            "Take away {n} character, then it can be shown.",
            "Take away {n} characters, then it can be shown.",
            max(over, 0),
        )
        self.error.say(text.format(n=over) if over > 0 else "")
        self.show_button.setEnabled(0 < many <= MESSAGE_MOST)
