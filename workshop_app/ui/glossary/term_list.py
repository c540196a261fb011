"""The terms as a list: a heading for each area, under it each term in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.language import Language, Words
from workshop_app.ui.glossary.terms import Term
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_line, role_color
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
_HIGH, _SIDE, _GAP = 30, 10, 16
_NAME_SHARE = 0.52
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def area_name(words: Words, area: str) -> str:
    """What a part of the list is called."""
    ours = words.calling(None)  # the word list explains our words, whatever a day calls things
    names = {
        "Metod": ours.pgettext("word list", "Method"),
        "Plan": ours.pgettext("word list", "Plan"),
        "Organisation": ours.pgettext("word list", "Organisation"),
        "Ekonomi": ours.pgettext("word list", "Economy"),
        "Juridik": ours.pgettext("word list", "Law"),
        "Program": ours.pgettext("word list", "The program"),
    }
    return names.get(area, area)


def other(language: Language) -> Language:
    """The language that stands beside."""
    return Language.ENGLISH if language is Language.SWEDISH else Language.SWEDISH


class TermModel(QAbstractListModel):
    """Terms under the headings of their areas; a line is a `Term`, or a heading's text."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[Term | str, ...] = ()

    @property
    def language(self) -> Language:
        """The one that stands first."""
        return self._words.language

    @property
    def terms(self) -> tuple[Term, ...]:
        """Those that are shown."""
        return tuple(line for line in self._lines if isinstance(line, Term))

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Other terms."""
        lines: list[Term | str] = []
        area = ""
        for term in terms:
            if term.area != area:
                area = term.area
                lines.append(area_name(self._words, area))
            lines.append(term)
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def place(self, term: Term) -> QModelIndex:
        """Where a term stands."""
        return self.index(self._lines.index(term)) if term in self._lines else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(line, str):
            return line
        first, second = line.name(self.language), line.name(other(self.language))
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        said = (first, second, line.told(self.language))
        return ", ".join(part for part in said if part)


class TermDelegate(QStyledItemDelegate):
    """Paints a heading or a term."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(220, _HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = index.data(LINE), QRectF(row_rect(option))
        inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.save()
        if isinstance(line, Term):
            self._paint_term(painter, option, line, inside)
        else:
            painter.setFont(font_for(13, Weight.BOLD))
            painter.setPen(role_color(Role.INK3))
            draw_line(painter, str(line), inside.adjusted(0, 6, 0, 0))
        painter.restore()

    def _paint_term(
        self, painter: QPainter, option: QStyleOptionViewItem, term: Term, inside: QRectF
    ) -> None:
        chosen = is_selected(option)
        if chosen:
            draw_row_ground(painter, row_rect(option))
        wide = (inside.width() - _GAP) * _NAME_SHARE
        painter.setFont(font_for(14, Weight.SEMIBOLD if chosen else Weight.REGULAR))
        painter.setPen(role_color(Role.INK))
        name = QRectF(inside.left(), inside.top(), wide, inside.height())
        draw_line(painter, term.name(self._language), name)
        painter.setFont(font_for(13))
        painter.setPen(role_color(Role.INK2))
        room = QRectF(name.right() + _GAP, inside.top(), inside.width() - wide - _GAP, _HIGH)
        draw_line(painter, term.name(other(self._language)), room)
        if has_focus(option):
            draw_row_focus(painter, row_rect(option))


class TermList(RowList):
    """The list itself; what is typed in it goes to whoever listens.

    Signals:
        typed: Letters were pressed; carries them.
        moved: Another term is the current one; carries it, or None.
    """

    typed: ClassVar[Signal] = Signal(str)
    moved: ClassVar[Signal] = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("The words"), parent)
        self.terms = TermModel(words, self)
        self.setModel(self.terms)
        self.setItemDelegate(TermDelegate(words.language, self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.terms.modelReset.connect(self._reset)

    @property
    def current(self) -> Term | None:
        """The term that is chosen."""
        line = self.currentIndex().data(LINE)
        return line if isinstance(line, Term) else None

    def choose(self, term: Term) -> None:
        """Make a term the current one, in the middle where there is room."""
        place = self.terms.place(term)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place, RowList.ScrollHint.PositionAtCenter)

    def step(self, key: Qt.Key) -> None:
        """Move as an arrow or a page key says, though the keyboard is elsewhere."""
        terms = self.terms.terms
        now = self.current
        if not terms:
            return
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10}
        way = ways.get(key, 10)
        place = terms.index(now) + way if now is not None else 0
        term = terms[min(max(place, 0), len(terms) - 1)]
        self.setCurrentIndex(self.terms.place(term))
        if term is terms[0]:
            self.scrollToTop()

    def _current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(self.current)

    def _reset(self) -> None:
        self.moved.emit(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isprintable() and text.strip() and not event.modifiers() & _HELD:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)
