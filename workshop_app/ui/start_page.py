"""The start page: a new day, an old one, or the sample day. Nothing heavy is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.language import Language, Words
from workshop_app.ui.keys import key_caption
from workshop_app.ui.painting import font_for
from workshop_app.ui.recent_days import DAY, RecentDay, RecentDelegate, RecentModel
from workshop_app.ui.start_left import StartLeft
from workshop_app.ui.widgets.buttons import ActButton, takes_press_keys
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.drawing import (
    KeyBox,
    draw_key,
    draw_line,
    key_width,
    role_color,
    text_width,
)
from workshop_app.ui.widgets.labels import EmptyState, Notice, label, lead_label, section_label
from workshop_app.ui.widgets.rows import RowList

_MARGINS, _TIGHT_MARGINS = (73, 72, 73, 30), (32, 32, 32, 20)
_TIGHT = 1200
"""Narrower than this the right half has small margins."""

_LANGUAGES = (Language.SWEDISH, Language.ENGLISH)


class WayIn(QPushButton):
    """One of the three cards: a title with its key, and a sentence."""

    def __init__(self, key_text: str, *, primary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._key_text = key_text
        self._primary = primary
        self.setProperty("painted", "true")
        self.setProperty("ringRadius", 14)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, note: str) -> None:
        """The card's words."""
        self.setText(title)
        self._note = note
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, 118)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(150, 118)

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        over = self.isEnabled() and self.underMouse()
        ink, soft = Role.INK, Role.INK2
        fill, line = Role.SURFACE, Role.CTRL if over else Role.LINE2
        if self._primary:
            ink = soft = Role.ON_FILL
            fill = line = Role.ACCENT_DARK if over else Role.ACCENT
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(line), 1))
            painter.setBrush(role_color(fill))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            inside = QRectF(self.rect()).adjusted(23, 18, -23, -18)
            painter.setFont(font_for(17, Weight.BOLD))
            key = key_width(self._key_text)
            if key + text_width(self.text(), painter.font()) + 8 > inside.width():
                key = 0.0
            painter.setPen(role_color(ink))
            room = QRectF(inside.x(), inside.y(), inside.width() - key - 8, 26)
            draw_line(painter, self.text(), room)
            if key:
                shade = Role.ON_FILL if self._primary else Role.INK2
                draw_key(painter, self._key_text, inside.right() - key, inside.y() + 13, shade)
            painter.setFont(font_for(13))
            painter.setPen(role_color(soft))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom
            painter.drawText(inside.adjusted(0, 30, 0, 0), flags, self._note)


class SearchField(QLineEdit):
    """Looks through the days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(False)
        self.setTextMargins(24, 0, 0, 0)
        self.setMinimumWidth(160)
        self.setMaximumWidth(240)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.INK3), 1.6))
            middle = self.height() / 2
            painter.drawEllipse(QRectF(14, middle - 6, 9, 9))
            painter.drawLine(22, round(middle + 2), 26, round(middle + 6))


class RecentList(RowList):
    """The days; Enter opens the current one, the arrows of the page lead here."""

    opened: ClassVar[Signal] = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.clicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        day = index.data(DAY)
        if isinstance(day, RecentDay):
            self.opened.emit(day.path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """The first window's content.

    Signals:
        new_day: A new day is wanted.
        open_file: An old day is to be looked up on the computer.
        sample: The sample day is to be tried.
        open_day: A day of the list is to be opened; carries its path.
        language_changed: The window is to speak another language; carries its code.
    """

    new_day: ClassVar[Signal] = Signal()
    open_file: ClassVar[Signal] = Signal()
    sample: ClassVar[Signal] = Signal()
    open_day: ClassVar[Signal] = Signal(object)
    language_changed: ClassVar[Signal] = Signal(str)

    def __init__(
        self, words: Words, *, first_year: int = 2027, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._loading = True
        self.setWindowTitle("Milstolpe")
        # The keyboard begins here: arrows and Enter lead to the list, Tab to the first card.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", "none")
        self.model = RecentModel(self)
        self._left = StartLeft(tuple(range(first_year, first_year + 4)), self)
        self._make_right()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 56)
        row.addWidget(self._right, 88)
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
        column.addWidget(self.notice)
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

    def _list_head(self) -> QHBoxLayout:
        self._recent = section_label("")
        self._recent.setStyleSheet("font-size: 17px; font-weight: 700;")
        self.search = SearchField()
        self.search.textChanged.connect(self._searched)
        row = QHBoxLayout()
        row.addWidget(self._recent)
        row.addStretch(1)
        row.addWidget(self.search)
        return row

    def _list_stack(self) -> QStackedWidget:
        self.list = RecentList("")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecentDelegate(self.list))
        self.list.opened.connect(self.open_day)
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
        self._choose, self._open_words = label("", "caption"), label("", "caption")
        for words in (self._choose, self._open_words):
            words.setWordWrap(False)
        for widget in (KeyBox("↑"), KeyBox("↓"), self._choose):
            row.addWidget(widget)
        row.addSpacing(14)
        row.addWidget(KeyBox("Enter"))
        row.addWidget(self._open_words)
        row.addStretch(1)
        self.languages = Segmented(("Svenska", "English"))
        self.languages.chosen.connect(self._language_chosen)
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
        self._recent.setText(_("Recent days"))
        self.list.setAccessibleName(_("Recent days"))
        self.search.setPlaceholderText(_("Search for a day"))
        self.search.setAccessibleName(_("Search for a day"))
        self._choose.setText(_("Choose"))
        self._open_words.setText(_("Open"))
        self.languages.setAccessibleName(_("Language"))
        self.languages.set_current(_LANGUAGES.index(self._words.language))
        self.setAccessibleName(_("Start page"))
        self._show_state()

    def set_days(self, days: Sequence[RecentDay]) -> None:
        """The days there are; until this is called the list says that it is looking."""
        self._loading = False
        self.model.show_days(days)
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_state()

    def tell(self, sentence: str) -> None:
        """Say why something did not work; an empty sentence takes it away."""
        self.notice.say(sentence, "warn")
        self.notice.setVisible(bool(sentence))

    def set_busy(self, *, busy: bool) -> None:
        """Whether the ways in are shut while a day is being opened."""
        for widget in (self.new_card, self.open_card, self.sample_card, self.list):
            widget.setEnabled(not busy)

    def _show_state(self) -> None:
        _ = self._words.gettext
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
        ):
            QShortcut(QKeySequence(key), self).activated.connect(run)

    def _searched(self, words: str) -> None:
        self.model.search(words)
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_state()

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = event.size().width() < _TIGHT
        layout = self._right.layout()
        if layout is not None:
            layout.setContentsMargins(*(_TIGHT_MARGINS if tight else _MARGINS))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), role_color(Role.CANVAS))
            painter.setPen(role_color(Role.LINE))
            edge = self._left.width() - 1
            painter.drawLine(edge, 0, edge, self.height())
