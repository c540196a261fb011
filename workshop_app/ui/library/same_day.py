"""Two files of the same day side by side, so that a person can choose; they are never merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.storage.comparing import Kinship, Relation
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.library.cards import CopyCard
from workshop_app.ui.library.told import ToldCopy, relation_sentence
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import label

_WIDE = 760


class Choice(StrEnum):
    """What a person wants done with somebody's file of a day that is here already."""

    OURS = "ours"
    THEIRS = "theirs"
    NEITHER = "neither"


@dataclass(frozen=True)
class TwoCopies:
    """The copy here, the copy in the file, and how they stand to each other."""

    ours: ToldCopy
    theirs: ToldCopy
    relation: Relation


class SameDayDialog(StyledDialog):
    """Asks which of two to work in; `choice` has the answer."""

    def __init__(self, words: Words, copies: TwoCopies, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("The day is here already"), parent)
        self.choice = Choice.NEITHER
        sentence = relation_sentence(words, copies.relation)
        self.setAccessibleDescription(sentence)
        self.body.addWidget(label(sentence, "lead", self))
        self.ours_card = CopyCard(_("On this computer"), self)
        self.theirs_card = CopyCard(_("The file you chose"), self)
        sound = _("The file is sound")
        self.ours_card.show_copy(copies.ours, sound)
        self.theirs_card.show_copy(copies.theirs, sound)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.ours_card, 1)
        row.addWidget(self.theirs_card, 1)
        self.body.addLayout(row, 1)
        self._add_choices(words, copies.relation)
        self.setMinimumWidth(_WIDE)

    def _add_choices(self, words: Words, relation: Relation) -> None:
        _ = words.gettext
        ahead = relation.kind is Kinship.AHEAD
        cancel = ActButton(_("Cancel"), "Esc", parent=self)
        cancel.clicked.connect(self.reject)
        kinds = {True: ("primary", "Enter"), False: ("normal", "")}
        kind, key = kinds[not ahead]
        self.ours = ActButton(_("Open the one here"), key, kind, self)
        kind, key = kinds[ahead]
        self.theirs = ActButton(_("Bring in the file beside it"), key, kind, self)
        self.ours.clicked.connect(self._choose_ours)
        self.theirs.clicked.connect(self._choose_theirs)
        first, last = (self.ours, self.theirs) if ahead else (self.theirs, self.ours)
        self.add_buttons((cancel, first, last))
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_ours(self) -> None:
        self.choice = Choice.OURS
        self.accept()

    def _choose_theirs(self) -> None:
        self.choice = Choice.THEIRS
        self.accept()
