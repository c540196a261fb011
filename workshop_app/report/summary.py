"""The printed summary of a day: first page, road map, what we do and do not do. Tagged PDF.

A day that goes on from an earlier one has what is new since then after the road map. The same
day, words and time give the same bytes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from workshop_app.domain.day import Day
from workshop_app.domain.local_names import renaming
from workshop_app.domain.summary import DaySummary, day_summary
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Ruler, Weight
from workshop_app.report.front import Later, front_sheets
from workshop_app.report.names import shown_frame
from workshop_app.report.painting import font_name, register_fonts
from workshop_app.report.paper import Sheet, bind
from workshop_app.report.press import Head, Press, numbered
from workshop_app.report.proposal_sheets import proposal_sheets
from workshop_app.report.road_sheets import road_sheets
from workshop_app.report.since import since_sheets
from workshop_app.report.tagged import About
from workshop_app.system.formats import Formats
from workshop_app.system.language import Language, Words


@dataclass(frozen=True)
class ReportKit:
    """What a report is made with.

    Attributes:
        words: The report's language.
        fonts: Folder of the bundled fonts.
        printed: When; stands in the foot, and is the only time in the file.
        ruler: Measures the bundled fonts.
        event_head: Short name of the newest event in the day's log, printed small in the foot.
    """

    words: Words
    fonts: Path
    printed: datetime
    ruler: Ruler
    event_head: str = ""


@dataclass(frozen=True, slots=True)
class SummaryInfo:
    """What came out.

    Attributes:
        pages: Number of pages.
        warnings: Codes of what the reader should know: "reasons_missing" (rows under water
            without a reason, printed as to be investigated), "over_frame".
        missing_reasons: How many rows lack a reason.
        titles: The title of each page.
    """

    pages: int
    warnings: tuple[str, ...] = ()
    missing_reasons: int = 0
    titles: tuple[str, ...] = ()


def write_summary(day: Day, kit: ReportKit, out: Path | BinaryIO) -> SummaryInfo:
    """Write the summary as a PDF. A file at `out` is replaced only when the new one is whole.

    Raises:
        OSError: the file cannot be written; what was there before is untouched.
    """
    register_fonts(kit.fonts)
    words = kit.words.calling(renaming(day.workshop))
    formats = Formats(words.language)
    press = Press(day, words, formats, kit.ruler, kit.printed, kit.event_head)
    facts = day_summary(day)
    pages = compose(press, facts)
    data = bind(numbered(pages, press), _about(press), palette(dark=False))
    if isinstance(out, Path):
        _replace(out, data)
    else:
        out.write(data)
    return _info(facts, pages)


def compose(press: Press, facts: DaySummary) -> list[tuple[Sheet, Head]]:
    """All pages as plain data; the first tells which page the proposal begins on."""
    view = shown_frame(facts)
    road = road_sheets(press)
    since = since_sheets(press)
    proposal = proposal_sheets(press, view) if view is not None else []
    front: list[tuple[Sheet, Head]] = []
    # The number may change how the first page breaks; the second time it stands.
    for _ in range(2):
        begins = max(len(front), 1) + len(road) + len(since) + 1
        front = front_sheets(press, facts, Later(begins))
    return [*front, *road, *since, *proposal]


def _about(press: Press) -> About:
    workshop = press.day.workshop
    title = press.words.gettext("Summary of {day}").format(day=workshop.title)
    swedish = press.words.language is Language.SWEDISH
    return About(
        title=title,
        language="sv-SE" if swedish else "en-GB",
        made=press.printed,
        author=workshop.department or workshop.municipality or workshop.title,
        font=font_name(Weight.REGULAR),
    )


def _info(facts: DaySummary, pages: list[tuple[Sheet, Head]]) -> SummaryInfo:
    view = shown_frame(facts)
    missing = len(view.missing_reasons) if view is not None else 0
    found = (
        ("reasons_missing", missing > 0),
        ("over_frame", view is not None and view.missing > 0),
    )
    warnings = tuple(code for code, there in found if there)
    return SummaryInfo(len(pages), warnings, missing, tuple(head.title for _, head in pages))


def _replace(out: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, out)  # noqa: PTH105 - the one call that replaces in one step everywhere
    finally:
        beside.unlink(missing_ok=True)
