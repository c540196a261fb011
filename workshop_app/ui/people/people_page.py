"""The step "Participants": who is in the room, who may vote, and saved constellations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.constellations import Constellations
from workshop_app.app.store import Change
from workshop_app.domain import people
from workshop_app.domain.day import Day, find
from workshop_app.domain.ops import Op
from workshop_app.domain.people_list import read_people
from workshop_app.figures.icons import Icon
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt, tried
from workshop_app.ui.interaction import Question
from workshop_app.ui.page import Page
from workshop_app.ui.people.constellation_acts import ConstellationActs
from workshop_app.ui.people.counts import Counts
from workshop_app.ui.people.model import (
    EXTRA,
    GROUPED_OVER,
    RIGHTS,
    TEXTS,
    Column,
    Row,
    people_rows,
)
from workshop_app.ui.people.side import PeopleSide
from workshop_app.ui.people.table import PeopleTable
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Card, EmptyState, caption, lead_label, title_label
from workshop_app.ui.workplace import Workplace

_EDGE = 28
_FIND = 170
_LEAST = 260
ReadIn = Callable[[Workplace, str, QWidget], object]


@dataclass(frozen=True)
class PeopleTools:
    """What the page is told from outside.

    Attributes:
        constellations: The saved constellations of this user.
        read_in: Opens the import of a list (workplace, collection, parent); None = no button.
    """

    constellations: Constellations
    read_in: ReadIn | None = None


class PeoplePage(Page):
    """Four figures, and the table."""

    step = "people"

    def __init__(
        self, workplace: Workplace, tools: PeopleTools, parent: QWidget | None = None
    ) -> None:
        super().__init__(workplace, parent)
        words = workplace.words
        _ = words.gettext
        self._tools = tools
        self._drafting = False
        self._finding = False
        self._side: PeopleSide | None = None
        self.saved = ConstellationActs(self, tools.constellations)
        self.read_button = ActButton(_("Read in a list"))
        self.read_button.set_icon(Icon.READ_IN)
        if tools.read_in is None:
            self.read_button.hide()
        self.add_button = ActButton(_("Add"), "Ctrl N", "primary")
        self.add_button.set_icon(Icon.PLUS)
        self.first_button = ActButton(_("Add"), "Ctrl N", "primary")
        self.counts = Counts(words, workplace.formats)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a person"))
        self.search.setAccessibleName(_("Find a person"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND)
        self.table = PeopleTable(words, self.keep)
        self.empty = EmptyState(
            _("There are no participants yet"),
            _("Paste a list from a spreadsheet, use a saved constellation, or add the first role."),
            (self.first_button,),
        )
        self.nobody = caption(_("Nobody matches what you are looking for."))
        self.card = Card()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self.workplace.words
        _ = words.gettext
        head = QHBoxLayout()
        head.setSpacing(8)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(title_label(words.pgettext("step", "Participants")))
        lead = _("Write roles rather than names. Only those who are here count.")
        titles.addWidget(lead_label(lead))
        head.addLayout(titles, 1)
        for widget in (self.search, self.read_button, self.add_button):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.card.body.setContentsMargins(5, 2, 5, 5)
        self.card.body.setSpacing(0)
        self.card.body.addWidget(self.nobody)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.empty, 1)
        self.nobody.setContentsMargins(10, 10, 10, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 22, _EDGE, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.counts)
        column.addWidget(self.card, 1)
        # It scrolls by itself, so the page is never taller than its place.
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.card.setMinimumHeight(_LEAST)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.first_button.clicked.connect(self.add)
        self.read_button.clicked.connect(self._read_in)
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._to_table)
        self.table.toggled.connect(self._toggle)
        self.table.focused.connect(self.acts_changed)
        self.table.cells.refused.connect(self._editor_closed)

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        words = self.workplace.words
        _ = words.gettext
        add = Act("people.add", _("Add"), ("Ctrl+N",), self.add)
        find_them = Act("people.find", _("Find"), ("Ctrl+F",), self.find_person, writes=False)
        paste = Act("people.paste", _("Paste a list"), ("Ctrl+V",), self.paste)
        if not self.table.hasFocus():
            return (add, find_them, paste)
        here = Act("people.here", _("Here"), ("Space",), self.table.toggle, self._chosen)
        rows = Act(
            "people.rows", _("Another row"), (), self._to_table, key_text="↑|↓", writes=False
        )
        edit_keys = ("Return", "Enter", "F2")
        edit = Act("people.edit", _("Edit"), edit_keys, self.table.edit_current, self._chosen)
        gone = Act("people.remove", _("Remove"), ("Del",), self.remove, self._chosen)
        return (add, here, rows, edit, find_them, gone, paste)

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = side = PeopleSide(self.workplace.words)
            side.use_button.clicked.connect(self._use_saved)
            side.save_button.clicked.connect(self.saved.ask_name)
            side.remove_button.clicked.connect(self._remove_saved)
            side.columns.toggled.connect(self._show_columns)
            side.put_saved(self.saved.names())
            side.put(self.workplace.day)
        return self._side

    @override
    def refresh(self, change: Change | None = None) -> None:
        day = self.workplace.day
        many = len(day.participants) > GROUPED_OVER
        self.counts.put(people.attendance(day))
        self.search.setVisible(many or self._finding)
        rows = people_rows(day, self.workplace.words, self.search.text())
        if self._drafting:
            rows = (*rows, Row())
        self._suggest(day)
        self.table.put(rows)
        self._show_columns()
        nothing = not day.participants and not self._drafting
        self.empty.setVisible(nothing)
        self.table.setVisible(bool(rows))
        self.nobody.setVisible(not rows and not nothing)
        if self._side is not None:
            self._side.put(day)

    @override
    def entered(self) -> None:
        self.refresh()
        if self._side is not None:
            self._side.put_saved(self.saved.names())

    @override
    def left(self) -> None:
        self._drafting = self._finding = False
        self.search.clear()

    @override
    def rail_note(self) -> str:
        return str(len(self.workplace.day.participants) or "")

    @override
    def done(self) -> bool:
        counts = people.attendance(self.workplace.day)
        return counts.morning + counts.afternoon > 0

    # --- the list -----------------------------------------------------------------------------

    def _suggest(self, day: Day) -> None:
        each = day.participants
        self.table.cells.suggestions = {
            Column.UNIT: [unit.name for unit in day.units],
            Column.GROUP: sorted({person.group for person in each if person.group}),
            Column.ORGANISATION: sorted({p.organisation for p in each if p.organisation}),
        }

    def _show_columns(self, _on: object = None) -> None:
        """The extra columns that are asked for, or that somebody has used for more than a pill."""
        if self._side is not None and self._side.columns.isChecked():
            self.table.show_columns((*EXTRA, Column.UNIT))
            return
        each = self.workplace.day.participants
        # Where the rows stand by unit, the heading says it.
        unit = [Column.UNIT] if len(each) <= GROUPED_OVER else []
        used = [
            column
            for column in (Column.NAME, Column.ORGANISATION)
            if any(getattr(person, TEXTS[column]) for person in each)
        ]
        self.table.show_columns((*used, *unit))

    def _chosen(self) -> bool:
        return bool(self.table.chosen())

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _searched(self, _text: str) -> None:
        self.refresh()

    def find_person(self) -> None:
        """The keyboard to the search, which filters while one writes."""
        self._finding = True
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add(self) -> None:
        """A new row, and the keyboard in its role."""
        self.search.clear()
        self._drafting = True
        self.refresh()
        self.table.edit_cell("", Column.ROLE)

    def _editor_closed(self, sentence: str) -> None:
        if not sentence and self._drafting and self.table.cells.editor is None:
            self._drafting = False
            self.refresh()

    def keep(self, key: str, column: Column, text: str) -> str:
        """Keep what was written in a cell; the sentence if it cannot be."""
        words = self.workplace.words
        if not key:
            return self._keep_draft(column, text)
        if column is Column.UNIT:
            return self._keep_unit(key, text)
        rule = partial(people.edit_text, person_id=key, field=TEXTS[column], value=text)
        return tried(words, partial(self.workplace.store.do, Op.EDIT_PARTICIPANT, rule))

    def _keep_draft(self, column: Column, text: str) -> str:
        if column is not Column.ROLE or not self._drafting:
            return ""
        key = str(uuid4())
        rule = partial(people.add_person, key=key, draft=people.Draft(text))
        do = self.workplace.store.do
        sentence = tried(self.workplace.words, partial(do, Op.ADD_PARTICIPANT, rule))
        if not sentence:
            self._drafting = False
            self.refresh()
            self.table.cells.place = (key, column)
        return sentence

    def _keep_unit(self, key: str, name: str) -> str:
        """A unit that is not in the day is made, when the person says so."""
        do, words = self.workplace.store.do, self.workplace.words
        rule = partial(people.set_unit, person_id=key, name=name)
        draft = people.Draft("?", name)
        if people.missing_units(self.workplace.day, (draft,)) and self._may_add_units((name,)):
            rule = partial(rule, new_id=str(uuid4()))
        return tried(words, partial(do, Op.EDIT_PARTICIPANT, rule))

    def _may_add_units(self, names: Sequence[str]) -> bool:
        words = self.workplace.words
        _ = words.gettext
        count = len(names)
        title = words.ngettext("{n} unit is new", "{n} units are new", count).format(n=count)
        text = _("Not in this day yet: {names}.").format(names=", ".join(names))
        yes = words.ngettext("Add the unit", "Add the units", count)
        return self.workplace.ask.confirm(Question(title, text, yes, _("Cancel")))

    def _toggle(self, field: str, keys: Sequence[str]) -> None:
        person = find(self.workplace.day.participants, self.table.chosen())
        if person is None:
            return
        value = not getattr(person, field)
        rule = partial(people.set_right, people=keys, field=field, value=value)
        op = Op.MARK_PRESENT if field == RIGHTS[Column.PRESENT] else Op.EDIT_PARTICIPANT
        attempt(self, partial(self.workplace.store.do, op, rule))

    def remove(self) -> None:
        """Remove those who are selected; undo brings them back."""
        rule = partial(people.remove_people, people=self.table.chosen_people())
        attempt(self, partial(self.workplace.store.do, Op.REMOVE_PARTICIPANTS, rule))

    # --- lists --------------------------------------------------------------------------------

    def paste(self) -> None:
        """The rows on the clipboard, all of them or none."""
        attempt(self, self._paste)

    def _paste(self) -> None:
        self.put_drafts(
            read_people(QGuiApplication.clipboard().text()), Op.PASTE_PARTICIPANTS, ask=True
        )

    def put_drafts(self, drafts: Sequence[people.Draft], op: Op, *, ask: bool) -> None:
        """Put a list in beside those who are there, and say what came of it.

        Raises:
            Refused: as `people.put_people`.
            KnownError: if it cannot be written.
        """
        place = self.workplace
        missing = people.missing_units(place.day, drafts)
        if missing and ask and not self._may_add_units(missing):
            return
        keys = [str(uuid4()) for _each in range(len(drafts) + len(missing))]
        added = people.put_people(place.day, drafts, iter(keys))
        rule = partial(_as_put, drafts=drafts, keys=keys)
        place.store.do(op, rule)
        self.message.emit(self._told(added))

    def _told(self, added: people.Added) -> str:
        words = self.workplace.words
        new = words.ngettext(
            "{n} participant was added.", "{n} participants were added.", added.people
        ).format(n=added.people)
        if not added.there:
            return new
        there = words.ngettext(
            "{n} was in the list already.", "{n} were in the list already.", added.there
        ).format(n=added.there)
        return f"{new} {there}"

    def _read_in(self) -> None:
        if self._tools.read_in is not None:
            self._tools.read_in(self.workplace, "participants", self)

    # --- constellations -----------------------------------------------------------------------

    def _use_saved(self) -> None:
        if self._side is not None:
            attempt(self, partial(self._use, self._side.saved.currentText()))

    def _use(self, name: str) -> None:
        self.put_drafts(self.saved.drafts(name), Op.USE_CONSTELLATION, ask=False)

    def _remove_saved(self) -> None:
        if self._side is not None:
            attempt(self, partial(self.saved.remove, self._side.saved.currentText()))
            self.show_saved()

    def show_saved(self) -> None:
        """The names of the saved constellations as they are now."""
        if self._side is not None:
            self._side.put_saved(self.saved.names())


def _as_put(day: Day, drafts: Sequence[people.Draft], keys: Sequence[str]) -> Day:
    """The list put in, as a rule: the ids are given, so it does the same each time."""
    return people.put_people(day, drafts, iter(keys)).day
