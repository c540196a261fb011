"""The prep sheet: two lists for each unit, challenges and opportunities, with lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import ChallengeKind
from workshop_app.domain.nouns import Unit
from workshop_app.domain.situation import challenges_of
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Ink, Line, Point, Role, Ruler, Weight
from workshop_app.report.galley import (
    BODY,
    BOTTOM,
    LEFT,
    NAME,
    RIGHT,
    SMALL,
    TOP,
    Place,
    paragraph,
    running,
)
from workshop_app.report.painting import font_name, register_fonts
from workshop_app.report.paper import Part, Sheet, bind, shifted
from workshop_app.report.press import Head, Press, numbered, page_head
from workshop_app.report.tagged import About, Tag
from workshop_app.system.formats import Formats
from workshop_app.system.language import Language, Words

_GAP = 24.0
_LINE = 25.0
_LEAST_LINES = 6
_WIDE = RIGHT - LEFT


@dataclass(frozen=True)
class PrepKit:
    """What the sheets are made with: the report's words, fonts, when, and a ruler."""

    words: Words
    fonts: Path
    printed: datetime
    ruler: Ruler


def write_prep_sheets(day: Day, kit: PrepKit, out: BinaryIO) -> int:
    """Write one sheet for each unit as a tagged PDF; a long list goes on to another page.

    Returns:
        The number of pages.
    """
    register_fonts(kit.fonts)
    press = Press(day, kit.words, Formats(kit.words.language), kit.ruler, kit.printed)
    pages = [page for unit in day.units for page in _unit_sheets(press, unit)]
    out.write(bind(numbered(pages, press), _about(press), palette(dark=False)))
    return len(pages)


def _unit_sheets(press: Press, unit: Unit) -> list[tuple[Sheet, Head]]:
    _ = press.words.gettext
    lists = (
        (ChallengeKind.CHALLENGE, _("Challenges"), _("What makes it hard the coming years?")),
        (ChallengeKind.OPPORTUNITY, _("Opportunities"), _("What could we make more of?")),
    )
    middle = TOP + (BOTTOM - TOP - _GAP) / 2
    rooms = ((TOP, middle), (middle + _GAP, BOTTOM))
    first: list[Part] = []
    rest: list[list[Part]] = []
    for (kind, title, question), (top, bottom) in zip(lists, rooms, strict=True):
        texts = [one.text for one in challenges_of(press.day, unit.id, kind)]
        parts, left = _list(press, (title, question), texts, (top, bottom))
        first += parts
        while left:
            parts, left = _list(press, (title, ""), left, (TOP, BOTTOM))
            rest.append(parts)
    pages = [_page(press, unit, first, first=True)]
    return [*pages, *(_page(press, unit, parts, first=False) for parts in rest)]


def _page(press: Press, unit: Unit, parts: Sequence[Part], *, first: bool) -> tuple[Sheet, Head]:
    kicker = press.words.gettext("Prep sheet for {day}").format(day=press.day.workshop.title)
    head = Head(kicker, unit.name, first=first)
    return Sheet((*page_head(head, press), *parts)), head


def _list(
    press: Press, heading: tuple[str, str], texts: Sequence[str], room: tuple[float, float]
) -> tuple[list[Part], list[str]]:
    """A heading, as many texts as there is room for, lines to write on; and the texts left."""
    title, question = heading
    top, bottom = room
    parts: list[Part] = []
    named = running(title, NAME, Place(LEFT, top, _WIDE), press.ruler)
    parts.append(Part(Tag.H2, named.pieces, bookmark=title if question else ""))
    y = top + named.height + 2
    if question:
        asked = paragraph(question, SMALL, Place(LEFT, y, _WIDE), press.ruler)
        parts += asked.parts
        y += asked.height + 8
    left = list(texts)
    while left:
        done = running(f"\u2022 {left[0]}", BODY, Place(LEFT, 0, _WIDE), press.ruler)
        if y + done.height > bottom and len(left) < len(texts):
            return parts, left
        parts.append(shifted(Part(Tag.P, done.pieces), 0, y))
        y += done.height + 5
        left.pop(0)
    parts += _lines(y + _LINE, bottom - 10)
    return parts, []


def _lines(top: float, bottom: float) -> list[Part]:
    """Lines to write on, as far as there is room."""
    count = max(0, min(int((bottom - top) // _LINE) + 1, 2 * _LEAST_LINES))
    ink = Ink(stroke=Role.LINE2, width=0.7)
    places = (top + i * _LINE for i in range(count))
    return [Part(Tag.ARTIFACT, (Line((Point(LEFT, y), Point(RIGHT, y)), ink),)) for y in places]


def _about(press: Press) -> About:
    workshop = press.day.workshop
    swedish = press.words.language is Language.SWEDISH
    return About(
        title=press.words.gettext("Prep sheet for {day}").format(day=workshop.title),
        language="sv-SE" if swedish else "en-GB",
        made=press.printed,
        author=workshop.department or workshop.municipality or workshop.title,
        font=font_name(Weight.REGULAR),
    )
