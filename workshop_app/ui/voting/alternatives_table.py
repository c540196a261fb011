"""The alternatives side by side at the desk: waterline, sums, differences, who stands behind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.domain.frames import FrameView, frame_view
from workshop_app.domain.nouns import FrameAlternative, VotingRound
from workshop_app.figures.answer_bars import Part, answer_bar, unit_of
from workshop_app.figures.shapes import Box, Figure, Ink, Piece, Rect, Role, Ruler, Shape, Weight
from workshop_app.figures.text import Style
from workshop_app.figures.waterline import Pillar, PillarPlace, pillar_pieces, surface_line, water
from workshop_app.report.texts import result_target
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.frame.frame_sheet import pillar_of
from workshop_app.ui.painting import FigureWidget
from workshop_app.ui.stage_pages.answers import AnswerRow, answer_rows
from workshop_app.ui.stage_pages.backing import frame_title
from workshop_app.ui.stage_pages.differences import differences, in_all_and_none
from workshop_app.ui.theme import window_palette
from workshop_app.ui.widgets.drawing import draw_shapes
from workshop_app.ui.widgets.labels import Card, caption, divider, label, strong

_PILLAR = (220.0, 128.0)
_EFFECT = 17


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of the table with its label role."""

    text: str
    role: str = "row"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: what it is, and its text for each alternative."""

    head: Cell
    cells: tuple[Cell, ...]


class BarLabel(QLabel):
    """Bars painted, and told in its text."""

    def __init__(self, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruler = ruler
        self._parts: tuple[Part, ...] = ()
        self._effects: tuple[tuple[int, str], ...] = ()
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put_answers(self, parts: tuple[Part, ...], text: str) -> None:
        """Answers as boxes with their numbers over them."""
        self._parts = parts
        self.setText(text)
        self.setFixedHeight(48)
        self.update()

    def put_effects(self, effects: tuple[tuple[int, str], ...], most: int) -> None:
        """Effects of the years, each with its amount; `most` fills two thirds of the width."""
        self._effects, self._most = effects, max(most, 1)
        self.setText(", ".join(text for _value, text in effects))
        self.setFixedHeight(len(effects) * _EFFECT + 4)
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shapes = self._answer_shapes() if self._parts else self._effect_shapes()
        with QPainter(self) as painter:
            draw_shapes(painter, shapes)

    def _answer_shapes(self) -> list[Shape]:
        people = sum(part.people for part in self._parts)
        unit = unit_of(people, self.width() - 4, 14.0)
        style = Style(14, Weight.BOLD)
        shapes: list[Shape] = []
        x, free = 0.0, 0.0
        for part in self._parts:
            if part.people:
                at, text = max(x, free), str(part.people)
                shapes.append(style.label(text, at, 15))
                free = at + style.width(text, self._ruler) + 4
                x += part.people * unit
        return [*shapes, *answer_bar(self._parts, Rect(0, 22, self.width(), 18), unit)]

    def _effect_shapes(self) -> list[Shape]:
        style = Style(13, Weight.REGULAR, Role.INK2)
        shapes: list[Shape] = []
        for i, (value, text) in enumerate(self._effects):
            wide = self.width() * 0.62 * abs(value) / self._most
            role = Role.ACCENT if i == 0 else Role.START
            bar = Rect(0, i * _EFFECT + 5, max(wide, 1.0), 8)
            shapes.append(Box(bar, Ink(fill=role), 2))
            shapes.append(style.label(text, bar.right + 10, bar.y + 8.5))
        return shapes


class AlternativesTable(Card):
    """Columns for the alternatives; every number is a label of its own."""

    def __init__(self, words: Words, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words, self._ruler = words, ruler
        self._grid = QGridLayout()
        self._inner = QWidget(self)
        self._shown: tuple[Day, VotingRound | None] | None = None
        self.body.addWidget(self._inner)
        self._parts: list[QWidget] = []
        self._line = 0

    def put(self, day: Day, voting: VotingRound | None) -> None:
        """Show the day's alternatives, and the vote on them where the room has seen it."""
        if self._shown is not None and same_alternatives(self._shown, (day, voting)):
            return
        self._shown = (day, voting)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = QWidget(self)
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(5)
        self._parts, self._line = [], 0
        frames = day.frames
        self._heading(day, frames)
        views = tuple(frame_view(day, frame.id) for frame in frames)
        if all(view.room is not None for view in views):
            self._waterlines(day, views)
        for row in sum_rows(self._words, day, views):
            self._add_row(row)
        self._effects(day, views)
        self._differences(day, frames)
        self._answers(day, voting, frames)
        for column in range(len(frames) + 1):
            self._grid.setColumnStretch(column, 1)
        self.body.addWidget(self._inner)
        self._inner.show()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its wrapped texts need at this width; the page scrolls, nothing is cut."""
        edges = self.body.contentsMargins()
        wide = max(self.width() - edges.left() - edges.right(), 400)
        high = max(self._grid.heightForWidth(wide), self._grid.minimumSize().height())
        self._inner.setFixedHeight(high)

    def texts(self) -> tuple[str, ...]:
        """All that stands in the table, in reading order."""
        return tuple(part.text() for part in self._parts if isinstance(part, QLabel))

    def _put(self, part: QWidget, column: int, span: int = 1) -> None:
        self._grid.addWidget(part, self._line, column, 1, span)
        self._parts.append(part)

    def _rule(self) -> None:
        self._put(divider(), 0, self._grid.columnCount())
        self._line += 1

    def _heading(self, day: Day, frames: tuple[FrameAlternative, ...]) -> None:
        for i, frame in enumerate(frames):
            number, name = frame_title(self._words, day, frame)
            made = QWidget(self)
            column = QVBoxLayout(made)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(1)
            title = label(name, "section")
            title.setWordWrap(True)
            column.addWidget(caption(number))
            column.addWidget(title)
            self._put(made, i + 1)
        self._line += 1

    def _waterlines(self, day: Day, views: tuple[FrameView, ...]) -> None:
        _ = self._words.gettext
        formats = Formats(self._words.language)
        about = caption(_("In tkr, on the same scale in all of them."))
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(strong(_("The waterline")))
        column.addWidget(about)
        column.addStretch(1)
        self._put(made, 0)
        pillars = [pillar_of(day, view, self._words) for view in views]
        most = max(pillar_height(pillar) for pillar in pillars)
        for i, (view, pillar) in enumerate(zip(views, pillars, strict=True)):
            fits = _("Fits {amount}").format(amount=formats.number(view.above_sum))
            below = _("Does not fit {amount}").format(amount=formats.number(view.below_sum))
            figure = small_pillar(pillar, most, (fits, below))
            picture = FigureWidget(f"{fits}, {below}", window_palette())
            picture.figure = figure
            picture.setMinimumSize(120, 84)
            picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            picture.setFixedHeight(int(_PILLAR[1]))
            self._put(picture, i + 1)
        self._line += 1
        self._rule()

    def _add_row(self, row: TableRow) -> None:
        for i, cell in enumerate((row.head, *row.cells)):
            text = label(cell.text, cell.role)
            text.setWordWrap(True)
            self._put(text, i)
        self._line += 1

    def _effects(self, day: Day, views: tuple[FrameView, ...]) -> None:
        formats, year = Formats(self._words.language), day.workshop.budget_year
        text = self._words.gettext("Effect {first}, {second}, {third}")
        self._put(label(text.format(first=year, second=year + 1, third=year + 2)), 0)
        most = max((abs(value) for view in views for value in view.effect), default=1)
        for i, view in enumerate(views):
            bars = BarLabel(self._ruler)
            bars.put_effects(tuple((v, formats.number(v)) for v in view.effect), most)
            self._put(bars, i + 1)
        self._line += 1

    def _differences(self, day: Day, frames: tuple[FrameAlternative, ...]) -> None:
        _, words = self._words.gettext, self._words
        formats = Formats(words.language)
        found = differences(day)
        every, none = in_all_and_none(day)
        head = words.ngettext("{n} proposal differs.", "{n} proposals differ.", len(found))
        rest = _("{every} are done in all, {none} in none.").format(every=every, none=none)
        self._rule()
        self._put(strong(f"{head.format(n=len(found))} {rest}"), 0, self._grid.columnCount())
        self._line += 1
        for one in found:
            cells = []
            for frame in frames:
                done = one.done[frame.id]
                text = _("Does") if done else _("Does not")
                amount = f"  {formats.signed(one.effect_tkr)}" if done else ""
                cells.append(Cell(f"{text}{amount}", "strong" if done else "caption"))
            self._add_row(TableRow(Cell(one.label), tuple(cells)))

    def _answers(
        self, day: Day, voting: VotingRound | None, frames: tuple[FrameAlternative, ...]
    ) -> None:
        rows: dict[str, AnswerRow] = {}
        if voting is not None:
            rows = {row.option.id: row for row in answer_rows(self._words, day, voting)}
        if not any(frame.id in rows for frame in frames):
            return
        _ = self._words.gettext
        self._rule()
        self._put(strong(_("Where the group stands")), 0)
        for i, frame in enumerate(frames):
            row = rows.get(frame.id)
            made = QWidget(self)
            column = QVBoxLayout(made)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            bars, said = BarLabel(self._ruler), caption(row.word if row else "")
            if row is not None:
                bars.put_answers(row.parts, row.counts)
            column.addWidget(bars)
            column.addWidget(said)
            self._put(made, i + 1)
        self._line += 1


def same_alternatives(
    one: tuple[Day, VotingRound | None], other: tuple[Day, VotingRound | None]
) -> bool:
    """Whether the table would be the same: only what it tells of is compared."""
    before, after = one[0], other[0]
    if one[1] != other[1]:
        return False
    key = one[1].id if one[1] else ""
    return (
        before.frames == after.frames
        and before.portfolios == after.portfolios
        and before.initiatives == after.initiatives
        and before.workshop == after.workshop
        and before.standing(key) == after.standing(key)
    )


def sum_rows(words: Words, day: Day, views: tuple[FrameView, ...]) -> tuple[TableRow, ...]:
    """Frame, what must be lowered, what the proposal lowers, margin, result, negotiation."""
    _ = words.gettext
    formats = Formats(words.language)

    def amount(value: int | None) -> str:
        return "–" if value is None else formats.number(value)

    def margin(view: FrameView) -> Cell:
        value = view.margin
        text = "–" if value is None else formats.signed(value)
        return Cell(text, "warn" if value is not None and value < 0 else "strong")

    def result(view: FrameView) -> Cell:
        text = result_target(words, formats, view.result_permille, view.reaches_target)
        return Cell(text, "row" if view.reaches_target else "warn")

    def negotiated(view: FrameView) -> Cell:
        number = len(view.co_determination)
        return Cell(words.ngettext("{n} proposal", "{n} proposals", number).format(n=number))

    year = day.workshop.budget_year
    return (
        TableRow(
            Cell(_("Frame {year}").format(year=year)), tuple(Cell(amount(v.frame)) for v in views)
        ),
        TableRow(Cell(_("We are to lower")), tuple(Cell(amount(v.gap)) for v in views)),
        TableRow(
            Cell(_("The proposal lowers")),
            tuple(Cell(formats.number(-v.effect[0]), "strong") for v in views),
        ),
        TableRow(Cell(_("Margin")), tuple(margin(v) for v in views)),
        TableRow(Cell(_("The municipality's result")), tuple(result(v) for v in views)),
        TableRow(Cell(_("Needs negotiation (MBL)")), tuple(negotiated(v) for v in views)),
    )


def pillar_height(pillar: Pillar) -> int:
    """Everything in the pillar, in tkr."""
    return max(1, pillar.room + sum(block.cost for block in pillar.below))


def small_pillar(pillar: Pillar, most: int, texts: tuple[str, str]) -> Figure:
    """A pillar in water, on a scale shared by all alternatives.

    Args:
        pillar: What stands in the water.
        most: The highest pillar in tkr; it fills the picture.
        texts: What fits, and what does not.
    """
    wide, high = _PILLAR
    surface = 4 + pillar.room * (high - 8) / most
    place = PillarPlace(
        wide, high, 4, max(surface, 14.0), 0, 46, wave=2, period=60, pen=2, end=high
    )
    style, deep = Style(13, Weight.SEMIBOLD), Style(13, Weight.SEMIBOLD, Role.DEEP)
    pieces: list[Piece] = [*water(place)]
    pieces += pillar_pieces(Pillar(pillar.above, pillar.below, pillar.room), place)
    pieces.append(surface_line(place))
    pieces.append(style.label(texts[0], 58, max(place.surface - 10, 12)))
    pieces.append(deep.label(texts[1], 58, min(place.surface + 22, high - 6)))
    told = ", ".join(texts)
    return Figure(wide, high, tuple(pieces), told, (texts,))
