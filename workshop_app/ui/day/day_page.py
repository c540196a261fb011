"""The step "The day": what it is, what things are called, its course, the year, who gets what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change, Rule
from workshop_app.domain import agenda, day_rules
from workshop_app.domain.day import find
from workshop_app.domain.local_names import own_name
from workshop_app.domain.ops import Op
from workshop_app.domain.since_last import has_earlier
from workshop_app.domain.templates import (
    CalendarTemplate,
    DayTemplate,
    calendar_steps,
    said,
    with_name,
    with_template,
)
from workshop_app.system.language import Language
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt, tried
from workshop_app.ui.day.dialogs import Asking, agenda_dialog, calendar_dialog, recipient_dialog
from workshop_app.ui.day.form import FactsCard, FieldsCard, NamesCard
from workshop_app.ui.day.line_list import LineList
from workshop_app.ui.day.lines import (
    agenda_lines,
    agenda_summary,
    calendar_lines,
    recipient_lines,
    remarks,
)
from workshop_app.ui.day.list_card import ListCard
from workshop_app.ui.day.row_dialog import RowDialog
from workshop_app.ui.day.side import DaySide
from workshop_app.ui.day.since_card import SinceCard
from workshop_app.ui.day.template_button import TemplateButton
from workshop_app.ui.page import Page
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import Card, lead_label, title_label
from workshop_app.ui.workplace import Workplace

_EDGE = 28
_NEAR = 60
_LEAST = 200


class DayPage(Page):
    """Sections as cards that scroll; the row of names at the top leads to each."""

    step = "day"

    def __init__(
        self,
        workplace: Workplace,
        calendars: Sequence[CalendarTemplate] = (),
        templates: Sequence[DayTemplate] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        words = workplace.words
        _ = words.gettext
        self._side: DaySide | None = None
        self.dialog: RowDialog | None = None
        self._calendars, self._templates = calendars, templates
        self.facts = FactsCard(words, workplace.day)
        self.names = NamesCard(words)
        self.agenda = ListCard(words, _("Agenda"), _("There are no items yet."), drags=True)
        self.template_button = TemplateButton(words, templates)
        self.agenda.add_tools((self.template_button,))
        self.year = ListCard(
            words, _("The budget year"), _("There are no steps yet. Take a template, or add them.")
        )
        self.recipients = ListCard(
            words, _("Recipients"), _("Nobody is to get anything yet. Add the first.")
        )
        self.since = SinceCard(words) if has_earlier(workplace.day) else None
        cards: tuple[Card, ...] = (
            self.facts,
            self.names,
            self.agenda,
            self.year,
            self.recipients,
            *((self.since,) if self.since is not None else ()),
        )
        self._cards = cards
        self._lists = (self.agenda, self.year, self.recipients)
        titles = [card.heading.text() if card.heading is not None else "" for card in cards]
        self.sections = Segmented(titles, name=_("Sections of the day"))
        self.area, self._inner = QScrollArea(), QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._inner.setProperty("scrolled", "true")
        cards = QVBoxLayout(self._inner)
        cards.setContentsMargins(_EDGE, 4, _EDGE, 20)
        cards.setSpacing(16)
        for card in self._cards:
            cards.addWidget(card)
        cards.addStretch(1)
        area = self.area
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        # It scrolls by itself, so the page is never taller than its place.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(area, 1)

    def _head(self) -> QVBoxLayout:
        words = self.workplace.words
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE, 24, _EDGE, 12)
        head.setSpacing(4)
        head.addWidget(title_label(words.pgettext("step", "The day")))
        lead = words.gettext("What the day is for, how it runs, and who gets the result.")
        head.addWidget(lead_label(lead))
        head.addSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.sections)
        row.addStretch(1)
        head.addLayout(row)
        return head

    def _connect(self) -> None:
        self.sections.chosen.connect(self.show_section)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.facts.committed.connect(partial(self._commit, self.facts))
        self.names.committed.connect(partial(self._commit, self.names))
        self.agenda.list.moved.connect(self._move_to)
        self.template_button.taken.connect(self._take_template)
        for card in self._lists:
            card.add_asked.connect(partial(self._add_in, card))
            card.edit_asked.connect(partial(self._edit_in, card))
            card.remove_asked.connect(partial(self._remove_in, card))
            card.list.current_changed.connect(partial(self._current_changed, card.list))
        if self.since is not None:
            rows = self.since.list
            rows.current_changed.connect(partial(self._current_changed, rows))
        language = self.workplace.words.language.value
        tools: list[QWidget] = []
        for template in self._calendars:
            button = ActButton(said(template.name, language), height=SMALL)
            button.clicked.connect(partial(self._fill_year, template))
            tools.append(button)
        self.year.add_tools(tools)

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        up, down = partial(self._move_by, -1), partial(self._move_by, 1)
        in_list, movable = self._in_list, self._movable
        keys = ("Return", "Enter")
        return (
            Act("day.add", _("Add a row"), ("Ctrl+N",), self.add),
            Act("day.edit", _("Edit"), keys, self.edit, in_list),
            Act("day.up", _("Move the item"), ("Alt+Up",), up, movable, key_text="Alt ↑|↓"),
            Act("day.down", _("Move the item down"), ("Alt+Down",), down, movable, hint=False),
            Act("day.remove", _("Remove"), ("Del",), self.remove, in_list),
        )

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = DaySide(self.workplace.words)
            self._side.put(remarks(self.workplace.day, self.workplace.words))
        return self._side

    @override
    def refresh(self, change: Change | None) -> None:
        place = self.workplace
        day, words, formats = place.day, place.words, place.formats
        self.facts.put(day, formats, agenda.agenda_start(day))
        self.names.put(day)
        self.template_button.put(day)
        self.agenda.put(agenda_lines(day, words, formats), agenda_summary(day, words, formats))
        process = own_name(day.workshop, "process_name")
        self.year.put(calendar_lines(day, words, formats), process)
        self.recipients.put(recipient_lines(day, words, formats))
        if self.since is not None:
            self.since.put(day)
        if self._side is not None:
            self._side.put(remarks(day, words))

    @override
    def left(self) -> None:
        """What is being written is kept when the facilitator goes on."""
        for card in (self.facts, self.names):
            for field in card.fields.values():
                if field.editor.hasFocus():
                    field.commit()

    @override
    def done(self) -> bool:
        shop = self.workplace.day.workshop
        return bool(shop.purpose and shop.owner_role and self.workplace.day.agenda)

    # --- sections -----------------------------------------------------------------------------

    def show_section(self, place: int) -> None:
        """Scroll to a section and give it the keyboard."""
        card = self._cards[place]
        bar = self.area.verticalScrollBar()
        bar.setValue(min(card.y() - 4, bar.maximum()))
        self.sections.set_current(place)

    def _scrolled(self, value: int) -> None:
        bar = self.area.verticalScrollBar()
        if bar.maximum() and value >= bar.maximum():
            # At the very end several sections may be in view; the one that was asked for stays.
            asked = self._cards[self.sections.current()]
            if asked.y() >= value - _NEAR:
                return
        above = [place for place, card in enumerate(self._cards) if card.y() <= value + _NEAR]
        self.sections.set_current(above[-1] if above else 0)

    def _current_changed(self, rows: LineList) -> None:
        index = rows.currentIndex()
        if rows.hasFocus() and index.isValid():
            middle = rows.visualRect(index).center()
            point = rows.viewport().mapTo(self._inner, middle)
            self.area.ensureVisible(point.x(), point.y(), 0, _NEAR)
        self.acts_changed.emit()

    # --- fields -------------------------------------------------------------------------------

    def _commit(self, card: FieldsCard, key: str, text: str) -> None:
        """Keep what was written, or say under the field why not."""
        field = card.fields[key]
        sentence = tried(self.workplace.words, partial(self._keep, key, text))
        if sentence:
            field.fail(sentence)
            return
        field.took()
        self.refresh(None)

    def _keep(self, key: str, text: str) -> None:
        do = self.workplace.store.do
        if key == "date":
            do(Op.EDIT_WORKSHOP, partial(day_rules.edit_date, date=day_rules.read_date(text)))
        elif key == "start":
            do(Op.SET_START, partial(agenda.set_start, start=agenda.read_time(text)))
        elif key in self.names.fields:
            rule = partial(with_name, templates=self._templates, languages=tuple(Language))
            do(Op.EDIT_WORKSHOP, partial(rule, name=key, value=text))
        else:
            do(Op.EDIT_WORKSHOP, partial(day_rules.edit_text, field=key, value=text))

    # --- rows ---------------------------------------------------------------------------------

    def _focused(self) -> ListCard | None:
        return next((card for card in self._lists if card.list.hasFocus()), None)

    def _in_list(self) -> bool:
        card = self._focused()
        return card is not None and bool(card.list.chosen())

    def _movable(self) -> bool:
        return self._focused() is self.agenda and bool(self.agenda.list.chosen())

    def _section_list(self) -> ListCard:
        """The list with the keyboard, else that of the section in view, else the agenda."""
        here = self._cards[max(self.sections.current(), 0)]
        shown = here if isinstance(here, ListCard) else self.agenda
        return self._focused() or shown

    def add(self) -> None:
        """A new row in the list one is at."""
        self._add_in(self._section_list())

    def edit(self) -> None:
        """Edit the chosen row."""
        card = self._focused()
        if card is not None:
            self._edit_in(card)

    def remove(self) -> None:
        """Remove the chosen row."""
        card = self._focused()
        if card is not None:
            self._remove_in(card)

    def _add_in(self, card: ListCard) -> None:
        self._open(card, "")

    def _edit_in(self, card: ListCard) -> None:
        if card.list.chosen():
            self._open(card, card.list.chosen())

    def _open(self, card: ListCard, key: str) -> None:
        day = self.workplace.day
        ask = Asking(self.workplace.words, day, self)
        new = key or str(uuid4())
        if card is self.agenda:
            put = partial(self._put_item, card.list.chosen(), key)
            dialog = agenda_dialog(ask, find(day.agenda, key), put)
        elif card is self.year:
            do = partial(self._put, Op.EDIT_CALENDAR, card, new, day_rules.put_step)
            dialog = calendar_dialog(ask, find(day.calendar, key), do)
        else:
            do = partial(self._put, Op.EDIT_RECIPIENT, card, new, day_rules.put_recipient)
            dialog = recipient_dialog(ask, find(day.recipients, key), do)
        self.dialog = dialog
        dialog.finished.connect(self._drop_dialog)
        dialog.open()

    def _drop_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _put_item(self, after: str, key: str, edit: agenda.AgendaEdit) -> None:
        if key:
            rule: Rule = partial(agenda.edit_item, item_id=key, edit=edit)
            self.workplace.store.do(Op.EDIT_AGENDA_ITEM, rule)
            return
        new = str(uuid4())
        rule = partial(agenda.add_item, key=new, edit=edit, after=after)
        self.workplace.store.do(Op.ADD_AGENDA_ITEM, rule)
        self.refresh(None)
        self.agenda.list.choose(new)

    def _put(
        self, op: Op, card: ListCard, key: str, rule: Callable[..., object], edit: object
    ) -> None:
        self.workplace.store.do(op, partial(rule, key=key, edit=edit))  # type: ignore[arg-type]  # a partial of a rule is a rule
        self.refresh(None)
        card.list.choose(key)

    def _remove_in(self, card: ListCard) -> None:
        key = card.list.chosen()
        if not key:
            return
        rules: dict[ListCard, tuple[Op, Rule]] = {
            self.agenda: (Op.REMOVE_AGENDA_ITEM, partial(agenda.remove_item, item_id=key)),
            self.year: (Op.REMOVE_CALENDAR_STEP, partial(day_rules.remove_step, step_id=key)),
            self.recipients: (Op.REMOVE_RECIPIENT, partial(day_rules.remove_recipient, key=key)),
        }
        op, rule = rules[card]
        attempt(self, partial(self.workplace.store.do, op, rule))

    def _move_by(self, way: int) -> None:
        key = self.agenda.list.chosen()
        self._move_to(key, self.agenda.list.currentIndex().row() + way)

    def _move_to(self, key: str, place: int) -> None:
        rule = partial(agenda.move_item, item_id=key, place=place)
        if attempt(self, partial(self.workplace.store.do, Op.MOVE_AGENDA_ITEM, rule)):
            self.agenda.list.choose(key)

    def _take_template(self, template: DayTemplate) -> None:
        place = self.workplace
        rule = partial(with_template, template=template, language=place.words.language.value)
        if attempt(self, partial(place.store.do, Op.EDIT_WORKSHOP, rule)):
            self.refresh(None)
            self.agenda.list.setFocus()

    def _fill_year(self, template: CalendarTemplate) -> None:
        place = self.workplace
        year, language = place.day.workshop.date.year, place.words.language.value
        steps = calendar_steps(template, year, language)
        others = [one for one in self._calendars if one.key != template.key]
        instead = [step for one in others for step in calendar_steps(one, year, language)]
        rule = partial(day_rules.add_steps, steps=steps, instead_of=instead)
        attempt(self, partial(place.store.do, Op.FILL_CALENDAR, rule))
