"""The step "Units and documents": budgets, what special law regulates, and goals and plans."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.day import find
from workshop_app.domain.flags import expiring_documents, law_share
from workshop_app.domain.situation import Validity, validity
from workshop_app.figures.icons import Icon
from workshop_app.ui.act import Act
from workshop_app.ui.keys import key_caption
from workshop_app.ui.material.material_page import MaterialPage
from workshop_app.ui.material.side import MaterialSide
from workshop_app.ui.material.unit_tables import (
    board_spec,
    document_spec,
    unit_spec,
    validity_words,
)
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, section_label
from workshop_app.ui.widgets.remarks import Remark
from workshop_app.ui.workplace import Workplace

_MOST_BOARDS = 5


class UnitsPage(MaterialPage):
    """Units with their boards, or the steering documents."""

    step = "units"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        words = workplace.words
        _ = words.gettext
        lead = _("Net budget and the share under special law. In tkr.")
        super().__init__(workplace, _("Units"), lead, parent)
        self.choice = Segmented(
            (_("Units"), _("Steering documents")), name=_("What is shown"), keys=("1", "2")
        )
        self.choice.chosen.connect(self.show_part)
        self.add_button = ActButton(_("Add"), key_caption(words, "Ctrl+N"), "primary")
        self.add_button.clicked.connect(self.table_acts.add)
        self.head.add(self.choice)
        self.add_read_in()
        self.head.add(self.add_button)
        self.units = self.make_table(unit_spec(workplace))
        self.boards = self.make_table(board_spec(workplace))
        self.documents = self.make_table(document_spec(workplace))
        self.foot = caption("")
        self.foot.setContentsMargins(10, 10, 10, 10)
        self.units.add_foot(self.foot)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._units_part())
        self._parts.addWidget(self.documents)
        self.column.addWidget(self._parts, 1)

    def _units_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.units, 1)
        column.addWidget(section_label(self.workplace.words.gettext("Boards")))
        column.addWidget(self.boards)
        return part

    def show_part(self, part: int) -> None:
        """Units (0) or steering documents (1)."""
        self.choice.set_current(part)
        self._parts.setCurrentIndex(part)
        self.use_table(self.documents if part else self.units)
        self.show_side()
        self.acts_changed.emit()

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        return (
            *super().acts(),
            Act("units.units", _("Units"), ("1",), self._show_units, hint=False, writes=False),
            Act(
                "units.documents",
                _("Steering documents"),
                ("2",),
                self._show_documents,
                hint=False,
                writes=False,
            ),
        )

    def _show_units(self) -> None:
        self.show_part(0)

    def _show_documents(self) -> None:
        self.show_part(1)

    @override
    def rail_note(self) -> str:
        return str(len(self.workplace.day.units) or "")

    @override
    def done(self) -> bool:
        return bool(self.workplace.day.units)

    # --- around -------------------------------------------------------------------------------

    @override
    def show_day(self) -> None:
        self.boards.fit_height(_MOST_BOARDS)
        self.foot.setText(self._law_sentence())

    def _law_sentence(self) -> str:
        place = self.workplace
        share, formats = law_share(place.day), place.formats
        text = place.words.ngettext(
            "{n} unit. Net budget {budget} tkr, of which {law} tkr ({percent}) under special law.",
            "{n} units. Net budget {budget} tkr, of which {law} tkr ({percent}) under special law.",
            len(place.day.units),
        )
        return text.format(
            n=len(place.day.units),
            budget=formats.number(share.net_budget),
            law=formats.number(share.special_law),
            percent=formats.percent(share.permille),
        )

    @override
    def make_side(self) -> QWidget:
        _ = self.workplace.words.gettext
        return MaterialSide(
            self.workplace.words,
            (
                _("Special law says that a service must exist, not always how much of it."),
                _("A document that ends before the budget year may have to be renewed."),
            ),
        )

    @override
    def show_side(self) -> None:
        side = self._side
        if not isinstance(side, MaterialSide):
            return
        side.put_mark(())
        if self.choice.current() == 1:
            self._show_document(side)
        else:
            self._show_unit(side)

    def _show_unit(self, side: MaterialSide) -> None:
        place = self.workplace
        _ = place.words.gettext
        day = place.day
        unit = find(day.units, self.units.view.chosen_key())
        if unit is None:
            side.put(_("No unit is chosen"), "", (), self._remarks())
            return
        board = find(day.boards, unit.board_id)
        mine = [one for one in day.initiatives if one.unit_id == unit.id]
        count = place.words.ngettext("{n} initiative", "{n} initiatives", len(mine))
        facts = (
            (_("Board"), board.name if board else ""),
            (_("Comment"), unit.comment),
            (_("Initiatives"), count.format(n=len(mine)) if mine else ""),
        )
        side.put(unit.name, "", facts, self._remarks())

    def _show_document(self, side: MaterialSide) -> None:
        place = self.workplace
        _ = place.words.gettext
        day = place.day
        one = find(day.documents, self.documents.view.chosen_key())
        if one is None:
            side.put(_("No document is chosen"), "", (), self._remarks())
            return
        linked = [i for i in day.initiatives if one.id in (*i.goal_ids, *i.document_ids)]
        count = place.words.ngettext("{n} initiative", "{n} initiatives", len(linked))
        facts = (
            (_("Decided by"), one.decided_by),
            (_("Holds"), validity_words(place, one)),
            (_("Linked from"), count.format(n=len(linked)) if linked else ""),
        )
        side.put(one.title, one.kind, facts, self._remarks())

    def _remarks(self) -> tuple[Remark, ...]:
        """Documents that end too early, each in words."""
        place = self.workplace
        _ = place.words.gettext
        workshop, found = place.day.workshop, []
        for key in expiring_documents(place.day):
            one = find(place.day.documents, key)
            if one is None:
                continue
            state = validity(one, workshop.budget_year, workshop.date.year)
            text = (
                _("{title} has expired") if state is Validity.EXPIRED else _("{title} expires")
            ).format(title=one.title)
            found.append(Remark(Icon.WARN, text, validity_words(place, one)))
        return tuple(found)
