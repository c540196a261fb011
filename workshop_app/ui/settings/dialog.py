"""The settings, over the desk or the start page. Whatever is chosen is kept at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.interaction import Interaction, Question
from workshop_app.ui.settings.form import FormParts, SettingsForm
from workshop_app.ui.settings.live import LiveSettings
from workshop_app.ui.settings.rows import ValueChoice
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice

_SIZE = QSize(780, 660)
_EDGE = QSize(40, 40)
_LEAST, _BESIDE = 520, 680
"""The least width, and that from which names stand beside their controls."""
_SHOWN_OTHERWISE = frozenset(
    {"language", "window_scale", "text_size", "stage_screen", "copy_folder", "facilitator_code"}
)
"""Settings on which other rows, or the words of all rows, depend."""


class SettingsDialog(StyledDialog):
    """Esc closes it; there is nothing to save.

    Attributes:
        form: The rows.
        said: What is to be known of what was chosen.
    """

    def __init__(self, words: Words, live: LiveSettings, ask: Interaction, parent: QWidget) -> None:
        """Over a window.

        Args:
            words: The window's language, which may become another here.
            live: The settings.
            ask: Asks for a folder, and before all is reset.
            parent: The window.
        """
        super().__init__(words.gettext("Settings"), parent)
        self._words = words
        self._live = live
        self._ask = ask
        self._home = parent
        self._done = ""
        # Later: the control that was pressed has to be done with its key before it goes.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._rebuild)
        self.said = Notice("", "info")
        self.reset = ActButton("", kind="quiet", parent=self)
        self.reset.clicked.connect(self._reset)
        self.close_button = ActButton("", "Esc", "primary", self)
        self.close_button.clicked.connect(self.reject)
        self.setMinimumWidth(_LEAST)
        self._build()
        self.form = self._made_form()
        self.resize(_SIZE.boundedTo(parent.window().size() - _EDGE))
        self._take_focus("language")
        live.changed.connect(self._changed)

    def _build(self) -> None:
        holder = QWidget()
        holder.setProperty("scrolled", "true")
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(holder)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.said)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addLayout(foot)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.stack(narrow=event.size().width() < _BESIDE)

    def _made_form(self) -> SettingsForm:
        """The rows and all words, as things stand now."""
        _ = self._words.gettext
        self.setWindowTitle(_("Settings"))
        self.setAccessibleName(_("Settings"))
        self.heading.setText(_("Settings"))
        self.reset.setText(_("Reset all settings…"))
        self.close_button.setText(_("Close"))
        form = SettingsForm(self._words, FormParts(self._live, self._ask, self._home.screen()))
        form.wished.connect(self._wished)
        form.stack(narrow=self.width() < _BESIDE)
        self._rows.addWidget(form)
        done, self._done = self._done, ""
        self.said.hide()
        if done:
            self._say(done, "ok")
        if not self._live.kept.written:
            self._say(_("The settings cannot be saved. They hold until the program ends."), "warn")
        elif self._live.waits_for_restart:
            self._say(_("Quit Milstolpe and start it again to see the new size."))
        return form

    def _wished(self, name: str, value: object) -> None:
        self._live.kept.change(**{name: value})

    def _changed(self, names: object) -> None:
        if not isinstance(names, frozenset):
            return
        if names & _SHOWN_OTHERWISE:
            self._later.start()

    def _rebuild(self) -> None:
        """In the language of now, at the same place, with the keyboard where it was."""
        focus = QApplication.focusWidget()
        name = next(
            (name for name, row in self.form.rows.items() if focus and row.isAncestorOf(focus)), ""
        )
        place = self.area.verticalScrollBar().value()
        old = self.form
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()
        self.form = self._made_form()
        self.form.show()
        self.area.verticalScrollBar().setValue(place)
        self._take_focus(name)

    def _take_focus(self, name: str) -> None:
        row = self.form.rows.get(name)
        if row is None:
            return
        if isinstance(row.control, ValueChoice):
            row.control.take_focus()
        else:
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        _ = self._words.gettext
        question = Question(
            title=_("Reset all settings?"),
            text=_(
                "Languages, sizes, screen, code and copy folder become what they were when the "
                "program was new. Your days are not touched."
            ),
            yes=_("Reset"),
            no=_("Cancel"),
        )
        if self._ask.confirm(question):
            self._live.kept.reset()
            self._done = self._words.gettext("All settings have been reset.")
            self._later.start()

    def _say(self, sentence: str, kind: str = "info") -> None:
        self.said.say(sentence, kind)
        self.said.show()
