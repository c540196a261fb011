"""The step "Alternatives": compare the proposals, vote on them, and say which one we recommend."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.recommending import recommend, recommended
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.attempt import attempt
from workshop_app.ui.frame.frame_sheet import frame_names
from workshop_app.ui.stage_pages.answers import answers_of
from workshop_app.ui.voting.alternatives_table import AlternativesTable
from workshop_app.ui.voting.answer_panel import AnswerLegend
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import Notice, caption, divider, section_label
from workshop_app.ui.workplace import Workplace

_REASON = 92


class WrittenText(QPlainTextEdit):
    """A few lines of text. `left` tells that the keyboard has gone elsewhere."""

    left: ClassVar[Signal] = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class RecommendBox(QWidget):
    """Which alternative we recommend, and why. Stands in the right column.

    Signals:
        chosen: Another alternative (its place in the order).
    """

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.choice: Segmented | None = None
        self._names: tuple[str, ...] = ()
        self._choice_name = _("Alternative to recommend")
        self.primary = ActButton("", kind="normal")
        self.reason = WrittenText()
        self.reason.setAccessibleName(_("The reason for the answer"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON)
        self.said = caption("")
        self.fact = Notice("", "info")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for part in (
            divider(),
            section_label(_("We recommend")),
            self.primary,
            self.said,
            section_label(_("The reason for the answer")),
            self.reason,
            self.fact,
        ):
            self._column.addWidget(part)

    def put_choice(self, names: tuple[str, ...], at: int) -> None:
        """The alternatives to choose from, by number; made anew when they are others."""
        if names != self._names:
            self._names = names
            if self.choice is not None:
                self.choice.hide()
                self.choice.deleteLater()
            self.choice = Segmented(names, name=self._choice_name)
            self.choice.chosen.connect(self.chosen)
            self._column.insertWidget(2, self.choice)
        if self.choice is not None:
            self.choice.set_current(at)


class AlternativesPage(VotePage):
    """The table of alternatives over the vote on them."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.table = AlternativesTable(workplace.words, workplace.ruler)
        self.recommend = RecommendBox(workplace.words)
        self.legend = AnswerLegend(workplace.words, workplace.ruler)
        self._at = 0
        self._written = ""
        super().__init__(workplace, "alternatives", parent)
        self.centre.put_first(self.legend)
        self.centre.put_first(self.table)
        self.panel.put_after(self.recommend)
        self.recommend.primary.clicked.connect(self.recommend_chosen)
        self.recommend.chosen.connect(self.choose)
        self.recommend.reason.left.connect(self.save_reason)
        self.refresh(None)
        self._show_alternatives()

    @override
    def refresh(self, change: Change | None) -> None:
        super().refresh(change)
        # What is shown before it has its place would be a window of its own for a moment.
        if self.recommend.parentWidget() is not None:
            self._show_alternatives()

    def _show_alternatives(self) -> None:
        day, voting = self.workplace.day, self.now.voting
        self.table.setVisible(bool(day.frames))
        if day.frames:
            self.centre.answers.hide()
        if voting is not None:
            kinds = answers_of(self.workplace.words, day, voting)
            self.legend.put([(kind.look, kind.word) for kind in kinds])
        self.legend.setVisible(bool(day.frames) and self.now.is_revealed())
        if day.frames:
            self.table.put(day, voting)
        self._show_recommendation()

    def recommend_chosen(self) -> None:
        """The group recommends the alternative that is chosen, with the reason as written."""
        frames = self.workplace.day.frames
        if self._at < len(frames):
            self._store(frames[self._at].id)

    def choose(self, index: int) -> None:
        """Another alternative to recommend."""
        self._at = index
        self._show_recommendation()

    def save_reason(self) -> None:
        """Keep the reason as written, where an alternative is recommended already."""
        now = recommended(self.workplace.day)
        if now is not None and self.recommend.reason.toPlainText().strip() != now.reason:
            self._store(now.frame_id)

    def _store(self, frame_id: str) -> None:
        reason = self.recommend.reason.toPlainText()
        rule = partial(recommend, frame_id=frame_id, reason=reason)
        attempt(self, partial(self.workplace.store.do, Op.RECOMMEND, rule))

    def _show_recommendation(self) -> None:
        box, words, day = self.recommend, self.workplace.words, self.workplace.day
        _ = words.gettext
        box.setVisible(bool(day.frames))
        if not day.frames:
            return
        now = recommended(day)
        names = frame_names(day, words)
        self._at = min(self._at, len(names) - 1)
        numbers = tuple(str(n) for n in range(1, len(names) + 1))
        box.put_choice(numbers, self._at)
        name = names[self._at]
        box.primary.setText(_("Recommend {alternative}").format(alternative=name.lower()))
        standing = self.now.standing.state if self.now.voting else RoundState.SHOWN
        box.primary.kind = "primary" if standing is RoundState.LOCKED else "normal"
        said = _("Nothing is recommended yet.")
        if now is not None:
            at = [frame.id for frame in day.frames].index(now.frame_id)
            said = _("We recommend {alternative}. It is a proposal, not a decision.").format(
                alternative=names[at].lower()
            )
        box.said.setText(said)
        if now is not None and now.reason != self._written and not box.reason.hasFocus():
            box.reason.setPlainText(now.reason)
            self._written = now.reason
        self._show_fact()

    def _show_fact(self) -> None:
        """An alternative that misses the target is a proposal like the others; it is told."""
        words, day = self.workplace.words, self.workplace.day
        _ = words.gettext
        frame = day.frames[self._at]
        formats = Formats(words.language)
        text = ""
        if not frame.reaches_target and frame.result_permille is not None:
            text = _(
                "{alternative} does not reach the municipality's result target. "
                "The result will be {percent} percent."
            ).format(
                alternative=frame_names(day, words)[self._at],
                percent=formats.permille(frame.result_permille),
            )
        self.recommend.fact.say(text, "info")
        self.recommend.fact.setVisible(bool(text))
