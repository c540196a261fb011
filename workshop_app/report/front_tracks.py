"""The first milestones of each track with their dots: one box is one person."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.summary import DaySummary, TopList, TopRow, VoteFact
from workshop_app.domain.votes import OptionResult
from workshop_app.figures.marks import track_mark
from workshop_app.figures.palette import track_roles
from workshop_app.figures.person_bars import LegendItem, legend, person_bar, unit_for
from workshop_app.figures.shapes import Align, Box, Ink, Rect
from workshop_app.report.galley import (
    BODY,
    CAP,
    COLUMN,
    LEFT,
    NAME,
    RIGHT,
    ROW_LEADING,
    SECOND,
    SMALL,
    STRONG,
    Block,
    Place,
    running,
)
from workshop_app.report.paper import Part, shifted
from workshop_app.report.press import Press
from workshop_app.report.tagged import Scope, Tag
from workshop_app.report.texts import dots_from_people, turnout

_RULE, _MARK = 2.2, 17.0
_LABEL, _BAR_AT = 146.0, 154.5
_NUMBER = 20.0
_MOST_LINES = 3
_BIGGEST_UNIT, _BAR_HEIGHT = 6.63, 9.0
_ROW_GAP = 5.6


@dataclass(frozen=True, slots=True)
class _Bars:
    """How wide a dot is: the same in all tracks, so that they can be compared."""

    press: Press
    unit: float


def track_blocks(press: Press, facts: DaySummary, vote: VoteFact) -> tuple[Block, ...]:
    """Two tracks side by side in each block, then what the boxes mean."""
    order = [track.id for track in press.day.tracks]
    most = max((one.result.score for found in facts.top for one in found.rows), default=1)
    room = COLUMN - _BAR_AT - _NUMBER
    bars = _Bars(press, unit_for(most, room, _BIGGEST_UNIT))
    blocks: list[Block] = []
    for i in range(0, len(facts.top), 2):
        pair = facts.top[i : i + 2]
        done = [
            _track(bars, found, order.index(found.track_id), x)
            for found, x in zip(pair, (LEFT, SECOND), strict=False)
        ]
        height = max(block.height for block in done)
        parts = tuple(part for block in done for part in block.parts)
        blocks.append(Block(height, parts, 15 if i else 3))
    return (*blocks, *_legend(press, facts, vote))


def _track(bars: _Bars, found: TopList, index: int, x: float) -> Block:
    """A track's head and its first milestones, from y = 0."""
    solid, _ = track_roles(index)
    ruler = bars.press.ruler
    name = running(found.name, NAME, Place(x + 23, 7.6, COLUMN - 23, _MARK, 2), ruler)
    rule = Box(Rect(x, 0, COLUMN, _RULE), Ink(fill=solid))
    mark = track_mark(index, Rect(x, 7.6, _MARK, _MARK))
    y = 7.6 + max(name.height, _MARK) + 6.4
    rows: list[Part] = []
    for one in found.rows:
        part, height = _row(bars, one, x)
        rows.append(shifted(part, 0, y))
        y += height + _ROW_GAP
    parts = (
        Part(Tag.ARTIFACT, (rule, *mark)),
        Part(Tag.H3, name.pieces, bookmark=f"{found.letter} {found.name}"),
        Part(Tag.TABLE, parts=tuple(rows)),
    )
    return Block(y - _ROW_GAP, parts)


def _row(bars: _Bars, one: TopRow, x: float) -> tuple[Part, float]:
    """Short name, boxes and number of a milestone, level with each other."""
    ruler, result = bars.press.ruler, one.result
    leading = BODY.size * ROW_LEADING
    label = running(one.label, BODY, Place(x, 0, _LABEL, leading, _MOST_LINES), ruler)
    middle = label.height / 2
    rect = Rect(x + _BAR_AT, middle - _BAR_HEIGHT / 2, COLUMN - _BAR_AT, _BAR_HEIGHT)
    bar = person_bar(_people(result), rect, bars.unit)
    baseline = middle + STRONG.size * CAP / 2
    number = bars.press.formats.number(result.score)
    figure = STRONG.label(number, x + COLUMN, baseline, Align.RIGHT)
    alt = dots_from_people(bars.press.words, result.score, result.breadth)
    cells = (
        Part(Tag.TH, label.pieces, scope=Scope.ROW),
        Part(Tag.TD, parts=(Part(Tag.FIGURE, bar, alt=alt),)),
        Part(Tag.TD, (figure,)),
    )
    return Part(Tag.TR, parts=cells), label.height


def _people(result: OptionResult) -> tuple[int, ...]:
    """The dots of each person who gave any."""
    return tuple(dots for dots, people in result.spread for _ in range(people))


def _legend(press: Press, facts: DaySummary, vote: VoteFact) -> tuple[Block, ...]:
    """What a box means, who voted and how many dots each had."""
    words = press.words
    gives = sorted(
        {dots for found in facts.top for one in found.rows for dots in _people(one.result)}
    )
    first = words.gettext("Every box is a person.")
    intro = SMALL.label(first + " ", LEFT, 9.1)
    items = [
        LegendItem(dots, words.ngettext("{n} dot", "{n} dots", dots).format(n=dots))
        for dots in sorted(gives, reverse=True)
    ]
    at = LEFT + SMALL.width(first, press.ruler) + 12
    boxes, end = legend(items, Rect(at, 1.6, 6.4, 8.4), SMALL, press.ruler)
    rest = running(
        _turnout(press, facts, vote), SMALL, Place(end + 12, 0, RIGHT - end - 12, 11.6), press.ruler
    )
    below = end > RIGHT - 150
    if below:
        rest = running(
            _turnout(press, facts, vote), SMALL, Place(LEFT, 13, RIGHT - LEFT, 11.6), press.ruler
        )
    alt = " · ".join(item.text for item in items)
    parts = (
        Part(Tag.P, (intro,)),
        Part(Tag.FIGURE, boxes, alt=alt),
        Part(Tag.P, rest.pieces),
    )
    return (Block(rest.height + (13 if below else 0), parts, 13),)


def _turnout(press: Press, facts: DaySummary, vote: VoteFact) -> str:
    words = press.words
    voted = turnout(words, vote.voted, vote.electorate)
    if vote.per_track:
        dots = words.ngettext("{n} dot per track", "{n} dots per track", vote.dots)
    else:
        dots = words.ngettext("{n} dot each", "{n} dots each", vote.dots)
    sentences = [f"{voted}, {dots.format(n=vote.dots)}."]
    if any(found.shared_last for found in facts.top):
        sentences.append(words.gettext("Equal ones share a place."))
    return " ".join(sentences)
