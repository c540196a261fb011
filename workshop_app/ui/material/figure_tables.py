"""The tables of the situation picture: figures, forecast, challenges and opportunities."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Better, ChallengeKind
from workshop_app.domain.material import ValueKind, added, removed
from workshop_app.domain.money_nouns import ForecastLine
from workshop_app.domain.noun import Noun
from workshop_app.domain.nouns import Challenge, Indicator
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.situation import (
    Trend,
    challenges_of,
    change_of,
    in_area,
    leads_to,
    trend,
)
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import Rect, Role, Shape
from workshop_app.ui.material.noun_table import NounColumn, NounTableSpec, choices_of, field_rule
from workshop_app.ui.material.parts import amount, firm, plain, ticked
from workshop_app.ui.material_texts import directions
from workshop_app.ui.tables.cells import Cell, Column, Edit
from workshop_app.ui.trend_words import shown_value, signed_decimal, trend_text
from workshop_app.ui.workplace import Workplace

MUNICIPALITY = "municipality"
SCOPES = {"boards": "board", "units": "unit"}


def indicator_spec(place: Workplace, area: Callable[[], str]) -> NounTableSpec:
    """The figures of one panel."""
    return NounTableSpec(
        name=place.words.gettext("Figures"),
        collection="indicators",
        rows=partial(_figures, area),
        columns=partial(_figure_columns, place),
        op=Op.EDIT_INDICATOR,
        add=partial(_add_figure, area),
        remove=partial(_remove, "indicators"),
        empty=place.words.gettext("There are no figures yet. Read in a list or add the first."),
    )


def forecast_spec(place: Workplace) -> NounTableSpec:
    """The forecast beside the budget and the year-end: three figures for each line."""
    return NounTableSpec(
        name=place.words.gettext("Forecast"),
        collection="forecast",
        rows=_lines,
        columns=partial(_forecast_columns, place),
        op=Op.EDIT_FORECAST,
        add=_add_line,
        remove=partial(_remove, "forecast"),
    )


def challenge_spec(
    place: Workplace, kind: ChallengeKind, unit: Callable[[], str], name: str
) -> NounTableSpec:
    """What one unit brings, of one kind."""
    return NounTableSpec(
        name=name,
        collection="challenges",
        rows=partial(_brought, kind, unit),
        columns=partial(_challenge_columns, place, name),
        op=Op.EDIT_CHALLENGE,
        add=partial(_add_challenge, kind, unit),
        remove=partial(_remove, "challenges"),
        empty=place.words.gettext("Nothing yet. Add the first."),
    )


def trend_words(place: Workplace, one: Indicator) -> str:
    """How it has gone, in words: better or worse the way the figure itself counts."""
    return trend_text(place.words.gettext, one, signed_decimal(place.formats, change_of(one)))


def _figure_columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext
    ways = tuple((kind.value, text) for kind, text in directions(place.words))

    def gone(noun: Noun) -> Cell:
        one = the_figure(noun)
        worse = trend(one) is Trend.WORSE
        text = trend_words(place, one)
        role = Role.WARN if worse else Role.INK2
        return Cell(text, role=role, mark=_warn if worse else None, tip=text)

    def better(noun: Noun) -> Cell:
        value = the_figure(noun).better
        short = _("higher") if value is Better.HIGHER else _("lower")
        return Cell(short, value.value)

    def early(noun: Noun) -> Cell:
        return ticked(place.words, on=the_figure(noun).preliminary)

    def year(noun: Noun) -> Cell:
        value = the_figure(noun).year
        return plain("" if value is None else str(value))

    def action(noun: Noun) -> Cell:
        one = the_figure(noun)
        done = leads_to(day, one)
        return plain(one.action, _check if done else None)

    return (
        _figure("name", _("Figure"), 210, stretch=True, required=True),
        NounColumn(
            Column("value", _("Value"), 66, right=True),
            partial(_value, place, "value"),
            field_rule("indicators", "value"),
        ),
        _figure("unit", place.words.pgettext("figure", "Unit"), 92, drop=1),
        NounColumn(
            Column("previous", _("Before"), 66, right=True),
            partial(_value, place, "previous"),
            field_rule("indicators", "previous"),
        ),
        NounColumn(Column("trend", _("Trend"), 132, Edit.NONE), gone),
        NounColumn(
            Column("better", _("Better is"), 74, Edit.CHOICE, drop=4, choices=choices_of(ways)),
            better,
            field_rule("indicators", "better", ValueKind.CHOICE),
        ),
        NounColumn(
            Column("year", place.words.pgettext("column", "Year"), 54, right=True, drop=3),
            year,
            field_rule("indicators", "year", ValueKind.YEAR),
        ),
        _figure("source", _("Source"), 100, drop=5),
        NounColumn(
            Column("preliminary", _("Preliminary"), 90, Edit.TICK, drop=2),
            early,
            field_rule("indicators", "preliminary", ValueKind.YES_NO),
        ),
        NounColumn(
            Column("action", _("Action"), 130, stretch=True, drop=6),
            action,
            field_rule("indicators", "action"),
        ),
    )


def _figure(
    field: str,
    title: str,
    width: int,
    *,
    stretch: bool = False,
    drop: int = 0,
    required: bool = False,
) -> NounColumn:
    column = Column(field, title, width, stretch=stretch, drop=drop)
    cell = partial(_firm if required else _text, field)
    return NounColumn(column, cell, field_rule("indicators", field, required=required))


def _forecast_columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _, formats = place.words.gettext, place.formats
    names = {MUNICIPALITY: _("The municipality")}
    names |= {f"board:{board.id}": board.name for board in day.boards}
    names |= {f"unit:{unit.id}": unit.name for unit in day.units}

    def about(noun: Noun) -> Cell:
        key = about_key(the_line(noun))
        return firm(names.get(key, the_line(noun).ref_id), key)

    def money(noun: Noun) -> Cell:
        value = the_line(noun).amount_tkr
        cell = amount(formats, value, strong=True)
        if value >= 0:
            return cell
        return Cell(cell.text, cell.typed, Role.INK, cell.weight, tip=_("deficit"))

    def word(noun: Noun) -> Cell:
        value = the_line(noun).amount_tkr
        return Cell(_("deficit") if value < 0 else _("surplus") if value > 0 else _("in balance"))

    def other(field: str, noun: Noun) -> Cell:
        return amount(formats, getattr(the_line(noun), field))

    return (
        NounColumn(
            Column(
                "about",
                _("About"),
                150,
                Edit.CHOICE,
                stretch=True,
                choices=choices_of(names.items()),
            ),
            about,
            _set_about,
        ),
        NounColumn(
            Column("amount", _("Forecast"), 84, Edit.AMOUNT, right=True),
            money,
            field_rule("forecast", "amount_tkr", ValueKind.AMOUNT, required=True),
        ),
        NounColumn(Column("word", _("In words"), 88, Edit.NONE), word),
        NounColumn(
            Column("budget", _("Budget"), 84, Edit.AMOUNT, right=True),
            partial(other, "budget_tkr"),
            field_rule("forecast", "budget_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(
            Column("year_end", _("Year-end"), 84, Edit.AMOUNT, right=True),
            partial(other, "year_end_tkr"),
            field_rule("forecast", "year_end_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(
            Column("cause", _("Cause"), 130, stretch=True, drop=1),
            partial(_text, "cause"),
            field_rule("forecast", "cause"),
        ),
    )


def _challenge_columns(place: Workplace, name: str, _day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext
    return (
        NounColumn(
            Column("text", name, 170, stretch=True),
            partial(_firm, "text"),
            field_rule("challenges", "text", required=True),
        ),
        NounColumn(
            Column("raised_by", _("Raised by"), 110, drop=1),
            partial(_text, "raised_by"),
            field_rule("challenges", "raised_by"),
        ),
    )


def the_figure(noun: Noun) -> Indicator:
    """The noun as a figure of the situation picture."""
    if not isinstance(noun, Indicator):
        raise TypeError(type(noun).__name__)
    return noun


def the_line(noun: Noun) -> ForecastLine:
    """The noun as a line of the forecast."""
    if not isinstance(noun, ForecastLine):
        raise TypeError(type(noun).__name__)
    return noun


def about_key(line: ForecastLine) -> str:
    """What a line is about, as the choice says it."""
    return f"{line.scope}:{line.ref_id}" if line.ref_id else MUNICIPALITY


def _set_about(day: Day, key: str, text: str) -> Day:
    scope, _colon, ref = text.partition(":")
    day = field_rule("forecast", "scope")(day, key, scope)
    return field_rule("forecast", "ref_id")(day, key, ref)


def _text(field: str, noun: Noun) -> Cell:
    return plain(str(getattr(noun, field)))


def _value(place: Workplace, field: str, noun: Noun) -> Cell:
    text = str(getattr(noun, field))
    return Cell(shown_value(place.formats, text), text)


def _firm(field: str, noun: Noun) -> Cell:
    return firm(str(getattr(noun, field)))


def _figures(area: Callable[[], str], day: Day) -> tuple[Indicator, ...]:
    return in_area(day, area())


def _lines(day: Day) -> tuple[ForecastLine, ...]:
    return day.forecast


def _brought(kind: ChallengeKind, unit: Callable[[], str], day: Day) -> tuple[Challenge, ...]:
    return challenges_of(day, unit(), kind)


def _add_figure(area: Callable[[], str], day: Day, key: str, text: str) -> Day:
    if not text.strip():
        raise Refused("title_missing")
    return added(day, "indicators", Indicator(id=key, area=area(), name=text))


def _add_line(day: Day, key: str, text: str) -> Day:
    scope, _colon, ref = text.partition(":")
    return added(day, "forecast", ForecastLine(id=key, scope=scope, ref_id=ref, amount_tkr=0))


def _add_challenge(
    kind: ChallengeKind, unit: Callable[[], str], day: Day, key: str, text: str
) -> Day:
    if not text.strip():
        raise Refused("title_missing")
    return added(day, "challenges", Challenge(id=key, kind=kind, text=text, unit_id=unit()))


def _remove(collection: str, day: Day, key: str) -> Day:
    return removed(day, collection, key)


def _warn(rect: Rect) -> tuple[Shape, ...]:
    return icon(Icon.WARN, rect, Role.WARN)


def _check(rect: Rect) -> tuple[Shape, ...]:
    return icon(Icon.CHECK, rect, Role.ACCENT)
