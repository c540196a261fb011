"""The step "Initiatives and frames": what the afternoon chooses from, and the frames for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.day import Day, find
from workshop_app.domain.initiatives import LawLevel, edit_initiative, effect_sums, set_need
from workshop_app.domain.nouns import Initiative
from workshop_app.domain.ops import Op
from workshop_app.figures.shapes import Role
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.keys import key_caption
from workshop_app.ui.material.frame_strip import FrameStrip, figures
from workshop_app.ui.material.frame_tables import frame_spec, need_spec
from workshop_app.ui.material.initiative_dialog import InitiativeDialog
from workshop_app.ui.material.initiative_filter import FilterRow, shown
from workshop_app.ui.material.initiative_sheet import initiative_sheet
from workshop_app.ui.material.initiative_table import initiative_spec
from workshop_app.ui.material.laws import read_laws
from workshop_app.ui.material.material_page import MaterialPage
from workshop_app.ui.material.parts import hold_height
from workshop_app.ui.material.side import MaterialSide
from workshop_app.ui.widgets.amount_field import AmountField
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.drawing import role_color
from workshop_app.ui.widgets.labels import caption, label, section_label, strong
from workshop_app.ui.workplace import Workplace

_MOST_FRAMES = 8


class InitiativesPage(MaterialPage):
    """The list with its sums, or the frames with the need."""

    step = "initiatives"

    def __init__(self, workplace: Workplace, laws: Path, parent: QWidget | None = None) -> None:
        words = workplace.words
        _ = words.gettext
        lead = _("Minus means lower net cost. All amounts in tkr.")
        super().__init__(workplace, _("Initiatives and frames"), lead, parent)
        self._laws = laws
        self._dialog: InitiativeDialog | None = None
        self.choice = Segmented(
            (_("Initiatives"), _("Frames")), name=_("What is shown"), keys=("1", "2")
        )
        self.add_button = ActButton(_("Add"), key_caption(words, "Ctrl+N"), "primary")
        self.strip = FrameStrip(_("Need and frames"))
        self.filter = FilterRow(words)
        self.list = self.make_table(initiative_spec(workplace, self._shown, self._may_set))
        self.frames = self.make_table(frame_spec(workplace))
        self.parts = self.make_table(need_spec(workplace))
        self.need = AmountField(words, _("Need at unchanged service"))
        self.foot = SumFoot()
        self.list.add_foot(self.foot)
        self._stack = QStackedWidget()
        self._lay_out()
        self.choice.chosen.connect(self.show_part)
        self.add_button.clicked.connect(self.table_acts.add)
        self.filter.changed.connect(self._refilter)
        self.list.view.opened.connect(self._open)
        self.need.committed.connect(self._set_need)

    def _lay_out(self) -> None:
        self.head.add(self.choice)
        self.add_read_in()
        self.head.add(self.add_button)
        self.column.addWidget(self.strip)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self._stack.addWidget(first)
        self._stack.addWidget(self._frames_part())
        self.column.addWidget(self._stack, 1)

    def _frames_part(self) -> QWidget:
        _ = self.workplace.words.gettext
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.frames)
        note = caption(_("To lower is the need minus the frame. A frame may miss the target."))
        column.addWidget(note)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(strong(_("Need at unchanged service, tkr")), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.need, 1)
        column.addLayout(row)
        column.addWidget(section_label(_("Parts of the need")))
        column.addWidget(self.parts)
        column.addStretch(1)
        return part

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        initiatives, frames = partial(self.show_part, 0), partial(self.show_part, 1)
        return (
            *super().acts(),
            Act(
                "initiatives.card",
                _("Edit all"),
                ("Ctrl+E",),
                self._edit_card,
                self._chosen,
                writes=False,
            ),
            Act("initiatives.find", _("Search"), ("Ctrl+F",), self._find, writes=False),
            Act(
                "initiatives.list", _("Initiatives"), ("1",), initiatives, hint=False, writes=False
            ),
            Act("initiatives.frames", _("Frames"), ("2",), frames, hint=False, writes=False),
        )

    @override
    def rail_note(self) -> str:
        return str(len(self.workplace.day.initiatives) or "")

    @override
    def done(self) -> bool:
        day = self.workplace.day
        known = all(frame.frame_tkr is not None for frame in day.frames)
        return bool(day.initiatives) and bool(day.frames) and known

    def show_part(self, part: int) -> None:
        """The list (0) or the frames (1)."""
        self.choice.set_current(part)
        self._stack.setCurrentIndex(part)
        self.use_table(self.frames if part else self.list)
        self.show_side()
        self.acts_changed.emit()

    # --- keeping up ---------------------------------------------------------------------------

    def _shown(self, day: Day) -> tuple[Initiative, ...]:
        return shown(day, self.filter.wanted())

    def _refilter(self) -> None:
        self.list.refresh()
        self._show_sums()

    @override
    def show_day(self) -> None:
        place = self.workplace
        self.strip.put(figures(place.day, place.words, place.formats))
        self.filter.put(place.day)
        self.frames.fit_height(_MOST_FRAMES)
        self.parts.fit_height(_MOST_FRAMES)
        if not self.need.edit.hasFocus():
            self.need.set_value(place.day.workshop.need_tkr)
        self._show_sums()

    def _show_sums(self) -> None:
        """The sums of what is shown, always under the list."""
        place = self.workplace
        _, formats = place.words.gettext, place.formats
        mine = self._shown(place.day)
        sums = effect_sums(mine)
        count = place.words.ngettext("{n} initiative", "{n} initiatives", sums.count)
        text = count.format(n=sums.count)
        if sums.count < len(place.day.initiatives):
            text = _("{n} of {all} initiatives").format(
                n=sums.count, all=len(place.day.initiatives)
            )
        year = place.day.workshop.budget_year
        self.foot.put(
            text,
            _("Raise the cost {tkr}").format(tkr=formats.signed(sums.raises)),
            _("Lower the cost {tkr}").format(tkr=formats.signed(sums.lowers)),
            _("Sum {year}: {tkr}").format(year=year, tkr=formats.signed(sums.years[0])),
        )

    # --- the right column ---------------------------------------------------------------------

    @override
    def make_side(self) -> QWidget:
        return InitiativeSide(self)

    @override
    def show_side(self) -> None:
        side = self._side
        if isinstance(side, InitiativeSide):
            side.show_initiative(self._initiative(), frames=self.choice.current() == 1)

    def _initiative(self) -> Initiative | None:
        return find(self.workplace.day.initiatives, self.list.view.chosen_key())

    def _chosen(self) -> bool:
        return self._initiative() is not None

    # --- acts ---------------------------------------------------------------------------------

    def _find(self) -> None:
        self.show_part(0)
        self.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.search.selectAll()

    def _open(self, _key: str) -> None:
        self.open_card()

    def _edit_card(self) -> None:
        self.open_card()

    def open_card(self) -> InitiativeDialog | None:
        """All fields of the chosen initiative; None if none is chosen."""
        one = self._initiative()
        if one is None:
            return None
        place = self.workplace
        dialog = InitiativeDialog(place, one, read_laws(self._laws), self.window())
        self._dialog = dialog
        dialog.wanted.connect(self._save_card)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _may_set(self, key: str, column: str, value: str) -> bool:
        """What the law fixes is not unlocked from a cell: the card asks for the reason."""
        one = find(self.workplace.day.initiatives, key)
        fixed = LawLevel.FIXED.value
        if one is None or column != "law" or not one.level_fixed_by_law or value == fixed:
            return True
        dialog = self.open_card()
        if dialog is not None:
            dialog.ask_why(LawLevel(value))
        return False

    def _save_card(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        rule = partial(edit_initiative, key=dialog.key, fields=dialog.fields(), law=dialog.law())
        if dialog.tried(partial(self.workplace.store.do, Op.EDIT_INITIATIVE, rule)):
            dialog.accept()
            self._dialog = None

    def _set_need(self, value: int | None) -> None:
        rule = partial(set_need, value=value)
        attempt(self, partial(self.workplace.store.do, Op.EDIT_NEED, rule))


class InitiativeSide(MaterialSide):
    """The card of the chosen initiative."""

    def __init__(self, page: InitiativesPage) -> None:
        self._page = page
        words = page.workplace.words
        _ = words.gettext
        super().__init__(words, ())
        self._box = QFrame()
        self._box.setObjectName("weighed")
        tint = role_color(Role.TINT).name()
        self._box.setStyleSheet(
            f"QFrame#weighed {{ background: {tint}; border: 0; border-radius: 10px; }}"
        )
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(2)
        self._weighed = strong("")
        self._weighed.setWordWrap(True)
        head = label(_("What we weigh when we vote"), "caption")
        inside.addWidget(head)
        inside.addWidget(self._weighed)
        self.column.insertWidget(2, self._box)
        self.edit_button = ActButton(_("Edit all"), key_caption(words, "Ctrl+E"))
        self.edit_button.clicked.connect(page.open_card)
        self.buttons.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_initiative(self, one: Initiative | None, *, frames: bool) -> None:
        """The card, or that none is chosen; with the frames, what they are."""
        place = self._page.workplace
        one = None if frames else one
        self.put_mark(())
        self.edit_button.setVisible(one is not None)
        self._box.setVisible(one is not None and bool(one.weighed))
        if one is None:
            _ = place.words.gettext
            lead = _("A frame that misses the result target is a proposal like the others.")
            empty = _("Frames") if frames else _("No initiative is chosen")
            self.put(empty, lead if frames else "", ())
            return
        sheet = initiative_sheet(place, one)
        self._weighed.setText(sheet.weighed)
        hold_height(self._weighed, self.width() - 28)
        self.put(sheet.heading, sheet.title, sheet.facts, sheet.remarks)


class SumFoot(QFrame):
    """The sums under the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[QLabel, ...] = (strong(""), caption(""), caption(""), strong(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 11, 16, 11)
        row.setSpacing(18)
        for part in self.parts:
            part.setWordWrap(False)
        for part in self.parts[:3]:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.parts[3])

    def put(self, *texts: str) -> None:
        """Count, what raises, what lowers, and the sum."""
        for part, text in zip(self.parts, texts, strict=True):
            part.setText(text)
        self.setAccessibleName(". ".join(texts))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, super().minimumSizeHint().height())
