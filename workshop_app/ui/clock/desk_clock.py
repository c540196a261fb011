"""The clock of the day on the desk: its keys, its timer in the right column, its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from workshop_app.app.clock import DayClock
from workshop_app.domain.clock import Mode, Reading
from workshop_app.domain.day import find
from workshop_app.figures.icons import Icon
from workshop_app.ui.act import Act, always
from workshop_app.ui.agenda_now import agenda_here
from workshop_app.ui.channels.round_clock import RoundClock
from workshop_app.ui.clock.panel import ClockPanel, PanelView
from workshop_app.ui.clock.space_keeper import SpaceKeeper
from workshop_app.ui.clock.spread_dialog import SpreadDialog
from workshop_app.ui.countdown import clock_text, urgency_mark, urgency_role
from workshop_app.ui.desk_extra import DeskExtra, DeskHandle, MenuLine, SidePlace
from workshop_app.ui.keys import key_caption
from workshop_app.ui.page import Page
from workshop_app.ui.side_column import SideScroll
from workshop_app.ui.stage_pages.round_view import step_of
from workshop_app.ui.strip_note import StripNote
from workshop_app.ui.texts import step_name

_MINUTE = 60
EXTEND = 5
"""What "extend" adds, in minutes."""


def desk_clock(desk: DeskHandle) -> DeskExtra:
    """The clock on that desk; nothing where the day has none."""
    clock = desk.workplace.day_clock
    return DeskClock(desk, clock) if clock is not None else DeskExtra()


class DeskClock(DeskExtra):
    """Asks the clock to do what was pressed, and shows what it says."""

    place = SidePlace.FOOT

    def __init__(self, desk: DeskHandle, clock: DayClock) -> None:
        """The clock on a desk.

        Args:
            desk: The desk.
            clock: The clock of its day.
        """
        self._desk = desk
        self._clock = clock
        self._words = desk.workplace.words
        self._panel: ClockPanel | None = None
        self._note: StripNote | None = None
        self._dialog: SpreadDialog | None = None
        self._told: tuple[object, ...] = ()
        self._closed = False
        self._keeper = SpaceKeeper(desk.window_widget, self._used_by_page)
        clock.changed.connect(self._changed)
        if desk.workplace.timer is not None:
            desk.workplace.timer.ticked.connect(self.refresh)

    # --- what the desk asks for --------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _, clock = self._words.gettext, self._clock
        more, less = self._more, partial(clock.lengthen, -1)
        return (
            Act("clock.toggle", _("Timer"), ("Space",), self._toggle, self._can_toggle),
            Act("clock.more", _("One minute more"), ("+",), more, self._can_more, hint=False),
            Act("clock.less", _("One minute less"), ("-",), less, self._can_less, hint=False),
            self._quiet("clock.extend", _("Five minutes more"), "Alt++", self._extend),
            self._quiet("clock.next", _("Move on to the next block"), "N", self._move_on),
            self._quiet("clock.back", _("Back to the block before"), "Shift+N", self._go_back),
            self._quiet("clock.spread", _("Spread what is left"), "Ctrl+Shift+F", self.spread),
            self._quiet("clock.open", _("Open the block's step"), "Ctrl+Shift+O", self._open_step),
            self._quiet("clock.room", self._room_words(), "Ctrl+Shift+T", self._toggle_room),
        )

    def _quiet(self, name: str, text: str, key: str, run: Callable[[], None]) -> Act:
        able = {
            "clock.extend": self._can_extend,
            "clock.next": self._clock.can_move_on,
            "clock.back": self._clock.can_go_back,
            "clock.spread": self._clock.can_start,
            "clock.open": self._opens,
        }
        return Act(name, text, (key,), run, able.get(name, always), hint=False)

    @override
    def menu_lines(self) -> tuple[MenuLine, ...]:
        if not self._clock.can_start():
            return ()
        spread = self._words.gettext("Spread what is left…")
        return ((spread, partial(_over, self._try_spread)),)

    @override
    def side(self) -> QWidget:
        panel = ClockPanel(self._words)
        panel.asked.connect(self._asked)
        panel.beat.connect(self.tick)
        panel.watch(self._desk.window_widget)
        self._panel = panel
        return panel

    @override
    def strip(self) -> QWidget:
        self._note = StripNote()
        return self._note

    @override
    def tick(self) -> None:
        self._clock.tick()

    @override
    def refresh(self) -> None:
        if self._panel is not None:
            view = self._view()
            self._panel.show_view(view)
            self._show_note(view.said)

    def _show_note(self, said: Reading) -> None:
        """The time left in the strip, where something is timed."""
        if self._note is None or self._panel is None:
            return
        text = clock_text(said.left) if said.left is not None else ""
        mark = urgency_mark(said.urgency) or Icon.CLOCK
        told = self._panel.accessibleDescription()
        self._note.say(text, (mark, urgency_role(said.urgency)), told)

    @override
    def closing(self) -> None:
        self._closed = True
        self._panel = self._note = None

    # --- showing -----------------------------------------------------------------------------

    def _view(self) -> PanelView:
        clock, said = self._clock, self._clock.reading(self._desk.step)
        voting = find(self._desk.workplace.day.rounds, self._timed_round())
        if voting is not None:
            said = self._round_reading(said, voting.id)
        able = {
            "less": self._can_less(),
            "toggle": self._can_toggle(),
            "more": self._can_more(),
            "next": clock.can_move_on(),
            "spread": clock.can_spread(),
        }
        return PanelView(
            said,
            voting=voting.name if voting is not None else "",
            opens=self._opens(),
            enabled=frozenset(name for name, can in able.items() if can),
        )

    def _round_reading(self, said: Reading, round_id: str) -> Reading:
        """The round's own time as the timer shows it; there is one timer, not two."""
        timer = self._desk.workplace.timer
        if timer is None:
            return said
        allowed = timer.minutes(round_id) * _MINUTE
        return Reading(Mode.HAND, said.item, allowed, timer.left(round_id))

    def _timed_round(self) -> str:
        """The round on the page that is open, if its own time runs."""
        window = self._desk.window_widget
        clocks = (one for one in window.findChildren(RoundClock) if _in_front(one))
        return next((one.timed for one in clocks if one.timed), "")

    def _changed(self) -> None:
        """The clock says something else: the figures each second, the words around when new."""
        if self._closed:
            return
        place = self._desk.workplace
        now = agenda_here(place, self._desk.step)
        told = (now.item, now.minutes_left, now.paused, now.over, now.drift, now.urgency, now.until)
        if told != self._told:
            self._told = told
            self._desk.refresh_around()
            self._desk.picture.redraw()
        else:
            self.refresh()
            if self._clock.in_room:
                self._desk.picture.redraw()

    # --- acts --------------------------------------------------------------------------------

    def _asked(self, name: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "less": partial(self._clock.lengthen, -1),
            "toggle": self._toggle,
            "more": self._more,
            "extend": self._extend,
            "next": self._move_on,
            "open": self._open_step,
            "spread": self.spread,
            "menu": self._show_menu,
        }
        self._desk.attempt(deeds[name])

    def _toggle(self) -> None:
        self._clock.toggle(self._desk.step)

    def _more(self) -> None:
        """One minute more of the time that is seen: the round's own, else the block's."""
        timer, voting = self._desk.workplace.timer, self._timed_round()
        if voting and timer is not None:
            timer.add_minute(voting)
        else:
            self._clock.lengthen(1)

    def _extend(self) -> None:
        self._clock.lengthen(EXTEND)

    def _move_on(self) -> None:
        self._clock.move_on(self._desk.step)
        self._tell_block()

    def _go_back(self) -> None:
        self._clock.go_back(self._desk.step)
        self._tell_block()

    def _begin_now(self) -> None:
        self._clock.begin_now(self._desk.step)

    def _tell_block(self) -> None:
        """Which block it is now, and how to open its step; the desk stays where it is."""
        item = self._clock.reading(self._desk.step).item
        if item is None:
            return
        sentence = self._words.gettext("Now: {block}").format(block=item.title)
        if self._opens():
            text = self._words.gettext("Open {step} with {key}")
            name = step_name(self._words, self._block_step())
            key = key_caption(self._words, "Ctrl+Shift+O")
            sentence = f"{sentence} · {text.format(step=name, key=key)}"
        self._desk.say(sentence)

    def _open_step(self) -> None:
        step = self._block_step()
        if step:
            self._desk.go_to(step)

    def _block_step(self) -> str:
        """The step the block drives: its own, else that of the round it drives."""
        item = self._clock.reading(self._desk.step).item
        if item is None:
            return ""
        rounds = self._desk.workplace.day.rounds
        driven = (step_of(r) for r in rounds if item.round_id in {r.id, r.series})
        return item.step or next(driven, "")

    def _toggle_room(self) -> None:
        shown = not self._clock.in_room
        self._clock.show_in_room(shown=shown)
        _ = self._words.gettext
        seen = _("The room sees the block's time on the pages of a vote.")
        self._desk.say(seen if shown else _("The room no longer sees the block's time."))
        self._desk.picture.redraw()

    def spread(self) -> None:
        """Show what spreading would do; it is done only from there.

        Raises:
            Refused: where it cannot be done.
        """
        lines = self._clock.spread_lines()
        ends = self._clock.reading().ends
        dialog = SpreadDialog(self._words, lines, self._desk.window_widget)
        dialog.accepted.connect(partial(self._spread_now, ends))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _spread_now(self, ends: int) -> None:
        if self._desk.attempt(partial(self._clock.spread, ends)):
            text = self._words.gettext("What was left is spread. The day ends as planned.")
            self._desk.say(text)

    def _try_spread(self) -> None:
        self._desk.attempt(self.spread)

    # --- what can be done --------------------------------------------------------------------

    def _can_toggle(self) -> bool:
        return self._clock.can_start() and not self._timed_round()

    def _can_more(self) -> bool:
        return bool(self._timed_round()) or self._clock.can_lengthen()

    def _can_extend(self) -> bool:
        return self._clock.can_lengthen() and not self._timed_round()

    def _can_less(self) -> bool:
        return self._clock.can_shorten() and not self._timed_round()

    def _opens(self) -> bool:
        """Whether the block drives a step that has a page and is not open."""
        step = self._block_step()
        named = step_name(self._words, step) != step
        return named and step != self._desk.step

    def _used_by_page(self, key: str) -> bool:
        pages = self._desk.window_widget.findChildren(Page)
        here = (page for page in pages if page.step == self._desk.step)
        return any(key in act.keys for page in here for act in page.acts())

    # --- the menu ----------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What can be done with the time besides the buttons, as things stand now."""
        _, clock = self._words.gettext, self._clock
        menu = QMenu(self._panel)
        self._add(menu, _("Five minutes more"), "Alt++", self._extend, self._can_extend())
        back, spread = _("Back to the block before"), _("Spread what is left…")
        self._add(menu, back, "Shift+N", self._go_back, clock.can_go_back())
        self._add(menu, spread, "Ctrl+Shift+F", self.spread, clock.can_start())
        self._add(menu, _("Open the block's step"), "Ctrl+Shift+O", self._open_step, self._opens())
        self._add(menu, _("Let the block begin now"), "", self._begin_now, clock.can_start())
        menu.addSeparator()
        room = self._add(menu, self._room_words(), "Ctrl+Shift+T", self._toggle_room)
        room.setCheckable(True)
        room.setChecked(clock.in_room)
        menu.addSeparator()
        self._add(menu, _("Let the agenda decide again"), "", clock.follow_plan, clock.by_hand())
        return menu

    def _room_words(self) -> str:
        return self._words.gettext("Show the block's time to the room")

    def _add(
        self,
        menu: QMenu,
        text: str,
        key: str,
        run: Callable[[], object],
        able: bool = True,  # noqa: FBT001, FBT002 - the last column of a table
    ) -> QAction:
        shown = f"{text}\t{key_caption(self._words, key)}" if key else text
        action = menu.addAction(shown)
        action.setEnabled(able)
        action.triggered.connect(partial(self._desk.attempt, run))
        return action

    def _show_menu(self) -> None:
        if self._panel is None:
            return
        menu = self.menu()
        button = self._panel.menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def _over(run: Callable[[], None], _window: QWidget) -> None:
    run()


def _in_front(widget: QWidget) -> bool:
    """Whether it stands on the page that is open, also while the column is folded."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, SideScroll):
        parent = parent.parentWidget()
    return parent is not None and not parent.isHidden()
