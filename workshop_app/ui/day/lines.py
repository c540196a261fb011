"""The agenda, the budget year and the recipients as rows to show."""

from __future__ import annotations

from workshop_app.domain.agenda import agenda_minutes
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem
from workshop_app.figures.icons import Icon
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.day.line_list import Line
from workshop_app.ui.texts import step_name
from workshop_app.ui.widgets.remarks import Remark

_HOUR = 60
_MARKS = {AgendaKind.VOTE: "vote", AgendaKind.BREAK: "pause"}
STEPS = (
    "day",
    "people",
    "tracks",
    "situation",
    "units",
    "initiatives",
    "follow_up",
    "gather",
    "concretise",
    "vote",
    "roadmap",
    "need",
    "prioritise",
    "frame",
    "alternatives",
    "questions",
    "summary",
)
"""Every step an item of the agenda can be linked to; one without a name yet is not offered."""


def kind_name(words: Words, kind: AgendaKind) -> str:
    """What a sort of block is called."""
    pgettext = words.pgettext
    names = {
        AgendaKind.INFORMATION: pgettext("agenda", "Information"),
        AgendaKind.VOTE: pgettext("agenda", "Vote"),
        AgendaKind.GROUP_WORK: pgettext("agenda", "Group work"),
        AgendaKind.PLENARY: pgettext("agenda", "Plenary"),
        AgendaKind.BREAK: pgettext("agenda", "Break"),
    }
    return names[kind]


def minutes_text(words: Words, minutes: int) -> str:
    """Such as "15 min", with a hard space."""
    return words.gettext("{n}\u00a0min").format(n=minutes)


def length_text(words: Words, minutes: int) -> str:
    """Such as "7 h 30 min"."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return minutes_text(words, rest)
    text = words.gettext("{h}\u00a0h").format(h=hours)
    return f"{text} {minutes_text(words, rest)}" if rest else text


def agenda_summary(day: Day, words: Words, formats: Formats) -> str:
    """Such as "17 items · 08.30–16.00 · 7 h 30 min"; empty without an agenda."""
    if not day.agenda:
        return ""
    count = len(day.agenda)
    items = words.ngettext("{n} item", "{n} items", count).format(n=count)
    span = formats.span(day.agenda[0].start, day.agenda[-1].end)
    return f"{items} · {span} · {length_text(words, agenda_minutes(day))}"


def linked_step(words: Words, item: AgendaItem) -> str:
    """The name of the step an item drives; empty for none."""
    name = step_name(words, item.step) if item.step else ""
    return name if name != item.step else ""


def step_choices(words: Words) -> list[tuple[str, str]]:
    """The steps of the day that have a page, with "none" first."""
    none = words.pgettext("step", "None")
    named = [(step, step_name(words, step)) for step in STEPS]
    return [("", none), *((step, name) for step, name in named if name != step)]


def agenda_lines(day: Day, words: Words, formats: Formats) -> list[Line]:
    """One row for each item."""
    return [
        Line(
            key=item.id,
            lead=formats.clock(item.start),
            title=item.title,
            note=" · ".join(part for part in (linked_step(words, item), item.owner_role) if part),
            right=minutes_text(words, item.minutes),
            mark=_MARKS.get(item.kind, "talk"),
            told=", ".join(
                part
                for part in (
                    formats.clock(item.start),
                    item.title,
                    kind_name(words, item.kind),
                    linked_step(words, item),
                    item.owner_role,
                    minutes_text(words, item.minutes),
                )
                if part
            ),
        )
        for item in day.agenda
    ]


def calendar_lines(day: Day, words: Words, formats: Formats) -> list[Line]:
    """One row for each step of the year."""
    week = words.gettext("w. {n}")
    return [
        Line(
            key=step.id,
            lead=f"{formats.date_table(step.date)}  {week.format(n=formats.week(step.date))}",
            title=step.event,
            note=step.content,
            right=step.kind,
        )
        for step in day.calendar
    ]


def recipient_lines(day: Day, words: Words, formats: Formats) -> list[Line]:
    """One row for each who gets something."""
    none = words.gettext("No date")
    return [
        Line(
            key=one.id,
            lead=formats.date_table(one.by) if one.by is not None else none,
            title=one.name,
            note=one.gets,
            right=one.kind,
        )
        for one in day.recipients
    ]


def remarks(day: Day, words: Words) -> list[Remark]:
    """What is left to do before the day."""
    _ = words.gettext
    shop = day.workshop
    told: list[Remark] = []
    if not shop.purpose:
        told.append(Remark(Icon.WARN, _("The purpose is missing"), _("It opens the day.")))
    if not shop.expected_result:
        text = _("Write what you want to have when you go home.")
        told.append(Remark(Icon.WARN, _("The expected result is missing"), text))
    if not shop.owner_role:
        text = _("One role has asked for the day and opens it.")
        told.append(Remark(Icon.WARN, _("Nobody stands as owner"), text))
    if not day.agenda:
        told.append(Remark(Icon.WARN, _("The agenda is empty"), _("Add the first item.")))
    lost = [item for item in day.agenda if item.kind is AgendaKind.VOTE and _unlinked(day, item)]
    if lost:
        text = _("Link it to a step or a round, so that the clock and the page go together.")
        title = words.ngettext(
            "{n} vote in the agenda has no step", "{n} votes in the agenda have no step", len(lost)
        )
        told.append(Remark(Icon.INFO, title.format(n=len(lost)), text))
    if not told:
        told.append(Remark(Icon.CHECK, _("The day is ready")))
    return told


def _unlinked(day: Day, item: AgendaItem) -> bool:
    return not item.step and find(day.rounds, item.round_id) is None
