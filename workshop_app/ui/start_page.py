"""The start page: a new day, an old one, or the sample day. Nothing heavy is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.system.language import Language, Words
from workshop_app.ui.keys import key_caption
from workshop_app.ui.recent_days import RecentDay, RecentDelegate, RecentModel
from workshop_app.ui.screens import fit_on_screen
from workshop_app.ui.start_left import StartLeft
from workshop_app.ui.start_menu import DayAsks, recent_day_menu
from workshop_app.ui.start_parts import RecentList, SearchField, WayIn
from workshop_app.ui.start_road import road_years
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.drawing import KeyBox, role_color
from workshop_app.ui.widgets.labels import EmptyState, Notice, label, lead_label, section_label

_MARGINS, _TIGHT_MARGINS = (73, 72, 73, 30), (32, 32, 32, 20)
_TIGHT = 1200
_LEAST = QSize(880, 480)
"""Narrower than this the right half has small margins."""

_HINTS = (("Up", "Down"), ("Return",), ("A",), ("Del",))
_SPARE_HINTS = _HINTS[2:]

_LANGUAGES = (Language.SWEDISH, Language.ENGLISH)


class StartPage(QWidget):
    """The first window's content.

    Signals:
        new_day: A new day is wanted.
        open_file: An old day is to be looked up on the computer.
        sample: The sample day is to be tried.
        open_day: A day of the list is to be opened; carries its path.
        language_changed: The window is to speak another language; carries its code.
        archive_asked: A day is to be put in the archive or taken out; carries its path.
        remove_asked: A day is to be removed; carries its path.
        restore_asked: The backups of a day are wanted; carries its path.
        archive_shown: Whether the list is to show the archive.
        undo_asked: What was done last to a day of the list is to be taken back.
    """

    new_day: ClassVar[Signal] = Signal()
    open_file: ClassVar[Signal] = Signal()
    sample: ClassVar[Signal] = Signal()
    open_day: ClassVar[Signal] = Signal(object)
    language_changed: ClassVar[Signal] = Signal(str)
    archive_asked: ClassVar[Signal] = Signal(object)
    remove_asked: ClassVar[Signal] = Signal(object)
    restore_asked: ClassVar[Signal] = Signal(object)
    archive_shown: ClassVar[Signal] = Signal(bool)
    undo_asked: ClassVar[Signal] = Signal()

    def __init__(
        self, words: Words, *, first_year: int = 2027, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._loading = True
        self._in_archive = False
        self.setWindowTitle("Milstolpe")
        # The keyboard begins here: arrows and Enter lead to the list, Tab to the first card.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", "none")
        self.model = RecentModel(self)
        self._years = road_years(first_year, first_year + 3)
        self._left = StartLeft(self._years, self)
        self._make_right()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 56)
        row.addWidget(self._right, 88)
        # What is given up in a tight window is given up after it has become tight.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(_LEAST)
        self._make_keys()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()
        self._show_state()

    # --- right -------------------------------------------------------------------------------

    def _make_right(self) -> None:
        self._right = QFrame(self)
        self._right.setProperty("panel", "true")
        words = self._words
        self.new_card = WayIn(key_caption(words, "Ctrl+N"), primary=True)
        self.open_card = WayIn(key_caption(words, "Ctrl+O"), primary=False)
        self.sample_card = WayIn("", primary=False)
        self.new_card.clicked.connect(self.new_day)
        self.open_card.clicked.connect(self.open_file)
        self.sample_card.clicked.connect(self.sample)
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self.new_card, self.open_card, self.sample_card):
            cards.addWidget(card, 1)
        self.notice = Notice("", "warn")
        self.notice.hide()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(0)
        column.addLayout(cards)
        column.addSpacing(16)
        column.addLayout(self._notice_row())
        column.addSpacing(24)
        column.addLayout(self._list_head())
        column.addSpacing(9)
        rule = QFrame()
        rule.setProperty("divider", "true")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addWidget(self._list_stack(), 1)
        column.addSpacing(12)
        column.addLayout(self._foot())

    def _notice_row(self) -> QHBoxLayout:
        self.undo_button = ActButton("", key_caption(self._words, "Ctrl+Z"), height=SMALL)
        self.undo_button.clicked.connect(self.undo_asked)
        self.undo_button.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.notice, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.undo_button)
        return row

    def _list_head(self) -> QHBoxLayout:
        self._recent = section_label("")
        self._recent.setStyleSheet("font-size: 17px; font-weight: 700;")
        self.search = SearchField()
        self.search.textChanged.connect(self._searched)
        row = QHBoxLayout()
        self.archive_button = ActButton("", kind="quiet", height=SMALL)
        self.archive_button.clicked.connect(self._toggle_archive)
        self.archive_button.hide()
        row.addWidget(self._recent)
        row.addSpacing(12)
        row.addWidget(self.archive_button)
        row.addStretch(1)
        row.addWidget(self.search)
        return row

    def _list_stack(self) -> QStackedWidget:
        self.list = RecentList("")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecentDelegate(self.list))
        self.list.opened.connect(self.open_day)
        self.list.pressed_key.connect(self._list_key)
        self.list.menu_asked.connect(self._show_menu)
        self._calm = lead_label("")
        self._calm.setObjectName("calm")
        self._calm.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._calm.setContentsMargins(0, 24, 0, 0)
        self.empty_button = ActButton("", kind="normal")
        self.empty_button.clicked.connect(self.sample)
        self._empty = EmptyState("", "", (self.empty_button,))
        self._stack = QStackedWidget()
        for widget in (self.list, self._calm, self._empty):
            self._stack.addWidget(widget)
        return self._stack

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._hints = {key: label("", "caption") for key in _HINTS}
        self._hint_boxes: list[QWidget] = []
        for keys, words in self._hints.items():
            words.setWordWrap(False)
            boxes = [KeyBox(key_caption(self._words, key)) for key in keys]
            for widget in (*boxes, words):
                row.addWidget(widget)
            row.addSpacing(10)
            if keys in _SPARE_HINTS:
                self._hint_boxes += [*boxes, words]
        row.addStretch(1)
        self.languages = Segmented(("Svenska", "English"))
        self.languages.chosen.connect(self._language_chosen)
        self.menu_button = ActButton("", "F10", kind="quiet", height=SMALL)
        row.addWidget(self.menu_button)
        row.addWidget(self.languages)
        return row

    # --- what it says ------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put in all words again, in the language that is spoken now."""
        _ = self._words.gettext
        self._left.retranslate(self._words)
        self.new_card.say(_("New day"), _("Empty, or read in from a file or a folder"))
        self.open_card.say(_("Open"), _("Choose a day file on the computer"))
        self.sample_card.say(_("Try"), _("The sample day in Exempelby, 17 participants"))
        self.search.setPlaceholderText(_("Search day, unit or week"))
        self.search.setAccessibleName(_("Search day, unit or week"))
        self.undo_button.setText(_("Undo"))
        self.menu_button.setText(_("Menu"))
        self.languages.setAccessibleName(_("Language"))
        self.languages.set_current(_LANGUAGES.index(self._words.language))
        self.setAccessibleName(_("Start page"))
        self._show_state()

    def set_days(
        self, days: Sequence[RecentDay], *, in_archive: bool = False, archived: int = 0
    ) -> None:
        """The days there are; until this is called the list says that it is looking.

        Args:
            days: Those of the library, or those of the archive.
            in_archive: Whether they are those of the archive.
            archived: How many days the archive has; without any there is no way to it.
        """
        self._loading = False
        self._in_archive = in_archive
        self.archive_button.setVisible(in_archive or archived > 0)
        self.model.show_days(days)
        if not in_archive:
            # The plan that was worked on last; what the clock says until there is one.
            self._left.show_years(next((day.years for day in days if day.years), self._years))
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_state()

    def tell(self, sentence: str) -> None:
        """Say why something did not work; an empty sentence takes it away."""
        self._say(sentence, "warn", undo=False)

    def tell_done(self, sentence: str, *, undo: bool = True) -> None:
        """Say what was done to a day, with the way to take it back."""
        self._say(sentence, "ok", undo=undo)

    def _say(self, sentence: str, kind: str, *, undo: bool) -> None:
        self.notice.say(sentence, kind)
        self.notice.setVisible(bool(sentence))
        self.undo_button.setVisible(undo)

    def set_busy(self, *, busy: bool) -> None:
        """Whether the ways in are shut while a day is being opened."""
        ways = (self.new_card, self.open_card, self.sample_card, self.list, self.archive_button)
        for widget in ways:
            widget.setEnabled(not busy)

    def _show_state(self) -> None:
        _ = self._words.gettext
        name = _("Archive") if self._in_archive else _("Recent days")
        self._recent.setText(name)
        self.list.setAccessibleName(name)
        self.archive_button.setText(_("Recent days") if self._in_archive else _("Archive"))
        put_away = _("Take out of the archive") if self._in_archive else _("Put in the archive")
        texts = (_("Choose"), _("Open"), put_away, _("Remove"))
        for words, text in zip(self._hints.values(), texts, strict=True):
            words.setText(text)
        self._calm.setText(_("Looking for days…") if self._loading else _("No day matches."))
        self._empty.title.setText(_("No days here yet"))
        self._empty.text.setText(_("Begin a new day, or try the sample day first."))
        self._empty.setAccessibleName(self._empty.title.text())
        self.empty_button.setText(_("Try the sample day"))
        self.search.setEnabled(bool(self.model.days))
        if self._loading:
            place = 1
        elif not self.model.days:
            place = 2
        else:
            place = 0 if self.model.shown else 1
        self._stack.setCurrentIndex(place)

    # --- what is done ------------------------------------------------------------------------

    def _make_keys(self) -> None:
        for key, run in (
            ("Ctrl+N", self.new_card.click),
            ("Ctrl+O", self.open_card.click),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+Z", self._undo),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(run)

    def _searched(self, words: str) -> None:
        self.model.search(words)
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_state()

    def _undo(self) -> None:
        # A button that is not shown answers to no key either.
        if self.undo_button.isVisible() and not self.search.hasFocus():
            self.undo_button.click()

    def _toggle_archive(self) -> None:
        self.archive_shown.emit(not self._in_archive)

    def _list_key(self, key: Qt.Key) -> None:
        day = self.list.current
        if day is not None:
            signal = self.remove_asked if key == Qt.Key.Key_Delete else self.archive_asked
            signal.emit(day.path)

    def day_menu(self, day: RecentDay) -> QMenu:
        """What can be done with a day of the list."""
        asks = DayAsks(
            self.open_day.emit,
            self.archive_asked.emit,
            self.restore_asked.emit,
            self.remove_asked.emit,
        )
        return recent_day_menu(self._words, day, asks, self, in_archive=self._in_archive)

    def _show_menu(self, place: QPoint) -> None:
        day = self.list.current
        if day is not None:
            menu = self.day_menu(day)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _language_chosen(self, place: int) -> None:
        self.language_changed.emit(_LANGUAGES[place].value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter lead to the list, wherever on the page they are pressed."""
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in keys and self.model.shown:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and self.isWindow():
            fit_on_screen(self)
        super().setVisible(visible)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = event.size().width() < _TIGHT
        layout = self._right.layout()
        if layout is not None:
            layout.setContentsMargins(*(_TIGHT_MARGINS if tight else _MARGINS))
        for widget in self._hint_boxes:
            widget.setVisible(not tight)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), role_color(Role.CANVAS))
            painter.setPen(role_color(Role.LINE))
            edge = self._left.width() - 1
            painter.drawLine(edge, 0, edge, self.height())
