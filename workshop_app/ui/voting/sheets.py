"""Which ballot a round has at the laptop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.figures.shapes import Ruler
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import is_list
from workshop_app.ui.voting.answer_sheet import AnswerSheet, ListSheet
from workshop_app.ui.voting.ballot_sheet import BallotSheet
from workshop_app.ui.voting.sheet_base import Sheet, SheetSubject


def sheet_for(subject: SheetSubject, words: Words, ruler: Ruler, parent: QWidget) -> Sheet:
    """The ballot of the round's method."""
    if uses_dots(subject.voting):
        return BallotSheet(subject, words, ruler, parent)
    if is_list(subject.voting):
        return ListSheet(subject, words, ruler, parent)
    return AnswerSheet(subject, words, ruler, parent)
