"""The ballot of answers at the laptop: a digit answers and goes on to the next row."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.ballot_rules import ABSTAIN
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import RoundMethod
from workshop_app.figures.shapes import Align, Rect, Role, Ruler, Weight
from workshop_app.figures.text import Style
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import answers_of, below_option, need_question
from workshop_app.ui.stage_pages.round_view import OptionView, options_of
from workshop_app.ui.voting.answer_row import (
    COLUMN_GAP,
    LOW,
    TALL,
    AnswerKey,
    AnswerLine,
    look_of,
)
from workshop_app.ui.voting.ballot_row import BallotRow, RowState, RowText
from workshop_app.ui.voting.sheet_base import EDGE, ROWS_TOP, WIDTH, Sheet, SheetSubject
from workshop_app.ui.voting.sheet_parts import Setting, SheetLabel, place
from workshop_app.ui.voting.sheet_texts import SheetPage

LOW_ROWS, TALL_ROWS, LIST_ROWS = 8, 6, 8
_HEADINGS = 46.0
_CLEAR = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def even_parts(options: tuple[OptionView, ...], most: int) -> tuple[tuple[OptionView, ...], ...]:
    """As few pages as can be, as even as can be: 25 rows of at most 8 are 7, 6, 6 and 6."""
    pages = max(1, -(-len(options) // most))
    share, more = divmod(len(options), pages)
    parts, start = [], 0
    for page in range(pages):
        end = start + share + (page < more)
        parts.append(options[start:end])
        start = end
    return tuple(parts)


def answer_keys(words: Words, subject: SheetSubject) -> tuple[AnswerKey, ...]:
    """The answers with their keys: 1, 2, 3 … and 0 for abstaining."""
    kinds = answers_of(words, subject.day, subject.voting)
    return tuple(
        AnswerKey(kind.code, kind.word, "0" if kind.code == ABSTAIN else _digit(i))
        for i, kind in enumerate(kinds)
    )


def _digit(index: int) -> str:
    return str(index + 1) if index + 1 < 10 else ""  # noqa: PLR2004 - there are nine digit keys


class AnswerSheet(Sheet):
    """A row for each question, a button for each answer."""

    def __init__(
        self, subject: SheetSubject, words: Words, ruler: Ruler, parent: QWidget | None = None
    ) -> None:
        super().__init__(subject, words, ruler, parent)
        self._answers: dict[str, str] = {}
        self._keys = answer_keys(words, subject)
        self._look = look_of(self._keys, WIDTH - 2 * EDGE, ruler)
        self._asks_need = subject.voting.method is RoundMethod.NEED
        options = options_of(subject.day, subject.voting)
        self._below = {o.id: "" if self._asks_need else below_option(words, o) for o in options}
        self._tall = any(self._below.values()) and self._look.words
        self._question = SheetLabel(Setting(Style(22, Weight.REGULAR), lines=2), ruler, self)
        self._headings = tuple(self._heading(key) for key in self._keys)
        parts = even_parts(options, TALL_ROWS if self._tall else LOW_ROWS)
        rows = [tuple(self._make_row(i, o) for i, o in enumerate(part)) for part in parts]
        self.fill([SheetPage(part) for part in parts], rows)

    @property
    def rows(self) -> tuple[AnswerLine, ...]:
        """The rows of the page that is shown."""
        return cast("tuple[AnswerLine, ...]", self.shown_rows)

    @property
    def question(self) -> str:
        """What is asked of the row that has the keyboard, in full."""
        return self._question.text()

    @override
    def ballot(self) -> Ballot:
        return Ballot(answers=dict(self._answers))

    @override
    def step_word(self) -> str:
        return self._words.gettext("Answers")

    @override
    def title_text(self) -> str:
        _, voting = self._words.gettext, self._subject.voting
        title = _("{role}, give your answers")
        if voting.method is RoundMethod.NEED:
            title = _("{role}, do we need it or is it nice to have?")
        elif voting.method is RoundMethod.RATING:
            title = _("{role}, what do you think?")
        return title.format(role=self._subject.role)

    @override
    def unmarked(self) -> int:
        return len(self._subject.voting.options) - len(self._answers)

    @override
    def hand_in_words(self) -> str:
        left = self.unmarked()
        if not left:
            return self._words.gettext("Hand in the ballot")
        text = self._words.ngettext(
            "Hand in with {n} question left", "Hand in with {n} questions left", left
        )
        return text.format(n=left)

    @override
    def show_states(self) -> None:
        _ = self._words.gettext
        words = {key.code: key.word for key in self._keys}
        for row, option in zip(self.rows, self._pages[self._page].options, strict=True):
            code = self._answers.get(option.id, "")
            said = words.get(code, _("not answered"))
            name = need_question(self._words, option) if self._asks_need else option.label
            row.show_answer(code, f"{name}, {said}")
        whole = len(self._subject.voting.options)
        done = _("{n} of {all} answered").format(n=len(self._answers), all=whole)
        numbers = [key.key for key in self._keys if key.key and key.code != ABSTAIN]
        keys = _("Keys {first}–{last} answer and go on, minus takes away")
        if self._keys[-1].code == ABSTAIN:
            keys = _("Keys {first}–{last} answer and go on, 0 abstains, minus takes away")
        self.show_foot(done, keys.format(first=numbers[0], last=numbers[-1]))

    def _heading(self, key: AnswerKey) -> SheetLabel:
        style = Style(16, Weight.SEMIBOLD, Role.INK2)
        label = SheetLabel(Setting(style, Align.CENTRE, 2, 1.2), self._ruler, self)
        label.setText(key.word)
        label.setVisible(not self._look.words)
        return label

    def _make_row(self, index: int, option: OptionView) -> AnswerLine:
        tools = (self._ruler, cast("QWidget", self))
        row = AnswerLine(option, self._below[option.id], self._look, tools)
        row.answered.connect(partial(self._click, index))
        row.installEventFilter(self)
        row.hide()
        return row

    def _click(self, index: int, code: str) -> None:
        self._answer(index, code)
        self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, index: int, code: str) -> None:
        option = self._pages[self._page].options[index].id
        if code:
            self._answers[option] = code
        else:
            self._answers.pop(option, None)
        self.show_states()

    @override
    def act_on_key(self, event: QKeyEvent) -> bool:
        at = self.focused()
        code = next((key.code for key in self._keys if key.key and key.key == event.text()), "")
        if at < 0:
            return False
        if code:
            self._answer(at, code)
            self._go_past(at)
        elif event.key() in _CLEAR:
            self._answer(at, "")
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(at, 1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _go_past(self, at: int) -> None:
        """The next row, on the next page too; after the last the button."""
        if at + 1 < len(self.rows):
            self.rows[at + 1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_last():
            self.go_to_button()
        else:
            self.turn_to(self.page + 1)

    def _step(self, at: int, way: int) -> None:
        codes = [key.code for key in self._keys]
        now = self.rows[at].answer
        place_ = codes.index(now) + way if now else (0 if way > 0 else len(codes) - 1)
        self._answer(at, codes[max(0, min(place_, len(codes) - 1))])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._show_question()
        return False

    def _show_question(self) -> None:
        """What need or nice asks of the row with the keyboard, in full."""
        at = self.focused() if self._asks_need and self._all_rows else -1
        if at >= 0:
            question = need_question(self._words, self._pages[self._page].options[at])
            if question != self._question.text():
                self._question.setText(question)

    @override
    def arrange_rows(self, right: float, bottom: float, scale: float) -> None:
        high = TALL if self._tall else LOW
        top = ROWS_TOP + (0 if self._look.words else _HEADINGS - 14)
        foot = bottom - (210 if self._asks_need else 150)
        many = len(self._pages[0].options)
        pitch = min(high + 16, max(high + 6, (foot - top) / max(many, 4)))
        for i, row in enumerate(self.rows):
            row.put(Rect(EDGE, top + i * pitch, right - EDGE, high), scale)
        for i, label in enumerate(self._headings):
            x = self._look.left_of(i, right - 11) - COLUMN_GAP / 2
            rect = Rect(x, top - _HEADINGS, self._look.wide + COLUMN_GAP, _HEADINGS - 4)
            place(label, rect, scale)
        place(self._question, Rect(EDGE, foot + 2, right - EDGE, 60), scale)
        self._question.setVisible(self._asks_need)


class ListSheet(Sheet):
    """One question: a row for each answer, one of them chosen."""

    def __init__(
        self, subject: SheetSubject, words: Words, ruler: Ruler, parent: QWidget | None = None
    ) -> None:
        super().__init__(subject, words, ruler, parent)
        self._chosen = ""
        self._keys = answer_keys(words, subject)
        options = tuple(OptionView(key.code, key.word) for key in self._keys)
        parts = even_parts(options, LIST_ROWS)
        keys = {key.code: key.key for key in self._keys}
        rows = [tuple(self._make_row(i, o, keys[o.id]) for i, o in enumerate(p)) for p in parts]
        self.fill([SheetPage(part) for part in parts], rows)

    @property
    def rows(self) -> tuple[BallotRow, ...]:
        """The rows of the page that is shown."""
        return cast("tuple[BallotRow, ...]", self.shown_rows)

    @override
    def ballot(self) -> Ballot:
        option = self._subject.voting.options[0]
        return Ballot(answers={option: self._chosen} if self._chosen else {})

    @override
    def step_word(self) -> str:
        return self._words.gettext("Answer")

    @override
    def title_text(self) -> str:
        voting = self._subject.voting
        return voting.question or voting.name

    @override
    def unmarked(self) -> int:
        return 0 if self._chosen else 1

    @override
    def hand_in_words(self) -> str:
        _ = self._words.gettext
        return _("Hand in the ballot") if self._chosen else _("Hand in without an answer")

    @override
    def show_states(self) -> None:
        _ = self._words.gettext
        for row, option in zip(self.rows, self._pages[self._page].options, strict=True):
            on = option.id == self._chosen
            name = _("{option}, chosen").format(option=option.label) if on else option.label
            row.show_state(RowState(dots=int(on), name=name))
        words = {key.code: key.word for key in self._keys}
        said = _("Your answer: {answer}").format(answer=words.get(self._chosen, ""))
        last = sum(key.key not in {"", "0"} for key in self._keys)
        hint = _("Keys 1–{n}, minus takes away").format(n=last)
        self.show_foot(said if self._chosen else _("Choose one answer"), hint)

    def _make_row(self, index: int, option: OptionView, key: str) -> BallotRow:
        minus = self._words.gettext("One less")
        row = BallotRow(RowText(key, option.label, minus_word=minus), self._ruler, self)
        row.clicked.connect(partial(self._choose_row, index))
        row.minus.connect(self._clear)
        row.hide()
        return row

    def _choose_row(self, index: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._choose(self._pages[self._page].options[index].id)
        self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, code: str) -> None:
        self._chosen = code
        self.show_states()

    def _clear(self) -> None:
        self._choose("")

    @override
    def act_on_key(self, event: QKeyEvent) -> bool:
        code = next((key.code for key in self._keys if key.key and key.key == event.text()), "")
        if code:
            self._choose(code)
            self._show_chosen(code)
            self.go_to_button()
        elif event.key() in _CLEAR:
            self._clear()
        else:
            return False
        return True

    def _show_chosen(self, code: str) -> None:
        for i, option in enumerate(self._pages[self._page].options):
            if option.id == code:
                self.rows[i].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def arrange_rows(self, right: float, bottom: float, scale: float) -> None:
        many = len(self._pages[0].options)
        high = 76.0 if many <= TALL_ROWS else LOW
        pitch = min(high + 16, max(high + 6, (bottom - 150 - ROWS_TOP) / max(many, TALL_ROWS)))
        for i, row in enumerate(self.rows):
            row.put(Rect(EDGE, ROWS_TOP + i * pitch, right - EDGE, high), scale)
