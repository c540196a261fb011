"""The table of initiatives: one row each, the three years at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from workshop_app.domain.day import Day
from workshop_app.domain.initiatives import (
    add_initiative,
    in_conflict,
    law_level,
    look_over,
    needed_by,
    remove_initiative,
    set_label,
    set_law,
    set_related,
)
from workshop_app.domain.material import ValueKind, read_typed
from workshop_app.domain.noun import Noun
from workshop_app.domain.nouns import Initiative, SteeringDocument
from workshop_app.domain.ops import Op
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.marks import Law, law_mark
from workshop_app.figures.shapes import Rect, Role, Shape, Weight
from workshop_app.ui.material.noun_table import NounColumn, NounTableSpec, choices_of, field_rule
from workshop_app.ui.material.parts import effect, ticked
from workshop_app.ui.material_texts import initiative_kinds, law_names
from workshop_app.ui.tables.cells import Cell, Choice, Column, Edit
from workshop_app.ui.workplace import Workplace

MARKS = {"fixed": Law.LEVEL, "special": Law.SPECIAL, "municipal": Law.MUNICIPAL}
Shown = Callable[[Day], Iterable[Noun]]
_YEAR_WIDE = 62


def initiative_spec(
    place: Workplace, shown: Shown, may_set: Callable[[str, str, str], bool] | None = None
) -> NounTableSpec:
    """The initiatives that `shown` lets through; `may_set` is asked before a cell is set."""
    return NounTableSpec(
        name=place.words.gettext("Initiatives"),
        collection="initiatives",
        rows=shown,
        columns=partial(_columns, place),
        op=Op.EDIT_INITIATIVE,
        add=_added,
        remove=remove_initiative,
        confirm=may_set,
        empty=place.words.gettext("No initiatives to show. Read in a list or add the first."),
    )


def code_of(day: Day, one: Initiative) -> str:
    """Its number in the list."""
    return str(day.initiatives.index(one) + 1)


def the_initiative(noun: Noun) -> Initiative:
    """The noun as an initiative."""
    if not isinstance(noun, Initiative):
        raise TypeError(type(noun).__name__)
    return noun


def goals_of(day: Day) -> tuple[SteeringDocument, ...]:
    """The steering documents that are goals."""
    kinds = ("mål", "goal")
    return tuple(one for one in day.documents if any(k in one.kind.casefold() for k in kinds))


def initiative_choices(day: Day) -> tuple[Choice, ...]:
    """All initiatives with their numbers, to pick from."""
    return tuple(Choice(one.id, f"{code_of(day, one)} {one.label}") for one in day.initiatives)


def _columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    return (*_names(place, day), *_law(place, day), *_ties(place, day), *_years(place, day))


def _names(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext
    units = {unit.id: unit.name for unit in day.units}
    numbers = {one.id: str(place) for place, one in enumerate(day.initiatives, start=1)}
    kinds = tuple((kind.value, text) for kind, text in initiative_kinds(place.words))
    named = dict(kinds)

    def number(noun: Noun) -> Cell:
        return Cell(numbers[noun.id], role=Role.INK3)

    def name(noun: Noun) -> Cell:
        one = the_initiative(noun)
        return Cell(one.label, one.label, Role.INK, Weight.SEMIBOLD, tip=one.title)

    def unit(noun: Noun) -> Cell:
        one = the_initiative(noun)
        text = units.get(one.unit_id, "")
        return Cell(text, one.unit_id, tip=text)

    def kind(noun: Noun) -> Cell:
        value = the_initiative(noun).kind.value
        return Cell(named[value], value)

    none = _("No unit")
    return (
        NounColumn(Column("number", _("No."), 36, Edit.NONE), number),
        NounColumn(Column("name", _("Initiative"), 200, stretch=True), name, set_label),
        NounColumn(
            Column("unit", _("Unit"), 96, Edit.CHOICE, choices=choices_of(units.items(), none)),
            unit,
            field_rule("initiatives", "unit_id", ValueKind.CHOICE),
        ),
        NounColumn(
            Column("kind", _("Kind"), 92, Edit.CHOICE, drop=4, choices=choices_of(kinds)),
            kind,
            field_rule("initiatives", "kind", ValueKind.CHOICE),
        ),
    )


def _law(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext
    laws = dict(law_names(place.words))
    goals = tuple(Choice(one.id, one.title) for one in goals_of(day))

    def law(noun: Noun) -> Cell:
        one = the_initiative(noun)
        value = law_level(one).value
        return Cell(
            laws[value], value, tip=one.legal_reference, mark=partial(law_mark, MARKS[value])
        )

    def goal(noun: Noun) -> Cell:
        one = the_initiative(noun)
        count = len(one.goal_ids)
        text = place.words.ngettext("{n} goal", "{n} goals", count).format(n=count)
        typed = "|".join(one.goal_ids)
        if {"document_ends", "no_goal"}.isdisjoint(look_over(day, one)):
            return Cell(text, typed)
        return Cell(text, typed, Role.WARN, mark=_warn)

    return (
        NounColumn(
            Column("law", _("Governed by"), 124, Edit.CHOICE, choices=choices_of(laws.items())),
            law,
            set_law,
        ),
        NounColumn(
            Column("goals", _("Goals"), 84, Edit.SEVERAL, drop=1, choices=goals),
            goal,
            field_rule("initiatives", "goal_ids", ValueKind.IDS),
        ),
    )


def _ties(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext

    def mbl(noun: Noun) -> Cell:
        return ticked(place.words, on=the_initiative(noun).co_determination)

    def ties(noun: Noun) -> Cell:
        one = the_initiative(noun)
        parts = [_("needs {n}").format(n=_code(day, key)) for key in one.needs]
        parts += [_("for {n}").format(n=code_of(day, other)) for other in needed_by(day, one.id)]
        parts += [_("not {n}").format(n=code_of(day, other)) for other in in_conflict(day, one)]
        return Cell(", ".join(parts), "|".join(one.needs))

    return (
        NounColumn(
            Column("mbl", _("MBL"), 66, Edit.TICK, drop=2),
            mbl,
            field_rule("initiatives", "co_determination", ValueKind.YES_NO),
        ),
        NounColumn(
            Column("ties", _("Needs"), 84, Edit.SEVERAL, drop=3, choices=initiative_choices(day)),
            ties,
            _set_needs,
        ),
    )


def _years(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    first = day.workshop.budget_year
    fields = ("effect_tkr", "effect2_tkr", "effect3_tkr")

    def year(field: str, noun: Noun) -> Cell:
        value = getattr(noun, field)
        return effect(place.formats, value, strong=field == fields[0])

    return tuple(
        NounColumn(
            Column(f"year{i}", str(first + i), _YEAR_WIDE, Edit.AMOUNT, right=True),
            partial(year, field),
            field_rule("initiatives", field, ValueKind.AMOUNT, required=i == 0),
        )
        for i, field in enumerate(fields)
    )


def _warn(rect: Rect) -> tuple[Shape, ...]:
    return icon(Icon.WARN, rect, Role.WARN)


def _code(day: Day, key: str) -> str:
    one = next((one for one in day.initiatives if one.id == key), None)
    return code_of(day, one) if one is not None else key


def _added(day: Day, key: str, text: str) -> Day:
    return add_initiative(day, key, text)


def _set_needs(day: Day, key: str, text: str) -> Day:
    ids = read_typed(ValueKind.IDS, text)
    return set_related(day, "needs", key, ids if isinstance(ids, tuple) else ())
