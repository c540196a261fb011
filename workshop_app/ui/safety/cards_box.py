"""In "Before you open": whether cards are drawn, and the sheet of codes to cut apart."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.app.exports import write_whole
from workshop_app.domain.cards import draws_cards, with_cards
from workshop_app.domain.ops import Op
from workshop_app.domain.rounds import electorate, voting_round
from workshop_app.report.code_sheet import CodeSheet, code_sheet
from workshop_app.report.painting import register_fonts
from workshop_app.report.press import Press
from workshop_app.system.formats import Formats
from workshop_app.ui.attempt import tried
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.labels import Notice
from workshop_app.ui.workplace import Workplace


class CardsBox(QWidget):
    """A tick, and a button that saves the sheet; a new sheet makes the one before worthless.

    Signals:
        changed: There is more or less to see.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """For a round that is ready.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            parent: The dialog.
        """
        super().__init__(parent)
        self._workplace = workplace
        self._round_id = round_id
        _ = workplace.words.gettext
        note = _("Everybody draws a card with a code, and types the code instead of being named.")
        self.drawn = CheckRow(_("Vote with drawn cards"), note)
        self.drawn.clicked.connect(self._choose)
        self.print_cards = ActButton(_("Save the sheet of codes…"), height=SMALL)
        self.print_cards.clicked.connect(self.save_sheet)
        self.told = Notice("", "ok")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.drawn)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.addWidget(self.print_cards)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.told)
        self.told.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show how the round is held now."""
        drawn = draws_cards(voting_round(self._workplace.day, self._round_id))
        self.drawn.setChecked(drawn)
        self.print_cards.setVisible(drawn)
        self.print_cards.setEnabled(self._workplace.fonts is not None)
        if not drawn:
            self.told.hide()

    def save_sheet(self) -> None:
        """New codes, saved as a PDF where the person says; they are good from the opening on."""
        place = self._workplace
        _ = place.words.gettext
        voting = voting_round(place.day, self._round_id)
        proposed = Path(_("Codes") + f" {voting.id}.pdf")
        target = place.ask.save_file(_("Sheet of codes"), proposed, _("PDF files (*.pdf)"))
        if target is None:
            return
        if place.fonts is not None:
            register_fonts(place.fonts)
        codes = place.ballots.make_cards(voting.id, max(1, electorate(place.day, voting)))
        sheet = CodeSheet(voting.question or voting.name, codes)
        why_not = tried(
            place.words, partial(write_whole, target, partial(_bind, _press(place), sheet))
        )
        if why_not:
            place.ballots.forget_cards(voting.id)
        cards = place.words.ngettext("{n} card is saved.", "{n} cards are saved.", len(codes))
        hint = _("Print the sheet, cut it apart and let everybody draw one.")
        done = f"{cards.format(n=len(codes))} {hint}"
        self.told.say(why_not or done, "warn" if why_not else "ok")
        self.told.show()
        self.changed.emit()

    def _choose(self, drawn: bool) -> None:  # noqa: FBT001 - Qt's signal
        place = self._workplace
        rule = partial(with_cards, round_id=self._round_id, drawn=drawn)
        why_not = tried(place.words, partial(place.store.do, Op.EDIT_ROUND, rule))
        self.refresh()
        if why_not:
            self.told.say(why_not, "warn")
            self.told.show()
        self.changed.emit()


def _press(workplace: Workplace) -> Press:
    words = workplace.report_words
    return Press(
        day=workplace.day,
        words=words,
        formats=Formats(words.language),
        ruler=workplace.ruler,
        printed=workplace.clock(),
    )


def _bind(press: Press, sheet: CodeSheet, out: BinaryIO) -> None:
    out.write(code_sheet(press, sheet))
