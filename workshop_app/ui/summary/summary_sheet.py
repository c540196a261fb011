"""What the summary page says around the paper: plain values in finished words."""

from __future__ import annotations

import re
from pathlib import Path

from workshop_app.domain.day import Day
from workshop_app.report.summary import SummaryInfo
from workshop_app.system.language import Words

# Not allowed in a file name on one system or another.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def page_names(info: SummaryInfo) -> tuple[str, ...]:
    """The title of each page."""
    return info.titles


def page_sentence(words: Words, page: int, pages: int) -> str:
    """Which page is shown; `page` is from 0."""
    return words.gettext("Page {page} of {pages}").format(page=page + 1, pages=pages)


def contents_heading(words: Words, pages: int) -> str:
    """Over the list of pages."""
    return words.ngettext("Contents, {n} page", "Contents, {n} pages", pages).format(n=pages)


def draft_warning(info: SummaryInfo, words: Words) -> str:
    """What should be known before it is printed; empty if there is nothing."""
    _ = words.gettext
    parts: list[str] = []
    if info.missing_reasons:
        parts.append(
            words.ngettext(
                '{n} proposal lacks a reason. It stands as "to be investigated" '
                "until you fill it in.",
                '{n} proposals lack a reason. They stand as "to be investigated" '
                "until you fill them in.",
                info.missing_reasons,
            ).format(n=info.missing_reasons)
        )
    if "over_frame" in info.warnings:
        parts.append(_("The proposal does not fit the frame."))
    return " ".join(parts)


def proposed_file(folder: Path, day: Day, words: Words) -> Path:
    """Where the PDF is offered to be saved: the day's title, what it is, its date."""
    title = " ".join(_FORBIDDEN.sub(" ", day.workshop.title).split()).strip(" .")
    name = words.gettext("{day}, summary {date}").format(
        day=title, date=day.workshop.date.isoformat()
    )
    return folder / f"{name}.pdf"
