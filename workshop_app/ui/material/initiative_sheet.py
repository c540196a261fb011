"""What is said of one initiative in the right column, in finished words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.day import find
from workshop_app.domain.initiatives import (
    LawLevel,
    in_conflict,
    law_level,
    look_over,
    needed_by,
)
from workshop_app.domain.nouns import Initiative
from workshop_app.domain.situation import came_from
from workshop_app.figures.icons import Icon
from workshop_app.ui.material.initiative_table import code_of
from workshop_app.ui.material.unit_tables import validity_words
from workshop_app.ui.material_texts import initiative_kinds
from workshop_app.ui.widgets.remarks import Remark
from workshop_app.ui.workplace import Workplace

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class InitiativeSheet:
    """Heading, title, what is weighed, facts and remarks."""

    heading: str
    title: str
    weighed: str
    facts: Facts
    remarks: tuple[Remark, ...]


def initiative_sheet(place: Workplace, one: Initiative) -> InitiativeSheet:
    """Everything that is filled in; what is empty is left out."""
    _ = place.words.gettext
    return InitiativeSheet(
        heading=_("Initiative {n}").format(n=code_of(place.day, one)),
        title=one.title,
        weighed=one.weighed,
        facts=(*_law_facts(place, one), *_goal_facts(place, one), *_tie_facts(place, one)),
        remarks=_remarks(place, one),
    )


def _law_facts(place: Workplace, one: Initiative) -> Facts:
    _ = place.words.gettext
    level = law_level(one)
    says = {
        LawLevel.FIXED: _("The level is fixed by law, so it is always in and not voted on."),
        LawLevel.SPECIAL: _("The level is not fixed, so you may vote."),
        LawLevel.MUNICIPAL: _("It is voluntary, so you may vote."),
    }[level]
    reference = one.legal_reference
    law = f"{reference[:1].upper()}{reference[1:]}. {says}" if reference else says
    kinds = dict(initiative_kinds(place.words))
    return (
        (_("Governed by"), law),
        (_("Kind"), kinds[one.kind]),
    )


def _goal_facts(place: Workplace, one: Initiative) -> Facts:
    _ = place.words.gettext
    documents = {document.id: document.title for document in place.day.documents}

    def named(keys: Iterable[str]) -> str:
        return ", ".join(documents[key] for key in keys if key in documents)

    return (
        (_("Goals"), named(one.goal_ids)),
        (_("Steering documents"), named(one.document_ids)),
        (_("Consequence"), one.consequence),
        (_("For whom"), one.for_whom),
        (_("Responsible"), one.owner_role),
    )


def _tie_facts(place: Workplace, one: Initiative) -> Facts:
    _ = place.words.gettext
    day = place.day
    lines = [_("Needs {name}.").format(name=_named(place, key)) for key in one.needs]
    lines += [
        _("{name} needs this one.").format(name=_named(place, other.id))
        for other in needed_by(day, one.id)
    ]
    lines += [
        _("Does not go with {name}.").format(name=_named(place, other.id))
        for other in in_conflict(day, one)
    ]
    units = [unit.name for unit in day.units if unit.id in one.shared_with]
    shared = ", ".join((*units, *one.shared_with_external))
    premises = one.premises or (_("Yes") if one.co_use else "")
    source = came_from(day, one.origin)
    return (
        (_("Belongs with"), " ".join(lines)),
        (_("Across units"), shared),
        (_("Shared premises"), premises),
        (_("Co-determination"), _("Needs MBL negotiation") if one.co_determination else ""),
        (_("Comes from"), _("The figure {name}").format(name=source.name) if source else ""),
    )


def _named(place: Workplace, key: str) -> str:
    other = find(place.day.initiatives, key)
    return f"{code_of(place.day, other)} {other.label}" if other is not None else key


def _remarks(place: Workplace, one: Initiative) -> tuple[Remark, ...]:
    _ = place.words.gettext
    day = place.day
    says = {
        "no_unit": _("No unit is chosen"),
        "no_goal": _("Linked to no goal and no document"),
        "no_law": _("Special law without a legal reference"),
        "nothing_weighed": _("It does not say what is weighed"),
    }
    advice = {
        "nothing_weighed": _("Write the service at stake. That is what the room votes on."),
    }
    found: list[Remark] = []
    for code in look_over(day, one):
        if code != "document_ends":
            found.append(Remark(Icon.WARN, says[code], advice.get(code, "")))
            continue
        for document in day.documents:
            ends = document.to_year is not None and document.to_year < day.workshop.budget_year
            if ends and document.id in (*one.goal_ids, *one.document_ids):
                found.append(Remark(Icon.WARN, document.title, validity_words(place, document)))
    return tuple(found)
