"""The table of the frame alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_app.domain.summary import DaySummary, FrameLine
from workshop_app.figures.shapes import Align, Box, Ink, Line, Point, Rect, Role
from workshop_app.figures.text import Style
from workshop_app.report.galley import (
    BODY,
    LEFT,
    RIGHT,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Block,
    Cell,
    Place,
    heading,
    paragraph,
    row,
)
from workshop_app.report.names import alternative, numbered_name
from workshop_app.report.paper import Part
from workshop_app.report.press import Press
from workshop_app.report.tagged import Scope, Tag
from workshop_app.report.texts import fits, result_target

_PAD, _GAP = 5.6, 9.0
_LEAST_NAME, _MOST_RESULT = 110.0, 100.0
_AIR = 4.2
_RESULT = 5
"""Which column holds the result."""
_NOTHING = "–"


def frame_blocks(press: Press, facts: DaySummary) -> tuple[Block, ...]:
    """The heading, the table and what the amounts mean; nothing where there are no frames."""
    if not facts.frames:
        return ()
    ruler = press.ruler
    _ = press.words.gettext
    behind = any(line.behind is not None for line in facts.frames)
    blocks = [heading(Tag.H2, _("Frame alternatives"), Place(LEFT, 0, RIGHT - LEFT), ruler)]
    table = _Table(press, _titles(press, behind=behind), _rows(press, facts))
    columns = table.columns()
    blocks.append(_head(table, columns))
    for i in range(len(facts.frames)):
        preferred = facts.frames[i].frame_id == facts.preferred
        blocks.append(_line(table, columns, i, preferred=preferred))
    notes = [_("Amounts in tkr. Minus means lower net cost."), *_over(press, facts)]
    note = paragraph(" ".join(notes), SMALL, Place(LEFT, 0, RIGHT - LEFT, 13), ruler)
    blocks.append(replace(note, before=6))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column begins, how wide it is, and whether it holds numbers."""

    x: float
    width: float
    numbers: bool = False

    def cell(self, text: str, style: Style, tag: Tag, scope: Scope | None) -> Cell:
        if self.numbers:
            right = self.x + self.width
            return Cell(text, right, self.width, style, Align.RIGHT, tag, scope)
        return Cell(text, self.x, self.width, style, Align.LEFT, tag, scope, most=3)


@dataclass(frozen=True, slots=True)
class _Table:
    """The words of the table: names, four amounts, the result and who stands behind it."""

    press: Press
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def columns(self) -> tuple[_Column, ...]:
        """Amounts as wide as they are, names what is left."""
        widths = [self._least(i) for i in range(1, len(self.titles))]
        widths[_RESULT - 1] = min(self._natural(_RESULT), _MOST_RESULT)
        gaps = _GAP * len(widths) + 2 * _PAD
        name = max(RIGHT - LEFT - sum(widths) - gaps, _LEAST_NAME)
        columns = [_Column(LEFT + _PAD, name)]
        for i, width in enumerate(widths, start=1):
            x = columns[-1].x + columns[-1].width + _GAP
            columns.append(_Column(x, width, numbers=i < _RESULT))
        return tuple(columns)

    def _natural(self, column: int) -> float:
        """The width of the widest cell in one line."""
        texts = [row[column] for row in self.rows]
        return max(STRONG.width(text, self.press.ruler) for text in texts) + 0.1

    def _least(self, column: int) -> float:
        """The least width in which no number and no word of the heading breaks."""
        words = self.titles[column].split(" ")
        head = max(SMALL_STRONG.width(word, self.press.ruler) for word in words)
        return max(self._natural(column), head + 0.1)


def _titles(press: Press, *, behind: bool) -> tuple[str, ...]:
    _ = press.words.gettext
    titles = (
        _("Alternative"),
        _("Frame {year}").format(year=press.day.workshop.budget_year),
        _("To reduce"),
        _("Proposal gives"),
        _("Margin"),
        _("Result"),
    )
    return (*titles, _("Stand behind")) if behind else titles


def _rows(press: Press, facts: DaySummary) -> tuple[tuple[str, ...], ...]:
    behind = any(line.behind is not None for line in facts.frames)
    rows = []
    for i, line in enumerate(facts.frames):
        cells = _cells(press, line, i)
        rows.append((*cells, _behind(press, line)) if behind else cells)
    return tuple(rows)


def _cells(press: Press, line: FrameLine, index: int) -> tuple[str, ...]:
    view = line.view
    gap = None if view.gap is None else -view.gap
    amounts = (view.frame, gap, view.effect[0], view.margin)
    result = result_target(press.words, press.formats, view.result_permille, view.reaches_target)
    name = numbered_name(index, line.name)
    return (name, *(_amount(press, amount) for amount in amounts), result)


def _behind(press: Press, line: FrameLine) -> str:
    if line.behind is None or line.answered is None:
        return _NOTHING
    return press.words.gettext("{n} of {all}").format(n=line.behind, all=line.answered)


def _head(table: _Table, columns: tuple[_Column, ...]) -> Block:
    cells = [
        column.cell(title, SMALL_STRONG, Tag.TH, Scope.COLUMN)
        for column, title in zip(columns, table.titles, strict=True)
    ]
    part, height = row(cells, table.press.ruler, low=True)
    height += 4
    ends = (Point(LEFT, height), Point(RIGHT, height))
    rule = Line(ends, Ink(stroke=Role.LINE2, width=0.7))
    parts = (Part(Tag.ARTIFACT, (rule,)), Part(Tag.TABLE, parts=(part,), key="frames"))
    return Block(height, parts, sticks=True)


def _line(table: _Table, columns: tuple[_Column, ...], index: int, *, preferred: bool) -> Block:
    style = STRONG if preferred else BODY
    cells = [
        column.cell(text, style, Tag.TD if i else Tag.TH, None if i else Scope.ROW)
        for i, (column, text) in enumerate(zip(columns, table.rows[index], strict=True))
    ]
    part, height = row(cells, table.press.ruler, _AIR)
    height += 2 * _AIR
    ground = [Box(Rect(LEFT, 0, RIGHT - LEFT, height), Ink(fill=Role.TINT))] if preferred else []
    ends = (Point(LEFT, height), Point(RIGHT, height))
    last = index == len(table.rows) - 1
    rule = [] if last else [Line(ends, Ink(stroke=Role.LINE2, width=0.7))]
    words = Part(Tag.TABLE, parts=(part,), key="frames")
    return Block(height, (Part(Tag.ARTIFACT, (*ground, *rule)), words))


def _amount(press: Press, amount: int | None) -> str:
    return _NOTHING if amount is None else press.formats.number(amount)


def _over(press: Press, facts: DaySummary) -> list[str]:
    """The alternatives whose proposal does not fit, in words."""
    _ = press.words.gettext
    found = []
    for i, line in enumerate(facts.frames):
        margin = line.view.margin
        if margin is not None and margin < 0:
            name = alternative(press.words, i)
            short = fits(press.words, press.formats, margin)
            sentence = _("{alternative}: {fits}.").format(alternative=name, fits=short)
            found.append(sentence[:1].upper() + sentence[1:])
    return found
