"""Remarks: a short list of things to know, each with an icon, a strong line and a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.ui.widgets.drawing import IconMark
from workshop_app.ui.widgets.labels import caption, strong

_SIDE = 18
_INKS = {Icon.WARN: Role.WARN, Icon.CHECK: Role.ACCENT}


@dataclass(frozen=True)
class Remark:
    """One thing to know.

    Attributes:
        icon: Check, warning, information or people; the words say the same.
        title: What it is.
        text: What to make of it; may be empty.
    """

    icon: Icon
    title: str
    text: str = ""


class RemarkList(QWidget):
    """Remarks under each other. Each is one named thing to a screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._remarks: tuple[Remark, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is shown."""
        return self._remarks

    def put(self, remarks: Sequence[Remark]) -> None:
        """Show these instead."""
        fresh = tuple(remarks)
        if fresh == self._remarks:
            return
        self._remarks = fresh
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for remark in fresh:
            self._column.addWidget(_row(remark, self))


def _row(remark: Remark, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    made.setAccessibleName(". ".join(part for part in (remark.title, remark.text) if part))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    mark = IconMark(remark.icon, _INKS.get(remark.icon, Role.INK2), _SIDE)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    title = strong(remark.title)
    title.setWordWrap(True)
    texts: list[QLabel] = [title]
    if remark.text:
        texts.append(caption(remark.text))
    for text in texts:
        words.addWidget(text)
    row.addLayout(words, 1)
    return made
