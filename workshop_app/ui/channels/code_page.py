"""The facilitator's code: asked for before the laptop is given back, and set in the menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.leave_code import DIGITS, LeaveCode
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words
from workshop_app.ui.attempt import tried
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.widgets.buttons import LARGE, ActButton
from workshop_app.ui.widgets.labels import Notice, caption, lead_label, title_label

_WIDE = 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeField(QLineEdit):
    """Room for four digits that nobody reads over a shoulder."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(DIGITS)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9]*"), self))


class CodePage(QWidget):
    """Covers the ballot screen until the code is right, or the person goes back.

    Signals:
        passed: The code was right.
        back: Back to the voters.
    """

    passed = Signal()
    back = Signal()

    def __init__(self, words: Words, code: LeaveCode, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self._code = code
        self.title = title_label(_("The facilitator's code"))
        self.text = lead_label(_("Give the laptop to the facilitator."))
        self.field = CodeField(_("Code of four digits"))
        self.error = Notice("", "warn")
        self.to_voters = ActButton(_("Back to the voters"), "Esc", height=LARGE)
        self.to_voters.clicked.connect(self.back)
        self.leave = ActButton(_("Back to the desk"), "Enter", "primary", height=LARGE)
        self.leave.clicked.connect(self.try_code)
        self._build()
        self.hide()

    def _build(self) -> None:
        inside = QWidget(self)
        inside.setFixedWidth(_WIDE)
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        buttons = QHBoxLayout()
        buttons.addWidget(self.to_voters)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        for part in (self.title, self.text, self.field, self.error):
            column.addWidget(part)
        column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)

    def ask(self, *, voters_left: bool) -> None:
        """Show it, empty; there is a way back only while somebody is left to vote."""
        self.field.clear()
        self.error.hide()
        self.to_voters.setVisible(voters_left)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_code(self) -> None:
        """Enter: right or wrong."""
        if self._code.fits(self.field.text()):
            self.hide()
            self.passed.emit()
            return
        self.field.clear()
        self.error.say(self._words.gettext("That is not the code. Try again."), "warn")
        self.error.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.try_code()
        elif event.key() == Qt.Key.Key_Escape and not self.to_voters.isHidden():
            self.back.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette(dark=False)[Role.STAGE])


class CodeDialog(StyledDialog):
    """Sets the code; empty takes it away."""

    def __init__(self, words: Words, code: LeaveCode, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("The facilitator's code"), parent)
        self._words = words
        self._code = code
        text = _(
            "Four digits that give the laptop back to you while people vote on it. "
            "Leave it empty to be asked no code."
        )
        self.body.addWidget(lead_label(text))
        self.field = CodeField(_("Code of four digits"))
        self.body.addWidget(self.field)
        note = _("There is a code now.") if code.asked else _("There is no code now.")
        self.body.addWidget(caption(note))
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.save = ActButton(_("Save"), "Enter", "primary", self)
        self.save.clicked.connect(self.keep)
        self.save.setDefault(True)
        self.add_buttons((self.cancel, self.save))
        self.field.setFocus()

    def keep(self) -> None:
        """Take the code, if it is four digits or nothing."""
        why_not = tried(self._words, partial(self._code.change, self.field.text()))
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        if not why_not:
            self.accept()
