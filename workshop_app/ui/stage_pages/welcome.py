"""The first and the last page of the day on the shared screen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.app.stage import Showing
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.local_names import forum_beside
from workshop_app.domain.summary import next_steps
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import Pill
from workshop_app.figures.shapes import Figure
from workshop_app.figures.stage.aims import Aim, Aims, aims_pages
from workshop_app.figures.stage.frame import StageFrame, Told, zoomed
from workshop_app.figures.stage.plain import Message, message_page
from workshop_app.figures.stage.welcome import DayItem, ItemKind, Welcome, welcome_pages
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import AgendaNow, agenda_here, day_name, minutes_of, run_of
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.workplace import Workplace

SOON = 90
"""From this many minutes before the start the page says how long is left."""

_DATES = 3
_KINDS: Mapping[AgendaKind, ItemKind] = MappingProxyType(
    {AgendaKind.VOTE: ItemKind.VOTE, AgendaKind.BREAK: ItemKind.PAUSE}
)


def welcome_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The page the room sees."""
    pages = first_pages(workplace, showing)
    return pages[min(showing.page, len(pages) - 1)]


def first_pages(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """The day's name, its items and the clock; then why the room has met."""
    day, words, formats = workplace.day, workplace.stage_words, workplace.stage_formats
    clock = workplace.clock()
    now = agenda_here(workplace, showing.step)
    workshop = day.workshop
    _ = words.gettext
    date = formats.date_full(workshop.date)
    whose = (workshop.municipality, forum_beside(workshop))
    organisation = (workshop.department, " · ".join(line for line in whose if line))
    page = Welcome(
        organisation=tuple(line for line in organisation if line),
        title=day_name(workshop),
        purpose=workshop.purpose or _("What shall we do, and what shall we not do?"),
        clock=formats.clock(clock),
        day_heading=_("The day"),
        date=date[:1].upper() + date[1:],
        items=_items(day, words, formats, now),
        legend=(_("Voting"), _("Talk"), _("Break")),
        pill=_beginning(words, formats, day, now),
        told=Told(f"{workshop.title}, {date}"),
        page_format=_("Page {page} of {pages}"),
        canvas=zoomed(workplace.look.zoom),
    )
    return (*welcome_pages(page, workplace.ruler), *_aims(workplace, showing))


def _aims(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """Purpose, expected result and ground rules, as far as they are written."""
    day, words = workplace.day, workplace.stage_words
    _, workshop = words.gettext, day.workshop
    written = (
        Aim(_("Purpose"), _paragraphs(workshop.purpose)),
        Aim(_("Expected result"), _paragraphs(workshop.expected_result)),
        Aim(_("Ground rules"), _paragraphs(workshop.ground_rules)),
    )
    aims = tuple(aim for aim in written if aim.paragraphs)
    title = _("This is why we meet")
    frame = StageFrame(
        title,
        kicker=day_name(workshop),
        page_format=_("Page {page} of {pages}"),
        canvas=zoomed(workplace.look.zoom),
    )
    parts = (f"{aim.heading}: {' '.join(aim.paragraphs)}" for aim in aims)
    told = Told(". ".join((title, *parts)))
    footed = with_foot(frame, day, words, workplace.clock(), showing.step, run_of(workplace))
    return aims_pages(Aims(footed, aims, told), workplace.ruler)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def closing_figure(workplace: Workplace, _showing: Showing) -> Figure:
    """Thanks, and what happens next."""
    day, words, formats = workplace.day, workplace.stage_words, workplace.stage_formats
    _ = words.gettext
    title = _("Thank you for today")
    lines = [
        f"{formats.date_short(step.date)}: {step.who}, {step.what}"
        for step in next_steps(day)[:_DATES]
    ]
    if lines:
        lines.insert(0, _("What happens now"))
    date = formats.date_long(day.workshop.date)
    frame = StageFrame(
        title,
        foot_left=f"{day.workshop.title} · {date}",
        canvas=zoomed(workplace.look.zoom),
    )
    told = Told(". ".join((title, *lines)))
    return message_page(Message(frame, title, tuple(lines), told=told), workplace.ruler)


def closing_pages(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """Thanks, and then what the day was for."""
    return (closing_figure(workplace, showing), *_aims(workplace, showing))


def _items(day: Day, words: Words, formats: Formats, now: AgendaNow) -> tuple[DayItem, ...]:
    if not day.agenda:
        return ()
    runs = now.item.id if now.item is not None and now.minutes_left is not None else ""
    items = [
        DayItem(
            formats.clock(item.start),
            item.title,
            _KINDS.get(item.kind, ItemKind.TALK),
            item.id == runs,
        )
        for item in day.agenda
    ]
    end = max(day.agenda, key=lambda item: minutes_of(item.end)).end
    return (*items, DayItem(formats.clock(end), words.gettext("End"), ItemKind.END))


def _beginning(words: Words, formats: Formats, day: Day, now: AgendaNow) -> Pill | None:
    """When we begin, in the last hour and a half before."""
    if not day.agenda or now.by_hand:
        return None
    start = day.agenda[0].start
    left = minutes_of(start) - int(now.minute)
    if not 0 < left <= SOON:
        return None
    text = words.ngettext(
        "We begin at {time}, in {n} minute", "We begin at {time}, in {n} minutes", left
    ).format(time=formats.clock(start), n=left)
    return Pill(text, Icon.CLOCK)
