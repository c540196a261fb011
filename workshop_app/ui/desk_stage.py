"""The desk's hold on the shared screen: on and off, which step it shows, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from workshop_app.figures.shapes import Figure
from workshop_app.ui.desk_frame import DeskFrame
from workshop_app.ui.page import Page
from workshop_app.ui.stage_picture import StagePicture
from workshop_app.ui.stage_window import StageState, StageWindow
from workshop_app.ui.workplace import Workplace


def _nothing() -> None:
    """For a key that somebody else answers."""


class DeskStage(QObject):
    """What the desk does with the room's window.

    Attributes:
        window: The shared screen.
    """

    def __init__(
        self,
        workplace: Workplace,
        picture: StagePicture,
        desk: QMainWindow,
        *,
        wanted: str,
        reduced_motion: bool,
    ) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._picture = picture
        self._desk = desk
        self._frame: DeskFrame | None = None
        self._lost = False
        title = workplace.words.gettext("Milstolpe, shared screen")
        self.window = StageWindow(title, wanted=wanted, reduced_motion=reduced_motion)
        self.window.state_changed.connect(self._moved)
        self.window.watch.settled.connect(self._keep_apart)
        picture.changed.connect(self.new_picture)

    def use(self, frame: DeskFrame) -> None:
        """Tell this frame from now on."""
        self._frame = frame
        self.new_picture(self._picture.figure, reveal=False)
        self.show_state()

    def toggle(self) -> None:
        """F5: the shared screen on or off."""
        if self.window.state is StageState.OFF:
            self.window.turn_on(self._desk.screen())
        else:
            self.window.turn_off()
        self.show_state()

    def show(self, page: Page) -> None:
        """G: the room sees this page's step."""
        self._workplace.stage.show_step(page.step, page.stage_focus())

    def shows(self, page: Page) -> bool:
        """Whether the room sees this page's step now."""
        showing = self._workplace.stage.showing
        same = showing.step == page.step and showing.focus == page.stage_focus()
        return same and not showing.blank and not showing.test

    def deed(self, wish: str, page: Page) -> Callable[[], None]:
        """What a key pressed in the room's window asks for; the tools' own keys are theirs."""
        deeds: dict[str, Callable[[], None]] = {
            "stage": self.toggle,
            "leave": self._leave,
            "blank": self._workplace.stage.toggle_blank,
            "show": partial(self.show, page),
        }
        return deeds.get(wish, _nothing)

    def dismiss(self, frame: DeskFrame) -> None:
        """Esc at the desk: the notice goes, and the test picture."""
        frame.notice.dismiss()
        self._workplace.stage.show_test(shown=False)

    def _leave(self) -> None:
        """Esc: away from the test picture, else the shared screen off."""
        if self._workplace.stage.showing.test:
            self._workplace.stage.show_test(shown=False)
        else:
            self.toggle()

    def new_picture(self, figure: Figure, reveal: bool) -> None:  # noqa: FBT001 - from a signal
        """The room and the preview get this figure."""
        if self._frame is not None:
            self._frame.side.show_picture(figure, self._picture.colors)
        self.window.show_figure(figure, self._picture.colors, reveal=reveal)

    def _keep_apart(self) -> None:
        """Where screens changed places and the picture fills the desk's own, it goes to another."""
        home = self._desk.screen()
        if self.window.fills(home):
            self.window.turn_on(home)

    def _moved(self) -> None:
        """It stands elsewhere now: say so, and let the one who leads the day keep the keyboard."""
        if self.window.state is not StageState.OFF and not self.window.in_use:
            self.window.give_back(QApplication.activeModalWidget() or self._desk)
        self.show_state()

    def show_state(self) -> None:
        """Where the shared screen is, in the column and the bar; in the notice if it was lost."""
        frame = self._frame
        if frame is None:
            return
        frame.side.show_state(self.window.state, self.window.number)
        frame.top_bar.show_stage(on=self.window.state is not StageState.OFF)
        self._tell_lost(frame)

    def _tell_lost(self, frame: DeskFrame) -> None:
        """That it lost its display, and when it has one again: the first is true no longer."""
        _ = self._workplace.words.gettext
        was, self._lost = self._lost, self.window.state is StageState.LOST
        if self._lost:
            sentence = _(
                "The shared screen lost its display. The vote is as it was. "
                "The picture comes back when the display is plugged in again."
            )
            frame.notice.say(sentence, warn=True)
        elif was and self.window.state is StageState.FULL:
            text = _("The room sees the picture again, on screen {number}.")
            frame.notice.say(text.format(number=self.window.number))
        elif was:
            frame.notice.dismiss()
