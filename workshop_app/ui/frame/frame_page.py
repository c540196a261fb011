"""The step "Frame": does the proposal fit, alternative by alternative."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.domain.day import find
from workshop_app.domain.frames import frame_view, portfolio_of
from workshop_app.domain.kinds import Side, StanceKind
from workshop_app.domain.ops import Op
from workshop_app.domain.proposals import (
    move_across,
    next_snapshot,
    save_proposal,
    set_reason,
    set_stance,
)
from workshop_app.figures.shapes import Figure
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.frame.board import EDGE, WaterBoard
from workshop_app.ui.frame.card import STANCE_KEYS, RowCard
from workshop_app.ui.frame.check_sheet import check_of, save_question
from workshop_app.ui.frame.frame_sheet import (
    STANCES,
    FrameSheet,
    frame_names,
    frame_sheet,
    row_sheet,
    stance_name,
)
from workshop_app.ui.frame.rows import FOLD_KEY
from workshop_app.ui.frame.side import FrameSide
from workshop_app.ui.frame.twin import twin_table
from workshop_app.ui.page import Page
from workshop_app.ui.table_dialog import table_act
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import EmptyState, Pill, lead_label, title_label
from workshop_app.ui.workplace import Workplace

_PILL = 34


class FramePage(Page):
    """The waterline of one frame alternative, with the card of the chosen row."""

    step = "frame"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        words = workplace.words
        _ = words.gettext
        self._frame_id = workplace.day.frames[0].id if workplace.day.frames else ""
        self._unfolded = False
        self._drawing = False
        self._side: FrameSide | None = None
        self._sheet: FrameSheet | None = None
        names = frame_names(workplace.day, words)
        self.alternatives = Segmented(names, name=_("Frame alternative"))
        self._line = QLabel()
        self._line.setTextFormat(Qt.TextFormat.RichText)
        self.pill = Pill("", "ok", height=_PILL)
        self.board = WaterBoard()
        self.board.setAccessibleName(_("Waterline"))
        self.card = RowCard(words)
        self.board.set_foot(self.card)
        self.empty = EmptyState(
            _("The frame is not set"),
            _("State the need and a frame for each alternative, then come back here."),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        _ = self.workplace.words.gettext
        head = QHBoxLayout()
        head.addWidget(title_label(_("Does it fit the frame?")), 1)
        head.addWidget(self.alternatives)
        sums = QHBoxLayout()
        sums.addWidget(self._line, 1)
        sums.addWidget(self.pill)
        above = QVBoxLayout()
        above.setContentsMargins(EDGE, 24, EDGE, 0)
        above.setSpacing(4)
        above.addLayout(head)
        lead = _("What the law requires always stands on top. Drag what you want to save above.")
        above.addWidget(lead_label(lead))
        above.addSpacing(8)
        above.addLayout(sums)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.board, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.alternatives.chosen.connect(self._on_alternative)
        self.board.chosen.connect(self._on_row)
        self.board.opened.connect(self._on_opened)
        self.board.crossed.connect(self.cross)
        self.card.moved.connect(self._cross_chosen)
        self.card.stance_chosen.connect(self._on_stance)
        self.card.reason_given.connect(self._on_reason)

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def first(self) -> QWidget:
        return self.board.lists[2]

    @override
    def acts(self) -> tuple[Act, ...]:
        words = self.workplace.words
        _ = words.gettext
        rise, sink = partial(self._cross_to, above=True), partial(self._cross_to, above=False)
        movable, both = self._movable, "Alt ↑|↓"
        over, under = _("Across the surface"), _("Move below the surface")
        acts = [
            Act("frame.up", over, ("Alt+Up",), rise, movable, key_text=both),
            Act("frame.down", under, ("Alt+Down",), sink, movable, hint=False),
        ]
        count = len(self.workplace.day.frames)
        span = "|".join(str(n) for n in range(1, count + 1))
        names = frame_names(self.workplace.day, words)
        for place, name in enumerate(names):
            run = partial(self._show_alternative, place)
            first = place == 0
            text = _("Alternative") if first else name
            key, box = str(place + 1), span if first else ""
            acts.append(
                Act(
                    f"frame.alternative{place + 1}",
                    text,
                    (key,),
                    run,
                    hint=first,
                    key_text=box,
                    writes=False,
                )
            )
        for key, kind in zip(STANCE_KEYS, STANCES, strict=True):
            run = partial(self._take_stance, kind)
            acts.append(Act(f"frame.{kind.value}", stance_name(words, kind), (key,), run, movable))
        acts.append(Act("frame.save", _("Save the proposal"), ("Ctrl+S",), self.save, self._ready))
        acts.append(table_act(self, self._twin, self._ready))
        return tuple(acts)

    def _twin(self) -> Figure:
        place = self.workplace
        view = frame_view(place.day, self.frame_id)
        return twin_table(place.words, place.formats, view, self.board.figure.sentence)

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = FrameSide(self.workplace.words)
            self._side.save_button.clicked.connect(self.save)
            self.refresh(None)
        return self._side

    @override
    def refresh(self, change: Change | None) -> None:
        day, words = self.workplace.day, self.workplace.words
        if find(day.frames, self._frame_id) is None:
            self._frame_id = day.frames[0].id if day.frames else ""
        self._sheet = sheet = (
            frame_sheet(day, self._frame_id, words, unfolded=self._unfolded)
            if self._frame_id
            else None
        )
        board = sheet.board if sheet is not None else None
        self.board.setVisible(board is not None)
        self.empty.setVisible(board is None)
        self.alternatives.setVisible(len(day.frames) > 1)
        self.pill.setVisible(sheet is not None)
        self._line.setVisible(sheet is not None)
        if sheet is not None:
            self._show_sums(sheet)
        if board is not None:
            self._drawing = True
            self.board.put(board)
            self._drawing = False
        self._show_row()
        self._show_check()
        self.acts_changed.emit()

    @override
    def stage_focus(self) -> str:
        return self._frame_id

    @override
    def rail_note(self) -> str:
        return ""

    @override
    def done(self) -> bool:
        """Every alternative has a saved proposal."""
        day = self.workplace.day
        frames = [frame.id for frame in day.frames]
        return bool(frames) and all(portfolio_of(day, one, 1) is not None for one in frames)

    @override
    def left(self) -> None:
        self.card.save_reason()

    # --- showing ------------------------------------------------------------------------------

    @property
    def frame_id(self) -> str:
        """The alternative that is worked on."""
        return self._frame_id

    def _show_sums(self, sheet: FrameSheet) -> None:
        frame, bound, room = sheet.numbers
        plain = sheet.line.format(frame=frame, bound=bound, room=room)
        strong = sheet.line.format(
            frame=f"<b>{frame}</b>", bound=f"<b>{bound}</b>", room=f"<b>{room}</b>"
        )
        self._line.setText(strong)
        self._line.setAccessibleName(plain)
        self._line.setToolTip(sheet.bound_tip)
        self.pill.say(sheet.pill, "ok" if sheet.fits else "warn")

    def _show_row(self) -> None:
        key = self.board.chosen_key()
        sheet = None
        if key and key != FOLD_KEY and self._frame_id:
            sheet = row_sheet(self.workplace.day, self._frame_id, key, self.workplace.words)
        self.card.put(sheet)
        self.board.settle()

    def _show_check(self) -> None:
        if self._side is None:
            return
        sheet = self._sheet
        self._side.save_button.setVisible(self._ready())
        if sheet is None:
            self._side.put((), "", ())
            return
        remarks = check_of(self.workplace.day, sheet.view, self.workplace.words)
        self._side.put(remarks, sheet.save_text, sheet.saved)

    def _on_row(self, key: str) -> None:
        if key != self.card.key:
            # While the page is being drawn the store is telling; nothing may be written then.
            if not self._drawing:
                self.card.save_reason()
            self._show_row()
            self.acts_changed.emit()

    def _on_opened(self, key: str) -> None:
        """Enter: unfold what the law fixes, or write the reason of a row."""
        if key == FOLD_KEY:
            self._unfolded = not self._unfolded
            self.refresh(None)
        elif self.card.key == key:
            self.card.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.card.reason.end(False)  # noqa: FBT003 - Qt's own name for "without marking"

    # --- alternatives -------------------------------------------------------------------------

    def _on_alternative(self, place: int) -> None:
        """Another alternative on the desk; the room follows if it looks at this step."""
        self.card.save_reason()
        self._frame_id = self.workplace.day.frames[place].id
        self.refresh(None)
        self.workplace.stage.refocus(self.step, self._frame_id)

    def _show_alternative(self, place: int) -> None:
        self.alternatives.set_current(place)
        self._on_alternative(place)

    # --- acts ---------------------------------------------------------------------------------

    def _ready(self) -> bool:
        return self._sheet is not None and self._sheet.board is not None

    def _movable(self) -> bool:
        row = self._sheet.view.row(self.card.key) if self._sheet is not None else None
        return row is not None and not row.locked

    def cross(self, key: str) -> None:
        """Move a row across the surface."""
        self.card.save_reason()
        rule = partial(move_across, frame_id=self._frame_id, initiative_id=key)
        attempt(self, partial(self.workplace.store.do, Op.MOVE_ACROSS, rule))

    def _cross_chosen(self) -> None:
        self.cross(self.card.key)

    def _cross_to(self, *, above: bool) -> None:
        row = self._sheet.view.row(self.card.key) if self._sheet is not None else None
        if row is not None and (row.side is Side.ABOVE) != above:
            self.cross(row.initiative_id)

    def _on_stance(self, place: int) -> None:
        self._take_stance(STANCES[place])

    def _take_stance(self, kind: StanceKind) -> None:
        self.card.save_reason()
        rule = partial(set_stance, frame_id=self._frame_id, initiative_id=self.card.key, kind=kind)
        attempt(self, partial(self.workplace.store.do, Op.SET_STANCE, rule))

    def _on_reason(self, key: str, reason: str) -> None:
        rule = partial(set_reason, frame_id=self._frame_id, initiative_id=key, reason=reason)
        attempt(self, partial(self.workplace.store.do, Op.SET_REASON, rule))

    def save(self) -> None:
        """Keep the proposal as it is; asks first when it does not fit or lacks reasons."""
        self.card.save_reason()
        sheet, words = self._sheet, self.workplace.words
        if sheet is None:
            return
        question = save_question(sheet.view, sheet.save_text, words)
        if question is not None and not self.workplace.ask.confirm(question):
            return
        number = next_snapshot(self.workplace.day, self._frame_id)
        name = words.gettext("Proposal {n}").format(n=number)
        rule = partial(save_proposal, frame_id=self._frame_id, name=name)
        if attempt(self, partial(self.workplace.store.do, Op.SAVE_PROPOSAL, rule)):
            place = [frame.id for frame in self.workplace.day.frames].index(self._frame_id)
            told = words.gettext("Saved as {name} in {alternative}.")
            alternative = frame_names(self.workplace.day, words)[place]
            self.message.emit(told.format(name=name.lower(), alternative=alternative.lower()))
