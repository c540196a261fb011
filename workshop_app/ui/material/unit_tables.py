"""The tables of units, boards and steering documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workshop_app.domain.day import Day
from workshop_app.domain.material import ValueKind, added, removed
from workshop_app.domain.noun import Noun
from workshop_app.domain.nouns import Board, SteeringDocument, Unit
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.situation import (
    Validity,
    board_shares,
    permille_under_law,
    validity,
)
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.shapes import Rect, Role, Shape
from workshop_app.ui.material.noun_table import NounColumn, NounTableSpec, choices_of, field_rule
from workshop_app.ui.material.parts import amount, firm, plain
from workshop_app.ui.tables.cells import Cell, Column, Edit
from workshop_app.ui.workplace import Workplace

Get = Callable[[Noun], Cell]


def unit_spec(place: Workplace) -> NounTableSpec:
    """Units: board, net budget, how much of it special law regulates, and a comment."""
    return NounTableSpec(
        name=place.words.gettext("Units"),
        collection="units",
        rows=_units,
        columns=partial(_unit_columns, place),
        op=Op.EDIT_UNIT,
        add=_add_unit,
        remove=partial(_remove, "units"),
        empty=place.words.gettext("There are no units yet. Read in a list or add the first."),
    )


def board_spec(place: Workplace) -> NounTableSpec:
    """Boards, with the sum and the share of their units beside their own figures."""
    return NounTableSpec(
        name=place.words.gettext("Boards"),
        collection="boards",
        rows=_boards,
        columns=partial(_board_columns, place),
        op=Op.EDIT_BOARD,
        add=_add_board,
        remove=partial(_remove, "boards"),
    )


def document_spec(place: Workplace) -> NounTableSpec:
    """Goals, programmes and plans, those that end too early in words."""
    return NounTableSpec(
        name=place.words.gettext("Steering documents"),
        collection="documents",
        rows=_documents,
        columns=partial(_document_columns, place),
        op=Op.EDIT_DOCUMENT,
        add=_add_document,
        remove=partial(_remove, "documents"),
        empty=place.words.gettext("There are no documents yet. Read in a list or add the first."),
    )


def validity_words(place: Workplace, one: SteeringDocument) -> str:
    """How long it holds; a warning in words where it ends before the budget year."""
    _ = place.words.gettext
    year = place.day.workshop.budget_year
    match validity(one, year, place.day.workshop.date.year):
        case Validity.EXPIRED:
            return _("Expired in {year}").format(year=one.to_year)
        case Validity.EXPIRING:
            text = _("Ends in {year}, before the budget year {budget}")
            return text.format(year=one.to_year, budget=year)
        case _:
            return _("Holds in {year}").format(year=year)


def _unit_columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _, formats = place.words.gettext, place.formats
    names = {board.id: board.name for board in day.boards}
    boards = choices_of(((board.id, board.name) for board in day.boards), _("No board"))

    def board(noun: Noun) -> Cell:
        key = _unit(noun).board_id
        name = names.get(key, "")
        return Cell(name, key, tip=name)

    def share(noun: Noun) -> Cell:
        return plain(formats.percent(permille_under_law(_unit(noun))))

    money = partial(_money, place)
    return (
        NounColumn(
            Column("name", _("Unit"), 150, stretch=True),
            _name,
            field_rule("units", "name", required=True),
        ),
        NounColumn(
            Column("board", _("Board"), 150, Edit.CHOICE, drop=1, choices=boards),
            board,
            field_rule("units", "board_id", ValueKind.CHOICE),
        ),
        NounColumn(
            Column("budget", _("Net budget"), 96, Edit.AMOUNT, right=True),
            partial(money, "net_budget_tkr"),
            field_rule("units", "net_budget_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(
            Column("law", _("Special law"), 100, Edit.AMOUNT, right=True),
            partial(money, "special_law_tkr"),
            field_rule("units", "special_law_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(Column("share", _("Share"), 76, Edit.NONE, right=True), share),
        NounColumn(
            Column("comment", _("Comment"), 180, stretch=True, drop=2),
            _comment,
            field_rule("units", "comment"),
        ),
    )


def _board_columns(place: Workplace, day: Day) -> tuple[NounColumn, ...]:
    _, formats = place.words.gettext, place.formats
    shares = {one.board.id: one for one in board_shares(day) if one.board is not None}

    def units(noun: Noun) -> Cell:
        one = shares[noun.id]
        return plain(formats.number(one.net_budget) if one.units else "")

    def share(noun: Noun) -> Cell:
        one, board = shares[noun.id], _board(noun)
        permille = permille_under_law(board) if board.net_budget_tkr else one.permille
        return plain(formats.percent(permille))

    money = partial(_money, place)
    return (
        NounColumn(
            Column("name", _("Board"), 170, stretch=True),
            _name,
            field_rule("boards", "name", required=True),
        ),
        NounColumn(
            Column("budget", _("Net budget"), 96, Edit.AMOUNT, right=True),
            partial(money, "net_budget_tkr"),
            field_rule("boards", "net_budget_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(Column("units", _("Sum of units"), 110, Edit.NONE, right=True, drop=1), units),
        NounColumn(
            Column("law", _("Special law"), 100, Edit.AMOUNT, right=True),
            partial(money, "special_law_tkr"),
            field_rule("boards", "special_law_tkr", ValueKind.AMOUNT),
        ),
        NounColumn(Column("share", _("Share"), 76, Edit.NONE, right=True), share),
    )


def _document_columns(place: Workplace, _day: Day) -> tuple[NounColumn, ...]:
    _ = place.words.gettext

    def year(field: str, noun: Noun) -> Cell:
        value = getattr(noun, field)
        return plain("" if value is None else str(value))

    def holds(noun: Noun) -> Cell:
        one = _document(noun)
        workshop = place.day.workshop
        text = validity_words(place, one)
        state = validity(one, workshop.budget_year, workshop.date.year)
        if state is Validity.HOLDS:
            return Cell(text, role=Role.INK3)
        ends = _("Ends before {budget}").format(budget=workshop.budget_year)
        short = text if state is Validity.EXPIRED else ends
        return Cell(short, role=Role.WARN, mark=_warn, tip=text, mark_side=15)

    return (
        NounColumn(
            Column("title", _("Title"), 210, stretch=True),
            _title,
            field_rule("documents", "title", required=True),
        ),
        NounColumn(
            Column("kind", _("Kind"), 92, drop=2),
            partial(_words_of, "kind"),
            field_rule("documents", "kind"),
        ),
        NounColumn(
            Column("by", _("Decided by"), 152, drop=3),
            partial(_words_of, "decided_by"),
            field_rule("documents", "decided_by"),
        ),
        NounColumn(
            Column("from", _("From"), 56, right=True),
            partial(year, "from_year"),
            field_rule("documents", "from_year", ValueKind.YEAR),
        ),
        NounColumn(
            Column("to", _("To"), 56, right=True),
            partial(year, "to_year"),
            field_rule("documents", "to_year", ValueKind.YEAR),
        ),
        NounColumn(Column("holds", _("Holds"), 160, Edit.NONE), holds),
    )


def _warn(rect: Rect) -> tuple[Shape, ...]:
    return icon(Icon.WARN, rect, Role.WARN)


def _money(place: Workplace, field: str, noun: Noun) -> Cell:
    return amount(place.formats, getattr(noun, field))


def _name(noun: Noun) -> Cell:
    return firm(str(getattr(noun, "name", "")))


def _title(noun: Noun) -> Cell:
    return firm(_document(noun).title)


def _comment(noun: Noun) -> Cell:
    return plain(_unit(noun).comment)


def _words_of(field: str, noun: Noun) -> Cell:
    return plain(str(getattr(noun, field)))


def _units(day: Day) -> tuple[Unit, ...]:
    return day.units


def _boards(day: Day) -> tuple[Board, ...]:
    return day.boards


def _documents(day: Day) -> tuple[SteeringDocument, ...]:
    return day.documents


def _unit(noun: Noun) -> Unit:
    if not isinstance(noun, Unit):
        raise TypeError(type(noun).__name__)
    return noun


def _board(noun: Noun) -> Board:
    if not isinstance(noun, Board):
        raise TypeError(type(noun).__name__)
    return noun


def _document(noun: Noun) -> SteeringDocument:
    if not isinstance(noun, SteeringDocument):
        raise TypeError(type(noun).__name__)
    return noun


def _named(text: str) -> str:
    if not text.strip():
        raise Refused("title_missing")
    return text


def _add_unit(day: Day, key: str, text: str) -> Day:
    board = day.boards[0].id if len(day.boards) == 1 else ""
    return added(day, "units", Unit(id=key, name=_named(text), board_id=board))


def _add_board(day: Day, key: str, text: str) -> Day:
    return added(day, "boards", Board(id=key, name=_named(text)))


def _add_document(day: Day, key: str, text: str) -> Day:
    return added(day, "documents", SteeringDocument(id=key, title=_named(text)))


def _remove(collection: str, day: Day, key: str) -> Day:
    return removed(day, collection, key)
