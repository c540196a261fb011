"""The step "More questions": the closing evaluation, free questions, and new ones on the spot."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.domain.ballot_rules import ABSTAIN
from workshop_app.domain.kinds import Half, RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.rounds import new_question
from workshop_app.system.language import Words
from workshop_app.ui.attempt import attempt
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import CheckRow, RadioRow
from workshop_app.ui.widgets.labels import caption, label
from workshop_app.ui.workplace import Workplace

_LINES = 110
_MOST_ANSWERS = 20


class QuestionDialog(StyledDialog):
    """A new question: yes or no, own answers, or statements on a scale.

    Nothing is changed until the question is added; Esc goes back.
    """

    def __init__(self, words: Words, half: Half, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("New question"), parent)
        self._words, self._half = words, half
        self.question = QLineEdit()
        self.question.setAccessibleName(_("Question"))
        self.yes_no = RadioRow(_("Yes or no"))
        self.own = RadioRow(_("Own answers"), _("One answer on each line."))
        self.scale = RadioRow(_("Statements on a scale"), _("One statement on each line."))
        self._group = QButtonGroup(self)
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName(_("Answers or statements, one on each line"))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_LINES)
        self.may_abstain = CheckRow(_("One may abstain"))
        self.may_abstain.setChecked(True)
        self.hands = CheckRow(_("Count hands too"))
        self.why_not = caption("")
        self.body.addWidget(label(_("Question")))
        self.body.addWidget(self.question)
        for row in (self.yes_no, self.own, self.scale):
            self._group.addButton(row)
            self.body.addWidget(row)
            row.toggled.connect(self._kind_changed)
        for part in (self.lines, self.may_abstain, self.hands, self.why_not):
            self.body.addWidget(part)
        self.yes_no.setChecked(True)
        self.add = ActButton(_("Add the question"), kind="primary")
        self.add.clicked.connect(self._check)
        back = ActButton(_("Cancel"))
        back.clicked.connect(self.reject)
        self.add_buttons((back, self.add))
        self.question.setFocus()

    def voting(self) -> VotingRound:
        """The round that was asked for; its id and place are given when it is added."""
        text, lines = self.question.text().strip(), self._lines()
        scale = self.scale.isChecked()
        return VotingRound(
            id="question",
            series="question",
            name=text or "-",
            question=text,
            method=RoundMethod.RATING if scale else RoundMethod.CHOICE,
            half=self._half,
            options=lines if scale else ("question",),
            answers=() if scale else (lines if self.own.isChecked() else ("yes", "no")),
            may_abstain=self.may_abstain.isChecked(),
            counts_hands=self.hands.isChecked(),
        )

    def _lines(self) -> tuple[str, ...]:
        found = (line.strip() for line in self.lines.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in found if line))

    def _kind_changed(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.lines.setVisible(not self.yes_no.isChecked())
        self.why_not.setText("")

    def _check(self) -> None:
        why_not = question_fault(self._words, self.question.text(), self._kind(), self._lines())
        self.why_not.setText(why_not)
        if not why_not:
            self.accept()

    def _kind(self) -> str:
        if self.own.isChecked():
            return "own"
        return "scale" if self.scale.isChecked() else "yes_no"


def question_fault(words: Words, text: str, kind: str, lines: tuple[str, ...]) -> str:
    """Why a question cannot be added as it is; empty when it can."""
    _ = words.gettext
    if not text.strip():
        return _("Write the question first.")
    if kind == "own" and len(lines) < 2:  # noqa: PLR2004 - a choice needs two
        return _("Write at least two answers, one on each line.")
    if kind == "scale" and not lines:
        return _("Write at least one statement.")
    if len(lines) > _MOST_ANSWERS:
        return _("At most {n} lines can be voted on at once.").format(n=_MOST_ANSWERS)
    if ABSTAIN in lines:
        return _("One abstains with a mark of its own; leave it out of the answers.")
    return ""


class QuestionsPage(VotePage):
    """A list of questions over the vote on the chosen one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.add = ActButton(workplace.words.gettext("New question"))
        self.dialog: QuestionDialog | None = None
        super().__init__(workplace, "questions", parent)
        self.centre.put_beside_title(self.add)
        self.add.clicked.connect(self.ask_question)

    @override
    def refresh(self, change: Change | None) -> None:
        super().refresh(change)
        self.centre.new_round.setVisible(self.now.voting is not None)

    def ask_question(self) -> None:
        """Open the dialog for a new question."""
        rounds = self.now.rounds
        half = rounds[-1].half if rounds else Half.AFTERNOON
        self.dialog = QuestionDialog(self.workplace.words, half, self.window())
        self.dialog.accepted.connect(self._add)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _add(self) -> None:
        if self.dialog is None:
            return
        before = {voting.id for voting in self.workplace.day.rounds}
        rule = partial(new_question, voting=self.dialog.voting())
        if attempt(self, partial(self.workplace.store.do, Op.NEW_ROUND, rule)):
            fresh = [one for one in self.workplace.day.rounds if one.id not in before]
            self.choose_question(fresh[0].series)
