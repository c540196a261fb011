"""About the program: version, licences, where things are, and the error report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_app import __version__
from workshop_app.system.language import Words
from workshop_app.system.paths import Paths
from workshop_app.ui.about.licences import own_texts, packages
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import Notice, label, lead_label, section_label

_SIZE = QSize(720, 640)
_EDGE = QSize(40, 40)
_LEAST = 560
_LICENCES_HIGH = 220
_REPORT = "milstolpe-felrapport.txt"


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own way; whether that could be done."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@dataclass(frozen=True)
class AboutParts:
    """What the dialog tells of and does.

    Attributes:
        paths: Where things are.
        ask: Asks where to save the report.
        report: Makes the error report.
        show_folder: Shows a folder; False where it cannot.
    """

    paths: Paths
    ask: Interaction
    report: Callable[[], str]
    show_folder: Callable[[Path], bool] = open_folder


class AboutDialog(StyledDialog):
    """All of it under each other; what was done is said above the buttons."""

    def __init__(self, words: Words, parts: AboutParts, parent: QWidget | None = None) -> None:
        """Over a window.

        Args:
            words: The window's language.
            parts: What it tells of and does.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("About Milstolpe"), parent)
        self._words = words
        self._parts = parts
        self.setMinimumWidth(_LEAST)
        self.licences = self._licences()
        self.said = Notice("", "ok")
        self.said.hide()
        self._fill(self._scrolled())
        self.body.addWidget(self.said)
        self.close_button = ActButton(_("Close"), "Esc", "primary", self)
        self.close_button.clicked.connect(self.reject)
        self.add_buttons((self.close_button,))
        room = parent.window().size() - _EDGE if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(room))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, column: QVBoxLayout) -> None:
        _ = self._words.gettext
        column.addWidget(label(f"Milstolpe {__version__}", "section"))
        sentence = _(
            "Free software under the MIT licence. The typeface is Inter, under the SIL Open Font "
            "Licence."
        )
        column.addWidget(lead_label(sentence))
        column.addSpacing(8)
        column.addWidget(section_label(_("Where things are")))
        column.addLayout(self._places())
        column.addSpacing(8)
        column.addWidget(section_label(_("If something goes wrong")))
        sentence = _(
            "The error report has the version, the settings and the last lines of the log. "
            "It has no names and nothing of the day."
        )
        column.addWidget(lead_label(sentence))
        column.addLayout(self._report_buttons())
        column.addSpacing(8)
        column.addWidget(section_label(_("Licences")))
        column.addWidget(self.licences)

    def _scrolled(self) -> QVBoxLayout:
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 16, 4)
        column.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        return column

    def _places(self) -> QGridLayout:
        _ = self._words.gettext
        paths = self._parts.paths
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        found = (
            (_("Days"), paths.days),
            (_("Settings"), paths.settings),
            (_("Log"), paths.logs),
        )
        for row, (name, path) in enumerate(found):
            field = QLineEdit(str(path))
            field.setReadOnly(True)
            field.setCursorPosition(0)
            field.setAccessibleName(name)
            grid.addWidget(label(name, "row"), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _report_buttons(self) -> QHBoxLayout:
        _ = self._words.gettext
        self.copy_report = ActButton(_("Copy the error report"), height=SMALL)
        self.copy_report.clicked.connect(self._copy)
        self.save_report = ActButton(_("Save the error report…"), height=SMALL)
        self.save_report.clicked.connect(self._save)
        self.show_logs = ActButton(_("Open the log folder"), height=SMALL)
        self.show_logs.clicked.connect(self._show_logs)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.copy_report, self.save_report, self.show_logs):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _licences(self) -> QPlainTextEdit:
        _ = self._words.gettext
        lines = [_("Milstolpe runs on these packages:")]
        lines += [
            f"{one.name} {one.version} – {one.licence}".replace("  ", " ") for one in packages()
        ]
        for name, text in own_texts(self._parts.paths.resources):
            lines += ["", name.upper(), "", text.strip()]
        field = QPlainTextEdit("\n".join(lines))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setFixedHeight(_LICENCES_HIGH)
        field.setAccessibleName(_("Licences"))
        return field

    # --- what its buttons do

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._parts.report())
        self._say(self._words.gettext("The error report has been copied. Paste it in a message."))

    def _save(self) -> None:
        _ = self._words.gettext
        proposed = self._parts.paths.documents / _REPORT
        target = self._parts.ask.save_file(_("Save the error report"), proposed, _("Text (*.txt)"))
        if target is None:
            return
        try:
            target.write_text(self._parts.report(), encoding="utf-8")
        except OSError:
            sentence = _("The error report cannot be saved in {folder}. Choose another folder.")
            self._say(sentence.format(folder=target.parent), "warn")
            return
        self._say(_("The error report has been saved: {path}").format(path=target))

    def _show_logs(self) -> None:
        logs = self._parts.paths.logs
        if not logs.is_dir() or not self._parts.show_folder(logs):
            sentence = self._words.gettext("The folder cannot be opened from here. It is {folder}.")
            self._say(sentence.format(folder=logs), "warn")

    def _say(self, sentence: str, kind: str = "ok") -> None:
        self.said.say(sentence, kind)
        self.said.show()
