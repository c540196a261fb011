"""What a person does with days at the start page: bring in, put away, take back, restore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app.app.library import Arrival, Library, Moved
from workshop_app.app.opened import OpenMarks
from workshop_app.storage.comparing import Kinship, Relation
from workshop_app.storage.preview import preview
from workshop_app.system.clock import Clock
from workshop_app.system.errors import KnownError
from workshop_app.system.kit import Kit
from workshop_app.system.language import Words
from workshop_app.ui.interaction import Interaction, Question
from workshop_app.ui.library.after_crash import go_on_question
from workshop_app.ui.library.asking import LibraryAsk, QtLibraryAsk
from workshop_app.ui.library.restore import BackupRow
from workshop_app.ui.library.same_day import Choice, TwoCopies
from workshop_app.ui.library.told import ToldCopy, moment, moment_in_sentence, told_copy
from workshop_app.ui.problems import TOLD, told
from workshop_app.ui.recent_list import recent_days, unreadable_days
from workshop_app.ui.start_page import StartPage

RESTORABLE = frozenset({"damaged", "altered", "empty", "not_a_day", "foreign", "missing"})
"""What a backup helps against."""


@dataclass(frozen=True)
class FlowParts:
    """What the flow is handed: the days, the words, the time, and who asks."""

    library: Library
    marks: OpenMarks
    words: Words
    clock: Clock
    ask: Interaction
    large_ask: LibraryAsk


def flow_parts(kit: Kit, ask: Interaction, front: Callable[[], QWidget]) -> FlowParts:
    """What the flow of this machine's library needs; `front` gives the window to ask over."""
    return FlowParts(
        library=Library(kit.paths.days, kit.paths.sample),
        marks=OpenMarks(kit.paths.open_marks),
        words=kit.words,
        clock=kit.clock,
        ask=ask,
        large_ask=QtLibraryAsk(kit.words, front),
    )


class LibraryFlow(QObject):
    """Does to the library what the start page asks for, and tells there what was done."""

    def __init__(self, page: StartPage, parts: FlowParts, open_day: Callable[[Path], None]) -> None:
        """Serve a start page.

        Args:
            page: The start page.
            parts: What is needed.
            open_day: Opens a live file.
        """
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._library = parts.library
        self._words = parts.words
        self._open_day = open_day
        self._in_archive = False
        self._moved: Moved | None = None
        page.archive_asked.connect(self.put_away)
        page.remove_asked.connect(self.remove)
        page.restore_asked.connect(self.restore)
        page.archive_shown.connect(self.show_archive)
        page.undo_asked.connect(self.undo)

    # --- the list

    def show_days(self) -> None:
        """Read the library again."""
        now = self._parts.clock()
        archive = self._library.entries(archived=True)
        self._in_archive = self._in_archive and bool(archive)
        if self._in_archive:
            days = recent_days(self._words, archive, now)
        else:
            days = (
                *recent_days(self._words, self._library.entries(), now),
                *unreadable_days(self._words, self._library.unreadable()),
            )
        self._page.set_days(days, in_archive=self._in_archive, archived=len(archive))

    def show_archive(self, shown: bool) -> None:  # noqa: FBT001 - from a signal
        """The archive in the list, or the days that are worked on."""
        self._in_archive = shown
        self.show_days()

    # --- putting away

    def put_away(self, path: Path) -> None:
        """Into the archive, or out of it if the archive is what is shown."""
        _ = self._words.gettext
        if self._in_archive:
            act = partial(self._library.out_of_archive, path)
            self._move(act, path, _("{day} is among the recent days again."))
        else:
            act = partial(self._library.put_away, path)
            self._move(act, path, _("{day} has been put in the archive."))

    def remove(self, path: Path) -> None:
        """Into the trash."""
        act = partial(self._library.remove, path, self._parts.clock())
        self._move(act, path, self._words.gettext("{day} has been removed."))

    def undo(self) -> None:
        """Take back what was done last to a day of the list."""
        moved, self._moved = self._moved, None
        if moved is None:
            return
        try:
            self._library.take_back(moved)
        except KnownError as error:
            self._page.tell(told(self._words, error))
            return
        self._page.tell("")
        self.show_days()

    def _move(self, act: Callable[[], Moved], path: Path, sentence: str) -> None:
        title = next((day.title for day in self._page.model.days if day.path == path), path.stem)
        try:
            self._moved = act()
        except KnownError as error:
            self._page.tell(told(self._words, error))
            return
        self.show_days()
        self._page.tell_done(sentence.format(day=title))

    # --- somebody's file

    def bring_in(self, path: Path) -> Path | None:
        """The file to work on for one that somebody chose; None if the person changed their mind.

        Raises:
            KnownError: if it cannot be let in.
        """
        if self._library.holds(path):
            return path
        if path.parent == self._library.archive:
            return self._library.out_of_archive(path).now
        arrival = self._library.receive(path)
        ours, relation = arrival.ours, arrival.relation
        if ours is None or relation is None:
            return self._library.keep(arrival)
        same = relation.kind is Kinship.SAME
        choice = Choice.OURS if same else self._ask_which(arrival, ours, relation)
        if choice is Choice.THEIRS:
            return self._library.keep(arrival)
        self._library.drop(arrival)
        return ours if choice is Choice.OURS else None

    def _ask_which(self, arrival: Arrival, ours: Path, relation: Relation) -> Choice:
        try:
            copies = TwoCopies(self._look(ours), self._look(arrival.waiting), relation)
            return self._parts.large_ask.same_day(copies)
        except BaseException:
            self._library.drop(arrival)
            raise

    def _look(self, path: Path) -> ToldCopy:
        return told_copy(self._words, preview(path), self._parts.clock())

    # --- backups

    def restore(self, path: Path) -> None:
        """Let the person choose a backup of a day; it becomes a day of its own, and is opened."""
        restored = self.chosen_backup(path)
        if restored is not None:
            self._in_archive = False
            self.show_days()
            self._open_day(restored)

    def chosen_backup(self, path: Path) -> Path | None:
        """A new live file from the backup a person chose; None without one, or if none was."""
        _ = self._words.gettext
        backups = self._library.backups_of(path)
        if not backups:
            self._page.tell(_("There is no backup of this day yet."))
            return None
        now = self._parts.clock()
        rows = [BackupRow(each.path, moment(self._words, each.made, now)) for each in backups]
        chosen = self._parts.large_ask.backup(rows, self._look)
        if chosen is None:
            return None
        try:
            return self._library.restore(chosen)
        except TOLD as error:
            self._page.tell(told(self._words, error))
            return None

    def offer_backup(self, path: Path, error: KnownError) -> Path | None:
        """A live file cannot be opened: offer its backups; a new live file, or None."""
        _ = self._words.gettext
        backups = self._library.backups_of(path) if error.code in RESTORABLE else ()
        if not backups:
            return None
        made = moment_in_sentence(self._words, backups[0].made, self._parts.clock())
        newest = _("The newest backup was made {when}.").format(when=made)
        question = Question(
            title=_("The day cannot be opened"),
            text=f"{told(self._words, error)} {newest}",
            yes=_("See the backups"),
            no=_("Cancel"),
        )
        return self.chosen_backup(path) if self._parts.ask.confirm(question) else None

    # --- beginning

    def after_crash(self) -> Path | None:
        """The day to go on with, if one was left open and the person wants to."""
        marks = self._parts.marks
        left = marks.left()
        if not left:
            return None
        question = go_on_question(self._words, left[0], self._parts.clock())
        goes_on = self._parts.ask.confirm(question)
        for each in left:
            marks.remove(each.path)
        return left[0].path if goes_on else None

    def only_to_read(self, error: KnownError) -> bool:
        """The day is open somewhere else: whether the person wants a copy that can be read."""
        _ = self._words.gettext
        host, since = error.facts.get("host", ""), error.facts.get("since")
        if isinstance(since, datetime):
            text = _(
                "It has been open on {host} since {when}. Close it there, or open it only to read."
            )
            when = moment_in_sentence(self._words, since, self._parts.clock())
            text = text.format(host=host, when=when)
        else:
            text = _("It is open on {host}. Close it there, or open it only to read.")
            text = text.format(host=host)
        question = Question(
            title=_("The day is already open"),
            text=text,
            yes=_("Open only to read"),
            no=_("Cancel"),
        )
        return self._parts.ask.confirm(question)
