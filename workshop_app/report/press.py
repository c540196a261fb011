"""What every printed page needs, and its head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import DayStatus
from workshop_app.figures.shapes import Align, Ink, Line, Piece, Point, Rect, Role, Ruler
from workshop_app.figures.stone import logo
from workshop_app.figures.text import Style, elide, wrap_to
from workshop_app.report.galley import FINE, KICKER, LEFT, RIGHT, SMALL, TITLE
from workshop_app.report.paper import HEIGHT, Part, Sheet
from workshop_app.report.tagged import Tag
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words

_LOGO = 18.6
_KICKER, _TITLE, _TITLE_LEADING = 42.0, 67.5, 18.5
_OWNER_ROOM = 190.0
_TINY = Style(7.2, role=Role.INK2)
_SMALLER = 0.86
_FOOT_LINE, _FOOT = HEIGHT - 42.5, HEIGHT - 28.3


@dataclass(frozen=True, slots=True)
class Press:
    """The day, in the language of the report, with what it is set with.

    Attributes:
        day: What is printed.
        words: The report's language.
        formats: How that language writes numbers and dates.
        ruler: Measures the bundled fonts.
        printed: When.
        event_head: Short name of the newest event in the day's log; empty where there is none.
    """

    day: Day
    words: Words
    formats: Formats
    ruler: Ruler
    printed: datetime
    event_head: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Kicker and title of a page; `left` and `right` are its margins.

    `first` is false on a page that goes on from another with the same title.
    """

    kicker: str
    title: str
    left: float = LEFT
    right: float = RIGHT
    first: bool = True


def page_head(head: Head, press: Press) -> tuple[Part, ...]:
    """Kicker, title, and whose report it is. The title takes two lines at most."""
    ruler = press.ruler
    room = head.right - head.left
    kicker = elide(head.kicker, KICKER, room - _OWNER_ROOM - 40, ruler)
    lines = _title_lines(head, ruler)
    first = _TITLE if len(lines.texts) == 1 else _TITLE - 0.4 * _TITLE_LEADING
    labels = [
        lines.style.label(text, head.left, first + i * _TITLE_LEADING)
        for i, text in enumerate(lines.texts)
    ]
    spaced: list[Piece] = [replace(label, text=label.text + " ") for label in labels[:-1]]
    title = Part(
        Tag.H1 if head.first else Tag.ARTIFACT,
        (*spaced, *labels[-1:]),
        bookmark=head.title if head.first else "",
    )
    above = KICKER.label(kicker, head.left, _KICKER)
    return (title, Part(Tag.P, (above,)), *_owner(head, press))


def page_foot(press: Press, number: int, of: int, head: Head) -> tuple[Piece, ...]:
    """What the paper is worth, when it was printed, and which page it is."""
    _ = press.words.gettext
    when = _("Printed {date} at {time} · page {page} of {pages}").format(
        date=press.formats.date_long(press.printed.date()),
        time=press.formats.clock(press.printed),
        page=number,
        pages=of,
    )
    wide = FINE.width(when, press.ruler)
    draft = press.day.workshop.status is DayStatus.DRAFT
    status = _draft_sentence(press) if draft else press.day.workshop.registry_number
    room = head.right - head.left - wide - 16
    ends = (Point(head.left, _FOOT_LINE), Point(head.right, _FOOT_LINE))
    return (
        Line(ends, Ink(stroke=Role.LINE2, width=0.7)),
        FINE.label(elide(status, FINE, room, press.ruler), head.left, _FOOT),
        FINE.label(when, head.right, _FOOT, Align.RIGHT),
        *_event(press, head),
    )


def _event(press: Press, head: Head) -> tuple[Piece, ...]:
    """The newest event of the log, so that paper and file can be told to belong together."""
    if not press.event_head:
        return ()
    return (_TINY.label(press.event_head, head.right, _FOOT + 10.5, Align.RIGHT),)


def numbered(sheets: Sequence[tuple[Sheet, Head]], press: Press) -> tuple[Sheet, ...]:
    """The pages with their feet, now that their number is known."""
    count = len(sheets)
    return tuple(
        replace(sheet, foot=page_foot(press, i, count, head))
        for i, (sheet, head) in enumerate(sheets, start=1)
    )


def _draft_sentence(press: Press) -> str:
    return press.words.gettext(
        "Working material. Proposals from the administration; the board decides."
    )


@dataclass(frozen=True, slots=True)
class _Title:
    texts: tuple[str, ...]
    style: Style


def _title_lines(head: Head, ruler: Ruler) -> _Title:
    """The title in one line beside the owner, a little smaller if need be, else in two lines."""
    room = head.right - head.left - _OWNER_ROOM - 10
    for style in (TITLE, TITLE.scaled(_SMALLER)):
        if style.width(head.title, ruler) <= room:
            return _Title((head.title,), style)
    small = TITLE.scaled(0.75)
    return _Title(wrap_to(head.title, small, room, ruler), small)


def _owner(head: Head, press: Press) -> tuple[Part, ...]:
    """Municipality and department at the right, with the stone."""
    workshop = press.day.workshop
    mark = Rect(head.right - _LOGO, 34.6, _LOGO, 21.6)
    at = mark.x - 7.5
    names = [name for name in (workshop.municipality, workshop.department) if name]
    labels: list[Piece] = []
    for i, name in enumerate(names):
        text = elide(name, SMALL, _OWNER_ROOM, press.ruler)
        labels.append(SMALL.label(text, at, _KICKER + i * 12.0, Align.RIGHT))
    tag = Tag.P if head.first and len(labels) > 0 else Tag.ARTIFACT
    owner = tuple(Part(tag, (label,)) for label in labels)
    return (*owner, Part(Tag.ARTIFACT, logo(mark)))
