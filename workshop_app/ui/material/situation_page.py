"""The step "Situation": economy, quality and staff, and what each unit brings to the day."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.exports import write_whole
from workshop_app.domain.day import find
from workshop_app.domain.kinds import ChallengeKind
from workshop_app.domain.material import ValueKind
from workshop_app.domain.nouns import Indicator
from workshop_app.domain.ops import Op
from workshop_app.domain.situation import AREAS, action_to_initiative, action_to_milestone
from workshop_app.figures.icons import Icon
from workshop_app.report.prep_sheet import PrepKit, write_prep_sheets
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt, tried
from workshop_app.ui.keys import key_caption
from workshop_app.ui.material.figure_card import FigureCard
from workshop_app.ui.material.figure_tables import (
    challenge_spec,
    forecast_spec,
    indicator_spec,
    trend_words,
)
from workshop_app.ui.material.material_page import MaterialPage
from workshop_app.ui.material.noun_table import field_rule, new_key, with_text
from workshop_app.ui.summary_page import SummaryPlaces
from workshop_app.ui.trend_words import shown_value
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, section_label
from workshop_app.ui.workplace import Workplace

_CHALLENGES = len(AREAS)
_MOST_LINES = 7
_DATES = frozenset({"action_by"})


class SituationPage(MaterialPage):
    """Four parts: the three panels, and challenges and opportunities."""

    step = "situation"

    def __init__(
        self, workplace: Workplace, places: SummaryPlaces, parent: QWidget | None = None
    ) -> None:
        words = workplace.words
        _ = words.gettext
        lead = _("Where do we stand? Preliminary figures are marked everywhere.")
        super().__init__(workplace, words.pgettext("step", "Situation"), lead, parent)
        names = (_("Economy"), _("Quality"), _("Staff"), _("Units bring"))
        self._places = places
        self.choice = Segmented(names, name=_("What is shown"), keys=("1", "2", "3", "4"))
        self.add_button = ActButton(_("Add"), key_caption(words, "Ctrl+N"), "primary")
        self.unit = QComboBox()
        self.unit.setAccessibleName(_("Unit"))
        self.print_button = ActButton(_("Save the prep sheets"))
        self.print_button.set_icon(Icon.PRINTER)
        self.figures = self.make_table(indicator_spec(workplace, self._area))
        self.forecast = self.make_table(forecast_spec(workplace))
        kinds = (
            (ChallengeKind.CHALLENGE, _("Challenges")),
            (ChallengeKind.OPPORTUNITY, _("Opportunities")),
        )
        self.brought = tuple(
            self.make_table(challenge_spec(workplace, kind, self._unit, name))
            for kind, name in kinds
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.choice.chosen.connect(self.show_part)
        self.add_button.clicked.connect(self.table_acts.add)
        self.unit.currentIndexChanged.connect(self._other_unit)
        self.print_button.clicked.connect(self.save_prep_sheets)

    def _lay_out(self) -> None:
        _ = self.workplace.words.gettext
        self.add_read_in()
        self.head.add(self.add_button)
        self.column.addWidget(self.choice)
        self._forecast_title = section_label(_("Forecast, budget and year-end"))
        panels, brings = QWidget(), QWidget()
        column = QVBoxLayout(panels)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.figures, 1)
        column.addWidget(self._forecast_title)
        column.addWidget(self.forecast)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.unit, 1)
        row.addWidget(caption(_("Two lists for each unit, filled in before the day.")), 2)
        row.addWidget(self.print_button)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        for table in self.brought:
            lists.addWidget(table, 1)
        below = QVBoxLayout(brings)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addLayout(row)
        below.addLayout(lists, 1)
        self._stack.addWidget(panels)
        self._stack.addWidget(brings)
        self.column.addWidget(self._stack, 1)

    # --- what is shown ------------------------------------------------------------------------

    def _area(self) -> str:
        return AREAS[min(max(self.choice.current(), 0), len(AREAS) - 1)]

    def _unit(self) -> str:
        return str(self.unit.currentData() or "")

    def show_part(self, part: int) -> None:
        """A panel (0–2), or what the units bring (3)."""
        self.choice.set_current(part)
        brings = part == _CHALLENGES
        self._stack.setCurrentIndex(int(brings))
        self.use_table(self.brought[0] if brings else self.figures)
        self.refresh(None)

    def _other_unit(self) -> None:
        for table in self.brought:
            table.refresh()

    @override
    def show_day(self) -> None:
        economy = self.choice.current() == 0
        self._forecast_title.setVisible(economy)
        self.forecast.setVisible(economy)
        self.forecast.fit_height(_MOST_LINES)
        units = [(unit.id, unit.name) for unit in self.workplace.day.units]
        now = [(self.unit.itemData(i), self.unit.itemText(i)) for i in range(self.unit.count())]
        if units != now:
            kept = self._unit()
            self.unit.clear()
            for key, name in units:
                self.unit.addItem(name, key)
            self.unit.setCurrentIndex(max(self.unit.findData(kept), 0))

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        names = (_("Economy"), _("Quality"), _("Staff"), _("Units bring"))
        parts = tuple(
            Act(
                f"situation.{i}",
                name,
                (str(i + 1),),
                partial(self.show_part, i),
                hint=False,
                writes=False,
            )
            for i, name in enumerate(names)
        )
        return (*super().acts(), *parts)

    @override
    def rail_note(self) -> str:
        return str(len(self.workplace.day.indicators) or "")

    @override
    def done(self) -> bool:
        return bool(self.workplace.day.indicators)

    @override
    def make_side(self) -> QWidget:
        card = FigureCard(self.workplace.words)
        card.committed.connect(self._commit)
        card.to_milestone.connect(self._to_milestone)
        card.to_initiative.connect(self._to_initiative)
        return card

    @override
    def show_side(self) -> None:
        card = self._side
        if not isinstance(card, FigureCard):
            return
        if self.choice.current() == _CHALLENGES:
            _ = self.workplace.words.gettext
            lead = _("Save the prep sheet, let each unit fill it in, and write here what it says.")
            card.put(self.workplace.day, None, lead, _("Units bring"))
            return
        one = self._figure()
        card.put(self.workplace.day, one, self._lead(one) if one is not None else "")

    def _lead(self, one: Indicator) -> str:
        _ = self.workplace.words.gettext
        text = f"{shown_value(self.workplace.formats, one.value)} {one.unit}".strip()
        if one.previous:
            text = _("{value}. Before: {previous}.").format(
                value=text, previous=shown_value(self.workplace.formats, one.previous)
            )
        gone = trend_words(self.workplace, one)
        return f"{text} {gone[:1].upper()}{gone[1:]}." if gone else text

    def _figure(self) -> Indicator | None:
        if self.choice.current() == _CHALLENGES:
            return None
        return find(self.workplace.day.indicators, self.figures.view.chosen_key())

    # --- acts ---------------------------------------------------------------------------------

    def _commit(self, name: str, text: str) -> None:
        one, card = self._figure(), self._side
        if one is None or not isinstance(card, FigureCard):
            return
        rule = field_rule("indicators", name, ValueKind.DATE if name in _DATES else ValueKind.TEXT)
        done = partial(with_text, rule, one.id, text)
        act = partial(self.workplace.store.do, Op.EDIT_INDICATOR, done)
        card.say(tried(self.workplace.words, act))

    def _to_milestone(self, track_id: str) -> None:
        one = self._figure()
        if one is None:
            return
        rule = partial(action_to_milestone, indicator_id=one.id, track_id=track_id, key=new_key())
        attempt(self, partial(self.workplace.store.do, Op.ACTION_TO_MILESTONE, rule))

    def _to_initiative(self) -> None:
        one = self._figure()
        if one is None:
            return
        rule = partial(action_to_initiative, indicator_id=one.id, key=new_key())
        attempt(self, partial(self.workplace.store.do, Op.ACTION_TO_INITIATIVE, rule))

    def save_prep_sheets(self) -> None:
        """One page for each unit, as a PDF to print or send."""
        place = self.workplace
        _ = place.words.gettext
        title, date = _("prep sheets"), place.day.workshop.date.isoformat()
        name = self._places.documents / f"{title} {date}.pdf"
        path = place.ask.save_file(_("Save the prep sheets"), name, _("PDF (*.pdf)"))
        if path is None:
            return
        kit = PrepKit(place.report_words, self._places.fonts, place.clock(), place.ruler)
        if attempt(self, partial(write_whole, path, partial(write_prep_sheets, place.day, kit))):
            self.message.emit(_("The prep sheets are saved: {name}").format(name=path.name))
