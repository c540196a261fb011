"""The printed record of a day, put on disk complete or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from workshop_app.app.exports import write_whole
from workshop_app.domain.day import Day
from workshop_app.figures.ruler import FontRuler
from workshop_app.report.summary import ReportKit, write_summary
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.kit import Kit


def report_kit(kit: Kit, file: DayFile) -> ReportKit:
    """What the report needs to be written now, with the head of the file's log."""
    _events, head = file.head()
    return ReportKit(
        words=kit.report_words,
        fonts=kit.paths.fonts,
        printed=kit.clock(),
        ruler=FontRuler(kit.paths.fonts),
        event_head=head,
    )


def write_record(kit: Kit, file: DayFile, out: Path, day: Day | None = None) -> None:
    """Write the summary as PDF.

    Args:
        kit: Words, fonts, clock.
        file: The open day file.
        out: Where the PDF is wanted.
        day: The day, when the caller has it; else it is read from the file.

    Raises:
        KnownError: if it cannot be written; an older file there is left alone.
    """
    content = day or file.load()
    write_whole(out, partial(write_summary, content, report_kit(kit, file)))
