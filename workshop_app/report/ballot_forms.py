"""Paper ballots to fill in by hand: large type, a letter for every row, shuffled rows.

Each option keeps its letter on every form, so that a form can be typed in whatever its order is.
The rows are shuffled form by form (within a track where dots are given per track), so that nobody
gains from standing first. A form has no number and no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from workshop_app.domain.ballot_rules import ABSTAIN, allowed_answers, uses_dots
from workshop_app.domain.nouns import VotingRound
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import (
    Align,
    Box,
    Ink,
    Line,
    Oval,
    Piece,
    Point,
    Rect,
    Role,
    Weight,
)
from workshop_app.figures.text import Style, wrap_to
from workshop_app.report.galley import LEFT, RIGHT, Block, Place, line, pour, running
from workshop_app.report.painting import font_name
from workshop_app.report.paper import Part, Sheet, bind
from workshop_app.report.press import Head, Press, page_head
from workshop_app.report.tagged import About, Tag
from workshop_app.report.texts import outcome_word, rule_sentence
from workshop_app.system.language import Language

_TEXT = Style(14.0, Weight.SEMIBOLD)
_LEAD = Style(13.0)
_CODE = Style(13.0, Weight.BOLD)
_WORD = Style(10.5)
_TRACK = Style(13.0, Weight.BOLD)
_LINES = 2
_ROW, _ROW_TWO = 31.0, 46.0
_CIRCLE, _STEP = 17.0, 24.0
_CODE_WIDE, _CODE_HIGH = 30.0, 21.0
_TEXT_LEFT = LEFT + 42.0
_MOST_CIRCLES = 8


@dataclass(frozen=True, slots=True)
class FormOption:
    """One row of a form.

    Attributes:
        code: Its letter, the same on every form.
        text: The option.
        track: Name of its track, where dots are given per track; else empty.
    """

    code: str
    text: str
    track: str = ""


@dataclass(frozen=True, slots=True)
class Forms:
    """What is printed.

    Attributes:
        voting: The round.
        options: Its rows in the order of their letters.
        copies: How many forms.
        seed: Where the shuffling comes from; the same seed gives the same forms.
    """

    voting: VotingRound
    options: tuple[FormOption, ...]
    copies: int
    seed: int


def ballot_forms(press: Press, forms: Forms) -> bytes:
    """All forms in one tagged PDF. The fonts must be registered."""
    sheets = [
        sheet for number in range(forms.copies) for sheet in form_sheets(press, forms, number)
    ]
    return bind(sheets, _about(press, forms), palette(dark=False))


def form_sheets(press: Press, forms: Forms, number: int) -> list[Sheet]:
    """One form: a page, or more where the rows do not fit."""
    voting = forms.voting
    head = Head(press.words.gettext("Ballot"), voting.question or voting.name, first=number == 0)
    blocks = [*_instructions(press, voting), *_rows(press, forms, number)]
    pages = pour(blocks, first=88.0, later=88.0)
    return [
        Sheet((*page_head(replace(head, first=head.first and i == 0), press), *parts))
        for i, parts in enumerate(pages)
    ]


def shuffled(forms: Forms, number: int) -> tuple[FormOption, ...]:
    """The rows of one form; those of a track stay together, in an order of their own."""
    chance = Random(f"{forms.seed}/{number}")  # noqa: S311 - an order of rows, not a secret
    tracks = dict.fromkeys(option.track for option in forms.options)
    found: list[FormOption] = []
    for track in tracks:
        group = [option for option in forms.options if option.track == track]
        chance.shuffle(group)
        found += group
    return tuple(found)


def how_to_mark(press: Press, voting: VotingRound) -> str:
    """What to do with the pen."""
    _ = press.words.gettext
    if not uses_dots(voting):
        return _("Put a cross in one box on each row. Fold the form and hand it in without a name.")
    if voting.stops:
        return _(
            "Fill one circle for each dot. Put a cross in the square for a stop. "
            "Fold the form and hand it in without a name."
        )
    return _("Fill one circle for each dot. Fold the form and hand it in without a name.")


def _instructions(press: Press, voting: VotingRound) -> list[Block]:
    blocks: list[Block] = []
    texts = (rule_sentence(press.words, voting), how_to_mark(press, voting))
    for i, text in enumerate(texts):
        done = running(text, _LEAD, Place(LEFT, 0, RIGHT - LEFT), press.ruler)
        blocks.append(Block(done.height, (Part(Tag.P, done.pieces),), before=4.0 * i))
    return blocks


def _rows(press: Press, forms: Forms, number: int) -> list[Block]:
    blocks: list[Block] = []
    track = ""
    for option in shuffled(forms, number):
        if option.track != track:
            track = option.track
            done = running(track, _TRACK, Place(LEFT, 0, RIGHT - LEFT), press.ruler)
            blocks.append(Block(done.height + 4, (Part(Tag.H2, done.pieces),), 14, sticks=True))
        blocks.append(_row(press, forms.voting, option, first=len(blocks) == 0))
    return blocks


def _row(press: Press, voting: VotingRound, option: FormOption, *, first: bool) -> Block:
    marks, left = _marks(press, voting)
    room = left - 14 - _TEXT_LEFT
    style = _TEXT if _TEXT.width(option.text, press.ruler) <= room else _TEXT.scaled(0.86)
    lines = wrap_to(option.text, style, room, press.ruler, lines=_LINES)
    high = _ROW if len(lines) == 1 else _ROW_TWO
    middle = high / 2
    box = Rect(LEFT, middle - _CODE_HIGH / 2, _CODE_WIDE, _CODE_HIGH)
    pieces: list[Piece] = [
        Box(box, Ink(stroke=Role.INK, width=1.0), 4),
        line(option.code, _CODE, LEFT + _CODE_WIDE / 2, middle, Align.CENTRE),
    ]
    leading = style.size * 1.18
    start = middle - leading * (len(lines) - 1) / 2
    pieces += [line(text, style, _TEXT_LEFT, start + i * leading) for i, text in enumerate(lines)]
    pieces += [piece for mark in marks for piece in mark(middle)]
    ends = (Point(LEFT, high), Point(RIGHT, high))
    rule = Part(Tag.ARTIFACT, (Line(ends, Ink(stroke=Role.LINE2, width=0.7)),))
    return Block(high, (Part(Tag.P, tuple(pieces)), rule), before=8.0 if first else 0.0)


class _Mark:
    """A circle or a square to fill in, perhaps with a word after it, at an x."""

    def __init__(self, x: float, word: str = "", *, square: bool = False) -> None:
        self._x, self._word, self._square = x, word, square

    def __call__(self, middle: float) -> tuple[Piece, ...]:
        place = Rect(self._x, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        ink = Ink(stroke=Role.INK, width=1.2)
        shape: Piece = Box(place, ink, 2) if self._square else Oval(place, ink)
        if not self._word:
            return (shape,)
        return (shape, line(self._word, _WORD, self._x + _CIRCLE + 5, middle))


def _marks(press: Press, voting: VotingRound) -> tuple[Sequence[_Mark], float]:
    """The marks of a row from the right edge, and where they begin."""
    words = _answer_words(press, voting)
    x = RIGHT
    marks: list[_Mark] = []
    for word in reversed(words):
        x -= _CIRCLE + 5 + _WORD.width(word, press.ruler)
        marks.append(_Mark(x, word, square=True))
        x -= 12
    if uses_dots(voting):
        for _n in range(min(voting.cap or voting.dots or 1, _MOST_CIRCLES)):
            x -= _STEP
            marks.append(_Mark(x))
    return marks, x


def _answer_words(press: Press, voting: VotingRound) -> list[str]:
    if uses_dots(voting):
        return [press.words.gettext("Stop")] if voting.stops else []
    codes = allowed_answers(voting)
    ordered = [code for code in codes if code != ABSTAIN] + [c for c in codes if c == ABSTAIN]
    return [outcome_word(press.words, code) for code in ordered]


def _about(press: Press, forms: Forms) -> About:
    workshop = press.day.workshop
    title = press.words.gettext("Ballot forms: {round}").format(round=forms.voting.name)
    swedish = press.words.language is Language.SWEDISH
    return About(
        title=title,
        language="sv-SE" if swedish else "en-GB",
        made=press.printed,
        author=workshop.department or workshop.municipality or workshop.title,
        font=font_name(Weight.REGULAR),
    )
