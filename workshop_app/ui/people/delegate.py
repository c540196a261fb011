"""Paints the cells of the people and lets them be edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.people.model import PERSON_ROLE, RIGHTS, Column, Index, PeopleModel, Row
from workshop_app.ui.theme import repolish
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, role_color, text_width
from workshop_app.ui.widgets.rows import draw_row_focus, has_focus, is_selected, row_rect

HIGH = 34
_BOX = 18.0
_SIDE = 8.0
_PILL = 24.0
_LEAST_ROLE = 90.0


class Keeper(Protocol):
    """Keeps what was written in a cell."""

    def __call__(self, key: str, column: Column, text: str) -> str:
        """The sentence that says why not; empty when it is kept."""


class PeopleDelegate(QStyledItemDelegate):
    """Cells of the table.

    Signals:
        refused: A sentence about the cell that is being edited; empty takes it away.
        kept: A cell was kept by Enter (0), Tab (1) or Shift+Tab (-1).
    """

    refused: ClassVar[Signal] = Signal(str)
    kept: ClassVar[Signal] = Signal(int)

    def __init__(self, model: PeopleModel, keep: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._keep = keep
        self.suggestions: dict[Column, Sequence[str]] = {}
        self.editor: QLineEdit | None = None
        self.place: tuple[str, Column] = ("", Column.ROLE)

    # --- painting -----------------------------------------------------------------------------

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(PERSON_ROLE)
        if not isinstance(row, Row):
            return
        rect, column = QRectF(row_rect(option)), Column(index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self._paint_heading(painter, rect, row.heading)
        else:
            if is_selected(option):
                painter.fillRect(rect, role_color(Role.TINT))
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            self._paint_cell(painter, rect, row, column)
            if has_focus(option):
                draw_row_focus(painter, rect.adjusted(0, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, rect: QRectF, text: str) -> None:
        painter.fillRect(rect, role_color(Role.CANVAS))
        painter.setFont(font_for(13, Weight.SEMIBOLD))
        painter.setPen(role_color(Role.INK2))
        draw_line(painter, text, rect.adjusted(_SIDE + 2, 0, -_SIDE, 0))

    def _paint_cell(self, painter: QPainter, rect: QRectF, row: Row, column: Column) -> None:
        if row.person is None:
            return
        if column is Column.PRESENT:
            place = QRectF(rect.left() + _SIDE + 2, rect.center().y() - _BOX / 2, _BOX, _BOX)
            _paint_box(painter, place, on=row.person.present)
        elif column in RIGHTS:
            self._paint_right(painter, rect, row, column)
        elif column is Column.ROLE:
            self._paint_role(painter, rect, row)
        else:
            painter.setFont(font_for(13))
            painter.setPen(role_color(Role.INK2))
            draw_line(painter, self._model.text(row, column), rect.adjusted(_SIDE, 0, -4, 0))

    def _paint_right(self, painter: QPainter, rect: QRectF, row: Row, column: Column) -> None:
        if getattr(row.person, RIGHTS[column]):
            side = 16.0
            place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            draw_icon(painter, Icon.CHECK, place, Role.ACCENT)
            return
        painter.setFont(font_for(13))
        painter.setPen(role_color(Role.INK3))
        draw_line(painter, self._model.text(row, column), rect, flags=Qt.AlignmentFlag.AlignCenter)

    def _paint_role(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        """The role; after it, for one who is not here, the note about when they come."""
        person = row.person
        if person is None:
            return
        font = font_for(14, Weight.SEMIBOLD)
        room = rect.adjusted(_SIDE, 0, -4, 0)
        note = "" if person.present else person.task
        if note:
            small = font_for(12, Weight.SEMIBOLD)
            wide = min(text_width(note, small) + 22, max(0.0, room.width() - _LEAST_ROLE))
            role = min(text_width(person.role, font) + 1, room.width() - wide - 10)
            pill = QRectF(room.left() + role + 10, rect.center().y() - _PILL / 2, wide, _PILL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_color(Role.WARN_TINT))
            painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
            painter.setFont(small)
            painter.setPen(role_color(Role.WARN))
            draw_line(painter, note, pill.adjusted(11, 0, -8, 0))
            room.setWidth(role)
        painter.setFont(font)
        painter.setPen(role_color(Role.INK))
        draw_line(painter, person.role, room)

    # --- editing ------------------------------------------------------------------------------

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.data(PERSON_ROLE), Column(index.column())
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setProperty("ring", "none")  # the cell has an edge of its own
        editor.setAccessibleName(str(index.model().headerData(column, Qt.Orientation.Horizontal)))
        words = self.suggestions.get(column, ())
        if words:
            completer = QCompleter(list(words), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            # As in a spreadsheet: the rest of the word is filled in and can be written over.
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            editor.setCompleter(completer)
        self.editor = editor
        self.place = (row.key if isinstance(row, Row) else "", column)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A row that changes while one writes in it must not take the words away.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = row_rect(option)
        editor.setGeometry(rect.adjusted(0, 1, -1, -1))

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
            self.refused.emit("")
        super().destroyEditor(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Called when the editor loses the keyboard; what cannot be kept is let go, and said."""
        if isinstance(editor, QLineEdit):
            self._keep(*self.place, editor.text().strip())

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        keys = {
            Qt.Key.Key_Return: 0,
            Qt.Key.Key_Enter: 0,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
        }
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QLineEdit)
            and event.key() in keys
        ):
            self._finish(editor, keys[Qt.Key(event.key())])
            return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QLineEdit, way: int) -> None:
        sentence = self._keep(*self.place, editor.text().strip())
        editor.setProperty("error", "true" if sentence else "false")
        repolish(editor)
        self.refused.emit(sentence)
        if not sentence:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.kept.emit(way)


def _paint_box(painter: QPainter, place: QRectF, *, on: bool) -> None:
    line = Role.ACCENT if on else Role.CTRL
    painter.setPen(QPen(role_color(line), 1.5))
    painter.setBrush(role_color(line if on else Role.SURFACE))
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if on:
        draw_icon(painter, Icon.CHECK, place.adjusted(2.5, 2.5, -2.5, -2.5), Role.ON_FILL)
