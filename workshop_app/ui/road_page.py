"""The step "Road map": the chosen milestones on the road to the end of the plan."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.domain.day import find
from workshop_app.domain.milestones import edit_milestone
from workshop_app.domain.ops import Op
from workshop_app.domain.road import (
    chosen_and_off,
    move_quarter,
    road_view,
    set_aside,
    take_back,
    take_chosen,
)
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Figure
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.page import Page
from workshop_app.ui.road.card import StoneCard
from workshop_app.ui.road.chips import ChipList
from workshop_app.ui.road.edit_dialog import EditDialog
from workshop_app.ui.road.road_sheet import RoadSheet, road_sheet, stone_sheet
from workshop_app.ui.road.side import RoadSide
from workshop_app.ui.road.stones import RoadView
from workshop_app.ui.table_dialog import table_act
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, lead_label, title_label
from workshop_app.ui.workplace import Workplace

_EDGE = 28


class RoadPage(Page):
    """The road, the card of the chosen milestone, and what to look over."""

    step = "roadmap"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        _ = workplace.words.gettext
        self._key = ""
        self._stage_track = ""
        self._side: RoadSide | None = None
        self._dialog: EditDialog | None = None
        self._title, self._lead = title_label(""), lead_label("")
        self.filter = Segmented((_("Going on"), _("All")), name=_("Milestones shown"))
        self.print_button = ActButton(_("Print the road map"), "", "primary")
        self.print_button.set_icon(Icon.PRINTER)
        self.view = RoadView(_("Road map"), workplace.ruler)
        self.chosen_text = caption("")
        self.chosen_button = ActButton(_("Let them go on"), height=SMALL)
        self.beside_text = caption("")
        self.beside = ChipList(_("Not on the road"))
        self.card = StoneCard(workplace.words, workplace.ruler)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.filter)
        head.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 20, _EDGE, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._lead)
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        chosen.addWidget(self.chosen_text, 1)
        chosen.addWidget(self.chosen_button)
        column.addLayout(chosen)
        column.addSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self.beside_text)
        column.addWidget(self.beside)
        column.addSpacing(6)
        column.addWidget(self.card)

    def _connect(self) -> None:
        self.filter.chosen.connect(self._on_filter)
        self.chosen_button.clicked.connect(self._take_chosen)
        self.print_button.clicked.connect(partial(self.wants_step.emit, "summary"))
        self.view.chosen.connect(self._on_stone)
        self.view.activated.connect(self.open_editor)
        self.view.stepped.connect(self._move)
        self.beside.chosen.connect(self._on_chip)
        self.beside.activated.connect(self.open_editor)
        self.card.edit.connect(self.open_editor)
        self.card.toggled.connect(self.toggle)

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def first(self) -> QWidget:
        return self.view

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        on_road, chosen = self._on_road, self._chosen
        earlier, later = partial(self._step, -1), partial(self._step, 1)
        up, down = partial(self._neighbour, -1), partial(self._neighbour, 1)
        quarter, other = _("Move a quarter"), _("Change milestone")
        return (
            Act("road.earlier", quarter, ("Alt+Left",), earlier, on_road, key_text="←|→"),
            Act(
                "road.later", _("Move a quarter later"), ("Alt+Right",), later, on_road, hint=False
            ),
            Act("road.previous", other, ("Alt+Up",), up, key_text="↑|↓", writes=False),
            Act("road.next", _("Next milestone"), ("Alt+Down",), down, hint=False, writes=False),
            Act("road.edit", _("Edit"), ("Ctrl+E",), self._edit, chosen, key_text="Enter"),
            Act("road.aside", self._aside_text(), ("L",), self.toggle, chosen),
            table_act(self, self._picture),
        )

    def _picture(self) -> Figure:
        return self.view.figure

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = RoadSide(self.workplace.words)
            self._side.tracks.chosen.connect(self._on_tracks)
            self.refresh(None)
        return self._side

    @override
    def refresh(self, change: Change | None) -> None:
        sheet = road_sheet(self.workplace.day, self.workplace.words)
        self._title.setText(sheet.title)
        self._lead.setText(sheet.lead)
        self._offer_chosen(len(chosen_and_off(self.workplace.day)))
        self.view.put(sheet.plan, sheet.stones)
        self._put_beside(sheet)
        self._choose(self._key or (sheet.stones[0].key if sheet.stones else ""))
        if self._side is not None:
            self._side.put(sheet.remarks, self._track_name())
        self.acts_changed.emit()

    @override
    def stage_focus(self) -> str:
        return self._stage_track

    @override
    def rail_note(self) -> str:
        return str(road_view(self.workplace.day).going_on)

    @override
    def done(self) -> bool:
        view = road_view(self.workplace.day)
        return view.going_on > 0 and not view.without_year

    # --- choosing -----------------------------------------------------------------------------

    def chosen_key(self) -> str:
        """The milestone in the card; empty if there is none."""
        return self._key

    def _put_beside(self, sheet: RoadSheet) -> None:
        """Milestones that go on without a place on the road; with "All", those set aside too."""
        words = self.workplace.words
        all_of_them = self.filter.current() == 1
        chips = (*sheet.loose, *(sheet.aside if all_of_them else ()))
        self.beside.put(chips)
        aside = words.pgettext("heading", "Set aside")
        text = aside if all_of_them and not sheet.loose else words.gettext("Not placed")
        self.beside_text.setText(text)
        for widget in (self.beside, self.beside_text):
            widget.setVisible(bool(chips))

    def _choose(self, key: str) -> None:
        """Show a milestone in the card, wherever it stands."""
        self._key = key
        if self.view.chosen_key() != key:
            self.view.choose(key)
        if self.beside.chosen_key() != key:
            self.beside.choose(key)
        sheet = stone_sheet(self.workplace.day, key, self.workplace.words)
        if sheet is None:
            self._key = ""
        self.card.put(sheet)

    def _on_stone(self, key: str) -> None:
        if key != self._key:
            self._choose(key)
            self.acts_changed.emit()

    def _on_chip(self, key: str) -> None:
        self._on_stone(key)

    def _on_filter(self) -> None:
        self.refresh(None)

    def _neighbour(self, way: int) -> None:
        """The next stone, or the one before, from wherever the focus is."""
        keys = [stone.key for stone in road_sheet(self.workplace.day, self.workplace.words).stones]
        if not keys:
            return
        here = keys.index(self._key) + way if self._key in keys else 0
        self._choose(keys[max(0, min(here, len(keys) - 1))])
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.acts_changed.emit()

    def _chosen(self) -> bool:
        return bool(self._key)

    def _on_road(self) -> bool:
        return bool(self._key) and self.view.chosen_key() == self._key

    # --- acts ---------------------------------------------------------------------------------

    def _step(self, steps: int) -> None:
        self._move(self._key, steps)

    def _move(self, key: str, steps: int) -> None:
        """Move a milestone some quarters: one act in the undo menu however far it was dragged."""
        store = self.workplace.store
        rule = partial(move_quarter, milestone_id=key, steps=steps)
        attempt(self, partial(store.do, Op.MOVE_MILESTONE, rule))

    def toggle(self) -> None:
        """Set the chosen milestone aside, or take it back."""
        one = find(self.workplace.day.milestones, self._key)
        if one is None:
            return
        op, rule = (Op.SET_ASIDE, set_aside) if one.goes_on else (Op.TAKE_BACK, take_back)
        do = self.workplace.store.do
        attempt(self, partial(do, op, partial(rule, milestone_id=one.id)))

    def _offer_chosen(self, count: int) -> None:
        """What the vote chose does not go on by itself: say so, and let one act do it."""
        sentence = self.workplace.words.ngettext(
            "{n} milestone was chosen in the vote and does not go on yet.",
            "{n} milestones were chosen in the vote and do not go on yet.",
            count,
        )
        self.chosen_text.setText(sentence.format(n=count))
        for widget in (self.chosen_text, self.chosen_button):
            widget.setVisible(count > 0)

    def _take_chosen(self) -> None:
        """Let all that the vote chose go on, as one act."""
        attempt(self, partial(self.workplace.store.do, Op.TAKE_BACK, take_chosen))

    def open_editor(self) -> EditDialog | None:
        """Open the dialog for the chosen milestone; None if there is none."""
        one = find(self.workplace.day.milestones, self._key)
        if one is None:
            return None
        dialog = EditDialog(self.workplace.day, one, self.workplace.words, self)
        self._dialog = dialog
        dialog.accepted.connect(self._save)
        dialog.finished.connect(self._drop_dialog)
        dialog.open()
        return dialog

    def _edit(self) -> None:
        self.open_editor()

    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _save(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        rule = partial(edit_milestone, milestone_id=dialog.key, edit=dialog.edit())
        attempt(self, partial(self.workplace.store.do, Op.EDIT_MILESTONE, rule))

    def _aside_text(self) -> str:
        _ = self.workplace.words.gettext
        one = find(self.workplace.day.milestones, self._key)
        return _("Take back") if one is not None and not one.goes_on else _("Set aside")

    # --- the shared screen --------------------------------------------------------------------

    def _on_tracks(self, choice: int) -> None:
        """All tracks, or the one of the chosen milestone, on the shared screen."""
        one = find(self.workplace.day.milestones, self._key)
        self._stage_track = one.track_id if choice == 1 and one is not None else ""
        if self._side is not None:
            self._side.say_track(self._track_name())
        self.workplace.stage.refocus(self.step, self._stage_track)

    def _track_name(self) -> str:
        track = find(self.workplace.day.tracks, self._stage_track)
        return track.name if track is not None else ""
