"""The tables of frame alternatives and of the parts of the need."""

from __future__ import annotations

from functools import partial

from workshop_app.domain.day import Day
from workshop_app.domain.initiatives import add_frame, remove_frame
from workshop_app.domain.kinds import FrameStatus
from workshop_app.domain.material import ValueKind, added, removed
from workshop_app.domain.money_nouns import FrameAlternative, NeedPart
from workshop_app.domain.noun import Noun
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.material.noun_table import NounColumn, NounTableSpec, choices_of, field_rule
from workshop_app.ui.material.parts import amount, firm, ticked
from workshop_app.ui.material_texts import frame_statuses
from workshop_app.ui.tables.cells import Cell, Column, Edit
from workshop_app.ui.workplace import Workplace


def frame_spec(place: Workplace) -> NounTableSpec:
    """Frame alternatives: amount, gap, result, whether it reaches the target, status."""
    return NounTableSpec(
        name=place.words.gettext("Frames"),
        collection="frames",
        rows=_frames,
        columns=partial(_frame_columns, place),
        op=Op.EDIT_FRAME,
        add=add_frame,
        remove=remove_frame,
    )


def need_spec(place: Workplace) -> NounTableSpec:
    """The parts of the need at unchanged service."""
    return NounTableSpec(
        name=place.words.gettext("Parts of the need"),
        collection="need_parts",
        rows=_parts,
        columns=partial(_need_columns, place),
        op=Op.EDIT_NEED,
        add=_add_part,
        remove=_remove_part,
    )


def _frame_columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _, formats = place.words.gettext, place.formats
    statuses = tuple((kind.value, text) for kind, text in frame_statuses(place.words))
    named, need = dict(statuses), day.workshop.need_tkr

    def name(noun: Noun) -> Cell:
        return firm(_frame(noun).name)

    def money(noun: Noun) -> Cell:
        return amount(formats, _frame(noun).frame_tkr, strong=True)

    def gap(noun: Noun) -> Cell:
        frame = _frame(noun).frame_tkr
        return amount(formats, None if need is None or frame is None else need - frame)

    def result(noun: Noun) -> Cell:
        permille = _frame(noun).result_permille
        if permille is None:
            return Cell()
        return Cell(formats.percent(permille), formats.permille(permille))

    def target(noun: Noun) -> Cell:
        return ticked(place.words, on=_frame(noun).reaches_target)

    def status(noun: Noun) -> Cell:
        value = _frame(noun).status
        weight = Weight.SEMIBOLD if value is FrameStatus.DECIDED else Weight.REGULAR
        return Cell(named[value.value], value.value, Role.INK2, weight)

    year = day.workshop.budget_year
    return (
        NounColumn(
            Column("name", _("Alternative"), 200, stretch=True),
            name,
            field_rule("frames", "name", required=True),
        ),
        NounColumn(
            Column("frame", _("Frame {year}").format(year=year), 92, Edit.AMOUNT, right=True),
            money,
            field_rule("frames", "frame_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(Column("gap", _("To lower"), 84, Edit.NONE, right=True), gap),
        NounColumn(
            Column("result", _("Result"), 76, right=True),
            result,
            field_rule("frames", "result_permille", ValueKind.PERCENT),
        ),
        NounColumn(
            Column("target", _("Reaches target"), 112, Edit.TICK),
            target,
            field_rule("frames", "reaches_target", ValueKind.YES_NO),
        ),
        NounColumn(
            Column("status", _("Status"), 100, Edit.CHOICE, choices=choices_of(statuses)),
            status,
            field_rule("frames", "status", ValueKind.CHOICE),
        ),
    )


def _need_columns(place: Workplace, _day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext

    def name(noun: Noun) -> Cell:
        return firm(_part(noun).name)

    def money(noun: Noun) -> Cell:
        return amount(place.formats, _part(noun).amount_tkr)

    return (
        NounColumn(
            Column("name", _("Part"), 220, stretch=True),
            name,
            field_rule("need_parts", "name", required=True),
        ),
        NounColumn(
            Column("amount", _("Amount, tkr"), 120, Edit.AMOUNT, right=True),
            money,
            field_rule("need_parts", "amount_tkr", ValueKind.AMOUNT, required=True),
        ),
    )


def _frames(day: Day) -> tuple[FrameAlternative, ...]:
    return day.frames


def _parts(day: Day) -> tuple[NeedPart, ...]:
    return day.need_parts


def _frame(noun: Noun) -> FrameAlternative:
    if not isinstance(noun, FrameAlternative):
        raise TypeError(type(noun).__name__)
    return noun


def _part(noun: Noun) -> NeedPart:
    if not isinstance(noun, NeedPart):
        raise TypeError(type(noun).__name__)
    return noun


def _add_part(day: Day, key: str, text: str) -> Day:
    if not text.strip():
        raise Refused("title_missing")
    return added(day, "need_parts", NeedPart(id=key, name=text, amount_tkr=0))


def _remove_part(day: Day, key: str) -> Day:
    return removed(day, "need_parts", key)
