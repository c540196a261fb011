"""Builds everything and connects it; the only place that knows every concrete class.

The window comes first: what the data layer, Babel and reportlab cost to import is paid after the
first paint, so those imports stand inside functions.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from workshop_app import __version__
from workshop_app.system.crash import CrashWatch
from workshop_app.system.errors import BugError, KnownError
from workshop_app.system.kit import Kit
from workshop_app.system.language import Language
from workshop_app.system.logs import start_logging, stop_logging
from workshop_app.ui.data_layer import DataLayer
from workshop_app.ui.dialogs import QtInteraction
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.open_day import OpenDay
from workshop_app.ui.qt_words import use_qt_words
from workshop_app.ui.settings.live import LiveSettings, use_scale
from workshop_app.ui.start_page import StartPage
from workshop_app.ui.theme import apply_theme

if TYPE_CHECKING:
    from workshop_app.app.library import Library
    from workshop_app.ui.channels.safety_acts import SafetyActs
    from workshop_app.ui.library.flow import LibraryFlow
    from workshop_app.ui.program_acts import ProgramActs
    from workshop_app.ui.workplace import Workplace


WINDOW = QSize(1440, 900)


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown here."""
    if platform != "linux":
        return True
    return any(environment.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def make_application(kit: Kit) -> QApplication:
    """The application with our fonts, look and Qt's own words in the window's language."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Milstolpe")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    apply_theme(app, kit.paths.fonts)
    use_qt_words(app, kit.words.language)
    return app


def run_window(kit: Kit, file: Path | None, *, sample: bool) -> int:
    """Show the start page, or open a day at once, and stay until the person quits."""
    use_scale(kit.settings)
    start_logging(kit.paths.logs)
    watch = CrashWatch(kit.paths.logs)
    watch.start()
    app = make_application(kit)
    program = Program(kit, app)
    program.finished.connect(app.quit)
    watch.told = program.tell_crash
    program.start(file, sample=sample)
    status = app.exec()
    program.end()
    watch.stop()
    stop_logging()
    return status


def run_headless(kit: Kit, file: Path | None) -> int:
    """Without a screen: say so, and run the sample day to its printed summary and pictures."""
    # The data layer and reportlab cost 0.9 s to import; a window would be there before them.
    from workshop_app.app.headless import run_sample_day

    _ = kit.words.gettext
    if file is not None:
        print(
            _("There is no screen here. Use: milstolpe summary {file} -o summary.pdf").format(
                file=file
            ),
            file=sys.stderr,
        )
        return 1
    print(_("There is no screen here, so the sample day is run without a window."))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = kit.paths.data / "headless" / kit.clock().strftime("%Y-%m-%d-%H%M%S")
    for path in (*run_sample_day(kit, folder), *run_shots(kit, folder / "screens")):
        print(path)
    return 0


def run_shots(kit: Kit, folder: Path) -> tuple[Path, ...]:
    """Pictures of every screen of the sample day, as PNG files in that folder."""
    # The pages and the data layer cost 0.9 s to import; a window would be there before them.
    from workshop_app.storage.importing import read_source
    from workshop_app.ui.shots import Photographer, earlier_days, still_kit

    imported = read_source(kit.paths.sample / "day.json", today=kit.clock().date())
    day = imported.day.workshop.date
    moment = datetime(day.year, day.month, day.day, 11, 38, tzinfo=kit.clock().tzinfo)
    with TemporaryDirectory() as scratch:
        still = still_kit(kit, Path(scratch), moment)
        program = Program(still, make_application(still))
        program.open_sample()
        if program.open_day is None:
            raise BugError("the sample day could not be opened")
        program.start_page.set_days(earlier_days(kit.words, still.paths.days, moment))
        program.start_page.resize(WINDOW)
        program.open_day.desk.resize(WINDOW)
        desk, acts = program.open_day.desk, program.acts()
        camera = Photographer(desk, imported.ballots, folder, acts)
        paths = tuple(camera.all(program.start_page))
        program.end()
    return paths


class Program(QObject):
    """The start page, and at most one open day. `finished` tells that the person has quit."""

    finished: ClassVar[Signal] = Signal()

    def __init__(self, kit: Kit, app: QApplication, ask: Interaction | None = None) -> None:
        """Run the program.

        Args:
            kit: Folders, settings, words, clock.
            app: The application.
            ask: Asks the person; None = with dialogs.
        """
        super().__init__()
        self._ask = ask or QtInteraction(kit.words, self._front)
        self._kit = kit
        self.settings = LiveSettings(kit, app)
        self.settings.changed.connect(self._settings_changed)
        self._acts: ProgramActs | None = None
        self.open_day: OpenDay | None = None
        self.start_page = StartPage(kit.words, first_year=kit.clock().year)
        self._flow: LibraryFlow | None = None
        self._wish: tuple[Path | None, bool] = (None, False)
        self._painted = False
        self._data = DataLayer(self)
        self._data.ready.connect(self._load)
        self.start_page.installEventFilter(self)
        self.start_page.new_day.connect(self.ask_new_day)
        self.start_page.open_file.connect(self.ask_file)
        self.start_page.sample.connect(self.open_sample)
        self.start_page.open_day.connect(self.open_path)
        self.start_page.language_changed.connect(self._start_language)

    def start(self, file: Path | None = None, *, sample: bool = False) -> None:
        """Show the start page; a day that was asked for is opened when the page is painted."""
        self._wish = (file, sample)
        self.start_page.resize(WINDOW)
        self.start_page.show()

    def end(self) -> None:
        """Close what is open; everything is on disk already."""
        self._data.settle()
        if self.open_day is not None:
            self.open_day.desk.close()
        self.start_page.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.start_page and event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._data.load)
        if watched is self.start_page and event.type() == QEvent.Type.Close:
            self.finished.emit()
        return super().eventFilter(watched, event)

    # --- the start page ----------------------------------------------------------------------

    def _load(self) -> None:
        if self.open_day is not None:
            return  # the person was quicker
        flow, acts = self._library_flow(), self.acts()
        self._library().empty_trash(self._kit.clock())
        flow.show_days()
        file, sample = self._wish
        if file is not None:
            self.open_path(file)
        elif sample:
            self.open_sample()
        else:
            left = flow.after_crash()
            if left is not None:
                self.open_path(left)
        acts.tell_of_crash(self._say)

    def _library(self) -> Library:
        self._data.settle()
        # The data layer costs 0.7 s to import, after the first paint.
        from workshop_app.app.library import Library

        return Library(self._kit.paths.days, self._kit.paths.sample)

    def _library_flow(self) -> LibraryFlow:
        self._data.settle()
        # The data layer costs 0.7 s to import, after the first paint.
        from workshop_app.ui.library.flow import LibraryFlow, flow_parts

        if self._flow is None:
            parts = flow_parts(self._kit, self._ask, self._front)
            self._flow = LibraryFlow(self.start_page, parts, self.open_path)
        return self._flow

    def ask_new_day(self) -> None:
        """Ask what the new day is to be, make it and open it."""
        self._data.settle()
        # The data layer costs 0.7 s to import, after the first paint.
        from workshop_app.app.beginnings import choices
        from workshop_app.app.templates import Templates
        from workshop_app.ui.new_day import NewDayDialog

        words, today = self._kit.words, self._kit.clock().date()
        found = choices(Templates(self._kit.paths.templates), self._library().entries())
        dialog = NewDayDialog(words, self._ask, today, self.start_page, choices=found)
        if dialog.exec():
            self._open_made(partial(self._library().create, dialog.answer))
        dialog.deleteLater()

    def open_sample(self) -> None:
        """Make a fresh copy of the sample day and open it."""
        library = self._library()
        self._open_made(partial(library.create_sample, self._kit.clock().date()))

    def ask_file(self) -> None:
        """Ask for a file on the computer and open it."""
        _ = self._kit.words.gettext
        path = self._ask.open_file(_("Open a day"), _("Workshop days (*.milstolpe)"))
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a day; a file from elsewhere is brought into the library first."""
        self._open_made(partial(self._library_flow().bring_in, Path(path)))

    def _open_made(self, make: Callable[[], Path | None]) -> None:
        # The data layer costs 0.7 s to import, after the first paint.
        from workshop_app.ui.problems import TOLD, told

        self.start_page.set_busy(busy=True)
        try:
            path = make()
            if path is not None:
                self._open_or_help(path)
        except TOLD as error:
            self.start_page.tell(told(self._kit.words, error))
        finally:
            self.start_page.set_busy(busy=False)

    def _open_or_help(self, path: Path) -> None:
        """Open it; if it is open elsewhere or damaged, offer what can be done instead."""
        flow = self._library_flow()
        try:
            self._open(path)
        except KnownError as error:
            if error.code == "locked" and flow.only_to_read(error):
                self._open(path, read_only=True)
                return
            restored = flow.offer_backup(path, error)
            if restored is None:
                raise
            self._open(restored)

    def acts(self) -> ProgramActs:
        """What can be done with or without a day."""
        self._data.settle()
        # Licences, word list and settings cost 80 ms to import, after the first paint.
        from workshop_app.ui.program_acts import ProgramActs

        if self._acts is None:
            self._acts = ProgramActs(self._kit, self.settings, self._ask, self._front)
            self._acts.serve(self.start_page)
        return self._acts

    def tell_crash(self, _report: Path) -> None:
        """Something went wrong in the program: say so where the person is."""
        self.acts().tell_of_crash(self._say, now=True)

    def _start_language(self, code: str) -> None:
        self.settings.use_language("window", Language(code))

    # --- the open day ------------------------------------------------------------------------

    def _open(self, path: Path, *, read_only: bool = False) -> None:
        # The desk and the data layer cost 0.7 s to import, after the first paint.
        from workshop_app.app.copies import CopyKeeper, CopyPlaces
        from workshop_app.app.opened import OpenedDay, OpenMarks
        from workshop_app.ui.desk import Desk, DeskOptions
        from workshop_app.ui.desk_parts import desk_extras, make_workplace, step_plans
        from workshop_app.ui.library.copy_acts import CopyActs
        from workshop_app.ui.safety.desk_safety import DeskSafety
        from workshop_app.ui.stage_pages.registry import stage_figure

        if self.open_day is not None:
            self.open_day.desk.activateWindow()
            return
        kit = self._kit
        marks = OpenMarks(kit.paths.open_marks)
        library = self._library()
        opened = OpenedDay(path, marks, kit.clock, read_only=read_only, backup=library.safe_copy)
        places = CopyPlaces(library, self.settings.copy_folder)
        copies = CopyKeeper(opened.store, places, kit.clock)
        workplace = make_workplace(kit, opened.store, self._ask, self.settings.kept)
        acts = CopyActs(workplace, copies, kit.paths.documents)
        acts.folder_chosen.connect(self.settings.use_copy_folder)
        safety = self._safety_acts(workplace)
        options = DeskOptions(
            draw=stage_figure,
            rehearse=safety.rehearse,
            code=safety.change_code,
            save_copy=acts.save_copy,
            copy_folder=acts.choose_folder,
            stage_screen=self.settings.now.stage_screen,
            reduced_motion=self.settings.now.reduced_motion,
            about=self.acts().about,
            extras=desk_extras(self.acts()),
        )
        desk = Desk(workplace, step_plans(kit), options)
        desk.language_asked.connect(self._desk_language)
        desk.left.connect(self._desk_left)
        acts.say.connect(self._say)
        self.open_day = OpenDay(opened, desk, acts, DeskSafety(workplace, desk, acts))
        desk.resize(self.start_page.size())
        desk.setWindowState(self.start_page.windowState())
        desk.show()
        self.start_page.hide()

    def _desk_left(self, way: str) -> None:
        left, self.open_day = self.open_day, None
        if left is None:
            return
        self.start_page.tell("")
        left.copies.finish()
        left.opened.close()
        left.desk.deleteLater()
        if way == "quit":
            self.finished.emit()
        else:
            self._library_flow().show_days()
            self.start_page.show()

    def _say(self, sentence: str, tone: str) -> None:
        if self.open_day is not None:
            self.open_day.desk.frame.notice.say(sentence, warn=tone == "warn")
        else:
            self.start_page.tell(sentence)

    def _safety_acts(self, workplace: Workplace) -> SafetyActs:
        # The desk and the data layer cost 0.7 s to import, after the first paint.
        from workshop_app.ui.channels.safety_acts import SafetyActs

        folder = self._kit.paths.data / "rehearsals"
        made = SafetyActs(workplace, folder, self.settings.keep_code)
        made.say.connect(self._say)
        return made

    def _desk_language(self, which: str, language: object) -> None:
        self.settings.use_language(which, Language(str(language)))

    def _settings_changed(self, names: object) -> None:
        changed = names if isinstance(names, frozenset) else frozenset()
        if "language" in changed:
            self.start_page.retranslate()
        if self.open_day is None:
            if "language" in changed and self._flow is not None:
                self._flow.show_days()
            return
        # The desk costs 0.3 s to import; with a day open it is there.
        from workshop_app.ui.applied_settings import apply_to_desk

        day = self.open_day
        apply_to_desk(changed, self.settings, day.desk, day.copies, day.safety)

    def _front(self) -> QWidget:
        return self.open_day.desk if self.open_day is not None else self.start_page
