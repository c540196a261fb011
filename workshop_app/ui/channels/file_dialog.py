"""Ballots from a CSV file: first what is in it, or what is wrong row by row; then all or none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_app.app.paper import (
    Paper,
    count_papers,
    first_number,
    numbered,
    running,
    tracks_of_options,
)
from workshop_app.domain.balance import must_fit
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.storage.ballot_file import read_ballot_file
from workshop_app.storage.importing import ImportProblem, ImportRefused
from workshop_app.ui.attempt import tried
from workshop_app.ui.channels.texts import running_line
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.problems import import_problem
from workshop_app.ui.texts import refusal
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice, strong
from workshop_app.ui.workplace import Workplace


class FileDialog(StyledDialog):
    """What a file of ballots holds. Nothing is counted before the button is pressed."""

    def __init__(
        self, workplace: Workplace, round_id: str, path: Path, parent: QWidget | None = None
    ) -> None:
        """For a round that is open.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            path: The file.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Ballots from a file"), parent)
        self._workplace = workplace
        self._round_id = round_id
        self.papers: tuple[Paper, ...] = ()
        self.problems: tuple[ImportProblem, ...] = ()
        self.heading_line = strong(path.name)
        self.found = Notice("", "ok")
        self.rows = QPlainTextEdit()
        self.rows.setReadOnly(True)
        self.rows.setAccessibleName(_("What has to be mended"))
        self.error = Notice("", "warn")
        for part in (self.heading_line, self.found, self.rows, self.error):
            self.body.addWidget(part)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.count_button = ActButton("", "Enter", "primary", self)
        self.count_button.clicked.connect(self.count)
        self.count_button.setDefault(True)
        self.add_buttons((self.cancel, self.count_button))
        self.setMinimumWidth(600)
        self._read(path)
        self._show()

    def count(self) -> None:
        """Count all of them."""
        place = self._workplace
        act = partial(count_papers, place.day, place.ballots, self._round_id, self.papers)
        why_not = tried(place.words, act)
        if not why_not:
            self.accept()
            return
        self._say(why_not)

    def _read(self, path: Path) -> None:
        day = self._workplace.day
        voting = voting_round(day, self._round_id)
        try:
            ballots = read_ballot_file(path, voting, tracks_of_options(day))
        except ImportRefused as refused:
            self.problems = refused.problems
            return
        self.papers = numbered(ballots, first_number(day.standing(self._round_id)))

    def _show(self) -> None:
        words = self._workplace.words
        number = len(self.papers)
        text = words.ngettext("Count {n} ballot", "Count {n} ballots", number)
        self.count_button.setText(text.format(n=number))
        self.rows.setVisible(bool(self.problems))
        lines = [import_problem(words, problem) for problem in self.problems]
        self.rows.setPlainText("\n".join(lines))
        self._show_found()
        why_not = self._too_many()
        self._say(why_not)
        able = bool(self.papers) and not why_not
        self.count_button.setEnabled(able)
        button = self.count_button if able else self.cancel
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self) -> None:
        words = self._workplace.words
        if self.problems:
            number = len(self.problems)
            text = words.ngettext(
                "{n} thing has to be mended. Nothing has been counted.",
                "{n} things have to be mended. Nothing has been counted.",
                number,
            )
            self.found.say(text.format(n=number), "warn")
            return
        total = running(self.papers, len(self.papers), len(self.papers))
        voting = voting_round(self._workplace.day, self._round_id)
        self.found.say(running_line(words, voting, total), "ok")

    def _too_many(self) -> str:
        try:
            must_fit(self._workplace.day.standing(self._round_id), len(self.papers))
        except Refused as no:
            return refusal(self._workplace.words, no)
        return ""

    def _say(self, why_not: str) -> None:
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
