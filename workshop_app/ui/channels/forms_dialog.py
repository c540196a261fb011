"""Printing ballot forms: how many, and where the PDF goes."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.app.exports import write_whole
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import electorate, voting_round
from workshop_app.report.ballot_forms import FormOption, Forms, ballot_forms
from workshop_app.report.painting import register_fonts
from workshop_app.report.press import Press
from workshop_app.system.formats import Formats
from workshop_app.ui.attempt import tried
from workshop_app.ui.channels.texts import row_code
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.stage_pages.round_view import options_of, tracks_of
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Notice, caption, strong
from workshop_app.ui.widgets.stepper import Stepper
from workshop_app.ui.workplace import Workplace

MOST_FORMS = 99
_SEED_BITS = 32


class FormsDialog(StyledDialog):
    """How many forms; they are saved as one PDF."""

    def __init__(self, workplace: Workplace, round_id: str, parent: QWidget | None = None) -> None:
        """For a round.

        Args:
            workplace: The open day and its tools.
            round_id: The round.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Print ballot forms"), parent)
        self._workplace = workplace
        self._round_id = round_id
        voting = voting_round(workplace.day, round_id)
        name = _("How many forms?")
        wanted = min(MOST_FORMS, max(1, electorate(workplace.day, voting)))
        self.copies = Stepper(name, 1, MOST_FORMS, wanted)
        row = QHBoxLayout()
        row.addWidget(strong(name))
        row.addStretch(1)
        row.addWidget(self.copies)
        self.body.addLayout(row)
        text = _(
            "The rows stand in another order on each form. Each row keeps its letter, "
            "so that the forms can be typed in."
        )
        self.body.addWidget(caption(text))
        self.error = Notice("", "warn")
        self.error.hide()
        self.body.addWidget(self.error)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.save = ActButton(_("Save as PDF…"), "Enter", "primary", self)
        self.save.clicked.connect(self.write)
        self.save.setDefault(True)
        self.add_buttons((self.cancel, self.save))
        self.copies.setFocus(Qt.FocusReason.TabFocusReason)

    def write(self) -> None:
        """Ask where, and save."""
        place = self._workplace
        _ = place.words.gettext
        voting = voting_round(place.day, self._round_id)
        proposed = Path(_("Ballot forms") + f" {voting.id}.pdf")
        target = place.ask.save_file(self.windowTitle(), proposed, _("PDF files (*.pdf)"))
        if target is None:
            return
        if place.fonts is not None:
            register_fonts(place.fonts)
        write = partial(_bind, _press(place), forms_of(place, voting, self.copies.value()))
        why_not = tried(place.words, partial(write_whole, target, write))
        self.error.say(why_not, "warn")
        self.error.setVisible(bool(why_not))
        if not why_not:
            self.accept()


def forms_of(workplace: Workplace, voting: VotingRound, copies: int) -> Forms:
    """The forms of a round, with a fresh shuffling."""
    names = {track.id: track.name for track in tracks_of(workplace.day, voting)}
    options = tuple(
        FormOption(row_code(index), option.label, names.get(option.track_id, ""))
        for index, option in enumerate(options_of(workplace.day, voting))
    )
    return Forms(voting, options, copies, secrets.randbits(_SEED_BITS))


def _press(workplace: Workplace) -> Press:
    words = workplace.report_words
    return Press(
        day=workplace.day,
        words=words,
        formats=Formats(words.language),
        ruler=workplace.ruler,
        printed=workplace.clock(),
    )


def _bind(press: Press, forms: Forms, out: BinaryIO) -> None:
    out.write(ballot_forms(press, forms))
