"""What a vote on initiatives put first, where there is no frame yet to build a proposal in."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.summary import DaySummary, RankRow
from workshop_app.figures.shapes import Align, Ink, Line, Point, Role
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
from workshop_app.report.paper import Part
from workshop_app.report.press import Press
from workshop_app.report.tagged import Scope, Tag

_PLACE, _NUMBER, _GAP = 26.0, 62.0, 8.0
_AIR = 2.6
_KEY = "ranking"


def ranking_blocks(press: Press, facts: DaySummary) -> tuple[Block, ...]:
    """The heading and a row for each initiative, first place first; nothing without a vote."""
    if not facts.ranking:
        return ()
    ruler, width = press.ruler, RIGHT - LEFT
    head = _head(press, facts)
    again = (head.parts, head.height)
    _ = press.words.gettext
    notes = [_("Equal ones share a place. Amounts in tkr. Minus means lower net cost.")]
    if facts.ranked_by is RoundMethod.POINTS:
        notes.insert(0, _("The order is dots minus stops."))
    return (
        heading(Tag.H2, _title(press, facts), Place(LEFT, 0, width), ruler),
        head,
        *(replace(_line(press, one), again=again) for one in facts.ranking),
        replace(paragraph(" ".join(notes), SMALL, Place(LEFT, 0, width, 13), ruler), before=6),
    )


def _title(press: Press, facts: DaySummary) -> str:
    _ = press.words.gettext
    if facts.ranked_by is RoundMethod.NEED:
        return _("Need to have, or nice to have")
    return _("The initiatives in the order of the vote")


def _head(press: Press, facts: DaySummary) -> Block:
    _ = press.words.gettext
    if facts.ranked_by is RoundMethod.NEED:
        counts = (_("Need to have"), _("Nice to have"))
    else:
        counts = (_("Dots"), _("Stops"))
    year = str(press.day.workshop.budget_year)
    texts = (_("Place"), _("Initiative"), year, *counts)
    part, height = row(_cells(texts, SMALL_STRONG, Scope.COLUMN), press.ruler, low=True)
    parts = (_rule(height + 4), Part(Tag.TABLE, parts=(part,), key=_KEY))
    return Block(height + 4, parts, sticks=True)


def _line(press: Press, one: RankRow) -> Block:
    formats = press.formats
    counts = (formats.number(one.counts[0]), formats.number(one.counts[1]))
    texts = (formats.number(one.rank), one.label, formats.signed(one.effect), *counts)
    part, height = row(_cells(texts, BODY, None), press.ruler, _AIR)
    height += 2 * _AIR
    return Block(height, (_rule(height), Part(Tag.TABLE, parts=(part,), key=_KEY)))


def _cells(texts: tuple[str, ...], style: Style, scope: Scope | None) -> list[Cell]:
    """Place and name from the left, three columns of numbers at the right."""
    rank, name, *numbers = texts
    first = LEFT + _PLACE + _GAP
    wide = RIGHT - first - len(numbers) * (_NUMBER + _GAP)
    tag = Tag.TH if scope else Tag.TD
    cells = [
        Cell(rank, LEFT, _PLACE, style, tag=tag, scope=scope),
        Cell(name, first, wide, style, tag=Tag.TH, scope=scope or Scope.ROW, most=3),
    ]
    for n, text in enumerate(numbers):
        right = RIGHT - (len(numbers) - 1 - n) * (_NUMBER + _GAP)
        face = STRONG if n == 1 and scope is None else style
        cells.append(Cell(text, right, _NUMBER, face, Align.RIGHT, tag, scope))
    return cells


def _rule(y: float) -> Part:
    ends = (Point(LEFT, y), Point(RIGHT, y))
    return Part(Tag.ARTIFACT, (Line(ends, Ink(stroke=Role.LINE2, width=0.7)),))
