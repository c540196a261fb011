"""The shown answers in the centre of the desk: legend, rows, and the chosen row in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.day import Day, find
from workshop_app.domain.groups import SplitBy, small_groups
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.methods import is_review
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import revealed
from workshop_app.figures.answer_bars import (
    Look,
    Part,
    answer_bar,
    ring_and_dot,
    sample,
    unit_of,
)
from workshop_app.figures.shapes import Rect, Role, Ruler, Shape, Weight
from workshop_app.figures.text import Style
from workshop_app.report.texts import rule_sentence
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import (
    AnswerRow,
    agreement_words,
    answer_rows,
    answers_of,
    is_list,
    is_statements,
    need_question,
)
from workshop_app.ui.stage_pages.needs import move_views, ring_words
from workshop_app.ui.voting.answer_list import AnswerHead, AnswerList, AnswerTable
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.drawing import draw_shapes
from workshop_app.ui.widgets.labels import Card, Notice, caption, strong

_LEGEND, _BAR = 28, 26


class AnswerLegend(QLabel):
    """What the boxes mean; a screen reader reads it as text."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._ruler = words, ruler
        self._items: tuple[tuple[Look, str], ...] = ()
        self._rings: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, items: Sequence[tuple[Look, str]]) -> None:
        """The answers with their looks."""
        self._items, self._rings = tuple(items), ()
        lead = self._words.gettext("Each box is one person:")
        self.setText(f"{lead} {', '.join(word for _look, word in self._items)}")
        self.setVisible(bool(items))
        self.update()

    def put_rings(self, rings: tuple[str, str]) -> None:
        """What the ring and the dot mean."""
        self._items, self._rings = (), rings
        self.setText(", ".join(rings))
        self.show()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _LEGEND)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(100, _LEGEND)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        style = Style(13, Weight.REGULAR, Role.INK2)
        shapes: list[Shape] = []
        x = 0.0
        for look, word in self._items:
            shapes.append(sample(look, Rect(x, 6, 16, 16)))
            shapes.append(style.label(word, x + 24, 19))
            x += 24 + style.width(word, self._ruler) + 24
        for i, word in enumerate(self._rings):
            shapes.append(ring_and_dot(Rect(x, 8, 12, 12), full=bool(i)))
            shapes.append(style.label(word, x + 20, 19))
            x += 20 + style.width(word, self._ruler) + 24
        lead = "" if self._rings else self._words.gettext("Each box is one person")
        wide = style.width(lead, self._ruler)
        if x + wide < self.width():
            shapes.append(style.label(lead, self.width() - wide, 19))
        with QPainter(self) as painter:
            draw_shapes(painter, shapes)


class BarMark(QLabel):
    """One bar of boxes with its name before it; its text says the numbers."""

    def __init__(self, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruler = ruler
        self._name = ""
        self._parts: tuple[Part, ...] = ()
        self.setMinimumWidth(260)
        self.setFixedHeight(_BAR)

    def put(self, name: str, parts: tuple[Part, ...], said: str) -> None:
        """Show this bar."""
        self._name = name
        self._parts = parts
        self.setText(f"{name}: {said}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        style = Style(13, Weight.REGULAR, Role.INK)
        start = max(90.0, style.width(self._name, self._ruler) + 12)
        people = sum(part.people for part in self._parts)
        room = Rect(start, 4, self.width() - start, _BAR - 8)
        with QPainter(self) as painter:
            bar = answer_bar(self._parts, room, unit_of(people, room.width, 20.0))
            draw_shapes(painter, (style.label(self._name, 0, 18), *bar))


@dataclass(frozen=True, slots=True)
class Detail:
    """The chosen row in full.

    Attributes:
        title: What was asked about.
        text: The question, or what is known.
        bars: (name, boxes, numbers) of each round and each group that may be shown.
        withheld: Why nothing is shown per unit; empty where it is, or was never asked for.
        initiative: What the button says that makes it an initiative; empty for none.
    """

    title: str
    text: str
    bars: tuple[tuple[str, tuple[Part, ...], str], ...]
    withheld: str
    initiative: str = ""


class DetailCard(Card):
    """The chosen row in full, with its bars."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._ruler = ruler
        self.title, self.text = strong(""), caption("")
        self.withheld = Notice("", "shield")
        self.initiative = ActButton(words.gettext("To initiative"), "I", height=SMALL)
        self.title.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(24)
        left, self._bars = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.title)
        left.addWidget(self.text)
        left.addWidget(self.withheld)
        left.addStretch(1)
        row.addLayout(left, 1)
        self._bars.addWidget(self.initiative)
        self._bars.addStretch(1)
        row.addLayout(self._bars, 1)
        self.body.addLayout(row)
        self._marks: list[BarMark] = []

    @property
    def bars(self) -> tuple[str, ...]:
        """What the bars say."""
        return tuple(mark.text() for mark in self._marks if not mark.isHidden())

    def put(self, detail: Detail) -> None:
        """Show this row."""
        self.title.setText(detail.title)
        self.text.setText(detail.text)
        self.text.setVisible(bool(detail.text))
        self.withheld.say(detail.withheld, "shield")
        self.withheld.setVisible(bool(detail.withheld))
        self.initiative.setText(detail.initiative)
        self.initiative.setVisible(bool(detail.initiative))
        while len(self._marks) < len(detail.bars):
            mark = BarMark(self._ruler, self)
            self._bars.insertWidget(len(self._marks), mark)
            self._marks.append(mark)
        for i, mark in enumerate(self._marks):
            mark.setVisible(i < len(detail.bars))
            if i < len(detail.bars):
                mark.put(*detail.bars[i])


class AnswerPanel(QWidget):
    """One result of answers.

    Signals:
        row_chosen: Another row is chosen (option id).
    """

    row_chosen = Signal(str)

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._day: Day | None = None
        self._voting: VotingRound | None = None
        self.legend = AnswerLegend(words, ruler)
        self.head = AnswerHead()
        self.list = AnswerList(words.gettext("Result"))
        self.detail = DetailCard(words, ruler)
        self.rule = caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.legend, self.head, self.list, self.rule, self.detail):
            column.addWidget(part)
        column.addStretch(1)
        self.list.selectionModel().currentChanged.connect(self._chose)

    def put(self, day: Day, voting: VotingRound, *, best: bool) -> None:
        """Show the answers in the order asked for."""
        self._day, self._voting = day, voting
        table = answer_table(self._words, day, voting, best=best)
        kinds = () if is_list(voting) else answers_of(self._words, day, voting)
        self.legend.put([] if table.moves else [(kind.look, kind.word) for kind in kinds])
        self.head.put(table)
        self.list.put(table)
        if table.moves:
            self.legend.put_rings(ring_words(self._words))
        asked = is_list(voting) or is_statements(day, voting) or bool(table.moves)
        self.rule.setText("" if asked else rule_sentence(self._words, voting))
        self.rule.setVisible(not asked)
        self._show_detail()

    def _chose(self, *_places: object) -> None:
        self._show_detail()
        self.row_chosen.emit(self.list.chosen())

    def _show_detail(self) -> None:
        chosen = self.list.chosen()
        if self._day is None or self._voting is None or not chosen:
            self.detail.hide()
            return
        if not says_more(self._day, self._voting, chosen):
            self.detail.hide()
            return
        self.detail.put(detail_of(self._words, self._day, self._voting, chosen))
        self.detail.show()


def says_more(day: Day, voting: VotingRound, option: str) -> bool:
    """Whether the chosen row in full says more than the row itself."""
    result = day.standing(voting.id).result
    if result is None or is_list(voting):
        return False
    winds_down = is_review(voting) and result.option(option).outcome == "wind_down"
    scale = voting.method is RoundMethod.RATING and not is_statements(day, voting)
    return voting.method is RoundMethod.NEED or scale or bool(voting.split_by) or winds_down


def answer_table(words: Words, day: Day, voting: VotingRound, *, best: bool) -> AnswerTable:
    """The rows of a shown result as the desk lists them."""
    _ = words.gettext
    moves = move_views(words, day, voting)
    unit, whole = ring_words(words)
    heads = (
        _("What we weigh"),
        words.pgettext("answer", "Nice to have"),
        words.pgettext("answer", "Need to have"),
        words.pgettext("heading", "Unit"),
        words.pgettext("heading", "Whole"),
        _("Change"),
    )
    return AnswerTable(
        rows=answer_rows(words, day, voting, best_first=best),
        on_scale=voting.method is RoundMethod.RATING,
        moves=moves,
        heads=heads if moves and unit and whole else (),
    )


def detail_of(words: Words, day: Day, voting: VotingRound, option: str) -> Detail:
    """The chosen row in full."""
    row = next(r for r in answer_rows(words, day, voting) if r.option.id == option)
    need = voting.method is RoundMethod.NEED
    text = need_question(words, row.option) if need else row.below
    standing = day.standing(voting.id)
    if voting.method is RoundMethod.RATING and standing.result is not None:
        text = agreement_words(words, standing.result.option(option))
    return Detail(
        title=row.option.whole or row.option.label,
        text=text,
        bars=(*_rounds(words, day, voting, option), *_splits(words, day, voting, option)),
        withheld=withheld_line(words, day, voting, option),
    )


def withheld_line(words: Words, day: Day, voting: VotingRound, option: str) -> str:
    """Why a result is not shown per unit or group; empty where it is shown or was not asked for."""
    _ = words.gettext
    result = day.standing(voting.id).result
    if voting.split_by and result is not None and not result.splits:
        if voting.split_by == SplitBy.GROUP:
            text = _("The result is not shown per group, because the groups are too small.")
        else:
            text = _("The result is not shown per unit, because the units are too small.")
        reason = _("Otherwise it could be worked out how somebody voted.")
        return f"{text} {reason}"
    initiative = find(day.initiatives, option)
    unit = initiative.unit_id if initiative else ""
    size = small_groups(day, voting.half, SplitBy.UNIT).get(unit)
    asked = voting.method is RoundMethod.NEED and not voting.split_by
    small = size is not None and not size.shown
    return _("Not shown per unit. The unit is too small.") if asked and small else ""


def _rounds(
    words: Words, day: Day, voting: VotingRound, option: str
) -> list[tuple[str, tuple[Part, ...], str]]:
    """The option in each round of need or nice; in other rounds only the one."""
    rounds = [voting]
    names = [words.gettext("All")]
    if voting.method is RoundMethod.NEED:
        seen = [one for one, _result in revealed(day, RoundMethod.NEED)]
        found = [one for one in seen if option in one.options]
        if len(found) > 1 and found[0].series != found[-1].series:
            rounds = [found[0], found[-1]]
            names = [words.pgettext("heading", "Unit"), words.pgettext("heading", "Whole")]
    return [
        (name, row.parts, _said(row))
        for name, one in zip(names, rounds, strict=True)
        for row in answer_rows(words, day, one)
        if row.option.id == option
    ]


def _splits(
    words: Words, day: Day, voting: VotingRound, option: str
) -> list[tuple[str, tuple[Part, ...], str]]:
    result = day.standing(voting.id).result
    kinds = answers_of(words, day, voting)
    units = {unit.id: unit.name for unit in day.units}
    found = []
    for group, part in result.splits if result is not None else ():
        counts = part.option(option).counts
        parts = tuple(Part(counts.get(kind.code, 0), kind.look) for kind in kinds)
        said = ", ".join(f"{kind.word} {counts.get(kind.code, 0)}" for kind in kinds)
        found.append((units.get(group, group), parts, said))
    return found


def _said(row: AnswerRow) -> str:
    return f"{row.counts}, {row.word}" if row.word else row.counts
