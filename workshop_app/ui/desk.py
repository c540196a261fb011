"""The desk: the facilitator's window, with one page for each step of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.system.language import Language
from workshop_app.ui.act import Act
from workshop_app.ui.act_keys import ActKeys
from workshop_app.ui.agenda_now import agenda_here, day_name
from workshop_app.ui.attempt import tried
from workshop_app.ui.desk_acts import DeskAble, DeskDeeds, desk_acts
from workshop_app.ui.desk_extra import DeskExtra
from workshop_app.ui.desk_frame import DeskFrame, rail_entries
from workshop_app.ui.desk_options import DeskOptions
from workshop_app.ui.desk_stage import DeskStage
from workshop_app.ui.keys_dialog import KeysDialog
from workshop_app.ui.menu import MenuActs, day_menu, menu_state
from workshop_app.ui.page import Page
from workshop_app.ui.stage_picture import StagePicture
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.texts import op_name, step_name
from workshop_app.ui.top_bar import agenda_view
from workshop_app.ui.workplace import Workplace

__all__ = ("Desk", "DeskOptions")

TICK_MS = 1000
LEAST = QSize(880, 440)
USUAL = QSize(1440, 900)


class Desk(QMainWindow):
    """The window of the one who leads the day.

    Signals:
        left: The window was closed; "day" leads back to the start page, "quit" ends the program.
        language_asked: Where ("window", "screen" or "report") and which; then `rebuild` is called.
    """

    left: ClassVar[Signal] = Signal(str)
    language_asked: ClassVar[Signal] = Signal(str, object)

    def __init__(
        self, workplace: Workplace, plans: Sequence[StepPlan], options: DeskOptions
    ) -> None:
        super().__init__()
        self.workplace = workplace
        self._plans = tuple(plans)
        self._options = options
        self._way_out = "quit"
        self._step = self._minute = ""
        self.picture = StagePicture(workplace, options.draw, self)
        self.stage = DeskStage(
            workplace,
            self.picture,
            self,
            wanted=options.stage_screen,
            reduced_motion=options.reduced_motion,
        )
        self.stage_window = self.stage.window
        self._keys = ActKeys(self, self.run_act, self._keys_free)
        self._deeds = self._all_deeds()
        self._able = self._all_able()
        self._extras: tuple[DeskExtra, ...] = tuple(make(self) for make in options.extras)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._build()
        self.frame.setFocus(Qt.FocusReason.OtherFocusReason)
        self._connect()
        self._tick_timer = QTimer(self)
        self._tick_timer.setInterval(TICK_MS)
        self._tick_timer.timeout.connect(self._tick)
        self._tick_timer.start()

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.frame = DeskFrame(self.workplace, self._plans, self.picture, self)
        self.setCentralWidget(self.frame)
        frame = self.frame
        frame.top_bar.day_button.clicked.connect(self.open_menu)
        frame.top_bar.stage_toggled.connect(self.toggle_stage)
        frame.rail.chosen.connect(self.go_to)
        frame.rail.next_asked.connect(self.next_step)
        frame.side.show_asked.connect(self.show_on_stage)
        frame.side.blank_asked.connect(self.workplace.stage.toggle_blank)
        frame.side.fold_asked.connect(frame.toggle_side)
        frame.status.keys_asked.connect(self.show_keys)
        for page in frame.pages:
            page.acts_changed.connect(self._acts_changed)
            page.wants_step.connect(self.go_to)
            page.message.connect(frame.notice.say)
        own = desk_acts(self.workplace.words, self._deeds, self._able)
        self._acts = (*own, *(act for extra in self._extras for act in extra.acts()))
        for extra in self._extras:
            frame.side.add_extra(extra.side(), extra.place, extra.strip())
        self._show_day()
        self.stage.use(frame)
        frame.fit(self.width())
        place = self._step or self.workplace.store.file.place()
        self._open(frame.page(place) or frame.pages[0])

    def _connect(self) -> None:
        self.workplace.store.changed.connect(self._changed)
        self.workplace.stage.changed.connect(self._stage_changed)
        self.stage_window.asked.connect(self._asked_from_stage)

    def rebuild(self) -> None:
        """Make everything again, such as in another language; the step and the stage stay."""
        self.page.left()
        self._build()
        self.frame.show()
        self.frame.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picture.redraw()
        self._minute = ""
        self._tick()

    def _all_deeds(self) -> DeskDeeds:
        return DeskDeeds(
            stage=self.toggle_stage,
            show=self.show_on_stage,
            blank=self.workplace.stage.toggle_blank,
            next=self.next_step,
            previous=self.previous_step,
            undo=self.undo,
            redo=self.redo,
            fold=self._fold_side,
            keys=self.show_keys,
            dismiss=self._dismiss,
            close_day=self.close_day,
            quit=self.quit,
        )

    def _all_able(self) -> DeskAble:
        return DeskAble(
            show=self._can_show,
            next=partial(self._has_neighbour, 1),
            previous=partial(self._has_neighbour, -1),
            undo=self._can_undo,
            redo=self._can_redo,
            dismiss=self._has_notice,
        )

    # --- steps -------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.frame.pages[self.frame.centre.currentIndex()]

    @property
    def step(self) -> str:
        """The step that is open."""
        return self._step

    @property
    def window_widget(self) -> QMainWindow:
        """The window, for what stands over it."""
        return self

    def go_to(self, step: str) -> None:
        """Open a step; the shared screen does not change."""
        page = self.frame.page(step)
        if page is None or step == self._step:
            return
        self.page.left()
        self._open(page)
        self.attempt(partial(self.workplace.store.set_place, step))

    def next_step(self) -> None:
        """The step after this one."""
        self._go_beside(1)

    def previous_step(self) -> None:
        """The step before this one."""
        self._go_beside(-1)

    def _go_beside(self, way: int) -> None:
        if self._has_neighbour(way):
            self.go_to(self.frame.pages[self.frame.centre.currentIndex() + way].step)

    def _has_neighbour(self, way: int) -> bool:
        return 0 <= self.frame.centre.currentIndex() + way < len(self.frame.pages)

    def _open(self, page: Page) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.frame.centre.isAncestorOf(focus)
        self._step = page.step
        self.frame.open_page(page)
        self.attempt(page.entered)
        if inside:
            (page.first() or self.frame).setFocus(Qt.FocusReason.OtherFocusReason)
        self._keys.use(self.frame.acts(page), self._acts)
        self.refresh_around()

    # --- acts --------------------------------------------------------------------------------

    def run_act(self, act: Act) -> None:
        """Do an act; what refuses it stands in the notice line."""
        self.attempt(act.run)
        self.refresh_around()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; whether it is done."""
        sentence = tried(self.workplace.words, act)
        if sentence:
            self.frame.notice.say(sentence, warn=True)
        return not sentence

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """A sentence in the notice line."""
        self.frame.notice.say(sentence, warn=warn)

    def undo(self) -> None:
        """Take back the last act of content."""
        self._say_done(self.workplace.words.gettext("Undone: {act}"), self.workplace.store.undo)

    def redo(self) -> None:
        """Do it again."""
        self._say_done(self.workplace.words.gettext("Done again: {act}"), self.workplace.store.redo)

    def _say_done(self, sentence: str, step: Callable[[], object]) -> None:
        store, words = self.workplace.store, self.workplace.words
        op = store.undoable() if step == store.undo else store.redoable()
        if op is not None and self.attempt(step):
            self.frame.notice.say(sentence.format(act=op_name(words, op)))

    def _can_undo(self) -> bool:
        return self.workplace.store.undoable() is not None

    def _can_redo(self) -> bool:
        return self.workplace.store.redoable() is not None

    def _has_notice(self) -> bool:
        return bool(self.frame.notice.text) or self.workplace.stage.showing.test

    def _dismiss(self) -> None:
        self.stage.dismiss(self.frame)

    def _fold_side(self) -> None:
        self.frame.toggle_side()

    def show_keys(self) -> None:
        """All keys of this step and of the desk."""
        words = self.workplace.words
        step = (step_name(words, self.page.step), self.frame.acts(self.page))
        dialog = KeysDialog(words, step, self._acts, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def menu(self) -> QMenu:
        """The day's menu as things stand now."""
        acts = MenuActs(
            undo=self.undo,
            redo=self.redo,
            save_copy=self._tried(self._options.save_copy),
            copy_folder=self._tried(self._options.copy_folder),
            rehearse=self._tried(self._options.rehearse),
            code=self._tried(self._options.code),
            language=self._ask_language,
            keys=self.show_keys,
            about=self._about,
            close_day=self.close_day,
            quit=self.quit,
        )
        lines = tuple(line for extra in self._extras for line in extra.menu_lines())
        return day_menu(self.workplace.words, menu_state(self.workplace, lines), acts, self)

    def open_menu(self) -> None:
        """Show the day's menu under its button."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.frame.top_bar.day_button
        menu.popup(button.mapToGlobal(QPoint(8, button.height() + 2)))

    def _tried(self, act: Callable[[], object] | None) -> Callable[[], object] | None:
        return partial(self.attempt, act) if act is not None else None

    def _ask_language(self, which: str, language: Language) -> None:
        self.language_asked.emit(which, language)

    def _about(self) -> None:
        if self._options.about is not None:
            self._options.about()

    # --- the shared screen -------------------------------------------------------------------

    def toggle_stage(self) -> None:
        """F5: the shared screen on or off."""
        self.stage.toggle()

    def show_on_stage(self) -> None:
        """G: the room sees this step."""
        self.stage.show(self.page)

    def _can_show(self) -> bool:
        return not self.stage.shows(self.page)

    def _asked_from_stage(self, wish: str) -> None:
        if self._keys_free() or wish in {"stage", "leave"}:
            self.stage.deed(wish, self.page)()

    def _stage_changed(self) -> None:
        self._keys.refresh()
        self.refresh_around()

    # --- keeping up --------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        self.page.refresh(change)
        self._show_day()
        self.refresh_around()

    def _acts_changed(self) -> None:
        self._keys.use(self.frame.acts(self.page), self._acts)
        self.refresh_around()

    def _show_day(self) -> None:
        place = self.workplace
        workshop = place.day.workshop
        self.setWindowTitle(f"{workshop.title} · Milstolpe")
        bar, formats = self.frame.top_bar, place.formats
        bar.day_button.show_day(day_name(workshop), formats.date_long(workshop.date))
        bar.show_saved("" if place.store.file.read_only else formats.clock(place.clock()))

    def refresh_around(self) -> None:
        """The rail, the state of the step on the stage, the agenda and the keys."""
        frame, words = self.frame, self.workplace.words
        frame.rail.show_entries(rail_entries(words, self._plans, frame.pages, self.page))
        ahead = frame.centre.currentIndex() + 1
        next_step = frame.pages[ahead].step if ahead < len(frame.pages) else ""
        frame.rail.show_next(step_name(words, next_step) if next_step else "")
        blank = self.workplace.stage.showing.blank
        frame.side.show_step_state(shows=self.stage.shows(self.page), blank=blank)
        frame.status.show_acts((*self.frame.acts(self.page), *self._acts))
        for extra in self._extras:
            extra.refresh()
        self._show_agenda()

    def _show_agenda(self) -> None:
        place = self.workplace
        now = agenda_here(place, self._step)
        view = agenda_view(place.words, place.formats, place.day.agenda, now)
        self.frame.top_bar.show_agenda(view)

    def _tick(self) -> None:
        for extra in self._extras:
            extra.tick()
        minute = self.workplace.clock().strftime("%Y-%m-%d %H:%M")
        if minute != self._minute:
            self._minute = minute
            self._show_agenda()
            self.picture.redraw()

    def _keys_free(self) -> bool:
        if self.workplace.stage.showing.covered:
            return False
        focus = QApplication.focusWidget()
        if focus is None or focus is self.frame or not self.isAncestorOf(focus):
            return True
        # What lies over the desk without being part of it, such as a ballot, has the keyboard.
        return self.frame.isAncestorOf(focus)

    # --- leaving -----------------------------------------------------------------------------

    def close_day(self) -> None:
        """Back to the start page; everything is saved already."""
        self._way_out = "day"
        self.close()

    def quit(self) -> None:
        """End the program; everything is saved already."""
        self._way_out = "quit"
        self.close()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit(event.size().width())
        self.frame.notice.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick_timer.stop()
        self.page.left()
        self.frame.notice.dismiss()
        for extra in self._extras:
            extra.closing()
        self.stage_window.close_for_good()
        super().closeEvent(event)
        self.left.emit(self._way_out)
