"""A sheet of codes to cut apart and draw: large letters, cut lines, nobody's name.

The codes stand in the order they are given in, which means nothing. A card has the question, so
that it cannot be taken for a card of another vote.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Align, Ink, Line, Piece, Point, Role, Weight
from workshop_app.figures.text import Style, wrap_to
from workshop_app.report.painting import font_name
from workshop_app.report.paper import HEIGHT, WIDTH, Part, Sheet, bind
from workshop_app.report.press import Press
from workshop_app.report.tagged import About, Tag
from workshop_app.system.language import Language

COLUMNS, ROWS = 3, 8
PER_SHEET = COLUMNS * ROWS
_LEFT, _TOP = 34.0, 40.0
_WIDE = (WIDTH - 2 * _LEFT) / COLUMNS
_HIGH = (HEIGHT - 2 * _TOP) / ROWS
_CODE = Style(21.0, Weight.BOLD)
_TEXT = Style(8.5, role=Role.INK2)
_CUT = Ink(stroke=Role.INK3, width=0.6, dash=(3.0, 3.0))


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """What is printed.

    Attributes:
        question: What the vote is about.
        codes: A card for each.
    """

    question: str
    codes: tuple[str, ...]


def code_sheet(press: Press, sheet: CodeSheet) -> bytes:
    """All cards in one tagged PDF. The fonts must be registered."""
    return bind(code_pages(press, sheet), _about(press, sheet), palette(dark=False))


def code_pages(press: Press, sheet: CodeSheet) -> list[Sheet]:
    """The pages, 24 cards on each."""
    codes = sheet.codes
    groups = [codes[i : i + PER_SHEET] for i in range(0, len(codes), PER_SHEET)]
    return [_page(press, sheet, group) for group in groups]


def _page(press: Press, sheet: CodeSheet, codes: tuple[str, ...]) -> Sheet:
    cards = tuple(_card(press, sheet, code, index) for index, code in enumerate(codes))
    rows = -(-len(codes) // COLUMNS)
    return Sheet((*cards, Part(Tag.ARTIFACT, _cut_lines(rows))))


def _card(press: Press, sheet: CodeSheet, code: str, index: int) -> Part:
    row, column = divmod(index, COLUMNS)
    middle = _LEFT + (column + 0.5) * _WIDE
    top = _TOP + row * _HIGH
    lines = wrap_to(sheet.question, _TEXT, _WIDE - 20, press.ruler, lines=2)
    pieces: list[Piece] = [_CODE.label(code, middle, top + 46, Align.CENTRE)]
    pieces += [
        _TEXT.label(text, middle, top + 66 + i * 11, Align.CENTRE) for i, text in enumerate(lines)
    ]
    return Part(Tag.P, tuple(pieces))


def _cut_lines(rows: int) -> tuple[Piece, ...]:
    bottom = _TOP + rows * _HIGH
    across = [
        Line((Point(_LEFT, _TOP + n * _HIGH), Point(WIDTH - _LEFT, _TOP + n * _HIGH)), _CUT)
        for n in range(rows + 1)
    ]
    down = [
        Line((Point(_LEFT + n * _WIDE, _TOP), Point(_LEFT + n * _WIDE, bottom)), _CUT)
        for n in range(COLUMNS + 1)
    ]
    return (*across, *down)


def _about(press: Press, sheet: CodeSheet) -> About:
    workshop = press.day.workshop
    title = press.words.gettext("Codes for drawing: {question}").format(question=sheet.question)
    swedish = press.words.language is Language.SWEDISH
    return About(
        title=title,
        language="sv-SE" if swedish else "en-GB",
        made=press.printed,
        author=workshop.department or workshop.municipality or workshop.title,
        font=font_name(Weight.REGULAR),
    )
