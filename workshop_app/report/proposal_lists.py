"""The lists of a proposal: what goes on, what starts, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from workshop_app.domain.day import find
from workshop_app.domain.frames import CONTINUES, STARTS, FrameRow, FrameView
from workshop_app.domain.kinds import Side
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import Align, Ink, Line, Point, Rect, Role
from workshop_app.figures.text import Style, display
from workshop_app.report.galley import (
    RIGHT,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Block,
    Cell,
    Place,
    heading,
    line,
    paragraph,
    pour,
    row,
)
from workshop_app.report.paper import Part
from workshop_app.report.press import Press
from workshop_app.report.tagged import Scope, Tag
from workshop_app.report.texts import result_sentence, stance_sentence
from workshop_app.system.formats import EN_DASH

LISTS = 119.2
"""The left edge of the lists, beside the pillar."""
FIRST = 102.0
"""Where the lists above the water begin."""

_SECOND = 348.5
_COLUMN = RIGHT - _SECOND
_COST = 44.0
_ROW_GAP = 4.1
_MOST_LINES = 24
"""A name or a reason longer than this is cut: a row has to fit on a page."""
_LONG_NOTE = 600
_LABEL, _REASON = 168.0, 297.6
_BIG = display(17.6)


def above_pages(press: Press, view: FrameView, *, margin: bool = True) -> list[list[Part]]:
    """What goes on and what starts, side by side, on as many pages as it takes.

    With `margin` the left side ends with how it fits the frame.
    """
    fits = margin_blocks(press, view) if margin else []
    left = pour([*_continues(press, view), *fits], FIRST)
    right = pour(_starts(press, view), FIRST)
    nothing: list[Part] = []
    return [[*one, *other] for one, other in zip_longest(left, right, fillvalue=nothing)]


def margin_blocks(press: Press, view: FrameView) -> list[Block]:
    """How it fits the frame, in big figures, and the municipality's result."""
    _ = press.words.gettext
    ruler, margin = press.ruler, view.margin
    sentence = result_sentence(
        press.words, press.formats, view.result_permille, view.reaches_target
    )
    result = paragraph(sentence, SMALL, Place(LISTS, 0, _COLUMN, 13.2), ruler)
    if margin is None:
        missing = _("Neither fits nor misses: the frame or the need is not stated.")
        unknown = paragraph(missing, SMALL, Place(LISTS, 0, _COLUMN, 13.2), ruler)
        return [replace(unknown, before=16), result]
    over = margin < 0
    title = _("Missing to the frame") if over else _("Margin to the frame")
    big = replace(_BIG, role=Role.WARN if over else Role.INK)
    amount = paragraph(press.formats.tkr(abs(margin)), big, Place(LISTS, 0, _COLUMN, 21), ruler)
    label = paragraph(title, SMALL, Place(LISTS, 0, _COLUMN, 13.2), ruler)
    return [replace(label, before=16, sticks=True), replace(amount, sticks=True), result]


def below_blocks(press: Press, view: FrameView, air: float = 1.0) -> list[Block]:
    """What does not go on and what does not start, each with its reason; then the notes.

    `air` is how much of the space in the rows is kept.
    """
    _ = press.words.gettext
    lists = (
        (_("Does not continue as today"), view.column(Side.BELOW, CONTINUES), "stops"),
        (_("Does not start"), view.column(Side.BELOW, STARTS), "waits"),
    )
    blocks: list[Block] = []
    for title, rows, key in lists:
        if rows:
            blocks += _under(press, title, [(one, key) for one in rows], air)
    return [*blocks, *_notes(press, view)]


def _continues(press: Press, view: FrameView) -> list[Block]:
    rows = view.column(Side.ABOVE, CONTINUES)
    title = press.words.gettext("Continues as today")
    return _above(press, title, rows, LISTS)


def _starts(press: Press, view: FrameView) -> list[Block]:
    rows = view.column(Side.ABOVE, STARTS)
    free = [one for one in rows if not one.locked]
    title = press.words.gettext("Starts")
    return [*_above(press, title, free, _SECOND), *_locked(press, view)]


def _above(press: Press, title: str, rows: Sequence[FrameRow], x: float) -> list[Block]:
    if not rows:
        return []
    head = heading(Tag.H2, title, Place(x, 0, _COLUMN), press.ruler)
    return [head, *_rows(press, _dearest(rows), x, title)]


def _locked(press: Press, view: FrameView) -> list[Block]:
    """What the law decides, under a lock."""
    rows = [one for one in view.above if one.locked]
    if not rows:
        return []
    title = press.words.gettext("Required by law, always included")
    label = line(title, SMALL_STRONG, _SECOND + 15, 7)
    lock = icon(Icon.LOCK, Rect(_SECOND, 2, 10, 10), Role.INK2)
    parts = (Part(Tag.ARTIFACT, lock), Part(Tag.H2, (label,), bookmark=title))
    return [Block(14, parts, 11, sticks=True), *_rows(press, rows, _SECOND, "law")]


def _rows(press: Press, rows: Sequence[FrameRow], x: float, key: str) -> list[Block]:
    """Name and cost of each row."""
    blocks: list[Block] = []
    for one in rows:
        cells = (
            Cell(one.label, x, _COLUMN - _COST, tag=Tag.TH, scope=Scope.ROW, most=_MOST_LINES),
            Cell(press.formats.number(one.cost), x + _COLUMN, _COST, STRONG, Align.RIGHT),
        )
        part, height = row(cells, press.ruler)
        blocks.append(Block(height, (Part(Tag.TABLE, parts=(part,), key=key),), _ROW_GAP))
    return blocks


def _dearest(rows: Sequence[FrameRow]) -> list[FrameRow]:
    return sorted(rows, key=_cost_down)


def _cost_down(one: FrameRow) -> int:
    return -one.cost


def _under(
    press: Press, title: str, rows: Sequence[tuple[FrameRow, str]], air: float
) -> list[Block]:
    """A heading and rows between hairlines; the heading comes again on a new page."""
    head = _under_head(press, title)
    more = press.words.gettext("{title}, continued").format(title=title)
    again = _under_head(press, more)
    unread = tuple(replace(part, tag=Tag.ARTIFACT, bookmark="") for part in again.parts)
    blocks = [head]
    for one, key in rows:
        block = _under_row(press, one, key, _ROW_GAP * air)
        blocks.append(replace(block, again=(unread, again.height)))
    return blocks


def _under_head(press: Press, title: str) -> Block:
    head = heading(Tag.H2, title, Place(LISTS, 0, RIGHT - LISTS - 40), press.ruler)
    unit = replace(SMALL, role=Role.DEEP).label("tkr", RIGHT, 11.5, Align.RIGHT)
    return Block(head.height, (*head.parts, Part(Tag.P, (unit,))), 14, sticks=True)


def _under_row(press: Press, one: FrameRow, key: str, gap: float) -> Block:
    reason = stance_sentence(
        press.words, one.printed_stance, one.reason, starts=one.column == STARTS
    )
    deep = Style(9.4, role=Role.DEEP)
    cells = (
        Cell(one.label, LISTS, _LABEL, STRONG, tag=Tag.TH, scope=Scope.ROW, most=_MOST_LINES),
        Cell(reason, _REASON, RIGHT - _COST - _REASON, deep, most=_MOST_LINES),
        Cell(press.formats.number(one.cost), RIGHT, _COST, STRONG, Align.RIGHT),
    )
    part, height = row(cells, press.ruler, gap)
    ends = (Point(LISTS, 0), Point(RIGHT, 0))
    rule = Line(ends, Ink(stroke=Role.LINE2, width=0.7))
    parts = (Part(Tag.ARTIFACT, (rule,)), Part(Tag.TABLE, parts=(part,), key=key))
    return Block(height + 2 * gap, parts)


def _notes(press: Press, view: FrameView) -> list[Block]:
    """What to negotiate first, what does not go together, and what the amounts are."""
    _ = press.words.gettext
    notes = _negotiations(press, view)
    for first, second in view.unmet_needs:
        message = _("{first} needs {second}, which is not in the proposal.")
        notes.append(message.format(first=_name(press, first), second=_name(press, second)))
    for first, second in view.conflicts:
        message = _("{first} and {second} do not go together.")
        notes.append(message.format(first=_name(press, first), second=_name(press, second)))
    year = press.day.workshop.budget_year
    notes.append(_("Amounts in tkr, full year {year}.").format(year=year))
    style = Style(9.4, role=Role.DEEP)
    place = Place(LISTS, 0, RIGHT - LISTS, 13.6)
    blocks = [paragraph(note, style, place, press.ruler) for note in notes]
    return [replace(block, before=14 if i == 0 else 2) for i, block in enumerate(blocks)]


def _negotiations(press: Press, view: FrameView) -> list[str]:
    """What to negotiate, in one sentence, or as a list where that would be very long."""
    if not view.co_determination:
        return []
    names = [_name(press, one) for one in view.co_determination]
    message = press.words.gettext(
        "Negotiation under the Co-determination Act comes before a decision on: {names}."
    )
    sentence = message.format(names="; ".join(names))
    if len(sentence) <= _LONG_NOTE:
        return [sentence]
    return [message.format(names="").rstrip(" ."), *(f"{EN_DASH} {name}" for name in names)]


def _name(press: Press, initiative_id: str) -> str:
    found = find(press.day.initiatives, initiative_id)
    return found.label if found else initiative_id
