"""The row under the turnout: who is here, paper, a second count; and whether it all adds up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workshop_app.domain.balance import sum_of
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.ui.channels.file_dialog import FileDialog
from workshop_app.ui.channels.forms_dialog import FormsDialog
from workshop_app.ui.channels.paper_dialog import PaperDialog
from workshop_app.ui.channels.second_count import SecondCount
from workshop_app.ui.channels.texts import sum_line
from workshop_app.ui.channels.who_is_here import WhoIsHere
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import Notice
from workshop_app.ui.workplace import Workplace


class ChannelBar(QWidget):
    """The other ways in, for the round that is shown. Opens its own dialogs.

    Attributes:
        dialog: The dialog that was opened last.
    """

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = workplace.words.gettext
        self._workplace = workplace
        self._round_id = ""
        self.dialog: QDialog | None = None
        self.sum = Notice("", "warn")
        self.here = ActButton(_("Who is here"), "P", height=SMALL)
        self.here.clicked.connect(self.open_here)
        self.paper = ActButton(_("Paper ballots"), height=SMALL)
        self.paper.clicked.connect(self.open_menu)
        self.second = ActButton(_("Second count"), height=SMALL)
        self.second.clicked.connect(self.open_second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sum)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.here, self.paper, self.second):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_round(self, day: Day, voting: VotingRound) -> None:
        """What can be done for this round now."""
        self._round_id = voting.id
        standing = day.standing(voting.id)
        line = sum_line(self._workplace.words, sum_of(day, voting))
        self.sum.say(line, "warn")
        self.sum.setVisible(bool(line))
        before = standing.state in {RoundState.READY, RoundState.OPEN}
        self.here.setVisible(before)
        self.paper.setVisible(before)
        hands = voting.counts_hands and standing.hands is not None
        self.second.setVisible(hands and standing.state is RoundState.OPEN)
        self.setVisible(before or bool(line))

    def can_type(self) -> bool:
        """Whether paper ballots can be counted now."""
        return self._state() is RoundState.OPEN

    def can_see_people(self) -> bool:
        """Whether it matters who is here."""
        return bool(self._round_id) and self._state() in {RoundState.READY, RoundState.OPEN}

    def open_here(self) -> None:
        """P: who is here."""
        if self.can_see_people():
            self._show(WhoIsHere(self._workplace, self._round_id, self.window()))

    def open_paper(self) -> None:
        """T: type in a pile of paper ballots."""
        if self.can_type():
            self._show(PaperDialog(self._workplace, self._round_id, self.window()))

    def open_file(self) -> None:
        """Ballots from a CSV file; asks for it."""
        _ = self._workplace.words.gettext
        pattern = _("Tables") + " (*.csv *.tsv *.xlsx)"
        path = self._workplace.ask.open_file(_("Ballots from a file"), pattern)
        if path is not None:
            self._show(FileDialog(self._workplace, self._round_id, path, self.window()))

    def open_forms(self) -> None:
        """Forms to fill in on paper."""
        self._show(FormsDialog(self._workplace, self._round_id, self.window()))

    def open_second(self) -> None:
        """A second person counts the hands."""
        self._show(SecondCount(self._workplace, self._round_id, self.window()))

    def menu(self) -> QMenu:
        """What can be done with paper, as things stand now."""
        _ = self._workplace.words.gettext
        menu = QMenu(self)
        acts: tuple[tuple[str, Callable[[], None], bool], ...] = (
            (_("Type in paper ballots") + "\tT", self.open_paper, self.can_type()),
            (_("Ballots from a file") + "…", self.open_file, self.can_type()),
            (_("Print ballot forms") + "…", self.open_forms, self._workplace.fonts is not None),
        )
        for text, act, able in acts:
            action = menu.addAction(text)
            action.triggered.connect(act)
            action.setEnabled(able)
        return menu

    def open_menu(self) -> None:
        """Show the menu under its button."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.paper.mapToGlobal(QPoint(0, self.paper.height() + 2)))

    def _state(self) -> RoundState:
        return self._workplace.day.standing(self._round_id).state

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()
