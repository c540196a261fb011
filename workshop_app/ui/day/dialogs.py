"""The dialogs for an item of the agenda, a step of the year and a recipient."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workshop_app.domain.agenda import AgendaEdit, read_minutes
from workshop_app.domain.day import Day
from workshop_app.domain.day_rules import CalendarEdit, RecipientEdit, read_date
from workshop_app.domain.kinds import AgendaKind
from workshop_app.domain.nouns import AgendaItem, CalendarStep, Recipient
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.day.field import Field, choice_field, line_field, text_field
from workshop_app.ui.day.lines import kind_name, step_choices
from workshop_app.ui.day.row_dialog import Blame, RowDialog, Save
from workshop_app.ui.texts import known, refusal

_FIELDS = {
    "title_missing": "title",
    "minutes_unreadable": "minutes",
    "day_too_long": "minutes",
    "date_unreadable": "date",
    "event_missing": "event",
    "recipient_missing": "name",
}
_USUAL_MINUTES = 15


@dataclass(frozen=True)
class Asking:
    """What every dialog needs: the words, the day, and the window it belongs to."""

    words: Words
    day: Day
    parent: QWidget


def agenda_dialog(
    ask: Asking, item: AgendaItem | None, put: Callable[[AgendaEdit], object]
) -> RowDialog:
    """Ask about an item; None = a new one. `put` may refuse."""
    _ = ask.words.gettext
    fields = _agenda_fields(ask)
    _fill(fields, _agenda_values(item))
    # A step that has no page here is not among the choices, and is kept.
    shown = {step for step, _name in step_choices(ask.words)}
    unseen = item.step if item is not None and item.step not in shown else ""
    title = _("Edit agenda item") if item is not None else _("New agenda item")
    rows = (
        (("title", fields["title"]),),
        (("minutes", fields["minutes"]), ("kind", fields["kind"])),
        (("step", fields["step"]), ("round_id", fields["round_id"])),
        (("owner_role", fields["owner_role"]),),
        (("instruction", fields["instruction"]),),
    )

    def save(values: Mapping[str, str]) -> None:
        put(
            AgendaEdit(
                title=values["title"],
                minutes=read_minutes(values["minutes"]),
                kind=AgendaKind(values["kind"]),
                owner_role=values["owner_role"],
                instruction=values["instruction"],
                round_id=values["round_id"],
                step=values["step"] or unseen,
            )
        )

    return RowDialog(ask.words, title, rows, _blaming(ask.words, save, "title"), ask.parent)


def _agenda_fields(ask: Asking) -> dict[str, Field]:
    _ = ask.words.gettext
    roles = sorted({person.role for person in ask.day.participants})
    kinds = [(kind.value, kind_name(ask.words, kind)) for kind in AgendaKind]
    none = ask.words.pgettext("round", "None")
    rounds = [("", none), *((one.id, one.name) for one in ask.day.rounds)]
    return {
        "title": line_field(_("Item")),
        "minutes": line_field(_("Minutes")),
        "kind": choice_field(_("Kind of item"), kinds),
        "step": choice_field(_("Step of the day"), step_choices(ask.words)),
        "round_id": choice_field(_("What is voted on"), rounds),
        "owner_role": line_field(_("Responsible"), roles),
        "instruction": text_field(_("How you do it")),
    }


def _agenda_values(item: AgendaItem | None) -> dict[str, str]:
    if item is None:
        return {"minutes": str(_USUAL_MINUTES), "kind": AgendaKind.PLENARY.value}
    return {
        "title": item.title,
        "minutes": str(item.minutes),
        "kind": item.kind.value,
        "step": item.step,
        "round_id": item.round_id,
        "owner_role": item.owner_role,
        "instruction": item.instruction,
    }


def calendar_dialog(
    ask: Asking, step: CalendarStep | None, put: Callable[[CalendarEdit], object]
) -> RowDialog:
    """Ask about a step of the year; None = a new one."""
    _ = ask.words.gettext
    kinds = sorted({each.kind for each in ask.day.calendar if each.kind})
    fields = {
        "date": line_field(_("Date")),
        "kind": line_field(_("Kind"), kinds),
        "event": line_field(_("Who or what")),
        "content": text_field(_("What happens")),
    }
    date = step.date if step is not None else ask.day.workshop.date
    values = {"date": date.isoformat()}
    if step is not None:
        values |= {"kind": step.kind, "event": step.event, "content": step.content}
    _fill(fields, values)

    def save(values: Mapping[str, str]) -> None:
        date = read_date(values["date"])
        put(CalendarEdit(date, values["event"], values["content"], values["kind"]))

    title = _("Edit step of the year") if step is not None else _("New step of the year")
    rows = (
        (("date", fields["date"]), ("kind", fields["kind"])),
        (("event", fields["event"]),),
        (("content", fields["content"]),),
    )
    return RowDialog(ask.words, title, rows, _blaming(ask.words, save, "event"), ask.parent)


def recipient_dialog(
    ask: Asking, one: Recipient | None, put: Callable[[RecipientEdit], object]
) -> RowDialog:
    """Ask about one who gets something; None = a new one."""
    _ = ask.words.gettext
    kinds = sorted({each.kind for each in ask.day.recipients if each.kind})
    fields = {
        "name": line_field(_("Recipient, an organisation or a function")),
        "kind": line_field(_("Kind"), kinds),
        "date": line_field(_("At the latest")),
        "gets": text_field(_("What they get")),
    }
    if one is not None:
        date = one.by.isoformat() if one.by is not None else ""
        _fill(fields, {"name": one.name, "kind": one.kind, "gets": one.gets, "date": date})

    def save(values: Mapping[str, str]) -> None:
        by = read_date(values["date"]) if values["date"] else None
        put(RecipientEdit(values["name"], values["kind"], values["gets"], by))

    title = _("Edit recipient") if one is not None else _("New recipient")
    rows = (
        (("name", fields["name"]),),
        (("kind", fields["kind"]), ("date", fields["date"])),
        (("gets", fields["gets"]),),
    )
    return RowDialog(ask.words, title, rows, _blaming(ask.words, save, "name"), ask.parent)


def _fill(fields: Mapping[str, Field], values: Mapping[str, str]) -> None:
    for key, value in values.items():
        fields[key].put(value)


def _blaming(words: Words, save: Callable[[Mapping[str, str]], None], first: str) -> Save:
    """Turns a refusal into the field it is about."""

    def saved(values: Mapping[str, str]) -> Blame | None:
        try:
            save(values)
        except Refused as no:
            return Blame(_FIELDS.get(no.code, first), refusal(words, no))
        except KnownError as error:
            return Blame(first, known(words, error))
        return None

    return saved
