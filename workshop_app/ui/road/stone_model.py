"""The stones as items: what each is called, in the order of the road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Stone:
    """One milestone as an item.

    Attributes:
        key: Its id.
        text: Code and short name, as the tooltip says it.
        name: All of it in one sentence, for assistive technology.
    """

    key: str
    text: str
    name: str


class StoneModel(QAbstractListModel):
    """The stones of the road (or those beside it), in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stones: tuple[Stone, ...] = ()

    @property
    def stones(self) -> tuple[Stone, ...]:
        """The items."""
        return self._stones

    def put(self, stones: Sequence[Stone]) -> None:
        """Show these; an equal list changes nothing, equal keys keep the place in the list."""
        fresh = tuple(stones)
        if fresh == self._stones:
            return
        if [s.key for s in fresh] == [s.key for s in self._stones]:
            self._stones = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._stones = fresh
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The place of a stone; -1 if it is not here."""
        return next((i for i, stone in enumerate(self._stones) if stone.key == key), -1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._stones)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        stone = self._stones[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return stone.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return stone.name
            case Qt.ItemDataRole.UserRole:
                return stone.key
            case _:
                return None
