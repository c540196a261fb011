"""The rail: the steps of the day in groups, and the way to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.figures.stone import StoneLook
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.buttons import ActButton, takes_press_keys
from workshop_app.ui.widgets.drawing import draw_line, draw_stone, role_color, text_width
from workshop_app.ui.widgets.rows import RowList, draw_row_focus, has_focus, row_rect

WIDE, NARROW = 216, 56
_ROW, _HEAD = 33, 33
ENTRY = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RailEntry:
    """One line of the rail; a heading has no step."""

    text: str
    step: str = ""
    note: str = ""
    done: bool = False
    now: bool = False


class RailModel(QAbstractListModel):
    """The entries; headings cannot be chosen."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: tuple[RailEntry, ...] = ()

    @property
    def entries(self) -> tuple[RailEntry, ...]:
        """All lines, from the top."""
        return self._entries

    def show_entries(self, entries: Sequence[RailEntry]) -> None:
        """Other notes or states; the steps themselves stay as long as the desk is open."""
        fresh = tuple(entries)
        if fresh == self._entries:
            return
        same = [e.step for e in fresh] == [e.step for e in self._entries]
        if same:
            self._entries = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()

    def row_of(self, step: str) -> int:
        """The row of a step; -1 if it is not there."""
        return next((i for i, e in enumerate(self._entries) if e.step == step), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._entries[index.row()].step:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._spoken(entry)
        return entry if role == ENTRY else None

    def _spoken(self, entry: RailEntry) -> str:
        pgettext = self._words.pgettext
        if not entry.step:
            return entry.text
        state = pgettext("step", "left")
        if entry.now or entry.done:
            state = pgettext("step", "now") if entry.now else pgettext("step", "done")
        return ", ".join(part for part in (entry.text, entry.note, state) if part)


class RailDelegate(QStyledItemDelegate):
    """Paints a heading, or a stone, the step and its note."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: RailEntry = index.data(ENTRY)
        return QSize(NARROW, _ROW if entry.step else _HEAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: RailEntry = index.data(ENTRY)
        rect = QRectF(row_rect(option))
        narrow = rect.width() < WIDE - 20
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.step:
            self._step(painter, entry, rect, narrow=narrow)
        elif not narrow:
            painter.setFont(font_for(13, Weight.SEMIBOLD))
            painter.setPen(role_color(Role.INK3))
            draw_line(painter, entry.text, rect.adjusted(20, 6, -12, 0))
        else:
            painter.setPen(role_color(Role.LINE))
            middle = round(rect.center().y())
            painter.drawLine(16, middle, round(rect.right()) - 16, middle)
        if has_focus(option):
            draw_row_focus(painter, rect.adjusted(9, 0, -9, 0))
        painter.restore()

    def _step(self, painter: QPainter, entry: RailEntry, rect: QRectF, *, narrow: bool) -> None:
        if entry.now:
            painter.setPen(QPen(role_color(Role.LINE2), 1))
            painter.setBrush(role_color(Role.SURFACE))
            painter.drawRoundedRect(rect.adjusted(9.5, 0.5, -9.5, -0.5), 7, 7)
        left = rect.x() + (rect.width() / 2 - 6.5 if narrow else 20)
        middle = rect.center().y()
        filled = entry.now or entry.done
        look = StoneLook(
            Role.ACCENT if filled else Role.CTRL,
            hollow=not filled,
            check=entry.done and not entry.now,
            ground=None,
        )
        draw_stone(painter, QRectF(left, middle - 7, 13, 14), look)
        if narrow:
            return
        self._words(painter, entry, rect, middle)

    def _words(self, painter: QPainter, entry: RailEntry, rect: QRectF, middle: float) -> None:
        note_font = font_for(13)
        note = min(text_width(entry.note, note_font), 90.0) if entry.note else 0.0
        weight = Weight.BOLD if entry.now else Weight.REGULAR
        if entry.done and not entry.now:
            weight = Weight.SEMIBOLD
        painter.setFont(font_for(14, weight))
        painter.setPen(role_color(Role.INK if entry.now or entry.done else Role.INK2))
        room = rect.width() - 45 - 22 - note - (8 if note else 0)
        draw_line(painter, entry.text, QRectF(rect.x() + 45, middle - 12, room, 24))
        if note:
            painter.setFont(note_font)
            painter.setPen(role_color(Role.INK3))
            place = QRectF(rect.right() - 20 - note, middle - 12, note + 1, 24)
            draw_line(painter, entry.note, place)


class RailList(RowList):
    """The list itself: Enter opens the step, whatever Enter does on the page."""

    @override
    def event(self, event: QEvent) -> bool:
        return takes_press_keys(event) or super().event(event)


class Rail(QFrame):
    """The left column. `chosen` carries the step a person went to."""

    chosen: ClassVar[Signal] = Signal(str)
    next_asked: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, key_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.model = RailModel(words, self)
        self.list = RailList(words.gettext("Steps of the day"), self)
        self.list.setUniformItemSizes(False)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RailDelegate(self.list))
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.next_button = ActButton("", key_text, parent=self)
        self.next_button.spread = True
        self.next_button.clicked.connect(self.next_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 1, 12)
        column.addWidget(self.list, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(10, 0, 10, 0)
        self._foot.addWidget(self.next_button)
        column.addLayout(self._foot)
        self._opened = ""

    @property
    def narrow(self) -> bool:
        """Whether only the stones are shown."""
        return self.maximumWidth() == NARROW

    def fold(self, *, narrow: bool) -> None:
        """Stones alone, or stones with words."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self.next_button.setVisible(not narrow)
        self.list.doItemsLayout()

    def show_entries(self, entries: Sequence[RailEntry]) -> None:
        """The steps as they stand."""
        self.model.show_entries(entries)
        now = next((e.step for e in entries if e.now), "")
        if now != self._opened:
            self._opened = now
            self.list.setCurrentIndex(self.model.index(self.model.row_of(now)))

    def show_next(self, name: str) -> None:
        """Where Ctrl → leads; empty at the last step."""
        text = self._words.gettext("Next: {step}").format(step=name) if name else ""
        self.next_button.setText(text)
        self.next_button.setVisible(bool(name) and not self.narrow)

    def _open(self, index: QModelIndex) -> None:
        entry: RailEntry = index.data(ENTRY)
        if entry.step:
            self.chosen.emit(entry.step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(role_color(Role.LINE))
            right = self.width() - 1
            painter.drawLine(right, 0, right, self.height())
