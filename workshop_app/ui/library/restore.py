"""The backups of a day, and what is in each, before one of them becomes a day again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role
from workshop_app.storage.refusal import FileRefused
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.library.cards import CopyCard
from workshop_app.ui.library.told import ToldCopy
from workshop_app.ui.painting import font_for
from workshop_app.ui.texts import known
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.drawing import draw_line, role_color
from workshop_app.ui.widgets.labels import label
from workshop_app.ui.widgets.rows import (
    RowList,
    draw_row_focus,
    draw_row_ground,
    has_focus,
    is_selected,
    row_rect,
)

_WIDE, _HIGH, _LIST, _ROW = 760, 520, 230, 38


@dataclass(frozen=True)
class BackupRow:
    """A backup to choose: its file, and when it was made in words."""

    path: Path
    made: str


class BackupDelegate(QStyledItemDelegate):
    """Paints a row: when the backup was made."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_LIST, _ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = QRectF(row_rect(option)).adjusted(0, 1, 0, -1)
        if is_selected(option):
            draw_row_ground(painter, rect)
        if has_focus(option):
            draw_row_focus(painter, rect)
        painter.setFont(font_for(14))
        painter.setPen(role_color(Role.INK))
        draw_line(painter, str(index.data()), rect.adjusted(12, 0, -8, 0))


class RestoreDialog(StyledDialog):
    """Shows what is in each backup; `chosen` is the one to restore, or None."""

    def __init__(
        self,
        words: Words,
        rows: Sequence[BackupRow],
        look: Callable[[Path], ToldCopy],
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            words: The window's language.
            rows: The backups, newest first.
            look: Tells what is in one; may raise `FileRefused`.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("Restore from a backup"), parent)
        self.chosen: Path | None = None
        self._words = words
        self._rows = tuple(rows)
        self._look = look
        text = _("The backup becomes a day of its own. The days that are here stay as they are.")
        self.body.addWidget(label(text, "lead", self))
        self.list = RowList(_("Backups, newest first"), self)
        self.list.setModel(QStringListModel([row.made for row in self._rows], self.list))
        self.list.setItemDelegate(BackupDelegate(self.list))
        self.list.setFixedWidth(_LIST)
        self.card = CopyCard(_("In this backup"), self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)
        cancel = ActButton(_("Cancel"), "Esc", parent=self)
        cancel.clicked.connect(self.reject)
        self.restore = ActButton(_("Restore as a new day"), "Enter", "primary", self)
        self.restore.clicked.connect(self._restore)
        self.add_buttons((cancel, self.restore))
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(_WIDE, _HIGH)

    def _show(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        path = self._rows[index.row()].path
        try:
            told = self._look(path)
        except FileRefused as refused:
            self.card.show_fault(known(self._words, refused))
            self.restore.setEnabled(False)
            return
        self.card.show_copy(told, self._words.gettext("The backup is sound"))
        self.restore.setEnabled(not told.fault)

    def _restore(self) -> None:
        self.chosen = self._rows[self.list.currentIndex().row()].path
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.restore.click()
        else:
            super().keyPressEvent(event)
