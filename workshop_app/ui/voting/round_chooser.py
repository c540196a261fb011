"""Which question of a step is worked on: side by side when they are few, else in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.stage_pages.round_view import MOST_IN_A_ROW
from workshop_app.ui.texts import method_name, state_name
from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.drawing import draw_line, role_color
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

_ROW = 40
_LONGEST = 30
_SHOWN = 4
ITEM_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the step: its series, its name, how it is asked and where it stands."""

    series: str
    name: str
    method: str
    state: str


def questions_of(words: Words, day: Day, rounds: Sequence[VotingRound]) -> tuple[Question, ...]:
    """The questions with short names: what they begin with in common is left out."""
    names = [voting.name for voting in rounds]
    common = _common_start(names) if len(names) > 1 else 0
    return tuple(
        Question(
            series=voting.series,
            name=voting.name[common:] or voting.name,
            method=method_name(words, voting.method),
            state=state_name(words, day.standing(voting.id).state),
        )
        for voting in rounds
    )


def _common_start(names: Sequence[str]) -> int:
    """How many characters of whole words all names begin with."""
    first, last = min(names), max(names)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), 0)
    return first.rfind(" ", 0, same) + 1


class QuestionModel(QAbstractListModel):
    """The questions of a step."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[Question, ...] = ()

    def put(self, items: tuple[Question, ...]) -> None:
        """Show these."""
        if items != self.items:
            self.beginResetModel()
            self.items = items
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.items):
            return None
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {item.method}, {item.state}"
        return None


class QuestionDelegate(QStyledItemDelegate):
    """Paints a question: name, how it is asked, where it stands."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, Question):
            return
        rect = row_rect(option).adjusted(1, 1, -1, -1)
        if is_selected(option):
            draw_row_ground(painter, rect)
        painter.setFont(font_for(14, Weight.BOLD if is_selected(option) else Weight.SEMIBOLD))
        painter.setPen(QPen(role_color(Role.INK)))
        draw_line(painter, item.name, rect.adjusted(14, 0, -240, 0).toRectF())
        painter.setFont(font_for(13, Weight.REGULAR))
        painter.setPen(QPen(role_color(Role.INK2)))
        right = rect.adjusted(rect.width() - 230, 0, -14, 0).toRectF()
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_line(painter, f"{item.method} · {item.state}", right, flags=flags)
        if has_focus(option):
            draw_row_focus(painter, rect)


class RoundChooser(QWidget):
    """Chooses a question of the step; hidden where there is only one.

    Signals:
        chosen: The question (series).
    """

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._items: tuple[Question, ...] = ()
        self._quiet = False
        self.row: Segmented | None = None
        self.list = RowList(words.gettext("Questions"), self)
        self._model = QuestionModel(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(QuestionDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.list)
        self.list.hide()

    def put(self, items: tuple[Question, ...], series: str, *, listed: bool = False) -> None:
        """Show the questions, one of them chosen.

        Args:
            items: The questions.
            series: The chosen one.
            listed: As a list, also when they are few.
        """
        as_list = listed or len(items) > MOST_IN_A_ROW
        at = next((i for i, item in enumerate(items) if item.series == series), 0)
        if items != self._items:
            self._items = items
            self._build(items, as_list=as_list)
        if self.row is not None:
            self.row.set_current(at)
        elif items:
            self._quiet = True
            self.list.setCurrentIndex(self._model.index(at, 0))
            self._quiet = False
        self.setVisible(len(items) > 1 or (listed and bool(items)))

    def _build(self, items: tuple[Question, ...], *, as_list: bool) -> None:
        if self.row is not None:
            self.row.hide()
            self.row.deleteLater()
            self.row = None
        self.list.setVisible(as_list)
        if as_list:
            self._quiet = True
            self._model.put(items)
            self._quiet = False
            self.list.setFixedHeight(_ROW * min(len(items), _SHOWN) + 4)
            return
        labels = [item.name if len(item.name) <= _LONGEST else _cut(item.name) for item in items]
        self.row = Segmented(labels, name=self._words.gettext("Questions"))
        self.row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row.chosen.connect(self._on_segment)
        self._column.addWidget(self.row, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_segment(self, index: int) -> None:
        self.chosen.emit(self._items[index].series)

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and 0 <= now.row() < len(self._items):
            self.chosen.emit(self._items[now.row()].series)


def _cut(name: str) -> str:
    return name[: _LONGEST - 1].rstrip() + "…"
